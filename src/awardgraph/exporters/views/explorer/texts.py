"""Names and records of an atlas as pages of text, which are read when something of them is shown.

What resembles each other stands together on a page, since it is then deflated best: first all keys, then all
sources, then the few facts, then the quotes. What a neighbour is called is not said again: in the key of an
award a sign stands for the key of its winner, in its quotes for the names of its winner and of its project.
"""

from __future__ import annotations

import json
from array import array
from itertools import chain
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.pages.page import deflated
from awardgraph.exporters.views.labels import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgraph.exporters.views.explorer.atlas import Atlas, Literal, Passage, Written

__all__ = ["BITS", "MASK", "PAGE", "clean", "names", "records", "shown"]

#: Entities on a page of names or records.
PAGE: Final = 1024

#: Two numbers of entities and one of a set of sources fit into one that is sorted fast.
BITS: Final = 21
MASK: Final = (1 << BITS) - 1

#: Stands in the key of an award for the end of its first winner's key.
_WINNER: Final = b"\x01"

#: Relation → what stands in quotes for the Thai and the English name of the first entity to which it leads.
_NAMED: Final = {"forProject": ("\x01", "\x02"), "recipient": ("\x03", "\x04")}

#: Names of fewer bytes are hardly shorter when something stands for them.
_SHORT: Final = 6


def names(atlas: Atlas, order: Sequence[int], called: Sequence[tuple[bytes, bytes]]) -> Iterator[str]:
    """Yield pages of names: a line for each entity with its Thai name, its English one and the others.

    They are apart by tabs, other names among themselves by U+001F.
    """
    for begin in range(0, len(order), PAGE):
        lines = [*map(b"\t".join, called[begin : begin + PAGE])]
        for at, number in enumerate(order[begin : begin + PAGE]):
            if others := atlas.aliases.get(number):
                lines[at] += f"\t{chr(0x1F).join(clean(other.first) for other in others)}".encode()
        yield deflated(b"\n".join(lines))


def shown(names: Sequence[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    """Yield Thai and English names as the page shows them; the same object where it shows them so."""
    for begin in range(0, len(names), PAGE):
        some = names[begin : begin + PAGE]
        # Nearly all names are shown as they are, which is seen fastest of many at once.
        together = b"|".join(chain((b"",), *some, (b"",))).decode()
        if _is_clean(together) and "| " not in together and " |" not in together:
            yield from some
        else:
            yield from map(_shown, some)


def _shown(names: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    th, en = (clean(name.decode()).encode() for name in names)
    return names if (th, en) == names else (th, en)


def clean(text: str) -> str:
    """Return a text without the characters that could reorder or break a page, on one line."""
    # Nearly all texts are printable as they are; looking closer takes longer.
    return text if _is_clean(text) and text.strip() == text else plain(text)


def _is_clean(text: str) -> bool:
    return text.isprintable() and "  " not in text


def records(
    atlas: Atlas,
    order: Sequence[int],
    place: Sequence[int],
    keys: Sequence[bytes],
    links: Mapping[str, Sequence[int]],
    called: Sequence[tuple[bytes, bytes]],
) -> Iterator[str]:
    """Yield pages of records as JSON: keys, sources, what others state, facts, quotes; all in their order.

    Args:
        atlas: what has been read.
        order: place in the page → number in the atlas.
        place: the reverse.
        keys: by place.
        links: name of a relation → its links as numbers that hold from, to and set of sources, sorted.
        called: names, by place.

    Keys are one text, a line for each. The sources of an entity are those that state its first link: one
    number or several, -1 where nobody does. The others are by place on the page; a quote without a source is
    of the entity's first one.
    """
    sets = [
        [*(place[source] for source in listed), *([-more] if more else [])]
        for listed, more in atlas.source_sets
    ]
    usual, others = _said(links, len(order))
    around = {name: _first(links.get(name, ()), len(order)) for name in _NAMED}
    for begin in range(0, len(order), PAGE):
        sources: list[object] = []
        exceptions, facts, quotes = {}, {}, {}
        for at, number in enumerate(order[begin : begin + PAGE]):
            said = usual[begin + at]
            literals = atlas.literals.get(number)
            if said < 0:
                said = literals[0].sources if literals else 0
            own = sets[said]
            sources.append(own[0] if len(own) == 1 else own or -1)
            if begin + at in others:
                exceptions[at] = [(*link, sets[stated]) for *link, stated in others[begin + at]]
            if literals:
                facts[at] = [_fact(literal, place, sets, said) for literal in literals]
            if passages := atlas.passages.get(number):
                signs = [
                    (sign, name.decode())
                    for relation, pair in _NAMED.items()
                    if (end := around[relation][begin + at]) >= 0
                    for sign, name in zip(pair, called[end], strict=True)
                    if len(name) >= _SHORT
                ]
                quotes[at] = _quotes(passages, place, own, signs)
        ends = range(begin, begin + len(sources))
        page = b"\n".join([_short(keys, at, around["recipient"][at]) for at in ends]).decode()
        yield deflated(_json([page, sources, exceptions, facts, quotes]))


def _said(
    links: Mapping[str, Sequence[int]], entities: int
) -> tuple[Sequence[int], dict[int, list[tuple[int, int, int]]]]:
    """Return who states the first link of each entity, -1 without one, and links that others state."""
    usual = array("i", [-1]) * entities
    others: dict[int, list[tuple[int, int, int]]] = {}
    for relation, own in enumerate(links.values()):
        for link in own:
            begin, said = link >> 2 * BITS, link & MASK
            if usual[begin] < 0:
                usual[begin] = said
            elif usual[begin] != said:
                others.setdefault(begin, []).append((relation, link >> BITS & MASK, said))
    return usual, others


def _first(links: Sequence[int], entities: int) -> Sequence[int]:
    """Return for each entity the first one to which a relation leads it, -1 where it leads to none."""
    ends = array("i", [-1]) * entities
    for link in reversed(links):
        ends[link >> 2 * BITS] = link >> BITS & MASK
    return ends


def _short(keys: Sequence[bytes], at: int, winner: int) -> bytes:
    key = keys[at]
    end = keys[winner].rpartition(b"/")[2] if winner >= 0 else b""
    return key.replace(end, _WINNER, 1) if end else key


def _fact(literal: Literal, place: Sequence[int], sets: Sequence[list[int]], said: int) -> list[object]:
    fact: list[object] = [literal.name, _placed(literal.value, place)]
    return fact if literal.sources == said else [*fact, sets[literal.sources]]


def _placed(value: Written, place: Sequence[int]) -> object:
    if isinstance(value, int):
        return place[value]
    return plain(value) if isinstance(value, str) else [plain(text) for text in value]


def _quotes(
    passages: Sequence[Passage], place: Sequence[int], own: Sequence[int], signs: Sequence[tuple[str, str]]
) -> list[object]:
    """Return an entity's quotes in their order in each source: words alone, or with remark and source."""
    if len(passages) > 1:
        passages = sorted(set(passages), key=lambda told: (told.source, told.start, told.words, told.remark))
    made: list[object] = []
    for passage in passages:
        words, remark, source = clean(passage.words), clean(passage.remark), place[passage.source]
        for sign, name in signs:
            words = words.replace(name, sign)
        if own and source == own[0]:
            made.append([words, remark] if remark else words)
        else:
            made.append([words, remark, source])
    return made


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
