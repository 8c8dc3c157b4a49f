"""Parts that follow from how a sentence is built: clauses with ว่า, nouns made of verbs, posts, lists, time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

SAYING = {
    "any verb with ว่า": (
        "นายเอก มั่นคง ครูใหญ่ ถึงกับออกปากว่า งานนี้เหนื่อยที่สุด",
        {"เอก มั่นคง": "speaker"},
    ),
    "ว่า apart from its verb": (
        "นายเอก มั่นคง อธิบดี คอมเมนต์ตรง ๆ ว่า ควรตัดเหลือ 12 หน้า",
        {"เอก มั่นคง": "speaker"},
    ),
    "what was found is not said": (
        "นายเอก มั่นคง ปลัดอำเภอ พบว่า เกณฑ์รางวัลเปลี่ยนไปมาก",
        {"เอก มั่นคง": "official"},
    ),
    "what others hold of somebody": (
        "รางวัลนี้จัดโดยมูลนิธิของนายเอก มั่นคง ซึ่งถือว่าเป็นรางวัลเก่าแก่ที่สุด",
        {"เอก มั่นคง": "official"},
    ),
    "a clause about who speaks": (
        "ด้านนายเอก มั่นคง เจ้าของโรงงาน ซึ่งร่วมรับฟังการชี้แจง บอกว่า เกณฑ์ใหม่เข้าใจง่าย",
        {"เอก มั่นคง": "speaker"},
    ),
    "a quotation alone before who said it": (
        "“ตอนแรกไม่มีใครเชื่อ” นายเอก มั่นคง ครูใหญ่ ย้อนความหลัง",
        {"เอก มั่นคง": "speaker"},
    ),
    "a quotation whose words tell of others": (
        "นายเอก มั่นคง บรรณาธิการ ตบท้าย “ถ้าซ่อมถนน ชาวบ้านคงมอบรางวัลให้เองครับ”",
        {"เอก มั่นคง": "speaker"},
    ),
    "รับ inside ครับ": (
        "นายเอก มั่นคง ครูใหญ่ ชี้ให้ดูโล่ใบแรก “ใบนี้ปี 2560 ครับ รางวัลครูดีศรีถิ่น”",
        {"เอก มั่นคง": "speaker"},
    ),
}  # fmt: skip

THERE = {
    "lecturers": (
        "การอบรมครั้งนี้มีวิทยากรคือ รศ.เอก มั่นคง จากมหาวิทยาลัยทะเลไทย",
        {"เอก มั่นคง": "attendee"},
    ),
    "the doer behind a verb": (
        "เสวนาเรื่องรางวัลครั้งนี้ดำเนินรายการโดยนายเอก มั่นคง ผู้ประกาศข่าว",
        {"เอก มั่นคง": "attendee"},
    ),
    "who spoke under a heading in quotation marks": (
        "มีการบรรยายหัวข้อ “ถอดบทเรียนผู้ได้รับรางวัล” โดย ดร.เอก มั่นคง ผู้อำนวยการโรงพยาบาล",
        {"เอก มั่นคง": "attendee"},
    ),
    "leads a team that applies": (
        "โรงพยาบาลบ้านนา เสนอขอรับรางวัลบริการภาครัฐ ระดับดี นำทีมโดย นายเอก มั่นคง",
        {"เอก มั่นคง": "attendee"},
    ),
    "leads a team that receives": (
        "ทีมโรงเรียนบ้านนา นำทีมโดยนายเอก มั่นคง ครูใหญ่ ขึ้นรับรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง": "accepted"},
    ),
    "from left to right": (
        "ในภาพ (จากซ้าย) นายเอก มั่นคง อธิบดี นางโท ใจเย็น รองอธิบดี",
        {"เอก มั่นคง": "attendee", "โท ใจเย็น": "attendee"},
    ),
    "a right is no picture": (
        "นายเอก มั่นคง อธิบดีกรมคุ้มครองสิทธิและเสรีภาพ นางโท ใจเย็น รองอธิบดี เข้าร่วมประชุม",
        {"เอก มั่นคง": "attendee", "โท ใจเย็น": "attendee"},
    ),
    "an assessment is nobody's act": (
        "นายเอก มั่นคง อธิบดี ยังไม่ทราบผลการตรวจประเมินรางวัลเลิศรัฐ",
        {"เอก มั่นคง": "official"},
    ),
    "who will be there": (
        "ส่วนนายเอก มั่นคง ครูใหญ่ จะได้เป็นตัวแทนขึ้นนำเสนอผลงาน",
        {"เอก มั่นคง": "official"},
    ),
    "the chair looks round": (
        "นายเอก มั่นคง อธิบดี เป็นประธานเปิดการประชุม และแลกเปลี่ยนความเห็นเรื่องรางวัล",
        {"เอก มั่นคง": "official"},
    ),
}  # fmt: skip

LISTED = {
    "judges": (
        "คณะกรรมการตัดสินรางวัลครูดีศรีถิ่น ประกอบด้วย นายเอก มั่นคง ประธานกรรมการ และนางโท ใจเย็น กรรมการ",
        {"เอก มั่นคง": "official", "โท ใจเย็น": "official"},
    ),
    "who talked about prizes": (
        "เวที “ถอดรหัสรางวัลเลิศรัฐ” มีผู้ร่วมพูดคุย 2 ท่าน คือ นายเอก มั่นคง และนางโท ใจเย็น",
        {"เอก มั่นคง": "attendee", "โท ใจเย็น": "attendee"},
    ),
    "members of the best team": (
        "ทีมชนะเลิศ ได้แก่ ทีมลมทะเล สมาชิกประกอบด้วย นายเอก มั่นคง และนางสาวโท ใจเย็น",
        {"เอก มั่นคง": "accepted", "โท ใจเย็น": "accepted"},
    ),
    "one who joins in receiving": (
        "นายเอก มั่นคง อธิบดี เข้ารับรางวัลเลิศรัฐ พร้อมด้วย นางโท ใจเย็น รองอธิบดี ร่วมรับมอบ",
        {"เอก มั่นคง": "accepted", "โท ใจเย็น": "accepted"},
    ),
    "who represents where something is received": (
        "ในการรับมอบรางวัลครั้งนี้มีนายเอก มั่นคง รองอธิบดี เป็นผู้แทนของหน่วยงาน",
        {"เอก มั่นคง": "accepted"},
    ),
    "a post in place of a name": (
        ("นายเอก มั่นคง ผู้ว่าราชการจังหวัดตรัง เป็นประธานการประชุม"
        "\n\nผู้ว่าราชการจังหวัดตรัง พร้อมด้วย นางโท ใจเย็น ปลัดจังหวัด ขึ้นรับรางวัลเลิศรัฐ"),
        {"เอก มั่นคง": "accepted", "โท ใจเย็น": "accepted"},
    ),
    "a post cut short": (
        ("นายเอก มั่นคง ผู้ว่าราชการจังหวัดตรัง ให้กำลังใจทีมงาน"
        "\n\nโอกาสนี้ ผู้ว่าฯ ได้ผูกข้อมือให้ตัวแทนทั้งสามทีม และกล่าวว่า ขอให้นำเสนออย่างที่ทำจริง"),
        {"เอก มั่นคง": "speaker"},
    ),
}  # fmt: skip

NOT_NOW = {
    "nominated": (
        "นายเอก มั่นคง ครูใหญ่ ได้รับการเสนอชื่อเข้ารับรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง": "official"},
    ),
    "of an earlier year": (
        "ซึ่งปีที่ผ่านมา นางโท ใจเย็น ครูโรงเรียนบ้านสวน เป็นผู้คว้ารางวัลครูดีศรีถิ่น",
        {"โท ใจเย็น": "official"},
    ),
    "against a prize-giving": (
        "กลุ่มชาวบ้านยื่นหนังสือถึงนายเอก มั่นคง ผู้ว่าราชการจังหวัดตรัง คัดค้านการมอบรางวัลสิ่งแวดล้อมดีเด่นแก่โรงงาน",
        {"เอก มั่นคง": "official"},
    ),
    "a plaque of thanks": (
        "นายเอก มั่นคง ปลัดจังหวัด มอบโล่ขอบคุณผู้สนับสนุนการอบรม",
        {"เอก มั่นคง": "official"},
    ),
    "opens a competition": (
        "นายเอก มั่นคง อธิบดี เป็นประธานในพิธีเปิดโครงการประกวดรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง": "official"},
    ),
    "draws lots": (
        "นายเอก มั่นคง อธิบดี เป็นประธานในการออกรางวัลสลากออมทรัพย์",
        {"เอก มั่นคง": "official"},
    ),
}  # fmt: skip

FORMS = {**SAYING, **THERE, **LISTED, **NOT_NOW}


@pytest.mark.parametrize(("words", "parts"), FORMS.values(), ids=FORMS)
def test_the_part_follows_from_the_sentence(words: str, parts: dict[str, str], reader: Reader) -> None:
    people = read_release(f"ข่าวรางวัล\n\n{words}\n", reader).people
    assert {person.name.value: person.part for person in people} == parts


CEREMONY = (
    "สมาคมครูจัดพิธีมอบรางวัลครูดีศรีถิ่น ในวันที่ {day} ณ โรงแรมริมน้ำ โดยมีนายเอก มั่นคง องคมนตรี ให้เกียรติเป็นประธานมอบรางวัล"
)


@pytest.mark.parametrize(
    ("day", "part"), [("14 พฤศจิกายน 2568", "official"), ("10 พฤศจิกายน 2568", "presenter")]
)
@pytest.mark.parametrize("head", ["12 พฤศจิกายน 2568 - ", "(ตรัง, 12 พ.ย. 68) – ", "วันพุธที่ 12 พฤศจิกายน 2568\n"])
def test_what_is_of_a_later_day_than_the_release_nobody_has_done(
    head: str, day: str, part: str, reader: Reader
) -> None:
    found = read_release(f"ข่าวรางวัล\n\n{head}{CEREMONY.format(day=day)}\n", reader)
    assert [person.part for person in found.people] == [part]
    assert (found.ceremony is None) == (part == "official")


@pytest.mark.parametrize(
    "words",
    [
        "นายเอก มั่นคง อธิบดี กล่าวว่า จะประกาศผลในเดือนสิงหาคม และจัดพิธีมอบรางวัลในเดือนกันยายน 2568",
        (
            "นายเอก มั่นคง อธิบดี กล่าวว่า ปีที่ผ่านมามีหน่วยงานขึ้นรับรางวัลบนเวทีถึง 80 หน่วยงาน"
            " ทำให้พิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2567 ยาวนานกว่า 4 ชั่วโมง"
        ),
        (
            "ที่ประชุมซึ่งมีนายเอก มั่นคง เป็นประธาน มีมติแต่งตั้งคณะทำงานจัดพิธีมอบรางวัลครูดีศรีถิ่น ประจำปี 2568 ประกอบด้วย"
            "\n1) นางโท ใจเย็น หัวหน้าคณะทำงาน\n2) นายตรี ทองสุข เลขานุการ"
        ),
    ],
)
def test_a_prize_giving_of_another_time_is_no_ceremony(words: str, reader: Reader) -> None:
    assert read_release(f"ข่าวรางวัล\n\n{words}\n", reader).ceremony is None


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ดร.เอก ณ ระนอง ผู้อำนวยการ กล่าวว่า จะพัฒนาต่อ", "เอก ณ ระนอง"),
        ("นายเอก มั่นคง องคมนตรี ประธานในพิธี มอบรางวัลครูดีศรีถิ่น", "เอก มั่นคง"),
        ("นายเอก มั่นคง กล่าวต้อนรับ\n\nนายเอก ตั้งคำถามว่า ทำไมต้องมีรางวัล", "เอก มั่นคง"),
    ],
)
def test_where_a_surname_ends(words: str, name: str, reader: Reader) -> None:
    assert [person.name.value for person in read_release(f"ข่าวรางวัล\n\n{words}\n", reader).people] == [name]
