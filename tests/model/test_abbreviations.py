"""Abbreviations: spelled out where they mean one thing, and left where they do not."""

from __future__ import annotations

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.model.abbreviations import expand
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("รพ.ม.นเรศวร", "โรงพยาบาลมหาวิทยาลัยนเรศวร"),
        ("อบจ.สงขลา", "องค์การบริหารส่วนจังหวัดสงขลา"),
        ("อบต. เกาะลิบง จ.ตรัง", "องค์การบริหารส่วนตำบลเกาะลิบง จังหวัดตรัง"),
        ("รพ.สต.บ้านนา", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านนา"),
        ("รพ. สต. บ้านนา", "โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านนา"),
        ("ศูนย์นเรนทร รพ.ราชวิถี", "ศูนย์นเรนทร โรงพยาบาลราชวิถี"),
        ("คณะแพทยศาสตร์ ม. เชียงใหม่", "คณะแพทยศาสตร์ มหาวิทยาลัยเชียงใหม่"),
        ("ทน.นครสวรรค์", "เทศบาลนครนครสวรรค์"),
        ("ทม.ลำพูน", "เทศบาลเมืองลำพูน"),
        ("ทต.พนา", "เทศบาลตำบลพนา"),
        ("สสจ.ยะลา", "สำนักงานสาธารณสุขจังหวัดยะลา"),
        ("สนง.สสจ.ยะลา", "สำนักงานสาธารณสุขจังหวัดยะลา"),
        ("สสอ.เมืองสงขลา", "สำนักงานสาธารณสุขอำเภอเมืองสงขลา"),
        ("สนง.จัดหางานจังหวัดระยอง", "สำนักงานจัดหางานจังหวัดระยอง"),
        ("สนง. ก.พ.ร.", "สำนักงานก.พ.ร."),
        ("มรภ.นครสวรรค์", "มหาวิทยาลัยราชภัฏนครสวรรค์"),
        ("มทร.อีสาน", "มหาวิทยาลัยเทคโนโลยีราชมงคลอีสาน"),
        ("สภ.เมืองภูเก็ต", "สถานีตำรวจภูธรเมืองภูเก็ต"),
        ("จ.สงขลา อ.นาหม่อม", "จังหวัดสงขลา อำเภอนาหม่อม"),
        ("บ้านบางลา ต.ป่าคลอก จ.ภูเก็ต", "บ้านบางลา ตำบลป่าคลอก จังหวัดภูเก็ต"),
        ("โรงพยาบาล (อ.ปง)", "โรงพยาบาล (อำเภอปง)"),
    ],
)
def test_spelled_out(short: str, full: str) -> None:
    assert expand(short) == full


@pytest.mark.parametrize(
    "name",
    [
        *"สป. สค. กพร. ก.พ.ร. ทช. ทบ. ศก. กทท. สคร. รร. สน. อบต. จ. ม.".split(),  # several bodies, or no name
        *("สป.สงขลา", "ทบ.สงขลา", "รร.วัดเกาะ", "สน.บางรัก"),
        *("16 ม.ค.65", "15 ต.ค. 65", "เม.ย.", "มี.ค."),  # months
        *("ม.ร.ว.คึกฤทธิ์", "ม.ล.ปนัดดา", "จ.ส.ต.สมชาย", "ต.ช.ด.ที่ 4", "อ.ส.ค."),  # part of a longer one
        *("กว้าง 10 ม.ยาว", "กว้าง 10 ม. ยาวมาก", "ม.5", "ม.ต้น", "ม.ปลาย", "ม.บ้านนา"),  # metre, hamlet, school
        *("การพัฒนาคลินิกเมทาโดนสู่รพ.สต.", "สภาการพยาบาล", "จังหวัดตรัง", "Dr. X", "4.0", ""),
    ],
)
def test_left_as_it_is(name: str) -> None:
    assert expand(name) == name


def test_an_abbreviated_name_is_found_in_the_register() -> None:
    register = read_register(ROOT / "data" / "register")
    for short, identifier in (
        ("สสจ.ยะลา", "samnkngansatharnsukhchnghwdyala-c3f3b6a0"),
        ("ม.ขอนแก่น", "khon-kaen-university"),
        ("มทร.อีสาน", "rmuti"),
        ("จ.ลำปาง", "lampang-province"),
    ):
        found = register.find("agency", "th", short)
        assert found is not None
        assert found.id == identifier
    assert register.find("agency", "th", "สป.") is None
    assert register.find("person", "", "จ.ลำปาง") is None


def test_no_name_of_the_register_is_spelled_out_into_another_entry() -> None:
    register = read_register(ROOT / "data" / "register")
    for (kind, scope, _), identifier in register.index.items():
        for name in register.entries[kind, identifier].spellings():
            if kind in ("agency", "place"):
                assert register.find(kind, scope, expand(name)) in (None, register.entries[kind, identifier])
