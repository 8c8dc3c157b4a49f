"""Take the bodies that a place names: as recipient, as the one above it, or not at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.filling import filled
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.subjects import follows_on, receives

if TYPE_CHECKING:
    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.places import Place

__all__ = ["body_said"]


def body_said(place: Place, body: Body) -> list[Frame]:
    """Take a body by where it stands, and return the frames that it completes."""
    if place.held or not place.conferred or _taken_beside(place, body):
        return []
    frame = place.frame
    if place.given and body.does not in ("to", "list", "person") and "recipient" not in frame.own:
        return []
    if not receives(place.told.text, body, place.last, place.node):
        return []
    parent = _above(place, body)
    done, frame = filled(place, frame, "recipient", (body,))
    place.frame = replace(frame, parent=parent, many=False, loose=False, stray=False).seen(
        body.start, body.end
    )
    place.last = max(body.end, body.until)
    return done


def _taken_beside(place: Place, body: Body) -> bool:
    """Take a body that belongs to the recipient named last: above it, within it, or joined to it."""
    frame = place.frame
    recipients = frame.slots.get("recipient")
    if not isinstance(recipients, tuple) or "recipient" not in frame.own:
        return False
    last = recipients[-1]
    if body in recipients or (last.does == "person" and body.does != "person"):
        place.frame = frame if frame.parent or body in recipients else replace(frame, parent=body)
        return True
    follows = follows_on(place.told.text, last, body)
    if body.does == "parent" or (follows == "beside" and body.rank < last.rank):
        place.frame = replace(frame, parent=frame.parent if frame.parent and body.does != "parent" else body)
        place.last = body.end
        return True
    if last.rank < body.rank and (
        (body.does == "by" and place.node.kind == "item")
        or _behind_work(place, body)
        or (body.does == "list" and frame.told() and _told_first(frame))
    ):
        slots = {name: value for name, value in frame.slots.items() if name != "recipient"}
        within = replace(frame, slots={**slots, "recipient": (body,)}, parent=last, many=False)
        place.frame = within.seen(body.start, body.end)
        return True
    listed = follows == "and" and last.does == "list"
    if follows and body.rank >= last.rank - 1 and (listed or not body.weak):
        joined = replace(frame, slots={**frame.slots, "recipient": (*recipients, body)})
        place.frame = joined.seen(body.start, body.end)
        place.last = max(body.end, body.until)
        return True
    return False


def _told_first(frame: Frame) -> bool:
    """Say whether a verb named the recipient, and a part of the award stands behind: ระดับดี ได้แก่ กอง ก."""
    names = list(frame.slots)
    parts = [name for name in ("branch", "category", "level") if name in frame.own]
    return bool(parts) and all(names.index("recipient") < names.index(part) for part in parts)


def _behind_work(place: Place, body: Body) -> bool:
    """Say whether a body owns the work that was named right before it: ผลงาน “…” ของสำนักงาน ก."""
    work = place.frame.slots.get("project")
    if body.does not in ("by", "owner") or body.weak or not isinstance(work, Work):
        return False
    return "project" in place.frame.own and 0 <= body.start - work.until < _CLOSE


#: How far the owner of a work stands behind it, in letters.
_CLOSE: Final = 8


def _above(place: Place, body: Body) -> Body | None:
    """Return the body above a new recipient: the one handed down, where it ranks higher."""
    frame = place.frame
    former = frame.slots.get("recipient")
    if "recipient" in frame.own:
        return place.base.parent if frame.parent else None
    if isinstance(former, tuple) and former[0].rank < body.rank:
        return former[0]
    return frame.parent
