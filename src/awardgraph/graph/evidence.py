"""Why a graph says what it says: who states it, and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from awardgraph.errors import UsageError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.results import short
from awardgraph.graph.rows import read_lines_of_rows
from awardgraph.graph.sources import read_documents, read_quotes
from awardgraph.graph.standing import Standings
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Collection

    from awardgraph.graph.sources import Document, Quote
    from awardgraph.graph.standing import Standing
    from awardgraph.graph.store import Graph

__all__ = ["Evidence", "Fact", "Testimony", "evidence"]

#: What is stated of something, and of what belongs to it: parts in it, names printed for it, its ceremony.
_STATED: Final = """SELECT DISTINCT ?source ?about ?property ?value {
  { GRAPH ?source { %s ?property ?value } BIND(%s AS ?about) }
  UNION { ?about awg:forConferral %s . GRAPH ?source { ?about ?property ?value } }
  UNION { %s awg:nameForm ?about . GRAPH ?source { ?about ?property ?value } }
  UNION { GRAPH ?source { %s awg:statedIn ?words .
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

_REPLACED: Final = "SELECT ?other { %s dct:isReplacedBy ?other } ORDER BY ?other LIMIT 1"


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement: about what, which property, which value."""

    about: str
    property: str
    value: NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one source states.

    Attributes:
        lines: where in a file of the register it stands, counted from 1.
    """

    document: Document
    standing: Standing
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Who states something.

    Attributes:
        asked: the IRI that was asked for; another one where the entity bears a new IRI now.
    """

    entity: str
    asked: str
    testimonies: tuple[Testimony, ...]


def evidence(graph: Graph, iri: str, properties: Collection[str] = ()) -> Evidence:
    """Return who states something, source by source: official ones first, registers last.

    The facts of an award include its people's parts, the forms of its name and its ceremony, as far as
    the sources of the award or the register tell of it. An IRI that was replaced is followed.

    Args:
        graph: the graph to ask.
        iri: of the entity.
        properties: IRIs of the properties that are of interest; all if empty.

    Raises:
        UsageError: nothing is stated of it, or nothing of these properties.
    """
    entity = _current(graph, iri)
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
    near, beside = _passages(graph, entity, stated, told)
    quotes = read_quotes(
        graph, {p for passages in (near, beside) for found in passages.values() for p in found}
    )
    documents = read_documents(graph, [source for source, facts in told.items() if facts])
    standings = Standings(graph).of(entity, list(documents.values()))
    found = [
        Testimony(
            document,
            standings[source],
            tuple(sorted(told[source], key=lambda fact: (fact.about != entity, fact.about, str(fact)))),
            tuple(
                sorted(
                    [quotes[p] for p in near[source]]
                    or _telling([quotes[p] for p in beside.get(source, ())], told[source]),
                    key=_place,
                )
            ),
            _lines(graph, source, {entity, *(fact.about for fact in told[source])}),
        )
        for source, document in documents.items()
    ]
    return Evidence(entity, iri, tuple(sorted(found, key=_rank)))


def _current(graph: Graph, iri: str) -> str:
    """Return the IRI that something bears now."""
    seen = [iri]
    while others := [row["other"].value for row in rows_of(graph, _REPLACED, seen[-1])]:
        if others[0] in seen:
            break
        seen.append(others[0])
    return seen[-1]


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


def _telling(quotes: list[Quote], facts: list[Fact]) -> list[Quote]:
    """Return the quotes that have the very words of the facts told, if any has them; else all."""
    said = {fact.value.value for fact in facts if isinstance(fact.value, Literal)}
    return [quote for quote in quotes if any(words in quote.text for words in said)] or quotes


def _lines(graph: Graph, source: str, things: set[str]) -> tuple[int, ...]:
    known = next((stored for stored in graph.manifest.sources if stored.iri == source), None)
    places = read_lines_of_rows(graph.location, known) if known else {}
    return tuple(sorted({line for thing in things for line in places.get(thing, ())}))


def _place(quote: Quote) -> tuple[object, ...]:
    return quote.document, quote.start or 0, quote.lines, quote.iri


def _rank(testimony: Testimony) -> tuple[object, ...]:
    order = ("official", "self-reported", "other")
    document = testimony.document
    return bool(document.file), order.index(testimony.standing), document.issued, document.iri
