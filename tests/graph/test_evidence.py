"""Why a graph says what it says: every fact of an award leads to who states it and to the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, UsageError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.changes.kinds import KINDS
from awardgraph.graph.evidence import evidence
from awardgraph.graph.wording import find_property, names_of, term_names
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.model.language import Bilingual
from awardgraph.resources import messages
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import AWG
from tests.conftest import award_of

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.graph.evidence import Evidence

#: What `why` promises of: awards, applications, people's parts in them, and forms of names.
ABOUT = """{ ?s a awg:Conferral } UNION { ?s a awg:Application } UNION { ?s awg:forConferral ?award }
  UNION { ?s a awg:NameForm }"""


def quotes(found: Evidence) -> set[str]:
    """Return all words that are quoted."""
    return {quote.text for told in found.testimonies for quote in told.quotes}


# ── the shipped build, as a whole ──


def test_every_award_fact_is_stated_by_a_source_and_leads_to_words(shipped: Graph) -> None:
    stated = {
        (row["s"].value, row["source"].value, row["p"].value, str(row["o"]))
        for row in rows_of(shipped, f"SELECT ?s ?source ?p ?o {{ {ABOUT} GRAPH ?source {{ ?s ?p ?o }} }}")
    }
    facts = {
        (row["s"].value, row["p"].value, str(row["o"]))
        for row in rows_of(shipped, f"SELECT ?s ?p ?o {{ {ABOUT} ?s ?p ?o }}")
    }
    assert len({subject for subject, _, _ in facts}) > 1000
    assert {(s, p, o) for s, _, p, o in stated} == facts
    worded = {
        (row["s"].value, row["source"].value)
        for row in rows_of(
            shipped,
            f"""SELECT ?s ?source {{ {ABOUT}
              GRAPH ?source {{ ?s awg:statedIn ?passage . ?passage awg:quote ?quote ; awg:passageOf ?document }}
              FILTER(STRLEN(?quote) > 0) }}""",
        )
    }
    assert {(s, source) for s, source, _, _ in stated} - worded == set()


def test_every_quote_leads_to_a_document_or_to_a_file_and_line(shipped: Graph) -> None:
    from awardgraph.graph.sources import read_quotes

    passages = [row["p"].value for row in rows_of(shipped, "SELECT ?p { ?p a awg:Passage }")]
    found = read_quotes(shipped, passages)
    assert found.keys() == set(passages)
    for quote in found.values():
        assert (quote.file and quote.lines) or (quote.start is not None and quote.end is not None)
        assert quote.sha256


# ── one award ──


def test_why_depas_award_of_2566(shipped: Graph) -> None:
    found = evidence(shipped, award_of(shipped, "psea-2023"))
    release, register = found.testimonies
    assert release.document.iri.endswith("/source/depa-pmqa-2566")
    assert (release.document.issued, release.standing) == ("2023-09-08", "self-reported")
    assert release.document.sha256.startswith("f98f4beea88d")
    assert register.document.file == "register/ceremonies.csv"
    level = [fact.value.value for fact in release.facts if fact.property == awg.AT_LEVEL]
    assert level == [f"{shipped.manifest.base}level/psea-advance"]
    [words] = [quote for quote in release.quotes if quote.start == 605]
    assert words.text.endswith("ระดับก้าวหน้า (Advance)")
    assert words.end == 605 + len(words.text)
    assert any((quote.file, len(quote.lines)) == ("awards/thai-pages.csv", 1) for quote in release.quotes)
    # The people's parts and printed names, and the day of the ceremony, belong to it.
    assert {"ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม"} < {fact.value.value for fact in release.facts}
    assert [fact.value.value for fact in register.facts if fact.property == awg.HELD_ON] == ["2023-09-07"]


def test_only_one_property(shipped: Graph) -> None:
    award = award_of(shipped, "unpsa-2022")
    found = evidence(shipped, award, find_property("awg:forProject"))
    assert [told.standing for told in found.testimonies] == ["official", "self-reported"]
    assert {fact.property for told in found.testimonies for fact in told.facts} == {awg.FOR_PROJECT}


def test_of_many_awards_at_one_ceremony_those_words_are_quoted_that_give_the_day(shipped: Graph) -> None:
    found = evidence(shipped, f"{shipped.manifest.base}ceremony/psea-2023", {awg.HELD_ON})
    pages = [told for told in found.testimonies if not told.document.file]
    assert len(pages) > 1
    assert all("2023-09-07" in quote.text for told in pages for quote in told.quotes)
    assert all(told.quotes for told in pages)


def test_a_goal_is_proved_by_the_words_about_it(shipped: Graph) -> None:
    found = evidence(shipped, f"{shipped.manifest.base}agency/depa", {awg.PURSUES_GOAL})
    assert quotes(found) == {
        "การเป็นระบบราชการที่เปิดกว้างและเชื่อมโยงกัน", "ยึดประชาชนเป็นศูนย์กลาง", "มีขีดสมรรถนะสูงและทันสมัย",
    }  # fmt: skip


def test_of_nothing_known_nothing_is_said(shipped: Graph) -> None:
    with pytest.raises(UsageError, match="states nothing about"):
        evidence(shipped, "https://example.org/nothing")
    with pytest.raises(
        UsageError, match=r"no source states that of agency:depa\. Stated are .*awg:pursuesGoal"
    ):
        evidence(shipped, f"{shipped.manifest.base}agency/depa", {awg.HELD_ON})


# ── whose words, and about what ──


def test_a_form_of_a_name_and_a_part_speak_of_nobody_else(shipped: Graph) -> None:
    query = """SELECT DISTINCT ?thing { { ?thing a awg:NameForm ; awg:statedIn ?words } UNION
      { ?thing awg:inRole ?role ; awg:statedIn ?words } ?other awg:statedIn ?words ; a awg:NameForm
      FILTER(?other != ?thing) } ORDER BY ?thing"""
    shared = [row["thing"].value for row in rows_of(shipped, query)]
    assert len(shared) > 100
    for thing in (*shared[:5], *shared[-5:]):
        told = evidence(shipped, thing).testimonies
        assert {fact.about for testimony in told for fact in testimony.facts} == {thing}


@pytest.mark.parametrize(
    ("project", "words"),
    [
        ("koh-libong", "นำเสนอโครงการส่งเสริมและสนับสนุนนวัตกรรมดิจิทัลเพื่อชุมชน ตำบลเกาะลิบง จังหวัดตรัง"),
        ("digital-services-account", "ยังมีการนำเสนอบัญชีบริการดิจิทัล"),
    ],
)
def test_the_words_quoted_are_those_about_this_work(shipped: Graph, project: str, words: str) -> None:
    found = evidence(shipped, f"{shipped.manifest.base}project/{project}", {awg.EXHIBITED_AT})
    assert quotes(found) == {words}


def test_a_part_is_known_by_its_person_whatever_was_asked(shipped: Graph) -> None:
    found = evidence(shipped, award_of(shipped, "psea-2023"), {awg.NAME_AS_PRINTED})
    told = {fact.about for testimony in found.testimonies for fact in testimony.facts}
    people = {fact.about for fact in found.headings if fact.property == awg.PARTICIPANT}
    assert told
    assert told <= people


# ── what follows from the sources ──

RECORD = """document: {{id: own, title: ข่าวหนึ่ง}}
agency: กรมอนามัย
country: ไทย
awards:
  - scheme: รางวัลเลิศรัฐ
    year: พ.ศ. 2564
    level: {level}
    recipient: กรมอนามัย
    quote: {{text: {quote}, start: 0}}
"""


def built(folder: Path) -> Graph:
    """Build a folder and open the graph."""
    import_sources(find_sources(folder), folder.parent / "g", data=folder, only_these=True)
    return Graph.open(folder.parent / "g")


def award_facts(graph: Graph) -> set[tuple[str, ...]]:
    """Return what is said of awards: their level and the words that prove it, by name."""
    query = """SELECT ?who ?level ?quote { ?award a awg:Conferral ; awg:recipient/rdfs:label ?who ; awg:statedIn/awg:quote ?quote
      OPTIONAL { ?award awg:level/rdfs:label ?level } }"""
    return {
        tuple(row[name].value for name in ("who", "level", "quote") if name in row)
        for row in rows_of(graph, query)
    }


@pytest.mark.parametrize(
    ("old", "new"), [("ดี,2564", "ดิ,2564"), ("2564,กรม", "2563,กรม"), ("กรมอนามัย,", "กรมอนามย,")]
)
def test_a_character_of_a_row_is_changed_and_the_fact_is_gone(folder: Path, old: str, new: str) -> None:
    table = folder / "awards" / "few.csv"
    text = table.read_text(encoding="utf-8")
    assert len(old) - len(new) in (0, 1)
    before = award_facts(built(folder))
    table.write_text(text.replace(old, new), encoding="utf-8")
    after = award_facts(built(folder))
    health = {fact for fact in before if "กรมอนามัย" in fact}
    assert health
    assert not health & after
    assert before - health < after


@pytest.mark.parametrize(
    ("level", "quote"), [("ดี", "ได้รับรางวัลระดับดิ"), ("ดิ", "ได้รับรางวัลระดับดี"), ("ดิ", "ได้รับรางวัลระดับดิ")]
)
def test_a_character_of_a_record_is_changed_and_the_fact_is_gone(
    folder: Path, level: str, quote: str
) -> None:
    (folder / "awards" / "few.csv").unlink()
    (folder / "records").mkdir()
    record = folder / "records" / "own.yaml"
    record.write_text(RECORD.format(level="ดี", quote="ได้รับรางวัลระดับดี"), encoding="utf-8")
    assert award_facts(built(folder)) == {("กรมอนามัย", "ดี", "ได้รับรางวัลระดับดี")}
    record.write_text(RECORD.format(level=level, quote=quote), encoding="utf-8")
    assert award_facts(built(folder)) == {("กรมอนามัย", level, quote)}


def test_an_iri_that_was_replaced_leads_on(tmp_path: Path) -> None:
    from pyoxigraph import NamedNode, Quad, Store

    from awardgraph.graph.manifest import Manifest
    from awardgraph.vocabulary.external import IS_REPLACED_BY, TYPE

    old, between, new, source = (f"https://e.org/id/agency/{name}" for name in ("old", "between", "new", "s"))
    store = Store()
    for s, p, o in (
        (old, IS_REPLACED_BY, between),
        (between, IS_REPLACED_BY, new),
        (new, TYPE, awg.PUBLIC_AGENCY),
    ):
        for graph in (NamedNode(source), None):
            store.add(Quad(NamedNode(s), NamedNode(p), NamedNode(o), *([graph] if graph else [])))
    found = evidence(Graph(tmp_path, Manifest(base="https://e.org/id/"), store), old)
    assert (found.asked, found.entity) == (old, new)
    assert [fact.value.value for told in found.testimonies for fact in told.facts] == [awg.PUBLIC_AGENCY]


def test_two_that_replace_each_other_do_not_lead_round_for_ever(tmp_path: Path) -> None:
    from pyoxigraph import NamedNode, Quad, Store

    from awardgraph.graph.manifest import Manifest
    from awardgraph.vocabulary.external import IS_REPLACED_BY

    one, other = NamedNode("https://e.org/id/agency/one"), NamedNode("https://e.org/id/agency/other")
    store = Store()
    for old, new in ((one, other), (other, one)):
        store.add(Quad(old, NamedNode(IS_REPLACED_BY), new, NamedNode("https://e.org/s")))
        store.add(Quad(old, NamedNode(IS_REPLACED_BY), new))
    found = evidence(Graph(tmp_path, Manifest(base="https://e.org/id/"), store), one.value)
    assert found.entity == other.value


# ── words ──


@pytest.mark.parametrize(
    "written", ["heldOn", "awg:heldOn", AWG + "heldOn", "held on", "Held On", "วันที่จัดงาน"]
)
def test_a_property_is_found_by_what_it_is_called(written: str) -> None:
    assert find_property(written) == {awg.HELD_ON}


def test_an_unknown_property_is_answered_with_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"no property is called 'heldOnn'\. Did you mean heldOn\?"):
        find_property("heldOnn")


def test_every_property_of_the_build_is_called_something(shipped: Graph) -> None:
    used = {row["p"].value for row in rows_of(shipped, "SELECT DISTINCT ?p { ?s ?p ?o }")}
    assert {iri for iri in used if not all((term_names()[iri].th, term_names()[iri].en))} == set()


def test_a_name_in_each_language(shipped: Graph) -> None:
    base = shipped.manifest.base
    names = names_of(
        shipped, [f"{base}agency/depa", f"{base}agency/undesa", awg.PRESENTER, "https://e.org/none"]
    )
    assert (names[f"{base}agency/depa"].th, names[f"{base}agency/undesa"].th) == (
        "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล",
        None,
    )
    assert names[awg.PRESENTER].en == "Presenter"
    assert "https://e.org/none" not in names


@pytest.mark.parametrize(
    ("written", "known"),
    [
        ("ระดับรางวัล", "awg:Level"),
        ("awg:Level", "awg:Level"),
        ("presenter", "awg:presenter"),
        ("Person", "foaf:Person"),
        ("รางวัลที่ได้รับ", "awg:Conferral"),
    ],
)
def test_a_class_and_an_individual_are_no_property(written: str, known: str) -> None:
    with pytest.raises(UsageError, match=f"no property is called '{written}'. {known} is a class or an"):
        find_property(written)


def test_a_kind_has_one_thai_word_wherever_it_is_shown() -> None:
    words = messages("th")["find"]["kind"]
    shown = {kind: term_names()[cls].th for cls, kind in KINDS.items() if cls != awg.HONORARY_CONFERRAL}
    # An agency that find shows may be an organisation that is no public one.
    named = words.keys() & shown.keys() - {"agency"}
    assert len(named) > 15
    assert {kind: words[kind] for kind in named} == {kind: shown[kind] for kind in named}


@pytest.mark.parametrize("written", ["ปีของรอบรางวัล", "ปี ค.ศ. ของรอบรางวัล", "awg:editionYear"])
def test_a_property_is_found_by_the_word_shown_and_by_the_ontologys(written: str) -> None:
    assert find_property(written) == {awg.EDITION_YEAR}


@pytest.mark.parametrize(
    ("slug", "th", "en"),
    [
        ("offering/psea-pmqa-4-0-2023", "คุณภาพการบริหารจัดการภาครัฐ 4.0, พ.ศ. 2566", "PMQA 4.0, 2023"),
        ("name/person-phngsphl-yodemueongechriy-858e92ea-f25270ff", "นายพงศ์พล ยอดเมืองเจริญ", None),
        (
            "change/thailand-research-fund-tsri",
            "Thailand Research Fund → สำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัยและนวัตกรรม",
            "Thailand Research Fund → Thailand Science Research and Innovation",
        ),
    ],
)
def test_what_has_no_name_is_called_by_what_it_is_made_of(
    shipped: Graph, slug: str, th: str, en: str | None
) -> None:
    iri = shipped.manifest.base + slug
    assert names_of(shipped, [iri])[iri] == Bilingual(th, en)
