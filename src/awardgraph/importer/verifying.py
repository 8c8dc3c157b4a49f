"""Read the sources again: do the words of each passage still stand where the graph says?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from awardgraph.errors import SourceError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.sources import read_quotes
from awardgraph.importer.documents.reading import read_document
from awardgraph.importer.settings import read_settings
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.rows import read_rows
from awardgraph.importer.sources.tables import COLUMNS, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from awardgraph.graph.sources import Quote
    from awardgraph.graph.store import Graph

__all__ = ["Checked", "Result", "verify_passages"]

#: What became of a quote: it holds; it stands in another line; it is gone; its document is not in the folder.
Result: TypeAlias = Literal["holds", "moved", "gone", "unread"]

_ALL: Final = "SELECT ?passage { ?passage a awg:Passage }"

#: Endings of files that describe a document rather than hold its text.
_DESCRIPTIONS: Final = frozenset({".yaml", ".yml", ".csv", ".toml", ".md"})


@dataclass(frozen=True, slots=True)
class Checked:
    """A quote that was looked up again.

    Attributes:
        where: the file it was looked up in, relative to the data folder; empty where there is none.
        lines: of a table, where the words stand now.
    """

    quote: Quote
    result: Result
    where: str = ""
    lines: tuple[int, ...] = ()


def verify_passages(graph: Graph, data: Path, passages: Iterable[str] | None = None) -> list[Checked]:
    """Return what became of quotes in a data folder: of all of a graph, or of some passages.

    A row holds where its line still has the words. A text holds where its characters from start to
    end are the quote; its file is the one with the document's sha256, or else with the document's id
    as its name. Without either the quote is unread.

    Raises:
        SourceError: there is no such folder, or a table cannot be read any more; with its line.
    """
    if not data.is_dir():
        raise SourceError(str(data), None, "there is no such folder.", "Name a data folder.")
    wanted = [row["passage"].value for row in rows_of(graph, _ALL)] if passages is None else passages
    quotes = sorted(read_quotes(graph, wanted).values(), key=lambda quote: (quote.document, quote.iri))
    tables = {file: _rows(data, file) for file in {quote.file for quote in quotes} if file}
    texts = _texts(data, [quote for quote in quotes if not quote.file])
    return [_row(quote, tables[quote.file]) if quote.file else _text(quote, texts) for quote in quotes]


def _rows(data: Path, file: str) -> dict[int, str]:
    """Return line → words of a table; nothing where it is gone."""
    path = data / file
    if not path.is_file():
        return {}
    rows = read_rows(read_text(path, file), COLUMNS, read_settings(data).columns)
    return {row.line: quoted(row) for row in rows}


def _row(quote: Quote, rows: Mapping[int, str]) -> Checked:
    if quote.lines and all(rows.get(line) == quote.text for line in quote.lines):
        return Checked(quote, "holds", quote.file, quote.lines)
    now = tuple(line for line, words in rows.items() if words == quote.text)
    return Checked(quote, "moved" if now else "gone", quote.file, now)


def _texts(data: Path, quotes: Iterable[Quote]) -> dict[str, tuple[str, str]]:
    """Return document → (name of its file, its text), for the documents that the folder holds."""
    by_sha256 = {quote.sha256: quote.document for quote in quotes if quote.sha256}
    by_name = {quote.document.rpartition("/")[2]: quote.document for quote in quotes}
    sure: dict[str, tuple[str, str]] = {}
    named: dict[str, tuple[str, str]] = {}
    for path, raw in _files(data) if by_name else ():
        told = (path.relative_to(data).as_posix(), _read(raw, path.name))
        if document := by_sha256.get(hashlib.sha256(raw).hexdigest()):
            sure[document] = told
        elif document := by_name.get(path.stem):
            named[document] = told
    return named | sure


def _files(data: Path) -> Iterator[tuple[Path, bytes]]:
    for path in sorted(data.rglob("*")):
        if path.suffix.lower() not in _DESCRIPTIONS and path.is_file():
            yield path, path.read_bytes()


def _read(raw: bytes, name: str) -> str:
    """Return the text of a document as the importer reads it; empty where it is none."""
    try:
        return read_document(raw, name).text
    except SourceError:
        return ""


def _text(quote: Quote, texts: Mapping[str, tuple[str, str]]) -> Checked:
    if quote.document not in texts:
        return Checked(quote, "unread")
    file, text = texts[quote.document]
    return Checked(quote, "holds" if text[quote.start : quote.end] == quote.text else "gone", file)
