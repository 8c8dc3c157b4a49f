"""Spell out what Thai names shorten, to look them up; what is printed stays as the source has it."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["expand"]

#: Short form → what it stands for wherever it stands before a name. Short forms of several things
#: (สป., สค., กพร., ทช., ทบ., รร., สน., สคร.) are not here, nor those that are a whole name (สสส.).
#:
#: Where they are met: อบจ. ทน. ทม. ทต. อบต. in www.matichon.co.th/news-monitor/news_3002315, รพ.ม. in
#: med.nu.ac.th (nID=13095), รพ.สต. มรภ. สภ. สนง. คกก. in releases of www.thaigov.go.th (35163, 59304, 62059);
#: สสจ., สสอ. and มทร. are what these offices and universities call themselves.
_GENERIC: Final = {
    "รพ.สต.": "โรงพยาบาลส่งเสริมสุขภาพตำบล",
    "รพ.": "โรงพยาบาล",
    "สสจ.": "สำนักงานสาธารณสุขจังหวัด",
    "สสอ.": "สำนักงานสาธารณสุขอำเภอ",
    "อบจ.": "องค์การบริหารส่วนจังหวัด",
    "อบต.": "องค์การบริหารส่วนตำบล",
    "ทน.": "เทศบาลนคร",
    "ทม.": "เทศบาลเมือง",
    "ทต.": "เทศบาลตำบล",
    "มรภ.": "มหาวิทยาลัยราชภัฏ",
    "มทร.": "มหาวิทยาลัยเทคโนโลยีราชมงคล",
    "สภ.": "สถานีตำรวจภูธร",
    "สนง.": "สำนักงาน",
    "คกก.": "คณะกรรมการ",
}

#: One letter, which means this only before a name: ม.ค. is a month, 10 ม. a length, ม.5 a hamlet or a
#: school year, ม.ปลาย a school, ม.บ้านใหม่ a hamlet.
_ONE_LETTER: Final = {"ม.": "มหาวิทยาลัย", "จ.": "จังหวัด", "อ.": "อำเภอ", "ต.": "ตำบล"}

_MEANINGS: Final = _GENERIC | _ONE_LETTER

_LONG: Final = "|".join(re.escape(short).replace(r"\.", r"\.\s*") for short in _GENERIC)
_BEFORE_A_NAME: Final = r"\s*(?=[ก-ฮเแโใไ][ก-\u0e4e])(?![ก-ฮ]{1,3}\.)"
_NO_UNIVERSITY: Final = r"(?!ต้น|ปลาย|บ้าน)(?<![0-9๐-๙]ม\.)(?<![0-9๐-๙]\sม\.)"
_LETTER: Final = rf"(?:[จอต]\.{_BEFORE_A_NAME}|ม\.{_NO_UNIVERSITY}{_BEFORE_A_NAME})"

#: One or several in a row (รพ.ม.), where a word begins and a Thai one follows.
_CHAIN: Final = re.compile(
    rf"(?<![^\s(/,\"“])(?:(?:{_LONG})+(?:ม\.{_NO_UNIVERSITY}{_BEFORE_A_NAME})?(?=[ก-ฮเแโใไ])|{_LETTER})"
)
_LINK: Final = re.compile(rf"{_LONG}|[มจอต]\.\s*")


def expand(name: str) -> str:
    """Return a Thai name with its generic abbreviations spelled out, to be looked up in the register.

    Only what means one thing before a name: รพ. but not สป., จ. but not ก.พ.; a name without such
    comes back as it is. For bodies and places, not for people (อ. and ต. may be initials).

    >>> expand("รพ.ม.นเรศวร"), expand("อบจ.สงขลา")
    ('โรงพยาบาลมหาวิทยาลัยนเรศวร', 'องค์การบริหารส่วนจังหวัดสงขลา')
    """
    return _CHAIN.sub(_spelled_out, name) if "." in name else name


def _spelled_out(chain: re.Match[str]) -> str:
    full = _LINK.sub(lambda link: _MEANINGS["".join(link[0].split())], chain[0])
    return full.replace("สำนักงานสำนักงาน", "สำนักงาน")  # สนง.สสจ.
