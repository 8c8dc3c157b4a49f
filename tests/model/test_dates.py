"""Days, months and years as Thai texts write them, in both calendars."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.model.calendar import MONTHS, WEEKDAYS, Calendar, Precision, When, buddhist_year, common_year
from awardgraph.model.dates import parse_day, parse_span, parse_year, read_when
from awardgraph.model.printing import format_day, format_when


def _table(name: str) -> list[list[str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


FORMS = _table("dates.csv")
LANGUAGES: tuple[Literal["th", "en"], ...] = ("th", "en")

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
langs = st.sampled_from(LANGUAGES)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row[0])
def test_a_written_date(row: list[str]) -> None:
    text, first, last, precision, calendar = row
    assert read_when(text) == When(first, last, Precision(precision), Calendar(calendar))


@pytest.mark.parametrize(("text", "reason"), _table("no-dates.csv"))
def test_what_names_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=r"is no date: .+; expected one like") as refused:
        read_when(text)
    assert reason in str(refused.value)


def test_the_thai_year_began_in_april_until_2483() -> None:
    # New Year was moved to 1 January 2484 (1941): 1 March of พ.ศ. 2477 lies in 1935, not in 1934.
    assert read_when("31 มีนาคม 2482").first == "1940-03-31"
    assert read_when("1 เมษายน 2483").first == "1940-04-01"
    assert read_when("31 ธันวาคม 2483").first == "1940-12-31"
    assert read_when("1 มกราคม 2484").first == "1941-01-01"


@given(days)
def test_both_calendars_name_every_day(day: date) -> None:
    assert common_year(buddhist_year(day.year, day.month), day.month) == day.year


@given(days, langs, st.booleans())
def test_every_day_is_read_as_it_is_printed(day: date, lang: Literal["th", "en"], both: bool) -> None:
    written = format_day(day.isoformat(), lang, both=both)
    assert parse_day(written) == day.isoformat()
    assert read_when(written).calendar is (Calendar.BUDDHIST if lang == "th" else Calendar.COMMON)


@given(days, st.sampled_from([0, 1]))
def test_every_day_in_thai_words_digits_and_weekdays(day: date, form: int) -> None:
    year = buddhist_year(day.year, day.month)
    thai = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
    written = f"วัน{WEEKDAYS[day.weekday()][0]}ที่ {day.day} {MONTHS[day.month - 1][form]} {year}".translate(
        thai
    )
    assert parse_day(written) == parse_day(day.isoformat()) == day.isoformat()
    assert parse_day(f"{day.day}/{day.month}/{year}") == day.isoformat()


@given(days, st.integers(1, 6))
def test_a_wrong_weekday_is_refused(day: date, off: int) -> None:
    with pytest.raises(ValueError, match="was a "):
        read_when(f"{WEEKDAYS[(day.weekday() + off) % 7][1]} {day.day} {MONTHS[day.month - 1][2]} {day.year}")


@given(days, days, st.sampled_from(["day", "month", "year"]), langs, st.booleans())
def test_every_span_is_read_as_it_is_printed(
    one: date, other: date, precision: str, lang: Literal["th", "en"], both: bool
) -> None:
    length = {"day": 10, "month": 7, "year": 4}[precision]
    first, last = (format_day(day.isoformat()[:length], "en") for day in sorted((one, other)))
    when = read_when(f"{first} – {last}")
    again = read_when(format_when(when, lang, both=both))
    assert (again.first, again.last) == (when.first, when.last)


@given(st.integers(2505, 2642), st.integers(0, 20), langs, st.booleans())
def test_fiscal_years_are_read_as_they_are_printed(
    year: int, more: int, lang: Literal["th", "en"], both: bool
) -> None:
    when = read_when(f"ปีงบประมาณ พ.ศ. {year} - {min(year + more, 2642)}")
    assert when.first == f"{year - 544}-10-01"
    assert read_when(format_when(when, lang, both=both)) == when


@given(
    st.text()
    | st.text("0123456789๐๒๕๖ -–/().,'ปีพศคกยวันทีBEofMay\u200b")
    | st.lists(st.sampled_from([r[0] for r in FORMS])).map(" ".join)
)
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        when = read_when(text)
    except ValueError:
        return
    first, last = date.fromisoformat(when.first), date.fromisoformat(when.last)
    assert date(1900, 1, 1) <= first <= last <= date(2099, 12, 31)


@pytest.mark.parametrize("row", FORMS, ids=lambda row: row[0])
def test_what_is_read_is_printed_in_both_languages_and_read_again(row: list[str]) -> None:
    when = read_when(row[0])
    for lang in LANGUAGES:
        again = read_when(format_when(when, lang, both=True))
        assert (again.first, again.last) == (when.first, when.last)


@pytest.mark.parametrize(
    ("text", "thai", "english", "both"),
    [
        ("8 ก.ย. 66", "8 กันยายน 2566", "8 September 2023", "8 กันยายน พ.ศ. 2566 (ค.ศ. 2023)"),
        ("Sep 2023", "กันยายน 2566", "September 2023", "กันยายน พ.ศ. 2566 (ค.ศ. 2023)"),
        ("ปี 66", "พ.ศ. 2566", "2023", "พ.ศ. 2566 (ค.ศ. 2023)"),
        ("16-24 มิ.ย. 65", "16–24 มิถุนายน 2565", "16–24 June 2022", "16–24 มิถุนายน พ.ศ. 2565 (ค.ศ. 2022)"),
        ("28 ก.ย. - 2 ต.ค. 2564", "28 กันยายน – 2 ตุลาคม 2564", "28 September – 2 October 2021", "28 กันยายน – 2 ตุลาคม พ.ศ. 2564 (ค.ศ. 2021)"),
        ("28 ธ.ค. 2564 - 16 ม.ค. 2565", "28 ธันวาคม 2564 – 16 มกราคม 2565", "28 December 2021 – 16 January 2022", "28 ธันวาคม พ.ศ. 2564 (ค.ศ. 2021) – 16 มกราคม พ.ศ. 2565 (ค.ศ. 2022)"),
        ("ต.ค. - ธ.ค. 2565", "ตุลาคม–ธันวาคม 2565", "October–December 2022", "ตุลาคม–ธันวาคม พ.ศ. 2565 (ค.ศ. 2022)"),
        ("2564-67", "พ.ศ. 2564–2567", "2021–2024", "พ.ศ. 2564–2567 (ค.ศ. 2021–2024)"),
        ("ปีงบฯ 65", "ปีงบประมาณ พ.ศ. 2565", "fiscal year 2022", "ปีงบประมาณ พ.ศ. 2565 (ค.ศ. 2022)"),
        ("พ.ศ. 2477", "พ.ศ. 2477", "April 1934 – March 1935", "พ.ศ. 2477 (ค.ศ. 1934)"),
    ],
)  # fmt: skip
def test_how_a_date_is_printed(text: str, thai: str, english: str, both: str) -> None:
    when = read_when(text)
    assert (format_when(when, "th"), format_when(when, "en")) == (thai, english)
    assert format_when(when, "th", both=True) == both


def test_a_day_in_english_with_both_calendars() -> None:
    assert format_day("2023-09-08", "en", both=True) == "8 September 2023 (2566 BE)"
    for text in ("2023-02-30", "2023-13", "8 ก.ย. 2566", ""):
        with pytest.raises(ValueError, match=r"date|day"):
            format_day(text, "th")


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
        ("ปี 66", "BE", 2023),
        ("2566 (2023)", "BE", 2023),
        ("2443", "BE", 1900),
        ("2642", "BE", 2099),
    ],
)
def test_a_year(text: str, era: Literal["BE", "CE"], year: int) -> None:
    assert parse_year(text, era) == year


@pytest.mark.parametrize(
    "text",
    [
        "0", "25664", "ปีนี้", "", "66", "2023", "-2566", "2566.5", "๒๕", "2566 2567", "2442", "2643", "2566-67",
        "ก.ย. 2566", "8 ก.ย. 2566", "ปีงบประมาณ 2566", "2566 (2022)", "3 ปีซ้อน", "พ.ศ. 2023", "PMQA 2566",
    ],
)  # fmt: skip
def test_no_year(text: str) -> None:
    with pytest.raises(ValueError, match="is no year; expected four digits from 2443 to 2642"):
        parse_year(text, "BE")


@given(st.integers(1900, 2099))
def test_every_year(year: int) -> None:
    assert parse_year(str(year), "CE") == parse_year(str(year + 543), "BE") == year
    assert parse_year(format_day(str(year), "th"), "CE") == year


@pytest.mark.parametrize(
    "text",
    [
        "31 ก.พ. 2566",
        "2566-02-30",
        "2566-09-08",
        "8/9/2023",
        "",
        "20230908",
        "ก.ย. 2566",
        "2566",
        "7-8 ก.ย. 2566",
    ],
)
def test_no_day(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse_day(text)


def test_a_span_of_days() -> None:
    assert parse_span("2023-09-07") == ("2023-09-07", None)
    assert parse_span("2014-06-23/2014-06-26") == ("2014-06-23", "2014-06-26")
    assert parse_span("23–26 มิ.ย. 2557") == ("2014-06-23", "2014-06-26")
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_span("2014-06-26/2014-06-23")
    for imprecise in ("ก.ย. 2566", "ต.ค. - ธ.ค. 2565", "2566", "2564-2567"):
        with pytest.raises(ValueError, match="names no day"):
            parse_span(imprecise)


@given(days, st.integers(1, 400))
def test_a_span_of_days_in_thai(first: date, length: int) -> None:
    last = min(first + timedelta(days=length), date(2099, 12, 31))
    when = When(first.isoformat(), last.isoformat(), Precision.DAY, Calendar.COMMON)
    expected = (when.first, None if first == last else when.last)
    assert parse_span(format_when(when, "th")) == expected
