"""Hostile texts, strange addresses and odd graphs in Chromium: everything is shown, nothing runs, nothing breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.exporters.views.explorer.page import VIEWS
from awardgraph.exporters.views.labels import plain
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.explorer.browsing import choose, chosen, go, opened, settled
from tests.exporters.views.explorer.graphs import (
    AWG,
    HOSTILE,
    RDF,
    STRANGE,
    depa_lines,
    hostile_lines,
    page_of,
)

if TYPE_CHECKING:
    from tests.exporters.views.explorer.browsing import Open

#: One of everything that a page tells of.
KINDS = ("agency", "person", "conferral", "ceremony", "edition", "source")


@pytest.fixture(scope="module")
def hostile_page() -> str:
    return page_of(hostile_lines())


def test_hostile_text_is_shown_as_text(visit: Open, hostile_page: str) -> None:
    page = opened(visit(hostile_page), "#v=agency&l=en")
    for at, text in enumerate(HOSTILE):
        shown = plain(text)
        for kind in KINDS:
            choose(page, f"{kind}/{at}")
            assert chosen(page) == f"{kind}/{at}"
            assert page.locator("#details h2").text_content() == (shown or f"No name given ({kind}/{at})")
            if kind != "source":
                assert page.locator("#details blockquote bdi").first.text_content() == shown
            assert page.locator("#picture svg a").count() <= 150
        assert page.locator("img, iframe, a[href^='javascript' i], a[href^='data' i]").count() == 0
        page.locator("#search").fill(shown[:80])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            "nothing runs off the side"
        )


@pytest.mark.parametrize(("view", "lang"), list(zip(VIEWS, "th en th en th en th".split(), strict=False)))
def test_every_view_shows_hostile_texts(visit: Open, hostile_page: str, view: str, lang: str) -> None:
    page = opened(visit(hostile_page), f"#v={view}&l={lang}")
    for hash_ in (
        f"#v={view}&l={lang}&n=scheme/0",
        f"#v={view}&l={lang}&n=agency/10&t=table",
        f"#v={view}&l={lang}&f=scheme/4",
    ):
        go(page, hash_)
        assert page.locator("h1").inner_text()
        assert len(page.locator("h1").inner_text()) < 300
        assert page.locator("#picture svg a").count() <= 150


def test_strange_addresses_have_a_permalink(visit: Open, hostile_page: str) -> None:
    page = opened(visit(hostile_page))
    numbers = page.evaluate("""async () => {
      const ids = Array.from({ length: awardgraph.atlas.count }, (_, id) => id);
      return Promise.all(ids.map(async id => [awardgraph.atlas.iriOf((await awardgraph.atlas.record(id)).key), id]));
    }""")
    for iri in STRANGE:
        page.evaluate("id => awardgraph.choose(id)", dict(numbers)[iri])
        settled(page)
        hash_ = page.evaluate("location.hash")
        go(page, "#n=agency/5")
        go(page, hash_)
        assert page.locator("#details .iri bdi").text_content() == iri
        links = page.locator("#details a:not([href^='#'])")
        assert set(links.evaluate_all("links => links.map(link => link.protocol)")) <= {"http:", "https:"}
        assert page.locator("#details h2").inner_text().startswith("strange")


#: Addresses that nobody would write, but somebody might paste.
BROKEN = (
    "#n=nonsense&c=~~&y=99", "#n=~99999999&f=~77777", "#y=9999-0000", "#y=2023-2021", "#v=constructor&l=__proto__",
    "#c=y2023", "#c=agency/nobody%20y2023", "#c=%20&n=%00", "#%E0%A4%A", "#n=%E0%A4%A&v=agency", "#=&&==&n",
    "#n=__proto__", "#t=table&n=agency/opdc&v=ceremony", "#f=source/depa-pmqa-2566&n=person/wissanu-krea-ngam",
    "#" + "n=x&" * 500,
)  # fmt: skip


def test_a_broken_address_shows_a_page(visit: Open) -> None:
    first = opened(visit(page_of()), BROKEN[0])
    assert first.locator("h1").inner_text()
    for hash_ in BROKEN:
        go(first, "#v=agency&n=agency/depa")
        go(first, hash_)
        assert first.locator("h1").inner_text()
        assert first.locator("#details").inner_text()
        assert chosen(first) != "agency/depa"


def test_years_in_either_order_are_a_range(visit: Open) -> None:
    page = opened(visit(page_of()), "#y=2023-2022&l=en")
    assert page.locator("#extent").inner_text().startswith("2 awards · 2022–2023")


def test_what_no_award_belongs_to_is_said(visit: Open) -> None:
    page = opened(visit(page_of()), "#y=1900-1901&l=en")
    assert "There is nothing to show here" in page.locator("#tables").inner_text()
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_selector("#tables table", state="attached")


def test_an_empty_graph_says_so(visit: Open) -> None:
    page = opened(visit(page_of([], lang="th")))
    assert "ยังไม่มีอะไรในกราฟ" in page.locator("main").inner_text()
    for view in VIEWS:
        go(page, f"#v={view}&l=en")
        assert "The graph holds nothing yet" in page.locator("main").inner_text()
    page.locator("#search").fill("ดีป้า")
    page.wait_for_timeout(100)
    for form in ("SVG", "PNG", "CSV", "JSON-LD"):
        page.get_by_role("button", name=form, exact=True).click()
        assert form in page.locator("#status").inner_text()


def test_one_entity_makes_a_page(visit: Open) -> None:
    for kind in ("PublicAgency", "Conferral", "SourceDocument"):
        page = opened(visit(page_of([f"<{DEFAULT_BASE}x/one> <{RDF}type> <{AWG}{kind}> .\n"], lang="en")))
        for view in VIEWS:
            go(page, f"#v={view}&n=x/one")
            assert "No name given (x/one)" in page.locator("#details").inner_text()


def test_a_graph_in_one_language_is_read_in_both(visit: Open) -> None:
    thai = [line for line in depa_lines() if "@en" not in line]
    page = opened(visit(page_of(thai)), "#l=en&n=agency/depa&v=agency")
    heading = page.locator("#details h2")
    assert heading.inner_text() == "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"
    assert heading.get_attribute("lang") == "th"
    assert "What has สำนักงานส่งเสริมเศรษฐกิจดิจิทัล won?" in page.locator("h1").inner_text()


def test_without_sources_the_details_say_that_none_is_given(visit: Open) -> None:
    triples = sorted({line.rsplit(" ", 2)[0] + " .\n" for line in depa_lines()})
    page = opened(visit(page_of(triples, lang="en")), "#n=agency/depa")
    assert "No source is given for this" in page.locator("#details").inner_text()


def test_without_workers_names_are_found_all_the_same(visit: Open) -> None:
    for broken in (
        "delete globalThis.Worker",
        "globalThis.Worker = class { constructor() { setTimeout(() => this.onerror(), 50); } postMessage() {} }",
    ):
        opening = visit(page_of())
        opening.page.add_init_script(broken)
        page = opened(opening)
        page.wait_for_timeout(200)
        page.locator("#search").fill("ดีป้า")
        page.wait_for_selector("#found [role=option]")
        assert "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล" in page.locator("#found").inner_text()


def test_the_whole_name_is_found_before_names_that_hold_it(visit: Open) -> None:
    page = opened(visit(page_of()))
    for typed in ("ดีป้า", "depa", "Digital Economy Promotion Agency"):
        page.locator("#search").fill(typed)
        page.wait_for_selector("#found [role=option]")
        page.wait_for_timeout(150)
        assert (
            page.locator("#found [role=option]").first.locator("bdi").inner_text()
            == "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"
        )
