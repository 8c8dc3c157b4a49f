"""An answer on its way out: which format can carry it, and how it is written there."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from itertools import count, islice
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from awardgraph.cli.output import say, write
from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.cli.options import Language
    from awardgraph.exporters.answers.sheet import Askable, Sheet
    from awardgraph.graph.query import Answer

__all__ = ["HEADINGS", "Format", "Showing", "pieces_of", "show"]

Format: TypeAlias = Literal["table", "csv", "tsv", "json", "xml", "ttl", "nt", "jsonld", "md", "xlsx", "html"]

#: The formats that people read carry every answer; of the others, each one kind.
_ROWS: Final = ("csv", "tsv", "json", "xml")
_TRIPLES: Final = ("ttl", "nt", "jsonld")
_SPREADSHEETS: Final = {"csv": ",", "tsv": "\t"}

#: Format → lines before the first row, where each row has a line.
HEADINGS: Final = {"table": 2, "csv": 1, "tsv": 1}

#: At most so many pieces wait to be written together.
_TOGETHER: Final = 512


@dataclass(frozen=True, slots=True)
class Showing:
    """How an answer is to be shown.

    Attributes:
        format: None stands for a table of rows, and Turtle for statements.
        iris: IRIs instead of names.
        spreadsheet: csv and tsv for a spreadsheet: no cell is a formula.
        output: a file; None is standard output.
    """

    lang: Language
    format: Format | None = None
    iris: bool = False
    spreadsheet: bool = False
    output: Path | None = None


def show(answer: Answer, asked: Askable, query: str, showing: Showing, base: str = "") -> bool:
    """Write an answer to standard output while it is being computed, or to a file when it is whole.

    Args:
        answer: what was answered; it is consumed.
        asked: what answered, and knows what things are called.
        query: the question, for the formats that carry it.
        showing: the format and the language.
        base: namespace of the entities.

    Returns:
        Whether there were rows; False, too, where the format does not show it by its lines.

    Raises:
        UsageError: the format cannot carry this kind of answer, or the file cannot be written.
    """
    from awardgraph.graph.results import is_graph

    heading = HEADINGS.get(showing.format or ("ttl" if is_graph(answer) else "table"))
    pieces = pieces_of(answer, asked, query, showing, base)
    if showing.output:
        from awardgraph.exporters.writing import write_file

        content = b"".join(pieces)
        write_file(showing.output, content)
        say(f"{showing.output}: {len(content):,} bytes.")
        return heading is not None and content.count(b"\n") > heading
    if showing.format == "xlsx" and sys.stdout.isatty():
        message = "a workbook is no text for a terminal. Name a file with --output answer.xlsx."
        raise UsageError(message)
    lines = 0
    for together in gathered(pieces):
        write(together)
        lines += together.count(b"\n")
    return heading is not None and lines > heading


def pieces_of(
    answer: Answer, asked: Askable, query: str, showing: Showing, base: str = ""
) -> Iterator[bytes]:
    """Return an answer as it is written, in pieces that are made when they are asked for.

    The arguments are those of :func:`show`.

    Raises:
        UsageError: the format cannot carry this kind of answer.
    """
    from awardgraph.graph.results import is_graph

    triples = is_graph(answer)
    chosen = showing.format or ("ttl" if triples else "table")
    if chosen in (_ROWS if triples else _TRIPLES):
        kind, fitting = ("triples", _TRIPLES) if triples else ("rows", _ROWS)
        message = (
            f"The answer is made of {kind}; --format {chosen} cannot carry them. Use {' or '.join(fitting)}."
        )
        raise UsageError(message)
    if showing.spreadsheet and chosen not in (*_SPREADSHEETS, "xlsx"):
        message = f"--spreadsheet is for csv, tsv and xlsx, not for {chosen}."
        raise UsageError(message)
    return _pieces(answer, asked, chosen, query, showing, base)


def gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield pieces in growing handfuls: the first alone, so that it is seen at once.

    >>> list(gathered([b"a", b"b", b"c", b"d"]))
    [b'a', b'bc', b'd']
    """
    waiting = iter(pieces)
    for power in count():
        if not (some := list(islice(waiting, min(1 << power, _TOGETHER)))):
            return
        yield b"".join(some)


def _pieces(
    answer: Answer, asked: Askable, chosen: Format, query: str, showing: Showing, base: str
) -> Iterator[bytes]:
    if chosen in ("ttl", "jsonld"):
        return _statements(answer, chosen, base)
    if chosen not in ("table", "md", "xlsx", "html") and not showing.spreadsheet:
        from awardgraph.graph.streaming import stream

        return stream(answer, chosen)
    from awardgraph.exporters.answers.sheet import sheet_of

    sheet = sheet_of(answer, asked, base=base, iris=showing.iris or chosen in _SPREADSHEETS)
    if chosen == "xlsx":
        from awardgraph.exporters.answers.workbook import workbook

        return iter([workbook(sheet, showing.lang, query)])
    return (text.encode() for text in _texts(sheet, chosen, query, showing))


def _texts(sheet: Sheet, chosen: Format, query: str, showing: Showing) -> Iterator[str]:
    match chosen:
        case "md":
            from awardgraph.exporters.answers.markdown import markdown

            return markdown(sheet, showing.lang)
        case "html":
            from awardgraph.exporters.answers.page import answer_page

            return iter([answer_page(sheet, query, lang=showing.lang)])
        case "csv" | "tsv":
            from awardgraph.exporters.answers.delimited import delimited

            return delimited(sheet, _SPREADSHEETS[chosen])
    from awardgraph.cli.tabling import drawn, terminal_width

    return drawn(sheet, showing.lang, None if showing.output else terminal_width())


def _statements(answer: Answer, chosen: Format, base: str) -> Iterator[bytes]:
    from awardgraph.exporters.answers.statements import ordered

    triples = ordered(answer)  # type: ignore[arg-type]  # show() looked at its kind
    if chosen == "jsonld":
        from awardgraph.exporters.answers.jsonld import jsonld

        return iter([jsonld(triples, base).encode()])
    from awardgraph.exporters.turtle import turtle

    return (line.encode() for line in turtle((f"{triple} .\n" for triple in triples), base))
