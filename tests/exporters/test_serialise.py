"""Serialisations: the same statements, the same bytes, and every reader's agreement."""

from __future__ import annotations

import random
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse

from awardgraph import Graph
from awardgraph.exporters.serialise import SYNTAXES, export, statements
from awardgraph.exporters.turtle import turtle
from awardgraph.importer.mapping.nquads import plain, tagged
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

FORMATS = {
    "turtle": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG,
    "jsonld": RdfFormat.JSON_LD, "rdfxml": RdfFormat.RDF_XML,
}  # fmt: skip


@pytest.fixture(scope="module")
def document(shipped: Graph) -> str:
    return b"".join(export(shipped, "turtle")).decode()


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_every_syntax_holds_every_statement(shipped: Graph, syntax: str) -> None:
    content = b"".join(export(shipped, syntax))
    whole = syntax in ("nq", "trig")
    read = {str(quad if whole else quad.triple) for quad in parse(content, format=FORMATS[syntax])}
    lines = shipped.lines() if whole else statements(shipped.lines())
    assert read == {line[: line.rindex(" .")] for line in lines}
    assert content == b"".join(export(shipped, syntax))


def test_rdflib_reads_the_same_turtle(shipped: Graph, document: str) -> None:
    graph = rdflib.Graph().parse(data=document, format="turtle")
    expected = rdflib.Graph().parse(data="".join(statements(shipped.lines())), format="nt")
    assert set(graph) == set(expected)
    assert len(graph) == len(shipped)


def test_turtle_is_sorted_and_grouped(document: str) -> None:
    blocks = document.split("\n\n")
    assert all(line.startswith("@prefix ") for line in blocks[0].splitlines())
    subjects = [block.split()[0] for block in blocks[1:]]
    assert len(subjects) == len(set(subjects))
    # What was replaced has no type of its own: it only leads on.
    assert {block.splitlines()[0].split()[1] for block in blocks[1:]} == {"a", "dct:isReplacedBy"}
    for block in blocks[1:]:
        verbs = [
            line.split()[0] for line in block.splitlines()[1:] if line.startswith("    ") and line[4] != " "
        ]
        assert len(verbs) == len(set(verbs))


def test_shuffled_rows_give_the_same_bytes(tmp_path: Path, document: str) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "data", data)
    dice = random.Random(4)
    for table in [*data.glob("awards/*.csv"), *data.glob("register/*.csv"), *data.glob("applications/*.csv")]:
        header, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
        dice.shuffle(rows)
        table.write_text(header + "".join(rows), encoding="utf-8")
    location = tmp_path / "shuffled.graph"
    import_sources(reversed(find_sources(data)), location, data=data)
    mine = b"".join(export(Graph.open(location), "turtle")).decode()
    differing = [
        pair for pair in zip(mine.splitlines(), document.splitlines(), strict=False) if pair[0] != pair[1]
    ]
    assert mine == document, differing[:3]


TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0"))


@given(TEXTS, st.sampled_from(["th", "en", ""]))
def test_any_text_survives_writing_and_reading(text: str, language: str) -> None:
    term = tagged(text, language) if language else plain(text)
    line = f"<http://e/s> <http://e/p> {term} <http://e/g> .\n"
    [quad] = parse(line, format=RdfFormat.N_QUADS)
    assert quad.object.value == text
    # The canonical form: what a store gives back is the same line.
    assert f"{quad} .\n" == line
    [triple] = parse("".join(turtle(statements([line]))), format=RdfFormat.TURTLE)
    assert triple.object == quad.object


NAMES = st.from_regex(r"[a-z0-9-]{1,12}[.]?[a-z0-9]?", fullmatch=True)


@given(st.sets(st.tuples(NAMES, NAMES, st.one_of(NAMES, st.integers())), min_size=1), st.randoms())
def test_turtle_does_not_depend_on_order(facts: set[tuple[str, str, str | int]], dice: random.Random) -> None:
    def node(name: str) -> NamedNode:
        return NamedNode(f"{DEFAULT_BASE}agency/{name}")

    quads = [
        Quad(node(s), node(p), Literal(o) if isinstance(o, int) else node(o), node("g")) for s, p, o in facts
    ]
    lines = sorted(f"{quad} .\n" for quad in quads)
    shuffled = lines.copy()
    dice.shuffle(shuffled)
    first, second = ("".join(turtle(statements(sorted(some)), DEFAULT_BASE)) for some in (lines, shuffled))
    assert first == second
    assert {q.triple for q in parse(first, format=RdfFormat.TURTLE)} == {
        Triple(quad.subject, quad.predicate, quad.object) for quad in quads
    }


def test_prefixes_are_sorted(document: str) -> None:
    names = [line.split()[1] for line in document.split("\n\n", 1)[0].splitlines()]
    assert all(one < other for one, other in pairwise(names))
