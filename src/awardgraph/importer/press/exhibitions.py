"""Find what a body shows at a prize-giving: shown there is not won there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.findings import Exhibition, Slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.lexicon import Lexicon
    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Shows", "compile_shows", "exhibitions_of"]

#: What bodies do that never show anything where they stand.
_ASIDE: Final = frozenset({"giver", "organiser", "place", "other", "to", "aggregate"})

#: A name with fewer letters behind its first word only says of what kind it is.
_SHORT: Final = 3

#: How far behind the verb the first thing shown is told, in letters.
_REACH: Final = 220


@dataclass(frozen=True, slots=True, eq=False)
class Shows:
    """The patterns for what is shown, compiled once."""

    shows: re.Pattern[str]
    visits: re.Pattern[str]
    work: re.Pattern[str]
    too: re.Pattern[str]
    ends: re.Pattern[str]


def compile_shows(lexicon: Lexicon) -> Shows:
    """Return the patterns of a lexicon for exhibitions."""
    words = lexicon.lists["ceremonies"]
    works = alternatives(words["works"])
    work = (
        rf"(?:(?:(?:{works})\s?)?[“\"](?P<quoted>[^”\"\n]{{3,120}})[”\"]"
        rf"|(?P<plain>{works})(?=[ก-๎A-Za-z])(?!{words['no_work']}))"
    )
    return Shows(
        re.compile(rf"\s?(?:\([^)]{{1,40}}\)\s?)?(?:{words['shows']})"),
        re.compile(words["visits"]),
        re.compile(rf"{words['shown']}\s?{work}"),
        re.compile(rf"{words['shown_too']}{work}"),
        re.compile(words["work_ends"]),
    )


def exhibitions_of(
    clean: Clean, nodes: Sequence[Node], named: Sequence[Body], shows: Shows
) -> tuple[Exhibition, ...]:
    """Return each project or system that a body is said to show, in order; what is only visited is none."""
    found: dict[str, Exhibition] = {}
    for node in nodes:
        end = max(part.end for part in node.walk())
        for body in named if node.kind != "title" else ():
            if node.start <= body.start < end and body.does not in _ASIDE:
                for one in _shown(clean, body, end, shows):
                    found.setdefault(one.project.value, one)
    return tuple(found.values())


def _shown(clean: Clean, body: Body, end: int, shows: Shows) -> Iterator[Exhibition]:
    until = max(body.end, body.until)
    verb = shows.shows.match(clean.text, until, end)
    if verb is None:
        tries = (
            shows.shows.match(clean.text, at, min(end, until + _REACH))
            for at in range(body.start + _SHORT, until + 1)
        )
        verb = next(filter(None, tries), None)
    if verb is None or shows.visits.search(verb[0]):
        return
    stuck = verb.start() < body.end  # the verb is printed right behind a name that nobody registered
    name = clean.text[body.start : verb.start()] if stuck else body.name
    agency = Slot(name, *clean.span(body.start, min(body.end, verb.start())))
    at = verb.start()
    while work := shows.work.search(clean.text, at, end):
        if at == verb.start() and work.start() > verb.end() + _REACH:
            return
        at = work.end()
        more: re.Match[str] | None = work
        while more:
            start, stop = _named(clean.text, more, end, shows)
            at = max(at, stop)
            if start < stop:
                value = " ".join(clean.raw[slice(*clean.span(start, stop))].split())
                yield Exhibition(
                    agency, Slot(value, *clean.span(start, stop)), *clean.span(more.start(), stop)
                )
            more = shows.too.match(clean.text, at, end)


def _named(text: str, work: re.Match[str], end: int, shows: Shows) -> tuple[int, int]:
    """Return where the name of a work begins and ends; nothing between where only its kind is told."""
    if work["quoted"]:
        return work.span("quoted")
    ends = shows.ends.search(text, work.end(), end)
    stop = ends.start() if ends else end
    start = work.start("plain")
    return (start, stop) if stop - work.end() >= _SHORT else (start, start)
