"""Say whether somebody speaks: with a verb of saying, with ว่า, or in quotation marks beside the name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.acts import Act, Parts
    from awardgraph.importer.press.names import Person

__all__ = ["alone", "quoted", "says_something"]

_QUOTED: Final = re.compile(r"[”\"’']\s?$")
_QUOTES: Final = re.compile(r"[^\n]{0,60}?\s?[“\"‘]")
_THAT: Final = re.compile(r"\sว่า(?!การ|ราช|ด้วย|ที่ร้อย)|(?<=[ก-๎])(?<!ก)ว่า\s")

#: A whole line: what was said, and behind it no more than who said it.
_LINE_QUOTED: Final = re.compile(r"(?:^|\n)\s*[“\"][^\n“”\"]{8,}[”\"]\s?$")
_ENDS_SOON: Final = re.compile(r"[^\n“”\"]{0,80}(?:\n|$)")

#: Behind a name, as far as ว่า with a clause of its own.
_CLAUSE: Final = re.compile(r"(?P<told>[^\n“”\"]{2,100}?[ก-๎ๆ\d]) ?ว่า(?!ง|ว|จ้าง|ที่|การ|ราช|ด้วย|ความ)")

#: Behind a name, as far as a quotation on the same line.
_BEFORE_QUOTES: Final = re.compile(r"[^\n“”\"]{1,110}?\s(?=[“\"])")
_QUOTATION: Final = re.compile(r"[“\"](?P<words>[^\n“”\"]{8,})[”\"]")

#: Another clause begins, whose subject may be somebody else.
_ANOTHER: Final = re.compile(
    r"\s(?:ซึ่ง|ที่(?!ปรึกษา)|โดย|แต่|เพราะ|เนื่อง|หาก|ต่างหาก|และ\S{0,4}มี)|(?<!\S)ที่(?=ประชุม|คณะ)"
)


def alone(text: str, person: Person, parts: Parts) -> str:
    """Return the part of who is named beside a quotation, or at the foot of a release; "" for all others."""
    before = max(0, person.start - 40)
    if parts.said_by.search(text, before, person.start) or parts.answers.match(text, person.end):
        return "speaker"
    if not parts.foot.search(text, before, person.start):
        return ""
    line = text.find("\n", person.end)
    told = parts.acts.search(text, person.end, line if line >= 0 else len(text))
    return "" if told else "official"


def quoted(text: str, act: Act, end: int, person: Person) -> bool:
    """Say whether a verb of saying has words that were said: a quotation on either side, or ว่า behind it."""
    if _QUOTED.search(text[max(0, person.start - 60) : person.start]) or _QUOTES.match(text, act.end):
        return True
    line = text.find("\n", act.end, end)
    if _THAT.search(text, act.end, min(line if line >= 0 else end, act.end + 300)):
        return True
    return text[act.start : act.end] == "กล่าว" and bool(
        re.compile(r"(?:ทิ้งท้าย|ปิดท้าย|สรุป|เพิ่มเติม|ในที่สุด|ในตอนท้าย)?(?=\s*\n|\s*$|[”\"])").match(text, act.end)
    )


def says_something(text: str, people: Sequence[Person], until: int, parts: Parts) -> bool:
    """Say whether people of whom no known verb is told speak: … VERBว่า, or a quotation beside them.

    Any verb with ว่า and a clause is one of saying or of thinking aloud, but for those that tell what was
    found, heard or called so.
    """
    first, at = people[0].start, people[-1].end
    before = text[max(0, first - 600) : first]
    if _LINE_QUOTED.search(before) and _ENDS_SOON.match(text, at):
        return True
    clause = _CLAUSE.match(text, at, until)
    if clause and not parts.no_saying.search(clause["told"]) and not _another(clause["told"], parts):
        return True
    quotes = _BEFORE_QUOTES.match(text, at, until)
    quotation = _QUOTATION.match(text, quotes.end()) if quotes else None
    return bool(
        quotes and quotation and parts.speaks.search(quotation["words"]) and not _another(quotes[0], parts)
    )


def _another(words: str, parts: Parts) -> bool:
    return bool(_ANOTHER.search(words) or parts.turns.search(words + " "))
