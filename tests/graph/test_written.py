"""Numbers come out of a file as they stand in it; the store keeps values alone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from awardgraph.graph.dataset import open_files
from awardgraph.graph.written import Forms
from awardgraph.vocabulary.namespaces import PREFIXES as KNOWN

if TYPE_CHECKING:
    from pathlib import Path

PREFIXES = "@prefix : <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"


def answer(folder: Path, data: str, query: str) -> list[str]:
    file = folder / "numbers.ttl"
    file.write_text(PREFIXES + data, encoding="utf-8")
    rows = open_files([file]).query(f"PREFIX : <http://example.org/> {query}")
    return sorted(str(row[0]) for row in rows)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "number", ['"1.0E6"^^xsd:double', '"02.50"^^xsd:decimal', '"-3"^^xsd:negativeInteger']
)
def test_a_number_is_printed_as_the_file_writes_it(tmp_path: Path, number: str) -> None:
    written = number.replace("xsd:", "<http://www.w3.org/2001/XMLSchema#") + ">"
    assert answer(tmp_path, f":a :is {number} .", "SELECT ?n { ?a :is ?n }") == [written]


def test_what_is_computed_is_no_number_of_the_file(tmp_path: Path) -> None:
    data = ':a :is "01"^^xsd:positiveInteger .'
    assert answer(tmp_path, data, "SELECT (COUNT(*) AS ?n) { ?a :is ?b }") == [
        '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    ]


def test_two_forms_of_one_number_are_told_by_its_value(tmp_path: Path) -> None:
    data = ':a :is "1.50"^^xsd:decimal . :b :is "1.5"^^xsd:decimal .'
    assert (
        answer(tmp_path, data, "SELECT ?n { ?a :is ?n }")
        == ['"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'] * 2
    )


def test_many_numbers_are_read_in_the_time_of_their_count() -> None:
    some, kind = NamedNode("urn:a"), NamedNode(KNOWN["xsd"] + "decimal")
    forms = Forms()
    list(forms.noted(Quad(some, some, Literal(f"{n}.50", datatype=kind)) for n in range(100_000)))
    begun = time.monotonic()
    known = forms.known()
    assert time.monotonic() - begun < 20
    assert len(known) == 100_000
    assert known[Literal("7.5", datatype=kind)] == Literal("7.50", datatype=kind)
