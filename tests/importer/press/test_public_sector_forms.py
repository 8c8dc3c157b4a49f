"""Forms in which releases tell of the public sector's excellence award: each says one thing in several ways.

What is invented here confers by grammar alone; the texts that look alike and confer nothing stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.importer.press.reading import read_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.press.reading import Reader


def _read(text: str, reader: Reader) -> list[tuple[str | None, str | None, str | None]]:
    """Return recipient, level and year of the awards of a release, sorted."""
    told = [
        (award.value("recipient"), award.value("level"), award.value("year_be"))
        for award in read_release(text, reader).awards
    ]
    return sorted(told, key=str)


BRIDGES: Final = "กรมสะพานไม้ไทย"
PRIZES: Final = (
    "ประเภทพัฒนาการบริการ ระดับดีเด่น ผลงาน “ข้ามสะดวก”",
    "ประเภทนวัตกรรมการบริการ ระดับดี ผลงาน “ไม้พูดได้”",
    "ประเภทขยายผลมาตรฐานการบริการ ระดับดี ผลงาน “สะพานสองฝั่ง”",
)
SIGNS: Final = (
    ("ก. ", "ข. ", "ค. "), ("ก) ", "ข) ", "ค) "), ("(ก) ", "(ข) ", "(ค) "), ("a) ", "b) ", "c) "),
    ("๑. ", "๒. ", "๓. "), ("๑) ", "๒) ", "๓) "), ("(๑) ", "(๒) ", "(๓) "), ("1.", "2.", "3."),
    ("• ", "• ", "• "), ("– ", "– ", "– "), ("✅ ", "✅ ", "✅ "), ("1️⃣ ", "2️⃣ ", "3️⃣ "), ("★", "★", "★"),
    ("", "", ""), ("\n", "\n", "\n"),
)  # fmt: skip


@pytest.mark.parametrize("signs", SIGNS)
def test_the_signs_of_a_list_do_not_matter(signs: tuple[str, ...], reader: Reader) -> None:
    items = "\n".join(sign + prize for sign, prize in zip(signs, PRIZES, strict=True))
    text = (
        f"{BRIDGES}รับ 3 รางวัล\n\n"
        f"{BRIDGES}ได้รับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ รวม 3 รางวัล ดังนี้\n{items}\n"
    )
    assert _read(text, reader) == [(BRIDGES, "ดี", "2566"), (BRIDGES, "ดี", "2566"), (BRIDGES, "ดีเด่น", "2566")]


#: Who holds an award is told behind its grade.
HOLDERS: Final = (
    "ประเภทนวัตกรรมการบริการ ระดับดีเด่น ได้แก่ กรมโคมลอย ระดับดี ได้แก่ เทศบาลตำบลดอนหอย",
    "ระดับดีเด่น มี 1 หน่วยงาน คือ กรมโคมลอย ระดับดี มี 1 หน่วยงาน คือ เทศบาลตำบลดอนหอย",
    "รางวัลระดับดีเด่นตกเป็นของกรมโคมลอย ขณะที่รางวัลระดับดีเป็นของเทศบาลตำบลดอนหอย",
    "ระดับดีเด่น ๑ ผลงาน ได้แก่ ผลงาน “โคมคืนฟ้า” ของกรมโคมลอย และระดับดี ๑ ผลงาน ได้แก่ ผลงาน “หอยรักน้ำ” ของเทศบาลตำบลดอนหอย",
    "ระดับดีเด่น : กรมโคมลอย\nระดับดี : เทศบาลตำบลดอนหอย",
    "ระดับดีเด่น\n- กรมโคมลอย\nระดับดี\n- เทศบาลตำบลดอนหอย",
    "- ระดับดีเด่น ได้แก่ กรมโคมลอย\n- ระดับดี ได้แก่ เทศบาลตำบลดอนหอย",
    "หน่วยงานที่ได้ระดับดีเด่นคือ กรมโคมลอย ส่วนหน่วยงานที่ได้ระดับดีคือ เทศบาลตำบลดอนหอย",
    "โดยกรมโคมลอยได้ระดับดีเด่น และเทศบาลตำบลดอนหอยได้ระดับดี",
    "กรมโคมลอยคว้าระดับดีเด่น ส่วนเทศบาลตำบลดอนหอยคว้าระดับดี",
    "สำหรับรางวัลเลิศรัฐ ระดับดีเด่น มอบให้แก่กรมโคมลอย และระดับดี มอบให้แก่เทศบาลตำบลดอนหอย",
)


@pytest.mark.parametrize("words", HOLDERS)
def test_holders_may_be_told_behind_the_grade(words: str, reader: Reader) -> None:
    text = (
        "ผลรางวัลเลิศรัฐ 2567\n\n"
        f"สำนักงาน ก.พ.ร. ประกาศผลรางวัลเลิศรัฐ ประจำปี 2567 เมื่อวันที่ 5 กันยายน 2567\n\n{words}\n"
    )
    assert _read(text, reader) == [("กรมโคมลอย", "ดีเด่น", "2567"), ("เทศบาลตำบลดอนหอย", "ดี", "2567")]


#: A clause behind an award says who got it.
CLAUSES: Final = (
    "รางวัลเลิศรัฐ ระดับดี ประจำปี 2567 ซึ่งกรมโคมลอยได้รับจากผลงาน “โคมคืนฟ้า”",
    "รางวัลเลิศรัฐ ระดับดี ประจำปี 2567 ที่กรมโคมลอยได้รับเมื่อเดือนกันยายน",
    "รางวัลเลิศรัฐ ประจำปี 2567 ระดับดี ซึ่งกรมโคมลอยคว้ามาครองเป็นครั้งแรก",
    "รางวัลเลิศรัฐ ประจำปี พ.ศ. 2567 (ระดับดี) ซึ่งกรมโคมลอย (กคล.) ได้รับ",
    "“รางวัลเลิศรัฐ” ปี ๒๕๖๗ ระดับดี ที่กรมโคมลอยเพิ่งได้รับมา",
    "รางวัลเลิศรัฐ สาขาบริการภาครัฐ ระดับดี ปี 2567 ซึ่งกรมโคมลอยเคยได้รับไปแล้ว",
)


@pytest.mark.parametrize("words", CLAUSES)
def test_a_clause_behind_an_award_tells_who_got_it(words: str, reader: Reader) -> None:
    text = f"รายงานประจำปีของเมืองเก่า\n\nปีนี้มีรางวัลที่น่าภูมิใจ ได้แก่ {words}\n"
    assert _read(text, reader) == [("กรมโคมลอย", "ดี", "2567")]


#: What belongs to a name behind a blank, and what does not.
NAMES: Final = {
    "สำนักงานที่ดินจังหวัดตาก สาขาแม่ระมาดใหม่": "สำนักงานที่ดินจังหวัดตาก สาขาแม่ระมาดใหม่",
    "การไฟฟ้าส่วนท้องถิ่น สาขาท่ามะนาว": "การไฟฟ้าส่วนท้องถิ่น สาขาท่ามะนาว",
    "สำนักงานขนส่งจังหวัดตาก สาขาอำเภอแม่สอดเก่า": "สำนักงานขนส่งจังหวัดตาก สาขาอำเภอแม่สอดเก่า",
    "สำนักงานขนส่งจังหวัดตาก สาขาบริการภาครัฐ": "สำนักงานขนส่งจังหวัดตาก",
    "สถาบันพัฒนาช่างไทย 9 พิษณุโลก": "สถาบันพัฒนาช่างไทย 9 พิษณุโลก",
    "เมื่อวันที่ 14 กันยายน สถาบันช่างไทย 14 กันยายน": "สถาบันช่างไทย",
    "กรมยกระดับฝีมือช่าง": "กรมยกระดับฝีมือช่าง",
    "กรมการแพทย์ทหารชายแดน": "กรมการแพทย์ทหารชายแดน",
    "สำนักงานสาธารณสุขอำเภอทุ่งข้าวหอม": "สำนักงานสาธารณสุขอำเภอทุ่งข้าวหอม",
    "มณฑลทหารบกที่ 310": "มณฑลทหารบกที่ 310",
    "เทศบาลเมืองท่าหินของเราเพิ่ง": "เทศบาลเมืองท่าหิน",
}


@pytest.mark.parametrize("words", NAMES)
def test_a_name_goes_as_far_as_its_office_or_seat(words: str, reader: Reader) -> None:
    text = f"ข่าวดีของชาวเมือง\n\n{words} ได้รับรางวัลเลิศรัฐ ประจำปี 2568 สาขาบริการภาครัฐ ระดับดี จากผลงาน “ใจถึงใจ”\n"
    assert _read(text, reader) == [(NAMES[words], "ดี", "2568")]


ROWS: Final = (
    ("1", "กรมท่อประปา", "รู้ก่อนน้ำไม่ไหล", "นวัตกรรมการบริการ", "ดีเด่น"),
    ("2", "เทศบาลตำบลป่าสัก", "ขยะเป็นศูนย์", "พัฒนาการบริการ", "ดี"),
)
HEADS: Final = ("ลำดับ", "หน่วยงาน", "ผลงาน", "ประเภท", "ระดับ")


def _tables() -> Iterator[str]:
    """Yield the same table as it is pasted into releases."""
    for between in (" | ", "|", "\t", "   ", "\n"):
        yield "\n".join(between.join(row) for row in (HEADS, *ROWS))
    yield "\n".join(" | ".join(row[1:]) for row in (HEADS, *ROWS))
    yield "\n".join("\n".join(row[1:]) for row in (HEADS, *ROWS))
    yield "\n".join(f"| {' | '.join(row)} |" for row in (HEADS, ("---",) * 5, *ROWS))


@pytest.mark.parametrize("table", [*_tables()])
def test_a_table_is_read_as_the_list_it_stands_for(table: str, reader: Reader) -> None:
    text = (
        "ผลรางวัลเลิศรัฐ\n\n"
        f"จังหวัดตากมีหน่วยงานที่ได้รับรางวัลเลิศรัฐ ประจำปี พ.ศ. 2565 จำนวน 2 หน่วยงาน ดังตาราง\n\n{table}\n\n"
        "ผู้สนใจสอบถามได้ทุกวัน\n"
    )
    assert _read(text, reader) == [("กรมท่อประปา", "ดีเด่น", "2565"), ("เทศบาลตำบลป่าสัก", "ดี", "2565")]
    works = [award.value("project") for award in read_release(text, reader).awards]
    assert works == ["รู้ก่อนน้ำไม่ไหล", "ขยะเป็นศูนย์"]


CANALS: Final = "กรมคลองชลมารค"


@pytest.mark.parametrize("line", ["ปี {} : {}", "ปี {} {}", "พ.ศ. {} - {}", "- ปี {} {}", "ปีงบประมาณ {} : {}"])
def test_lines_of_a_year_each_are_awards_of_that_year(line: str, reader: Reader) -> None:
    first = line.format(2561, "สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี")
    second = line.format(2563, "สาขาบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดีเด่น")
    text = f"ทศวรรษแห่งความภูมิใจ\n\n{CANALS}ได้รับรางวัลเลิศรัฐมาแล้วหลายครั้ง ดังนี้\n{first}\n{second}\n"
    assert _read(text, reader) == [(CANALS, "ดี", "2561"), (CANALS, "ดีเด่น", "2563")]


@pytest.mark.parametrize("sign", ["🏅", "- ", "• ", "– "])
def test_a_card_tells_one_award_in_a_line_for_each_part(sign: str, reader: Reader) -> None:
    parts = ("รางวัลเลิศรัฐ สาขาบริการภาครัฐ", "ประเภทพัฒนาการบริการ", "ระดับดี", "ผลงาน “หัวใจไม่รอคิว”")
    text = "โรงพยาบาลบ้านไร่แสงคว้ารางวัลเลิศรัฐ 2567\n" + "\n".join(sign + part for part in parts) + "\n"
    assert _read(text, reader) == [("โรงพยาบาลบ้านไร่แสง", "ดี", "2567")]


def test_units_share_out_what_a_hospital_received_and_stand_below_it(reader: Reader) -> None:
    text = (
        "โรงพยาบาลทุ่งดอกจาน คว้า 2 รางวัลเลิศรัฐ ประจำปี 2566\n\n"
        "โรงพยาบาลทุ่งดอกจาน ได้รับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ รวม 2 รางวัล ได้แก่\n"
        "1) ประเภทพัฒนาการบริการ ระดับดีเด่น ผลงาน “สแกนก่อนสาย” โดยกลุ่มงานรังสีวิทยา\n"
        "2) ประเภทนวัตกรรมการบริการ ระดับดี ผลงาน “หมอนกันล้ม” โดยหอผู้ป่วยอายุรกรรมหญิง\n"
    )
    assert _read(text, reader) == [("กลุ่มงานรังสีวิทยา", "ดีเด่น", "2566"), ("หอผู้ป่วยอายุรกรรมหญิง", "ดี", "2566")]
    above = {award.value("recipient_parent") for award in read_release(text, reader).awards}
    assert above == {"โรงพยาบาลทุ่งดอกจาน"}


#: They look alike and confer nothing.
SILENT: Final = (
    (
        "กรมขุนเขียวเตรียมความพร้อมสมัครรางวัลเลิศรัฐ ประจำปี 2569 โดยมีผลงานที่จะส่ง ได้แก่\nก. ศูนย์พิทักษ์ยอดดอย ประเภทนวัตกรรมการบริการ ระดับดี\n"
        "ข. สำนักงานอุทยานหินงาม ประเภทพัฒนาการบริการ\n"
    ),
    "รางวัลเลิศรัฐ แบ่งเป็น 3 สาขา ระดับดีเด่น ได้แก่ ผลงานที่ได้คะแนน 450 ขึ้นไป รางวัลที่กรมทางน้ำไทยได้รับมอบหมายให้ดูแลคือประเภทร่วมใจแก้จน\n",
    "กรมธนูไทยตั้งเป้ารางวัลเลิศรัฐ ปี 2570 ระดับดีเด่น 2 ผลงาน ได้แก่ สำนักศรเงิน และสำนักศรทอง ทั้งนี้ กรมธนูไทยได้ระดับดีในการประเมินความพึงพอใจ\n",
    "โรงพยาบาลทุ่งแก้ว ได้ระดับดีเด่น ในการประเมินตนเองตามเกณฑ์ PMQA และจะเสนอขอรับรางวัลเลิศรัฐต่อไป\n",
    "ประกาศผลงานที่ผ่านขั้นตอนที่ 1 รางวัลเลิศรัฐ 2569\n\nลำดับ | หน่วยงาน | ผลงาน | ประเภท\n1 | กรมท่อประปา | ท่อไม่รั่ว | นวัตกรรมการบริการ\n",
    "เทศบาลตำบลทุ่งทองเชิญวิทยากรจากหน่วยงานที่เคยได้รับรางวัลเลิศรัฐ ระดับดีเด่น\n\nเทศบาลตำบลทุ่งทอง สาขาบริการภาครัฐ ระดับดี อยู่ระหว่างสมัคร\n",
    "กรมสายฝนเทียมเผยเคล็ดลับคว้ารางวัลเลิศรัฐ\n\nปี 2567 : เคยส่งแต่ไม่ได้รับรางวัล\nปี 2568 : ผ่านรอบแรก ระดับดี\n",
)


@pytest.mark.parametrize("words", SILENT)
def test_plans_rules_and_other_grades_confer_nothing(words: str, reader: Reader) -> None:
    assert _read(f"ข่าวประชาสัมพันธ์\n\n{words}", reader) == []


#: Sentences about who received, with what stands between a name and its verb, and what each got.
SENTENCES: Final[dict[str, list[tuple[str, str | None]]]] = {
    "อบต.ห้วยปลาดุก จังหวัดเลย มีพนักงานเพียง 23 คน แต่กลับเป็นหนึ่งใน 5 ท้องถิ่นที่ได้รับรางวัลเลิศรัฐ ระดับดีเด่น": [
        ("อบต.ห้วยปลาดุก", "ดีเด่น")
    ],
    "ขอแสดงความยินดีกับโรงพยาบาลทุ่งเสือ อ.เมือง จ.สกลนคร ที่คว้ารางวัลเลิศรัฐ ระดับดี": [("โรงพยาบาลทุ่งเสือ", "ดี")],
    "โรงพยาบาลริมวัง กับโรงพยาบาลริมกก ได้รับรางวัลเลิศรัฐ ระดับดี": [
        ("โรงพยาบาลริมกก", "ดี"), ("โรงพยาบาลริมวัง", "ดี"),
    ],
    "โรงพยาบาลริมวัง ร่วมกับเทศบาลนครริมกก ได้รับรางวัลเลิศรัฐ ระดับดี": [("โรงพยาบาลริมวัง", "ดี")],
    "อธิบดีมอบช่อดอกไม้แก่สถาบันชาวเลไทย ซึ่งได้รับรางวัลเลิศรัฐ ระดับดี": [("สถาบันชาวเลไทย", "ดี")],
    "กรมไร่นาไทยได้รับรางวัลเลิศรัฐ ระดับดีเด่น 1 รางวัล ได้แก่ สำนักไม้แปรรูป และระดับดี 2 รางวัล ได้แก่ กองป่าปลูก จำนวน 2 รางวัล": [
        ("กองป่าปลูก", "ดี"), ("กองป่าปลูก", "ดี"), ("สำนักไม้แปรรูป", "ดีเด่น"),
    ],
    "มีหน่วยงานในสังกัดกระทรวงสุขภาวะไทยได้รับรางวัลเลิศรัฐ ดังนี้ รางวัลเกียรติยศเลิศรัฐ ได้แก่ กรมชีพไทย, รางวัลเลิศรัฐยอดเยี่ยม ได้แก่ กรมสปาไทย": [
        ("กรมชีพไทย", None), ("กรมสปาไทย", None),
    ],
    "กรมไร่นาไทยได้รับรางวัลเลิศรัฐ 2 ผลงาน แบ่งเป็นระดับดี 2 ผลงาน คือ “แดดแลกน้ำ” กับ “โคมทุ่งนา”": [
        ("กรมไร่นาไทย", "ดี"), ("กรมไร่นาไทย", "ดี"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_one_who_received_is_found_across_what_stands_between(sentence: str, reader: Reader) -> None:
    told = [(who, level) for who, level, _ in _read(f"ข่าวดีประจำวัน\n\n{sentence}\n", reader)]
    assert told == sorted(SENTENCES[sentence], key=str)
