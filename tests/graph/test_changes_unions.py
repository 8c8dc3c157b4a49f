"""Reports of one award that are united and parted again between two graphs: one event, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.exporters.changes import as_text
from awardgraph.graph.changes.sides import compare, opened
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph.graph.changes.change import Change

    Build = Callable[..., Path]

HEADER: Final = (
    "scheme_th,category_th,level_th,year_be,recipient_th,project_th,country,source_url,source_title"
)
SCHEMES: Final = (
    "id,kind,name_th,name_en,aliases,abbreviations,parent,scale,rank,operated_by,source,notes\n"
    "psea,scheme,รางวัลเลิศรัฐ,Public Sector Excellence Awards,,,,,,,,\n"
)
LEDGER: Final = "on,by,kind,subject,object,verdict,why,subject_name,object_name\n"

_ROW: Final = "รางวัลเลิศรัฐ,นวัตกรรมการบริการ,{},2560,กรมอนามัย,{},ไทย,https://example.org/{},ข่าว {}"
A: Final = _ROW.format("ดี", "", "a", "ก")
B: Final = _ROW.format("ดี", "งานหนึ่ง", "b", "ข")  # what A says, and for which work
C: Final = _ROW.format("ดีเด่น", "งานหนึ่ง", "c", "ค")  # another level than A and B


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Build a graph from rows and a verdict on the passages that two pages have."""

    def built(*rows: str, verdict: str = "") -> Path:
        data = tmp_path / f"data{len(list(tmp_path.glob('data*')))}"
        for name in ("awards", "register"):
            (data / name).mkdir(parents=True)
        (data / "awards" / "few.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
        (data / "register" / "schemes.csv").write_text(SCHEMES, encoding="utf-8")
        (data / "register" / "decisions.csv").write_text(LEDGER + verdict, encoding="utf-8")
        location = data / "awards.graph"
        import_sources(find_sources(data), location, data=data, only_these=True)
        return location

    return built


def same(graph: Path, *pages: str) -> str:
    """Return the verdict that what two pages report is one award."""
    passages = [
        line.split()[2].rpartition("/")[2].rstrip(">")
        for page in pages
        for line in opened(graph).find(None, None, f"https://example.org/{page}")
        if awg.STATED_IN in line
    ]
    return f"2026-01-01,สมชาย,award,{passages[0]},{passages[1]},same,one work,,\n"


def told(old: Path, new: Path) -> dict[str, Change]:
    """Return the changes by verb; none is told twice."""
    found = compare(opened(old), opened(new))
    assert len({change.verb for change in found}) == len(found)
    return {change.verb: change for change in found}


def who(change: Change) -> list[tuple[str, str]]:
    """Return the last part of each source's IRI, and what became of it."""
    return [(source.iri.rpartition("/")[2], source.state) for source in change.sources]


def test_a_source_whose_words_were_outdone_still_confirms(build: Build) -> None:
    """Of two titles the fuller one stays; the source of the other says no less than before."""
    found = told(build(A), build(A, B))
    assert found.keys() == {"completed", "confirmed"}
    assert who(found["confirmed"]) == [("b", "added")]


def test_a_source_that_always_confirmed_is_no_further_one(build: Build) -> None:
    found = told(build(A, B), build(A))
    assert found.keys() == {"cut", "unconfirmed"}
    assert who(found["unconfirmed"]) == [("b", "withdrawn")]


def test_the_source_that_gave_an_award_another_identifier_is_named(build: Build) -> None:
    found = told(build(B), build(A, B))
    assert found.keys() == {"replaced"}
    assert ("a", "added") in who(found["replaced"])


def test_an_award_still_stands_when_its_poorer_report_went(build: Build) -> None:
    """OLD itself says that the two identifiers are one award."""
    old, new = build(A, B), build(B)
    found = told(old, new)
    assert found.keys() == {"replaced", "unconfirmed"}
    assert [thing.iri for thing in found["replaced"].before] != [found["replaced"].iri]
    assert {change.iri for change in found.values()} == {found["replaced"].iri}
    assert who(found["unconfirmed"]) == [("a", "withdrawn")]


def test_a_verdict_makes_two_awards_one(build: Build) -> None:
    apart = build(A, C)
    united = build(A, C, verdict=same(apart, "a", "c"))
    found = told(apart, united)
    assert found.keys() == {"united"}
    assert sorted(thing.name.th or "" for thing in found["united"].before) == [
        "รางวัลเลิศรัฐ พ.ศ. 2560 · นวัตกรรมการบริการ · ดี",
        "รางวัลเลิศรัฐ พ.ศ. 2560 · นวัตกรรมการบริการ · ดีเด่น",
    ]
    assert [(source.file, source.state) for source in found["united"].sources] == [
        ("register/decisions.csv", "changed")
    ]
    assert as_text(list(found.values()), "th", opened(united).base).startswith(
        "~ รวมรางวัล 2 รายการเป็นรายการเดียว: “รางวัลเลิศรัฐ พ.ศ. 2560 · นวัตกรรมการบริการ” แก่ “กรมอนามัย”"
    )


def test_a_verdict_taken_back_makes_two_of_one(build: Build) -> None:
    apart = build(A, C)
    united = build(A, C, verdict=same(apart, "a", "c"))
    found = told(united, apart)
    assert found.keys() == {"parted"}
    assert sorted(thing.name.th or "" for thing in found["parted"].after) == [
        "รางวัลเลิศรัฐ พ.ศ. 2560 · นวัตกรรมการบริการ · ดี",
        "รางวัลเลิศรัฐ พ.ศ. 2560 · นวัตกรรมการบริการ · ดีเด่น",
    ]
    assert [(source.file, source.state) for source in found["parted"].sources] == [
        ("register/decisions.csv", "changed")
    ]


def test_a_ledger_that_changed_elsewhere_united_nothing(build: Build) -> None:
    """The new page is the cause; the verdict is about another award."""
    other = C.replace("2560", "2561"), A.replace("2560", "2561").replace("/a,", "/d,")
    apart = build(B, *other)
    found = compare(opened(apart), opened(build(A, B, *other, verdict=same(apart, "c", "d"))))
    [replaced] = [change for change in found if change.verb == "replaced"]
    assert {name for name, _ in who(replaced)} == {"a", "b"}
