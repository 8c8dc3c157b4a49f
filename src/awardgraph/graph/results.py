"""Answers → text: rows to read, and the standard serialisations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

    from awardgraph.graph.query import Answer

__all__ = ["FORMATS", "columns", "rows", "serialize", "short", "short_iri"]

#: Format → the kind of answer that it can carry.
FORMATS: Final = {
    **dict.fromkeys(("table", "csv", "tsv", "json", "xml"), "rows"),
    **dict.fromkeys(("ttl", "nt"), "triples"),
}


def is_graph(answer: Answer) -> bool:
    """Return whether an answer is made of triples, as CONSTRUCT and DESCRIBE give."""
    from pyoxigraph import QueryTriples

    return isinstance(answer, QueryTriples)


def serialize(answer: Answer, format_name: str) -> bytes:
    """Return an answer in csv, tsv, json or xml (rows, yes or no) or as sorted nt (triples).

    Raises:
        UsageError: the format cannot carry this kind of answer.
    """
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QueryTriples

    kind = "triples" if isinstance(answer, QueryTriples) else "rows"
    if FORMATS[format_name] != kind:
        fitting = " or ".join(
            name for name, carries in FORMATS.items() if carries == kind and name != "table"
        )
        message = f"The answer is made of {kind}; --format {format_name} cannot carry them. Use {fitting}."
        raise UsageError(message)
    if isinstance(answer, QueryTriples):
        return "".join(sorted(f"{triple} .\n" for triple in answer)).encode()
    if isinstance(answer, QueryBoolean) and format_name in ("csv", "tsv"):
        return b"true\n" if answer else b"false\n"
    media = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV}
    media |= {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}
    return answer.serialize(format=media[format_name]) or b""


def columns(answer: Answer) -> list[str]:
    """Return the names of an answer's columns."""
    from pyoxigraph import QueryBoolean, QueryTriples

    if isinstance(answer, QueryBoolean):
        return ["answer"]
    if isinstance(answer, QueryTriples):
        return ["subject", "predicate", "object"]
    return [variable.value for variable in answer.variables]


def rows(answer: Answer, base: str = "") -> Iterator[list[str]]:
    """Yield the rows of an answer as text for people, in the order of :func:`columns`."""
    from pyoxigraph import QueryBoolean

    if isinstance(answer, QueryBoolean):
        yield ["true" if answer else "false"]
        return
    for row in answer:
        yield [short(term, base) for term in row]


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
