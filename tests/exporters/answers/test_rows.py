"""Rows in formats for programs and people, each read again by another reader."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from pyoxigraph import Literal, QueryResultsFormat, Store, parse_query_results

from awardgraph.errors import UsageError
from awardgraph.exporters.answers.delimited import delimited
from awardgraph.exporters.answers.markdown import markdown
from awardgraph.exporters.answers.sheet import legible
from awardgraph.exporters.answers.workbook import LONGEST_CELL, workbook
from awardgraph.graph.streaming import stream
from awardgraph.model.spreadsheets import guarded
from tests.exporters.answers.conftest import HOSTILE, Watched, sheet, texts

if TYPE_CHECKING:
    from typing import Any

    from tests.exporters.views.conftest import Loaded

TEXT = st.text(st.characters(exclude_categories=["Cs"]))

TERMS = """SELECT * { VALUES (?a ?b) { ("x"@th 1) (<http://e/x> 1.50) ("x"^^<http://e/t> 1e5) (UNDEF "+05"^^xsd:integer)
    (true "1."^^xsd:decimal) ("2023"^^xsd:gYear "INF"^^xsd:double) ("" UNDEF) } }"""

MEDIA = {"csv": QueryResultsFormat.CSV, "tsv": QueryResultsFormat.TSV, "json": QueryResultsFormat.JSON}


def streamed(query: str, form: str) -> bytes:
    return b"".join(stream(Store().query(query, prefixes={"xsd": "http://www.w3.org/2001/XMLSchema#"}), form))


@pytest.mark.parametrize("form", ["json", "tsv", "xml"])
@pytest.mark.parametrize(
    "query",
    [TERMS, texts(*HOSTILE), "SELECT ?x { VALUES ?x { UNDEF } }"],
    ids=["terms", "hostile", "nothing"],
)
def test_rows_come_back_as_they_were(form: str, query: str) -> None:
    media = MEDIA | {"xml": QueryResultsFormat.XML}
    if form == "xml":
        # XML cannot hold most control characters, and reads a line's end as \\n.
        query = (
            query if query != texts(*HOSTILE) else texts(*(text for text in HOSTILE if legible(text) == text))
        )
    read = parse_query_results(streamed(query, form), format=media[form])
    want = Store().query(query, prefixes={"xsd": "http://www.w3.org/2001/XMLSchema#"})
    assert [tuple(row) for row in read] == [tuple(row) for row in want]  # type: ignore[union-attr]


@given(TEXT)
def test_any_text_comes_back(text: str) -> None:
    assert json.loads(streamed(texts(text), "json"))["results"]["bindings"][0]["text"]["value"] == text
    [tsv] = parse_query_results(streamed(texts(text), "tsv"), format=QueryResultsFormat.TSV)  # type: ignore[misc]
    assert tsv["text"] == Literal(text)
    rows = list(csv.reader(io.StringIO(streamed(texts("x" + text), "csv").decode(), newline="")))
    assert rows == [["text"], ["x" + text]]


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_a_row_is_written_before_the_next_is_computed(form: str) -> None:
    answer = Watched(1000)
    pieces = stream(answer, form)  # type: ignore[arg-type]
    next(pieces)
    assert answer.read == 0, "the heading needs no row"
    assert b"http://e/0" in next(pieces)
    assert answer.read == 1


@pytest.mark.parametrize(("delimiter", "mark"), [(",", "\ufeff"), ("\t", "")])
def test_a_spreadsheet_finds_no_formula(little: Loaded, delimiter: str, mark: str) -> None:
    rows = "".join(delimited(sheet(little, "SELECT ?r ?n { ?x awg:remark ?r ; awg:rank ?n }"), delimiter))
    assert rows == f"{mark}r{delimiter}n\r\n'=1+1{delimiter}-5\r\n", "a number below nothing is a number"
    written = "".join(delimited(sheet(little, texts(*HOSTILE)), delimiter)).removeprefix("\ufeff")
    csv.field_size_limit(200_000)
    cells = [cell for [cell] in csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)][1:]
    assert [cell.removeprefix("'") for cell in cells] == [
        text.replace("\x00", "\ufffd").removeprefix("'") for text in HOSTILE
    ]
    assert not [
        cell for cell in cells if cell.lstrip().lstrip("\ufeff").startswith(("=", "+", "-", "@", "\uff1d"))
    ]


@given(TEXT)
def test_a_guarded_text_is_itself_or_itself_behind_an_apostrophe(text: str) -> None:
    assert guarded(text) in (text, "'" + text)
    assert not guarded(" \t" + "=" + text).lstrip().startswith("=")


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_markdown_is_read_as_the_texts_that_were_written(values: list[str]) -> None:
    from tests.exporters.views.conftest import turtle

    table = "".join(markdown(sheet(turtle(), texts(*values)), "en"))
    assert cells_of(table)[1:] == [legible(text) for text in values]


def cells_of(table: str) -> list[str]:
    """Return the texts of the cells of a table of one column; nothing in it may be anything but text."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(table)
    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert kinds <= {"text", "text_special"}, kinds
    return ["".join(child.content for child in token.children or ()) for token in inline]


def test_markdown_links_names_and_sets_numbers_right(little: Loaded) -> None:
    table = "".join(
        markdown(
            sheet(little, "SELECT ?x ?n { ?x awg:rank ?n ; rdfs:label ?l FILTER(LANG(?l) = 'th') }"), "th"
        )
    )
    assert table == "| x | n |\n| --- | ---: |\n| [ดีป้า](http://e/depa) | -5 |\n"
    odd = "SELECT ?x { VALUES ?x { <javascript:alert(1)> <http://e/a)(b|> } }".replace("|", "%7C")
    links = "".join(markdown(sheet(little, odd), "en")).splitlines()[2:]
    assert links == ["| javascript:alert(1) |", "| [http://e/a)(b%7C](http://e/a%29%28b%7C) |"]


def opened(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def test_a_workbook_is_typed(little: Loaded) -> None:
    query = "SELECT ?who ?year ?n ?day\r\n{ ?who awg:editionYear ?year ; awg:rank ?n OPTIONAL { ?who awg:heldOn ?day } } ORDER BY ?year"
    book = opened(workbook(sheet(little, query), "th", query))
    page, asked = book.worksheets
    assert [[cell.value for cell in row] for row in page.iter_rows()][0::3] == [
        ["who", "year (พ.ศ.)", "n", "day (พ.ศ.)"],
        ["ดีป้า", 2566, -5, page["D4"].value],
    ]
    assert page["D4"].value.date().isoformat() == "2023-09-08"
    assert page.freeze_panes == "A2"
    assert page["A4"].font.name == "Tahoma"
    assert [row[0].value for row in asked.iter_rows()] == query.split("\r\n")
    assert [page.title, asked.title] == ["คำตอบ", "คำสั่งค้น"]


def test_a_workbook_holds_texts_and_no_formula(little: Loaded) -> None:
    short = [text for text in HOSTILE if len(text) < LONGEST_CELL and text.strip()]
    page = opened(workbook(sheet(little, texts(*short)), "en", "=1+1")).worksheets[0]
    cells = [row[0] for row in page.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []
    for cell, text in zip(cells, short, strict=True):
        if legible(text) == text:
            assert unescape(cell.value) == text.replace("\ufffe", "\ufffd")


def test_a_workbook_keeps_numbers_exact_and_is_the_same_twice(little: Loaded) -> None:
    query = "SELECT ?n { VALUES ?n { 999999999999999 9007199254740993 0.1 'INF'^^xsd:double } }"
    books = [workbook(sheet(little, query), "en", query) for _ in range(2)]
    assert books[0] == books[1]
    cells = [row[0].value for row in opened(books[0]).worksheets[0].iter_rows(min_row=2)]
    assert cells == [999999999999999, "9007199254740993", 0.1, "INF"]


def test_what_a_workbook_cannot_hold_is_refused(little: Loaded, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="100,000 characters in row 1"):
        workbook(sheet(little, texts("ก" * 100_000)), "en", "")
    monkeypatch.setattr("awardgraph.exporters.answers.workbook.MOST_ROWS", 3)
    with pytest.raises(UsageError, match="more than 2 rows"):
        workbook(sheet(little, texts("a", "b", "c")), "en", "")


def test_a_number_beyond_floating_point_is_a_text_in_a_workbook(little: Loaded) -> None:
    query = 'SELECT ?n { VALUES ?n { "1e400"^^<http://www.w3.org/2001/XMLSchema#decimal> } }'
    page = opened(workbook(sheet(little, query), "en", query)).worksheets[0]
    assert page["A2"].value == "1e400"
