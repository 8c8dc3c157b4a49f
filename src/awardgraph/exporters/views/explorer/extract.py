"""The part of a graph that an answer speaks of, as lines that the explorer reads like a whole graph."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Protocol

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

from awardgraph.errors import GraphError, UsageError
from awardgraph.exporters.views.explorer.lines import bracketed
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.graph.query import Answer

__all__ = ["Lines", "extract", "lines_of"]

#: What an entity lies in; an office is not understood without its ministry, nor words without their source.
_UPWARDS: Final = frozenset(
    bracketed(iri)
    for iri in (
        ext.SUB_ORGANIZATION_OF, awg.LOCATED_IN, awg.EDITION_OF, awg.OF_SCHEME, awg.CATEGORY_OF,
        awg.PASSAGE_OF, awg.IN_SCALE,
    )
)  # fmt: skip

#: What an entity is and how it is called.
_NAMING: Final = frozenset(bracketed(iri) for iri in (ext.TYPE, ext.LABEL, ext.TITLE, ext.ALT_LABEL))

#: From somebody's part in a ceremony to what it is a part of.
_PARTS: Final = frozenset(bracketed(iri) for iri in (awg.PARTICIPANT, awg.FOR_CONFERRAL))


class Lines(Protocol):
    """What the explorer needs of a graph."""

    def n_quads(self) -> Iterator[bytes]:
        """Yield its statements as sorted N-Quads lines in UTF-8."""

    def triples(self) -> Iterator[str]:
        """Yield its statements as sorted N-Triples lines."""


def lines_of(graph: Lines) -> Iterator[bytes]:
    """Yield a graph's sorted lines with who says so; as N-Triples where an endpoint has no named graphs."""
    try:
        yield from graph.n_quads()
    except GraphError:
        yield from map(str.encode, graph.triples())


def extract(graph: Lines, answer: Answer) -> Iterator[bytes]:
    """Yield the sorted lines in UTF-8 that an answer is about.

    Of rows: everything about the entities in them, and what these lead to, named. Of triples: these
    alone, with the sources that state them, and the names of what they speak of.

    Raises:
        UsageError: the answer names no entity.
    """
    if isinstance(answer, QueryBoolean):
        message = "the query answers yes or no; there is nothing to draw. Use SELECT or CONSTRUCT."
        raise UsageError(message)
    if isinstance(answer, QueryTriples):
        return _of_triples(graph, answer)
    return _of_entities(graph, _named(answer))


def _named(answer: QuerySolutions) -> set[bytes]:
    found = {str(term).encode() for row in answer for term in row if isinstance(term, NamedNode)}
    if not found:
        message = "the answer names nothing that could be drawn. Select entities, not only texts and numbers."
        raise UsageError(message)
    return found


def _of_triples(graph: Lines, answer: QueryTriples) -> Iterator[bytes]:
    wanted = {str(triple).encode() for triple in answer if isinstance(triple, Triple)}
    ends = {part for triple in wanted for part in (triple.split(b" ", 1)[0], triple.rsplit(b" ", 1)[1])}
    kept = [triple + b" .\n" for triple in wanted]
    for line in lines_of(graph):
        subject, predicate, _ = line.split(b" ", 2)
        stated = line[: line.rindex(b" <")] if line.endswith(b"> .\n") else line[:-3]
        if stated in wanted or (predicate in _NAMING and subject in ends):
            kept.append(line)
    yield from sorted(set(kept))


def _of_entities(graph: Lines, named: set[bytes]) -> Iterator[bytes]:
    parts, beside = _around(graph, named)
    drawn = named | beside
    for line in lines_of(graph):
        subject, predicate, rest = line.split(b" ", 2)
        whole = subject in named or subject in parts
        if whole or (
            subject in beside
            and (rest[:1] == b'"' or rest.split(b" ", 1)[0] in drawn or predicate in _NAMING)
        ):
            yield line


def _around(graph: Lines, named: set[bytes]) -> tuple[set[bytes], set[bytes]]:
    """Return the parts that people had in what is named, and what else stands around it."""
    beside: set[bytes] = set()
    upwards: dict[bytes, set[bytes]] = defaultdict(set)
    of_parts: dict[bytes, set[bytes]] = defaultdict(set)
    for line in lines_of(graph):
        subject, predicate, rest = line.split(b" ", 2)
        if rest[:1] != b"<":
            continue
        end = rest.split(b" ", 1)[0]
        if predicate in _UPWARDS:
            upwards[subject].add(end)
        if predicate in _PARTS:
            of_parts[subject].add(end)
        if subject in named:
            beside.add(end)
    parts = {part for part, ends in of_parts.items() if ends & named}
    beside |= {end for part in parts for end in of_parts[part]}
    waiting = [*beside, *named]
    while waiting:
        new = upwards.get(waiting.pop(), set()) - beside
        beside |= new
        waiting += new
    return parts, beside - named
