"""Lines that end with a grade behind who got it: Port of Meru - Gold."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.reading import read_release, reader_of
from awardgraph.resources import data_root

HEAD = "ผลการประกวดรางวัลถนนสวยใจดี ประจำปี 2567\n\n"


READER = reader_of(data_root())


@pytest.mark.parametrize(
    "lines",
    [
        "เทศบาลตำบลบางดี - ทอง\nบ้านห้วยใส - เงิน",
        "เทศบาลตำบลบางดี : ระดับทอง\nบ้านห้วยใส : ระดับเงิน",
        "1. เทศบาลตำบลบางดี (ทอง)\n2. บ้านห้วยใส (เงิน)",
        "ประเภทชุมชน\nเทศบาลตำบลบางดี (น่าน) → ทอง\nบ้านห้วยใส (แพร่) → เงิน",
    ],
)
def test_who_holds_a_grade_stands_before_it(lines: str) -> None:
    text = f"{HEAD}ประกาศผลการตัดสินรางวัลถนนสวยใจดี ประจำปี 2567 ดังนี้\n\n{lines}\n"
    told = {(a.value("recipient"), a.value("level")) for a in read_release(text, READER).awards}
    assert told == {("เทศบาลตำบลบางดี", "ทอง"), ("บ้านห้วยใส", "เงิน")}


@pytest.mark.parametrize(
    "announces", ["ผู้สนับสนุนการจัดงาน", "เชิญชวนส่งผลงาน โดยแบ่งกลุ่มดังนี้", "คะแนนความพึงพอใจ หน่วยงานที่เข้ารับการประเมิน"]
)
def test_grades_of_something_else_are_no_awards(announces: str) -> None:
    text = f"{HEAD}{announces}\nบริษัท ทางดี จำกัด : ทอง\nบริษัท น้ำใส จำกัด : เงิน\n"
    assert not read_release(text, READER).awards
