"""Find whose award a clause tells of: who stands before the verb, and which bodies of a list receive."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from awardgraph.importer.press.organisations import Body
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.structure import Node

__all__ = ["Subject", "follows_on", "receives", "subject_of"]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who receives by a verb.

    Attributes:
        bodies: those who receive; empty where nobody is named before the verb.
        parent: the body above them.
        many: whether a body stands for those below it.
        work: the work named before the verb.
        loose: whether they stand far from the verb.
        stray: whether the text speaks of somebody else between, or they were looked for elsewhere.
    """

    bodies: tuple[Body, ...] = ()
    parent: Body | None = None
    many: bool = False
    work: Work | None = None
    loose: bool = False
    stray: bool = False


#: What bodies do that never receive where they stand.
_ASIDE: Final = frozenset({"giver", "organiser", "partner", "place", "other", "to"})

_PLACE: Final = r"(?:\s*(?:จ\.|จังหวัด|อ\.|อำเภอ|ต\.|ตำบล)\s?[ก-๎]+)*"
_AND: Final = re.compile(rf"{_PLACE}\s*(?:\([^)]{{1,30}}\)\s*)?(?:,\s*|และ\s*|กับ\s*|รวมทั้ง\s*|ตลอดจน\s*|และ)+")
_BESIDE: Final = re.compile(rf"{_PLACE}\s*(?:\([^)]{{1,30}}\)\s*)?|{_PLACE}\s*\(|ของ")

#: Between two elements of a list: signs, a dash, a place, a count, และ.
_NEXT: Final = re.compile(
    rf"[\s,;:”\")]*(?:-\s)?{_PLACE}[\s,;”\")]*(?:จำนวน\s*\d+\s*(?:รางวัล|ผลงาน))?[\s,]*(?:และ|รวมถึง|รวมทั้ง|กับ|ตลอดจน)?[\s,]*(?:\d{{1,2}}[.)]\s*)?"
)

#: What follows a body that receives in a list.
_RECEIVING: Final = re.compile(
    rf"{_PLACE}\s*(?:\([^)]{{1,40}}\))?{_PLACE}\s*(?:เรื่อง|ผลงาน|จากผลงาน|ชื่อผลงาน|จำนวน\s*\d+\s*รางวัล|ประเภท|ระดับ|[“\"])"
)

#: A body that goes on the name of an award: รางวัลองค์กรคุณธรรม กระทรวง ก ประจำปี 2564.
_OF_A_NAME: Final = re.compile(r"\s?(?:ประจำปี|ปี\s?\d|ครั้งที่)")

#: A body is one more of a list.
_JOINS: Final = re.compile(r"(?:และ|,|รวมถึง|รวมทั้ง)\s?$")


def subject_of(text: str, tokens: Sequence[object], event: Event, node: Node, about: Body | None) -> Subject:
    """Return who receives by a verb; see `Subject`."""
    if event.who >= 0:
        return Subject(tuple(t for t in tokens if isinstance(t, Body) and t.start == event.who))
    start = max(
        (t.end for t in tokens if isinstance(t, Event) and t.end <= event.start and t.start >= node.start),
        default=node.start,
    )
    clause = [
        t for t in tokens if isinstance(t, Body | Work) and node.start <= t.start and t.end <= event.start
    ]
    near = [t for t in clause if t.start >= start - 1]
    works = [t for t in near if isinstance(t, Work) and not (start > node.start and _FOR.match(text, t.cue))]
    work = works[-1] if works and event.start - works[-1].until < 120 else None
    if event.kind != "received":
        return Subject()
    return _receiver(text, clause, near, event, node.start, about, work)


#: What is told behind a verb: the work is of what was received by that verb, not by the next one.
_FOR: Final = re.compile("จาก(?:ผลงาน|โครงการ)")


def _receiver(
    text: str,
    clause: Sequence[Body | Work],
    near: Sequence[Body | Work],
    event: Event,
    begins: int,
    about: Body | None,
    work: Work | None,
) -> Subject:
    """Return who receives by a verb, of what stands before it (clause) and since the last turn (near)."""
    before = text[max(begins, event.start - 40) : event.start]
    if _BELOW.search(before):
        above = [t for t in clause if isinstance(t, Body) and t.does not in _ASIDE][-1:]
        return Subject(parent=above[0] if above else None, many=True, work=work)
    bodies = [
        t
        for t in near
        if isinstance(t, Body) and (t.does not in _ASIDE or (t.does == "to" and _which(text, t, event.start)))
    ]
    if not event.anybody and (winner := next((b for b in reversed(bodies) if b.does == "person"), None)):
        return Subject((winner,), next((b for b in bodies if b.start > winner.end), None), work=work)
    if event.anybody:
        bodies = [b for b in bodies if _is_one(_WHERE.sub("", text[max(b.end, b.until) : event.start]))]
        bodies += [b for b in near if isinstance(b, Body) and b.does == "aggregate" and b not in bodies][-1:]
        if not bodies:
            return Subject(work=work)
    again = not bodies and bool(_GOES_ON.search(before))
    loose = not bodies and not again
    if not bodies:
        bodies = [t for t in clause if isinstance(t, Body) and t.does not in _ASIDE]
    chosen = _nearest(
        [b for b in bodies if not b.weak or _RIGHT_BEFORE.fullmatch(text[_past(text, b, near) : event.start])]
    )
    if chosen is None:
        return Subject((about,) if about else (), work=work, loose=True, stray=True)
    chain, parent = _chained(text, clause, chosen)
    many = any(body.does == "aggregate" for body in chain)
    gap = text[_past(text, chosen, near) : event.start]
    gap = _IN_A_PLACE.sub("", _OF_LAND.sub("", _WHERE.sub("", gap)))
    if _ANOTHER_SPEAKER.search(gap):
        return Subject(work=work)
    of_a_post = chosen.does == "role" and not _IN_PERSON.match(text[event.start : event.end])
    owns = work is not None and chosen.does == "owner" and 0 <= chosen.start - work.until < 12
    owns = owns or (event.anybody and _ONE_OF.search(gap) is not None)
    stands_for = len(gap) < 110 and (owns or _STANDS_FOR.match(gap)) and not _SAYS.search(gap)
    stray = loose or of_a_post or bool(_ANOTHER_SUBJECT.search(gap) and not stands_for)
    sure = again or (
        chosen.start - begins < 4 and bool(_BY_WHICH.search(before)) and not _ANOTHER_SUBJECT.search(gap)
    )
    far = stray or (len(gap) > 60 and not stands_for)
    return Subject(chain, parent, many, work, far and not sure, stray and not sure)


def _past(text: str, body: Body, near: Sequence[Body | Work]) -> int:
    """Return where a body ends, with those that it did its work together with."""
    end = max(body.end, body.until)
    for other in near:
        if isinstance(other, Body) and other.does == "partner" and 0 <= other.start - end < _BESIDE_IT:
            end = max(other.end, other.until) if _WITH.fullmatch(text, end, other.start) else end
    return end


#: What joins to a body those that it worked with, and how long that is at most, in letters.
_WITH: Final = re.compile(r"\s?(?:\([^)]{1,30}\)\s?)?(?:ร่วม(?:มือ)?กับ|และ|กับ|,)\s?")
_BESIDE_IT: Final = 45

#: A second verb of the subject before: และเมื่อปี 2565 ยังได้รับ.
_GOES_ON: Final = re.compile(
    r"(?:และ|อีกทั้ง|พร้อมทั้ง|รวมทั้ง|รวมถึง|ตลอดจน|ทั้งยัง|หลังจาก|หลัง|ก่อนหน้านี้|ก่อนหน้านั้น)\s?(?:(?:เมื่อ|ใน)?\s?ปี\s?(?:พ\.ศ\.)?\s?\d{2,4}\s?)?"
    r"(?:ก็|ยัง|เคย|สามารถ)*\s?$|(?:เมื่อ|ใน)\s?ปี\s?(?:พ\.ศ\.)?\s?\d{2,4}\s?(?:ก็|ยัง|เคย)+\s?$"
)

#: The verb goes on with the body that the sentence began with: … ตลอดปี โดยได้รับ.
_BY_WHICH: Final = re.compile(r"(?:โดย|จน|ส่งผลให้|ทำให้)(?:สามารถ|ยัง)?\s?$")

#: What may stand between a body with an everyday name and its verb: its short form, the body above it.
_RIGHT_BEFORE: Final = re.compile(
    r"\s?(?:\([^)]{1,40}\)\s?)?(?:(?:ของ|สังกัด)\s?\S{2,50}\s?)?(?:ซึ่ง|ที่)?(?:ก็|ยัง|จึง|สามารถ|เคย)*\s?"
)

#: The verb is of bodies below the one that is named: หน่วยงานในสังกัดได้รับรางวัล.
_BELOW: Final = re.compile(r"(?:หน่วยงาน|ส่วนราชการ|องค์กร)(?:ใน|ภายใต้)(?:สังกัด|กำกับ)?\S{0,8}\s?(?:ยัง|ที่|ได้)?\s?$")

#: A body is what received, or one of those who did: กรม ก เป็นหน่วยงานเดียวที่ได้รับ, กรม ก ที่ได้รับ.
_BEING: Final = re.compile(
    r"\s*(?:\([^)]*\))?\s*(?:(?:ซึ่ง)?(?:ถือ)?เป็น|คือ(?:ผลงาน|หน่วยงาน|โครงการ)?|มีผลงานที่|ที่\s*$)"
)

#: A body is said to be one of several: … เป็นหนึ่งใน 5 ท้องถิ่นที่ได้รับ.
_ONE_OF: Final = re.compile(r"เป็น(?:อีก)?\s?(?:หนึ่ง|\d+)\s?(?:ใน|หน่วยงาน|แห่ง|องค์กร)[^\n]{0,40}ที่\s*$")


def _which(text: str, body: Body, verb: int) -> bool:
    """Say whether a clause right behind a body tells what it received: แก่ศูนย์ ก ซึ่งได้รับ."""
    return _WHICH.fullmatch(text, max(body.end, body.until), verb) is not None


_WHICH: Final = re.compile(r"\s?(?:\([^)]{1,40}\)\s?)?(?:ซึ่ง|ที่)(?:เพิ่ง|เคย)?\s?")


def _is_one(between: str) -> bool:
    """Say whether a body is what received, by the words between it and the verb."""
    return bool(_BEING.match(between)) or (
        len(between) < 110 and _ONE_OF.search(between) is not None and not _SAYS.search(between)
    )


#: The verb is of a person who went to receive for a body.
_IN_PERSON: Final = re.compile("เข้ารับ|รับมอบ|ร่วมรับ|ขึ้นรับ|รับ|ตัวแทนรับ")

#: Somebody receives for the body before: กรม ก โดยนาย ข เข้ารับ.
_STANDS_FOR: Final = re.compile(
    r"\s?(?:\([^)]{1,40}\)\s?)?(?:นำ)?โดย\s?(?:มี)?\s?(?=นาย|นาง|พล|ดร|ว่าที่|ผศ|รศ|ศ|ผู้|รอง|อธิบดี|ปลัด|เลขา|นพ|พญ|ทพ|ภก)"
)
_SAYS: Final = re.compile("กล่าว|เปิดเผย|ระบุ|ว่า(?!ที่|การ|ราช)|ยินดี")

#: Somebody else begins to speak, of a body of his own: ส่วนดร.ก ผู้บริหารบริษัท ข ย้ำว่า … เคยได้รางวัล.
_ANOTHER_SPEAKER: Final = re.compile(
    r"(?:ส่วน|ด้าน|ขณะที่|ขณะเดียวกัน)\s?(?:นาย|นาง|น\.ส\.|ดร|ผศ|รศ|ศ\.|พล|นพ|พญ|คุณ|ว่าที่)[^\n]{4,90}?(?:ว่า|กล่าว)"
)

#: A province or district behind a body says where it is; its short form may follow.
_WHERE: Final = re.compile(rf"^{_PLACE}(?=\s)(?:\s?\([^)]{{1,40}}\))?")

#: A land behind a body says where it is.
_OF_LAND: Final = re.compile(r"^\s?(?:ของ|แห่ง)?\s?(?:ประเทศไทย|ไทย)(?=\s)")

#: So does a province or a district, where a blank ends it: เทศบาล ก จังหวัด ข ได้รับ.
_IN_A_PLACE: Final = re.compile(
    r"^(?:\s(?:(?:ตำบล|อำเภอ|จังหวัด)(?!ที่|ต่าง|อื่น)|ต\.|อ\.|จ\.)\s?[ก-๎]{2,20})+(?=\s|$)"
)

#: Somebody or something else stands between a body and the verb.
_ANOTHER_SUBJECT: Final = re.compile(
    r"นาย|นาง|นักเรียน|นักกีฬา|เยาวชน|ทีม|ผู้ประกอบการ|เกษตรกร|ว่า|ยินดี|ซึ่ง(?!เคย|ได้|เป็น|ใน)[ก-๎]|ที่(?=[ก-๎]{3,})(?!เป็น|ได้|ผ่านมา)|โครงการ|แปลง|จังหวัด|ประเทศไทย|คน"
)


def _nearest(bodies: Sequence[Body]) -> Body | None:
    """Return the body nearest to the verb: one that acts rather than one that a post belongs to."""
    acting = [
        body
        for body in bodies
        if body.does != "role" and not (body.weak and (body.does == "owner" or body is not bodies[-1]))
    ]
    return acting[-1] if acting else (bodies[0] if bodies else None)


def _chained(text: str, clause: Sequence[object], chosen: Body) -> tuple[tuple[Body, ...], Body | None]:
    """Return a body with those coordinated before it, and the one above it: กระทรวง ก โดย กรม ข."""
    bodies = [token for token in clause if isinstance(token, Body)]
    chain = [chosen]
    parent: Body | None = None
    paired = False
    for body in reversed(bodies[: bodies.index(chosen)]):
        first = chain[0]
        between = text[max(body.end, body.until) : first.start]
        if body.does not in _ASIDE and _AND.fullmatch(between) and first.does != "role":
            chain.insert(0, body)
        elif (
            len(chain) > 1 and not paired and not between.strip() and body.does in ("list", "by", "owner", "")
        ):
            chain.insert(0, body)  # และ stands before the last of a list only
        elif between.strip() == "โดย" and body.rank < first.rank:
            parent = body
            break
        elif (
            between.strip() in ("", "ของ") and body.rank == first.rank and body.does in ("owner", "list", "")
        ):
            chain.insert(0, body)
        elif body.does in ("aggregate", "parent") and re.search(r"ได้แก่\s*$", between):
            parent = body
            break
        elif (
            (body.rank > first.rank or (body.does == "by" and body.rank == first.rank))
            and between.strip() in ("", "สังกัด", "ของ")
            and body.does not in _ASIDE
        ):
            parent, paired = first, True
            chain = [body, *chain[1:]]
        else:
            break
    return tuple(chain), parent


def follows_on(text: str, last: Body, body: Body) -> Literal["and", "beside", ""]:
    """Say how a body follows another one: joined to it, right beside it, or neither."""
    between = text[max(last.end, last.until) : body.start]
    if _AND.fullmatch(between):
        return "and"
    return "beside" if _BESIDE.fullmatch(between) else ""


def receives(text: str, body: Body, last: int, node: Node) -> bool:
    """Say whether a body in what was conferred receives: announced, listed, or followed by what it got."""
    if body.does in ("giver", "organiser", "partner", "place", "other", "parent", "role", "aggregate"):
        return False
    if body.does in ("list", "to", "person"):
        return True
    after = text[max(body.end, body.until) : body.end + 100]
    if body.does in ("by", "owner"):
        between = text[last : body.start]
        return len(between) <= 30 and not re.search(r"มอบ|จัด|ดำเนิน", between)
    if body.start - node.start <= 2:
        return True
    if _NEXT.fullmatch(text[last : body.start]):
        return node.kind == "item" or not _OF_A_NAME.match(after)
    return bool(_RECEIVING.match(after)) and (
        not body.weak or _JOINS.search(text, last, body.start) is not None
    )
