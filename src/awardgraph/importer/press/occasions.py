"""Find the day and the place of what a paragraph tells of, and leave those of other things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.findings import Slot
from awardgraph.model.dates import parse_day

if TYPE_CHECKING:
    from awardgraph.importer.press.lexicon import Lexicon
    from awardgraph.importer.press.normalising import Clean

__all__ = ["Occasions", "Scene", "compile_occasions", "day_of", "days_to_come", "place_of"]

_MONTH: Final = (
    r"(?:มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม"
    r"|ม\.?\s?ค\.|ก\.?\s?พ\.|มี\.?\s?ค\.|เม\.?\s?ย\.|พ\.?\s?ค\.|มิ\.?\s?ย\.|ก\.?\s?ค\.|ส\.?\s?ค\.|ก\.?\s?ย\.|ต\.?\s?ค\.|พ\.?\s?ย\.|ธ\.?\s?ค\.)"
)
_DATE: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}}\s?{_MONTH})(?:\s?(?:พ\.ศ\.|ค\.ศ\.|ปี)?\s?(?P<year>\d{{4}}|\d{{2}})(?![\d.:]))?"
)
_FULL: Final = re.compile(rf"\d{{1,2}}\s?{_MONTH}\s?(?:พ\.ศ\.\s?)?(?P<year>\d{{4}})(?!\d)")

#: Somebody says something of the past: what was before that is the day and the place of saying it.
_SAID: Final = re.compile(r"(?:กล่าว|เปิดเผย|ให้สัมภาษณ์|เผย|แถลง|ระบุ|รายงาน)[^\s]{0,30}(?<!ก)ว่า(?!การ)")

#: Behind ที่: who held it, not where.
_HOLDER: Final = re.compile(
    r"(?:สำนักงาน|กรม|กระทรวง|สถาบัน|มหาวิทยาลัย|สมาคม|มูลนิธิ)[^\n]{0,90}?(?:เป็นผู้|ได้|ร่วมกัน)?จัด(?:ขึ้น|พิธี)"
)

#: As far as here a text tells of which day it is; and what stands behind that day.
_HEAD: Final = 600
_DATED: Final = re.compile(r"\)?\s*[-–—:|]|\)?[ ]*\n")

#: How many letters behind what happened a place is still its own.
_REACH: Final = 420


@dataclass(frozen=True, slots=True, eq=False)
class Occasions:
    """The patterns for days and places, compiled once."""

    channel: re.Pattern[str]
    place: re.Pattern[str]
    ends: re.Pattern[str]
    both: re.Pattern[str]
    elsewhere: re.Pattern[str]
    no_day: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """A paragraph (half-open, clean text), and where in it the words stand that say what happened."""

    start: int
    end: int
    first: int
    last: int


def compile_occasions(lexicon: Lexicon) -> Occasions:
    """Return the patterns of a lexicon for days and places."""
    words, titles = lexicon.lists["ceremonies"], lexicon.lists["titles"]
    people = alternatives([*titles["titles"], *titles["personal"]])
    return Occasions(
        re.compile(
            rf"(?:ผ่าน|ใน|ทาง)(?:ทาง)?\s?(?P<channel>(?:{alternatives(words['channels'])}|{words['meetings']})"
            r"(?:ในรูปแบบ\s[A-Za-z ]+|\s\([A-Za-z ]+\))?)"
        ),
        re.compile(
            rf"(?<![ก-๎])ณ\.?\s(?=\S)(?!\s?(?:{words['no_place']}))|(?<![ก-๎])ณ\s?(?={alternatives(words['places'])})"
            rf"|(?<=[\s)])(?:จัดขึ้น)?ที่\s?(?={alternatives(words['places'])})|(?:จัดขึ้น|จัดพิธี|จัดงาน)(?:ที่|ณ)\s?(?!วัน)"
        ),
        re.compile(rf"{words['place_ends']}|\s?(?=(?<=\s)(?:{people})\s?[ก-ฮเแโใไ])"),
        re.compile(words["both"]),
        re.compile(words["elsewhere"]),
        re.compile(words["no_day"]),
    )


def day_of(clean: Clean, scene: Scene, occasions: Occasions) -> Slot | None:
    """Return the day nearest before what happened in its paragraph, else the first behind it, as ISO day.

    A day without a year is of the year in which the text is dated; where that is unknown, it is none.
    """
    text = clean.text
    dates = [
        found
        for found in _DATE.finditer(text, scene.start, scene.end)
        if not occasions.no_day.search(text[max(scene.start, found.start() - 70) : found.start()])
    ]
    before = [
        found
        for found in dates
        if found.start() < scene.first and not _SAID.search(text, found.end(), scene.first)
    ]
    behind = [found for found in dates if found.start() >= scene.first]
    if behind and before and re.search(r"พิธีดังกล่าว\s?เมื่อ", text[scene.first : behind[0].start()]):
        before = []
    for found in [*before[-1:], *behind[:1]]:
        if day := _iso(text, found):
            return Slot(day, *clean.span(*found.span()))
    return None


def days_to_come(text: str, published: str) -> tuple[tuple[int, bool], ...]:
    """Return where days stand in a clean text, and whether each is later than the release.

    The release is of the day of its publication, else of the day at its head that stands alone or before
    a dash; where neither is told, no day is known to be later.
    """
    dated = _DATE.search(published) or next(
        (found for found in _DATE.finditer(text, 0, _HEAD) if _DATED.match(text, found.end())), None
    )
    release = _iso(dated.string, dated) if dated and dated["year"] else ""
    if not release:
        return ()
    days = [(found, _iso(text, found)) for found in _DATE.finditer(text)]
    return tuple((found.start(), day > release) for found, day in days if day)


def _iso(text: str, found: re.Match[str]) -> str:
    """Return a day as ISO day; "" where it is none or has no year."""
    year = found["year"] or ""
    if not year:
        dated = _FULL.search(text)
        if dated is None:
            return ""
        year = dated["year"]
        months = [_month(one) for one in (dated[0], found["day"])]
        if months[1] > months[0]:
            year = str(int(year) - 1)
    try:
        return parse_day(f"{found['day']} {year}")
    except ValueError:
        return ""


def _month(words: str) -> int:
    named = re.search(_MONTH, words)
    return int(parse_day(f"1 {named[0]} 2560")[5:7]) if named else 0


def place_of(clean: Clean, scene: Scene, occasions: Occasions) -> Slot | None:
    """Return the channel of what was held online, else the place nearest to what happened."""
    text = clean.text
    channels = [
        found
        for found in occasions.channel.finditer(text, scene.start, scene.end)
        if not occasions.both.search(text[max(scene.start, found.start() - 30) : found.start()])
    ]
    if channels:
        later = [one for at in (scene.last, scene.first) for one in channels if one.start() >= at]
        chosen = (later or channels)[0]
        return _slot(clean, *chosen.span("channel"))
    places = [
        (found, _until(text, found.end(), scene.end, occasions))
        for found in occasions.place.finditer(text, scene.start, min(scene.end, scene.last + _REACH))
        if not _HOLDER.match(text, found.end())
        and not occasions.elsewhere.search(text[max(scene.start, found.start() - 40) : found.start()])
    ]
    places = [(found, end) for found, end in places if end - found.end() >= 4]
    behind = [place for place in places if place[0].start() >= scene.first]
    before = [
        place
        for place in places
        if place[0].start() < scene.first and not _SAID.search(text, place[1], scene.first)
    ]
    for found, end in [*behind[:1], *before[-1:]]:
        return _slot(clean, found.end(), end)
    return None


def _until(text: str, at: int, end: int, occasions: Occasions) -> int:
    stop = min(end, at + 160)
    found = occasions.ends.search(text, at + 2, stop)
    return found.start() if found else stop


def _slot(clean: Clean, start: int, end: int) -> Slot:
    while end > start and clean.text[end - 1] in " (":
        end -= 1
    first, last = clean.span(start, end)
    return Slot(" ".join(clean.raw[first:last].split()), first, last)
