"""A page that brings its Thai letters along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.exporters.views.explorer.page import explorer_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph import Graph
    from tests.exporters.conftest import Visit

#: Faces of the page and whether each has been read, after asking for both.
FACES = """async () => {
  await Promise.all(['400 16px "Noto Sans Thai"', '700 16px "Noto Sans Thai"'].map((font) => document.fonts.load(font, 'กำลังน้ำ')));
  return [...document.fonts].map((face) => [face.weight, face.status]);
}"""


def test_both_weights_are_read_from_the_page_itself(visit: Callable[..., Visit], shipped: Graph) -> None:
    page = visit(explorer_page(shipped.n_quads(), shipped.manifest.base, font=True)).go()
    assert page.evaluate(FACES) == [["400", "loaded"], ["700", "loaded"]]


def test_without_being_asked_a_page_brings_no_font(shipped: Graph) -> None:
    assert "woff2" not in explorer_page(shipped.n_quads(), shipped.manifest.base)
