"""What has an agency won, and who says so? Run `awardgraph build` first."""

from __future__ import annotations

import sys
from pathlib import Path

from awardgraph import Graph

QUESTION = """
SELECT ?year ?name ?source {
  GRAPH ?source { ?award a awg:Conferral ; awg:recipient agency:depa ; rdfs:label ?name }
  ?award awg:inEdition/awg:buddhistYear ?year
  FILTER(LANG(?name) = "th")
} ORDER BY ?year ?name ?source
"""

graph = Graph.open(Path(sys.argv[1] if len(sys.argv) > 1 else "build/awards.graph"))
for row in graph.query(QUESTION):
    print(row["year"].value, row["name"].value, "←", row["source"].value)
