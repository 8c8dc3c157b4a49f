"""Find awards of which a clause behind them says who got them: รางวัล ก ซึ่งกรม ข ได้รับ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

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


#: Words before the verb that a body's name takes in, and that deny it or put it off.
_DENIED: Final = ("ไม่", "มิ", "จะ")


def find_holders(text: str, slots: Sequence[Mention], named: Sequence[Body]) -> Iterator[Event]:
    """Yield an event at the head of each award of which a clause behind it says who got it."""
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


def _chain(text: str, names: Sequence[Mention], at: int) -> list[Mention]:
    """Return the mentions that name one award together, of which the last is given."""
    first = at
    while first and _WITHIN.fullmatch(text, names[first - 1].end, names[first].start):
        first -= 1
    return list(names[first : at + 1])
