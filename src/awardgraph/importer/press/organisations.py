"""Find the bodies that a text names, and what each does where it stands: gives, is above another."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Bodies, Body, compile_bodies
from awardgraph.importer.press.offices import branches, name_end, units
from awardgraph.importer.press.projects import won
from awardgraph.importer.press.reach import reach
from awardgraph.importer.press.short_forms import (
    SHORT,
    abbreviated,
    aliases_of,
    of_mayors,
    shortened,
    spoken_again,
)
from awardgraph.model.abbreviations import expand
from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.mentions import Mention

__all__ = ["Bodies", "Body", "compile_bodies", "find_bodies"]

_LETTERS: Final = r"[ก-๎a-zA-Z0-9./&\-ฯ]"
_RUN: Final = re.compile(f"{_LETTERS}*")
_WORD: Final = re.compile(f"{_LETTERS}*")
_SPACED: Final = re.compile(rf"\s{_LETTERS}+")
_SHORT: Final = re.compile(rf"\s(?:{SHORT})")
#: The name of a company up to its form, with its land in brackets.
_COMPANY: Final = re.compile(r"(?:[^\n,()“”\"]|\([^\s()]{3,20}\)){2,60}?จำกัด")
_JOINTS: Final = re.compile("และ|รวมถึง")
_PUBLIC: Final = re.compile(r"\s?\((?:องค์การ)?มหาชน\)")
_LIMITED: Final = re.compile(r"\sจำกัด(?:\s?\(มหาชน\))?")
_NUMBERED: Final = re.compile(
    r"(?:(?<=ที่)|(?<=เขต)|(?<=ภาค))\s\d{1,3}(?![\d,.])|\s\d+\sพรรษา|\s(?:ที่\s)?\d{1,2}(?=\sจังหวัด)|\sเขต\s\d+"
    r"|(?<=โรงเรียนเทศบาล)\s\d{1,2}(?:\s[ก-๎]{3,25}(?=[\s,]))?"
)


#: Firms whose form stands before their name, with a blank or without one.
_PARTNERSHIPS: Final = ("ห้างหุ้นส่วนจำกัด", "หจก.")


def find_bodies(text: str, known: list[Mention], bodies: Bodies) -> list[Body]:
    """Return the bodies that a clean text names, in order; short forms bear the name they stand for."""
    registered = [*_registered(text, known, bodies), *abbreviated(text), *of_mayors(text, bodies)]
    registered += [*units(text, bodies), *branches(text, bodies)]
    starts = {body.start for body in registered}
    found = _merged([*registered, *(body for body in _by_prefix(text, bodies) if body.start not in starts)])
    found = [body for body in found if not _only_place(text, body, bodies.lexicon.provinces)]
    aliases, found = aliases_of(text, found, bodies)
    found = _merged([*found, *shortened(text, aliases, bodies)])
    found = _merged([*found, *spoken_again(text, found)])
    bare = {name: _bare(name) for name in {body.name for body in found}}
    full: dict[str, str] = {}
    for body in found:
        full[bare[body.name]] = max(full.get(bare[body.name], ""), body.name, key=len)
    told = [
        Body(
            body.start,
            body.end,
            full[bare[body.name]],
            body.rank,
            _doing(text, body, bodies),
            body.weak,
            body.until,
        )
        for body in found
    ]
    return _coordinated(text, told) if "กับ" in text else told


def _coordinated(text: str, found: list[Body]) -> list[Body]:
    """Return bodies of which those that กับ alone joins to one of their rank are no partners: ก กับ ข."""
    former = [None, *found]
    return [
        replace(body, does=before.does)
        if before
        and body.does == "partner"
        and before.rank == body.rank
        and text[max(before.end, before.until) : body.start].strip() == "กับ"
        else body
        for before, body in zip(former, found, strict=False)
    ]


def _bare(name: str) -> str:
    """Return a name spelled out and without (องค์การมหาชน), to know it when it is printed otherwise."""
    return fold(_PUBLIC.sub("", expand(name)))


_PLACE: Final = re.compile(r"(?:ตำบล|อำเภอ|อ\.|ต\.|แขวง|เขต|ถนน|บ้าน|หมู่)\s?[^\s]+ \Z|[ก-๎)] \Z")


def _only_place(text: str, body: Body, provinces: tuple[str, ...]) -> bool:
    """Say whether a province or district only tells where something is."""
    if not (body.weak and text.startswith(("จังหวัด", "อำเภอ"), body.start)):
        return False
    if text.startswith("จังหวัด", body.start) and body.name.removeprefix("จังหวัด") not in provinces:
        return True
    before = text[max(0, body.start - 40) : body.start]
    return bool(_PLACE.search(before)) and not before.rstrip().endswith(("ได้แก่", "และ", "โดย", "คือ"))


#: Words that go on behind a registered name without a space: too many for a longer name.
_CLAUSE: Final = re.compile("(?!และ|แห่ง|เพื่อ|ด้าน|ประจำ|จังหวัด|เขต|ภาค|สาขา|แผน|ไทย|กลาง|ระหว่าง)[ก-๎]{18,}")


def _registered(text: str, known: list[Mention], bodies: Bodies) -> Iterator[Body]:
    for mention in known:
        if mention.kind != "agency":
            continue
        after = text[mention.end : mention.end + 1]
        goes_on = re.match("[ก-๎]", after) and not bodies.stop.match(text, mention.end)
        if goes_on and mention.end - mention.start >= 10:
            goes_on = not _CLAUSE.match(text, mention.end, _stopped(text, mention.end, bodies))
        if goes_on and bodies.prefix.match(text, mention.start) and not _next_word(text, mention.end, bodies):
            continue  # a longer name that the register does not know
        if not bodies.prefix.match(text, mention.start) and (
            goes_on or re.match("[ก-๎]", text[mention.start - 1 : mention.start])
        ):
            continue
        yield _extended(text, Body(mention.start, mention.end, mention.value, mention.rank), {}, bodies)


def _stopped(text: str, at: int, bodies: Bodies) -> int:
    """Return where the letters behind a name come to a word that ends names."""
    end = reach(_WORD, text, at)
    stop = bodies.stop.search(text, at, end)
    return stop.start() if stop else end


def _next_word(text: str, at: int, bodies: Bodies) -> bool:
    return bool(
        re.compile(r"และ(?=\S)|ฯ|จ\.|อ\.").match(text, at) and _starts_body(text, at + 3, bodies)
    ) or text.startswith(("ฯ", "จ.", "อ."), at)


def _starts_body(text: str, at: int, bodies: Bodies) -> bool:
    return bool(bodies.prefix.match(text, at)) and not bodies.trap.match(text, at)


def _by_prefix(text: str, bodies: Bodies) -> Iterator[Body]:
    until = 0
    for found in bodies.prefix.finditer(text):
        if found.start() < until or bodies.trap.match(text, found.start()):
            continue
        row = bodies.rows[found[0]]
        body = _named(text, found, row, bodies)
        if body:
            until = body.end
            yield _extended(text, body, row, bodies)


def _firm(text: str, found: re.Match[str], bodies: Bodies) -> int:
    """Return where the name of a firm ends; where its word ends, where that is an everyday word."""
    after = found.end()
    if found[0] in _PARTNERSHIPS:
        spaced = re.compile(rf"\s?{_LETTERS}+").match(text, after)
        stop = bodies.stop.search(text, after + 1, spaced.end()) if spaced else None
        return stop.start() if stop else spaced.end() if spaced else after
    closed = _COMPANY.match(text, after)
    if not closed and text[after : after + 1] != " ":
        return after  # an everyday word: บริษัทพัฒนาอสังหาริมทรัพย์ที่…
    spaced = closed or _SPACED.match(text, after)
    return spaced.end() if spaced else after


def _named(text: str, found: re.Match[str], row: Mapping[str, str], bodies: Bodies) -> Body | None:
    start, after = found.span()
    rank, weak = int(row["rank"]), row.get("weak") == "yes"
    if row.get("whole") == "yes":
        return Body(start, after, found[0], rank)
    end = reach(_RUN, text, after)
    if found[0] in ("บริษัท", "บมจ.", "บจก.", "ห้างหุ้นส่วน", *_PARTNERSHIPS):
        end = _firm(text, found, bodies)
        return Body(start, end, text[start:end].rstrip(), rank) if end - after > 2 else None
    if stop := bodies.stop.search(text, after, end):
        end = stop.start()
    end = _before_coordinated(text, after, end, bodies)
    if end == after and (short := _SHORT.match(text, after)):
        end = short.end()
    name = (
        text[start:end].rstrip(".-/ฯ")
        if not text[start:end].endswith(tuple("กขคงจชดตทนบปพมยรลวสหอ."))
        else text[start:end]
    )
    name = name.rstrip("-/ฯ")
    if _MANY.match(text, end):
        return None  # some of a kind: สำนักงานเล็ก ๆ
    if len(name) - (after - start) < 2:
        return None
    if rank == 2 and re.search(r"(?:จังหวัด|อำเภอ|เขต|สาขา)[ก-๎]{2,}", name[after - start :]):
        rank = 3
    return Body(start, start + len(name), name, rank, weak=weak)


_MANY: Final = re.compile(r"\s?ๆ")


def _before_coordinated(text: str, after: int, end: int, bodies: Bodies) -> int:
    """Return where a name ends that is followed by และ and another body."""
    for joint in _JOINTS.finditer(text, after + 1, end):
        if _starts_body(text, joint.end(), bodies):
            return joint.start()
    return end


def _extended(text: str, body: Body, row: Mapping[str, str], bodies: Bodies) -> Body:
    """Return a body with what belongs to its name behind a space."""
    end, name = body.end, body.name
    same = text[body.start : end] == name
    end = name_end(text, body, bodies)
    office = end > body.end
    for pattern in (_NUMBERED, _PUBLIC, _LIMITED):
        if found := pattern.match(text, end):
            end = found.end()
    numbered = text[end - 1].isdigit() and re.search(r"ที่\s?\d+$", text[body.start : end]) is not None
    if numbered and (found := bodies.town.match(text, end)):
        end = found.end()
    needed = row.get("place") == "needs" and not re.search("จังหวัด|อำเภอ", text[body.start : end])
    if needed and (found := bodies.province.match(text, end)):
        end = found.end()
    rank = 3 if body.rank == 2 and (numbered or office) else body.rank
    name = " ".join(text[body.start : end].split()) if same else name
    return Body(body.start, end, name, rank, body.does, body.weak, body.until)


def _merged(found: list[Body]) -> list[Body]:
    """Return bodies without those that lie inside, or begin inside, another."""
    kept: list[Body] = []
    for body in sorted(found, key=lambda body: (body.start, -body.end)):
        if not kept or body.start >= max(kept[-1].end, kept[-1].until):
            kept.append(body)
    return kept


#: Behind a body: it holds a prize-giving, or says who gets an award.
_GIVES: Final = re.compile(
    r"\s?(?:ได้|ร่วม|เตรียม|เดินหน้า|แถลง(?:ข่าว)?|กำหนด)*\s?(?:ได้|การ)*(?:"
    r"(?:จัด|เปิด)(?:งาน|พิธี|ให้มี|การประกวด|โครงการ|กิจกรรม)?(?:(?!ได้รับ|คว้า|\n).){0,40}?(?:มอบ|ประกวด|ประกาศ(?:ผล)?)(?:โล่)?รางวัล"
    r"|มอบ(?:โล่)?รางวัล|ประกาศ(?:ผล|รายชื่อ|ให้)(?:(?!\n).){0,60}?รางวัล)"
)

#: A work before จาก makes an owner of the body behind it.
_HAS_WORK: Final = re.compile(r"(?:ผลงาน|โครงการ|ระบบ|นวัตกรรม)(?:(?!ได้รับ|รางวัล)[^\n]){3,100}จาก\s?$")

#: A list of winners names a work, and whose it is: ได้แก่ “…” จากกรม ก.
_LISTED_WORK: Final = re.compile(
    r"(?:ได้แก่|คือ|:)\s?(?:ผลงาน|โครงการ|นวัตกรรม)?(?:เรื่อง)?\s?[“\"][^“”\"\n]{3,120}[”\"]\s?จาก\s?$"
)


def _doing(text: str, body: Body, bodies: Bodies) -> str:
    """Return what a body does where it stands, by the words before it."""
    before = text[max(0, body.start - 60) : body.start].rstrip(" \"“'(")
    many = bodies.aggregate_before if before.endswith(bodies.aggregate_before) else ()
    below = next((words for words in many if before.endswith(words)), "")
    if below or bodies.aggregate_after.match(text, body.end):
        of_these = before.removesuffix(below).rstrip().endswith(("ของ", "จาก", "ให้", "แก่", "กับ", "และ"))
        return "other" if below and of_these else "aggregate"
    if before.endswith(("ประจำ", "ทำเนียบ")):
        return "other"  # a spokesman speaks for all of the government
    if bodies.role.search(before):
        return "role"
    best = next((bodies.before[before[-n:]] for n in bodies.lengths if before[-n:] in bodies.before), "")
    if not best and _GIVES.match(text, max(body.end, body.until)):
        return "organiser"
    return "owner" if best == "giver" and _owns(text, body) else best


def _owns(text: str, body: Body) -> bool:
    """Say whether a body behind จาก is whose work won."""
    if _LISTED_WORK.search(text, max(0, body.start - 140), body.start):
        return True
    return bool(_HAS_WORK.search(text, max(0, body.start - 110), body.start)) and won(text, body)
