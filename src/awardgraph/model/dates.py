"""Years and days, in the Buddhist and the Common Era."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Final, Literal

from awardgraph.model.language import THAI_DIGITS

__all__ = ["BUDDHIST_OFFSET", "parse_day", "parse_span", "parse_year"]

#: พ.ศ. = ค.ศ. + 543, since the Thai year begins on 1 January (2484 BE, 1941 CE).
BUDDHIST_OFFSET: Final = 543

#: Years in which an award can have been given, Common Era.
_YEARS: Final = range(1900, 2100)

_MONTHS: Final = (
    ("มกราคม", "ม.ค."), ("กุมภาพันธ์", "ก.พ."), ("มีนาคม", "มี.ค."), ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."), ("มิถุนายน", "มิ.ย."), ("กรกฎาคม", "ก.ค."), ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."), ("ตุลาคม", "ต.ค."), ("พฤศจิกายน", "พ.ย."), ("ธันวาคม", "ธ.ค."),
)  # fmt: skip
_MONTH_OF: Final = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_THAI_DAY: Final = re.compile(r"(\d{1,2})\s*(\S+?)\s*(?:พ\.ศ\.\s*)?(\d{4})")
_WRITTEN_YEAR: Final = re.compile(
    r"(?:(พ\.ศ\.|B\.?E\.?)|(ค\.ศ\.|C\.?E\.?|A\.?D\.?))?\s*(\d{4})", re.IGNORECASE
)


def parse_year(text: str, era: Literal["BE", "CE"]) -> int:
    """Return the Common Era year that a cell gives.

    Units: ``era`` says how a bare number is meant; a year that names its era (พ.ศ. 2566,
    ค.ศ. 2023) is read as that. Thai digits are read.

    Raises:
        ValueError: it is no year between 1900 and 2099 CE (2443 and 2642 BE).

    >>> parse_year("๒๕๖๖", "BE"), parse_year("พ.ศ. 2566", "CE")
    (2023, 2023)
    """
    match = _WRITTEN_YEAR.fullmatch(text.strip().translate(THAI_DIGITS))
    if match:
        buddhist = bool(match[1]) or (era == "BE" and not match[2])
        year = int(match[3]) - (BUDDHIST_OFFSET if buddhist else 0)
        if year in _YEARS:
            return year
    known = "2443 to 2642 (พ.ศ.)" if era == "BE" else "1900 to 2099 (CE)"
    message = f"{text!r} is no year; expected four digits from {known}"
    raise ValueError(message)


def parse_day(text: str) -> str:
    """Return a day as an ISO date, Common Era, from an ISO date or a Thai one.

    Raises:
        ValueError: it is no day of the calendar.

    >>> parse_day("8 ก.ย. 2566")
    '2023-09-08'
    """
    plain = text.strip().translate(THAI_DIGITS)
    if (thai := _THAI_DAY.fullmatch(plain)) and (month := _MONTH_OF.get(thai[2])):
        plain = f"{int(thai[3]) - BUDDHIST_OFFSET:04}-{month:02}-{int(thai[1]):02}"
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain):
            return date.fromisoformat(plain).isoformat()
    message = f"{text!r} is no date; expected one like 2023-09-08 or 8 ก.ย. 2566"
    raise ValueError(message)


def parse_span(text: str) -> tuple[str, str | None]:
    """Return the first and the last day of ``first/last``, the last None where one day is given.

    Raises:
        ValueError: a part is no day, or the last comes before the first.

    >>> parse_span("2014-06-23/2014-06-26")
    ('2014-06-23', '2014-06-26')
    """
    first, _, last = text.partition("/")
    begin, end = parse_day(first), parse_day(last) if last else None
    if end and end < begin:
        message = f"{text!r} ends before it begins"
        raise ValueError(message)
    return begin, end
