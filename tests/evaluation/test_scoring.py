"""The scorer: what it counts, and that it counts as the scorer does that stands beside the repository."""

from __future__ import annotations

import copy
import json
import random
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import SHARED
from tests.evaluation.scoring import Counts, Record, aliases_of, folded, level, load, scheme, score, year

if TYPE_CHECKING:
    from pathlib import Path

PRESS = SHARED / "press"

#: How the other scorer heads its lines, and what we call the same.
HEADINGS = {
    "awards strict": "awards",
    "awards partial": "awards by recipient and scheme",
    "strict, kind=award:": "awards in documents of kind award",
    "strict, kind=negative:": "awards in documents of kind negative",
    "people name+part": "people by name and part",
    "people name": "people by name",
    "ceremony fields": "ceremonies' fields",
} | {field: f"ceremonies' {field}" for field in ("name", "year_be", "date", "venue", "organiser")}

#: The slots beside the key of an award, in the order of the other scorer.
SLOTS = ("branch", "category", "project", "parent")

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

AWARD = {"scheme": "รางวัลเลิศรัฐ", "level": "ดี", "year_be": 2566, "recipient": "กรมสมมติ", "project": "ก"}


def document(
    awards: list[Record], people: list[Record] | None = None, ceremony: Record | None = None
) -> Record:
    return {"file": "a", "kind": "award", "awards": awards, "people": people or [], "ceremony": ceremony}


def test_an_award_told_twice_is_found_once() -> None:
    scores = score({"a": document([AWARD])}, {"a": document([AWARD, AWARD])})
    assert scores.counts["awards"] == Counts(found=1, false=1)
    assert scores.counts["awards"].f1 == pytest.approx(2 / 3)


def test_an_award_of_a_document_that_confers_none_is_false() -> None:
    gold = {"a": document([]) | {"kind": "negative"}}
    scores = score(gold, {"a": document([AWARD])})
    assert scores.counts["awards in documents of kind negative"] == Counts(false=1)


def test_a_document_nobody_read_was_missed_whole() -> None:
    person = {"name": "สมมติ นามสมมุติ", "part": "speaker"}
    scores = score({"a": document([AWARD], [person], {"name": "พิธีมอบรางวัลเลิศรัฐ"})}, {})
    for measure in ("awards", "people by name", "people by name and part", "ceremonies' fields"):
        assert scores.counts[measure] == Counts(missed=1)


def test_a_wrong_part_costs_the_part_and_not_the_name() -> None:
    person = {"name": "สมมติ นามสมมุติ", "part": "speaker"}
    scores = score({"a": document([], [person])}, {"a": document([], [person | {"part": "accepted"}])})
    assert scores.counts["people by name"] == Counts(found=1)
    assert scores.counts["people by name and part"] == Counts(false=1, missed=1)


def test_a_wrong_venue_is_false_and_missed() -> None:
    gold, told = ({"a": document([], [], {"venue": venue})} for venue in ("ระบบออนไลน์", "อิมแพค เมืองทองธานี"))
    assert score(gold, told).counts["ceremonies' venue"] == Counts(false=1, missed=1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กรมสมมติ (กสม.)", "กรม สมมติ"),
        ("ผลงาน “น้ำ”", 'ผลงาน "น้ํา"'),
        ("PMQA ๔.๐", "pmqa 4.0"),
        ("เเละ\u200bแล้ว", "และแล้ว"),
    ],
)
def test_spellings_of_one_name_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other) != ""


def test_years_schemes_and_levels_are_compared_by_what_they_mean() -> None:
    assert year(2023) == year("๒๕๖๖") == year(66) == 2566
    assert scheme("รางวัลคุณภาพการบริหารจัดการภาครัฐ 4.0") == scheme("รางวัลเลิศรัฐ ประจำปี 2566")
    assert scheme("รางวัลครูดอยสายใจ ประจำปี 2567 ครั้งที่ 9") != scheme("รางวัลเลิศรัฐ")
    assert level("Advance") == level("ระดับก้าวหน้า") != level("ระดับพื้นฐาน")


def bent(gold: dict[str, Record], seed: int) -> dict[str, Record]:
    """Return the annotations as a careless reader would have told them."""
    chance = random.Random(seed)
    told = copy.deepcopy(gold)
    for name in chance.sample(sorted(told), 2):
        del told[name]
    everybody = [award for record in gold.values() for award in record["awards"]]
    for record in told.values():
        for award in [*record["awards"]]:
            _bend_award(award, record["awards"], chance)
        record["awards"] += chance.sample(everybody, chance.choice((0, 0, 0, 2)))
        record["people"] = [_person(person, chance) for person in record["people"] if chance.random() < 0.9]
        if record["ceremony"]:
            record["ceremony"] = {k: _value(v, chance) for k, v in record["ceremony"].items()}
    return told


def _bend_award(award: Record, siblings: list[Record], chance: random.Random) -> None:
    match chance.randrange(6):
        case 0:
            siblings.remove(award)
        case 1:
            slot = chance.choice(("scheme", "branch", "category", "level", "recipient", "project", "year_be"))
            award[slot] = _value(award[slot], chance)
        case 2:
            award["year_be"] = chance.choice(
                (award["year_be"] - 543, str(award["year_be"]).translate(THAI_DIGITS), 2560)
            )
        case 3:
            award["level"] = chance.choice(("ระดับดี", "Advance", "ดีเด่น", None))
            award["scheme"] = chance.choice(("PMQA 4.0", "รางวัลเลิศรัฐ ประจำปี 2564", "DG Awards", "รางวัลอื่น"))
        case _:
            pass


def _person(person: Record, chance: random.Random) -> Record:
    if chance.random() < 0.2:
        return person | {"part": chance.choice(("presenter", "accepted", "speaker", "attendee", "official"))}
    return person | {"name": _value(person["name"], chance) or "ไม่ทราบ ชื่อ"}


def _value(value: Any, chance: random.Random) -> Any:
    if not isinstance(value, str):
        return chance.choice((value, None))
    ways = (
        value,
        f"“{value}”",
        value.translate(THAI_DIGITS),
        value[: len(value) // 2],
        value + " (ก.พ.ร.)",
        None,
    )
    return chance.choice((value, value, *ways))


def printed(lines: str) -> tuple[dict[str, Counts], list[str]]:
    """Return the counts that the other scorer printed, by our names, and the shares of its slots."""
    counts = {}
    for line in lines.splitlines():
        if found := re.search(
            r"^\s*(.+?)\s+P [\d.]+ R [\d.]+ F1 [\d.]+ +\(tp (\d+) fp (\d+) fn (\d+)\)$", line
        ):
            counts[HEADINGS[found[1]]] = Counts(*map(int, found.groups()[1:]))
    return counts, re.findall(rf"(?:{'|'.join(SLOTS)}) ([\d.]+)", lines)


@pytest.mark.parametrize("seed", range(12))
def test_the_figures_are_those_of_the_other_scorer(seed: int, tmp_path: Path) -> None:
    if not (PRESS / "score.py").exists():
        pytest.skip(f"{PRESS / 'score.py'} is not here")
    gold = load(PRESS / "gold")
    for n, record in enumerate(bent(gold, seed).values()):
        (tmp_path / f"{n}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    words: list[str | Path] = [sys.executable, "-X", "utf8", PRESS / "score.py", PRESS / "gold", tmp_path]
    ran = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=True)
    counts, shares = printed(ran.stdout)
    ours = score(gold, load(tmp_path), aliases_of(PRESS / "gold"))
    assert ours.counts == counts
    assert counts["awards"].false, "the predictions are too good to show a difference"
    assert counts["awards"].missed, "the predictions are too good to show a difference"
    assert shares == [f"{ours.slots[slot] / ours.slots['found']:.2f}" for slot in SLOTS]
