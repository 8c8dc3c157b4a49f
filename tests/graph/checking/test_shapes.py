"""The shapes themselves: complete, in both languages, in agreement with the ontology; and what runs them."""

from __future__ import annotations

import logging
import re
import shutil
from typing import TYPE_CHECKING, Final

import pyoxigraph
import pytest
import rdflib
from rdflib.term import _toPythonMapping

from awardgraph.errors import GraphError
from awardgraph.graph.checking import shacl
from awardgraph.graph.checking.run import check
from awardgraph.graph.checking.shapes import SHAPES, read_shapes, said_by
from awardgraph.graph.checking.statements import of_files
from awardgraph.resources import ontology_root
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from pathlib import Path

SH: Final = rdflib.SH
BOOLEAN: Final = rdflib.XSD.boolean

#: Classes of which nothing is asked beyond what holds for the class above them.
LIKE_THE_CLASS_ABOVE: Final = {AWG + "Committee"}


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in sorted((ontology_root() / "shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_root() / "awardgraph.ttl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the ontology whose shapes and rules a test may spoil."""
    return shutil.copytree(ontology_root(), tmp_path / "ontology")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "data.ttl"
    path.write_text(f"<urn:x> a <{AWG}Goal> .", encoding="utf-8")
    return path


def own_terms() -> set[str]:
    return {v for v in vars(terms).values() if isinstance(v, str) and v.startswith(AWG) and v != AWG}


# ── the shapes ──


def test_everything_has_an_iri(shapes: rdflib.Graph) -> None:
    assert [term for triple in shapes for term in triple if isinstance(term, rdflib.BNode)] == []
    named = {str(s) for s in shapes.subjects() if (s, rdflib.RDF.type, rdflib.OWL.Ontology) not in shapes}
    assert all(re.fullmatch(re.escape(SHAPES) + r"[A-Za-z0-9-]+", name) for name in named)


def test_every_property_shape_speaks_both_languages_and_says_how_grave_it_is(shapes: rdflib.Graph) -> None:
    for shape in set(shapes.subjects(SH.path)) | set(shapes.subjects(SH["or"])):
        said = {
            o.language: str(o) for o in shapes.objects(shape, SH.message) if isinstance(o, rdflib.Literal)
        }
        assert set(said) == {"en", "th"}, shape
        assert re.search("[ก-๙]", said["th"])
        assert not re.search("[ก-๙]", said["en"])
        grave = SH.Warning if "recommended-" in str(shape) else SH.Violation
        assert list(shapes.objects(shape, SH.severity)) == [grave], shape


def test_messages_are_read_by_shape() -> None:
    said = said_by(read_shapes(ontology_root() / "shapes"))
    assert said[SHAPES + "required-Conferral-underScheme"].en == "An award is given under exactly one scheme."
    assert all(text.th and text.en for text in said.values())


def test_a_name_says_in_which_file_a_shape_stands() -> None:
    for strictness in ("required", "recommended", "values"):
        graph = rdflib.Graph().parse(ontology_root() / "shapes" / f"{strictness}.ttl")
        aimed = set(graph.subjects(SH.targetClass)) | set(graph.subjects(SH.targetSubjectsOf))
        assert aimed
        assert all(str(shape).startswith(f"{SHAPES}{strictness}-") for shape in aimed)


def test_every_class_is_asked_something(shapes: rdflib.Graph, ontology: rdflib.Graph) -> None:
    classes = {str(c) for c in ontology.subjects(rdflib.RDF.type, rdflib.OWL.Class)} & own_terms()
    assert classes - {str(c) for c in shapes.objects(None, SH.targetClass)} == LIKE_THE_CLASS_ABOVE


def test_the_values_of_every_property_are_held_as_the_ontology_has_them(
    shapes: rdflib.Graph, ontology: rdflib.Graph
) -> None:
    kinds = (rdflib.OWL.ObjectProperty, rdflib.OWL.DatatypeProperty)
    properties = {
        p for kind in kinds for p in ontology.subjects(rdflib.RDF.type, kind) if str(p) in own_terms()
    }
    assert properties
    for prop in properties:
        [shape] = [s for s in shapes.subjects(SH.targetSubjectsOf, prop) if (s, SH.path, prop) in shapes]
        asked = dict(shapes.predicate_objects(shape))
        held = (
            asked.get(SH["class"]) or asked.get(SH.datatype) or asked.get(SH.nodeKind) or asked.get(SH["or"])
        )
        assert held, f"{prop}: neither class nor datatype"
        for given in ontology.objects(prop, rdflib.RDFS.range):
            if (prop, rdflib.RDF.type, rdflib.OWL.DatatypeProperty) in ontology:
                # rdfs:Literal stands for datatypes that OWL 2 RL lacks, and for several.
                assert given in {held, rdflib.RDFS.Literal}, prop
            elif SH["class"] in asked:
                assert held == given, prop


def test_every_term_in_the_shapes_exists(shapes: rdflib.Graph) -> None:
    used = {str(term) for triple in shapes for term in triple if str(term).startswith(AWG)}
    assert used - own_terms() == set()


# ── what runs them ──


def test_shapes_that_do_not_parse_are_no_finding(folder: Path, data: Path) -> None:
    (folder / "shapes" / "values.ttl").write_text("@prefix x: <urn:x> .\nx:a x:b\n", encoding="utf-8")
    with pytest.raises(GraphError, match=r"values\.ttl:\d+: the shapes cannot be read") as caught:
        check(of_files([data]), folder)
    assert type(caught.value) is GraphError


def test_no_shapes_are_no_conformity(folder: Path, data: Path) -> None:
    for path in (folder / "shapes").glob("*.ttl"):
        path.unlink()
    with pytest.raises(GraphError, match="there are no shapes here"):
        check(of_files([data]), folder)


@pytest.mark.parametrize(
    ("broken", "complaint"),
    [
        ("sh:targetClass awg:Goal ; sh:property shape:nowhere", "shape:nowhere|shapes#nowhere"),
        ("sh:targetClass awg:Goal ; sh:property shape:odd", "no SHACL"),
        ("sh:targetClass awg:Goal ; sh:path rdfs:label ; sh:minCount 1 , 2", "no SHACL"),
        ('a sh:PropertyShape ; sh:targetClass awg:Goal ; sh:path rdf:type ; sh:pattern "("', "no SHACL"),
    ],
    ids=["dangling", "itself", "two counts", "no pattern"],
)
def test_shapes_that_are_no_shacl_are_no_finding(
    folder: Path, data: Path, broken: str, complaint: str
) -> None:
    path = folder / "shapes" / "recommended.ttl"
    head = f"@prefix awg: <{AWG}> . @prefix shape: <{SHAPES}> . @prefix sh: <{SH}> . @prefix rdf: <{rdflib.RDF}> ."
    path.write_text(f"{head} @prefix rdfs: <{rdflib.RDFS}> .\nshape:odd {broken} .", encoding="utf-8")
    with pytest.raises(GraphError, match=complaint):
        check(of_files([data]), folder)


def test_an_ontology_that_does_not_parse_is_no_finding(folder: Path, data: Path) -> None:
    (folder / "awardgraph.ttl").write_text("nonsense", encoding="utf-8")
    with pytest.raises(GraphError, match="the ontology cannot be read"):
        check(of_files([data]), folder)
    (folder / "awardgraph.ttl").unlink()
    with pytest.raises(GraphError, match="the ontology cannot be read"):
        check(of_files([data]), folder)


@pytest.mark.parametrize("normalise", [True, False])
@pytest.mark.parametrize("fails", [False, True])
def test_the_switches_of_rdflib_are_as_they_were(
    monkeypatch: pytest.MonkeyPatch, data: Path, normalise: bool, fails: bool
) -> None:
    import pyshacl

    def failing(*_: object, **__: object) -> None:
        # What pySHACL does before it reads shapes; where they cannot be read it never undoes it.
        rdflib.NORMALIZE_LITERALS = not normalise
        _toPythonMapping[BOOLEAN] = bool
        raise pyshacl.errors.ReportableRuntimeError("the shapes broke")

    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", normalise)
    boolean = _toPythonMapping[BOOLEAN]
    if fails:
        monkeypatch.setattr(pyshacl, "validate", failing)
        with pytest.raises(GraphError, match="the shapes broke"):
            check(of_files([data]), ontology_root())
    else:
        check(of_files([data]), ontology_root())
    assert rdflib.NORMALIZE_LITERALS is normalise
    assert _toPythonMapping[BOOLEAN] is boolean
    assert logging.getLogger("rdflib.term").disabled is False


def test_pyshacl_still_leaves_its_switch_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    # Why the guard is there. If this fails, pySHACL has mended it.
    import pyshacl

    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", True)
    monkeypatch.setitem(_toPythonMapping, BOOLEAN, _toPythonMapping[BOOLEAN])
    with pytest.raises(Exception, match=r"."):
        pyshacl.validate(rdflib.Graph(), shacl_graph="@prefix x", shacl_graph_format="turtle")
    assert rdflib.NORMALIZE_LITERALS is False


def test_a_failure_that_pyshacl_returns_is_no_finding(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    import pyshacl

    failure = pyshacl.errors.ValidationFailure("too deep")  # type: ignore[no-untyped-call]
    monkeypatch.setattr(pyshacl, "validate", lambda *_, **__: (False, failure, ""))
    with pytest.raises(GraphError, match="too deep"):
        check(of_files([data]), ontology_root())


def test_values_cross_as_they_are_written() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    written: list[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal] = [
        pyoxigraph.Literal("007", datatype=pyoxigraph.NamedNode(xsd + "integer")),
        pyoxigraph.Literal("ดี", language="th"),
        pyoxigraph.Literal("plain"),
        pyoxigraph.NamedNode("urn:x"),
        pyoxigraph.BlankNode("b0"),
    ]
    assert [shacl._back(shacl._there(term)) for term in written] == written
    node = pyoxigraph.NamedNode("urn:x")
    assert "urn:x" in str(shacl._there(pyoxigraph.Triple(node, node, node)))


def test_ill_written_values_are_told_without_noise(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], recwarn: pytest.WarningsRecorder
) -> None:
    path = tmp_path / "odd.ttl"
    odd = f'<urn:x> <{AWG}heldOn> "2023-13-01"^^<{rdflib.XSD.date}> ; <{AWG}selfReported> "maybe"^^<{BOOLEAN}> .'
    path.write_text(odd, encoding="utf-8")
    found = {finding.check for finding in check(of_files([path]), ontology_root()).findings}
    assert found == {"values-heldOn", "values-selfReported"}
    assert (capfd.readouterr().err, list(recwarn)) == ("", [])
