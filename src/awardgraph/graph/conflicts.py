"""What sources disagree on: facts that have one true value, and two that were stated."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from awardgraph.graph.asking import ask_about, rows_of
from awardgraph.graph.evidence import Background, evidence
from awardgraph.graph.venues import same_venue
from awardgraph.model.names import fold
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from awardgraph.graph.evidence import Testimony
    from awardgraph.graph.store import Graph

__all__ = ["SINGLE", "Conflict", "Saying", "conflicts"]

#: Properties with one true value, however many sources tell of it: of an award or an application, of a
#: ceremony, of an edition, and of what is counted. Bounds ("more than 200") never disagree.
SINGLE: Final = (
    awg.UNDER_SCHEME, awg.IN_EDITION, awg.IN_BRANCH, awg.FOR_CATEGORY, awg.AT_LEVEL, awg.FOR_PROJECT,
    awg.AWARD_PLACE, awg.AT_CEREMONY, awg.HAS_OUTCOME, awg.ITEM_NUMBER, awg.PLACE_RANK,
    awg.CO_RECIPIENT_SHARE, awg.ANNOUNCED_ON, awg.CONFERRED_ON, awg.HELD_ON, awg.HELD_UNTIL, awg.VENUE,
    awg.ORGANISER, awg.MODE, awg.OF_EDITION, awg.EDITION_OF, awg.EDITION_YEAR, awg.BUDDHIST_YEAR,
    awg.FISCAL_YEAR, awg.ENTERED_COUNT, awg.PASSED_COUNT, awg.STAGE_BEGINS, awg.STAGE_ENDS,
    awg.POPULATION, awg.OFFICIAL_CODE, awg.ISO_CODE, awg.DOPA_CODE, awg.RANK,
)  # fmt: skip

_TWICE: Final = f"""SELECT DISTINCT ?entity ?property ?value {{
  VALUES ?property {{ {" ".join(f"<{iri}>" for iri in SINGLE)} }}
  ?entity ?property ?value , ?other FILTER(!sameTerm(?value, ?other)) }}"""

#: Two recipients share an award where one source names both; otherwise one names the other in its place.
_INSTEAD: Final = f"""SELECT DISTINCT ?entity ?property ?value {{
  VALUES ?property {{ <{awg.RECIPIENT}> <{awg.APPLICANT}> }}
  ?entity ?property ?value , ?other FILTER(!sameTerm(?value, ?other))
  FILTER NOT EXISTS {{ GRAPH ?any {{ ?entity ?property ?value , ?other }} }} }}"""

_CEREMONIES: Final = """SELECT DISTINCT ?edition ?ceremony ?day {
  ?ceremony awg:ofEdition ?edition ; awg:heldOn|awg:heldUntil ?day }"""

_NAMES: Final = "SELECT ?entity ?name { %s ?entity rdfs:label|skos:altLabel ?name }"
_WITHIN: Final = "SELECT ?entity ?name { %s ?entity awg:locatedIn+ ?name }"
_DAYS: Final = "SELECT ?entity ?name { %s ?entity awg:heldOn|awg:heldUntil ?name }"


@dataclass(frozen=True, slots=True)
class Saying:
    """One of the values, and who gives it.

    Attributes:
        days: of a ceremony, the ISO days that are stated of it; equal names hide what differs.
    """

    value: NamedNode | Literal
    testimonies: tuple[Testimony, ...]
    days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact that sources state differently; neither value is preferred."""

    entity: str
    property: str
    sayings: tuple[Saying, ...]


def conflicts(graph: Graph) -> list[Conflict]:
    """Return what sources disagree on, by entity and property.

    No disagreement are: a place and another that it lies in, a venue and a wording that says more, names
    that differ only in their spelling, texts in two languages, a day and a span of days that holds it.
    """
    values: dict[tuple[str, str], list[NamedNode | Literal]] = defaultdict(list)
    for row in (*rows_of(graph, _TWICE), *rows_of(graph, _INSTEAD)):
        values[row["entity"].value, row["property"].value].append(row["value"])
    same, background = _Sameness(graph, values), Background(graph)
    found = []
    for (entity, told), given in sorted(values.items(), key=lambda item: item[0]):
        pairs = [pair for pair in combinations(given, 2) if not same(entity, told, *pair)]
        if differing := {value for pair in pairs for value in pair}:
            by_value = _who_says(graph, entity, told, differing, background)
            ordered = sorted(by_value, key=lambda value: (-len(by_value[value]), str(value)))
            sayings = (Saying(value, tuple(by_value[value]), same.days(told, value)) for value in ordered)
            found.append(Conflict(entity, told, tuple(sayings)))
    return found + list(_of_editions(graph, found, background))


def _of_editions(graph: Graph, found: Iterable[Conflict], background: Background) -> Iterator[Conflict]:
    """Yield the editions whose ceremony sources put on days that do not meet."""
    known = {saying.value.value for conflict in found for saying in conflict.sayings}
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows_of(graph, _CEREMONIES):
        held[row["edition"].value][row["ceremony"].value].append(row["day"].value)
    for edition, ceremonies in sorted(held.items()):
        spans = [(min(days), max(days)) for days in ceremonies.values()]
        apart = any(a[1] < b[0] or b[1] < a[0] for a, b in combinations(spans, 2))
        if apart and not ceremonies.keys() <= known:
            yield Conflict(
                edition,
                awg.AT_CEREMONY,
                tuple(
                    Saying(
                        NamedNode(ceremony),
                        tuple(evidence(graph, ceremony, {awg.HELD_ON}, background).testimonies),
                        tuple(sorted(days)),
                    )
                    for ceremony, days in sorted(ceremonies.items())
                ),
            )


def _who_says(
    graph: Graph, entity: str, told: str, differing: set[NamedNode | Literal], background: Background
) -> dict[NamedNode | Literal, list[Testimony]]:
    """Return each of the values that differ with the sources that give it, and nothing else of them."""
    by_value: dict[NamedNode | Literal, list[Testimony]] = defaultdict(list)
    for testimony in evidence(graph, entity, {told}, background).testimonies:
        own = [fact for fact in testimony.facts if fact.about == entity and fact.value in differing]
        for fact in own:
            by_value[fact.value].append(replace(testimony, facts=(fact,)))
    return by_value


class _Sameness:
    """Says whether two values of a fact can both be true."""

    def __init__(self, graph: Graph, values: Mapping[tuple[str, str], Iterable[NamedNode | Literal]]) -> None:
        things = {value.value for found in values.values() for value in found if isinstance(value, NamedNode)}
        days = things | {entity for entity, told in values if told == awg.HELD_ON}
        self._names = _gathered(graph, things, _NAMES, fold)
        self._within = _gathered(graph, things, _WITHIN, str)
        self._days = _gathered(graph, days, _DAYS, str)

    def __call__(self, entity: str, told: str, one: NamedNode | Literal, other: NamedNode | Literal) -> bool:
        if isinstance(one, Literal) and isinstance(other, Literal):
            return self._same_text(entity, told, one, other)
        if told == awg.AT_CEREMONY:
            return self._same_days(one.value, other.value)
        within = other.value in self._within[one.value] or one.value in self._within[other.value]
        return within or bool(self._names[one.value] & self._names[other.value])

    def days(self, told: str, value: NamedNode | Literal) -> tuple[str, ...]:
        """Return the days of a value that is a ceremony."""
        return tuple(sorted(self._days[value.value])) if told == awg.AT_CEREMONY else ()

    def _same_text(self, entity: str, told: str, one: Literal, other: Literal) -> bool:
        if one.language != other.language:
            return True
        if told == awg.VENUE:
            return same_venue(one.value, other.value)
        # Of a ceremony of several days, one page gives the first and another its own.
        spans = told == awg.HELD_ON and max(one.value, other.value) < max(self._days[entity])
        return spans or fold(one.value) == fold(other.value)

    def _same_days(self, one: str, other: str) -> bool:
        """Return whether two ceremonies may be one: their days meet, or nobody says when one of them was."""
        first, second = self._days[one], self._days[other]
        return not (first and second) or (min(first) <= max(second) and min(second) <= max(first))


def _gathered(graph: Graph, things: set[str], query: str, form: Callable[[str], str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in ask_about(graph, "entity", things, query):
        found[row["entity"].value].add(form(row["name"].value))
    return found
