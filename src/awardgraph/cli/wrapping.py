"""Lines for a terminal: broken to its width, between words and between Thai syllables."""

from __future__ import annotations

import re
import shutil
import sys
from typing import Final

__all__ = ["columns", "wrapped"]

#: What colours a text on a terminal; it takes no room there.
_COLOUR: Final = re.compile(r"\x1b\[[\d;]*m")

#: What is copied from a terminal: an identifier, an address, a word in Latin letters; and all else.
_WHOLE: Final = re.compile(r"[!-~]+|[^!-~]+")

_LATIN: Final = frozenset(map(chr, range(0x21, 0x7F)))

#: What never ends a line, and what never begins one.
_OPENING: Final = frozenset("“‘([{")
_CLOSING: Final = frozenset("”’)]},.;:…")


def columns() -> int:
    """Return how many cells a line of the terminal has; 0 where stdout is not one, so that nothing wraps."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def wrapped(text: str, indent: int, width: int) -> str:
    r"""Return a line broken to a width in cells, at spaces or between Thai syllables; 0 leaves it whole.

    Identifiers, addresses and Latin words stay whole, even where one is longer than a line.

    Args:
        indent: cells before what continues the line.

    >>> wrapped("รางวัลเลิศรัฐ กรมอนามัย", 2, 16)
    'รางวัลเลิศรัฐ\n  กรมอนามัย'
    """
    from awardgraph.exporters.views.labels import broken
    from awardgraph.exporters.views.labels import width as cells

    plain = _COLOUR.sub("", text)
    if not width or cells(plain) <= width:
        return text
    margin = len(plain) - len(plain.lstrip(" "))
    line, rest = broken(_pieces(plain[margin:]), max(width - margin, 1))
    ends = [margin]
    while rest:
        # A space before a word that is longer than a line is no line of its own.
        if "".join(line).isspace() and len(ends) > 1:
            ends[-1] += len(line)
        else:
            ends.append(ends[-1] + len("".join(line)))
        line, rest = broken(rest, max(width - indent, 1))
    # The colours are put back where they stood, after the ends of lines were found without them.
    for end in reversed(ends[1:]):
        cut = _with_colours(text, end)
        text = f"{text[:cut].rstrip(' ')}\n{' ' * indent}{text[cut:].lstrip(' ')}"
    return text


def _pieces(text: str) -> list[str]:
    """Return what a line must not be broken within: words in Latin letters, Thai letters with their marks."""
    from awardgraph.exporters.views.labels import clusters

    pieces: list[str] = []
    for run in _WHOLE.findall(text):
        for piece in [run] if run[0] in _LATIN else clusters(run):
            if pieces and (piece[0] in _CLOSING or pieces[-1][-1] in _OPENING):
                pieces[-1] += piece
            else:
                pieces.append(piece)
    return pieces


def _with_colours(text: str, end: int) -> int:
    """Return where in a text the character stands that is the end-th of those that can be seen."""
    for colour in _COLOUR.finditer(text):
        if colour.start() >= end:
            break
        end += len(colour[0])
    return end
