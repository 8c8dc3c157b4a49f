"""Every name in a graph, read once: where find and reconciliation look things up."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from awardgraph.graph.questions import ask
from awardgraph.model.language import Bilingual, language_of
from awardgraph.vocabulary.namespaces import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.graph.store import Graph
    from awardgraph.model.likeness import NameIndex

__all__ = ["Catalogue", "Named"]

#: Kinds of which every entity has a long name made of others' names.
_AWARDS: Final = ("conferral", "application")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity and what it is called.

    Attributes:
        kind: one of :data:`awardgraph.vocabulary.namespaces.KINDS`; empty for something of another kind.
        names: its name in each language.
        spellings: all its names, abbreviations included.
    """

    iri: str
    kind: str
    names: Bilingual
    spellings: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """The names of a graph as it was when it was opened; each view of them is made when it is asked for."""

    graph: Graph
    _indexes: dict[str, NameIndex] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """Where the entities of the graph are minted."""
        return self.graph.manifest.base

    @cached_property
    def entities(self) -> dict[str, Named]:
        """All named entities but awards, by IRI."""
        return _named(ask(self.graph, "names"), self.base)

    @cached_property
    def awards(self) -> dict[str, Named]:
        """All awards and applications, by IRI."""
        return _named(ask(self.graph, "award-names"), self.base)

    @cached_property
    def properties(self) -> dict[str, dict[str, list[str]]]:
        """What tells entities of one name apart: IRI → property → IRIs, or years (Common Era)."""
        told: dict[str, dict[str, list[str]]] = {}
        for row in sorted(ask(self.graph, "properties"), key=lambda row: row["value"]):
            told.setdefault(row["entity"], {}).setdefault(row["property"], []).append(row["value"])
        return told

    def of_kind(self, kind: str = "") -> Iterable[Named]:
        """Return the entities of a kind, or all but awards where none is named."""
        if kind in _AWARDS:
            return [named for named in self.awards.values() if named.kind == kind]
        return [named for named in self.entities.values() if kind in ("", named.kind)]

    def index(self, kind: str = "") -> NameIndex:
        """Return the index of near names of one kind, by IRI; places tell others' names apart."""
        from awardgraph.model.likeness import NameIndex

        if kind not in self._indexes:
            places = [name for place in self.of_kind("place") for name in place.names]
            spellings = ((named.iri, name) for named in self.of_kind(kind) for name in named.spellings)
            self._indexes[kind] = NameIndex.of(spellings, places)
        return self._indexes[kind]


def _named(unsorted: Iterable[dict[str, str]], base: str) -> dict[str, Named]:
    """Return the entities that rows of names speak of, by IRI."""
    rows = sorted(unsorted, key=lambda row: (row["entity"], row["use"] != "label", row["name"]))
    spellings: dict[str, dict[str, None]] = {}
    labels: dict[str, dict[str, str]] = {}
    documents = {row["entity"] for row in rows if row.get("document") == "true"}
    for row in rows:
        spellings.setdefault(row["entity"], {})[row["name"]] = None
        if row["use"] == "label":
            labels.setdefault(row["entity"], {}).setdefault(_language(row), row["name"])
    return {
        iri: Named(
            iri,
            "source" if iri in documents else _kind(iri, base),
            Bilingual(**labels.get(iri, {})) or Bilingual.of(next(iter(names))),
            tuple(names),
        )
        for iri, names in spellings.items()
    }


def _language(row: dict[str, str]) -> str:
    # A language we have no column for is sorted by its letters.
    known = row.get("lang", "")
    return known if known in ("th", "en") else "th" if language_of(row["name"]) == "th" else "en"


def _kind(iri: str, base: str) -> str:
    kind = iri.removeprefix(base).partition("/")[0] if iri.startswith(base) else ""
    return kind if kind in KINDS else ""
