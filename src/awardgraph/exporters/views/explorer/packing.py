"""An atlas → what a page carries: columns that are read at once, and pages of text that are read when needed.

Columns are split into planes, the lowest bytes of all numbers before their next ones, since bytes of one
rank resemble each other; everything is deflated and written in base64.
"""

from __future__ import annotations

import re
import sys
import zlib
from array import array
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from awardgraph.exporters.pages.page import deflated
from awardgraph.exporters.views.explorer.texts import BITS, MASK, PAGE, names, records, shown
from awardgraph.exporters.views.picture import KINDS
from awardgraph.exporters.views.relations import RELATIONS, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgraph.exporters.views.explorer.atlas import Atlas

__all__ = ["Packed", "pack"]

#: Years are kept in a byte, from this one on.
FIRST_YEAR: Final = 1850

#: Letters of a part of the columns, a multiple of four: a browser reads and unfolds one without a break.
_PART: Final = 1 << 19

#: Bits of the column of marks, the lowest first. One more, the next, has whose names the graph does not hold
#: just so: they are shown, but not given out as statements.
_MARKS: Final = ("application", "international", "disputed")

#: The word of a class → its IRI. Documents are called so without one.
_CLASSES: Final = {word: iri for iri, (_, word) in TYPES.items() if word != "source"}

#: What cannot be mistaken for a whole IRI, for an entity's number or for a year in an address.
_BELOW: Final = re.compile(rb"(?!y\d{4}$|~|[A-Za-z][A-Za-z0-9+.-]*:).")


@dataclass(frozen=True, slots=True)
class Packed:
    """What a page carries of an atlas.

    Attributes:
        head: what the scripts read first, as JSON: numbers of each kind, and how the columns lie.
        columns: one text in base64, in parts.
        names: a text in base64 for each page.
        records: likewise.
        order: place in the page → number in the atlas.
    """

    head: dict[str, Any]
    columns: tuple[str, ...]
    names: tuple[str, ...]
    records: tuple[str, ...]
    order: Sequence[int]

    @property
    def blocks(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the page carries beside its head, by name: in the order in which scripts ask for it."""
        return (("columns", self.columns), ("names", self.names), ("records", self.records))


def pack(atlas: Atlas, base: str = "") -> Packed:
    """Return an atlas as a page carries it; the same statements give the same texts.

    Args:
        atlas: what has been read.
        base: below it entities are minted; it is left out of their addresses in the page.

    Entities are in the order of their kinds; awards by their IRIs, so that those of one edition stand
    together, the others with the most links first, so that what is drawn lies on the first pages.
    """
    order = _order(atlas)
    place = array("i", [-1]) * len(atlas.iris)
    for at, number in enumerate(order):
        place[number] = at
    links = {relation.name: _sorted(atlas, relation.name, place) for relation in RELATIONS}
    links = {name: own for name, own in links.items() if own}
    types = sorted({atlas.types[number] for number in order})
    below = base.encode()
    keys = [_key(atlas.iris[number], below) for number in order]
    called = [*shown([atlas.labels[number] for number in order])]
    columns = _columns(atlas, order, types, (keys, called), links)
    content = deflated(b"".join(columns.planes))
    parts = tuple(content[begin : begin + _PART] for begin in range(0, len(content), _PART))
    head = {
        "kinds": _ranges([atlas.kinds[number] for number in order]),
        "types": types,
        "marks": _MARKS,
        "relations": list(links),
        "predicates": {
            relation.name: relation.predicate
            for relation in RELATIONS
            if relation.predicate and relation.name in links
        },
        "classes": {word: _CLASSES[word] for word in types if word in _CLASSES},
        "columns": columns.shapes,
        "parts": len(parts),
        "page": PAGE,
        "first_year": FIRST_YEAR,
        "base": base,
        "provinces": {
            code: place[number] for code, number in sorted(atlas.provinces.items()) if place[number] >= 0
        },
    }
    return Packed(
        head=head,
        columns=parts,
        names=tuple(names(atlas, order, called)),
        records=tuple(records(atlas, order, place, keys, links, called)),
        order=order,
    )


def _columns(
    atlas: Atlas,
    order: Sequence[int],
    types: Sequence[str],
    texts: tuple[Sequence[bytes], Sequence[tuple[bytes, bytes]]],
    links: Mapping[str, Sequence[int]],
) -> _Columns:
    keys, called = texts
    columns = _Columns()
    word = {name: at for at, name in enumerate(types)}
    columns.add("type", [word[atlas.types[number]] for number in order])
    columns.add("year", [_year(atlas.years.get(number, 0)) for number in order])
    columns.add("strength", [atlas.strengths.get(number, 0) for number in order])
    columns.add("marks", _marks(atlas, order, called))
    columns.add("key", [zlib.crc32(key) & 0xFFFF for key in keys])
    for name, own in links.items():
        columns.add(f"{name} from", [link >> 2 * BITS for link in own], rising=True)
        columns.add(f"{name} to", [link >> BITS & MASK for link in own])
    return columns


def _ranges(kinds: Sequence[int]) -> list[tuple[str, int, int]]:
    """Return each kind with the first place of its entities and the one behind the last."""
    return [
        (kind, kinds.index(at), kinds.index(at) + kinds.count(at))
        for at, kind in enumerate(KINDS)
        if at in kinds
    ]


def _key(iri: bytes, base: bytes) -> bytes:
    """Return an IRI as it stands in the page and its addresses: below the base, or else whole."""
    iri = iri[1:-1]
    rest = iri.removeprefix(base)
    return rest if _BELOW.match(rest) else iri


def _order(atlas: Atlas) -> list[int]:
    degree = array("I", bytes(4 * len(atlas.iris)))
    for froms, tos, _ in atlas.links.values():
        for ends in (froms, tos):
            for number in ends:
                degree[number] += 1
    made: list[int] = []
    for kind in range(len(KINDS)):
        own = [number for number, drawn in enumerate(atlas.kinds) if drawn == kind]
        own.sort(key=atlas.iris.__getitem__)
        if kind != KINDS.index("award"):
            own.sort(key=degree.__getitem__, reverse=True)
        made += own
    return made


def _sorted(atlas: Atlas, name: str, place: Sequence[int]) -> array[int]:
    """Return the links of a relation as numbers that hold from, to and set of sources, each link once."""
    columns = zip(*atlas.links.get(name, ((), (), ())), strict=True)
    links = [(place[f] << BITS | place[t]) << BITS | said for f, t, said in columns if place[t] >= 0]
    links.sort()
    pairs = zip(chain((-1,), links), links, strict=False)
    return array("Q", (link for before, link in pairs if before >> BITS != link >> BITS))


def _year(year: int) -> int:
    return year - FIRST_YEAR if FIRST_YEAR < year <= FIRST_YEAR + 0xFF else 0


def _marks(atlas: Atlas, order: Sequence[int], called: Sequence[tuple[bytes, bytes]]) -> list[int]:
    reworded = atlas.reworded | {
        number for number, own in zip(order, called, strict=True) if own is not atlas.labels[number]
    }
    applications = {number for number in order if atlas.types[number] == "application"}
    bits = [0] * len(atlas.iris)
    for bit, marked in enumerate((applications, atlas.international, atlas.disputed, reworded)):
        for number in marked:
            bits[number] |= 1 << bit
    return [bits[number] for number in order]


class _Columns:
    """Columns one behind the other, and how each lies: name, length, planes, whether differences are kept."""

    def __init__(self) -> None:
        self.shapes: list[tuple[str, int, int, bool]] = []
        self.planes: list[bytes] = []

    def add(self, name: str, values: list[int], *, rising: bool = False) -> None:
        """Add a column; of a rising one, each number's distance from the one before."""
        if rising:
            values = [now - before for before, now in zip([0, *values], values, strict=False)]
        column = array("I", values)
        if sys.byteorder == "big":
            column.byteswap()
        planes = max(1, (max(values, default=0).bit_length() + 7) // 8)
        content = column.tobytes()
        self.shapes.append((name, len(column), planes, rising))
        self.planes += [content[plane :: column.itemsize] for plane in range(planes)]
