"""Read tables of winners: a row of headings, and rows of as many cells below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.frames import Frame
from awardgraph.importer.press.holders import everyday, person_at
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.projects import Work

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgraph.importer.press.bodies import Bodies
    from awardgraph.importer.press.frames import Filled
    from awardgraph.importer.press.holders import Holding
    from awardgraph.importer.press.normalising import Clean

__all__ = ["Table", "find_tables", "frames_of"]

_LINE: Final = re.compile(r"[^\n]*\S")

#: What parts the cells of a line: a bar, a tab in the raw text, or blanks as wide as no prose has them.
_BAR: Final = re.compile(r"\s*\|\s*| {3,}")
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]?")

#: A cell that says nothing, or that nothing was won.
_EMPTY: Final = re.compile(r"[-\u2013.\s]*")
_NOTHING: Final = re.compile("ไม่ผ่าน|ไม่ได้|ไม่มี|รอ(?!ง)|ไม่เข้า")

#: What stands before a grade in its cell.
_GRADE: Final = re.compile(r"(?:รางวัล|ระดับ|ประเภท)*\s?")

#: A table has so many columns, and its cells are shorter than this.
_COLUMNS: Final = range(2, 9)
_LONGEST: Final = 160


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell: half-open, in the clean text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its columns tell, by the slots they fill ("" for none), and its rows.

    Attributes:
        start, end: with its headings, half-open, in the clean text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    start: int
    end: int


def find_tables(
    clean: Clean, headings: Mapping[str, str], graded: re.Pattern[str], bodies: Bodies
) -> list[Table]:
    """Return the tables of a text that say who and what for, one below the other.

    Args:
        headings: the words that head a column → the slot that it fills.
        graded: a line of who, a sign, and a grade; two such lines are a table without headings.
        bodies: how the names begin that such a line begins with.
    """
    lines = [
        Cell(found.start() + len(found[0]) - len(found[0].lstrip()), found.end(), found[0].strip())
        for found in _LINE.finditer(clean.text)
    ]
    begin = {word[:2] for word in headings}
    tables: list[Table] = []
    at = 0
    while at < len(lines):
        if lines[at].text[:2] not in begin:
            at += 1
            continue
        table, after = _table(clean, lines, at, headings)
        tables += [table] if table else []
        at = after if table else at + 1
    return tables + _pairs(lines, graded, bodies)


def _pairs(lines: Sequence[Cell], graded: re.Pattern[str], bodies: Bodies) -> list[Table]:
    """Return the tables of lines that end with a grade behind a sign, and the line above each as its part."""
    tables: list[Table] = []
    found_in = [graded.fullmatch(line.text) if len(line.text) < _LONGEST else None for line in lines]
    named = [found is not None and _names(found["who"], bodies) for found in found_in]
    for known, group in groupby(range(len(lines)), key=named.__getitem__):
        rows = [(at, lines[at]) for at in group]
        if not known or len(rows) < 2:
            continue
        first = rows[0][0]
        above = _PART.match(lines[first - 1].text) if first else None
        part = _from(lines[first - 1], above.end(), len(lines[first - 1].text)) if above else None
        cells = []
        for at, line in rows:
            if found := found_in[at]:
                pair = (_from(line, *found.span("who")), _from(line, *found.span("grade")))
                cells.append((part, *pair) if part else pair)
        kind = "branch" if above and above[0].startswith("สาขา") else "category"
        columns = (kind, "recipient", "level") if part else ("recipient", "level")
        tables.append(Table(columns, tuple(cells), rows[0][1].start, rows[-1][1].end))
    return tables


#: The line above such a table that names the part of the award that it tells of.
_PART: Final = re.compile(r"(?:สาขา|ประเภท|ด้าน|กลุ่ม)\s?(?=[^\n]{2,60}$)")


def _names(who: str, bodies: Bodies) -> bool:
    """Say whether words begin as the name of a body, or as one in Latin letters."""
    return any(pattern.match(who) for pattern in (_LATIN, bodies.prefix, bodies.in_rows))


_LATIN: Final = re.compile("[A-Z][a-z]+ [A-Za-z]")


def _from(line: Cell, start: int, end: int) -> Cell:
    """Return some words of a line as a cell."""
    return Cell(line.start + start, line.start + end, line.text[start:end])


def _table(
    clean: Clean, lines: Sequence[Cell], at: int, headings: Mapping[str, str]
) -> tuple[Table | None, int]:
    """Return the table that begins with a line, and the line behind it."""
    if len(lines[at].text) > _LONGEST:
        return None, at + 1
    head = _cells(clean, lines[at])
    below = len(head) < 2
    if below:
        head = []
        while at + len(head) < len(lines) and _slot(lines[at + len(head)].text, headings) is not None:
            head.append(lines[at + len(head)])
    slots = [_slot(cell.text, headings) for cell in head]
    if len(head) not in _COLUMNS or None in slots or "recipient" not in slots:
        return None, at + 1
    rows: list[tuple[Cell, ...]] = []
    first, size = (at + len(head), len(head)) if below else (at + 1, 1)
    while first + size <= len(lines):
        row = list(lines[first : first + size]) if below else _cells(clean, lines[first])
        if len(row) != len(head) or not _fits(row, slots):
            break
        rows.append(tuple(row))
        first += size
    if not rows or (below and len(rows) < 2):
        return None, at + 1
    return Table(tuple(slot or "" for slot in slots), tuple(rows), head[0].start, rows[-1][-1].end), first


def _fits(row: Sequence[Cell], slots: Sequence[str | None]) -> bool:
    """Say whether cells may be a row: short, and numbered where the first column has numbers."""
    if any(len(cell.text) > _LONGEST for cell in row):
        return False
    return slots[0] != "number" or _NUMBER.fullmatch(row[0].text) is not None


def _cells(clean: Clean, line: Cell) -> list[Cell]:
    """Return the cells of a line."""
    cells: list[Cell] = []
    start = line.start
    for sign in [*_signs(clean, line), (line.end, line.end)]:
        text = clean.text[start : sign[0]]
        if text.strip() or (start > line.start and sign[0] < line.end):
            left = start + len(text) - len(text.lstrip())
            cells.append(Cell(left, max(left, start + len(text.rstrip())), text.strip()))
        start = sign[1]
    return cells


def _signs(clean: Clean, line: Cell) -> Iterator[tuple[int, int]]:
    tabs = [
        at
        for at in range(line.start, line.end)
        if clean.text[at] == " " and clean.raw[clean.span(at, at + 1)[0]] == "\t"
    ] if "\t" in clean.raw else []  # fmt: skip
    if tabs:
        yield from ((at, at + 1) for at in tabs)
    else:
        yield from (found.span() for found in _BAR.finditer(clean.text, line.start, line.end))


def _slot(heading: str, headings: Mapping[str, str]) -> str | None:
    """Return the slot of a column by its heading; None where it is no heading of a table of winners."""
    return headings.get("".join(heading.split()).strip(":()."))


def frames_of(table: Table, scheme: Mention | None, told: Holding) -> Iterator[Frame]:
    """Yield an award for each row of a table of winners."""
    for row in table.rows:
        cells = {
            slot: cell
            for slot, cell in zip(table.columns, row, strict=True)
            if not _EMPTY.fullmatch(cell.text)
        }
        grade, who = cells.get("level"), cells.get("recipient")
        if who is None or ("level" in table.columns and (grade is None or _NOTHING.search(grade.text))):
            continue
        slots: dict[str, Filled] = {"scheme": scheme} if scheme else {}
        for slot in ("branch", "category", "level"):
            if slot in cells:
                slots[slot] = _mention(slot, cells[slot])
        slots["recipient"] = (_who(who, told),)
        if "project" in cells:
            slots["project"] = _work(cells["project"])
        parent = _who(cells["parent"], told) if "parent" in cells else None
        own = frozenset(slots) - {"scheme"}
        yield Frame(slots, own, parent, kind="item", clause=row[0].start, start=row[0].start, end=row[-1].end)


def _mention(slot: str, cell: Cell) -> Mention:
    before = _GRADE.match(cell.text)
    skip = before.end() if before and before.end() < len(cell.text) else 0
    return Mention(slot, cell.start + skip, cell.end, cell.text[skip:], how="pattern")


def _work(cell: Cell) -> Work:
    quoted = re.fullmatch('[“"](.+)[”"]', cell.text)
    return Work(cell.start + bool(quoted), cell.end - bool(quoted), cell.start, cell.end)


def _who(cell: Cell, told: Holding) -> Body:
    """Return who a cell names: a body, a person, or what it says where that is neither."""
    body = told.bodies.get(cell.start) or everyday(told, cell.start)
    if body is not None and body.end <= cell.end:
        return Body(body.start, body.end, body.name, body.rank, "list")
    person = person_at(told, cell.start, cell.end)
    return person or Body(cell.start, cell.end, cell.text, 3, "list")
