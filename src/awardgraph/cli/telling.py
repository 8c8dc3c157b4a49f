"""Facts, sources and quotes as lines for a terminal, in Thai or English, and as JSON."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from awardgraph.cli.wrapping import wrapped
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.cli.options import Language
    from awardgraph.graph.evidence import Fact, Testimony
    from awardgraph.graph.sources import Quote
    from awardgraph.graph.store import Graph
    from awardgraph.model.language import Bilingual

__all__ = ["Telling", "aligned", "as_json", "fitted", "source_as_json"]

#: Datatypes that are written in both calendars.
_CALENDAR: Final = frozenset({ext.XSD_DATE, ext.XSD_GYEAR})

#: Letters that an address bears as the bytes of their UTF-8.
_ESCAPED: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")

#: What begins a line; the line goes on under what comes after it.
_LEVEL: Final = re.compile(r" *(?:\d+  |← |“)?")

#: Kinds that have an owner or an exhibitor rather than a recipient.
_OWNED: Final = ("exhibition/", "project/")


class Telling:
    """Says terms, sources and quotes of a graph in one language; the names are looked up once."""

    def __init__(self, graph: Graph, iris: Iterable[str], lang: Language) -> None:
        from awardgraph.graph.wording import names_of
        from awardgraph.resources import messages

        self.lang, self.words = lang, messages(lang)["why"]
        self._names, self._base = names_of(graph, iris), graph.manifest.base

    def name(self, iri: str) -> str:
        """Return what something is called in this language, or else its short IRI."""
        named = self._names.get(iri)
        return (self.either(named) if named else "") or self.short(iri)

    def either(self, names: Bilingual) -> str:
        """Return a name in this language, or in the other where it has none."""
        from awardgraph.model.language import printable

        return printable((names.th if self.lang == "th" else names.en) or names.first)

    def short(self, iri: str) -> str:
        """Return an IRI with its prefix where one is known, and its letters as people read them."""
        from awardgraph.graph.results import short_iri
        from awardgraph.model.language import printable

        return printable(_ESCAPED.sub(_letters, short_iri(iri, self._base)))

    def composed(self, iri: str) -> bool:
        """Return whether the name of something is made of those of others, so that no source states it."""
        from awardgraph.graph.changes.kinds import COMPOSED

        return iri.removeprefix(self._base).partition("/")[0] in COMPOSED

    def property(self, iri: str) -> str:
        """Return what a property is called."""
        from awardgraph.graph.wording import term_names

        return self.either(term_names()[iri]) if iri in term_names() else self.short(iri)

    def value(self, term: NamedNode | Literal) -> str:
        """Return a value in words: an entity by its name, a day or year in both calendars."""
        from pyoxigraph import NamedNode

        from awardgraph.graph.wording import term_names
        from awardgraph.model.language import printable

        if isinstance(term, NamedNode):
            if term.value.startswith((self._base, AWG)) or term.value in term_names():
                return self.name(term.value)
            title = self._names.get(term.value)
            link = self.short(term.value)
            return f"{self.either(title)}  {link}" if title else link
        if term.datatype.value in _CALENDAR:
            return self.day(term.value)
        return printable(term.value)

    def day(self, iso: str) -> str:
        """Return an ISO day or year in both calendars."""
        from awardgraph.exporters.pages.wording import written

        return self.either(written("date", iso))

    def source(self, told: Testimony, focus: str) -> list[str]:
        """Return a source as lines: title, what it is to the focus, publisher and day, address, sha256.

        Of a file of the data folder: which one, with its lines, and the pages that they name.
        """
        document = told.document
        if document.file:
            kind = "register" if document.file.startswith("register/") else "table"
            # Where the sources were asked for, or all that is stated, the pages stand among the facts.
            pages = () if any(fact.property == ext.SOURCE for fact in told.facts) else told.pages
            return [
                self.words[kind].format(file=self.lines(document.file, told.lines)),
                *(self.words["pages"].format(page=self.short(page)) for page in pages),
            ]
        title, link = self.either(document.title), self.short(document.iri)
        bodies = " · ".join(map(self.name, document.publishers)) or self.words["unknown"]
        issued = self.words["published"].format(date=self.day(document.issued)) if document.issued else ""
        own = told.standing == "self-reported" and focus.removeprefix(self._base).startswith(_OWNED)
        what = self.words["standing"]["own" if own else told.standing] if document.publishers else ""
        about = " · ".join(filter(None, (what, bodies, issued)))
        sha256 = f"sha256 {document.sha256}" if document.sha256 else ""
        return [line for line in (title or link, about, link if title else "", sha256) if line]

    def quotes(self, told: Testimony, more: Mapping[str, str]) -> list[str]:
        """Return the quotes of a source under their headings: its own words first, then what was compiled.

        Args:
            told: the source.
            more: passage → a line about it.
        """
        of = told.document.iri
        lines: list[str] = []
        groups = {
            "words": [quote for quote in told.quotes if not quote.file],
            "rows": [quote for quote in told.quotes if quote.file and quote.document != of],
            "own_rows": [quote for quote in told.quotes if quote.file and quote.document == of],
        }
        for heading, quotes in groups.items():
            lines += [*([""] if lines else []), self.words[heading]] if quotes else []
            for quote in quotes:
                lines += [f"  {line}" for line in self.quote(quote, of=of)]
                lines += [f"    {more[quote.iri]}"] if quote.iri in more else []
        return lines

    def quote(self, quote: Quote, *, of: str = "") -> list[str]:
        """Return a quote in full as lines: the words, or the cells of a row, and where they stand."""
        from awardgraph.model.language import printable

        if quote.file:
            place = self.lines(quote.file, quote.lines)
        else:
            place = self.words["span"].format(start=quote.start, end=quote.end)
            if quote.document != of:
                place = f"{self.short(quote.document)}, {place}"
        sha256 = f"sha256 {quote.sha256}" if quote.sha256 and not quote.file and quote.document != of else ""
        remark = self.words["remark"].format(remark=printable(quote.remark)) if quote.remark else ""
        text = printable(quote.text)
        return [
            text if quote.file else f"“{text}”",
            *(f"  {line}" for line in (place, sha256, remark) if line),
        ]

    def lines(self, file: str, lines: tuple[int, ...]) -> str:
        """Return a place in a table."""
        if not lines:
            return file
        word = self.words["line" if len(lines) == 1 else "lines"]
        return str(word).format(file=file, lines=", ".join(map(str, lines)))

    def order(self, fact: Fact) -> tuple[object, ...]:
        """Return what facts are sorted by: the property, then the value, those in this language first."""
        from awardgraph.graph.wording import term_ranks

        ranks = term_ranks()
        foreign = getattr(fact.value, "language", None) not in (None, self.lang)
        return ranks.get(fact.property, len(ranks)), foreign, str(fact.value)


def fitted(line: str, width: int) -> str:
    """Return a line broken to a width in cells, its rest under its own level; 0 leaves it whole."""
    level = _LEVEL.match(line)
    return wrapped(line, level.end() if level else 0, width)


def _letters(escaped: re.Match[str]) -> str:
    """Return the letters of escaped bytes; the bytes as they are where they spell none."""
    from urllib.parse import unquote

    letters = unquote(escaped[0])
    return escaped[0] if "\ufffd" in letters else letters


def aligned(rows: Iterable[tuple[str, str]], indent: str, terminal: int) -> list[str]:
    """Return pairs as lines in two columns; what is said in the line before is not said again.

    Units: widths are terminal cells, so Thai vowels and tone marks above or below take none.

    Args:
        rows: what is to be said of what.
        indent: before each line.
        terminal: the width that a value is broken to, under its own beginning; 0 leaves it whole.
    """
    from rich.cells import cell_len, set_cell_size

    told = list(rows)
    width = max((cell_len(name) for name, _ in told), default=0)
    lines, before = [], ""
    for name, value in told:
        line = f"{indent}{set_cell_size('' if name == before else name, width)}  {value}"
        lines += wrapped(line, len(indent) + width + 2, terminal).splitlines()
        before = name
    return lines


def as_json(term: NamedNode | Literal) -> dict[str, Any]:
    """Return a term as SPARQL's JSON writes it."""
    from pyoxigraph import NamedNode

    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    told: Mapping[str, str] = (
        {"xml:lang": term.language} if term.language else {"datatype": term.datatype.value}
    )
    return {"type": "literal", "value": term.value, **told}


def source_as_json(told: Testimony, results: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Return what a source states, with full IRIs; with what became of each passage where that is given."""
    from dataclasses import asdict

    known = results or {}
    return {
        **asdict(told.document),
        "standing": told.standing,
        "lines": told.lines,
        "pages": told.pages,
        "facts": [{"about": f.about, "property": f.property, "value": as_json(f.value)} for f in told.facts],
        "passages": [
            {**asdict(quote), **({"result": known[quote.iri]} if quote.iri in known else {})}
            for quote in told.quotes
        ],
    }
