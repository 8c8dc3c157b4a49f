"""Offices and units within a body: branches and numbered seats behind a name, units behind a work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.bodies import Bodies

__all__ = ["branches", "name_end", "units"]

#: A place behind สาขา, where a field of work begins otherwise.
_PLACED: Final = (
    "สาขา(?!การ|ความ|ด้าน|ผลงาน|องค์กร|หน่วยงาน|บริการ|บริหาร|คุณภาพ|ผู้|นวัต|วิ|อาชีพ|ต่าง|ที่|นี้|ละ|ของ|สังคม"
    "|เทคโน|ศิลป)[ก-๎]{3,40}"
)
_OFFICE: Final = re.compile(rf"(?:ของ|โดย|ผู้จัดการ|พนักงาน)(?P<name>{_PLACED})")
_BRANCH: Final = re.compile(rf"\s(?:ส่วนแยก[ก-๎]{{3,40}}|{_PLACED})")

#: The number of an office and its seat, which is no number of things or day of a month.
_SEATED: Final = re.compile(
    r"\s\d{1,2}\s(?!รางวัล|ผลงาน|หน่วย|แห่ง|ราย|คน|ปี|เดือน|วัน|ครั้ง|โครงการ|ประเภท|สาขา|ด้าน|เรื่อง|ระบบ|ทีม|ท่าน|ชิ้น"
    r"|องค์กร|กรม|สำนัก|จังหวัด|อำเภอ|ระดับ|โล่|ตำบล|[ก-ฮ]\.|[ก-๎]{3,8}(?:คม|ยน|พันธ์)(?![ก-๎]))[ก-๎]{3,30}"
)
_NUMBERS: Final = ("สถาบัน", "ศูนย์", "สำนัก", "ด่าน", "สถานี")


def units(text: str, bodies: Bodies) -> Iterator[Body]:
    """Yield the units with everyday names that stand behind a work: “…” โดยงานเภสัชกรรม."""
    for found in bodies.units.finditer(text):
        start, end = found.span("name")
        if stop := bodies.stop.search(text, start + 4, end):
            end = stop.start()
        if end - start > 6 and not bodies.prefix.match(text, start):
            yield Body(start, end, text[start:end], 3)


def branches(text: str, bodies: Bodies) -> Iterator[Body]:
    """Yield the offices of a body that has some, named by their place alone: ผลงานของสาขาท่าเรือ."""
    if not bodies.branched.search(text):
        return
    for found in _OFFICE.finditer(text):
        start, end = found.span("name")
        if stop := bodies.stop.search(text, start + 4, end):
            end = stop.start()
        if end - start > 6:
            yield Body(start, end, text[start:end], 3)


def name_end(text: str, body: Body, bodies: Bodies) -> int:
    """Return where a name ends that goes on with a branch office, or with a number and a seat."""
    found = bodies.branched.match(body.name) and _BRANCH.match(text, body.end)
    if not found and body.name.startswith(_NUMBERS):
        found = _SEATED.match(text, body.end)
    if not found:
        return body.end
    stop = bodies.stop.search(text, body.end + 5, found.end())
    return stop.start() if stop else found.end()
