"""The page in Chromium: it fetches nothing, draws Thai, and every task can be done, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.network import network_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import DEPA, RELEASE, Loaded, turtle
from tests.exporters.views.test_network_page import HOSTILE, hostile_graph

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from awardgraph.exporters.views.picture import Picture
    from tests.exporters.conftest import Visit

    Open = Callable[..., Visit]
    Keep = Callable[[Page, str], None]

#: Colours of the pixels of the picture, counted roughly.
COLOURS = """() => {
  const canvas = document.querySelector('#picture canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) seen.add((data[i] >> 4 << 8) | (data[i + 1] >> 4 << 4) | data[i + 2] >> 4);
  return seen.size;
}"""

#: Whether two Thai letters look different: a missing font draws the same box for both.
THAI_IS_DRAWN = """() => {
  const draw = (letter) => {
    const ctx = Object.assign(document.createElement('canvas'), { width: 40, height: 40 }).getContext('2d');
    ctx.font = `24px ${getComputedStyle(document.body).fontFamily}`;
    ctx.fillText(letter, 4, 30);
    return ctx.canvas.toDataURL();
  };
  return new Set(['ก', 'ข', 'ง', 'ญ'].map(draw)).size === 4;
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["wide", "narrow"])
def test_the_picture_is_drawn(
    visit: Open, keep: Keep, release_page: str, lang: str, size: tuple[int, int], dark: bool
) -> None:
    page = visit(release_page, width=size[0], height=size[1], dark=dark).go(f"#l={lang}")
    assert page.evaluate(COLOURS) > 40
    assert page.evaluate(THAI_IS_DRAWN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"
    keep(page, f"network-{lang}-{'dark' if dark else 'light'}-{size[0]}")


def test_something_is_found_in_thai_and_read_with_the_keyboard(
    visit: Open, keep: Keep, release_page: str
) -> None:
    opened = visit(release_page)
    page = opened.go()
    page.keyboard.press("/")
    page.keyboard.type("เกาะลิบง")
    keep(page, "network-search")
    found = page.locator("#found [role=option]").all_inner_texts()
    assert any("โครงการส่งเสริม" in text for text in found)
    place = next(at for at, text in enumerate(found) if "โครงการส่งเสริม" in text)
    for _ in range(place):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert opened.chosen() == DEFAULT_BASE + "project/koh-libong"
    assert "#n=project/koh-libong" in page.url
    details = page.locator("#details")
    assert "Koh Libong Community: Digital Transformation for Smart Environment" in details.inner_text()
    assert "ตำบลเกาะลิบง" in details.inner_text()
    assert page.evaluate("document.activeElement.id") == "details"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert opened.chosen() != DEFAULT_BASE + "project/koh-libong"
    page.go_back()
    assert opened.chosen() == DEFAULT_BASE + "project/koh-libong"
    page.keyboard.press("Escape")
    assert opened.chosen() == RELEASE


@pytest.mark.parametrize(
    ("typed", "iri"),
    [
        ("๒๕๖๖ ก้าวหน้า", "conferral/psea-2023-depa-1a2b3c4d"),
        ("2023 advance", "conferral/psea-2023-depa-1a2b3c4d"),
        ("DEPA", "agency/depa"),
        ("ดีป้า", "agency/depa"),
        ("ก.พ.ร.", "agency/opdc"),
        ("วิษณุเครืองาม", "person/wissanu-krea-ngam"),
    ],
)
def test_names_are_found_however_they_are_written(
    visit: Open, release_page: str, typed: str, iri: str
) -> None:
    opened = visit(release_page)
    page = opened.go()
    page.locator("#search").fill(typed)
    page.locator("#search").press("Enter")
    assert opened.chosen() == DEFAULT_BASE + iri


def test_a_search_without_a_hit_says_so_and_escape_clears_it(visit: Open, release_page: str) -> None:
    page = visit(release_page).go()
    page.locator("#search").fill("ไม่มีเรื่องนี้")
    assert "ไม่พบ" in page.locator("#found").inner_text()
    page.locator("#search").press("Enter")
    page.locator("#search").press("Escape")
    assert page.locator("#search").input_value() == ""
    assert page.locator("#found").is_hidden()


def test_details_say_who_says_it(visit: Open, keep: Keep, release_page: str) -> None:
    page = visit(release_page).go("#n=conferral/psea-2021-depa-5e6f7a8b")
    keep(page, "network-award")
    details = page.locator("#details")
    text = details.inner_text()
    assert "โครงการที่เกาะลิบงเคยได้รางวัลเลิศรัฐ" in text
    assert "ปี 2564 ดีป้าได้รับรางวัลเลิศรัฐ" in text
    link = details.locator("a[href^=https]").first
    assert link.get_attribute("href") == "https://www.telecomlover.com/2021/09/17/depalert/"
    assert link.get_attribute("rel") == "noopener noreferrer"
    details.get_by_role("link", name="สำนักงานส่งเสริมเศรษฐกิจดิจิทัล").first.click()
    assert details.get_attribute("data-node") == DEPA
    details.locator(".neighbours button").first.click()
    assert "/conferral/" in (details.get_attribute("data-node") or "")


def test_the_language_changes_without_loading(visit: Open, release_page: str) -> None:
    page = visit(release_page).go()
    page.evaluate("window.same = true")
    assert page.locator("h1").inner_text() == "เอกสารนี้บอกอะไร"
    page.get_by_role("button", name="English").click()
    assert page.evaluate("window.same && document.documentElement.lang") == "en"
    assert page.locator("h1").inner_text() == "What does this document say?"
    assert page.title().startswith("What does this document say?")
    assert "33 entries" in page.locator("#extent").inner_text()
    assert "Published" in page.locator("#details").inner_text()
    assert page.locator("#search").get_attribute("placeholder") == "Name, year, award…"
    thai = page.locator("[data-say]").all_text_contents()
    assert not [text for text in thai if any("\u0e00" <= char <= "\u0e7f" for char in text)]


def test_the_table_holds_what_the_picture_holds(
    visit: Open, keep: Keep, release_page: str, release: Picture
) -> None:
    opened = visit(release_page)
    page = opened.go()
    assert page.locator("#tables").is_hidden()
    page.get_by_role("button", name="ตาราง").click()
    keep(page, "network-table")
    rows = page.locator("#nodes tbody tr").evaluate_all("rows => rows.map(row => row.dataset.node)")
    drawn = page.evaluate("awardgraph.data.network.nodes.map(node => node.id)")
    assert sorted(rows) == sorted(drawn) == sorted(node.iri for node in release.nodes)
    assert page.locator("#edges tbody tr").count() == len(release.edges)
    page.get_by_role("link", name="วิษณุ เครืองาม").first.click()
    assert opened.chosen().endswith("person/wissanu-krea-ngam")
    assert "v=table" in page.url
    page.get_by_role("button", name="ภาพ", exact=True).click()
    assert page.locator("#picture").is_visible()
    page.wait_for_timeout(300)
    assert page.evaluate(COLOURS) > 40


def test_the_legend_counts_and_filters(visit: Open, release_page: str) -> None:
    page = visit(release_page).go()
    button = page.locator("#legend [data-kind=scheme]")
    assert button.inner_text().split() == ["ส", "สาขา", "ประเภท", "ระดับ", "ปี", "15"]
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.locator("#status").inner_text() == "แสดง 18 จาก 33 รายการ"
    page.get_by_role("button", name="ตาราง").click()
    assert page.locator("#nodes tbody tr:visible").count() == 18
    assert page.locator("#edges tbody tr:visible").count() < 51
    button.click()
    assert page.locator("#nodes tbody tr:visible").count() == 33


def test_the_picture_is_walked_with_arrows(visit: Open, release_page: str) -> None:
    opened = visit(release_page)
    page = opened.go()
    page.locator("#picture").focus()
    seen = {opened.chosen()}
    for key in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown", "+", "-", "0"):
        page.keyboard.press(key)
        seen.add(opened.chosen())
    assert len(seen) >= 4
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "details"


def test_a_click_on_a_mark_chooses_it(visit: Open, release_page: str) -> None:
    opened = visit(release_page)
    page = opened.go()
    canvas = page.locator("#picture canvas").bounding_box()
    assert canvas
    # The subject stands at (0, 0) of the picture; its neighbours around it.
    spot: dict[str, Any] = page.evaluate("""() => {
      const { x, y } = awardgraph.data.network.nodes.find(node => node.id.endsWith('/agency/depa'));
      return awardgraph.drawing.where({ x, y });
    }""")
    page.mouse.move(canvas["x"] + spot["x"], canvas["y"] + spot["y"])
    page.mouse.click(canvas["x"] + spot["x"], canvas["y"] + spot["y"])
    page.wait_for_timeout(400)
    assert opened.chosen() == DEPA


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_does_no_harm(visit: Open, text: str) -> None:
    graph = hostile_graph(text)
    opened = visit(network_page(graph, neighbourhood(graph, DEFAULT_BASE + "conferral/b")))
    page = opened.go()
    for key in ("agency/a", "person/p", "conferral/b"):
        page.evaluate("key => { location.hash = 'n=' + key }", key)
        page.wait_for_timeout(50)
        assert opened.chosen() == DEFAULT_BASE + key
    assert page.locator("a[href^='javascript']").count() == 0
    assert page.locator("img").count() == 0
    page.locator("#search").fill(text[:50])


def test_a_page_of_one_node(visit: Open) -> None:
    graph = turtle("<agency/a> a awg:PublicAgency .")
    page = visit(network_page(graph, neighbourhood(graph, DEFAULT_BASE + "agency/a"))).go()
    assert "ไม่มีชื่อ" in page.locator("#details").inner_text()
    assert "รายการเดียว" in page.locator("#extent").inner_text()


def test_an_address_of_something_else_shows_the_subject(visit: Open, release_page: str) -> None:
    opened = visit(release_page)
    opened.go("#n=agency/nobody&l=xx&v=what")
    assert opened.chosen() == RELEASE


def test_without_scripts_the_tables_are_there(visit: Open, release_page: str) -> None:
    opened = visit(release_page, java_script_enabled=False)
    opened.page.goto(opened.url)
    assert opened.page.locator("#nodes").is_visible()
    assert opened.page.locator("noscript").inner_text() != ""
    assert opened.page.locator("#search").is_hidden()


def test_paper_is_white_and_gets_the_tables(visit: Open, keep: Keep, release_page: str) -> None:
    page = visit(release_page, dark=True).go()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("#nodes").is_visible()
    assert page.locator("#search").is_hidden()
    assert "https://www.un.org/en/desa/unpsa-winner-announcement" in page.locator("#tables").inner_text()
    keep(page, "network-print")


def test_a_full_picture_is_drawn_in_time(visit: Open, keep: Keep) -> None:
    from tests.exporters.views.conftest import hub

    graph = hub(328)
    page = visit(network_page(graph, neighbourhood(graph, DEFAULT_BASE + "agency/hub"))).go()
    assert "268 รางวัล" in page.locator("#extent").inner_text()
    keep(page, "network-hub")


def test_no_label_lies_on_another_on_the_screen(visit: Open, depa: Loaded) -> None:
    page = visit(network_page(depa, neighbourhood(depa, DEPA))).go()
    overlaps = page.evaluate("""() => {
      const boxes = awardgraph.drawing.labels();
      const clash = (a, b) => a.left < b.right - 1 && a.right > b.left + 1 && a.top < b.bottom - 1 && a.bottom > b.top + 1;
      return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => clash(a, b)).map(b => [a.id, b.id]));
    }""")
    assert overlaps == []
    assert page.evaluate("awardgraph.drawing.labels().length") >= 25


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("view", ["picture", "table"])
def test_nobody_is_shut_out(
    visit: Open, barriers: Callable[[Page], list[str]], release_page: str, lang: str, dark: bool, view: str
) -> None:
    page = visit(release_page, dark=dark).go(f"#l={lang}&v={view}")
    assert barriers(page) == []
