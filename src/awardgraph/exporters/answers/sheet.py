"""An answer as a sheet: its columns, and its rows page by page with the names of what they hold."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

from awardgraph.graph.results import columns as names_of_columns
from awardgraph.graph.results import short, short_iri
from awardgraph.model.language import NOBODY, Bilingual, printable
from awardgraph.vocabulary.external import XSD_DATE, XSD_GYEAR
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyoxigraph as ox

    from awardgraph.graph.query import Answer

    Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
    Row: TypeAlias = tuple[Term | None, ...]

__all__ = ["PAGE", "Askable", "Column", "Page", "Sheet", "kind_of", "legible", "sheet_of", "written"]

#: Rows that are read, named and measured together.
PAGE: Final = 200

#: Names that are remembered from page to page.
_REMEMBERED: Final = 50_000

Language: TypeAlias = Literal["th", "en"]
Kind: TypeAlias = Literal["", "iri", "blank", "triple", "number", "year", "date", "text"]

_XSD: Final = PREFIXES["xsd"]
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
#: Marks of direction: they would reorder what stands beside them.
_STEERING: Final = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_YEAR: Final = re.compile(r"[0-9]{4}")

#: Datatype → kind, for literals that are written as their datatype wants.
_KINDS: Final[dict[str, Kind]] = {
    **dict.fromkeys((XSD_DATE, _XSD + "gYearMonth"), "date"),
    XSD_GYEAR: "year",
    **dict.fromkeys(
        (
            _XSD + name
            for name in (
                "integer", "decimal", "double", "float", "long", "int", "short", "byte", "nonNegativeInteger",
                "positiveInteger", "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt",
                "unsignedShort", "unsignedByte",
            )
        ),
        "number",
    ),
}  # fmt: skip


class Askable(Protocol):
    """What answers SPARQL: a graph, an endpoint."""

    def query(self, text: str, bindings: Mapping[str, ox.NamedNode | ox.Literal] | None = None) -> Answer:
        """Return the answer to a query."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its variable, and what all its cells of the first page are; text where they differ.

    Attributes:
        words: what it is called where it is no variable of the query.
    """

    name: str
    kind: Kind
    words: Bilingual = NOBODY

    @property
    def dated(self) -> bool:
        """Whether its cells are counted in the years of a language, which its heading must say."""
        return self.kind in ("year", "date")

    def heading(self, lang: Language) -> str:
        """Return its name, with the era that its years are counted in.

        >>> Column("year", "year").heading("en")
        'year (CE)'
        """
        name = (self.words.th if lang == "th" else self.words.en) or self.name
        return f"{name} ({'พ.ศ.' if lang == 'th' else 'CE'})" if self.dated else name


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, and what the IRIs in them are called."""

    rows: tuple[Row, ...]
    names: Mapping[str, Bilingual]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer that is read once, page by page, while the engine is still computing.

    Attributes:
        base: namespace of the entities, whose kinds are prefixes.
        statements: whether its rows are statements, as CONSTRUCT and DESCRIBE give.
    """

    columns: tuple[Column, ...]
    pages: Iterator[Page]
    base: str
    statements: bool = False


def sheet_of(answer: Answer, asked: Askable, *, base: str = "", iris: bool = False) -> Sheet:
    """Return an answer as a sheet; only its first page has been computed.

    Args:
        answer: rows, statements, or yes or no.
        asked: what gave the answer, and knows the names.
        base: namespace of the entities.
        iris: whether IRIs are to be shown instead of names; then no names are looked up.
    """
    import pyoxigraph as ox

    names = names_of_columns(answer)
    pages = _pages(_rows(answer), None if iris else asked)
    first = next(pages, Page((), {}))
    own = isinstance(answer, (ox.QueryTriples, ox.QueryBoolean))
    words = _headings(names) if own else dict.fromkeys(names, NOBODY)
    columns = (Column(name, _common(first, at), words[name]) for at, name in enumerate(names))
    return Sheet(tuple(columns), chain([first], pages), base, isinstance(answer, ox.QueryTriples))


def kind_of(term: Term | None) -> Kind:
    """Return what a term is; a literal that is not written as its datatype wants is text."""
    import pyoxigraph as ox

    if not isinstance(term, ox.Literal):
        kinds: dict[type, Kind] = {ox.NamedNode: "iri", ox.BlankNode: "blank", ox.Triple: "triple"}
        return kinds.get(type(term), "")
    kind = _KINDS.get(term.datatype.value, "text")
    if kind == "number":
        return kind if _NUMBER.fullmatch(term.value) else "text"
    if kind == "year":
        return kind if _YEAR.fullmatch(term.value) else "text"
    if kind == "date":
        from awardgraph.model.printing import format_day

        with suppress(ValueError):
            format_day(term.value, "en")
            return kind
        return "text"
    return kind


def written(term: Term | None, column: Column, lang: Language, page: Page, base: str = "") -> str:
    """Return a cell as people read it in a language.

    An IRI is its name in the language, else in the other one, else its prefixed form. In a column
    of years or dates, counted as its heading says, another literal is written as in Turtle.
    """
    kind = kind_of(term)
    if term is None or kind in ("blank", "triple"):
        return "" if term is None else str(term) if kind == "blank" else f"<<( {term} )>>"
    if kind == "iri":
        iri = str(term)[1:-1]
        both = page.names.get(iri, NOBODY)
        return (both.th if lang == "th" else both.en) or both.first or short_iri(iri, base)
    if not column.dated or kind == "text":
        return short(term, base)
    if kind != column.kind:
        return _exact(term, base)
    return _in_calendar(short(term), kind, lang)


def legible(text: str) -> str:
    r"""Return a text on one line that can change neither a terminal nor the order of what is beside it.

    >>> legible("a\u202eb\n\x1b[2J")
    'a�b �[2J'
    """
    return _STEERING.sub("\ufffd", printable(text))


def _in_calendar(text: str, kind: Kind, lang: Language) -> str:
    """Return a year or a date in the calendar of a language."""
    if kind == "year":
        from awardgraph.model.calendar import BUDDHIST_OFFSET

        return str(int(text) + (BUDDHIST_OFFSET if lang == "th" else 0))
    from awardgraph.model.printing import format_day

    return format_day(text, lang)


def _exact(term: Term, base: str) -> str:
    text, _, datatype = str(term).rpartition("^^")
    return f"{text}^^{short_iri(datatype[1:-1], base)}"


def _headings(names: list[str]) -> dict[str, Bilingual]:
    """Return what the columns are called of an answer that has no variables."""
    from awardgraph.exporters.pages.wording import both

    return {name: both("answer", name) for name in names}


def _rows(answer: Answer) -> Iterator[Row]:
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryBoolean):
        yield (ox.Literal(bool(answer)),)
        return
    if isinstance(answer, ox.QueryTriples):
        from awardgraph.exporters.answers.statements import ordered

        # Statements have no order of their own: in this one, a subject is told of once.
        yield from map(tuple, ordered(answer))
        return
    yield from map(tuple, answer)


def _pages(rows: Iterator[Row], asked: Askable | None) -> Iterator[Page]:
    known: dict[str, Bilingual] = {}
    while some := tuple(islice(rows, PAGE)):
        iris = {str(term)[1:-1] for row in some for term in row if kind_of(term) == "iri"}
        if asked is not None and (unknown := iris - known.keys()):
            from awardgraph.exporters.answers.labelling import labels

            if len(known) > _REMEMBERED:
                known, unknown = {}, iris
            known |= dict.fromkeys(unknown, NOBODY) | labels(asked, unknown)
        yield Page(some, known)


def _common(page: Page, at: int) -> Kind:
    kinds = {kind_of(row[at]) for row in page.rows} - {""}
    return kinds.pop() if len(kinds) == 1 else "text"
