"""The pictures that tell a story: overview, lineage, ceremony, timeline and ladder, in Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.exporters.views.explorer.page import explorer_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import DEPA_TEXT
from tests.exporters.views.explorer.pictures import (
    drawn,
    lines_of,
    listed,
    marks,
    outside,
    overlaps,
    page_of,
    ready,
    table,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from awardgraph import Graph
    from tests.exporters.conftest import Visit

    Open = Callable[..., Visit]
    Keep = Callable[[Page, str], None]

#: Two ministries, one with an office; three schemes, one of them run by a body that lies in no country.
WORLD = """
<place/th> a awg:Place ; rdfs:label "Thailand"@en ; awg:isoCode "TH" .
<agency/health> a awg:PublicAgency ; rdfs:label "Ministry of Health"@en ; awg:locatedIn <place/th> .
<agency/hospital> a awg:PublicAgency ; rdfs:label "Hospital"@en ; org:subOrganizationOf <agency/health> ; awg:locatedIn <place/th> .
<agency/labour> a awg:PublicAgency ; rdfs:label "Ministry of Labour"@en ; awg:locatedIn <place/th> .
<agency/un> a org:Organization ; rdfs:label "United Nations"@en .
<scheme/good> a awg:AwardScheme ; rdfs:label "Good Service"@en ; awg:operatedBy <agency/labour> .
<scheme/best> a awg:AwardScheme ; rdfs:label "Best Office"@en ; awg:operatedBy <agency/labour> .
<scheme/world> a awg:AwardScheme ; rdfs:label "World Service"@en ; awg:operatedBy <agency/un> .
<project/clinic> a awg:Project ; rdfs:label "Clinic"@en .
<project/bus> a awg:Project ; rdfs:label "Bus"@en .
<project/clinic-2> a awg:Project ; rdfs:label "Clinic"@en .
"""


def award(name: str, scheme: str, year: int, winner: str, *more: str) -> str:
    """Return the statements of an award and of its edition."""
    return f"""
<edition/{scheme}-{year}> a awg:Edition ; awg:editionOf <scheme/{scheme}> ; awg:editionYear "{year}"^^xsd:gYear .
<conferral/{name}> a awg:Conferral ; rdfs:label "{name}"@en ; awg:underScheme <scheme/{scheme}> ;
  {"".join(f"{part} ; " for part in more)} awg:inEdition <edition/{scheme}-{year}> ; awg:recipient <agency/{winner}> ."""


AWARDS = (
    award("a", "good", 2017, "hospital", "awg:forProject <project/clinic>"),
    award("b", "good", 2018, "health"),
    award("c", "good", 2021, "health"),
    award("d", "best", 2018, "labour", "awg:forProject <project/bus>"),
    award("e", "world", 2020, "hospital", "awg:forProject <project/clinic>"),
    award("f", "world", 2020, "labour", "awg:forProject <project/clinic-2>"),
    """<application/g> a awg:Application ; awg:underScheme <scheme/world> ; awg:inEdition <edition/world-2020> ;
         awg:applicant <agency/labour> ; awg:forProject <project/bus> .""",
)


@pytest.fixture(scope="module")
def world() -> str:
    return page_of(WORLD, *AWARDS)


@pytest.fixture(scope="module")
def release() -> str:
    return explorer_page(lines_of(DEPA_TEXT), DEFAULT_BASE, view="ceremony", lang="th")


@pytest.fixture(scope="module")
def all_awards(shipped: Graph) -> str:
    return explorer_page(shipped.n_quads(), shipped.manifest.base, lang="th")


def test_the_overview_says_first_what_the_graph_holds(visit: Open, world: str) -> None:
    page = ready(visit(world).go())
    assert page.locator("#lead").inner_text() == (
        "6 awards to 3 organisations in 3 schemes, 2017–2021. "
        "Most awarded, with all bodies below them: Ministry of Health (4), Ministry of Labour (2)."
    )
    assert table(page) == [
        ["Ministry of Health", "Good Service", "", "3"],
        ["Ministry of Health", "World Service", "", "1"],
        ["Ministry of Labour", "World Service", "", "1"],
        ["Ministry of Labour", "Best Office", "", "1"],
        ["", "", "2017 (2560 BE)", "1"],
        ["", "", "2018 (2561 BE)", "2"],
        ["", "", "2020 (2563 BE)", "2"],
        ["", "", "2021 (2564 BE)", "1"],
    ]
    assert drawn(page) == listed(page)


def test_a_band_opens_its_awards_within_what_is_looked_at(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#y=2018-2021"))
    page.locator("#picture a:has-text('Ministry of Health → Good Service: 2 awards') path").dispatch_event(
        "click"
    )
    page.wait_for_selector("#details .neighbours")
    assert page.locator("#details .type").inner_text().endswith("2 awards")
    assert page.locator("#details [data-go]").filter(has_text="2017").count() == 0


def test_more_bodies_than_fit_are_counted_as_others(visit: Open) -> None:
    made = [f'<agency/n{n}> a awg:PublicAgency ; rdfs:label "Office {n}"@en .' for n in range(20)]
    won = [award(f"x{n}-{m}", "good", 2020, f"n{n}") for n in range(20) for m in range(2 if n < 15 else 1)]
    page = ready(visit(page_of(WORLD, *made, *won)).go())
    assert ["5 other bodies", "Good Service", "", "5"] in table(page)
    assert len(table(page)) == 15 + 1 + 1
    assert drawn(page) == listed(page)


def test_lineage_follows_a_work_from_its_country_to_the_world(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#v=lineage"))
    assert table(page) == [
        ["Clinic", "Other award", "a", "2017 (2560 BE)", ""],
        ["Clinic", "International award", "e", "2020 (2563 BE)", "3"],
        ["Clinic", "International award", "f", "2020 (2563 BE)", ""],
    ], "works of one name are two works; what was only applied for is no award"
    assert page.locator("#picture text.years").all_text_contents() == ["3 years"]
    assert "1 project went on" in page.locator("#lead").inner_text()
    assert drawn(page) == listed(page)


def test_koh_libong_went_on_to_the_united_nations_after_a_year(visit: Open, all_awards: str) -> None:
    page = ready(visit(all_awards).go("#v=lineage&n=agency/depa&l=th"))
    first = [row for row in table(page) if "เกาะลิบง" in row[0]]
    assert [(row[1], row[3][:4], row[4]) for row in first] == [
        ("รางวัลอื่น", "2564", ""),
        ("รางวัลระดับนานาชาติ", "2565", "1"),
    ]
    assert table(page)[0] == first[0], "what the chosen agency won comes first"
    assert page.locator("#picture text.years").first.text_content() == "1 ปี"
    assert len({row[0] for row in table(page)}) <= 25
    page.locator("#picture .more").click()
    page.wait_for_timeout(200)
    assert not any("เกาะลิบง" in row[0] for row in table(page)), "the next works"


def test_the_ceremony_of_the_release_reads_as_the_release(visit: Open, keep: Keep, release: str) -> None:
    page = ready(visit(release).go("#n=source/depa-pmqa-2566"))
    keep(page, "ceremony-release-th")
    assert page.locator("#question").inner_text() == "ใครได้รับรางวัลอะไรในพิธีมอบรางวัลเลิศรัฐ พ.ศ. 2566"
    lead = page.locator("#lead").inner_text()
    assert "7 กันยายน พ.ศ. 2566" in lead
    assert "อิมแพ็ค เมืองทองธานี" in lead
    assert "ไม่น้อยกว่า 200 หน่วยงาน" in lead
    depa = "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"
    assert [row[1:] for row in table(page)] == [
        ["PMQA 4.0", "รางวัลเลิศรัฐ พ.ศ. 2566 PMQA 4.0 ก้าวหน้า", depa, "ก้าวหน้า", "ณัฐพล นิมมานพัชรินทร์"],
        ["", "1 รางวัล", "", "", "วิษณุ เครืองาม"],
        ["", "บูธนิทรรศการของดีป้าในพิธีมอบรางวัลเลิศรัฐ พ.ศ. 2566", depa, "", ""],
        ["", "โครงการส่งเสริมและสนับสนุนนวัตกรรมดิจิทัลเพื่อชุมชน ตำบลเกาะลิบง จังหวัดตรัง", "", "", ""],
        ["", "บัญชีบริการดิจิทัล", "", "", ""],
    ]
    assert drawn(page) - listed(page) == {page.locator("#picture a:has(.focus)").get_attribute("data-id")}
    assert listed(page) <= drawn(page)


@pytest.mark.parametrize(
    "chosen",
    ["exhibition/psea-2023-depa", "edition/psea-2023", "person/wissanu-krea-ngam", "agency/depa",
     "conferral/psea-2023-depa-1a2b3c4d"],
)  # fmt: skip
def test_what_belongs_to_a_ceremony_leads_to_it(visit: Open, release: str, chosen: str) -> None:
    page = ready(visit(release).go(f"#n={chosen}"))
    assert "พิธีมอบรางวัลเลิศรัฐ พ.ศ. 2566" in page.locator("#question").inner_text()


def test_a_graph_without_ceremonies_has_no_page_for_them_unless_it_is_asked_for(
    visit: Open, world: str
) -> None:
    page = ready(visit(world).go("#v=ceremony"))
    assert page.locator("#views [data-view=ceremony]").count() == 0
    assert page.locator("#views [aria-current]").get_attribute("data-view") == "overview"
    page = ready(visit(page_of(WORLD, *AWARDS, view="ceremony")).go())
    assert page.locator("#lead").inner_text() == "The graph tells of no ceremony here."


def test_a_map_and_a_lineage_need_a_province_and_a_work_that_won_twice(visit: Open) -> None:
    once = award("one", "good", 2020, "health", "awg:forProject <project/clinic>")
    again = award("two", "good", 2021, "health", "awg:forProject <project/clinic>")
    place = '<place/bkk> a awg:Place ; rdfs:label "Bangkok"@en ; awg:isoCode "TH-10" .'
    said = [ready(visit(page_of(WORLD, *own)).go()).locator("#views a[data-view]").evaluate_all("all => all.map(one => one.dataset.view)")
            for own in ([once], [once, again, place])]  # fmt: skip
    assert {"map", "lineage"}.isdisjoint(said[0])
    assert {"map", "lineage"} <= set(said[1])


def test_a_large_ceremony_is_counted_by_category(visit: Open) -> None:
    made = [
        '<ceremony/c> a awg:Ceremony ; rdfs:label "Gala"@en .',
        *(f'<category/k{n}> a awg:Category ; rdfs:label "Category {n}"@en .' for n in range(4)),
        *(f'<agency/n{n}> a awg:PublicAgency ; rdfs:label "Office {n}"@en .' for n in range(100)),
        *(award(f"x{n:03}", "good", 2020, f"n{n}", "awg:atCeremony <ceremony/c>", f"awg:forCategory <category/k{n % 4}>") for n in range(100)),
    ]  # fmt: skip
    page = ready(visit(page_of(WORLD, *made, view="ceremony")).go())
    assert table(page) == [[f"Category {n}", "25"] for n in range(4)]
    page.locator("#picture .cell").first.click()
    page.wait_for_selector("#details .neighbours")
    assert page.locator("#details .type").inner_text().endswith("25 awards")


def test_of_a_large_ceremony_what_has_no_category_is_only_counted(visit: Open) -> None:
    """A link on that number would lead to all awards of the ceremony."""
    made = [
        '<ceremony/c> a awg:Ceremony ; rdfs:label "Gala"@en . <category/k> a awg:Category ; rdfs:label "Kind"@en .',
        *(award(f"x{n}", "good", 2020, "labour", "awg:atCeremony <ceremony/c>", *(["awg:forCategory <category/k>"] if n < 90 else [])) for n in range(100)),
    ]  # fmt: skip
    page = ready(visit(page_of(WORLD, *made, view="ceremony")).go())
    assert table(page) == [["Kind", "90"], ["No category given", "10"]]
    assert page.locator("#picture .cell").count() == page.locator("#tables [data-cell]").count() == 1


def test_a_filtered_ceremony_tells_how_many_awards_the_graph_holds(visit: Open) -> None:
    made = [
        '<ceremony/c> a awg:Ceremony ; rdfs:label "Gala"@en .',
        award("x1", "good", 2020, "labour", "awg:atCeremony <ceremony/c>"),
        award("x2", "best", 2020, "health", "awg:atCeremony <ceremony/c>"),
    ]
    visited = visit(page_of(WORLD, *made, view="ceremony"))
    assert (
        "the graph tells of 2 awards to 2 organisations" in ready(visited.go()).locator("#lead").inner_text()
    )
    page = ready(visited.go("#f=scheme/best"))
    assert (
        "in view 1 of the 2 awards that the graph tells of, to 1 organisation"
        in page.locator("#lead").inner_text()
    )


def test_an_entitys_page_names_no_number_of_awards_but_its_own(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#v=agency&n=agency/hospital"))
    assert page.locator("#extent").inner_text() == "", "the graph's six awards are not the hospital's"


def test_an_address_of_what_is_not_in_the_graph_shows_nothing_else(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#v=agency&n=agency/gone"))
    assert page.locator("h1").inner_text() == "Awards and who won them"
    assert "agency/gone" in page.locator("#tables").inner_text()
    assert "agency/gone" in page.locator("#details").inner_text()


def test_an_address_that_changes_while_the_page_opens_is_read_when_it_can_be(visit: Open, world: str) -> None:
    visited = visit(world)
    visited.page.add_init_script(
        "const hurry = setInterval(() => { dispatchEvent(new Event('hashchange')); dispatchEvent(new Event('resize'));"
        " if (document.documentElement?.dataset.ready === 'true') clearInterval(hurry); })"
    )
    page = ready(visited.go("#v=matrix"))
    assert page.locator("#picture table").count() == 1
    assert visited.complaints == []


def test_the_timeline_tells_runs_and_gaps_of_the_chosen_one(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#v=timeline&n=agency/health"))
    assert page.locator("#lead").inner_text() == (
        "4 awards in 4 different years, 2017–2021. The longest run without a gap: 2 years, 2017–2018. 4 awards with the bodies below it, 2 of them its own."
    )
    assert page.locator("#picture .run").count() == 1, "2017 to 2018 in one scheme"
    assert "2 years" in page.locator("#picture .axis").all_text_contents(), "no award in 2019 and 2020"
    assert table(page) == [
        ["Good Service", "2017 (2560 BE)", "1", "1"],
        ["Good Service", "2018 (2561 BE)", "1", "1"],
        ["Good Service", "2021 (2564 BE)", "1", "1"],
        ["World Service", "2020 (2563 BE)", "1", "2"],
        ["Best Office", "2018 (2561 BE)", "", "1"],
    ]
    assert drawn(page) == listed(page)


def test_awards_without_a_year_are_counted_beside_the_timeline(visit: Open) -> None:
    made = "<conferral/z> a awg:Conferral ; awg:underScheme <scheme/good> ; awg:recipient <agency/labour> ."
    page = ready(visit(page_of(WORLD, made, view="timeline")).go())
    assert "1 award without a year" in page.locator("#extent").inner_text()
    assert table(page) == []


def test_a_group_of_the_ladder_is_turned_part_by_part(visit: Open) -> None:
    won = [award(f"x{n:03}", "good", 2020, "labour") for n in range(60)]
    page = ready(visit(page_of(WORLD, *won, view="agency", focus="agency/labour")).go())
    seen: list[str] = []
    for expected in ([24, "36 more"], [24, "12 more"], [12, None]):
        names = [row[1] for row in table(page) if row[0] == "Has won"]
        turns = [text for text in page.locator("#picture .more").all_text_contents() if text.endswith("more")]
        assert [len(names), turns[0] if turns else None] == expected
        assert drawn(page) >= listed(page)
        seen += names
        if turns:
            page.locator("#picture .more", has_text="more").click()
            page.wait_for_timeout(200)
    assert len(set(seen)) == 60
    assert page.locator("#picture .more", has_text="before").count() == 1


def test_a_ministry_counts_what_the_bodies_below_it_have_won(visit: Open, world: str) -> None:
    page = ready(visit(world).go("#v=agency&n=agency/health"))
    assert page.locator("#lead").inner_text() == "4 awards with the bodies below it, 2 of them its own."
    assert [row[:2] for row in table(page)] == [
        ["Has won", "c"],
        ["Has won", "b"],
        ["Bodies below it", "Hospital"],
    ]


def test_a_year_stays_with_its_era_where_a_name_is_broken(visit: Open, world: str) -> None:
    page = ready(visit(world).go())
    words = ["พิธีมอบรางวัลเลิศรัฐ พ.ศ. 2566", "Koh Libong Community: Digital (EDAT)", "หน่วยงาน (2/3)"]
    for text in words:
        for room in range(80, 300, 10):
            lines = page.evaluate("([text, room]) => awardgraph.drawing.lines(text, room, 9)", [text, room])
            assert not any(
                line.endswith(("พ.", "(", "2/")) or line.startswith((":", ")", "3)")) for line in lines[:-1]
            ), lines


def test_an_empty_graph_shows_that_it_is_empty(visit: Open) -> None:
    opened = visit(explorer_page([], DEFAULT_BASE, lang="en"))
    for view in ("overview", "agency", "timeline", "lineage", "ceremony"):
        page = ready(opened.go(f"#v={view}"))
        assert page.locator("#question").inner_text()
        assert page.locator("#picture svg").count() == 0


#: On the shipped data: what is looked at, and what is chosen.
SHOWN = [
    ("overview", ""),
    ("overview", "agency/depa"),
    ("timeline", ""),
    ("timeline", "agency/ops-moph"),
    ("timeline", "person/wissanu-krea-ngam"),
    ("lineage", ""),
    ("ceremony", "ceremony/psea-2023"),
    ("ceremony", "ceremony/psea-2020"),
    ("agency", "agency/depa"),
    ("agency", "scheme/psea"),
    ("agency", "person/wissanu-krea-ngam"),
    ("agency", "project/koh-libong"),
    ("agency", "place/th"),
]


def show(page: Page, view: str, chosen: str, lang: str) -> None:
    """Ask for a picture, and wait until it is drawn."""
    before = page.evaluate("document.documentElement.dataset.drawn")
    page.evaluate("(hash) => { location.hash = hash }", f"v={view}&n={chosen}&l={lang}")
    for _ in range(60):
        if page.evaluate("document.documentElement.dataset.drawn") != before:
            break
        page.wait_for_timeout(50)
    ready(page)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [1440, 1024])
def test_nothing_bars_anybody(
    visit: Open, barriers: Callable[[Page], list[str]], all_awards: str, lang: str, width: int
) -> None:
    opened = visit(all_awards, width=width, dark=width == 1024)
    page = opened.go()
    for view, chosen in SHOWN:
        show(page, view, chosen, lang)
        assert barriers(page) == [], (view, chosen)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [1440, 1024])
def test_no_label_lies_on_another(visit: Open, keep: Keep, all_awards: str, lang: str, width: int) -> None:
    opened = visit(all_awards, width=width, dark=width == 1024)
    page = opened.go()
    for view, chosen in SHOWN:
        show(page, view, chosen, lang)
        keep(page, f"{view}-{chosen.replace('/', '-')}-{lang}-{width}")
        assert overlaps(page) == [], (view, chosen)
        assert outside(page) == [], (view, chosen)
        assert listed(page) <= drawn(page), (view, chosen)
        assert marks(page) <= 150, (view, chosen)
