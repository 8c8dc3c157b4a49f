"""``awardgraph query``: ask the graph in SPARQL."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from awardgraph.cli.answering import Showing, show
from awardgraph.cli.asked import pointing, read_query, text_of
from awardgraph.cli.asking import (
    ExplainOption,
    FormatOption,
    IrisOption,
    MemoryOption,
    NetworkOption,
    OutputOption,
    RowsOption,
    SpreadsheetOption,
    TimeoutOption,
)
from awardgraph.cli.completing import question_names
from awardgraph.cli.hinting import capped, explained, say_hints
from awardgraph.cli.limits import MEMORY, TIMEOUT, limits
from awardgraph.cli.naming import SetOption, asked_again, prepared
from awardgraph.cli.options import BaseOption, LangOption, OriginOption, language
from awardgraph.cli.origins import FilesOption, NamedOption, QueryOption, UpdateOption, open_origin, update
from awardgraph.cli.output import write
from awardgraph.errors import GraphError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.graph.store import Graph

__all__ = ["query"]


def query(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|TEXT|FILE|-]",
            help="The name of a question, SPARQL, a file of it, or - for standard input."
            " · ชื่อคำถาม ข้อความ SPARQL แฟ้ม หรือ - สำหรับข้อมูลเข้ามาตรฐาน",
            autocompletion=question_names,
        ),
    ] = None,
    *,
    given: SetOption = None,
    graph: OriginOption = None,
    data: FilesOption = None,
    named: NamedOption = None,
    query_file: QueryOption = None,
    update_file: UpdateOption = None,
    base: BaseOption = "",
    format_name: FormatOption = None,
    lang: LangOption = None,
    iris: IrisOption = False,
    spreadsheet: SpreadsheetOption = False,
    output: OutputOption = None,
    timeout: TimeoutOption = TIMEOUT,
    memory: MemoryOption = MEMORY,
    max_rows: RowsOption = None,
    allow_network: NetworkOption = False,
    explain: ExplainOption = False,
) -> None:
    """Ask the graph in SPARQL; every prefix is known. · ถามกราฟด้วย SPARQL

    Without a question, on a terminal: a prompt. · หากไม่ระบุคำถาม จะเปิดหน้าจอถามตอบ
    """
    _refuse_two(question, query_file, update_file)
    read = text_of if query_file is None else partial(_same, read_query(query_file))
    spoken = language(lang)
    showing = Showing(spoken, format_name, iris, spreadsheet, output)
    opener = partial(open_origin, graph, data, named, base, timeout)
    meant = question is not None or query_file or update_file or given or explain or output
    if not meant and _is_terminal():
        from awardgraph.cli.prompt.app import start

        start(opener, showing, limit=timeout, memory=memory, allow_network=allow_network)
        return
    with limits(timeout, memory, spoken):
        if update_file:
            write(update(update_file, read_query(update_file), graph, data, named, base))
            return
        opened = opener()
        text, bound = prepared(question, given or (), opened, read)
        with pointing(text):
            if explain:
                write(explained(opened, text, spoken).encode())
                return
            relative_to = base or (query_file.resolve().as_uri() if query_file else "")
            answer = opened.query(text, bound, relative_to=relative_to, allow_network=allow_network)
        if max_rows:
            answer = capped(answer, max_rows, spoken)
        with _breaking_off(opened):
            answered = show(answer, opened, asked_again(text, bound), showing, opened.manifest.base)
        say_hints(opened, text, spoken, answered=answered)


def _is_terminal() -> bool:
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def _refuse_two(question: str | None, query_file: Path | None, update_file: Path | None) -> None:
    """Refuse to be asked two things at once."""
    if update_file and (question is not None or query_file):
        message = "--update stands alone: ask in a second step."
        raise UsageError(message)
    if query_file and question is not None:
        message = "there are two questions, one of them in --query; give one."
        raise UsageError(message)


@contextmanager
def _breaking_off(opened: Graph) -> Iterator[None]:
    """Tell what breaks off: rows are computed as they are read, and another server may fail meanwhile."""
    try:
        yield
    except OSError as error:
        raise GraphError(opened.location, f"the answer broke off: {error}.") from error


def _same(text: str, _question: str | None) -> str:
    return text
