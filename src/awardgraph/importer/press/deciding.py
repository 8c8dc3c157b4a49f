"""Decide what part a verb gives to who does it, to who is listed behind it, and to the doer behind โดย."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.speaking import quoted

if TYPE_CHECKING:
    from awardgraph.importer.press.acts import Act, Parts
    from awardgraph.importer.press.names import Person

__all__ = ["RECEIVED", "decided", "doer", "listed"]

#: Something was received.
RECEIVED: Final = re.compile(
    r"รับ[^\n]*(?:รางวัล|เลิศรัฐ|โล่|ถ้วย|เกียรติ|A(?:ward|WARD))|พิธี(?:รับ)?มอบ|รับมอบ"
    r"|(?:รางวัล|เลิศรัฐ|โล่|ถ้วย)[^\n]*(?:ขึ้น|เข้า|ไป|มา)รับ\s?จาก"
)

#: How far before a verb is read what it is told of.
_FAR: Final = 260

#: How far before a name is read what its list is headed by.
_CLOSE: Final = 90

#: What a list may take over from the verb before it; what is not here is taken as it is.
_LISTED: Final = {
    "awardee": "accepted",
    "presenter": "accepted",
    "joined": "attendee",
    "chair": "official",
    "chairs": "official",
    "said": "official",
    "delegates": "official",
    "speaker": "official",
    "represents": "official",
}

#: Behind these verbs the name of a prize makes those listed its winners.
_GIVES: Final = frozenset(("presenter", "chair", "accepted", "awardee", "speaker"))

#: A prize or a rank, those who won, and other people at the head of a list.
_PRIZE: Final = re.compile("(?<!พิธีมอบ)รางวัล|ชนะเลิศ")
_WINNERS: Final = re.compile(r"(?:ได้|เข้า|ขึ้น|ผู้)รับ(?:มอบ)?\S{0,12}รางวัล|ชนะเลิศ")
_OTHERS: Final = re.compile(
    r"ผู้(?!ได้|ที่ได้|รับ|เข้ารับ|ขึ้นรับ|แทน|ชนะ|ครอง|คว้า|ถูก|ว่า|อำนวย|ช่วย|จัดการ)[^\s]+\s?"
    r"(?:(?:จำนวน\s)?\d+\s[^\s]+\s)?(?:คือ|ได้แก่|ประกอบด้วย|อาทิ|เช่น|ดังนี้|นำ[^\s]{0,4}โดย|:)"
)

#: What is told of the doer behind it: ดำเนินรายการโดย …, ผู้รับรางวัล : ….
_AGENT: Final = {
    "presenter": "presenter",
    "accepted": "accepted",
    "awardee": "accepted",
    "speaker": "speaker",
    "attendee": "attendee",
    "joined": "attendee",
}
_BY: Final = re.compile(r"(?:[^\s“”\"]{0,30}[ก-๎])?(?:\s?[“\"][^“”\"\n]{1,90}[”\"]\s?)?โดย\s?|\s?:\s?")


def decided(text: str, act: Act, end: int, person: Person, parts: Parts, *, besides: bool) -> str:
    """Return the part that a verb gives to a person, by what is told around it.

    Args:
        end: where the paragraph ends.
        besides: whether the person is there besides somebody who was told of first.
    """
    part = act.part
    if part == "chair":
        prizes = parts.prize_giving.search(text, max(0, act.start - 400), min(len(text), act.end + 60))
        part = "presenter" if prizes else "official"
    elif part == "chairs":
        prizes = parts.chaired.search(text, max(0, act.start - 300), act.start)
        part = "presenter" if prizes else "official"
    elif part == "joined":
        part = "attendee" if besides else "accepted"
    elif part == "awardee":
        part = "accepted"
    elif part == "represents":
        line = text.rfind("\n", 0, act.start) + 1
        part = "accepted" if RECEIVED.search(text, max(line, act.start - _FAR), act.start) else "official"
    elif part == "said":
        part = "speaker" if quoted(text, act, end, person) else "official"
    return "official" if part == "delegates" else part


def doer(text: str, act: Act | None, person: Person) -> str:
    """Return the part of who is named as the doer of a verb right behind it; "" for all others."""
    return _AGENT.get(act.part, "") if act and _BY.fullmatch(text, act.end, person.start) else ""


def listed(text: str, start: int, act: Act | None, person: Person, parts: Parts, *, led: bool) -> str:
    """Return the part of who is listed behind a verb, or behind the name of a prize.

    Args:
        start: where what was not read yet begins.
        led: whether the list is of those who lead (นำโดย …): they are there, if nothing else is told.
    """
    before = text[max(start, person.start - _CLOSE) : person.start]
    if act and _OTHERS.search(text, act.end, person.start):
        act = None
    won = bool(_WINNERS.search(before))
    prizes = _PRIZE.search(before) and not _OTHERS.search(before)
    if prizes and (won or not (led or parts.not_winners.search(before))) and (not act or act.part in _GIVES):
        return "accepted"
    part = _LISTED.get(act.part, act.part) if act else "official"
    return "attendee" if led and part == "official" else part
