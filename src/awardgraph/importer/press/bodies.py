"""A body as a text names it, and what the lexicons tell of how bodies are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.cues import Cues, compile_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["Bodies", "Body", "compile_bodies"]


@dataclass(frozen=True, slots=True)
class Body:
    """A body as a text names it.

    Attributes:
        start, end: half-open, in the clean text.
        until: where its short form in brackets ends, if one follows.
        name: the fullest name that is known for it; as printed where none is.
        rank: 1 ministry, 2 department and the like, 3 what belongs to such.
        does: by what stands before it: giver, organiser, partner, parent, owner, by, to, place, role,
            aggregate, other, or nothing of these ("").
        weak: an everyday word begins its name.
    """

    start: int
    end: int
    name: str
    rank: int = 2
    does: str = ""
    weak: bool = False
    until: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """What a lexicon tells of how bodies are named, compiled once."""

    lexicon: Lexicon
    prefix: Cues
    in_rows: Cues
    kinds: frozenset[str]
    rows: Mapping[str, Mapping[str, str]]
    trap: re.Pattern[str]
    stop: Cues
    before: Mapping[str, str]
    lengths: tuple[int, ...]
    aggregate_before: tuple[str, ...]
    aggregate_after: re.Pattern[str]
    role: re.Pattern[str]
    province: re.Pattern[str]
    town: re.Pattern[str]
    branched: re.Pattern[str]
    units: re.Pattern[str]


#: Behind a prefix no sign may stand that makes its last letter part of another syllable: จา|กอง|ค์การ.
_SYLLABLE: Final = r"(?![ะาำ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[ก-ฮ]\u0e4c)"


def _own_syllables(prefixes: Iterable[str]) -> str:
    """Return a pattern for prefixes that no vowel before takes; it begins with letters, to be fast."""
    behind: dict[str, list[str]] = {}
    for prefix in prefixes:
        behind.setdefault(prefix[0], []).append(prefix[1:])
    return "|".join(f"{first}(?<![เแโใไ]{first})(?:{alternatives(rest)})" for first, rest in behind.items())


def compile_bodies(lexicon: Lexicon) -> Bodies:
    """Return the patterns of a lexicon for bodies."""
    words, roles = lexicon.lists["organisations"], lexicon.lists["roles"]
    rows = {row["prefix"]: row for row in words["prefixes"]}
    before = {word: does for does, forms in reversed(words["before"].items()) for word in forms}
    return Bodies(
        lexicon,
        compile_cues(map(re.escape, rows), rf"(?:{_own_syllables(rows)}){_SYLLABLE}"),
        compile_cues(words["in_rows"], rf"(?:{alternatives(words['in_rows'])}){_SYLLABLE}"),
        frozenset(words["kinds"]),
        rows,
        re.compile(alternatives(words["traps"])),
        compile_cues(words["stops"]),
        before,
        tuple(sorted({len(word) for word in before}, reverse=True)),
        tuple(words["aggregate"]["before"]),
        re.compile(rf"\s?(?:\([^)]{{1,20}}\)\s?)?(?:{alternatives(words['aggregate']['after'])})"),
        re.compile(
            rf"(?:{alternatives(roles['roles'] + roles['people_of'])})"
            r"(?:ใหญ่|ทั่วไป|ประจำ|ใน|ของ|ด้าน\S{3,60})?\s?$"
        ),
        re.compile(rf"\sจังหวัด\s?(?:{alternatives(lexicon.provinces)})"),
        re.compile(rf"\s(?:{alternatives(lexicon.provinces)})(?![ก-๎])"),
        re.compile(alternatives(words["with_branches"])),
        re.compile(
            rf"[”\"]\s?(?:ผลงาน)?(?:ของ|โดย)\s?(?P<name>(?:{alternatives(words['units'])})(?!ที่|นี้|ใน)[ก-๎A-Za-z]{{4,60}})"
        ),
    )
