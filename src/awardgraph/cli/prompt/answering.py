"""What the prompt asks of the process that has the graph: functions that go there by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.cli.answering import Showing
    from awardgraph.cli.options import Language
    from awardgraph.graph.store import Graph

__all__ = ["MOST_ROWS", "Shown", "answer", "ask_question", "explain", "tell_why"]

#: Rows that a table at the prompt has at most; for more there are files.
MOST_ROWS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as it is shown.

    Attributes:
        rows: how many there are in the text; None where it is no table.
        cut: whether there are more.
        hints: why there are none, where that is certain.
    """

    text: bytes
    rows: int | None = None
    cut: bool = False
    hints: tuple[str, ...] = ()


def answer(graph: Graph, query: str, showing: Showing, *, allow_network: bool = False) -> Shown:
    """Return the answer to a query as it is to be shown.

    Raises:
        QueryError: the query is refused.
        UsageError: the format cannot carry the answer.
    """
    return _shown(graph, query, {}, showing, allow_network=allow_network)


def ask_question(graph: Graph, name: str, written: Mapping[str, str], showing: Showing) -> Shown:
    """Return the answer to a named question.

    Args:
        graph: what to ask.
        name: of the question: its alias, or its name with its number or without.
        written: parameter → value as a person writes it; where an entity is meant, any of its names.
        showing: as for :func:`answer`.

    Raises:
        UsageError: there is no such question or parameter, or a value is none of its kind.
    """
    from awardgraph.graph.binding import bind_question
    from awardgraph.graph.questions import find_question

    question = find_question(name)
    return _shown(graph, question.text, bind_question(graph, question, written), showing)


def _shown(
    graph: Graph,
    query: str,
    bound: Mapping[str, NamedNode | Literal],
    showing: Showing,
    *,
    allow_network: bool = False,
) -> Shown:
    from awardgraph.cli.answering import HEADINGS, pieces_of
    from awardgraph.cli.hinting import hints_of
    from awardgraph.cli.naming import asked_again
    from awardgraph.graph.capping import cap
    from awardgraph.graph.results import is_graph

    if showing.format == "xlsx":
        message = "a workbook is no text for a terminal. Choose another .format."
        raise UsageError(message)
    answered = graph.query(query, bound, allow_network=allow_network)
    cut: list[bool] = []
    table = showing.format == "table" or not (showing.format or is_graph(answered))
    if table:
        answered = cap(answered, MOST_ROWS, partial(cut.append, True))
    pieces = pieces_of(answered, graph, asked_again(query, bound), showing, graph.manifest.base)
    text = b"".join(pieces)
    rows = text.count(b"\n") - HEADINGS["table"] if table else None
    hints = hints_of(graph, query, showing.lang, answered=bool(rows))
    return Shown(text, rows, bool(cut), tuple(hints))


def tell_why(graph: Graph, name: str, property_name: str, lang: Language) -> Shown:
    """Return who states something and in which words, as ``awardgraph why`` tells it.

    Raises:
        UsageError: nothing has that name, or no property has.
    """
    from awardgraph.cli.evidence import told
    from awardgraph.graph.evidence import evidence
    from awardgraph.graph.find import find_one
    from awardgraph.graph.wording import find_property

    properties = find_property(property_name) if property_name else ()
    return Shown(told(graph, evidence(graph, find_one(graph, name), properties), {}, lang).encode())


def explain(graph: Graph, query: str, lang: Language) -> Shown:
    """Return the triple patterns of a query with how many matches each has alone, the fewest first.

    Raises:
        QueryError: the query is refused.
    """
    from awardgraph.cli.hinting import explained

    return Shown(explained(graph, query, lang).encode())
