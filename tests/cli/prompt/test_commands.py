"""What is typed at the prompt, done without a terminal."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, cast

import pytest

from awardgraph.cli.answering import Showing
from awardgraph.cli.prompt.answering import MOST_ROWS, answer
from awardgraph.cli.prompt.commands import COMMANDS, Session, perform
from awardgraph.cli.prompt.showing import pointed
from awardgraph.cli.prompt.state import open_history, state_folder
from awardgraph.cli.prompt.worker import EndedError, Worker
from awardgraph.errors import QueryError, UsageError
from awardgraph.graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from awardgraph.cli.options import Language

SHOWING = Showing("en")

SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


class Here:
    """Does in this process what a worker does in its own."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    def do(self, work: Callable[[Graph], Any], _limit: float) -> Any:
        return work(self._graph)


@pytest.fixture
def told(shipped: Graph, capfd: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    """Return what a prompt writes and says to lines of input."""

    def tell(*lines: str, lang: Language = "en") -> tuple[str, str]:
        session = Session(cast("Worker", Here(shipped)), lang, 60.0)
        for line in lines:
            perform(session, line)
        captured = capfd.readouterr()
        return captured.out, captured.err

    return tell


@pytest.mark.parametrize(
    ("lines", "out", "err"),
    [
        (["ASK { agency:depa a org:Organization }"], "true", ""),
        ([".format csv", "ASK { agency:depa a org:Organization }"], "true", "Answers are shown as csv."),
        ([".time", "SELECT ?n { agency:depa rdfs:label ?n }"], "สำนักงานส่งเสริม", "2 rows · 0."),
        ([".time on", ".time off"], "", "The time is not told."),
        (["CONSTRUCT { ?a a ?b } { ?a a awg:AwardScheme ; a ?b }"], "scheme:psea", ""),
        (["SELECT * { agency:depa awg:heldOn ?a }"], "a\n", "Nothing in the graph fits."),
        (["first-time-winners year=2566"], "agency_th", ""),
        ([".format csv", "awards agency=ดีป้า"], "/agency/depa", ""),
        (["SELECT ?e { ?e awg:editionYear 2566 }"], "e\n", "is a Buddhist year"),
        (["first-time-winners yeer=2566"], "", "no parameter 'yeer'. Did you mean year?"),
        (["first-time-winners 2566"], "", "'2566' sets nothing"),
        (['first-time-winners "'], "", "a quotation mark is not closed"),
        ([".questions first time"], "newcomers", ""),
        ([".questions ครั้งแรก"], "newcomers", ""),
        ([".questions zzzz"], "", "No question is about “zzzz”."),
        ([".why agency:depa rdfs:label"], "Digital Economy Promotion Agency", ""),
        ([".why ดีป้า"], "agency:depa", ""),
        ([".why"], "", "write .why and what is asked about"),
        ([".explain"], "", "no query was asked yet"),
        ([".explain ASK { ?a a awg:AwardScheme ; awg:heldOn ?b }"], "?a a awg:AwardScheme", ""),
        ([".lang th", ".nothing"], "", "ไม่มีคำสั่ง .nothing"),
        ([".fromat csv"], "", "Did you mean .format?"),
        ([".format word"], "", ".format takes one of table"),
        ([".help"], "", ".questions [WORDS]"),
        (["ASK { foo:a ?b ?c }"], "", "1 │ ASK { foo:a ?b ?c }\n  │       ^^^^^\n✗ query: line 1, column 7"),
        (["INSERT DATA { awg:a awg:b awg:c }"], "", "INSERT would change the graph"),
        ([""], "", ""),
    ],
    ids=lambda value: value[-1] if isinstance(value, list) else "",
)
def test_a_line_and_what_comes_of_it(
    told: Callable[..., tuple[str, str]], lines: list[str], out: str, err: str
) -> None:
    written, said = told(*lines)
    assert out in written
    assert err in said
    assert bool(written) == bool(out)


def test_quit_leaves(told: Callable[..., tuple[str, str]]) -> None:
    with pytest.raises(EOFError):
        told(".quit")
    assert set(COMMANDS) == {".help", ".questions", ".explain", ".format", ".time", ".why", ".lang", ".quit"}


def test_a_table_has_an_end(shipped: Graph) -> None:
    shown = answer(shipped, "SELECT * { ?a ?b ?c }", Showing("en"))
    assert (shown.rows, shown.cut) == (MOST_ROWS, True)


@pytest.fixture
def worker(shipped: Graph) -> Iterator[Worker]:
    started = Worker(functools.partial(Graph.open, shipped.location))
    yield started
    started.close()


def test_a_worker_answers_refuses_and_outlives_what_takes_too_long(worker: Worker) -> None:
    ask = functools.partial(answer, query="ASK { agency:depa a org:Organization }", showing=SHOWING)
    assert b"true" in worker.do(ask, 60).text
    with pytest.raises(QueryError, match="foaf") as refused:
        worker.do(functools.partial(answer, query="ASK { foo:a ?b ?c }", showing=SHOWING), 60)
    assert (refused.value.line, refused.value.column) == (1, 7)
    with pytest.raises(UsageError):
        worker.do(functools.partial(answer, query="ASK { }", showing=Showing("en", "nt")), 60)
    with pytest.raises(EndedError) as ended:
        worker.do(functools.partial(answer, query=SLOW, showing=SHOWING), 1.0)
    assert ended.value.reason == "limit"
    assert b"true" in worker.do(ask, 60).text


def test_a_worker_that_takes_too_much_memory_is_replaced(shipped: Graph) -> None:
    small = Worker(functools.partial(Graph.open, shipped.location), memory=1)
    with pytest.raises(EndedError) as ended:
        small.do(functools.partial(answer, query=SLOW, showing=SHOWING), 60)
    assert ended.value.reason == "gone"
    small.close()


def test_a_worker_that_died_is_replaced(worker: Worker) -> None:
    with pytest.raises(EndedError) as ended:
        worker.do(_die, 60)
    assert ended.value.reason == "gone"
    assert b"true" in worker.do(functools.partial(answer, query="ASK { }", showing=SHOWING), 60).text


def _die(_: Graph) -> None:
    import os

    os._exit(9)


def test_a_long_line_is_cut_around_its_place() -> None:
    from rich.cells import cell_len

    query = "ASK { " + "?ป้าย rdfs:label ?b . " * 20 + "foo:bar ?b ?c }"
    shown, carets = pointed(query, QueryError("…", 1, query.index("foo") + 1), 60).splitlines()
    assert cell_len(shown) <= 60
    assert carets.index("^") == cell_len(shown[: shown.index("foo:bar")])


def test_control_characters_of_a_query_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in pointed("ASK { \x1b[2J }", QueryError("…", 1, 7), 60)


def test_the_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    assert state_folder() == tmp_path / ".local" / "state" / "awardgraph"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    assert state_folder() == tmp_path / "s" / "awardgraph"


def test_a_history_keeps_stray_bytes_from_breaking_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    open_history().store_string("ดีป้า \udce0")
    assert list(open_history().load_history_strings()) == ["ดีป้า ?"]


def test_a_history_that_cannot_be_kept_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "awardgraph").write_text("a file where a folder should be")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    open_history().store_string("ASK { }")
    assert (tmp_path / "awardgraph").read_text() == "a file where a folder should be"


def test_a_history_that_grew_too_long_keeps_its_later_half(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    kept = open_history()
    for number in range(3):
        kept.store_string(f"# {number} " + "ก" * 150_000)
    assert [text[:3] for text in open_history().load_history_strings()] == ["# 2"]
