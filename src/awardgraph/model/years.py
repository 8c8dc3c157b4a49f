"""Read a year as Thais write it: พ.ศ. 2566, ค.ศ. 2023, ปี 66, ปีงบประมาณ 2566."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NoReturn

from awardgraph.model.calendar import BUDDHIST_OFFSET, Calendar

__all__ = ["Year", "read_year"]

#: Years that are read, Common Era, and the Thai years that touch them: 2442 ended in March 1900.
_COMMON: Final = range(1900, 2100)
_BUDDHIST: Final = range(1900 + BUDDHIST_OFFSET - 1, 2100 + BUDDHIST_OFFSET)

#: Two digits that can only be meant as 25xx: ปี 42 may be 2542 or 2042, ปี 85 may be 1985.
_TWO_DIGITS: Final = range(43, 81)

#: Since this fiscal year (CE) it runs from 1 October; earlier ones began in other months.
_FIRST_FISCAL: Final = 1962


@dataclass(frozen=True, slots=True)
class Year:
    """A year as it is printed.

    Attributes:
        printed: its four digits, in the era it is printed in.
        common: the Common Era year of the same name: พ.ศ. 2566 is 2023.
        calendar: the calendar it is printed in.
        marked: whether the text says which era it counts in.
    """

    printed: int
    common: int
    calendar: Calendar
    marked: bool


def read_year(digits: str, marks: str, *, thai: bool = False) -> Year:
    """Return the year that two or four digits name.

    Args:
        digits: the Arabic digits.
        marks: what stands around them, a letter each: ``b`` พ.ศ., ``c`` ค.ศ., ``f`` ปีงบประมาณ,
            ``F`` FY, ``y`` ปี, ``q`` an apostrophe.
        thai: whether a Thai month stands before them, which marks two digits as a Thai year.

    Raises:
        ValueError: with the reason, where the year would have to be guessed.

    >>> read_year("66", "y").common
    2023
    """
    if "b" in marks and "c" in marks:
        _refuse("it names two eras")
    number = int(digits)
    if len(digits) == 2:
        number = _two_digits(number, marks, thai=thai)
    if number in _BUDDHIST:
        if "c" in marks:
            _refuse(f"{number} is a Thai year but is printed as ค.ศ. (CE)")
        common, calendar = number - BUDDHIST_OFFSET, Calendar.BUDDHIST
    elif number in _COMMON:
        if "b" in marks:
            _refuse(f"{number} is a Common Era year but is printed as พ.ศ. (B.E.)")
        common, calendar = number, Calendar.COMMON
    else:
        _refuse(f"{number} is neither from 2443 to 2642 (พ.ศ.) nor from 1900 to 2099 (CE)")
    if "f" in marks.casefold():
        if common < _FIRST_FISCAL:
            _refuse("a fiscal year is read from พ.ศ. 2505 (1962 CE) on, since which it begins in October")
        calendar = Calendar.FISCAL
    return Year(number, common, calendar, marked="b" in marks or "c" in marks)


def _two_digits(number: int, marks: str, *, thai: bool) -> int:
    if "b" not in marks:
        if "c" in marks or "F" in marks or not (thai or marks):
            _refuse("two digits do not say which year is meant")
        if number not in _TWO_DIGITS:
            _refuse("two digits from 43 to 80 are read as 2543 to 2580; others may be meant in another era")
    return 2500 + number


def _refuse(reason: str) -> NoReturn:
    raise ValueError(reason)
