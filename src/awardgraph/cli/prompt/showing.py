"""Answers and errors on the screen."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING, Final

from awardgraph.cli.output import say, write
from awardgraph.cli.prompt.lexing import scan

if TYPE_CHECKING:
    from awardgraph.errors import QueryError

__all__ = ["pointed", "show", "warn"]

#: What stands before a line of the query, and as wide below it: its number and a rule.
_RULE: Final = " │ "


def show(content: bytes) -> None:
    """Write an answer; what is longer than the screen goes through less, if that is there."""
    pager = shutil.which("less")
    if not (pager and sys.stdout.isatty()) or content.count(b"\n") < shutil.get_terminal_size().lines:
        write(content)
        return
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the pager
    try:
        words = {"LESSCHARSET": "utf-8"} | os.environ
        subprocess.run([pager, "-R"], input=content, env=words, check=False)  # noqa: S603 found on the path
    finally:
        signal.signal(signal.SIGINT, heard)


def warn(words: str) -> None:
    """Say what went wrong, in red where the terminal has colours, and broken between words where it ends."""
    colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
    if sys.stderr.isatty():
        # Counted in code points, so that lines of Thai end a little early.
        width = shutil.get_terminal_size().columns - len("✗ ")
        words = textwrap.fill(words, width, break_long_words=False, break_on_hyphens=False)
    say(f"\x1b[31m✗\x1b[0m {words}" if colour else f"✗ {words}")


def pointed(query: str, error: QueryError, width: int) -> str:
    """Return the line of a query that an error is about, with carets below its place.

    Units: the width is in terminal cells; a long line is cut around the place.

    >>> from awardgraph.errors import QueryError
    >>> print(pointed("ASK { ?ป้า foo:a 1 }", QueryError("…", 1, 12), 60))
    1 │ ASK { ?ป้า foo:a 1 }
      │           ^^^^^
    """
    from rich.cells import cell_len

    if not error.line or not error.column:
        return ""
    written = [*query.split("\n"), ""][min(error.line - 1, query.count("\n") + 1)]
    start = min(error.column - 1, len(written))
    end = next((part.end for part in scan(written) if part.start <= start < part.end), start)
    # A tab or an escape sequence takes one cell here, so that the caret stands where it should.
    safe = "".join(" " if letter == "\t" else letter if letter.isprintable() else "�" for letter in written)
    number = str(error.line)
    room = max(width - len(number) - len(_RULE) - 1, 10)
    first = 0
    while cell_len(safe[first : max(end, start + 1)]) > room and first < start:
        first += 1
    last = len(safe)
    while last > start and cell_len(safe[first:last]) > room:
        last -= 1
    carets = "^" * max(1, cell_len(safe[start : min(end, last)]))
    return (
        f"{number}{_RULE}{safe[first:last]}\n"
        f"{' ' * len(number)}{_RULE}{' ' * cell_len(safe[first:start])}{carets}"
    )
