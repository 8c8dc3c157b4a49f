"""Find what people are said to do: verbs with the part they give, and what stands before a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.cues import Cues, compile_cues
from awardgraph.importer.press.names import Names, Person, compile_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["OF_PRIZES", "REACH", "Act", "Parts", "acts_in", "compile_parts", "find_acts", "opener"]

#: How far behind a name is read what its bearer does, in letters.
REACH: Final = 420

#: How far before a name is read what brings it in.
_BEFORE: Final = 110

#: How far before a verb is read whether it is so.
_MOOD: Final = 70

#: How far before a verb is read whether it was in an earlier year.
_PAST: Final = 110

#: The parts, as the rows name them, that people have in a prize-giving.
OF_PRIZES: Final = frozenset(("presenter", "chair", "chairs", "accepted", "awardee", "joined", "represents"))

#: What stands between quotation marks that belong together.
_SAID: Final = re.compile(r"“[^“”\"\n]{4,400}”|\"[^“”\"\n]{4,120}\"")

#: The number of an item between what announces a list and a name.
_NUMBER: Final = re.compile(r"\s*\n?\s*(?:\(?\d{1,2}[.)]|[-•*·])\s*$")
_NUMBER_ENDS: Final = tuple(".)-•*·")


@dataclass(frozen=True, slots=True)
class Act:
    """A verb: its place (half-open, clean text) and the part it gives, as the lexicon's rows name it."""

    start: int
    end: int
    part: str


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What tells the parts of people, compiled once."""

    names: Names
    acts: Cues
    kinds: tuple[str, ...]
    before: tuple[tuple[re.Pattern[str], str], ...]
    foot: re.Pattern[str]
    said_by: re.Pattern[str]
    answers: re.Pattern[str]
    goes_on: re.Pattern[str]
    as_well: re.Pattern[str]
    after_that: re.Pattern[str]
    turns: re.Pattern[str]
    prize_giving: re.Pattern[str]
    chaired: re.Pattern[str]
    begins: re.Pattern[str]
    unreal: re.Pattern[str]
    to_come: Cues
    says: re.Pattern[str]
    not_winners: re.Pattern[str]
    speaks: re.Pattern[str]
    no_saying: re.Pattern[str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    past_behind: re.Pattern[str]
    noun: re.Pattern[str]
    giving: re.Pattern[str]
    columns: tuple[tuple[re.Pattern[str], str], ...]


def compile_parts(lexicon: Lexicon) -> Parts:
    """Return the patterns of a lexicon for what people do."""
    words = lexicon.lists["parts"]
    roles = alternatives(lexicon.lists["roles"]["roles"])
    post = rf"\s?(?:\"|“)?(?:(?:{roles})(?:(?!และ|พร้อม|ได้แก่|โดย|จำนวน|ประกอบ|ให้)[^,\n]){{0,80}}?\s?\(?)?\s?$"
    saying = f"(?:{alternatives(words['saying'], patterns=True)})"
    acts = [row["words"].replace("{saying}", saying) for row in words["acts"]]
    return Parts(
        compile_names(lexicon),
        compile_cues(acts, "|".join(f"(?:{act})(?P<a{n}>)" for n, act in enumerate(acts))),
        tuple(row["part"] for row in words["acts"]),
        tuple((re.compile(rf"(?:{row['words']}){post}"), row["does"]) for row in words["before"]),
        re.compile(rf"(?:^|\n|\s)(?:{words['foot']})\s?$"),
        re.compile(words["said_by"]),
        re.compile(rf"\s?(?:\(?(?:{roles})[^\n:\"“”]{{0,80}})?\s?:\s?[\"“]"),
        re.compile(rf"{words['goes_on']}$"),
        re.compile(rf"{words['as_well']}$"),
        re.compile(rf"\s?{words['after_that']}"),
        re.compile(words["turns"]),
        re.compile(words["prize_giving"]),
        re.compile(words["chaired"]),
        re.compile(words["begins"]),
        re.compile(words["unreal"]),
        compile_cues([words["to_come"]], rf"(?:{words['to_come']}){post}"),
        re.compile(words["says"]),
        re.compile(words["not_winners"]),
        re.compile(words["speaks"]),
        re.compile(words["no_saying"]),
        re.compile(words["future"]),
        re.compile(words["past"]),
        re.compile(words["past_behind"]),
        re.compile(words["noun"]),
        re.compile(words["giving"]),
        tuple((re.compile(row["words"]), row["part"]) for row in words["columns"]),
    )


def find_acts(text: str, start: int, end: int, people: Sequence[Person], parts: Parts) -> list[Act]:
    """Return what is done near people, in order of a clean text; names and quotations tell of no acts."""
    said = [found.span() for found in _SAID.finditer(text, start, end)]
    return [
        act
        for near in _near(start, end, people)
        for act in acts_in(text, *near, parts)
        if not _inside(act.start, people) and not any(first < act.start < last for first, last in said)
    ]


def acts_in(text: str, start: int, end: int, parts: Parts) -> Iterator[Act]:
    """Yield what is done in a stretch of a clean text, but for giving and receiving that is not so."""
    for found in parts.acts.finditer(text, start, end):
        act = Act(found.start(), found.end(), parts.kinds[int((found.lastgroup or "a0")[1:])])
        if act.part in OF_PRIZES and _unreal(text, act, parts):
            continue
        if act.part == "attendee" and parts.future.search(text, max(0, act.start - _MOOD), act.start):
            act = replace(act, part="official")
        if not _noun(text, act, parts):
            yield act


def _unreal(text: str, act: Act, parts: Parts) -> bool:
    """Say whether prizes are handed over or received only in time to come, once before, or not at all."""
    return bool(
        parts.unreal.search(text, max(0, act.start - _MOOD), act.start)
        or parts.past.search(text, max(0, act.start - _PAST), act.start)
        or parts.past_behind.match(text, act.end)
    )


def _noun(text: str, act: Act, parts: Parts) -> bool:
    """Say whether words that are read as a verb are a part of a noun: การนำเสนอ, ผู้เข้าร่วม."""
    told = text[act.start : act.end]
    if act.part in OF_PRIZES or told.startswith("ผู้"):
        nouns = parts.giving if told.startswith("มอบ") else None
    else:
        nouns = parts.noun if act.part != "speaker" else None
    return bool(nouns and nouns.search(text, max(0, act.start - 40), act.start))


def _near(start: int, end: int, people: Sequence[Person]) -> list[tuple[int, int]]:
    """Return the stretches around people, joined where they overlap, so that each is read once."""
    stretches: list[tuple[int, int]] = []
    for person in people:
        first, last = max(start, person.start - _BEFORE), min(end, person.end + REACH)
        if stretches and first <= stretches[-1][1]:
            first = stretches.pop()[0]
        stretches.append((first, last))
    return stretches


def _inside(at: int, people: Iterable[Person]) -> bool:
    return any(person.start <= at < person.end for person in people)


def opener(text: str, start: int, person: Person, parts: Parts) -> str:
    """Return how the words between a place and a person bring the person in; "" where they do not."""
    before = text[max(start, person.start - _BEFORE) : person.start]
    if before.rstrip().endswith(_NUMBER_ENDS):
        before = _NUMBER.sub(" ", before)
    return next((does for pattern, does in parts.before if pattern.search(before)), "")
