"""Names as sources print them, beside the name that the register chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph
from awardgraph.graph.find import find_one
from awardgraph.importer.run import find_sources, import_sources
from tests.conftest import rows

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "scheme_th,year_be,recipient_th,project_th,country,presenter_th,source_url\n"
FORMS = "SELECT DISTINCT ?who ?printed ?source { GRAPH ?source { ?who awg:nameForm ?f } ?f skosxl:literalForm ?printed } ORDER BY ?who ?printed ?source"


def forms(folder: Path, *lines: str) -> list[list[str]]:
    """Build a folder whose register knows a department, a person and a work; return the name forms."""
    files = {
        "register/places.csv": "id,type,name_th,iso_code\nth,country,ไทย,TH\n",
        "register/agencies.csv": "id,type,name_th,name_en,aliases,country\ndoh,department,กรมอนามัย,Department of Health,กรมอนามัยฯ,th\n",
        "register/people.csv": "id,name_th,name_en\nwissanu,วิษณุ เครืองาม,\n",
        "register/projects.csv": "id,name_th,aliases\nlibong,เกาะลิบง,โครงการเกาะลิบง\n",
        "awards/few.csv": HEADER + "".join(f"{line}\n" for line in lines),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    import_sources(find_sources(folder), folder / "g", data=folder)
    graph = Graph.open(folder / "g")
    return list(rows(graph.query(FORMS), graph.manifest.base))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("ก,2564,กรมอนามัย,เกาะลิบง,ไทย,วิษณุ เครืองาม", []),
        ("ก,2564,กรมอนามัยฯ,เกาะลิบง,ไทย,", [["agency:doh", "กรมอนามัยฯ"]]),
        ("ก,2564,Department of Health,,ไทย,", []),
        ("ก,2564,กรมอนามัย,โครงการเกาะลิบง,ไทย,", [["project:libong", "โครงการเกาะลิบง"]]),
        (
            "ก,2564,กรมอนามัย,,ไทย,ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม",
            [["person:wissanu", "ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม"]],
        ),
        ("ก,2564,หน่วยงานที่ไม่มีในทะเบียน,,ไทย,นายคนอื่น ใดก็ตาม", []),
    ],
)
def test_only_what_is_printed_otherwise_than_the_register(
    tmp_path: Path, row: str, expected: list[list[str]]
) -> None:
    assert [form[:2] for form in forms(tmp_path, f"{row},https://example.org/a")] == expected


def test_the_same_words_from_two_sources_are_one_form_with_two_passages(tmp_path: Path) -> None:
    line = "ก,2564,กรมอนามัยฯ,,ไทย,,https://example.org/"
    found = forms(tmp_path, f"{line}a", f"{line}b")
    assert [form[2] for form in found] == ["https://example.org/a", "https://example.org/b"]
    graph = Graph.open(tmp_path / "g")
    counted = graph.query(
        "SELECT (COUNT(DISTINCT ?f) AS ?forms) (COUNT(DISTINCT ?p) AS ?passages) { ?f a awg:NameForm ; awg:statedIn ?p }"
    )
    assert list(rows(counted)) == [["1", "2"]]


def test_every_form_of_the_shipped_build_is_printed_by_its_passages(shipped: Graph) -> None:
    unprinted = """SELECT ?form { ?form a awg:NameForm ; skosxl:literalForm ?words
      FILTER NOT EXISTS { ?form awg:statedIn/awg:quote ?quote FILTER(CONTAINS(?quote, STR(?words))) } }"""
    assert list(rows(shipped.query(unprinted))) == []
    the_name = """ASK { ?form skosxl:literalForm ?words . ?entity awg:nameForm ?form ; rdfs:label ?words }"""
    assert not shipped.query(the_name)


def test_a_person_is_found_by_titles_and_name(shipped: Graph) -> None:
    found = find_one(shipped, "ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม")
    assert found.endswith("/person/wissanu-krea-ngam")
