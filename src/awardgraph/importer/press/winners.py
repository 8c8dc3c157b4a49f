"""Find the people who win themselves, rather than receive for a body: ผู้ได้รับรางวัล ได้แก่ นาย ก."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.names import find_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.names import Names, Person
    from awardgraph.importer.press.patterns import Patterns
    from awardgraph.importer.press.triage import Event

__all__ = ["PERSON", "find_winners"]

#: Rank of a person, below all bodies.
PERSON: Final = 4

#: Verbs of those who win; the others are also of those who receive for a body.
_WINS: Final = re.compile("ได้รับ(?!มอบ)|คว้า|ชนะ|ครอง|พิชิต")

#: Between a name and its verb: somebody speaks, or somebody else is spoken of.
_ELSE: Final = re.compile(r"(?<!ผู้)ว่า(?!การ|ที่)|กล่าว|พร้อม|\n|ร่วม|มอบ|แสดงความ|นำ|ประธาน|เปิด|ซึ่ง|โดย|ที่ได้")

#: A list of people follows such words.
_OF_PEOPLE: Final = re.compile(
    r"(?:ผู้(?:ที่)?(?:เข้า)?(?:ได้)?(?:รับ|ชนะ)|\d\s?(?:คน|ราย|ท่าน|รูป))[^\n]{0,90}$|บุคคล[^\n]{0,60}$"
)
_APART: Final = re.compile(r"(?:^|,|และ|\n|[0-9]+[.)]|[-•])\s*(?:\(?\d{1,2}[.)]\s*)?$")


def find_winners(
    text: str, events: Sequence[Event], known: Sequence[Mention], patterns: Patterns, names: Names
) -> list[Body]:
    """Return the people who win, as bodies that do "person", in order."""
    found = {person.start: person for person in _before_verbs(text, events, patterns, names)}
    found |= {person.start: person for person in _listed(text, known, patterns, names)}
    return [
        Body(person.start, person.end, f"{person.given} {person.surname}", PERSON, "person")
        for _, person in sorted(found.items())
        if person.surname
    ]


def _before_verbs(text: str, events: Sequence[Event], patterns: Patterns, names: Names) -> Iterator[Person]:
    for event in events:
        if event.kind != "received" or event.anybody or not _WINS.match(text, event.start):
            continue
        start = max(event.start - 170, text.rfind("\n", 0, event.start) + 1)
        people = _people(text, start, event.start, names)
        if not people:
            continue
        person = people[-1]
        gap = text[person.end : event.start]
        of_person = patterns.of_person.search(text, event.start, event.end + 70)
        if not _ELSE.search(gap) and (of_person or not _post(text, person, gap, names)):
            yield person


def _listed(text: str, known: Sequence[Mention], patterns: Patterns, names: Names) -> Iterator[Person]:
    for cue in known:
        before = text[max(0, cue.start - 130) : cue.start]
        if cue.kind != "lists" or "รางวัล" not in before:
            continue
        of_person = patterns.of_person.search(before)
        if not of_person and not _OF_PEOPLE.search(before):
            continue
        last = cue.end
        for person in _people(text, cue.end, min(len(text), cue.end + 1500), names):
            between = text[last : person.start]
            if len(between) > 160 or not _APART.search(between):
                break
            last = person.end
            if of_person or not _post(text, person, text[person.end : person.end + 40], names):
                yield person


def _people(text: str, start: int, end: int, names: Names) -> list[Person]:
    """Return the people named between two places, where they stand in the whole text."""
    return [
        replace(person, start=person.start + start, name=person.name + start, end=person.end + start)
        for person in find_people(text[start:end], names)
    ]


def _post(text: str, person: Person, after: str, names: Names) -> bool:
    """Say whether somebody holds a post, so that what is received is more likely the body's."""
    return bool(names.role.search(after) or names.role.search(text, max(0, person.start - 30), person.start))
