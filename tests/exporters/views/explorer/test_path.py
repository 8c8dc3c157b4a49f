"""How two entities are connected: the shortest ways, through what joins few rather than everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.views.explorer.known import AWARDS, ENTITIES, OVERLAPS, after, explorer, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.views.explorer.known import Open

WAYS = "() => [...document.querySelectorAll('#picture .way')].map((way) => [...way.querySelectorAll('title')].map((title) => title.textContent.replace(/^[^:]*: /, '')))"

#: A scheme with 1,002 awards, of which Post and Rail have one each. A chain of five links joins Post with Road, too.
CROWD = [
    '<scheme/crowd> a awg:AwardScheme ; rdfs:label "Crowd"@en .',
    *(
        f'<agency/{name.lower()}> a awg:PublicAgency ; rdfs:label "{name}"@en . '
        f'<conferral/{name.lower()}> a awg:Conferral ; rdfs:label "Award of {name}"@en ; '
        f"awg:recipient <agency/{name.lower()}> ; awg:underScheme <scheme/crowd> ."
        for name in ("Post", "Rail", "Road")
    ),
    *(
        f"<conferral/x{n}> a awg:Conferral ; awg:underScheme <scheme/crowd> ; awg:recipient <agency/all> ."
        for n in range(1000)
    ),
    '<agency/one> a awg:PublicAgency ; rdfs:label "One"@en . <agency/two> a awg:PublicAgency ; rdfs:label "Two"@en .',
    '<agency/three> a awg:PublicAgency ; rdfs:label "Three"@en . <agency/four> a awg:PublicAgency ; rdfs:label "Four"@en .',
    "<agency/post> org:subOrganizationOf <agency/one> . <agency/one> org:subOrganizationOf <agency/two> .",
    "<agency/two> org:subOrganizationOf <agency/three> . <agency/four> org:subOrganizationOf <agency/three> .",
    "<agency/road> org:subOrganizationOf <agency/four> .",
]


@pytest.fixture(scope="module")
def html() -> str:
    return explorer(AWARDS)


@pytest.fixture(scope="module")
def crowded() -> str:
    return explorer(*CROWD)


def test_both_shortest_ways_are_shown(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=path&from=agency/revenue&to=agency/excise")
    assert sorted(page.evaluate(WAYS)) == [
        ["Revenue Department", "5", "Excise Department"],
        ["Revenue Department", "Ministry of Finance", "Excise Department"],
    ]
    assert page.locator("h1").inner_text() == "How are Revenue Department and Excise Department connected?"
    rows = page.locator("#tables tbody tr").all_text_contents()
    assert len(rows) == 4
    assert page.evaluate(ENTITIES, "#picture") == page.evaluate(ENTITIES, "#tables")


def test_steps_are_told_in_the_direction_in_which_they_are_read(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=path&from=agency/fisheries&to=agency/revenue&t=table")
    cells = [row.locator("td").all_inner_texts() for row in page.locator("#tables tbody tr").all()]
    assert cells == [
        ["1", "Department of Fisheries", "Has won", "6"],
        ["1", "6", "part of", "UNPSA"],
        ["1", "UNPSA", "Awards", "3"],
        ["1", "3", "awarded to", "Revenue Department"],
    ]


def test_what_joins_everything_is_passed_only_where_nothing_else_joins(visit: Open, crowded: str) -> None:
    visited = visit(crowded)
    page = opened(visited, "#v=path&from=agency/post&to=agency/road")
    assert page.evaluate(WAYS) == [["Post", "One", "Two", "Three", "Four", "Road"]]
    assert "more than 1,000 links" not in page.locator("#extent").inner_text()
    page = opened(visited, "#v=path&from=agency/rail&to=scheme/crowd")
    assert page.evaluate(WAYS) == [["Rail", "Award of Rail", "Crowd"]], "an end may have any number of links"
    after(page, lambda: page.evaluate("location.hash = '#v=path&from=agency/rail&to=agency/post'"))
    assert page.evaluate(WAYS) == [["Rail", "Award of Rail", "Crowd", "Award of Post", "Post"]]
    assert "more than 1,000 links" in page.locator("#extent").inner_text()


def test_of_many_ways_five_are_shown_and_the_rest_is_counted(visit: Open) -> None:
    joint = [
        f'<conferral/j{n}> a awg:Conferral ; rdfs:label "Joint {n}"@en ; awg:recipient <agency/revenue> , <agency/fisheries> .'
        for n in range(8)
    ]
    page = opened(visit(explorer(AWARDS, *joint)), "#v=path&from=agency/revenue&to=agency/fisheries")
    assert page.locator("#picture .way").count() == 5
    assert "other ways of the same length: 3" in page.locator("#extent").inner_text()


@pytest.mark.parametrize(
    ("goal", "words"),
    [("lonely", "No chain of links"), ("nobody", "One end of this path is not in the graph")],
)
def test_where_no_way_leads_the_page_says_so(visit: Open, html: str, goal: str, words: str) -> None:
    page = opened(visit(html), f"#v=path&from=agency/revenue&to=agency/{goal}")
    assert words in page.locator("#tables").inner_text()
    assert page.locator("#tables tbody tr").count() == 0


def test_the_other_end_is_found_by_searching_and_back_returns(visit: Open, html: str) -> None:
    page = opened(visit(html), "#n=agency/revenue")
    page.wait_for_selector("html[data-searchable=true]", state="attached")
    assert page.locator("[data-view=path]").is_hidden()
    page.get_by_role("button", name="Path to another entry").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("excise")
    page.wait_for_selector("#found [role=option]")
    after(page, lambda: page.keyboard.press("Enter"))
    assert "to=agency/excise" in page.url
    assert page.locator("[data-view=path]").get_attribute("aria-current") == "page"
    assert page.locator("#picture .way").count() == 2
    assert page.locator("#details h2").inner_text() == "Revenue Department"
    after(page, page.go_back)
    assert page.locator("[data-view=path]").is_hidden()


def test_escape_gives_the_question_up(visit: Open, html: str) -> None:
    page = opened(visit(html), "#n=agency/revenue")
    page.wait_for_selector("html[data-searchable=true]", state="attached")
    page.get_by_role("button", name="Path to another entry").click()
    assert page.locator(".asking").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".asking").count() == 0
    assert "n=agency/revenue" in page.url
    page.locator("#search").fill("excise")
    page.wait_for_selector("#found [role=option]")
    after(page, lambda: page.locator("#search").press("Enter"))
    assert "to=" not in page.url
    assert "n=agency/excise" in page.url


def test_a_mark_on_the_way_is_read_without_losing_the_way(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=path&from=agency/revenue&to=agency/excise")
    page.locator("#picture a[data-at='0 0']").focus()
    page.keyboard.press("ArrowRight")
    after(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("#details h2").inner_text() in ("5", "Ministry of Finance")
    assert page.locator("#picture .way").count() == 2


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [1440, 1000])
def test_no_label_lies_on_another(visit: Open, crowded: str, html: str, lang: str, width: int) -> None:
    for made, ends in (
        (html, "from=agency/fisheries&to=agency/excise"),
        (crowded, "from=agency/post&to=agency/road"),
    ):
        page = opened(visit(made, width=width, height=900), f"#v=path&{ends}&l={lang}")
        assert page.locator("#picture .way").count()
        assert page.evaluate(OVERLAPS) == []


def test_the_ways_have_no_barriers(visit: Open, html: str, barriers: Callable[[Page], list[str]]) -> None:
    page = opened(visit(html), "#v=path&from=agency/fisheries&to=agency/excise")
    assert barriers(page) == []
