"""Whose site a web page is: data/register/sites.csv, kept by people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from awardgraph.importer.sources.rows import Row

__all__ = ["add_site", "publisher_of"]

#: A host in small letters, and perhaps the beginning of a path: no protocol, no port, no slash at the end.
_SITE: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^\s/?#]+)*")


def add_site(sites: MutableMapping[str, str], row: Row, is_agency: Callable[[str], bool]) -> None:
    """Add what one row says of a site: host, or host and beginning of the path → id of its publisher.

    Raises:
        SourceError: the site is none or stands there twice, or its publisher is no agency's id.
    """
    site, publisher = row.get("site"), row.get("publisher")
    if not _SITE.fullmatch(site):
        problem = (
            f"{site!r} is no site; expected a host in small letters, perhaps with the beginning of a path."
        )
        raise row.error(problem, "Write www.example.go.th or www.example.org/news.")
    if site in sites:
        raise row.error(f"the site {site} stands in an earlier line already.", "Keep one of them.")
    if not is_agency(publisher):
        raise row.error(
            f"publisher names {publisher!r}, which no agency has as its id.", "Look it up in agencies.csv."
        )
    sites[site] = publisher


def publisher_of(address: str, sites: Mapping[str, str]) -> str | None:
    """Return the publisher of a page; None where nobody says whose site it is.

    The longest site that the address begins with decides, path segments compared as wholes.

    >>> publisher_of("https://un.org/en/desa/a", {"un.org": "un", "un.org/en/desa": "undesa"})
    'undesa'
    """
    parts = urlsplit(address)
    site = f"{parts.hostname or ''}{parts.path}".rstrip("/")
    while site:
        if site in sites:
            return sites[site]
        site = site.rpartition("/")[0]
    return None
