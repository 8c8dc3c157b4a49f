"""Find whose award a clause tells of: who stands before the verb, and which bodies of a list receive."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from awardgraph.importer.press.organisations import Body
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.structure import Node

__all__ = ["follows_on", "receives", "subject_of"]

#: What bodies do that never receive where they stand.
_ASIDE: Final = frozenset({"giver", "organiser", "partner", "place", "other", "to"})

_PLACE: Final = r"(?:\s*(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล)\s?[ก-๎]+)*"
_AND: Final = re.compile(rf"{_PLACE}\s*(?:\([^)]{{1,30}}\)\s*)?(?:,\s*|และ\s*|รวมทั้ง\s*|ตลอดจน\s*|และ)+")
_BESIDE: Final = re.compile(rf"{_PLACE}\s*(?:\([^)]{{1,30}}\)\s*)?|{_PLACE}\s*\(|ของ")

#: Between two elements of a list: signs, a place, a count, และ.
_NEXT: Final = re.compile(
    rf"[\s,;”\")]*{_PLACE}[\s,;”\")]*(?:จำนวน\s*\d+\s*(?:รางวัล|ผลงาน))?[\s,]*(?:และ|รวมถึง|รวมทั้ง|กับ|ตลอดจน)?[\s,]*(?:\d{{1,2}}[.)]\s*)?"
)

#: What follows a body that receives in a list.
_RECEIVING: Final = re.compile(
    rf"{_PLACE}\s*(?:\([^)]{{1,40}}\))?{_PLACE}\s*(?:เรื่อง|ผลงาน|จากผลงาน|ชื่อผลงาน|จำนวน\s*\d+\s*รางวัล|ประเภท|ระดับ|ได้รับ|คว้า|รับรางวัล|[“\"])"
)

_THING: Final = re.compile(r"(?:โครงการ|ระบบ|งาน|ผลงาน|นวัตกรรม|แอปพลิเคชัน)")


def subject_of(
    text: str, tokens: Sequence[object], event: Event, node: Node, about: Body | None
) -> tuple[tuple[Body, ...], Body | None, bool, Work | None]:
    """Return who receives by a verb, who is above them, whether they stand for many, and the work before it."""
    start = max((t.end for t in tokens if isinstance(t, Event) and t.end <= event.start and t.start >= node.start), default=node.start)
    clause = [t for t in tokens if isinstance(t, Body | Work) and node.start <= t.start and t.end <= event.start]
    near = [t for t in clause if t.start >= start - 1]
    works = [t for t in near if isinstance(t, Work)]
    work = works[-1] if works and event.start - works[-1].until < 120 else None
    if event.kind != "received":
        return (), None, False, None
    bodies = [t for t in near if isinstance(t, Body) and t.does not in _ASIDE]
    if event.anybody:
        bodies = [b for b in bodies if re.match(r"\s*(?:\([^)]*\))?\s*(?:ซึ่ง)?(?:ถือ)?เป็น|\s*มีผลงานที่", text[max(b.end, b.until) : event.start])]
        bodies += [b for b in near if isinstance(b, Body) and b.does == "aggregate" and b not in bodies][-1:]
        if not bodies:
            return (), None, False, work
    if not bodies:
        bodies = [t for t in clause if isinstance(t, Body) and t.does not in _ASIDE]
    chosen = _nearest([b for b in bodies if not b.weak or event.start - max(b.end, b.until) < 40])
    if chosen is None:
        return ((about,) if about else ()), None, False, work
    chain, parent = _chained(text, clause, chosen)
    many = any(body.does == "aggregate" for body in chain)
    return chain, parent, many, work


def _nearest(bodies: Sequence[Body]) -> Body | None:
    """Return the body nearest to the verb: one that acts rather than one that a post belongs to."""
    acting = [body for body in bodies if body.does != "role" and not (body.weak and (body.does == "owner" or body is not bodies[-1]))]
    return acting[-1] if acting else (bodies[0] if bodies else None)


def _chained(text: str, clause: Sequence[object], chosen: Body) -> tuple[tuple[Body, ...], Body | None]:
    """Return a body with those coordinated before it, and the one above it: กระทรวง ก โดย กรม ข."""
    bodies = [token for token in clause if isinstance(token, Body)]
    chain = [chosen]
    parent: Body | None = None
    for body in reversed(bodies[: bodies.index(chosen)]):
        first = chain[0]
        between = text[max(body.end, body.until) : first.start]
        if body.does not in _ASIDE and _AND.fullmatch(between) and first.does != "role":
            chain.insert(0, body)
        elif between.strip() == "โดย" and body.rank < first.rank:
            parent = body
            break
        elif between.strip() in ("", "ของ") and body.rank == first.rank and body.does in ("owner", ""):
            chain.insert(0, body)
        elif body.does in ("aggregate", "parent") and re.search(r"ได้แก่\s*$", between):
            parent = body
            break
        elif body.rank > first.rank and between.strip() in ("", "สังกัด") and body.does not in _ASIDE:
            parent = first
            chain = [body]
        else:
            break
    return tuple(chain), parent


def follows_on(text: str, last: Body, body: Body) -> Literal["and", "beside", ""]:
    """Say how a body follows another one: joined to it, right beside it, or neither."""
    between = text[max(last.end, last.until) : body.start]
    if _AND.fullmatch(between):
        return "and"
    return "beside" if _BESIDE.fullmatch(between) else ""


def receives(text: str, body: Body, last: int, node: Node, works: Sequence[object]) -> bool:
    """Say whether a body in what was conferred receives: announced, listed, or followed by what it got."""
    if body.does in ("giver", "organiser", "partner", "place", "other", "parent", "role", "aggregate"):
        return False
    if body.does in ("list", "to"):
        return True
    after = text[max(body.end, body.until) : body.end + 100]
    if body.does in ("by", "owner"):
        between = text[last : body.start]
        return len(between) <= 30 and not re.search(r"มอบ|จัด|ดำเนิน", between)
    if _NEXT.fullmatch(text[last : body.start]) or body.start - node.start <= 2:
        return True
    return bool(_RECEIVING.match(after)) and not body.weak
