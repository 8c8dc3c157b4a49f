"""CSV and TSV that a spreadsheet opens as what they say: Thai letters, and no cell a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from awardgraph.exporters.answers.sheet import kind_of
from awardgraph.model.spreadsheets import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.exporters.answers.sheet import Sheet, Term

__all__ = ["delimited"]


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


def _cell(term: Term | None) -> str:
    kind = kind_of(term)
    if term is None:
        return ""
    text = str(term)[1:-1] if kind == "iri" else getattr(term, "value", str(term))
    # NUL ends a text for some readers; what is behind it must not stand alone. A number is a number.
    return text if kind == "number" else guarded(text.replace("\x00", "\ufffd"))
