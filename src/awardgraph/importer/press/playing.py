"""Walk through a paragraph and say of each person named what part is told: groups of names share a verb."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.importer.press.acts import OF_PRIZES, REACH, Act, find_acts, opener
from awardgraph.importer.press.deciding import RECEIVED, decided, doer, listed
from awardgraph.importer.press.findings import PARTS
from awardgraph.importer.press.speaking import alone, says_something

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from awardgraph.importer.press.acts import Parts
    from awardgraph.importer.press.names import Person

__all__ = ["Played", "play"]

#: A person, the part at one place, and the words that say so (None where nothing does).
Played: TypeAlias = "tuple[Person, str, Act | None]"

#: How far apart two things stand that one person is said to do.
_GOES_ON: Final = 260
_CLOSE: Final = 90

#: A clause about somebody begins (… ซึ่งร่วมรับฟัง บอกว่า): the verb of the sentence is still to come.
_RELATIVE: Final = re.compile(r"\s(?:ซึ่ง|ที่)(?:ได้|เคย|มา|ก็|ยัง|เข้า|เดินทาง)*$")
#: Somebody else is called up to the stage.
_CALLED: Final = re.compile("(?:ประกาศ|ขาน|เรียก|อ่าน)(?:ราย)?ชื่อ")
_ITEM: Final = re.compile(r"\n\s*(?:\(?\d{1,2}[.)]|[-•*·])?\s*$")


@dataclass(slots=True)
class _Scene:
    """Who waits for a verb, and what was told last.

    Attributes:
        waiting: people named since the last verb, who share the next one.
        otherwise: their part if no verb follows.
        besides: whether they are there besides somebody who was told of first.
        last: whom the last verb was told of, and that verb.
        aside: the person told in passing (จาก …), and the part, while nothing stands between.
        by: whether each of those who wait is brought in by the body that he or she leads: กรม ก โดย ….
        to_come: whether what those who wait do is still to come.
        listed: the part that a list gives to everybody named on a line of their own.
        host: who chairs what is told of.
        at: where what was read ends.
    """

    waiting: list[Person] = field(default_factory=list)
    otherwise: str = "official"
    besides: bool = False
    last: list[Person] = field(default_factory=list)
    act: Act | None = None
    aside: tuple[Person, str] | None = None
    by: bool = False
    to_come: bool = False
    listed: str = ""
    host: list[Person] = field(default_factory=list)
    at: int = 0


def play(
    text: str,
    start: int,
    end: int,
    people: Sequence[Person],
    parts: Parts,
    days: Callable[[], Sequence[tuple[int, bool]]] = tuple,
) -> Iterator[Played]:
    """Yield the parts that a paragraph (half-open, clean text) tells of its people; one may come twice.

    Args:
        days: returns where days stand in the text, and whether each is later than the release.
    """
    acts = [
        replace(act, part="official") if act.part in OF_PRIZES and _later(text, act, days()) else act
        for act in find_acts(text, start, min(end, people[-1].end + REACH), people, parts)
    ]
    scene = _Scene(at=start)
    tokens: list[Person | Act] = [*people, *acts]
    for token in sorted(tokens, key=lambda token: token.start):
        if scene.waiting and _turned(text, scene.at, token, parts):
            yield from _left(text, token.start, scene, parts)
        if isinstance(token, Act):
            yield from _acted(text, token, end, scene, parts)
        else:
            yield from _entered(text, token, start, scene, parts)
        scene.at = max(scene.at, token.end)
    yield from _left(text, end, scene, parts)


def _later(text: str, act: Act, days: Sequence[tuple[int, bool]]) -> bool:
    """Say whether what is done is of a day to come: of the last day before it on its line, else the next."""
    line = text.rfind("\n", 0, act.start)
    before = [later for at, later in days if max(line, act.start - REACH) < at < act.start]
    behind = [
        later for at, later in days if act.end <= at < act.end + _GOES_ON and "\n" not in text[act.end : at]
    ]
    return (before[-1:] or behind[:1]) == [True]


def _turned(text: str, at: int, token: Person | Act, parts: Parts) -> bool:
    """Say whether another subject begins before a token, so that those who wait are told nothing more of."""
    if token.start - at > REACH or parts.turns.search(text, at, token.start + 1):
        return True
    line = text.rfind("\n", at, token.start)
    if line < 0:
        return False
    begins = text.rfind("\n", 0, line) + 1
    return line - begins < 60 or not isinstance(token, Act)


def _left(text: str, until: int, scene: _Scene, parts: Parts) -> Iterator[Played]:
    """Yield those who waited for a verb in vain, as far as a place in the text."""
    part = scene.otherwise
    if scene.waiting and says_something(text, scene.waiting, until, parts):
        part = "speaker"
    for person in scene.waiting:
        yield person, part, scene.act if part not in ("official", "speaker") else None
    scene.waiting, scene.otherwise, scene.besides, scene.by = [], "official", False, False


def _entered(text: str, person: Person, start: int, scene: _Scene, parts: Parts) -> Iterator[Played]:
    """Take a person into the scene, by the words that bring the name in."""
    if part := alone(text, person, parts):
        yield from _left(text, person.start, scene, parts)
        yield person, part, None
        return
    does = opener(text, scene.at, person, parts)
    before = text[max(start, person.start - 320) : person.start]
    if does == "giver":
        does = _giver(before, parts) if RECEIVED.search(before) else "fresh"
    if does in ("", "besides") and scene.aside and _beside(text, scene.aside[0], person):
        scene.aside = (person, scene.aside[1])
        yield person, scene.aside[1], None
        return
    scene.aside = None
    if does in ("presenter", "official"):
        scene.aside = (person, does)
        yield person, does, None
        return
    if does == "sent":
        yield from ((other, "official", None) for other in scene.waiting)
        scene.waiting = []
    joins = does in ("", "besides") or (does == "fresh" and scene.by and _with_by(text, scene.at, person))
    if not (scene.waiting and joins) or says_something(text, scene.waiting, person.start, parts):
        yield from _left(text, person.start, scene, parts)
        _open(text, does, person, scene, parts)
        scene.to_come = bool(parts.to_come.search(text, max(start, person.start - 260), person.start))
    scene.waiting.append(person)


def _giver(before: str, parts: Parts) -> str:
    """Return the part of somebody from whom something is received: none, where it is still to come."""
    return "official" if parts.unreal.search(before[: max(0, before.rfind("รับ"))]) else "presenter"


def _beside(text: str, other: Person, person: Person) -> bool:
    """Say whether somebody is told in one breath with another: จาก ก และ ข."""
    between = text[other.end : person.start]
    return (
        len(between) < 2 * _CLOSE and other.given != person.given and not re.search("พร้อม|ซึ่ง|[\n“”]", between)
    )


def _with_by(text: str, at: int, person: Person) -> bool:
    """Say whether one more body is told with its head: กรม ก โดย … และกรม ข โดย …."""
    return bool(re.search(r"(?:และ|,|\s)\S{4,}\sโดย\s?$|และ\S+\s?โดย\s?$", text[at : person.start]))


def _open(text: str, does: str, person: Person, scene: _Scene, parts: Parts) -> None:
    """Begin a group of people with the part that its words give where no verb follows."""
    act = scene.act if scene.act and person.start - scene.act.end < _GOES_ON else None
    scene.by = text[scene.at : person.start].rstrip().endswith("โดย")
    scene.besides = bool(re.search(r"มี[^\n]{0,60}$", text[max(scene.at, person.start - 80) : person.start]))
    if does == "besides" and act and scene.last:
        scene.otherwise, scene.besides = "attendee", True
    elif does == "there":
        scene.otherwise = "attendee"
    elif does == "won" or (does == "given" and act and act.part == "presenter"):
        scene.otherwise = "accepted"
    elif does in ("", "fresh") and (part := doer(text, act, person)):
        scene.otherwise = part
    elif does in ("listed", "led"):
        scene.otherwise = listed(text, scene.at, act, person, parts, led=does == "led")
        scene.listed = scene.otherwise if does == "listed" else scene.listed
    elif does == "" and scene.listed and _ITEM.search(text, scene.at, person.start):
        scene.otherwise = scene.listed


def _acted(text: str, act: Act, end: int, scene: _Scene, parts: Parts) -> Iterator[Played]:
    """Tell a verb of those who wait for it, of who was told in passing, or of who did the last thing."""
    aside, scene.aside = scene.aside, None
    if (
        aside
        and aside[1] == "presenter"
        and act.part in ("presenter", "chair")
        and act.start - aside[0].end < 2 * _CLOSE
        and not parts.goes_on.search(text[aside[0].end : act.start])
    ):
        yield aside[0], decided(text, act, end, aside[0], parts, besides=scene.besides), act
        return
    between = text[scene.waiting[-1].end : act.start] if scene.waiting else ""
    if act.part == "awardee" and _others(between):
        return
    if act.part == "accepted" and _CALLED.search(between):
        yield from _left(text, act.start, scene, parts)
    who = scene.waiting or _same(text, act, scene, parts)
    if not who:
        scene.listed = ""
    told = decided(text, act, end, who[0], parts, besides=scene.besides) if who else ""
    part = _weighed(told, act, who, scene) if who else ""
    yield from ((person, part, act) for person in who)
    if scene.waiting and _RELATIVE.search(text[scene.waiting[-1].end : act.start]):
        scene.otherwise, scene.act = part, act
        return
    if who and "ประธาน" in text[act.start : act.end]:
        scene.host = who
    scene.besides = scene.besides and bool(who)
    scene.waiting, scene.otherwise, scene.by = [], "official", False
    scene.last, scene.act = who if act.part != "speaker" else [], act


def _weighed(part: str, act: Act, who: list[Person], scene: _Scene) -> str:
    """Return the part of people, by what a verb gives and by what was told of them before it."""
    if scene.waiting and scene.to_come and act.part in OF_PRIZES:
        return "official"
    if part == "attendee" and who is scene.host:
        return "official"  # who chairs is not there besides
    if scene.waiting and not scene.besides and scene.otherwise in ("accepted", "attendee"):
        return min(part, scene.otherwise, key=PARTS.index)
    return part


def _others(between: str) -> bool:
    """Say whether a clause (… ที่ได้รับรางวัล) tells of others than the one named before it."""
    return len(between) > _CLOSE or bool(re.search(r"และ|พร้อม|,|คณะ|หน่วยงาน|(?:กับ|แก่|แด่|ต่อ|ชื่อ)\s?$", between))


def _same(text: str, act: Act, scene: _Scene, parts: Parts) -> list[Person]:
    """Return whom a further verb is told of without a name; nobody, if it may be somebody else."""
    if scene.last and scene.act and act.start - scene.act.end < _GOES_ON:
        told = text[scene.act.end : act.start]
        if scene.besides and scene.host and act.part in ("presenter", "chair"):
            return scene.host if parts.goes_on.search(told) else []
        if parts.goes_on.search(told) or (scene.act.part == "said" and parts.after_that.match(told)):
            return scene.last
    if act.part in ("presenter", "chair") and parts.as_well.search(
        text[max(scene.at, act.start - 40) : act.start]
    ):
        return scene.host
    return []
