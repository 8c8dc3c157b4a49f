"""What waits for a person: unknown names, names near to known ones, awards that may be one, doubtful rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError
from awardgraph.graph.questions import ask
from awardgraph.importer.identity.proposing import Known, propose_awards
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.plan import waiting_rows
from awardgraph.importer.run import converter
from awardgraph.importer.settings import read_settings
from awardgraph.importer.united import decided_pairs, read_reported, unite_reported
from awardgraph.model.likeness import NameIndex
from awardgraph.model.lookalikes import flags, look_alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.graph.store import Graph
    from awardgraph.importer.identity.register import Register

__all__ = ["Item", "waiting"]

#: Kinds whose names are looked up in the register. Works are named once, mostly, and known by their owner.
_NAMED: Final = ("agency", "person", "place", "scheme", "branch", "category", "level")


#: Cells of a row that say which award it is about.
_TOLD: Final = ("scheme_th", "scheme_en", "year_ce", "country", "project_th", "project_en")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to decide.

    Attributes:
        kind: what is compared: agency, person and so on, or award; ``row`` for a row in waiting/.
        reason: why it waits: unknown, spelling, cut, recipient, …
        score: how alike the two are, 0 to 100; empty where there are no two.
        subject, object: their ids; the object of an unknown name is left to fill in.
        source: a document that names the subject.
    """

    kind: str
    reason: str
    score: str
    subject: str
    subject_name: str
    object: str = ""
    object_name: str = ""
    source: str = ""


def waiting(graph: Graph, data: Path) -> list[Item]:
    """Return everything that waits, what is most likely a mistake first.

    Args:
        graph: the graph that was built from the folder.
        data: the data folder, whose register and verdicts decide what is known.

    Raises:
        GraphError: the graph was built from another register; what waits would be out of date.
    """
    register, settings = read_register(data / "register"), read_settings(data)
    if any(source.converter != converter(settings, register) for source in graph.manifest.sources):
        raise GraphError(graph.location, "was built with another register or version. Build it again.")
    identities = Identities(register, settings.base)
    names = list(_names(graph, identities))
    near = [item for item in names if item.object]
    unknown = [item for item in names if not item.object]
    return [*_awards(graph, identities), *near, *unknown, *_rows(data)]


def _awards(graph: Graph, identities: Identities) -> Iterator[Item]:
    reported = read_reported(graph.location, graph.manifest.sources, identities.base)
    known = Known(
        names=_several((row["entity"], row["name"]) for row in ask(graph, "names")),
        above=_several((row["body"], row["above"]) for row in ask(graph, "bodies-above")),
        places=reported.places,
        registered={identities.entity(kind, slug).iri for kind, slug in identities.register.entries},
    )
    quotes = {row["passage"]: row["quote"] for row in ask(graph, "quotes")}
    # A passage that reports several awards cannot say which one is meant.
    told = {claim: passage for passage, (claim, *more) in sorted(reported.passages.items()) if not more}
    unions = unite_reported(reported, identities)
    for proposal in propose_awards(
        reported.claims.values(), unions, known, decided_pairs(reported, identities)
    ):
        one, other = told.get(proposal.one.iri), told.get(proposal.other.iri)
        if not (one and other):
            continue
        yield Item(
            "award", proposal.reason, str(proposal.score),
            one.rsplit("/", 1)[1], quotes[one], other.rsplit("/", 1)[1], quotes[other],
            source=min(proposal.one.documents),
        )  # fmt: skip


def _names(graph: Graph, identities: Identities) -> Iterator[Item]:
    base, register = identities.base, identities.register
    unknown: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    for row in ask(graph, "stated-names"):
        kind, _, slug = row["entity"].removeprefix(base).partition("/")
        if kind in _NAMED and not register.get(kind, slug):
            scope = row.get("above", "").rsplit("/", 1)[-1]
            unknown[kind, scope].append((slug, row["name"], row["source"]))
    different = {
        (d.kind, frozenset((d.subject, d.object)))
        for k in _NAMED
        for d in register.decisions.on(k, "different")
    }
    for (kind, scope), names in sorted(unknown.items()):
        index = _index(register, kind, scope, names)
        for slug, name, source in names:
            found = index.near(name, 3, besides=slug)
            # Of two unknown names, one line is enough to ask about.
            found = [n for n in found if register.get(kind, n.key) or n.key < slug]
            found = [n for n in found if (kind, frozenset((slug, n.key))) not in different]
            for near in found:
                reason = "lookalike" if flags(name) or look_alike(name, near.name) else near.reason
                yield Item(kind, reason, str(near.score), slug, name, near.key, near.name, source)
            if not found:
                yield Item(kind, "lookalike" if flags(name) else "unknown", "", slug, name, source=source)


def _index(register: Register, kind: str, scope: str, names: list[tuple[str, str, str]]) -> NameIndex:
    known = [
        (entry.id, spelling)
        for entry in register.entries.values()
        if entry.kind == kind and register.scope(entry) == scope
        for spelling in entry.spellings()
    ]
    places = [
        name for entry in register.entries.values() if entry.kind == "place" for name in entry.spellings()
    ]
    return NameIndex.of([*known, *((slug, name) for slug, name, _ in names)], apart=places)


def _rows(data: Path) -> Iterator[Item]:
    for row in waiting_rows(data):
        told = " · ".join(filter(None, map(row.get, _TOLD)))
        line = f"{row.where}:{row.line}"
        yield Item("row", "row", "", line, told, object_name=row.get("notes"), source=row.get("source_url"))


def _several(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return found
