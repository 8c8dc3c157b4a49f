"""Turn lists of words into patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["alternatives"]


def alternatives(words: Iterable[str], *, patterns: bool = False) -> str:
    """Return a pattern of words, the longest first; blanks in them match any white space."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(ordered) if patterns else _branching(ordered)


def _branching(words: Iterable[str]) -> str:
    """Return a pattern of words, the longest first, asking once for what several begin with."""
    behind: dict[str, list[str]] = {}
    for word in words:
        behind.setdefault(word[:1], []).append(word[1:])
    branches = [
        (r"\s*" if first == " " else re.escape(first)) + (_branching(rest) if any(rest) else "")
        for first, rest in behind.items()
    ]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
