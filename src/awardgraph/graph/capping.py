"""Answers cut after so many rows, as answers that every format can still write."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from awardgraph.graph.remaking import remade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import QuerySolution, QuerySolutions

    from awardgraph.graph.query import Answer

__all__ = ["cap"]


def cap(answer: Answer, most: int, when_cut: Callable[[], None]) -> Answer:
    """Return an answer with at most so many rows or triples; yes and no stay.

    Rows are still computed one by one, as they are read.

    Args:
        when_cut: called once, when there would have been more.
    """
    from pyoxigraph import Quad, QuerySolutions, QueryTriples, Store

    if isinstance(answer, QuerySolutions):
        return remade([variable.value for variable in answer.variables], _cut(answer, most, when_cut))
    if isinstance(answer, QueryTriples):
        kept = Store()
        kept.extend(Quad(*triple) for triple in islice(answer, most))
        if next(answer, None) is not None:
            when_cut()
        return kept.query("CONSTRUCT WHERE { ?s ?p ?o }")
    return answer


def _cut(answer: QuerySolutions, most: int, when_cut: Callable[[], None]) -> Iterator[QuerySolution]:
    yield from islice(answer, most)
    if next(answer, None) is not None:
        when_cut()
