"""The place of an error in a query, drawn under the line it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgraph.errors import QueryError

__all__ = ["pointed"]

#: So much of a long line is shown on either side of the place, in terminal cells.
_AROUND: Final = 60

#: More characters than that have, with their marks.
_MOST: Final = 8 * _AROUND


def pointed(text: str, error: QueryError) -> str:
    """Return the line of a query that an error names, with a caret under its place; empty if it names none.

    Units: the caret stands under a terminal cell; Thai vowels and tone marks above or below take none.

    >>> from awardgraph.errors import QueryError
    >>> print(pointed("ASK { ?a rdfs:label 'ดีป้า' ; x:y 1 }", QueryError("?", 1, 31)), end="")
      ASK { ?a rdfs:label 'ดีป้า' ; x:y 1 }
                                  ^
    """
    from rich.cells import cell_len

    lines = text.split("\n")
    if not (error.line and error.column and error.line <= len(lines)):
        return ""
    line = "".join(map(_shown, lines[error.line - 1].rstrip("\r")))
    place = error.column - 1
    before, after = line[max(place - _MOST, 0) : place], line[place : place + _MOST]
    while cell_len(before) > _AROUND:
        before = before[1:]
    if len(before) < place:
        # A cut must not fall between a letter and its marks, or they would stand on the ellipsis.
        before = "…" + before.lstrip("".join(mark for mark in before if not cell_len(mark)))
    while cell_len(after) > _AROUND:
        after = after[:-1]
    more = "…" * (place + len(after) < len(line))
    return f"  {before}{after}{more}\n  {' ' * cell_len(before)}^\n"


def _shown(character: str) -> str:
    return character if character.isprintable() else " " if character == "\t" else "\ufffd"
