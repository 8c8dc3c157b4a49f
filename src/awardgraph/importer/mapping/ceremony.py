"""Editions and ceremonies → statements, whoever tells of them: a row, a release or the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.mapping.nquads import Writer, date, integer, year
from awardgraph.importer.mapping.titles import ceremony_name, in_year
from awardgraph.model.calendar import BUDDHIST_OFFSET
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.entities import Entity
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.language import Bilingual

__all__ = ["describe_ceremony", "describe_edition"]


def describe_edition(scheme: Entity, number: int, to: Writer, identities: Identities) -> Iterator[str]:
    """Yield what the edition of a year (CE) is, and its scheme where no register describes it."""
    edition = identities.edition(scheme, number)
    yield from to.minted(scheme, awg.AWARD_SCHEME)
    yield from to.kind(edition.iri, awg.EDITION)
    yield from to.titles(edition.iri, in_year(scheme.names, number))
    yield to.link(edition.iri, awg.EDITION_OF, scheme.iri)
    yield to.say(edition.iri, awg.EDITION_YEAR, year(number))
    yield to.say(edition.iri, awg.BUDDHIST_YEAR, integer(number + BUDDHIST_OFFSET))


def describe_ceremony(
    own: Entity,
    scheme: Entity,
    number: int | None,
    to: Writer,
    identities: Identities,
    *,
    held: tuple[str, str | None] | None,
    venue: Bilingual,
) -> Iterator[str]:
    """Yield what a ceremony is, which edition (CE) it belongs to, and when and where it was held."""
    yield from to.kind(own.iri, awg.CEREMONY)
    yield from to.titles(own.iri, ceremony_name(scheme.names, number))
    if number:
        yield from describe_edition(scheme, number, to, identities)
        yield to.link(own.iri, awg.OF_EDITION, identities.edition(scheme, number).iri)
    if held and identities.is_first_day(scheme, number, held[0]):
        yield to.say(own.iri, awg.HELD_ON, date(held[0]))
        if held[1]:
            yield to.say(own.iri, awg.HELD_UNTIL, date(held[1]))
    yield from to.names(own.iri, venue, awg.VENUE)
