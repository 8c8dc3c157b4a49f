"""Say of each person once what part they played: presenter, accepted, speaker, attendee or official."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.acts import Parts, compile_parts
from awardgraph.importer.press.findings import Participant, Slot
from awardgraph.importer.press.names import Person, find_people
from awardgraph.importer.press.playing import Played, play

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Parts", "compile_parts", "participants"]

#: The parts, the weightiest first: who does several things has the weightiest.
_ORDER: Final = ("presenter", "accepted", "speaker", "attendee", "official")

_LINE: Final = re.compile("\n")


def participants(
    clean: Clean, nodes: Sequence[Node], named: Sequence[Body], parts: Parts
) -> tuple[Participant, ...]:
    """Return the people of a release that have a given name and a surname, each once, in order."""
    text = clean.text
    spans = [(node.kind, node.start, max(part.end for part in node.walk())) for node in nodes]
    mentions = [
        (person, kind, end)
        for person in find_people(text, parts.names)
        for kind, start, end in spans
        if start <= person.start < end
    ]
    surnames = _surnames(mentions)
    found: dict[str, list[Played]] = {}
    for kind, start, end in spans:
        inside = [person for person, _, _ in mentions if start <= person.start < end]
        for person, part, act in play(text, start, end, inside, parts) if inside else ():
            surname = surnames.get(person.given)
            if surname is not None:
                told = part if kind != "title" or part in ("presenter", "accepted") else "official"
                found.setdefault(f"{person.given} {surname}", []).append((person, told, act))
    people = [_participant(name, places, clean, named, parts) for name, places in found.items()]
    return tuple(_by_post(text, nodes, people, parts))


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
    _, part, act = min(places, key=lambda place: _ORDER.index(place[1]))
    post = _post(clean.text, full, parts)
    body = next(
        (body for body in named if full.end <= body.start <= full.end + len(post) + 3 and body.name), None
    )
    role = (
        post.split(clean.text[body.start : body.end])[0].strip()
        if body and not re.search("กระทรวง", post[:20])
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


def _post(text: str, person: Person, parts: Parts) -> str:
    """Return the post behind a name, as printed; empty where none stands there."""
    stop = min(len(text), person.end + 160)
    if not parts.names.role.match(text[person.end : stop].lstrip(" (")):
        return ""
    for pattern in (_LINE, parts.acts, parts.names.full):
        if found := pattern.search(text, person.end, stop):
            stop = found.start()
    words = text[person.end : stop].strip()
    return re.split(r"\s(?:และ|พร้อม|จาก|ในงาน|ใน|ผ่าน|เมื่อ|ณ)|และ$|พร้อมด้วย|พร้อมทั้ง", words)[0].strip(" (),")


def _by_post(
    text: str, nodes: Sequence[Node], people: Sequence[Participant], parts: Parts
) -> list[Participant]:
    """Return people, with those as speakers who are quoted by their post alone: เลขาธิการ … กล่าวว่า."""
    roles = [parts.names.role.match(person.role or "") for person in people]
    told: list[Participant] = []
    for person, role in zip(people, roles, strict=True):
        alone = role and sum(bool(other.role and other.role.startswith(role[0])) for other in people) == 1
        if role and alone and person.part in ("attendee", "official"):
            said = re.compile(
                rf"(?:^|[\s\n”])(?:{re.escape(role[0])})[^\n\"“]{{0,40}}?\s?(?:{parts.says.pattern})",
                re.MULTILINE,
            )
            if any(said.search(text, node.start, node.end) for node in nodes if node.kind != "title"):
                told.append(replace(person, part="speaker"))
                continue
        told.append(person)
    return told
