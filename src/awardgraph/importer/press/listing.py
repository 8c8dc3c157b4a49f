"""Tell what a paragraph has to do with the list above or below it: it announces one, or is part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.bodies import Body
from awardgraph.importer.press.filling import SLOT
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.places import inside
from awardgraph.importer.press.projects import Work
from awardgraph.importer.press.structure import Node
from awardgraph.importer.press.triage import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.places import Place, Token, Told

__all__ = ["says_nothing", "some_received", "told_as_one"]


def says_nothing(told: Told, node: Node) -> bool:
    """Say whether a short line tells of neither awards nor bodies, so that a list goes on behind it."""
    return not node.children and node.end - node.start < 100 and not any(inside(told, node))


#: How much may stand behind what was received for a paragraph to end with it, in letters.
_ENDS: Final = 12


def some_received(place: Place, tokens: Sequence[Token]) -> bool:
    """Say whether a paragraph tells that some received whom it does not name: they follow.

    They do not where the tokens that follow speak of works on their way.
    """
    told, node = place.told, place.node
    own = list(inside(told, node))
    events = [token for token in own if isinstance(token, Event)]
    return (
        bool(events)
        and len(told.text[own[-1].end : node.end].strip()) < _ENDS
        and "เคย" not in told.text[events[-1].start - _ENDS : events[-1].start]
        and events[-1].kind == "received"
        and events[-1].anybody
        and not place.held
        and "recipient" not in place.frame.slots
        and not any(isinstance(token, Mention) and token.kind == "on_the_way" for token in tokens)
    )


def told_as_one(told: Told, items: Sequence[Node]) -> Sequence[Node]:
    """Return items as they are, or as one where each tells another part of the same award: a card of it."""
    tokens = [token for item in items for token in inside(told, item)]
    parts = ["project" if isinstance(t, Work) else SLOT.get(getattr(t, "kind", ""), "") for t in tokens]
    named = [part for part in parts if part]
    if (
        len(items) < 2
        or not {"branch", "category", "level"} & set(named)
        or len(set(named)) < len(named)
        or any(item.children for item in items)
        or any(isinstance(token, Event | Body) for token in tokens)
        or not all(any(True for _ in inside(told, item)) for item in items)
    ):
        return items
    return [Node("item", items[0].start, items[-1].end)]
