"""The page of an answer in Chromium: it fetches nothing, is sorted and filtered, and shuts nobody out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.exporters.answers.page import answer_page, query_of
from tests.exporters.answers.conftest import HOSTILE, sheet, texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.conftest import Visit
    from tests.exporters.views.conftest import Loaded

    Open = Callable[..., Visit]
    Keep = Callable[[Page, str], None]

QUERY = """# title: Who, and in which year?
# title-th: ใคร ปีใด
SELECT ?who ?year ?rank ?day {
  ?who awg:editionYear ?year ; awg:rank ?rank
  OPTIONAL { ?who awg:heldOn ?day }
} ORDER BY ?year"""

#: The letters that are seen in the column of this number, row by row.
COLUMN = "at => [...document.querySelectorAll('tbody tr')].filter(row => row.checkVisibility()).map(row => row.cells[at].innerText)"


@pytest.fixture
def html(little: Loaded) -> str:
    return answer_page(sheet(little, QUERY), QUERY)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_is_for_everybody(
    visit: Open,
    keep: Keep,
    barriers: Callable[[Page], list[str]],
    html: str,
    lang: str,
    width: int,
    dark: bool,
) -> None:
    page = visit(html, width=width, height=800, dark=dark).go(f"#l={lang}")
    assert page.evaluate("document.documentElement.lang") == lang
    page.locator("summary").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"
    keep(page, f"answer-{lang}-{'dark' if dark else 'light'}-{width}")
    assert barriers(page) == []


def test_the_whole_page_changes_its_language(visit: Open, html: str) -> None:
    page = visit(html).go()
    assert page.locator("h1").inner_text() == "ใคร ปีใด"
    assert page.evaluate(COLUMN, 0) == ["http://e/nameless", "UN", "ดีป้า"]
    assert page.evaluate(COLUMN, 1) == ["2564", "2565", "2566"]
    assert page.evaluate(COLUMN, 3) == ["", "", "8 กันยายน 2566"]
    page.get_by_role("button", name="English").click()
    assert page.title() == page.locator("h1").inner_text() == "Who, and in which year?"
    assert page.evaluate(COLUMN, 0) == ["http://e/nameless", "UN", "depa"]
    assert page.evaluate(COLUMN, 1) == ["2021", "2022", "2023"]
    assert page.evaluate(COLUMN, 3) == ["", "", "8 September 2023"]
    assert page.locator("#count").inner_text() == "3 rows"
    assert page.locator("th").all_inner_texts() == ["who", "year (CE)", "rank", "day (CE)"]


def test_rows_are_sorted_by_what_they_are(visit: Open, html: str) -> None:
    page = visit(html).go("#l=en")
    rank = page.get_by_role("button", name="rank")
    assert page.evaluate(COLUMN, 2) == ["3", "12", "-5"]
    for order, ranks in (
        ("ascending", ["-5", "3", "12"]),
        ("descending", ["12", "3", "-5"]),
        (None, ["3", "12", "-5"]),
    ):
        rank.press("Enter")
        assert page.evaluate(COLUMN, 2) == ranks
        assert page.locator("th", has=rank).get_attribute("aria-sort") == order
    day = page.get_by_role("button", name="day")
    for _ in range(2):
        day.click()
        assert page.evaluate(COLUMN, 3) == ["8 September 2023", "", ""], "what is empty comes last"
    page.get_by_role("button", name="who").click()
    assert page.evaluate(COLUMN, 0) == ["depa", "http://e/nameless", "UN"]
    page.get_by_role("button", name="ไทย").click()
    assert page.evaluate(COLUMN, 0) == ["ดีป้า", "http://e/nameless", "UN"], "Thai letters come first in Thai"


def test_rows_are_filtered_in_either_language(visit: Open, keep: Keep, html: str) -> None:
    page = visit(html).go()
    box = page.get_by_label("กรองแถว")
    for typed, found in (("DEPA", ["ดีป้า"]), ("๒๕๖๕", ["UN"]), ("ดีป้า 2023", ["ดีป้า"]), ("ไม่มี", [])):
        box.fill(typed)
        assert page.evaluate(COLUMN, 0) == found
        assert page.locator("#status").inner_text() == f"แสดง {len(found)} จาก 3 แถว"
    keep(page, "answer-filtered")
    box.fill("")
    assert page.locator("#count").inner_text() == "3 แถว"


def test_without_scripts_the_answer_is_whole(visit: Open, html: str) -> None:
    opened = visit(html, java_script_enabled=False)
    page = opened.page
    page.goto(opened.url)
    assert page.locator("tbody tr").count() == 3
    assert page.locator("th").first.inner_text() == "who"
    assert page.locator(".filter").is_hidden()
    page.locator("summary").click()
    assert page.locator("pre").inner_text() == QUERY


def test_hostile_cells_do_nothing(visit: Open, little: Loaded) -> None:
    page = visit(answer_page(sheet(little, texts(*HOSTILE)), texts(*HOSTILE))).go()
    assert page.locator("tbody tr").count() == len(HOSTILE)
    assert page.locator("tbody a, tbody img, tbody script").count() == 0
    assert query_of(page.content()) == texts(*HOSTILE)


def test_the_page_prints(visit: Open, html: str) -> None:
    page = visit(html).go()
    page.emulate_media(media="print")
    assert page.locator(".filter").is_hidden()
    assert page.locator("table").is_visible()
