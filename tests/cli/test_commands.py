"""Every command, the way people call it: data on stdout, words on stderr, the right exit code."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, parse

from awardgraph.cli import output
from awardgraph.cli.app import COMMANDS
from awardgraph.cli.options import language
from tests.conftest import values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

COUNT = "SELECT (COUNT(?a) AS ?awards) { ?a a awg:Conferral }"
WHO = 'SELECT ?name { ?a awg:recipient/rdfs:label ?name FILTER(LANG(?name) = "th") }'


@pytest.fixture
def graph(run: Run, folder: Path) -> Path:
    location = folder.parent / "awards.graph"
    assert run("import", folder / "awards" / "few.csv", "--data", folder, "--graph", location).code == 0
    return location


@pytest.mark.parametrize(
    "command",
    [
        "",
        "init",
        "build",
        "import",
        "query",
        "find",
        "why",
        "conflicts",
        "view",
        "export",
        "stats",
        "validate",
        "review",
        "diff",
    ],
)
def test_help_speaks_both_languages(run: Run, command: str) -> None:
    result = run(*command.split(), "--help")
    assert result.code == 0
    assert re.search("[ก-๙]", result.out)


def test_version_and_no_command(run: Run) -> None:
    assert re.fullmatch(r"awardgraph \d+\.\d+\.\d+\n", run("--version").out)
    assert run().code == 2
    assert run("nonsense").code == 2
    assert "Did you mean 'query'?" in run("qery").err


def test_help_lists_every_command_with_what_it_does(run: Run) -> None:
    told = run("--help").out
    for command, module in COMMANDS.items():
        [line] = re.findall(rf"^  {command} +(\S.*)", told, re.MULTILINE)
        assert line.removesuffix("...") in run(command, "--help").out.replace("\n  ", " "), module


def test_import_says_what_it_did(run: Run, folder: Path) -> None:
    location = folder.parent / "awards.graph"
    first = run("import", folder / "awards" / "few.csv", "--data", folder, "--graph", location)
    assert (first.code, first.out) == (0, "")
    assert "1 sources read, 0 unchanged." in first.err
    assert (
        "0 sources read, 1 unchanged."
        in run("import", folder / "awards" / "few.csv", "--data", folder, "--graph", location).err
    )


def test_import_brings_the_carried_register(run: Run, folder: Path) -> None:
    location = folder.parent / "carried.graph"
    assert run("import", folder / "awards" / "few.csv", "--graph", location).code == 0
    [line] = run(
        "query",
        "SELECT ?e { agency:depa rdfs:label ?e FILTER(LANG(?e)='en') }",
        "--graph",
        location,
        "-f",
        "tsv",
    ).out.splitlines()[1:]
    assert line == '"Digital Economy Promotion Agency"@en'


@pytest.mark.parametrize("source", ["text", "file", "pipe", "dash"])
def test_a_query_comes_from_anywhere(run: Run, graph: Path, tmp_path: Path, source: str) -> None:
    file = tmp_path / "count.rq"
    file.write_text(COUNT, encoding="utf-8")
    given: dict[str, list[object]] = {"text": [COUNT], "file": [file], "pipe": [], "dash": ["-"]}
    result = run(
        "query", *given[source], "--graph", graph, stdin=COUNT if source in ("pipe", "dash") else None
    )
    assert (result.code, result.out.split()) == (0, ["awards", "──────", "2"])


def test_thai_columns_are_aligned(run: Run, graph: Path) -> None:
    from rich.cells import cell_len

    result = run(
        "query",
        "SELECT ?name ?year { ?a rdfs:label ?name ; awg:inEdition/awg:buddhistYear ?year }",
        "--graph",
        graph,
    )
    lines = result.out.splitlines()
    places = {cell_len(line[: line.rindex(" ") + 1]) for line in lines[2:]}
    assert len(places) == 1, result.out


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("csv", "name\r\nกรมอนามัย\r\n"),
        ("tsv", '?name\n"กรมอนามัย"@th\n'),
        ("json", '"value":"กรมอนามัย"'),
        ("xml", '<literal xml:lang="th">กรมอนามัย'),
    ],
)
def test_rows_in_standard_formats(run: Run, graph: Path, form: str, expected: str) -> None:
    assert expected in run("query", WHO, "--graph", graph, "--format", form).out


def test_triples_in_standard_formats(run: Run, graph: Path) -> None:
    construct = "CONSTRUCT { ?a awg:recipient ?r } WHERE { ?a awg:recipient ?r }"
    turtle, ntriples = (run("query", construct, "--graph", graph, *form).out for form in ([], ["-f", "nt"]))
    assert turtle.startswith("@prefix agency: ")
    read = {str(quad) for quad in parse(turtle, format=RdfFormat.TURTLE)}
    assert read == {str(quad) for quad in parse(ntriples, format=RdfFormat.N_TRIPLES)}
    assert "awg:recipient" in run("query", construct, "--graph", graph, "-f", "table", "--iris").out


def test_yes_or_no(run: Run, graph: Path) -> None:
    ask = "ASK { ?a a awg:Conferral }"
    assert run("query", ask, "--graph", graph).out.split()[-1] == "true"
    assert run("query", ask, "--graph", graph, "-f", "csv").out == "true\n"
    assert json.loads(run("query", ask, "--graph", graph, "-f", "json").out)["boolean"] is True


def test_wrong_use_is_2(run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("query", "missing.rq", "--graph", graph).code == 2
    assert run("query", COUNT, "--graph", graph, "-f", "ttl").code == 2
    assert run("query", COUNT, "--graph", graph, "-f", "docx").code == 2
    assert run("view", "--focus", "nobody", "--graph", graph).code == 2
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert "what is the question?" in run("query", "--graph", graph).err


def test_no_graph_is_5_and_a_bad_query_is_6(run: Run, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "mine.txt").write_text("mine", encoding="utf-8")
    for command in (["query", COUNT], ["export"], ["stats"], ["view", "--focus", "x"]):
        assert run(*command, "--graph", tmp_path / "nowhere").code == 5
        assert run(*command, "--graph", tmp_path / "notes").code == 5
    assert [path.name for path in (tmp_path / "notes").iterdir()] == ["mine.txt"]
    refused = run("query", "SELECT ?s { ?s awg:recipent ?o }", "--graph", graph)
    assert (refused.code, refused.out) == (6, "")
    assert refused.err.splitlines() == [
        "awardgraph: query: line 1, column 16: awg:recipent is not a term. awg:recipient is.",
        "  SELECT ?s { ?s awg:recipent ?o }",
        "                 ^",
    ]


@pytest.mark.parametrize("form", ["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"])
def test_export(run: Run, graph: Path, tmp_path: Path, form: str) -> None:
    shown = run("export", "--graph", graph, "--format", form)
    file = tmp_path / f"out.{form}"
    file.write_text("old", encoding="utf-8")
    assert run("export", "--graph", graph, "--format", form, "-o", file).code == 0
    assert file.read_text(encoding="utf-8") == shown.out != "old"


def test_export_writes_whole_files_or_none(run: Run, graph: Path, tmp_path: Path) -> None:
    missing = run("export", "--graph", graph, "-o", tmp_path / "no" / "out.ttl")
    assert (missing.code, "does not exist; make it first" in missing.err) == (2, True)
    onto = run("export", "--graph", graph, "-o", tmp_path)
    assert (onto.code, "is a folder; name a file in it" in onto.err) == (2, True)
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize(("lang", "words"), [("th", "รางวัลที่ได้รับ"), ("en", "awards conferred")])
def test_stats(run: Run, graph: Path, lang: str, words: str) -> None:
    lines = run("stats", "--graph", graph, "--lang", lang).out.splitlines()
    assert re.fullmatch(rf"{words} +2", next(line for line in lines if line.startswith(words)))
    years = {"th": "2564 2564", "en": "2021 2021"}[lang]
    assert next(line for line in lines if line.startswith("รางวัลเลิศรัฐ")).split()[-2:] == years.split()


def test_the_computers_language_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "th_TH.UTF-8")
    assert (language(None), language("en")) == ("th", "en")
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert language(None) == "en"


@pytest.mark.parametrize("which", ["auto", "network", "timeline"])
def test_view(run: Run, graph: Path, tmp_path: Path, which: str) -> None:
    page = tmp_path / "page.html"
    result = run("view", "--view", which, "--focus", "กรมอนามัย", "--graph", graph, "-o", page, "--lang", "th")
    assert result.code == 0, result.err
    assert "กรมอนามัย" in page.read_text(encoding="utf-8")


def test_a_view_that_cannot_be_written_is_2_and_leaves_nothing(run: Run, graph: Path, tmp_path: Path) -> None:
    missing, folder = tmp_path / "missing" / "page.html", tmp_path / "folder"
    folder.mkdir()
    for place in (missing, folder):
        assert run("view", "--graph", graph, "-o", place).code == 2
    assert [path.name for path in tmp_path.rglob("*.html")] == []


def test_a_network_without_a_middle_is_2(run: Run, graph: Path, tmp_path: Path) -> None:
    refused = run("view", "--view", "network", "--graph", graph, "-o", tmp_path / "page.html")
    assert (refused.code, "name it with --focus" in refused.err) == (2, True)


def test_build_makes_everything_and_answers(run: Run, folder: Path) -> None:
    out = folder.parent / "build"
    (folder / "waiting").mkdir()
    (folder / "waiting" / "later.csv").write_text("scheme_th\nรางวัล\n", encoding="utf-8")
    first = run("build", "--data", folder, "--out", out, "--lang", "en")
    assert first.code == 0, first.err
    assert sorted(path.name for path in out.iterdir()) == ["awards.graph", "awards.ttl", "index.html"]
    assert "3 rows and records in 1 sources: 2 awards, 0 applications" in first.err
    assert "1 rows wait in waiting/" in first.err
    # The most decorated agency answers where the folder names none.
    assert "What has " in first.err
    assert re.fullmatch(r"20\d\d  .*", first.out.splitlines()[0])
    files = {name: (out / name).read_bytes() for name in ("awards.ttl", "index.html")}
    second = run("build", "--data", folder, "--out", out, "--lang", "th")
    assert "ไม่มีสิ่งใดเปลี่ยนแปลง" in second.err
    assert (out / "awards.ttl").read_bytes() == files["awards.ttl"]


def test_a_new_folder_can_be_built_at_once(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ข้อมูลของเรา"
    assert run("init", folder).code == 0
    built = run("build", "--data", folder, "--out", tmp_path / "build", "--lang", "th")
    assert built.code == 0, built.err
    assert built.out.startswith("2566  รางวัลตัวอย่าง · ประเภทตัวอย่าง · ดีเด่น")
    again = run("init", folder)
    assert (again.code, "not empty" in again.err) == (2, True)
    assert run("init", folder / "README.md").code == 2


def test_build_of_the_shipped_data_answers_for_depa(run: Run, tmp_path: Path) -> None:
    result = run("build", "--out", tmp_path / "build", "--lang", "th")
    assert result.code == 0, result.err
    assert "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล ได้รับรางวัลอะไรบ้าง" in result.err
    answer = result.out
    assert "2566  รางวัลเลิศรัฐ · คุณภาพการบริหารจัดการภาครัฐ 4.0 · ก้าวหน้า\n      ← ดีป้า ขอขอบคุณ" in answer
    assert "2564  รางวัลเลิศรัฐ · สัมฤทธิผลประชาชนมีส่วนร่วม · ดี\n      โครงการส่งเสริมและสนับสนุน" in answer
    assert answer.count("รางวัลเลิศรัฐ · (2/3)\n      ← https://thereporter.asia/2022/09/14/depa-11/\n") == 1
    # One UN award, which the release and the UN's own page state.
    unpsa = next(part for part in re.split(r"\n(?=\d{4} )", answer) if "สหประชาชาติ" in part)
    assert unpsa.count("←") == 2
    assert "← https://www.un.org/en/desa/unpsa-winner-announcement" in unpsa


def test_a_closed_pipe_ends_quietly(shipped: Graph) -> None:
    command = f"{sys.executable} -m awardgraph export --format nq --graph '{shipped.location}' | head -n 1"
    result = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert result.stdout.count("\n") == 1
    assert result.stderr == ""


def test_a_link_keeps_leading_where_it_leads(run: Run, graph: Path, tmp_path: Path) -> None:
    target, link, pipe = (tmp_path / name for name in ("target.ttl", "link.ttl", "pipe"))
    target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    assert run("export", "--graph", graph, "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("@prefix")
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE, text=True) as reader:
        assert run("export", "--graph", graph, "-o", pipe).code == 0
        assert reader.communicate()[0] == target.read_text(encoding="utf-8")


@pytest.mark.parametrize("encoding", ["tis-620", "utf-16"])
def test_a_query_in_another_encoding_is_4(run: Run, graph: Path, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "q.rq"
    file.write_bytes('ASK {\n?s rdfs:label "ก" }'.encode(encoding))
    refused = run("query", file, "--graph", graph)
    assert (refused.code, "the query is not UTF-8" in refused.err) == (4, True)


def test_a_control_character_does_not_steer_the_terminal(run: Run, graph: Path) -> None:
    assert "\x1b" not in run("query", 'SELECT ?x { BIND("\x1b[2J" AS ?x) }', "--graph", graph).out


def test_construct_with_a_line_separator_in_a_name(run: Run, graph: Path) -> None:
    query = 'CONSTRUCT { <http://e/s> rdfs:label "a\u2028b" } {}'
    assert '"a\u2028b"' in run("query", query, "--graph", graph).out


def test_an_empty_folder_is_built_into_a_page_that_says_so(run: Run, folder: Path) -> None:
    (folder / "awards" / "few.csv").write_text("scheme_th,recipient_th\n", encoding="utf-8")
    out = folder.parent / "build"
    assert run("build", "--data", folder, "--out", out).code == 0
    assert sorted(path.name for path in out.iterdir()) == ["awards.graph", "awards.ttl", "index.html"]
    assert "packed-records" in (out / "index.html").read_text(encoding="utf-8")


def test_what_no_reader_knows_is_not_passed_over(run: Run, folder: Path) -> None:
    (folder / "awards" / "more.xlsx").write_bytes(b"PK")
    refused = run("build", "--data", folder, "--out", folder.parent / "build")
    assert (refused.code, "there is no reader for .xlsx files" in refused.err) == (4, True)


def test_a_wrong_view_is_2(run: Run, folder: Path) -> None:
    (folder / "awardgraph.toml").write_text("[build]\nview = 'agency/nobody'\n", encoding="utf-8")
    out = folder.parent / "build"
    assert run("build", "--data", folder, "--out", out).code == 2
    assert sorted(path.name for path in out.iterdir()) == ["awards.graph"]


def test_a_table_is_cut_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "30")
    drawn = output.table(["name", "n"], [["สำนักงานส่งเสริมเศรษฐกิจดิจิทัลและอื่น ๆ อีกมาก", "1"], ["a\nb", "2"]])
    from rich.cells import cell_len

    assert all(cell_len(line) <= 30 for line in drawn.splitlines())
    assert "…" in drawn
    assert "a b" in drawn
    assert "agency:" + "x" * 30 in output.table(
        ["name", "iri"], [["ก" * 30, "agency:" + "x" * 30]], whole=["iri"]
    )


def test_a_progress_bar_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with output.progress("Reading", 2) as step:
        step("a.csv")
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with output.progress("Reading", 2) as step:
        step("a.csv")
    assert "Reading" in capsys.readouterr().err


def test_a_replaced_award_is_seen_under_the_iri_it_bears_now(
    run: Callable[..., Outcome], shipped: Graph, tmp_path: Path
) -> None:
    [(old, new), *_] = values(
        shipped, "SELECT ?old ?new { ?old dct:isReplacedBy ?new . ?new a awg:Conferral }"
    )
    pages = []
    for name, focus in (("old", old), ("new", new)):
        page = tmp_path / f"{name}.html"
        assert run("view", "--focus", focus, "--graph", shipped.location, "--output", page).code == 0
        pages.append(page.read_bytes())
    assert pages[0] == pages[1]


def test_a_build_whose_sources_have_no_title_answers_all_the_same(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "data" / "awards").mkdir(parents=True)
    rows = (
        "scheme,year,recipient,project,source\nA Prize,2020,A Body,red\x1b[31m,source/an-unwritten-record\n"
    )
    (tmp_path / "data" / "awards" / "a.csv").write_text(rows, encoding="utf-8")
    result = run("build", "--data", tmp_path / "data", "--out", tmp_path / "out", "--lang", "en")
    assert result.code == 0
    assert "source/an-unwritten-record" in result.out
    assert "\x1b" not in result.out
