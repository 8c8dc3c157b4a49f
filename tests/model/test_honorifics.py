"""Titles before a person's name, and names that begin like a title."""

from __future__ import annotations

import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.model.honorifics import strip_honorifics
from tests.conftest import ROOT

TITLED = [
    # learning
    ("ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม", "ศาสตราจารย์กิตติคุณ ดร.", "วิษณุ เครืองาม"),
    ("ศาสตราจารย์เกียรติคุณ นพ.เกษม วัฒนชัย", "ศาสตราจารย์เกียรติคุณ นพ.", "เกษม วัฒนชัย"),
    ("ศาสตราจารย์พิเศษวิศิษฏ์ วิศิษฏ์สรอรรถ", "ศาสตราจารย์พิเศษ", "วิศิษฏ์ วิศิษฏ์สรอรรถ"),
    ("ศ.(พิเศษ) ดร.เอนก เหล่าธรรมทัศน์", "ศ.(พิเศษ) ดร.", "เอนก เหล่าธรรมทัศน์"),
    ("ศ.กิตติคุณ ดร.วิษณุ เครืองาม", "ศ.กิตติคุณ ดร.", "วิษณุ เครืองาม"),
    ("ศ.คลินิก นพ.ปิยะสกล สกลสัตยาทร", "ศ.คลินิก นพ.", "ปิยะสกล สกลสัตยาทร"),
    ("ผศ.(พิเศษ) ดร.สมชาย ใจดี", "ผศ.(พิเศษ) ดร.", "สมชาย ใจดี"),
    ("รศ.กิตติคุณ สุขใจ", "รศ.", "กิตติคุณ สุขใจ"),  # a given name: an associate professor is not emeritus
    ("ผศ.ดร.ณัฐพล นิมมานพัชรินทร์", "ผศ.ดร.", "ณัฐพล นิมมานพัชรินทร์"),
    ("ผศ ดร ณัฐพล นิมมานพัชรินทร์", "ผศ ดร", "ณัฐพล นิมมานพัชรินทร์"),
    ("ศ.ดร.นพ.สมชาย ใจดี", "ศ.ดร.นพ.", "สมชาย ใจดี"),
    ("อ.ดร.สมชาย ใจดี", "อ.ดร.", "สมชาย ใจดี"),
    # armed forces and police
    ("พล.อ.ประยุทธ์ จันทร์โอชา", "พล.อ.", "ประยุทธ์ จันทร์โอชา"),
    ("พล. อ. ประยุทธ์ จันทร์โอชา", "พล. อ.", "ประยุทธ์ จันทร์โอชา"),
    ("พล.อ ประยุทธ์ จันทร์โอชา", "พล.อ", "ประยุทธ์ จันทร์โอชา"),
    ("พลเอก ประยุทธ์ จันทร์โอชา", "พลเอก", "ประยุทธ์ จันทร์โอชา"),
    ("พลเอกประยุทธ์ จันทร์โอชา", "พลเอก", "ประยุทธ์ จันทร์โอชา"),
    ("พล.ต.ท.วี ใจดี", "พล.ต.ท.", "วี ใจดี"),
    ("พล.ต.ทวี ใจดี", "พล.ต.", "ทวี ใจดี"),
    ("พล.ต.อ.อดุลย์ แสงสิงแก้ว", "พล.ต.อ.", "อดุลย์ แสงสิงแก้ว"),
    ("พล.อ.อ.มานัต วงษ์วาทย์", "พล.อ.อ.", "มานัต วงษ์วาทย์"),
    ("ว่าที่ ร.ต.ธนกฤต จิตรอารีย์รัตน์", "ว่าที่ ร.ต.", "ธนกฤต จิตรอารีย์รัตน์"),
    ("ว่าที่ร้อยตรี ธนกฤต จิตรอารีย์รัตน์", "ว่าที่ร้อยตรี", "ธนกฤต จิตรอารีย์รัตน์"),
    ("ว่าที่ร้อยตรีหญิง สมใจ ใจดี", "ว่าที่ร้อยตรีหญิง", "สมใจ ใจดี"),
    ("พ.ต.อ.หญิง ศิริกุล ศรีสง่า", "พ.ต.อ.หญิง", "ศิริกุล ศรีสง่า"),
    ("นาวาเอกหญิง อินทิรา ตันเจริญ", "นาวาเอกหญิง", "อินทิรา ตันเจริญ"),
    ("พันเอก (พิเศษ) สมชาย ใจดี", "พันเอก (พิเศษ)", "สมชาย ใจดี"),
    ("พันตำรวจโท กรวัชร์ ปานประภากร", "พันตำรวจโท", "กรวัชร์ ปานประภากร"),
    ("จ.ส.อ.สมชาย ใจดี", "จ.ส.อ.", "สมชาย ใจดี"),
    ("น.อ. สมชาย ใจดี ร.น.", "น.อ. ร.น.", "สมชาย ใจดี"),
    ("จอมพล ป. พิบูลสงคราม", "จอมพล", "ป. พิบูลสงคราม"),
    # medicine, nobility, honours
    ("รศ. นพ.สมชาย ใจดี", "รศ. นพ.", "สมชาย ใจดี"),
    ("แพทย์หญิงอัจฉรา นิธิอภิญญาสกุล", "แพทย์หญิง", "อัจฉรา นิธิอภิญญาสกุล"),
    ("นายแพทย์สุขุม กาญจนพิมาย", "นายแพทย์", "สุขุม กาญจนพิมาย"),
    ("เภสัชกรหญิงสมใจ ใจดี", "เภสัชกรหญิง", "สมใจ ใจดี"),
    ("สพ.ญ.สมใจ ใจดี", "สพ.ญ.", "สมใจ ใจดี"),
    ("ม.ร.ว.สุขุมพันธุ์ บริพัตร", "ม.ร.ว.", "สุขุมพันธุ์ บริพัตร"),
    ("ร.ต.อ.ม.ล.กร สุขใจ", "ร.ต.อ.ม.ล.", "กร สุขใจ"),
    ("หม่อมหลวงปนัดดา ดิศกุล", "หม่อมหลวง", "ปนัดดา ดิศกุล"),
    ("ดร.คุณหญิงกัลยา โสภณพนิช", "ดร.คุณหญิง", "กัลยา โสภณพนิช"),
    ("ท่านผู้หญิงกอบกุล อุบลเดชประชารักษ์", "ท่านผู้หญิง", "กอบกุล อุบลเดชประชารักษ์"),
    ("ฯพณฯ พลเอก เปรม ติณสูลานนท์", "ฯพณฯ พลเอก", "เปรม ติณสูลานนท์"),
    # everybody
    ("นายวิษณุ เครืองาม", "นาย", "วิษณุ เครืองาม"),
    ("นายกอบชัย สังสิทธิสวัสดิ์", "นาย", "กอบชัย สังสิทธิสวัสดิ์"),
    ("นายกอบจิต ใจดี", "นาย", "กอบจิต ใจดี"),
    ("นางลิ้นจี่ ทองดี", "นาง", "ลิ้นจี่ ทองดี"),
    ("นางสาวิตรี ใจดี", "นาง", "สาวิตรี ใจดี"),
    ("นางสาวสาวิตรี ใจดี", "นางสาว", "สาวิตรี ใจดี"),
    ("น.ส.แพทองธาร ชินวัตร", "น.ส.", "แพทองธาร ชินวัตร"),
    ("นายพลเอก สุขใจ", "นาย", "พลเอก สุขใจ"),
    ("ดร.พลเอก สุขใจ", "ดร.", "พลเอก สุขใจ"),
    # English
    ("Ms. Asha Rose Migiro", "Ms.", "Asha Rose Migiro"),
    ("Prof. Emeritus Borwornsak Uwanno", "Prof. Emeritus", "Borwornsak Uwanno"),
    ("Assoc. Prof. Dr. Chusak Sirinil", "Assoc. Prof. Dr.", "Chusak Sirinil"),
    ("Assoc.Prof.Dr.Chusak Sirinil", "Assoc.Prof.Dr.", "Chusak Sirinil"),
    ("Asst. Prof. Nuttapon Nimmanphatcharin", "Asst. Prof.", "Nuttapon Nimmanphatcharin"),
    ("Gen. Prayut Chan-o-cha", "Gen.", "Prayut Chan-o-cha"),
    ("General Prayut Chan-o-cha", "General", "Prayut Chan-o-cha"),
    ("Pol. Lt. Gen. Surachate Hakparn", "Pol. Lt. Gen.", "Surachate Hakparn"),
    ("ACM Manat Wongwat", "ACM", "Manat Wongwat"),
    ("H.E. Mr. Ban Ki-moon", "H.E. Mr.", "Ban Ki-moon"),
    ("Dr Pasu Lohanshoon", "Dr", "Pasu Lohanshoon"),
    ("Sir Michael Barber", "Sir", "Michael Barber"),
    ("Shri Oommen Chandy", "Shri", "Oommen Chandy"),
    ("Raghaw Sharan Pandey, IAS", "IAS", "Raghaw Sharan Pandey"),
    ("ACP Jimmy Hodari", "ACP", "Jimmy Hodari"),
    ("Sheikh Mohammed bin Rashid Al Maktoum", "Sheikh", "Mohammed bin Rashid Al Maktoum"),
]

UNTITLED = [
    "นายกเทศมนตรีเมืองลำพูน", "นายกรัฐมนตรี", "นายกฯ", "นายก อบต.บ้านนา", "นายกอบจ.สงขลา", "นายอำเภอเบตง",
    "นายแพทย์สาธารณสุขจังหวัดยะลา", "นายิกา สุขใจ", "ดรุณี ใจดี", "อาจารี ใจดี", "ศรีสุดา ใจดี", "นพรัตน์ เมธาวีกุลชัย",
    "นพ สุขใจ", "จอมพล สุขใจ", "พลเอก สุขใจ", "พระครูสังฆรักษ์ สมชาย", "เภสัชกรรม", "นาย", "Sheikha Mozah",
    "Sheikh Hasina", "Sri Mulyani Indrawati", "Major Owens", "Drew Smith", "Genevieve Brown", "M.L. Sharma",
    "Liu Zhenmin", "",
]  # fmt: skip


@pytest.mark.parametrize(("printed", "titles", "name"), TITLED)
def test_titles_belong_to_the_post_and_not_to_the_name(printed: str, titles: str, name: str) -> None:
    assert strip_honorifics(printed) == (titles, name)


@pytest.mark.parametrize("name", UNTITLED)
def test_a_name_is_not_eaten(name: str) -> None:
    assert strip_honorifics(name) == ("", name)


def test_the_people_of_the_register_have_no_titles() -> None:
    with (ROOT / "data" / "register" / "people.csv").open(encoding="utf-8", newline="") as file:
        names = [row[column] for row in csv.DictReader(file) for column in ("name_th", "name_en")]
    assert [name for name in names if strip_honorifics(name) != ("", name)] == []


@pytest.mark.parametrize(("titles", "name"), [row[1:] for row in TITLED if row[0].startswith(row[1])])
def test_space_after_a_title_means_nothing(titles: str, name: str) -> None:
    assert strip_honorifics(f"  {titles}\u00a0 {name} ") == (titles, name)


@given(st.text(), st.sampled_from([titles for _, titles, _ in TITLED]))
def test_the_name_is_a_part_of_what_was_printed(name: str, titles: str) -> None:
    printed = f"{titles} {name}"
    assert strip_honorifics(printed)[1] in printed
