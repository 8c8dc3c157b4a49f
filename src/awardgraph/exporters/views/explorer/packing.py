"""An atlas → what a page carries: columns that are read at once, and pages of text that are read when needed.

Columns are split into planes, the lowest bytes of all numbers before their next ones, since bytes of one
rank resemble each other; everything is deflated and written in base64.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import zlib
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from awardgraph.exporters.views.explorer.atlas import NOT_DRAWN
from awardgraph.exporters.views.labels import plain
from awardgraph.exporters.views.picture import KINDS
from awardgraph.exporters.views.relations import RELATIONS, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.exporters.views.explorer.atlas import Atlas, Literal, Written

__all__ = ["PAGE", "Packed", "pack"]

_Item = TypeVar("_Item")

#: Entities on a page of names or records.
PAGE: Final = 1024

#: Years are kept in a byte, from this one on.
FIRST_YEAR: Final = 1850

#: Bits of the column of marks.
_MARKS: Final = ("application", "international", "disputed")

#: Its next bit: names that the graph does not hold just so are shown, but not given out as statements.
_REWORDED: Final = 1 << len(_MARKS)

#: The word of a class → its IRI. Documents are called so without one.
_CLASSES: Final = {word: iri for iri, (_, word) in TYPES.items() if word != "source"}

#: Two numbers of entities and one of a set of sources fit into one that is sorted fast.
_BITS: Final = 21
_MASK: Final = (1 << _BITS) - 1


#: What cannot be mistaken for a whole IRI, for an entity's number or for a year in an address.
_BELOW: Final = re.compile(r"(?!y\d{4}$|~|[A-Za-z][A-Za-z0-9+.-]*:).")


@dataclass(frozen=True, slots=True)
class Packed:
    """What a page carries of an atlas.

    Attributes:
        head: what the scripts read first, as JSON: numbers of each kind, and how the columns lie.
        columns: one text in base64.
        names: a text in base64 for each page.
        records: likewise.
        order: place in the page → number in the atlas.
    """

    head: dict[str, Any]
    columns: str
    names: tuple[str, ...]
    records: tuple[str, ...]
    order: Sequence[int]


def pack(atlas: Atlas, base: str = "") -> Packed:
    """Return an atlas as a page carries it; the same statements give the same texts.

    Args:
        atlas: what has been read.
        base: below it entities are minted; it is left out of their addresses in the page.

    Entities are in the order of their kinds; awards by their IRIs, so that those of one edition stand
    together, the others with the most links first, so that what is drawn lies on the first pages.
    """
    order = _order(atlas)
    place = array("l", [-1]) * len(atlas.iris)
    for at, number in enumerate(order):
        place[number] = at
    links = {name: _sorted(atlas, name, place) for name in (relation.name for relation in RELATIONS)}
    columns = _Columns()
    types = sorted({atlas.types[number] for number in order})
    word = {name: at for at, name in enumerate(types)}
    columns.add("type", (word[atlas.types[number]] for number in order))
    columns.add("year", (_year(atlas.years.get(number, 0)) for number in order))
    columns.add("strength", (atlas.strengths.get(number, 0) for number in order))
    columns.add("marks", (_marks(atlas, number) for number in order))
    keys = [_key(atlas.iris[number], base) for number in order]
    columns.add("key", (zlib.crc32(key.encode()) & 0xFFFF for key in keys))
    for name, own in links.items():
        if own:
            columns.add(f"{name} from", (link >> 2 * _BITS for link in own), rising=True)
            columns.add(f"{name} to", (link >> _BITS & _MASK for link in own))
    kinds = [atlas.kinds[number] for number in order]
    head = {
        "kinds": [
            [kind, kinds.index(at), kinds.index(at) + kinds.count(at)]
            for at, kind in enumerate(KINDS)
            if at in kinds
        ],
        "types": types,
        "marks": _MARKS,
        "relations": [relation.name for relation in RELATIONS if links[relation.name]],
        "predicates": {
            relation.name: relation.predicate
            for relation in RELATIONS
            if relation.predicate and links[relation.name]
        },
        "classes": {word: _CLASSES[word] for word in types if word in _CLASSES},
        "columns": columns.shapes,
        "page": PAGE,
        "first_year": FIRST_YEAR,
        "base": base,
        "provinces": {
            code: place[number] for code, number in sorted(atlas.provinces.items()) if place[number] >= 0
        },
    }
    records = _records(atlas, order, place, keys, list(links.values()))
    return Packed(
        head=head,
        columns=_deflated(b"".join(columns.planes)),
        names=tuple(_deflated("\n".join(part).encode()) for part in _parts(_names(atlas, order))),
        records=tuple(_deflated(_json(part)) for part in _parts(records)),
        order=order,
    )


def _key(iri: str, base: str) -> str:
    """Return an IRI as it stands in the page and its addresses: below the base, or else whole."""
    rest = iri.removeprefix(base)
    return rest if _BELOW.match(rest) else iri


def _order(atlas: Atlas) -> list[int]:
    degree = array("L", [0]) * len(atlas.iris)
    for froms, tos, _ in atlas.links.values():
        for ends in (froms, tos):
            for number in ends:
                degree[number] += 1
    award = KINDS.index("award")

    def rank(number: int) -> tuple[int, int, str]:
        kind = atlas.kinds[number]
        return kind, 0 if kind == award else -degree[number], atlas.iris[number]

    return sorted((number for number, kind in enumerate(atlas.kinds) if kind != NOT_DRAWN), key=rank)


def _sorted(atlas: Atlas, name: str, place: Sequence[int]) -> list[int]:
    """Return the links of a relation as numbers that hold from, to and set of sources, each link once."""
    made: list[int] = []
    before = -1
    columns = zip(*atlas.links.get(name, ((), (), ())), strict=True)
    for link in sorted(
        (place[f] << _BITS | place[t]) << _BITS | said for f, t, said in columns if place[t] >= 0
    ):
        if link >> _BITS != before:
            made.append(link)
        before = link >> _BITS
    return made


def _year(year: int) -> int:
    return year - FIRST_YEAR if FIRST_YEAR < year <= FIRST_YEAR + 0xFF else 0


def _marks(atlas: Atlas, number: int) -> int:
    given = (atlas.types[number] == "application", number in atlas.international, number in atlas.disputed)
    name = atlas.label(number)
    exact = number not in atlas.reworded and all(_clean(text) == text for text in (name.th, name.en) if text)
    return sum(1 << bit for bit, holds in enumerate(given) if holds) | (0 if exact else _REWORDED)


class _Columns:
    """Columns one behind the other, and how each lies: name, length, planes, whether differences are kept."""

    def __init__(self) -> None:
        self.shapes: list[tuple[str, int, int, bool]] = []
        self.planes: list[bytes] = []

    def add(self, name: str, values: Iterable[int], *, rising: bool = False) -> None:
        """Add a column; of a rising one, each number's distance from the one before."""
        column = array("I", values)
        if rising:
            column = array("I", (now - before for before, now in zip([0, *column], column, strict=False)))
        if sys.byteorder == "big":
            column.byteswap()
        planes = max(1, (max(column, default=0).bit_length() + 7) // 8)
        content = column.tobytes()
        self.shapes.append((name, len(column), planes, rising))
        self.planes += [content[plane :: column.itemsize] for plane in range(planes)]


def _names(atlas: Atlas, order: Iterable[int]) -> Iterator[str]:
    """Yield for each entity its Thai name, its English one and the others, apart by tabs."""
    for number in order:
        label = atlas.label(number)
        others = atlas.aliases.get(number)
        own = f"{_clean(label.th or '')}\t{_clean(label.en or '')}"
        yield f"{own}\t{chr(0x1F).join(_clean(other.first) for other in others)}" if others else own


def _clean(text: str) -> str:
    # Nearly all names are printable as they are; looking closer takes longer.
    return text if text.isprintable() and "  " not in text and text.strip() == text else plain(text)


def _records(
    atlas: Atlas,
    order: Sequence[int],
    place: Sequence[int],
    keys: Sequence[str],
    links: Sequence[Sequence[int]],
) -> Iterator[list[object]]:
    """Yield for each entity its key, who states most of it, what others state, facts and quotes."""
    sets = [
        [*(place[source] for source in listed), *([-more] if more else [])]
        for listed, more in atlas.source_sets
    ]
    usual: dict[int, int] = {}
    others: dict[int, list[list[object]]] = {}
    for relation, own in enumerate(own for own in links if own):
        for link in own:
            begin, said = link >> 2 * _BITS, link & _MASK
            if usual.setdefault(begin, said) != said:
                others.setdefault(begin, []).append([relation, link >> _BITS & _MASK, sets[said]])
    for at, number in enumerate(order):
        literals, passages = atlas.literals.get(number, ()), atlas.passages.get(number, ())
        said = usual.setdefault(at, literals[0].sources if literals else 0)
        facts = [_fact(literal, place, sets, said) for literal in literals]
        quotes = sorted({(p.source, p.start, p.words, p.remark) for p in passages})
        told = [[place[source], plain(words), plain(remark)] for source, _, words, remark in quotes]
        record: list[object] = [keys[at], sets[said], others.get(at, 0), facts or 0, told or 0]
        while not record[-1]:
            record.pop()
        yield record


def _fact(literal: Literal, place: Sequence[int], sets: Sequence[list[int]], said: int) -> list[object]:
    fact: list[object] = [literal.name, _placed(literal.value, place)]
    return fact if literal.sources == said else [*fact, sets[literal.sources]]


def _placed(value: Written, place: Sequence[int]) -> object:
    if isinstance(value, int):
        return place[value]
    return plain(value) if isinstance(value, str) else [plain(text) for text in value]


def _parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    part: list[_Item] = []
    for item in items:
        part.append(item)
        if len(part) == PAGE:
            yield part
            part = []
    if part:
        yield part


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _deflated(content: bytes) -> str:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(content) + packer.flush()).decode()
