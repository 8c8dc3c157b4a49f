"""A release on its way into the graph: drafted, reviewed, taken back, read again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph
from awardgraph.importer.press.ignoring import REASONS
from awardgraph.importer.verifying import verify_passages
from awardgraph.resources import messages
from tests.conftest import values
from tests.importer.drafts.desk import RELEASE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.importer.drafts.desk import Desk

THIS_YEAR = ("2023", "รางวัลเลิศรัฐ พ.ศ. 2566 · พัฒนาการบริการ · ดี")
EARLIER = ("2020", "รางวัลเลิศรัฐ พ.ศ. 2563 · นวัตกรรมการบริการ · ดี")

#: The bytes of the release tell it from others that are called alike.
SOURCE = f"https://w3id.org/awardgraph/id/source/water-{hashlib.sha256(RELEASE.encode()).hexdigest()[:8]}"

STATED = f"""SELECT ?property ?quote ?start ?end ?before ?after {{
  GRAPH <{SOURCE}> {{
    ?said a awg:Assertion ; rdf:subject ?award ; rdf:predicate ?property ; awg:statedIn ?words .
    ?words awg:quote ?quote ; awg:start ?start ; awg:end ?end ; awg:prefix ?before ; awg:suffix ?after .
    ?award awg:inEdition edition:psea-2023 }}
}}"""


def test_a_draft_says_what_was_read_and_nothing_enters_the_graph(desk: Desk) -> None:
    outcome = desk.read()
    assert outcome.code == 0
    assert "2 awards and 1 people were read" in outcome.err
    assert "awardgraph review" in outcome.err
    assert not desk.graph.exists()
    draft = desk.told()
    assert draft["release"]["sha256"] == hashlib.sha256(RELEASE.encode()).hexdigest()
    assert draft["release"]["published"] == "8 ก.ย. 2566"
    first, second = draft["awards"]
    assert {name: first[name]["value"] for name in ("scheme", "branch", "category", "level", "year_be")} == {
        "scheme": "รางวัลเลิศรัฐ",
        "branch": "บริการภาครัฐ",
        "category": "พัฒนาการบริการ",
        "level": "ดี",
        "year_be": "2566",
    }
    assert (first["scheme"]["id"], first["level"]["id"]) == ("psea", "psea-good")
    assert "id" not in first["recipient"]
    assert first["recipient"]["value"] == "กรมพัฒนาแหล่งน้ำชุมชน"
    assert first["project"]["value"] == "ธนาคารน้ำหน้าบ้าน"
    assert (second["year_be"]["value"], second["project"]["value"]) == ("2563", "บ่อจิ๋วหลังโรงเรียน")
    [person] = draft["people"]
    assert (person["name"]["value"], person["part"], person["post"]) == ("นางสาวมาลี ใจดี", "accepted", "อธิบดี")
    assert person["awards"] == [first["key"]]
    ceremony = draft["ceremony"]
    assert (ceremony["date"]["value"], ceremony["venue"]["value"]) == ("2023-09-07", "อิมแพ็ค เมืองทองธานี")
    assert {finding["status"] for finding in [*draft["awards"], person, ceremony]} == {"proposed"}


def test_every_place_in_a_draft_holds_its_words(desk: Desk) -> None:
    desk.read()
    draft = desk.told()
    cells = [
        cell
        for finding in [*draft["awards"], *draft["people"], draft["ceremony"]]
        for cell in finding.values()
        if isinstance(cell, dict) and "at" in cell
    ]
    assert len(cells) > 18
    for cell in [*cells, *draft.get("ignored", [])]:
        start, end = cell["at"]
        assert RELEASE[start:end] == cell.get("quote", cell.get("value"))


def test_what_was_accepted_is_in_the_graph_with_its_words(desk: Desk) -> None:
    desk.read()
    desk.accept()
    outcome = desk.review()
    assert outcome.code == 0, outcome.err
    assert "accepted" in outcome.err
    assert desk.conferrals() == {THIS_YEAR, EARLIER}
    stated = values(desk.opened(), STATED)
    assert {prop.rpartition("#")[2] for prop, *_ in stated} == {
        "underScheme", "inEdition", "inBranch", "forCategory", "level", "recipient", "forProject",
    }  # fmt: skip
    for _, quote, start, end, before, after in stated:
        assert RELEASE[int(start) : int(end)] == quote
        assert RELEASE[: int(start)].endswith(before)
        assert RELEASE[int(end) :].startswith(after)
    held = [one.result for one in verify_passages(desk.opened(), desk.folder)]
    assert held.count("holds") >= 16
    assert not {"gone", "moved"} & set(held)


def test_the_part_of_a_person_and_the_ceremony_are_told(desk: Desk) -> None:
    desk.read()
    desk.accept()
    desk.review()
    query = f"""SELECT ?name ?role ?day ?venue {{ ?part awg:nameAsPrinted ?name ; awg:inRole ?role ; awg:forConferral ?award .
               ?award awg:inEdition edition:psea-2023 ; awg:atCeremony ?held .
               GRAPH <{SOURCE}> {{ ?held awg:heldOn ?day ; awg:venue ?venue }} }}"""
    role = "https://w3id.org/awardgraph/ns#receiver"
    assert values(desk.opened(), query) == [("นางสาวมาลี ใจดี", role, "2023-09-07", "อิมแพ็ค เมืองทองธานี")]


def test_only_what_was_accepted_enters(desk: Desk) -> None:
    desk.read()
    desk.edit("status: proposed", "status: rejected")
    desk.edit("status: rejected", "status: accepted", 1)
    desk.review()
    assert desk.conferrals() == {THIS_YEAR}
    assert (
        values(
            desk.opened(), "SELECT ?p { ?p awg:forConferral ?award . ?award awg:inEdition edition:psea-2023 }"
        )
        == []
    )


def test_what_is_rejected_later_leaves_the_graph(desk: Desk) -> None:
    desk.read()
    desk.accept()
    desk.review()
    desk.edit("status: accepted", "status: rejected", 1)
    desk.review()
    assert desk.conferrals() == {EARLIER}


def test_reading_again_keeps_what_a_person_did(desk: Desk) -> None:
    desk.read()
    desk.edit("status: proposed", "status: rejected", 1)
    desk.edit('project: {value: "บ่อจิ๋วหลังโรงเรียน"', 'project: {value: "บ่อจิ๋วหลังโรงเรียนบ้านนา"')
    desk.edit(
        "people:",
        '  - status: added\n    scheme: "รางวัลดินดี"\n    recipient: "กรมพัฒนาแหล่งน้ำชุมชน"\n'
        '    words: {quote: "ก่อนหน้านี้ กรมพัฒนาแหล่งน้ำชุมชน"}\n\npeople:',
    )
    desk.review()
    before = desk.told()
    desk.read()
    after = desk.told()
    assert [award["status"] for award in after["awards"]] == ["added", "rejected", "proposed"]
    assert after["awards"][2]["project"]["value"] == "บ่อจิ๋วหลังโรงเรียนบ้านนา"
    assert after["awards"][1]["by"].startswith("สมศรี, ")
    key = {award.get("key"): award for award in before["awards"]}
    assert all(key[award.get("key")] == award for award in after["awards"])


def test_reading_again_without_changes_changes_no_byte(desk: Desk) -> None:
    desk.read()
    before = desk.draft.read_bytes()
    desk.read()
    assert desk.draft.read_bytes() == before


def test_a_changed_release_finds_the_words_again(desk: Desk) -> None:
    desk.read()
    desk.accept()
    desk.review()
    before = values(desk.opened(), STATED)
    desk.release.write_text("แก้ไขครั้งที่ 1\n" + RELEASE, encoding="utf-8")
    refused = desk.review()
    assert refused.code == 4
    assert "Import water.txt again" in refused.err
    assert desk.read().code == 0
    assert desk.conferrals() == {THIS_YEAR, EARLIER}
    changed = desk.release.read_text(encoding="utf-8")
    after = values(desk.opened(), STATED)
    assert {(prop, quote) for prop, quote, *_ in after} == {(prop, quote) for prop, quote, *_ in before}
    for _, quote, start, end, *_ in after:
        assert changed[int(start) : int(end)] == quote
    assert {int(start) for _, _, start, *_ in after} == {int(start) + 16 for _, _, start, *_ in before}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("status: accepted", "status: yes", "'yes' is no status"),
        ("id: psea-good", "id: psea-excellent", "does not know 'ดี' as psea-excellent, but as psea-good"),
        ('year_be: {value: "2566"', 'year_be: {value: "25x6"', "25x6"),
        ('date: {value: "2023-09-07"', 'date: {value: "soon"', "soon"),
        ('part: "accepted"', 'part: "ผู้รับ"', "'ผู้รับ' is no part"),
        ("confidence: 0", "confidence: 7", "no share from 0 to 1"),
        ("scheme: {value", "schema: {value", "unknown key 'schema'"),
        ('words: {at: [', 'words: {at: [1, 9], quote: "x"} # [', "do not stand there in the release"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_draft_is_told_with_its_line(desk: Desk, old: str, new: str, told: str) -> None:
    desk.read()
    desk.accept()
    desk.edit(old, new, 1)
    before = desk.draft.read_bytes()
    outcome = desk.review()
    assert outcome.code == 4, outcome
    line = next(
        n for n, text in enumerate(desk.draft.read_text(encoding="utf-8").split("\n"), 1) if new in text
    )
    assert f"water.draft.yaml:{line}: " in outcome.err
    assert told in outcome.err
    assert desk.draft.read_bytes() == before
    assert not desk.graph.exists()


def test_a_person_must_say_who_decides(desk: Desk) -> None:
    desk.read()
    assert desk.review(by=" ").code == 2


def test_auto_accepts_what_is_sure_enough_and_nothing_below(desk: Desk) -> None:
    desk.release.write_text(
        "กรมหนึ่งรับรางวัลเลิศรัฐ\nกระทรวงน้ำได้รับรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้\n"
        "1) กรมพัฒนาแหล่งน้ำชุมชน ได้รับรางวัลเลิศรัฐ สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ธนาคารน้ำหน้าบ้าน”\n"
        "2) กรมฝนชุมชน ได้รับรางวัลเลิศรัฐ สาขาบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดีเด่น ผลงาน “ถังฝน”\n"
        "3) กรมดินชุมชน ได้รับรางวัลเลิศรัฐ สาขาบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดี หากส่งเอกสารครบ\n",
        encoding="utf-8",
    )
    assert desk.read("--accept", "auto").code == 0
    awards = desk.told()["awards"]
    sure = {award["recipient"]["value"]: award for award in awards if award["status"] == "accepted"}
    assert sure.keys() == {"กรมพัฒนาแหล่งน้ำชุมชน", "กรมฝนชุมชน"}
    assert all(float(award["confidence"]) >= 0.95 and award["by"] == "auto" for award in sure.values())
    query = "SELECT (COUNT(DISTINCT ?award) AS ?n) (MIN(?c) AS ?least) { ?award a awg:Conferral . ?s rdf:subject ?award ; awg:confidence ?c }"
    [(count, least)] = values(desk.opened(), query)
    assert (count, float(least) >= 0.95) == ("2", True)


def test_standard_input_needs_a_place_for_its_draft(desk: Desk) -> None:
    outcome = desk.run("import", "-", "--graph", desk.graph, "--data", desk.data, stdin=RELEASE)
    assert outcome.code == 2
    assert "--review FILE" in outcome.err
    desk.run("import", "-", "--review", desk.draft, "--graph", desk.graph, "--data", desk.data, stdin=RELEASE)
    assert "file" not in desk.told()["release"]
    desk.accept()
    assert desk.review().code == 0
    assert desk.conferrals() == {THIS_YEAR, EARLIER}


def test_a_release_that_confers_nothing_says_so(desk: Desk) -> None:
    desk.release.write_text(
        "กรมฝนชุมชนเปิดรับสมัครรางวัลเลิศรัฐ ประจำปี 2567 ถึงวันที่ 31 มีนาคม 2567\n", encoding="utf-8"
    )
    outcome = desk.read()
    assert outcome.code == 0
    assert "no award conferred" in outcome.err
    assert "awards" not in desk.told()


def test_a_folder_is_drafted_release_by_release(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "press"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(RELEASE, encoding="utf-8")
    outcome = desk.run("import", folder, "--graph", desk.graph, "--data", desk.data)
    assert outcome.code == 0
    assert sorted(path.name for path in folder.glob("*.yaml")) == ["a.draft.yaml", "b.draft.yaml"]
    both = desk.run("import", folder, "--review", desk.draft, "--graph", desk.graph, "--data", desk.data)
    assert both.code == 2


def test_nothing_is_written_where_one_release_cannot_be_read(desk: Desk, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    outcome = desk.run("import", desk.release, broken, "--graph", desk.graph, "--data", desk.data)
    assert outcome.code == 4
    assert "broken.txt" in outcome.err
    assert not desk.draft.exists()


def test_a_folder_without_a_lexicon_reads_with_ours(desk: Desk, folder: Path) -> None:
    desk.data = folder
    assert desk.read().code == 0
    assert len(desk.told()["awards"]) == 2


def test_every_reason_to_pass_a_word_over_is_told_in_both_languages() -> None:
    for lang in ("th", "en"):
        assert messages(lang)["draft"]["reasons"].keys() == REASONS


def test_a_draft_belongs_to_one_release(desk: Desk) -> None:
    desk.read()
    before = desk.draft.read_bytes()
    other = desk.release.with_suffix(".html")
    other.write_text(f"<!doctype html><p>{RELEASE}", encoding="utf-8")
    outcome = desk.run("import", other, "--graph", desk.graph, "--data", desk.data)
    assert outcome.code == 4
    assert "is the draft of water.txt" in outcome.err
    assert desk.draft.read_bytes() == before


def test_a_build_reads_the_reviewed_drafts_of_a_data_folder(desk: Desk, folder: Path) -> None:
    desk.folder, desk.data = folder / "press", folder
    desk.folder.mkdir()
    desk.release.write_text(RELEASE, encoding="utf-8")
    desk.read()
    desk.accept()
    built = desk.run("build", "--data", folder, "--out", folder.parent / "built")
    assert built.code == 0, built.err
    query = f"SELECT DISTINCT ?award {{ GRAPH <{SOURCE}> {{ ?award a awg:Conferral }} }}"
    assert len(values(Graph.open(folder.parent / "built" / "awards.graph"), query)) == 2


LIST = (
    "กรมหนึ่งรับรางวัลเลิศรัฐ\nกระทรวงน้ำได้รับรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้\n"
    "1) กรมพัฒนาแหล่งน้ำชุมชน ได้รับรางวัลเลิศรัฐ สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ธนาคารน้ำหน้าบ้าน”\n"
)


@pytest.mark.parametrize("wish", ["status: rejected", "status: proposed"])
def test_a_person_who_refuses_what_was_sure_is_obeyed(desk: Desk, wish: str) -> None:
    desk.release.write_text(LIST, encoding="utf-8")
    desk.read("--accept", "auto")
    assert [award["status"] for award in desk.told()["awards"]] == ["accepted"]
    desk.edit("status: accepted", wish)
    desk.review()
    desk.release.write_text(LIST.replace("หน้าบ้าน", "หลังบ้าน"), encoding="utf-8")
    desk.read("--accept", "auto")
    assert "accepted" not in [award["status"] for award in desk.told()["awards"]]


def test_what_a_person_changes_in_a_sure_award_is_the_persons(desk: Desk) -> None:
    desk.release.write_text(LIST, encoding="utf-8")
    desk.read("--accept", "auto")
    desk.edit('project: {value: "ธนาคารน้ำหน้าบ้าน"', 'project: {value: "ธนาคารน้ำหน้าบ้านเรา"')
    desk.review()
    desk.read("--accept", "auto")
    [award] = desk.told()["awards"]
    assert (award["status"], award["project"]["value"]) == ("corrected", "ธนาคารน้ำหน้าบ้านเรา")
    assert award["by"].startswith("สมศรี, ")


@pytest.mark.parametrize("doubt", ["หาก", "ยังไม่เคย", "ข่าวปลอม"])
def test_a_word_of_doubt_leaves_an_award_to_a_person(desk: Desk, doubt: str) -> None:
    desk.release.write_text(LIST.replace("1) ", f"1) {doubt} "), encoding="utf-8")
    desk.read("--accept", "auto")
    assert not desk.graph.exists()


def test_a_draft_needs_a_folder_and_a_name_of_yaml(desk: Desk) -> None:
    assert desk.read("--review", desk.folder / "nowhere" / "x.yaml").code == 2
    assert desk.read("--review", desk.folder / "x.csv").code == 2
