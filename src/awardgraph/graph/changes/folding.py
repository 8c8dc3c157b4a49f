"""Which drafts are told with another: what a new row brings along, what a name that changed explains."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from awardgraph.graph.changes.kinds import AWARDS, EVENTS, PARTS, targets
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from awardgraph.graph.changes.drafts import Draft
    from awardgraph.graph.changes.lines import State

__all__ = ["folded"]

#: How many steps a composed name is from the one that it is composed of: ceremony → edition → scheme.
_FARTHEST: Final = 3

#: Told on their own only where nothing else is told that they came with.
_FOLLOWERS: Final = PARTS | {"source", "offering"}


def folded(told: list[Draft], old: State, new: State) -> list[Draft]:
    """Return the drafts that are told on their own, in order, each with those that are told with it."""
    waiting = [draft for draft in told if _may_wait(draft)]
    hosts = [draft for draft in told if not _may_wait(draft)]
    hosts.sort(key=lambda draft: (draft.entity.kind not in AWARDS, draft.verb, draft.entity.iri))
    waiting = _taken_in(hosts, waiting, old, new)
    waiting = _explained(hosts, waiting, old, new)
    # What no award or event brought is told; only documents and the like go with it.
    rest = [draft for draft in waiting if not _follows(draft)]
    return hosts + rest + _taken_in(rest, [draft for draft in waiting if _follows(draft)], old, new)


def _may_wait(draft: Draft) -> bool:
    if draft.entity.kind == "source" and {slot.predicate for slot in draft.slots} == {awg.SHA256}:
        return True
    if draft.verb in ("confirmed", "unconfirmed"):
        return draft.entity.kind not in AWARDS
    found_again = draft.verb == "replaced" and not draft.entity.said
    supports = draft.entity.kind not in EVENTS and (draft.verb in ("added", "withdrawn") or found_again)
    return draft.quiet or supports or draft.entity.kind in PARTS


def _follows(draft: Draft) -> bool:
    return draft.quiet or draft.entity.kind in _FOLLOWERS


def _taken_in(hosts: list[Draft], waiting: list[Draft], old: State, new: State) -> list[Draft]:
    """Give what waits to the first host that leads to it, if its hosts say all that it says; return the rest.

    A new agency that only a new row names is told with that row's award; one that the register
    describes, too, is told on its own.
    """
    by_entity: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in waiting:
        by_entity[draft.entity.iri].append(draft)
    hosted: defaultdict[str, list[Draft]] = defaultdict(list)
    for host in hosts:
        for iri in _reached(host, by_entity, old, new):
            hosted[iri].append(host)
    rest: list[Draft] = []
    for draft in waiting:
        around = hosted[draft.entity.iri]
        voices = frozenset().union(*(host.voices for host in around))
        if around and (draft.entity.kind == "source" or draft.voices <= voices):
            around[0].with_it.append(draft)
        else:
            rest.append(draft)
    return rest


def _reached(host: Draft, waiting: Mapping[str, list[Draft]], old: State, new: State) -> Iterator[str]:
    """Yield what is reached from a host by way of what waits."""
    subjects = host.entity.subjects
    seen: set[str] = set(subjects)
    fringe = _linked(subjects, old, new) | host.voices
    while fringe := {iri for iri in fringe - seen if iri in waiting}:
        yield from sorted(fringe)
        seen |= fringe
        fringe = _linked({subject for iri in fringe for subject in _subjects(waiting[iri])}, old, new)


def _subjects(drafts: list[Draft]) -> set[str]:
    return drafts[0].entity.subjects


def _linked(subjects: Collection[str], old: State, new: State) -> set[str]:
    return {
        target
        for subject in subjects
        for state in (old, new)
        for target in targets(
            {said: by for said, by in state.get(subject, {}).items() if said[0] != awg.OFFERS}
        )
    }


def _explained(hosts: list[Draft], waiting: list[Draft], old: State, new: State) -> list[Draft]:
    """Give composed names, and links to what has another IRI, to what was renamed; return the rest."""
    renamed = {
        draft.entity.iri: draft
        for draft in hosts
        if draft.entity.before or any(slot.predicate == ext.LABEL for slot in draft.slots)
    }
    rest: list[Draft] = []
    for draft in waiting:
        composed = draft.quiet and {slot.predicate for slot in draft.slots} <= {ext.LABEL}
        if composed and renamed and (host := _name_behind(draft, renamed, old, new)):
            host.with_it.append(draft)
        else:
            rest.append(draft)
    return rest


def _name_behind(draft: Draft, renamed: Mapping[str, Draft], old: State, new: State) -> Draft | None:
    seen: set[str] = set()
    fringe = draft.entity.subjects
    for _ in range(_FARTHEST):
        seen |= fringe
        fringe = _linked(fringe, old, new) - seen
        if found := sorted(fringe & renamed.keys()):
            return renamed[found[0]]
    return None
