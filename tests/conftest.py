"""Fixtures that every room's tests share."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from awardgraph.cli.exits import main
from awardgraph.graph.results import short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser
    from pyoxigraph import QuerySolutions

    from awardgraph import Graph
    from awardgraph.graph.query import Answer

ROOT = Path(__file__).parents[1]

#: Facts and texts that stand beside the repository on the authors' machines; tests that read them skip elsewhere.
SHARED = ROOT.parent / "shared"

CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), ""
)

HEADER = "scheme_th,scheme_en,category_th,level_th,year_be,recipient_th,recipient_en,project_th,country,source_url,notes"


@dataclass(frozen=True)
class Outcome:
    """What one call of the command line left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Callable[..., Outcome]]:
    """Call the command line in this process, the way the console script does."""

    stack = ExitStack()

    def call(*words: object, stdin: str | None = None) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["awardgraph", *map(str, words)])
        monkeypatch.setenv("COLUMNS", "200")
        if stdin is not None:
            read, written = os.pipe()
            os.write(written, stdin.encode())
            os.close(written)
            piped = stack.enter_context(os.fdopen(read))
            monkeypatch.setattr(sys, "stdin", piped)
        capfdbinary.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else int(bool(ended.code))
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    with stack:
        yield call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder of one table, small enough to check by eye."""
    data = tmp_path / "data"
    (data / "awards").mkdir(parents=True)
    rows = [
        "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดี,2564,กรมอนามัย,,งานหนึ่ง,ไทย,https://example.org/a,",
        "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดี,2564,กรมอนามัย,,งานหนึ่ง,ไทย,https://example.org/b,",
        ",United Nations Public Service Awards,,,2565,,Ministry of Health,,Kenya,https://example.org/c,",
    ]
    (data / "awards" / "few.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return data


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it the tests of pages are skipped, unless the environment forbids that."""
    required = os.environ.get("AWARDGRAPH_REQUIRE_CHROMIUM") == "1"
    missing = (
        "" if CHROMIUM else "Chromium is not installed: the pages were not opened (apt install chromium)."
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "playwright is not installed: the pages were not opened (pip install playwright)."
    if missing:
        (pytest.fail if required else pytest.skip)(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


def award_of(graph: Graph, edition: str, agency: str = "depa") -> str:
    """Return the IRI of the one award that an agency won in an edition."""
    from awardgraph.graph.asking import rows_of

    query = f"SELECT DISTINCT ?a {{ ?a a awg:Conferral ; awg:recipient agency:{agency} ; awg:inEdition edition:{edition} }}"
    [award] = rows_of(graph, query)
    return award["a"].value


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    """The graph of the data that come with the program."""
    from awardgraph import Graph
    from awardgraph.importer.run import find_sources, import_sources

    location = tmp_path_factory.mktemp("shipped") / "awards.graph"
    data = ROOT / "data"
    import_sources(find_sources(data), location, data=data, only_these=True)
    return Graph.open(location)


def values(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Return the rows of a SELECT as texts."""
    answer = cast("QuerySolutions", graph.query(query))
    return [tuple("" if term is None else term.value for term in row) for row in answer]


def rows(answer: Answer, base: str = "") -> Iterator[list[str]]:
    """Yield the rows of an answer, each term in short."""
    for row in cast("QuerySolutions", answer):
        yield [short(term, base) for term in row]
