"""Lines of a graph → an atlas, in one pass over its subjects and one over what they share."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.pages.wording import written
from awardgraph.exporters.views.explorer.atlas import LISTED, NOT_DRAWN, Atlas, Literal, Passage
from awardgraph.exporters.views.explorer.lines import subjects, text_of
from awardgraph.exporters.views.picture import KINDS
from awardgraph.exporters.views.relations import FACTS, FUNCTIONAL, RELATIONS, TYPES
from awardgraph.model.language import Bilingual, language_of
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.exporters.views.explorer.atlas import Written
    from awardgraph.exporters.views.explorer.lines import About
    from awardgraph.exporters.views.relations import FactRow, Relation

__all__ = ["read"]

#: Where a passage is no statement of its own, the words lead to their source by one of these.
_FROM_PASSAGE: Final = {"award": "recordedIn", "ceremony": "describedIn", "scheme": "namedIn"}

_ROLES: Final = {f"<{awg.PRESENTER}>": "presenter", f"<{awg.RECEIVER}>": "receiver"}

#: What is told of somebody's part beside the award or the ceremony: predicate → name of the fact.
_PARTS: Final = {
    f"<{awg.ON_BEHALF_OF}>": "onBehalfOf",
    f"<{awg.POST_TITLE}>": "post",
    f"<{awg.POST_AT}>": "post",
    f"<{awg.NAME_AS_PRINTED}>": "nameAsPrinted",
}


def _simple() -> dict[tuple[str, str], Relation]:
    """Return the relations that are one statement, by predicate and kind of its subject."""
    found: dict[tuple[str, str], Relation] = {}
    for relation in RELATIONS:
        if relation.predicate:
            found |= {(f"<{relation.predicate}>", kind): relation for kind in relation.subjects}
    return found


_SIMPLE: Final = _simple()
_ANY_SUBJECT: Final = {predicate: relation for (predicate, _), relation in reversed(_SIMPLE.items())}
_FACTS: Final = {f"<{row.predicate}>": row for row in FACTS}
_CLASSES: Final = {f"<{iri}>": drawn for iri, drawn in TYPES.items()}
_NAMED_BY: Final = tuple(f"<{iri}>" for iri in (ext.LABEL, ext.TITLE, ext.ALT_LABEL))

#: Documents have titles.
_USUAL_NAME: Final = {"source": f"<{ext.TITLE}>"}

_TYPE: Final = f"<{ext.TYPE}>"
_ALIAS: Final = f"<{ext.ALT_LABEL}>"
_STATED_IN: Final = f"<{awg.STATED_IN}>"
_PASSAGE_OF: Final = f"<{awg.PASSAGE_OF}>"
_QUOTE: Final = f"<{awg.QUOTE}>"
_START: Final = f"<{awg.START}>"
_REMARK: Final = f"<{awg.REMARK}>"
_PARTICIPANT: Final = f"<{awg.PARTICIPANT}>"
_ROLE: Final = f"<{awg.IN_ROLE}>"
_FOR: Final = f"<{awg.FOR_CONFERRAL}>"
_DURING: Final = f"<{awg.DURING_CEREMONY}>"
_SCALE: Final = f"<{awg.IN_SCALE}>"

#: ISO 3166-2.
_PROVINCE: Final = re.compile("[A-Z]{2}-[0-9A-Z]{1,3}")

_DIGITS: Final = re.compile("[0-9]{1,9}")

_WANTED: Final = frozenset(
    {_TYPE, _STATED_IN, _PASSAGE_OF, _QUOTE, _START, _REMARK, _PARTICIPANT, _ROLE, _FOR, _DURING, _SCALE}
    | {predicate for predicate, _ in _SIMPLE}
    | {*_FACTS, *_NAMED_BY, *_PARTS}
)

#: Facts that give an entity its year, the first of them that it has.
_YEARS: Final = ("editionYear", "heldOn", "issued")


@dataclass(slots=True)
class _Reading:
    """An atlas that is being filled, and what can only be joined when all has been read."""

    atlas: Atlas = field(default_factory=Atlas)
    numbers: dict[str, int] = field(default_factory=dict)
    sets: dict[tuple[str, ...], int] = field(default_factory=lambda: {(): 0})
    passages: dict[int, tuple[int, int, str, str]] = field(default_factory=dict)
    stated: list[tuple[int, int, int]] = field(default_factory=list)
    parts: list[tuple[int, About]] = field(default_factory=list)
    scales: dict[int, int] = field(default_factory=dict)

    def number(self, iri: str) -> int:
        """Return the number of what an IRI names, a new one at its first mention."""
        known = self.numbers.get(iri)
        if known is None:
            known = self.numbers[iri] = len(self.numbers)
            self.atlas.iris.append(iri)
            self.atlas.kinds.append(NOT_DRAWN)
            self.atlas.types.append("thing")
        return known

    def sources(self, graphs: list[str]) -> int:
        """Return the number of a set of sources."""
        key = tuple(graphs)
        known = self.sets.get(key)
        if known is None:
            listed = tuple(self.number(graph[1:-1]) for graph in key[:LISTED])
            for source in listed:
                self.draw(source, "source")
            known = self.sets[key] = len(self.sets)
            self.atlas.source_sets.append((listed, len(key) - len(listed)))
        return known

    def draw(self, number: int, kind: str, word: str = "") -> None:
        """Say what an entity is, unless its own class has said so."""
        if self.atlas.kinds[number] == NOT_DRAWN or word:
            self.atlas.kinds[number] = KINDS.index(kind)
            self.atlas.types[number] = word or ("source" if kind == "source" else "thing")

    def link(self, name: str, begin: int, end: int, sources: int) -> None:
        """Add a link; nothing leads to itself."""
        if begin != end:
            columns = self.atlas.links.setdefault(name, (array("L"), array("L"), array("L")))
            for column, value in zip(columns, (begin, end, sources), strict=True):
                column.append(value)


def read(lines: Iterable[str]) -> Atlas:
    """Return the atlas of a graph, from its sorted N-Quads lines; of N-Triples, without sources.

    An entity is what has a drawn class, or what a drawn relation leads to. Somebody's part in a
    ceremony becomes a link and facts of the person, a passage becomes words of the entity that it is about.
    """
    reading = _Reading()
    for iri, about in subjects(lines, _WANTED):
        _take(reading, iri, about)
    _join_passages(reading)
    _join_parts(reading)
    _join_years(reading.atlas)
    _join_levels(reading)
    _join_provinces(reading.atlas)
    _join_marks(reading.atlas)
    return reading.atlas


def _take(reading: _Reading, iri: str, about: About) -> None:
    drawn = [_CLASSES[term] for predicate, term in about if predicate == _TYPE and term in _CLASSES]
    predicates = {predicate for predicate, _ in about}
    if drawn or (_TYPE not in predicates and predicates & _ANY_SUBJECT.keys()):
        _take_entity(
            reading, reading.number(iri), about, min(drawn, key=_ORDER.__getitem__) if drawn else None
        )
    elif _QUOTE in predicates:
        _take_passage(reading, reading.number(iri), about)
    elif _PARTICIPANT in predicates:
        reading.parts.append((reading.number(iri), about))


_ORDER: Final = {drawn: place for place, drawn in enumerate(TYPES.values())}


def _take_entity(reading: _Reading, number: int, about: About, drawn: tuple[str, str] | None) -> None:
    atlas = reading.atlas
    kind = drawn[0] if drawn else next(_ANY_SUBJECT[p].subjects[0] for p, _ in about if p in _ANY_SUBJECT)
    reading.draw(number, kind, drawn[1] if drawn else "thing")
    texts: dict[str, list[tuple[str, str]]] = defaultdict(list)
    facts: dict[tuple[str, int], list[str]] = defaultdict(list)
    for (predicate, term), graphs in about.items():
        if predicate in _NAMED_BY and term[0] == '"':
            tag, text = _tagged(term)
            texts[predicate].append((tag, text))
            if not term.endswith(f'"@{tag}'):
                atlas.reworded.add(number)
        elif term[0] == "<" and (relation := _SIMPLE.get((predicate, kind))):
            end = reading.number(term[1:-1])
            reading.draw(end, relation.objects[0])
            reading.link(relation.name, number, end, reading.sources(graphs))
        elif predicate == _STATED_IN:
            reading.stated.append((number, reading.number(term[1:-1]), reading.sources(graphs)))
        elif predicate == _SCALE:
            reading.scales[number] = reading.number(term[1:-1])
        elif predicate in _FACTS:
            facts[predicate, reading.sources(graphs)].append(term)
    if facts:
        atlas.literals[number] = [
            Literal(_FACTS[predicate].name, value, said)
            for (predicate, said), terms in facts.items()
            for value in _values(reading, _FACTS[predicate], terms)
        ]
    _name(atlas, number, texts, _USUAL_NAME.get(kind, _NAMED_BY[0]))


def _name(atlas: Atlas, number: int, texts: dict[str, list[tuple[str, str]]], usual: str) -> None:
    by = next((by for by in _NAMED_BY if _pair(texts[by])), None)
    if by:
        atlas.labels[number] = _pair(texts[by])
    if by != usual:
        atlas.reworded.add(number)
    if others := tuple(Bilingual(**{tag: text}) for tag, text in texts[_ALIAS] if text.strip()):
        atlas.aliases[number] = others


def _take_passage(reading: _Reading, number: int, about: About) -> None:
    told = dict(about.keys())
    texts = (text_of(told[by])[0] if by in told else "" for by in (_QUOTE, _START, _REMARK))
    words, start, remark = texts
    if told.get(_PASSAGE_OF, "")[:1] == "<":
        source = reading.number(told[_PASSAGE_OF][1:-1])
        reading.draw(source, "source")
        reading.passages[number] = (source, _number(start), words, remark)


def _join_passages(reading: _Reading) -> None:
    """Give the words of passages to what they are about; without another way they lead to their source."""
    atlas = reading.atlas
    froms, tos, _ = atlas.links.get("statedIn", (array("L"), array("L"), array("L")))
    known = set(zip(froms, tos, strict=True))
    for number, at, sources in reading.stated:
        if not (passage := reading.passages.get(at)):
            continue
        atlas.passages.setdefault(number, []).append(Passage(*passage))
        name = _FROM_PASSAGE.get(KINDS[atlas.kinds[number]], "")
        if (
            name
            and (name != "namedIn" or atlas.types[number] == "goal")
            and (number, passage[0]) not in known
        ):
            known.add((number, passage[0]))
            reading.link(name, number, passage[0], sources)


def _join_parts(reading: _Reading) -> None:
    for _, about in reading.parts:
        told: dict[str, list[str]] = defaultdict(list)
        graphs: list[str] = []
        for (predicate, term), said in about.items():
            told[predicate].append(term)
            if predicate == _PARTICIPANT:
                graphs = said
        role = next((_ROLES[term] for term in told[_ROLE] if term in _ROLES), None)
        sources = reading.sources(graphs)
        for person in _ends(reading, told[_PARTICIPANT] if role else []):
            reading.draw(person, "person")
            for end in _ends(reading, told[_FOR]):
                reading.link(str(role), person, end, sources)
            for end in () if told[_FOR] else _ends(reading, told[_DURING]):
                reading.link(f"{role}At", person, end, sources)
            _add_part(reading, person, told, sources)


def _add_part(reading: _Reading, person: int, told: dict[str, list[str]], sources: int) -> None:
    own = reading.atlas.literals.setdefault(person, [])
    for predicate, name in _PARTS.items():
        for term in told[predicate]:
            literal = Literal(name, _value(reading, term), sources)
            if literal not in own:
                own.append(literal)
    for term in told[_STATED_IN]:
        if passage := reading.passages.get(reading.number(term[1:-1])):
            reading.atlas.passages.setdefault(person, []).append(Passage(*passage))


def _join_years(atlas: Atlas) -> None:
    """Give entities the year that they state themselves, awards and ceremonies else that of their edition."""
    for number, literals in atlas.literals.items():
        dated = {literal.name: literal.value for literal in literals if literal.name in _YEARS}
        for name in _YEARS:
            if match := re.search(r"\b(\d{4})\b", _english(dated.get(name))):
                atlas.years[number] = int(match[1])
                break
    for name in ("ofEdition", "inEdition"):
        for begin, end in zip(*atlas.links.get(name, ((), (), ()))[:2], strict=True):
            if end in atlas.years:
                atlas.years.setdefault(begin, atlas.years[end])


def _join_levels(reading: _Reading) -> None:
    """Give awards the rank of their level in hundredths of the highest of its scale."""
    atlas = reading.atlas
    ranks = {
        number: _number(literal.value)
        for number in reading.scales
        for literal in atlas.literals.get(number, ())
        if literal.name == "rank" and isinstance(literal.value, str)
    }
    highest: dict[int, int] = defaultdict(int)
    for number, rank in ranks.items():
        highest[reading.scales[number]] = max(rank, highest[reading.scales[number]])
    for begin, end in zip(*atlas.links.get("level", ((), (), ()))[:2], strict=True):
        if top := highest.get(reading.scales.get(end, -1)):
            atlas.strengths[begin] = round(100 * ranks.get(end, 0) / top)


def _join_provinces(atlas: Atlas) -> None:
    for number, literals in atlas.literals.items():
        for literal in literals:
            if literal.name == "isoCode" and _PROVINCE.fullmatch(str(literal.value)):
                atlas.provinces[str(literal.value)] = number


def _join_marks(atlas: Atlas) -> None:
    """Mark what a body of no single country gives, and what sources disagree on."""

    def pairs(name: str) -> Iterator[tuple[int, int]]:
        return zip(*atlas.links.get(name, ((), (), ()))[:2], strict=True)

    located = {
        number
        for number, literals in atlas.literals.items()
        if any(literal.name == "locatedIn" for literal in literals)
    }
    for begin, end in pairs("operatedBy"):
        if atlas.types[end] != "agency" and end not in located:
            atlas.international.add(begin)
    for name in ("editionOf", "ofScheme", "underScheme"):
        atlas.international |= {begin for begin, end in pairs(name) if end in atlas.international}
    for name in sorted(FUNCTIONAL & atlas.links.keys()):
        seen: dict[int, int] = {}
        atlas.disputed |= {begin for begin, end in pairs(name) if seen.setdefault(begin, end) != end}
    for number, literals in atlas.literals.items():
        told = {(literal.name, literal.value) for literal in literals if literal.name in FUNCTIONAL}
        if len(told) > len({name for name, _ in told}):
            atlas.disputed.add(number)


def _values(reading: _Reading, row: FactRow, terms: list[str]) -> Iterator[Written]:
    """Yield the values of a fact that the same sources give: one text in two languages is one value."""
    plain = [term for term in terms if term[0] == '"']
    for term in terms:
        if term[0] == "<" and row.written == "word":
            yield _pair_or_text(written("word", term[1:-1]))
        elif term[0] == "<":
            yield reading.number(term[1:-1])
    if row.written != "text":
        yield from (_pair_or_text(written(row.written, text_of(term)[0])) for term in plain)
    elif len(plain) <= len(list(both := _pair([_tagged(term) for term in plain]))):
        yield from [_pair_or_text(both)] if plain else []
    else:
        yield from (text_of(term)[0] for term in plain)


def _value(reading: _Reading, term: str) -> Written:
    return reading.number(term[1:-1]) if term[0] == "<" else text_of(term)[0]


def _pair_or_text(words: Bilingual) -> Written:
    return (words.th or "", words.en or "") if words.th and words.en and words.th != words.en else words.first


def _english(value: Written | None) -> str:
    return value[1] if isinstance(value, tuple) else str(value or "")


def _ends(reading: _Reading, terms: list[str]) -> list[int]:
    """Return the numbers of what IRIs name; a text names nothing."""
    return [reading.number(term[1:-1]) for term in terms if term[0] == "<"]


def _number(text: str) -> int:
    """Return a number of at most nine digits, 0 for any other text."""
    return int(text) if _DIGITS.fullmatch(text) else 0


def _tagged(term: str) -> tuple[str, str]:
    """Return language and text; a language we have no column for is sorted by its letters."""
    text, tag = text_of(term)
    tag = tag.partition("-")[0]
    return (tag if tag in ("th", "en") else "th" if language_of(text) == "th" else "en"), text


def _pair(texts: Iterable[tuple[str, str]]) -> Bilingual:
    chosen: dict[str, str] = {}
    for tag, text in texts:
        if text.strip():
            chosen.setdefault(tag, text)
    return Bilingual(**chosen)
