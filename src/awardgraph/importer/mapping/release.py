"""One release in full → statements, all in the release's own graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.mapping.award import describe_award
from awardgraph.importer.mapping.ceremony import describe_ceremony
from awardgraph.importer.mapping.evidence import describe_document, describe_passage
from awardgraph.importer.mapping.forms import describe_forms
from awardgraph.importer.mapping.nquads import Writer, integer
from awardgraph.importer.mapping.titles import exhibition_name
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.entities import Entity
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.evidence import Passage
    from awardgraph.model.release import CeremonyReport, Exhibition, Release

__all__ = ["describe_release"]


def describe_release(release: Release, identities: Identities) -> Iterator[str]:
    """Yield everything one release states as N-Quads lines."""
    document = identities.document(release.document)
    to = Writer(document.iri)
    home = identities.country(release.country)
    yield from describe_document(release.document, identities)
    for report in release.awards:
        yield from describe_award(report, identities)
    ceremony = None
    if release.ceremony:
        told = release.ceremony
        scheme = identities.scheme(told.scheme)
        ceremony = identities.ceremony(scheme, told.year, told.held and told.held[0])
        yield from _ceremony(told, scheme, ceremony, to, home, identities)
    for exhibition in release.exhibitions:
        yield from _exhibition(exhibition, ceremony or document, to, home, identities)
    agency = identities.agency(release.agency, home)
    if release.goals:
        yield from to.minted(agency, ext.ORGANIZATION)
    for goal in release.goals:
        own = identities.minted("goal", goal.name)
        yield from to.minted(own, awg.GOAL)
        yield to.link(agency.iri, awg.PURSUES_GOAL, own.iri)
        yield from _proved(own, goal.passage, to, identities)


def _ceremony(
    told: CeremonyReport, scheme: Entity, own: Entity, to: Writer, home: Entity | None, identities: Identities
) -> Iterator[str]:
    venue = Bilingual.of(told.venue) if told.venue else NOBODY
    yield from describe_ceremony(own, scheme, told.year, to, identities, held=told.held, venue=venue)
    yield from to.names(own.iri, told.name, ext.ALT_LABEL)
    yield from _proved(own, told.passage, to, identities)
    if told.organiser:
        organiser = identities.agency(told.organiser, home)
        yield from to.minted(organiser, ext.ORGANIZATION)
        yield to.link(own.iri, awg.ORGANISER, organiser.iri)
        yield from _forms(organiser, told.organiser, told.passage, identities)
    if told.agencies_at_least is not None and told.agencies_passage:
        yield to.say(own.iri, awg.AGENCIES_AT_LEAST, integer(told.agencies_at_least))
        yield from _proved(own, told.agencies_passage, to, identities)


def _exhibition(
    told: Exhibition, during: Entity, to: Writer, home: Entity | None, identities: Identities
) -> Iterator[str]:
    """Yield what a body showed at a ceremony, or as far as a release tells without one."""
    exhibitor = identities.agency(told.exhibitor, home)
    own = identities.entity("exhibition", f"{during.slug}-{exhibitor.slug}")
    yield from to.kind(own.iri, awg.EXHIBITION)
    yield from to.titles(own.iri, exhibition_name(exhibitor.names))
    yield from to.minted(exhibitor, ext.ORGANIZATION)
    yield to.link(own.iri, awg.EXHIBITOR, exhibitor.iri)
    if during.iri.endswith(f"/ceremony/{during.slug}"):
        yield to.link(own.iri, awg.DURING_CEREMONY, during.iri)
    yield from _proved(own, told.passage, to, identities)
    yield from _forms(exhibitor, told.exhibitor, told.passage, identities)
    for exhibit in told.exhibits:
        if project := identities.project(exhibit.project, exhibitor.slug):
            yield from to.minted(project, awg.PROJECT)
            yield to.link(project.iri, awg.EXHIBITED_AT, own.iri)
            yield from _proved(own, exhibit.passage, to, identities)
            yield from _forms(project, exhibit.project, exhibit.passage, identities)


def _forms(entity: Entity, printed: Bilingual, words: Passage, identities: Identities) -> Iterator[str]:
    source = identities.document(words.document).iri
    return describe_forms(entity, printed, words, identities.passage(words), source, identities)


def _proved(own: Entity, words: Passage, to: Writer, identities: Identities) -> Iterator[str]:
    passage = identities.passage(words)
    yield from describe_passage(words, passage.iri, identities.document(words.document).iri, identities)
    yield to.link(own.iri, awg.STATED_IN, passage.iri)
