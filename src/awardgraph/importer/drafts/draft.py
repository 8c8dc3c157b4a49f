"""A draft: what was read in one release, where in its text, and what a person says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from awardgraph.importer.press.findings import SLOTS

__all__ = [
    "AUTO",
    "AWARD",
    "CEREMONY",
    "EXHIBIT",
    "IN_GRAPH",
    "PERSON",
    "Cell",
    "Draft",
    "Finding",
    "Ignored",
    "Status",
]

Status: TypeAlias = Literal["proposed", "accepted", "corrected", "rejected", "added"]

#: What a person stands behind, and what therefore enters a graph.
IN_GRAPH: Final = frozenset({"accepted", "corrected", "added"})

#: Who decided where an award was sure enough to need nobody.
AUTO: Final = "auto"

#: The slots of each kind of finding, in the order in which a draft lists them.
AWARD: Final = SLOTS
PERSON: Final = ("name", "part", "post", "at")
CEREMONY: Final = ("scheme", "year_be", "name", "date", "venue", "organiser")
EXHIBIT: Final = ("agency", "project")


@dataclass(frozen=True, slots=True)
class Cell:
    """One value.

    Attributes:
        value: as it is to be taken; years in the Buddhist era, dates as ISO days.
        id: what the register calls it; empty where the register does not know it.
        how: how it was found; empty where a person wrote it.
        start, end: its words in the text of the release (half-open, code points); None where nobody said.
        quote: these words; empty where a draft does not repeat what the value is.
        line: of the draft, counted from 1; 0 before it is written.
    """

    value: str
    id: str = ""
    how: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """An award, a person, the ceremony or something exhibited.

    Attributes:
        key: names it as long as it is read as it was; a person's own findings need none.
        cells: its values by slot.
        words: the words that tell of it.
        by: who decided, and on which day; AUTO for what was sure enough.
        confidence: how often awards found in the same way were right, 0 to 1; None for other findings.
        awards: of a person, the keys of the awards in which the part was played.
    """

    status: Status
    cells: dict[str, Cell]
    words: Cell
    key: str = ""
    by: str = ""
    confidence: float | None = None
    awards: tuple[str, ...] = ()
    line: int = 0

    def value(self, slot: str) -> str:
        """Return the value of a slot; empty where it has none."""
        return self.cells[slot].value if slot in self.cells else ""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A word of awards that gave none, and why."""

    words: Cell
    reason: str


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that was read in one release.

    Attributes:
        id: names the release inside our namespace, where it has no address.
        file: of the release, relative to the draft; empty for one that came by standard input.
        sha256: of the bytes of that file.
        published: as printed; never the day of a ceremony.
        agency: whose release it is.
    """

    id: str
    file: str
    sha256: str
    title: str
    published: str = ""
    publisher: str = ""
    url: str = ""
    agency: str = ""
    country: str = ""
    awards: tuple[Finding, ...] = ()
    people: tuple[Finding, ...] = ()
    ceremony: Finding | None = None
    exhibits: tuple[Finding, ...] = ()
    ignored: tuple[Ignored, ...] = ()

    def findings(self) -> tuple[Finding, ...]:
        """Return everything that a person decides on, in the order of the draft."""
        return (*self.awards, *self.people, *((self.ceremony,) if self.ceremony else ()), *self.exhibits)
