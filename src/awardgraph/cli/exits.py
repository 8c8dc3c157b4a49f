"""Errors → exit codes, and the one place that catches them."""

from __future__ import annotations

import os
import sys
from typing import Final

from awardgraph.errors import AwardGraphError, GraphError, QueryError, SourceError, UsageError

__all__ = ["CODES", "main"]

#: 0 is done, 1 a crash (our bug), 3 findings, 7 a limit (limits.py); the nearest class here decides.
CODES: Final[dict[type[AwardGraphError], int]] = {UsageError: 2, SourceError: 4, GraphError: 5, QueryError: 6}


def exit_code(error: AwardGraphError) -> int:
    """Return the exit code of an error: that of its nearest class.

    >>> exit_code(SourceError("a.csv", 3, "no scheme."))
    4
    """
    return next(CODES[cls] for cls in type(error).__mro__ if cls in CODES)


def main() -> None:
    """Run the command line and end the process with its exit code."""
    from awardgraph.cli.app import app

    if "_AWARDGRAPH_COMPLETE" in os.environ:
        from awardgraph.cli.completing import prepare

        prepare(os.environ)
    try:
        app()
    except AwardGraphError as error:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        mark = "\x1b[31mawardgraph:\x1b[0m" if colour else "awardgraph:"
        print(mark, error, file=sys.stderr)
        sys.stderr.write("".join(getattr(error, "__notes__", ())))
        sys.exit(exit_code(error))
