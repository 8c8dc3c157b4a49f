"""Web pages: the release without what stands around it, and what a page says of itself."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.encodings import decode
from awardgraph.importer.documents.lines import lines_of
from awardgraph.importer.documents.missing import imported
from awardgraph.importer.documents.pruning import prune, squeezed
from awardgraph.model.calendar import Calendar
from awardgraph.model.dates import read_when

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.model.calendar import When

__all__ = ["PageText", "is_page", "read_page"]

#: How a page begins, after what may stand before its first tag.
_BEGINNING: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s|<\?xml[^>]*>|<!--.*?-->)*+"
    rb"<(?:!doctype\s+html|html|head|meta|title|body|div|p|article|section|table|h1)[\s>]",
    re.IGNORECASE | re.DOTALL,
)

_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)

#: A parser that is given text knows its encoding; what an XML declaration says would only confuse it.
_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")

#: Marks that change how words look and no more; Thai words may break at none of them.
_LOOKS: Final = tuple("b strong i em u s span font mark small big sup sub tt bdi bdo ins abbr wbr".split())

_ARTICLES: Final = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "PressRelease", "ReportageNewsArticle"}
)

#: The clock of Thailand, by which a day of publication is meant.
_BANGKOK: Final = timezone(timedelta(hours=7))


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page and what it says of itself; see Document."""

    text: str
    title: str
    published: When | None
    url: str


def is_page(data: bytes) -> bool:
    """Tell whether bytes begin like a web page, in whatever encoding.

    >>> is_page(b"<!-- saved --> <HTML lang=th>"), is_page("รางวัล <html>".encode())
    (True, False)
    """
    start = data[:4096]
    return bool(
        _BEGINNING.match(start.replace(b"\0", b"") if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else start)
    )


def read_page(data: bytes, where: str) -> PageText:
    """Return the release on a page: without menus, related news, comments and what is hidden.

    Raises:
        SourceError: its encoding cannot be told, or it holds no text beside links.
    """
    html = imported("lxml.html", where)
    trafilatura = imported("trafilatura", where)
    declared = _CHARSET.search(data[:4096])
    source = decode(data, where, declared[1].decode() if declared else "")
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", source))
    except (html.etree.ParserError, ValueError) as error:
        raise SourceError(
            where, None, f"is no page that can be read ({error}).", "Save it as text."
        ) from None
    title, published, url = _title(tree), _published(tree), _url(tree)
    prune(tree, title)
    html.etree.strip_tags(tree, *_LOOKS)
    chosen = trafilatura.bare_extraction(tree, include_comments=False, favor_recall=False)
    lines = lines_of(chosen.body if chosen is not None else tree)
    if not lines:
        raise SourceError(where, None, "holds no text beside links.", "Name the page of one release.")
    if title and squeezed(title) not in squeezed("".join(lines[:3])):
        lines.insert(0, title)
    return PageText("\n".join(lines), title, published, url)


def _meta(tree: Any, name: str) -> str:
    """Return the content of a meta element that has a name, property or itemprop."""
    for element in tree.iter("meta"):
        if name in {element.get("property"), element.get("name"), element.get("itemprop")}:
            return " ".join((element.get("content") or "").split())
    return ""


def _title(tree: Any) -> str:
    """Return the headline: the heading that the page's own title names, else that title."""
    named = [_meta(tree, "og:title"), " ".join((tree.findtext(".//title") or "").split())]
    for heading in tree.iter("h1", "h2"):
        text = " ".join(heading.text_content().split())
        if len(text) > 9 and any(squeezed(text) in squeezed(name) for name in named):
            return text
    return next(filter(None, named), "")


def _url(tree: Any) -> str:
    links = [
        link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    return next(
        (url.strip() for url in [*links, _meta(tree, "og:url")] if re.match(r"\s*https?://\S+$", url)), ""
    )


def _published(tree: Any) -> When | None:
    """Return the day on which a page says that it was published; not when it was changed."""
    told = [_meta(tree, "article:published_time"), *_dates_in_json(tree), _meta(tree, "datePublished")]
    told += [
        time.get("datetime") or "" for time in tree.iter("time") if time.get("itemprop") == "datePublished"
    ]
    return next((day for day in map(_day, told) if day), None)


def _dates_in_json(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json":
            continue
        try:
            waiting = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            thing = waiting.pop()
            if isinstance(thing, list):
                waiting += thing
            elif isinstance(thing, dict):
                kinds = thing.get("@type")
                if _ARTICLES.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                    yield str(thing.get("datePublished") or "")
                waiting += [thing["@graph"]] if "@graph" in thing else []


def _day(told: str) -> When | None:
    """Return the day of a moment, by the clock of Thailand; a day or month without a clock as it is."""
    found = re.match(r"(\d{4})((?:-\d\d){1,2})(.*)", told.strip())
    if not found:
        return None
    year, rest, clock = found.groups()
    buddhist = int(year) > 2400
    day = f"{int(year) - 543 * buddhist}{rest}"
    try:
        if clock and (moment := datetime.fromisoformat(day + clock)).tzinfo is not None:
            day = moment.astimezone(_BANGKOK).date().isoformat()
        when = read_when(day)
    except ValueError:
        return None
    return replace(when, calendar=Calendar.BUDDHIST) if buddhist else when
