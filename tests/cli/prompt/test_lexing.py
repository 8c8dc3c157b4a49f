"""The parts of a query while it is typed, when it is finished, and its colours."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from awardgraph.cli.prompt.highlighting import COLOURS, styled
from awardgraph.cli.prompt.lexing import depth_of, is_finished, scan
from awardgraph.graph.questions import read_questions

#: What queries are made of, in any order: more telling than letters at random.
PIECES = st.lists(
    st.sampled_from(
        [
            "SELECT ",
            "?ป้า",
            "{",
            "}",
            "(",
            ")",
            '"',
            "'",
            '"""',
            "\\",
            "\n",
            "#",
            "<",
            ">",
            "awg:",
            ".",
            " ",
            "ดี้",
            "DESCRIBE ",
        ]
    )
).map("".join)


@given(st.text() | PIECES)
@example('""""')
@example("'''ก\n'")
def test_the_parts_of_any_text_are_the_text(text: str) -> None:
    parts = list(scan(text))
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert [part.start for part in parts] == [0, *(part.end for part in parts)][: len(parts)]
    assert "".join(written for _, written in styled(text)) == text
    assert isinstance(is_finished(text), bool)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT",
        "select ?a",
        "SELECT * {",
        "SELECT * { ?a rdfs:label ?b FILTER(?b = 1 }",
        'ASK { ?a rdfs:label "ดีป้า',
        'ASK { ?a rdfs:label """ดีป้า }\n}',
        "ASK { # }",
        "PREFIX x: <https://example.org/>",
        "SELECT * { ?a ?b ?c } ORDER BY",
        "SELECT * { ?a ?b ?c } LIMIT",
        "DESCRIBE",
        "DESCRIBE ?a WHERE",
        "{ ?a ?b",
    ],
)
def test_unfinished(text: str) -> None:
    assert not is_finished(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "SELECT * { ?a ?b ?c }",
        "select * { ?a ?b ?c } order by ?a limit 3",
        'ASK { ?a rdfs:label "}{" } # {',
        'ASK { ?a rdfs:label """a\n{"b""" }',
        "DESCRIBE agency:depa",
        "DESCRIBE <https://example.org/a>",
        "PREFIX x: <https://example.org/> ASK { x:a ?b ?c }",
        "ASK { ?a ?b ?c } }",  # too much is wrong, and no further line mends it
        'ASK { ?a ?b "c\n }',  # so is a string that its line ended
        "first-time-winners year=2566",
        ".help",
    ],
)
def test_finished(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("question", read_questions(), ids=lambda question: question.name)
def test_a_shipped_question_is_finished_as_a_whole_and_not_before_its_last_bracket(question: object) -> None:
    text = question.text  # type: ignore[attr-defined]
    assert is_finished(text)
    assert depth_of(text) == 0
    assert not is_finished(text[: text.rindex("}")])


@pytest.mark.parametrize("colour", sorted(set(COLOURS.values())))
def test_a_colour_is_read_on_black_and_on_white(colour: str) -> None:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    light = 0.2126 * red + 0.7152 * green + 0.0722 * blue  # relative luminance, WCAG 2
    assert 1.05 / (light + 0.05) >= 4.5
    assert (light + 0.05) / 0.05 >= 4.5
