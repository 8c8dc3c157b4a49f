"""Frames: slots filled so far, which are handed down the tree of lists and spread over coordination."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.importer.press.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.projects import Work

__all__ = ["HEADS", "Filled", "Frame", "same"]

#: Slots that say which award; the others say whose and what for.
HEADS: Final = ("scheme", "branch", "category", "level", "year")

Filled: TypeAlias = "Mention | Work | tuple[Body, ...]"


@dataclass(frozen=True, slots=True)
class Frame:
    """Slots filled so far.

    Attributes:
        slots: in the order in which they were filled; what was handed down comes first.
        own: the slots that this place fills itself; the others were handed down.
        parent: the body above the recipient.
        count: how many awards the text says there are; 0 where it says nothing.
        times: how many awards one recipient got of what is told before (… ได้แก่ กรม ก จำนวน 2 รางวัล).
        more: whether they are others beside those told (อีก 4 รางวัล).
        many: whether a body is named for all those below it (และหน่วยงานในสังกัด).
        loose, stray: whether the recipient stands far from the verb, or was looked for elsewhere.
        clause: where the verb stands that it hangs on; frames of one clause are different awards.
        kind: of the place: title, lead, body or item.
        start, end: the words it was read from, half-open, in the clean text.
    """

    slots: dict[str, Filled] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    parent: Body | None = None
    count: int = 0
    times: int = 1
    more: bool = False
    many: bool = False
    loose: bool = False
    stray: bool = False
    kind: str = "body"
    clause: int = -1
    start: int = -1
    end: int = -1

    def seen(self, start: int, end: int) -> Frame:
        """Return the frame with further words among those it was read from."""
        return replace(
            self, start=start if self.start < 0 else min(self.start, start), end=max(self.end, end)
        )

    def fill(self, slot: str, value: Filled) -> Frame:
        """Return the frame with a slot filled last, whatever was handed down for it."""
        slots = {name: former for name, former in self.slots.items() if name != slot}
        return replace(self, slots={**slots, slot: value}, own=self.own | {slot})

    def before(self, slot: str) -> Frame:
        """Return a frame with what was filled before a slot: what a new award shares with the last one.

        >>> Frame({"branch": 1, "recipient": 2, "level": 3}, frozenset({"level"})).before("level").slots
        {'branch': 1, 'recipient': 2}
        """
        names = list(self.slots)
        kept = names[: names.index(slot)]
        parent = self.parent if "recipient" in kept else None
        return replace(
            self, slots={name: self.slots[name] for name in kept}, own=self.own & set(kept), parent=parent,
            count=0, times=1, more=False, start=-1, end=-1,
        )  # fmt: skip

    def handed_down(self, kind: str) -> Frame:
        """Return the frame that the items below start from."""
        return Frame(
            self.slots, parent=self.parent, many=self.many, loose=self.loose, stray=self.stray, kind=kind
        )

    def told(self) -> bool:
        """Say whether the place itself tells which award it is."""
        return any(slot in self.own for slot in HEADS if slot != "year")


def same(first: Filled, second: Filled) -> bool:
    """Say whether two values of one slot are the same."""
    if isinstance(first, Mention) and isinstance(second, Mention):
        return first.value == second.value
    if isinstance(first, tuple) and isinstance(second, tuple):
        return [body.name for body in first] == [body.name for body in second]
    return False


def named(bodies: Iterable[Body]) -> set[str]:
    """Return the names of bodies."""
    return {body.name for body in bodies}
