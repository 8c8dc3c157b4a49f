"""Write a draft as YAML that people edit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from awardgraph.importer.drafts.draft import AWARD, CEREMONY, EXHIBIT, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.importer.drafts.draft import Cell, Draft, Finding

__all__ = ["draft_text"]

_HEAD: Final = """\
# ร่างจากข่าว · What was read in a release. แก้ไขแล้วสั่ง · Edit it, then:
#   awardgraph review {name} --by NAME
#
# status
#         proposed   ยังไม่มีใครตรวจ ไม่เข้ากราฟ · nobody has looked yet; stays out of the graph
#         accepted   ถูกต้อง · right as it is
#         corrected  แก้ค่าแล้ว ถูกต้อง · right now that a value was changed
#         rejected   ไม่ใช่ · wrong
#         added      เขียนเพิ่มเอง · written by a person: words: {{quote: "…"}} says where it stands
# id: รหัสในทะเบียน ไม่มี id คือชื่อที่ทะเบียนยังไม่รู้จัก · in the register; without one the name is new to it
# at: ตำแหน่งในข่าว นับเป็นอักขระจาก 0 · place in the release's text, in characters from 0
"""

_DOCUMENT: Final = ("id", "file", "sha256", "title", "published", "publisher", "url")


def draft_text(draft: Draft, name: str) -> str:
    """Return a draft as YAML: keys document, agency, country, awards, people, ceremony, exhibition, ignored.

    The same draft gives the same text. Texts stand in double quotes, escaped as in JSON.

    Args:
        name: of the file, told in the head as what to give back.
    """
    return "".join(f"{line}\n" for line in _lines(draft, name))


def _lines(draft: Draft, name: str) -> Iterator[str]:
    yield _HEAD.format(name=name)
    yield "release:"
    yield from (f"  {key}: {_text(value)}" for key in _DOCUMENT if (value := getattr(draft, key)))
    yield from (f"{key}: {_text(value)}" for key in ("agency", "country") if (value := getattr(draft, key)))
    yield from _list("awards", draft.awards, AWARD)
    yield from _list("people", draft.people, PERSON)
    if draft.ceremony:
        yield "\nceremony:"
        yield from (f"  {line}" for line in _finding(draft.ceremony, CEREMONY))
    yield from _list("exhibition", draft.exhibits, EXHIBIT)
    if draft.ignored:
        yield "\nignored: # ไม่ถือเป็นรางวัล · words of awards that gave none"
        for word in draft.ignored:
            told = f"at: {_place(word.words)}, reason: {_text(word.reason)}"
            yield f"  - {{quote: {_text(word.words.quote)}, {told}}}"


def _list(key: str, findings: Sequence[Finding], slots: Iterable[str]) -> Iterator[str]:
    if findings:
        yield f"\n{key}:"
    for finding in findings:
        first, *rest = _finding(finding, slots)
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)


def _finding(finding: Finding, slots: Iterable[str]) -> Iterator[str]:
    if finding.key:
        yield f"key: {_text(finding.key)}"
    yield f"status: {finding.status}"
    if finding.by:
        yield f"by: {_text(finding.by)}"
    if finding.confidence is not None:
        yield f"confidence: {finding.confidence:.3f}"
    if finding.awards:
        yield f"awards: [{', '.join(map(_text, finding.awards))}]"
    for slot in slots:
        if slot in finding.cells:
            yield f"{slot}: {_cell(finding.cells[slot])}"
    yield f"words: {_words(finding.words)}"


def _cell(cell: Cell) -> str:
    if not (cell.id or cell.how or cell.quote):
        return _text(cell.value)
    said = {"value": _text(cell.value), "id": cell.id, "how": cell.how}
    told = [f"{name}: {value}" for name, value in said.items() if value]
    if cell.start is not None:
        told.append(f"at: {_place(cell)}")
    if cell.quote:
        told.append(f"quote: {_text(cell.quote)}")
    return f"{{{', '.join(told)}}}"


def _words(cell: Cell) -> str:
    at = f"at: {_place(cell)}, " if cell.start is not None else ""
    return f"{{{at}quote: {_text(cell.quote)}}}"


def _place(cell: Cell) -> str:
    return f"[{cell.start}, {cell.end}]"


def _text(text: str) -> str:
    # JSON leaves NEL, line separators, DEL and the C1 controls as they are; YAML would fold or refuse them.
    written = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() or char == " " else _escape(char) for char in written)


def _escape(char: str) -> str:
    return f"\\u{ord(char):04X}" if ord(char) < 0x10000 else f"\\U{ord(char):08X}"
