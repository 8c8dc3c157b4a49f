"""Why a graph says what it says: who states it, and in which words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from awardgraph.errors import UsageError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.find import current
from awardgraph.graph.results import short
from awardgraph.graph.rows import LinesOfRows
from awardgraph.graph.sources import read_documents, read_quotes
from awardgraph.graph.standing import Standings
from awardgraph.model.names import fold
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgraph.graph.sources import Document, Quote
    from awardgraph.graph.standing import Standing
    from awardgraph.graph.store import Graph

__all__ = ["Background", "Evidence", "Fact", "Testimony", "evidence"]

#: What is stated of something, and of what belongs to it: parts in it, names printed for it, its ceremony.
_STATED: Final = """SELECT DISTINCT ?source ?about ?property ?value {
  { GRAPH ?source { %s ?property ?value } BIND(%s AS ?about) }
  UNION { ?about awg:forConferral %s . GRAPH ?source { ?about ?property ?value } }
  UNION { %s awg:nameForm ?about . GRAPH ?source { ?about ?property ?value } }
  UNION { VALUES ?award { awg:Conferral awg:Application } GRAPH ?source { %s a ?award ; awg:statedIn ?words .
          ?about awg:statedIn ?words ; a awg:NameForm ; ?property ?value } }
  UNION { GRAPH ?source { ?part awg:forConferral %s ; awg:statedIn ?words .
          ?about awg:statedIn ?words ; a awg:NameForm ; ?property ?value } }
  UNION { %s awg:atCeremony ?about . GRAPH ?source { ?about ?property ?value } }
  UNION { ?about awg:duringCeremony %s . FILTER NOT EXISTS { ?about awg:forConferral ?award }
          GRAPH ?source { ?about ?property ?value } }
}"""

#: The words of what a source links with something, where it has none for the thing itself.
_BESIDE: Final = """SELECT DISTINCT ?source ?other ?passage {
  { GRAPH ?source { ?other ?link %s ; awg:statedIn ?passage } }
  UNION { GRAPH ?source { %s ?link ?other . ?other awg:statedIn ?passage } }
}"""

#: The very words of single values, where a source has them.
_WORDS: Final = """SELECT ?source ?property ?passage {
  GRAPH ?source { ?said rdf:subject %s ; rdf:predicate ?property ; awg:statedIn ?passage }
}"""

_NAMES: Final = "SELECT ?name { %s rdfs:label|skos:altLabel ?name }"

#: By these something that belongs to an entity is known: what it is, who took part, what is printed.
_HEADINGS: Final = frozenset({ext.TYPE, awg.PARTICIPANT, ext.LITERAL_FORM})


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: about what, which property, which value.

    Attributes:
        lines: where in a file of the register it stands, counted from 1.
        pages: addresses that those lines name as their source.
    """

    about: str
    property: str
    value: NamedNode | Literal
    lines: tuple[int, ...] = ()
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one source states."""

    document: Document
    standing: Standing
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]

    @property
    def lines(self) -> tuple[int, ...]:
        """Where in a file of the register the facts stand, counted from 1."""
        return tuple(sorted({line for fact in self.facts for line in fact.lines}))

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses that the register names as the source of the facts."""
        return tuple(sorted({page for fact in self.facts for page in fact.pages}))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who states something.

    Attributes:
        asked: the IRI that was asked for; another one where the entity bears a new IRI now.
        headings: by what the things that belong to it are known, whichever properties were asked for.
    """

    entity: str
    asked: str
    testimonies: tuple[Testimony, ...]
    headings: tuple[Fact, ...] = ()


class Background:
    """What every question about a graph's evidence needs, read once for many of them."""

    def __init__(self, graph: Graph) -> None:
        self.standings, self.lines = Standings(graph), LinesOfRows(graph)


def evidence(
    graph: Graph, iri: str, properties: Collection[str] = (), background: Background | None = None
) -> Evidence:
    """Return who states something, source by source: official ones first, registers last.

    The facts of an award include its people's parts, the forms of its name and its ceremony, as far as
    the sources of the award or the register tell of it. An IRI that was replaced is followed.

    Args:
        graph: the graph to ask.
        iri: of the entity.
        properties: IRIs of the properties that are of interest; all if empty.
        background: of this graph; to be given where many questions follow each other.

    Raises:
        UsageError: nothing is stated of it, or nothing of these properties.
    """
    entity = current(graph, iri)
    stated = _stated(graph, entity)
    if not stated:
        message = f"the graph states nothing about {iri}. awardgraph view --focus shows what mentions it."
        raise UsageError(message)
    told = {
        source: [
            f for f in facts if f.property != awg.STATED_IN and (not properties or f.property in properties)
        ]
        for source, facts in stated.items()
    }
    if not any(told.values()):
        known = sorted({fact.property for facts in stated.values() for fact in facts} - {awg.STATED_IN})
        base = graph.manifest.base
        told_of = ", ".join(short(NamedNode(one)) for one in known)
        message = f"no source states that of {short(NamedNode(entity), base)}. Stated are {told_of}."
        raise UsageError(message)
    read = background or Background(graph)
    near, beside = _passages(graph, entity, stated, told)
    if properties:
        for source, passages in _words(graph, entity, properties).items():
            near[source] |= passages
    found_in = {p for passages in (near, beside) for found in passages.values() for p in found}
    quotes = read_quotes(graph, found_in, read.lines)
    documents = read_documents(graph, [source for source, facts in told.items() if facts])
    standings = read.standings.of(entity, list(documents.values()))
    names = (
        {fold(row["name"].value) for row in rows_of(graph, _NAMES, entity)} if any(beside.values()) else set()
    )
    found = []
    for source, document in documents.items():
        facts = _located(told[source], read.lines.of(source), source, stated[source])
        facts.sort(key=lambda fact: (fact.about != entity, fact.about, str(fact)))
        words = [quotes[p] for p in near[source]]
        words = words or _telling([quotes[p] for p in beside.get(source, ())], facts, names)
        ordered = tuple(sorted(words, key=_place))
        found.append(Testimony(document, standings[source], tuple(facts), ordered))
    headings = {fact for facts in stated.values() for fact in facts if fact.property in _HEADINGS}
    return Evidence(entity, iri, tuple(sorted(found, key=_rank)), tuple(sorted(headings, key=str)))


def _stated(graph: Graph, entity: str) -> dict[str, list[Fact]]:
    """Return the facts by source; of an award's ceremony what the award's sources and the register say."""
    registers = {source.iri for source in graph.manifest.sources if source.reader == "register"}
    found: dict[str, list[Fact]] = {}
    for row in rows_of(graph, _STATED, entity):
        fact = Fact(row["about"].value, row["property"].value, row["value"])
        found.setdefault(row["source"].value, []).append(fact)
    ceremonies = {
        fact.value.value for facts in found.values() for fact in facts if fact.property == awg.AT_CEREMONY
    }
    return {
        source: facts
        for source, facts in found.items()
        if source in registers or any(fact.about not in ceremonies for fact in facts)
    }


def _passages(
    graph: Graph, entity: str, stated: dict[str, list[Fact]], told: dict[str, list[Fact]]
) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Return source → its passages for the facts told; and those beside, of sources that have none.

    A passage is of what a fact is about, or else of the entity. Beside are the words about what a
    fact leads to, or else about whatever leads here: of a ceremony, those of its awards.
    """
    near: dict[str, set[str]] = {}
    for source, facts in stated.items():
        own: dict[str, set[str]] = {}
        for fact in facts:
            if fact.property == awg.STATED_IN:
                own.setdefault(fact.about, set()).add(fact.value.value)
        about = {fact.about for fact in told[source]}
        # A name is printed for other awards as well; the words that print it here are its own.
        forms = {fact.about for fact in facts if fact.value.value == awg.NAME_FORM}
        here = {p for thing, words in own.items() if thing not in forms for p in words}
        near[source] = {p for thing in about - forms for p in own.get(thing, own.get(entity, ()))}
        near[source] |= {p for thing in about & forms for p in own[thing] & here or own[thing]}
    bare = {source for source, facts in told.items() if facts and not near[source]}
    beside: dict[str, dict[bool, set[str]]] = {source: {True: set(), False: set()} for source in bare}
    for row in rows_of(graph, _BESIDE, entity) if bare else ():
        if (source := row["source"].value) in bare:
            led_to = any(fact.value == row["other"] for fact in told[source])
            beside[source][led_to].add(row["passage"].value)
    return near, {source: found[True] or found[False] for source, found in beside.items()}


def _words(graph: Graph, entity: str, properties: Collection[str]) -> dict[str, set[str]]:
    """Return source → the passages of the very words that state some properties."""
    found: dict[str, set[str]] = {}
    for row in rows_of(graph, _WORDS, entity):
        if row["property"].value in properties:
            found.setdefault(row["source"].value, set()).add(row["passage"].value)
    return found


def _telling(quotes: list[Quote], facts: list[Fact], names: set[str]) -> list[Quote]:
    """Return the quotes that have the very words of the facts told, or else of the focus; if any has."""
    said = {fact.value.value for fact in facts if isinstance(fact.value, Literal)}
    worded = [quote for quote in quotes if any(words in quote.text for words in said)]
    named = [quote for quote in quotes if any(name in fold(quote.text) for name in names)]
    return worded or named or quotes


def _located(
    told: list[Fact], places: dict[str, tuple[int, ...]], source: str, stated: list[Fact]
) -> list[Fact]:
    """Return facts with the lines of a register that state them, and the pages that those lines name."""

    def lines_of(fact: Fact) -> tuple[int, ...]:
        statement = f"<{fact.about}> <{fact.property}> {fact.value}"
        return places.get(statement) or places.get(fact.about, ())

    named = [fact for fact in stated if fact.property == ext.SOURCE and fact.value.value != source]
    by_line = [(line, fact.about, fact.value.value) for fact in named for line in lines_of(fact)]

    def located(fact: Fact) -> Fact:
        lines = lines_of(fact)
        pages = {page for line, about, page in by_line if line in lines and about == fact.about}
        return replace(fact, lines=lines, pages=tuple(sorted(pages)))

    return [located(fact) for fact in told] if places else told


def _place(quote: Quote) -> tuple[object, ...]:
    return quote.document, quote.start or 0, quote.lines, quote.iri


def _rank(testimony: Testimony) -> tuple[object, ...]:
    order = ("official", "self-reported", "other")
    document = testimony.document
    return bool(document.file), order.index(testimony.standing), document.issued, document.iri
