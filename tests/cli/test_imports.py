"""What a plain query imports: for every module more, everybody waits."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from awardgraph import Graph

#: Room → the modules of which a query over a graph, answered with a table of rows, has need.
NEEDED: Final = {
    "": "cli errors exporters graph model version vocabulary",
    ".vocabulary": "external namespaces terms",
    ".model": "language",
    ".graph": "functions manifest measuring origins query remote results statements store",
    ".exporters": "answers answers.sheet",
    ".cli": "answering app asked asking completing exits hinting limits naming options origins output querying tabling",
}

#: Libraries of which some other command, format or moment has need.
ELSEWHERE: Final = (
    "tomllib rich.console rich.markup prompt_toolkit httpx jinja2 networkx pyvis xlsxwriter ruamel.yaml"
    " rapidfuzz rdflib pyshacl"
)

#: The words of the limits are read when a question has lasted for some time, which it does on a slow machine.
ASK: Final = """
import sys
before = set(sys.modules)  # what measures coverage is there already
from awardgraph.cli import exits, limits
limits._QUICK = limits.TIMEOUT
try:
    exits.main()
finally:
    print(*sys.modules.keys() - before, file=sys.stderr)
"""


def test_a_plain_query_imports_what_it_needs_and_no_more(shipped: Graph) -> None:
    query = "SELECT ?year { ?a awg:recipient agency:depa ; awg:inEdition/awg:buddhistYear ?year }"
    command = [sys.executable, "-c", ASK, "query", query, "--graph", str(shipped.location)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "2566" in done.stdout.split()
    imported = set(done.stderr.split())
    needed = {f"awardgraph{room}.{name}" for room, names in NEEDED.items() for name in names.split()}
    assert {name for name in imported if name.startswith("awardgraph.")} - needed == set()
    assert imported.isdisjoint(ELSEWHERE.split())
