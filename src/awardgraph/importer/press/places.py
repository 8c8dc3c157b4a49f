"""The state of reading one place of a release: what it says, and the frame that is being filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.organisations import Body
    from awardgraph.importer.press.projects import Work
    from awardgraph.importer.press.structure import Node
    from awardgraph.importer.press.triage import Event

__all__ = ["Place", "Token", "Told", "inside", "tells"]

Token: TypeAlias = "Mention | Event | Body | Work"  # noqa: S105 (a token of a text, no secret)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text says, in order: its tokens, and the body and the scheme that it is about."""

    text: str
    tokens: tuple[Token, ...]
    about: Body | None
    scheme: Mention | None = None


@dataclass(slots=True)
class Place:
    """The state of reading one node.

    Attributes:
        told: the whole text.
        node: the part that is read.
        base: the frame that was handed down.
        frame: the one being filled.
        conferred: whether a verb that confers was read, here or above.
        held: whether what follows tells of no award until the next such verb.
        last: where what was taken last ends, in the clean text.
        defined: whether it is held because the text says what the award is.
        given: whether the verb is of those who hand over.
    """

    told: Told
    node: Node
    base: Frame
    frame: Frame
    conferred: bool
    held: bool = False
    last: int = 0
    defined: bool = False
    given: bool = False


def tells(place: Place) -> bool:
    """Say whether the frame being filled may be an award: conferred, and this place says something of it."""
    frame = place.frame
    if not place.conferred:
        return False
    return frame.told() or (place.node.kind == "item" and "recipient" in frame.own and bool(frame.slots))


def inside(told: Told, node: Node) -> Iterator[Token]:
    """Return the tokens of a node's own words."""
    return (token for token in told.tokens if node.start <= token.start < node.end)
