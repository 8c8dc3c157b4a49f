"""What a release tells of awards: short releases written for this, each for one form of the genre."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.reading import Reader, read_release

#: Body of a release → its awards as recipient, category, level, year; the title is the same neutral one for all.
FORMS = {
    "recipient first": (
        "กรมปศุสัตว์ ได้รับรางวัลเลิศรัฐ ประจำปี 2567 สาขาบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดีเด่น",
        [("กรมปศุสัตว์", "นวัตกรรมการบริการ", "ดีเด่น", "2567")],
    ),
    "slots in another order": (
        "กรมปศุสัตว์ คว้ารางวัลเลิศรัฐ ประจำปี 2567 ระดับดี ประเภทพัฒนาการบริการ สาขาบริการภาครัฐ",
        [("กรมปศุสัตว์", "พัฒนาการบริการ", "ดี", "2567")],
    ),
    "items inherit from the head": (
        ("กรมประมง ได้รับรางวัลเลิศรัฐ ประจำปี 2566 จำนวน 2 รางวัล ดังนี้\n"
        "1. สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี ผลงาน “ประมงออนไลน์”\n"
        "2. สาขาการบริหารราชการแบบมีส่วนร่วม ประเภทร่วมใจแก้จน ระดับดีเด่น ผลงาน “บ้านปลาชุมชน”"),
        [("กรมประมง", "พัฒนาการบริการ", "ดี", "2566"), ("กรมประมง", "ร่วมใจแก้จน", "ดีเด่น", "2566")],
    ),
    "award first, several recipients": (
        ("หน่วยงานสังกัดกระทรวงสาธารณสุขได้รับรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้ 1) รางวัลบริการภาครัฐ ระดับดี"
        " ประเภทพัฒนาการบริการ ได้แก่ โรงพยาบาลน่าน เรื่อง “นัดหมายออนไลน์” และโรงพยาบาลแพร่ เรื่อง “ยาถึงบ้าน”"
        " 2) รางวัลบริการภาครัฐ ระดับดีเด่น ประเภทนวัตกรรมการบริการ ได้แก่ โรงพยาบาลตราด"),
        [
            ("โรงพยาบาลน่าน", "พัฒนาการบริการ", "ดี", "2566"),
            ("โรงพยาบาลแพร่", "พัฒนาการบริการ", "ดี", "2566"),
            ("โรงพยาบาลตราด", "นวัตกรรมการบริการ", "ดีเด่น", "2566"),
        ],
    ),
    "two years of one prize": (
        "กรมสรรพสามิตคว้ารางวัลเลิศรัฐยอดเยี่ยม 2 ปีติดต่อกัน (ปี 2566 และปี 2567)",
        [("กรมสรรพสามิต", "รางวัลเลิศรัฐยอดเยี่ยม", None, "2566"), ("กรมสรรพสามิต", "รางวัลเลิศรัฐยอดเยี่ยม", None, "2567")],
    ),
    "a category that no lexicon knows": (
        "กรมธนารักษ์ ได้รับรางวัลเลิศรัฐ ประจำปี 2568 สาขาบริการภาครัฐ ประเภทบริการไร้รอยต่อ ระดับดี",
        [("กรมธนารักษ์", "บริการไร้รอยต่อ", "ดี", "2568")],
    ),
    "a term broken by a space": (
        "กรมที่ดิน ได้รับรางวัลเลิศรัฐ ประจำปี 2567 สาขาบริการภาค รัฐ ประเภทพัฒนาการ บริการ ระดับดี",
        [("กรมที่ดิน", "พัฒนาการ บริการ", "ดี", "2567")],
    ),
    "how many one recipient got": (
        ("หน่วยงานในสังกัดกระทรวงแรงงาน มีผลงานที่ได้รับรางวัลเลิศรัฐ ประจำปี 2566 ดังนี้\n"
        "1. รางวัลบริการภาครัฐ ระดับดี ประเภทพัฒนาการบริการ ได้แก่ กรมการจัดหางาน จำนวน 2 รางวัล\n"
        "2. รางวัลบริการภาครัฐ ระดับดี ประเภทนวัตกรรมการบริการ ได้แก่ กรมพัฒนาฝีมือแรงงาน จำนวน 1 รางวัล"),
        [("กรมการจัดหางาน", "พัฒนาการบริการ", "ดี", "2566")] * 2 + [("กรมพัฒนาฝีมือแรงงาน", "นวัตกรรมการบริการ", "ดี", "2566")],
    ),
}  # fmt: skip

#: Bodies of releases that confer nothing, with the reason.
NOTHING = {
    "applying": "กรมประมง ขอเชิญหน่วยงานสมัครเข้ารับการคัดเลือกรางวัลเลิศรัฐ ประจำปี 2567 สาขาบริการภาครัฐ",
    "a site visit": "กรมประมง เข้ารับการตรวจประเมินรางวัลเลิศรัฐ สาขาบริการภาครัฐ ประจำปี 2567 ณ พื้นที่ปฏิบัติงาน",
    "step 1": "กรมประมง ผ่านเกณฑ์การประเมินรางวัลเลิศรัฐ ประจำปี 2567 ขั้นตอนที่ 1 จำนวน 2 รางวัล ได้แก่"
    " รางวัลบริการภาครัฐ ระดับดี ประเภทพัฒนาการบริการ และรางวัลบริการภาครัฐ ระดับดีเด่น",
    "training": "กรมประมง จัดอบรมเตรียมความพร้อมเพื่อรับรางวัลเลิศรัฐ ประจำปี 2567 ให้แก่บุคลากร",
    "hope": "กรมประมง ตั้งเป้าหมายว่าปีหน้าจะได้รับรางวัลเลิศรัฐ ระดับดีเด่น",
    "what the award is": "รางวัลเลิศรัฐ เป็นรางวัลแห่งเกียรติยศที่มอบให้แก่หน่วยงานของรัฐที่ได้รับรางวัลบริการภาครัฐ",
    "a total": "ในปี 2567 มีหน่วยงานที่ได้รับรางวัลเลิศรัฐ รวมทั้งสิ้น 250 รางวัล",
    "money": "ผู้ชนะการประกวดได้รับเงินรางวัล 10,000 บาท จากกรมประมง",
    "a lottery": "ผู้โชคดีถูกรางวัลที่ 1 รับเงินที่สำนักงานสลากกินแบ่งรัฐบาล",
}


def awards(body: str, reader: Reader) -> list[tuple[str | None, ...]]:
    text = f"ข่าวประชาสัมพันธ์ของหน่วยงานภาครัฐ\n{body}\n"
    found = read_release(text, reader).awards
    return [
        tuple(award.value(slot) for slot in ("recipient", "category", "level", "year_be")) for award in found
    ]


@pytest.mark.parametrize("name", FORMS)
def test_forms_of_the_genre(name: str, reader: Reader) -> None:
    body, expected = FORMS[name]
    assert awards(body, reader) == expected


@pytest.mark.parametrize("name", NOTHING)
def test_what_confers_nothing_gives_no_award(name: str, reader: Reader) -> None:
    assert awards(NOTHING[name], reader) == []


def test_a_scheme_that_nobody_knows_is_read_and_marked_new(reader: Reader) -> None:
    text = "ข่าว\nกรมประมง ได้รับรางวัลธงเขียวเพื่อท้องทะเล ประจำปี 2567 จากมูลนิธิรักษ์ทะเลไทย"
    (award,) = read_release(text, reader).awards
    assert (award.value("scheme"), award.value("recipient")) == ("ธงเขียวเพื่อท้องทะเล", "กรมประมง")
    assert award.slots["scheme"].new


def test_an_ignored_word_has_its_reason(reader: Reader) -> None:
    text = f"ข่าว\n{NOTHING['money']}"
    (word,) = read_release(text, reader).ignored
    assert (text[word.start : word.end], word.reason) == ("รางวัล", "money or a prize in kind")


@pytest.mark.parametrize(
    "text", ["", "no Thai at all", "Awards for everybody", "รางวัล", "\n\n\n", "1) 2) 3) รางวัล"]
)
def test_a_text_that_tells_nothing_gives_nothing(text: str, reader: Reader) -> None:
    found = read_release(text, reader)
    assert (found.awards, found.people, found.ceremony) == ((), (), None)
