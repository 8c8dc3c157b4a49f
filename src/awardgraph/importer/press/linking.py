"""Walk the tree of a release and link what each place mentions into frames."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.importer.press.frames import Frame, same
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.organisations import Body
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.subjects import follows_on, receives, subject_of
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.structure import Node

__all__ = ["Told", "link"]

Token: TypeAlias = "Mention | Event | Body | Work"

_COUNT_WORDS: Final = {word: n for n, word in enumerate("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ".split(), 1)}

#: A mention's kind → the slot it fills.
_SLOT: Final = {
    "scheme": "scheme",
    "special": "category",
    "branch": "branch",
    "category": "category",
    "level": "level",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says, in order: its tokens, and the body that it is about."""

    text: str
    tokens: tuple[Token, ...]
    about: Body | None


@dataclass(slots=True)
class _Reader:
    """The state of reading one node."""

    told: Told
    node: Node
    base: Frame
    frame: Frame
    conferred: bool
    held: bool = False
    last: int = 0
    defined: bool = False
    given: bool = False


def link(told: Told, nodes: Sequence[Node]) -> list[Frame]:
    """Return the frames of a text that may be awards, in order; merging and judging come later."""
    return [frame for node in nodes for frame in _read(told, node, Frame(), conferred=False)]


def _read(told: Told, node: Node, base: Frame, *, conferred: bool) -> list[Frame]:
    """Return the frames of a node and of what stands under it."""
    start = base.handed_down(node.kind)
    reader = _Reader(told, node, start, start, conferred, last=node.start)
    frames = [frame for token in _inside(told, node) for frame in _take(reader, token)]
    last = reader.frame
    if node.children:
        below = [
            frame for child in node.children for frame in _read(told, child, last, conferred=reader.conferred)
        ]
        if below:
            return frames + below
    return [*frames, last] if _tells(reader) else frames


def _inside(told: Told, node: Node) -> Iterator[Token]:
    return (token for token in told.tokens if node.start <= token.start < node.end)


def _tells(reader: _Reader) -> bool:
    """Say whether the frame being filled may be an award: conferred, and this place says something of it."""
    frame = reader.frame
    if not reader.conferred:
        return False
    return frame.told() or (reader.node.kind == "item" and "recipient" in frame.own and bool(frame.slots))


def _take(reader: _Reader, token: Token) -> list[Frame]:
    """Return the frames that a token completes."""
    if isinstance(token, Event):
        return _turn(reader, token)
    if isinstance(token, Work):
        return _work(reader, token)
    if isinstance(token, Body):
        return _body(reader, token)
    if token.kind == "count":
        return _count(reader, token)
    if token.kind == "year":
        return _year(reader, token)
    if token.kind in _SLOT:
        return _slot(reader, token)
    return []


def _turn(reader: _Reader, event: Event) -> list[Frame]:
    if event.kind in ("close", "definition", "blocked"):
        reader.defined = event.kind == "definition" or (reader.held and reader.defined)
        reader.held = True
        return []
    done: list[Frame] = []
    told = reader.told
    who = subject_of(told.text, told.tokens, event, reader.node, told.about)
    subject, parent, many, work = who.bodies, who.parent, who.many, who.work
    frame = reader.frame
    goes_on = (
        reader.conferred
        and not reader.held
        and _recipient_last(frame)
        and (not subject or same(frame.slots["recipient"], subject))
    )
    if not goes_on and not (
        reader.node.kind == "item" and not subject and not reader.held and reader.conferred
    ):
        if _tells(reader):
            done.append(frame)
        frame = replace(
            reader.base,
            own=frozenset(),
            start=-1,
            end=-1,
            many=many or reader.base.many,
            clause=event.start,
            loose=who.loose,
        )
        if event.kind == "received" and subject:
            former = frame.slots.get("recipient")
            if former and isinstance(former, tuple) and not parent and former[0].rank < subject[0].rank:
                parent = former[0]
            slots = {name: value for name, value in frame.slots.items() if name != "recipient"}
            frame = replace(
                frame, slots={**slots, "recipient": subject}, parent=parent, own=frozenset({"recipient"})
            )
            frame = frame.seen(subject[0].start, event.end)
        if many:
            frame = replace(frame, parent=subject[0] if subject else parent or frame.parent)
        if work and "project" not in frame.slots:
            frame = frame.fill("project", work)
        if event.kind == "received" and (year := _year_before(reader, event)):
            frame = frame.fill("year", year)
            frame = replace(frame, own=frame.own - {"year"})
    reader.frame = frame.seen(event.start, event.end)
    reader.conferred, reader.held, reader.last = True, False, event.end
    reader.given = event.kind == "given"
    return done


def _recipient_last(frame: Frame) -> bool:
    """Say whether nothing of an award but its work was told since its recipient was named."""
    names = list(frame.slots)
    return "recipient" in frame.own and set(names[names.index("recipient") + 1 :]) <= {"project", "year"}


def _year_before(reader: _Reader, event: Event) -> Mention | None:
    """Return the year said right before a verb: ในปี 2564 กรม ก ได้รับรางวัล."""
    for token in reversed(reader.told.tokens):
        if isinstance(token, Mention) and token.kind == "year" and token.end <= event.start:
            near = event.start - token.end < 90 and token.start >= max(reader.node.start, reader.last)
            return token if near and "ปี" in reader.told.text[token.start : token.end] else None
    return None


def _slot(reader: _Reader, mention: Mention) -> list[Frame]:
    if reader.held or not reader.conferred:
        return []
    slot = _SLOT[mention.kind]
    frame = reader.frame
    if mention.kind == "scheme" and mention.how == "pattern" and reader.node.kind == "item":
        inherited = frame.slots.get("scheme")
        if inherited is not None and "scheme" not in frame.own:
            slot = "category"  # in a list under one scheme, "รางวัล X" names a part of it
    if mention.kind == "branch" and mention.how == "pattern" and _many_words(reader, mention):
        return []
    if frame.told() and _AND_AN_AWARD.search(
        reader.told.text[max(0, mention.start - 24) : mention.start + 6]
    ):
        done, frame = _another(reader, frame, mention)
        reader.frame = frame.fill(slot, mention).seen(mention.start, mention.end)
        reader.last = mention.end
        return done
    done, frame = _filled(reader, frame, slot, mention)
    if mention.kind == "special":
        frame = replace(frame, slots={n: v for n, v in frame.slots.items() if n not in ("branch", "level")})
    if slot == "scheme":
        known = frame.slots.get("branch")
        if isinstance(known, Mention) and "branch" not in frame.own and known.scheme != mention.value:
            frame = replace(
                frame, slots={n: v for n, v in frame.slots.items() if n not in ("branch", "category")}
            )
            frame = frame.fill("scheme", mention)
    reader.frame = frame.seen(mention.start, mention.end)
    reader.last = mention.end
    return done


_AND_AN_AWARD: Final = re.compile(r"และ(?:ยัง)?(?:ได้รับ|คว้า|อีก)?\s?(?:รางวัล)[\s\"“]*(?:[ก-๎]{0,6})$")


def _another(reader: _Reader, frame: Frame, mention: Mention) -> tuple[list[Frame], Frame]:
    """Return what และรางวัล completes, and the frame for what it begins: of the same recipient and scheme."""
    done = [frame] if _tells(reader) else []
    keep = ["recipient", "year"]
    scheme = frame.slots.get("scheme")
    if (
        mention.kind in ("branch", "category")
        and isinstance(scheme, Mention)
        and mention.scheme in ("", scheme.scheme)
    ):
        keep.append("scheme")
    slots = {name: value for name, value in frame.slots.items() if name in keep}
    return done, replace(frame, slots=slots, own=frozenset(), count=0, times=1, more=False, start=-1, end=-1)


def _many_words(reader: _Reader, mention: Mention) -> bool:
    """Say whether a new branch is no name: สาขาต่าง ๆ."""
    return bool(re.match(r"ต่าง|ๆ|ที่|ละ|นี้|ของ|อาชีพ", reader.told.text[mention.start : mention.end]))


def _filled(
    reader: _Reader, frame: Frame, slot: str, value: Mention | Work | tuple[Body, ...]
) -> tuple[list[Frame], Frame]:
    """Return what a slot's new value completes, and the frame that has it."""
    former = frame.slots.get(slot)
    if former is None:
        return [], frame.fill(slot, value)
    if slot in frame.own and same(former, value) and not _told_before(reader, frame, slot):
        return [], frame
    if slot not in frame.own:
        items = {"recipient", "project"} & frame.own
        if not (items and frame.told() and slot != "recipient" and not _only_subject(reader, frame)):
            return [], frame.fill(slot, value)
    elif slot == "level" and not _between(reader, former, value):
        return [], frame
    done = [frame] if _tells(reader) else []
    return done, frame.before(slot).fill(slot, value)


def _told_before(reader: _Reader, frame: Frame, slot: str) -> bool:
    """Say whether an item of a list names a part again after whole awards were told of it: a new group begins."""
    names = list(frame.slots)
    behind = set(names[names.index(slot) + 1 :]) & frame.own
    return reader.node.kind == "item" and slot in ("branch", "category", "level") and "recipient" in behind


def _only_subject(reader: _Reader, frame: Frame) -> bool:
    """Say whether the recipient stands before the verb, so that what follows is all of the same award."""
    recipient = frame.slots.get("recipient")
    return (
        "project" not in frame.own
        and isinstance(recipient, tuple)
        and reader.frame.start <= recipient[0].start
        and not (frame.own & {"branch", "category", "level"})
    )


def _between(reader: _Reader, former: object, value: object) -> bool:
    """Say whether anything stands between two levels but brackets: ก้าวหน้า (Advance) is one."""
    if isinstance(former, Mention) and isinstance(value, Mention):
        return not re.fullmatch(r"[\s\"”“'()]*", reader.told.text[former.end : value.start])
    return True


def _year(reader: _Reader, mention: Mention) -> list[Frame]:
    if reader.held or not reader.conferred:
        return []
    frame = reader.frame
    if frame.told() and mention.start - reader.last > 60:
        return []
    if not frame.told() and "year" not in frame.own:
        if frame.slots.get("year") is None:
            reader.frame = frame.fill("year", mention).seen(mention.start, mention.end)
        return []
    done, frame = _filled(reader, frame, "year", mention)
    reader.frame = frame.seen(mention.start, mention.end)
    return done


def _count(reader: _Reader, mention: Mention) -> list[Frame]:
    if reader.held or not reader.conferred:
        return []
    count = _COUNT_WORDS.get(mention.value) or int(mention.value)
    frame = reader.frame
    if mention.scheme == "more" and frame.told():
        done = [frame] if _tells(reader) else []
        keep = {n: v for n, v in frame.slots.items() if n in ("recipient", "scheme", "year")}
        reader.frame = Frame(
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
    reader.frame = replace(frame, count=count, times=times, more=frame.more or mention.scheme == "more")
    reader.last = max(reader.last, mention.end)
    return []


def _heads_before(frame: Frame, recipient: tuple[Body, ...]) -> bool:
    """Say whether the recipient stands behind what tells the award, so that a count is the recipient's own."""
    heads = [
        v.start
        for n, v in frame.slots.items()
        if n in ("branch", "category", "level") and isinstance(v, Mention)
    ]
    return len(recipient) == 1 and bool(heads) and max(heads) < recipient[0].start


def _work(reader: _Reader, work: Work) -> list[Frame]:
    if reader.held and reader.defined and reader.node.kind == "item":
        reader.held = False  # what the award is has been told; the work goes on with the item
    if reader.held or not reader.conferred:
        return []
    if "project" in reader.frame.own and reader.node.kind != "item":
        return []  # the text goes on to tell of the work
    done, frame = _filled(reader, reader.frame, "project", work)
    reader.frame = frame.seen(work.start, work.end)
    reader.last = work.until
    return done


def _body(reader: _Reader, body: Body) -> list[Frame]:
    """Take a body as recipient, as the one above it, or not at all, by where it stands."""
    frame, told = reader.frame, reader.told
    if reader.held or not reader.conferred:
        return []
    recipients = frame.slots.get("recipient")
    last = recipients[-1] if isinstance(recipients, tuple) and "recipient" in frame.own else None
    follows = last is not None and follows_on(told.text, last, body)
    if last is not None and (body.does == "parent" or (follows == "beside" and body.rank < last.rank)):
        reader.frame = replace(frame, parent=frame.parent if frame.parent and body.does != "parent" else body)
        reader.last = body.end
        return []
    if last is not None and body.does == "by" and last.rank < body.rank and reader.node.kind == "item":
        slots = {name: value for name, value in frame.slots.items() if name != "recipient"}
        reader.frame = replace(frame, slots={**slots, "recipient": (body,)}, parent=last).seen(
            body.start, body.end
        )
        return []
    if follows in ("beside", "and") and last is not None and body.rank >= last.rank - 1 and not body.weak:
        joined = (*recipients, body) if isinstance(recipients, tuple) else (body,)
        reader.frame = replace(frame, slots={**frame.slots, "recipient": joined}).seen(body.start, body.end)
        reader.last = max(body.end, body.until)
        return []
    if reader.given and body.does not in ("to", "list") and "recipient" not in frame.own:
        return []
    if not receives(told.text, body, reader.last, reader.node, works=told.tokens):
        return []
    former = frame.slots.get("recipient")
    parent = None
    if isinstance(former, tuple) and "recipient" not in frame.own and former[0].rank < body.rank:
        parent = former[0]
    elif frame.parent and "recipient" not in frame.own:
        parent = frame.parent
    elif (
        "recipient" in frame.own
        and frame.parent
        and frame.parent not in (former or ())
        and reader.base.parent
    ):
        parent = reader.base.parent
    done, frame = _filled(reader, frame, "recipient", (body,))
    reader.frame = replace(frame, parent=parent, many=False, loose=False).seen(body.start, body.end)
    reader.last = max(body.end, body.until)
    return done
