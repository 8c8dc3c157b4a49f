"""What is said beside an answer: hints, counts of patterns, and that it was cut."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from awardgraph.cli.output import say, table
from awardgraph.errors import AwardGraphError

if TYPE_CHECKING:
    from awardgraph.cli.options import Language
    from awardgraph.graph.hints import Source
    from awardgraph.graph.query import Answer

__all__ = ["capped", "explained", "say_hints"]


def capped(answer: Answer, most: int, lang: Language) -> Answer:
    """Return an answer cut after so many rows; stderr is told when it was."""
    from awardgraph.graph.capping import cap
    from awardgraph.resources import messages

    return cap(answer, most, partial(say, messages(lang)["limits"]["rows"].format(most=f"{most:,}")))


def say_hints(source: Source, text: str, lang: Language) -> None:
    """Say on stderr why a query has no answer, where that is certain."""
    from awardgraph.graph.hints import hints
    from awardgraph.resources import messages

    with suppress(AwardGraphError):  # the answer is given; what goes wrong behind it is nobody's concern
        for hint in hints(source, text):
            say(messages(lang)["hints"][hint.kind].format(**hint.words))


def explained(source: Source, text: str, lang: Language) -> str:
    """Return a table of the query's triple patterns, fewest matches first, without running it.

    Raises:
        QueryError: the query is refused.
    """
    from awardgraph.graph.hints import counts
    from awardgraph.graph.query import parse
    from awardgraph.resources import messages

    parse(text, getattr(getattr(source, "manifest", source), "base", ""))
    words = messages(lang)["hints"]
    say(words["explained"])
    header = (words["matches"], words["pattern"])
    return table(header, [(f"{n:,}", str(pattern)) for n, pattern in counts(source, text)])
