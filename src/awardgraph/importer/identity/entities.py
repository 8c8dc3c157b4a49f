"""What reports are about, each with its IRI."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgraph.model.language import NOBODY, Bilingual

if TYPE_CHECKING:
    from awardgraph.importer.identity.register import Entry

__all__ = ["Award", "Entity"]


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with an IRI.

    Attributes:
        slug: the last part of its IRI.
        names: the register's names where it is known, else the names that were given.
        entry: the register's entry; None for one that was minted.
        instead_of: what it would be if no person had decided that its name stands for this.
    """

    iri: str
    slug: str
    names: Bilingual = NOBODY
    entry: Entry | None = None
    instead_of: Entity | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """The entities that one report is about."""

    iri: str
    slug: str
    conferred: bool
    scheme: Entity
    edition: Entity | None
    branch: Entity | None
    category: Entity | None
    offering: Entity | None
    level: Entity | None
    recipients: tuple[Entity, ...]
    parent: Entity | None
    project: Entity | None
    place: Entity | None
    ceremony: Entity | None
    country: Entity | None
    source: Entity
