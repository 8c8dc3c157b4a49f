"""Lines of a graph → an atlas, in one pass over its subjects and one over what they share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.explorer.atlas import LISTED, NAMELESS, NOT_DRAWN, Atlas, Literal, Passage
from awardgraph.exporters.views.explorer.joining import join
from awardgraph.exporters.views.explorer.lines import bracketed, number_of, subjects, text_of
from awardgraph.exporters.views.explorer.naming import NAMED_BY, name_entity
from awardgraph.exporters.views.explorer.values import value, values
from awardgraph.exporters.views.picture import KINDS
from awardgraph.exporters.views.relations import FACTS, RELATIONS, TYPES
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.exporters.views.explorer.lines import About, Graphs
    from awardgraph.exporters.views.picture import Kind

__all__ = ["read"]

_PLACES: Final = {kind: place for place, kind in enumerate(KINDS)}

#: Where a passage is no statement of its own, the words lead to their source by one of these.
_FROM_PASSAGE: Final = {
    _PLACES["award"]: "recordedIn", _PLACES["ceremony"]: "describedIn", _PLACES["scheme"]: "namedIn"
}  # fmt: skip

_SOURCE: Final = _PLACES["source"]
_PERSON: Final = _PLACES["person"]

_ROLES: Final = {bracketed(awg.PRESENTER): "presenter", bracketed(awg.RECEIVER): "receiver"}

#: What is told of somebody's part beside the award or the ceremony: predicate → name of the fact.
_PARTS: Final = {
    bracketed(awg.ON_BEHALF_OF): "onBehalfOf",
    bracketed(awg.POST_TITLE): "post",
    bracketed(awg.POST_AT): "post",
    bracketed(awg.NAME_AS_PRINTED): "nameAsPrinted",
}


_ONE_STATEMENTS: Final = {
    relation: bracketed(predicate) for relation in RELATIONS if (predicate := relation.predicate)
}

#: Kind of a subject → predicate → the relation, and the place of the kind to which it leads.
_RELATIONS: Final = {
    kind: {
        predicate: (relation.name, _PLACES[relation.objects[0]])
        for relation, predicate in _ONE_STATEMENTS.items()
        if kind in relation.subjects
    }
    for kind in KINDS
}
_ANY_SUBJECT: Final = {predicate: relation for relation, predicate in reversed(_ONE_STATEMENTS.items())}
_FACTS: Final = {bracketed(row.predicate): row for row in FACTS}
_CLASSES: Final = {bracketed(iri): (place, *drawn) for place, (iri, drawn) in enumerate(TYPES.items())}
_NOT_DRAWN: Final[tuple[int, Kind, str]] = (len(TYPES), "source", "")

#: Documents have titles.
_USUAL_NAME: Final = {"source": bracketed(ext.TITLE)}

_TYPE: Final = bracketed(ext.TYPE)
_STATED_IN: Final = bracketed(awg.STATED_IN)
_PASSAGE_OF: Final = bracketed(awg.PASSAGE_OF)
_QUOTE: Final = bracketed(awg.QUOTE)
_START: Final = bracketed(awg.START)
_REMARK: Final = bracketed(awg.REMARK)
_PARTICIPANT: Final = bracketed(awg.PARTICIPANT)
_ROLE: Final = bracketed(awg.IN_ROLE)
_FOR: Final = bracketed(awg.FOR_CONFERRAL)
_DURING: Final = bracketed(awg.DURING_CEREMONY)
_SCALE: Final = bracketed(awg.IN_SCALE)

_WANTED: Final = frozenset(
    {_TYPE, _STATED_IN, _PASSAGE_OF, _QUOTE, _START, _REMARK, _PARTICIPANT, _ROLE, _FOR, _DURING, _SCALE}
    | {*_ONE_STATEMENTS.values()}
    | {*_FACTS, *NAMED_BY, *_PARTS}
)


@dataclass(slots=True)
class _Reading:
    """An atlas that is being filled, and what can only be joined when all has been read."""

    atlas: Atlas = field(default_factory=Atlas)
    numbers: dict[bytes, int] = field(default_factory=dict)
    sets: dict[Graphs, int] = field(default_factory=lambda: {b"": 0})
    passages: dict[bytes, Passage] = field(default_factory=dict)
    stated: list[tuple[int, bytes, int]] = field(default_factory=list)
    scales: dict[int, int] = field(default_factory=dict)

    def number(self, term: bytes) -> int:
        """Return the number of what an IRI names, a new one at its first mention; N-Quads writes it so."""
        known = self.numbers.get(term)
        if known is None:
            known = self.numbers[term] = len(self.numbers)
            self.atlas.iris.append(term)
            self.atlas.kinds.append(NOT_DRAWN)
            self.atlas.types.append("thing")
            self.atlas.labels.append(NAMELESS)
        return known

    def sources(self, graphs: Graphs) -> int:
        """Return the number of a set of sources."""
        known = self.sets.get(graphs)
        if known is None:
            every = (graphs,) if isinstance(graphs, bytes) else graphs
            listed = tuple(self.number(graph) for graph in every[:LISTED])
            for source in listed:
                self.draw(source, _SOURCE)
            known = self.sets[graphs] = len(self.sets)
            self.atlas.source_sets.append((listed, len(every) - len(listed)))
        return known

    def draw(self, number: int, kind: int, word: str = "") -> None:
        """Say what an entity is, unless its own class has said so."""
        if word or self.atlas.kinds[number] == NOT_DRAWN:
            self.atlas.kinds[number] = kind
            self.atlas.types[number] = word or ("source" if kind == _SOURCE else "thing")

    def link(self, name: str, begin: int, end: int, sources: int) -> None:
        """Add a link; nothing leads to itself."""
        if begin != end:
            froms, tos, said = self.atlas.links[name]
            froms.append(begin)
            tos.append(end)
            said.append(sources)

    def keep(self, number: int, predicate: bytes, term: bytes, sources: int) -> None:
        """Keep for later what is no statement about one entity alone."""
        if predicate == _STATED_IN:
            self.stated.append((number, term, sources))
        elif predicate == _SCALE:
            self.scales[number] = self.number(term)


def read(lines: Iterable[bytes]) -> Atlas:
    """Return the atlas of a graph, from its sorted N-Quads lines; of N-Triples, without sources.

    An entity is what has a drawn class, or what a drawn relation leads to. Somebody's part in a
    ceremony becomes a link and facts of the person, a passage becomes words of the entity that it is about.
    """
    reading = _Reading()
    for subject, about in subjects(lines, _WANTED):
        _take(reading, subject, about)
    _join_passages(reading)
    join(reading.atlas, reading.scales)
    return reading.atlas


def _take(reading: _Reading, subject: bytes, about: About) -> None:
    drawn = _NOT_DRAWN
    for predicate, term, _ in about:
        if predicate == _TYPE:
            drawn = min(drawn, _CLASSES.get(term, _NOT_DRAWN))
    if drawn is not _NOT_DRAWN:
        _take_entity(reading, reading.number(subject), about, *drawn[1:])
        return
    predicates = [predicate for predicate, _, _ in about]
    if _TYPE not in predicates and (known := [_ANY_SUBJECT[p] for p in predicates if p in _ANY_SUBJECT]):
        _take_entity(reading, reading.number(subject), about, known[0].subjects[0], "thing")
    elif _QUOTE in predicates:
        _take_passage(reading, subject, about)
    elif _PARTICIPANT in predicates:
        _take_part(reading, about)


def _take_entity(reading: _Reading, number: int, about: About, kind: Kind, word: str) -> None:
    reading.draw(number, _PLACES[kind], word)
    relations = _RELATIONS[kind]
    # Most of the time goes by here: what is known already is asked for without a call.
    known, kinds, links = reading.numbers, reading.atlas.kinds, reading.atlas.links
    texts: list[tuple[bytes, bytes]] = []
    facts: dict[tuple[bytes, int], list[bytes]] = {}
    before: Graphs | None = None
    sources = 0
    for predicate, term, graphs in about:
        relation = relations.get(predicate)
        if relation is None and predicate in NAMED_BY:
            texts.append((predicate, term))
            continue
        if graphs is not before:
            before, sources = graphs, reading.sources(graphs)
        if relation is not None and term[:1] == b"<":
            if (end := known.get(term, -1)) < 0:
                end = reading.number(term)
            if kinds[end] == NOT_DRAWN:
                reading.draw(end, relation[1])
            if end != number:
                froms, tos, said = links[relation[0]]
                froms.append(number)
                tos.append(end)
                said.append(sources)
        elif predicate in _FACTS:
            facts.setdefault((predicate, sources), []).append(term)
        else:
            reading.keep(number, predicate, term, sources)
    if facts:
        # What somebody's parts have told of them so far comes after their own facts.
        reading.atlas.literals[number] = [
            Literal(_FACTS[predicate].name, value, said)
            for (predicate, said), terms in facts.items()
            for value in values(_FACTS[predicate], terms, reading.number)
        ] + reading.atlas.literals.get(number, [])
    name_entity(reading.atlas, number, texts, _USUAL_NAME.get(kind, NAMED_BY[0]))


def _take_passage(reading: _Reading, subject: bytes, about: About) -> None:
    told = {predicate: term for predicate, term, _ in about}
    words, start, remark = (text_of(told[by])[0] if by in told else "" for by in (_QUOTE, _START, _REMARK))
    if told.get(_PASSAGE_OF, b"")[:1] == b"<":
        source = reading.number(told[_PASSAGE_OF])
        reading.draw(source, _SOURCE)
        reading.passages[subject] = Passage(source, number_of(start), words, remark)


def _take_part(reading: _Reading, about: About) -> None:
    told: defaultdict[bytes, list[bytes]] = defaultdict(list)
    for predicate, term, _ in about:
        told[predicate].append(term)
    role = next((_ROLES[term] for term in told[_ROLE] if term in _ROLES), None)
    if not role:
        return
    sources = reading.sources(next(said for predicate, _, said in about if predicate == _PARTICIPANT))
    literals = [
        Literal(name, value(term, reading.number), sources)
        for predicate, name in _PARTS.items()
        if predicate in told
        for term in told[predicate]
    ]
    name, ends = (role, told[_FOR]) if _FOR in told else (f"{role}At", told[_DURING])
    for person in _ends(reading, told[_PARTICIPANT]):
        reading.draw(person, _PERSON)
        for end in _ends(reading, ends):
            reading.link(name, person, end, sources)
        if literals:
            own = reading.atlas.literals.setdefault(person, [])
            own += [literal for literal in literals if literal not in own]
        reading.stated += [(person, term, sources) for term in told[_STATED_IN]]


def _ends(reading: _Reading, terms: list[bytes]) -> list[int]:
    """Return the numbers of what IRIs name; a text names nothing."""
    return [reading.number(term) for term in terms if term[:1] == b"<"]


def _join_passages(reading: _Reading) -> None:
    """Give the words of passages to what they are about; without another way they lead to their source."""
    atlas = reading.atlas
    known = set(zip(*atlas.links.get("statedIn", ((), ()))[:2], strict=True))
    for number, at, sources in reading.stated:
        if not (passage := reading.passages.get(at)):
            continue
        atlas.passages.setdefault(number, []).append(passage)
        name = _FROM_PASSAGE.get(atlas.kinds[number])
        if (
            name
            and (name != "namedIn" or atlas.types[number] == "goal")
            and (number, passage.source) not in known
        ):
            known.add((number, passage.source))
            reading.link(name, number, passage.source, sources)
