"""Find where people who were named in full are told of again: by a given name or a nickname."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.names import Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.acts import Parts

__all__ = ["told_again"]

#: A given name that is shorter may be a part of other words.
_SHORTEST: Final = 4

_THAI: Final = re.compile("[ก-๎]")


def told_again(text: str, people: Sequence[Person], parts: Parts) -> Iterator[Person]:
    """Yield where people of a clean text are named without title and surname, right before what they do."""
    known: dict[str, Person] = {}
    for person in people:
        if person.surname and person.given not in known:
            known[person.given] = person
    for given, person in known.items():
        nickname = parts.names.nickname.match(text, person.end)
        for form in (given, nickname["nick"] if nickname else ""):
            for start, end in _places(text, form, person.end, parts, called=form != given):
                if not any(start < other.end and other.start < end for other in people):
                    yield Person(start, start, end, "", given, "")


def _places(text: str, form: str, at: int, parts: Parts, *, called: bool) -> Iterator[tuple[int, int]]:
    """Yield where a form of a name stands behind a calling, or alone, before a verb."""
    while form and (at := text.find(form, at)) >= 0:
        start, at = at, at + len(form)
        begins = parts.begins.match(text, at)
        if not any(parts.acts.match(text, verb) for verb in {at, at + 1, begins.end() if begins else at}):
            continue
        calling = parts.names.calling.search(text, max(0, start - 20), start)
        if calling:
            yield calling.start(), at
        elif (called or len(form) >= _SHORTEST) and not _THAI.match(text[start - 1 : start]):
            yield start, at
