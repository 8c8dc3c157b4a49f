"""Read days, months and years as Thais write them, in the Buddhist and in the Common Era."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, Literal, NoReturn

from awardgraph.model.calendar import Calendar, Precision, When
from awardgraph.model.ends import End, days_of, end_of
from awardgraph.model.tokens import Words, cut
from awardgraph.model.years import read_year

__all__ = ["parse_day", "parse_span", "parse_year", "read_when"]

_EXPECTED: Final = "expected one like 2023-09-08 or 8 ก.ย. 2566"

#: An ISO month; a year and two digits in the Common Era are also how an edition of two years is written.
_MONTH: Final = r"(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])"

#: What a text says that names no days, and why it does not.
_REASONS: Final = {
    r"ปี\s?(?:ซ้อน|ติดต่อกัน|ต่อเนื่อง)|(?:ติดต่อกัน|ต่อเนื่อง)\D*[0-9๐-๙]+\s?ปี|consecutive|in a row": (
        "it counts years and names none"
    ),
    r"ทุก(?:ปี|เดือน|วัน)|every": "it comes back and names no year",
    r"ปีการศึกษา|ปีบัญชี|academic": "such a year begins when its keeper says",
    r"ไตรมาส|quarter": "a quarter may be one of the calendar year or of the fiscal year",
    r"เป็นต้นไป|ภายใน|onwards|within": "it gives one end only",
    r"วันนี้|วานนี้|พรุ่งนี้|ปีนี้|ปีที่แล้ว|ปีก่อน|ปีหน้า|today|yesterday|(?:this|last|next) year": (
        "it depends on the day on which it was said"
    ),
}


def read_when(text: str) -> When:
    """Return the days that a text covers which is wholly a date: a day, month or year, or a span of them.

    Reads Thai and English words, both eras, Thai digits, ISO 8601, fiscal years, shortened ends
    (16–24 มิ.ย. 2565, 2564-67) and a second era in brackets. Which event the date belongs to
    (published, held, conferred) is not said by a date, so it is the caller's to say.

    Raises:
        ValueError: it is no date, or one that would have to be guessed; the sentence says which.

    >>> read_when("28 ก.ย. - 2 ต.ค. 2564").last
    '2021-10-02'
    """
    try:
        return _read(text)
    except ValueError as error:
        reason = next(
            (why for pattern, why in _REASONS.items() if re.search(pattern, text, re.IGNORECASE)), str(error)
        )
        message = f"{text!r} is no date: {reason}; {_EXPECTED}"
        raise ValueError(message) from None


@lru_cache(maxsize=1 << 12)
def parse_year(text: str, era: Literal["BE", "CE"]) -> int:
    """Return the Common Era year that a cell gives; a span of years or a fiscal year is none.

    Units: ``era`` says how a bare number is meant; a year that names its era (พ.ศ. 2566,
    ค.ศ. 2023) is read as that. Thai digits are read.

    Raises:
        ValueError: it is no year between 1900 and 2099 CE (2443 and 2642 BE).

    >>> parse_year("๒๕๖๖", "BE"), parse_year("พ.ศ. 2566", "CE")
    (2023, 2023)
    """
    try:
        words = cut(text)
        end = End() if "a" in words.kinds else end_of(words)
        calendar = _covers(end, end).calendar
    except ValueError:
        end, calendar = End(), Calendar.FISCAL
    meant = Calendar.BUDDHIST if era == "BE" else Calendar.COMMON
    if end.year and end.alone and calendar is not Calendar.FISCAL and (end.year.marked or calendar is meant):
        return end.year.common
    known = "2443 to 2642 (พ.ศ.)" if era == "BE" else "1900 to 2099 (CE)"
    message = f"{text!r} is no year; expected four digits from {known}"
    raise ValueError(message)


def parse_day(text: str) -> str:
    """Return a day as an ISO date, Common Era, from an ISO date or a Thai or English one.

    Raises:
        ValueError: it is no single day of the calendar.

    >>> parse_day("8 ก.ย. 2566")
    '2023-09-08'
    """
    first, last = parse_span(text)
    if last:
        message = f"{text!r} is no date: it is a span of days; {_EXPECTED}"
        raise ValueError(message)
    return first


@lru_cache(maxsize=1 << 12)
def parse_span(text: str) -> tuple[str, str | None]:
    """Return the first and the last day of a span of days, the last None where one day is given.

    Raises:
        ValueError: it names no days, or the last comes before the first.

    >>> parse_span("2014-06-23/2014-06-26"), parse_span("16–24 มิ.ย. 2565")
    (('2014-06-23', '2014-06-26'), ('2022-06-16', '2022-06-24'))
    """
    when = read_when(text)
    if when.precision is not Precision.DAY:
        message = f"{text!r} is no date: it names no day; {_EXPECTED}"
        raise ValueError(message)
    return when.first, None if when.last == when.first else when.last


def _read(text: str) -> When:
    if match := re.fullmatch(_MONTH, text.strip()):
        if match["month"] > match["year"][2:]:
            _refuse("it may be a month or two years; write the month in words, or both years in full")
        month = End(month=int(match["month"]), year=read_year(match["year"], "c"))
        return _covers(month, month)
    words = cut(text)
    if not (bracket := re.search(r"\(([bc]?Y-Y[bc]?)\)$", words.kinds)):
        return _covers(*_ends(words))
    ends, others = _ends(words.part(0, bracket.start())), _ends(words.part(*bracket.span(1)))
    if not all(end.alone and end.common == other.common for end, other in zip(ends, others, strict=True)):
        _refuse("the years in brackets are others")
    return _covers(*ends)


def _ends(words: Words) -> tuple[End, End]:
    """Return the two ends of a span, twice the same for what is one day, month or year."""
    opened = words.kinds.startswith("r")
    words = words.part(int(opened), len(words.kinds.removesuffix("z")))
    between = [place for place, kind in enumerate(words.kinds) if kind in "-/"]
    if len(between) > 1 or opened > len(between):
        _refuse("it does not give two ends" if opened else "it gives more than two ends")
    if not between:
        return end_of(words), end_of(words)
    (middle,) = between
    left, right = words.part(0, middle), words.part(middle + 1, len(words.kinds))
    first = end_of(left)
    short = right.kinds == "n" and len(right.texts[0]) == 2 and first.alone
    last = end_of(Words("Y", (f"{first.printed // 100}{right.texts[0]}",))) if short else end_of(right)
    if words.kinds[middle] == "/" and words.kinds != "i/i" and first.printed + 1 != last.printed:
        _refuse("a stroke stands between two days of ISO 8601 or between a year and the next")
    return _completed(first, last)


def _completed(first: End, last: End) -> tuple[End, End]:
    """Return two ends, each with what only the other one writes."""
    if first.day and last.day:
        first = first._replace(month=first.month or last.month)
        last = last._replace(month=last.month or first.month)
    if not last.year:
        _refuse("its end names no year")
    first = first._replace(year=first.year or last.year)
    if (first.day is None, first.month is None) != (last.day is None, last.month is None):
        _refuse("its ends are not of one kind")
    if first.year and first.year.calendar is Calendar.FISCAL:
        last = last._replace(year=replace(last.year, calendar=Calendar.FISCAL))
    return first, last


def _covers(first: End, last: End) -> When:
    """Return what lies between two ends, both included."""
    begin, end = days_of(first)[0], days_of(last)[1]
    if not first.year or not last.year or first.year.calendar is not last.year.calendar:
        _refuse("its ends are written in two calendars")
    if end < begin:
        _refuse("it ends before it begins")
    if begin < "1900" or end >= "2100":
        _refuse("it lies outside of 1900 to 2099 CE (พ.ศ. 2443 to 2642)")
    precision = Precision.DAY if first.day else Precision.MONTH if first.month else Precision.YEAR
    return When(begin, end, precision, first.year.calendar)


def _refuse(reason: str) -> NoReturn:
    raise ValueError(reason)
