"""Years and days in both calendars."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.model.dates import _MONTHS, parse_day, parse_span, parse_year


@pytest.mark.parametrize(
    ("text", "era", "year"),
    [
        ("2566", "BE", 2023),
        ("๒๕๖๔", "BE", 2021),
        ("พ.ศ. 2565", "CE", 2022),
        ("พ.ศ.2565", "BE", 2022),
        ("ค.ศ. 2022", "BE", 2022),
        ("2022", "CE", 2022),
        ("B.E. 2566", "CE", 2023),
    ],
)
def test_a_year(text: str, era: str, year: int) -> None:
    assert parse_year(text, era) == year  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["0", "25664", "ปีนี้", "", "66", "2023", "-2566", "2566.5", "๒๕", "2566 2567"])
def test_no_year(text: str) -> None:
    with pytest.raises(ValueError, match="is no year"):
        parse_year(text, "BE")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from([0, 1]))
def test_every_day_in_thai_words(day: date, form: int) -> None:
    assert parse_day(f"{day.day} {_MONTHS[day.month - 1][form]} {day.year + 543}") == day.isoformat()
    assert parse_day(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize("text", ["31 ก.พ. 2566", "2566-02-30", "8/9/2566", "8 Sept 2023", "", "20230908"])
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse_day(text)


def test_a_span_of_days() -> None:
    assert parse_span("2023-09-07") == ("2023-09-07", None)
    assert parse_span("2014-06-23/2014-06-26") == ("2014-06-23", "2014-06-26")
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_span("2014-06-26/2014-06-23")
