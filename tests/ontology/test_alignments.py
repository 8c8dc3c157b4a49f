"""The alignments: the SSSOM table and the Turtle files say the same, and only of our own terms."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Literal, URIRef

from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG

ONTOLOGY: Final = Path(__file__).parents[2] / "ontology"
FOLDER: Final = ONTOLOGY / "alignments"
TABLE: Final = FOLDER / "alignments.sssom.tsv"
FILES: Final = sorted(FOLDER.glob("*.ttl"))

PREDICATES: Final = {SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch, RDFS.subClassOf}
CURATED: Final = "semapv:ManualMappingCuration"
TERMS: Final = {v for v in vars(terms).values() if isinstance(v, str) and v.startswith(AWG) and v != AWG}


class Sssom(NamedTuple):
    """A table of mappings: what its head says, its prefixes, its rows."""

    head: dict[str, str]
    prefixes: dict[str, str]
    rows: list[dict[str, str]]

    def iri(self, curie: str) -> URIRef:
        prefix, _, name = curie.partition(":")
        return URIRef(self.prefixes[prefix] + name)


@cache
def table() -> Sssom:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    comments = [line[1:] for line in lines if line.startswith("#")]
    start = comments.index("curie_map:")
    head = dict(line.split(": ", 1) for line in comments[:start] if ": " in line)
    prefixes = dict(line.strip().split(": ", 1) for line in comments[start + 1 :])
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return Sssom(head, prefixes, list(rows))


def mappings(file: Path) -> set[tuple[URIRef, URIRef, URIRef]]:
    graph = Graph().parse(file)
    found = {(s, p, o) for p in PREDICATES for s, o in graph.subject_objects(p)}
    return {(URIRef(str(s)), URIRef(str(p)), URIRef(str(o))) for s, p, o in found}


def test_the_table_and_the_files_say_the_same() -> None:
    stated = [mapping for file in FILES for mapping in mappings(file)]
    assert len(stated) == len(set(stated)), "a mapping stands in two files"
    rows = {
        (table().iri(row["subject_id"]), table().iri(row["predicate_id"]), table().iri(row["object_id"]))
        for row in table().rows
    }
    assert set(stated) - rows == set(), "in a Turtle file, but not in alignments.sssom.tsv: add the row"
    assert rows - set(stated) == set(), "in alignments.sssom.tsv, but in no Turtle file: add the triple"
    assert len(rows) == len(table().rows), "a row stands twice"


def test_the_table_is_sssom() -> None:
    head = table().head
    assert head["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert {"mapping_set_id", "mapping_set_title", "mapping_set_version", "mapping_date"} <= set(head)
    assert list(table().rows[0]) == [
        "subject_id", "subject_label", "predicate_id", "object_id", "object_label", "mapping_justification", "comment",
    ]  # fmt: skip
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert lines[1:] == sorted(lines[1:]), "sort the rows"
    used = {row[column].split(":")[0] for row in table().rows for column in row if column.endswith("_id")}
    assert used | {"semapv"} == set(table().prefixes), "a prefix is missing, or is used by no row"


@pytest.mark.parametrize("row", table().rows, ids=lambda r: f"{r['subject_id'][4:]} {r['object_id']}")
def test_a_row_maps_a_term_of_ours(row: dict[str, str]) -> None:
    subject = table().iri(row["subject_id"])
    assert str(subject) in TERMS
    assert table().iri(row["predicate_id"]) in PREDICATES
    assert row["mapping_justification"] == CURATED
    assert row["object_label"]
    labels = {o for o in core().objects(subject, RDFS.label) if isinstance(o, Literal) and o.language == "en"}
    assert {str(label) for label in labels} == {row["subject_label"]}, "the label of the ontology"


def test_a_sub_class_is_a_class() -> None:
    for file in FILES:
        for subject, predicate, _ in mappings(file):
            assert predicate != RDFS.subClassOf or (subject, RDF.type, OWL.Class) in core(), subject


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_says_what_it_is(file: Path) -> None:
    graph = Graph().parse(file)
    [head] = graph.subjects(RDF.type, OWL.Ontology)
    assert str(head) == f"https://w3id.org/awardgraph/alignments/{file.stem}"
    for relation in (DCTERMS.title, DCTERMS.description):
        languages = sorted(o.language or "" for o in graph.objects(head, relation) if isinstance(o, Literal))
        assert languages == ["en", "th"], f"{relation} in both languages, once"
    assert graph.value(head, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    spaces = {str(o).rpartition("#")[0] or str(o).rpartition("/")[0] for _, p, o in mappings(file)}
    assert not any(space.startswith(AWG.rstrip("#")) for space in spaces), "an alignment leads out"
    declared = set(graph.subjects(RDF.type, OWL.AnnotationProperty))
    assert declared == {p for _, p, _ in mappings(file)} - {RDFS.subClassOf}


def test_the_core_imports_no_alignment() -> None:
    assert list(core().objects(None, OWL.imports)) == []
    others = {str(o) for file in FILES for _, _, o in mappings(file)}
    assert others & {str(term) for triple in core() for term in triple} == set()


@pytest.mark.filterwarnings("ignore")
def test_the_reader_of_sssom_takes_the_table() -> None:
    parsers = pytest.importorskip(
        "sssom.parsers", reason="sssom is not installed: our own reader alone read the table"
    )
    assert len(parsers.parse_sssom_table(str(TABLE)).df) == len(table().rows)


@cache
def core() -> Graph:
    return Graph().parse(ONTOLOGY / "awardgraph.ttl")
