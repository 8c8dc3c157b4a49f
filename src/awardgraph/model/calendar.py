"""The Buddhist, the Common Era and the fiscal calendar of Thailand: what a written date covers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

__all__ = [
    "BUDDHIST_OFFSET",
    "MONTHS",
    "WEEKDAYS",
    "Calendar",
    "Precision",
    "When",
    "buddhist_days",
    "buddhist_year",
    "common_year",
]

#: พ.ศ. = ค.ศ. + 543, since the Thai year begins on 1 January (2484 BE, 1941 CE).
BUDDHIST_OFFSET: Final = 543

#: The first Thai year (BE) that began in January; those since 2432 began in April, and 2483 had nine months.
_FIRST_FROM_JANUARY: Final = 2484

#: The names of the months, January first: Thai in full, Thai short, English.
MONTHS: Final = (
    ("มกราคม", "ม.ค.", "January"), ("กุมภาพันธ์", "ก.พ.", "February"), ("มีนาคม", "มี.ค.", "March"),
    ("เมษายน", "เม.ย.", "April"), ("พฤษภาคม", "พ.ค.", "May"), ("มิถุนายน", "มิ.ย.", "June"),
    ("กรกฎาคม", "ก.ค.", "July"), ("สิงหาคม", "ส.ค.", "August"), ("กันยายน", "ก.ย.", "September"),
    ("ตุลาคม", "ต.ค.", "October"), ("พฤศจิกายน", "พ.ย.", "November"), ("ธันวาคม", "ธ.ค.", "December"),
)  # fmt: skip

#: The names of the weekdays, Monday first, as date.weekday counts: Thai, English.
WEEKDAYS: Final = (
    ("จันทร์", "Monday"), ("อังคาร", "Tuesday"), ("พุธ", "Wednesday"), ("พฤหัสบดี", "Thursday"),
    ("ศุกร์", "Friday"), ("เสาร์", "Saturday"), ("อาทิตย์", "Sunday"),
)  # fmt: skip


class Precision(StrEnum):
    """How finely a date is given."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Calendar(StrEnum):
    """By which calendar a date was written; a fiscal year is Thailand's, from 1 October to 30 September."""

    BUDDHIST = "buddhist"
    COMMON = "common"
    FISCAL = "fiscal"


@dataclass(frozen=True, slots=True)
class When:
    """The days that a written date covers.

    Attributes:
        first: the first day, ISO 8601, Common Era.
        last: the last day, itself included; equal to the first for a single day.
        precision: what the text names: days, months or years.
        calendar: the calendar that the text is written in.
    """

    first: str
    last: str
    precision: Precision
    calendar: Calendar


def common_year(buddhist: int, month: int) -> int:
    """Return the Common Era year of a month of a Thai year (BE); January to March ended it before 2484.

    Raises:
        ValueError: the month fell out: 2483 had no January, February and March.

    >>> common_year(2566, 2), common_year(2477, 3)
    (2023, 1935)
    """
    if buddhist >= _FIRST_FROM_JANUARY or month > 3:
        return buddhist - BUDDHIST_OFFSET
    if buddhist == _FIRST_FROM_JANUARY - 1:
        message = "พ.ศ. 2483 ran from April to December"
        raise ValueError(message)
    return buddhist - BUDDHIST_OFFSET + 1


def buddhist_year(common: int, month: int) -> int:
    """Return the Thai year (BE) in which a month of a Common Era year fell.

    >>> buddhist_year(2023, 2), buddhist_year(1935, 3)
    (2566, 2477)
    """
    before = month <= 3 and common + BUDDHIST_OFFSET < _FIRST_FROM_JANUARY
    return common + BUDDHIST_OFFSET - before


def buddhist_days(year: int) -> tuple[str, str]:
    """Return the first and the last day of a Thai year (BE), ISO 8601, Common Era.

    >>> buddhist_days(2566), buddhist_days(2477)
    (('2023-01-01', '2023-12-31'), ('1934-04-01', '1935-03-31'))
    """
    common = year - BUDDHIST_OFFSET
    if year >= _FIRST_FROM_JANUARY:
        return f"{common}-01-01", f"{common}-12-31"
    return f"{common}-04-01", f"{common}-12-31" if year == _FIRST_FROM_JANUARY - 1 else f"{common + 1}-03-31"
