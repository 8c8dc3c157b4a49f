"""Which entity of NEW is the one that OLD called by another IRI.

An award's IRI is a function of what was said of it, so a corrected level gives it another one. NEW may say
so itself (dct:isReplacedBy), and so may OLD, where a report that it had united with others stands alone
again. Where it does not, two awards are taken for one only if the same passage states
both, which is a row or a quote that is now understood otherwise; or if one source states both, all of their
slots but one are equal, and something beside scheme and year anchors them. No other pair may be meant.
Otherwise one is told as withdrawn and the other as added, which is never wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.graph.changes.kinds import AWARDS, REPLACED_BY, described, kind_of, targets
from awardgraph.model.names import fold
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from awardgraph.graph.changes.lines import Facts, State

__all__ = ["Heirs", "heirs"]

#: Something that two reports may share: its name and its values.
Mark: TypeAlias = tuple[str, frozenset[str]]

#: The slots of an award, each with the predicates that fill it.
_SLOTS: Final = {
    "outcome": (ext.TYPE, awg.HAS_OUTCOME),
    "scheme": (awg.UNDER_SCHEME,),
    "edition": (awg.IN_EDITION,),
    "category": (awg.IN_BRANCH, awg.FOR_CATEGORY),
    "level": (awg.AT_LEVEL,),
    "who": (awg.RECIPIENT, awg.APPLICANT),
    "project": (awg.FOR_PROJECT,),
    "place": (awg.AWARD_PLACE,),
    "item": (awg.ITEM_NUMBER,),
}

#: Where one of these differs, recipients alone do not make an award the same: they win in several
#: categories and years, and there only an equal project does.
_NEED_PROJECT: Final = frozenset({"scheme", "edition", "category", "who"})

#: Two titles of a work are spellings of one if they are so alike; 1 is equal.
_ALIKE: Final = 0.85


@dataclass(frozen=True, slots=True)
class Heirs:
    """What is called otherwise now.

    Attributes:
        became: IRI in OLD → IRI in NEW.
        said: those IRIs in OLD of which a graph says so → who says it.
        apart: IRI in NEW → the IRI of what it was a part of in OLD, and is no longer.
    """

    became: dict[str, str]
    said: dict[str, frozenset[str]]
    apart: dict[str, str]


def heirs(old: State, new: State) -> Heirs:
    """Return what of OLD is called otherwise in NEW."""
    said = _said(old, new)
    alone, apart = _alone_again(old, new, said)
    voices = {iri: _voices(new[iri]) for iri in said}
    voices |= {iri: _voices(old[redirect]) for iri, redirect in alone.items()}
    voices |= {iri: _voices(old[iri]) for iri in apart}
    said |= {iri: _end(redirect, new) for iri, redirect in alone.items()}
    gone = [iri for iri in old.keys() - new.keys() if iri not in said]
    fresh = [iri for iri in new.keys() - old.keys() if iri not in said.values()]
    awards = _awards(old, new, gone, fresh)
    works = _works(old, new, awards)
    return Heirs(said | awards | works | _ceremonies(old, new, gone, fresh), voices, apart)


def _said(old: State, new: State) -> dict[str, str]:
    said: dict[str, str] = {}
    for iri, facts in new.items():
        before = old.get(iri, {})
        if any(predicate != REPLACED_BY for predicate, _ in before) and (
            named := targets(facts, REPLACED_BY) - targets(before, REPLACED_BY)
        ):
            said[iri] = min(named)
    return {iri: end for iri in said if (end := _last(iri, said)) != iri}


def _alone_again(old: State, new: State, said: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what went → the redirect of OLD that led to it, and redirects that are awards of their own now.

    The IRI of a report that was united with others redirected to theirs. Where the others went, its own
    is that of the award again; where they stand as well, the award is several now.
    """
    alone: dict[str, str] = {}
    apart: dict[str, str] = {}
    for redirect in sorted(iri for iri, facts in old.items() if facts and not described(facts)):
        was, now = _end(redirect, old), _end(redirect, new)
        if was in said or was == now:
            continue
        if not (described(old.get(was, {})) and described(new.get(now, {}))):
            continue
        if not described(new.get(was, {})) and was not in alone:
            alone[was] = redirect
        elif now == redirect:
            apart[now] = _end(alone[was], new) if was in alone else was
    return alone, apart


def _end(iri: str, state: State) -> str:
    """Return what an IRI leads to in a state; itself, where it is described there."""
    seen: set[str] = set()
    while iri not in seen and not described(facts := state.get(iri, {})):
        seen.add(iri)
        iri = min(targets(facts, REPLACED_BY), default=iri)
    return iri


def _voices(facts: Facts) -> frozenset[str]:
    return frozenset().union(*(by for (predicate, _), by in facts.items() if predicate == REPLACED_BY))


def _last(iri: str, said: dict[str, str]) -> str:
    seen = {iri}
    while (further := said.get(iri)) and further not in seen:
        seen.add(further)
        iri = further
    return iri


def _awards(old: State, new: State, gone: Iterable[str], fresh: Iterable[str]) -> dict[str, str]:
    befores = {iri for iri in gone if kind_of(old[iri]) in AWARDS}
    nows = {iri for iri in fresh if kind_of(new[iri]) in AWARDS}
    certain = _unique(_sharing(old, new, befores, nows, _passages))
    befores, nows = befores - certain.keys(), nows - set(certain.values())
    near = _sharing(old, new, befores, nows, _anchors)
    return certain | _unique({pair for pair in near if _same_award(old, new, *pair)})


def _sharing(
    old: State, new: State, befores: set[str], nows: set[str], marks: Callable[[Facts], set[Mark]]
) -> set[tuple[str, str]]:
    """Return the pairs that have a mark in common."""
    near: defaultdict[Mark, list[str]] = defaultdict(list)
    for now in nows:
        for mark in marks(new[now]):
            near[mark].append(now)
    return {(before, now) for before in befores for mark in marks(old[before]) for now in near[mark]}


def _passages(facts: Facts) -> set[Mark]:
    return {("passage", frozenset([iri])) for iri in targets(facts, awg.STATED_IN)}


def _anchors(facts: Facts) -> set[Mark]:
    """Return what two reports of one award share at least: whom they honour, or for which work."""
    slots = {slot: _filled(facts, slot) for slot in ("who", "project")}
    return {(slot, filled) for slot, filled in slots.items() if filled}


def _filled(facts: Facts, slot: str) -> frozenset[str]:
    return frozenset(term for predicate, term in facts if predicate in _SLOTS[slot])


def _works(old: State, new: State, awards: Mapping[str, str]) -> dict[str, str]:
    """Return the works of one award that have one name, and another IRI since it tells whose they are."""
    pairs: set[tuple[str, str]] = set()
    for before, now in awards.items():
        works = targets(old[before], awg.FOR_PROJECT), targets(new[now], awg.FOR_PROJECT)
        if len(works[0]) == len(works[1]) == 1:
            [work], [same] = works
            names = _labels(old, {work}), _labels(new, {same})
            if work not in new and same not in old and names[0] == names[1] != set():
                pairs.add((work, same))
    return _unique(pairs)


def _same_award(old: State, new: State, before: str, now: str) -> bool:
    one, other = old[before], new[now]
    if not _sources(one) & _sources(other):
        return False
    unequal = {slot for slot in _SLOTS if _filled(one, slot) != _filled(other, slot)}
    works = [_filled(facts, "project") for facts in (one, other)]
    if unequal == {"project"}:
        return not all(works) or _alike(
            _names(old, targets(one, awg.FOR_PROJECT)), _names(new, targets(other, awg.FOR_PROJECT))
        )
    return len(unequal) <= 1 and (unequal.isdisjoint(_NEED_PROJECT) or bool(works[0]))


def _names(state: State, works: set[str]) -> set[str]:
    return {fold(label[1 : label.rindex('"')]) for label in _labels(state, works)}


def _labels(state: State, works: set[str]) -> set[str]:
    return {term for iri in works for predicate, term in state.get(iri, {}) if predicate == ext.LABEL}


def _alike(some: set[str], others: set[str]) -> bool:
    return any(SequenceMatcher(None, a, b).ratio() >= _ALIKE for a in some for b in others)


def _ceremonies(old: State, new: State, gone: Iterable[str], fresh: Iterable[str]) -> dict[str, str]:
    """Return ceremonies of one edition of which the day was corrected, where one source tells of both."""
    befores = [iri for iri in gone if kind_of(old[iri]) == "ceremony"]
    nows = [iri for iri in fresh if kind_of(new[iri]) == "ceremony"]
    pairs = {
        (before, now)
        for before in befores
        for now in nows
        if targets(old[before], awg.OF_EDITION) == targets(new[now], awg.OF_EDITION) != set()
        and _sources(old[before]) & _sources(new[now])
    }
    return _unique(pairs)


def _sources(facts: Facts) -> frozenset[str]:
    return frozenset().union(*facts.values())


def _unique(pairs: set[tuple[str, str]]) -> dict[str, str]:
    """Return the pairs of which neither half is in another pair."""
    befores, nows = Counter(before for before, _ in pairs), Counter(now for _, now in pairs)
    return {before: now for before, now in pairs if befores[before] == nows[now] == 1}
