"""Finding by whatever a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import UsageError
from awardgraph.graph.find import find_one
from awardgraph.graph.results import columns, rows, short

if TYPE_CHECKING:
    from awardgraph import Graph

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
