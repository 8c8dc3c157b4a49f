"""Which texts may stand as the IRI of something."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["is_slug", "is_web_address"]

#: What no IRI holds unescaped, after RFC 3987: controls, spaces, delimiters, private and non-characters.
_NEVER: Final = r"\x00-\x20\x7f-\xa0<>\"{}|\\^`\[\]%\s\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\U0010ffff"
_CHAR: Final = rf"(?:[^{_NEVER}?#]|%[0-9A-Fa-f]{{2}})"

#: A host and a port, then a path, a query and a fragment. User names and literal IPv6 hosts are refused.
_ADDRESS: Final = re.compile(
    rf"https?://[^{_NEVER}!-,/:;=?@_~#]+(?::[0-9]{{1,5}})?(?:/{_CHAR}*)?(?:\?(?:{_CHAR}|\?)*)?(?:#(?:{_CHAR}|\?)*)?"
)


_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_slug(text: str) -> bool:
    """Return whether a text may be an id: a–z, 0–9 and single hyphens.

    >>> is_slug("koh-libong"), is_slug("Koh Libong")
    (True, False)
    """
    return bool(_SLUG.fullmatch(text))


def is_web_address(text: str) -> bool:
    """Return whether a text is a http(s) address that every RDF reader takes as an IRI.

    >>> is_web_address("https://example.org/ข่าว?id=1"), is_web_address("https://example.org/a[1]")
    (True, False)
    """
    return bool(_ADDRESS.fullmatch(text))
