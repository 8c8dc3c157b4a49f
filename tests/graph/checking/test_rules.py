"""Rules: what their comments must say, what their rows must hold, and which statements they ask."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.errors import GraphError
from awardgraph.graph.checking.rules import read_rules
from awardgraph.graph.checking.run import check
from awardgraph.graph.checking.statements import of_files
from awardgraph.resources import ontology_root
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from pathlib import Path

HEAD: Final = "# title: No goals\n# title-th: ไม่มีเป้าหมาย\n# applies: data\n# severity: violation\n"
QUERY: Final = 'SELECT ?focus ?error ?error_th { ?focus a awg:Goal BIND("A goal." AS ?error) BIND("เป้าหมาย" AS ?error_th) }'
RULES: Final = read_rules(ontology_root() / "rules")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The ontology without its rules."""
    copied = shutil.copytree(ontology_root(), tmp_path / "ontology", ignore=shutil.ignore_patterns("rules"))
    (copied / "rules").mkdir()
    return copied


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.ttl"
    path.write_text(
        f'<urn:x> a <{AWG}Goal> ; <http://www.w3.org/2000/01/rdf-schema#label> "x"@en .', encoding="utf-8"
    )
    return path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_told_in_both_languages(rule: object) -> None:
    from awardgraph.graph.checking.rules import Rule

    assert isinstance(rule, Rule)
    assert rule.title.en and rule.title.th
    assert not re.search("[ก-๙]", rule.title.en)
    assert re.search("[ก-๙]", rule.title.th)


def test_both_kinds_of_rules_are_there_and_named_as_rules() -> None:
    assert {rule.applies for rule in RULES} >= {"data"}
    assert all(path.name.endswith("-violation.rq") for path in (ontology_root() / "rules").iterdir())


def test_each_row_is_a_finding(folder: Path, data: Path) -> None:
    (folder / "rules" / "no-goal-violation.rq").write_text(HEAD + QUERY, encoding="utf-8")
    [finding] = check(of_files([data]), folder).findings
    assert (finding.check, finding.kind, finding.severity, finding.focus) == (
        "no-goal",
        "rule",
        "violation",
        "urn:x",
    )
    assert (finding.message.en, finding.message.th) == ("A goal.", "เป้าหมาย")
    assert (finding.expected.en, finding.expected.th) == ("No goals", "ไม่มีเป้าหมาย")
    assert [place.file for place in finding.places] == [str(data)]


def test_rules_for_an_ontology_ask_an_ontology(folder: Path, data: Path, tmp_path: Path) -> None:
    rule = HEAD.replace("applies: data", "applies: ontology") + QUERY.replace("awg:Goal", "owl:Ontology")
    (folder / "rules" / "no-ontology-violation.rq").write_text(rule, encoding="utf-8")
    [finding] = check(of_files([data]), folder).findings
    assert (finding.focus, finding.places[0].file) == (AWG.removesuffix("#"), "awardgraph.ttl")
    mapping = tmp_path / "mapping.ttl"
    mapping.write_text("<urn:mine> a <http://www.w3.org/2002/07/owl#Ontology> .", encoding="utf-8")
    # A header alone defines nothing: the rules ask the ontology that comes with them.
    [finding] = check(of_files([mapping]), folder).findings
    assert finding.places[0].file == "awardgraph.ttl"
    own = tmp_path / "own.ttl"
    term = "<urn:term> a owl:Class ; rdfs:isDefinedBy <urn:mine> ."
    head = "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
    own.write_text(f"{head} <urn:mine> a owl:Ontology . {term}", encoding="utf-8")
    [finding] = check(of_files([own]), folder).findings
    assert (finding.focus, finding.places[0].file) == ("urn:mine", str(own))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEAD.replace("# title-th: ไม่มีเป้าหมาย\n", "") + QUERY, "must say title-th"),
        (
            HEAD.replace("severity: violation", "severity: grave") + QUERY,
            "must say severity: violation or warning",
        ),
        (HEAD.replace("applies: data", "applies: all") + QUERY, "must say applies: data or ontology"),
        (QUERY + "\n" + HEAD, "must say title"),
        (HEAD + "SELECT ?focus { ?focus a awg:Gaol }", "awg:Gaol is not a term"),
        (HEAD + "SELECT nonsense", "cannot be run"),
        (HEAD + "SELECT ?focus { ?focus a awg:Goal }", "must hold"),
    ],
    ids=["one language", "severity", "applies", "comments last", "term", "syntax", "columns"],
)
def test_a_rule_at_fault_is_no_finding(folder: Path, data: Path, text: str, complaint: str) -> None:
    (folder / "rules" / "odd-violation.rq").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=complaint):
        check(of_files([data]), folder)
