"""Every award of the shipped data that several sources report, as a person read it once.

    python -m tests.data.test_unions

writes the list anew; read what changed before it is kept.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from awardgraph import Graph
from awardgraph.importer.plan import find_sources
from awardgraph.importer.run import import_sources
from awardgraph.resources import data_root
from tests.conftest import values

GOLDEN: Final = Path(__file__).with_name("unions.txt")

QUERY: Final = """
SELECT ?award ?source ?words {
  { SELECT ?award { ?award a awg:Conferral ; awg:statedIn ?any } GROUP BY ?award HAVING (COUNT(?any) > 1) }
  GRAPH ?source { ?award awg:statedIn ?passage . ?passage awg:quote ?words }
} ORDER BY ?award ?source ?words"""


def listed(graph: Graph) -> str:
    """Return the awards with each report of them, as text."""
    lines, before = [], ""
    for award, source, words in values(graph, QUERY):
        name = award.removeprefix(graph.manifest.base)
        lines += [f"\n{name}"] if name != before else []
        lines.append(f"  {source.removeprefix(graph.manifest.base)}\n    {words}")
        before = name
    return "\n".join(lines).lstrip() + "\n"


def test_no_two_awards_became_one_that_nobody_looked_at(shipped: Graph) -> None:
    assert listed(shipped) == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        location = Path(folder) / "awards.graph"
        import_sources(find_sources(data_root()), location, data=data_root())
        GOLDEN.write_text(listed(Graph.open(location)), encoding="utf-8")
