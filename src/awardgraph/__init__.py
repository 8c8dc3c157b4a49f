"""awardgraph: announcements of public-sector awards → a knowledge graph to ask, look at and publish.

    sources ──▶ records ──▶ identities ──▶ statements ──▶ graph ──▶ answers · views · publications

The rooms, each importing only from those below it:

    cli           parse, call one function, print
    importer      outside files → statements in a graph
      run           one import from end to end
      mapping       records → statements
      identity      who is the same as whom: names, register, minting
      sources       files → records
    exporters     the graph → files for others: serialisations, views, the ontology's page
    graph         where statements live, and asking them
    model         what we know, as frozen values without RDF
    vocabulary    IRIs as constants
    errors        everything that is raised on purpose
    resources     files the program carries

>>> from pathlib import Path
>>> with_awards = Graph.open(Path("build/awards.graph"))  # doctest: +SKIP
"""

from awardgraph.errors import AwardGraphError, GraphError, LockedError, QueryError, SourceError, UsageError
from awardgraph.graph.store import Graph
from awardgraph.version import __version__

__all__ = [
    "AwardGraphError",
    "Graph",
    "GraphError",
    "LockedError",
    "QueryError",
    "SourceError",
    "UsageError",
    "__version__",
]
