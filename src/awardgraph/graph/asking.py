"""Ask a graph about many things at once, however many they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Literal, NamedNode, QuerySolutions

    from awardgraph.graph.store import Graph

    Term: TypeAlias = "NamedNode | Literal"

__all__ = ["ask_about", "rows_of"]

#: A graph reads queries of at most 100,000 characters: so many of them name what one query is about.
_LONGEST: Final = 50_000


def rows_of(graph: Graph, query: str, focus: str = "") -> Iterator[dict[str, Term]]:
    """Yield the rows of a SELECT by column; a column without a value is left out.

    Args:
        graph: what to ask.
        query: the SELECT; ``%s`` in it stands for the focus.
        focus: IRI of what is asked about.
    """
    answer = cast("QuerySolutions", graph.query(query.replace("%s", f"<{focus}>")))
    names = [variable.value for variable in answer.variables]
    for row in answer:
        # Nothing in a graph is nameless, so that an answer holds IRIs and literals only.
        yield {name: cast("Term", term) for name, term in zip(names, row, strict=True) if term is not None}


def ask_about(graph: Graph, variable: str, iris: Iterable[str], query: str) -> Iterator[dict[str, Term]]:
    """Yield the rows of a SELECT about given things.

    Args:
        graph: what to ask.
        variable: the variable that stands for each of them.
        iris: the things.
        query: the SELECT; ``%s`` in it is where they are listed.
    """
    some: list[str] = []
    for iri in [*sorted(set(iris)), ""]:
        if some and (not iri or sum(map(len, some)) + len(iri) > _LONGEST):
            values = " ".join(f"<{one}>" for one in some)
            yield from rows_of(graph, query.replace("%s", f"VALUES ?{variable} {{ {values} }}"))
            some = []
        some.append(iri)
