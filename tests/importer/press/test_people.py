"""People with their parts, and the ceremony."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.reading import Reader, read_release

RELEASE = (
    "กรมประมงรับรางวัลเลิศรัฐ\n"
    "เมื่อวันที่ 12 กันยายน 2566 นายสมชาย ใจดี อธิบดีกรมประมง พร้อมด้วย ดร.มาลี ทองแท้ รองอธิบดีกรมประมง เข้ารับรางวัลเลิศรัฐ"
    " ประจำปี 2566 สาขาบริการภาครัฐ ระดับดี จาก พลเอก กล้า หาญณรงค์ รองนายกรัฐมนตรี ในพิธีมอบรางวัลเลิศรัฐ ประจำปี 2566"
    " จัดโดยสำนักงานคณะกรรมการพัฒนาระบบราชการ (สำนักงาน ก.พ.ร.) ณ หอประชุมกองทัพเรือ\n"
    "ด้าน นางสาววิไล แสงจันทร์ ผู้อำนวยการสำนักงานเลขานุการกรม กล่าวว่า กรมจะพัฒนางานต่อไป\n"
)


def test_everybody_has_the_weightiest_part(reader: Reader) -> None:
    people = read_release(RELEASE, reader).people
    assert [(person.name.value, person.part) for person in people] == [
        ("สมชาย ใจดี", "accepted"), ("มาลี ทองแท้", "accepted"), ("กล้า หาญณรงค์", "presenter"), ("วิไล แสงจันทร์", "speaker"),
    ]  # fmt: skip
    assert [person.honorific for person in people] == ["นาย", "ดร.", "พลเอก", "นางสาว"]


def test_the_ceremony_has_what_is_told(reader: Reader) -> None:
    ceremony = read_release(RELEASE, reader).ceremony
    assert ceremony
    assert {name: slot.value for name, slot in ceremony.slots.items()} == {
        "name": "พิธีมอบรางวัลเลิศรัฐ",
        "year_be": "2566",
        "date": "2023-09-12",
        "venue": "หอประชุมกองทัพเรือ",
        "organiser": "สำนักงานคณะกรรมการพัฒนาระบบราชการ",
    }


@pytest.mark.parametrize(
    "words",
    [
        "นายกรัฐมนตรี กล่าวว่า",
        "คุณภาพการบริหาร ระดับดี",
        "นายสมชาย กล่าวว่า",
        "นางพยาบาล และแพทย์",
        "อาจารย์ที่ปรึกษา โครงการ",
    ],
)
def test_posts_and_everyday_words_are_nobody(words: str, reader: Reader) -> None:
    assert read_release(f"ข่าวรางวัล\n{words} รางวัลนี้สำคัญ", reader).people == ()
