"""What people will do, once did, or might have done; what they say in other words; and people named otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

TO_COME = {
    "who will be asked to hand over": (
        "พิธีจัดขึ้นในวันที่ 9 สิงหาคม 2568 โดยจะได้รับเกียรติจากนายเอก มั่นคง องคมนตรี เป็นประธานมอบรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง": "official"},
    ),
    "who is invited to hand over": (
        "ในโอกาสนี้ สมาคมเตรียมเชิญนางโท ใจเย็น รัฐมนตรีว่าการกระทรวงแรงงาน เป็นผู้มอบรางวัลครูดีศรีถิ่น",
        {"โท ใจเย็น": "official"},
    ),
    "who is going to hand over": (
        "นายเอก มั่นคง องคมนตรี จะเป็นประธานมอบรางวัลครูดีศรีถิ่น ในเดือนหน้า",
        {"เอก มั่นคง": "official"},
    ),
    "who is going to receive": (
        "นายเอก มั่นคง อธิบดีกรมประมง มีกำหนดเดินทางไปเข้ารับรางวัล Ocean Prize ณ กรุงลิสบอน",
        {"เอก มั่นคง": "official"},
    ),
    "who has the honour of a chair that hands over": (
        "งานนี้ได้รับเกียรติจากนายเอก มั่นคง องคมนตรี เป็นประธานมอบรางวัลครูดีศรีถิ่น ซึ่งปีหน้าจะจัดที่จังหวัดตรัง",
        {"เอก มั่นคง": "presenter"},
    ),
    "what somebody says will come": (
        "นางโท ใจเย็น นายกสมาคมครู กล่าวว่า ปีหน้าจะเพิ่มสาขา และ นายเอก มั่นคง องคมนตรี เป็นประธานมอบรางวัลครูดีศรีถิ่น",
        {"เอก มั่นคง": "presenter", "โท ใจเย็น": "speaker"},
    ),
}  # fmt: skip

NOT_SO = {
    "the public may win a voucher": (
        "นายเอก มั่นคง ประธานคณะกรรมการตัดสิน ย้ำว่า ผู้สนใจร่วมโหวตได้ พร้อมลุ้นรับรางวัลบัตรกำนัล",
        {"เอก มั่นคง": "speaker"},
    ),
    "the best will have a chance": (
        "นางโท ใจเย็น รองอธิบดี กล่าวว่า ทุกทีมฝึกซ้อมอย่างหนัก และมีสิทธิ์รับรางวัลชนะเลิศ",
        {"โท ใจเย็น": "speaker"},
    ),
    "there will be prizes at another event": (
        "นางโท ใจเย็น รองผู้อำนวยการ เป็นผู้แทนรับรางวัลเลิศรัฐ จากนั้นจะมีการประชุมวิชาการและมอบรางวัล R2R ดีเด่น",
        {"โท ใจเย็น": "accepted"},
    ),
    "once received another": (
        "นายเอก มั่นคง ประธานชุมชน ซึ่งเคยได้รับรางวัลคนดีศรีเมือง เมื่อปี 2560 กล่าวว่า ชุมชนพร้อมเดินหน้า",
        {"เอก มั่นคง": "speaker"},
    ),
    "has not received yet": (
        "นางโท ใจเย็น รองอธิบดี ยังไม่ได้รับรางวัลครูดีศรีถิ่น แต่ภูมิใจในทีมงาน",
        {"โท ใจเย็น": "official"},
    ),
    "received, and it will go on": (
        "นายเอก มั่นคง ประธานชุมชน ขึ้นรับรางวัลเลิศรัฐ และกล่าวว่า ชุมชนจะเดินหน้าต่อ",
        {"เอก มั่นคง": "accepted"},
    ),
}  # fmt: skip

SAID = {
    "suggests": (
        "รศ.ดร.ตรี ทองสุข หัวหน้าคณะผู้ตรวจ ให้ข้อเสนอแนะว่า จังหวัดควรแสดงหลักฐานให้ชัดเจน",
        {"ตรี ทองสุข": "speaker"},
    ),
    "takes the view": (
        "ด้านนายเอก มั่นคง นายกสมาคมครู มองว่า รางวัลนี้ช่วยให้ครูมีกำลังใจ",
        {"เอก มั่นคง": "speaker"},
    ),
    "first by name, then by the given name": (
        "นำโดย รศ.ดร.ตรี ทองสุข หัวหน้าคณะผู้ตรวจ\n\nรศ.ดร.ตรี แนะนำว่า ควรพัฒนาต่อ",
        {"ตรี ทองสุข": "speaker"},
    ),
    "a quotation, a name with an age, told to us": (
        "“เดี๋ยวนี้กดเช้าบ่ายมาแล้ว” นางโท ใจเย็น ชาวสวนวัย 60 ปี บอกกับเรา",
        {"โท ใจเย็น": "speaker"},
    ),
    "a name, a colon and a quotation": (
        "นางโท ใจเย็น รองอธิบดีกรมประมง: “รางวัลนี้เป็นของทุกคน”",
        {"โท ใจเย็น": "speaker"},
    ),
    "a quotation and a name behind a dash": (
        "“รางวัลนี้เป็นของทุกคน” — นางโท ใจเย็น รองอธิบดีกรมประมง",
        {"โท ใจเย็น": "speaker"},
    ),
    "by the post alone, in another paragraph": (
        ("นายเอก มั่นคง ผู้อำนวยการกองเมืองน่าอยู่ แจ้งผลการประกวดรางวัลเทศบาลน่าอยู่ ประจำปี 2567"
        "\n\nผู้อำนวยการกองเมืองน่าอยู่ กล่าวว่า เทศบาลจะได้รับโล่ต่อไป"),
        {"เอก มั่นคง": "speaker"},
    ),
    "by the post alone, which also said": (
        ("นางโท ใจเย็น รองปลัดกระทรวงยุติธรรม เป็นประธานเปิดโครงการ"
        "\n\nในการนี้ รองปลัดกระทรวงยุติธรรม ยังได้กล่าวว่า รางวัลเป็นของทุกคน"),
        {"โท ใจเย็น": "speaker"},
    ),
    "the name of a work is no quotation": (
        "ผลงาน “ส้มหวาน” นายเอก มั่นคง รองอธิบดี เยี่ยมชม",
        {"เอก มั่นคง": "official"},
    ),
    "another's post": (
        ("นายเอก มั่นคง ผู้อำนวยการกองแผนงาน เยี่ยมชมบูธ"
        "\n\nผู้อำนวยการโรงเรียนบ้านนา กล่าวว่า โรงเรียนได้ประโยชน์"),
        {"เอก มั่นคง": "official"},
    ),
}  # fmt: skip

THERE = {
    "shows round": (
        "คณะกรรมการลงพื้นที่ตรวจประเมิน โดยมีนายเอก มั่นคง เจ้าพนักงานที่ดิน เป็นผู้นำชม",
        {"เอก มั่นคง": "attendee"},
    ),
    "leads those who assess": (
        "กรมให้การต้อนรับคณะกรรมการ นำโดย ดร.ตรี ทองสุข หัวหน้าคณะผู้ตรวจประเมิน และนายเอก มั่นคง กรรมการ",
        {"ตรี ทองสุข": "attendee", "เอก มั่นคง": "attendee"},
    ),
    "waits for those who assess": (
        "นางโท ใจเย็น ผู้อำนวยการโรงพยาบาล รอรับคณะกรรมการตรวจประเมินรางวัลเลิศรัฐ",
        {"โท ใจเย็น": "attendee"},
    ),
    "took the picture, without a title": (
        "ข่าว : กลุ่มประชาสัมพันธ์   ภาพ : สมหมาย  มณีทอง",
        {"สมหมาย มณีทอง": "official"},
    ),
    "wrote it, without a title": (
        "ผู้เขียน: สมหมาย มณีทอง",
        {"สมหมาย มณีทอง": "official"},
    ),
    "the office that took the picture": (
        "ภาพ : สำนักงานเลขานุการ กรมประมง",
        {},
    ),
    "a caption tells what is seen": (
        "ภาพ : นายเอก มั่นคง องคมนตรี มอบรางวัลครูดีศรีถิ่นแก่ผู้แทนโรงเรียน",
        {"เอก มั่นคง": "presenter"},
    ),
}  # fmt: skip

UNTITLED = {
    "a governor says": (
        "สมหมาย มณีทอง ผู้ว่าราชการจังหวัดตรัง กล่าวว่า รางวัลนี้เป็นของทุกคน",
        {"สมหมาย มณีทอง": "speaker"},
    ),
    "a head receives": (
        "เมื่อวันที่ 12 กันยายน 2566 วิไลพร แสงจันทร์ อธิบดีกรมประมง เข้ารับรางวัลเลิศรัฐ",
        {"วิไลพร แสงจันทร์": "accepted"},
    ),
    "brought in with โดยมี": (
        "โดยมี สมหมาย มณีทอง ปลัดจังหวัดตรัง เป็นประธานมอบรางวัลครูดีศรีถิ่น",
        {"สมหมาย มณีทอง": "presenter"},
    ),
    "two words before a post that are no name": (
        "ผู้บริหารระดับสูง กรมประมง อธิบดีกรมประมง กล่าวว่า รางวัลนี้เป็นของทุกคน",
        {},
    ),
    "bodies before a post": (
        "โรงเรียนบ้านนา โรงเรียนบ้านสวน ผู้อำนวยการ กล่าวว่า รางวัลนี้เป็นของทุกคน",
        {},
    ),
    "words of a sentence before a post": (
        "หน่วยงานทั้งหมด ขอขอบคุณ ผู้ว่าราชการจังหวัดตรัง กล่าวว่า รางวัลนี้เป็นของทุกคน",
        {},
    ),
}  # fmt: skip

FORMS = TO_COME | NOT_SO | SAID | THERE | UNTITLED


@pytest.mark.parametrize(("words", "parts"), FORMS.values(), ids=FORMS)
def test_the_part_is_what_is_told(words: str, parts: dict[str, str], reader: Reader) -> None:
    people = read_release(f"ข่าวรางวัล\n\n{words}\n", reader).people
    assert {person.name.value: person.part for person in people} == parts
