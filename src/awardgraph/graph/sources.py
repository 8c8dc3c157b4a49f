"""Source documents and passages as they stand in a graph, each led back to its file and line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.graph.asking import ask_about
from awardgraph.graph.rows import LinesOfRows
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.graph.store import Graph

__all__ = ["Document", "Quote", "read_documents", "read_quotes"]

_ABOUT: Final = """SELECT ?document ?property ?value { %s
  VALUES ?property { dct:title dct:issued dct:publisher awg:sha256 } ?document ?property ?value }"""

_QUOTES: Final = """SELECT ?passage ?document ?quote ?start ?end ?remark ?sha256 { %s
  ?passage awg:passageOf ?document ; awg:quote ?quote
  OPTIONAL { ?passage awg:start ?start ; awg:end ?end } OPTIONAL { ?passage awg:remark ?remark }
  OPTIONAL { ?document awg:sha256 ?sha256 } }"""


@dataclass(frozen=True, slots=True)
class Document:
    """Who says so.

    Attributes:
        publishers: IRIs of the bodies that published it; empty where nobody recorded whose it is.
        issued: ISO day of publication, Common Era; empty where it is not known.
        sha256: of the bytes that were read; empty where they were not kept.
        file: its name in the data folder, where it is one of its files.
    """

    iri: str
    title: Bilingual = NOBODY
    publishers: tuple[str, ...] = ()
    issued: str = ""
    sha256: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage: the words that prove a fact, and where they stand.

    Attributes:
        document: the document they stand in: the page itself, or the table that reports from it.
        start, end: in the document's text, in code points; None for the row of a table.
        file: the table in the data folder; empty for a text.
        lines: of the table, counted from 1; several where rows are alike.
        sha256: of the document's bytes when they were read; empty where it is not known.
    """

    iri: str
    document: str
    text: str
    start: int | None = None
    end: int | None = None
    remark: str = ""
    file: str = ""
    lines: tuple[int, ...] = ()
    sha256: str = ""


def read_documents(graph: Graph, iris: Iterable[str]) -> dict[str, Document]:
    """Return what a graph knows of source documents, by their IRIs; all of those asked for."""
    wanted = set(iris)
    told: dict[tuple[str, str], set[str]] = {}
    for row in ask_about(graph, "document", wanted, _ABOUT):
        told.setdefault((row["document"].value, row["property"].value), set()).add(row["value"].value)
    files = {source.iri: source for source in graph.manifest.sources if source.reader != "record"}

    def one(iri: str, predicate: str) -> str:
        return min(told.get((iri, predicate), {""}))

    return {
        iri: Document(
            iri,
            _title(told.get((iri, ext.TITLE), set())),
            tuple(sorted(told.get((iri, ext.PUBLISHER), ()))),
            one(iri, ext.ISSUED),
            files[iri].sha256 if iri in files else one(iri, awg.SHA256),
            files[iri].path if iri in files else "",
        )
        for iri in wanted
    }


def _title(titles: Iterable[str]) -> Bilingual:
    named = [Bilingual.of(title) for title in sorted(titles)]
    return Bilingual(
        next((name.th for name in named if name.th), None), next((name.en for name in named if name.en), None)
    )


def read_quotes(graph: Graph, iris: Iterable[str], lines: LinesOfRows | None = None) -> dict[str, Quote]:
    """Return the passages of a graph, by their IRIs.

    Args:
        graph: where they stand.
        iris: which of them.
        lines: what was read of the graph's tables before.

    Raises:
        GraphError: the file that says which line holds what is gone or damaged.
    """
    tables = {source.iri: source for source in graph.manifest.sources if source.rows_file}
    lines = lines or LinesOfRows(graph)
    found: dict[str, Quote] = {}
    for row in ask_about(graph, "passage", iris, _QUOTES):
        passage, document = row["passage"].value, row["document"].value
        found[passage] = Quote(
            passage,
            document,
            row["quote"].value,
            int(row["start"].value) if "start" in row else None,
            int(row["end"].value) if "end" in row else None,
            row["remark"].value if "remark" in row else "",
            tables[document].path if document in tables else "",
            lines.of(document).get(passage, ()) if document in tables else (),
            tables[document].sha256 if document in tables else row["sha256"].value if "sha256" in row else "",
        )
    return found
