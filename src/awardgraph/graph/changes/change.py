"""What changed, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from awardgraph.model.language import NOBODY, Bilingual

__all__ = ["VERBS", "Change", "Fact", "Source", "SourceState", "Thing", "Value", "Verb"]

#: added, withdrawn: the entity came or went. replaced: it has another IRI now, and NEW says which.
#: corrected: a property had one value and has another. completed: it gained a value. cut: it lost one.
#: united: several of OLD are one in NEW. parted: one of OLD is several in NEW.
#: confirmed: a further source says the same. unconfirmed: a source went, and another still says it.
Verb: TypeAlias = Literal[
    "added",
    "corrected",
    "completed",
    "replaced",
    "united",
    "parted",
    "confirmed",
    "unconfirmed",
    "cut",
    "withdrawn",
]

#: In the order in which they are told.
VERBS: Final[tuple[Verb, ...]] = (
    "added", "corrected", "completed", "replaced", "united", "parted", "confirmed", "unconfirmed", "cut",
    "withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a property.

    Attributes:
        term: as N-Triples writes it.
        name: what an entity is called, or the text of a literal.
    """

    term: str
    name: Bilingual = NOBODY

    @property
    def iri(self) -> str:
        """The entity's IRI; empty for a literal."""
        return self.term[1:-1] if self.term.startswith("<") else ""


@dataclass(frozen=True, slots=True)
class Fact:
    """The values of one property, before and now; a person's part is told by the role's IRI.

    Attributes:
        kept: the values that were there before and are there still.
    """

    property: str
    old: tuple[Value, ...] = ()
    new: tuple[Value, ...] = ()
    kept: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity that is mentioned: it came or went with another, or became another."""

    kind: str
    iri: str
    name: Bilingual


SourceState: TypeAlias = Literal["", "added", "withdrawn", "changed", "reread"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so.

    Attributes:
        state: whether the source itself is new, is gone, has other bytes, or has the same bytes and was
            read with another register, other settings or another version of the program.
        file: the file in which it was imported, where the graph knows one.
    """

    iri: str
    name: Bilingual = NOBODY
    state: SourceState = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a person would say has changed.

    Attributes:
        kind: conferral, agency, ceremony and so on; thing where no class of ours is named.
        iri: in NEW, or in OLD where it is gone.
        holders: whom an award honours: who received it or applied, or else for which work.
        before: what it was in OLD, where its IRIs were others; all that became one, where several did.
        after: what it is in NEW, where it became several.
        facts: of what came or went, what distinguishes it; else what changed.
        sources: who says so: in NEW, or in OLD of what is gone.
        records: the tables in which those sources' words are kept.
        came: what else is new with it.
        went: what else is gone with it.
        additions: N-Quads lines that only NEW has.
        removals: N-Quads lines that only OLD has.
        asserted: N-Triples lines of what nobody stated in OLD.
        retracted: N-Triples lines of what nobody states any more.
    """

    verb: Verb
    kind: str
    iri: str
    name: Bilingual = NOBODY
    holders: Fact | None = None
    before: tuple[Thing, ...] = ()
    after: tuple[Thing, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    records: tuple[Source, ...] = ()
    came: tuple[Thing, ...] = ()
    went: tuple[Thing, ...] = ()
    additions: tuple[str, ...] = ()
    removals: tuple[str, ...] = ()
    asserted: tuple[str, ...] = ()
    retracted: tuple[str, ...] = ()
