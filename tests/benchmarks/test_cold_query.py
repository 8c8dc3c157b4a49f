"""What a cold `awardgraph query` costs beside the least that a Typer program over this store can cost."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

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
print(len(Graph().parse(sys.argv[1])))
"""


@pytest.mark.benchmark
def test_cold_query_costs_at_most_1_3_times_hello_and_opening(
    compare: Compare, shipped: Graph, tmp_path: Path
) -> None:
    generation = shipped.location / "generations" / str(shipped.manifest.generation)
    turtle = tmp_path / "awards.ttl"
    ours = str(Path(sys.executable).with_name("awardgraph"))
    for command in ([ours, "export", "--graph", str(shipped.location), "-o", str(turtle)],):
        __import__("subprocess").run(command, check=True, capture_output=True)
    commands = {
        "a Typer hello-world that opens the store": [sys.executable, "-c", FLOOR, str(generation)],
        "awardgraph query": [ours, "query", QUERY, "--graph", str(shipped.location)],
        "rdflib reading awards.ttl": [sys.executable, "-c", RDFLIB, str(turtle)],
    }
    if oxigraph := shutil.which("oxigraph"):
        commands["oxigraph query"] = [
            oxigraph,
            "query",
            "--location",
            str(generation),
            "--query",
            "ASK {?s ?p ?o}",
        ]
    medians = list(compare(commands).values())
    assert medians[1] <= 1.3 * medians[0]
