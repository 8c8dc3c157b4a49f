"""A graph → one file in a standard syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.exporters.turtle import turtle
from awardgraph.graph.statements import statements
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.graph.store import Graph

__all__ = ["SYNTAXES", "export", "statements"]

#: All but trig and nq leave out who says what.
SYNTAXES: Final = ("turtle", "trig", "nt", "nq", "jsonld", "rdfxml")


def export(graph: Graph, syntax: str) -> Iterator[bytes]:
    """Yield a graph's bytes in one of :data:`SYNTAXES`, the same for the same statements.

    turtle, nt, jsonld and rdfxml hold every statement once; nq and trig hold each source's
    statements in that source's graph.
    """
    if syntax == "turtle":
        return (line.encode() for line in turtle(graph.triples(), graph.manifest.base))
    if syntax == "nt":
        return (line.encode() for line in graph.triples())
    if syntax == "nq":
        return graph.n_quads()
    return iter([_by_oxigraph(graph, syntax)])


def _by_oxigraph(graph: Graph, syntax: str) -> bytes:
    from pyoxigraph import RdfFormat, parse, serialize

    target = {"trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD, "rdfxml": RdfFormat.RDF_XML}[syntax]
    lines = graph.lines() if syntax == "trig" else graph.triples()
    parsed = parse("".join(_by_graph(lines) if syntax == "trig" else lines), format=RdfFormat.N_QUADS)
    return serialize(parsed, format=target, prefixes=prefixes(graph.manifest.base)) or b""


def _by_graph(lines: Iterable[str]) -> list[str]:
    # TriG opens a block for each graph; statements of one graph must follow each other.
    return sorted(lines, key=lambda line: (line[line.rindex(" <") :], line))
