"""Names of an entity: its labels, else its titles, else its other names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.explorer.lines import bracketed, tagged
from awardgraph.exporters.views.explorer.values import pair
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary import external as ext

if TYPE_CHECKING:
    from awardgraph.exporters.views.explorer.atlas import Atlas

__all__ = ["NAMED_BY", "name_entity"]

_ALIAS: Final = bracketed(ext.ALT_LABEL)

#: What names an entity, the most usual first.
NAMED_BY: Final = (bracketed(ext.LABEL), bracketed(ext.TITLE), _ALIAS)


def name_entity(atlas: Atlas, number: int, texts: list[tuple[bytes, bytes]], usual: bytes) -> None:
    """Name an entity by its labels, else by its titles, else by its other names."""
    if names := _both(texts):
        atlas.labels[number] = names
        if texts[0][0] != usual:
            atlas.reworded.add(number)
        return
    told: dict[bytes, list[tuple[str, str]]] = {}
    for predicate, term in texts:
        if term[:1] == b'"':
            tag, text = tagged(term)
            told.setdefault(predicate, []).append((tag, text))
            if not term.endswith(f'"@{tag}'.encode()):
                atlas.reworded.add(number)
    by = next((by for by in NAMED_BY if by in told and pair(told[by])), None)
    if by:
        name = pair(told[by])
        atlas.labels[number] = (name.th or "").encode(), (name.en or "").encode()
    if by != usual:
        atlas.reworded.add(number)
    others = [Bilingual(**{tag: text}) for tag, text in told.get(_ALIAS, ()) if text.strip()]
    if others:
        atlas.aliases[number] = tuple(others)


def _both(texts: list[tuple[bytes, bytes]]) -> tuple[bytes, bytes] | None:
    """Return the names of what has one in English and then one in Thai, as nearly all have; else nothing."""
    if len(texts) != 2:
        return None
    (by, english), (also_by, thai) = texts
    if by != also_by or by == _ALIAS or english[-4:] != b'"@en' or thai[-4:] != b'"@th':
        return None
    th, en = thai[1:-4], english[1:-4]
    return (th, en) if th.strip() and en.strip() and b"\\" not in th and b"\\" not in en else None
