"""The caret stands under the place of an error, counted in the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from awardgraph import QueryError
from awardgraph.cli.carets import pointed


def _at(text: str, word: str) -> tuple[str, str]:
    """Return the line drawn and what of it stands over the caret and behind."""
    offset = text.index(word)
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    drawn, caret = pointed(text, QueryError("?", line, column)).splitlines()
    cells = cell_len(caret) - 1
    before = next(
        n for n in range(len(drawn) + 1) if cell_len(drawn[:n]) == cells and drawn[n:].startswith(word)
    )
    return drawn, drawn[before:]


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?s x:y 1 }",
        "ASK { ?s rdfs:label 'ที่ปรึกษาน้ำดื่ม' ; x:y 1 }",
        "ASK {\n\t?s rdfs:label 'ดีป้า' ;\r\n  x:y 1 }",
        "ASK { ?s rdfs:label '日本' ; x:y 1 }",
        "ASK { ?s rdfs:label '" + "ที่น้ำ" * 200 + "' ; x:y 1 ; rdfs:label '" + "ผู้" * 200 + "' }",
    ],
)
def test_the_caret_stands_under_the_word(text: str) -> None:
    drawn, behind = _at(text, "x:y")
    assert behind.startswith("x:y 1")
    assert cell_len(drawn) <= 2 * 60 + 4, "it fits a terminal"


def test_an_error_without_a_place_draws_nothing() -> None:
    assert pointed("ASK { }", QueryError("too long")) == ""
    assert pointed("ASK {", QueryError("ends too early", 1, 6)) == "  ASK {\n       ^\n"


@given(st.text(max_size=300), st.integers(1, 300))
def test_any_text_is_drawn_in_two_lines_without_steering_the_terminal(text: str, column: int) -> None:
    drawn = pointed(text, QueryError("?", 1, column))
    assert drawn.count("\n") == 2
    assert all(character.isprintable() for character in drawn.replace("\n", ""))
