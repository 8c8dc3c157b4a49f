"""The lexicon files: sources, patterns that compile, forms that mean one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.lexicon import spaceless
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.yaml_nodes import parse_yaml
from awardgraph.resources import data_root

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.importer.press.reading import Reader

FILES = sorted((data_root() / "lexicon").rglob("*.yaml"))
SCHEMES = [path for path in FILES if path.parent.name == "schemes"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_names_its_source_and_repeats_nothing(path: Path) -> None:
    node = parse_yaml(read_text(path, path.name))
    assert isinstance(node.value, dict)
    assert node.value["source"].text()
    for key, value in node.value.items():
        if isinstance(value.value, list) and all(isinstance(item.value, str) for item in value.value):
            words = [item.text() for item in value.value]
            assert len(words) == len(set(words)), (
                f"{key}: {sorted({word for word in words if words.count(word) > 1})}"
            )


@pytest.mark.parametrize("path", SCHEMES, ids=lambda path: path.stem)
def test_the_years_of_a_scheme_are_buddhist_and_in_order(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for first, last in re.findall(r'first: "(\d+)"(?:, last: "(\d+)")?', text):
        assert 2540 <= int(first) <= int(last or first) <= 2600


def test_confidence_is_counted(reader: Reader) -> None:
    for row in reader.lexicon.lists["confidence"]["counts"]:
        assert 0 <= int(row["right"]) <= int(row["of"]), row


def test_a_form_of_a_scheme_is_of_one_scheme(reader: Reader) -> None:
    owners: dict[str, set[str]] = {}
    for entry in reader.lexicon.entries:
        if entry.kind == "scheme":
            owners.setdefault(spaceless(entry.form), set()).add(entry.scheme)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_a_category_belongs_to_a_branch_of_its_scheme(reader: Reader) -> None:
    branches = {(entry.scheme, entry.value) for entry in reader.lexicon.entries if entry.kind == "branch"}
    for entry in reader.lexicon.entries:
        if entry.branch:
            assert (entry.scheme, entry.branch) in branches, entry.form
