"""Each form in which releases tell of a ceremony, in a short text of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

FORMS = {
    "all of it": (
        ("สมาคมครูไทยใจดี จัดพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567 เมื่อวันเสาร์ที่ 20 ม.ค. 67 ณ โรงแรมริมน้ำ จังหวัดตรัง"
        " โดยมี นายเอก มั่นคง องคมนตรี ให้เกียรติเป็นประธานในพิธี"),
        {
            "name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2567", "date": "2024-01-20", "venue": "โรงแรมริมน้ำ จังหวัดตรัง",
            "organiser": "สมาคมครูไทยใจดี",
        },
    ),
    "day and place before the name, a short month, a post behind the place": (
        "วันที่ 5 ก.ค.2566 ที่หอประชุมใหญ่ อาคารศิลป์ รศ.ดร.เอก มั่นคง ประธานสภา เป็นประธานมอบรางวัลครูดีศรีถิ่น ประจำปี 2566",
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2566", "date": "2023-07-05", "venue": "หอประชุมใหญ่ อาคารศิลป์"},
    ),
    "online, and the room where one winner sat": (
        ("นายเอก มั่นคง อธิบดีกรมประมง เข้ารับรางวัลเลิศรัฐ ประจำปี 2564 สาขาบริการภาครัฐ ระดับดี ในพิธีมอบรางวัลเลิศรัฐ"
        " ประจำปี 2564 ผ่านระบบการประชุมทางไกล โดยร่วมพิธีจากห้องประชุมปลาทู"),
        {"name": "พิธีมอบรางวัลเลิศรัฐ", "year_be": "2564", "venue": "ระบบการประชุมทางไกล"},
    ),
    "online besides the hall": (
        "นายเอก มั่นคง อธิบดีกรมประมง เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2564 ณ ห้องประชุมปลาทู และผ่านระบบออนไลน์",
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2564", "venue": "ห้องประชุมปลาทู"},
    ),
    "a city abroad, and who gave": (
        ("นายเอก มั่นคง อธิบดีกรมประมง เข้ารับรางวัล Ocean Prize ประจำปี 2566 จากสมาคมทะเลโลก ณ กรุงลิสบอน สาธารณรัฐโปรตุเกส"
        " เมื่อวันที่ 8 มิถุนายน 2566"),
        {
            "name": "พิธีมอบรางวัล Ocean Prize", "year_be": "2566", "date": "2023-06-08",
            "venue": "กรุงลิสบอน สาธารณรัฐโปรตุเกส", "organiser": "สมาคมทะเลโลก",
        },
    ),
    "held by two": (
        "นายเอก มั่นคง องคมนตรี เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567 โดยสมาคมครูไทยใจดี ร่วมกับมูลนิธิหนังสือดี",
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2567", "organiser": "สมาคมครูไทยใจดี"},
    ),
    "what the award is names nobody who holds it": (
        ("นายเอก มั่นคง องคมนตรี เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567"
        " ซึ่งเป็นรางวัลที่สมาคมครูไทยใจดีจัดขึ้นทุกปี"),
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2567"},
    ),
    "today is no date": (
        "วันนี้ เวลา 10.00 น. นายเอก มั่นคง องคมนตรี เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567",
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2567"},
    ),
    "the day on which it was told": (
        ("วันที่ 9 พฤษภาคม 2567 นางโท ใจเย็น เปิดเผยว่า เมื่อวันที่ 2 พฤษภาคม 2567 นายเอก มั่นคง องคมนตรี"
        " เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567"),
        {"name": "พิธีมอบรางวัลครูดีศรีถิ่น", "year_be": "2567", "date": "2024-05-02"},
    ),
    "a name in quotes or Latin letters": (
        "นายเอก มั่นคง องคมนตรี เป็นประธานในพิธีมอบรางวัล Thai Teacher Awards 2024 ณ โรงแรมริมน้ำ",
        {"name": "พิธีมอบรางวัล Thai Teacher Awards 2024", "venue": "โรงแรมริมน้ำ"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "slots"), FORMS.values(), ids=FORMS)
def test_a_ceremony_has_what_is_told(words: str, slots: dict[str, str], reader: Reader) -> None:
    text = f"ข่าวรางวัล\n\n{words}\n"
    ceremony = read_release(text, reader).ceremony
    assert ceremony
    assert {name: slot.value for name, slot in ceremony.slots.items()} == slots


@pytest.mark.parametrize(
    "words",
    [
        "หน่วยงานที่ได้รับรางวัลครูดีศรีถิ่น จะเข้ารับรางวัลในพิธีมอบรางวัลครูดีศรีถิ่น",
        "นายเอก มั่นคง อธิบดีกรมประมง กล่าวว่า กระทรวงจะจัดพิธีมอบรางวัลครูดีศรีถิ่นในเดือนหน้า",
        "นายเอก มั่นคง อธิบดีกรมประมง ชื่นชมที่กองเรือได้รับรางวัลครูดีศรีถิ่น",
    ],
)
def test_where_nobody_hands_over_there_is_none(words: str, reader: Reader) -> None:
    assert read_release(f"ข่าวรางวัล\n\n{words}\n", reader).ceremony is None


def test_a_day_without_a_year_is_of_the_year_of_the_release(reader: Reader) -> None:
    words = "เมื่อวันที่ 28 ธ.ค. ที่ผ่านมา นายเอก มั่นคง องคมนตรี เป็นประธานในพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2566"
    ceremony = read_release(f"ครูดีศรีถิ่น รับรางวัล\n\n3 ม.ค. 2567\n\n{words}\n", reader).ceremony
    assert ceremony
    assert ceremony.slots["date"].value == "2023-12-28"
