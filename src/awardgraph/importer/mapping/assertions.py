"""The words that state single values of an award → assertions: one statement each, with its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.identity.minting import digest
from awardgraph.importer.mapping.evidence import describe_passage
from awardgraph.importer.mapping.nquads import Writer, decimal, plain
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.identity.entities import Award
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.award import AwardReport

__all__ = ["describe_assertions"]


def describe_assertions(report: AwardReport, award: Award, identities: Identities) -> Iterator[str]:
    """Yield an assertion for each value of an award that has words of its own.

    An assertion repeats one statement (rdf:subject, rdf:predicate, rdf:object) and leads to its passage;
    a value that the words only imply is marked as inferred.
    """
    to = Writer(award.source.iri)
    stated = _stated(award)
    for evidence in report.evidence:
        for predicate, target in stated.get(evidence.slot, ()):
            passage = identities.passage(evidence.passage)
            own = identities.entity("assertion", digest(award.slug, predicate, passage.iri, length=16)).iri
            yield from describe_passage(evidence.passage, passage.iri, award.source.iri, identities)
            yield from to.kind(own, awg.ASSERTION, ext.STATEMENT)
            yield to.link(own, ext.SUBJECT, award.iri)
            yield to.link(own, ext.PREDICATE, predicate)
            yield to.link(own, ext.OBJECT, target)
            yield to.say(own, awg.ASSERTION_STATUS, plain("inferred" if evidence.inferred else "asserted"))
            yield to.link(own, awg.STATED_IN, passage.iri)
            yield to.link(own, ext.SOURCE, award.source.iri)
            if evidence.confidence is not None:
                yield to.say(own, awg.CONFIDENCE, decimal(evidence.confidence))


def _stated(award: Award) -> Mapping[str, list[tuple[str, str]]]:
    """Return slot → the properties and objects that state it; a parent is no statement of the award."""
    links = {
        "scheme": (awg.UNDER_SCHEME, award.scheme),
        "branch": (awg.IN_BRANCH, award.branch),
        "category": (awg.FOR_CATEGORY, award.category),
        "level": (awg.AT_LEVEL, award.level),
        "year_be": (awg.IN_EDITION, award.edition),
        "project": (awg.FOR_PROJECT, award.project),
    }
    stated = {slot: [(predicate, entity.iri)] for slot, (predicate, entity) in links.items() if entity}
    return stated | {"recipient": [(awg.RECIPIENT, recipient.iri) for recipient in award.recipients]}
