"""The query that somebody gave, as text, in a file or through standard input, and what is wrong with it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from awardgraph.errors import QueryError, SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["pointing", "read_query", "text_of"]

#: Longer texts are no names of files, and some systems refuse to look for them.
_LONGEST_PATH: Final = 200


@contextmanager
def pointing(text: str) -> Iterator[None]:
    """Draw the place of what is wrong in a query below the error."""
    try:
        yield
    except QueryError as error:
        from awardgraph.cli.carets import pointed

        error.add_note(pointed(text, error))
        raise


def read_query(path: Path) -> str:
    """Return the text of a query file.

    Raises:
        UsageError: it cannot be read.
        SourceError: it is not UTF-8.
    """
    try:
        return _decoded(path.read_bytes(), str(path))
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise UsageError(message) from error


def text_of(question: str | None) -> str:
    """Return the query that the user gave: as text, in a file, or through standard input.

    Raises:
        UsageError: nothing was given, or there is no such file.
        SourceError: it is not UTF-8.
    """
    if question == "-" or (question is None and sys.stdin and not sys.stdin.isatty()):
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if question is None:
        message = "what is the question? Give SPARQL, a file of it, or - for standard input."
        raise UsageError(message)
    if "{" in question or len(question) > _LONGEST_PATH:
        return question
    path = Path(question)
    if path.is_file():
        return _decoded(path.read_bytes(), question)
    if path.suffix == ".rq":
        message = f"{question}: there is no such file."
        raise UsageError(message)
    return question


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(where, line, "the query is not UTF-8.", "Save it as UTF-8.") from None
