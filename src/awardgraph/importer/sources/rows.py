"""Read a CSV file row by row, so that every complaint can name its line."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from awardgraph.errors import SourceError, nearest
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgraph.importer.sources.reading import SourceText

__all__ = ["Row", "read_rows"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    where: str
    line: int
    cells: Mapping[str, str]

    def get(self, column: str) -> str:
        """Return the cell, its white space made single; empty where the table has no such column."""
        return self.cells.get(column, "")

    def several(self, column: str) -> list[str]:
        """Return the values of a cell that holds several, separated by ``|``."""
        return [value for part in self.get(column).split("|") if (value := part.strip())]

    def bilingual(self, stem: str) -> Bilingual:
        """Return the name in the columns ``<stem>_th`` and ``<stem>_en``."""
        return Bilingual(self.get(f"{stem}_th") or None, self.get(f"{stem}_en") or None)

    def error(self, problem: str, remedy: str = "") -> SourceError:
        """Return an error that names this row."""
        return SourceError(self.where, self.line, problem, remedy)

    @contextmanager
    def checked(self) -> Iterator[None]:
        """Turn a ValueError inside into an error that names this row."""
        try:
            yield
        except ValueError as error:
            raise self.error(f"{error}.") from None


def read_rows(
    source: SourceText, columns: Mapping[str, Sequence[str]], renamed: Mapping[str, str] | None = None
) -> Iterator[Row]:
    """Yield the rows of a CSV file with a header, in file order; empty lines are passed over.

    Args:
        source: the decoded file.
        columns: the columns it may have → other headers that mean them.
        renamed: further headers → columns.

    Raises:
        SourceError: a header nobody knows or that stands twice, a row with more or fewer cells than the
            header, or broken quoting; each with its line.
    """
    reader = csv.reader(StringIO(source.text, newline=""), strict=True)
    line = 1
    try:
        header: list[str] = []
        for cells in reader:
            first, line = line, reader.line_num + 1
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(source, first, cells, columns, renamed or {})
                continue
            if len(cells) != len(header):
                problem = f"has {len(cells)} cells; the header has {len(header)}."
                raise SourceError(source.where, first, problem, "Check the commas and quotes of that row.")
            yield Row(
                source.where,
                first,
                {name: " ".join(cell.split()) for name, cell in zip(header, cells, strict=True)},
            )
    except csv.Error as error:
        raise SourceError(
            source.where, line, f"the quoting is broken ({error}).", "Close the quotes of that row."
        ) from None


def _header(
    source: SourceText,
    line: int,
    cells: list[str],
    columns: Mapping[str, Sequence[str]],
    renamed: Mapping[str, str],
) -> list[str]:
    known = {_plain(other): name for name, others in columns.items() for other in (name, *others)}
    known |= {_plain(other): name for other, name in renamed.items()}
    header: list[str] = []
    for cell in cells:
        if (name := known.get(_plain(cell))) is None:
            expected = nearest(_plain(cell), known) or f"Known are {', '.join(columns)}."
            if len(cells) == 1 and (separator := next((c for c in ";\t|" if c in cell), "")):
                expected = f"The cells seem to be separated by {separator!r}; separate them by commas."
            which = (
                f"unknown column {cell.strip()!r}"
                if cell.strip()
                else f"column {len(header) + 1} has no name"
            )
            raise SourceError(source.where, line, f"{which}.", expected)
        if name in header:
            raise SourceError(source.where, line, f"two columns mean {name}.", "Keep one of them.")
        header.append(name)
    return header


def _plain(header: str) -> str:
    return " ".join(header.casefold().split())
