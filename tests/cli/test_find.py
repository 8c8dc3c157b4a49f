"""``awardgraph find``: tables for people, records for programs, and what is said when nothing is found."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

HEALTH = "https://w3id.org/awardgraph/id/agency/department-of-health-th"


@pytest.mark.parametrize(
    ("lang", "row"),
    [
        ("th", ["89", "หน่วยงาน", "กรมอนามัย", "Department of Health", "agency:department-of-health-th"]),
        ("en", ["89", "agency", "Department of Health", "กรมอนามัย", "agency:department-of-health-th"]),
    ],
)
def test_a_misspelt_name_in_each_language(run: Run, shipped: Graph, lang: str, row: list[str]) -> None:
    result = run("find", "กรมอนามย", "--graph", shipped.location, "--lang", lang)
    assert (result.code, result.err) == (0, "")
    assert [cell.strip() for cell in result.out.splitlines()[2].split("  ") if cell.strip()] == row


def test_columns_are_aligned_in_thai(run: Run, shipped: Graph) -> None:
    from rich.cells import cell_len

    lines = run("find", "กรม", "-k", "agency", "--graph", shipped.location, "--lang", "th").out.splitlines()
    assert len({cell_len(line[: line.index("agency:")]) for line in lines[2:]}) == 1


def test_an_alias_that_was_found_is_shown(run: Run, shipped: Graph) -> None:
    result = run("find", "ดีป้า", "--graph", shipped.location, "--lang", "th", "-n", "1")
    assert "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล  ดีป้า" in result.out


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "ไม่พบชื่อ “นนนนนน”"), ("en", "Nothing in the graph is called “นนนนนน”")]
)
def test_finding_nothing_is_no_error(run: Run, shipped: Graph, lang: str, words: str) -> None:
    result = run("find", "นนนนนน", "--graph", shipped.location, "--lang", lang)
    assert (result.code, result.out) == (0, "")
    assert words in result.err


def test_records_for_programs(run: Run, shipped: Graph) -> None:
    [record] = json.loads(run("find", "กรมอนามย", "--graph", shipped.location, "-f", "json").out)
    assert record == {
        "score": 89,
        "reason": "spelling",
        "kind": "agency",
        "name_th": "กรมอนามัย",
        "name_en": "Department of Health",
        "found": "กรมอนามัย",
        "iri": HEALTH,
    }
    [row] = csv.DictReader(io.StringIO(run("find", "กรมอนามย", "--graph", shipped.location, "-f", "csv").out))
    assert row == {key: str(value) for key, value in record.items()}


def test_nothing_in_each_format(run: Run, shipped: Graph) -> None:
    asked = ("find", "นนนนนน", "--graph", shipped.location, "-f")
    assert json.loads(run(*asked, "json").out) == []
    assert run(*asked, "csv").out == "score,reason,kind,name_th,name_en,found,iri\r\n"
    assert json.loads(run(*asked, "reconciliation").out) == {"result": []}


def test_reconciliation_of_one_name(run: Run, shipped: Graph) -> None:
    result = run(
        "find", "กรมอนามัย", "-k", "agency", "-n", "1", "-f", "reconciliation", "--graph", shipped.location
    )
    [candidate] = json.loads(result.out)["result"]
    assert (candidate["id"], candidate["score"], candidate["match"]) == (
        "agency/department-of-health-th",
        100,
        True,
    )


def test_a_kind_and_a_limit(run: Run, shipped: Graph) -> None:
    asked = ("find", "เลิศรัฐ", "--graph", shipped.location, "-f", "json")
    assert len(json.loads(run(*asked).out)) == 10
    assert {record["kind"] for record in json.loads(run(*asked, "--kind", "award", "-n", "3").out)} == {
        "conferral"
    }
    assert run(*asked, "-n", "0").code == 2
    refused = run(*asked, "--kind", "agncy")
    assert (refused.code, "there is no kind 'agncy'. Did you mean agency?" in refused.err) == (2, True)


def test_no_graph_is_5(run: Run, tmp_path: object) -> None:
    assert run("find", "x", "--graph", f"{tmp_path}/nowhere").code == 5


def test_view_says_what_may_have_been_meant(run: Run, shipped: Graph) -> None:
    refused = run("view", "--focus", "กรมอนามย", "--graph", shipped.location)
    assert (refused.code, "Did you mean กรมอนามัย (agency:department-of-health-th)?" in refused.err) == (
        2,
        True,
    )
