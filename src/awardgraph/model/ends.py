"""One end of a written date: what is written of it, and which days it covers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple, NoReturn

from awardgraph.model.calendar import WEEKDAYS, Calendar, buddhist_days, common_year
from awardgraph.model.tokens import month_of, weekday_of
from awardgraph.model.years import Year, read_year

if TYPE_CHECKING:
    from awardgraph.model.tokens import Words

__all__ = ["End", "days_of", "end_of"]

_YEAR: Final = r"(?P<year>[ybfFcq]*[Yn][bc]?)(?:\((?P<other>[bc]?Y[bc]?)\))?"

#: The forms of one end of a date, in letters of the kinds of words.
_FORMS: Final = (
    r"s?(?P<iso>i)",
    r"[ws]*(?P<numeric>x)",
    rf"[ws]*(?P<day>n)(?P<month>[te])(?:{_YEAR})?",
    rf"[ws]*(?P<month>e)(?P<day>n)(?:{_YEAR})?",
    rf"s?(?P<month>[te])(?:{_YEAR})?",
    r"[ws]*(?P<day>n)(?P<year>Y)?",
    rf"a?{_YEAR}",
)


class End(NamedTuple):
    """One end of a date, as far as it is written."""

    day: int | None = None
    month: int | None = None
    year: Year | None = None
    other: Year | None = None
    weekday: int | None = None

    @property
    def alone(self) -> bool:
        """Whether a year is all that is written."""
        return bool(self.year) and not self.month and self.day is None

    @property
    def printed(self) -> int:
        """The digits of the year, 0 where none is written."""
        return self.year.printed if self.year else 0

    @property
    def common(self) -> int:
        """The Common Era year of the same name, 0 where none is written."""
        return self.year.common if self.year else 0


def end_of(words: Words) -> End:
    """Return what one end of a date writes."""
    match = next(filter(None, (re.fullmatch(form, words.kinds) for form in _FORMS)), None)
    if not match:
        _refuse("its parts do not make a date")
    found = {name: words.part(*match.span(name)) for name, kinds in match.groupdict().items() if kinds}
    if "iso" in found:
        year, month, day = found["iso"].texts[0].split("-")
        return End(int(day), int(month), read_year(year, "c"))
    weekday = weekday_of(words.texts[words.kinds.index("w")]) if "w" in words.kinds else None
    if "numeric" in found:
        day, month, year = found["numeric"].texts[0].split("/")
        if read_year(year, "").calendar is not Calendar.BUDDHIST:
            _refuse("day and month may stand in either order")
        return End(int(day), int(month), read_year(year, ""), weekday=weekday)
    return End(
        day=int(_digits(found["day"])) if "day" in found else None,
        month=month_of(found["month"].texts[0]) if "month" in found else None,
        year=_year(found["year"], thai="t" in words.kinds) if "year" in found else None,
        other=_year(found["other"]) if "other" in found else None,
        weekday=weekday,
    )


def _year(words: Words, *, thai: bool = False) -> Year:
    return read_year(_digits(words), re.sub("[Yn]", "", words.kinds), thai=thai)


def _digits(words: Words) -> str:
    return re.sub("[^0-9]", "", "".join(words.texts))


def days_of(end: End) -> tuple[str, str]:
    """Return the first and the last day of one end, ISO 8601, Common Era.

    Raises:
        ValueError: it names no year, or it is no day of the calendar; with the reason.
    """
    year, month = end.year, end.month
    if not year:
        _refuse("it names no year")
    if not month:
        if end.day is not None:
            _refuse("it names no month")
        return _days_of_year(year, end.other)
    common = _common(year, month)
    if end.other and _common(end.other, month) != common:
        _refuse("the year in brackets is another")
    length = (date(common + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    if end.day is None:
        return f"{common}-{month:02}-01", f"{common}-{month:02}-{length}"
    if not 1 <= end.day <= length:
        _refuse(f"month {month} of {common} CE has the days 1 to {length}")
    day = date(common, month, end.day)
    if end.weekday not in (None, day.weekday()):
        _refuse(f"{day} was a {WEEKDAYS[day.weekday()][1]} (วัน{WEEKDAYS[day.weekday()][0]})")
    return day.isoformat(), day.isoformat()


def _days_of_year(year: Year, other: Year | None) -> tuple[str, str]:
    if other and other.common != year.common:
        _refuse("the year in brackets is another")
    match year.calendar:
        case Calendar.FISCAL:
            return f"{year.common - 1}-10-01", f"{year.common}-09-30"
        case Calendar.BUDDHIST:
            return buddhist_days(year.printed)
        case Calendar.COMMON:
            return f"{year.common}-01-01", f"{year.common}-12-31"


def _common(year: Year, month: int) -> int:
    """Return the Common Era year of a month."""
    if not 1 <= month <= 12:
        _refuse(f"{month} is no month")
    if year.calendar is Calendar.FISCAL:
        _refuse("a month is not counted in fiscal years")
    return common_year(year.printed, month) if year.calendar is Calendar.BUDDHIST else year.common


def _refuse(reason: str) -> NoReturn:
    raise ValueError(reason)
