"""What stands in a cell: names in the chosen language, years and days as the heading counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from awardgraph.cli.tabling import drawn
from awardgraph.exporters.answers.sheet import PAGE, sheet_of, written
from tests.exporters.answers.conftest import HOSTILE, Watched, sheet, texts

if TYPE_CHECKING:
    from tests.exporters.views.conftest import Loaded

YEARS = "SELECT ?who ?year { ?who awg:editionYear ?year } ORDER BY DESC(?year)"


def shown(graph: Loaded, query: str, lang: Any, *, iris: bool = False) -> list[list[str]]:
    made = sheet(graph, query, iris=iris)
    rows = [
        [written(term, column, lang, page, made.base) for term, column in zip(row, made.columns, strict=True)]
        for page in made.pages
        for row in page.rows
    ]
    return [[column.heading(lang) for column in made.columns], *rows]


def test_an_iri_is_its_name_in_the_language_or_in_the_other_or_its_short_form(little: Loaded) -> None:
    thai = [["who", "year (พ.ศ.)"], ["ดีป้า", "2566"], ["UN", "2565"], ["http://e/nameless", "2564"]]
    english = [["who", "year (CE)"], ["depa", "2023"], ["UN", "2022"], ["http://e/nameless", "2021"]]
    assert shown(little, YEARS, "th") == thai
    assert shown(little, YEARS, "en") == english
    assert [row[0] for row in shown(little, YEARS, "th", iris=True)][1:] == [
        "http://e/depa",
        "agency:un",
        "http://e/nameless",
    ]
    assert shown(little, "SELECT ?x { VALUES ?x { <http://e/page> awg:recipient rdf:type } }", "en")[1:] == [
        ["ข่าว"],
        ["recipient"],
        ["kind"],
    ]


def test_days_are_written_as_the_language_writes_them(little: Loaded) -> None:
    query = "SELECT ?day { VALUES ?day { '2023-09-08'^^xsd:date '1935-03-01'^^xsd:date '2023-09'^^xsd:gYearMonth } }"
    assert shown(little, query, "th") == [
        ["day (พ.ศ.)"],
        ["8 กันยายน 2566"],
        ["1 มีนาคม 2477"],
        ["กันยายน 2566"],
    ]
    assert shown(little, query, "en") == [
        ["day (CE)"],
        ["8 September 2023"],
        ["1 March 1935"],
        ["September 2023"],
    ]


def test_a_year_is_counted_only_where_its_whole_column_is_of_years(little: Loaded) -> None:
    mixed = "SELECT ?x { VALUES ?x { '2023'^^xsd:gYear 2566 'ปี 2566' } }"
    assert shown(little, mixed, "th") == [["x"], ["2023"], ["2566"], ["ปี 2566"]]
    assert shown(little, "SELECT ?x { VALUES ?x { 2566 } }", "th") == [["x"], ["2566"]]


def test_a_number_that_comes_late_in_a_column_of_years_is_not_read_as_one(little: Loaded) -> None:
    values = " ".join(["'2023'^^xsd:gYear"] * PAGE + ["2023", "'2023-01-01'^^xsd:date", "'then'"])
    rows = shown(little, f"SELECT ?year {{ VALUES ?year {{ {values} }} }}", "th")
    assert [rows[1], *rows[-3:]] == [["2566"], ['"2023"^^xsd:integer'], ['"2023-01-01"^^xsd:date'], ["then"]]


@pytest.mark.parametrize(
    "wrong", ["'23'^^xsd:gYear", "'2023-02-30'^^xsd:date", "'x'^^xsd:integer", "'2023Z'^^xsd:gYear"]
)
def test_a_literal_that_is_not_what_it_claims_is_shown_as_it_is(little: Loaded, wrong: str) -> None:
    [heading], [cell] = shown(little, f"SELECT ?x {{ VALUES ?x {{ {wrong} }} }}", "th")
    assert (heading, cell) == ("x", wrong.split("'")[1])


def test_names_are_asked_for_once_a_page(little: Loaded) -> None:
    for iris in (False, True):
        answer, little.asked = Watched(3 * PAGE), 0
        for _ in sheet_of(answer, little, iris=iris).pages:  # type: ignore[arg-type]
            pass
        assert little.asked == (0 if iris else 3)
        assert answer.read == 3 * PAGE


def test_the_table_begins_before_the_answer_ends(little: Loaded) -> None:
    answer = Watched(100 * PAGE)
    lines = drawn(sheet_of(answer, little), "en")  # type: ignore[arg-type]
    assert next(lines).splitlines()[2].split() == ["http://e/0", "0"]
    assert answer.read == PAGE
    next(lines)
    assert answer.read == 2 * PAGE


def test_numbers_stand_at_the_right_and_thai_marks_take_no_room(little: Loaded) -> None:
    from rich.cells import cell_len

    table = "".join(
        drawn(
            sheet(
                little,
                "SELECT ?who ?n ?name { ?who awg:rank ?n OPTIONAL { ?who rdfs:label ?name FILTER(LANG(?name) = 'th') } } ORDER BY ?n",
            ),
            "th",
        )
    )
    assert table.splitlines() == [
        "who                 n  name",
        "─────────────────  ──  ────",
        "ดีป้า                -5  ดีป้า",
        "http://e/nameless   3",
        "UN                 12",
    ]
    assert {
        cell_len(line[: line.index(n) + len(n)])
        for line, n in zip(table.splitlines()[2:], ("-5", " 3", "12"), strict=True)
    } == {21}


@pytest.mark.parametrize("width", [20, 41, 80, 200])
def test_a_table_fits_its_terminal_and_nothing_in_it_steers(little: Loaded, width: int) -> None:
    from rich.cells import cell_len

    query = texts(*HOSTILE).replace("?text {", "?text ?again {", 1)[:-1] + " BIND(?text AS ?again) }"
    table = "".join(drawn(sheet(little, query), "th", width))
    lines = table.split("\n")[:-1]
    assert len(lines) == len(HOSTILE) + 2
    assert max(map(cell_len, lines)) <= width
    assert not set(table) & set("\x00\x07\x1b\x7f\x85\r\t\u202e\u2066\u200f")
    assert len("".join(drawn(sheet(little, query), "th"))) > 200_000, "elsewhere nothing is cut"


def test_yes_or_no_is_a_row(little: Loaded) -> None:
    assert shown(little, "ASK { ?a awg:rank 3 }", "en") == [["answer"], ["true"]]
    assert shown(little, "ASK {}", "th") == [["คำตอบ"], ["true"]]
    assert shown(little, "CONSTRUCT { <http://e/depa> awg:rank 1 } {}", "th") == [
        ["ประธาน", "ภาคแสดง", "กรรม"],
        ["ดีป้า", "ลำดับขั้น", "1"],
    ]
