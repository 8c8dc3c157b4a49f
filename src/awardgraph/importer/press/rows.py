"""Find the rows of results: a grade, and who holds it, without a verb (ระดับดีเด่น ได้แก่ กรม ก)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.names import find_people
from awardgraph.importer.press.triage import Event
from awardgraph.importer.press.winners import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgraph.importer.press.bodies import Bodies
    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.names import Names
    from awardgraph.importer.press.projects import Work
    from awardgraph.importer.press.structure import Node

__all__ = ["Rows", "find_rows"]


@dataclass(frozen=True, slots=True)
class Rows:
    """What rows of results tell: where they begin, and who holds the grades, as bodies of a list."""

    events: tuple[Event, ...] = ()
    holders: tuple[Body, ...] = ()


#: Between a grade and who holds it: its translation, of what it is, how many, and the word that says so.
_HOLDS: Final = re.compile(
    r"[\"”]?\s?(?:\([^)\n]{1,40}\)\s?)?"
    r"(?:(?:ใน)?(?:ประเภท|สาขา|ด้าน|กลุ่ม)[^\s:]{2,50}\s?)?"
    r"(?:(?:(?:มี|จำนวน|รวม|ทั้งหมด|ทั้งสิ้น)\s?)*\d{1,2}\s?(?:รางวัล|ราย|แห่ง|ทีม|คน|ท่าน|ผลงาน|หน่วยงาน|องค์กร|บริษัท|ชุมชน|กลุ่ม|โรงเรียน|จังหวัด)\s?)?"
    r"(?:(?P<said>(?:คือ|ได้แก่|ตกเป็นของ|เป็นของ|มอบ(?:ให้)?(?:แก่|กับ)?(?=[ก-๎])|ให้แก่)\s?:?)"
    r"|(?P<sign>\s?(?:[:=|]|[-\u2013\u2014]+>?|[\u2190-\u21ff\u27a1])|\s?\n|\s(?=[^\s])))\s*"
)

#: A line or an item begins, perhaps with the words that announce a grade.
_OPENS: Final = re.compile(
    r"(?:^|\n)[^\nก-๎A-Za-z]*(?:รางวัล|ระดับ|ประเภท|ได้รับ|ตำแหน่ง)*[\s\"“]*$"
    r"|(?:^|[\s.)])\d{1,2}[.)]\s?(?:รางวัล|ระดับ)*[\s\"“]*$"
)

#: The words that announce a grade in running text.
_ANNOUNCES: Final = re.compile(r"(?:(?:รางวัล|ระดับ|ส่วน|ขณะที่|สำหรับ)\s?)+[\"“]?$")

#: Signs before an item below a grade.
_ITEM: Final = re.compile(r"(?:[^\sก-๎A-Za-z\d(\"“]+|\(?\d{1,2}[.)])\s*")

#: Behind one who holds a grade: where that is, how it is called for short, its score.
_WHERE: Final = re.compile(
    r"(?:\s?\([^)\n]{1,60}\)|\s(?:จังหวัด|อำเภอ|ตำบล|เขต|แขวง|จ\.|อ\.|ต\.)\s?[ก-๎]{2,25}(?=[\s,(]|$)|\s?กรุงเทพ(?:มหานคร|ฯ))*"
)
_JOINT: Final = re.compile(r"\s*(?:,\s*(?:และ|กับ)?|และ|กับ|รวมถึง|รวมทั้ง|ตลอดจน)\s*(?:\d{1,2}[.)]\s*)?")

#: Nobody has won where the nearest of such words before a row is one of hope.
_HOPE: Final = re.compile(
    r"(?P<hope>เข้าชิง|ชิงรางวัล|เข้ารอบ|เสนอชื่อ|เสนอขอ|ผ่านเกณฑ์|ผ่านการ(?!ตัดสิน)|ขั้นตอนที่|สมัคร|ส่งเข้าประกวด|คาดว่า|ตั้งเป้า|เป้าหมาย|หาก"
    r"|เกณฑ์|จะ(?:มอบ|ได้รับ|ประกาศ|พิจารณา)|แผน|ตัวอย่าง|สมมติ|รอการ|ยังไม่|ไม่มี|เงินรางวัล)"
    r"|ผล(?:การ)?(?:ตัดสิน|ประกวด|แข่งขัน|คัดเลือก|พิจารณา)|ปรากฏ|ได้รับ|เข้ารับ|ขึ้นรับ|รับมอบ|คว้า|ผู้ชนะ|มอบรางวัล|มอบโล่|ประกาศ|รางวัล(?=[^\n]{0,25}(?:ดังนี้|ได้แก่))"
)

#: How far before a list its head is read.
_HEAD: Final = 160

#: How many may hold one grade.
_MOST: Final = 40

#: A heading is shorter than this.
_SHORT: Final = 100


@dataclass(frozen=True, slots=True)
class _Text:
    text: str
    bodies: Mapping[int, Body]
    works: frozenset[int]
    rows: re.Pattern[str]
    stop: re.Pattern[str]
    names: Names


def find_rows(
    text: str,
    slots: Sequence[Mention],
    events: Sequence[Event],
    found: tuple[Sequence[Body], Sequence[Work]],
    nodes: Sequence[Node],
    patterns: tuple[Bodies, Names],
) -> Rows:
    """Return the rows of results of a clean text that tells of awards which were conferred; else nothing.

    Args:
        found: the bodies and the works of the text.
        patterns: how bodies and people are named.
    """
    grades = [slot for slot in slots if slot.kind == "level"]
    if not grades or not any(event.kind in ("received", "given", "announced") for event in events):
        return Rows()
    named, works = found
    told = _Text(
        text,
        {body.start: body for body in named},
        frozenset(work.cue for work in works),
        patterns[0].in_rows,
        patterns[0].stop,
        patterns[1],
    )
    begins: list[Event] = []
    holders: dict[int, Body] = {}
    for grade in grades:
        start, own = _begins(text, grade, slots)
        said = _HOLDS.match(text, grade.end)
        if said is None or not (own or said["said"]):
            continue
        blank = said["sign"] is not None and not said["sign"].strip(" ")
        holding = list(_holders(told, said.end(), strong=blank and "\n" not in said[0]))
        if not (holding or said.end() in told.works) or _only_hoped(text, start, nodes):
            continue
        holders |= {body.start: body for body in holding}
        start = _heading(start, nodes, events, slots) if own else start
        begins.append(Event("row", start, start, anybody=True))
    return Rows(tuple(begins), tuple(holders.values()))


def _begins(text: str, grade: Mention, slots: Sequence[Mention]) -> tuple[int, bool]:
    """Return where the row of a grade begins, and whether a line or an item begins there."""
    if opens := _OPENS.search(text, max(0, grade.start - 60), grade.start):
        line = re.search("[ก-๎A-Za-z]", text[opens.start() : grade.start])
        return opens.start() + line.start() if line else grade.start, True
    start = grade.start
    while announces := _ANNOUNCES.search(text, max(0, start - 40), start):
        start = announces.start()
        former = next((slot for slot in slots if 0 <= start - slot.end < 3 and slot.kind in _PARTS), None)
        if former is None:
            break
        start = former.start
    return start, False


_PARTS: Final = ("scheme", "branch", "category")


def _holders(told: _Text, at: int, *, strong: bool) -> Iterator[Body]:
    """Yield who is named from a place on, joined to each other; behind a blank only what is surely a body."""
    text = told.text
    for _ in range(_MOST):
        if item := _ITEM.match(text, at):
            at = item.end()
        holder = _holder(told, at, strong=strong)
        if holder is None:
            return
        yield holder
        at = max(holder.end, holder.until)
        at = _WHERE.match(text, at).end()  # type: ignore[union-attr]
        above = told.bodies.get(at + 1)
        if above and above.rank < holder.rank and text[at : at + 1] == " ":
            at = _WHERE.match(text, max(above.end, above.until)).end()  # type: ignore[union-attr]
        joint = _JOINT.match(text, at)
        if joint is None:
            return
        at = joint.end()


def _holder(told: _Text, at: int, *, strong: bool) -> Body | None:
    """Return the body or the person that is named at a place, an everyday name too, where it is listed."""
    body = told.bodies.get(at)
    if body is not None and body.does not in ("aggregate", "role"):
        return None if strong and body.weak else replace(body, does="list", weak=False)
    people = find_people(told.text[at : at + 90], told.names)
    if people and people[0].start == 0 and people[0].surname:
        person = people[0]
        return Body(at, at + person.end, f"{person.given} {person.surname}", PERSON, "person")
    if strong or not (row := told.rows.match(told.text, at)):
        return None
    return _everyday(told, at, row.end())


_NAME: Final = re.compile(r"[^\s,;:()\[\]\"“”'/]*")
_FURTHER: Final = re.compile(
    r"\s[\"“]?(?:[A-Za-z0-9][\w.&'’-]*(?:\s[A-Za-z0-9][\w.&'’-]*)*|[ก-๎]{2,40})[\"”]?"
)


def _everyday(told: _Text, at: int, after: int) -> Body | None:
    """Return what an everyday word begins, with what stands behind a blank where it is no name alone."""
    text = told.text
    end = _NAME.match(text, after).end()  # type: ignore[union-attr]
    if stop := told.stop.search(text, after, end):
        end = stop.start()
    for joint in re.compile("และ|กับ").finditer(text, after + 1, end):
        if told.bodies.get(joint.end()) or told.rows.match(text, joint.end()):
            end = joint.start()
            break
    if end == after and (further := _FURTHER.match(text, after)):
        end = further.end()
    return (
        Body(at, end, text[at:end].replace("“", "").replace("”", ""), 3, "list") if end - after > 1 else None
    )


def _only_hoped(text: str, start: int, nodes: Sequence[Node]) -> bool:
    """Say whether what stands before a row, or the head of its list, tells that nobody has won yet."""
    line = text.rfind("\n", 0, start) + 1
    words = list(_HOPE.finditer(text, max(line, start - _HEAD), start))
    if not words:
        root = next((at for at, node in enumerate(nodes) if _last(node) > start), len(nodes)) if nodes else 0
        heads = [node for node in nodes[: root + 1] if node.start < start and node.end - node.start >= 30]
        for node in reversed(heads[-4:]):
            words = list(
                _HOPE.finditer(text, max(node.start, min(node.end, start) - _HEAD), min(node.end, start))
            )
            if words:
                break
    return bool(words) and words[-1]["hope"] is not None


def _last(node: Node) -> int:
    return max((_last(child) for child in node.children), default=node.end)


def _heading(start: int, nodes: Sequence[Node], events: Sequence[Event], slots: Sequence[Mention]) -> int:
    """Return where the headings above a row begin, which are of the results as well: ประเภทเทศบาล."""
    chain = _above(start, nodes)
    begins = start
    for node in reversed(chain):
        inside = [event for event in events if node.start <= event.start < node.end]
        names = [slot for slot in slots if slot.kind in _PARTS and 0 <= slot.start - node.start < 12]
        if node.end - node.start >= _SHORT or inside or not (names or node.number):
            break
        begins = node.start
    return begins


def _above(start: int, nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes above the one that begins at a place, the outermost first."""
    for node in nodes:
        if node.start <= start < _last(node):
            below = _above(start, node.children)
            return [node, *below] if below or any(c.start <= start < _last(c) for c in node.children) else []
    return []
