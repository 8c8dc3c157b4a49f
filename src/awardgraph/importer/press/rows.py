"""Find the rows of results: a grade, and who holds it, without a verb (ระดับดีเด่น ได้แก่ กรม ก)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.holders import (
    WHERE,
    Holding,
    holders,
    holders_in_lines,
)
from awardgraph.importer.press.reach import reach
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.bodies import Body
    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.projects import Work
    from awardgraph.importer.press.structure import Node

__all__ = ["Rows", "find_rows", "mood", "tells_results"]


@dataclass(frozen=True, slots=True)
class Rows:
    """What rows of results tell: where they begin, and who holds the grades, as bodies of a list."""

    events: tuple[Event, ...] = ()
    holders: tuple[Body, ...] = ()


#: Between a grade and who holds it: its translation, of what it is, how many, and the word that says so.
_HOLDS: Final = re.compile(
    r"[\"”]? ?(?:\([^)\n]{1,40}\) ?)?"
    r"(?:(?:ใน)?(?:ประเภท|สาขา|ด้าน)[^\s:]{2,50} ?)?"
    r"(?:(?:(?:มี|จำนวน|รวม|ทั้งหมด|ทั้งสิ้น) ?)*\d{1,2} ?"
    r"(?:รางวัล|ราย|แห่ง|ทีม|คน|ท่าน|ผลงาน|หน่วยงาน|องค์กร|บริษัท|ชุมชน|กลุ่ม|โรงเรียน|จังหวัด) ?)?"
    r"(?:(?P<said>(?:คือ|ได้แก่|ตกเป็นของ|เป็นของ|มอบ(?:ให้)?(?:แก่|กับ)?(?=[ก-๎])|ให้แก่) ?:?)"
    r"|(?P<sign> ?(?:[:=|]|[-\u2013\u2014]+>?|[\u2190-\u21ff\u27a1]\ufe0f?)| ?\n|\s(?=[^\s])))\s*"
)

#: A line or an item begins, perhaps with the words that announce a grade.
_OPENS: Final = re.compile(
    r"(?:^|\n)[^\nก-๎A-Za-z]*(?:รางวัล|ระดับ|ประเภท|สาขา|ด้าน|กลุ่ม|ได้รับ|ตำแหน่ง)*[\s\"“]*$"
    r"|(?:^|[\s.)])\d{1,2}[.)]\s?(?:รางวัล|ระดับ|ประเภท|สาขา)*[\s\"“]*$"
)

#: The words that announce a grade in running text.
_ANNOUNCES: Final = re.compile(r"(?:(?:รางวัล|ระดับ|ประเภท|สาขา|ส่วน|ขณะที่|สำหรับ)\s?)+[\"“]?$")

#: Nobody has won where the nearest of such words before a row is one of hope.
_HOPE: Final = re.compile(
    r"(?P<hope>เข้าชิง|ชิงรางวัล|เข้ารอบ|เสนอชื่อ|เสนอขอ|ผ่านเกณฑ์|ผ่านการ(?!ตัดสิน)|ขั้นตอนที่|สมัคร(?!ใจ)|ส่ง(?:ผลงาน)?เข้าประกวด|คาดว่า"
    r"|ตั้งเป้า|เป้าหมาย|หาก|เกณฑ์|จะ(?:มอบ|ได้รับ|ประกาศ|พิจารณา)|ตามแผน|ตัวอย่าง|สมมติ|รอการ|ยังไม่|ไม่มี|เงินรางวัล|ประเมินตนเอง"
    r"|(?:การ|ผู้)สนับสนุน|ได้รับการ(?:สนับสนุน|แต่งตั้ง|เสนอ|ประเมิน)|เข้ารับการ|เพื่อ(?:เข้า)?รับ|เคยได้รับ|แต่งตั้ง|เตรียม(?:จัด|ส่ง|ประกาศ|มอบ|ความพร้อม)|เชิญ(?:ชวน|ส่ง|ร่วม)|แบ่ง(?:กลุ่ม|รุ่น))"
    r"|ผล(?:การ)?(?:ตัดสิน|ประกวด|แข่งขัน|คัดเลือก|พิจารณา)|ปรากฏ|ได้รับ|เข้ารับ|ขึ้นรับ|รับมอบ|คว้า|ผู้ชนะ|มอบรางวัล|มอบโล่|ประกาศ"
)

#: A release of results says so somewhere.
_RESULTS: Final = re.compile(
    "ประกาศ(?:ผล|ราย|รางวัล)|ผล(?:การ)?(?:ตัดสิน|ประกวด|แข่งขัน)|(?:มอบ|รับ|คว้า)[^\n]{0,20}รางวัล|ผู้ชนะ"
    "|ชนะเลิศ ?(?:ได้แก่|คือ|:)"
)

#: How far before a list its head is read.
_HEAD: Final = 160

#: A heading is shorter than this.
_SHORT: Final = 100

#: Kinds of mentions before who holds them; a part of a scheme only where it opens a line.
_HEADS: Final = ("level", "category", "branch")

#: Kinds of mentions that a row may begin with, or a heading above it.
_PARTS: Final = ("scheme", "branch", "category")


#: A line that may head rows or a table.
_HEADS_ROWS: Final = re.compile(r"\n[^\nก-๎A-Za-z]*(?:ประเภท|สาขา|ด้าน|กลุ่ม|ลำดับ|ที่[ |]|หน่วยงาน|ชื่อ|ผู้(?:ได้|ชนะ))")


def tells_results(text: str, forms: Sequence[Mention]) -> bool:
    """Say whether a clean text tells of results of a contest, and may have rows of them."""
    return _RESULTS.search(text) is not None and (
        any(form.kind == "level" and _HOLDS.match(text, form.end) for form in forms)
        or _HEADS_ROWS.search(text) is not None
    )


def find_rows(
    told: Holding,
    slots: Sequence[Mention],
    events: Sequence[Event],
    works: Sequence[Work],
    nodes: Sequence[Node],
) -> Rows:
    """Return the rows of results of a clean text, and those whom it lists as winners by an everyday name."""
    text = told.text
    if not _RESULTS.search(text):
        return Rows()
    listed = {body.start: body for body in (*_listed(told, slots, events), *_acting(told, events))}
    cues = {work.cue for work in works}
    begins: list[Event] = []
    for grade in slots:
        if grade.kind not in _HEADS:
            continue
        start, own = _begins(text, grade, slots)
        said = _HOLDS.match(text, grade.end)
        if said is None or not (own or (said["said"] and grade.kind == "level")):
            continue
        heads = grade.kind != "level" and not (said["said"] or said["sign"].strip())
        if heads and ("\n" not in said["sign"] or mood(text, start, nodes) != "won"):
            continue
        holding = _holding(told, said)
        if not (holding or said.end() in cues) or mood(text, start, nodes if own else ()) == "hope":
            continue
        listed |= {body.start: body for body in holding}
        start = _heading(start, nodes, events, slots) if own else start
        begins.append(Event("row" if own else "grade", start, start, anybody=True))
    return Rows(tuple(begins), tuple(listed.values()))


def _holding(told: Holding, said: re.Match[str]) -> list[Body]:
    """Return who holds a grade by what stands between: in the lines below where that is a line's end."""
    if said["said"] is None and "\n" in said["sign"]:
        return list(holders_in_lines(told, said.end()))
    blank = said["said"] is None and not said["sign"].strip()
    found = list(holders(told, said.end()))
    if blank and found and not _LINE_ENDS.match(told.text, reach(WHERE, told.text, found[-1].end)):
        return list(holders(told, said.end(), strong=True))
    return found


_LINE_ENDS: Final = re.compile(r"[ ]*(?:\n|$)")


def _listed(told: Holding, slots: Sequence[Mention], events: Sequence[Event]) -> Iterator[Body]:
    """Yield who is listed behind a verb that confers on somebody: ผู้ได้รับรางวัล ก ได้แก่ …."""
    cues = [slot for slot in slots if slot.kind == "lists"]
    places = {slot.start for slot in slots if slot.kind != "lists"}
    for event in events:
        if event.kind == "given":
            yield from _given_to(told, event)
        if event.kind not in ("received", "announced") or not event.anybody:
            continue
        cue = next((cue for cue in cues if 0 <= cue.start - event.end < _REACH), None)
        end = cue.end if cue else event.end
        if cue is None or "\n" in told.text[event.end : cue.start]:
            heading = _HEADING.match(told.text, event.end)
            if heading is None:
                continue
            end = heading.end()
        at = reach(_GAP, told.text, end)
        lines = "\n" in told.text[end:at]
        people = lines and _WINS.match(told.text, event.start) is not None
        for body in holders_in_lines(told, at) if lines else holders(told, at):
            if body.start not in places and (people or body.does == "list"):
                yield body


def _given_to(told: Holding, event: Event) -> Iterator[Body]:
    """Yield to whom a prize is handed over: มอบรางวัล ก ให้แก่ …; people with a post stand for a body."""
    to = _TO.match(told.text, event.end, event.end + _REACH)
    for body in holders(told, to.end()) if to else ():
        behind = told.names.role.search(told.text, body.end, body.end + 40)
        if body.does != "person" or behind is None:
            yield body if body.does == "person" else replace(body, does="to")


#: How far behind a verb those may be listed on whom it confers, in letters.
_REACH: Final = 160
_HEADING: Final = re.compile(r"[^\n]{4,80}(?=\n\s*(?:[^\sก-๎A-Za-z\d(\"“]|\(?1[.)]))")
_GAP: Final = re.compile(r"\s*:?\s*")
_TO: Final = re.compile(r"(?:(?!เป็น|ซึ่ง|ที่ได้)[^\n])*?(?:ให้แก่|ให้กับ|แก่)\s?")

#: Verbs of those who win themselves; the others are also of those who receive for a body.
_WINS: Final = re.compile("ได้รับ(?!มอบ)|คว้า|ชนะ|ครอง|พิชิต")


#: A clause begins, and an everyday word is its subject.
_CLAUSE: Final = re.compile(r"(?:^|(?<=\n)|[\s“\"])(?:และ|โดย|ส่วน|ขณะที่|ซึ่ง)?(?=[ก-๎])")
_UNDER: Final = re.compile(r"(?:\s?(?:สังกัด|ของ)\s?[^\s]{4,60})?(?:\s?(?:ก็|ยัง|สามารถ|จึง))*\s?")


def _acting(told: Holding, events: Sequence[Event]) -> Iterator[Body]:
    """Yield who is named by an everyday word right before a verb that confers: ท่าเรือ ก ได้รับรางวัล."""
    text = told.text
    for event in events:
        if event.kind != "received" or event.anybody:
            continue
        begins = max(text.rfind("\n", 0, event.start) + 1, event.start - 110)
        for clause in _CLAUSE.finditer(text, begins, event.start):
            if text[max(0, clause.start() - 2) : clause.start()].strip().isdigit():
                continue
            found = list(holders(told, clause.end()))
            if not found or found[-1].end > event.start:
                continue
            last = max(found[-1].end, found[-1].until)
            where = WHERE.match(text, last, event.start)
            if _UNDER.fullmatch(text, where.end() if where else last, event.start):
                yield from (
                    replace(b, does="") for b in found if b.start not in told.bodies and b.does == "list"
                )
                break


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


def opens_line(text: str, at: int) -> bool:
    """Say whether a line or an item begins right before a place."""
    return _OPENS.search(text, max(0, at - 60), at) is not None


def mood(text: str, start: int, nodes: Sequence[Node]) -> str:
    """Return what stands before a row, or in the head of its list: "hope" where nobody has won yet.

    "won" where somebody has; "" where nothing tells.
    """
    line = text.rfind("\n", 0, start) + 1
    words = [*_HOPE.finditer(text, max(line, start - _HEAD), start)]
    heads = [node for node in nodes if node.start < start and node.end - node.start >= 30]
    for node in reversed(heads[-4:]):
        if words:
            break
        end = min(node.end, start)
        words = [*_HOPE.finditer(text, max(node.start, end - _HEAD), end)]
    return ("hope" if words[-1]["hope"] else "won") if words else ""


def _heading(start: int, nodes: Sequence[Node], events: Sequence[Event], slots: Sequence[Mention]) -> int:
    """Return where the headings above a row begin, which are of the results as well: ประเภทเทศบาล."""
    begins = start
    for node in reversed(_above(start, nodes)):
        inside = any(node.start <= event.start < node.end for event in events)
        names = any(slot.kind in _PARTS and 0 <= slot.start - node.start < 12 for slot in slots)
        told = 0 < node.end - node.start < _SHORT and not inside and (names or node.number)
        if not told:
            break
        begins = node.start
    return begins


def _above(start: int, nodes: Sequence[Node]) -> list[Node]:
    """Return the nodes above the one that begins at a place, the outermost first."""
    for node in nodes:
        if any(child.start <= start < _last(child) for child in node.children):
            return [node, *_above(start, node.children)]
    return []


def _last(node: Node) -> int:
    return max((_last(child) for child in node.children), default=node.end)
