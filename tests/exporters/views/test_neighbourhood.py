"""What a picture holds: what is near, what is left out and counted, what is collapsed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.errors import UsageError
from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.picture import Edge, Kind
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import DEPA, DEPA_TEXT, HEAD, RELEASE, Loaded, hub, turtle

if TYPE_CHECKING:
    from awardgraph.exporters.views.picture import Fact, Node, Picture


def iri(slug: str) -> str:
    return DEFAULT_BASE + slug


def slugs(picture: Picture, kind: Kind) -> set[str]:
    return {node.iri.removeprefix(DEFAULT_BASE) for node in picture.nodes if node.kind == kind}


def drawn(picture: Picture, slug: str) -> Node:
    node = picture.node(iri(slug))
    assert node, f"{slug} is not drawn"
    return node


def fact(node: Node, name: str) -> Fact:
    return next(found for found in node.facts if found.name == name)


def test_a_release_shows_everything_it_says(release: Picture) -> None:
    assert release.nodes[0].iri == RELEASE
    assert len(slugs(release, "award")) == 3
    assert slugs(release, "person") == {"person/wissanu-krea-ngam", "person/nuttapon-nimmanphatcharin"}
    assert {"agency/depa", "agency/opdc"} <= slugs(release, "agency")
    assert slugs(release, "project") == {"project/koh-libong", "project/digital-services-account"}
    assert slugs(release, "ceremony") == {"ceremony/psea-2023", "exhibition/psea-2023-depa"}
    assert {"place/th-92", "place/th-920213"} <= slugs(release, "place")
    assert {
        "scheme/psea", "scheme/unpsa", "edition/psea-2023", "edition/psea-2021", "edition/unpsa-2022",
        "category/psea-pmqa-4-0", "branch/psea-pmqa", "level/psea-advance", "goal/citizen-centric",
    } <= slugs(release, "scheme")  # fmt: skip
    others = {node.iri for node in release.nodes if node.kind == "source"} - {RELEASE}
    assert others == {
        iri("source/opdc-winners-2566"),
        "https://www.telecomlover.com/2021/09/17/depalert/",
        "https://www.un.org/en/desa/unpsa-winner-announcement",
    }


def test_parts_and_passages_are_lines_and_offerings_and_scales_are_not_drawn(release: Picture) -> None:
    awarded = iri("conferral/psea-2023-depa-1a2b3c4d")
    assert Edge(iri("person/wissanu-krea-ngam"), awarded, "presenter") in release.edges
    assert Edge(iri("person/nuttapon-nimmanphatcharin"), awarded, "receiver") in release.edges
    assert Edge(awarded, RELEASE, "statedIn") in release.edges
    kinds_of_iri = {node.iri.removeprefix(DEFAULT_BASE).split("/")[0] for node in release.nodes}
    assert not kinds_of_iri & {"participation", "passage", "offering", "scale"}


def test_a_line_that_two_others_say_is_left_out(release: Picture) -> None:
    awarded = iri("conferral/psea-2023-depa-1a2b3c4d")
    relations = {edge.relation for edge in release.edges if edge.source == awarded}
    assert {"inEdition", "forCategory"} <= relations
    assert not {"underScheme", "inBranch"} & relations
    assert fact(drawn(release, "conferral/psea-2023-depa-1a2b3c4d"), "inBranch").values


def test_facts_name_their_sources_and_quotes_their_words(release: Picture) -> None:
    award = drawn(release, "conferral/psea-2023-depa-1a2b3c4d")
    assert fact(award, "level").sources == (iri("source/depa-pmqa-2566"), iri("source/opdc-winners-2566"))
    assert fact(award, "atCeremony").sources == (RELEASE,)
    assert {quote.source for quote in award.quotes} == set(fact(award, "level").sources)
    ceremony = drawn(release, "ceremony/psea-2023")
    assert fact(ceremony, "heldOn").values[0].words.th == "7 กันยายน พ.ศ. 2566 (ค.ศ. 2023)"
    assert fact(ceremony, "heldOn").values[0].words.en == "7 September 2023 (2566 BE)"
    assert fact(ceremony, "venue").values[0].words.en == "IMPACT Muang Thong Thani"
    assert fact(ceremony, "agenciesAtLeast").values[0].words.en == "at least 200"
    person = drawn(release, "person/nuttapon-nimmanphatcharin")
    assert [value.words.first for value in fact(person, "post").values] == [
        "ผู้อำนวยการใหญ่",
        "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล",
    ]
    assert fact(person, "onBehalfOf").values[0].iri == DEPA
    assert person.quotes[0].source == RELEASE


def test_marks_tell_level_nation_and_application(depa: Loaded, release: Picture) -> None:
    pmqa = drawn(release, "conferral/psea-2023-depa-1a2b3c4d")
    assert (pmqa.strength, pmqa.year, pmqa.marks) == (0.67, 2023, ())
    assert (pmqa.short.th, pmqa.short.en) == ("PMQA 4.0\nก้าวหน้า พ.ศ. 2566", "PMQA 4.0\nAdvance 2023")
    assert drawn(release, "conferral/unpsa-2022-depa-9c0d1e2f").marks == ("international",)
    applied = drawn(neighbourhood(depa, DEPA), "application/unpsa-2022-mdes-77aa88bb")
    assert (applied.type, applied.marks) == ("application", ("application", "international"))
    assert fact(applied, "outcome").values[0].words.en == "Finalist"


def test_sources_that_disagree_are_marked() -> None:
    text = """<source/other> { <conferral/psea-2023-depa-1a2b3c4d> awg:level <level/psea-significance> . }"""
    picture = neighbourhood(Loaded(DEPA_TEXT, HEAD + text), RELEASE)
    assert "disputed" in drawn(picture, "conferral/psea-2023-depa-1a2b3c4d").marks


def test_a_hub_in_the_middle_keeps_room_for_its_context() -> None:
    picture = neighbourhood(hub(328), iri("agency/hub"))
    assert len(slugs(picture, "award")) == 60
    assert picture.hidden == (("award", 268),)
    assert drawn(picture, "agency/hub").hidden == (("award", 268),)
    assert {"level/psea-good", "category/psea-service-innovation"} <= slugs(picture, "scheme")
    years = {node.year for node in picture.nodes if node.type == "conferral"}
    assert years == {2019, 2018}, "the newest come first"


def test_a_hub_on_the_way_stays_closed_and_is_counted() -> None:
    picture = neighbourhood(hub(40), iri("conferral/x-00003"))
    assert slugs(picture, "award") == {"conferral/x-00003"}
    assert dict(drawn(picture, "level/psea-good").hidden)["award"] == 39 + 2
    assert dict(picture.hidden)["award"] == 39 + 3, "each is counted once, however many ways lead to it"


@pytest.mark.parametrize("limit", [1, 2, 10, 30])
def test_no_more_is_drawn_than_asked_for(depa: Loaded, release: Picture, limit: int) -> None:
    picture = neighbourhood(depa, RELEASE, limit=limit)
    assert len(picture.nodes) <= limit
    assert picture.nodes[0].iri == RELEASE
    known = {node.iri for node in picture.nodes}
    assert all({edge.source, edge.target} <= known for edge in picture.edges)
    assert sum(n for _, n in picture.hidden) > 0
    # Nearest first: whatever is a step away is there before anything two steps away.
    near = {node.iri for node in release.nodes if node.distance <= 1}
    assert near <= known or all(node.distance <= 1 for node in picture.nodes)


def test_depth_none_one_and_two(depa: Loaded) -> None:
    assert [node.iri for node in neighbourhood(depa, DEPA, depth=0).nodes] == [DEPA]
    one = neighbourhood(depa, DEPA, depth=1)
    assert {node.distance for node in one.nodes} == {0, 1}
    assert "person" not in {node.kind for node in one.nodes}
    assert len(neighbourhood(depa, DEPA, depth=2).nodes) > len(one.nodes)


def test_the_same_graph_gives_the_same_picture(release: Picture) -> None:
    lines = DEPA_TEXT.split("\n# ---")
    turned = "\n# ---".join([lines[0], *reversed(lines[1:])])
    assert neighbourhood(Loaded(turned), RELEASE) == release


def test_a_source_without_passages_shows_what_it_describes(depa: Loaded) -> None:
    picture = neighbourhood(depa, iri("source/register-people"))
    assert slugs(picture, "person") == {"person/wissanu-krea-ngam", "person/nuttapon-nimmanphatcharin"}
    assert {edge.relation for edge in picture.edges} == {"mentions"}


def test_a_table_is_shown_around_itself_and_not_beside_every_award() -> None:
    row = """<conferral/row> a awg:Conferral ; awg:recipient <agency/a> ; dct:source <https://example.org/page> ;
        awg:statedIn <passage/row> . <agency/a> a awg:PublicAgency . <https://example.org/page> a awg:SourceDocument .
        <passage/row> awg:passageOf <source/table> ; awg:quote "a | row" . <source/table> a awg:SourceDocument ."""
    graph = turtle(row)
    assert slugs(neighbourhood(graph, iri("agency/a")), "source") == {"https://example.org/page"}
    table = neighbourhood(graph, iri("source/table"))
    assert Edge(iri("conferral/row"), iri("source/table"), "recordedIn") in table.edges


@pytest.mark.parametrize("focus", ["agency/depa", "https://example.org/nobody", "", "no iri at all", "<x>"])
def test_an_unknown_focus_is_said(depa: Loaded, focus: str) -> None:
    with pytest.raises(UsageError, match=r"says nothing about|is no IRI"):
        neighbourhood(depa, focus)


def test_thin_data_are_drawn_as_far_as_they_go() -> None:
    graph = turtle(
        "<conferral/a> awg:recipient <agency/b> , _:nobody , 'text' ; awg:inEdition <edition/c> .",
        '<edition/c> awg:editionYear "soon" .  <agency/b> rdfs:label "  " .',
    )
    picture = neighbourhood(graph, iri("agency/b"))
    assert [(node.kind, node.type, bool(node.label)) for node in picture.nodes] == [
        ("scheme", "thing", False)
    ]
    award = neighbourhood(graph, iri("conferral/a"))
    assert award.nodes[0].type == "thing"


def test_asking_stays_cheap_and_short() -> None:
    graph = hub(2000)
    graph.asked = 0
    picture = neighbourhood(graph, iri("agency/hub"), limit=600)
    assert len(picture.nodes) == 600 or picture.hidden
    assert graph.asked < 120
