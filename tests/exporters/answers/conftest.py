"""A small graph to ask, answers that watch how they are read, and cells that would do harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Variable

from awardgraph.exporters.answers.sheet import Sheet, sheet_of
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.exporters.views.conftest import Loaded, turtle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: What must stay what it is wherever it is read: formulas, markup, escapes, marks of direction, length.
HOSTILE = [
    "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\ufeff=1", "\uff1d1+1", "'=1",
    "<script>alert(1)</script>", "</script><img src=x onerror=alert(1)>", "{{ 7*7 }}", "{% raw %}", "&lt;b&gt;",
    "a|b", "\\|", "`code` *b* _i_ ~~s~~", "[x](javascript:alert(1))", "![](http://e/)", "$x$", "a\\", "# no",
    'say "no", then', "two\nlines", "two\r\nlines", "a\tb", "\x00", "a\x00b", "\x1b[2J", "\x07\x7f\x85", "\ufffe",
    "\u202egnp.exe", "\u2066x", "a\u200fb", "น้ำ กุ้ง ที่ ผู้", "e\u0301", "🏆", "_x0041_", "javascript:alert(1)", " ", "ก" * 100_000,
]  # fmt: skip


@pytest.fixture
def little() -> Loaded:
    return turtle(
        '<http://e/depa> rdfs:label "ดีป้า"@th , "depa"@en ; awg:editionYear "2023"^^xsd:gYear ; awg:rank -5 ;'
        ' awg:heldOn "2023-09-08"^^xsd:date ; awg:remark "=1+1" .',
        f'<{DEFAULT_BASE}agency/un> skos:prefLabel "UN"@en-GB ; awg:editionYear "2022"^^xsd:gYear ; awg:rank 12 .',
        '<http://e/nameless> awg:editionYear "2021"^^xsd:gYear ; awg:rank 3 .',
        '<http://e/page> dct:title "ข่าว"@th .',
    )


def sheet(graph: Loaded, query: str, *, iris: bool = False) -> Sheet:
    # A graph reads no query as long as the longest of these cells; its store does.
    answer = graph.store.query(query, prefixes=PREFIXES)
    return sheet_of(answer, graph, base=DEFAULT_BASE, iris=iris)


def texts(*values: str) -> str:
    """Return a query whose rows are these texts."""
    return f"SELECT ?text {{ VALUES ?text {{ {' '.join(str(Literal(value)) for value in values)} }} }}"


class Watched:
    """An answer of so many rows that knows how many of them have been read."""

    def __init__(self, rows: int) -> None:
        self.rows, self.read, self.variables = rows, 0, [Variable("who"), Variable("n")]

    def __iter__(self) -> Iterator[tuple[NamedNode, Literal]]:
        for number in range(self.rows):
            self.read += 1
            yield NamedNode(f"http://e/{number}"), Literal(number)


@pytest.fixture
def watched() -> Callable[[int], Watched]:
    return Watched
