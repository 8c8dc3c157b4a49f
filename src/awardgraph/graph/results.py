"""What answers are made of, in short: their columns, and terms as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    from awardgraph.graph.query import Answer

__all__ = ["columns", "is_graph", "short", "short_iri"]


def is_graph(answer: Answer) -> bool:
    """Return whether an answer is made of triples, as CONSTRUCT and DESCRIBE give."""
    from pyoxigraph import QueryTriples

    return isinstance(answer, QueryTriples)


def columns(answer: Answer) -> list[str]:
    """Return the names of an answer's columns."""
    from pyoxigraph import QueryBoolean, QueryTriples

    if isinstance(answer, QueryBoolean):
        return ["answer"]
    if isinstance(answer, QueryTriples):
        return ["subject", "predicate", "object"]
    return [variable.value for variable in answer.variables]


def short(term: NamedNode | BlankNode | Literal | Triple | None, base: str = "") -> str:
    """Return a term for people: an IRI with its prefix, a literal as its text."""
    from pyoxigraph import NamedNode, Triple

    if term is None:
        return ""
    if not isinstance(term, NamedNode):
        return str(term) if isinstance(term, Triple) else term.value
    return short_iri(term.value, base)


def short_iri(iri: str, base: str = "") -> str:
    """Return an IRI with its prefix where it has one.

    >>> short_iri("http://www.w3.org/ns/org#Organization")
    'org:Organization'
    """
    for prefix, namespace in prefixes(base).items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
