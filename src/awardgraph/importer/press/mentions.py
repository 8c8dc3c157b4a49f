"""Find what is mentioned: schemes, branches, categories, levels, years, counts, cues and traps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.lexicon import Entry, Lexicon
    from awardgraph.importer.press.patterns import Patterns

__all__ = ["Mention", "find_forms", "find_slots"]

#: Kinds that fill a slot of an award.
SLOTS: Final = ("scheme", "special", "branch", "category", "level")

#: What must stand before a form that is not believed alone: the kind → the end of the text before it.
_BEFORE: Final = {
    "scheme": re.compile(r"(?:รางวัล(?:ชนะเลิศ|ดีเด่น)?)[\s\"“'(]*$"),
    "branch": re.compile(r"(?:สาขา|รางวัล|ด้าน|เลิศรัฐ|ประเภท|ใน)[\s\"“'(]*(?:การ)?$"),
    "category": re.compile(r"(?:ประเภท|รางวัล|สาขา|ด้าน|หัวข้อ|หมวด|[:\-])[\s\"“']*$"),
    "special": re.compile(r"(?:รางวัล|รางวัลพิเศษ|ประเภท|[\"“(])\s*[\"“]?\s*$"),
    "level": re.compile(r"(?:ระดับ(?:รางวัล)?|รางวัล(?:เลิศรัฐ|ระดับ)?|เลิศรัฐ|[(])[\s\"“'(]*$"),
}

_MARKS: Final = frozenset(map(chr, (*range(0x0E30, 0x0E3B), *range(0x0E45, 0x0E4F))))
_LEADING: Final = frozenset("เแโใไ")


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that a text mentions.

    Attributes:
        kind: what it is.
        start, end: where, half-open, in the clean text.
        value: the name by which two mentions are the same.
        scheme: name of the scheme it belongs to, where that is known.
        branch: the branch that it implies.
        how: "lexicon" or "pattern"; what a pattern found is new to the lexicons.
    """

    kind: str
    start: int
    end: int
    value: str
    scheme: str = ""
    branch: str = ""
    how: str = "lexicon"
    rank: int = 2


def find_forms(text: str, lexicon: Lexicon) -> list[Mention]:
    """Return every form of the lexicons that stands in a clean text, the longest of each kind at a place."""
    small = text.lower() if len(text.lower()) == len(text) else text
    best: dict[tuple[str, int], Mention] = {}
    for last, (length, entries) in lexicon.automaton.iter(small, ignore_white_space=True):
        start, end = last - length + 1, last + 1
        while spaces := length - len("".join(text[start:end].split())):
            start -= spaces
        if not _whole(text, start, end, length):
            continue
        for entry in entries:
            kind = "slot" if entry.kind in SLOTS else entry.kind
            other = best.get((kind, start))
            if (other is None or other.end < end) and _believed(text, start, end, entry):
                best[kind, start] = Mention(
                    entry.kind, start, end, entry.value, entry.scheme, entry.branch, rank=entry.rank
                )
    return _longest(sorted(best.values(), key=lambda mention: (mention.start, -mention.end)))


def _whole(text: str, start: int, end: int, length: int) -> bool:
    """Say whether a form begins and ends where words may, and is broken by few spaces only."""
    first, last = text[start], text[end - 1]
    before, after = text[start - 1 : start], text[end : end + 1]
    if after in _MARKS or before in _LEADING:
        return False
    if first.isascii() and first.isalnum() and before.isascii() and before.isalnum():
        return False
    if last.isascii() and last.isalnum() and after.isascii() and after.isalnum():
        return False
    return length >= 8 or end - start == length or "\n" not in text[start:end]


def _believed(text: str, start: int, end: int, entry: Entry) -> bool:
    """Say whether a form means what its entry says, by what stands before it."""
    needed = _BEFORE.get(entry.kind)
    if needed is None:
        return True
    if entry.kind == "level":
        return _graded(text, start, end, entry)
    if entry.bare or entry.form.startswith(("รางวัล", "สาขา", "ประเภท", "หมวด")):
        return True
    if entry.kind == "special" and "เลิศรัฐ" in entry.form:
        return True
    return bool(needed.search(text[max(0, start - 30) : start]))


def _graded(text: str, start: int, end: int, entry: Entry) -> bool:
    """Say whether a word is the grade of an award: behind ระดับ or รางวัล, or alone in brackets or quotes."""
    if end - start > len(entry.form) + 1:
        return False
    before = text[max(0, start - 12) : start].rstrip(" \n\"“'(")
    if before.endswith(("ระดับ", "ประเภท", "ประเภทรางวัล")) or (
        entry.bare and _OPENS.search(text, max(0, start - 12), start)
    ):
        return True
    if entry.form.isascii() or (len(entry.form) < 4 and entry.form != "ดี"):
        return text[start - 1 : start] == "(" and text[end : end + 1] == ")" and len(entry.form) > 2
    if before.endswith(("รางวัล", "เลิศรัฐ")):
        return entry.form != "ดี"
    if entry.bare and _NAMES_WHO.match(text, end):
        return True
    enclosed = text[start - 1 : start] in ('"', "“", "(") and text[end : end + 1] in ('"', "”", ")")
    return enclosed and len(entry.form) > 2


#: A rank is one where those follow who hold it.
_NAMES_WHO: Final = re.compile(r"\s?(?:ได้แก่|คือ|มี\s?\d|เป็นของ|ตกเป็นของ)")

#: A line or an item begins: a rank there is one, with nothing before it.
_OPENS: Final = re.compile(r"(?:^|\n)[^\nก-๎A-Za-z]*$|\d[.)]\s*$")


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Return mentions without those that lie inside a longer one that fills a slot too."""
    kept: list[Mention] = []
    until: dict[str, int] = {}
    for mention in mentions:
        group = "slot" if mention.kind in SLOTS else mention.kind
        if mention.end <= until.get(group, -1):
            continue
        if group == "slot" and mention.start < until.get(group, -1):
            continue
        until[group] = max(until.get(group, -1), mention.end)
        kept.append(mention)
    return kept


def find_slots(text: str, patterns: Patterns, known: list[Mention]) -> list[Mention]:
    """Return what patterns find in a clean text where no lexicon knows anything: years, counts, new names."""
    taken = [(mention.start, mention.end) for mention in known if mention.kind in SLOTS]
    masked = [(mention.start, mention.end) for mention in known if mention.kind in ("not_award", "again")]
    found: list[Mention] = []
    new = sorted([*_criteria(text, known), *patterns.new_names(text)], key=lambda mention: mention.start)
    for mention in new:
        if mention.kind == "scheme" and (
            _renamed(text, mention, known) or _translated(text, mention, found[-1:], known)
        ):
            continue
        if not _meets(mention, taken) and not _meets(mention, masked):
            found.append(mention)
            taken.append((mention.start, mention.end))
    return [*found, *_years(text, patterns), *_counts(text, patterns)]


_IN_A_FIELD: Final = re.compile(r"\s?(?:ใน)?(?P<field>ด้าน(?:การ|ความ)[^\s()“”\"]{6,})")


def _criteria(text: str, known: list[Mention]) -> Iterator[Mention]:
    """Yield what a branch is narrowed to right behind its name: ด้านการมุ่งเน้นผู้รับบริการ…."""
    for mention in known:
        if mention.kind == "branch" and (found := _IN_A_FIELD.match(text, mention.end)):
            start, end = found.span("field")
            stop = re.search("ได้แก่|คือ|ซึ่ง|จำนวน|ระดับ", text[start:end])
            end = start + stop.start() if stop else end
            yield Mention("category", start, end, text[start:end], mention.scheme, mention.value, "criterion")


def _renamed(text: str, mention: Mention, known: list[Mention]) -> bool:
    """Say whether a new scheme only repeats a known one: its translation in brackets, a noun before it."""
    for other in known:
        if other.kind not in SLOTS or other.kind == "level":
            continue
        if 0 <= other.start - mention.end <= 3 and not text[mention.end : other.start].strip(' "“'):
            return True
        if 0 <= mention.start - other.end <= 2 and text[other.end : mention.start].strip() == "(":
            return True
    return False


#: What may stand between a name and its translation.
_BETWEEN: Final = re.compile(r"[”\"]?\s*(?:ครั้งที่\s?\d+\s*|(?:ประจำ)?ปี\s?(?:พ\.ศ\.\s?)?\d{4}\s*)*\(\s*")


def _translated(text: str, mention: Mention, former: list[Mention], known: list[Mention]) -> bool:
    """Say whether a new name in brackets only translates what stands before: รางวัลองค์กรใส (Clear Award)."""
    return any(
        other.kind in ("scheme", "level") and _BETWEEN.fullmatch(text, other.end, mention.start)
        for other in (*former, *(other for other in known if 0 < mention.start - other.end < 40))
    )


def _meets(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans)


#: A year that tells of no award: since when, until when, of a law or a plan.
_OTHER_YEAR: Final = re.compile(
    r"(?:ก่อตั้ง|"
    r"(?:หวัง|คาด|ตั้งเป้า|มุ่ง|เชื่อ)(?:ไว้)?(?:ว่า)?(?:ใน|สู่)?|ภายใน|ถึง|แผน"
    r"|พ\.ร\.บ\.[^\n]*|พระราชบัญญัติ[^\n]*|ฉบับที่ \d+\s?\(?|ก่อน|จนถึง)\s?$"
)


def _years(text: str, patterns: Patterns) -> Iterator[Mention]:
    for begins, found in patterns.years(text):
        number = int(found["year"])
        number = number + 2500 if number < 100 else number
        common = number - 543 if number > 2400 else number
        if not 1990 <= common <= 2080 or _OTHER_YEAR.search(text, max(0, begins - 40), begins):
            continue
        if not found["more"] and text[max(0, begins - 8) : begins].rstrip().endswith("ตั้งแต่"):
            continue  # since when, not of which year
        yield Mention("year", begins, found.end(), str(common + 543), how="pattern")
        last = common + 543
        if found["more"]:
            for later in re.finditer(r"\d{2,4}", found["more"] or ""):
                other = int(later[0]) + (2500 if len(later[0]) == 2 else 0)
                start = found.start("more") + later.start()
                through = re.search(r"[-ถ]", found["more"][: later.start()]) and 0 < other - last <= 10
                for year in range(last + 1 if through else other, other + 1):
                    if 2500 <= year <= 2620:
                        yield Mention("year", start, start + len(later[0]), str(year), how="pattern")
                last = other


def _counts(text: str, patterns: Patterns) -> Iterator[Mention]:
    for start, end, count, more in patterns.counts(text):
        yield Mention("count", start, end, count, scheme="more" if more else "", how="pattern")
