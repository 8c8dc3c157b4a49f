"""What is known about the nodes of a picture: facts, who states them, and in which words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from awardgraph.exporters.pages.wording import LANGUAGES, written
from awardgraph.exporters.views.asking import rows, values
from awardgraph.exporters.views.labels import LINE, in_language, width
from awardgraph.exporters.views.naming import Names, pair
from awardgraph.exporters.views.parts import parts_of
from awardgraph.exporters.views.picture import Fact, Quote, Value
from awardgraph.exporters.views.relations import FACTS, FUNCTIONAL
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Literal

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.exporters.views.asking import Queryable, Statements
    from awardgraph.exporters.views.picture import Kind, Mark
    from awardgraph.exporters.views.relations import FactRow

__all__ = ["Details", "details"]

_ROLES: Final = {awg.PRESENTER: "presenter", awg.RECEIVER: "receiver"}


@dataclass(slots=True)
class Details:
    """What is gathered about one node."""

    facts: list[Fact] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    strength: float = 0.0
    short: Bilingual = NOBODY
    year: int | None = None


def details(
    graph: Queryable, kinds: Mapping[str, Kind], about: Mapping[str, Statements]
) -> dict[str, Details]:
    """Return what is known about the drawn entities, given with their kinds and statements."""
    sources = _sources(graph, kinds)
    parts = parts_of(graph, kinds)
    names = Names(graph, about, {iri for part in parts for iri in part.mentioned()})
    found = {iri: Details() for iri in kinds}
    for iri, own in found.items():
        own.facts = _facts(iri, about.get(iri, []), sources, names)
        if _disputed(own.facts):
            own.marks.append("disputed")
        own.year = _year(iri, own.facts, names)
        own.short = _short(own, written("short year", str(own.year or "")))
    for part in parts:
        found[part.person].facts = _merged([*found[part.person].facts, *part.facts(names)])
    for iri, quote in _quotes(graph, kinds, {part.iri: part.person for part in parts}):
        found[iri].quotes.append(quote)
    for iri in _international(graph, kinds):
        found[iri].marks.append("international")
    for iri, strength in _strengths(graph, kinds):
        found[iri].strength = strength
    return found


def _sources(graph: Queryable, iris: Iterable[str]) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return who states each statement about some entities."""
    said: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    query = f"SELECT ?n ?p ?o ?g {{ VALUES ?n {{ {values(iris)} }} GRAPH ?g {{ ?n ?p ?o }} }}"
    for subject, predicate, value, source in rows(graph, query, "n", "p", "o", "g"):
        if subject and predicate and value and source:
            said[subject.value, predicate.value, str(value)].add(source.value)
    return {statement: tuple(sorted(by)) for statement, by in said.items()}


def _facts(
    iri: str, own: Statements, sources: Mapping[tuple[str, str, str], tuple[str, ...]], names: Names
) -> list[Fact]:
    facts = []
    for row in FACTS:
        told: dict[tuple[str, ...], list[NamedNode | Literal]] = defaultdict(list)
        for predicate, value in own:
            if predicate == row.predicate:
                told[sources.get((iri, predicate, str(value)), ())].append(value)
        facts += [Fact(row.name, _values(row, found, names), by) for by, found in sorted(told.items())]
    return facts


def _values(row: FactRow, found: list[NamedNode | Literal], names: Names) -> tuple[Value, ...]:
    if row.written == "word":
        return tuple(Value(written(row.written, value.value)) for value in found)
    named = [names.value(value.value) for value in found if isinstance(value, NamedNode)]
    plain = [value for value in found if not isinstance(value, NamedNode)]
    if row.written != "text":
        return (*named, *(Value(written(row.written, value.value)) for value in plain))
    # One text in two languages is one value; more than one in a language are several.
    both = pair(plain)
    if len(plain) <= len(list(both)):
        return (*named, Value(both)) if plain else tuple(named)
    return (*named, *(Value(pair([value])) for value in plain))


def _year(iri: str, facts: list[Fact], names: Names) -> int | None:
    """Return the year of an award, which is that of its edition, or of an edition itself."""
    editions = [value.iri for fact in facts if fact.name == "inEdition" for value in fact.values if value.iri]
    return next((year for edition in (*editions, iri) if (year := names.year(edition))), None)


def _short(own: Details, year: Bilingual) -> Bilingual:
    """Return what tells an award or an edition from others in a picture, in two lines; nothing for the rest.

    That is category, or else branch or scheme, with level and year; or scheme and year.
    """
    first = {fact.name: fact.values[0].words for fact in reversed(own.facts) if fact.values}
    told = [first[name] for name in ("forCategory", "inBranch", "underScheme", "editionOf") if name in first]
    level = first.get("level", NOBODY)

    def lines(lang: Language) -> str:
        # A name that does not fit on its line says less than the wider one that does.
        wide = [in_language(words, lang) for words in told]
        what = next((name for name in wide if width(name) <= LINE), wide[-1])
        return f"{what}\n{in_language(level, lang)} {in_language(year, lang)}".replace("\n ", "\n")

    return Bilingual(**{lang: lines(lang) for lang in LANGUAGES}) if told and year else NOBODY


def _merged(facts: list[Fact]) -> list[Fact]:
    """Join facts of one name from the same sources, so that a name is said once."""
    joined: dict[tuple[str, tuple[str, ...]], dict[Value, None]] = defaultdict(dict)
    for fact in facts:
        joined[fact.name, fact.sources] |= dict.fromkeys(fact.values)
    return [Fact(name, tuple(told), by) for (name, by), told in joined.items()]


def _disputed(facts: list[Fact]) -> bool:
    told: dict[str, set[Value]] = defaultdict(set)
    for fact in facts:
        if fact.name in FUNCTIONAL:
            told[fact.name] |= set(fact.values)
    return any(len(found) > 1 for found in told.values())


def _quotes(graph: Queryable, kinds: Mapping[str, Kind], parts: Mapping[str, str]) -> list[tuple[str, Quote]]:
    """Return the passages about drawn entities; those about a part are about the person."""
    query = f"""SELECT DISTINCT ?n ?source ?start ?quote ?remark {{ VALUES ?n {{ {values([*kinds, *parts])} }}
        ?n awg:statedIn ?passage . ?passage awg:passageOf ?source ; awg:quote ?quote .
        OPTIONAL {{ ?passage awg:start ?start }} OPTIONAL {{ ?passage awg:remark ?remark }} }}"""
    found: dict[tuple[str, str, int, str], str] = {}
    for node, source, start, quote, remark in rows(graph, query, "n", "source", "start", "quote", "remark"):
        if node and source and quote:
            about = parts.get(node.value, node.value)
            place = int(start.value) if start and start.value.isdigit() else 0
            found[about, source.value, place, quote.value] = remark.value if remark else ""
    return [
        (about, Quote(source, words, found[about, source, at, words]))
        for about, source, at, words in sorted(found)
    ]


def _international(graph: Queryable, kinds: Mapping[str, Kind]) -> list[str]:
    """Return the awards and schemes that a body of no single country gives."""
    asked = [iri for iri, kind in kinds.items() if kind in ("award", "scheme")]
    query = f"""SELECT DISTINCT ?n {{ VALUES ?n {{ {values(asked)} }}
        {{ ?n awg:operatedBy ?body }} UNION {{ ?n awg:underScheme/awg:operatedBy ?body }}
        UNION {{ ?n awg:editionOf/awg:operatedBy ?body }} UNION {{ ?n awg:ofScheme/awg:operatedBy ?body }}
        FILTER NOT EXISTS {{ ?body awg:locatedIn ?country }}
        FILTER NOT EXISTS {{ ?body a awg:PublicAgency }} }}"""
    return sorted(node.value for (node,) in rows(graph, query, "n") if node)


def _strengths(graph: Queryable, kinds: Mapping[str, Kind]) -> list[tuple[str, float]]:
    """Return, for awards with a level, its rank divided by the highest of its scale."""
    awards = [iri for iri, kind in kinds.items() if kind == "award"]
    query = f"""SELECT ?n ?rank (MAX(?any) AS ?top) {{ VALUES ?n {{ {values(awards)} }}
        ?n awg:level ?level . ?level awg:rank ?rank ; awg:inScale ?scale .
        ?other awg:inScale ?scale ; awg:rank ?any }} GROUP BY ?n ?rank"""
    found = []
    for node, rank, top in rows(graph, query, "n", "rank", "top"):
        if node and rank and top and rank.value.isdigit() and top.value.isdigit() and int(top.value):
            found.append((node.value, round(int(rank.value) / int(top.value), 2)))
    return sorted(found)
