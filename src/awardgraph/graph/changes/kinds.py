"""Tables: of which kind entities are, which are told on their own, and which properties tell little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from awardgraph.graph.changes.lines import Facts

__all__ = [
    "AWARDS", "COMPOSED", "EVENTS", "IN_TITLE", "KINDS", "PARTS", "PER_LANGUAGE", "REPLACED_BY", "REPLACES",
    "described", "kind_of", "targets", "weak",
]  # fmt: skip

REPLACED_BY: Final = PREFIXES["dct"] + "isReplacedBy"
REPLACES: Final = PREFIXES["dct"] + "replaces"

#: Class → kind, the finest first: an entity of several classes is called by the first.
KINDS: Final = {
    awg.CONFERRAL: "conferral",
    awg.HONORARY_CONFERRAL: "conferral",
    awg.APPLICATION: "application",
    awg.CEREMONY: "ceremony",
    awg.EXHIBITION: "exhibition",
    awg.EDITION: "edition",
    awg.OFFERING: "offering",
    awg.AWARD_SCHEME: "scheme",
    awg.BRANCH: "branch",
    awg.CATEGORY: "category",
    awg.LEVEL: "level",
    awg.LEVEL_SCALE: "scale",
    awg.PUBLIC_AGENCY: "agency",
    ext.ORGANIZATION: "organisation",
    ext.PERSON: "person",
    awg.PROJECT: "project",
    awg.GOAL: "goal",
    awg.PLACE: "place",
    awg.SOURCE_DOCUMENT: "source",
    awg.PARTICIPATION: "participation",
    awg.PASSAGE: "passage",
    awg.NAME_FORM: "nameForm",
    awg.ASSERTION: "assertion",
}

AWARDS: Final = frozenset({"conferral", "application"})

#: What happened; it is told of on its own even where a row that tells of something else brought it.
EVENTS: Final = AWARDS | {"ceremony", "exhibition"}

#: Told with the entity they belong to, and never on their own while it is known.
PARTS: Final = frozenset({"participation", "passage", "nameForm", "assertion", "tombstone"})

#: Their names are composed from those of others, and change with them.
COMPOSED: Final = EVENTS | {"edition", "offering"}

#: An award's title says these already.
IN_TITLE: Final = frozenset(
    {awg.UNDER_SCHEME, awg.IN_EDITION, awg.IN_BRANCH, awg.FOR_CATEGORY, awg.AT_LEVEL, awg.ITEM_NUMBER}
)

#: One value in each language is one property: a name in English fills another slot than one in Thai.
PER_LANGUAGE: Final = frozenset({ext.LABEL, awg.VENUE, awg.REMARK})

#: They follow from something else, or only lead to the evidence.
_WEAK: Final = frozenset(
    {
        awg.STATED_IN, awg.UNDER_OFFERING, awg.OFFERS, awg.BUDDHIST_YEAR, awg.POST_TITLE, awg.POST_AT,
        awg.NAME_AS_PRINTED, awg.REMARK, ext.SOURCE, ext.TITLE, REPLACES,
    }
)  # fmt: skip


def kind_of(*states: Facts) -> str:
    """Return the kind of an entity from what is stated about it now, or else before."""
    for facts in states:
        own = {term[1:-1] for predicate, term in facts if predicate == ext.TYPE}
        if found := next((kind for cls, kind in KINDS.items() if cls in own), None):
            return found
    if any(states) and all(predicate == REPLACED_BY for facts in states for predicate, _ in facts):
        return "tombstone"
    return "thing"


def described(facts: Facts) -> bool:
    """Return whether more is stated about an entity than that another one replaces it."""
    return any(predicate != REPLACED_BY for predicate, _ in facts)


def weak(predicate: str, kind: str) -> bool:
    """Return whether a property of a kind of entity is told only where nothing else of it changed."""
    return predicate in _WEAK or (predicate == ext.LABEL and kind in COMPOSED)


def targets(facts: Facts, *predicates: str) -> set[str]:
    """Return the entities that statements lead to, by some predicates or by any."""
    return {
        term[1:-1]
        for predicate, term in facts
        if term.startswith("<") and (not predicates or predicate in predicates)
    }
