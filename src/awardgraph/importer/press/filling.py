"""Fill the slots of a frame from what a place mentions; a filled slot filled again begins a new frame."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.frames import Frame, same
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.places import Place, tells
from awardgraph.importer.press.prizes import another, at_an_event, begins_another, names_prize, part_of
from awardgraph.importer.press.projects import Work, won
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from awardgraph.importer.press.frames import Filled

__all__ = ["SLOT", "count_said", "filled", "slot_said", "work_said", "year_said"]

_COUNT_WORDS: Final = {word: n for n, word in enumerate("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ".split(), 1)}

#: A mention's kind → the slot it fills.
SLOT: Final = {
    "scheme": "scheme", "special": "category", "branch": "branch", "category": "category", "level": "level",
}  # fmt: skip


def slot_said(place: Place, mention: Mention) -> list[Frame]:
    """Take what says which award it is, and return the frames that it completes."""
    if place.held or not place.conferred:
        return []
    slot, frame = _slot_of(place, mention), place.frame
    if mention.kind == "scheme" and at_an_event(place, frame, mention):
        prize = frame.slots["scheme"]
        place.frame = frame.fill("scheme", mention).fill("category", prize).seen(mention.start, mention.end)
        place.last = mention.end
        return []
    if mention.kind == "branch" and mention.how == "pattern" and _many_words(place, mention):
        return []
    if begins_another(place, frame, mention):
        done, frame = another(place, frame, mention)
        frame = frame.fill(slot, mention)
    else:
        done, frame = filled(place, frame, slot, mention)
        frame = _without_former(frame, slot, mention)
    place.frame = frame.seen(mention.start, mention.end)
    place.last = mention.end
    return done


def _slot_of(place: Place, mention: Mention) -> str:
    """Return the slot that a mention fills; in a list under one scheme รางวัล ก names a part of it."""
    frame = place.frame
    listed = place.node.kind == "item" or bool(place.base.slots)
    handed = "scheme" in frame.slots and "scheme" not in frame.own
    if mention.kind == "scheme" and mention.how == "pattern" and listed and handed:
        return "scheme" if same(frame.slots["scheme"], mention) else "category"
    if mention.kind == "scheme" and part_of(place, frame, mention):
        return "category"
    return SLOT[mention.kind]


def _without_former(frame: Frame, slot: str, mention: Mention) -> Frame:
    """Return the frame without what was handed down for another scheme, or what a prize of all has not."""
    if mention.kind == "special":
        return replace(frame, slots={n: v for n, v in frame.slots.items() if n not in ("branch", "level")})
    known = frame.slots.get("branch")
    if (
        slot == "scheme"
        and isinstance(known, Mention)
        and "branch" not in frame.own
        and known.scheme != mention.value
    ):
        slots = {n: v for n, v in frame.slots.items() if n not in ("branch", "category")}
        return replace(frame, slots=slots).fill("scheme", mention)
    return frame


def _many_words(place: Place, mention: Mention) -> bool:
    """Say whether a new branch is no name: สาขาต่าง ๆ."""
    return bool(re.match(r"ต่าง|ๆ|ที่|ละ|นี้|ของ|อาชีพ", place.told.text[mention.start : mention.end]))


def filled(place: Place, frame: Frame, slot: str, value: Filled) -> tuple[list[Frame], Frame]:
    """Return what a slot's new value completes, and the frame that has it."""
    former = frame.slots.get(slot)
    if former is None:
        return [], frame.fill(slot, value)
    if slot in frame.own and same(former, value) and not _told_before(place, frame, slot):
        return [], frame
    if slot not in frame.own:
        items = {"recipient", "project"} & frame.own
        further = items and frame.told() and not _only_subject(place, frame)
        if not further or slot in ("recipient", "year"):  # the year of what was told, not one handed down
            return [], frame.fill(slot, value)
    elif slot == "category" and names_prize(former, value):
        return [], frame.fill(slot, value)
    elif slot == "level" and not _between(place, former, value):
        return [], frame
    done = [frame] if tells(place) else []
    return done, frame.before(slot).fill(slot, value)


def _told_before(place: Place, frame: Frame, slot: str) -> bool:
    """Say whether an item of a list names a part again after awards were told of it: a new group."""
    names = list(frame.slots)
    behind = set(names[names.index(slot) + 1 :]) & frame.own
    return place.node.kind == "item" and slot in ("branch", "category", "level") and "recipient" in behind


def _only_subject(place: Place, frame: Frame) -> bool:
    """Say whether the recipient stands before the verb, so that what follows is all of the same award."""
    recipient = frame.slots.get("recipient")
    if isinstance(recipient, tuple) and won(place.told.text, recipient[-1]):
        return True
    return (
        "project" not in frame.own
        and isinstance(recipient, tuple)
        and place.frame.start <= recipient[0].start
        and not (frame.own & {"branch", "category", "level"})
    )


def _between(place: Place, former: object, value: object) -> bool:
    """Say whether anything stands between two levels but brackets: ก้าวหน้า (Advance) is one."""
    if isinstance(former, Mention) and isinstance(value, Mention):
        return not re.fullmatch(
            r"[\s\"”“'()]*(?:ใน)?(?:ระดับ)?[\s\"“'(]*", place.told.text[former.end : value.start]
        )
    return True


#: How far from the beginning of an item a year is its own, whatever was handed down.
_HEAD: Final = 6


def year_said(place: Place, mention: Mention) -> list[Frame]:
    """Take a year near what was said of an award, and return the frames that it completes."""
    if place.held or not place.conferred:
        return []
    frame = place.frame
    if frame.told() and (mention.start - place.last > 60 or _before_verb(place, mention)):
        return []
    if not frame.told() and "year" not in frame.own:
        if frame.slots.get("year") is None or (
            place.node.kind == "item" and mention.start - place.node.start < _HEAD
        ):
            place.frame = frame.fill("year", mention).seen(mention.start, mention.end)
        return []
    former = frame.slots.get("year")
    if "year" in frame.own and isinstance(former, Mention) and not same(former, mention):
        between = place.told.text[former.end : mention.start] if former.end <= mention.start else ""
        if not _JOINED.fullmatch(between):
            place.held = True  # another year begins another story
            return []
    done, frame = filled(place, frame, "year", mention)
    place.frame = frame.seen(mention.start, mention.end)
    return done


def _before_verb(place: Place, mention: Mention) -> bool:
    """Say whether a year stands right before a verb, and is that of what the verb tells: ในปี 2565 ได้รับ."""
    between = _NO_WORDS.match(place.told.text, mention.end)
    return between is not None and any(
        isinstance(token, Event) and token.kind == "received" and token.start == between.end()
        for token in place.told.tokens
    )


_NO_WORDS: Final = re.compile(r"\s?(?:ก็|ยัง|จึง)*")

#: What joins two years of one award: ปี 2563 และปี 2564.
_JOINED: Final = re.compile(r"[\s,()/\-]*(?:และ|ถึง|กับ)?[\s,(]*(?:ใน|อีกครั้งใน)?\s*")


def count_said(place: Place, mention: Mention) -> list[Frame]:
    """Take a number of awards; อีก N รางวัล completes the frame before it."""
    if place.held or not place.conferred:
        return []
    count = _COUNT_WORDS.get(mention.value) or int(mention.value)
    frame = place.frame
    if mention.scheme == "more" and frame.told():
        done = [frame] if tells(place) else []
        keep = {n: v for n, v in frame.slots.items() if n in ("recipient", "scheme", "year")}
        place.frame = Frame(
            keep,
            frozenset(),
            frame.parent,
            count,
            more=True,
            many=frame.many,
            kind=frame.kind,
            clause=frame.clause,
        )
        return done
    recipient = frame.slots.get("recipient")
    behind = (
        isinstance(recipient, tuple)
        and "recipient" in frame.own
        and frame.told()
        and _heads_before(frame, recipient)
        and mention.start - max(recipient[0].end, recipient[0].until) < 40
    )
    times = count if behind and count <= 20 else frame.times
    place.frame = replace(frame, count=count, times=times, more=frame.more or mention.scheme == "more")
    place.last = max(place.last, mention.end)
    return []


def _heads_before(frame: Frame, recipient: tuple[Body, ...]) -> bool:
    """Say whether the recipient stands behind what tells the award: a count is then the recipient's own."""
    heads = [
        v.start
        for n, v in frame.slots.items()
        if n in ("branch", "category", "level") and isinstance(v, Mention)
    ]
    return len(recipient) == 1 and bool(heads) and max(heads) < recipient[0].start


def work_said(place: Place, work: Work) -> list[Frame]:
    """Take the work that an award is for, and return the frames that it completes."""
    if place.held and place.defined and place.node.kind == "item":
        place.held = False  # what the award is has been told; the work goes on with the item
    if place.held or not place.conferred:
        return []
    if _of_next_verb(place, work):
        return []
    former = place.frame.slots.get("project")
    joined = isinstance(former, Work) and _JOINS.fullmatch(place.told.text, former.until, work.cue)
    if "project" in place.frame.own and place.node.kind != "item" and not (joined and place.frame.count > 1):
        return []  # the text goes on to tell of the work
    done, frame = filled(place, place.frame, "project", work)
    place.frame = frame.seen(work.start, work.end)
    place.last = work.until
    return done


#: Between two works of as many awards: “…” และ “…”.
_JOINS: Final = re.compile(r"[”\"]?[\s,]*(?:และ|กับ|รวมถึง)?\s?")


def _of_next_verb(place: Place, work: Work) -> bool:
    """Say whether a work stands with its owner before a verb of its own: ผลงาน “…” ของกรม ก ได้รางวัล."""
    owned = _OWNER.match(place.told.text, work.until)
    later = [token for token in place.told.tokens if work.until <= token.start < work.until + _NEAR]
    return (
        owned is not None
        and len(later) > 1
        and isinstance(later[0], Body)
        and later[0].start <= owned.end() + 1
        and isinstance(later[1], Event)
        and later[1].kind == "received"
        and "\n" not in place.told.text[work.until : later[1].start]
    )


_OWNER: Final = re.compile(r"[”\"]?\s?(?:ผลงาน)?(?:ของ|โดย|จาก)\s?")

#: How far behind a work the verb of its owner stands, in letters.
_NEAR: Final = 140
