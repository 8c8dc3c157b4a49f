"""Read the post behind a name, and find where its holder is told of by the post alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.names import Person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.acts import Parts

__all__ = ["post_of", "told_by_post"]

_LINE: Final = re.compile("\n")
_ENDS: Final = re.compile(r"\s(?:และ|พร้อม|จาก|ในงาน|ใน|ผ่าน|เมื่อ|ณ)|และ$|พร้อมด้วย|พร้อมทั้ง")

#: A post that is shorter may be anybody's: อธิบดี, ผู้อำนวยการ.
_SHORTEST: Final = 14

#: A short form of a post: ผู้ว่าฯ, รองโฆษกฯ.
_CUT: Final = re.compile(r"ฯ(?![ก-๎])")
_POST: Final = re.compile(r"(?:[^ก-๎]|\A)([ก-๎]{3,24})\Z")

#: What may stand right before a post whose holder does something; any other letter makes it another post.
_OPENS: Final = re.compile(r"(?:^|[^ก-๎.]|โดย|และ|กับ|จาก|มี|ให้|ด้าน|ซึ่ง|ขณะที่|ท่าน)$")
_THAI: Final = re.compile("[ก-๎]")


def post_of(text: str, person: Person, parts: Parts) -> str:
    """Return the post behind a name, as printed; empty where none stands there."""
    stop = min(len(text), person.end + 160)
    if not parts.names.role.match(text[person.end : stop].lstrip(" (")):
        return ""
    for pattern in (_LINE, parts.acts, parts.names.full):
        if found := pattern.search(text, person.end, stop):
            stop = found.start()
    return _ENDS.split(text[person.end : stop].strip())[0].strip(" (),")


def told_by_post(text: str, people: Sequence[Person], parts: Parts) -> Iterator[Person]:
    """Yield where people of a clean text are told of by the post that stands behind their name in full.

    A post of two people is nobody's, and one behind a name is told of who bears it.
    """
    posts = {person.given: post_of(text, person, parts) for person in reversed(people) if person.surname}
    ends = [person.end for person in people]
    cut = [*_cut(text)] if posts else []
    for given, post in posts.items():
        others = [other for one, other in posts.items() if one != given]
        places: list[tuple[int, int]] = []
        if len(post) >= _SHORTEST and post not in others:
            places += _places(text, post)
        role = parts.names.role.match(post)
        if role:
            short = [(words, place) for words, place in cut if post.startswith(words)]
            places += [place for words, place in short if not any(one.startswith(words) for one in others)]
        for start, end in places:
            if _alone(text, start, end, ends, parts):
                yield Person(start, start, end, "", given, "")


def _cut(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the short forms of posts, without their sign, and where they stand with it."""
    for sign in _CUT.finditer(text):
        if found := _POST.search(text[max(0, sign.start() - 25) : sign.start()]):
            yield found[1], (sign.start() - len(found[1]), sign.end())


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand."""
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))


def _alone(text: str, start: int, end: int, ends: Sequence[int], parts: Parts) -> bool:
    """Say whether a post stands for its holder: behind no name, and no part of a longer post."""
    if any(0 <= start - other <= 3 for other in ends) or not _OPENS.search(text[max(0, start - 8) : start]):
        return False
    if not _THAI.match(text, end):
        return True
    begins = parts.begins.match(text, end)
    return any(parts.acts.match(text, verb) for verb in {end, begins.end() if begins else end})
