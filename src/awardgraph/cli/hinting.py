"""What is said beside an answer: hints, counts of patterns, and that it was cut."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from awardgraph.cli.output import say, table
from awardgraph.errors import AwardGraphError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.cli.options import Language
    from awardgraph.graph.hints import Source
    from awardgraph.graph.query import Answer
    from awardgraph.graph.store import Graph

__all__ = ["capped", "explained", "hints_of", "say_hints"]

#: Each look at an endpoint is a request.
_STEPS_AFAR: Final = 20

#: What a query holds, in capitals, that has rows where nothing matches, or whose years are always looked at.
_REGARDLESS: Final = (
    "ASK", "DESCRIBE", "COUNT", "SUM", "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "EDITIONYEAR",
)  # fmt: skip


def capped(answer: Answer, most: int, lang: Language) -> Answer:
    """Return an answer cut after so many rows; stderr is told when it was."""
    from awardgraph.graph.capping import cap
    from awardgraph.resources import messages

    return cap(answer, most, partial(say, messages(lang)["limits"]["rows"].format(most=f"{most:,}")))


def say_hints(source: Source, text: str, lang: Language, *, answered: bool) -> None:
    """Say on stderr why a query has no answer, where that is certain."""
    for words in hints_of(source, text, lang, answered=answered):
        say(words)


def hints_of(source: Source, text: str, lang: Language, *, answered: bool) -> Iterator[str]:
    """Yield why a query has no answer, in sentences, where that is certain.

    Args:
        answered: whether it had rows; then everything that a row stands for has matched.
    """
    if answered and not any(word in text.upper() for word in _REGARDLESS):
        return
    from awardgraph.graph.hints import STEPS, hints
    from awardgraph.resources import messages

    steps = _STEPS_AFAR if hasattr(source, "address") else STEPS
    with suppress(AwardGraphError):  # the answer is given; what goes wrong behind it is nobody's concern
        for hint in hints(source, text, steps=steps):
            yield messages(lang)["hints"][hint.kind].format(**hint.words)


def explained(graph: Graph, text: str, lang: Language) -> str:
    """Return a table of the query's triple patterns, fewest matches first, without running it.

    Raises:
        QueryError: the query is refused.
    """
    from awardgraph.graph.hints import counts
    from awardgraph.graph.query import parse
    from awardgraph.graph.store import Graph
    from awardgraph.resources import messages

    # Files and endpoints may use words of their own.
    parse(text, graph.manifest.base, vocabulary=type(graph) is Graph)
    words = messages(lang)["hints"]
    say(words["explained"])
    header = (words["matches"], words["pattern"])
    return table(header, [(f"{n:,}", str(pattern)) for n, pattern in counts(graph, text)])
