"""What people are named by, and the part that a clause or the head of a column gives them."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.reading import Reader, read_release

AWARD = "กรมป่าดีรับรางวัลเลิศรัฐ\n\nกรมป่าดี ได้รับรางวัลเลิศรัฐ ประจำปี 2565 สาขาบริการภาครัฐ ระดับดี\n\n"

TOLD = {
    "ด.ต.สมคิด ใจกล้า กล่าวว่า ดีใจมาก": {"สมคิด ใจกล้า": "speaker"},
    "จ.ส.ต.หญิง มาลี ศรีสุข-สมิธ ขึ้นรับรางวัลเลิศรัฐ": {"มาลี ศรีสุข-สมิธ": "accepted"},
    "Dr. Peter van der Berg Director of Ports เป็นวิทยากร": {"Peter van der Berg": "attendee"},
    "ตำบลพนางทอง อำเภอเมือง รับรางวัลเลิศรัฐ": {},
    "กรมป่าดีรับโล่รางวัลจากประธานในพิธี คือ นายวิชัย ดีงาม รองนายกรัฐมนตรี": {"วิชัย ดีงาม": "presenter"},
    "กรมป่าดีรับรางวัลเลิศรัฐต่อจากผู้ส่งเข้าประกวด ได้แก่ นายก้อง เก่งกาจ": {"ก้อง เก่งกาจ": "official"},
    "สองพิธีกร นายก้อง เก่งกาจ และนางจอย ใจดี ประกาศชื่อกรมป่าดี ขึ้นรับรางวัลเลิศรัฐ": {
        "ก้อง เก่งกาจ": "attendee", "จอย ใจดี": "attendee",
    },
    "โดยมี นายก้อง เก่งกาจ ปลัด อบต. เป็นหัวหน้าคณะ": {"ก้อง เก่งกาจ": "attendee"},
    "นายก้อง เก่งกาจ ปลัด อบต. เป็นหัวหน้าคณะทำงาน": {"ก้อง เก่งกาจ": "official"},
    "นายก้อง เก่งกาจ ไปรับธงสีเขียวพร้อมเกียรติบัตร": {"ก้อง เก่งกาจ": "accepted"},
    "นายก้อง เก่งกาจ จะเดินทางไปรับธงและโล่": {"ก้อง เก่งกาจ": "official"},
    "สัปดาห์หน้า บรรยายโดยนายก้อง เก่งกาจ": {"ก้อง เก่งกาจ": "official"},
    "รางวัล\tผู้มอบ\tผู้แทนขึ้นรับรางวัล\nดีเด่น\tนายวิชัย ดีงาม\tนายก้อง เก่งกาจ": {
        "วิชัย ดีงาม": "presenter", "ก้อง เก่งกาจ": "accepted",
    },
    "เรื่องโดย ปัณณิกา ลีลาวัฒน์ | ภาพโดย ธนกฤต เสนีวงศ์": {"ปัณณิกา ลีลาวัฒน์": "official", "ธนกฤต เสนีวงศ์": "official"},
    "เรื่องโดย สำนักข่าว ไทย": {},
    "ผู้เสนอขอรับรางวัล\tสังกัด\nนายก้อง เก่งกาจ\tกรมป่าดี": {"ก้อง เก่งกาจ": "official"},
}  # fmt: skip


@pytest.mark.parametrize("words", TOLD)
def test_each_has_the_part_that_is_told(words: str, reader: Reader) -> None:
    people = read_release(AWARD + words + "\n", reader).people
    assert {person.name.value: person.part for person in people} == TOLD[words]


HANDED = (
    "กรมป่าดีรับรางวัลเลิศรัฐ\n\nเมื่อวันที่ 5 กันยายน 2565 นายก้อง เก่งกาจ อธิบดีกรมป่าดี เข้ารับรางวัลเลิศรัฐ ประจำปี 2565"
    " สาขาบริการภาครัฐ ระดับดี ในพิธีมอบรางวัลเลิศรัฐ ประจำปี 2565"
)


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        ("\n\nงานดังกล่าวจัดขึ้นโดยกรมบัญชีกลาง", "organiser", "กรมบัญชีกลาง"),
        ("\n\nการมอบรางวัลครั้งนี้ ซึ่งกรมประมงจัดขึ้นที่โรงแรมดี", "organiser", "กรมประมง"),
        ("\n\nการประกวดสุนัขจัดโดยกรมประมง", "organiser", None),
        (" ผ่านโปรแกรม Microsoft Teams", "venue", "โปรแกรม Microsoft Teams"),
        (" ผ่านระบบ GFMIS", "venue", None),
    ],
)
def test_who_held_it_and_where(words: str, field: str, value: str | None, reader: Reader) -> None:
    ceremony = read_release(HANDED + words + "\n", reader).ceremony
    assert ceremony
    slot = ceremony.slots.get(field)
    assert (slot.value if slot else None) == value
