"""The lines of a tree of paragraphs, lists and tables, in the words of HTML or of trafilatura."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final

from awardgraph.importer.documents.word import CELLS

__all__ = ["lines_of"]

_BREAKS: Final = frozenset({"br", "lb"})
_ITEMS: Final = frozenset({"li", "item"})
_ROWS: Final = frozenset({"tr", "row"})
_CELLS: Final = frozenset({"td", "th", "cell"})
_LISTS: Final = frozenset({"ul", "ol", "list"})
_BLOCKS: Final = frozenset(
    "p div section article main header h1 h2 h3 h4 h5 h6 head blockquote quote pre code table tbody thead"
    " dl dt dd figure figcaption caption center address body html doc form fieldset details summary".split()
) | _ITEMS | _ROWS | _CELLS | _LISTS  # fmt: skip


@dataclass(slots=True)
class _Lines:
    done: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def close(self) -> None:
        """End a line."""
        line = " ".join("".join(self.words).split())
        self.words.clear()
        if line:
            self.done.append(line)


def lines_of(tree: Any) -> list[str]:
    """Return a line for each paragraph, item of a list and row of a table, without empty ones.

    The items of a numbered list have their numbers, as a browser shows them. Cells that are a line each
    stand in one line.
    """
    lines = _Lines()
    _walk(tree, lines, ())
    lines.close()
    return lines.done


def _walk(element: Any, lines: _Lines, number: tuple[int, ...]) -> None:
    tag = element.tag
    if not isinstance(tag, str):  # a comment
        return
    if tag in _ROWS:
        lines.close()
        lines.done += _row(element)
        return
    if tag in _BREAKS or tag in _BLOCKS:
        lines.close()
    if tag in _ITEMS and number:
        lines.words.append(".".join(map(str, number)) + (". " if len(number) == 1 else " "))
    lines.words.append(element.text or "")
    count = 0
    numbered = tag == "ol" or (tag == "list" and element.get("rend") == "ol")
    for child in element:
        within = number
        if tag in _LISTS and child.tag in _ITEMS:
            count += 1
            within = (*number, count) if numbered else ()
        _walk(child, lines, within)
        lines.words.append(child.tail or "")
    if tag in _BLOCKS:
        lines.close()


def _row(element: Any) -> list[str]:
    """Return a row as one line, or, where cells hold paragraphs, theirs: such a table is for the layout."""
    cells = [lines_of(cell) for cell in element if cell.tag in _CELLS]
    told = [cell for cell in cells if cell]
    if any(len(cell) > 2 for cell in told) or len(told) < 2:
        return [line for cell in told for line in cell]
    return [CELLS.join(" ".join(cell) for cell in cells)]
