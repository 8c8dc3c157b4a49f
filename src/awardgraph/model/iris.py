"""Which texts may stand as the IRI of something."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_web_address"]

#: RFC 3987 without user names and literal IPv6 hosts: a host, a port, then a path, a query, a fragment,
#: of characters that need no escape, and whole %-escapes.
_CHAR: Final = (
    r"(?:[^\x00-\x20\x7f-\xa0<>\"{}|\\^`\[\]%?#\s\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]|%[0-9A-Fa-f]{2})"
)
_ADDRESS: Final = re.compile(
    rf"https?://[^\x00-\x2c\x7f-\xa0/:;<=>?@\[\\\]^_`{{|}}~\s]+(?::[0-9]{{1,5}})?(?:/{_CHAR}*)?"
    rf"(?:\?(?:{_CHAR}|\?)*)?(?:#(?:{_CHAR}|\?)*)?"
)


def is_web_address(text: str) -> bool:
    """Return whether a text is a http(s) address that every RDF reader takes as an IRI.

    >>> is_web_address("https://example.org/ข่าว?id=1"), is_web_address("https://example.org/a[1]")
    (True, False)
    """
    return bool(_ADDRESS.fullmatch(text))
