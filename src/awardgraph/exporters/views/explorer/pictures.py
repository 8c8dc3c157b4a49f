"""Whether a graph holds what a picture is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.picture import KINDS

if TYPE_CHECKING:
    from awardgraph.exporters.views.explorer.atlas import Atlas

__all__ = ["can_be_drawn"]

_CEREMONY: Final = KINDS.index("ceremony")


def can_be_drawn(picture: str, atlas: Atlas) -> bool:
    """Return whether a graph holds what a picture is about: an empty one needs no place on a page.

    A map is of provinces of Thailand; a lineage of works that won twice, or from a body of no single country.
    """
    if picture == "map":
        return any(code.startswith("TH-") for code in atlas.provinces)
    if picture == "ceremony":
        return _CEREMONY in atlas.kinds
    if picture == "lineage":
        awards, works, _ = atlas.links.get("forProject", ((), (), ()))
        return len(set(works)) < len(works) or not atlas.international.isdisjoint(awards)
    return True
