"""``awardgraph query``: ask the graph in SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from awardgraph.cli.carets import pointed
from awardgraph.cli.hinting import capped, explained, say_hints
from awardgraph.cli.limits import MEMORY, TIMEOUT, limits
from awardgraph.cli.options import DEFAULT_GRAPH, GraphOption, language
from awardgraph.cli.output import table, write
from awardgraph.errors import GraphError, QueryError, SourceError, UsageError

if TYPE_CHECKING:
    from awardgraph.graph.query import Answer

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
    timeout: Annotated[
        float,
        typer.Option(min=0.001, help="Seconds until it is given up, with exit code 7. · จำกัดเวลา (วินาที)"),
    ] = TIMEOUT,
    memory: Annotated[
        int,
        typer.Option(min=1, help="MB that it may take, else exit code 7. · จำกัดหน่วยความจำ (เมกะไบต์)"),
    ] = MEMORY,
    max_rows: Annotated[
        int | None, typer.Option(min=1, help="Cut the answer after so many rows. · จำกัดจำนวนแถว")
    ] = None,
    allow_network: Annotated[
        bool,
        typer.Option("--allow-network", help="Let SERVICE call other servers. · ให้ SERVICE เรียกเซิร์ฟเวอร์อื่นได้"),
    ] = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Count the matches of each pattern instead. · นับข้อมูลที่ตรงกับแต่ละรูปแบบแทน"
        ),
    ] = False,
) -> None:
    """Ask the graph in SPARQL; every prefix is known. · ถามกราฟด้วย SPARQL"""
    from awardgraph.graph.store import Graph

    text, spoken = _text(question), language(None)
    with limits(timeout, memory, spoken):
        opened = Graph.open(graph)
        try:
            if explain:
                write(explained(opened, text, spoken).encode())
                return
            answer = opened.query(text, allow_network=allow_network)
        except QueryError as error:
            error.add_note(pointed(text, error))
            raise
        if max_rows:
            answer = capped(answer, max_rows, spoken)
        try:
            _print(answer, format_name, opened.manifest.base)
        except BrokenPipeError:
            raise  # nobody reads any more
        except OSError as error:
            # Rows are computed as they are read: another server may fail in the middle of an answer.
            raise GraphError(graph, f"the answer broke off: {error}.") from error
        say_hints(opened, text, spoken)


def _print(answer: Answer, format_name: Format | None, base: str) -> None:
    from awardgraph.graph.results import columns, is_graph, rows, serialize

    chosen = format_name or ("ttl" if is_graph(answer) else "table")
    if chosen == "table":
        write(table(columns(answer), rows(answer, base)).encode())
    elif chosen == "ttl" and is_graph(answer):
        from awardgraph.exporters.turtle import turtle

        lines = serialize(answer, "nt").decode().split("\n")[:-1]
        write("".join(turtle(lines, base)).encode())
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
