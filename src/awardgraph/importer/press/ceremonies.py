"""Find the prize-giving that a release tells of: name, year, day, place and organiser, if they are told."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.cues import Cues, compile_cues
from awardgraph.importer.press.findings import Ceremony, Slot
from awardgraph.importer.press.occasions import Occasions, Scene, compile_occasions, day_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.findings import Award, Participant
    from awardgraph.importer.press.lexicon import Lexicon
    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.structure import Node

__all__ = ["Ceremonies", "ceremony_of", "compile_ceremonies"]

#: Who is said to hand over before who is said to receive.
_ACTORS: Final = ("presenter", "accepted")

_YEAR_BEHIND: Final = re.compile(
    r"\s?(?:\([^)]{1,60}\)\s?)?(?:ประจำ)?(?:ปี)?\s?(?:พ\.ศ\.)?\s?(?P<year>25\d\d)"
)
_YEAR_INSIDE: Final = re.compile(r"(?:ประจำ)?ปี\s?(?:พ\.ศ\.)?\s?(?P<year>25\d\d)")

#: From whom something was received; not the team, the work or the choice that is told after it.
_FROM: Final = re.compile(
    r"รับ[^\n]*(?:รางวัล|เลิศรัฐ|โล่|ถ้วย|A(?:ward|WARD))"
    r"(?:(?!ได้แก่|ทีม|ประกอบด้วย|โดย|คัดเลือก|พิจารณา|ว่า|ประเมิน|รับรอง)[^\n]){0,160}(?:จาก(?:ทาง)?|มอบโดย)\s?[\"“]?$"
)
#: A body with a name in Latin letters that holds a ceremony.
_LATIN_HOLDER: Final = re.compile(
    r"(?:พิธี|งาน)[^\n]{0,120}?(?:(?:ที่|ซึ่ง)\s?(?=[^\nก-๎]{3,90}\s?(?:ได้|เป็นผู้|เป็นเจ้าภาพ)?จัด)|จัด(?:ขึ้น)?โดย\s?)"
    r"(?P<body>[A-Z][A-Za-z&.\-]*(?:\s(?:of|for|and|the|in|[A-Z][A-Za-z&.\-]*)){0,9})"
)
#: The event is told of once more, by what it is: การประกวดดังกล่าวจัดขึ้นโดย ….
_THE_SAME: Final = re.compile(
    r"(?:พิธี|งาน|รางวัล|การประกวด)(?:ดังกล่าว|(?:ใน)?ครั้งนี้)(?:[^\n]{0,40}\s)?\s?(?:(?P<by>(?:จัด|ดำเนินการ)(?:ขึ้น)?โดย)|ซึ่ง|ที่)\s?$"
)
_QUOTED: Final = re.compile(r"[\"“][^\"”\n]{3,80}[\"”]")
_PRIZE: Final = re.compile(r"\s?[\"“]?รางวัล[\"”]?\s?[\"“]?")


@dataclass(frozen=True, slots=True, eq=False)
class Ceremonies:
    """The patterns for ceremonies, compiled once."""

    name: Cues
    ends: re.Pattern[str]
    latin: re.Pattern[str]
    general: re.Pattern[str]
    to_come: re.Pattern[str]
    besides: re.Pattern[str]
    no_prize: re.Pattern[str]
    holds: re.Pattern[str]
    held: re.Pattern[str]
    by_goes_on: re.Pattern[str]
    defines: re.Pattern[str]
    occasions: Occasions


@dataclass(frozen=True, slots=True)
class _Named:
    """A name of a ceremony at one place: its kind and award (clean text, half-open)."""

    start: int
    award: int
    end: int


def compile_ceremonies(lexicon: Lexicon) -> Ceremonies:
    """Return the patterns of a lexicon for ceremonies."""
    words = lexicon.lists["ceremonies"]
    award = (
        rf"(?:\s?[\"“]?รางวัล[\"”]?\s?(?:[“\"][^”\"\n]{{2,60}}[”\"]|[^\s\"”“()]*)|\s?[\"“]?{words['latin']})"
    )
    return Ceremonies(
        compile_cues([words["kinds"]], rf"(?P<kind>{words['kinds']})(?P<award>{award})"),
        re.compile(words["name_ends"]),
        re.compile(rf"\s?{words['latin']}"),
        re.compile(words["general"]),
        re.compile(words["to_come"]),
        re.compile(words["besides"]),
        re.compile(words["no_prize"]),
        re.compile(words["holds"]),
        re.compile(words["held"]),
        re.compile(words["by_goes_on"]),
        re.compile(words["defines"]),
        compile_occasions(lexicon),
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
    actors = sorted(
        (person for person in people if person.part in _ACTORS),
        key=lambda actor: _order(actor, clean, ceremonies),
    )
    spans = [(node.start, max(part.end for part in node.walk())) for node in nodes if node.kind != "title"]
    at = next((place for actor in actors if (place := _place(clean, actor, spans)) is not None), None)
    if at is None:
        return None
    names = [name for span in spans for name in _names(clean.text, span, ceremonies)]
    if not names and not any(_went(clean, actor, ceremonies) for actor in actors):
        return None
    if not awards and not names:
        names = [*_prizes(clean.text, spans, at, ceremonies)]
        if not names:
            return None
    scenes = [*_scenes(spans, at, names)]
    name = min(names, key=lambda name: abs(name.start - at)) if names else None
    award = min(awards, key=lambda award: abs(award.start - clean.span(at, at + 1)[0]), default=None)
    slots: dict[str, Slot] = {}
    if name:
        slots["name"] = _printed(clean, name)
    elif award:
        slots["name"] = _composed(award)
    day = next((day for scene in scenes if (day := day_of(clean, scene, ceremonies.occasions))), None)
    venue = next((venue for scene in scenes if (venue := place_of(clean, scene, ceremonies.occasions))), None)
    holder = _organiser(clean, named, scenes, ceremonies)
    if year := _year(clean, name, award, awards, day):
        slots["year_be"] = year
    told = {"date": day, "venue": venue, "organiser": holder}
    return Ceremony(slots | {field: slot for field, slot in told.items() if slot})


def _order(actor: Participant, clean: Clean, ceremonies: Ceremonies) -> tuple[int, bool, int]:
    """Return what puts those who hand over first, then those who came to receive, then other winners."""
    return _ACTORS.index(actor.part), not _went(clean, actor, ceremonies), actor.name.start


def _place(clean: Clean, actor: Participant, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return where it is told what somebody did, in the clean text; None where only the title does."""
    raw = (actor.told or actor.name).start
    at = bisect_left(clean.starts, raw) if clean.starts else raw
    return at if any(start <= at < end for start, end in spans) else None


def _went(clean: Clean, actor: Participant, ceremonies: Ceremonies) -> bool:
    """Say whether somebody came to a prize-giving, rather than won, or gave a prize at another event."""
    told = actor.told
    if told is None or told.value.startswith("เป็น"):
        return True
    before = clean.raw[max(0, told.start - 30) : told.start]
    if actor.part == "presenter":
        return not ceremonies.besides.search(before)
    won = told.value.startswith(("ผู้ได้", "ผู้ที่ได้", "ที่ได้", "ซึ่งได้", "คว้า"))
    return not won and not (told.value.startswith("รับ") and before.endswith("ได้"))


def _names(text: str, span: tuple[int, int], ceremonies: Ceremonies) -> Iterator[_Named]:
    """Yield the names of ceremonies in a paragraph; a kind without an award, or any such event, is none."""
    for found in ceremonies.name.finditer(text, *span):
        award = found.start("award")
        prize = _PRIZE.match(text, award)
        behind = prize.end() if prize else award
        quoted = _QUOTED.match(text, behind - 1) if text[behind - 1] in '"“' else None
        if known := quoted or ceremonies.latin.match(text, behind):
            stop = known.end()
        else:
            end = ceremonies.ends.search(text, behind, found.end())
            stop = end.start() if end else found.end()
        before = text[max(span[0], found.start() - 30) : found.start()]
        if stop - behind > 2 and not (
            ceremonies.general.search(text, stop, min(span[1], stop + 40))
            or ceremonies.to_come.search(before)
        ):
            yield _Named(found.start("kind"), award, stop)


def _prizes(text: str, spans: Sequence[tuple[int, int]], at: int, ceremonies: Ceremonies) -> Iterator[_Named]:
    """Yield the prize that was handed over, where nothing else names the ceremony: … เป็นประธานมอบรางวัล …."""
    end = next(end for start, end in spans if start <= at < end)
    prize = re.compile(r"(?:มอบ|พระราชทาน)\S{0,12}?(?P<award>รางวัล[\"”]?\s?[\"“]?)").search(
        text, at, min(end, at + 60)
    )
    if prize is None or ceremonies.no_prize.match(text, prize.end()):
        return
    words = ceremonies.latin.match(text, prize.end()) or re.compile(r"[^\s\"”“()\n]{4,}").match(
        text, prize.end()
    )
    if words:
        stop = ceremonies.ends.search(text, prize.end() + 4, words.end())
        yield _Named(-1, prize.start("award"), stop.start() if stop else words.end())


def _scenes(spans: Sequence[tuple[int, int]], at: int, names: Sequence[_Named]) -> Iterator[Scene]:
    """Yield where to look for day and place: beside the act, then beside each name of the ceremony."""
    own = next((start, end) for start, end in spans if start <= at < end)
    here = [name for name in names if own[0] <= name.start < own[1]]
    close = min(here, key=lambda name: abs(name.start - at), default=None)
    yield Scene(*own, min(at, close.start) if close else at, max(at, close.end) if close else at)
    for start, end in spans:
        there = next((name for name in names if start <= name.start < end), None)
        if there and (start, end) != own:
            yield Scene(start, end, there.start, there.end)


def _printed(clean: Clean, name: _Named) -> Slot:
    """Return the name as printed, or พิธีมอบ and the name of the prize."""
    start, stop = clean.span(name.award if name.start < 0 else name.start, name.end)
    value = " ".join(clean.raw[start:stop].split()).strip(' "“”')
    if name.start < 0:
        return Slot(f"พิธีมอบ{value}", start, stop, "implied")
    return Slot(value.removeprefix("งาน") if "พิธี" in value else value, start, stop)


def _composed(award: Award) -> Slot:
    """Return พิธีมอบ and the name of the scheme."""
    scheme = award.slots["scheme"]
    value = scheme.value
    if not value.startswith("รางวัล"):
        value = f"รางวัล {value}" if value[:1].isascii() else f"รางวัล{value}"
    return Slot(f"พิธีมอบ{value}", scheme.start, scheme.end, "implied")


def _year(
    clean: Clean, name: _Named | None, award: Award | None, awards: Sequence[Award], day: Slot | None
) -> Slot | None:
    """Return the year behind the name, else of the awards, else of the day."""
    if name is not None:
        found = _YEAR_BEHIND.match(clean.text, name.end) or _YEAR_INSIDE.search(
            clean.text, name.start, name.end
        )
        if found:
            return Slot(found["year"], *clean.span(*found.span("year")))
    if award:
        years = [one.slots["year_be"] for one in awards if "year_be" in one.slots]
        if years:
            best = max(years, key=lambda slot: int(slot.value))
            return Slot(best.value, best.start, best.end, "inherited")
    return Slot(str(int(day.value[:4]) + 543), day.start, day.end, "document") if day else None


def _organiser(
    clean: Clean, named: Sequence[Body], scenes: Sequence[Scene], ceremonies: Ceremonies
) -> Slot | None:
    """Return who holds the ceremony, else the office from which the award is said to come."""
    text = clean.text
    for scene in scenes:
        inside = [body for body in named if scene.start <= body.start < scene.end]
        for body in inside:
            if _holds(text, body, scene, ceremonies):
                return Slot(body.name, *clean.span(body.start, body.end))
        if latin := _LATIN_HOLDER.search(text, scene.start, scene.end):
            return Slot(latin["body"], *clean.span(*latin.span("body")))
    for body in named:
        same = _THE_SAME.search(text, max(0, body.start - 90), body.start)
        if same and (same["by"] or ceremonies.held.match(text, body.end)):
            return Slot(body.name, *clean.span(body.start, body.end))
    first = [body for body in named if scenes[0].start <= body.start < scenes[0].end]
    for body in [*first, *named]:
        before = text[max(text.rfind("\n", 0, body.start) + 1, body.start - 260) : body.start]
        if body.does == "giver" and _FROM.search(before) and not ceremonies.defines.search(before):
            return Slot(body.name, *clean.span(body.start, body.end))
    return None


def _holds(text: str, body: Body, scene: Scene, ceremonies: Ceremonies) -> bool:
    """Say whether a body is told to hold the ceremony: จัดโดย …, … จัดพิธี, ที่ … จัดขึ้น, พิธี … โดย …."""
    before = text[max(scene.start, body.start - 120) : body.start]
    end = max(body.end, body.until)
    if ceremonies.defines.search(before) or ceremonies.general.match(text, end):
        return False
    if body.does == "organiser":
        return True
    if re.search(r"(?:พิธี|งาน|การมอบรางวัล)[^\n]{0,90}(?:ที่|ซึ่ง|โดย)\s?$", before):
        if ceremonies.held.match(text, body.end):
            return True
        beside = body.does == "by" and 0 <= body.start - scene.last < 60
        return beside and bool(ceremonies.by_goes_on.match(text, end))
    holds = ceremonies.holds.match(text, body.end)
    return bool(holds and re.search(r"รางวัล|A(?:ward|WARD)", text[holds.end() : holds.end() + 60]))
