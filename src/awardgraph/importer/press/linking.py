"""Walk the tree of a release and link what each place mentions into frames."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.filling import SLOT, count_said, slot_said, work_said, year_said
from awardgraph.importer.press.frames import HEADS, Frame, same
from awardgraph.importer.press.likeness import alike, of_main_scheme, respectively
from awardgraph.importer.press.listing import says_nothing, some_received, told_as_one
from awardgraph.importer.press.looking_back import named_before, spoken_of, year_before, year_of_list
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.organisations import Body
from awardgraph.importer.press.places import Place, Told, inside, tells
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.recipients import body_said
from awardgraph.importer.press.subjects import subject_of
from awardgraph.importer.press.triage import HOLDS, Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.frames import Filled
    from awardgraph.importer.press.places import Token
    from awardgraph.importer.press.structure import Node
    from awardgraph.importer.press.subjects import Subject

__all__ = ["link"]


def link(told: Told, nodes: Sequence[Node]) -> list[Frame]:
    """Return the frames of a text that may be awards, in order; merging and judging come later."""
    frames: list[Frame] = []
    before: Place | None = None
    for node in nodes:
        if (
            before is not None
            and before.conferred
            and (node.start == node.end or _names_whose(told, node) or _names_which(before, node))
        ):
            found, _ = _read(told, node, before.frame, conferred=True)
        else:
            found, place = _read(told, node, Frame(), conferred=False)
            if found or not says_nothing(told, node):
                before = place
        frames += found
    return [of_main_scheme(told, frame) for frame in respectively(told, alike(told, frames))]


def _names_whose(told: Told, node: Node) -> bool:
    """Say whether a paragraph only names the body whose list follows: it goes on with what was said above."""
    tokens = list(inside(told, node))
    own = node.end - node.start
    return (
        bool(node.children)
        and own < 100
        and bool(tokens)
        and isinstance(tokens[0], Body)
        and not any(isinstance(token, Event) for token in tokens)
    )


def _names_which(before: Place, node: Node) -> bool:
    """Say whether a paragraph is one of the list that the one above announced, without a sign of its own.

    It begins with an award or a body, and tells of the other as well, or is the heading of a list.
    """
    told = before.told
    tokens = list(inside(told, node))
    own = node.end - node.start
    if not tokens or own >= 250 or not (_announces(before) or some_received(before, tokens)):
        return False
    if any(isinstance(token, Event) and token.kind not in ("row", "grade") for token in tokens):
        return False
    first = next(token for token in tokens if not isinstance(token, Event))
    if first.start - node.start > 10:
        return False
    award = any(isinstance(token, Mention) and token.kind in SLOT for token in tokens)
    body = any(isinstance(token, Body) for token in tokens)
    if isinstance(first, Body) or (isinstance(first, Mention) and first.kind in SLOT):
        work = any(isinstance(token, Work) for token in tokens)
        whose = "recipient" in before.frame.slots and work
        return award and (body or bool(node.children) or whose)
    return False


def _announces(place: Place) -> bool:
    """Say whether a paragraph ends with what announces a list."""
    told, node = place.told, place.node
    return any(
        isinstance(token, Mention)
        and token.kind == "lists"
        and not told.text[token.end : node.end].strip(" :\n")
        for token in inside(told, node)
    )


def _read(
    told: Told, node: Node, base: Frame, *, conferred: bool, explained: bool = False
) -> tuple[list[Frame], Place]:
    """Return the frames of a node and of what stands under it, and the state at the end of its own words.

    Where the items before only explain what an award is (explained), so does this one, until a verb confers.
    """
    start = base.handed_down(node.kind)
    place = Place(told, node, start, start, conferred, explained, node.start, explained)
    frames = [frame for token in inside(told, node) for frame in _take(place, token)]
    last = _headed_by_year(place)
    frames = list(_lent([*frames, last] if not node.children and tells(place) else frames))
    if node.children:
        below: list[Frame] = []
        explained = _explains(place) and not _announces(place)
        for child in told_as_one(told, node.children):
            found, inner = _read(told, child, last, conferred=place.conferred, explained=explained)
            explained = _explains(inner) and not found
            below += found
        if below:
            return frames + below, place
    return ([*frames, last] if node.children and tells(place) else frames), place


def _headed_by_year(place: Place) -> Frame:
    """Return the frame of a place; a year alone above a list is the year of all that is in it."""
    tokens = list(inside(place.told, place.node)) if place.node.children else []
    if len(tokens) == 1 and place.node.end - place.node.start < _HEADLINE:
        only = tokens[0]
        if isinstance(only, Mention) and only.kind == "year":
            return place.frame.fill("year", only)
    return place.frame


#: How long the line of a year above a list is at most, in letters.
_HEADLINE: Final = 40


def _explains(place: Place) -> bool:
    """Say whether a place only tells what an award is, and names none that was conferred."""
    return place.held and place.defined and not place.frame.told()


def _lent(frames: list[Frame]) -> Iterator[Frame]:
    """Yield frames; one that tells a grade or a part, but no scheme, is of the scheme told before it."""
    former: Filled | None = None
    for frame in frames:
        parts = [frame.slots.get(slot) for slot in ("branch", "category", "level")]
        known = any(isinstance(part, Mention) and part.scheme for part in parts)
        if former is not None and "scheme" not in frame.slots and not known and any(parts):
            yield replace(frame, slots={"scheme": former, **frame.slots})
            continue
        former = frame.slots.get("scheme", former)
        yield frame


def _take(place: Place, token: Token) -> list[Frame]:
    """Return the frames that a token completes."""
    if isinstance(token, Event):
        return _turn(place, token)
    if isinstance(token, Work):
        return work_said(place, token)
    if isinstance(token, Body):
        return body_said(place, token)
    said = {"count": count_said, "year": year_said}.get(token.kind, slot_said if token.kind in SLOT else None)
    return said(place, token) if said else []


def _turn(place: Place, event: Event) -> list[Frame]:
    """Take a turn in what is said of awards: hold what follows, or begin a frame with who receives."""
    if event.kind in HOLDS:
        place.defined = event.kind == "definition" or (place.held and place.defined)
        place.held = True
        return []
    if event.held and place.conferred and not place.held:
        return []  # one more of those that a verb tells of already
    if event.kind in ("row", "grade") and place.conferred and not place.held:
        return _next_row(place) if event.kind == "row" else []  # a verb above has said so
    done: list[Frame] = []
    told = place.told
    who = subject_of(told.text, told.tokens, event, place.node, told.about)
    if who.stray and place.node.kind == "item" and "recipient" in place.base.slots:
        who = replace(who, bodies=(), loose=False, stray=False)  # the head of the list has said whose it is
    if not _goes_on(place, event, who):
        done = [place.frame] if tells(place) else []
        place.frame = _begun(place, event, who)
    place.frame = place.frame.seen(event.start, event.end)
    place.conferred, place.held, place.last = True, False, event.end
    place.given = event.kind == "given"
    return done


def _next_row(place: Place) -> list[Frame]:
    """Begin a line that names a grade and who holds it; return the frame of the line before."""
    frame = place.frame
    if "recipient" not in frame.own:
        return []
    done = [frame] if tells(place) else []
    told = {"recipient", "project", "level"} & frame.own
    slots = {name: value for name, value in frame.slots.items() if name not in told}
    place.frame = replace(
        frame, slots=slots, own=frame.own - told, parent=place.base.parent, times=1, start=-1, end=-1
    )
    return done


#: Between an award and a further word of the same verb: คว้ารางวัลเลิศรัฐมา|ได้ถึง 2 รางวัล.
_VERB_GOES_ON: Final = re.compile(r"\s?(?:มา|ไป|ไว้|ครอง|แล้ว)+\s?")


def _goes_on(place: Place, event: Event, who: Subject) -> bool:
    """Say whether a verb tells more of the frame that is being filled, rather than of another award."""
    if not place.conferred or place.held:
        return False
    if (place.node.kind == "item" and not who.bodies) or _VERB_GOES_ON.fullmatch(
        place.told.text, place.last, event.start
    ):
        return True
    frame = place.frame
    return _recipient_last(frame) and (not who.bodies or same(frame.slots["recipient"], who.bodies))


def _begun(place: Place, event: Event, who: Subject) -> Frame:
    """Return the frame that a verb begins: what was handed down, who receives, work and year before it."""
    base = place.base
    frame = replace(base, own=frozenset(), many=who.many or base.many, clause=event.start)
    frame = replace(frame, start=-1, end=-1, loose=who.loose, stray=who.stray)
    if who.bodies:
        former = base.slots.get("recipient")
        above = former[0] if isinstance(former, tuple) and former[0].rank < who.bodies[0].rank else None
        slots = {name: value for name, value in base.slots.items() if name != "recipient"}
        frame = replace(frame, slots=slots, parent=who.parent or above).fill("recipient", who.bodies)
        frame = frame.seen(who.bodies[0].start, event.end)
    if who.many:
        frame = replace(frame, parent=who.bodies[0] if who.bodies else who.parent or frame.parent)
    if who.work and "project" not in frame.slots:
        frame = frame.fill("project", who.work)
    if event.anybody and not who.bodies and (named := named_before(place, event)):
        frame = frame.fill(SLOT[named.kind], named)
    if not any(slot in frame.slots for slot in HEADS if slot != "year") and (
        scheme := spoken_of(place, event)
    ):
        own = frame.own | {"scheme"} if event.anybody else frame.own
        frame = replace(frame, slots={"scheme": scheme, **frame.slots}, own=own)
    if event.kind in ("row", "grade") and (year := year_of_list(place, event)):
        frame = replace(frame.fill("year", year), own=frame.own - {"year"})
    if event.kind == "received" and (year := year_before(place, event)):
        own = frame.own - {"year"}
        frame = replace(frame.fill("year", year), own=own)
    return frame


def _recipient_last(frame: Frame) -> bool:
    """Say whether nothing of an award but its work was told since its recipient was named."""
    names = list(frame.slots)
    return "recipient" in frame.own and set(names[names.index("recipient") + 1 :]) <= {"project", "year"}
