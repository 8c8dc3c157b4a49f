"""Everything that awardgraph raises on purpose.

    AwardGraphError
      UsageError         a wrong argument: an unknown entity, a folder that is not there
      SourceError        a source says what it may not: file, line, what was expected
      GraphError         a graph on disk cannot be opened, read or written
        LockedError      somebody else is writing it, and who
      QueryError         a query is refused: line, column and the nearest known term

An error carries its parts and builds its sentence from them; the command line turns each
class into an exit code, and nothing else in the package ends the process.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AwardGraphError",
    "GraphError",
    "LockedError",
    "QueryError",
    "SourceError",
    "UsageError",
    "nearest",
]


class AwardGraphError(Exception):
    """Base of every error that awardgraph raises on purpose."""


class UsageError(AwardGraphError):
    """A wrong argument; the message says which and what would do."""


class SourceError(AwardGraphError):
    """A source cannot be read, or says what it may not.

    Attributes:
        where: the file as the user named it.
        line: 1-based line in the file, or None where the whole file is meant.
        problem: what is wrong, and what was expected.
        remedy: what to do about it; may be empty.
    """

    def __init__(self, where: str, line: int | None, problem: str, remedy: str = "") -> None:
        super().__init__(where, line, problem, remedy)
        self.where, self.line, self.problem, self.remedy = where, line, problem, remedy

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        return f"{place}: {self.problem}" + (f" {self.remedy}" if self.remedy else "")


class GraphError(AwardGraphError):
    """A graph on disk cannot be opened, read or written.

    Attributes:
        location: its path.
        problem: what is wrong with it, and what to do.
    """

    def __init__(self, location: object, problem: str) -> None:
        super().__init__(location, problem)
        self.location, self.problem = str(location), problem

    def __str__(self) -> str:
        return f"{self.location}: {self.problem}"


class LockedError(GraphError):
    """Another process is writing the graph; the message names it."""


class QueryError(AwardGraphError):
    """A query is refused.

    Attributes:
        problem: what is wrong.
        line: 1-based line in the query, or None.
        column: 1-based column, in characters, or None.
        remedy: the nearest known term, or what to do; may be empty.
    """

    def __init__(
        self, problem: str, line: int | None = None, column: int | None = None, remedy: str = ""
    ) -> None:
        super().__init__(problem, line, column, remedy)
        self.problem, self.line, self.column, self.remedy = problem, line, column, remedy

    def __str__(self) -> str:
        place = f"line {self.line}, column {self.column}: " if self.line else ""
        return f"query: {place}{self.problem}" + (f" {self.remedy}" if self.remedy else "")


def nearest(word: str, known: Iterable[str], frame: str = "Did you mean {}?") -> str:
    """Return a sentence with the known word closest to the one given, or an empty string.

    >>> nearest("recipent_th", ["recipient_th", "level_th"])
    'Did you mean recipient_th?'
    """
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return frame.format(found[0]) if found else ""
