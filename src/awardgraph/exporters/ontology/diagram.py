"""The core of the ontology as a picture: where each box stands and how each line runs, set by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

__all__ = ["BOXES", "HEIGHT", "LINES", "WIDTH", "Box", "Line"]

#: Size of the picture, in its own units; a unit is a CSS pixel where there is room.
WIDTH: Final = 1000
HEIGHT: Final = 824

#: Half of a box: from its middle to its sides.
_HALF: Final = (100, 24)

#: Columns: the scheme's structure, the award, the winner's side; between them two trunks.
_LEFT, _MIDDLE, _RIGHT = 102, 498, 898
_LEFT_TRUNK, _RIGHT_TRUNK = 372, 638

#: Rows on the left, where seven boxes stand, and on the right, where eight do.
_L: Final = tuple(36 + 118 * row for row in range(7))
_R: Final = tuple(36 + 107 * row for row in range(8))


class Box(NamedTuple):
    """A class: its local name, the middle of its box, and the kind whose colour it has."""

    name: str
    x: int
    y: int
    kind: str

    @property
    def corner(self) -> tuple[int, int]:
        """The upper left corner."""
        return self.x - _HALF[0], self.y - _HALF[1]

    @property
    def width(self) -> int:
        """From side to side."""
        return 2 * _HALF[0]

    @property
    def height(self) -> int:
        """From top to bottom."""
        return 2 * _HALF[1]


@dataclass(frozen=True, slots=True)
class Line:
    """A relation: its local name, the way of its line, and where its words stand.

    Attributes:
        path: an SVG path; the arrow is at its end.
        x: where the words begin, end or have their middle, as the anchor says.
        anchor: start, middle or end.
    """

    name: str
    path: str
    x: int
    y: int
    anchor: str = "middle"


BOXES: Final = (
    Box("AwardScheme", _LEFT, _L[0], "scheme"),
    Box("Edition", _LEFT, _L[1], "scheme"),
    Box("Offering", _LEFT, _L[2], "scheme"),
    Box("Category", _LEFT, _L[3], "scheme"),
    Box("Branch", _LEFT, _L[4], "scheme"),
    Box("Level", _LEFT, _L[5], "scheme"),
    Box("LevelScale", _LEFT, _L[6], "scheme"),
    Box("HonoraryConferral", _MIDDLE, 150, "award"),
    Box("Conferral", _MIDDLE, _L[2], "award"),
    Box("Application", _MIDDLE, 400, "award"),
    Box("PublicAgency", _RIGHT, _R[0], "agency"),
    Box("Project", _RIGHT, _R[1], "project"),
    Box("Exhibition", _RIGHT, _R[2], "ceremony"),
    Box("Place", _RIGHT, _R[3], "place"),
    Box("Passage", _RIGHT, _R[4], "source"),
    Box("SourceDocument", _RIGHT, _R[5], "source"),
    Box("Ceremony", _RIGHT, _R[6], "ceremony"),
    Box("CeremonyParticipation", _RIGHT, _R[7], "person"),
    Box("Person", _MIDDLE, _R[7], "person"),
)

_AT: Final = {box.name: box for box in BOXES}


def _branch(name: str, target: str) -> Line:
    """Return a line from a trunk to a box on either side, its words above it."""
    box = _AT[target]
    trunk, side = (_LEFT_TRUNK, 1) if box.x < _MIDDLE else (_RIGHT_TRUNK, -1)
    end = box.x + side * _HALF[0]
    return Line(name, f"M{trunk} {box.y}H{end + side * 2}", (trunk + end) // 2, box.y - 8)


def _step(name: str, source: str, target: str) -> Line:
    """Return a line up or down from a box to its neighbour, its words on the side where there is room."""
    one, other = _AT[source], _AT[target]
    side = 1 if other.y > one.y else -1
    start, end = one.y + side * _HALF[1], other.y - side * (_HALF[1] + 2)
    way, height = f"M{one.x} {start}V{end}", (start + end) // 2 + 5
    if one.x == _RIGHT:
        return Line(name, way, one.x - 10, height, "end")
    return Line(name, way, one.x + 10, height, "start")


_WINNER: Final = _AT["Conferral"]

LINES: Final = (
    # The trunks: what the award has on either side.
    Line("", f"M{_WINNER.x - _HALF[0]} {_WINNER.y}H{_LEFT_TRUNK}M{_LEFT_TRUNK} {_L[0]}V{_L[5]}", 0, 0),
    Line("", f"M{_WINNER.x + _HALF[0]} {_WINNER.y}H{_RIGHT_TRUNK}M{_RIGHT_TRUNK} {_R[0]}V{_R[6]}", 0, 0),
    _branch("underScheme", "AwardScheme"),
    _branch("inEdition", "Edition"),
    _branch("underOffering", "Offering"),
    _branch("forCategory", "Category"),
    _branch("inBranch", "Branch"),
    _branch("level", "Level"),
    _branch("recipient", "PublicAgency"),
    _branch("forProject", "Project"),
    _branch("place", "Place"),
    _branch("statedIn", "Passage"),
    _branch("atCeremony", "Ceremony"),
    _step("editionOf", "Edition", "AwardScheme"),
    _step("offers", "Edition", "Offering"),
    _step("offeringOf", "Offering", "Category"),
    _step("categoryOf", "Category", "Branch"),
    _step("inScale", "Level", "LevelScale"),
    _step("recognises", "HonoraryConferral", "Conferral"),
    _step("ledTo", "Application", "Conferral"),
    _step("owner", "Project", "PublicAgency"),
    _step("exhibitedAt", "Project", "Exhibition"),
    _step("passageOf", "Passage", "SourceDocument"),
    _step("duringCeremony", "CeremonyParticipation", "Ceremony"),
    Line(
        "participant",
        f"M{_RIGHT - _HALF[0]} {_R[7]}H{_MIDDLE + _HALF[0] + 2}",
        (_MIDDLE + _RIGHT) // 2,
        _R[7] - 8,
    ),
)
