"""The page of the ontology in Chromium: it fetches nothing, changes its language whole, and shuts nobody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.exporters.ontology.page import ontology_page
from awardgraph.resources import ontology_root

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.conftest import Visit

    Open = Callable[..., Visit]
    Keep = Callable[[Page, str], None]

#: Words of the picture that do not fit: off the picture, wider than their box, or on one another.
MISFITS = """() => {
  const texts = [...document.querySelectorAll('.picture text')].map((text) => [text.textContent, text.getBoundingClientRect(), text]);
  const frame = document.querySelector('.picture svg').getBoundingClientRect();
  const found = [];
  for (const [words, at, text] of texts) {
    if (at.left < frame.left || at.right > frame.right) found.push(`off the picture: ${words}`);
    const box = text.parentElement.querySelector('rect')?.getBoundingClientRect();
    if (box && (at.left < box.left + 4 || at.right > box.right - 4)) found.push(`wider than its box: ${words}`);
  }
  for (const [one, a] of texts) for (const [other, b] of texts) {
    if (one < other && a.left < b.right && b.left < a.right && a.top < b.bottom - 2 && b.top < a.bottom - 2) found.push(`${one} on ${other}`);
  }
  return found;
}"""

#: Letters of the other language that can be seen, but for names given twice on purpose and for code.
OTHER_LANGUAGE = """(pattern) => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const node = walk.currentNode, place = node.parentElement;
    if (place.closest('.other, code, [translate=no], script, style, .switch, .brand') || !place.checkVisibility()) continue;
    if (new RegExp(pattern).test(node.textContent)) found.push(node.textContent.trim());
  }
  return found;
}"""


@pytest.fixture(scope="module")
def html() -> str:
    return ontology_page(ontology_root(), lang="th")


@pytest.mark.parametrize(
    ("lang", "dark", "size"),
    [
        ("th", False, (1440, 900)),
        ("th", True, (1440, 900)),
        ("en", False, (1440, 900)),
        ("en", True, (1440, 900)),
        ("th", True, (390, 844)),
        ("en", False, (390, 844)),
    ],
    ids=lambda value: (
        {False: "light", True: "dark"}.get(value, value) if isinstance(value, bool) else str(value)
    ),
)
def test_the_page_is_drawn_for_everybody(
    visit: Open,
    keep: Keep,
    barriers: Callable[[Page], list[str]],
    html: str,
    lang: str,
    dark: bool,
    size: tuple[int, int],
) -> None:
    page = visit(html, width=size[0], height=size[1], dark=dark).go(f"#l={lang}")
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"
    assert page.evaluate(MISFITS) == []
    keep(page, f"ontology-{lang}-{'dark' if dark else 'light'}-{size[0]}")
    assert barriers(page) == []


def test_a_barrier_would_be_found(visit: Open, barriers: Callable[[Page], list[str]]) -> None:
    page = visit('<!doctype html><html lang="en" class="scripted"><title>A form</title><input></html>').go()
    assert any(barrier.startswith("label: input") for barrier in barriers(page))


def test_the_whole_page_changes_its_language(visit: Open, html: str) -> None:
    page = visit(html).go("#Conferral")
    assert page.evaluate(OTHER_LANGUAGE, "[A-Za-z]{4,} [a-z]{3,} [a-z]{3,}") == []
    page.evaluate("window.same = true")
    before = page.locator("#Conferral").bounding_box()
    # Playwright would scroll to what is to be clicked, although it is in sight.
    page.get_by_role("button", name="English").evaluate("button => button.click()")
    page.wait_for_timeout(100)
    assert page.evaluate("window.same && document.documentElement.lang") == "en"
    assert page.evaluate(OTHER_LANGUAGE, "[\\u0e00-\\u0e7f]") == []
    assert page.title() == "awardgraph: an ontology of public-sector awards"
    after = page.locator("#Conferral").bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3, "what is being read stays where it is"
    assert page.url.endswith("#Conferral&l=en")
    assert page.get_by_role("navigation", name="Contents").count() == 1


def test_an_address_leads_to_a_term_in_a_language(visit: Open, html: str) -> None:
    page = visit(html).go("#recipient&l=en")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert 0 <= page.evaluate("document.getElementById('recipient').getBoundingClientRect().top") < 200
    page.locator("article:has(#recipient) dd a", has_text="Conferral").first.click()
    page.wait_for_timeout(100)
    assert page.url.endswith("#Conferral&l=en"), "the language stays in the address"
    page.go_back()
    assert page.url.endswith("#recipient&l=en")
    assert page.evaluate("document.documentElement.lang") == "en"


def test_everything_is_reached_with_the_keyboard(visit: Open, html: str) -> None:
    page = visit(html).go()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "terms"
    page.locator(".picture a[href='#Conferral']").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#Conferral")
    opened = page.locator("article:has(#Conferral) details summary").first
    opened.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def test_the_contents_follow_the_reader(visit: Open, html: str) -> None:
    page = visit(html).go()
    page.evaluate("document.getElementById('passageOf').scrollIntoView()")
    page.wait_for_timeout(200)
    marked = page.locator(".contents [aria-current]")
    assert marked.get_attribute("href") == "#passageOf"
    box = marked.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 900


def test_without_scripts_the_page_is_whole(visit: Open, html: str) -> None:
    opened = visit(html, java_script_enabled=False)
    page = opened.page
    page.goto(opened.url + "#Conferral")
    assert page.locator("#Conferral").is_visible()
    assert page.locator(".switch").is_hidden()
    assert page.locator("h1 .in-th").is_visible()
    assert page.locator("h1 .in-en").is_hidden()


def test_the_page_prints(visit: Open, html: str) -> None:
    page = visit(html).go()
    page.emulate_media(media="print")
    assert page.locator(".contents").is_hidden()
    assert page.locator("#Conferral").is_visible()
    assert page.locator(".picture svg").is_visible()
