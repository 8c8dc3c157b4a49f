"""Texts that people open in a spreadsheet: no cell may become a formula."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["guarded"]

#: What a spreadsheet takes for the beginning of a formula, behind whatever it may pass over; after
#: OWASP's page on CSV injection, with the wide signs that Excel reads as the narrow ones.
_FORMULA: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*"
    r"[=+\-@\uff0b\uff0d\uff1d\uff20\u2212]|[\t\r\n]"
)


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: an apostrophe stands before it if need be.

    >>> guarded("=1+1"), guarded("a=1")
    ("'=1+1", 'a=1')
    """
    return "'" + text if _FORMULA.match(text) else text
