"""What a cold `awardgraph query` costs beside the least that a Typer program over this store can cost."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from awardgraph.vocabulary.namespaces import prefixes
from tests.benchmarks.jena import arq

if TYPE_CHECKING:
    from awardgraph import Graph
    from tests.benchmarks.conftest import Compare

OURS = "awardgraph query"

QUERY = "SELECT ?year { ?a awg:recipient agency:depa ; awg:inEdition/awg:buddhistYear ?year } ORDER BY ?year"

FLOOR = """
import sys
import typer
from pyoxigraph import Store

def hello() -> None:
    Store.read_only(sys.argv[1])
    typer.echo("hello")

sys.argv[1:], path = [], sys.argv[1]
sys.argv.append(path)
app = typer.Typer()
app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(hello)
app()
"""

RDFLIB = """
import sys
from rdflib import Graph
for row in Graph().parse(sys.argv[1]).query(sys.argv[2]):
    print(*row)
"""


@pytest.mark.benchmark
def test_cold_query_costs_at_most_1_3_times_hello_and_opening(compare: Compare, shipped: Graph) -> None:
    hello = [sys.executable, "-c", FLOOR, _generation(shipped)]
    ratios = compare({"a Typer hello-world that opens the store": hello, OURS: _ours(shipped)})
    assert ratios[OURS] <= 1.3


@pytest.mark.benchmark
def test_what_others_cost_for_the_same_question(
    compare: Compare, shipped: Graph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = {OURS: _ours(shipped), **_peers(shipped, tmp_path)}
    installed = {name: command for name, command in commands.items() if command}
    answers = {name: _years(command) for name, command in installed.items()}
    assert answers[OURS]
    assert set(answers.values()) == {answers[OURS]}
    with capsys.disabled():
        print("".join(f"\n  {name} is not installed" for name in commands.keys() - installed), end="")
    compare(installed, rounds=7)


def _ours(shipped: Graph) -> list[str]:
    program = str(Path(sys.executable).with_name("awardgraph"))
    return [program, "query", QUERY, "--graph", str(shipped.location)]


def _generation(shipped: Graph) -> str:
    return str(shipped.location / "generations" / str(shipped.manifest.generation))


def _peers(shipped: Graph, folder: Path) -> dict[str, list[str]]:
    """Return the commands that ask others the same; an empty one for what is not installed."""
    turtle = folder / "awards.ttl"
    export = [sys.executable, "-m", "awardgraph", "export", "--graph", str(shipped.location)]
    subprocess.run([*export, "-o", str(turtle)], check=True, capture_output=True)
    declared = (f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(shipped.manifest.base).items())
    query = "".join(declared) + QUERY
    oxigraph = shutil.which(Path(sys.executable).with_name("oxigraph")) or shutil.which("oxigraph")
    stored = ["query", "--location", _generation(shipped), "--query", query, "--results-format", "csv"]
    jena = arq(folder / "jena")
    return {
        "oxigraph query": [oxigraph, *stored] if oxigraph else [],
        "rdflib, reading awards.ttl": [sys.executable, "-c", RDFLIB, str(turtle), query],
        "Jena's arq, reading awards.ttl": jena and [*jena, "--data", str(turtle), query],
    }


def _years(command: list[str]) -> tuple[str, ...]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return tuple(re.findall(r"\b25\d\d\b", done.stdout))
