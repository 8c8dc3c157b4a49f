"""One spelling, and the way back to every raw character."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from awardgraph.importer.documents import mending
from awardgraph.importer.press.normalising import normalise
from awardgraph.model.names import fold
from tests.importer.press.conftest import PRESS, needs_press

#: Where a mark or vowel has no consonant right before it, or stands twice: what is mended.
BROKEN = re.compile(
    "[^ก-๎\u200b\u200c][\u200b\u200c]*[ะ-ฺ็-๎]|([ั-ฺ็-๎])[\u200b\u200c]*\\1|[เ-ไ][\u200b\u200c]*[^ก-ฮ]"
)

#: Thai in many spellings, and an accent where it belongs, on a Latin letter.
LETTERS = [*"กรมรัาำํเแุู่้", "\u200b", "\u200c", " ", *"๐๒๕๖", "\u00a0", "\n", *'“”"a.-–', "e\u0301"]
MESSY = st.lists(st.sampled_from(LETTERS)).map("".join)

#: What PDF files make of Thai: shapes for private use, gaps before marks, marks twice, letters set apart.
SHREDS = [
    *"กรมนป",
    *"าำํะเไ่้ัิ",
    "\uf70a",
    "\uf70b",
    "\uf710",
    " ",
    " ",
    "\u00a0",
    "\u200b",
    "ﬁ",
    "ร า ง ว ั ล ",
    "\n",
]
SHREDDED = st.lists(st.sampled_from(SHREDS)).map("".join)


@given(MESSY | SHREDDED)
def test_every_place_leads_back(raw: str) -> None:
    clean = normalise(raw)
    assert clean.raw == raw
    if clean.starts:
        assert len(clean.starts) == len(clean.ends) == len(clean.text)
        assert list(clean.starts) == sorted(clean.starts)
    elif clean.text:
        assert len(clean.text) == len(raw)
    for at in range(len(clean.text)):
        start, end = clean.span(at, at + 1)
        assert 0 <= start < end <= len(raw)


@given(MESSY.filter(lambda raw: not BROKEN.search(raw)))
def test_nothing_is_lost_but_what_nobody_sees(raw: str) -> None:
    # Of three เ in a row nobody can say which two are แ once the spaces between them are gone; no word has them.
    assume(not re.search(r"เ[\s\u200b\u200c]*เ[\s\u200b\u200c]*เ", raw))
    assert fold(normalise(raw).text) == fold(raw)


@given(MESSY | SHREDDED)
def test_a_clean_text_stays_as_it_is(raw: str) -> None:
    once = normalise(raw).text
    assert normalise(once).text == once


def test_a_decomposed_sara_am_is_one_letter_of_two() -> None:
    clean = normalise("ผู้นํา ๑๒")
    assert clean.text == "ผู้นำ 12"
    at = clean.text.index("ำ")
    assert clean.raw[slice(*clean.span(at, at + 1))] == "ํา"


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        (
            "ท างาน จ านวน ส านักงาน ด าเนินการ น าเสนอ อ านวยการ ก าหนด",
            "ทำงาน จำนวน สำนักงาน ดำเนินการ นำเสนอ อำนวยการ กำหนด",
        ),
        ("น ้าท่วม ต ่ากว่า ย ้า", "น้ำท่วม ต่ำกว่า ย้ำ"),
        ("น้ า ต่ ากว่า ดีป้ า ว่ า", "น้ำ ต่ำกว่า ดีป้า ว่า"),
        ("ก ำหนด นํ าเสนอ นํ ้า", "กำหนด นำเสนอ น้ำ"),
        ("ที ่ปรึกษา จั ดการ ผ ู้ตรวจ จ ะ เ ทศบาล", "ที่ปรึกษา จัดการ ผู้ตรวจ จะ เทศบาล"),
        ("ที่่ รัับ", "ที่ รับ"),
        ("ว\uf70aา คว\uf70bา ป\uf702 ป\uf710จจัย \uf70fาติ\uf700าน", "ว่า คว้า ปี ปัจจัย ญาติฐาน"),
        ("\uf88aก\uf884น", "่กัน"),
        ("ร า ง ว ั ล เ ล ิ ศ ร ั ฐ", "รางวัลเลิศรัฐ"),
        ("ﬁle", "file"),
    ],
)
def test_what_a_pdf_breaks_is_mended(broken: str, meant: str) -> None:
    clean = normalise(broken)
    assert clean.text == meant
    assert clean.span(0, len(meant)) == (0, len(broken))
    assert mending.mend(broken) == meant


@pytest.mark.parametrize(
    "text",
    ["ต่าง ๆ ณ อาคารรัฐสภา", "ประเภท ก ข ค ง จ ฉ ช", "ก. ข. ค.", "พ.ศ. ๒๕๖๖ ฯลฯ", "กรม อาชีวศึกษา", "เ\nก"],
)
def test_what_is_right_stays(text: str) -> None:
    assert normalise(text).text == text.replace("๒๕๖๖", "2566")


def test_a_letter_of_a_word_set_apart_has_its_own_place() -> None:
    clean = normalise("รับ ร า ง ว ั ล ใหญ่")
    at = clean.text.index("ง")
    assert clean.raw[slice(*clean.span(at, at + 1))] == "ง"


@needs_press
@pytest.mark.parametrize("what", ["_SHAPED", "_SPACED", "_BROKEN"])
def test_nothing_is_mended_in_releases_that_came_as_text(what: str) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(PRESS.glob("*labelled/*.txt"))]
    assert len(texts) > 300
    assert [found[0] for text in texts for found in getattr(mending, what).finditer(text)] == []
