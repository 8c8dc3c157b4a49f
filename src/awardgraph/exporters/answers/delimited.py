"""CSV and TSV that a spreadsheet opens as what they say: Thai letters, and no cell a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.answers.sheet import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.exporters.answers.sheet import Sheet, Term

__all__ = ["delimited", "guarded"]

#: What a spreadsheet takes for the beginning of a formula, behind whatever it may pass over; after
#: OWASP's page on CSV injection, with the wide signs that Excel reads as the narrow ones.
_FORMULA: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]|[\t\r\n]"
)


def delimited(sheet: Sheet, delimiter: str) -> Iterator[str]:
    """Yield lines, the first with a byte-order mark where commas divide, so that Excel reads UTF-8.

    Cells are the values as they stand in the graph, IRIs in full, so that they can be worked with.
    """
    line = io.StringIO()
    writer = csv.writer(line, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([column.name for column in sheet.columns])
    yield ("\ufeff" if delimiter == "," else "") + line.getvalue()
    for page in sheet.pages:
        for row in page.rows:
            line.seek(0)
            line.truncate()
            writer.writerow([_cell(term) for term in row])
            yield line.getvalue()


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it if need be.

    >>> guarded("=1+1"), guarded("a=1")
    ("'=1+1", 'a=1')
    """
    return "'" + text if _FORMULA.match(text) else text


def _cell(term: Term | None) -> str:
    kind = kind_of(term)
    if term is None:
        return ""
    text = str(term)[1:-1] if kind == "iri" else getattr(term, "value", str(term))
    # NUL ends a text for some readers; what is behind it must not stand alone. A number is a number.
    return text if kind == "number" else guarded(text.replace("\x00", "\ufffd"))
