"""The questions that the program itself asks: one file a question, found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from awardgraph.resources import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Literal, NamedNode, QuerySolutions

    from awardgraph.graph.store import Graph

__all__ = ["ask"]


def ask(graph: Graph, name: str, **bindings: NamedNode | Literal) -> Iterator[dict[str, str]]:
    """Yield the rows of a named question as texts by column; a column without a value is left out."""
    answer = cast("QuerySolutions", graph.query(text(f"sparql/{name}.rq"), bindings))
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield {name: term.value for name, term in zip(names, row, strict=True) if term is not None}
