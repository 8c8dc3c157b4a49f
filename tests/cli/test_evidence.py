"""`why` and `conflicts`: what a journalist reads, in both languages, and what a script does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from awardgraph.graph.generations import commit, prepare, store_lines
from awardgraph.graph.manifest import Manifest, StoredSource
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.vocabulary.external import IS_REPLACED_BY, LABEL
from tests.conftest import ROOT, award_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

HEADER = "scheme_th,year_be,recipient_th,country,ceremony_date,source_url\n"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        (
            "th",
            [
                "รางวัลเลิศรัฐ พ.ศ. 2566 · คุณภาพการบริหารจัดการภาครัฐ 4.0 · ก้าวหน้า",
                "ผู้ได้รับรางวัลเผยแพร่เอง · สำนักงานส่งเสริมเศรษฐกิจดิจิทัล · เผยแพร่เมื่อ 8 กันยายน พ.ศ. 2566 (ค.ศ. 2023)",
                "“ร่วมรับรางวัลคุณภาพการบริหารจัดการภาครัฐ 4.0 (Public Sector Management Quality Award: PMQA 4.0) ระดับก้าวหน้า (Advance)”",
                "อักขระที่ 605 ถึง 724",
                "awards/thai-pages.csv บรรทัดที่ ",
                "วันที่จัดงาน",
                "ทะเบียนของโฟลเดอร์ข้อมูล: register/ceremonies.csv บรรทัดที่ ",
            ],
        ),
        (
            "en",
            [
                "Public Sector Excellence Awards 2023 · PMQA 4.0 · Advance",
                "self-reported by the recipient · Digital Economy Promotion Agency · published 8 September 2023 (2566 BE)",
                "sha256 f98f4beea88d4016622a3b8b92e68be4e7bb47121b234dacf56c14cf2e12249c",
                "characters 605 to 724",
                "Name form: ผศ.ดร.ณัฐพล นิมมานพัชรินทร์",
                "7 September 2023 (2566 BE)",
            ],
        ),
    ],
)
def test_why_depa_won(run: Run, shipped: Graph, lang: str, words: list[str]) -> None:
    told = run("why", award_of(shipped, "psea-2023"), "--graph", shipped.location, "--lang", lang)
    assert (told.code, told.err) == (0, "")
    assert [word for word in words if word not in told.out] == []


def test_the_columns_are_aligned_under_thai_vowels(run: Run, shipped: Graph) -> None:
    from rich.cells import cell_len

    out = run("why", "agency:depa", "--graph", shipped.location, "--lang", "th").out.splitlines()
    values = ("สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "กระทรวงดิจิทัลเพื่อเศรษฐกิจและสังคม", "ดีป้า")
    ends = {
        cell_len(line[: line.index(value)]) for value in values for line in out if line.endswith(f"  {value}")
    }
    assert len(ends) == 1


def test_an_official_source_comes_first(run: Run, shipped: Graph) -> None:
    told = run("why", award_of(shipped, "unpsa-2022"), "ผลงาน", "--graph", shipped.location)
    assert told.code == 2
    assert "no property is called 'ผลงาน'" in told.err
    told = run(
        "why", award_of(shipped, "unpsa-2022"), "forProject", "--graph", shipped.location, "--lang", "en"
    )
    official, own = told.out.index("official: the award's own body"), told.out.index("self-reported")
    assert official < own
    assert (
        told.out.count("for project  Koh Libong Community: Digital Transformation for Smart Environment") == 2
    )


def test_why_as_json(run: Run, shipped: Graph) -> None:
    told = json.loads(
        run(
            "why", award_of(shipped, "psea-2023"), "level", "--graph", shipped.location, "--format", "json"
        ).out
    )
    [source] = told["sources"]
    assert (source["standing"], source["issued"]) == ("self-reported", "2023-09-08")
    level = {"type": "uri", "value": "https://w3id.org/awardgraph/id/level/psea-advance"}
    assert [fact["value"] for fact in source["facts"]] == [level]
    assert {(605, 724)} < {(passage["start"], passage["end"]) for passage in source["passages"]}
    assert all(passage["sha256"] for passage in source["passages"])


def test_unknown_things_are_2_with_the_nearest(run: Run, shipped: Graph) -> None:
    told = run("why", "กรมอนามยย", "--graph", shipped.location)
    assert (told.code, told.out) == (2, "")
    assert "Did you mean กรมอนามัย (agency:department-of-health-th)?" in told.err
    told = run("why", "agency:depa", "heldOn", "--graph", shipped.location)
    assert told.code == 2
    assert "Stated are" in told.err


def test_quotes_are_looked_up_again(run: Run, shipped: Graph) -> None:
    told = run(
        "why",
        award_of(shipped, "psea-2023"),
        "--graph",
        shipped.location,
        "--data",
        ROOT / "data",
        "--lang",
        "en",
    )
    assert told.code == 0
    assert "✓ the words stand there still (awards/thai-pages.csv, line " in told.out
    assert "not looked up: the document is not in the folder" in told.out


def test_a_quote_that_is_gone_is_3(run: Run, folder: Path) -> None:
    location = folder.parent / "g"
    import_sources(find_sources(folder), location, data=folder)
    table = folder / "awards" / "few.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("Health", "Wealth"), encoding="utf-8")
    award = run(
        "query", 'SELECT ?a { ?a awg:recipient/rdfs:label "Ministry of Health"@en }', "--graph", location
    )
    iri = award.out.splitlines()[-1]
    told = run("why", iri, "--graph", location, "--data", folder, "--lang", "th")
    assert told.code == 3
    assert "✗ ไม่พบถ้อยคำนี้แล้ว (awards/few.csv)" in told.out
    [source] = json.loads(run("why", iri, "--graph", location, "--data", folder, "--format", "json").out)[
        "sources"
    ]
    assert [passage["result"] for passage in source["passages"]] == ["gone"]


def test_a_source_does_not_steer_the_terminal(run: Run, folder: Path) -> None:
    (folder / "awards" / "few.csv").write_text("scheme_th,recipient_th\nก,ข\x1b[2Jค\n", encoding="utf-8")
    import_sources(find_sources(folder), folder.parent / "g", data=folder)
    query = run("query", "SELECT ?a { ?a a awg:Conferral }", "--graph", folder.parent / "g")
    told = run("why", query.out.splitlines()[-1], "--graph", folder.parent / "g")
    assert told.code == 0
    assert "\x1b" not in told.out


@pytest.mark.parametrize(
    ("lang", "words"), [("th", "ปัจจุบันกราฟใช้ชื่อนี้แทน agency:old"), ("en", "agency:old was replaced by this.")]
)
def test_an_iri_that_was_replaced_is_followed(run: Run, tmp_path: Path, lang: str, words: str) -> None:
    base = "https://e.org/id/"
    facts = [
        f"<{base}agency/old> <{IS_REPLACED_BY}> <{base}agency/new> <{base}source/s> .\n",
        f'<{base}agency/new> <{LABEL}> "กรมใหม่"@th <{base}source/s> .\n',
    ]
    prepare(tmp_path)
    name, count = store_lines(tmp_path, facts)
    source = StoredSource(f"{base}source/s", "s.yaml", "", "", "record", 1, count, name, name, "")
    commit(tmp_path, Manifest(base=base), [source])
    told = run("why", "agency:old", "--graph", tmp_path, "--lang", lang)
    assert told.code == 0
    assert told.out.startswith("กรมใหม่\nagency:new\n" + words + "\n")


# ── conflicts ──


@pytest.fixture
def disagreeing(tmp_path: Path) -> Path:
    """A graph of two pages that give two days."""
    rows = [f"รางวัลเลิศรัฐ,2564,กรมอนามัย,ไทย,2021-09-{day},https://e.org/{day}\n" for day in (15, 16)]
    (tmp_path / "awards").mkdir()
    (tmp_path / "awards" / "few.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    import_sources(find_sources(tmp_path), tmp_path / "g", data=tmp_path)
    return tmp_path / "g"


@pytest.mark.parametrize(
    ("lang", "days"),
    [
        ("th", ["15 กันยายน พ.ศ. 2564 (ค.ศ. 2021)", "16 กันยายน พ.ศ. 2564 (ค.ศ. 2021)"]),
        ("en", ["15 September 2021 (2564 BE)", "16 September 2021 (2564 BE)"]),
    ],
)
def test_two_days_side_by_side(run: Run, disagreeing: Path, lang: str, days: list[str]) -> None:
    told = run("conflicts", "--graph", disagreeing, "--lang", lang)
    assert told.code == 3
    first, second = (told.out.index(day) for day in days)
    for day, place in (("15", first), ("16", second)):
        link = told.out.index(f"https://e.org/{day}")
        assert place < link < told.out.index(f"2021-09-{day}”")
    assert second > told.out.index("2021-09-15”")
    assert "1" in told.err


def test_conflicts_as_json(run: Run, disagreeing: Path) -> None:
    told = run("conflicts", "--graph", disagreeing, "--format", "json")
    assert told.code == 3
    [conflict] = json.loads(told.out)
    assert conflict["property"].endswith("#atCeremony")
    assert sorted(value["days"] for value in conflict["values"]) == [["2021-09-15"], ["2021-09-16"]]
    lines = [source["passages"][0]["lines"] for value in conflict["values"] for source in value["sources"]]
    assert sorted(lines) == [[2], [3]]


def test_no_disagreement_is_0(run: Run, folder: Path) -> None:
    import_sources(find_sources(folder), folder.parent / "g", data=folder)
    told = run("conflicts", "--graph", folder.parent / "g", "--lang", "en")
    assert (told.code, told.out, told.err) == (0, "", "Sources disagree on nothing.\n")
