"""Settle what frames share: the same award again, and several bodies with one of several grades each."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.places import Told

__all__ = ["alike", "of_main_scheme", "respectively"]

_SAME: Final = re.compile(
    r"(?P<what>(?:(?:รางวัล|สาขา|ประเภท|ระดับ|ด้าน)(?:และ|\s)*)+)(?:เดียวกั[นบ]|(?<!รางวัล)(?:นี้|ดังกล่าว))"
)

#: A word before เดียวกัน → the slots that are as in the award told before.
_SHARED: Final = {
    "รางวัล": ("scheme", "year"),
    "สาขา": ("scheme", "branch", "year"),
    "ประเภท": ("scheme", "category", "year"),
    "ระดับ": ("level",),
}

_IN_ORDER: Final = re.compile(r"[^\n]{0,40}?ตามลำดับ")


def alike(told: Told, frames: Sequence[Frame]) -> list[Frame]:
    """Return frames with what they share with the one told before them: รางวัลเดียวกัน, ในสาขาเดียวกับ."""
    settled: list[Frame] = []
    for at, frame in enumerate(frames):
        later = min(
            (other.start for other in frames[at + 1 :] if other.start >= frame.end), default=frame.end + 60
        )
        said = _SAME.search(told.text, max(frame.start, 0), max(min(frame.end + 60, later), 0))
        former = settled[-1] if settled else None
        if said and former and "\n" not in told.text[frame.end : said.start()]:
            shared = {slot for word, slots in _SHARED.items() if word in said["what"] for slot in slots}
            slots = {
                slot: value
                for slot, value in former.slots.items()
                if slot in shared and slot not in frame.slots
            }
            frame = replace(frame, slots={**slots, **frame.slots})  # noqa: PLW2901 (the same frame, told further)
        settled.append(frame)
    return settled


def respectively(told: Told, frames: Sequence[Frame]) -> Iterator[Frame]:
    """Yield frames, one of several values for each of several bodies that stand in order (ตามลำดับ).

    Where there are not as many values as bodies, it is not known whose they are, and nothing is told.
    """
    for _, group in groupby(frames, key=lambda frame: (frame.clause, _recipients(frame))):
        together = list(group)
        count = len(_recipients(together[0]))
        end = _IN_ORDER.match(told.text, max(0, together[-1].end))
        if count < 2 or end is None or together[0].clause < 0:
            yield from together
            continue
        spread = _spread(told, together, end.end(), count)
        yield from spread or (together if len(together) == 1 else ())


def _recipients(frame: Frame) -> tuple[str, ...]:
    bodies = frame.slots.get("recipient")
    return tuple(body.name for body in bodies) if isinstance(bodies, tuple) else ()


def _spread(told: Told, together: Sequence[Frame], end: int, count: int) -> list[Frame]:
    """Return a frame for each body; none where no slot has as many values as there are bodies."""
    first = together[0]
    bodies = first.slots["recipient"]
    mentions = [
        token for token in told.tokens if isinstance(token, Mention) and first.clause <= token.start < end
    ]
    frames: list[Frame] = []
    for slot in ("level", "category", "branch", "scheme"):
        values = [mention for mention in mentions if mention.kind == slot]
        if len(values) == count and isinstance(bodies, tuple):
            former = frames or [first.fill("recipient", (body,)) for body in bodies]
            frames = [frame.fill(slot, value) for frame, value in zip(former, values, strict=True)]
    return [replace(frame, end=end, clause=first.clause) for frame in frames]


def of_main_scheme(told: Told, frame: Frame) -> Frame:
    """Return a frame that tells a part or a grade of no scheme as one of the release's main scheme.

    A known scheme has parts of its own, by which it is told.
    """
    if told.scheme is None or told.scheme.how != "pattern" or "scheme" in frame.slots:
        return frame
    parts = [frame.slots.get(slot) for slot in ("branch", "category", "level")]
    if not any(parts) or any(isinstance(part, Mention) and part.scheme for part in parts):
        return frame
    if _AT_AN_EVENT.match(told.text, max(frame.end, 0)) or _at_another(told, frame):
        return frame
    return replace(frame, slots={"scheme": told.scheme, **frame.slots})


def _at_another(told: Told, frame: Frame) -> bool:
    """Say whether a verb confers in a paragraph that tells of another contest, and not of the main scheme."""
    if frame.clause < 0 or told.scheme is None:
        return False
    who = frame.slots.get("recipient")
    if isinstance(who, tuple) and who[0].does == "person" and _CONTEST.match(told.scheme.value):
        return _WINS.match(told.text, frame.clause) is not None  # one of a team, perhaps, or its teacher
    if frame.kind == "item":
        return False
    line = told.text.rfind("\n", 0, max(frame.start, 0)) + 1
    before = told.text[line : max(frame.end, 0)]
    return _CONTEST.search(before) is not None and told.scheme.value not in before


_CONTEST: Final = re.compile("การแข่งขัน|การประกวด|เวที|มหกรรม|โครงการ|งาน[A-Z]")

#: What was won elsewhere: เหรียญทอง ในงาน ….
_AT_AN_EVENT: Final = re.compile(r"[^\n]{0,20}?(?:จาก|ใน)(?:เวที|งาน|การประกวด|การแข่งขัน|มหกรรม|รายการ)")

#: A verb of those who win, not a grade.
_WINS: Final = re.compile("ได้|คว้า|ชนะ(?!เลิศ)|รับ|เข้ารับ|ครอง")
