"""Data that keep to every shape and rule, and data that break each: found, and nothing else found.

All pairs are checked in one run, because the shapes take longer to load than a file to check. What is found
belongs to the file that states its focus. After a change of shapes or rules, look at what is found with
``awardgraph validate pairs/valid.everything.ttl pairs/rules/invalid.circle.ttl`` and, where it is right, write all
expected files anew: ``python -m tests.graph.checking.test_pairs --approve``.
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import Quad

from awardgraph.graph.checking.files import read_rdf
from awardgraph.graph.checking.rules import read_rules
from awardgraph.graph.checking.run import check
from awardgraph.graph.checking.shapes import SHAPES, read_shapes
from awardgraph.graph.checking.statements import name_of, of_files
from awardgraph.resources import ontology_root
from tests.graph.checking.conftest import INVALID, VALID

if TYPE_CHECKING:
    from awardgraph.graph.checking.findings import Finding, Report

COLUMNS: Final = ("focus", "check", "path", "component", "severity")

_HINT: Final = "If the new findings are right: python -m tests.graph.checking.test_pairs --approve"


def row(finding: Finding) -> tuple[str, ...]:
    """Return what is compared of a finding; a node without an IRI is as good as another."""
    focus = (
        "_:"
        if finding.focus.startswith("_:")
        else finding.focus.removeprefix("https://w3id.org/awardgraph/id/")
    )
    return focus, finding.check, finding.path or "", finding.component, finding.severity


def expected_file(path: Path) -> Path:
    return path.with_suffix(".expected.csv")


def found_in(report: Report, path: Path) -> set[tuple[str, ...]]:
    return {row(finding) for finding in report.findings if Path(finding.places[0].file) == path}


def written(rows: set[tuple[str, ...]]) -> str:
    lines = io.StringIO()
    csv.writer(lines, lineterminator="\n").writerows([COLUMNS, *sorted(rows)])
    return lines.getvalue()


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.name)
def test_nothing_is_found_in_valid_data(everything: Report, path: Path) -> None:
    assert found_in(everything, path) == set()


@pytest.mark.parametrize("path", INVALID, ids=lambda path: path.name)
def test_the_fault_is_found_and_nothing_else(everything: Report, path: Path) -> None:
    with expected_file(path).open(encoding="utf-8", newline="") as lines:
        header, *expected = csv.reader(lines)
    assert tuple(header) == COLUMNS
    assert expected, "an invalid file must break something"
    assert found_in(everything, path) == {tuple(line) for line in expected}, _HINT


def test_every_finding_belongs_to_a_file(everything: Report) -> None:
    files = {Path(place.file) for finding in everything.findings for place in finding.places}
    assert files == set(INVALID)


def test_no_two_files_speak_of_one_thing() -> None:
    stated: dict[object, Path] = {}
    for path in [*VALID, *INVALID]:
        for quad in read_rdf(path, path.name.replace(".", "")):
            assert isinstance(quad, Quad)
            # The fixture's editions may be told to offer more.
            if not quad.predicate.value.endswith("#offers"):
                assert stated.setdefault(quad.subject, path) == path, quad


def test_valid_data_conform_without_the_rest() -> None:
    assert check(of_files(VALID), ontology_root()).findings == ()


def test_every_shape_and_every_rule_for_data_is_broken_once(everything: Report) -> None:
    broken = {finding.check for finding in everything.findings}
    shapes = {
        name_of(quad.subject).removeprefix(SHAPES)
        for quad in read_shapes(ontology_root() / "shapes")
        if quad.predicate.value.rsplit("#")[-1] in ("targetClass", "targetSubjectsOf")
    }
    rules = {rule.name for rule in read_rules(ontology_root() / "rules") if rule.applies == "data"}
    assert (shapes | rules) - broken == set(), "no invalid file breaks it"


def test_every_invalid_file_breaks_what_it_is_named_after(everything: Report) -> None:
    for path in INVALID:
        name = path.name.split(".")[1]
        broken = {check for _, check, *_ in found_in(everything, path)}
        assert any(name.startswith(check) or check.startswith(name) for check in broken), path


def approve() -> None:
    """Write what is found as what is expected."""
    report = check(of_files([*VALID, *INVALID]), ontology_root())
    for path in INVALID:
        expected_file(path).write_text(written(found_in(report, path)), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--approve"]:
        sys.exit(__doc__)
    approve()
