"""Turn the tables of a release into lists: each row an item, each cell behind the word of its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.importer.press.normalising import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.normalising import Clean

__all__ = ["listed"]

#: Where the cells of a row stand, half-open, in the clean text.
Row: TypeAlias = "list[tuple[int, int]]"

#: What a column is → how its head may read, and what is written before and behind each of its cells.
_COLUMNS: Final = {
    "number": (re.compile(r"ลำดับ(?:ที่)?|ที่|[Nn]o\.?|#"), "", "."),
    "year": (re.compile(r"ปี(?:\s?พ\.ศ\.|งบประมาณ|ที่ได้รับ)?|พ\.ศ\."), "ปี ", ""),
    "both": (
        re.compile(r"(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|องค์กร)\S*\s?[/|-]\s?(?:ชื่อ)?(?:ผลงาน|โครงการ|นวัตกรรม)\S*"),
        "",
        "",
    ),
    "body": (re.compile(r"(?:ชื่อ)?(?:หน่วยงาน|ส่วนราชการ|องค์กร)\S*|ผู้(?:ที่)?ได้รับ\S*"), "", ""),
    "work": (re.compile(r"(?:ชื่อ)?(?:ผลงาน|โครงการ|นวัตกรรม)\S*"), "ผลงาน “", "”"),
    "branch": (re.compile(r"สาขา[^\n|]*"), "สาขา", ""),
    "category": (re.compile(r"ประเภท\S*"), "ประเภท", ""),
    "level": (re.compile(r"ระดับ\S*|ผล(?:การ\S*)?|(?:ประเภท|สาขา)?รางวัล(?:ที่ได้รับ)?"), "ระดับ", ""),
    "person": (re.compile(r"(?:ชื่อ)?(?:ผู้แทน|ผู้รับมอบ|ผู้เข้ารับ|ผู้ขึ้นรับ|ผู้ประสาน|หัวหน้า)\S*"), "", ""),
}

#: A cell that says itself what it is, and one that is empty.
_NAMED: Final = re.compile(r"ปี|ระดับ|ประเภท|สาขา|รางวัล|ผลงาน|[“\"]")
_EMPTY: Final = re.compile(r"[\s\-.]*")

#: How long a cell is at most, and a grade.
_CELL, _GRADE = 120, 25

_LINE: Final = re.compile(r"[^\n]*\S")
_CELLS: Final = re.compile(r"[^\s|](?:[^\n|\t ]|[ ](?![ |]))*")
_RULE: Final = re.compile(r"[\s|:\-=_+]+")
_GAP: Final = re.compile(r"[\s|]+(?:/\s+)?")
_SLASH: Final = re.compile(r"\s+/\s+")


def listed(clean: Clean) -> Clean:
    """Return a text whose tables are lists; each letter keeps its raw place.

    A table has a line of heads, or a line for each of them, and below them as many cells again and again.
    """
    if not _HEADED.search(clean.text):
        return clean
    text = _with_tabs(clean)
    words: dict[int, str] = {}
    for heads, rows in _tables(text):
        words |= dict(_written(text, heads, rows))
    if not words:
        return clean
    return rewritten(clean, _GAP, lambda found: words.get(found.start(), found[0]))


#: A line that begins with the head of a first column.
_HEADED: Final = re.compile(
    r"(?:^|\n)[ |]*(?:ปี|ลำดับ(?:ที่)?|ที่|หน่วยงาน\S*|ส่วนราชการ\S*|ชื่อ\S+|ผลงาน\S*)[ ]*(?:\||[ ]|\n)"
)


def _with_tabs(clean: Clean) -> str:
    """Return the clean text with the tabs that the raw one has, as many letters as before."""
    if "\t" not in clean.raw:
        return clean.text
    return "".join(
        "\t" if letter == " " and clean.raw[clean.span(at, at + 1)[0]] == "\t" else letter
        for at, letter in enumerate(clean.text)
    )


def _tables(text: str) -> Iterator[tuple[list[str], list[Row]]]:
    """Yield the columns of each table, and its rows; the first row is that of the heads."""
    lines = [
        [found.span() for found in _CELLS.finditer(text, *line.span())]
        for line in _LINE.finditer(text)
        if not _RULE.fullmatch(line[0])
    ]
    at = 0
    while at < len(lines):
        heads = [_column(text, cell) for cell in lines[at]]
        rows = [lines[at]]
        if len(heads) == 1 and heads[0]:
            heads, rows = _by_lines(text, lines, at)
            at += len(heads) * len(rows)
        else:
            at += 1
            while _is_table(heads) and at < len(lines) and _is_row(text, heads, lines[at]):
                rows.append(lines[at])
                at += 1
        if _is_table(heads) and len(rows) > 1:
            yield heads, rows


def _by_lines(text: str, lines: Sequence[Row], at: int) -> tuple[list[str], list[Row]]:
    """Return the columns and rows of a table whose cells stand in a line each."""
    heads: list[str] = []
    single = [(line[0][0], line[-1][1]) if line else (0, 0) for line in lines[at : at + 600]]
    while len(heads) < len(single) and (head := _column(text, single[len(heads)])):
        heads.append(head)
    rows = [single[: len(heads)]]
    while _is_table(heads):
        row = single[len(heads) * len(rows) : len(heads) * (len(rows) + 1)]
        if not _is_row(text, heads, row):
            break
        rows.append(row)
    return heads, rows


def _column(text: str, cell: tuple[int, int]) -> str:
    """Return what a column is by its head; "" where a cell is no head."""
    return next((kind for kind, (head, _, _) in _COLUMNS.items() if head.fullmatch(text, *cell)), "")


def _is_table(heads: Sequence[str]) -> bool:
    return (
        len(heads) >= 3
        and all(heads)
        and len(set(heads)) == len(heads)
        and bool({"body", "work", "both"} & set(heads))
        and bool({"level", "category"} & set(heads))
    )


def _is_row(text: str, heads: Sequence[str], row: Row) -> bool:
    """Say whether cells are a row below heads: as many, none long, a number and a grade where they belong."""
    if len(row) != len(heads):
        return False
    cells = dict(zip(heads, row, strict=True))
    number, grade = cells.get("number"), cells.get("level")
    return (
        all(end - start <= _CELL for start, end in row)
        and (number is None or text[slice(*number)].rstrip(".)").isdigit())
        and (grade is None or grade[1] - grade[0] <= _GRADE or _NAMED.match(text, grade[0]) is not None)
    )


def _written(text: str, heads: Sequence[str], rows: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """Yield where a gap before a cell begins, and what is written there instead."""
    for start, _ in rows[0]:
        yield _gap(text, start), " "  # the heads go on with what announces them
    behind = ""
    for row in rows[1:]:
        for head, (begins, ends) in zip(heads, row, strict=True):
            _, before, after = _COLUMNS[head]
            told = _NAMED.match(text, begins) or _EMPTY.fullmatch(text, begins, ends)
            first = (begins, ends) == row[0]
            joint = ("\n" if head == "number" else "\n- ") if first else " "
            yield _gap(text, begins), f"{behind}{joint}{'' if told else before}"
            numbered = head == "number" and text[ends - 1] in ".)"
            behind = "" if told or numbered else after
            if head == "both" and (parts := _SLASH.search(text, begins, ends)):
                quoted = text[parts.end()] in '“"'
                yield parts.start(), " ผลงาน " if quoted else " ผลงาน “"
                behind = "" if quoted else "”"
    yield rows[-1][-1][1], f"{behind}\n\n"


def _gap(text: str, at: int) -> int:
    """Return where the gap before a cell begins."""
    while at and (text[at - 1].isspace() or text[at - 1] == "|"):
        at -= 1
    return at
