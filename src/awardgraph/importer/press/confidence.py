"""Say how sure an award is: how often the reader was right about awards that were found in the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgraph.importer.press.mentions import Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.merging import Claim

__all__ = ["confidence", "way"]


def way(claim: Claim) -> str:
    """Return how an award was found: its scheme known or new, its place, and how its recipient is tied to it.

    >>> from awardgraph.importer.press.frames import Frame
    >>> place(Frame(kind="item", loose=True))
    'item, recipient far'
    """
    named = claim.frame.slots.get("scheme")
    new = isinstance(named, Mention) and named.how == "pattern" and named.value == claim.scheme
    return f"{'new' if new else 'known'} scheme, {place(claim.frame)}"


def place(frame: Frame) -> str:
    """Return where a frame stands and whether its recipient stands beside the verb, in its list, or far."""
    where = "item" if frame.kind == "item" else "title" if frame.kind == "title" else "prose"
    tied = "far" if frame.loose else "own" if "recipient" in frame.own else "handed down"
    return f"{where}, recipient {tied}"


def confidence(claim: Claim, counts: Mapping[str, Any]) -> float:
    """Return the share of right awards among those found in the same way, by Laplace's rule of succession.

    A way that was never counted gives one half.
    """
    found = way(claim)
    row = next((row for row in counts["counts"] if row["way"] == found), None)
    return (int(row["right"]) + 1) / (int(row["of"]) + 2) if row else 0.5
