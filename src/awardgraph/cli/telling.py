"""Facts, sources and quotes as lines for a terminal, in Thai or English, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import AWG, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.cli.options import Language
    from awardgraph.graph.evidence import Testimony
    from awardgraph.graph.sources import Document, Quote
    from awardgraph.graph.standing import Standing
    from awardgraph.graph.store import Graph
    from awardgraph.model.language import Bilingual

__all__ = ["Telling", "aligned", "as_json", "source_as_json"]

#: Datatypes that are written in both calendars.
_CALENDAR = {ext.XSD_DATE, ext.XSD_GYEAR}


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
        """Return an IRI with its prefix where one is known."""
        for prefix, namespace in prefixes(self._base).items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri.removeprefix(namespace)}"
        return iri

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
            return f"{self.either(title)}  {term.value}" if title else term.value
        if term.datatype.value in _CALENDAR:
            return self.day(term.value)
        return printable(term.value)

    def day(self, iso: str) -> str:
        """Return an ISO day or year in both calendars."""
        from awardgraph.exporters.pages.wording import written

        return self.either(written("date", iso))

    def source(self, document: Document, standing: Standing, lines: tuple[int, ...] = ()) -> list[str]:
        """Return a source as lines: title, what it is to the award, publisher and day, address, sha256."""
        title = self.either(document.title)
        if document.file:
            return [self.words["register"].format(file=self.lines(document.file, lines))]
        bodies = " · ".join(map(self.name, document.publishers)) or self.words["unknown"]
        issued = self.words["published"].format(date=self.day(document.issued)) if document.issued else ""
        what = self.words["standing"][standing] if document.publishers else ""
        about = " · ".join(filter(None, (what, bodies, issued)))
        link = self.short(document.iri)
        sha256 = f"sha256 {document.sha256}" if document.sha256 else ""
        return [line for line in (title or link, about, link if title else "", sha256) if line]

    def quote(self, quote: Quote, *, of: str = "") -> list[str]:
        """Return a quote in full as lines: the words, and where they stand."""
        from awardgraph.model.language import printable

        if quote.file:
            place = self.lines(quote.file, quote.lines)
        else:
            place = self.words["span"].format(start=quote.start, end=quote.end)
            if quote.document != of:
                place = f"{self.short(quote.document)}, {place}"
        sha256 = f"sha256 {quote.sha256}" if quote.sha256 and not quote.file and quote.document != of else ""
        remark = self.words["remark"].format(remark=printable(quote.remark)) if quote.remark else ""
        return [f"“{printable(quote.text)}”", *(f"  {line}" for line in (place, sha256, remark) if line)]

    def lines(self, file: str, lines: tuple[int, ...]) -> str:
        """Return a place in a table."""
        if not lines:
            return file
        return str(self.words["row"]).format(file=file, lines=", ".join(map(str, lines)))

    def rank(self, iri: str) -> int:
        """Return the place of a property among others: names first, then as the ontology orders them."""
        from awardgraph.graph.wording import term_names

        return ([*term_names(), iri]).index(iri)


def aligned(rows: Iterable[tuple[str, str]], indent: str) -> list[str]:
    """Return pairs as lines in two columns; what is said in the line before is not said again.

    Units: widths are terminal cells, so Thai vowels and tone marks above or below take none.
    """
    from rich.cells import cell_len, set_cell_size

    told = list(rows)
    width = max((cell_len(name) for name, _ in told), default=0)
    lines, before = [], ""
    for name, value in told:
        lines.append(f"{indent}{set_cell_size('' if name == before else name, width)}  {value}")
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
        "facts": [{"about": f.about, "property": f.property, "value": as_json(f.value)} for f in told.facts],
        "passages": [
            {**asdict(quote), **({"result": known[quote.iri]} if quote.iri in known else {})}
            for quote in told.quotes
        ],
    }
