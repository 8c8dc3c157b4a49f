"""Who wins what: exact numbers in a table that sorts, with sides that the address keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.exporters.views.explorer.known import AWARDS, CELLS, ENTITIES, after, explorer, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.views.explorer.known import Open

#: The table as it is read: a list for each row, with the words of its heading first.
ROWS = """() => [...document.querySelectorAll('.matrix tr')].slice(1).map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"""
HEADS = "() => [...document.querySelectorAll('.matrix thead .words')].map((words) => words.innerText.trim())"
SORTED = "() => [...document.querySelectorAll('.matrix [aria-sort]')].map((head) => [head.innerText.split('\\n')[0], head.getAttribute('aria-sort')])"


@pytest.fixture(scope="module")
def html() -> str:
    return explorer(AWARDS)


def names(page: Page) -> list[str]:
    return [row[0] for row in page.evaluate(ROWS)]


@pytest.mark.parametrize(
    ("sides", "heads", "rows"),
    [
        (
            "",
            ["Winner", "PSEA", "UNPSA", "Total"],
            [
                ["Revenue Department", "3", "1", "4"],
                ["Excise Department", "2", "–", "2"],
                ["Department of Fisheries", "–", "1", "1"],
                ["Total", "4", "2", "6"],
            ],
        ),
        (
            "&r=ministry&k=level",
            ["Ministry or body at the top", "Outstanding", "Good", "Not stated", "Total"],
            [
                ["Ministry of Finance", "1", "1", "3", "5"],
                ["Ministry of Agriculture", "–", "–", "1", "1"],
                ["Total", "1", "1", "4", "6"],
            ],
        ),
        (
            "&r=province&k=category",
            ["Province", "Service", "Not stated", "Total"],
            [
                ["Krabi", "1", "–", "1"],
                ["Trang", "–", "1", "1"],
                ["Not stated", "–", "4", "4"],
                ["Total", "1", "5", "6"],
            ],
        ),
    ],
    ids=["agency and scheme", "ministry and level", "province and category"],
)
def test_the_numbers_are_those_of_the_awards(
    visit: Open, html: str, sides: str, heads: list[str], rows: list[list[str]]
) -> None:
    page = opened(visit(html), f"#v=matrix{sides}")
    assert page.evaluate(HEADS) == heads
    assert sorted(page.evaluate(ROWS)) == sorted(rows)
    assert page.evaluate(CELLS, "#picture") == page.evaluate(CELLS, "#tables")
    assert set(page.evaluate(ENTITIES, "#picture")) == set(page.evaluate(ENTITIES, "#tables"))


def test_an_award_of_two_bodies_is_one_award(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=matrix")
    assert "once in the total" in page.locator("#extent").inner_text()
    page = after(page, lambda: page.locator("#matrix-rows").select_option("ministry"))
    assert "once in the total" not in page.locator("#extent").inner_text()


def test_sides_are_kept_in_the_address_and_back_returns(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=matrix")
    after(page, lambda: page.locator("#matrix-rows").select_option("province"))
    assert "r=province" in page.url
    assert page.evaluate("document.activeElement.id") == "matrix-rows"
    after(page, lambda: page.locator("#matrix-columns").select_option("level"))
    assert "k=level" in page.url
    heading = page.locator("h1").inner_text()
    after(page, page.go_back)
    assert page.locator("#matrix-columns").input_value() == "scheme"
    assert page.locator("h1").inner_text() != heading
    after(page, page.go_back)
    assert page.locator("#matrix-rows").input_value() == "agency"


def test_a_column_sorts_and_keeps_the_focus(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=matrix")
    assert page.evaluate(SORTED) == [["Total", "descending"]]
    sort = page.get_by_role("button", name="Sort by UNPSA")
    sort.focus()
    after(page, lambda: page.keyboard.press("Enter"))
    assert names(page)[:3] == ["Revenue Department", "Department of Fisheries", "Excise Department"]
    assert page.evaluate(SORTED) == [["UNPSA", "descending"]]
    after(page, lambda: page.keyboard.press("Enter"))
    assert names(page)[0] == "Excise Department"
    assert page.evaluate(SORTED) == [["UNPSA", "ascending"]]
    after(page, page.get_by_role("button", name="Sort by Winner").click)
    assert names(page) == ["Department of Fisheries", "Excise Department", "Revenue Department", "Total"]
    assert page.evaluate(SORTED) == [["Winner", "ascending"]]
    after(page, page.get_by_role("button", name="ไทย").click)
    assert names(page)[:3] == ["กรมประมง", "กรมสรรพสามิต", "กรมสรรพากร"]


def test_a_cell_opens_its_awards_with_arrows_and_enter(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=matrix")
    page.get_by_role("link", name="Revenue Department · PSEA: 3 awards").focus()
    page.keyboard.press("ArrowDown")
    after(page, lambda: page.keyboard.press("Enter"))
    assert "2 awards" in page.locator("#details").inner_text()
    assert page.locator("#details h2").inner_text() == "Excise Department · PSEA"
    assert page.locator("#picture [data-at][tabindex='0']").count() == 1, (
        "the table is one stop of the Tab key"
    )


def test_a_cell_lists_what_it_counts_where_years_are_chosen(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=matrix&y=2021-2021")
    after(page, page.get_by_role("link", name="Revenue Department · PSEA: 1 award").click)
    assert page.locator("#details .neighbours > ul > li").count() == 1


def test_of_many_rows_the_most_awarded_are_shown_and_the_rest_is_counted(visit: Open) -> None:
    many = [
        f'<agency/n{n}> a awg:PublicAgency ; rdfs:label "Office {n:02}"@en . '
        f"<conferral/n{n}> a awg:Conferral ; awg:recipient <agency/n{n}> ; awg:underScheme <scheme/psea> ."
        for n in range(50)
    ]
    visited = visit(explorer(AWARDS, *many))
    page = opened(visited, "#v=matrix&n=agency/n49")
    rows = page.evaluate(ROWS)
    assert len(rows) == 40 + 2, "forty bodies, the rest and all"
    assert rows[39] == ["Office 49", "1", "–", "1"], "what is chosen is always there"
    assert page.locator(".matrix tr[aria-current]").inner_text().startswith("Office 49")
    assert rows[-2][0] == "13 more"
    assert rows[-2][1:] == ["12", "1", "13"] or rows[-2][1:] == ["13", "–", "13"]
    assert rows[-1] == ["Total", "54", "2", "56"]
    after(page, page.get_by_role("button", name="13 more").click)
    assert len(page.evaluate(ROWS)) == 53 + 1


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_table_has_no_barriers(
    visit: Open, html: str, barriers: Callable[[Page], list[str]], lang: str, dark: bool
) -> None:
    page = opened(visit(html, dark=dark), f"#v=matrix&l={lang}&n=agency/excise")
    assert barriers(page) == []


@pytest.mark.parametrize("width", [390, 320])
def test_the_table_fits_a_narrow_window(visit: Open, html: str, width: int) -> None:
    page = opened(visit(html, width=width, height=800), "#v=matrix")
    assert page.locator(".matrix table").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"


@pytest.mark.parametrize("view", ["matrix", "map", "path&to=agency/nobody"])
def test_an_empty_graph_says_so(visit: Open, view: str) -> None:
    page = opened(visit(explorer()), f"#v={view}")
    assert page.locator("#tables .note").inner_text().strip()
    assert page.evaluate(CELLS, "#picture") == []
