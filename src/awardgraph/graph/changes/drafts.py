"""What is told of one entity: a draft for each property, or one for all where it came or went."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.graph.changes.entities import lines_of
from awardgraph.graph.changes.kinds import AWARDS, IN_TITLE, PER_LANGUAGE, weak
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.graph.changes.change import Verb
    from awardgraph.graph.changes.entities import Entity
    from awardgraph.graph.changes.lines import Facts, Sign, State

__all__ = ["Draft", "Slot", "drafts"]

_LANGUAGE: Final = re.compile(r'"@([A-Za-z0-9-]+)$')

#: What distinguishes an entity that came or went, beside its name, in order.
_TELLING: Final = (
    awg.FOR_PROJECT, awg.HAS_OUTCOME, awg.PRESENTER, awg.RECEIVER, awg.CHAIR, awg.EDITION_OF, awg.HELD_ON,
    awg.HELD_UNTIL, awg.VENUE, awg.ORGANISER, awg.EXHIBITOR, ext.SUB_ORGANIZATION_OF, awg.OWNER,
    awg.LOCATED_IN, awg.OF_SCHEME, awg.CATEGORY_OF, awg.IN_SCALE, awg.RANK, awg.OPERATED_BY, ext.PUBLISHER,
    ext.ISSUED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """The terms of one property, before and now."""

    predicate: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    @property
    def verb(self) -> Verb:
        """What happened to it."""
        return "corrected" if self.old and self.new else "completed" if self.new else "cut"


@dataclass(slots=True)
class Draft:
    """A change before its names are known.

    Attributes:
        quiet: it tells little, and nothing where something that is told explains it.
        sources: who says so.
        voices: who said or says anything of what differs; wider than sources.
        lines: the statements that differ, with their signs.
        with_it: subjects whose statements are told with this.
    """

    verb: Verb
    entity: Entity
    slots: tuple[Slot, ...] = ()
    sources: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()
    quiet: bool = False
    lines: list[tuple[Sign, str]] = field(default_factory=list)
    with_it: list[Draft] = field(default_factory=list)


def drafts(entity: Entity, old: State, new: State, ledger: frozenset[str] = frozenset()) -> list[Draft]:
    """Return what is told of an entity; every line that differs is in one of the drafts.

    Args:
        ledger: the ledger of verdicts, where it changed.
    """
    gained, lost = _voices_changed(entity)
    told = list(_told(entity, gained, frozenset() if gained or lost else ledger))
    if not {draft.verb for draft in told} & {"added", "withdrawn"}:
        if gained and not entity.said:
            told.append(Draft("confirmed", entity, sources=gained))
        if lost:
            told.append(Draft("unconfirmed", entity, sources=lost))
    if not told and entity.before:
        told.append(Draft("replaced", entity))
    if not told:
        slots = tuple(_slots(entity, little=True))
        verb = slots[0].verb if slots else "corrected"
        told = [Draft(verb, entity, slots, _sources(entity, slots), quiet=True)]
    _share_lines(told, list(lines_of(entity, old, new)), entity)
    return told


def _told(entity: Entity, gained: frozenset[str], ledger: frozenset[str]) -> Iterator[Draft]:
    if not entity.old or not entity.new:
        facts = entity.new or entity.old
        verb: Verb = "added" if entity.new else "withdrawn"
        if facts:
            yield Draft(verb, entity, tuple(_distinction(facts, verb)), _all_sources(facts))
        return
    slots = tuple(_slots(entity, little=False))
    if entity.said:
        renamed: Verb = "united" if entity.united else "parted" if entity.after else "replaced"
        # The same sources say the same as before: it was a verdict that united or parted them.
        decided = ledger if renamed != "replaced" else frozenset()
        yield Draft(renamed, entity, slots, decided or _sources(entity, slots) | entity.said | gained)
        return
    for slot in slots:
        yield Draft(slot.verb, entity, (slot,), _sources(entity, (slot,)))


def _distinction(facts: Facts, verb: Verb) -> Iterator[Slot]:
    for predicate in _TELLING:
        if terms := tuple(sorted(term for said, term in facts if said == predicate)):
            yield Slot(predicate, new=terms) if verb == "added" else Slot(predicate, old=terms)


def _slots(entity: Entity, *, little: bool) -> Iterator[Slot]:
    """Yield the properties that differ: those that tell something, or those that tell little."""
    grouped: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for predicate, term in entity.old.keys() | entity.new.keys():
        grouped[_key(predicate, term)].add(term)
    for key in sorted(grouped, key=lambda key: (key[0] not in (*IN_TITLE, awg.STATED_IN), key)):
        predicate = key[0]
        was = {term for term in grouped[key] if (predicate, term) in entity.old}
        now = {term for term in grouped[key] if (predicate, term) in entity.new}
        if was != now and weak(predicate, entity.kind) == little and not _implied(predicate, entity):
            parts = (was - now, now - was, was & now)
            yield Slot(predicate, *(tuple(sorted(terms)) for terms in parts))


def _implied(predicate: str, entity: Entity) -> bool:
    """Return whether an award's branch changed only because its category did."""
    if predicate != awg.IN_BRANCH or entity.kind not in AWARDS:
        return False
    was, now = (
        {term for said, term in facts if said == awg.FOR_CATEGORY} for facts in (entity.old, entity.new)
    )
    return was != now


def _key(predicate: str, term: str) -> tuple[str, str]:
    language = _LANGUAGE.search(term) if predicate in PER_LANGUAGE else None
    return predicate, language[1] if language else ""


def _voices_changed(entity: Entity) -> tuple[frozenset[str], frozenset[str]]:
    """Return who came to say, and who ceased to say, what was said before and is said still.

    Of what tells little that is no news: of an award's titles only the fullest one is kept.
    """
    gained: set[str] = set()
    lost: set[str] = set()
    for said in entity.old.keys() & entity.new.keys():
        if not weak(said[0], entity.kind):
            gained |= entity.new[said] - entity.old[said]
            lost |= entity.old[said] - entity.new[said]
    return frozenset(gained), frozenset(lost)


def _sources(entity: Entity, slots: Iterable[Slot]) -> frozenset[str]:
    """Return who states the values that are there now, or who stated those that went."""
    found: set[str] = set()
    for slot in slots:
        facts, terms = (entity.new, slot.new) if slot.new else (entity.old, slot.old)
        found.update(*(facts.get((slot.predicate, term), ()) for term in terms))
    return frozenset(found)


def _all_sources(facts: Facts) -> frozenset[str]:
    return frozenset().union(*facts.values())


def _share_lines(told: list[Draft], lines: list[tuple[Sign, str, str, str]], entity: Entity) -> None:
    """Give each line to the draft that tells of it: of its property, of who says so, else the first."""
    by_slot = {
        _key(slot.predicate, term): draft
        for draft in told
        for slot in draft.slots
        for term in (*slot.old, *slot.new)
    }
    by_sign = {"+": "confirmed", "-": "unconfirmed"}
    for sign, line, predicate, term in lines:
        chosen = by_slot.get(_key(predicate, term)) if term else None
        if chosen is None and (predicate, term) in entity.old.keys() & entity.new.keys():
            chosen = next((draft for draft in told if draft.verb == by_sign[sign]), None)
        (chosen or told[0]).lines.append((sign, line))
    for draft in told:
        said = {line[line.rindex(" <") + 2 : line.rindex(">")] for _, line in draft.lines}
        draft.voices = draft.sources | said
