"""A workbook for spreadsheets: the rows on the first sheet, the query on the second."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import UsageError
from awardgraph.exporters.answers.sheet import kind_of, written
from awardgraph.exporters.pages.wording import messages

if TYPE_CHECKING:
    from awardgraph.exporters.answers.sheet import Column, Language, Sheet, Term

__all__ = ["workbook"]

#: What a worksheet holds, in UTF-16 units and rows; Excel opens no more.
LONGEST_CELL: Final = 32_767
MOST_ROWS: Final = 1_048_576
MOST_COLUMNS: Final = 16_384

#: A spreadsheet counts in floating point: it keeps so many digits.
_DIGITS: Final = 15

#: Dates as Excel's own format cells write them; the first counts in the Thai Buddhist calendar.
_DATE: Final = {"th": "[$-107041E]d mmmm yyyy;@", "en": "[$-409]d mmmm yyyy;@"}
#: Days before it are not counted by spreadsheets alike: Excel knows a 29 February 1900.
_FIRST_DAY: Final = date(1900, 3, 1)

#: Every spreadsheet on Windows, macOS and LibreOffice's lists has it, with Thai letters.
_FONT: Final = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}

#: What XML cannot hold, and halves of surrogate pairs.
_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def workbook(sheet: Sheet, lang: Language, query: str) -> bytes:
    """Return an .xlsx file: the same bytes for the same answer.

    Texts are texts, whatever they begin with; numbers and days are typed, as far as a spreadsheet
    keeps them exactly. Years are counted as the heading says.

    Raises:
        UsageError: a worksheet cannot hold it: more than 1,048,575 rows or 16,384 columns, or a
            cell of more than 32,767 characters.
    """
    from xlsxwriter import Workbook

    if len(sheet.columns) > MOST_COLUMNS:
        raise _too_much(f"{len(sheet.columns):,} columns, and a worksheet {MOST_COLUMNS:,}")
    made = io.BytesIO()
    # In constant memory, rows wait in files; so the texts of a large answer are not held.
    # A file made twice is the same: the day in it is no day of its own.
    book = Workbook(made, {"constant_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    try:
        book.set_properties({"created": datetime(2000, 1, 1)})
        words = messages(lang)["answer"]
        _fill(book, book.add_worksheet(words["sheet"]), sheet, lang)
        page, plain = book.add_worksheet(words["query"]), book.add_format(_FONT | {"text_wrap": True})
        page.set_column(0, 0, 100)
        for number, line in enumerate(query.splitlines()):
            page.write_string(number, 0, _fit(line, number), plain)
    finally:
        book.close()
    return made.getvalue()


def _fill(book: Any, page: Any, sheet: Sheet, lang: Language) -> None:  # noqa: ANN401 (xlsxwriter is untyped)
    head = book.add_format(_FONT | {"bold": True, "bottom": 1})
    formats = {"text": book.add_format(_FONT), "date": book.add_format(_FONT | {"num_format": _DATE[lang]})}
    widths = [len(column.heading(lang)) for column in sheet.columns]
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.heading(lang), head)
    number = 0
    for pages, some in enumerate(sheet.pages):
        for row in some.rows:
            number += 1
            if number >= MOST_ROWS:
                raise _too_much(f"more than {MOST_ROWS - 1:,} rows, and a worksheet no more")
            for at, (term, column) in enumerate(zip(row, sheet.columns, strict=True)):
                text = written(term, column, lang, some, sheet.base)
                _write(page, (number, at), term, column, _fit(text, number), formats)
                if not pages:
                    widths[at] = max(widths[at], len(text))
    for at, width in enumerate(widths):
        page.set_column(at, at, min(max(width + 2, 8), 60))
    page.freeze_panes(1, 0)
    if widths:
        page.autofilter(0, 0, number, len(widths) - 1)


def _write(
    page: Any,  # noqa: ANN401 (xlsxwriter is untyped)
    place: tuple[int, int],
    term: Term | None,
    column: Column,
    text: str,
    formats: dict[str, object],
) -> None:
    kind, raw = kind_of(term), getattr(term, "value", "")
    if kind == "number" and sum(map(str.isdigit, raw)) <= _DIGITS and isfinite(float(raw)):
        page.write_number(*place, float(raw), formats["text"])
    elif kind == column.kind == "year":
        page.write_number(*place, int(text), formats["text"])
    elif kind == column.kind == "date" and len(raw) == 10 and (day := date.fromisoformat(raw)) >= _FIRST_DAY:
        page.write_datetime(*place, day, formats["date"])
    elif term is not None:
        page.write_string(*place, text, formats["text"])


def _fit(text: str, number: int) -> str:
    text = _UNFIT.sub("\ufffd", text)
    if len(text.encode("utf-16-le")) > 2 * LONGEST_CELL:
        raise _too_much(f"a text of {len(text):,} characters in row {number}, and a cell {LONGEST_CELL:,}")
    return text


def _too_much(what: str) -> UsageError:
    return UsageError(f"the answer has {what} at most. Use --format csv --spreadsheet.")
