"""Dates as people write them in Thai and in English, in one calendar or in both."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal

from awardgraph.model.calendar import BUDDHIST_OFFSET, MONTHS, Calendar, Precision, When, buddhist_year

__all__ = ["format_day", "format_when"]

_ISO: Final = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


def format_day(day: str, lang: Literal["th", "en"], *, both: bool = False) -> str:
    """Return a day, a month or a year, ISO 8601 in the Common Era, as a language writes it.

    Thai counts in พ.ศ., English in the Common Era; ``both`` adds the other in brackets. A year
    alone is written as the one counted 543 higher, whichever months the two shared.

    Raises:
        ValueError: it is no date of ISO 8601.

    >>> format_day("2023-09-08", "th"), format_day("2023-09", "en", both=True)
    ('8 กันยายน 2566', 'September 2023 (2566 BE)')
    """
    match = _ISO.fullmatch(day)
    if not match:
        message = f"{day!r} is no date; expected one like 2023-09-08, 2023-09 or 2023"
        raise ValueError(message)
    if not match[2]:
        return _years(int(day), int(day), lang, both=both)
    if match[3]:
        date.fromisoformat(day)
    return " ".join(filter(None, _parts(day, lang, both=both)))


def format_when(when: When, lang: Literal["th", "en"], *, both: bool = False) -> str:
    """Return what a written date covers as a language writes it; what both ends share is written once.

    A span of years is written in months where it has not the length of years in the calendar of
    the language: before 2484 (1941 CE) the Thai year began in April.

    >>> format_when(When("2022-06-16", "2022-06-24", Precision.DAY, Calendar.BUDDHIST), "th")
    '16–24 มิถุนายน 2565'
    """
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
    if when.calendar is Calendar.FISCAL:
        name = {"th": "ปีงบประมาณ", "en": "fiscal year"}[lang]
        return f"{name} {_years(first.year + 1, last.year, lang, both=both)}"
    if when.precision is Precision.YEAR and _whole_years(first, last, lang):
        return _years(_counted(first, lang), _counted(last, lang), lang, both=both)
    length = len("2023-09-08" if when.precision is Precision.DAY else "2023-09")
    begin, end = (_parts(day[:length], lang, both=both) for day in (when.first, when.last))
    if begin == end:
        return " ".join(filter(None, end))
    shared = 0 if begin[2] != end[2] else 1 if begin[1] != end[1] else 2
    kept = " ".join(filter(None, begin[: 3 - shared]))
    # A dash between words of one kind stands close, one between phrases has room around it.
    dash = "–" if len(kept.split()) == 1 else " – "
    return kept + dash + " ".join(filter(None, end))


def _parts(day: str, lang: Literal["th", "en"], *, both: bool) -> tuple[str, str, str]:
    """Return the day, the month and the year of an ISO day or month, the day empty for a month."""
    common, month = int(day[:4]), int(day[5:7])
    buddhist = buddhist_year(common, month)
    year = {
        ("th", False): f"{buddhist}",
        ("th", True): f"พ.ศ. {buddhist} (ค.ศ. {common})",
        ("en", False): f"{common}",
        ("en", True): f"{common} ({buddhist} BE)",
    }[lang, both]
    return (str(int(day[8:])) if day[8:] else ""), MONTHS[month - 1][0 if lang == "th" else 2], year


def _years(first: int, last: int, lang: Literal["th", "en"], *, both: bool) -> str:
    """Return years, Common Era, as a language writes them: from the first to the last, or the one."""
    common = f"{first}" if first == last else f"{first}–{last}"
    higher = (first + BUDDHIST_OFFSET, last + BUDDHIST_OFFSET)
    buddhist = f"{higher[0]}" if first == last else f"{higher[0]}–{higher[1]}"
    if lang == "th":
        return f"พ.ศ. {buddhist} (ค.ศ. {common})" if both else f"พ.ศ. {buddhist}"
    return f"{common} ({buddhist} BE)" if both else common


def _counted(day: date, lang: Literal["th", "en"]) -> int:
    """Return the year of a day in the calendar of a language, as the Common Era year it is named after."""
    return day.year if lang == "en" else buddhist_year(day.year, day.month) - BUDDHIST_OFFSET


def _whole_years(first: date, last: date, lang: Literal["th", "en"]) -> bool:
    """Whether the day before the first, and the day after the last, fall in other years."""
    around = ((first, first - timedelta(days=1)), (last, last + timedelta(days=1)))
    return all(_counted(inside, lang) != _counted(outside, lang) for inside, outside in around)
