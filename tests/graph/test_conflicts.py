"""What sources disagree on, and what is no disagreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph import Graph
from awardgraph.graph.conflicts import SINGLE, conflicts
from awardgraph.graph.manifest import Manifest
from awardgraph.graph.query import our_terms
from awardgraph.graph.venues import same_venue
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.graph.manifest import StoredSource

HEADER = "scheme_th,year_be,recipient_th,country,ceremony_date,venue_th,source_url\n"
ROYAL = "ห้องรอยัล จูบิลี่ บอลรูม อิมแพค เมืองทองธานี"


def built(folder: Path, *rows: str, ceremonies: str = "") -> Graph:
    """Build a folder of one table; each row is what follows the award: day, venue and page."""
    files = {"awards/few.csv": HEADER + "".join(f"รางวัลเลิศรัฐ,2564,กรมอนามัย,ไทย,{row}\n" for row in rows)}
    if ceremonies:
        files["register/schemes.csv"] = "id,kind,name_th\npsea,scheme,รางวัลเลิศรัฐ\n"
        files["register/ceremonies.csv"] = f"scheme,year_ce,held_on,held_until,source\n{ceremonies}"
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    import_sources(find_sources(folder), folder / "g", data=folder)
    return Graph.open(folder / "g")


def of_quads(path: Path, text: str) -> Graph:
    """Return a graph of statements in TriG; every statement stands in the default graph as well."""
    from pyoxigraph import Quad, RdfFormat, Store

    store = Store()
    prefixes = f"@prefix awg: <{AWG}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @base <https://e.org/id/> ."
    store.load(f"{prefixes}\n{text}".encode(), format=RdfFormat.TRIG)
    for quad in list(store):
        store.add(Quad(quad.subject, quad.predicate, quad.object))
    return Graph(path, Manifest(base="https://e.org/id/"), store)


# ── from pages to a disagreement ──


def test_two_pages_give_two_days(tmp_path: Path) -> None:
    graph = built(tmp_path, "2021-09-15,,https://e.org/a", "2021-09-16,,https://e.org/b")
    [conflict] = conflicts(graph)
    assert conflict.property == awg.AT_CEREMONY
    assert {
        saying.days: [told.document.iri for told in saying.testimonies] for saying in conflict.sayings
    } == {
        ("2021-09-15",): ["https://e.org/a"],
        ("2021-09-16",): ["https://e.org/b"],
    }
    for saying in conflict.sayings:
        [quote] = saying.testimonies[0].quotes
        assert saying.days[0] in quote.text
        assert (quote.file, quote.lines) == ("awards/few.csv", (2 if saying.days == ("2021-09-15",) else 3,))


def test_two_awards_of_one_edition_put_its_ceremony_on_two_days(tmp_path: Path) -> None:
    header = HEADER.replace("recipient_th", "recipient_th,category_th")
    rows = "".join(
        f"รางวัลเลิศรัฐ,2564,กรมอนามัย,ประเภท{day},ไทย,2021-09-{day},,https://e.org/{day}\n" for day in (15, 16)
    )
    (tmp_path / "awards").mkdir()
    (tmp_path / "awards" / "few.csv").write_text(header + rows, encoding="utf-8")
    import_sources(find_sources(tmp_path), tmp_path / "g", data=tmp_path)
    [conflict] = conflicts(Graph.open(tmp_path / "g"))
    assert "/edition/" in conflict.entity
    told = {saying.days: [t.document.iri for t in saying.testimonies] for saying in conflict.sayings}
    assert told == {("2021-09-15",): ["https://e.org/15"], ("2021-09-16",): ["https://e.org/16"]}


def test_two_registered_days_of_one_ceremony(tmp_path: Path) -> None:
    graph = built(
        tmp_path, ",,https://e.org/a", ceremonies="psea,2021,2021-09-15,,x\npsea,2021,2021-09-16,,y\n"
    )
    [conflict] = conflicts(graph)
    assert (conflict.entity.rpartition("/")[2], conflict.property) == ("psea-2021", awg.HELD_ON)
    assert {saying.value.value for saying in conflict.sayings} == {"2021-09-15", "2021-09-16"}


def test_each_registered_value_has_its_own_line_and_page(tmp_path: Path) -> None:
    known = (
        "psea,2021,2021-09-15,,https://e.org/x | https://e.org/y\n"
        "psea,2021,2021-09-16,,https://e.org/z\n"
        "psea,2021,2021-09-17,,(a leaflet)\n"
    )
    [conflict] = conflicts(built(tmp_path, ",,https://e.org/a", ceremonies=known))
    found = {
        saying.value.value: [(told.lines, told.pages) for told in saying.testimonies]
        for saying in conflict.sayings
    }
    assert found == {
        "2021-09-15": [((2,), ("https://e.org/x", "https://e.org/y"))],
        "2021-09-16": [((3,), ("https://e.org/z",))],
        "2021-09-17": [((4,), ())],
    }


def test_what_is_read_once_is_read_once(shipped: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    from awardgraph.graph import rows

    read: list[str] = []
    real = rows.read_lines_of_rows

    def counted(location: Path, source: StoredSource) -> dict[str, tuple[int, ...]]:
        read.append(source.path)
        return real(location, source)

    monkeypatch.setattr(rows, "read_lines_of_rows", counted)
    assert len(conflicts(shipped)) > 2
    assert read
    assert sorted(set(read)) == sorted(read)


def test_two_recipients_are_a_disagreement_unless_one_source_names_both(tmp_path: Path) -> None:
    told = """
      <agency/ministry> rdfs:label "Ministry" . <agency/unit> rdfs:label "Unit" . <agency/other> rdfs:label "Other" .
      GRAPH <source/a> { <conferral/x> awg:recipient <agency/ministry> . <conferral/y> awg:recipient <agency/unit> , <agency/other> }
      GRAPH <source/b> { <conferral/x> awg:recipient <agency/unit> . <conferral/y> awg:recipient <agency/unit> }"""
    [conflict] = conflicts(of_quads(tmp_path, told))
    assert (conflict.entity, conflict.property) == ("https://e.org/id/conferral/x", awg.RECIPIENT)
    assert {saying.value.value.rpartition("/")[2] for saying in conflict.sayings} == {"ministry", "unit"}


def test_two_rooms(tmp_path: Path) -> None:
    venues = (ROYAL, "ห้องแกรนด์ ไดมอนด์ บอลรูม อาคารอิมแพค เมืองทองธานี", "เมืองทองธานี")
    graph = built(tmp_path, *(f"2021-09-15,{venue},https://e.org/{n}" for n, venue in enumerate(venues)))
    [conflict] = conflicts(graph)
    # The town is no third opinion: it holds both rooms.
    assert {saying.value.value for saying in conflict.sayings} == set(venues[:2])


@pytest.mark.parametrize(
    "rows",
    [
        ("2021-09-15,,https://e.org/a", "2021-09-15,,https://e.org/b"),
        ("2021-09-15,,https://e.org/a", ",,https://e.org/b"),
        ("2021-09-15,,https://e.org/a", f",{ROYAL},https://e.org/b"),
        ("2021-09-14/2021-09-16,,https://e.org/a", "2021-09-15,,https://e.org/b"),
        (f"2021-09-15,{ROYAL},https://e.org/a", "2021-09-15,อิมแพ็ค เมืองทองธานี,https://e.org/b"),
        (
            "2021-09-15,ผ่านระบบออนไลน์,https://e.org/a",
            "2021-09-15,ผ่านสื่ออิเล็กทรอนิกส์ (Zoom Meeting),https://e.org/b",
        ),
    ],
)
def test_what_agrees(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert conflicts(built(tmp_path, *rows)) == []


def test_a_ceremony_of_several_days_and_one_of_them(tmp_path: Path) -> None:
    known = "psea,2021,2021-09-14,2021-09-16,x\npsea,2021,2021-09-15,,y\n"
    assert conflicts(built(tmp_path, ",,https://e.org/a", ceremonies=known)) == []


# ── one award, united from several reports ──


@pytest.mark.parametrize(
    ("one", "other", "more", "disagree"),
    [
        ("awg:level <level/good>", "awg:level <level/best>", "", True),
        ("awg:level <level/good>", "awg:level <level/good>", "", False),
        ("awg:level <level/good>", "awg:level <level/gud>", '<level/gud> rdfs:label "ดี "@th .', False),
        ("awg:forCategory <category/a>", "awg:forCategory <category/b>", "", True),
        ("awg:place <place/trang>", "awg:place <place/th>", "", False),
        ("awg:place <place/trang>", "awg:place <place/yala>", "", True),
        ('rdfs:label "A"@en', 'rdfs:label "B"@en', "", False),
        ('awg:itemNumber "1/2"', 'awg:itemNumber "2/2"', "", True),
        ('awg:itemNumber "๑/๒"', 'awg:itemNumber "1/2"', "", False),
        ('awg:venue "หอประชุม"@th', 'awg:venue "Auditorium"@en', "", False),
        ("awg:recipient <agency/a>", "awg:recipient <agency/b>", "", True),
        ("awg:recipient <agency/a>, <agency/b>", "awg:recipient <agency/b>", "", False),  # shared
    ],
)
def test_one_award_reported_twice(tmp_path: Path, one: str, other: str, more: str, disagree: bool) -> None:
    register = """<register> { <place/trang> awg:locatedIn <place/th> . <place/yala> awg:locatedIn <place/th> .
        <level/good> rdfs:label "ดี"@th . <level/best> rdfs:label "ดีเด่น"@th . %s }"""
    award = "<conferral/x> a awg:Conferral ;"
    text = f"{register % more} <a> {{ {award} {one} }} <b> {{ {award} {other} }}"
    assert bool(conflicts(of_quads(tmp_path, text))) == disagree


def test_every_single_valued_property_is_one_of_ours() -> None:
    assert len(set(SINGLE)) == len(SINGLE)
    assert {iri.removeprefix(AWG) for iri in SINGLE} <= our_terms()


def test_the_shipped_build_disagrees_on_the_room_of_2562(shipped: Graph) -> None:
    found = {(one.entity.rpartition("/")[2], one.property): one for one in conflicts(shipped)}
    rooms = {saying.value.value for saying in found["psea-2019", awg.VENUE].sayings}
    assert {ROYAL, "ห้องแกรนด์ ไดมอนด์ บอลรูม อาคารอิมแพค เมืองทองธานี"} <= rooms
    assert not any(told == awg.HELD_ON for _, told in found)


# ── wordings of a venue ──


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (ROYAL, "ห้องรอยัล จิบิลี่ บอลลูน อาคารชาเลนเจอร์ ชั้น 1 อิมแพ็คเมืองทองธานี จ.นนทบุรี", True),
        ("โรงแรม เดอะ เบอร์เคลีย์ ประตูน้ำ กรุงเทพฯ", "ห้องเมย์แฟร์ โรงแรมเดอะเบอร์เคลีย์ ประตูน้ำ กรุงเทพมหานคร", True),
        ("Dar es Salaam, Tanzania", "Dar Es Salaam, United Republic of Tanzania", True),
        (
            "Medellin, Colombia",
            "Plaza Mayor Medellin Convention and Exhibition Center, Medellin, Colombia",
            True,
        ),
        ("ทำเนียบรัฐบาล", ROYAL, False),
        ("New York, USA", "Manama, Bahrain", False),
        ("ผ่านระบบออนไลน์", ROYAL, False),
    ],
)
def test_wordings_of_a_venue(one: str, other: str, same: bool) -> None:
    assert same_venue(one, other) == same_venue(other, one) == same


@given(st.text(), st.text())
def test_it_does_not_matter_which_comes_first(one: str, other: str) -> None:
    assert same_venue(one, other) == same_venue(other, one)


@given(st.text(), st.text())
def test_a_wording_and_a_longer_one_agree(venue: str, town: str) -> None:
    assert same_venue(venue, f"{venue} {town}")
