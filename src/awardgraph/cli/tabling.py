"""A table in the terminal: drawn while the answer is still being computed."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.answers.sheet import legible, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.cli.options import Language
    from awardgraph.exporters.answers.sheet import Column, Sheet

__all__ = ["drawn"]

_GAP: Final = "  "

#: A column keeps so many cells, however narrow the terminal.
_NARROWEST: Final = 8


def drawn(sheet: Sheet, lang: Language, terminal: int | None = None) -> Iterator[str]:
    """Yield a table, page by page; the widths that its first page needs are those of the rest.

    Units: widths are terminal cells, so Thai vowels and tone marks above or below take none.

    Args:
        sheet: the answer.
        lang: the language of names, years and dates.
        terminal: its width, to which cells are cut; None cuts nothing.
    """
    from rich.cells import cell_len

    header = [column.heading(lang) for column in sheet.columns]
    widths: list[int] = []
    for number, page in enumerate(sheet.pages):
        rows = [
            [
                legible(written(term, column, lang, page, sheet.base))
                for term, column in zip(row, sheet.columns, strict=True)
            ]
            for row in page.rows
        ]
        if number == 0:
            widths = [max(map(cell_len, cells)) for cells in zip(header, *rows, strict=True)]
            if terminal:
                widths = _fitted(widths, terminal - len(_GAP) * (len(widths) - 1))
            rows = [header, ["─" * width for width in widths], *rows]
        yield "".join(_line(row, widths, sheet.columns, cut=bool(terminal)) for row in rows)


def terminal_width() -> int | None:
    """Return the width of the terminal on stdout in cells; None where stdout is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _line(row: list[str], widths: list[int], columns: tuple[Column, ...], *, cut: bool) -> str:
    cells = (
        _cell(text, width, right=column.kind in ("number", "year"), cut=cut)
        for text, width, column in zip(row, widths, columns, strict=True)
    )
    return _GAP.join(cells).rstrip() + "\n"


def _cell(text: str, width: int, *, right: bool, cut: bool) -> str:
    from rich.cells import cell_len, set_cell_size

    room = width - cell_len(text)
    if room < 0 and cut:
        # A wide letter that is cut in half leaves room, which is filled.
        return set_cell_size(text, width - 1) + "…"
    return " " * room + text if right else text + " " * room


def _fitted(widths: list[int], room: int) -> list[int]:
    """Return the widths with the widest ones cut down until they fit, or are as narrow as can be."""
    widths = list(widths)
    while sum(widths) > room and max(widths) > _NARROWEST:
        # All that are widest go down to the next width at once: cells may be very long.
        widest = max(widths)
        many = [at for at, width in enumerate(widths) if width == widest]
        below = max((width for width in widths if width < widest), default=0)
        step = max((sum(widths) - room) // len(many), 1)
        for at in many if step > 1 or len(many) == 1 else many[:1]:
            widths[at] = max(widest - step, below, _NARROWEST)
    return widths
