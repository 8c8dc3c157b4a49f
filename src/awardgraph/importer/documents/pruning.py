"""Take out of a page what is not the release: what is hidden, what stands before it, news of others.

A headline of another award is the worst that a text may hold, since nothing in it says that it is
not part of the release. So what looks like a link to another page goes, also where it was none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["prune", "squeezed"]

_NEVER: Final = tuple(
    "script style noscript template iframe object svg button select textarea option marquee dialog nav aside"
    " footer audio video canvas map".split()
)

_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ROLES: Final = frozenset(
    {"navigation", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu"}
)

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = (
    *_HEADINGS, "p", "div", "section", "article", "li", "ul", "ol", "td", "tr", "table", "dl", "dd", "dt",
    "figure", "center",
)  # fmt: skip

#: A short line with which news of others begin.
_OTHER_NEWS: Final = re.compile(
    r"(?:ข่าว|บทความ|เรื่อง|โพสต์|เนื้อหา|กิจกรรม)\S{0,14}?\s?"
    r"(?:ที่เกี่ยวข้อง|อื่น\s?ๆ|ล่าสุด|ยอดนิยม|แนะนำ|ที่น่าสนใจ)|ความคิดเห็น"
    r"|(?:you may (?:also )?like|related|recent|latest|popular|more|other)\b.{0,12}|(?:\d+ )?comments?"
    r"|leave a reply",
    re.IGNORECASE,
)

_MORE: Final = re.compile(
    r"(?:อ่าน|ดู)(?:ต่อ|เพิ่มเติม|รายละเอียด)|รายละเอียด|read more|continue reading|more", re.IGNORECASE
)

#: An excerpt under a headline that is a link has at most so many letters.
_EXCERPT: Final = 400


def squeezed(text: str) -> str:
    """Return a text without spaces, to compare it."""
    return re.sub(r"[\s\u200b\xa0]+", "", text)


def prune(tree: Any, title: str) -> None:
    """Take out of a page (in place) what is not the release that its title names.

    Where the title is shown and no element says which part is the article, the rest is put into one.
    """
    for element in list(tree.iter(*_NEVER)):
        _drop(element)
    for element in list(_hidden(tree)):
        _drop(element)
    heading = _heading(tree, squeezed(title))
    if heading is not None:
        _cut_before(heading)
        _cut_other_news(tree, heading)
    kept = set() if heading is None else {heading, *heading.iterancestors()}
    _drop_teasers(tree, kept)
    _drop_links(tree, kept)
    if heading is not None and next(tree.iter("article", "main"), None) is None:
        body = next(tree.iter("body"))
        article = body.makeelement("article")
        article.extend(list(body))
        body.append(article)


def _drop(element: Any) -> None:
    """Take an element out; what follows it stays."""
    if element.getparent() is not None:
        element.drop_tree()


def _hidden(tree: Any) -> Iterator[Any]:
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in {"html", "body", "head", "meta", "link"}:
            continue
        if (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or element.get("role") in _ROLES
            or _HIDDEN.search(element.get("style") or "")
        ):
            yield element


def _heading(tree: Any, title: str) -> Any:
    """Return the element that shows the title: a heading, else the last line that is the title alone."""
    if not title:
        return None
    for element in tree.iter("h1", *_HEADINGS):
        if squeezed(element.text_content()) == title:
            return element
    shown = [
        element
        for element in tree.iter(*_BLOCKS, "span", "b", "font", "strong")
        if squeezed(element.text_content()) == title
    ]
    return shown[-1] if shown else None


def _cut_before(heading: Any) -> None:
    """Drop what stands before the title, unless the release itself does."""
    before = [
        sibling
        for node in (heading, *heading.iterancestors())
        for sibling in node.itersiblings(preceding=True)
    ]
    before = [element for element in before if element.tag != "head"]
    after = [sibling for node in (heading, *heading.iterancestors()) for sibling in node.itersiblings()]
    if sum(map(_own, after)) < 80 or sum(map(_own, after)) * 4 < max(map(_own, before), default=0):
        return
    for element in before:
        element.tail = None
        _drop(element)
    for node in heading.iterancestors():
        node.text = None


def _cut_other_news(tree: Any, heading: Any) -> None:
    """Drop each part that begins with a line like “related news”, after the title."""
    for element in list(tree.iter(*_BLOCKS, "h1", "strong", "span")):
        words = " ".join(element.text_content().split()).strip(" :.-")
        if len(words) > 40 or not _OTHER_NEWS.fullmatch(words) or element is heading:
            continue
        part = element
        while (parent := part.getparent()) is not None and squeezed(parent.text_content()) == squeezed(words):
            part = parent
        following = list(part.itersiblings())
        if any(heading is node for after in following for node in after.iter()):
            continue
        for after in [*following, part]:
            after.tail = None
            _drop(after)


def _drop_teasers(tree: Any, kept: set[Any]) -> None:
    """Drop headlines that are links, with the excerpt under them, and excerpts that end in “read more”."""
    for heading in list(tree.iter(*_HEADINGS)):
        if heading in kept or _linked(heading) < 0.9:
            continue
        card = heading
        while (
            (parent := card.getparent()) is not None
            and parent not in kept
            and parent.tag != "body"
            and len(squeezed(parent.text_content())) < len(squeezed(heading.text_content())) + _EXCERPT
            and sum(_linked(other) >= 0.9 for other in parent.iter(*_HEADINGS)) == 1
        ):
            card = parent
        _drop(card)
    for link in list(tree.iter("a")):
        if _MORE.fullmatch(" ".join(link.text_content().split()).strip(" .…»>[]")):
            parent = link.getparent()
            while parent is not None and parent.tag not in _BLOCKS:
                parent = parent.getparent()
            short = parent is not None and len(squeezed(parent.text_content())) < _EXCERPT
            _drop(parent if short and parent not in kept else link)


def _drop_links(tree: Any, kept: set[Any]) -> None:
    """Drop blocks that are links and little else."""
    for element in reversed(list(tree.iter(*_BLOCKS, "a"))):
        blocks = element.tag == "a" and any(True for _ in element.iter(*_BLOCKS))
        if element not in kept and (blocks or (element.tag != "a" and _linked(element) >= 0.6)):
            _drop(element)


def _linked(element: Any) -> float:
    """Return which share of an element's letters are links."""
    letters = len(squeezed(element.text_content()))
    return sum(len(squeezed(link.text_content())) for link in element.iter("a")) / letters if letters else 0.0


def _own(element: Any) -> int:
    """Return how many letters of an element, and after it, are no links."""
    if not isinstance(element.tag, str):
        return 0
    letters = len(squeezed(element.text_content()))
    return round(letters * (1 - _linked(element))) + len(squeezed(element.tail or ""))
