"""Find the works that are named: ผลงาน “…”, เรื่อง …, จากผลงาน …, with quotes that are often not closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.organisations import Bodies, Body

__all__ = ["Work", "find_works", "won"]

_QUOTES: Final = "\"“'‘"

#: What announces a work.
_CUE: Final = re.compile(
    r"จากผลงาน(?:เรื่อง|ชื่อ)?|ชื่อผลงาน|ผลงาน(?:\s?:|เรื่อง|โครงการ|ชื่อ|นวัตกรรม|วิจัย)?|ชื่อเรื่อง"
    r"|เรื่อง|โครงการ|ในชื่อ|ภายใต้ชื่อ|นวัตกรรม|งานวิจัย|ระบบ"
)
#: Those that name it without quotes, too.
_OPEN: Final = re.compile("จาก|ชื่อ|ผลงาน(?:.?:|เรื่อง)", re.DOTALL)

#: Where a work whose quotes were not closed ends at the latest.
_ENDS: Final = (
    r"\n|,\s?(?={body})|และ\s?(?={body})|\s(?=ประเภท|ได้รับ|ระดับ|สาขา|โดย\s?{body}|ของ\s?{body})"
    r"|\)?\s+(?=\d{{1,2}}[.)]|และ\s?\d{{1,2}}[.)])|\)\s(?={body})"
)
_OPEN_ENDS: Final = (
    r"\n|\s(?=และ|ประเภท|ระดับ|สาขา|โดย(?!ผ่าน)|ของ|รางวัล|ได้รับ|ซึ่ง|\d+[.)]|สำหรับ|ทั้งนี้)"
    r"|\s(?=ก่อนหน้า|ขณะที่|นอกจาก|จากนั้น|ต่อมา|ส่วน|เมื่อ(?:ปี|วัน|เดือน|พ\.ศ\.)|(?:ใน)?ปี\s?(?:พ\.ศ\.)?\s?\d)"
    r"|[;]|(?<=[a-z])(?=[ก-๎])|\s?\(ระดับ|,?\s(?:และ\s?)?(?={body}[^\s]{{2,50}}\s(?:จาก)?(?:ผลงาน|เรื่อง))"
)


@dataclass(frozen=True, slots=True)
class Work:
    """A named work: its words, half-open, in the clean text, and where what announces it begins and ends."""

    start: int
    end: int
    cue: int
    until: int


def find_works(text: str, named: list[Body], bodies: Bodies) -> list[Work]:
    """Return the works that a clean text names, in order."""
    body = bodies.prefix.whole.pattern
    ends = re.compile(_ENDS.format(body=body))
    opened = re.compile(_OPEN_ENDS.format(body=body))
    found = [
        *_announced(text, ends, opened),
        *_counted(text, ends),
        *_behind_bodies(text, named, ends),
        *_again(text),
        *_owned(text, named),
        *_listed(text, body),
    ]
    kept: list[Work] = []
    for work in sorted(found, key=lambda work: (work.cue, -work.end)):
        if not kept or work.cue >= kept[-1].end:
            kept.append(work)
    return kept


def _announced(text: str, ends: re.Pattern[str], opened: re.Pattern[str]) -> Iterator[Work]:
    for cue in _CUE.finditer(text):
        at = cue.end()
        while text[at : at + 1] in (" ", ":", "\n") and at < cue.end() + 3:
            at += 1
        if text[at : at + 1] and text[at] in _QUOTES:
            yield from _quoted(text, at, cue.start(), ends)
        elif (
            _OPEN.match(cue[0])
            and at < len(text)
            and not re.match(r"ที่|ดังกล่าว|ของ|ด้าน|นี้|ซึ่ง", text[at : at + 8])
        ):
            end = opened.search(text, at, min(len(text), at + 160))
            stop = end.start() if end else min(len(text), at + 160)
            if stop - at >= 6:
                yield Work(at, stop, cue.start(), stop)


#: Works told by their number, and one more of them.
_COUNTED: Final = re.compile(r"(?:ผลงาน|รางวัล)\s?(?:คือ|ได้แก่|ประกอบด้วย)\s?(?=[“\"])")
_ONE_MORE: Final = re.compile(r"[\s,]*(?:และ|กับ|รวมถึง)?\s?(?=[“\"])")


def _counted(text: str, ends: re.Pattern[str]) -> Iterator[Work]:
    """Yield works in quotes that are counted before: 2 ผลงาน คือ “…” กับ “…”."""
    for cue in _COUNTED.finditer(text):
        at: int | None = cue.end()
        while at is not None:
            work = next(_quoted(text, at, at, ends), None)
            if work is None or work.end + 1 != work.until:
                break
            yield work
            further = _ONE_MORE.match(text, work.until)
            at = further.end() if further else None


#: A work spoken of again, and what it may have been called before.
_AGAIN: Final = re.compile(r"(?P<kind>โครงการ|ผลงาน|ระบบ|นวัตกรรม)(?:ดังกล่าว|นี้)")
_FORMER: Final = (
    r"{kind}(?!ดังกล่าว|นี้|ที่|ต่าง)[^\n\"“”]{{6,160}}?"
    r"(?=\sซึ่ง|\sโดย|\sที่|\sเป็น|ซึ่ง|\s?ของ\s|\s?(?:ยัง)?(?:ได้รับ|คว้า)|\n|$)"
)


def _again(text: str) -> Iterator[Work]:
    """Yield works that are spoken of again (โครงการดังกล่าว), with the words that named them before."""
    for word in _AGAIN.finditer(text):
        start = text.rfind("\n", 0, word.start()) + 1
        former = [*re.compile(_FORMER.format(kind=word["kind"])).finditer(text, start, word.start())]
        if former and word.start() - former[-1].end() < 400:
            yield Work(former[-1].start(), former[-1].end(), former[-1].start(), word.end())


_PLACE: Final = re.compile(r"\s(?:จังหวัด|จ\.|อ\.)\s?\S{2,20}(?=\s)")
_NAMED: Final = re.compile(r"\s?(?:เรื่อง|ผลงาน|โครงการ)\s(?=[^\s\"“ที่])")


def _behind_bodies(text: str, named: list[Body], ends: re.Pattern[str]) -> Iterator[Work]:
    """Yield what stands in quotes right behind a body, or behind its province."""
    for body in named:
        at = max(body.end, body.until)
        place = _PLACE.match(text, at)
        at = place.end() if place else at
        if text[at : at + 2] in (" “", ' "'):
            yield from _quoted(text, at + 1, at + 1, ends)
        elif word := _NAMED.match(text, at):
            end = ends.search(text, word.end(), word.end() + 200)
            if end and end.start() - word.end() >= 8:
                yield Work(word.end(), end.start(), word.start(), end.start())


def _listed(text: str, body: str) -> Iterator[Work]:
    """Yield works that a list names in quotes and nothing else, before whose they are: ได้แก่ “…” ของกรม ก."""
    listed = rf"(?:ได้แก่|คือ|:)\s?[“\"](?P<name>[^\n“”\"]{{3,120}})[”\"]\s?(?=(?:ของ|จาก|โดย)\s?(?:{body}))"
    for found in re.compile(listed).finditer(text):
        yield Work(*found.span("name"), found.start("name") - 1, found.end("name") + 1)


#: A work named without quotes before the body that owns it, and the verb that says what it won.
_OWNED: Final = re.compile(
    r"(?:^|[\s“”\"]|โดย|ส่วน|ซึ่ง|และ|ขณะที่)(?:(?P<cue>ผลงาน)|(?=ระบบ|โครงการ|แพลตฟอร์ม|แอปพลิเคชัน|นวัตกรรม))"
    r"(?P<name>[^\n“”\"]{5,90})(?<!ร่วมกับ)(?:ของ|จาก|โดย)\s?$"
)
#: The same in quotes, with nothing before it: “…” ของเทศบาล ก คือผลงานที่คว้ารางวัล.
_QUOTED: Final = re.compile(r"[“\"](?P<name>[^\n“”\"]{3,90})[”\"]\s?(?:ผลงาน(?:ร่วม)?)?(?:ของ|จาก|โดย|ที่)\s?$")
_WON: Final = re.compile(
    r"(?:\s?(?:จ\.|จังหวัด)\s?[ก-๎]{3,20})?\s?(?:\([^)]{1,30}\)\s?)?(?:ก็|ยัง)?(?:(?:คือ|เป็น)(?:อีก)?(?:หนึ่ง)?(?:ใน)?ผลงานที่)?(?:สามารถ)?(?:ได้รับ|คว้า|ได้)(?:[^\n]{0,20})รางวัล"
)


def won(text: str, body: Body) -> bool:
    """Say whether right behind a body stands that it won."""
    return _WON.match(text, max(body.end, body.until)) is not None


def _owned(text: str, named: list[Body]) -> Iterator[Work]:
    """Yield works that stand without quotes before the body that won: ผลงาน … ของกรม ก ได้รับรางวัล."""
    for body in named:
        if not won(text, body):
            continue
        line = text.rfind("\n", 0, body.start) + 1
        found = _OWNED.search(text, max(line, body.start - 110), body.start)
        quoted = _QUOTED.search(text, max(line, body.start - 120), body.start)
        if quoted:
            yield Work(quoted.start("name"), quoted.end("name"), quoted.start("name"), quoted.end("name"))
        elif found and not re.search("รางวัล|ได้รับ|คว้า", found["name"]):
            start = found.start("name") + len(found["name"]) - len(found["name"].lstrip(" :"))
            yield Work(start, found.end("name"), start, found.end("name"))


def _quoted(text: str, at: int, cue: int, ends: re.Pattern[str]) -> Iterator[Work]:
    close = _closing(text, at)
    end = ends.search(text, at + 2, min(len(text), at + 300))
    hard = end.start() if end else None
    if close is None or (hard is not None and hard < close and re.search('["“‘]', text[hard:close])):
        if hard is None or hard - at > 250:
            return
        stop = hard
        while text[stop - 1] in ' ”"':
            stop -= 1
        if stop - at > 3:
            yield Work(at + 1, stop, cue, hard)
        return
    if 2 < close - at < 300:
        yield Work(at + 1, close, cue, close + 1)


def _closing(text: str, at: int) -> int | None:
    """Return where the quote that opens at a place closes; None where it does not within 300 letters."""
    if text[at] in "\"'‘":
        found = re.compile('["”]' if text[at] == '"' else "['’]").search(text, at + 1, at + 300)
        return found.start() if found else None
    depth = 1
    for found in re.compile('[“”"]|‘|’').finditer(text, at + 1, min(len(text), at + 300)):
        sign = found[0]
        depth += sign == "“"
        depth -= sign in '”"'
        if depth == 0:
            return found.start()
    return None
