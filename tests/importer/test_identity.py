"""Who is the same as whom: what must not be merged, and what must."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph
from awardgraph.errors import SourceError
from awardgraph.importer.identity.register import Register, read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.plan import find_sources
from awardgraph.importer.run import import_sources
from awardgraph.importer.sources.reading import SourceText
from awardgraph.importer.sources.tables import COLUMNS, parse_table
from awardgraph.model.evidence import SourceDocument
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import ROOT, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph.importer.identity.entities import Award

OWN = SourceDocument(slug="a-table", title="a.csv")


@pytest.fixture(scope="module")
def awards() -> Callable[..., list[Award]]:
    """Return the awards of rows that are given as column=value, resolved by the shipped register."""
    identities = Identities(read_register(ROOT / "data" / "register"), DEFAULT_BASE)

    def resolve(*rows: dict[str, str]) -> list[Award]:
        lines = [",".join(COLUMNS), *(",".join(row.get(column, "") for column in COLUMNS) for row in rows)]
        source = SourceText("a.csv", "\n".join(lines) + "\n", "")
        return [identities.award(report) for report in parse_table(source, OWN, {})]

    return resolve


def row(**cells: str) -> dict[str, str]:
    return {"scheme_th": "รางวัลเลิศรัฐ", "year_be": "2566", "recipient_th": "กรมอนามัย", **cells}


@pytest.mark.parametrize("name", ["DEPA", "OPDC", "RID", "MOPH", "Ministry of Finance"])
def test_a_name_abroad_does_not_become_a_thai_body_by_its_slug(
    awards: Callable[..., list[Award]], name: str
) -> None:
    [award] = awards({"scheme_en": "Mongolian Dance Award", "year_ce": "2020", "recipient_en": name})
    assert award.recipients[0].entry is None
    assert not Identities(read_register(ROOT / "data" / "register"), DEFAULT_BASE).register.get(
        "agency", award.recipients[0].slug
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"province_th": "ตรัง"}, {"province_th": "ตาก"}),
        ({"item": "1/2"}, {"item": "2/2"}),
        ({"level_th": "ดี"}, {"level_th": "ดีเด่น"}),
        ({"level_th": "ดี"}, {}),
        ({"category_th": "นวัตกรรมการบริการ"}, {"category_th": "พัฒนาการบริการ"}),
        ({"project_th": "งานหนึ่ง"}, {"project_th": "งานสอง"}),
        ({"year_be": "2565"}, {}),
        ({"recipient_th": "กรมควบคุมโรค"}, {}),
        ({"recipient_th": "กรมอนามัย | กรมควบคุมโรค"}, {}),
        ({"outcome": "finalist"}, {}),
        ({"year_be": "", "source_url": "https://e.org/a"}, {"year_be": "", "source_url": "https://e.org/b"}),
        ({"item": "1/2", "source_url": "https://e.org/a"}, {"item": "1/2", "source_url": "https://e.org/b"}),
    ],
)
def test_two_awards_stay_two(
    awards: Callable[..., list[Award]], one: dict[str, str], other: dict[str, str]
) -> None:
    first, second = awards(row(**one), row(**other))
    assert first.iri != second.iri


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"source_url": "https://e.org/a"}, {"source_url": "https://e.org/b"}),
        ({"level_th": "ดี"}, {"level_th": "ระดับดี"}),
        ({"category_th": "สัมฤทธิผลประชาชนมีส่วนร่วม"}, {"category_en": "Effective Change"}),
        ({"category_th": "PMQA ๔.๐"}, {"category_th": "คุณภาพการบริหารจัดการภาครัฐ 4.0"}),
        ({"recipient_th": "ดีป้า"}, {"recipient_th": "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"}),
        ({"scheme_th": "", "scheme_en": "State Excellence Award"}, {}),
        ({"recipient_th": "กรมอนามัย | กรมควบคุมโรค"}, {"recipient_th": "กรมควบคุมโรค | กรมอนามัย"}),
        ({"project_th": "งาน", "province_th": "ตรัง"}, {"project_th": "งาน"}),
        ({"presenter_th": "นายวิษณุ เครืองาม"}, {"notes": "a remark"}),
    ],
)
def test_one_award_said_twice_is_one(
    awards: Callable[..., list[Award]], one: dict[str, str], other: dict[str, str]
) -> None:
    first, second = awards(row(**one), row(**other))
    assert first.iri == second.iri


def test_a_state_of_one_name_in_two_countries_is_two(awards: Callable[..., list[Award]]) -> None:
    def punjab(country: str) -> dict[str, str]:
        return {"scheme_en": "X", "recipient_en": "Police", "province_th": "Punjab", "country": country}

    india, pakistan = awards(punjab("India"), punjab("Pakistan"))
    assert india.place != pakistan.place
    [georgia] = awards(
        {"scheme_en": "X", "recipient_en": "Y", "province_th": "Georgia", "country": "United States"}
    )
    assert georgia.place
    assert georgia.place.slug != "ge"


@pytest.mark.parametrize(
    ("one", "other"), [("C++ Board", "C# Board"), ("Good!", "Good?"), ("Health (East)", "Health East")]
)
def test_marks_tell_names_apart(one: str, other: str) -> None:
    identities = Identities(Register(), DEFAULT_BASE)
    assert identities.minted("agency", Bilingual(en=one)) != identities.minted("agency", Bilingual(en=other))


def test_a_day_outside_the_registered_ceremony_is_another_ceremony(
    awards: Callable[..., list[Award]],
) -> None:
    same, other, unsaid = awards(
        row(ceremony_date="2023-09-07"), row(ceremony_date="2023-12-01"), row(presenter_th="นายวิษณุ เครืองาม")
    )
    assert same.ceremony == unsaid.ceremony
    assert same.ceremony
    assert other.ceremony
    assert same.ceremony.slug == "psea-2023"
    assert other.ceremony.slug == "psea-2023-2023-12-01"


def test_a_branch_follows_from_its_category(awards: Callable[..., list[Award]]) -> None:
    [award] = awards(row(category_th="นวัตกรรมการบริการ"))
    assert award.branch
    assert award.branch.slug == "psea-service"


AGENCIES = """\
id,name_th,abbreviations,parent,predecessor,valid_from,valid_until
interior,กระทรวงมหาดไทย,มท.,,,,
labour,กระทรวงแรงงาน,รง.,,,,
interior-ops,สำนักงานปลัดกระทรวงมหาดไทย,สป.,interior,,,
labour-ops,สำนักงานปลัดกระทรวงแรงงาน,สป.,labour,,,
welfare,กรมสวัสดิการและคุ้มครองแรงงาน,กสร.,labour,,,
"""


def register_of(tmp_path: Path, agencies: str) -> Register:
    (tmp_path / "register").mkdir()
    (tmp_path / "register" / "agencies.csv").write_text(agencies, encoding="utf-8")
    return read_register(tmp_path / "register")


@pytest.mark.parametrize(
    ("name", "parent", "body"),
    [
        ("สป.", "กระทรวงมหาดไทย", "interior-ops"),
        ("สป.", "รง.", "labour-ops"),
        ("สป.", "", None),  # whose?
        ("สป.", "กระทรวงพลังงาน", None),  # a ministry whose office the register does not know
        ("สป.มท.", "", "interior-ops"),
        ("สป. กระทรวงแรงงาน", "", "labour-ops"),
        ("กสร.", "", "welfare"),
        ("กสร. สังกัดกระทรวงแรงงาน", "", "welfare"),
        ("กรมสวัสดิการและคุ้มครองแรงงาน (กระทรวงแรงงาน)", "", "welfare"),
        ("กสร. กระทรวงมหาดไทย", "", None),  # not beneath that ministry
    ],
)
def test_an_abbreviation_belongs_to_the_body_above_it(
    tmp_path: Path, name: str, parent: str, body: str | None
) -> None:
    identities = Identities(register_of(tmp_path, AGENCIES), DEFAULT_BASE)
    above = identities.agency(Bilingual.of(parent), None) if parent else None
    entry = identities.agency(Bilingual.of(name), None, above).entry
    assert (entry and entry.id) == body


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("other,กรมอื่น,กสร.,labour,,,", "'กสร.' belongs to welfare (line 6)"),
        ("other,กระทรวงแรงงาน,,,,,", "'กระทรวงแรงงาน' belongs to labour (line 3)"),
        ("other,กรมอื่น,กระทรวงแรงงาน,interior,,,", "belongs to labour (line 3)"),
        ("other,กรมอื่น,,,gone,,", "predecessor names 'gone'"),
        ("other,กรมอื่น,,,,2010,2002", "ends (2002) before it begins (2010)"),
        ("other,กรมอื่น,,,,soon,", "'soon' is no year"),
        ("other,กรมอื่น,,other,,,", "is its own parent"),
    ],
)
def test_a_register_that_contradicts_itself_is_refused_with_its_line(
    tmp_path: Path, line: str, problem: str
) -> None:
    with pytest.raises(SourceError) as refused:
        register_of(tmp_path, AGENCIES + line + "\n")
    assert refused.value.line == 7
    assert problem in str(refused.value)


def test_the_register_says_who_followed_whom_and_since_when(tmp_path: Path) -> None:
    lines = """\
id,name_th,name_en,country,valid_from,valid_until,predecessor,successor,source
trf,,Thailand Research Fund,,1992,2019-05-01,,tsri,https://ror.org/04g1t2z50
tsri,,Thailand Science Research and Innovation,,,,trf,,https://ror.org/04g1t2z50
"""
    (tmp_path / "awards").mkdir()
    (tmp_path / "awards" / "a.csv").write_text("scheme,year,recipient\nA Prize,2015,TSRI\n", encoding="utf-8")
    register_of(tmp_path, lines)
    import_sources(find_sources(tmp_path), tmp_path / "g", data=tmp_path)
    graph = Graph.open(tmp_path / "g")
    former = "SELECT ?f { agency:tsri org:resultedFrom/org:originalOrganization ?f . ?f org:changedBy ?e . ?e a org:ChangeEvent }"
    assert values(graph, former) == [(f"{DEFAULT_BASE}agency/trf",)]
    span = "SELECT ?n ?a ?b { agency:trf awg:nameForm ?f . ?f skosxl:literalForm ?n ; awg:validFrom ?a ; awg:validUntil ?b }"
    assert values(graph, span) == [("Thailand Research Fund", "1992", "2019-05-01")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("นางสาวมาลี ใจดี", "person"),
        ("พล.ต.อ.สมชาย ณ อยุธยา", "person"),
        ("มาลี ใจดี", "agency"),  # nothing says that it is a person
        ("Dr. Ken Institute of Development", "agency"),
        ("นายอำเภอเมืองตรัง", "agency"),
    ],
)
def test_titles_before_two_names_are_a_person_who_won(name: str, kind: str) -> None:
    identities = Identities(Register(), DEFAULT_BASE)
    assert identities.recipient(Bilingual.of(name), None, None, "").iri.split("/")[-2] == kind
