"""The register: who is who, kept by people in CSV files.

A name is known by exact folded match against names and aliases, inside its scope: an agency
inside its country, a branch, category or level inside its scheme. An abbreviation of an agency
belongs to its parent: สป. is the permanent secretary's office of whichever ministry is speaking,
and resolves without the ministry only where one body alone has it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError, nearest
from awardgraph.importer.identity.checking import check_decisions, check_entry
from awardgraph.importer.identity.decisions import COLUMNS as LEDGER
from awardgraph.importer.identity.decisions import Decisions, read_decisions
from awardgraph.importer.identity.sites import add_site
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.rows import read_rows
from awardgraph.model.abbreviations import expand
from awardgraph.model.dates import parse_span, parse_year
from awardgraph.model.iris import is_slug
from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.importer.sources.rows import Row
    from awardgraph.model.language import Bilingual

__all__ = ["Entry", "Register", "read_register"]

_NAMES: Final = ("id", "name_th", "name_en", "aliases", "abbreviations", "source", "notes")

#: File → its columns. A file may be missing.
FILES: Final[dict[str, tuple[str, ...]]] = {
    "places.csv": (*_NAMES, "type", "parent", "iso_code", "dopa_code", "same_as"),
    "agencies.csv": (
        *_NAMES, "type", "parent", "country", "valid_from", "valid_until", "predecessor", "successor",
        "same_as",
    ),
    "people.csv": _NAMES,
    "schemes.csv": (*_NAMES, "kind", "parent", "scale", "rank", "operated_by"),
    "projects.csv": (*_NAMES, "owner", "place", "same_as"),
    "ceremonies.csv": (
        "scheme", "year_ce", "held_on", "held_until", "venue_th", "venue_en", "presenters", "organiser",
        "source", "notes",
    ),
    "sites.csv": ("site", "publisher", "source", "notes"),
    "decisions.csv": LEDGER,
}  # fmt: skip

_KIND_OF_FILE: Final = {
    "places.csv": "place", "agencies.csv": "agency", "people.csv": "person", "projects.csv": "project",
}  # fmt: skip

#: Kinds whose Thai names are printed with generic abbreviations (รพ., จ.).
_SHORTENED: Final = frozenset({"agency", "place"})

#: What an entry of schemes.csv may be, or what its file makes it.
KINDS: Final = ("scheme", "branch", "category", "scale", "level", *_KIND_OF_FILE.values())


@dataclass(frozen=True, slots=True)
class Entry:
    """One body, person, place, scheme part or work, as the register has it."""

    kind: str
    id: str
    names: Bilingual
    row: Row

    def spellings(self) -> Iterator[str]:
        """Yield every name that is its own wherever its scope is known."""
        yield from self.names
        yield from self.row.several("aliases")
        if self.kind != "agency":
            yield from self.abbreviations()

    def abbreviations(self) -> list[str]:
        """Return the short names; an agency shares them with bodies of other parents."""
        return self.row.several("abbreviations")


@dataclass(frozen=True, slots=True)
class RegisteredCeremony:
    """A ceremony that the register knows, as one source gives it; days are ISO, Common Era."""

    row: Row
    first: str | None
    last: str | None


@dataclass(slots=True)
class Register:
    """All entries, by kind and id, and their indexes by folded name; whose site a page is; verdicts."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    ceremonies: dict[tuple[str, int], list[RegisteredCeremony]] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    digests: dict[str, str] = field(default_factory=dict)
    index: dict[tuple[str, str, str], str] = field(default_factory=dict)
    short: dict[tuple[str, str], list[Entry]] = field(default_factory=dict)
    sites: dict[str, str] = field(default_factory=dict)

    def find(self, kind: str, scope: str, name: str) -> Entry | None:
        """Return the entry of a kind that a name, or what it shortens, stands for in a scope.

        The scope is the id of a country or scheme; empty for what has none.
        """
        known = self.index.get((kind, scope, fold(name)))
        if not known and kind in _SHORTENED:
            known = self.index.get((kind, scope, fold(expand(name))))
        return self.entries[kind, known] if known else None

    def abbreviated(self, country: str, name: str) -> list[Entry]:
        """Return the agencies of a country that share an abbreviation, each under a parent of its own."""
        return self.short.get((country, fold(name)), [])

    def is_beneath(self, entry: Entry, other: Entry) -> bool:
        """Return whether one entry has another among its parents, and theirs."""
        parent = self.get(entry.kind, entry.row.get("parent"))
        return parent is not None and (parent.id == other.id or self.is_beneath(parent, other))

    def get(self, kind: str, identifier: str) -> Entry | None:
        """Return the entry with an id."""
        return self.entries.get((kind, identifier))

    def scheme_of(self, entry: Entry) -> str:
        """Return the id of the scheme that a branch, category, level or scale belongs to."""
        parent = entry.row.get("parent")
        above = self.get("branch", parent)
        return self.scheme_of(above) if above else parent

    def country_of(self, place: Entry) -> str:
        """Return the id of the country that a place lies in; empty for a country itself."""
        parent = self.get("place", place.row.get("parent"))
        return (self.country_of(parent) or parent.id) if parent else ""

    def scope(self, entry: Entry) -> str:
        """Return the id inside which the names of an entry are its own: a country, a scheme, or nothing."""
        if entry.kind == "agency":
            return entry.row.get("country")
        if entry.kind == "place":
            return self.country_of(entry)
        return self.scheme_of(entry) if entry.kind in ("branch", "category", "level", "scale") else ""

    def digest(self) -> str:
        """Return one SHA-256 over all files: it changes when any name may resolve otherwise."""
        listed = "".join(f"{name} {sha256}\n" for name, sha256 in sorted(self.digests.items()))
        return hashlib.sha256(listed.encode()).hexdigest()


def read_register(folder: Path) -> Register:
    """Return the register of a folder; an empty one where the folder is missing.

    Raises:
        SourceError: an id is malformed or stands twice, a name belongs to two entries in one
            scope, or a cell names an entry that does not exist; with file and line.
    """
    register = Register()
    for name, columns in FILES.items():
        path = folder / name
        if not path.exists():
            continue
        source = read_text(path, f"{folder.name}/{name}")
        register.digests[name] = source.sha256
        read = _READERS.get(name, _add_entries)
        read(register, name, read_rows(source, dict.fromkeys(columns, ())))
    for entry in register.entries.values():
        check_entry(register, entry)
    check_decisions(register)
    for entry in register.entries.values():
        _index(register, entry)
    for entry in register.entries.values():
        if entry.kind == "agency":
            _index_short(register, entry)
    return register


def _add_entries(register: Register, name: str, rows: Iterable[Row]) -> None:
    for row in rows:
        _add(register, _KIND_OF_FILE.get(name) or row.get("kind"), row)


def _add_ceremonies(register: Register, _: str, rows: Iterable[Row]) -> None:
    for row in rows:
        _add_ceremony(register, row)


def _add_sites(register: Register, _: str, rows: Iterable[Row]) -> None:
    for row in rows:
        add_site(register.sites, row, lambda body: register.get("agency", body) is not None)


def _add_decisions(register: Register, _: str, rows: Iterable[Row]) -> None:
    register.decisions = read_decisions(rows)


#: Files that hold something else than entries → what reads them.
_READERS: Final = {
    "ceremonies.csv": _add_ceremonies, "sites.csv": _add_sites, "decisions.csv": _add_decisions,
}  # fmt: skip


def _add(register: Register, kind: str, row: Row) -> None:
    identifier = row.get("id")
    if not is_slug(identifier):
        raise row.error(f"the id {identifier!r} is malformed.", "Use a–z, 0–9 and single hyphens.")
    if not (names := row.bilingual("name")):
        raise row.error(f"{identifier} has no name.", "Fill name_th or name_en.")
    if kind not in KINDS:
        raise row.error(f"{kind!r} is no kind; expected {', '.join(KINDS)}.", nearest(kind, KINDS))
    if other := register.get(kind, identifier):
        raise row.error(
            f"the id {identifier} stands in line {other.row.line} already.", "Give each entry its own id."
        )
    register.entries[kind, identifier] = Entry(kind, identifier, names, row)


def _add_ceremony(register: Register, row: Row) -> None:
    if not register.get("scheme", row.get("scheme")):
        raise row.error(f"there is no scheme {row.get('scheme')!r}.", "Name one of schemes.csv by its id.")
    if (organiser := row.get("organiser")) and not register.get("agency", organiser):
        raise row.error(f"organiser names {organiser!r}, which no agency has as its id.")
    span = "/".join(filter(None, (row.get("held_on"), row.get("held_until"))))
    with row.checked():
        year = parse_year(row.get("year_ce"), "CE")
        first, last = parse_span(span) if span else (None, None)
    register.ceremonies.setdefault((row.get("scheme"), year), []).append(RegisteredCeremony(row, first, last))


def _index(register: Register, entry: Entry) -> None:
    scope = register.scope(entry)
    for spelling in entry.spellings():
        other = register.index.setdefault((entry.kind, scope, fold(spelling)), entry.id)
        if other != entry.id:
            raise _taken(entry, spelling, register.entries[entry.kind, other])


def _index_short(register: Register, entry: Entry) -> None:
    """Index the abbreviations of an agency, once every name is known."""
    scope = register.scope(entry)
    for folded, spelling in {fold(short): short for short in entry.abbreviations()}.items():
        known = register.index.get((entry.kind, scope, folded), entry.id)
        if known != entry.id:
            raise _taken(entry, spelling, register.entries[entry.kind, known])
        beside = register.short.setdefault((scope, folded), [])
        for other in beside:
            if other.row.get("parent") == entry.row.get("parent"):
                raise _taken(entry, spelling, other)
        beside.append(entry)


def _taken(entry: Entry, spelling: str, other: Entry) -> SourceError:
    problem = f"{spelling!r} belongs to {other.id} (line {other.row.line}) already."
    return entry.row.error(problem, "Keep the name where it is certain.")
