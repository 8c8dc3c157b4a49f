"""The parts of a query as it is typed: unfinished strings too, and whether it can be run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from awardgraph.graph.measuring import TOKENS
from awardgraph.graph.query import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FORMS", "KEYWORDS", "Part", "depth_of", "is_finished", "scan"]

#: What a query asks for, by its first word.
FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

_STARTS: Final = (*FORMS, "PREFIX", "BASE")

#: Words behind which a query goes on.
_LEADS_ON: Final = frozenset(
    {"BY", "LIMIT", "OFFSET", "HAVING", "VALUES", "ORDER", "GROUP", "WHERE", "ASC", "DESC"}
)

#: Thai vowels and tone marks are letters of a variable, but not among those of Python's \w.
_FURTHER_LETTERS: Final = re.compile(r"[\w\u0e00-\u0e7f]+")

#: Tokens that are parts by another name.
_KINDS: Final = {
    **dict.fromkeys(("open", "close"), "bracket"),
    **dict.fromkeys(("comma", "tag"), "plain"),
    **dict.fromkeys(("prefix", "local"), "name"),
}

_QUOTES: Final = ('"', "'")


class Part(NamedTuple):
    """A part of a text.

    Attributes:
        kind: comment, iri, string, open (a string that nobody closed), name, variable, number, word,
            bracket, operator, end, or plain for what is between them.
        start: where it begins; in code points, as is the end.
    """

    kind: str
    start: int
    end: int


def scan(text: str) -> Iterator[Part]:
    r"""Yield the parts of a text, without gaps, in order; whatever the text is.

    >>> [(part.kind, 'ASK { "ดี'[part.start : part.end]) for part in scan('ASK { "ดี')]
    [('word', 'ASK'), ('plain', ' '), ('bracket', '{'), ('plain', ' '), ('open', '"ดี')]
    """
    place = 0
    while place < len(text):
        match = TOKENS.search(text, place)
        start = match.start() if match else len(text)
        alone = match is not None and match[0] in _QUOTES
        quotes = [found for quote in _QUOTES if (found := text.find(quote, place, start + alone)) >= 0]
        if quotes:
            start = min(quotes)  # no token begins with this quote: nothing closes its string
        if place < start:
            yield Part("plain", place, start)
        if quotes or (match and text.startswith(('"""', "'''"), start) and len(match[0]) == len('""')):
            place = _end_of_open(text, start)
            yield Part("open", start, place)
        elif match:
            place = match.end()
            if match.lastgroup == "variable" and (further := _FURTHER_LETTERS.match(text, place)):
                place = further.end()
            group = match.lastgroup or ""
            yield Part(_KINDS.get(group, group), start, place)
        else:
            place = start


def _end_of_open(text: str, start: int) -> int:
    if text.startswith(('"""', "'''"), start):
        return len(text)  # lines do not end a long string
    return min((end for mark in "\r\n" if (end := text.find(mark, start)) >= 0), default=len(text))


def depth_of(text: str) -> int:
    """Return how many brackets are open at the end of a text; below zero where too many are closed.

    >>> depth_of("SELECT * { ?a ?b ( ")
    2
    """
    brackets = [text[part.start] for part in scan(text) if part.kind == "bracket"]
    return sum(1 if bracket in "[({" else -1 for bracket in brackets)


def is_finished(text: str) -> bool:
    """Return whether a query can be run as it stands, or is no query: then running it says what is wrong.

    Unfinished is one with an open bracket, a string open on its last line, or no group to look for.

    >>> is_finished("SELECT * {"), is_finished("SELECT * { ?a a awg:Conferral }")
    (False, True)
    """
    told = [part for part in scan(text) if part.kind not in ("plain", "comment")]
    words = [text[part.start : part.end].upper() if part.kind == "word" else "" for part in told]
    if not told or (words[0] not in _STARTS and text[told[0].start] != "{"):
        return not told or depth_of(text) <= 0
    if (
        (told[-1].kind == "open" and told[-1].end == len(text))
        or depth_of(text) > 0
        or words[-1] in _LEADS_ON
    ):
        return False
    if any(text[part.start] == "}" for part in told if part.kind == "bracket"):
        return True
    return "DESCRIBE" in words and told[-1].kind in ("name", "iri") and words[0] != "PREFIX"
