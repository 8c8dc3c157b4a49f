"""What the tests of several pictures ask a page: the facts of its picture, those of its table, its labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, Store

from awardgraph.exporters.views.explorer.page import explorer_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import HEAD

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: What a place of the page leads to: entities, and awards that belong to several of them.
_LINKS = """(place) => [...document.querySelectorAll(`${place} [data-id], ${place} [data-cell]`)].map((link) =>
  link.dataset.id ?? link.dataset.cell)"""

#: Pairs of texts of the picture that lie on each other by more than a pixel.
_OVERLAPS = """() => {
  const texts = [...document.querySelectorAll('#picture text')].map((text) => [text.textContent, text.getBoundingClientRect()])
    .filter(([words, box]) => words && box.width && box.height);
  const made = [];
  texts.forEach(([one, a], at) => texts.slice(at + 1).forEach(([other, b]) => {
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3) made.push(`${one} | ${other}`);
  }));
  return made;
}"""

#: Texts of the picture that are not wholly in it.
_OUTSIDE = """() => {
  const frame = document.querySelector('#picture svg').getBoundingClientRect();
  return [...document.querySelectorAll('#picture text')].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
  }).map((text) => text.textContent);
}"""


def lines_of(text: str, format: RdfFormat = RdfFormat.TRIG) -> list[bytes]:
    """Return the statements of a text as a graph gives them: sorted N-Quads lines, of its sources alone."""
    store = Store()
    store.load(text.encode(), format=format, base_iri=DEFAULT_BASE)
    dumped = store.dump(format=RdfFormat.N_QUADS) or b""
    return sorted(line + b"\n" for line in dumped.split(b"\n") if line)


def page_of(*statements: str, view: Any = "overview", focus: str = "") -> str:
    """Return the page of a graph of a few statements in Turtle, all of one source."""
    text = HEAD + "<source/test> {\n" + "\n".join(statements) + "\n}\n"
    return explorer_page(
        lines_of(text), DEFAULT_BASE, view=view, focus=focus and DEFAULT_BASE + focus, lang="en"
    )


def ready(page: Page) -> Page:
    """Wait until what the address says is shown."""
    page.wait_for_selector("html[data-ready=true]", state="attached")
    page.wait_for_timeout(150)
    return page


def drawn(page: Page) -> set[str]:
    """Return what the marks of the picture lead to."""
    return set(page.evaluate(_LINKS, "#picture"))


def listed(page: Page) -> set[str]:
    """Return what the cells of the table lead to."""
    return set(page.evaluate(_LINKS, "#tables"))


def table(page: Page) -> list[list[str]]:
    """Return the rows of the table as texts."""
    rows: list[list[str]] = page.evaluate(
        "() => [...document.querySelectorAll('#tables tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return rows


def overlaps(page: Page) -> list[str]:
    """Return the pairs of labels that lie on each other."""
    found: list[str] = page.evaluate(_OVERLAPS)
    return found


def outside(page: Page) -> list[str]:
    """Return the labels that the picture cuts off."""
    found: list[str] = page.evaluate(_OUTSIDE)
    return found


def marks(page: Page) -> int:
    """Return how many marks of the picture have a label."""
    return page.locator("#picture a:has(text)").count()
