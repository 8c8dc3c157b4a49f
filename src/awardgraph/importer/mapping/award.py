"""One report of an award → statements, in the graph of the source that says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.importer.mapping.assertions import describe_assertions
from awardgraph.importer.mapping.ceremony import describe_ceremony, describe_edition
from awardgraph.importer.mapping.evidence import describe_document, describe_passage
from awardgraph.importer.mapping.former import describe_former, participation
from awardgraph.importer.mapping.forms import describe_forms
from awardgraph.importer.mapping.nquads import Writer, plain, tagged
from awardgraph.importer.mapping.titles import award_title
from awardgraph.model.award import Outcome, Role
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.entities import Award, Entity
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.award import AwardReport, Part
    from awardgraph.model.evidence import Passage

__all__ = ["describe_award", "passage_of"]

_ROLES: Final = {Role.PRESENTER: awg.PRESENTER, Role.RECEIVER: awg.RECEIVER}
_OUTCOMES: Final = {Outcome.FINALIST: awg.FINALIST, Outcome.HONOURABLE_MENTION: awg.HONOURABLE_MENTION}


def describe_award(report: AwardReport, identities: Identities) -> Iterator[str]:
    """Yield the statements of one report as N-Quads lines.

    Every statement stands in the graph of the report's source. Entities that the register
    knows are only referred to; the others get their type and name here, from who names them.
    """
    award = identities.award(report)
    to = Writer(award.source.iri)
    passage = passage_of(report, identities)
    yield from describe_document(report.source, identities)
    yield from describe_passage(report.passage, passage.iri, award.source.iri, identities)
    yield from _award(report, award, to)
    yield to.link(award.iri, awg.STATED_IN, passage.iri)
    yield from describe_assertions(report, award, identities)
    yield from describe_former(report, award, identities, to)
    if report.year:
        yield from describe_edition(award.scheme, report.year, to, identities)
    yield from _parts_of_scheme(award, to)
    yield from _forms(report, award, passage, identities)
    yield from _neighbours(award, to)
    if not award.conferred:
        return  # who did not win received nothing, and at no ceremony
    if award.ceremony:
        venue = Bilingual.of(report.venue) if report.venue else NOBODY
        yield from describe_ceremony(
            award.ceremony, award.scheme, report.year, to, identities, held=report.held, venue=venue
        )
    for part in report.parts:
        yield from _participation(part, award, to, report.passage, passage, identities)


def passage_of(report: AwardReport, identities: Identities) -> Entity:
    """Return the passage that a report stands in."""
    # Two rows may be written alike; what tells them apart is whom they report from and their number.
    beside = (identities.document(report.source).iri, report.item) if report.passage.start is None else ()
    return identities.passage(report.passage, *beside)


def _award(report: AwardReport, award: Award, to: Writer) -> Iterator[str]:
    yield from to.kind(award.iri, awg.CONFERRAL if award.conferred else awg.APPLICATION)
    yield from to.titles(award.iri, award_title(award, report.year, report.item))
    yield to.link(award.iri, ext.SOURCE, award.source.iri)
    for recipient in award.recipients:
        yield to.link(award.iri, awg.RECIPIENT if award.conferred else awg.APPLICANT, recipient.iri)
    links = (
        (awg.UNDER_SCHEME, award.scheme),
        (awg.IN_EDITION, award.edition),
        (awg.IN_BRANCH, award.branch),
        (awg.FOR_CATEGORY, award.category),
        (awg.UNDER_OFFERING, award.offering),
        (awg.AT_LEVEL, award.level),
        (awg.FOR_PROJECT, award.project),
        (awg.AWARD_PLACE, award.place),
        (awg.AT_CEREMONY, award.ceremony if award.conferred else None),
    )
    yield from (to.link(award.iri, predicate, entity.iri) for predicate, entity in links if entity)
    if not award.conferred:
        yield to.link(award.iri, awg.HAS_OUTCOME, _OUTCOMES[report.outcome])
    if report.item:
        yield to.say(award.iri, awg.ITEM_NUMBER, plain(report.item))


def _parts_of_scheme(award: Award, to: Writer) -> Iterator[str]:
    yield from to.minted(award.scheme, awg.AWARD_SCHEME)
    kinds = ((award.branch, awg.BRANCH), (award.category, awg.CATEGORY), (award.level, awg.LEVEL))
    for entity, cls in kinds:
        yield from to.minted(entity, cls)
        if entity and not entity.entry:
            yield to.link(entity.iri, awg.OF_SCHEME, award.scheme.iri)
            if cls == awg.CATEGORY and award.branch:
                yield to.link(entity.iri, awg.CATEGORY_OF, award.branch.iri)
    if award.offering and award.category and award.edition:
        yield from to.kind(award.offering.iri, awg.OFFERING)
        yield to.link(award.offering.iri, awg.OFFERING_OF, award.category.iri)
        yield to.link(award.edition.iri, awg.OFFERS, award.offering.iri)


def _neighbours(award: Award, to: Writer) -> Iterator[str]:
    yield from to.minted(award.country, awg.PLACE)
    yield from to.minted(award.place, awg.PLACE)
    if award.place and award.country and award.place != award.country and not award.place.entry:
        yield to.link(award.place.iri, awg.LOCATED_IN, award.country.iri)
    yield from to.minted(award.parent, ext.ORGANIZATION)
    for recipient in award.recipients:
        person = recipient.iri.endswith(f"/person/{recipient.slug}")
        yield from to.minted(recipient, ext.PERSON if person else ext.ORGANIZATION)
        if recipient.entry or person:
            continue
        if award.country:
            yield to.link(recipient.iri, awg.LOCATED_IN, award.country.iri)
        if award.parent and award.parent.iri != recipient.iri:
            yield to.link(recipient.iri, ext.SUB_ORGANIZATION_OF, award.parent.iri)
    yield from to.minted(award.project, awg.PROJECT)


def _forms(report: AwardReport, award: Award, passage: Entity, identities: Identities) -> Iterator[str]:
    named = [*zip(award.recipients, report.recipients, strict=True), (award.project, report.project)]
    for entity, printed in named:
        yield from describe_forms(entity, printed, report.passage, passage, award.source.iri, identities)


def _participation(
    part: Part, award: Award, to: Writer, row: Passage, passage: Entity, identities: Identities
) -> Iterator[str]:
    person = identities.person(part.name)
    own = participation(part, award, identities)
    yield from to.minted(person, ext.PERSON)
    yield from to.kind(own, awg.PARTICIPATION)
    yield to.link(own, awg.PARTICIPANT, person.iri)
    yield to.link(own, awg.IN_ROLE, _ROLES[part.role])
    yield to.link(own, awg.FOR_CONFERRAL, award.iri)
    yield to.say(own, awg.NAME_AS_PRINTED, plain(part.name))
    if award.ceremony:
        yield to.link(own, awg.DURING_CEREMONY, award.ceremony.iri)
    if part.role is Role.RECEIVER:
        yield from (to.link(own, awg.ON_BEHALF_OF, recipient.iri) for recipient in award.recipients)
    if part.post:
        yield to.say(own, awg.POST_TITLE, tagged(part.post, "en"))
    if part.post_at:
        body = identities.agency(Bilingual.of(part.post_at), award.country)
        yield from to.minted(body, ext.ORGANIZATION)
        yield to.link(own, awg.POST_AT, body.iri)
    words = part.passage or row
    if part.passage:
        passage = identities.passage(words)
        yield from describe_passage(words, passage.iri, award.source.iri, identities)
    yield to.link(own, awg.STATED_IN, passage.iri)
    yield from describe_forms(person, (part.name,), words, passage, award.source.iri, identities)
