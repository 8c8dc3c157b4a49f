"""Find the prize-giving that a release tells of: name, year, day, place and organiser, if they are told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.findings import Ceremony, Slot
from awardgraph.importer.press.patterns import alternatives
from awardgraph.model.dates import parse_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.findings import Award, Participant
    from awardgraph.importer.press.lexicon import Lexicon
    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Ceremonies", "ceremony_of", "compile_ceremonies"]

_MONTH: Final = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.\s?ค\.|ก\.\s?พ\.|มี\.\s?ค\.|เม\.\s?ย\.|พ\.\s?ค\.|มิ\.\s?ย\.|ก\.\s?ค\.|ส\.\s?ค\.|ก\.\s?ย\.|ต\.\s?ค\.|พ\.\s?ย\.|ธ\.\s?ค\.)"
)
_DATE: Final = re.compile(rf"(?P<date>\d{{1,2}}\s?{_MONTH}\s?(?:พ\.ศ\.\s?)?(?:\d{{4}}|\d{{2}})(?!\d))")

#: Where the words of a place end.
_PLACE_ENDS: Final = re.compile(
    r"\n|[,;”]|(?=โดยมี|ซึ่ง|ทั้งนี้)"
    r"|\s(?=โดย|ซึ่ง|เพื่อ|ทั้งนี้|พร้อม|เมื่อ|เวลา|ผ่าน|สำหรับ|จัดโดย|นาย|นาง|และ|มี|ว่า|เป็น|ได้|กรม|ในวัน|ใน(?=โอกาส|การ)|ที่ผ่านมา)"
)


@dataclass(frozen=True, slots=True, eq=False)
class Ceremonies:
    """The patterns for ceremonies, compiled once."""

    lexicon: Lexicon
    name: re.Pattern[str]
    channel: re.Pattern[str]
    holds: re.Pattern[str]


def compile_ceremonies(lexicon: Lexicon) -> Ceremonies:
    """Return the patterns of a lexicon for ceremonies."""
    words = lexicon.lists["ceremonies"]
    return Ceremonies(
        lexicon,
        re.compile(rf"(?P<kind>{alternatives(words['names'])})\s?(?P<award>[\"“]?รางวัล[\"“]?[^\s\"”“()]+)"),
        re.compile(
            rf"(?:ผ่าน|ใน)(?:ทาง)?\s?(?P<channel>(?:{alternatives(words['channels'])})"
            r"(?:ในรูปแบบ\s[A-Za-z ]+|\s\([A-Za-z ]+\))?)"
        ),
        re.compile(rf"\s?(?:\([^)]*\)\s?)?(?:{alternatives(words['holds'])})"),
    )


def ceremony_of(
    clean: Clean,
    nodes: Sequence[Node],
    named: Sequence[Body],
    awards: Sequence[Award],
    people: Sequence[Participant],
    ceremonies: Ceremonies,
) -> Ceremony | None:
    """Return the prize-giving of a release; None where nobody is said to hand over, chair or receive."""
    actors = [person for person in people if person.part in ("presenter", "accepted")]
    if not actors or not awards:
        return None
    place = _told_at(clean, nodes, actors, ceremonies)
    if place is None:
        return None
    start, end, name = place
    slots: dict[str, Slot] = {}
    slots["name"] = _name(clean, name, awards)
    slots["year_be"] = _year(clean, name, awards, end)
    if date := _date(clean, start, end, name):
        slots["date"] = date
    if venue := _venue(clean, start, end, name, ceremonies):
        slots["venue"] = venue
    if organiser := _organiser(clean, named, start, end, ceremonies):
        slots["organiser"] = organiser
    return Ceremony(slots)


def _told_at(
    clean: Clean, nodes: Sequence[Node], actors: Sequence[Participant], ceremonies: Ceremonies
) -> tuple[int, int, re.Match[str] | None] | None:
    """Return the paragraph that tells of the ceremony, and its name there or elsewhere."""
    spans = [(node.start, node.end) for node in nodes if node.kind != "title"]
    presenter = next((actor for actor in actors if actor.part == "presenter"), actors[0])
    for start, end in spans:
        at = [clean.span(start, end)[0], clean.span(start, end)[1]]
        if at[0] <= presenter.name.start < at[1]:
            name = ceremonies.name.search(clean.text, start, end)
            if name is None:
                name = next(
                    (found for a, b in spans if (found := ceremonies.name.search(clean.text, a, b))), None
                )
                if name is not None and re.search("เป็นประจำ|ทุกปี", clean.text[name.end() : name.end() + 30]):
                    name = None
            return start, end, name
    return None


def _name(clean: Clean, name: re.Match[str] | None, awards: Sequence[Award]) -> Slot:
    if name is not None:
        end = name.end()
        year = re.search(r"(?:ประจำ)?ปี|ครั้งที่", name["award"])
        end = name.start("award") + year.start() if year else end
        many = re.search(r"มี(?:การ)?|ประจำ|ผ่าน|จาก|ดังกล่าว|เป็น", clean.text[name.start("award") : end])
        end = name.start("award") + many.start() if many else end
        start, stop = clean.span(name.start("kind"), end)
        return Slot(clean.raw[start:stop].removeprefix("งาน"), start, stop)
    scheme = awards[0].slots["scheme"]
    value = scheme.value if scheme.value.startswith("รางวัล") else f"รางวัล{scheme.value}"
    return Slot(f"พิธีมอบ{value}", scheme.start, scheme.end, "implied")


def _year(clean: Clean, name: re.Match[str] | None, awards: Sequence[Award], end: int) -> Slot:
    if name is not None:
        found = re.compile(r"\s?(?:ประจำ)?(?:ปี)?\s?(?:พ\.ศ\.)?\s?(?P<year>25\d\d)").match(
            clean.text, name.end(), end + 1
        )
        found = found or re.compile(r"(?:ประจำ)?ปี\s?(?:พ\.ศ\.)?\s?(?P<year>25\d\d)").search(
            clean.text, name.start(), name.end()
        )
        if found:
            return Slot(found["year"], *clean.span(*found.span("year")))
    years = [award.slots["year_be"] for award in awards if "year_be" in award.slots]
    best = max(years, key=lambda slot: int(slot.value)) if years else awards[0].slots["scheme"]
    return Slot(best.value, best.start, best.end, "inherited")


def _date(clean: Clean, start: int, end: int, name: re.Match[str] | None) -> Slot | None:
    """Return the day nearest before the ceremony in its paragraph, else the first behind it."""
    at = name.start() if name is not None and start <= name.start() < end else end
    dates = list(_DATE.finditer(clean.text, start, end))
    before = [found for found in dates if found.start() < at]
    behind = [found for found in dates if found.start() >= at]
    closest = before[-1:] or behind[:1]
    if behind and before and re.search(r"พิธีดังกล่าว\s?เมื่อ", clean.text[at : behind[0].start()]):
        closest = behind[:1]
    for found in closest:
        try:
            day = parse_day(found["date"].replace("พ.ศ.", ""))
        except ValueError:
            return None
        return Slot(day, *clean.span(*found.span("date")))
    return None


def _venue(
    clean: Clean, start: int, end: int, name: re.Match[str] | None, ceremonies: Ceremonies
) -> Slot | None:
    if channel := ceremonies.channel.search(clean.text, start, end):
        chosen = channel
        if name is not None and start <= name.start() < end:
            chosen = ceremonies.channel.search(clean.text, name.start(), end) or channel
        first, last = clean.span(*chosen.span("channel"))
        return Slot(" ".join(clean.raw[first:last].split()), first, last)
    at = name.start() if name is not None and start <= name.start() < end else start
    if (found := re.compile(r"(?<![ก-๎])ณ\s(?=\S)").search(clean.text, at, end)) is None:
        return None
    stop = _PLACE_ENDS.search(clean.text, found.end(), min(end, found.end() + 160))
    last = stop.start() if stop else min(end, found.end() + 160)
    first, last = clean.span(found.end(), last)
    return Slot(" ".join(clean.raw[first:last].split()), first, last)


def _organiser(
    clean: Clean, named: Sequence[Body], start: int, end: int, ceremonies: Ceremonies
) -> Slot | None:
    """Return who holds the ceremony, else the office from which the award is said to come."""
    inside = [body for body in named if start <= body.start < end]
    chosen = next((body for body in inside if body.does == "organiser"), None)
    chosen = chosen or next((body for body in inside if ceremonies.holds.match(clean.text, body.end)), None)
    givers = [body for body in inside if body.does == "giver"] or [
        body for body in named if body.does == "giver"
    ]
    chosen = chosen or (givers[0] if givers else None)
    return Slot(chosen.name, *clean.span(chosen.start, chosen.end)) if chosen else None
