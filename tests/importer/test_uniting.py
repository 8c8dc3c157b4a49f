"""One award, many reports: what becomes one, what stays two, and which IRI it has."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph
from awardgraph.errors import SourceError
from awardgraph.importer.plan import find_sources
from awardgraph.importer.run import import_sources
from awardgraph.importer.waiting import Item, waiting
from tests.conftest import values as asked

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "scheme_th,branch_th,category_th,level_th,year_be,item,recipient_th,recipient_parent_th,project_th,province_th,country,outcome,source_url"


def row(page: str, **cells: str) -> str:
    """Return a row of a table: an award of 2566 to กรมอนามัย, as one page tells it."""
    given = {"scheme_th": "รางวัลเลิศรัฐ", "year_be": "2566", "recipient_th": "กรมอนามัย"} | cells
    given["source_url"] = f"https://example.org/{page}"
    return ",".join(given.get(column, "") for column in HEADER.split(","))


def built(tmp_path: Path, *rows: str, name: str = "data", verdicts: str = "") -> Graph:
    data = tmp_path / name
    (data / "awards").mkdir(parents=True, exist_ok=True)
    (data / "register").mkdir(exist_ok=True)
    (data / "awards" / "all.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    if verdicts:
        header = "on,by,kind,subject,object,verdict,why,subject_name,object_name\n"
        (data / "register" / "decisions.csv").write_text(header + verdicts, encoding="utf-8")
    location = tmp_path / f"{name}.graph"
    import_sources(find_sources(data), location, data=data, only_these=True)
    return Graph.open(location)


def awards(graph: Graph) -> set[str]:
    return {award for (award,) in asked(graph, "SELECT ?a { ?a a awg:Conferral }")}


def replaced(graph: Graph) -> dict[str, str]:
    return {one: other for one, other, *_ in asked(graph, "SELECT ?a ?b { ?a dct:isReplacedBy ?b }")}


def values(graph: Graph, path: str) -> set[str]:
    return {value for (value,) in asked(graph, f"SELECT ?v {{ ?a a awg:Conferral ; {path} ?v }}")}


INNOVATION, GOOD = {"category_th": "นวัตกรรมการบริการ"}, {"level_th": "ดี"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, INNOVATION | GOOD),  # one says more
        (GOOD, INNOVATION),  # each says what the other leaves out
        (INNOVATION | GOOD, INNOVATION | GOOD | {"project_th": "งานหนึ่ง"}),
        ({"country": "ไทย"}, {"country": "ไทย", "province_th": "ตรัง"}),
        ({"recipient_th": "", "project_th": "งานหนึ่ง"}, {"recipient_th": "", "project_th": "งานหนึ่ง"} | GOOD),
    ],
)
def test_reports_that_contradict_in_nothing_are_one_award(
    tmp_path: Path, one: dict[str, str], other: dict[str, str]
) -> None:
    graph = built(tmp_path, row("a", **one), row("b", **other))
    assert len(awards(graph)) == 1
    assert values(graph, "dct:source") == {"https://example.org/a", "https://example.org/b"}
    assert len(values(graph, "awg:statedIn")) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GOOD, {"level_th": "ดีเด่น"}),
        ({"year_be": "2565"}, {}),
        ({"recipient_th": "กรมการแพทย์"}, {}),
        ({"project_th": "งานหนึ่ง"}, {"project_th": "งานสอง"}),
        ({"item": "1/2"}, {}),  # which of the two?
        ({"year_be": ""}, {}),  # of which year?
        ({"province_th": "ตรัง"}, {"province_th": "ตาก"}),
        ({"scheme_th": "รางวัลอื่น"}, {}),
        ({"outcome": "finalist"}, {}),  # entered, not won
        ({"recipient_th": "กรมอนามัย|กรมการแพทย์"}, {}),  # shared by two
    ],
)
def test_reports_that_contradict_stay_two(tmp_path: Path, one: dict[str, str], other: dict[str, str]) -> None:
    graph = built(tmp_path, row("a", **one), row("b", **other))
    assert len(awards(graph)) == 2 - ("outcome" in one)
    assert not replaced(graph)


def test_one_page_tells_of_each_award_once(tmp_path: Path) -> None:
    assert len(awards(built(tmp_path, row("a"), row("a", **INNOVATION)))) == 2


def test_a_report_that_fits_two_awards_is_left_for_a_person(tmp_path: Path) -> None:
    graph = built(
        tmp_path,
        row("a"),
        row("b", **INNOVATION),
        row("b", category_th="พัฒนาการบริการ"),
        row("c", **INNOVATION | GOOD),
    )
    # The two pages that tell of service innovation are one; the page without a category fits either.
    assert len(awards(graph)) == 3
    waits = [item.reason for item in waiting(graph, tmp_path / "data") if item.kind == "award"]
    assert waits == ["several", "several"]


def test_the_fullest_report_gives_the_title_and_the_narrowest_place_stays(tmp_path: Path) -> None:
    graph = built(
        tmp_path, row("a", country="ไทย"), row("b", country="ไทย", province_th="ตรัง", **INNOVATION | GOOD)
    )
    assert values(graph, "rdfs:label") == {"รางวัลเลิศรัฐ พ.ศ. 2566 · นวัตกรรมการบริการ · ดี"}
    assert values(graph, "awg:place/rdfs:label") == {"ตรัง"}


def test_filling_an_empty_slot_changes_no_published_iri(tmp_path: Path) -> None:
    steps = [
        row("a"),
        row("b", **INNOVATION),
        row("c", **INNOVATION | GOOD),
        row("d", **INNOVATION | GOOD, project_th="งาน"),
    ]
    published = awards(built(tmp_path, steps[0]))
    for count in range(2, len(steps) + 1):
        graph = built(tmp_path, *steps[:count])
        assert awards(graph) == published
        assert set(replaced(graph).values()) == published


def test_in_whatever_order_sources_come_the_graph_is_the_same_and_every_iri_leads_on(tmp_path: Path) -> None:
    rows = [row("a"), row("b", **INNOVATION), row("c", **INNOVATION | GOOD)]
    digests, seen = set(), set()
    for number, order in enumerate(permutations(rows)):
        for count in range(1, len(order) + 1):
            graph = built(tmp_path, *order[:count], name=f"order-{number}")
            seen |= awards(graph)
        digests.add(graph.manifest.digest)
    assert len(digests) == 1
    assert seen == awards(graph) | replaced(graph).keys()


def test_people_of_a_united_award_take_part_once(tmp_path: Path) -> None:
    data = tmp_path / "data" / "awards"
    data.mkdir(parents=True)
    head = "scheme_th,level_th,year_be,recipient_th,presenter_th,source_url\n"
    line = "รางวัลเลิศรัฐ,{},2566,กรมอนามัย,นายวิษณุ เครืองาม,https://example.org/{}\n"
    (data / "all.csv").write_text(head + line.format("", "a") + line.format("ดี", "b"), encoding="utf-8")
    import_sources(find_sources(tmp_path / "data"), tmp_path / "g", data=tmp_path / "data", only_these=True)
    graph = Graph.open(tmp_path / "g")
    [found] = asked(
        graph,
        "SELECT (COUNT(DISTINCT ?p) AS ?n) (COUNT(?w) AS ?m) { ?p awg:forConferral ?a ; awg:statedIn ?w . ?a a awg:Conferral }",
    )
    assert found == ("1", "2")


# --- verdicts ---


def proposed(graph: Graph, tmp_path: Path) -> Item:
    [item] = [item for item in waiting(graph, tmp_path / "data") if item.kind == "award"]
    return item


def test_a_verdict_unites_what_no_rule_may_and_both_values_stay(tmp_path: Path) -> None:
    rows = row("a", project_th="งาน", **GOOD), row("b", project_th="งาน", level_th="ดีเด่น")
    before = built(tmp_path, *rows)
    item = proposed(before, tmp_path)
    assert item.reason == "level"
    verdict = f"2026-01-05,สมศรี,award,{item.subject},{item.object},same,the office says so,,\n"
    graph = built(tmp_path, *rows, verdicts=verdict)
    assert len(awards(graph)) == 1
    assert values(graph, "awg:level/rdfs:label") == {"ดี", "ดีเด่น"}
    assert values(graph, "rdfs:label") == {"รางวัลเลิศรัฐ พ.ศ. 2566"}  # the title takes no side
    assert awards(before) == awards(graph) | replaced(graph).keys()
    assert not [item for item in waiting(graph, tmp_path / "data") if item.kind == "award"]


def test_a_verdict_parts_what_the_rule_would_unite_and_can_be_taken_back(tmp_path: Path) -> None:
    rows = row("a"), row("b", **INNOVATION), row("c", category_th="พัฒนาการบริการ")
    graph = built(tmp_path, *rows)
    one, other = (item for item in waiting(graph, tmp_path / "data") if item.kind == "award")
    different = f"2026-01-05,สมศรี,award,{one.subject},{one.object},different,,,\n"
    graph = built(tmp_path, *rows, verdicts=different)
    assert len(awards(graph)) == 2  # the one that is left fits only one other
    back = f"2026-02-05,สมศรี,award,{one.object},{one.subject},undecided,,,\n"
    assert len(awards(built(tmp_path, *rows, verdicts=different + back))) == 3
    assert one != other


def test_a_verdict_on_a_name_is_obeyed_and_its_old_iri_leads_to_the_body(tmp_path: Path) -> None:
    register = tmp_path / "data" / "register"
    register.mkdir(parents=True)
    (register / "agencies.csv").write_text("id,name_th\nrevenue,กรมสรรพากร\n", encoding="utf-8")
    pages = row("a", recipient_th="กรมสรรพากร"), row("b", recipient_th="กรมสรรพกร", **GOOD)
    before = built(tmp_path, *pages)
    assert len(awards(before)) == 2
    [item] = [item for item in waiting(before, tmp_path / "data") if item.kind == "agency"]
    assert (item.reason, item.object, item.object_name) == ("spelling", "revenue", "กรมสรรพากร")
    verdict = f"2026-01-05,สมศรี,agency,{item.subject},{item.object},same,a misprint,,\n"
    graph = built(tmp_path, *pages, verdicts=verdict)
    assert len(awards(graph)) == 1
    base = graph.manifest.base
    assert replaced(graph)[f"{base}agency/{item.subject}"] == f"{base}agency/revenue"
    # Every award that was ever published is still found.
    assert awards(before) <= awards(graph) | replaced(graph).keys()
    assert asked(graph, "SELECT ?n { agency:revenue skos:altLabel ?n }") == [("กรมสรรพกร",)]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("2026-01-05,ก,award,{a},ffffffffffffffff,same,,,", "there is no award 'ffffffffffffffff'"),
        ("2026-01-05,ก,agency,nobody,revenue,same,,,", "there is no agency 'nobody'"),
        ("2026-01-05,ก,award,{a},{b},maybe,,,", "'maybe' is no verdict; expected same, different, undecided"),
        ("2026-01-05,ก,awards,{a},{b},same,,,", "'awards' is no kind"),
        ("2026-01-05,,award,{a},{b},same,,,", "does not say who decided"),
        ("yesterday,ก,award,{a},{b},same,,,", "'yesterday' is no date"),
        ("2026-01-05,ก,award,{a},{a},same,,,", "compares a thing with itself"),
        ("2026-01-05,ก,award,{a},not an id,same,,,", "'not an id' is no id"),
    ],
)
def test_a_ledger_that_cannot_be_obeyed_is_refused_with_its_line(
    tmp_path: Path, line: str, problem: str
) -> None:
    rows = row("a", project_th="งาน", **GOOD), row("b", project_th="งาน", level_th="ดีเด่น")
    before = built(tmp_path, *rows)
    item = proposed(before, tmp_path)
    with pytest.raises(SourceError) as refused:
        built(tmp_path, *rows, verdicts=line.format(a=item.subject, b=item.object) + "\n")
    assert (refused.value.where, refused.value.line) == ("register/decisions.csv", 2)
    assert problem in str(refused.value)
    assert Graph.open(tmp_path / "data.graph").manifest == before.manifest


def test_verdicts_cannot_contradict_each_other(tmp_path: Path) -> None:
    rows = [row(page, level_th=level, project_th="งาน") for page, level in zip("abc", "ตวพ", strict=True)]
    quotes = asked(built(tmp_path, *rows), "SELECT ?words ?p { ?p awg:quote ?words }")
    a, b, c = (next(p.rpartition("/")[2] for words, p in quotes if f" {level} " in words) for level in "ตวพ")
    lines = f"2026-01-05,ก,award,{a},{b},same,,,\n2026-01-05,ก,award,{b},{c},same,,,\n"
    assert len(awards(built(tmp_path, *rows, verdicts=lines))) == 1
    with pytest.raises(SourceError, match=r"decisions.csv:4: .* are one by way of other verdicts"):
        built(tmp_path, *rows, verdicts=lines + f"2026-01-05,ก,award,{a},{c},different,,,\n")


def test_a_name_cannot_stand_for_two_bodies(tmp_path: Path) -> None:
    lines = "2026-01-05,ก,agency,x,a,same,,,\n2026-01-06,ก,agency,x,b,same,,,\n"
    with pytest.raises(SourceError, match="x is a by line 2, and now b"):
        built(tmp_path, row("a"), verdicts=lines)


def test_a_name_cannot_stand_for_itself_by_way_of_others(tmp_path: Path) -> None:
    lines = (
        "2026-01-05,ก,agency,x,y,same,,,\n2026-01-06,ก,agency,y,z,same,,,\n2026-01-06,ก,agency,z,x,same,,,\n"
    )
    with pytest.raises(SourceError, match="is itself, by way of"):
        built(tmp_path, row("a"), verdicts=lines)


@pytest.mark.parametrize("name", ["กรม\u202eอนามัย", "กร\u0ea1อนามัย", "\u0e01\u0e23\u0e21อนามัย\ufffd"])
def test_a_name_that_passes_for_another_is_flagged_and_never_united(tmp_path: Path, name: str) -> None:
    register = tmp_path / "data" / "register"
    register.mkdir(parents=True)
    (register / "agencies.csv").write_text("id,name_th\nhealth,กรมอนามัย\n", encoding="utf-8")
    graph = built(tmp_path, row("a"), row("b", recipient_th=name))
    assert len(awards(graph)) == 2
    [item] = [item for item in waiting(graph, tmp_path / "data") if item.kind == "agency"]
    assert item.reason == "lookalike"
    assert item.object in {"health", ""}


# --- what must never become one ---


def bodies(graph: Graph) -> set[str]:
    return {body for (body,) in asked(graph, "SELECT DISTINCT ?b { ?a awg:recipient ?b }")}


def register(tmp_path: Path, agencies: str) -> None:
    (tmp_path / "data" / "register").mkdir(parents=True)
    (tmp_path / "data" / "register" / "agencies.csv").write_text(agencies, encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("สรรพากรพื้นที่ตรัง", "Area Revenue Office"), ("สรรพากรพื้นที่ตาก", "Area Revenue Office")),
        (("", "Office 1-1"), ("", "Office 1 1")),
        (("สำนักอนามัย", "Department of Health"), ("กรมอนามัย", "Department of Health")),
        (("กรมอนามัย", "Ministry of Interior"), ("กรมอนามัย", "")),
        (("สป.", ""), ("สป.", "")),  # of which ministry?
    ],
)
def test_two_bodies_that_share_a_name_stay_two(
    tmp_path: Path, one: tuple[str, str], other: tuple[str, str]
) -> None:
    known = "id,name_th,name_en,abbreviations,parent\nhealth,กรมอนามัย,Department of Health,,\n"
    known += "interior,กระทรวงมหาดไทย,Ministry of Interior,,\nlabour,กระทรวงแรงงาน,,,\n"
    register(tmp_path, known + "ops-i,สำนักหนึ่ง,,สป.,interior\nops-l,สำนักสอง,,สป.,labour\n")
    header = "scheme_th,year_be,recipient_th,recipient_en,source_url\n"
    rows = [
        f"รางวัลเลิศรัฐ,2566,{th},{en},https://example.org/{page}\n"
        for page, (th, en) in zip("ab", (one, other), strict=True)
    ]
    (tmp_path / "data" / "awards").mkdir()
    (tmp_path / "data" / "awards" / "a.csv").write_text(header + "".join(rows), encoding="utf-8")
    import_sources(find_sources(tmp_path / "data"), tmp_path / "g", data=tmp_path / "data")
    graph = Graph.open(tmp_path / "g")
    assert (len(awards(graph)), len(bodies(graph))) == (2, 2)


@pytest.mark.parametrize(
    "names", [("ป.ป.ช.", "ปปช"), ("สำนัก ๑", "สํานัก1"), ("กรม ใหม่", "กรมใหม่"), ("เเม่", "แม่")]
)
def test_one_name_that_nobody_registered_is_one_body_however_it_is_typed(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    graph = built(tmp_path, *(row(page, recipient_th=name) for page, name in zip("ab", names, strict=True)))
    assert (len(awards(graph)), len(bodies(graph))) == (1, 1)


@pytest.mark.parametrize("other", ["a/", "a#top", "a?page=2", "A"])
def test_one_page_under_two_addresses_tells_of_each_award_once(tmp_path: Path, other: str) -> None:
    assert len(awards(built(tmp_path, row("a"), row(other, **INNOVATION)))) == 2


def test_one_work_in_two_places_is_two_awards(tmp_path: Path) -> None:
    rows = [row("a", recipient_th="", project_th="หมอครอบครัว", province_th=place) for place in ("ตรัง", "ตาก")]
    assert len(awards(built(tmp_path, *rows))) == 2


def test_a_category_belongs_to_its_scheme(tmp_path: Path) -> None:
    header = "scheme,category,year,recipient\n"
    (tmp_path / "data" / "awards").mkdir(parents=True)
    rows = "Public Service,Award Gold,2020,A Body\nPublic Service Award,Gold,2020,A Body\n"
    (tmp_path / "data" / "awards" / "a.csv").write_text(header + rows, encoding="utf-8")
    import_sources(find_sources(tmp_path / "data"), tmp_path / "g", data=tmp_path / "data")
    found = asked(Graph.open(tmp_path / "g"), "SELECT ?c ?s { ?c a awg:Category ; awg:ofScheme ?s }")
    assert len({category for category, _ in found}) == len(found) == 2


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        ({"outcome": "finalist"}, {}, "an award and an application that did not win are two"),
        ({"year_be": "2565"}, {}, "awards of two editions are two"),
    ],
)
def test_no_verdict_unites_what_cannot_be_one(
    tmp_path: Path, one: dict[str, str], other: dict[str, str], problem: str
) -> None:
    rows = row("a", **one), row("b", **other)
    passages = [
        p.rpartition("/")[2] for (p,) in asked(built(tmp_path, *rows), "SELECT ?p { ?p a awg:Passage }")
    ]
    with pytest.raises(SourceError, match=problem):
        built(tmp_path, *rows, verdicts=f"2026-01-05,ก,award,{passages[0]},{passages[1]},same,,,\n")


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("2026-01-05,ก,agency,revenue,health,same,,,\n", "revenue is in the register"),
        ("2026-01-05,ก,agency,{x},revenu,same,,,\n", "there is no agency 'revenu'"),
        ("2026-01-05,ก,agency,{x},revenue,same,,,\n2026-01-06,ก,agency,{x},revenue,different,,,\n", ""),
    ],
)
def test_a_verdict_is_on_a_name_that_nobody_registered(tmp_path: Path, lines: str, problem: str) -> None:
    register(tmp_path, "id,name_th\nrevenue,กรมสรรพากร\nhealth,กรมอนามัย\n")
    before = built(tmp_path, row("a", recipient_th="กรมสรรพกร"))
    [slug] = [body.rpartition("/")[2] for body in bodies(before)]
    verdicts = lines.format(x=slug)
    if problem:
        with pytest.raises(SourceError, match=problem):
            built(tmp_path, row("a", recipient_th="กรมสรรพกร"), verdicts=verdicts)
    else:  # the last line counts
        assert bodies(built(tmp_path, row("a", recipient_th="กรมสรรพกร"), verdicts=verdicts)) == bodies(
            before
        )


def published(graph: Graph) -> set[str]:
    """Return everything below our base that a page could have linked to."""
    found = asked(graph, "SELECT DISTINCT ?s { ?s a ?class }")
    return {
        iri
        for (iri,) in found
        if iri.startswith(graph.manifest.base) and not re.search("/(source|name)/", iri)
    }


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("agency", {"recipient_th": "กรมสรรพกร"}),
        ("agency", {"recipient_parent_th": "กรมสรรพกร", "recipient_th": "กองหนึ่ง"}),
        ("scheme", {"scheme_th": "รางวัลเลิดรัฐ"}),
        ("place", {"country": "ไท"}),
    ],
)
def test_a_verdict_on_a_name_loses_no_published_iri(tmp_path: Path, kind: str, cells: dict[str, str]) -> None:
    register(tmp_path, "id,name_th\nrevenue,กรมสรรพากร\n")
    folder = tmp_path / "data" / "register"
    (folder / "schemes.csv").write_text("id,kind,name_th\npsea,scheme,รางวัลเลิศรัฐ\n", encoding="utf-8")
    (folder / "places.csv").write_text("id,type,name_th\nth,country,ไทย\n", encoding="utf-8")
    rows = [
        row("a", **INNOVATION, **GOOD, project_th="งาน", province_th="ตรัง", **({"country": "ไทย"} | cells))
    ]
    known = {"agency": "revenue", "scheme": "psea", "place": "th"}[kind]
    word = next(iter(cells.values()))
    before = built(tmp_path, *rows)
    [(subject,)] = asked(before, f'SELECT ?s {{ ?s rdfs:label "{word}"@th }}')
    verdict = f"2026-01-05,ก,{kind},{subject.rpartition('/')[2]},{known},same,,,\n"
    after = built(tmp_path, *rows, verdicts=verdict)
    assert published(before) <= published(after) | replaced(after).keys()
    back = verdict.replace(",same,", ",undecided,")
    again = built(tmp_path, *rows, verdicts=verdict + back)
    assert published(after) <= published(again) | replaced(again).keys() | {
        f"{again.manifest.base}{kind}/{known}"
    }
