"""Finding by whatever a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, UsageError
from awardgraph.graph.catalogue import Catalogue
from awardgraph.graph.find import find, find_one, kind_named
from awardgraph.graph.results import columns, short
from awardgraph.model.language import Bilingual
from tests.conftest import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

DEPA = "https://w3id.org/awardgraph/id/agency/depa"


@pytest.mark.parametrize(
    "name",
    ["ดีป้า", "depa", "DEPA ", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "Digital Economy Promotion Agency", "agency/depa", "agency:depa", DEPA],
)  # fmt: skip
def test_one_agency_by_all_its_names(shipped: Graph, name: str) -> None:
    assert find_one(shipped, name) == DEPA


def test_a_page_is_found_by_its_address(shipped: Graph) -> None:
    page = "https://www.un.org/en/desa/unpsa-winner-announcement"
    assert find_one(shipped, page) == page


def test_an_old_year_in_thai_digits(shipped: Graph) -> None:
    assert find_one(shipped, "รางวัลเลิศรัฐ พ.ศ. ๒๕๖๖").endswith("/edition/psea-2023")


@pytest.mark.parametrize("name", ["nobody", "https://example.org/nobody", "agency:nobody", "<>", "a b c"])
def test_nobody(shipped: Graph, name: str) -> None:
    with pytest.raises(UsageError, match="nothing in the graph is called"):
        find_one(shipped, name)


def test_a_name_of_several_lists_them(shipped: Graph) -> None:
    # Two schemes have a level of this name.
    with pytest.raises(UsageError, match=r"is the name of several: .*/level/.*, .*/level/"):
        find_one(shipped, "ดีเด่น")


def test_terms_for_people(shipped: Graph) -> None:
    [row] = rows(shipped.query("SELECT ?a ?missing { BIND(agency:depa AS ?a) }"), shipped.manifest.base)
    assert row == ["agency:depa", ""]
    [row] = rows(shipped.query("SELECT ?a { BIND(<urn:x> AS ?a) }"))
    assert row == ["urn:x"]
    construct = shipped.query("CONSTRUCT { agency:depa a org:Organization } {}")
    assert columns(construct) == ["subject", "predicate", "object"]
    assert next(rows(construct, shipped.manifest.base)) == ["agency:depa", "rdf:type", "org:Organization"]
    assert short(None) == ""


def test_what_may_have_been_meant_is_said(shipped: Graph) -> None:
    with pytest.raises(UsageError) as refused:
        find_one(shipped, "กรมอนามย")
    assert str(refused.value) == (
        "nothing in the graph is called 'กรมอนามย'. Did you mean กรมอนามัย (agency:department-of-health-th)?"
    )


def test_exact_names_come_before_beginnings_and_parts(shipped: Graph) -> None:
    found = find(Catalogue(shipped), "Ministry of Finance", kind="agency", limit=99)
    reasons = [one.reason for one in found]
    assert reasons == sorted(reasons, key=["exact", "beginning", "part"].index)
    assert {one.score for one in found if one.reason == "exact"} == {100}
    assert all(one.score < 100 for one in found if one.reason != "exact")
    assert {"exact", "beginning", "part"} == set(reasons)
    assert all("ministryoffinance" in one.name.casefold().replace(" ", "") for one in found)


def test_an_abbreviation_without_its_dots_comes_before_longer_names(shipped: Graph) -> None:
    first = find(Catalogue(shipped), "สปก")[0]
    assert (first.name, first.reason, first.score) == ("ส.ป.ก.", "exact", 100)


def test_a_part_in_latin_letters_begins_a_word(shipped: Graph) -> None:
    catalogue = Catalogue(shipped)
    assert "Change Your Mind… Build Peace" in {one.name for one in find(catalogue, "build peace")}
    assert not [one for one in find(catalogue, "uild peace") if one.reason == "part"]
    assert "กรมอนามัย" in {one.name for one in find(catalogue, "นามัย", limit=99)}


def test_each_entity_is_found_once_and_by_its_best_name(shipped: Graph) -> None:
    found = find(Catalogue(shipped), "depa", limit=99)
    assert len({one.entity.iri for one in found}) == len(found)
    assert (found[0].entity.iri, found[0].name, found[0].score) == (DEPA, "depa", 100)
    assert found[0].entity.names == Bilingual("สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "Digital Economy Promotion Agency")


def test_awards_are_found_only_when_asked_for(shipped: Graph) -> None:
    catalogue = Catalogue(shipped)
    assert {one.entity.kind for one in find(catalogue, "รางวัลเลิศรัฐ", limit=999)}.isdisjoint(
        {"conferral", "application"}
    )
    assert {one.entity.kind for one in find(catalogue, "รางวัลเลิศรัฐ", kind="conferral")} == {"conferral"}
    assert find(catalogue, "กรมอนามัย", kind="person") == []


def test_nothing_is_called_nothing(shipped: Graph) -> None:
    assert find(Catalogue(shipped), " \u200b ") == []
    assert find(Catalogue(shipped), "กรมอนามัย", limit=0) == []


def test_a_document_is_known_by_its_address(shipped: Graph) -> None:
    [found] = find(Catalogue(shipped), "MOM accolades", limit=1)
    assert (found.entity.iri, found.entity.kind) == ("https://www.mom.gov.sg/about-us/accolades", "source")


def test_a_kind_is_named_by_a_word_of_ours() -> None:
    assert [kind_named(word) for word in ("agency", "award")] == ["agency", "conferral"]
    with pytest.raises(UsageError, match=r"there is no kind 'agencies'. Did you mean agency"):
        kind_named("agencies")


def test_a_name_in_a_third_language_stands_in_the_column_of_its_letters(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "few.csv"
    table.write_text("scheme_en,recipient_en\nKorean Award,조달청\n", encoding="utf-8")
    assert run("import", table, "--graph", tmp_path / "g", "--data", tmp_path).code == 0
    [found] = find(Catalogue(Graph.open(tmp_path / "g")), "조달청")
    assert (found.entity.names, found.reason) == (Bilingual(en="조달청"), "exact")
