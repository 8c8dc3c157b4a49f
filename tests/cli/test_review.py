"""What waits for a person, and the way of a verdict into the ledger."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.conftest import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome


@dataclass
class Desk:
    """A data folder that was built, and what waits there."""

    data: Path
    graph: Path
    table: Path
    run: Callable[..., Outcome]

    def rows(self) -> list[dict[str, str]]:
        with self.table.open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def listed(self) -> list[dict[str, str]]:
        text = self.run("review", "--data", self.data, "--graph", self.graph).out
        return list(csv.DictReader(text.splitlines()))

    def save(self, rows: list[dict[str, str]]) -> None:
        with self.table.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)

    def build(self) -> Outcome:
        return self.run("build", "--data", self.data, "--out", self.graph.parent)

    def take(self) -> Outcome:
        return self.run("review", self.table, "--by", "สมศรี", "--data", self.data, "--graph", self.graph)

    @property
    def ledger(self) -> Path:
        return self.data / "register" / "decisions.csv"


@pytest.fixture
def desk(folder: Path, tmp_path: Path, run: Callable[..., Outcome]) -> Desk:
    (folder / "register").mkdir()
    (folder / "register" / "agencies.csv").write_text("id,name_th\nhealth,กรมอนามัย\n", encoding="utf-8")
    lines = [
        "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดีเด่น,2564,กรมอนามัย,,งานหนึ่ง,,https://example.org/d,",
        "รางวัลเลิศรัฐ,,,,2565,กรมอนามย,,,,https://example.org/e,",
        "รางวัลเลิศรัฐ,,,,2565,=cmd|' /C calc'!A0,,,,https://example.org/f,",
    ]
    (folder / "awards" / "more.csv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    text = (folder / "awards" / "few.csv").read_text(encoding="utf-8").replace(",ไทย,", ",,")
    (folder / "awards" / "few.csv").write_text(text, encoding="utf-8")
    (folder / "waiting").mkdir()
    waiting = f"{HEADER}\nรางวัลเลิศรัฐ,,,,2566,,,,ไทย,https://example.org/w,ไม่ระบุผู้รับ\n"
    (folder / "waiting" / "few.csv").write_text(waiting, encoding="utf-8")
    found = Desk(folder, tmp_path / "out" / "awards.graph", tmp_path / "review.csv", run)
    assert found.build().code == 0
    assert run("review", "--data", folder, "--graph", found.graph, "--out", found.table).code == 0
    return found


def test_everything_that_waits_is_listed_with_its_reason(desk: Desk) -> None:
    waits = [(row["kind"], row["reason"], row["subject_name"]) for row in desk.rows()]
    assert [w[:2] for w in waits[:2]] == [("award", "level"), ("agency", "spelling")]
    assert waits[1][2] == "กรมอนามย"
    assert ("agency", "unknown", "Ministry of Health") in waits
    assert ("level", "unknown", "ดีเด่น") in waits
    assert waits[-1] == ("row", "row", "รางวัลเลิศรัฐ · ไทย")


def test_the_table_opens_in_a_spreadsheet_and_runs_nothing_there(desk: Desk) -> None:
    assert desk.table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert [row["subject_name"][:5] for row in desk.rows() if "cmd" in row["subject_name"]] == ["'=cmd"]


def test_verdicts_go_into_the_ledger_and_are_obeyed(desk: Desk) -> None:
    rows = desk.rows()
    for row in rows[:2]:
        row |= {"verdict": "same", "why": "สอบถามหน่วยงานแล้ว"}
    desk.save(rows)
    assert (
        "2 verdicts"
        in desk.run(
            "review", desk.table, "--by", "สมศรี", "--data", desk.data, "--graph", desk.graph, "--lang", "en"
        ).err
    )
    kept = list(csv.DictReader(desk.ledger.read_text(encoding="utf-8").splitlines()))
    assert {(row["by"], row["on"], row["why"]) for row in kept} == {
        ("สมศรี", date.today().isoformat(), "สอบถามหน่วยงานแล้ว")
    }
    assert [row["object"] for row in kept] == [rows[0]["object"], "health"]
    assert desk.build().code == 0
    asked = desk.run(
        "query", "--graph", desk.graph, "--format", "csv",
        "SELECT (COUNT(*) AS ?n) { ?a a awg:Conferral ; awg:recipient agency:health }",
    )  # fmt: skip
    assert asked.out.split() == ["n", "2"]  # of 2564, reported by three pages, and of 2565
    again = desk.run("review", "--data", desk.data, "--graph", desk.graph)
    assert "award,level" not in again.out
    assert "agency,spelling" not in again.out


def test_verdicts_are_only_ever_added(desk: Desk) -> None:
    rows = desk.rows()
    rows[1]["verdict"] = "different"
    desk.save(rows)
    desk.take()
    before = desk.ledger.read_bytes()
    desk.build()
    assert ("agency", "spelling") not in {(row["kind"], row["reason"]) for row in desk.listed()}
    rows[1]["verdict"] = "undecided"
    desk.save(rows)
    desk.take()
    assert desk.ledger.read_bytes().startswith(before)
    desk.build()
    assert ("agency", "spelling") in {(row["kind"], row["reason"]) for row in desk.listed()}


@pytest.mark.parametrize(
    ("line", "cells", "problem"),
    [
        (0, {"verdict": "perhaps"}, "'perhaps' is no verdict; expected same, different, undecided."),
        (0, {"verdict": "sam"}, "Did you mean same?"),
        (0, {"subject": "0123456789abcdef", "verdict": "same"}, "with the key '0123456789abcdef' waits"),
        (0, {"kind": "agency", "verdict": "same"}, "nothing of the kind 'agency' with the key"),
        (
            0,
            {"object": "0123456789abcdef", "verdict": "same"},
            "there is no award '0123456789abcdef' to compare with",
        ),
        (
            2,
            {"object": "helth", "verdict": "same"},
            "there is no agency 'helth' to compare with. Did you mean health?",
        ),
        (2, {"verdict": "same"}, "names nothing to compare with"),
        (-1, {"verdict": "same"}, "a row in waiting/ is not decided here"),
    ],
)
def test_a_table_that_cannot_be_taken_back_changes_nothing(
    desk: Desk, line: int, cells: dict[str, str], problem: str
) -> None:
    rows = desk.rows()
    rows[1]["verdict"] = "same"  # good by itself
    rows[line] |= cells
    desk.save(rows)
    result = desk.take()
    number = (line if line >= 0 else len(rows) + line) + 2
    assert (result.code, f"review.csv:{number}:" in result.err, problem in result.err) == (4, True, True), (
        result.err
    )
    assert not desk.ledger.exists()


def test_a_verdict_needs_a_name(desk: Desk) -> None:
    result = desk.run("review", desk.table, "--data", desk.data, "--graph", desk.graph)
    assert result.code == 2
    assert "--by" in result.err


def test_what_waits_is_asked_of_the_graph_of_this_register(desk: Desk) -> None:
    (desk.data / "register" / "agencies.csv").write_text("id,name_th\nother,กรมการแพทย์\n", encoding="utf-8")
    result = desk.run("review", "--data", desk.data, "--graph", desk.graph)
    assert result.code == 5
    assert "Build it again" in result.err
