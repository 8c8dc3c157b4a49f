"""What is shown at a prize-giving."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.reading import read_release
from tests.importer.press.conftest import PRESS, needs_press

if TYPE_CHECKING:
    from awardgraph.importer.press.reading import Reader

CEREMONY = (
    "นายเอก มั่นคง อธิบดีกรมประมง เข้ารับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ ระดับดี ในพิธีมอบรางวัลเลิศรัฐ ประจำปี 2566"
)


def shown(words: str, reader: Reader) -> list[tuple[str, str]]:
    text = f"กรมประมงรับรางวัลเลิศรัฐ\n\n{CEREMONY}\n\n{words}\n"
    found = read_release(text, reader).exhibitions
    for one in found:
        assert text[one.project.start : one.project.end] == one.project.value
        assert one.project.value in text[one.start : one.end]
    return [(one.agency.value, one.project.value) for one in found]


@pytest.mark.parametrize(
    ("words", "projects"),
    [
        ("ภายในงาน กรมประมงได้นำผลงาน “ปลากลับบ้าน” ร่วมจัดแสดงในนิทรรศการ", ["ปลากลับบ้าน"]),
        (
            (
                "นอกจากนี้ กรมประมงยังร่วมออกบูธนิทรรศการ โดยนำเสนอโครงการคืนปูสู่ทะเล ตำบลบ้านแหลม จังหวัดตรัง"
                " ซึ่งโครงการนี้เริ่มเมื่อปีก่อน และมีการนำเสนอระบบตลาดปลาออนไลน์"
            ),
            ["โครงการคืนปูสู่ทะเล ตำบลบ้านแหลม จังหวัดตรัง", "ระบบตลาดปลาออนไลน์"],
        ),
        ("ทั้งนี้ กรมประมงร่วมจัดนิทรรศการ เรื่อง “เรือเล็กในทะเลใหญ่” ด้วย", ["เรือเล็กในทะเลใหญ่"]),
    ],
)
def test_what_a_body_shows_is_found(words: str, projects: list[str], reader: Reader) -> None:
    assert shown(words, reader) == [("กรมประมง", project) for project in projects]


@pytest.mark.parametrize(
    "words",
    [
        "จากนั้นประธานเยี่ยมชมนิทรรศการผลงาน “ปลากลับบ้าน” ของหน่วยงานต่าง ๆ",
        "กรมประมงพัฒนาโครงการคืนปูสู่ทะเล มาตั้งแต่ปี 2560",
        "กรมประมงร่วมจัดนิทรรศการและพบปะประชาชน",
    ],
)
def test_what_is_visited_or_not_named_is_not(words: str, reader: Reader) -> None:
    assert shown(words, reader) == []


@needs_press
def test_depa_showed_its_village_and_its_catalogue(reader: Reader) -> None:
    text = (PRESS / "labelled" / "depa-pmqa-2566.txt").read_text(encoding="utf-8")
    found = read_release(text, reader).exhibitions
    assert [(one.agency.value, one.project.value) for one in found] == [
        (
            "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล",
            "โครงการส่งเสริมและสนับสนุนนวัตกรรมดิจิทัลเพื่อชุมชน ตำบลเกาะลิบง จังหวัดตรัง",
        ),
        ("สำนักงานส่งเสริมเศรษฐกิจดิจิทัล", "บัญชีบริการดิจิทัล"),
    ]
