"""Two rows of results in every mixture of signs before them, grades, words between, and kinds of winners."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

HEAD: Final = (
    "มูลนิธิสายลม ประกาศผลรางวัลชุมชนสายลม ประจำปี 2567\n\n"
    "มูลนิธิสายลม จัดพิธีมอบรางวัลชุมชนสายลม ประจำปี 2567 เมื่อวันที่ 3 มีนาคม 2567 ณ หอประชุมสายลม {}\n"
)

#: What stands before the first row and the second.
SIGNS: Final = (
    ("- ", "- "),
    ("• ", "• "),
    ("1) ", "2) "),
    ("๑. ", "๒. "),
    ("🏅 ", "🏅 "),
    ("✅", "✅"),
    ("", ""),
)
BETWEEN: Final = (" ได้แก่ ", " คือ ", ": ", " : ", " – ", " ➡️ ", " เป็นของ", " ตกเป็นของ ")
GRADES: Final = (
    ("รางวัลชนะเลิศ", "ชนะเลิศ"),
    ("ระดับดีเด่น", "ดีเด่น"),
    ("รางวัลระดับทอง", "ทอง"),
    ("ชมเชย", "ชมเชย"),
    ("อันดับที่ 1", "อันดับที่ 1"),
    ("ระดับ Gold", "Gold"),
)
WINNERS: Final = (
    "โรงเรียนบ้านน้ำซับ",
    "บริษัท ปลาทูไทย จำกัด",
    "วัดบ้านไร่เก่า",
    "กลุ่มจักสานบ้านทุ่ง",
    "เรือนจำกลางชัยบาดาล",
)


@pytest.mark.parametrize(("signs", "between"), list(product(SIGNS, BETWEEN)))
def test_rows_tell_who_won_in_any_dress(signs: tuple[str, str], between: str, reader: Reader) -> None:
    for at, (grade, level) in enumerate(GRADES):
        other_grade, other_level = GRADES[(at + 1) % len(GRADES)]
        who, other = WINNERS[at % len(WINNERS)], WINNERS[(at + 2) % len(WINNERS)]
        rows = f"{signs[0]}{grade}{between}{who} จังหวัดลพบุรี\n{signs[1]}{other_grade}{between}{other}\n"
        found = read_release(HEAD.format("ผลการตัดสินมีดังนี้") + rows, reader).awards
        told = [(a.value("recipient"), a.value("level"), a.value("year_be")) for a in found]
        assert told == [(who, level, "2567"), (other, other_level, "2567")], rows
        assert {award.value("scheme") for award in found} == {"ชุมชนสายลม"}


@pytest.mark.parametrize(
    "hope",
    [
        "หน่วยงานที่ผ่านเข้ารอบสุดท้าย มีดังนี้",
        "ผู้เสนอชื่อเข้าชิงรางวัล มีดังนี้",
        "ผู้ให้การสนับสนุนการจัดงาน ดังนี้",
        "โดยคาดว่าผลจะเป็นดังนี้",
        "ผู้สมัครขอรับรางวัล ดังนี้",
    ],
)
def test_rows_below_a_hope_tell_of_nobody_who_won(hope: str, reader: Reader) -> None:
    rows = "- ระดับดีเด่น ได้แก่ โรงเรียนบ้านน้ำซับ\n- ระดับดี ได้แก่ เรือนจำกลางชัยบาดาล\n"
    assert read_release(HEAD.format(hope) + rows, reader).awards == ()
