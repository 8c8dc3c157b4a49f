"""The ontology is free of the pitfalls that a query can find, and each rule finds the one it is for.

A rule lies in ontology/rules; its front matter says that it applies to the ontology, and often which pitfall
of the OOPS! catalogue (https://oops.linkeddata.es/catalogue.jsp) it is. What a rule lets pass is listed in the
rule, with the reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store

from awardgraph.vocabulary.namespaces import PREFIXES
from tests.conftest import ROOT
from tests.ontology.reasoning import CHAINS, ONTOLOGY

if TYPE_CHECKING:
    from pathlib import Path

FOLDER: Final = ROOT / "tests" / "ontology" / "pitfalls"
CLEAN: Final = FOLDER / "clean.ttl"

#: Read without clean.ttl, whose header would mend it.
ALONE: Final = {"no-ontology-header"}

#: What the catalogue has and a query over one file can find; P01, P09, P14-P18 and P31 need a person.
PITFALLS: Final = {
    f"P{n:02}"
    for n in (
        *range(2, 9), *range(10, 14), *range(19, 31), *range(32, 42)
    )
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """A query each of whose rows is something wrong."""

    name: str
    text: str

    def __str__(self) -> str:
        """Name a test."""
        return self.name

    @property
    def head(self) -> dict[str, str]:
        """The front matter."""
        return dict(re.findall(r"^# ([a-z-]+): (.+)$", self.text, re.MULTILINE))

    @property
    def exceptions(self) -> str:
        """The lines that say what it lets pass."""
        return "".join(re.findall(r"MINUS \{ VALUES .*?\n  \} \}", self.text, re.DOTALL))

    def errors(self, store: Store) -> list[tuple[str, str, str]]:
        """Return what breaks the rule, with the sentence in English and in Thai."""
        rows = store.query(self.text, prefixes=PREFIXES)
        assert isinstance(rows, QuerySolutions)
        found = []
        for row in rows:
            focus, error, thai = row["focus"], row["error"], row["error_th"]
            assert isinstance(focus, NamedNode)
            assert isinstance(error, Literal)
            assert isinstance(thai, Literal)
            found.append((focus.value, error.value, thai.value))
        return sorted(found)


RULES: Final = [
    rule
    for path in sorted((ROOT / "ontology" / "rules").glob("*-violation.rq"))
    if (rule := Rule(path.name.removesuffix("-violation.rq"), path.read_text(encoding="utf-8"))).head.get("applies")
    == "ontology"
]  # fmt: skip


def store_of(*paths: Path) -> Store:
    store = Store()
    for path in paths:
        store.load(path=str(path), format=RdfFormat.TURTLE)
    return store


def bad(rule: Rule) -> Store:
    """Return the small ontology that the rule has to find something in."""
    path = FOLDER / f"{rule.name}.ttl"
    return store_of(path) if rule.name in ALONE else store_of(CLEAN, path)


@pytest.mark.parametrize("paths", [(ONTOLOGY,), (ONTOLOGY, CHAINS)], ids=["core", "with chains"])
@pytest.mark.parametrize("rule", RULES, ids=str)
def test_the_ontology_keeps(rule: Rule, paths: tuple[Path, ...]) -> None:
    assert rule.errors(store_of(*paths)) == []


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_the_rule_finds_its_pitfall_and_no_other_does(rule: Rule) -> None:
    store = bad(rule)
    found = {other.name: other.errors(store) for other in RULES}
    assert [name for name, errors in found.items() if errors] == [rule.name]
    for _, error, thai in found[rule.name]:
        assert re.fullmatch(r"[A-Z“<].*\.", error), "a sentence in English"
        assert re.search("[\u0e00-\u0e7f]", thai), "a sentence in Thai"


def test_the_clean_ontology_is_clean() -> None:
    store = store_of(CLEAN)
    assert [error for rule in RULES for error in rule.errors(store)] == []


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.exceptions], ids=str)
def test_every_exception_is_needed_and_has_a_reason(rule: Rule) -> None:
    """Without its list the rule would complain of exactly what the list names."""
    strict = Rule(rule.name, rule.text.replace(rule.exceptions, ""))
    rows = [line.strip() for line in rule.exceptions.splitlines()[1:-1]]
    assert rows[0].startswith("# "), "the list begins with a reason"
    listed = " ".join(row for row in rows if not row.startswith("#"))
    wide = re.match(r"MINUS \{ VALUES \(", rule.exceptions) is not None
    names = re.findall(r"\([^)]*\)", listed) if wide else listed.split()
    assert len(names) == len(set(names)), "listed twice"
    complained_of = strict.errors(store_of(ONTOLOGY))
    assert len(complained_of) == len(names)
    assert {focus for focus, _, _ in complained_of} == {
        expanded(name.strip("()").split()[0]) for name in names
    }


def expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    outside = {"skosxl": "http://www.w3.org/2008/05/skos-xl#"}
    return (PREFIXES | outside)[prefix] + local


def test_every_rule_says_what_it_is() -> None:
    for rule in RULES:
        assert {"title", "title-th", "applies", "severity"} <= set(rule.head), rule.name
        assert re.search("[\u0e00-\u0e7f]", rule.head["title-th"]), rule.name
    files = {path.stem for path in FOLDER.glob("*.ttl")} - {CLEAN.stem}
    assert files == {rule.name for rule in RULES}, "a bad ontology for each rule, and none without"


def test_the_pitfalls_that_a_query_can_find_are_looked_for() -> None:
    looked_for = {code for rule in RULES for code in rule.head.get("pitfall", "").split(", ") if code}
    assert looked_for == PITFALLS
