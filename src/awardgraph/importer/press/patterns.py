"""Turn the word lists of the lexicons into the patterns that need more than a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.cues import Cues, compile_cues
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.reach import reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["Patterns", "compile_patterns"]

#: A year of four digits, or of two behind ปี, and further years joined to it. Here and below what must not
#: stand before a word is asked behind its first letters: a pattern that begins with letters is found faster.
_YEAR: Final = (
    r"(?P<year>2(?<!\d.)(?<!\d[.,/].)[05]\d\d|5(?<!\d.)(?<!\d[.,/].)\d|6(?<!\d.)(?<!\d[.,/].)\d)(?!\d|,\d|\.\d|/)"
    r"(?P<more>(?:(?:\s?(?:,|และ|-|ถึง|กับ)\s?|\s(?=25\d\d\s?(?:,|และ|\s)))(?:ปี\s?(?:พ\.ศ\.)?\s?)?(?:25\d\d|[56]\d(?!\d)))+)?"
)

#: What stands before the year of an award; a date has its own pattern.
_YEAR_BEFORE: Final = re.compile(
    r"(?:(?:(?:ใน|แห่ง|สำหรับ|ประจำ)?\s?(?:ปีงบประมาณ|ปีบัญชี|ปี)(?:\s?พุทธศักราช|\s?พ\.?\s?ศ\.?|\s?ค\.?\s?ศ\.?)?|พ\.ศ\.)\s?"
    r"|(?<=[A-Za-z'’]) |(?<=เลิศรัฐ)\s?)$"
)
#: A prize is named right before its year: รางวัลครัวสะอาด 2567.
_OF_A_PRIZE: Final = re.compile(r"(?<=รางวัล)[\"“]?[ก-๎]{4,60}[”\"]? $")
_COUNT: Final = r"(?:(?<![\d.,])|^)(?P<count>\d{1,3}|(?:หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?=\s?$))\s*$"
_COUNTED: Final = re.compile(r"(?P<word>รางวัล|ผลงาน)(?!ละ|ที่\s?\d|ชนะ)")
_COUNT_BEFORE: Final = re.compile(
    r"(?:จำนวน|รวม|ทั้งสิ้น|(?P<more>อีก))(?:\s*(?:จำนวน|รวม|ทั้งสิ้น|(?P<also>อีก)))*\s*$"
)
#: Before a number of works: they were sent in, not all of them won.
_SENT_IN: Final = re.compile(r"(?:ส่ง|เสนอ|เข้าร่วม|สมัคร)[^\n]{0,40}$")
_RUN: Final = r"[^\s\"“”'()\[\],;:]"


@dataclass(frozen=True, slots=True, eq=False)
class Patterns:
    """Compiled once for a lexicon."""

    year: re.Pattern[str]
    count: re.Pattern[str]
    received: re.Pattern[str]
    given: re.Pattern[str]
    listed: re.Pattern[str]
    graded: re.Pattern[str]
    verb_last: re.Pattern[str]
    announced: Cues
    not_conferred: re.Pattern[str]
    somebody: re.Pattern[str]
    scheme_end: re.Pattern[str]
    no_scheme: re.Pattern[str]
    of_person: re.Pattern[str]
    latin_grade: re.Pattern[str]
    graded_line: re.Pattern[str]
    levels: frozenset[str]
    everyday: frozenset[str]
    columns: Mapping[str, str]

    def years(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Yield where the words of a year begin, and the year, for each that may be an award's."""
        for found in self.year.finditer(text):
            begins = _YEAR_BEFORE.search(text, max(0, found.start() - 30), found.start())
            short = len(found["year"]) == 2
            if begins and (not short or re.search(r"ปี\s?$", begins[0])):
                yield begins.end() - len(begins[0].lstrip()), found
            elif found["year"].startswith("25") and _OF_A_PRIZE.search(
                text, max(0, found.start() - 70), found.start()
            ):
                yield found.start(), found

    def counts(self, text: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield where each number of awards begins and ends, the number, and whether of others (อีก)."""
        for word in _COUNTED.finditer(text):
            found = self.count.search(text, max(0, word.start() - 14), word.start())
            if found is None or not (found["count"].isdigit() or word["word"] == "รางวัล"):
                continue
            if word["word"] == "ผลงาน" and _SENT_IN.search(text, max(0, found.start() - 50), found.start()):
                continue
            begins = _COUNT_BEFORE.search(text, max(0, found.start() - 30), found.start())
            more = bool(begins and (begins["more"] or begins["also"]))
            yield begins.start() if begins else found.start(), word.end(), found["count"], more

    def new_names(self, text: str) -> Iterator[Mention]:
        """Yield names of schemes, categories and branches by the words before them, known or not."""
        for found in _CRITERION.finditer(text):
            yield Mention("category", found.start(), found.end(), f"หมวด {found['number']}", how="criterion")
        for found in _SIZE.finditer(text) if "ขนาด" in text else ():
            yield Mention("category", *found.span("name"), found["name"], how="criterion")
        yield from self._in_english(text)
        yield from self._latin(text)
        for found in _EVENT_OF.finditer(text):
            name = re.sub(r"\s+(?:19|20)\d\d$", "", found["name"].rstrip(" .,:-&"))
            yield Mention("scheme", found.start("name"), found.start("name") + len(name), name, how="pattern")
        for found in _PRIZE_OF.finditer(text):
            end = reach(_WORD, text, found.end())
            if stop := self.scheme_end.search(text, found.end() + 9, end):
                end = stop.start()
            yield Mention("scheme", found.end(), end, text[found.end() : end], how="pattern")
        for found in _NEW.finditer(text):
            kind = _KINDS[found["word"]]
            if mention := self._named(text, found, kind):
                yield mention

    def _in_english(self, text: str) -> Iterator[Mention]:
        for found in self.latin_grade.finditer(text):
            if _BEFORE_GRADE.search(text, max(0, found.start() - 16), found.start()):
                yield Mention("level", *found.span(), found[0], how="pattern")
        for found in _LATIN_PART.finditer(text):
            if _BEFORE_PART.search(text, max(0, found.start() - 24), found.start()):
                yield Mention("category", *found.span("name"), found["name"], how="pattern")

    def _latin(self, text: str) -> Iterator[Mention]:
        if not _LATIN_WORD.search(text):
            return
        for found in _LATIN.finditer(text):
            name = re.sub(r"\s+(?:19|20)\d\d$", "", found[0].strip(" .,:-"))
            name = re.sub(r"^(?:19|20)\d\d\s+", "", name)
            start = found.start() + found[0].index(name)
            yield Mention("scheme", start, start + len(name), " ".join(name.split()), how="pattern")

    def _named(self, text: str, found: re.Match[str], kind: str) -> Mention | None:
        start = found.end()
        if start >= len(text):
            return None
        if kind == "scheme" and text[start - 1 : start].isspace() and re.match("[ก-๎]", text[start]):
            return None
        heading = None
        quoted = text[start : start + 1] in ('"', "“", "'", "‘")
        start += quoted
        if quoted:
            closing = re.compile("[\"”'’\n]").search(text, start, start + 120)
            end = closing.start() if closing else start
            if year := re.compile(r"\s?(?:ประจำปี|ปี\s?\d|ครั้งที่)").search(text, start, end):
                end = year.start()
        else:
            end = reach(_RUNS, text, start)
            heading = (
                _HEADS.search(text, max(0, found.start() - 9), found.start())
                if text[end : end + 1] == "\n"
                else None
            )
            if stop := (_HEADING_STOPS if heading else self.scheme_end).search(text, start, end):
                end = stop.start()
        name = text[start:end].strip()
        if latin := _LATIN_RUN.match(text, start):
            name = latin[0].strip(" .,:-&")
            name = re.sub(r"\s+(?:19|20)\d\d$", "", name)
        if heading and len(name) >= 10 and name not in self.everyday:
            return Mention(kind, start, start + len(name), name, how="pattern")
        banned = self.no_scheme.match(name) and not self.of_person.match(f"รางวัล{name}")
        if len(name) < 4 or banned or name in self.levels or name in self.everyday:
            return None
        if kind == "scheme" and not re.search("[ก-๎]{4}|[A-Za-z]{4}", name):
            return None
        return Mention(kind, start, start + len(name), name, how="pattern")


#: A word that announces a name → what the name is of.
_KINDS: Final = {
    "รางวัล": "scheme",
    "ประเภทรางวัล": "category",
    "ประเภท": "category",
    "สาขารางวัล": "branch",
    "สาขา": "branch",
}
_NEW: Final = re.compile(
    r"(?P<word>ประเภทรางวัล|ประเภท|สาขารางวัล|สาขา|รางวัล(?<!เงินรางวัล)(?<!ของรางวัล)(?<!ชิงรางวัล))(?:\s?ที่\s?\d+)?(?:คือ(?=\s?[“\"]))?\s?"
)

_WORD: Final = re.compile(f"{_RUN}+")
_RUNS: Final = re.compile(f"{_RUN}*")

#: A name that is the whole of a line is cut by few words only.
_HEADS: Final = re.compile(r"(?:^|\n)[^\nก-๎A-Za-z]{0,8}$")
_HEADING_STOPS: Final = re.compile("ประจำปี|ครั้งที่|จำนวน|ได้แก่|ดังนี้|ประเภท|สาขา|ระดับ(?=ดี|ชม|ก้าว|พื้นฐาน|เป็นเลิศ)")

#: A place or grade glued to the name of what was won: รางวัลชนะเลิศการประกวด….
_PRIZE_OF: Final = re.compile(
    r"รางวัล(?<!เงินรางวัล)(?<!ของรางวัล)(?:ชนะเลิศ|รองชนะเลิศ(?:อันดับ(?:ที่)?\s?\d)?|ชมเชย)\s?(?=(?:การประกวด|การแข่งขัน)[ก-๎]{4})"
)

_LATIN_RUN: Final = re.compile(r"[A-Z][A-Za-z0-9’'&.:\-]*(?: [A-Za-z0-9’'&.:\-]+)*(?![ก-๎])")

#: A part of a prize with a Latin name, in a line of its own before who won it: Best Hospital: โรงพยาบาล ก.
_LATIN_PART: Final = re.compile(
    r"(?P<name>(?:Best|Most|Excellence|Excellent|Outstanding|Top|Popular|Rising|Young|Special)"
    r"(?: [A-Za-z&'’-]+){1,6}?)\s?(?:\([^)\n]{2,40}\)\s?)?"
    r"(?=[:=\u2190-\u21ff\u27a1-]|\s?(?:ได้แก่|คือ|เป็นของ|ตกเป็น)|\s?\n)"
)
_BEFORE_PART: Final = re.compile(r"(?:^|\n)[^\nก-๎A-Za-z\d]{0,6}(?:\d{1,2}[.)]\s?)?(?:รางวัล\s?)?$")

#: What stands before a grade in English: a word for one, or nothing in its line.
_BEFORE_GRADE: Final = re.compile(
    r"(?:ระดับ|รางวัล|ตำแหน่ง|คว้า|เกียรติคุณ|(?:^|\n)[^\nก-๎A-Za-z\d]{0,6}(?:\d{1,2}[.)])?)[\s\"“(]{0,2}$"
)

#: A grade won at an event with a Latin name, which is no prize by its words: เหรียญทอง ในงาน Invention Fair.
_EVENT_OF: Final = re.compile(
    rf"(?:เหรียญ(?:ทองแดง|ทอง|เงิน)|ชนะเลิศ(?:\s?อันดับ(?:ที่)?\s?\d)?|Gold|Silver|Bronze|Prize|Medal)[\s”\"]{{0,2}}"
    rf"(?:จาก|ใน)(?:เวที|งาน|การประกวด|การแข่งขัน|มหกรรม|รายการ)\s?[“\"]?(?P<name>{_LATIN_RUN.pattern})"
)

#: A criterion for which a prize of its own is given, with what it is called.
_CRITERION: Final = re.compile(
    rf"หมวด(?:ที่)?\s?(?P<number>\d)(?:\s{{1,2}}(?:ด้าน|การ){_RUN}+(?:\sเพื่อ{_RUN}+)?)?"
)

#: A heading that says of which size or kind those below it are: เทศบาลขนาดใหญ่.
_SIZE: Final = re.compile(
    r"(?:^|\n)[^\nก-๎A-Za-z]{0,8}(?P<name>(?:กลุ่ม|ประเภท)?[ก-๎]{3,30}ขนาด(?:ใหญ่|กลาง|เล็ก|ย่อม)(?:พิเศษ)?)\s*:?(?=\n)"
)

#: A prize with a Latin name, and the word that it cannot do without.
_LATIN_WORD: Final = re.compile("Award|AWARD|Prize|PRIZE|Medal")
_LATIN: Final = re.compile(
    r"(?<![A-Za-z])(?:(?:19|20)\d\d )?[A-Z][A-Za-z0-9'’&.\-]*(?:[ :]{1,2}[A-Za-z0-9'’&.\-]+){0,9}?"
    r" (?:Awards?|Prizes?|Medal|AWARDS?|PRIZE)"
    r"(?: (?:of|for|in) [A-Z][A-Za-z ]+)?(?![A-Za-z])"
)


def compile_patterns(lexicon: Lexicon) -> Patterns:
    """Return the patterns of a lexicon."""
    awards = lexicon.lists["awards"]
    bare = {
        entry.form
        for entry in lexicon.entries
        if entry.bare or (entry.kind == "special" and "เลิศรัฐ" in entry.form)
    }
    award = rf"(?:รางวัล|{alternatives(bare)})"
    honour = "|".join(f"(?<={word})(?<!พิธี{word})\\s?(?=ระดับ|ประเภท)" for word in awards["honours"])
    honour += "|(?<=คว้า)(?=ระดับ)"
    lists = rf"(?:{alternatives(awards['lists'])})(?!กัน|เดียว)"
    between = rf"(?:(?:{alternatives(awards['between'], patterns=True)})|[\s\"“'])*"
    return Patterns(
        re.compile(_YEAR),
        re.compile(_COUNT),
        re.compile(
            rf"(?P<verb>{alternatives(awards['received'])})(?<!สำหรับ)(?<!ยอมรับ){between}(?:(?={award})|{honour})"
        ),
        re.compile(rf"(?P<verb>{alternatives(awards['given'])}){between}(?={award})"),
        re.compile(rf"(?:{alternatives(awards['again'])})[^\n]{{0,40}}?(?:{lists})"),
        re.compile(
            rf"(?:ได้รับ|คว้า|ครอง|ได้)(?=ระดับ\s?(?:{alternatives(awards['grades'])})(?=[\s”\")(,]|จาก|และ|ส่วน|ขณะ|ประเภท|สาขา|ผลงาน|ใน(?!การ)|อีก|มา|ไป|$))"
        ),
        re.compile(
            r"รางวัล(?:(?!ได้รับ)[^\n]){0,60}?(?<=[ ล])ที่(?!ได้|ระลึก)"
            r"(?:(?!ได้รับ|รางวัล|ผู้|จะ)[^\n]){4,80}(?P<verb>ได้รับ)(?!รางวัล|มอบหมาย|แต่งตั้ง|เชิญ|เลือก)"
            rf"(?=[^\n]{{0,40}}?(?:{lists}))"
        ),
        compile_cues(
            awards["announced"],
            rf"(?:{alternatives(awards['announced'], patterns=True)})"
            rf"(?=[^\n]{{0,60}}?(?:{lists})|[^\n]{{0,500}}(?:{lists})\s*:?\s*(?:\n|$)"
            r"|[ :]*\n\s*(?:\(?1[.)]|[-•])\s?\S)",
        ),
        re.compile(rf"(?:{alternatives(awards['not_conferred'], patterns=True)})\s?$"),
        re.compile(rf"(?:{alternatives(awards['somebody'])})\s*$"),
        re.compile(alternatives(awards["scheme_stops"], patterns=True)),
        re.compile(alternatives(awards["no_scheme"], patterns=True)),
        re.compile(rf"รางวัล[\s\"“']*(?:{alternatives(awards['of_persons'], patterns=True)})"),
        re.compile(
            rf"(?=[A-Z1-3])(?:{alternatives(awards['latin_grades'], patterns=True)})(?![A-Za-z]|\s[A-Z])"
        ),
        _graded_line(awards),
        frozenset(row["level"] for row in awards["levels"]),
        frozenset(awards["everyday"]),
        {word: slot for slot, words in awards["columns"].items() for word in words},
    )


def _graded_line(awards: Mapping[str, Any]) -> re.Pattern[str]:
    """Return a pattern of a line that names somebody and ends with a grade, behind a sign or in brackets."""
    grade = rf"{alternatives(awards['latin_grades'], patterns=True)}"
    grade += f"|{alternatives(row['level'] for row in awards['levels'])}"
    sign = r"(?:\s?[:=|\u2190-\u21ff\u27a1]\s?|\s[-\u2013\u2014]\s)"
    return re.compile(
        rf"(?:\d{{1,2}}[.)]\s?|[-*•]\s?)?(?P<who>[^\n:|]{{5,90}}?)(?:\s?\([^()\n]{{2,60}}\))?"
        rf"(?:{sign}|\s?(?P<open>\())(?:รางวัล|ระดับ)*\s?(?P<grade>{grade})(?(open)\))"
    )
