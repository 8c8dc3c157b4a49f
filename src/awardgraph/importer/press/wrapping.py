"""Join lines that were broken by hand, so that a name that was cut in two is one again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.enumerating import BULLET
from awardgraph.importer.press.normalising import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.bodies import Bodies
    from awardgraph.importer.press.normalising import Clean

__all__ = ["unwrapped"]

#: How wide a column that was broken by hand is, in letters that take room.
_NARROW, _WIDE = 40, 105

#: A line with so many letters is wider: none has three marks above and below it.
_LONG: Final = 4 * _WIDE

#: A line is full where it fills this part of the column.
_FULL: Final = 0.75

_ABOVE: Final = "".join(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_BREAK: Final = re.compile(r"[ ]*\n[ ]*(?=\S)")

#: What begins an item or a row of a table, whatever stands before it.
_ITEM: Final = re.compile(
    rf"\(?\d{{1,2}}(?:\.\d{{1,2}})*[.)]|{BULLET}|รางวัล(?:รอง)?ชนะ|รางวัลชมเชย|รางวัลที่\s?\d|ระดับ|เหรียญ"
    r"|(?:ใน)?(?:ปี|พ\.ศ\.)[^\n]{1,8}\d\d\s?(?:[:\-]|(?=รางวัล|สาขา|ประเภท|ระดับ|ได้รับ|คว้า))"
)

#: What begins a line of its own, unless the line before is open.
_OWN: Final = re.compile(
    r"รางวัล|สาขา|นาย|นาง|พล|ดร|ว่าที่|สำหรับ|ทั้งนี้|นอกจากนี้|ข่าว|ภาพ|หน้า"
    r"|(?:จ่า|จ่าสิบ|สิบ|พัน|ร้อย|เรือ|นาวา)(?:ตำรวจ|อากาศ)?(?:เอก|โท|ตรี)|[จดนพรส]\.(?:[ก-ฮ]\.){1,2}|(?:ผศ|รศ)\.|เด็ก(?:ชาย|หญิง)"
)

#: A word that is printed without a blank before the one that it begins.
_BINDS: Final = re.compile("(?:การ|ความ|ร่วม|เข้า|ผู้)$")

#: A line is open where it ends with what needs a word behind it.
_OPEN: Final = re.compile(
    "(?:ได้แก่|และ|จาก|โดย|ของ|ณ|แก่|กับ|ด้วย|คือ|ดังกล่าว|ว่า|ใน|เมื่อ|ซึ่ง|ที่|รับ|คว้า|พัฒนา|มอบ|ให้|ผลงาน|จำนวน|ประจำ|ระดับ|ประเภท|,)$"
)

#: What was received stands in the next line, and is no item.
_VERB: Final = re.compile("(?:ได้รับ|เข้ารับ|คว้า|ครอง)$")

#: A name that is not said to its end: it began behind the last blank.
_BEGUN: Final = re.compile(r"(?:รางวัล(?!ของ)|สาขา|ประเภท|โครงการ|[“\"])[^\s“”\"]*$")

#: A given name, whose surname stands in the next line.
_GIVEN: Final = re.compile(r"(?:นาย|นาง|นางสาว|ดร\.|นพ\.|พญ\.)\s?[ก-๎]+$")

#: A row of a table: cells that bars part, or wide blanks.
_COLUMNS: Final = re.compile(r"\S(?:\s*\|\s*| {3,})\S[^\n]*?(?:\s*\|\s*| {3,})\S")

#: A name that says its place itself: a district behind it only says where that is.
_LOCAL: Final = re.compile(r"(?:ตำบล|เทศบาล(?:เมือง|นคร)|อบต\.)[ก-๎]{3,}$")

_THAI: Final = re.compile("[ก-๎]")


def unwrapped(clean: Clean, bodies: Bodies) -> Clean:
    """Return a text whose lines end where its author ended them; each letter keeps its raw place.

    A text of long lines, or of lines of all lengths, is returned as it is.
    """
    if clean.text.count("\n") < 3:
        return clean
    joints = dict(_joints(clean.text, bodies))
    if not joints:
        return clean
    return rewritten(clean, _BREAK, lambda found: joints.get(found.start(), found[0]))


def _joints(text: str, bodies: Bodies) -> Iterator[tuple[int, str]]:
    """Yield where a line was broken by hand, and what stands there instead: a blank, or nothing in a name."""
    lines = [(found.start(), found.end(), found[0]) for found in _LINE.finditer(text)]
    widths = [_width(line.strip()[:_LONG]) for _, _, line in lines]
    narrow = [width for width in widths if width <= _WIDE]
    if len(narrow) < 0.8 * len(widths) or sum(width >= _NARROW for width in narrow) < 3:
        return
    column = sorted(narrow)[-1 - len(narrow) // 6]  # a heading may be wider than the column
    for block in _blocks(text, lines):
        inner = [at for at in block[:-1] if not _ends(lines[at][2], lines[at + 1][2])]
        full = [at for at in inner if _FULL * column <= widths[at] <= _WIDE]
        if len(full) < 0.6 * len(inner):
            continue  # lines broken at random, not at the end of a column
        for at in full:
            line, following = lines[at][2], lines[at + 1][2]
            if at == 0:
                continue
            last, first = line.rstrip(), following.lstrip()
            if _OPEN.search(last) or not _starts(first, bodies):
                yield lines[at][1] - (len(line) - len(last)), _joint(last, first, bodies)


def _width(line: str) -> int:
    return len(line) - sum(map(line.count, _ABOVE))


def _blocks(text: str, lines: list[tuple[int, int, str]]) -> Iterator[list[int]]:
    """Yield the numbers of the lines that no empty line parts."""
    block: list[int] = []
    for at, (start, _, _) in enumerate(lines):
        if block and text.count("\n", lines[at - 1][1], start) > 1:
            yield block
            block = []
        block.append(at)
    yield block


def _ends(line: str, following: str) -> bool:
    """Say whether a line is the last of a paragraph: a row of a table, or before an item or more indented."""
    deeper = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip()) + 1
    item = _ITEM.match(following.lstrip()) is not None and not _VERB.search(line.rstrip())
    return deeper or _COLUMNS.search(line.strip()) is not None or item


def _starts(first: str, bodies: Bodies) -> bool:
    return bool(_OWN.match(first)) or (
        bodies.prefix.match(first) is not None
        and not bodies.trap.match(first)
        and not first.startswith(("จังหวัด", "อำเภอ"))
    )


def _joint(last: str, first: str, bodies: Bodies) -> str:
    if not (_THAI.match(last[-1]) and _THAI.match(first)) or _GIVEN.search(last):
        return " "
    if _BINDS.search(last):
        return ""
    run = last[max(last.rfind(" ") + 1, len(last) - 80) :]
    name = bodies.prefix.search(run) or _BEGUN.search(last)
    if first.startswith(("อำเภอ", "จังหวัด")) and _LOCAL.search(run):
        return " "
    is_open = _OPEN.search(last) and not re.search("[ก-๎]และ$", last)
    ended = bodies.stop.match(first) or is_open or bodies.role.search(first.partition(" ")[0][:30])
    return "" if name and not ended and not first.startswith(("และ", "ผู้", "รอง", "ปลัด", "อธิบดี")) else " "
