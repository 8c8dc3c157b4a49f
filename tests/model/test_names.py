"""Names: what folding unites, and what it must not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.importer.identity.minting import mint_slug, slugify
from awardgraph.model.language import Bilingual, language_of
from awardgraph.model.names import fold, strip_honorifics


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PMQA ๔.๐", "pmqa 4.0"),
        ("สํานักงาน", "สำนักงาน"),  # sara am in two letters
        ("เเพร่", "แพร่"),  # sara e twice for sara ae
        ("กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัย และนวัตกรรม", "กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม"),
        ("กรม\u200bอนามัย", "กรมอนามัย"),
        ("Café", "Cafe\u0301"),
        ("Café", "Cafe\u200b\u0301"),
        ("สํ านักงาน", "สำนักงาน"),
        ("Saint Luke’s Hospital", "Saint Luke's  Hospital"),
        ("รางวัล “สำเภา-นาวาทอง”", 'รางวัล "สำเภา–นาวาทอง"'),
    ],
)
def test_one_name_in_two_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("กรมสรรพากร", "กรมสรรพกร"),
        ("คณะกรรมการพัฒนาระบบราชการ", "สำนักงานคณะกรรมการพัฒนาระบบราชการ"),
        ("ระดับดี", "ระดับดีเด่น"),
        ("ก.พ.", "ก.พ.ร."),
        ("e-Government Authority", "e-Government Authority of Bahrain"),
        ("a", "а"),  # noqa: RUF001 (the second is Cyrillic)
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(
    ("printed", "titles", "name"),
    [
        ("ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม", "ศาสตราจารย์กิตติคุณ ดร.", "วิษณุ เครืองาม"),
        ("นายวิษณุ เครืองาม", "นาย", "วิษณุ เครืองาม"),
        ("ผศ.ดร.ณัฐพล นิมมานพัชรินทร์", "ผศ.ดร.", "ณัฐพล นิมมานพัชรินทร์"),
        ("พล.อ.ประยุทธ์ จันทร์โอชา", "พล.อ.", "ประยุทธ์ จันทร์โอชา"),
        ("พลเอก ประยุทธ์ จันทร์โอชา", "พลเอก", "ประยุทธ์ จันทร์โอชา"),
        ("Ms. Asha Rose Migiro", "Ms.", "Asha Rose Migiro"),
        ("พล.ต.อ.อดุลย์ แสงสิงแก้ว", "พล.ต.อ.", "อดุลย์ แสงสิงแก้ว"),
        ("นายกอบชัย สังสิทธิสวัสดิ์", "นาย", "กอบชัย สังสิทธิสวัสดิ์"),
        ("นายกเทศมนตรีเมืองลำพูน", "", "นายกเทศมนตรีเมืองลำพูน"),
        ("Sheikha Mozah", "", "Sheikha Mozah"),
        ("นายิกา สุขใจ", "", "นายิกา สุขใจ"),
        ("Liu Zhenmin", "", "Liu Zhenmin"),
        ("นาย", "", "นาย"),
    ],
)
def test_titles_belong_to_the_post_and_not_to_the_name(printed: str, titles: str, name: str) -> None:
    assert strip_honorifics(printed) == (titles, name)


@given(st.text())
def test_a_slug_is_a_slug(name: str) -> None:
    assert all(part.isalnum() and part.isascii() for part in slugify(name).split("-") if slugify(name))
    assert slugify(mint_slug(name, None)) == mint_slug(name, None) != ""
    assert slugify(mint_slug(None, name, "scope")) == mint_slug(None, name, "scope")


def test_a_scope_tells_equal_names_apart() -> None:
    assert mint_slug(None, "Ministry of Finance", "sg") != mint_slug(None, "Ministry of Finance", "ke")
    assert mint_slug(None, "Nokia") == "nokia"
    assert len(mint_slug(None, "A name of a project that goes on and on " * 5)) < 70


def test_letters_say_the_language() -> None:
    assert [language_of(text) for text in ("ดีป้า", "depa", "조달청", "ศูนย์ Smart Job")] == [
        "th",
        "en",
        "ko",
        "th",
    ]
    assert Bilingual.of("กรมอนามัย") == Bilingual(th="กรมอนามัย")
    assert list(Bilingual("ก", "a")) == ["ก", "a"]
    assert Bilingual(en="a").first == "a"
    assert not Bilingual()
