"""What the sources of a graph say together: each award under one IRI, by rule or by verdict."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from awardgraph.errors import nearest
from awardgraph.graph.generations import read_file, store_lines
from awardgraph.importer.identity.uniting import Unions, unite
from awardgraph.importer.mapping.united import Reported, united_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.graph.manifest import StoredSource
    from awardgraph.importer.identity.decisions import Decision
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.identity.uniting import Claim

__all__ = ["decided_pairs", "read_reported", "unite_reported", "unite_sources"]


def unite_sources(
    location: Path, sources: Iterable[StoredSource], identities: Identities, *, whole: bool
) -> list[StoredSource]:
    """Return the sources with what each says in the graph that they make together.

    Args:
        location: the graph's folder, which holds what each says alone.
        sources: all that the graph is made of.
        identities: whose register holds the verdicts.
        whole: whether these are all sources of the data folder, so that every verdict must apply.

    Raises:
        SourceError: a verdict is about something that no source names, or contradicts others.
        GraphError: the disk refuses.
    """
    listed = list(sources)
    reported = read_reported(location, listed, identities.base)
    if whole:
        _check(reported, identities)
    unions = unite_reported(reported, identities)
    touched = {iri for group in unions.groups for claim in group for iri in reported.files[claim.iri]}
    return [_united(location, source, unions, reported, changed=source.iri in touched) for source in listed]


def read_reported(location: Path, sources: Iterable[StoredSource], base: str) -> Reported:
    """Return what all sources of a graph say of awards, each alone."""
    reported = Reported(base)
    for source in sources:
        reported.read(source.iri, map(bytes.decode, read_file(location, source.alone)))
    return reported


def unite_reported(reported: Reported, identities: Identities) -> Unions:
    """Return which reports are one award, by rule and by the verdicts of the register.

    Raises:
        SourceError: a verdict says that two reports differ that others make one.
    """
    decisions = identities.register.decisions
    for decision in decisions.on("award", "same"):
        _check_same(decision, reported)
    same, different = (list(_pairs(decisions.on("award", v), reported)) for v in ("same", "different"))
    unions = unite(reported.claims.values(), reported.places, same, different)
    award = {claim.iri: group[0].iri for group in unions.groups for claim in group}
    for decision in decisions.on("award", "different"):
        for one, other in _pairs([decision], reported):
            if award.get(one.iri, one.iri) == award.get(other.iri, other.iri):
                problem = f"{decision.subject} and {decision.object} are one by way of other verdicts."
                raise decision.row.error(problem, "Take one of them back: undecided.")
    return unions


def _check_same(decision: Decision, reported: Reported) -> None:
    """Raise where two reports cannot be one award, whoever says so."""
    for end in (decision.subject, decision.object):
        if len(reported.passages.get(reported.passage(end), ())) > 1:
            problem = f"the passage {end} reports several awards; which is meant?"
            raise decision.row.error(problem, "Give each award words of its own.")
    for one, other in _pairs([decision], reported):
        if one.kind != other.kind:
            raise decision.row.error("an award and an application that did not win are two.")
        if one.edition and other.edition and one.edition != other.edition:
            raise decision.row.error("awards of two editions are two.")


def decided_pairs(reported: Reported, identities: Identities) -> set[frozenset[str]]:
    """Return the pairs of IRIs of claims that have a verdict."""
    decisions = (d for d in identities.register.decisions.all if d.kind == "award")
    return {frozenset((one.iri, other.iri)) for one, other in _pairs(decisions, reported)}


def _pairs(decisions: Iterable[Decision], reported: Reported) -> Iterator[tuple[Claim, Claim]]:
    for decision in decisions:
        sides = (
            reported.passages.get(reported.passage(end), set()) for end in (decision.subject, decision.object)
        )
        for one, other in product(*sides):
            if one != other:
                yield reported.claims[one], reported.claims[other]


def _check(reported: Reported, identities: Identities) -> None:
    """Raise where a verdict is about what is neither in the register nor named by a source."""
    for decision in identities.register.decisions.all:
        for end in (decision.subject, decision.object):
            if decision.kind == "award":
                known = reported.passage(end) in reported.passages
            else:
                iri = identities.entity(decision.kind, end).iri
                known = bool(identities.register.get(decision.kind, end)) or iri in reported.ids
            if not known:
                start = identities.entity(decision.kind, "").iri
                others = (iri.removeprefix(start) for iri in reported.ids if iri.startswith(start))
                problem = f"there is no {decision.kind} {end!r} in the register or in a source."
                remedy = nearest(end, others) or "Take the verdict back in a further line: undecided."
                raise decision.row.error(problem, remedy)


def _united(
    location: Path, source: StoredSource, unions: Unions, reported: Reported, *, changed: bool
) -> StoredSource:
    if not changed:
        return source if source.file == source.alone else replace(source, file=source.alone)
    alone = map(bytes.decode, read_file(location, source.alone))
    name, _ = store_lines(location, united_lines(alone, unions, reported))
    return replace(source, file=name)
