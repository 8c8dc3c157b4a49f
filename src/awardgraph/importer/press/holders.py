"""Read who is listed from a place on: bodies, people, and what only a list of winners tells to be one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.names import find_people
from awardgraph.importer.press.reach import reach
from awardgraph.importer.press.winners import PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.bodies import Bodies
    from awardgraph.importer.press.names import Names

__all__ = ["WHERE", "Holding", "everyday", "holders", "holders_in_lines", "person_at"]

#: Signs before an item of a list.
_ITEM: Final = re.compile(r"(?:[^\sก-๎A-Za-z\d(\"“]+|\(?\d{1,2}[.)])\s*")
_LINE: Final = re.compile(r"[^\n]*\n\s*")

#: Behind one who is listed: where that is, how it is called for short, its score.
WHERE: Final = re.compile(
    r"(?:\s?\([^)\n]{1,60}\)|\s(?:จังหวัด|อำเภอ|ตำบล|เขต|แขวง|จ\.|อ\.|ต\.)\s?[ก-๎]{2,25}(?=[\s,(]|$)"
    r"|\s?กรุงเทพ(?:มหานคร|ฯ))*"
)
_JOINT: Final = re.compile(r"\s*(?:,\s*(?:และ|กับ)?|และ|กับ|รวมถึง|รวมทั้ง|ตลอดจน)\s*(?:\d{1,2}[.)]\s*)?")

#: An everyday word is no name where such a word follows it.
_NO_NAME: Final = re.compile(
    r"ที่|ใด|ต่าง|ทั้ง|ละ(?!คร)|นี้|นั้น|ผู้|ซึ่ง|ไหน|อื่น|ของ|ไทย|เรา|ๆ|เป้าหมาย|ดังกล่าว|ขนาด|และ|หรือ|งาน|ต้นแบบ|ดีเด่น|ตัวอย่าง|จาก|ใน|ทั่ว"
)

#: Nor is what is described, or goes on for longer.
_DESCRIBES: Final = re.compile("ต้นแบบ|ดีเด่น|ตัวอย่าง|ทั่วประเทศ|ทั้งหมด|ผู้|ขยายผล")
_LONGEST: Final = 48

#: A line above items of a second rank is their heading, not who holds something.
_HEADS_LIST: Final = re.compile(r"[^\n]*\n\s*(?:\d{1,2}\.1[.) ]|\(?ก[.)]\s)")

_NAME: Final = re.compile(r"[^\s,;:()\[\]\"“”'/|]*")
_FURTHER: Final = re.compile(
    r"\s?[\"“]?(?:[A-Za-z0-9][\w.&'’-]*(?:\s[A-Za-z0-9][\w.&'’-]*)*|(?<=[\s“\"])[ก-๎]{2,40})[\"”]?"
)

#: How many may be listed together.
_MOST: Final = 60

#: How long a name with its titles is at most.
_NEAR: Final = 90


@dataclass(frozen=True, slots=True)
class Holding:
    """What a text names: its bodies by where they begin, and how bodies and people are named."""

    text: str
    bodies: Mapping[int, Body]
    patterns: Bodies
    names: Names


def holders(told: Holding, at: int, *, strong: bool = False) -> Iterator[Body]:
    """Yield who is named from a place on, joined to each other; strong: only what is surely a body."""
    text = told.text
    if item := _ITEM.match(text, at):
        at = item.end()
    for _ in range(_MOST):
        holder = _holder(told, at, strong=strong)
        if holder is None:
            return
        yield holder
        at = reach(WHERE, text, max(holder.end, holder.until))
        above = told.bodies.get(at + 1)
        if above and above.rank < holder.rank and text[at : at + 1] == " ":
            at = reach(WHERE, text, max(above.end, above.until))
        beside = told.bodies.get(at + 1) if text[at : at + 1] == " " and above is None else None
        joint = _JOINT.match(text, at) or (_next_person(told, at) if holder.does == "person" else None)
        if joint is None and (beside is None or beside.weak or beside.rank != holder.rank):
            return
        at = joint.end() if joint else at + 1


#: Behind a person stands a post before the next one: นาย ก ครูโรงเรียน ข และนาง ค.
_POST: Final = re.compile(r"\s[^\n,]{3,70}?(?:,|และ|กับ)\s*(?=[ก-๎])")


def _next_person(told: Holding, at: int) -> re.Match[str] | None:
    """Return what stands between a person and the next one of a list, if one follows."""
    post = _POST.match(told.text, at)
    return post if post and person_at(told, post.end()) else None


def holders_in_lines(told: Holding, at: int) -> Iterator[Body]:
    """Yield who is named at the beginning of each line from a place on, until a line begins otherwise."""
    for _ in range(_MOST):
        found = list(holders(told, at))
        yield from found
        line = _LINE.match(told.text, found[-1].end) if found else None
        if line is None:
            return
        at = line.end()


def _holder(told: Holding, at: int, *, strong: bool) -> Body | None:
    """Return the body or the person that is named at a place, an everyday name too, where it is listed."""
    body = told.bodies.get(at)
    if body is not None and body.does not in ("aggregate", "role"):
        return None if strong and body.weak else replace(body, does="list", weak=False)
    return person_at(told, at) or (None if strong else everyday(told, at))


def person_at(told: Holding, at: int, end: int | None = None) -> Body | None:
    """Return the person that is named from a place on, with a surname."""
    near, names = told.text[at : at + _NEAR if end is None else end], told.names
    # Most places name nobody: a title, a Latin letter or a post behind a name is asked for first.
    if not (names.full.match(near) or near[:1].isascii() or names.posts.search(near)):
        return None
    person = next(iter(find_people(near, names)), None)
    if person is None or person.start or not person.surname:
        return None
    return Body(at, at + person.end, f"{person.given} {person.surname}", PERSON, "person")


def everyday(told: Holding, at: int) -> Body | None:
    """Return the name that an everyday word begins, with what a blank parts from a word that is none."""
    text = told.text
    row = told.patterns.in_rows.match(text, at)
    if row is None or told.patterns.trap.match(text, at) or _NO_NAME.match(text, row.end()):
        return None
    if _HEADS_LIST.match(text, at):
        return None
    after = row.end()
    end = reach(_NAME, text, after)
    if stop := told.patterns.stop.search(text, after, end):
        end = stop.start()
    for joint in re.compile("และ|กับ").finditer(text, after + 1, end):
        if joint.end() in told.bodies or told.patterns.in_rows.match(text, joint.end()):
            end = joint.start()
            break
    if end == after and (further := _FURTHER.match(text, after)):
        end = further.end()
    name = re.sub('[“”"]', "", text[at:end]).strip()
    unnamed = (
        end - after < 2 or len(name) > _LONGEST or name in told.patterns.kinds or _DESCRIBES.search(name)
    )
    return None if unnamed else Body(at, end, name, PERSON, "list")
