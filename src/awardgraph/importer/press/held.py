"""Find awards whose holders running text tells behind them: รางวัล ก ซึ่งกรม ข ได้รับ, ระดับดีมี 1 ราย คือ กรม ข."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.rows import opens_line
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.bodies import Body
    from awardgraph.importer.press.mentions import Mention

__all__ = ["find_holders"]

#: Kinds of mentions that together name one award.
_NAMES: Final = ("scheme", "special", "branch", "category", "level", "year")

#: A short form or a translation behind a name.
_SHORT: Final = r"(?:\s?\([^()\n]{2,40}\))?"

#: Between two words of one award's name.
_WITHIN: Final = re.compile(
    rf"{_SHORT}[ \"“”'(),:\-]*(?:ในสาขา|สาขา|ประเภท|ระดับ|รางวัล|ด้าน|ใน)?[ \"“”'(]*(?:รางวัล|การ)?[ \"“”'(]*"
)

#: Between an award and the clause that says who holds it.
_CLAUSE: Final = re.compile(rf"{_SHORT}[\s\"“”'),]*(?:ซึ่ง|ที่|อันเป็นรางวัลที่)\s?")

#: The verb of that clause, with nothing received but the award before it.
_GOT: Final = re.compile(
    r"\s?(?:\([^)]{1,30}\)\s?)?(?:ก็|เพิ่ง|เคย|ยัง|สามารถ)*(?:ได้|(?:เดินทาง|ขึ้น)?(?:ไป|มา)|ขึ้น|เข้า)?(?:รับ|คว้า|ได้|ครอง)(?:มอบ|มา|ไป|ไว้|ได้|ครอง|แล้ว)*"
    r"(?=\s|จาก|ใน(?!การ)|เมื่อ|เป็น(?:ครั้ง|แห่ง|หน่วย|ราย|ปี|สมัย)|ติดต่อ|ต่อเนื่อง|นั้น|[,)”]|$)"
)


#: What says that those who hold the award follow.
_HELD_BY: Final = re.compile(
    rf"{_SHORT}[\s\"“”')]*(?:(?:มี|จำนวน|รวม|ทั้งสิ้น|เพียง|อยู่)*\s?"
    r"(?:(?:หนึ่ง|แห่ง|ราย|หน่วยงาน|ผลงาน|รางวัล)+เดียว\s?|(?:\d{1,2}|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)\s?"
    r"(?:ราย(?:การ)?|แห่ง|หน่วยงาน|องค์กร|ผลงาน|รางวัล|โครงการ|ทีม|จังหวัด|หน่วย)(?:เท่านั้น|ด้วยกัน)?\s?))?"
    r"(?:ได้แก่|คือ|ประกอบด้วย|ดังนี้|(?:ตก)?เป็นของ|ตกแก่|ตกอยู่กับ|มอบ(?:ให้)?(?:แก่|กับ))\s?:?\s*"
)

#: A number, a bullet or a work may stand before the first holder.
_FIRST: Final = re.compile(
    r"(?:\(?\d{1,2}[.)]\s?|[-•*]\s?)?"
    r"(?:ผลงาน\s?[“\"][^”\"\n]{3,90}[”\"]\s?(?:ของ|โดย|จาก)\s?)?"
)

#: A sentence that tells of works on their way tells of no holders.
_ON_THE_WAY: Final = re.compile(
    "ส่ง|เสนอ|สมัคร|เข้ารอบ|ผ่าน|เตรียม|เป้า|หวัง|คาด|จะ|หาก|ไม่|ปีหน้า|เกณฑ์|แนวทาง|ตัวอย่าง|เช่น"
)

_CONFERS: Final = ("received", "given", "announced")


#: Words before the verb that a body's name takes in, and that deny it or put it off.
_DENIED: Final = ("ไม่", "มิ", "จะ")


def find_holders(
    text: str, slots: Sequence[Mention], named: Sequence[Body], events: Sequence[Event]
) -> Iterator[Event]:
    """Yield an event at the head of each award whose holders are told behind it, and no verb before."""
    names = sorted((slot for slot in slots if slot.kind in _NAMES), key=lambda slot: slot.start)
    starts = {body.start: body for body in named}
    for at, last in enumerate(names):
        if at + 1 < len(names) and _WITHIN.fullmatch(text, last.end, names[at + 1].start):
            continue  # the award is not named to its end
        chain = _chain(text, names, at)
        if all(slot.kind == "year" for slot in chain):
            continue
        head = chain[0].start
        clause = _CLAUSE.match(text, last.end)
        body = starts.get(clause.end()) if clause else None
        got = body and _GOT.match(text, max(body.end, body.until))
        if body and got and not body.name.endswith(_DENIED) and any(slot.kind != "level" for slot in chain):
            yield Event("received", head, head, who=body.start)
        elif (
            body is None
            and (held := _HELD_BY.match(text, last.end))
            and any(s.kind == "level" for s in chain)
        ):
            first = _FIRST.match(text, held.end())
            told = first is not None and first.end() in starts and not starts[first.end()].weak
            if told and not opens_line(text, head) and not _told_before(text, head, events):
                yield Event("announced", head, head, anybody=True)


def _chain(text: str, names: Sequence[Mention], at: int) -> list[Mention]:
    """Return the mentions that name one award together, of which the last is given."""
    first = at
    while first and _WITHIN.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    return list(names[first : at + 1])


def _told_before(text: str, head: int, events: Sequence[Event]) -> bool:
    """Say whether a verb in the same line confers already, or what is told is only hoped for."""
    line = text.rfind("\n", 0, head) + 1
    former = [event for event in events if line <= event.start < head]
    if former and former[-1].kind in _CONFERS:
        return True
    begins = max(line, former[-1].end if former else line, head - 80)
    return bool(_ON_THE_WAY.search(text, begins, head))
