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

__all__ = ["alike", "respectively"]

_SAME: Final = re.compile(r"(?P<what>(?:(?:รางวัล|สาขา|ประเภท|ระดับ|ด้าน)(?:และ|\s)*)+)เดียวกั[นบ]")

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
