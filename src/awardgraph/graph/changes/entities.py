"""Entities as they were and as they are, each with the parts that are told with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.graph.changes.heirs import heirs
from awardgraph.graph.changes.kinds import PARTS, REPLACED_BY, REPLACES, described, kind_of, targets
from awardgraph.graph.changes.lines import joined
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from awardgraph.graph.changes.lines import Facts, Sign, State

__all__ = ["Entity", "entities", "lines_of", "owners_of"]

#: Properties that lead from a part to its owner, the closest first.
_UP: Final = {
    "participation": (awg.FOR_CONFERRAL, awg.DURING_CEREMONY),
    "nameForm": (awg.USED_BY,),
    "assertion": (ext.SUBJECT,),
    "tombstone": (REPLACED_BY,),
}

#: Properties that lead from an owner to its part.
_DOWN: Final = {"passage": awg.STATED_IN, "nameForm": awg.HAS_NAME_FORM}

#: What is told of a part as if it were said of the owner.
_LIFTED: Final = {
    "participation": (awg.POST_TITLE, awg.POST_AT, awg.NAME_AS_PRINTED),
    "passage": (awg.REMARK,),
    "nameForm": (awg.VALID_FROM, awg.VALID_UNTIL),
}


@dataclass(slots=True)
class Entity:
    """What is told of as one.

    Attributes:
        iri: its name now, or its last one.
        before: IRIs of OLD that became this one.
        after: IRIs of NEW that this one was in OLD, too.
        united: several of OLD became this one.
        said: who says that they did; nobody, where it was only found.
        old: what OLD states about it, in the IRIs of NEW; who did what there is stated by the role's IRI.
        new: what NEW states about it, likewise.
        parts: IRIs of what is told with it.
    """

    iri: str
    kind: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    united: bool = False
    said: frozenset[str] = frozenset()
    old: Facts = field(default_factory=dict)
    new: Facts = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)

    @property
    def subjects(self) -> set[str]:
        """Everything whose statements are told with it."""
        return {self.iri, *self.before, *self.after} | self.parts


def entities(old: State, new: State) -> dict[str, Entity]:
    """Return what differs between two states, as entities by IRI; each changed subject is in one of them."""
    known = heirs(old, new)
    heir = known.became
    touched = {iri for iri in old.keys() | new.keys() if old.get(iri) != new.get(iri)}
    owners = {iri: owner for iri, owner in owners_of(touched, old, new).items() if iri not in heir}
    # What is several now is told as one, as OLD had it.
    leads = owners | known.apart | heir
    found: dict[str, Entity] = {}
    for iri in sorted(touched):
        own = _root(iri, leads)
        entity = found.setdefault(own, Entity(own))
        if heir.get(iri) == own:
            entity.before += (iri,)
            entity.said |= known.said.get(iri, frozenset())
        elif iri in known.apart and iri != own:
            entity.after += (iri,)
            entity.said |= known.said[iri]
        elif iri != own:
            entity.parts.add(iri)
    for entity in found.values():
        _fill(entity, old, new, heir)
    return found


def _root(iri: str, leads: Mapping[str, str]) -> str:
    """Return what a subject is told with: what it became, what it was, or what it is a part of."""
    seen: set[str] = set()
    while iri not in seen:
        seen.add(iri)
        iri = leads.get(iri, iri)
    return iri


def owners_of(parts: Iterable[str], old: State, new: State) -> dict[str, str]:
    """Return part → the entity it belongs to; an award rather than its ceremony, and NEW before OLD.

    A passage that several entities refer to goes with the first of them.
    """
    kinds = {iri: kind_of(new.get(iri, {}), old.get(iri, {})) for iri in parts}
    owners: dict[str, str] = {}
    down: defaultdict[str, set[str]] = defaultdict(set)
    wanted = {predicate: kind for kind, predicate in _DOWN.items()}
    for state in (new, old):
        for iri, facts in state.items():
            for predicate, term in facts:
                if predicate in wanted and kinds.get(term[1:-1]) == wanted[predicate]:
                    down[term[1:-1]].add(iri)
    for iri, kind in kinds.items():
        if kind in PARTS:
            up = [
                min(found)
                for predicate in _UP.get(kind, ())
                for state in (new, old)
                if (found := targets(state.get(iri, {}), predicate))
            ]
            if owner := next(iter(up), min(down[iri], default="")):
                owners[iri] = owner
    return owners


def _fill(entity: Entity, old: State, new: State, heir: Mapping[str, str]) -> None:
    for iri in (*entity.before, entity.iri):
        _merge(entity.old, old.get(iri, {}), heir)
    for iri in (entity.iri, *entity.after):
        _merge(entity.new, new.get(iri, {}), {})
    entity.united = sum(described(old.get(iri, {})) for iri in (*entity.before, entity.iri)) > 1
    entity.kind = kind_of(entity.new, entity.old)
    for part in entity.parts:
        stays = part in old and part in new
        _merge(entity.old, dict(_lifted(old.get(part, {}), part, details=stays)), heir)
        _merge(entity.new, dict(_lifted(new.get(part, {}), part, details=stays)), {})


def _merge(into: Facts, facts: Facts, heir: Mapping[str, str]) -> None:
    for (predicate, term), sources in facts.items():
        if predicate != REPLACED_BY:
            said = predicate, f"<{heir[term[1:-1]]}>" if term[1:-1] in heir else term
            into[said] = into.get(said, frozenset()) | sources


def _lifted(facts: Facts, part: str, *, details: bool) -> Iterator[tuple[tuple[str, str], frozenset[str]]]:
    """Yield what a part says of its owner; details only of a part that was there and is there still."""
    kind = kind_of(facts)
    roles = targets(facts, awg.IN_ROLE)
    for (predicate, term), sources in facts.items():
        if predicate == awg.PARTICIPANT:
            yield from (((role, term), sources) for role in roles)
        elif details and predicate in _LIFTED.get(kind, ()):
            yield (predicate, term), sources
        elif predicate == REPLACED_BY and kind == "tombstone":
            yield (REPLACES, f"<{part}>"), sources


def lines_of(entity: Entity, old: State, new: State) -> Iterator[tuple[Sign, str, str, str]]:
    """Yield the lines that differ: sign, the line, its predicate, and its term or nothing for a part's."""
    for subject in sorted(entity.subjects):
        before, now = old.get(subject, {}), new.get(subject, {})
        own = subject not in entity.parts
        for predicate, term in sorted(before.keys() | now.keys()):
            was, is_ = (facts.get((predicate, term), frozenset()) for facts in (before, now))
            for source in sorted(was - is_):
                yield "-", joined(subject, predicate, term, source), predicate, term if own else ""
            for source in sorted(is_ - was):
                yield "+", joined(subject, predicate, term, source), predicate, term if own else ""
