"""Names as people mistype them, against everything the shipped graph names."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from awardgraph.graph.catalogue import Catalogue
from awardgraph.graph.find import find
from awardgraph.model.names import fold
from tests.benchmarks.misspelling import misspelt

if TYPE_CHECKING:
    from awardgraph import Graph

#: What was typed → the kind and id that must come first.
TYPED = {
    # a letter too few, too many, or another one
    "กรมสรรพสามิตร": "agency/excise-department-th",
    "กรมชลประธาน": "agency/rid",
    "กรมราชทันฑ์": "agency/department-of-corrections-th",
    "กรมธนารักศ์": "agency/treasury-department-th",
    "กรมสุขภาพจิด": "agency/department-of-mental-health-th",
    "กรมพัฒนาที่ดิม": "agency/department-of-land-development-th",
    "กระทรวงสาธารณะสุข": "agency/moph",
    "กระทรวงพานิชย์": "agency/ministry-of-commerce-th",
    "กระทรวงยุติธรม": "agency/ministry-of-justice-th",
    "กระทวงมหาดไทย": "agency/ministry-of-interior-th",
    "กระทรวงศึกษาธิกการ": "agency/ministry-of-education-th",
    "กรมการปครอง": "agency/dopa",
    "สำนักงานประกันสังคมม": "agency/sso",
    "การไฟฟ้านครหลวงง": "agency/mea",
    "รางวัลเลิดรัฐ": "scheme/psea",
    "นครราชศรีมา": "place/th-30",
    "พิษณุโลค": "place/th-65",
    "เชียงไหม่": "place/th-50",
    "วิษณุ เครืองาน": "person/wissanu-krea-ngam",
    "โรงพยาบาลศิริราข": "agency/siriraj-hospital",
    # marks dropped, added or mistaken
    "กรมอนามย": "agency/department-of-health-th",
    "กรมทีดิน": "agency/department-of-lands-th",
    "กรมปศุสัตว": "agency/department-of-livestock-th",
    "กรมบังคับคดึ": "agency/led",
    "กรมการขนส่งทางบก์": "agency/dlt",
    "กรมส่งเสริมการเกษตร์": "agency/department-of-agricultural-extension-th",
    "กระทรวงเกษตรและสหกรณ": "agency/moac",
    "กรมวิทยาศาสตรการแพทย์": "agency/department-of-medical-sciences-th",
    "มหาวิทยาลัยขอนแกน": "agency/khon-kaen-university",
    "การไฟฟ้าสวนภูมิภาค": "agency/pea",
    "เกาะลีบง": "place/th-920213",
    "ประยุทธ จันทร์โอชา": "person/prayuthth-chnthroocha-53aafd48",
    "สำนักงานสงเสริมเศรษฐกิจดิจิตัล": "agency/depa",
    "สํานักงานสถิติแห่งชาต": "agency/national-statistical-office-th",
    # letters exchanged
    "กรมศุลการก": "agency/customs-department-th",
    "กรมอานมัย": "agency/department-of-health-th",
    "Departmnet of Health": "agency/department-of-health-th",
    "dpea": "agency/depa",
    # spaces
    "กรมที่ดิ น": "agency/department-of-lands-th",
    "กรม ควบคุม โรค": "agency/department-of-disease-control-th",
    "กรมควบคุมโรค ติดต่อ": "agency/department-of-disease-control-th",
    # abbreviations with dots and without
    "สศด": "agency/depa",
    "สปก": "agency/alro",
    "มกอช": "agency/acfs",
    "D.E.P.A.": "agency/depa",
    "ACFS.": "agency/acfs",
    # English, and its case
    "DEPARTMENT OF HAELTH": "agency/department-of-health-th",
    "Digital Economy Promotion Agancy": "agency/depa",
    "united nation public service awards": "scheme/unpsa",
    "Ministry of Intirior": "agency/ministry-of-interior-th",
    "Publc Sector Excellence Awrds": "scheme/psea",
}


@pytest.fixture(scope="module")
def catalogue(shipped: Graph) -> Catalogue:
    return Catalogue(shipped)


def test_the_table_is_of_some_size() -> None:
    assert len(TYPED) >= 40


@pytest.mark.parametrize("typed", TYPED)
def test_what_was_meant_comes_first(catalogue: Catalogue, typed: str) -> None:
    assert find(catalogue, typed)[0].entity.iri == catalogue.base + TYPED[typed]


def test_of_a_thousand_errors_of_typing_none_leads_astray(catalogue: Catalogue) -> None:
    names = [
        (named.iri, name) for named in catalogue.of_kind("agency") for name in named.names if len(name) > 4
    ]
    dice = random.Random(4)
    hits, wrong = 0, []
    for _ in range(1000):
        _, name = dice.choice(names)
        typed = misspelt(name, dice)
        bearers = {iri for iri, other in names if fold(other) == fold(name)}
        found = catalogue.index("agency").near(typed, limit=1)
        hits += bool(found) and found[0].key in bearers
        if found and found[0].key not in bearers:
            wrong.append((name, typed, found[0].name))
    assert not wrong, wrong
    assert hits >= 960, hits
