"""Say how far a pattern reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

__all__ = ["reach"]


def reach(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Return where the match of a pattern at a place of a text ends; the place itself where there is none.

    >>> import re
    >>> reach(re.compile("[a-z]+"), "ab 1", 0), reach(re.compile("[a-z]+"), "ab 1", 3)
    (2, 3)
    """
    found = pattern.match(text, at)
    return found.end() if found else at
