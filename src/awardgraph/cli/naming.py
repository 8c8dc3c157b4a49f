"""What is asked for: the name of a question or a query, and what is set in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

import typer

from awardgraph.cli.completing import set_values
from awardgraph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.graph.store import Graph

__all__ = ["SetOption", "asked_again", "prepared"]

SetOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        help="A parameter of a named question: year=2566, agency=ดีป้า (any name or id). In SPARQL of your own"
        " a variable that is selected: an IRI or agency:depa is an IRI, digits are a number, all else a text."
        " · กำหนดค่าพารามิเตอร์ของคำถาม หรือตัวแปรใน SPARQL",
        autocompletion=set_values,
    ),
]

#: No query in SPARQL is one word.
_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def prepared(
    asked: str | None, given: Iterable[str], graph: Graph, read: Callable[[str | None], str]
) -> tuple[str, dict[str, NamedNode | Literal]]:
    """Return the query for what somebody asked, and the terms to bind to its variables.

    Args:
        asked: the name of a question, or whatever ``read`` turns into a query.
        given: what was set, as ``name=value``.
        graph: where entities are looked up by their names.
        read: returns the text of a query that was given as text, file or standard input.

    Raises:
        UsageError: there is no such question or parameter, or a value is nothing of the parameter's kind.
    """
    if not given and not (asked and _NAME.fullmatch(asked)):
        return read(asked), {}  # plain SPARQL: nothing to look up, and nothing more to import
    from awardgraph.graph.binding import bind_question, bind_text, settings
    from awardgraph.graph.questions import find_question

    values = settings(given)
    if asked and _NAME.fullmatch(asked):
        question = find_question(asked)
        return question.text, bind_question(graph, question, values)
    text = read(asked)
    return text, bind_text(text, values, graph.manifest.base)


def asked_again(text: str, bound: Mapping[str, NamedNode | Literal]) -> str:
    """Return a query that asks the same by itself: what was set is written into it."""
    if not bound:
        return text
    from awardgraph.graph.remote.writing import with_bindings

    try:
        return with_bindings(text, bound)
    except QueryError:  # DESCRIBE ?thing has no group in which it could stand
        return text
