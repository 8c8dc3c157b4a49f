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
def test_cold_query_costs_at_most_1_3_times_hello_and_opening(
    compare: Compare, shipped: Graph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    generation = str(shipped.location / "generations" / str(shipped.manifest.generation))
    ours = str(Path(sys.executable).with_name("awardgraph"))
    commands = {
        "a Typer hello-world that opens the store": [sys.executable, "-c", FLOOR, generation],
        "awardgraph query": [ours, "query", QUERY, "--graph", str(shipped.location)],
    }
    peers = _peers(shipped, generation, tmp_path)
    absent = [name for name, command in peers.items() if not command]
    commands |= {name: command for name, command in peers.items() if command}
    answers = {name: _years(command) for name, command in commands.items() if command[-1] != generation}
    assert set(answers.values()) == {answers["awardgraph query"]}
    assert answers["awardgraph query"]
    medians = list(compare(commands).values())
    with capsys.disabled():
        print("".join(f"  {name} is not installed\n" for name in absent))
    assert medians[1] <= 1.3 * medians[0]


def _peers(shipped: Graph, generation: str, folder: Path) -> dict[str, list[str]]:
    """Return the commands that ask others the same; an empty one for what is not installed."""
    turtle = folder / "awards.ttl"
    export = [sys.executable, "-m", "awardgraph", "export", "--graph", shipped.location, "-o", turtle]
    subprocess.run(export, check=True, capture_output=True)
    declared = (f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(shipped.manifest.base).items())
    query = "".join(declared) + QUERY
    oxigraph = shutil.which(Path(sys.executable).with_name("oxigraph")) or shutil.which("oxigraph")
    stored = ["query", "--location", generation, "--query", query, "--results-format", "csv"]
    jena = arq(folder / "jena")
    return {
        "oxigraph query, the store": [oxigraph, *stored] if oxigraph else [],
        "rdflib, the same as Turtle": [sys.executable, "-c", RDFLIB, str(turtle), query],
        "Jena's arq, the same as Turtle": jena and [*jena, "--data", str(turtle), query],
    }


def _years(command: list[str]) -> tuple[str, ...]:
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return tuple(re.findall(r"\b25\d\d\b", done.stdout))
