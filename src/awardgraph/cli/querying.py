"""``awardgraph query``: ask the graph in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, GraphOption
from awardgraph.cli.output import table, write
from awardgraph.errors import SourceError, UsageError

__all__ = ["query"]

#: Longer texts are no names of files, and some systems refuse to look for them.
_LONGEST_PATH = 200

Format = Literal["table", "csv", "tsv", "json", "xml", "ttl", "nt"]


def query(
    question: Annotated[
        str | None,
        typer.Argument(metavar="[TEXT|FILE|-]", help="SPARQL, a file of it, or - for standard input."),
    ] = None,
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    format_name: Annotated[
        Format | None, typer.Option("--format", "-f", help="table for rows, ttl for triples, if not given.")
    ] = None,
) -> None:
    """Ask the graph in SPARQL; every prefix is known. · ถามกราฟด้วย SPARQL"""
    from awardgraph.graph.results import columns, is_graph, rows, serialize
    from awardgraph.graph.store import Graph

    opened = Graph.open(graph)
    answer = opened.query(_text(question))
    chosen = format_name or ("ttl" if is_graph(answer) else "table")
    if chosen == "table":
        write(table(columns(answer), rows(answer, opened.manifest.base)).encode())
    elif chosen == "ttl" and is_graph(answer):
        from awardgraph.exporters.turtle import turtle

        lines = serialize(answer, "nt").decode().split("\n")[:-1]
        write("".join(turtle(lines, opened.manifest.base)).encode())
    else:
        write(serialize(answer, chosen))


def _text(question: str | None) -> str:
    """Return the query that the user gave: as text, in a file, or through standard input."""
    if question == "-" or (question is None and sys.stdin and not sys.stdin.isatty()):
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if question is None:
        message = "what is the question? Give SPARQL, a file of it, or - for standard input."
        raise UsageError(message)
    if "{" in question or len(question) > _LONGEST_PATH:
        return question
    path = Path(question)
    if path.is_file():
        return _decoded(path.read_bytes(), question)
    if path.suffix == ".rq":
        message = f"{question}: there is no such file."
        raise UsageError(message)
    return question


def _decoded(raw: bytes, where: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise SourceError(where, line, "the query is not UTF-8.", "Save it as UTF-8.") from None
