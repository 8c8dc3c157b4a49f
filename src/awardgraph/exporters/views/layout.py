"""Where the nodes of a picture stand: near what they are linked to, and no label on another.

Distances on the page follow distances in the graph (stress, lowered pair by pair as in Zheng,
Pawar and Goodman, 2019), the focus in the middle; then boxes of node and label are moved apart.
Nothing is drawn by lot, so the same picture always comes out the same.
"""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.labels import lines_of, width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.exporters.views.picture import Node, Picture

__all__ = ["Box", "box_of", "layout"]

#: Half the width and half the height of a node with its label, in pixels at full size.
Box = tuple[float, float]
Point = tuple[float, float]

_STEP: Final = 105.0
_ROUNDS: Final = 40
_UNLINKED: Final = 4
_LETTER, _LINE, _MARK, _GAP = 6.6, 16.0, 30.0, 6.0

#: Width and height that a picture has on a screen, and how far apart few nodes may stand in it.
_FRAME: Final = (640.0, 600.0)
_FAR: Final = 1.5

#: How much room boxes are given before they are moved apart, for each part that they fill.
_ROOM: Final = 1.15

#: Boxes may touch by so many pixels, which their gap swallows.
_TOUCH: Final = 0.5


def layout(picture: Picture) -> dict[str, tuple[int, int]]:
    """Return the place of every node, in whole pixels around the focus at (0, 0)."""
    order = [node.iri for node in picture.nodes]
    steps = _steps(order, [(edge.source, edge.target) for edge in picture.edges])
    places = _relaxed(order, steps, random.Random(7))  # noqa: S311
    boxes = [box_of(node) for node in picture.nodes]
    points = _apart(_framed(_lying(places), boxes), boxes)
    x0, y0 = points[0] if points else (0.0, 0.0)
    return {iri: (round(x - x0), round(y - y0)) for iri, (x, y) in zip(order, points, strict=True)}


def box_of(node: Node) -> Box:
    """Return half the width and half the height that a node takes with its label in either language."""
    labels = [text.split("\n") for text in lines_of(node)]
    letter = _LETTER if node.distance else _LETTER * 1.15
    wide = max(_MARK, *(width(line) * letter for lines in labels for line in lines))
    tall = max(map(len, labels))
    return wide / 2 + _GAP, (_MARK + tall * _LINE) / 2 + _GAP / 2


def _steps(order: Sequence[str], edges: Sequence[tuple[str, str]]) -> list[list[int]]:
    """Return the number of steps between all pairs; pieces that are not linked lie some apart."""
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(order)
    graph.add_edges_from(edges)
    lengths = dict(networkx.all_pairs_shortest_path_length(graph))
    return [[lengths[one].get(other, _UNLINKED) for other in order] for one in order]


def _relaxed(order: Sequence[str], steps: Sequence[Sequence[int]], chance: random.Random) -> list[Point]:
    n = len(order)
    points = [
        [_STEP * math.cos(i * 2.4) * math.sqrt(i), _STEP * math.sin(i * 2.4) * math.sqrt(i)] for i in range(n)
    ]
    pairs = [(i, j) for i in range(n) for j in range(i)]
    largest = max((far * far for row in steps for far in row), default=1) or 1
    for turn in range(_ROUNDS):
        rate = largest * math.exp(-turn * math.log(largest / 0.05) / _ROUNDS)
        chance.shuffle(pairs)
        for i, j in pairs:
            far = max(steps[i][j], 1)
            dx, dy = points[i][0] - points[j][0], points[i][1] - points[j][1]
            length = math.hypot(dx, dy) or 0.01
            pull = min(1.0, rate / (far * far)) * (length - far * _STEP) / (2 * length)
            points[i][0] -= dx * pull
            points[i][1] -= dy * pull
            points[j][0] += dx * pull
            points[j][1] += dy * pull
    return [(x, y) for x, y in points]


def _lying(points: Sequence[Point]) -> list[Point]:
    """Turn points so that they spread widest from left to right."""
    n = len(points) or 1
    cx, cy = sum(x for x, _ in points) / n, sum(y for _, y in points) / n
    xx = sum((x - cx) ** 2 for x, _ in points)
    yy = sum((y - cy) ** 2 for _, y in points)
    xy = sum((x - cx) * (y - cy) for x, y in points)
    angle = math.atan2(2 * xy, xx - yy) / 2
    cos, sin = math.cos(angle), math.sin(angle)
    return [((x - cx) * cos + (y - cy) * sin, (y - cy) * cos - (x - cx) * sin) for x, y in points]


def _framed(points: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """Fit points into the frame of the page, or a larger one of its shape where their boxes need it."""
    needed = _ROOM * sum(4 * wide * tall for wide, tall in boxes)
    grown = max(1.0, math.sqrt(needed / (_FRAME[0] * _FRAME[1])))
    sizes = [max(p[axis] for p in points) - min(p[axis] for p in points) for axis in (0, 1)]
    most = _FAR if grown == 1.0 else math.inf
    scale = [
        min(most, grown * room / size) if size else 1.0 for room, size in zip(_FRAME, sizes, strict=True)
    ]
    return [(x * scale[0], y * scale[1]) for x, y in points]


def _apart(points: Sequence[Point], boxes: Sequence[Box]) -> list[Point]:
    """Move boxes that lie on each other apart until none does; where that fails, spread everything."""
    moved = [list(point) for point in points]
    for turn in range(1, 1000):
        if not _pushed(moved, boxes):
            break
        if turn % 60 == 0:
            moved = [[x * 1.1, y * 1.1] for x, y in moved]
    return [(x, y) for x, y in moved]


def _pushed(points: list[list[float]], boxes: Sequence[Box]) -> bool:
    """Push each pair of overlapping boxes half the way apart; return whether there was one."""
    order = sorted(range(len(points)), key=lambda i: (points[i][0] - boxes[i][0], i))
    clash = False
    for place, i in enumerate(order):
        for j in order[place + 1 :]:
            if points[j][0] - boxes[j][0] >= points[i][0] + boxes[i][0]:
                break
            over_x = boxes[i][0] + boxes[j][0] - abs(points[j][0] - points[i][0])
            over_y = boxes[i][1] + boxes[j][1] - abs(points[j][1] - points[i][1])
            if over_x > _TOUCH and over_y > _TOUCH:
                clash = True
                # Sideways costs less: there is more room there.
                axis, over = (0, over_x) if over_x < over_y * 1.4 else (1, over_y)
                sign = 1 if points[j][axis] >= points[i][axis] else -1
                points[i][axis] -= sign * (over / 2 + _TOUCH / 4)
                points[j][axis] += sign * (over / 2 + _TOUCH / 4)
    return clash
