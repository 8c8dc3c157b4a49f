"""Whose site a page stands on: the register of sites, and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph import Graph, SourceError
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.sites import publisher_of
from awardgraph.importer.run import find_sources, import_sources
from tests.conftest import ROOT, rows

if TYPE_CHECKING:
    from pathlib import Path

AGENCIES = "id,type,name_th,name_en\nopdc,department,สำนักงาน ก.พ.ร.,\ndepa,public-organisation,ดีป้า,\n"
SEGMENT = st.text(alphabet="abcdefgh0123", min_size=1, max_size=6)


def register(folder: Path, sites: str) -> Path:
    """Write a register of two agencies and some sites."""
    (folder / "register").mkdir(parents=True, exist_ok=True)
    (folder / "register" / "agencies.csv").write_text(AGENCIES, encoding="utf-8")
    (folder / "register" / "sites.csv").write_text(f"site,publisher,source,notes\n{sites}", encoding="utf-8")
    return folder / "register"


@pytest.mark.parametrize(
    ("sites", "problem"),
    [
        ("www.opdc.go.th,ocsc,,\n", r"sites\.csv:2: publisher names 'ocsc', which no agency has as its id"),
        ("a.go.th,opdc,,\na.go.th,depa,,\n", r"sites\.csv:3: the site a\.go\.th stands in an earlier line"),
        ("https://www.opdc.go.th,opdc,,\n", r"sites\.csv:2: 'https://www\.opdc\.go\.th' is no site"),
        ("WWW.opdc.go.th,opdc,,\n", "is no site"),
        ("www.opdc.go.th/,opdc,,\n", "is no site"),
        ("opdc,opdc,,\n", "is no site"),
        (",opdc,,\n", "is no site"),
    ],
)
def test_a_wrong_site_is_named_with_its_line(tmp_path: Path, sites: str, problem: str) -> None:
    with pytest.raises(SourceError, match=problem):
        read_register(register(tmp_path, sites))


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("https://un.org/en/desa/unpsa", "undesa"),
        ("https://UN.org:443/en/desa", "undesa"),
        ("https://un.org/en/desa-reports", "un"),
        ("https://un.org/press?of=/en/desa", "un"),
        ("https://un.org", "un"),
        ("https://news.un.org/en", None),
        ("https://un.org.example/en", None),
    ],
)
def test_the_longest_site_decides(page: str, publisher: str | None) -> None:
    assert publisher_of(page, {"un.org": "un", "un.org/en/desa": "undesa"}) == publisher


@given(st.lists(SEGMENT, min_size=1, max_size=5), st.integers(min_value=0, max_value=5))
def test_every_page_below_a_site_is_its_publishers(path: list[str], depth: int) -> None:
    site = "/".join(["example.org", *path[:depth]])
    assert publisher_of(f"https://example.org/{'/'.join(path)}?a=1#b", {site: "somebody"}) == "somebody"


def test_the_register_of_sites_says_so_and_not_the_page(folder: Path, tmp_path: Path) -> None:
    register(folder, "example.org,opdc,,\n")
    import_sources(find_sources(folder), tmp_path / "g", data=folder)
    graph = Graph.open(tmp_path / "g")
    told = graph.query("SELECT DISTINCT ?g ?b { GRAPH ?g { <https://example.org/a> dct:publisher ?b } }")
    assert list(rows(told, graph.manifest.base)) == [["source:register-sites", "agency:opdc"]]


def test_what_a_record_says_of_its_publisher_wins(folder: Path, tmp_path: Path) -> None:
    register(folder, "example.org,opdc,,\n")
    (folder / "records").mkdir()
    (folder / "records" / "own.yaml").write_text(
        "document: {id: own, title: ข่าว, url: 'https://example.org/own', publisher: ดีป้า}\nagency: ดีป้า\ncountry: ไทย\n",
        encoding="utf-8",
    )
    import_sources(find_sources(folder), tmp_path / "g", data=folder)
    graph = Graph.open(tmp_path / "g")
    told = graph.query("SELECT ?b { <https://example.org/own> dct:publisher ?b }")
    assert list(rows(told, graph.manifest.base)) == [["agency:depa"]]


def test_the_pages_of_the_un_and_of_opdc_are_their_own() -> None:
    sites = read_register(ROOT / "data" / "register").sites
    assert publisher_of("https://www.un.org/en/desa/unpsa-winner-announcement", sites) == "undesa"
    assert publisher_of("https://awards.opdc.go.th/content/MTA4NA", sites) == "opdc"
    assert publisher_of("https://mgronline.com/business/detail/9680000123529", sites) is None
