"""The explorer in Chromium: for everybody, by keyboard alone, on any screen and on paper, and what is kept of it."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from pyoxigraph import RdfFormat, parse

from awardgraph.exporters.views.explorer.page import VIEWS
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.explorer.browsing import chosen, go, opened, settled
from tests.exporters.views.explorer.graphs import AWG, RDF, RDFS, STRANGE, depa_lines, hostile_lines, page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from playwright.sync_api import Page

    from tests.exporters.views.explorer.browsing import Open

    Keep = Callable[[Page, str], None]
    Barriers = Callable[[Page], list[str]]

SVG = "{http://www.w3.org/2000/svg}"

#: Targets of less than 24 px on either side. Links in a text and native choices are as large as their text.
SMALL = """() => [...document.querySelectorAll('button, select, input, #views a, #picture svg a')]
  .filter(each => each.checkVisibility())
  .map(each => [each, (each.querySelector('.target') ?? each).getBoundingClientRect()])
  .filter(([, { width, height }]) => Math.min(width, height) < 23.9)
  .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 120)}: ${width} x ${height}`)"""

#: Parts of the page that lie on each other, or leave it.
CLASHES = """() => {
  const parts = ['.masthead', 'search', '#views', '.heading', '.bar', '#picture', '#tables', '#details', '.legend', '#filters']
    .map(name => [name, document.querySelector(name)])
    .filter(([, part]) => part?.checkVisibility()).map(([name, part]) => [name, part.getBoundingClientRect()]);
  const clash = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const found = parts.flatMap(([one, a], at) => parts.slice(at + 1).filter(([, b]) => clash(a, b)).map(([other]) => `${one} on ${other}`));
  return [...found, ...parts.filter(([, box]) => box.right > innerWidth + 1).map(([name]) => `${name} runs off`)];
}"""


@pytest.fixture(scope="module")
def page_text() -> str:
    return page_of()


def downloaded(page: Page, form: str) -> bytes:
    """Press the button of a form and return the file that comes."""
    with page.expect_download() as found:
        page.get_by_role("button", name=form, exact=True).click()
    assert re.fullmatch(r"awardgraph-[a-z]+\.(svg|png|csv|jsonld)", found.value.suggested_filename)
    return found.value.path().read_bytes()


# ------------------------------------------------------------------ for everybody
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_nobody_is_shut_out(
    visit: Open, keep: Keep, barriers: Barriers, page_text: str, lang: str, dark: bool
) -> None:
    page = opened(visit(page_text, dark=dark))
    for view in VIEWS:
        for rest in (
            "",
            "&n=agency/depa",
            "&n=conferral/psea-2023-depa-1a2b3c4d&t=table",
            "&c=scheme/psea%20y2021",
        ):
            go(page, f"#v={view}&l={lang}{rest}")
            assert barriers(page) == [], (view, rest)
            assert page.evaluate(SMALL) == [], (view, rest)
        go(page, f"#v={view}&l={lang}&n=agency/depa")
        keep(page, f"explorer-{view}-{lang}-{'dark' if dark else 'light'}")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_help_and_search_shut_nobody_out(
    visit: Open, keep: Keep, barriers: Barriers, page_text: str, lang: str
) -> None:
    page = opened(visit(page_text), f"#l={lang}")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    assert barriers(page) == []
    keep(page, f"explorer-help-{lang}")
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()
    page.locator("#search").fill("ราง")
    page.wait_for_selector("#found [role=option]")
    assert barriers(page) == []
    assert page.evaluate(SMALL) == []


# ------------------------------------------------------------------ by keyboard alone
def test_a_quote_is_found_followed_and_kept_by_keyboard_alone(visit: Open, page_text: str) -> None:
    page = opened(visit(page_text), "#v=timeline")
    page.keyboard.press("/")
    page.keyboard.type("ดีป้า")
    page.wait_for_selector("#found [role=option][aria-selected=true]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details[data-id]:not([data-id=''])")
    settled(page)
    assert chosen(page) == "agency/depa"
    tab_to(page, "รางวัลเลิศรัฐ พ.ศ. 2564 สัมฤทธิผล")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details blockquote")
    settled(page)
    assert "โครงการที่เกาะลิบงเคยได้รางวัลเลิศรัฐ" in page.locator("#details blockquote").first.inner_text()
    tab_to(page, "โครงการส่งเสริม")
    page.keyboard.press("Enter")
    settled_on(page, "project/koh-libong")
    page.go_back()  # Alt + ← is a key of the browser itself
    settled_on(page, "conferral/psea-2021-depa-5e6f7a8b")
    page.evaluate("document.activeElement.blur()")
    tab_to(page, "SVG")
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    assert ElementTree.fromstring(found.value.path().read_text(encoding="utf-8")).tag == f"{SVG}svg"
    assert "awardgraph-agency.svg" in page.locator("#status").inner_text()


def tab_to(page: Page, words: str, most: int = 80) -> None:
    """Press Tab until what has the focus says some words; the focus is seen wherever it stands."""
    for _ in range(most):
        page.keyboard.press("Tab")
        said, seen = page.evaluate(
            """() => {
              const at = document.activeElement;
              const drawn = at.querySelector?.('.target, .dot') ?? at;
              const { outlineStyle, outlineWidth } = getComputedStyle(at);
              const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 || parseFloat(getComputedStyle(drawn).strokeWidth) >= 3;
              const own = at.matches('a, button') ? at.textContent + (at.getAttribute('aria-label') ?? '') : '';
              return [own, ring || at === document.body];
            }"""
        )
        assert seen, f"the focus cannot be seen on {said[:60]!r}"
        if words in said:
            return
    raise AssertionError(f"Tab does not come to {words!r}")


def settled_on(page: Page, key: str) -> None:
    """Wait until the details of an entity are shown."""
    number = page.evaluate("key => awardgraph.atlas.find(key)", key)
    page.wait_for_selector(f"#details[data-id='{number}']")
    settled(page)


@pytest.mark.parametrize("view", ["agency", "timeline"])
def test_the_picture_is_one_stop_and_arrows_walk_through_it(visit: Open, page_text: str, view: str) -> None:
    page = opened(visit(page_text), f"#v={view}&n=agency/depa&l=en")
    marks = page.locator("#picture svg a")
    assert marks.count() > 3
    assert page.locator("#picture svg a[tabindex='0']").count() == 1
    page.locator("#picture svg a[tabindex='0']").focus()
    walked = {page.evaluate("document.activeElement.querySelector('title').textContent")}
    for key in ("Home", "ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "End"):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.closest('#picture svg a') !== null")
        walked.add(page.evaluate("document.activeElement.querySelector('title').textContent"))
    assert len(walked) >= 3
    assert page.locator("#picture svg a[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    settled(page)
    page.keyboard.press("Escape")
    settled(page)


def test_escape_chooses_nothing_but_only_outside_help_and_search(visit: Open, page_text: str) -> None:
    page = opened(visit(page_text), "#n=agency/depa&v=timeline")
    page.locator("#help-open").click()
    page.keyboard.press("Escape")
    assert chosen(page) == "agency/depa"
    assert page.evaluate("document.activeElement.id") == "help-open"
    page.keyboard.press("/")
    page.keyboard.type("?")
    assert page.locator("#help").is_hidden()
    page.keyboard.press("Escape")
    assert page.locator("#search").input_value() == ""
    assert chosen(page) == "agency/depa"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    settled(page)
    assert chosen(page) == ""


# ------------------------------------------------------------------ on any screen and on paper
@pytest.mark.parametrize("size", [(390, 844), (320, 256), (768, 1024), (1280, 720)], ids=str)
@pytest.mark.parametrize("lang", ["th", "en"])
def test_nothing_runs_off_or_lies_on_another(
    visit: Open, keep: Keep, page_text: str, lang: str, size: tuple[int, int]
) -> None:
    page = opened(visit(page_text, width=size[0], height=size[1]))
    for view in VIEWS:
        for rest in ("", "&n=agency/depa", "&n=conferral/psea-2021-depa-5e6f7a8b"):
            go(page, f"#v={view}&l={lang}{rest}")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (view, rest)
            assert page.evaluate(CLASHES) == [], (view, rest)
        keep(page, f"explorer-{view}-{lang}-{size[0]}")


def test_a_small_screen_shows_details_before_the_list_and_no_picture(visit: Open, page_text: str) -> None:
    page = opened(visit(page_text, width=390, height=844), "#v=agency&n=agency/depa&l=en")
    assert page.locator("#picture svg").count() == 0
    order = ["search", "#details", "#tables table", "#filters"]
    tops = [page.locator(name).bounding_box()["y"] for name in order]  # type: ignore[index]
    assert tops == sorted(tops)


@pytest.mark.parametrize("view", ["agency", "timeline"])
def test_paper_is_white_and_gets_picture_table_and_sources(
    visit: Open, keep: Keep, page_text: str, view: str
) -> None:
    page = opened(
        visit(page_text, dark=True, width=1440), f"#v={view}&n=conferral/psea-2021-depa-5e6f7a8b&l=en"
    )
    page.set_viewport_size({"width": 673, "height": 1000})  # A4 less its margins
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for part in ("h1", "#tables table", "#details blockquote"):
        assert page.locator(part).first.is_visible()
    for part in ("#search", "#filters", "#keep", "#help-open"):
        assert page.locator(part).is_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the paper"
    assert page.evaluate(CLASHES) == []
    shown = page.evaluate(
        "getComputedStyle(document.querySelector('#details a[href^=http]'), '::after').content"
    )
    assert shown != "none"
    keep(page, f"explorer-print-{view}")
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_without_scripts_counts_and_schemes_are_there(visit: Open, keep: Keep, page_text: str) -> None:
    opening = visit(page_text, java_script_enabled=False)
    page = opening.page
    page.goto(opening.url)
    assert "รางวัล 4" in " ".join(page.locator("#legend").inner_text().split())
    assert "รางวัลเลิศรัฐ\t3" in page.locator("#tables").inner_text()
    assert page.locator("noscript").inner_text()
    for part in ("#search", "#views", "#keep", "#details", "#picture", "#help"):
        assert page.locator(part).is_hidden(), part
    keep(page, "explorer-no-script")


# ------------------------------------------------------------------ the same facts everywhere
FACTS = """() => {
  const of = place => [...new Set([...document.querySelectorAll(`${place} [data-id], ${place} [data-cell]`)].map(({ dataset }) => dataset.cell ?? dataset.id))];
  return [of('#picture'), of('#tables')];
}"""


@pytest.mark.parametrize("view", VIEWS)
def test_picture_and_table_hold_the_same_facts(visit: Open, page_text: str, view: str) -> None:
    page = opened(visit(page_text), f"#v={view}&n=agency/depa")
    picture, table = page.evaluate(FACTS)
    own = {str(page.evaluate("awardgraph.atlas.find('agency/depa')"))}
    # What a picture is about stands in it, and over the table.
    about = set(picture) - set(table) - own
    assert len(about) <= (1 if view == "ceremony" else 0)
    assert set(table) - own == set(picture) - own - about
    assert set(table) - own


# ------------------------------------------------------------------ what is kept
def test_a_picture_is_kept_with_its_colours(visit: Open, page_text: str) -> None:
    page = opened(visit(page_text), "#v=agency&n=agency/depa")
    root = ElementTree.fromstring(downloaded(page, "SVG").decode())
    assert root.tag == f"{SVG}svg"
    words = "".join(root.itertext())
    assert "สำนักงานส่งเสริม" in words
    fills = {each.get("fill") for each in root.iter()}
    assert {"rgb(138, 90, 0)", "rgb(11, 87, 164)", "rgb(26, 107, 60)", "rgb(255, 255, 255)"} <= fills
    assert not any((fill or "").startswith(("rgba", "var")) for fill in fills)
    assert "0.22" in {each.get("fill-opacity") for each in root.iter()}, "awards of a low level are pale"
    assert not [each for each in root.iter() if {"class", "href", "style", "onclick"} & set(each.attrib)]
    assert downloaded(page, "PNG").startswith(b"\x89PNG\r\n")


def test_hostile_pictures_are_well_formed(visit: Open) -> None:
    page = opened(visit(page_of(hostile_lines())), "#v=timeline&l=en")
    for hash_ in (
        "#v=timeline&l=en",
        "#v=agency&n=conferral/0",
        "#v=agency&n=agency/25",
        "#v=agency&n=scheme/4",
    ):
        go(page, hash_)
        ElementTree.fromstring(downloaded(page, "SVG").decode())
        assert downloaded(page, "PNG").startswith(b"\x89PNG")


def test_a_table_is_kept_for_spreadsheets(visit: Open, page_text: str) -> None:
    page = opened(visit(page_text), "#v=timeline&l=en")
    text = downloaded(page, "CSV").decode()
    assert text.startswith("\ufeff")
    assert text.count("\n") == text.count("\r\n")
    rows = list(csv.reader(io.StringIO(text[1:], newline="")))
    assert rows[0] == ["Award scheme", "Year", "Awards"]
    assert ["Public Sector Excellence Awards", "2021 (2564 BE)", "2"] in rows
    assert len(rows) == 1 + page.locator("#tables tbody tr").count()


def test_no_cell_that_is_kept_is_a_formula(visit: Open) -> None:
    formulas = (
        "=cmd|' /C calc'!A0",
        "+1+1",
        "-2",
        "@SUM(A1)",
        "\uff1d1+1",
        "\u200b=1+1",
        "\u2212 1",
        "-",
        '="a","b"',
    )
    lines = [f"<{DEFAULT_BASE}agency/a> <{RDF}type> <{AWG}PublicAgency> .\n"]
    for at, text in enumerate(formulas):
        lines += [
            f"<{DEFAULT_BASE}conferral/{at}> <{RDF}type> <{AWG}Conferral> .\n",
            f"<{DEFAULT_BASE}conferral/{at}> <{RDFS}label> {json.dumps(text, ensure_ascii=False)} .\n",
            f"<{DEFAULT_BASE}conferral/{at}> <{AWG}recipient> <{DEFAULT_BASE}agency/a> .\n",
        ]
    page = opened(visit(page_of(sorted(lines))), "#v=agency&n=agency/a")
    rows = list(csv.reader(io.StringIO(downloaded(page, "CSV").decode()[1:], newline="")))
    assert {row[1] for row in rows[1:]} == {f"'{text}" for text in formulas}


def triples(lines: Iterable[str]) -> set[str]:
    return {line.rsplit(" ", 2)[0] for line in lines}


@pytest.mark.parametrize(
    "key",
    ["agency/depa", "conferral/psea-2021-depa-5e6f7a8b", "person/wissanu-krea-ngam", "scheme/psea", "place/th-92", "source/depa-pmqa-2566"],
)  # fmt: skip
def test_linked_data_state_what_the_graph_states_and_in_the_same_graphs(
    visit: Open, page_text: str, key: str
) -> None:
    page = opened(visit(page_text), f"#v=agency&n={key}")
    quads = list(parse(downloaded(page, "JSON-LD"), RdfFormat.JSON_LD))
    known = set(depa_lines())
    for quad in quads:
        told = f"{quad.subject} {quad.predicate} {quad.object}"
        named = quad.predicate.value in (RDF + "type", RDFS + "label", "http://purl.org/dc/terms/title")
        assert told in triples(known) if named else f"{told} {quad.graph_name} .\n" in known, told
    said = {str(quad.predicate.value) for quad in quads}
    assert {"agency/depa": AWG + "recipient", "place/th-92": AWG + "locatedIn"}.get(key, RDF + "type") in said
    assert len(quads) >= 3


def test_hostile_linked_data_state_nothing_else(visit: Open) -> None:
    # What no reader of RDF takes is left out: halves of pairs, and brackets in an address.
    calm = [
        line
        for line in hostile_lines(addresses=tuple(iri for iri in STRANGE if "<" not in iri))
        if not re.search(r"\\u(D8|DC)", line)
    ]
    page = opened(visit(page_of(calm)), "#v=agency&n=conferral/0")
    stored = {
        f"{quad.subject} {quad.predicate} {quad.object}"
        for quad in parse("".join(calm).encode(), RdfFormat.N_QUADS)
    }
    for key in ("conferral/0", "agency/15", "agency/7", "source/3"):
        go(page, f"#v=agency&n={key}")
        told: set[Any] = {
            f"{quad.subject} {quad.predicate} {quad.object}"
            for quad in parse(downloaded(page, "JSON-LD"), RdfFormat.JSON_LD)
        }
        assert told
        assert told <= stored


# ------------------------------------------------------------------ a great many neighbours
@pytest.fixture(scope="module")
def hub_page() -> str:
    """Return the page of an agency that has won 100,000 awards."""
    agency = f"{DEFAULT_BASE}agency/hub"
    lines = [f"<{agency}> <{RDF}type> <{AWG}PublicAgency> .\n", f'<{agency}> <{RDFS}label> "Hub"@en .\n']
    for n in range(100_000):
        award = f"{DEFAULT_BASE}conferral/{n:06}"
        lines += [
            f"<{award}> <{RDF}type> <{AWG}Conferral> .\n",
            f"<{award}> <{AWG}recipient> <{agency}> .\n",
            f'<{award}> <{RDFS}label> "Award {n}"@en .\n',
        ]
    return page_of(sorted(lines), view="agency", lang="en")


def test_a_hundred_thousand_neighbours_are_counted_and_few_are_drawn(
    visit: Open, keep: Keep, hub_page: str
) -> None:
    page = opened(visit(hub_page), "#n=agency/hub")
    assert "100,000" in page.locator("#details").inner_text()
    assert 20 < page.locator("#picture svg a").count() <= 150
    assert page.locator("#details *").count() < 500
    for view in VIEWS:
        go(page, f"#v={view}&n=agency/hub")
        assert page.locator("#picture svg a").count() <= 150
        assert page.locator("#tables tr").count() <= 2_001
    keep(page, "explorer-hub")
    quads = list(parse(downloaded(page, "JSON-LD"), RdfFormat.JSON_LD))
    assert sum(quad.predicate.value == AWG + "recipient" for quad in quads) == 20_000
    assert "100,000" in page.locator("#status").inner_text()
