"""The sixteen traps of the depa release of 8 September 2566: what a hasty reader takes it to say, and it does not.

What the graph states under the name of the release was set down by hand in data/records/; the
tests hold the graph that is built of it, and of all the other data, to what the release says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.sources.reading import read_text
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import ROOT, SHARED, values

if TYPE_CHECKING:
    from awardgraph import Graph

RELEASE = f"<{DEFAULT_BASE}source/depa-pmqa-2566>"

#: The award that the release is about, and the two that it mentions.
PMQA = "?a awg:inEdition edition:psea-2023 ; awg:recipient agency:depa"
PARTICIPATION = "?a awg:inEdition edition:psea-2021 ; awg:forProject project:koh-libong"
UNPSA = "?a awg:inEdition edition:unpsa-2022 ; awg:recipient agency:depa"


@pytest.fixture(scope="module")
def text() -> str:
    """The words of the release."""
    source = SHARED / "press" / "labelled" / "depa-pmqa-2566.txt"
    if not source.exists():
        pytest.skip("The text of the release is not part of the repository and not beside it.")
    return read_text(source, source.name).text


@pytest.fixture(scope="module")
def identities() -> Identities:
    """The register that comes with the program."""
    return Identities(read_register(ROOT / "data" / "register"), DEFAULT_BASE)


def slugs(rows: list[tuple[str, ...]]) -> list[str]:
    """Return the last part of the first IRI of each row."""
    return [re.split("[/#]", row[0])[-1] for row in rows]


def stated(graph: Graph, pattern: str, name: str) -> list[tuple[str, ...]]:
    """Return what the release states: the distinct values of a name in a pattern, in order."""
    return values(graph, f"SELECT DISTINCT ?{name} {{ GRAPH {RELEASE} {{ {pattern} }} }} ORDER BY ?{name}")


def spans(graph: Graph) -> list[tuple[int, int]]:
    """Return where the passages of the release begin and end."""
    query = f"SELECT ?s ?e {{ ?p awg:passageOf {RELEASE} ; awg:start ?s ; awg:end ?e }} ORDER BY ?s"
    return [(int(start), int(end)) for start, end in values(graph, query)]


def test_01_the_dateline_is_no_day_of_the_ceremony(shipped: Graph) -> None:
    assert values(shipped, f"SELECT ?d {{ {RELEASE} dct:issued ?d }}") == [("2023-09-08",)]
    assert values(shipped, "SELECT ?d { ceremony:psea-2023 awg:heldOn ?d }") == [("2023-09-07",)]
    assert stated(shipped, "?c awg:heldOn|awg:heldUntil ?d", "d") == []


def test_02_page_counters_are_no_facts(shipped: Graph) -> None:
    # The first line ends with "104 0": views and shares of the page.
    numbers = stated(
        shipped, "?s ?p ?n FILTER(isNumeric(?n) && ?p NOT IN (awg:start, awg:end, awg:buddhistYear))", "n"
    )
    assert numbers == [("200",)]


def test_02_no_passage_begins_in_the_line_of_the_counters(shipped: Graph, text: str) -> None:
    first = text.splitlines()[0]
    assert first.endswith("104 0")
    assert min(spans(shipped))[0] > len(first)


def test_03_a_title_printed_twice_is_one_document_and_one_award(shipped: Graph) -> None:
    [(title,)] = values(shipped, f"SELECT ?t {{ {RELEASE} dct:title ?t }}")
    assert len(values(shipped, f'SELECT DISTINCT ?d {{ ?d dct:title "{title}"@th }}')) == 1
    assert len(values(shipped, f"SELECT DISTINCT ?a {{ {PMQA} }}")) == 1


def test_03_the_title_and_the_award_are_repeated_in_the_text(shipped: Graph, text: str) -> None:
    [(title,)] = values(shipped, f"SELECT ?t {{ {RELEASE} dct:title ?t }}")
    award = "รางวัลคุณภาพการบริหารจัดการภาครัฐ 4.0"
    [(quote,)] = stated(shipped, f"{PMQA} ; awg:statedIn ?p . ?p awg:start ?n ; awg:quote ?q", "q")
    assert text.splitlines().count(title) == 2
    assert text.count(award) == 4
    assert award in quote


def test_04_what_was_exhibited_was_not_won(shipped: Graph) -> None:
    won = "SELECT DISTINCT ?y { ?a awg:forProject project:koh-libong ; awg:inEdition/awg:editionYear ?y } ORDER BY ?y"
    assert values(shipped, won) == [("2021",), ("2022",)]
    path = "SELECT DISTINCT ?p { project:koh-libong ?p ?x . ?x awg:duringCeremony ceremony:psea-2023 }"
    assert slugs(values(shipped, path)) == ["exhibitedAt"]
    assert not shipped.query(
        "ASK { ?a awg:forProject project:koh-libong ; awg:atCeremony|awg:inEdition/^awg:ofEdition ceremony:psea-2023 }"
    )
    shown = values(shipped, "SELECT ?p { ?p awg:exhibitedAt/awg:exhibitor agency:depa } ORDER BY ?p")
    assert slugs(shown) == ["digital-services-account", "koh-libong"]
    assert not shipped.query("ASK { ?a awg:forProject project:digital-services-account }")


def test_05_who_received_it_received_it_for_the_agency(shipped: Graph) -> None:
    query = f"""SELECT ?printed ?post ?for {{ GRAPH {RELEASE} {{ ?p awg:inRole awg:receiver ;
      awg:nameAsPrinted ?printed ; awg:postTitle ?post ; awg:onBehalfOf ?for }} }}"""
    assert values(shipped, query) == [
        ("ผศ.ดร.ณัฐพล นิมมานพัชรินทร์", "ผู้อำนวยการใหญ่", f"{DEFAULT_BASE}agency/depa")
    ]
    assert slugs(stated(shipped, "?a awg:recipient ?r", "r")) == ["depa"]
    # Of all the people in the data only these two won in their own name.
    people = values(shipped, "SELECT DISTINCT ?r { ?a awg:recipient ?r . ?r a foaf:Person } ORDER BY ?r")
    assert slugs(people) == ["hala-al-saeed", "oommen-chandy"]


def test_06_a_post_belongs_to_the_occasion_not_to_the_person(shipped: Graph, identities: Identities) -> None:
    # Here he presents as chairman of the commission; pages of other years print him as a deputy prime minister.
    printed = ["ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม", "นายวิษณุ เครืองาม", "Wissanu Krea-ngam"]
    assert {identities.person(name).slug for name in printed} == {"wissanu-krea-ngam"}
    query = """SELECT DISTINCT ?c ?post { ?p awg:participant person:wissanu-krea-ngam ; awg:duringCeremony ?c .
      ?c awg:ofEdition/awg:editionOf scheme:psea . OPTIONAL { ?p awg:postTitle ?post } } ORDER BY ?c ?post"""
    posts = {(iri[-4:], post) for iri, post in values(shipped, query)}
    assert ("2023", "ประธานกรรมการพัฒนาระบบราชการ") in posts
    assert ("2017", "") in posts
    assert ("2017", "ประธานกรรมการพัฒนาระบบราชการ") not in posts
    assert not shipped.query("ASK { person:wissanu-krea-ngam awg:postTitle|awg:postAt ?post }")


def test_07_a_sakha_of_the_un_is_a_category_and_one_of_lertrat_a_branch(shipped: Graph) -> None:
    [(quote,)] = stated(shipped, f"{UNPSA} ; awg:statedIn ?p . ?p awg:start ?n ; awg:quote ?q", "q")
    assert "ในสาขาที่ 1 " in quote
    assert slugs(stated(shipped, f"{UNPSA} ; awg:forCategory ?c", "c")) == ["unpsa-inclusive-services"]
    assert not shipped.query("ASK { ?a awg:underScheme scheme:unpsa ; awg:inBranch ?b }")
    assert slugs(stated(shipped, f"{PARTICIPATION} ; awg:inBranch ?b", "b")) == ["psea-participation"]
    assert shipped.query(
        "ASK { branch:psea-participation a awg:Branch FILTER NOT EXISTS { branch:psea-participation a awg:Category } }"
    )


def test_08_branch_level_and_category_in_either_order_are_one_award(shipped: Graph) -> None:
    quotes = [quote for (quote,) in stated(shipped, f"{PARTICIPATION} ; awg:statedIn/awg:quote ?q", "q")]
    [told] = [quote for quote in quotes if "ระดับดี" in quote]
    [row] = [quote for quote in quotes if quote != told]
    assert told.index("การบริหารราชการ") < told.index("ระดับดี") < told.index("สัมฤทธิผล")
    assert row.index("การบริหารราชการ") < row.index("สัมฤทธิผล") < row.index(" · ดี · ")
    query = f"SELECT DISTINCT ?a ?b ?c ?l {{ {PARTICIPATION} ; awg:inBranch ?b ; awg:forCategory ?c ; awg:level ?l }}"
    [(_, *parts)] = values(shipped, query)
    assert [part.rsplit("/", 1)[1] for part in parts] == [
        "psea-participation", "psea-effective-change", "psea-good",
    ]  # fmt: skip


def test_09_buddhist_and_common_years_of_one_sentence(shipped: Graph) -> None:
    query = f"""SELECT ?e ?common ?buddhist {{ GRAPH {RELEASE} {{
      ?e awg:editionYear ?common ; awg:buddhistYear ?buddhist }} }} ORDER BY ?e"""
    assert [
        (iri.rsplit("/", 1)[1], common, buddhist) for iri, common, buddhist in values(shipped, query)
    ] == [
        ("psea-2021", "2021", "2564"),
        ("psea-2023", "2023", "2566"),
        ("unpsa-2022", "2022", "2565"),
    ]


def test_10_more_than_200_agencies_is_a_lower_bound(shipped: Graph) -> None:
    [(quote,)] = stated(
        shipped, "ceremony:psea-2023 awg:statedIn ?p . ?p awg:quote ?q FILTER(CONTAINS(?q, '200'))", "q"
    )
    assert "มากกว่า 200 หน่วยงาน" in quote
    counts = values(shipped, "SELECT ?p ?n { ceremony:psea-2023 ?p ?n FILTER(isNumeric(?n)) }")
    assert [(iri.split("#")[1], number) for iri, number in counts] == [
        ("participatingAgenciesAtLeast", "200")
    ]


def test_11_organiser_presenter_and_winner_are_three(shipped: Graph) -> None:
    assert slugs(stated(shipped, "?c awg:organiser ?o", "o")) == ["opdc"]
    presenter = "?p awg:inRole awg:presenter ; awg:participant ?who ; awg:postAt ?at"
    assert slugs(stated(shipped, presenter, "who")) == ["wissanu-krea-ngam"]
    # The commission whose chairman presents is not its office, which organises.
    assert slugs(stated(shipped, presenter, "at")) == ["psdc"]
    assert slugs(values(shipped, "SELECT ?o { scheme:psea awg:operatedBy ?o }")) == ["opdc"]
    assert slugs(values(shipped, "SELECT ?o { project:koh-libong awg:owner ?o }")) == ["depa"]
    assert not shipped.query(f"ASK {{ {PMQA} . ?a awg:recipient agency:opdc }}")


def test_12_koh_libong_ko_libong_and_the_thai_name_are_one_place(
    shipped: Graph, identities: Identities
) -> None:
    thailand = identities.country("ไทย")
    found = [
        identities.place(name, thailand) for name in ("เกาะลิบง", "ตำบลเกาะลิบง", "Ko Libong", "Koh Libong")
    ]
    assert {place.slug for place in found if place} == {"th-920213"}
    place = "SELECT ?code ?iso { place:th-920213 awg:dopaCode ?code ; awg:locatedIn/awg:isoCode ?iso }"
    assert values(shipped, place) == [("920213", "TH-92")]
    province = 'SELECT ?p { place:th-920213 awg:locatedIn ?p . ?p rdfs:label "ตรัง"@th, "Trang"@en }'
    assert slugs(values(shipped, province)) == ["th-92"]
    assert slugs(values(shipped, "SELECT ?p { project:koh-libong awg:locatedIn ?p }")) == ["th-920213"]


def test_13_a_thai_and_an_unrelated_english_name_are_one_project(shipped: Graph) -> None:
    names = [
        '"โครงการส่งเสริมและสนับสนุนนวัตกรรมดิจิทัลเพื่อชุมชน ตำบลเกาะลิบง จังหวัดตรัง"@th',
        '"Koh Libong Community: Digital Transformation for Smart Environment"@en',
    ]
    for name in names:
        named = values(shipped, f"SELECT ?p {{ ?p a awg:Project ; rdfs:label|skos:altLabel {name} }}")
        assert slugs(named) == ["koh-libong"]
    # The release and the page of the UN speak of it in one language each.
    for source in (RELEASE, "<https://www.un.org/en/desa/unpsa-winner-announcement>"):
        assert shipped.query(f"ASK {{ GRAPH {source} {{ {UNPSA} ; awg:forProject project:koh-libong }} }}")


def test_14_pmqa_is_a_branch_a_category_of_it_and_its_criteria(
    shipped: Graph, identities: Identities
) -> None:
    named = values(shipped, 'SELECT DISTINCT ?s { ?s rdfs:label|skos:altLabel ?l FILTER(STR(?l) = "PMQA") }')
    assert slugs(named) == ["psea-pmqa"]
    parts = values(shipped, "SELECT ?c { ?c awg:categoryOf branch:psea-pmqa } ORDER BY ?c")
    assert {"psea-pmqa-4-0", *(f"psea-pmqa-criterion-{n}" for n in range(1, 8))} <= set(slugs(parts))
    # Pakistan has a Prime Minister's Quality Award of the same four letters.
    thai = identities.scheme(Bilingual(th="รางวัลเลิศรัฐ"))
    abroad = identities.scheme(Bilingual(en="Prime Minister's Quality Award"))
    letters = Bilingual(en="PMQA")
    ours, theirs = (identities.part_of("branch", scheme, letters) for scheme in (thai, abroad))
    assert ours
    assert theirs
    assert (ours.slug, theirs.entry) == ("psea-pmqa", None)
    assert identities.scheme(letters).slug not in {"psea", "psea-pmqa"}


def test_15_five_names_of_one_agency(shipped: Graph, identities: Identities) -> None:
    names = ["ดีป้า", "depa", "DEPA", "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "Digital Economy Promotion Agency"]
    thailand = identities.country("ไทย")
    assert {identities.agency(Bilingual.of(name), thailand).slug for name in names} == {"depa"}
    folded = "|".join(name.casefold() for name in names)
    query = f"""SELECT DISTINCT ?s {{ ?s a org:Organization ; rdfs:label|skos:altLabel ?l
      FILTER(REGEX(LCASE(STR(?l)), "^({folded})$")) }}"""
    assert slugs(values(shipped, query)) == ["depa"]


def test_16_what_the_agency_says_of_itself_stands_under_its_own_name(shipped: Graph) -> None:
    goals = values(shipped, "SELECT DISTINCT ?l { agency:depa awg:pursuesGoal/rdfs:label ?l }")
    assert {goal for (goal,) in goals} == {
        "ระบบราชการที่เปิดกว้างและเชื่อมโยงกัน", "ยึดประชาชนเป็นศูนย์กลาง", "มีขีดสมรรถนะสูงและทันสมัย",
    }  # fmt: skip
    said = (
        "SELECT DISTINCT ?g ?by { GRAPH ?g { ?a awg:pursuesGoal ?goal } OPTIONAL { ?g dct:publisher ?by } }"
    )
    assert values(shipped, said) == [(RELEASE.strip("<>"), f"{DEFAULT_BASE}agency/depa")]


def test_16_nothing_rests_on_the_words_of_a_speech(shipped: Graph, text: str) -> None:
    [speech] = re.finditer("“[^”]+”", text)
    assert speech.end() - speech.start() > 500
    assert not [span for span in spans(shipped) if span[0] < speech.end() and span[1] > speech.start()]
