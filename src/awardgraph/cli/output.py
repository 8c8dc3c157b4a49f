"""Data on stdout, words on stderr."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

__all__ = ["progress", "say", "table", "write"]


def say(*words: str, sep: str = " ") -> None:
    """Print words for a person, on stderr."""
    print(*words, sep=sep, file=sys.stderr)


def write(content: bytes) -> None:
    """Write data to stdout, as UTF-8 whatever the console's code page; end quietly where nobody reads on."""
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader (head, less) has seen enough; Python must not complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except (OSError, AttributeError) as error:
        message = f"the answer cannot be written: {error}."
        raise UsageError(message) from error


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, whole: Sequence[str] = ()) -> str:
    """Return rows as aligned columns under a header, cut to the width of a terminal.

    Units: widths are terminal cells, so Thai vowels and tone marks above or below take none.

    Args:
        whole: headers of the columns that are not cut, such as what a person will copy.
    """
    from rich.cells import cell_len, set_cell_size

    from awardgraph.model.language import printable

    lines = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(cell_len, column)) for column in zip(header, *lines, strict=True)]
    if sys.stdout.isatty():
        terminal = shutil.get_terminal_size().columns
        cut = [n for n, name in enumerate(header) if name not in whole]
        room = terminal - 2 * (len(widths) - 1) - sum(w for n, w in enumerate(widths) if n not in cut)
        # What is whole may run on into the next line rather than leave nothing of the rest.
        fitted = _fitted([widths[n] for n in cut], max(room, terminal // 2) if whole else room)
        widths = [fitted[cut.index(n)] if n in cut else width for n, width in enumerate(widths)]

    def cell(text: str, width: int) -> str:
        return set_cell_size(text, width - 1) + "…" if cell_len(text) > width else set_cell_size(text, width)

    drawn = [header, ["─" * width for width in widths], *lines]
    return "".join("  ".join(map(cell, line, widths)).rstrip() + "\n" for line in drawn)


def _fitted(widths: list[int], room: int) -> list[int]:
    """Return the widths with the widest ones cut down until they fit."""
    while sum(widths) > room and max(widths) > 8:
        widest = widths.index(max(widths))
        widths[widest] -= 1
    return widths


@contextmanager
def progress(title: str, steps: int) -> Iterator[Callable[[str], None]]:
    """Show a progress bar on a terminal; elsewhere nothing. Yield what to call before each step."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=steps)

        def step(name: str) -> None:
            bar.update(task, description=f"{title} {name}", advance=1)

        yield step
