"""RDF files: every syntax is read, and what cannot be read is said with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse, serialize

from awardgraph.errors import SourceError
from awardgraph.graph.checking.files import read_rdf
from awardgraph.graph.checking.statements import of_files
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from pathlib import Path

TURTLE: Final = f'<urn:x> a <{AWG}Goal> ; <http://www.w3.org/2000/01/rdf-schema#label> "เป้าหมาย"@th .\n'

SYNTAXES: Final = {
    "ttl": RdfFormat.TURTLE,
    "trig": RdfFormat.TRIG,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "rdf": RdfFormat.RDF_XML,
    "owl": RdfFormat.RDF_XML,
    "xml": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}


@pytest.mark.parametrize("ending", SYNTAXES)
def test_every_syntax_says_the_same(tmp_path: Path, ending: str) -> None:
    triples = [quad.triple for quad in parse(TURTLE, format=RdfFormat.TURTLE)]
    path = tmp_path / f"data.{ending}"
    path.write_bytes(serialize(triples, format=SYNTAXES[ending]) or b"")
    assert {quad.triple for quad in read_rdf(path, "")} == set(triples)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "data.ttl"
    path.write_bytes(b"\xef\xbb\xbf" + TURTLE.encode())
    assert len(list(read_rdf(path, ""))) == 2


def test_two_files_share_no_nameless_node(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).write_text("_:x <urn:p> [] .", encoding="utf-8")
    rows = list(of_files(sorted(tmp_path.glob("*.ttl"))).rows("SELECT ?s ?o { ?s <urn:p> ?o }"))
    assert sorted(str(term) for row in rows for term in row.values()) == [
        "_:b0x0",
        "_:b0x1",
        "_:b1x0",
        "_:b1x1",
    ]
    assert all(isinstance(term, BlankNode) for row in rows for term in row.values())


def test_what_stands_in_a_named_graph_is_asked_as_well(tmp_path: Path) -> None:
    path = tmp_path / "data.trig"
    path.write_text("<urn:g> { <urn:s> <urn:p> <urn:o> } <urn:s> <urn:p> <urn:o> .", encoding="utf-8")
    statements = of_files([path])
    assert len(list(statements.triples())) == 1
    assert len(list(statements.rows("SELECT ?g { GRAPH ?g { ?s ?p ?o } }"))) == 1


BOMB: Final = """<?xml version="1.0"?>
<!-- a comment --><!DOCTYPE rdf:RDF [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="urn:x"/></rdf:RDF>
"""


@pytest.mark.parametrize(
    ("name", "content", "line", "problem"),
    [
        ("bomb.rdf", BOMB.encode(), None, "has a document type"),
        ("bomb.owl", b"\xef\xbb\xbf" + BOMB.encode(), None, "has a document type"),
        ("data.csv", b"a,b", None, ".csv is no RDF"),
        ("data", b"a,b", None, "no ending is no RDF"),
        ("broken.ttl", b"<urn:a> <urn:b> <urn:c> .\n<urn:a> nonsense .", 2, "nonsense"),
        ("broken.nt", b"<urn:a> <urn:b> .", 1, ""),
        ("broken.rdf", b"<rdf:RDF>", None, ""),
        ("broken.jsonld", b'{"@id": ', None, ""),
        ("far.jsonld", b'{"@context": "https://example.org/c", "@id": "urn:x"}', None, "nothing is fetched"),
        ("thai.ttl", TURTLE.encode("tis-620"), 1, "not UTF-8"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_what_cannot_be_read(
    tmp_path: Path, name: str, content: bytes, line: int | None, problem: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        list(read_rdf(path, ""))
    assert caught.value.where == str(path)
    assert problem in caught.value.problem
    if line:
        assert caught.value.line == line


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        list(read_rdf(tmp_path / "none.ttl", ""))
    (tmp_path / "folder.ttl").mkdir()
    with pytest.raises(SourceError, match="cannot be read"):
        list(read_rdf(tmp_path / "folder.ttl", ""))


def test_a_doctype_in_words_is_no_document_type(tmp_path: Path) -> None:
    path = tmp_path / "words.ttl"
    path.write_text('<urn:x> <urn:p> "<!DOCTYPE html>" .', encoding="utf-8")
    assert len(list(read_rdf(path, ""))) == 1
