"""Where: seventy-seven provinces as tiles, each once, with as many awards as it has."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from awardgraph.resources import text
from tests.conftest import SHARED
from tests.exporters.views.explorer.known import AWARDS, CELLS, ENTITIES, OVERLAPS, after, explorer, opened

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.views.explorer.known import Open

#: ISO 3166-2:TH, the numbers of the capital and the provinces; the state gives them by regions.
PROVINCES = [*range(10, 28), *range(30, 50), *range(50, 59), *range(60, 68), *range(70, 78), *range(80, 87), *range(90, 97)]  # fmt: skip

TILES = "() => [...document.querySelectorAll('#picture [data-code]')].map((tile) => [tile.dataset.code, tile.querySelector('title').textContent])"
PLACES = "() => Object.fromEntries([...document.querySelectorAll('#picture [data-code]')].map((tile) => { const box = tile.getBoundingClientRect(); return [tile.dataset.code, [box.left, box.top, Math.round(box.width * box.height)]]; }))"


@pytest.fixture(scope="module")
def html() -> str:
    return explorer(AWARDS)


def carried() -> list[tuple[str, ...]]:
    """Return number and short forms of each tile that the page carries."""
    return re.findall(r"(?<=[ \"])(\d\d)/([ก-๙]+)/([A-Z]{3})(?=[ \"])", text("js/explorer/map.js"))


def test_every_province_is_there_once() -> None:
    assert len(PROVINCES) == 77
    assert sorted(int(number) for number, _, _ in carried()) == PROVINCES


def test_short_forms_are_those_of_the_state() -> None:
    file = SHARED / "data" / "provinces.csv"
    if not file.exists():
        pytest.skip(f"{file} is not here: the short forms of the provinces were not compared.")
    with file.open(encoding="utf-8", newline="") as lines:
        known = {
            (row["iso3166_2"][3:], row["abbrev_th"], row["code_3letter"]) for row in csv.DictReader(lines)
        }
    assert set(carried()) == known


def test_tiles_lie_as_the_provinces_do(visit: Open, html: str) -> None:
    places = opened(visit(html), "#v=map").evaluate(PLACES)
    assert len(places) == 77
    assert len({area for _, _, area in places.values()}) == 1, "no province is larger than another"
    x, y = ({code: place[axis] for code, place in places.items()} for axis in (0, 1))
    # Chiang Rai, Nakhon Sawan, Bangkok, Chumphon, Songkhla, Narathiwat: from north to south.
    southward = [y[f"TH-{n}"] for n in (57, 60, 10, 86, 90, 96)]
    assert southward == sorted(southward)
    assert len(set(southward)) == len(southward)
    # Mae Hong Son, Phitsanulok, Khon Kaen, Nakhon Phanom: from west to east.
    eastward = [x[f"TH-{n}"] for n in (58, 65, 40, 48)]
    assert eastward == sorted(eastward)
    assert len(set(eastward)) == len(eastward)


def test_tiles_say_how_many_awards(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=map")
    said = dict(page.evaluate(TILES))
    assert said["TH-81"] == "Krabi: 1 award", "of a project there"
    assert said["TH-92"] == "Trang: 1 award", "of one of its districts"
    assert said["TH-14"] == "Phra Nakhon Si Ayutthaya: 0 awards"
    assert said["TH-10"] == "BKK: 0 awards", "nothing in the graph names it"
    assert sum(words.endswith(": 0 awards") for words in said.values()) == 75
    assert "4 awards name no province" in page.locator("#extent").inner_text()
    assert page.evaluate(CELLS, "#picture") == page.evaluate(CELLS, "#tables")
    assert page.locator("#tables tbody tr").count() == 77


def test_a_tile_opens_its_awards_by_keyboard_and_back_returns(visit: Open, html: str) -> None:
    page = opened(visit(html), "#v=map")
    page.get_by_role("link", name="Krabi: 1 award").focus()
    page.keyboard.press("ArrowRight")
    assert "Trang" in page.evaluate("document.activeElement.querySelector('title').textContent")
    after(page, lambda: page.keyboard.press("Enter"))
    assert page.locator("#details h2").inner_text() == "Trang"
    assert "c=place%2Ftrang" in page.url or "c=place/trang" in page.url
    after(page, page.go_back)
    assert page.locator("#details h2").count() == 0


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [1440, 1024, 390, 320])
def test_labels_lie_apart_and_within_their_tiles(visit: Open, lang: str, width: int) -> None:
    with_names = [
        f'<place/p{number}> a awg:Place ; rdfs:label "{th}"@th , "{en}"@en ; awg:isoCode "TH-{number}" . '
        f"<conferral/p{number}> a awg:Conferral ; awg:place <place/p{number}> ."
        for number, th, en in LONG
    ]
    page = opened(visit(explorer(*with_names), width=width, height=900), f"#v=map&l={lang}")
    assert page.locator("#picture svg").is_visible()
    assert page.evaluate(OVERLAPS) == []
    outside = page.evaluate(
        """() => [...document.querySelectorAll('#picture [data-code]')].flatMap((tile) => {
          const box = tile.querySelector('rect').getBoundingClientRect();
          return [...tile.querySelectorAll('tspan')].filter((line) => {
            const own = line.getBoundingClientRect();
            return own.left < box.left || own.right > box.right || own.top < box.top - 2 || own.bottom > box.bottom + 2;
          }).map((line) => line.textContent);
        })"""
    )
    assert outside == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing runs off the side"


#: The longest names of provinces.
LONG = [
    (14, "พระนครศรีอยุธยา", "Phra Nakhon Si Ayutthaya"),
    (80, "นครศรีธรรมราช", "Nakhon Si Thammarat"),
    (77, "ประจวบคีรีขันธ์", "Prachuap Khiri Khan"),
    (10, "กรุงเทพมหานคร", "Bangkok"),
    (30, "นครราชสีมา", "Nakhon Ratchasima"),
    (39, "หนองบัวลำภู", "Nong Bua Lam Phu"),
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_map_has_no_barriers(
    visit: Open, html: str, barriers: Callable[[Page], list[str]], dark: bool
) -> None:
    page = opened(visit(html, dark=dark), "#v=map&n=place/krabi")
    assert barriers(page) == []
    assert len(page.evaluate(ENTITIES, "#tables")) == 3
