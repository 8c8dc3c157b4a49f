"""Cut a release into its title, its lead, its paragraphs and the tree of its lists."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.enumerating import BULLET, ROW, Mark, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Node", "Outline", "outline"]

#: What stands around a release and tells nothing of its own: a line that matches wholly.
_FURNITURE: Final = re.compile(
    r"พิมพ์|\.{2,}|[*.\-_=#~|:+\s]+|[*.\-_=]{3,}.*|ที่มา\s*:.*|\d+(?:\s+\d+)*"
    r"|(?:โทร(?:ศัพท์|สาร)?|Facebook|Twitter|Call Center|Line|E-?mail|Website|เว็บไซต์)\s*[.:].*"
)

_WEEKDAY: Final = r"(?:วัน\S+ที่\s*)?"
_MONTH: Final = r"(?:[ก-ฮ]\.\s?[ก-ฮ]\.|(?:เม|มิ)\.\s?[ก-ฮ]\.|[ก-๎]{5,10})"
_DATELINE: Final = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}}\s*{_MONTH}\s*\d{{4}})(?:\s+\d[\d\s]*)?|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
)

#: The site's name before the title of a page.
_SITE: Final = re.compile(r"รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-")

#: Lines shorter than this that follow each other were broken by hand.
_WRAPPED: Final = 110

_CONTINUES: Final = re.compile(
    r"(?:รางวัล(?!นี้|ดังกล่าว)|ประเภท|สาขา|ระดับ|(?:จาก|ชื่อ)?ผลงาน|เรื่อง|โครงการ|และ\s|โดย(?!ใน|ปี))"
)


@dataclass(slots=True, eq=False)
class Node:
    """A part of a release: a title, a paragraph, or an item of a list with what stands under it.

    Attributes:
        kind: title, lead, body or item.
        start, end: its own words, half-open, in the clean text; those of its children follow.
        number: the numbers of an item, outermost first; empty elsewhere.
        children: the items under it.
    """

    kind: str
    start: int
    end: int
    number: tuple[int, ...] = ()
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a release in order, and the day of publication as printed ("" where it has none)."""

    nodes: tuple[Node, ...]
    published: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    apart: bool = False  # whether an empty line stands before it


def outline(text: str) -> Outline:
    """Return the tree of a clean text; titles that stand twice are there once."""
    lines, published = _content(text)
    if not lines:
        return Outline((), published)
    titles, body = _titles(lines)
    best = max(titles, key=lambda line: line.end - line.start)
    nodes = [Node("title", best.start, best.end)]
    starts = _paragraphs(body)
    if starts:
        nodes += _tree(text, starts, body)
    return Outline(tuple(nodes), published)


def _content(text: str) -> tuple[list[_Line], str]:
    """Return the lines that tell something, and the day on the dateline."""
    lines: list[_Line] = []
    published = ""
    for found in re.finditer(r"[^\n]*\S", text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        if (site := _SITE.match(text, start)) and not lines:
            start = site.end()
        words = text[start : found.end()]
        if len(lines) < 4 and (day := _DATELINE.fullmatch(words)):
            published = published or day["day"] or ""
            continue
        if words and not _FURNITURE.fullmatch(words):
            apart = bool(lines) and text.count("\n", lines[-1].end, start) > 1
            lines.append(_Line(start, found.end(), words, apart))
    return lines, published


def _titles(lines: list[_Line]) -> tuple[list[_Line], list[_Line]]:
    """Return the lines that are the title, whole or cut off, and the rest."""
    first = " ".join(lines[0].text.split())
    if len(lines) > 1 and len(first) > 400:
        return [_Line(lines[0].start, lines[0].start, "")], lines
    count = 1
    for line in lines[1:4]:
        words = " ".join(line.text.split())
        if not ((words.startswith(first) and len(words) < len(first) * 1.5) or first.startswith(words)):
            break
        count += 1
    return lines[:count], lines[count:]


#: A line shorter than this may be the heading of a list.
_SHORT: Final = 100

#: The first item of a list; a short line before it says whose list it is.
_FIRST: Final = re.compile(rf"\(?(?:1|ก(?=\)|\.\s)|a)[.)]|{BULLET}|{ROW.pattern}")


def _paragraphs(body: list[_Line]) -> list[int]:
    """Return where paragraphs and lines with a number begin; lines broken by hand are joined."""
    starts: list[int] = []
    before = 0
    for line, following in zip(body, [*body[1:], None], strict=False):
        heads = following is not None and _FIRST.match(following.text) and not _FIRST.match(line.text)
        if (
            (starts and heads and len(line.text) < _SHORT)
            or not (0 < before < _WRAPPED and len(line.text) < _WRAPPED * 1.4)
            or line.apart
            or not starts
        ):
            starts.append(line.start)
        before = len(line.text)
    return starts


def _tree(text: str, starts: list[int], body: list[_Line]) -> list[Node]:
    """Return the paragraphs with the lists that hang on them."""
    end = body[-1].end
    enumerated = marks_of(text, body[0].start, end, {line.start for line in body})
    taken = {mark.start for mark in enumerated}
    apart = {line.start for line in body if line.apart}
    marks = sorted(
        [Mark(start, start) for start in starts if start not in taken] + list(enumerated),
        key=lambda mark: mark.start,
    )
    roots: list[Node] = []
    open_: list[tuple[Mark, Node]] = []
    for at, mark in enumerate(marks):
        until = marks[at + 1].start if at + 1 < len(marks) else end
        if mark.number:
            former = next((i for i in range(len(open_) - 1, -1, -1) if mark.continues(open_[i][0])), None)
            if former is not None:
                del open_[former:]
            while former is None and open_ and not mark.opens(open_[-1][0]):
                open_.pop()
            node = Node("item", mark.end, until, mark.number)
            if not roots and until not in apart:
                roots.append(Node("lead", mark.start, mark.start))  # the list of the title
            (open_[-1][1].children if open_ else roots[-1].children if roots else roots).append(node)
            open_.append((mark, node))
            continue
        part = _part(text, mark, until, marks[at + 1 : at + 2])
        heading = bool(open_ or part) and _heading(text, mark, until, marks[at + 1 :], part)
        if heading:
            del open_[max(_going_on(marks[at + 1 :], open_), _above(text, open_, part)) :]
            node = Node("item" if open_ else "body" if roots else "lead", mark.start, until)
            (open_[-1][1].children if open_ else roots).append(node)
            if part or open_:
                open_.append((mark, node))
            continue
        later = next((other for other in marks[at + 1 :] if other.number), None)
        goes_on = mark.start not in apart and _CONTINUES.match(text, mark.start)
        if open_ and (_goes_on(later, open_) or goes_on):
            open_[-1][1].end = until
            continue
        open_.clear()
        roots.append(Node("body" if roots else "lead", mark.start, until))
    return roots


def _heading(text: str, mark: Mark, until: int, later: list[Mark], part: int) -> bool:
    """Say whether a short paragraph is the heading of the list, or of the headings, right behind it."""
    below = bool(part) and bool(later) and not later[0].number and _rank(text, later[0].start) > part
    return (bool(later and later[0].opening) or below) and len(text[mark.start : until].strip()) < _SHORT


#: Words that the headings of an award's parts begin with, the widest part first.
_PARTS: Final = (
    re.compile(r"[\s•\-]*(?:รางวัล)?สาขา"),
    re.compile(r"\s*(?:รางวัล)?ประเภท"),
    re.compile(r"\s*ระดับ"),
)


def _rank(text: str, at: int) -> int:
    """Return which part of an award a line begins with: 1 branch, 2 category, 3 level, 0 none."""
    return next((rank for rank, word in enumerate(_PARTS, 1) if word.match(text, at)), 0)


def _part(text: str, mark: Mark, until: int, later: list[Mark]) -> int:
    """Return the rank of a short line that names a part of an award and stands above a list or a heading."""
    short = len(text[mark.start : until].strip()) < _SHORT
    return _rank(text, mark.start) if short and later else 0


def _above(text: str, open_: list[tuple[Mark, Node]], part: int) -> int:
    """Return how many of the open nodes stand above a heading: they name a wider part of an award."""
    if not part:
        return 0
    wider = [at for at, (_, node) in enumerate(open_) if 0 < _rank(text, node.start) < part]
    return wider[-1] + 1 if wider else 0


def _going_on(later: list[Mark], open_: list[tuple[Mark, Node]]) -> int:
    """Return how many of the open lists go on behind a heading: an item follows that continues them."""
    for at in range(len(open_) - 1, -1, -1):
        of_list = (o for o in later if o.number and o.style == open_[at][0].style)
        following = next(of_list, None)
        if following is not None and not following.bullet and following.continues(open_[at][0]):
            return at + 1
    return 0


def _goes_on(later: Mark | None, open_: list[tuple[Mark, Node]]) -> bool:
    return later is not None and not later.bullet and any(later.continues(mark) for mark, _ in open_)
