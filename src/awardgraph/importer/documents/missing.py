"""Libraries that only releases need, and what to say where they are not installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from awardgraph.errors import SourceError

__all__ = ["imported"]


def imported(module: str, where: str) -> Any:
    """Return a module of the extra that reads releases.

    Args:
        where: the document that needs it.

    Raises:
        SourceError: it is not installed; the sentence has the command that does it.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        raise SourceError(
            where,
            None,
            f"needs {error.name}, which is not installed.",
            'Run: python -m pip install "awardgraph[press]"',
        ) from None
