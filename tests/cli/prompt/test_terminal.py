"""The prompt as a person meets it, in a real terminal."""

from __future__ import annotations

import shutil
import stat
import time
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from awardgraph.resources import messages
from tests.cli.prompt.terminal import LEFT, terminal

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph import Graph

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

AGENCY = "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"


def test_the_beginning_of_a_name_becomes_an_address_in_a_query_that_runs(
    tmp_path: Path, shipped: Graph
) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.type("ASK { ?award awg:recipient ดีป้")
        assert "agency:depa · agency" in seen.until("agency:depa")
        seen.press("Tab")
        seen.type(" }")
        seen.until("agency:depa }")
        seen.press("Enter")
        assert "true" in seen.until("\ntrue").splitlines()
        seen.press("C-d")
        assert seen.until(LEFT).endswith(f"Goodbye.\n{LEFT} 0")


@pytest.mark.parametrize(("lang", "columns"), [("th", 60), ("th", 120), ("en", 60), ("en", 120)])
def test_it_fits_narrow_and_wide_terminals(tmp_path: Path, shipped: Graph, lang: str, columns: int) -> None:
    said = messages(lang)["prompt"]
    with terminal(tmp_path, shipped.location, lang=lang, columns=columns, lines=40) as seen:
        greeting = said["greeting"].splitlines()
        assert greeting[1] in seen.until("awardgraph>").splitlines()
        seen.enter('SELECT ?a ?name { BIND("เครื่องปั้นดินเผา" AS ?a)')
        seen.enter("agency:depa rdfs:label ?name FILTER(LANG(?name)='th') }")
        screen = seen.until("────")
        assert '"เครื่องปั้นดินเผา"' in screen  # each mark stands where it was typed
        rows = [line for line in screen.splitlines() if line.startswith("เครื่องปั้นดินเผา")]
        assert rows == [f"เครื่องปั้นดินเผา  {AGENCY}"]
        seen.enter("ASK { foo:bar a awg:Conferral }")
        error = seen.until("foaf:?").partition("✗ ")[2].partition("\nawardgraph>")[0]
        assert (
            error.split()
            == "query: line 1, column 7: the prefix foo: is not known. Did you mean foaf:?".split()
        )
        seen.enter(".help")
        seen.until("Ctrl-D", times=2)
        screen = seen.screen()
        for line in [*said["keys"].splitlines()[1:], *said["help"].values()]:
            assert line in screen, line
        assert all(cell_len(line) <= columns for line in screen.splitlines())


def test_an_error_points_at_its_place_in_cells(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.enter("SELECT ?ป้าย {")
        seen.enter('?ป้าย rdfs:label "ดีป้า"@th ; foo:bar ?b }')
        lines = seen.until("✗").splitlines()
        caret = next(number for number, line in enumerate(lines) if "^" in line)
        written = lines[caret - 1]
        assert written.startswith("2 │ ")
        assert lines[caret].index("^") == cell_len(written[: written.index("foo:bar")])
        assert lines[caret].count("^") == len("foo:bar")
        assert "the prefix foo: is not known. Did you mean foaf:?" in lines[caret + 1]
        seen.enter("ASK { agency:depa a org:Organization }")
        assert "\ntrue" in seen.until("\ntrue")


def test_lines_go_on_until_the_query_is_finished_or_esc_enter_runs_it(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        for line in ("SELECT ?name", "{", "agency:depa rdfs:label ?name", "}"):
            seen.enter(line)
        screen = seen.until(AGENCY)
        assert "...> {\n       ...>   agency:depa rdfs:label ?name\n       ...> }\n" in screen
        seen.enter("SELECT ?name {")
        seen.press("Escape", "Enter")
        assert "the query ends too early" in seen.until("✗").replace("\n", " ")


def test_a_paste_of_several_lines_waits_for_enter(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.paste("SELECT ?name {\n  agency:depa rdfs:label ?name\n}\n")
        seen.until("...> }")
        assert AGENCY not in seen.screen()
        seen.press("Enter")
        seen.until(AGENCY)


def test_what_was_asked_is_remembered_for_this_user_alone(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.enter('ASK { ?a skos:altLabel "ดีป้า"@th }')
        seen.until("\ntrue")
        seen.press("C-d")
        seen.until(LEFT)
    kept = tmp_path / "state" / "awardgraph" / "history"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.press("Up")
        seen.until('ASK { ?a skos:altLabel "ดีป้า"@th }')


def test_ctrl_c_ends_a_query_and_clears_a_line_without_leaving(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.enter(SLOW)
        seen.until("?i }")
        seen.until("awardgraph>")
        time.sleep(1)
        assert seen.screen().endswith("?i }")  # ten to the thirteenth rows are not counted in a second
        seen.press("C-c")
        seen.until("The query was ended.")
        seen.type("this is nothing")
        seen.press("C-c")
        seen.until("awardgraph>", times=3)
        seen.enter("ASK { agency:depa a org:Organization }")
        assert "Traceback" not in seen.until("\ntrue")


@pytest.mark.skipif(not shutil.which("less"), reason="there is no less to page with")
def test_a_long_answer_is_paged(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.enter("SELECT * { ?a a org:Organization }")
        seen.until("\n:")
        seen.press("q")
        seen.until("awardgraph>")


def test_colours_go_with_no_color(tmp_path: Path, shipped: Graph) -> None:
    with terminal(tmp_path, shipped.location) as seen:
        seen.until("awardgraph>")
        seen.enter("ASK { }")
        seen.until("\ntrue")
        assert "\x1b[38;2;48;120;193mawardgraph>" in seen.screen("-e")  # the blue of agencies
    with terminal(tmp_path, shipped.location, NO_COLOR="1") as seen:
        seen.until("awardgraph>")
        seen.enter("ASK { foo:bar a awg:Conferral }")
        seen.until("✗")
        assert "\x1b[3" not in seen.screen("-e").replace("\x1b[39m", "")


def test_without_a_graph_there_is_no_prompt(tmp_path: Path) -> None:
    with terminal(tmp_path, tmp_path / "none") as seen:
        screen = seen.until(LEFT)
        assert "there is no graph here" in screen.replace("\n", "")
        assert screen.endswith(f"{LEFT} 5")
