"""Tell prizes from each other: one more of a recipient, one of a scheme's, one won at an event of several."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.places import tells

if TYPE_CHECKING:
    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.places import Place

__all__ = ["another", "at_an_event", "begins_another", "names_prize", "part_of"]


def part_of(place: Place, frame: Frame, mention: Mention) -> bool:
    """Say whether a new name is one of the prizes of the scheme before it: 2 รางวัลจากเวที ก ได้แก่ รางวัล ข."""
    scheme, category = frame.slots.get("scheme"), frame.slots.get("category")
    if mention.how != "pattern" or not isinstance(scheme, Mention):
        return False
    if isinstance(category, Mention) and category.kind == "scheme":
        return "category" in frame.own and scheme.start < category.start
    return frame.count > 1 and bool(_ANNOUNCING.search(place.told.text[scheme.end : mention.start]))


def at_an_event(place: Place, frame: Frame, mention: Mention) -> bool:
    """Say whether a prize was won at an event that is a scheme itself: รางวัล ก จากเวที ข Awards."""
    prize = frame.slots.get("scheme")
    if (
        not isinstance(prize, Mention)
        or prize.how != "pattern"
        or "scheme" not in frame.own
        or "category" in frame.slots
    ):
        return False
    return bool(_EVENT.fullmatch(place.told.text[prize.end : mention.start]))


_ANNOUNCING: Final = re.compile(r"(?:ได้แก่|ประกอบด้วย|ดังนี้|คือ|แบ่งเป็น)")
_EVENT: Final = re.compile(r"[^\n]{0,40}?(?:จาก|ใน|ภายใต้)(?:เวที|งาน|พิธี|การ|โครงการ)[^\n]{0,30}")


def _of_another_scheme(frame: Frame, mention: Mention) -> bool:
    """Say whether what the frame tells belongs to another scheme than a mention does."""
    own = [
        value for name, value in frame.slots.items() if name in frame.own and name in ("branch", "category")
    ]
    parts = [value for value in own if isinstance(value, Mention) and value.scheme]
    if mention.kind == "scheme" and mention.how == "pattern":
        return any(part.kind == "special" for part in parts)
    if mention.kind not in ("scheme", "special"):
        return False  # parts of two schemes may bear one name
    return bool(mention.scheme) and any(part.scheme != mention.scheme for part in parts)


#: One more award of the same recipient: และรางวัล, และยังได้รับรางวัลระดับสากล.
_AND_AN_AWARD: Final = re.compile(
    r"(?:และ|กับ|รวมถึง|รวมทั้ง|พร้อมด้วย|ตลอดจน)(?:ยัง)?(?:ได้รับ|คว้า|อีก)?\s?(?:รางวัล)[\s\"“]*"
    r"(?:ระดับ(?:สากล|นานาชาติ|ประเทศ|ชาติ|โลก|อาเซียน|เอเชีย)\s?)?(?:[ก-๎]{0,6})$"
)


def begins_another(place: Place, frame: Frame, mention: Mention) -> bool:
    """Say whether a mention begins another award of the same recipient."""
    before = place.told.text[max(0, mention.start - 24) : mention.start + 6]
    return (frame.told() and _AND_AN_AWARD.search(before) is not None) or _of_another_scheme(frame, mention)


def another(place: Place, frame: Frame, mention: Mention) -> tuple[list[Frame], Frame]:
    """Return what และรางวัล completes, and the frame for what it begins: of the same recipient and scheme."""
    done = [frame] if tells(place) else []
    keep = ["recipient", "year"]
    scheme = frame.slots.get("scheme")
    if (
        mention.kind in ("branch", "category")
        and isinstance(scheme, Mention)
        and mention.scheme in ("", scheme.scheme)
    ):
        keep.append("scheme")
    recipient = frame.slots.get("recipient")
    heads = [
        v.start for n, v in frame.slots.items() if n in frame.own and isinstance(v, Mention) and n != "year"
    ]
    if (
        isinstance(recipient, tuple)
        and "recipient" in frame.own
        and heads
        and recipient[0].start > min(heads)
    ):
        keep.remove("recipient")  # it was told behind its own award: รางวัล ก ได้แก่ กรม ข และรางวัล ค
    slots = {name: value for name, value in frame.slots.items() if name in keep}
    return done, replace(frame, slots=slots, own=frozenset(), count=0, times=1, more=False, start=-1, end=-1)


def names_prize(former: object, value: object) -> bool:
    """Say whether a category follows a prize that was taken for one: รางวัล ก จากเวที ข ประเภท ค."""
    return (
        isinstance(former, Mention) and isinstance(value, Mention)
        and former.kind == "scheme" and value.kind == "category"
    )  # fmt: skip
