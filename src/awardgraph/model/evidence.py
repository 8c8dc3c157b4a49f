"""Who says so, and where exactly."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Passage", "SourceDocument"]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A page, a release or a table that states facts.

    Attributes:
        url: its address; None where it has none.
        title: as printed.
        slug: names a document without an address inside our own namespace.
        issued: ISO day of publication, Common Era; never the day of a ceremony.
        publisher: name of the body that published it.
        sha256: of the bytes that were read.
    """

    url: str | None = None
    title: str = ""
    slug: str = ""
    issued: str | None = None
    publisher: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The exact words that prove a fact.

    Attributes:
        document: where the words stand.
        quote: the words; for a table, its row as text.
        start, end: offsets of the quote in the document's text, in code points; None for a table's
            row, whose place may change while its words stay.
        remark: what a compiler of the table noted about the row, in English.
        before, behind: some words of a text that stand directly before and behind the quote.
        line: of the table, counted from 1; no fact, and never in the graph.
    """

    document: SourceDocument
    quote: str
    start: int | None = None
    end: int | None = None
    remark: str | None = None
    before: str = ""
    behind: str = ""
    line: int | None = None
