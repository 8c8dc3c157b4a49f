"""N-Quads lines → N-Triples lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["statements"]


def statements(lines: Iterable[str]) -> Iterator[str]:
    """Yield sorted N-Quads lines as N-Triples lines, each statement once."""
    before = ""
    for line in lines:
        statement = line[: line.rindex(" <")]
        if statement != before:
            before = statement
            yield f"{statement} .\n"
