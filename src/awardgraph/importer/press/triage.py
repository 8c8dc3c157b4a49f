"""Decide of each clause, before anything is linked, whether it confers an award or only hopes for one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.reach import reach

if TYPE_CHECKING:
    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.patterns import Patterns

__all__ = ["HOLDS", "Event", "find_events"]

#: Kinds of events that confer nothing.
HOLDS: Final = frozenset(("close", "definition", "blocked"))

#: Kinds of mentions that end what was said of awards, or hold it up.
_SCOPES: Final = {"definition": "definition", "closers": "close"}


@dataclass(frozen=True, slots=True)
class Event:
    """A turn in what a text says of awards.

    Attributes:
        kind: received, given, announced (a list of winners follows), row (a line of a grade and who
            holds it), grade (the same in running text), blocked (not conferred), definition or close.
        start, end: the words that turn it, half-open, in the clean text.
        anybody: whether the verb speaks of somebody named elsewhere (ผู้ที่ได้รับ).
        graded: whether the verb tells a grade alone, of an award spoken of before.
        who: where the body stands that received, if the verb follows the award; else -1.
    """

    kind: str
    start: int
    end: int
    anybody: bool = False
    who: int = -1
    graded: bool = False

    @property
    def held(self) -> bool:
        """Whether no verb tells it, but an award followed by those who hold it."""
        return self.kind == "announced" and self.start == self.end


def find_events(text: str, known: list[Mention], patterns: Patterns) -> list[Event]:
    """Return the turns of a clean text, in order."""
    masked = {mention.start for mention in known if mention.kind in ("not_award", "again")}
    masked |= {mention.end - 6 for mention in known if mention.kind == "not_award"}
    events = [
        Event(_SCOPES[mention.kind], _begins(text, mention), mention.end)
        for mention in known
        if mention.kind in _SCOPES
    ]
    for found in patterns.received.finditer(text):
        before = text[max(0, found.start() - 60) : found.start()]
        listed = patterns.listed.match(text, found.end())
        spoken = (found.end() in masked or _inside(found.end(), known)) and not listed
        once = before.endswith("เคย") and patterns.somebody.search(before.removesuffix("เคย"))
        if spoken or once or patterns.not_conferred.search(before) or _nominal(before):
            kind = "blocked"
        else:
            kind = "received"
        events.append(
            Event(
                kind,
                found.start(),
                found.end(),
                bool(patterns.somebody.search(before) or (_SOME.search(before) and not _WITH.search(before))),
            )
        )
    for found in patterns.graded.finditer(text):
        told = text[max(0, found.start() - _SPOKEN) : found.start()]
        around = text[max(0, found.start() - 60) : found.end() + 60]
        if "รางวัล" in told and not _RATED.search(around) and not patterns.not_conferred.search(told[-60:]):
            events.append(Event("received", *found.span(), graded=True))
    for found in patterns.verb_last.finditer(text):
        before = text[max(0, found.start("verb") - 30) : found.start("verb")]
        if not patterns.not_conferred.search(before):
            events.append(Event("received", *found.span("verb")))
    events += (Event("announced", *found.span(), anybody=True) for found in patterns.announced.finditer(text))
    for found in patterns.given.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        noun = _NO_VERB.search(before)
        hands = noun and _WHO_HANDS.search(before) and _TO.match(text, found.end())
        if not patterns.not_conferred.search(before) and (hands or not noun):
            events.append(Event("given", found.start(), found.end(), anybody=True))
    return sorted(events, key=lambda event: event.start)


#: Before มอบรางวัล, it is a noun or of somebody else; แรงงาน and สำนักงาน end the names of those who give.
_NO_VERB: Final = re.compile(r"(?:พิธี|ประธาน|รับ|ที่|ผู้|(?<!แรง)(?<!สำนัก)(?<!หน่วย)งาน|(?<!กรรม)(?<!สวัสดิ)การ)\s?$")

#: Somebody hands over in person, to somebody who is named: เป็นผู้มอบรางวัล ก ให้แก่กรม ข.
_WHO_HANDS: Final = re.compile(r"(?:ผู้|ประธาน(?:ใน)?(?:พิธี|งาน|การ)*)\s?$")
_TO: Final = re.compile(r"(?:(?!เป็น|ซึ่ง|ที่ได้)[^\n]){4,110}?(?:ให้)?แก่\s?(?!ผู้|หน่วยงาน|องค์กร|สถาน|บุคคล)")

#: The verb is of a group that is counted or described, not named.
_SOME: Final = re.compile(
    r"(?<!โอกาส)ที่(?:เคย|สามารถ|ก้าวขึ้น(?:มา|ไป)?|เดินทาง(?:มา|ไป)|(?:ขึ้น)?มา)*\s*$|\d+\s?(?:องค์กร|หน่วยงาน|บริษัท|ทีม|ราย|คน|แห่ง|จังหวัด|โรงงาน|สถาน)\S{0,20}\s*$"
)


#: How far before a grade that somebody got the award may have been named, in letters.
_SPOKEN: Final = 700

#: Grades of something else: of satisfaction, of an assessment.
_RATED: Final = re.compile("พึงพอใจ|ประเมิน|คะแนน|ตัวชี้วัด|เกณฑ์")


def _begins(text: str, mention: Mention) -> int:
    """Return where a scope begins: a question (รางวัล ก คืออะไร) holds all of its line."""
    asks = text.startswith("คืออะไร", mention.start)
    line = text.rfind("\n", 0, mention.start) + 1
    return reach(_SIGNS, text, line) if asks else mention.start


_SIGNS: Final = re.compile("[^ก-๎A-Za-z0-9]*")


#: The group that is counted only helped, or works there: ทำร่วมกับเอกชน 4 ราย, ที่มีพนักงาน 7 คน.
_WITH: Final = re.compile(r"(?:ร่วมกับ|(?:ที่|ซึ่ง)มี[ก-๎]{3,20}\s?\d)[^\n]{0,60}$")


def _inside(at: int, known: list[Mention]) -> bool:
    return any(
        mention.start <= at < mention.end for mention in known if mention.kind in ("not_award", "again")
    )


#: การ before a verb makes a noun of it, but also ends the names of bodies (สวัสดิการ); so does งาน (หน่วยงาน).
_NOUN: Final = re.compile(
    r"(?:^|[\s“\"(]|จาก|ใน|ซึ่ง|และ|หลัง|ด้วย|ต่อ|ที่|คือ|ของ|เป็น|แก่|ให้|กับ|สำหรับ)การ$"
    r"|(?:พิธี|(?<!หน่วย)(?<!สำนัก)(?<!พนัก)(?<!\d ผล)(?<!มีผล)งาน|วัน)\s?$|(?<!เป็น)ผู้แทน$"
)


def _nominal(before: str) -> bool:
    """Say whether the verb is a noun here: การเข้ารับรางวัล, พิธีรับมอบรางวัล."""
    return bool(_NOUN.search(before))
