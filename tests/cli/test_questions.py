"""The questions that have a name, asked at the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from awardgraph.cli.naming import asked_again
from awardgraph.errors import UsageError
from awardgraph.graph.binding import bind_question, bind_text, resolve
from awardgraph.graph.questions import find_question, read_questions
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyoxigraph import QuerySolutions

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]


def rows(outcome: Outcome) -> list[dict[str, str]]:
    assert outcome.code == 0, outcome.err
    return list(csv.DictReader(io.StringIO(outcome.out)))


# ── the list ──


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["first", "time"], "15-first-time-winners"),
        (["ครั้งแรก"], "15-first-time-winners"),
        (["ผลประโยชน์", "assessor"], None),
        (["SITE", "visit"], "17-outstanding-without-visit"),
        (["ส่วนได้เสีย", "ผู้ประเมิน"], "25-conflicts-of-interest"),
    ],
)
def test_questions_are_found_by_words_in_both_languages(
    run: Run, words: list[str], found: str | None
) -> None:
    listed = [question["name"] for question in json.loads(run("questions", *words, "--format", "json").out)]
    assert found in listed if found else not listed


@pytest.mark.parametrize(
    ("lang", "title"), [("th", "ทะเบียนรางวัลฉบับเต็มของรอบรางวัล"), ("en", "The full register of an edition")]
)
def test_the_list_speaks_the_language_and_shows_what_is_set(run: Run, lang: str, title: str) -> None:
    lines = run("questions", "--lang", lang).out.splitlines()
    assert len(lines) == 2 + len(read_questions())
    [line] = [line for line in lines if line.startswith("21")]
    year = "2566" if lang == "th" else "2023"
    assert line.split()[1] == "winners"
    assert title in line
    assert line.endswith(f"scheme=psea year={year}")


def test_the_list_as_markdown_is_one_table(run: Run) -> None:
    lines = run("questions", "--format", "md", "--lang", "en").out.splitlines()
    assert {line.count("|") for line in lines} == {5}
    assert "| 21 | `winners` | The full register of an edition | scheme=psea year=2023 |" in lines


@pytest.mark.parametrize("name", ["winners", "register-of-edition", "21-register-of-edition"])
@pytest.mark.parametrize("form", ["table", "md"])
def test_one_question_is_shown_in_full(run: Run, name: str, form: str) -> None:
    shown = run("questions", name, "--lang", "th", "--format", form).out
    for part in ("รางวัลทุกรายการของรอบรางวัล", "place_rank: first place, second place", "SELECT ?scheme ?year"):
        assert part in shown
    assert "awardgraph query winners --set scheme=psea --set year=2566" in shown


def test_nothing_found_is_said(run: Run) -> None:
    outcome = run("questions", "xylophone", "--lang", "th")
    assert (outcome.code, outcome.out) == (0, "")
    assert "ไม่มีคำถามใดกล่าวถึง “xylophone”" in outcome.err


# ── asking ──


@pytest.mark.parametrize("year", ["2566", "๒๕๖๖", "2023", "พ.ศ. 2566"])
@pytest.mark.parametrize(
    "scheme", ["psea", "scheme:psea", "scheme/psea", "รางวัลเลิศรัฐ", "PSEA", f"{DEFAULT_BASE}scheme/psea"]
)
def test_an_edition_has_one_register_however_it_is_named(
    run: Run, shipped: Graph, year: str, scheme: str
) -> None:
    asked = ("--set", f"year={year}", "--set", f"scheme={scheme}", "--graph", shipped.location, "-f", "csv")
    found = rows(run("query", "winners", *asked))
    assert {row["year_be"] for row in found} == {"2566"}
    assert {row["scheme"] for row in found} == {f"{DEFAULT_BASE}scheme/psea"}
    depa = [row for row in found if row["recipient"] == f"{DEFAULT_BASE}agency/depa"]
    assert [row["recipient_th"] for row in depa] == ["สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"]


def test_an_agency_is_named_as_people_call_it(run: Run, shipped: Graph) -> None:
    found = rows(run("query", "awards", "--set", "agency=ดีป้า", "--graph", shipped.location, "-f", "csv"))
    assert {row["agency"] for row in found} == {f"{DEFAULT_BASE}agency/depa"}
    assert "2022" in {row["year"] for row in found}, "the UN award of 2022"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["awards", "--set", "agency=สป."], r"สำนักงานปลัดกระทรวงแรงงาน (agency:ops-mol), "),
        (["awards", "--set", "agency=ดีปา"], "Did you mean ดีป้า (agency:depa)?"),
        (["awards", "--set", "agency=scheme:nothing"], "no agency in the graph is called 'scheme:nothing'."),
        (
            ["winners", "--set", "yaer=2566"],
            "has no parameter 'yaer'. Did you mean year? It has scheme, year.",
        ),
        (["co-winners", "--set", "year=2566"], "has no parameter 'year'. It has none."),
        (
            ["winners", "--set", "year=2300"],
            "expected one from 1900 to 2099 (CE) or from 2443 to 2642 (พ.ศ.).",
        ),
        (["winners", "--set", "year"], "--set 'year' sets nothing; expected NAME=VALUE"),
        (["winners", "--set", "year=2566", "--set", "year=2567"], "--set year is there twice"),
        (["which-day"], "the question which-day needs day, such as --set day=2023-09-08"),
        (["winers"], "there is no question called 'winers'. Did you mean winners?"),
        (["SELECT ?x { ?x a ?y }", "--set", "z=1"], "the query has no variable ?z."),
    ],
)
def test_what_cannot_be_set_is_said_in_a_sentence(
    run: Run, shipped: Graph, words: list[str], says: str
) -> None:
    outcome = run("query", *words, "--graph", shipped.location)
    assert (outcome.code, outcome.out) == (2, "")
    assert says in outcome.err


def test_variables_of_a_query_are_bound_too(run: Run, shipped: Graph) -> None:
    text = "SELECT ?who ?year { ?a awg:recipient ?who ; awg:inEdition/awg:buddhistYear ?year }"
    asked = ("--set", "who=agency:depa", "--graph", shipped.location, "-f", "csv")
    assert {row["who"] for row in rows(run("query", text, *asked))} == {f"{DEFAULT_BASE}agency/depa"}


@pytest.mark.parametrize(
    ("written", "term"),
    [
        ("agency:depa", f"<{DEFAULT_BASE}agency/depa>"),
        ("https://example.org/ก", "<https://example.org/ก>"),
        ("2566", '"2566"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("ดีป้า", '"ดีป้า"'),
        ("note: mind the gap", '"note: mind the gap"'),
        ("https://no iri", '"https://no iri"'),
    ],
)
def test_what_a_value_looks_like_says_what_it_is(written: str, term: str) -> None:
    assert str(bind_text("SELECT ?x {}", {"x": written}, DEFAULT_BASE)["x"]) == term


HOSTILE = st.one_of(
    st.text(min_size=1),
    st.sampled_from(
        ['" } DROP ALL #', "x> . ?s ?p ?o . <y", "} UNION { ?s ?p ?o }", "\\u0022", "?scheme", "{}", "%s"]
    ),
)


@settings(max_examples=200, deadline=None)
@given(value=HOSTILE)
def test_a_hostile_text_is_a_literal_or_an_iri_and_nothing_else(shipped: Graph, value: str) -> None:
    bound = bind_text("SELECT ?x {}", {"x": value}, DEFAULT_BASE)
    answer = cast("QuerySolutions", shipped.query("SELECT ?x { BIND(?x AS ?y) }", bound))
    assert [list(row) for row in answer] == [[bound["x"]]]


@settings(max_examples=60, deadline=None)
@given(value=HOSTILE)
def test_a_hostile_name_names_nobody(shipped: Graph, value: str) -> None:
    try:
        found = resolve(shipped, value, "scheme")
    except UsageError:
        return
    assert found.value.startswith(f"{DEFAULT_BASE}scheme/"), "what a text happens to name is a scheme"


def test_a_page_holds_the_query_with_what_was_set(
    run: Callable[..., Outcome], shipped: Graph, tmp_path: Path
) -> None:
    asked, page = ("--graph", shipped.location), tmp_path / "answer.html"
    set_to = ("--set", "year=2566", "--set", "scheme=psea")
    assert run("query", "winners", *set_to, *asked, "-f", "html", "-o", page).code == 0
    question = find_question("winners")
    bound = bind_question(shipped, question, {"year": "2566", "scheme": "psea"})
    again = asked_again(question.text, bound)
    assert "VALUES ?year {" in page.read_text(encoding="utf-8")
    here, there = (
        run("query", *words, *asked, "-f", "csv").out for words in (("winners", *set_to), (again,))
    )
    assert here == there
    assert here.count("\n") > 1


def test_what_is_set_in_a_description_is_described(run: Callable[..., Outcome], shipped: Graph) -> None:
    described = run("query", "DESCRIBE ?x", "--set", "x=agency:depa", "--graph", shipped.location)
    assert described.code == 0, described.err
