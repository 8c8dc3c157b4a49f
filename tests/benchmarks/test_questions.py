"""What each named question costs, as a process that starts cold: on the shipped graph, and on 100,000 awards."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.graph.questions import names_of, read_questions
from awardgraph.importer.run import find_sources, import_sources
from tests.benchmarks.generated import generate

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph import Graph
    from awardgraph.graph.questions import Question

#: Longest that a question may take on the shipped data, in CPU seconds, the start of the program included.
LONGEST: Final = 1.0

#: Longest on 100,000 awards, beyond what an empty question costs; and what takes longer still, and is known to.
LONGEST_OF_MANY: Final = 2.0
LONGER: Final = {"04-from-national-to-united-nations"}

#: CPU seconds after which a question is given up.
_GIVEN_UP: Final = 20

PROGRAM: Final = (
    f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({_GIVEN_UP}, {_GIVEN_UP}));"
    " import sys; sys.argv[0] = 'awardgraph'; from awardgraph.cli.exits import main; main()"
)


def _cost(graph: Path, *asked: str) -> tuple[float, float, int]:
    """Return CPU seconds, seconds on the clock, and the number of rows; -1 where there was no answer."""
    command = [sys.executable, "-c", PROGRAM, "query", *asked, "--graph", str(graph), "-f", "csv"]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ)
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, ended - began, done.stdout.count(b"\n") - 1 if done.returncode == 0 else -1


def _must(question: Question) -> list[str]:
    return [f"--set={one.name}={one.example}" for one in question.parameters if one.example]


def _slow(graph: Path, longest: float, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Print what every question costs; return the names of those that take longer, or fail."""
    costs = {
        question.name: _cost(graph, names_of(question)[0], *_must(question)) for question in read_questions()
    }
    with capsys.disabled():
        print()
        for name, (cpu, clock, rows) in sorted(costs.items(), key=lambda pair: -pair[1][0]):
            print(
                f"  {cpu:6.2f} s CPU  {clock:6.2f} s  {f'{rows:7,} rows' if rows >= 0 else ' no answer'}  {name}"
            )
    return [name for name, (cpu, _, rows) in costs.items() if cpu > longest or rows < 0]


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of 100,000 generated awards; building it takes minutes."""
    folder = tmp_path_factory.mktemp("many")
    generate(folder / "data", 100_000)
    location = folder / "awards.graph"
    import_sources(find_sources(folder / "data"), location, data=folder / "data", only_these=True)
    return location


@pytest.mark.benchmark
def test_every_question_is_answered_within_a_second(
    shipped: Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _slow(shipped.location, LONGEST, capsys) == []


@pytest.mark.benchmark
def test_every_question_on_100k_awards_is_answered_within_two_seconds(
    many: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start, _, _ = _cost(many, "SELECT * {}")
    assert set(_slow(many, start + LONGEST_OF_MANY, capsys)) <= LONGER
