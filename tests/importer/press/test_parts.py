"""Each form in which releases tell what people did, in a short text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

FORMS = {
    "receives for the agency": (
        "นายเอก มั่นคง ผู้อำนวยการกองแผนงาน เป็นผู้แทนกรมประมง เข้ารับมอบรางวัลเลิศรัฐ",
        {"เอก มั่นคง": "accepted"},
    ),
    "who receives stands behind the unit": (
        "เทศบาลเมืองตะวันฉาย ระดับก้าวหน้า โดยนางสาวเมธา ปานทอง นายกเทศมนตรี เป็นผู้รับมอบรางวัล",
        {"เมธา ปานทอง": "accepted"},
    ),
    "leads those who receive": (
        "นายเอก มั่นคง อธิบดีกรมประมง นำคณะผู้บริหาร เข้ารับรางวัลเลิศรัฐ ประจำปี 2567",
        {"เอก มั่นคง": "accepted"},
    ),
    "all who are named before the verb": (
        ("นายเอก มั่นคง อธิบดีกรมประมง พร้อมด้วย นางโท ใจเย็น รองอธิบดี และ ดร.ตรี ทองสุข ผู้อำนวยการกอง"
        " พร้อมคณะผู้บริหาร เข้ารับรางวัลเลิศรัฐ จาก พลเอกจัตวา หาญกล้า รองนายกรัฐมนตรี"),
        {
            "เอก มั่นคง": "accepted",
            "โท ใจเย็น": "accepted",
            "ตรี ทองสุข": "accepted",
            "จัตวา หาญกล้า": "presenter",
        },
    ),
    "who delegates is only named": (
        "นายเอก มั่นคง ปลัดกระทรวงคมนาคม มอบหมายให้ นางโท ใจเย็น รองปลัดกระทรวงคมนาคม เข้ารับรางวัลเลิศรัฐ",
        {"เอก มั่นคง": "official", "โท ใจเย็น": "accepted"},
    ),
    "delegated by somebody told in passing": (
        "นางโท ใจเย็น รองปลัดกระทรวง ได้รับมอบหมายจาก นายเอก มั่นคง ปลัดกระทรวง เป็นประธานในพิธีมอบรางวัลเลิศรัฐ",
        {"เอก มั่นคง": "official", "โท ใจเย็น": "presenter"},
    ),
    "honours with the chair": (
        "พิธีมอบรางวัลครูดีศรีถิ่น โดยมี นายเอก มั่นคง องคมนตรี ให้เกียรติเป็นประธานในพิธี",
        {"เอก มั่นคง": "presenter"},
    ),
    "honoured by who hands over": (
        "ได้รับเกียรติจาก นายเอก มั่นคง รัฐมนตรีช่วยว่าการกระทรวงแรงงาน และนางโท ใจเย็น อธิบดี เป็นผู้มอบรางวัล",
        {"เอก มั่นคง": "presenter", "โท ใจเย็น": "presenter"},
    ),
    "chairs and then hands over": (
        "นายเอก มั่นคง อธิบดีกรมประมง เป็นประธานเปิดงานสัปดาห์ปลา พร้อมทั้งมอบรางวัลชุมชนประมงดีเด่น",
        {"เอก มั่นคง": "presenter"},
    ),
    "chairs a meeting about awards": (
        "นายเอก มั่นคง อธิบดีกรมประมง เป็นประธานการประชุมคณะกรรมการคัดเลือกรางวัลชุมชนดีเด่น",
        {"เอก มั่นคง": "official"},
    ),
    "a foreign presenter": (
        "นายเอก มั่นคง อธิบดีกรมประมง เข้ารับรางวัล Ocean Prize จาก Ms. Maria Santos Director of the Ocean Fund",
        {"เอก มั่นคง": "accepted", "Maria Santos": "presenter"},
    ),
    "one verb for the list, another for the first": (
        "โดยมี นายเอก มั่นคง ปลัดจังหวัด กล่าวรายงาน นางโท ใจเย็น ประมงจังหวัด และ ดร.ตรี ทองสุข วิทยากร เข้าร่วม",
        {"เอก มั่นคง": "attendee", "โท ใจเย็น": "attendee", "ตรี ทองสุข": "attendee"},
    ),
    "a list behind its verb": (
        "มีผู้บริหารร่วมแสดงความยินดีกับรางวัลนี้ อาทิ นายเอก มั่นคง ปลัดจังหวัด และนางโท ใจเย็น ประมงจังหวัด",
        {"เอก มั่นคง": "attendee", "โท ใจเย็น": "attendee"},
    ),
    "winners in lines of their own": (
        "ผู้ได้รับรางวัลครูดีศรีถิ่น ได้แก่\n1. นายเอก มั่นคง โรงเรียนบ้านนา\n2. นางโท ใจเย็น โรงเรียนบ้านสวน",
        {"เอก มั่นคง": "accepted", "โท ใจเย็น": "accepted"},
    ),
    "the host welcomes": (
        "นายเอก มั่นคง ผู้ว่าราชการจังหวัดตรัง ให้การต้อนรับคณะผู้รับรางวัล",
        {"เอก มั่นคง": "attendee"},
    ),
    "welcomes more than four hundred": (
        "นายเอก มั่นคง ผู้อำนวยการสำนัก กล่าวต้อนรับผู้รับรางวัลกว่า 400 คน",
        {"เอก มั่นคง": "attendee"},
    ),
    "adds": (
        "รางวัลนี้เป็นของทุกคน ขณะที่ นายเอก มั่นคง รองอธิบดี เสริมว่า ปีหน้าจะทำต่อ",
        {"เอก มั่นคง": "speaker"},
    ),
    "says with บอก": (
        "นายเอก มั่นคง รองอธิบดี บอกว่า รางวัลนี้เป็นของทุกคน",
        {"เอก มั่นคง": "speaker"},
    ),
    "posts": (
        "นายเอก มั่นคง รัฐมนตรีว่าการกระทรวงแรงงาน โพสต์เฟซบุ๊กส่วนตัวว่า รางวัลนี้เป็นของทุกคน",
        {"เอก มั่นคง": "speaker"},
    ),
    "ว่า far from the verb": (
        "นายเอก มั่นคง อธิบดี เปิดเผยถึงความสำเร็จของกรมประมงในการพัฒนาบริการ ว่า รางวัลนี้เป็นของทุกคน",
        {"เอก มั่นคง": "speaker"},
    ),
    "a quotation before the name": (
        "“รางวัลนี้เป็นของทุกคน” นายเอก มั่นคง อธิบดีกรมประมง กล่าว",
        {"เอก มั่นคง": "speaker"},
    ),
    "speaks after having received": (
        "นายเอก มั่นคง อธิบดีกรมประมง เปิดเผยภายหลังเข้ารับรางวัลเลิศรัฐ ว่า จะพัฒนาต่อไป",
        {"เอก มั่นคง": "accepted"},
    ),
    "praises another's award without words of his own": (
        "นายเอก มั่นคง นายกรัฐมนตรี ชื่นชมที่กรมประมงได้รับรางวัลเลิศรัฐ",
        {"เอก มั่นคง": "official"},
    ),
    "others received who were there": (
        "นายเอก มั่นคง อธิบดี และผู้บริหารหน่วยงานที่เข้ารับรางวัล ให้การต้อนรับ",
        {"เอก มั่นคง": "attendee"},
    ),
    "who wrote the release": (
        "กรมประมงรับรางวัลเลิศรัฐ\n\nข่าว/ภาพ : นายเอก มั่นคง",
        {"เอก มั่นคง": "official"},
    ),
    "a surname of two words before a post": (
        "ดร.เอก มั่นคง ยืนยง นายกสมาคมครู เข้ารับรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง ยืนยง": "accepted"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "parts"), FORMS.values(), ids=FORMS)
def test_the_part_is_what_is_told(words: str, parts: dict[str, str], reader: Reader) -> None:
    people = read_release(f"ข่าวรางวัล\n\n{words}\n", reader).people
    assert {person.name.value: person.part for person in people} == parts


@pytest.mark.parametrize(
    "words",
    [
        "ขอบคุณทุกแรงสนับสนุน สู่รางวัลนี้",
        "มอบโล่ประกาศเกียรติคุณแก่สตรี บุคคล และหน่วยงาน",
        "ประชาชนในจังหวัดนครนายกและพื้นที่ใกล้เคียง ร่วมรับรางวัล",
        "รางวัลของอาจารย์ต้องเป็นของศิษย์ ทุกคน",
    ],
)
def test_a_title_inside_a_word_is_none(words: str, reader: Reader) -> None:
    assert read_release(f"ข่าวรางวัล\n\n{words}\n", reader).people == ()


def test_the_words_that_say_a_part_are_quoted(reader: Reader) -> None:
    text = "ข่าวรางวัล\n\nนายเอก มั่นคง อธิบดีกรมประมง เข้ารับรางวัลเลิศรัฐ\n"
    (person,) = read_release(text, reader).people
    assert person.told
    assert text[person.told.start : person.told.end] == person.told.value
    assert "รับรางวัล" in person.told.value
