"""Lines as printed become paragraphs."""

from __future__ import annotations

import pytest

from awardgraph.importer.documents.unwrapping import Printed, paragraphs

#: As long as the lines of a page that are full.
FULL = "กรมประมงเข้ารับรางวัลเลิศรัฐประจำปีงบประมาณ"


def told(*lines: str) -> list[str]:
    return paragraphs([Printed(line) for line in lines])


def test_a_thai_phrase_is_joined_without_a_space() -> None:
    assert told(FULL, "พ.ศ. 2566") == [FULL + "พ.ศ. 2566"]


@pytest.mark.parametrize("end", [FULL + " (กสร.)", FULL + " 4.0", FULL + " ต่าง ๆ", FULL + " PMQA"])
def test_a_space_stays_beside_what_is_no_thai_letter(end: str) -> None:
    assert told(end, "กล่าวว่า") == [f"{end} กล่าวว่า"]


def test_a_title_begins_a_word() -> None:
    assert told(FULL, "นายสมชาย ใจดี") == [f"{FULL} นายสมชาย ใจดี"]
    assert told(FULL + "รอง", "นายกรัฐมนตรี") == [FULL + "รองนายกรัฐมนตรี"]


def test_a_short_line_ends_a_paragraph() -> None:
    assert told(FULL, "สั้น", FULL) == [FULL + "สั้น", FULL]


@pytest.mark.parametrize(
    "item", ["1) กรมที่ดิน", "2. กรมที่ดิน", "(๓) กรมที่ดิน", "2.1) กรมที่ดิน", "• กรมที่ดิน", "ที่มา : กรม"]
)
def test_an_item_of_a_list_is_a_line_of_its_own(item: str) -> None:
    assert told(FULL, item) == [FULL, item]


@pytest.mark.parametrize(
    "line",
    [Printed(FULL, 72, 600, 14), Printed(FULL, 108, 680, 14), Printed(FULL, 72, 680, 18)],
    ids=["farther away", "indented", "larger"],
)
def test_what_is_set_apart_begins_a_paragraph(line: Printed) -> None:
    before = [Printed(FULL, 72, 720, 14), Printed(FULL, 72, 700, 14)]
    assert paragraphs([*before, line]) == [FULL * 2, FULL]


def test_a_paragraph_goes_on_over_the_end_of_a_page() -> None:
    assert paragraphs([Printed(FULL, 72, 80, 14), Printed(FULL, 72, 720, 14)]) == [FULL * 2]


def test_nothing_printed_is_nothing_told() -> None:
    assert paragraphs([]) == []
