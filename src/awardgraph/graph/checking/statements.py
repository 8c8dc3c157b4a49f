"""The statements that are checked, wherever they come from: a graph on disk, or files of RDF."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias, cast

from awardgraph.graph.checking.files import read_rdf
from awardgraph.graph.query import run
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, QueryTriples, Store, Triple

    from awardgraph.graph.query import Answer
    from awardgraph.graph.store import Graph

__all__ = ["Statements", "name_of", "of_files", "of_graph", "of_store"]

Term: TypeAlias = "NamedNode | BlankNode | Literal"
Row: TypeAlias = dict[str, Term]

_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
#: An ontology defines terms; mappings and shapes carry its header too, and define none.
_ONTOLOGY: Final = """
ASK { ?ontology a owl:Ontology . ?term rdfs:isDefinedBy ?ontology ; a ?kind
      VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty } }
"""


@dataclass(frozen=True, slots=True)
class Statements:
    """Statements that can be asked: each once in the default graph, and once in that of its source.

    Attributes:
        ask: answers SPARQL; our prefixes need no declaration.
        files: IRI of an entity or of a source document → the file that states it.
        about: what is checked, where the rest is only there to be referred to; None: everything.
    """

    ask: Callable[[str, Mapping[str, NamedNode | Literal]], Answer]
    base: str
    files: Mapping[str, str] = field(default_factory=dict)
    about: frozenset[str] | None = None

    def rows(self, query: str, **bindings: NamedNode | Literal) -> Iterator[Row]:
        """Yield the rows of a SELECT by column; a column without a value is left out."""
        answer = cast("QuerySolutions", self.ask(query, bindings))
        names = [variable.value for variable in answer.variables]
        for row in answer:
            yield {
                name: cast("Term", term) for name, term in zip(names, row, strict=True) if term is not None
            }

    def triples(self) -> Iterator[Triple]:
        """Yield every statement once."""
        return iter(cast("QueryTriples", self.ask(_ALL, {})))

    def defines_terms(self) -> bool:
        """Return whether an ontology is among the statements."""
        return bool(self.ask(_ONTOLOGY, {}))


def of_graph(graph: Graph) -> Statements:
    """Return the statements of a graph on disk."""
    files = {source.iri: source.path for source in graph.manifest.sources}
    return Statements(graph.query, graph.manifest.base, files)


def of_store(store: Store, base: str = DEFAULT_BASE, files: Mapping[str, str] | None = None) -> Statements:
    """Return the statements of a store."""
    return Statements(partial(_asked, store, base), base, files or {})


def of_files(paths: Iterable[Path], beside: Graph | None = None) -> Statements:
    """Return the statements of RDF files, together with those of a graph if one is named.

    Raises:
        SourceError: a file cannot be read; with its line where the parser names one.
    """
    from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

    store, files = Store(), dict(of_graph(beside).files) if beside else {}
    subjects: set[str] = set()
    if beside:
        store.bulk_load(b"".join(beside.n_quads()), RdfFormat.N_QUADS)
    for number, path in enumerate(paths):
        quads = list(read_rdf(path, f"{number}"))
        store.bulk_extend(quads)
        for quad in quads:
            subjects.add(name_of(quad.subject))
            files.setdefault(name_of(quad.subject), str(path))
    named = store.quads_for_pattern(None, None, None)
    store.bulk_extend(
        [Quad(q.subject, q.predicate, q.object) for q in named if not isinstance(q.graph_name, DefaultGraph)]
    )
    # A graph beside the files is there to be referred to; it is not itself what is checked.
    about = frozenset(subjects) if beside else None
    return replace(of_store(store, beside.manifest.base if beside else DEFAULT_BASE, files), about=about)


def name_of(term: Term | Triple) -> str:
    """Return what findings call a term: an IRI bare, a node without one as ``_:`` and its label."""
    from pyoxigraph import NamedNode

    return term.value if isinstance(term, NamedNode) else str(term)


def _asked(store: Store, base: str, text: str, bindings: Mapping[str, NamedNode | Literal]) -> Answer:
    return run(store, text, bindings, base)
