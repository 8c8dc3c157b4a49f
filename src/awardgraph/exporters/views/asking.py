"""The questions that a picture asks of a graph. Every IRI passes through a validated term."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, cast

from pyoxigraph import Literal, NamedNode

from awardgraph.exporters.views.relations import RELATIONS, TYPES, Relation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import BlankNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

    from awardgraph.exporters.views.picture import Kind

__all__ = ["Link", "Queryable", "Statements", "count_hidden", "counts", "links", "newest", "rows", "said_by"]

#: A graph reads queries of at most 100,000 characters: so many IRIs and characters go into one.
_AT_ONCE: Final = 200
_LONGEST: Final = 50_000

#: Predicate and object of the statements about one subject.
Statements = list[tuple[str, NamedNode | Literal]]


class Queryable(Protocol):
    """What a picture needs of a graph."""

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> QuerySolutions | QueryTriples | QueryBoolean:
        """Return the answer to a SPARQL query; the usual prefixes need no declaration."""


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A drawn relation that the graph states between two entities."""

    source: str
    relation: str
    target: str


def rows(graph: Queryable, text: str, *names: str) -> Iterator[list[NamedNode | Literal | None]]:
    """Yield the named columns of every solution of a SELECT query.

    A solution with a blank node is passed over: it names nothing that could be pointed at.
    """
    for solution in cast("QuerySolutions", graph.query(text)):
        found: list[NamedNode | BlankNode | Literal | Triple | None] = [solution[name] for name in names]
        known = [term for term in found if term is None or isinstance(term, (NamedNode, Literal))]
        if len(known) == len(found):
            yield known


def values(iris: Iterable[str]) -> str:
    """Return IRIs as the inside of a VALUES block, in order.

    Raises:
        ValueError: one of them is no absolute IRI.
    """
    return " ".join(str(NamedNode(iri)) for iri in sorted(iris))


def in_parts(iris: Iterable[str]) -> Iterator[list[str]]:
    """Yield IRIs in order, so many at a time that a query stays short enough to be read."""
    order = sorted(iris)
    for start in range(0, len(order), _AT_ONCE):
        yield order[start : start + _AT_ONCE]


def statements(graph: Queryable, iris: Iterable[str]) -> dict[str, Statements]:
    """Return what the graph states about entities, by entity, in a fixed order."""
    about: dict[str, Statements] = defaultdict(list)
    for part in in_parts(iris):
        query = f"SELECT ?n ?p ?o {{ VALUES ?n {{ {values(part)} }} ?n ?p ?o }}"
        for subject, predicate, value in rows(graph, query, "n", "p", "o"):
            if subject and predicate and value:
                about[subject.value].append((predicate.value, value))
    for found in about.values():
        found.sort(key=lambda statement: (statement[0], str(statement[1])))
    return about


def links(graph: Queryable, kinds: Mapping[str, Kind]) -> set[Link]:
    """Return the drawn relations that lead away from entities, given with their kinds."""
    return _links(graph, _from(kinds, "s", lambda relation: relation.subjects))


def links_said_by(graph: Queryable, source: str) -> set[Link]:
    """Return the drawn relations that a source states itself."""
    own = str(NamedNode(source))
    return _links(graph, [(relation, f"GRAPH {own} {{ {relation.pattern} }}") for relation in RELATIONS])


def said_by(graph: Queryable, source: str) -> dict[str, Kind]:
    """Return the entities of a drawn class whose class a source states itself, with their kinds."""
    drawn = f"VALUES ?type {{ {values(TYPES)} }}"
    query = f"SELECT DISTINCT ?n ?type {{ {drawn} GRAPH {NamedNode(source)} {{ ?n a ?type }} }}"
    found = rows(graph, query, "n", "type")
    return {n.value: TYPES[kind.value][0] for n, kind in found if isinstance(n, NamedNode) and kind}


def counts(graph: Queryable, kinds: Mapping[str, Kind]) -> dict[tuple[str, str], int]:
    """Return how many entities lead to each of some, by entity and name of the relation."""
    found: dict[tuple[str, str], int] = {}
    for union in _unions(_from(kinds, "o", lambda relation: relation.objects)):
        query = f"SELECT ?o ?r (COUNT(DISTINCT ?s) AS ?n) {{ {union} }} GROUP BY ?o ?r"
        for entity, relation, number in rows(graph, query, "o", "r", "n"):
            if entity and relation and number:
                found[entity.value, relation.value] = int(number.value)
    return found


def newest(graph: Queryable, relation: Relation, entity: str, most: int) -> list[str]:
    """Return the entities that lead to one by a relation, newest edition first, at most so many."""
    query = f"""SELECT DISTINCT ?s ?year {{
        VALUES ?o {{ {values([entity])} }} {relation.pattern}
        OPTIONAL {{ ?s awg:inEdition/awg:editionYear ?year }}
    }} ORDER BY DESC(?year) STR(?s) LIMIT {most}"""
    found = [node.value for (node,) in rows(graph, query, "s") if isinstance(node, NamedNode)]
    return list(dict.fromkeys(found))


def count_hidden(
    graph: Queryable, beyond: Sequence[tuple[str, Relation]], also: Iterable[str], drawn: Iterable[str]
) -> int:
    """Return how many entities lead to some by given relations, or are named, and are not drawn.

    Each is counted once. Where a great many are named, the larger of the two numbers comes
    back: fewer than there are, never more.
    """
    named = sorted(set(also) - set(drawn))
    branches = [f"VALUES ?o {{ {values([entity])} }} {relation.pattern}" for entity, relation in beyond]
    branches.append(f"VALUES ?s {{ {values(named[:_AT_ONCE])} }}")
    union = " UNION ".join(f"{{ {branch} }}" for branch in branches)
    shown = values(drawn).replace(" ", ", ")
    query = f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {union} FILTER(?s NOT IN ({shown})) }}"
    return max(len(named), *(int(number.value) for (number,) in rows(graph, query, "n") if number))


def _from(
    kinds: Mapping[str, Kind], end: str, of: Callable[[Relation], tuple[Kind, ...]]
) -> list[tuple[Relation, str]]:
    return [
        (relation, f"VALUES ?{end} {{ {values(part)} }} {relation.pattern}")
        for relation in RELATIONS
        for part in in_parts(iri for iri, kind in kinds.items() if kind in of(relation))
    ]


def _unions(branches: Iterable[tuple[Relation, str]]) -> Iterator[str]:
    """Yield the branches as unions, each short enough to be read."""
    union: list[str] = []
    for relation, pattern in branches:
        branch = f'{{ {pattern} BIND("{relation.name}" AS ?r) }}'
        if union and sum(map(len, union)) + len(branch) > _LONGEST:
            yield " UNION ".join(union)
            union = []
        union.append(branch)
    if union:
        yield " UNION ".join(union)


def _links(graph: Queryable, branches: list[tuple[Relation, str]]) -> set[Link]:
    found: set[Link] = set()
    for union in _unions(branches):
        for s, r, o in rows(graph, f"SELECT DISTINCT ?s ?r ?o {{ {union} }}", "s", "r", "o"):
            if isinstance(s, NamedNode) and isinstance(o, NamedNode) and r and s != o:
                found.add(Link(s.value, r.value, o.value))
    return found
