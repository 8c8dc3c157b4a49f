"""The formats of awardgraph query, the way people call them."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from pyoxigraph import Literal as Term
from pyoxigraph import RdfFormat, Variable, parse

from awardgraph.cli import answering
from awardgraph.exporters.answers.page import query_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

QUERY = "SELECT ?agency ?year { ?award awg:recipient ?agency ; awg:inEdition/awg:editionYear ?year } ORDER BY ?year ?agency LIMIT 300"
CONSTRUCT = "CONSTRUCT { ?a awg:recipient ?r } { ?a awg:recipient ?r ; awg:inEdition edition:unpsa-2022 }"


def test_names_in_the_language_chosen_and_iris_on_request(run: Run, shipped: Graph) -> None:
    ask = (
        "query",
        "SELECT ?agency ?year { VALUES ?agency { agency:depa } BIND('2023'^^xsd:gYear AS ?year) }",
        "--graph",
        shipped.location,
    )
    assert run(*ask, "--lang", "th").out.split("\n")[2].split() == ["สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "2566"]
    assert run(*ask, "--lang", "en").out.split("\n")[2].split() == [
        "Digital",
        "Economy",
        "Promotion",
        "Agency",
        "2023",
    ]
    assert run(*ask, "--iris", "--lang", "th").out.split("\n")[2].split() == ["agency:depa", "2566"]
    assert "[Digital Economy Promotion Agency](" in run(*ask, "-f", "md", "--lang", "en").out


def test_a_page_is_written_and_asked_again(run: Run, shipped: Graph, tmp_path: Path) -> None:
    page = tmp_path / "answer.html"
    written = run("query", QUERY, "--graph", shipped.location, "-f", "html", "-o", page)
    assert (written.code, written.out) == (0, "")
    again = query_of(page.read_text(encoding="utf-8"))
    first, second = (
        run("query", asked, "--graph", shipped.location, "-f", "csv").out for asked in (QUERY, again)
    )
    assert first == second
    assert page.read_text(encoding="utf-8").count("<tr>") == first.count("\n")


def test_every_format_has_every_row(run: Run, shipped: Graph, tmp_path: Path) -> None:
    ask = ("query", QUERY, "--graph", shipped.location)
    rows = list(csv.reader(io.StringIO(run(*ask, "-f", "csv").out, newline="")))
    assert len(rows) == 301
    assert len(json.loads(run(*ask, "-f", "json").out)["results"]["bindings"]) == 300
    assert run(*ask, "-f", "table").out.count("\n") == run(*ask, "-f", "md").out.count("\n") == 302
    assert run(*ask, "-f", "tsv", "--spreadsheet").out.count("\r\n") == 301
    assert run(*ask, "-f", "csv", "--spreadsheet").out.removeprefix("\ufeff").replace("\r\n", "\n") == run(
        *ask, "-f", "csv"
    ).out.replace("\r\n", "\n")
    assert run(*ask, "-f", "xlsx", "-o", tmp_path / "a.xlsx").code == 0
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row == 301


def test_statements_in_every_format(run: Run, shipped: Graph) -> None:
    ask = ("query", CONSTRUCT, "--graph", shipped.location)
    lines = run(*ask, "-f", "nt").out
    media = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD}
    for form, syntax in media.items():
        made = run(*ask, "-f", form).out
        assert {f"{quad.triple} ." for quad in parse(made, format=syntax)} == set(lines.splitlines())
        assert run(*ask, "-f", form).out == made
    assert run(*ask, "-f", "md").out.count("\n") == lines.count("\n") + 2


@pytest.mark.parametrize(
    ("query", "words", "said"),
    [
        (QUERY, ["-f", "jsonld"], "Use csv or tsv or json or xml."),
        (CONSTRUCT, ["-f", "csv"], "Use ttl or nt or jsonld."),
        (QUERY, ["-f", "md", "--spreadsheet"], "--spreadsheet is for csv, tsv and xlsx"),
        (QUERY, ["-o", "nowhere/a.csv"], "the folder nowhere does not exist"),
    ],
)
def test_what_cannot_be_is_2(run: Run, shipped: Graph, query: str, words: list[str], said: str) -> None:
    refused = run("query", query, "--graph", shipped.location, *words)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_a_workbook_is_not_poured_into_a_terminal(
    run: Run, shipped: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert "--output answer.xlsx" in run("query", QUERY, "--graph", shipped.location, "-f", "xlsx").err


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml", "md", "html"])
def test_a_closed_pipe_ends_it_quietly(shipped: Graph, form: str) -> None:
    # More than a pipe holds, and a reader that leaves after its first letter.
    command = [
        sys.executable,
        "-m",
        "awardgraph",
        "query",
        "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 5000",
        "--graph",
        str(shipped.location),
        "-f",
        form,
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        assert asked.stdout
        assert asked.stderr
        asked.stdout.read(1)
        asked.stdout.close()
        assert asked.stderr.read() == b""
        assert asked.wait() == 0


class Lazy:
    """An answer that notes which of its rows have been read."""

    variables = (Variable("n"),)

    def __init__(self) -> None:
        self.read = 0

    def __iter__(self) -> Iterator[tuple[Term]]:
        for number in range(10_000):
            self.read = number + 1
            yield (Term(number),)


@pytest.mark.parametrize(("form", "most"), [("table", 200), ("md", 200), ("csv", 2), ("tsv", 2), ("json", 2)])
def test_the_first_row_is_out_before_the_last_is_computed(
    monkeypatch: pytest.MonkeyPatch, shipped: Graph, form: answering.Format, most: int
) -> None:
    answer, written = Lazy(), list[tuple[int, bytes]]()
    monkeypatch.setattr(answering, "write", lambda content: written.append((answer.read, content)))
    answering.show(answer, shipped, "", answering.Showing("en", form))  # type: ignore[arg-type]
    first = next(read for read, content in written if b"0" in content)
    assert first <= most
    assert answer.read == 10_000
    assert b"9999" in written[-1][1] + written[-2][1]
