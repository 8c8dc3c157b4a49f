"""Say of each person once what part they played: presenter, accepted, speaker, attendee or official."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.findings import Participant, Slot
from awardgraph.importer.press.names import Names, Person, compile_names, find_people

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgraph.importer.press.lexicon import Lexicon
    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Parts", "compile_parts", "participants"]

#: The parts, the weightiest first: who does several things has the weightiest.
#: How far behind a name is read what its bearer does, in letters.
_REACH: Final = 420

_ORDER: Final = ("presenter", "accepted", "speaker", "attendee", "official")


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What tells the parts of people, compiled once."""

    names: Names
    after: re.Pattern[str]
    kinds: tuple[str, ...]
    before: tuple[tuple[re.Pattern[str], str], ...]
    prize_giving: re.Pattern[str]
    says: re.Pattern[str]


def compile_parts(lexicon: Lexicon) -> Parts:
    """Return the patterns of a lexicon for what people do."""
    words = lexicon.lists["parts"]
    return Parts(
        compile_names(lexicon),
        re.compile(
            f"(?=[{_initials(row['words'] for row in words['parts'])}])(?:"
            + "|".join(f"(?P<p{n}>{row['words']})" for n, row in enumerate(words["parts"]))
            + ")"
        ),
        tuple(row["part"] for row in words["parts"]),
        tuple((re.compile(rf"(?:{row['words']})\s?$"), row["part"]) for row in words["before"]),
        re.compile(words["prize_giving"]),
        re.compile(words["says"]),
    )


def _initials(patterns: Iterable[str]) -> str:
    """Return the letters that patterns begin with, so that a text is searched where one stands only."""
    letters: set[str] = set()
    for pattern in patterns:
        group = re.match(r"\(\?:([^()]+)", pattern)
        letters.update(words.lstrip("\\")[0] for words in (group[1].split("|") if group else [pattern]))
    return re.escape("".join(sorted(letters)))


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
    acts = _acts(text, [person for person, _, _ in mentions], parts)
    found: dict[str, list[tuple[Person, str]]] = {}
    for person, kind, end in mentions:
        surname = surnames.get(person.given)
        if surname is None:
            continue
        part = _part(text, person, [other for other, _, _ in mentions], end, parts, acts)
        if kind != "title" or part in ("presenter", "accepted"):
            found.setdefault(f"{person.given} {surname}", []).append((person, part))
        else:
            found.setdefault(f"{person.given} {surname}", []).append((person, "official"))
    people = [_participant(name, places, clean, named, parts, acts) for name, places in found.items()]
    return tuple(_by_post(text, nodes, people, parts))


def _acts(text: str, people: Sequence[Person], parts: Parts) -> list[re.Match[str]]:
    """Return what people are said to do behind their names, in order; each stretch of text is read once."""
    acts: list[re.Match[str]] = []
    at = 0
    for person in people:
        at = max(at, person.end)
        stop = min(len(text), person.end + _REACH)
        acts += parts.after.finditer(text, at, stop)
        at = max(at, acts[-1].end() if acts else at, stop)
    return acts


def _first(acts: Sequence[re.Match[str]], start: int, stop: int) -> re.Match[str] | None:
    """Return the first act between two places; None where there is none."""
    at = bisect_left(acts, start, key=lambda act: act.start())
    return acts[at] if at < len(acts) and acts[at].start() < stop else None


def _surnames(mentions: Sequence[tuple[Person, str, int]]) -> dict[str, str]:
    """Return the surname of each given name: the one that the body of the text prints most."""
    counts: dict[str, dict[str, float]] = {}
    for person, kind, _ in mentions:
        if person.surname:
            weight = 0.4 if kind == "title" else 1.0
            of = counts.setdefault(person.given, {})
            of[person.surname] = of.get(person.surname, 0) + weight
    return {given: max(of, key=lambda name: of[name]) for given, of in counts.items()}


def _part(
    text: str, person: Person, others: Sequence[Person], end: int, parts: Parts, acts: Sequence[re.Match[str]]
) -> str:
    """Return the part that a person plays at one place."""
    before = text[max(0, person.start - 280) : person.start]
    for pattern, part in parts.before:
        if pattern.search(before):
            return part
    if re.search(r"จาก(?:มือ)?(?:\s|ท่าน|[ก-๎]{0,40}\s)?$", before[-60:]) and re.search(
        r"จาก[^\s]{0,40}\s?$", before
    ):
        clause = before[before.rfind("\n") + 1 :]
        if re.search(r"รับ[^\n]*(?:รางวัล|เลิศรัฐ|โล่)|เข้าร่วมพิธี(?:รับ)?มอบ", clause):
            return "presenter"
    stop = min(end, person.end + _REACH)
    if (
        (line := text.find("\n", person.end, stop)) >= 0
        and stop - line > 0
        and text[line + 1 : line + 2] not in "เพสณ"
    ):
        stop = line
    found = _first(acts, person.end, stop)
    if found is None:
        return "official"
    aside = re.compile(r"(?:จาก|โดยมี|มอบหมายให้|ซึ่ง)\s?$")
    for other in others:
        if person.end <= other.start < found.start() and aside.search(text[person.end : other.start]):
            return "official"
    part = next(parts.kinds[n] for n in range(len(parts.kinds)) if found[f"p{n}"])
    if part == "chair":
        told = text[max(0, found.start() - 400) : min(len(text), found.end() + 60)]
        return "presenter" if parts.prize_giving.search(told) else "official"
    return part


def _participant(
    name: str,
    places: Sequence[tuple[Person, str]],
    clean: Clean,
    named: Sequence[Body],
    parts: Parts,
    acts: Sequence[re.Match[str]],
) -> Participant:
    full = next((person for person, _ in places if f"{person.given} {person.surname}" == name), places[0][0])
    part = min((part for _, part in places), key=_ORDER.index)
    post = _post(clean.text, full, parts, acts)
    body = next(
        (body for body in named if full.end <= body.start <= full.end + len(post) + 3 and body.name), None
    )
    role = (
        post.split(clean.text[body.start : body.end])[0].strip()
        if body and not re.search("กระทรวง", post[:20])
        else post
    )
    start, end = clean.span(full.name, full.end)
    return Participant(
        Slot(name, start, end), full.honorific, role or None, body.name if body else None, part
    )


def _post(text: str, person: Person, parts: Parts, acts: Sequence[re.Match[str]]) -> str:
    """Return the post behind a name, as printed; empty where none stands there."""
    stop = min(len(text), person.end + 160)
    line = text.find("\n", person.end, stop)
    stop = line if line >= 0 else stop
    found = _first(acts, person.end, stop)
    stop = found.start() if found else stop
    other = parts.names.full.search(text, person.end, stop)
    stop = other.start() if other else stop
    words = text[person.end : stop].strip()
    if not parts.names.role.match(words.lstrip("( ")):
        return ""
    return re.split(r"\s(?:และ|พร้อม|จาก|ในงาน|ใน|ผ่าน|เมื่อ|ณ)|และ$|พร้อมด้วย|พร้อมทั้ง", words)[0].strip(" (),")


def _by_post(
    text: str, nodes: Sequence[Node], people: Sequence[Participant], parts: Parts
) -> list[Participant]:
    """Return people, with those as speakers who are quoted by their post alone: เลขาธิการ … กล่าวว่า."""
    told: list[Participant] = []
    for person in people:
        role = parts.names.role.match(person.role or "")
        others = [
            other
            for other in people
            if role and other is not person and (other.role or "").startswith(role[0])
        ]
        if role and person.part in ("attendee", "official") and not others:
            said = re.compile(
                rf"(?:^|[\s\n”])(?:{re.escape(role[0])})[^\n\"“]{{0,40}}?\s(?:{parts.says.pattern})",
                re.MULTILINE,
            )
            if any(said.search(text, node.start, node.end) for node in nodes if node.kind != "title"):
                told.append(
                    Participant(person.name, person.honorific, person.role, person.organisation, "speaker")
                )
                continue
        told.append(person)
    return told
