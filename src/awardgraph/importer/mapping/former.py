"""What an award and all about it were called before people decided what its names stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.vocabulary import external as ext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.entities import Award
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.mapping.nquads import Writer
    from awardgraph.model.award import AwardReport, Part

__all__ = ["describe_former", "participation"]


def participation(part: Part, award: Award, identities: Identities) -> str:
    """Return the IRI of a person's part in an award."""
    person = identities.person(part.name)
    return identities.entity("participation", f"{award.slug}-{part.role}-{person.slug}").iri


def describe_former(report: AwardReport, award: Award, identities: Identities, to: Writer) -> Iterator[str]:
    """Yield where the IRIs of earlier builds lead: each one that a verdict changed, to what it became."""
    now = _iris(report, award, identities)
    for before in identities.earlier():
        then = _iris(report, before.award(report), before)
        yield from (
            to.link(old, ext.IS_REPLACED_BY, new)
            for old, new in zip(then, now, strict=True)
            if old and new and old != new
        )


def _iris(report: AwardReport, award: Award, identities: Identities) -> list[str]:
    entities = (
        award.scheme, award.edition, award.branch, award.category, award.offering, award.level,
        award.parent, award.project, award.place, award.ceremony, award.country, *award.recipients,
    )  # fmt: skip
    parts = [participation(part, award, identities) for part in report.parts] if award.conferred else []
    return [award.iri, *(entity.iri if entity else "" for entity in entities), *parts]
