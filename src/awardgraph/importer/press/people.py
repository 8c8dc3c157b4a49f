"""Say of each person once what part they played: presenter, accepted, speaker, attendee or official."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.acts import Parts, acts_in, compile_parts
from awardgraph.importer.press.columns import columns_of
from awardgraph.importer.press.findings import PARTS, Participant, Slot
from awardgraph.importer.press.names import Person, find_people
from awardgraph.importer.press.occasions import days_to_come
from awardgraph.importer.press.playing import Played, play
from awardgraph.importer.press.posts import post_of, told_by_post
from awardgraph.importer.press.referring import told_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Parts", "compile_parts", "participants"]

_LINE: Final = re.compile("\n")

#: The short form of a body.
_SHORT: Final = re.compile(r"(?:[ก-ฮ]{1,4}\.?){1,4}ฯ?")


def participants(
    clean: Clean, nodes: Sequence[Node], named: Sequence[Body], parts: Parts, published: str = ""
) -> tuple[Participant, ...]:
    """Return the people of a release that have a given name and a surname, each once, in order.

    Args:
        published: the day of publication as printed; what is of a later day nobody has done yet.
    """
    text = clean.text
    spans = [(node.kind, node.start, max(part.end for part in node.walk())) for node in nodes]
    people = find_people(text, parts.names)
    again = [*told_again(text, people, parts), *_in_body(told_by_post(text, people, parts), spans)]
    people = sorted([*people, *again], key=lambda person: person.start)
    mentions = [
        (person, kind, end) for person in people for kind, start, end in spans if start <= person.start < end
    ]
    surnames = _surnames(mentions)
    days = cache(lambda: days_to_come(text, published))  # asked where somebody gives or receives only
    found: dict[str, list[Played]] = {}
    for kind, start, end in spans:
        inside = [person for person, _, _ in mentions if start <= person.start < end]
        for person, part, act in play(text, start, end, inside, parts, days) if inside else ():
            surname = surnames.get(person.given)
            if surname is not None:
                weighed = part if kind != "title" or part in ("presenter", "accepted") else "official"
                found.setdefault(f"{person.given} {surname}", []).append((person, weighed, act))
    for cell_start, cell_end, part in columns_of(clean.raw, parts.columns):
        for person in people:
            if person.surname and cell_start <= clean.span(person.start, person.end)[0] < cell_end:
                name = f"{person.given} {surnames.get(person.given, person.surname)}"
                found.setdefault(name, []).append((person, part, None))
    told = [_participant(name, places, clean, named, parts) for name, places in found.items()]
    return tuple(_by_post(clean, nodes, told, parts))


def _in_body(people: Iterable[Person], spans: Sequence[tuple[str, int, int]]) -> Iterator[Person]:
    """Yield the people that are not told of in a title."""
    titles = [(start, end) for kind, start, end in spans if kind == "title"]
    yield from (person for person in people if not any(start <= person.start < end for start, end in titles))


def _surnames(mentions: Sequence[tuple[Person, str, int]]) -> dict[str, str]:
    """Return the surname of each given name: the one that the body of the text prints most."""
    counts: dict[str, dict[str, float]] = {}
    for person, kind, _ in mentions:
        if person.surname:
            weight = 0.4 if kind == "title" else 1.0
            of = counts.setdefault(person.given, {})
            of[person.surname] = of.get(person.surname, 0) + weight
    return {given: max(of, key=lambda name: of[name]) for given, of in counts.items()}


def _participant(
    name: str, places: Sequence[Played], clean: Clean, named: Sequence[Body], parts: Parts
) -> Participant:
    full = next((person for person, *_ in places if f"{person.given} {person.surname}" == name), places[0][0])
    _, part, act = min(places, key=lambda place: PARTS.index(place[1]))
    post = post_of(clean.text, full, parts)
    body = next(
        (body for body in named if full.end <= body.start <= full.end + len(post) + 3 and body.name), None
    )
    role = (
        post.split(clean.text[body.start : body.end])[0].strip()
        if body and not re.search("กระทรวง|ราชการจังหวัด", post[:20])
        else post
    )
    return Participant(
        Slot(name, *clean.span(full.name, full.end)),
        full.honorific,
        role or None,
        body.name if body else None,
        part,
        Slot(clean.text[act.start : act.end], *clean.span(act.start, act.end)) if act else None,
    )


def _by_post(
    clean: Clean, nodes: Sequence[Node], people: Sequence[Participant], parts: Parts
) -> Iterator[Participant]:
    """Yield people, with what is told by their post alone: เลขาธิการ … กล่าวว่า, ผู้ว่าราชการจังหวัด … เข้ารับรางวัล."""
    found = [parts.names.role.match(person.role or "") for person in people]
    for person, match in zip(people, found, strict=True):
        role = match[0] if match and person.part not in ("presenter", "accepted") else ""
        alone = role and sum((other.role or "").startswith(role) for other in people) == 1
        body = [
            node
            for node in (nodes if alone else ())
            if node.kind != "title" and clean.text.find(role, node.start, node.end) >= 0
        ]
        told = [(person.part, person.told)]
        for node in body:
            for part, start, end in _does(clean.text, node, person, role, parts):
                told.append((part, Slot(clean.text[start:end], *clean.span(start, end))))
        part, words = min(told, key=lambda one: PARTS.index(one[0]))
        yield replace(person, part=part, told=words) if len(told) > 1 else person


def _does(
    text: str, node: Node, person: Participant, role: str, parts: Parts
) -> Iterator[tuple[str, int, int]]:
    """Yield what a paragraph tells of a person's post: of the same body, of a short form of it or of none."""
    own = "".join(((person.role or "").removeprefix(role) or person.organisation or "").split())
    surname = person.name.value.rsplit(maxsplit=1)[-1]
    words = re.escape(role)
    for found in re.compile(rf"{words}(?<![ก-๎]{words})").finditer(text, node.start, node.end):
        line = _LINE.search(text, found.end(), node.end)
        near = found.end(), min(found.end() + 80, line.start() if line else node.end)
        told = [("speaker", *said.span())] if (said := parts.says.search(text, *near)) else []
        act = next(acts_in(text, *near, parts), None)
        named = text[max(0, found.start() - 30) : found.start()].rstrip(" (").endswith(surname)
        if act and act.part == "accepted" and not named:
            told.append((act.part, act.start, act.end))
        for part, start, end in told:
            of = _of(text[found.end() : start], parts)
            same = not own or own.startswith(of) or of.startswith(own) or _SHORT.fullmatch(of)
            if same and not re.search('[“"]', of) and not parts.names.full.search(text, found.end(), start):
                yield part, start, end


def _of(words: str, parts: Parts) -> str:
    """Return whose post the words behind it tell, without how its verb begins."""
    begins = list(parts.begins.finditer(words))
    if begins and begins[-1].end() == len(words):
        words = words[: begins[-1].start()]
    return "".join(words.split())
