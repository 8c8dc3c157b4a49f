"""The two sides of a comparison: a graph on disk or an RDF file, read as lines and asked by entity."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.graph.changes.change import Source, SourceState
from awardgraph.graph.changes.compare import changes_between, name_in
from awardgraph.graph.changes.entities import owners_of
from awardgraph.graph.changes.kinds import PARTS, kind_of, targets
from awardgraph.graph.changes.lines import bare, differing, parted, state_of
from awardgraph.graph.checking.files import SUFFIXES, read_rdf
from awardgraph.graph.store import Graph
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from awardgraph.graph.changes.change import Change
    from awardgraph.graph.changes.lines import State
    from awardgraph.graph.manifest import StoredSource

__all__ = ["Side", "compare", "opened"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two graphs compared.

    Attributes:
        base: namespace of the entities; empty where none is known.
        digest: equal digests mean equal statements; empty where none is known.
        named: it says which source states what.
        lines: yields all statements as sorted N-Quads lines.
        find: yields the lines about a subject, that lead to a target, or that a source states; by IRI.
        imported: IRI of a source → what is kept of its import.
    """

    base: str
    digest: str
    named: bool
    lines: Callable[[], Iterator[str]]
    find: Callable[[str | None, str | None, str | None], Iterator[str]]
    imported: Mapping[str, StoredSource] = field(default_factory=dict)


def opened(path: Path) -> Side:
    """Return a graph's folder or an RDF file, opened for comparing.

    Raises:
        GraphError: there is no graph, or it cannot be read.
        SourceError: the RDF file cannot be read, or holds a node without an IRI.
    """
    if path.is_dir() or path.suffix.casefold() not in SUFFIXES:
        graph = Graph.open(path)
        imported = {source.iri: source for source in graph.manifest.sources}
        manifest = graph.manifest
        return Side(manifest.base, manifest.digest, True, graph.lines, graph.find_lines, imported)
    lines = sorted(set(_lines_of(path)))
    named = any(not line.endswith(_UNNAMED) for line in lines)
    if named:
        # A statement that a source makes needs no further mention outside of all sources.
        said = {line[: line.rindex(" <")] for line in lines if not line.endswith(_UNNAMED)}
        lines = [line for line in lines if not line.endswith(_UNNAMED) or line[: -len(_UNNAMED)] not in said]
    return Side("", "", named, lambda: iter(lines), _Index(lines).find)


_UNNAMED: Final = " <> .\n"

_LEDGER: Final = "register/decisions.csv"


def _lines_of(path: Path) -> Iterator[str]:
    from pyoxigraph import DefaultGraph, NamedNode
    from pyoxigraph import Literal as LiteralTerm

    for quad in read_rdf(path, ""):
        for term in (quad.subject, quad.object):
            if not isinstance(term, (NamedNode, LiteralTerm)):
                problem = f"{term} has no IRI, and what has none cannot be found again in another file."
                raise SourceError(str(path), None, problem, "Give it an IRI.")
        graph = "<>" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
        yield f"{quad.triple} {graph} .\n"


class _Index:
    """Finds the lines of a file by subject, target and source."""

    def __init__(self, lines: list[str]) -> None:
        self._by: tuple[defaultdict[str, list[str]], ...] = tuple(defaultdict(list) for _ in range(3))
        for line in lines:
            subject, _, term, source = parted(line)
            for found, key in zip(self._by, (subject, term[1:-1], source), strict=True):
                found[key].append(line)

    def find(self, subject: str | None, target: str | None, source: str | None) -> Iterator[str]:
        """Yield the lines that have what is given."""
        for found, key in zip(self._by, (subject, target, source), strict=True):
            if key is not None:
                yield from found.get(key, ())


def compare(old: Side, new: Side) -> list[Change]:
    """Return what changed from one graph to another; nothing where they state the same.

    Speed: one pass over both, line by line; entities are asked for only where something differs.

    Raises:
        GraphError: the statements of a graph cannot be read.
    """
    if old.digest and old.digest == new.digest:
        return []
    if not (old.named and new.named):
        old, new = _unnamed(old), _unnamed(new)
    subjects = {line[1 : line.index(">")] for _, line in differing(old.lines(), new.lines())}
    if not subjects:
        return []
    states = _read(old, new, subjects)
    return changes_between(*states, lambda iri: _source(iri, old, new, *states), _ledger(old, new))


def _ledger(old: Side, new: Side) -> frozenset[str]:
    """Return the IRI of the ledger of verdicts where its bytes are others in the two graphs."""
    read = [
        {(iri, kept.sha256) for iri, kept in side.imported.items() if kept.path == _LEDGER}
        for side in (old, new)
    ]
    return frozenset(iri for iri, _ in read[0] ^ read[1])


def _unnamed(side: Side) -> Side:
    """Return a side without its sources, since the other has none to compare them with."""

    def find(subject: str | None, target: str | None, source: str | None) -> Iterator[str]:
        return bare(sorted(side.find(subject, target, source)))

    return replace(side, named=False, lines=lambda: bare(side.lines()), find=find)


def _read(old: Side, new: Side, touched: set[str]) -> tuple[State, State]:
    """Return what both sides say of what differs, of what that belongs to, and of what both mention."""
    states: tuple[State, State] = {}, {}

    def load(wanted: Iterable[str]) -> None:
        missing = [iri for iri in wanted if iri not in known]
        known.update(missing)
        for side, state in zip((old, new), states, strict=True):
            state.update(state_of(line for iri in missing for line in side.find(iri, None, None)))

    known: set[str] = set()
    load(touched)
    parts = {iri for iri in touched if kind_of(*(state.get(iri, {}) for state in states)) in PARTS}
    above = {parted(line)[0] for side in (old, new) for iri in parts for line in side.find(None, iri, None)}
    load(above | set(owners_of(parts, *states).values()))
    load({target for state in states for facts in state.values() for target in targets(facts)})
    load(
        {target for state in states for facts in state.values() for target in targets(facts, awg.PASSAGE_OF)}
    )
    return states


def _source(iri: str, old: Side, new: Side, before: State, now: State) -> Source:
    """Return what is known of a source: its title, its file, and whether it came, went or changed."""
    there = [next(side.find(None, None, iri), None) is not None for side in (old, new)]
    was, is_ = old.imported.get(iri), new.imported.get(iri)
    state: SourceState = ""
    if there[0] != there[1]:
        state = "added" if there[1] else "withdrawn"
    elif (was and is_ and was.sha256 != is_.sha256) or _digests(iri, before) != _digests(iri, now):
        state = "changed"
    elif was and is_ and was.converter != is_.converter:
        state = "reread"
    file = (is_ or was).path if is_ or was else ""  # type: ignore[union-attr]
    return Source(iri, name_in(iri, now, before), state, file)


def _digests(iri: str, state: State) -> set[str]:
    return {term for predicate, term in state.get(iri, {}) if predicate == awg.SHA256}
