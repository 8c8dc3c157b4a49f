"""Plain text in the encodings that offices write."""

from __future__ import annotations

import codecs
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST
from awardgraph.importer.documents.reading import read_document

RELEASE = "กรมประมงรับรางวัลเลิศรัฐ\r\nเมื่อวันที่ ๑๕ กันยายน 2566 “ระดับดี”\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(b"", "utf-8"), (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
     (codecs.BOM_UTF16_BE, "utf-16-be"), (b"", "cp874")],
)  # fmt: skip
def test_every_encoding_of_offices_gives_the_same_text(mark: bytes, encoding: str) -> None:
    data = mark + RELEASE.encode(encoding)
    document = read_document(data, "a.txt")
    assert document.text == RELEASE
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.media_type == "text/plain"


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufeff<%"), min_size=1
    )
)
def test_a_utf8_text_is_the_file_itself(text: str) -> None:
    if text.strip():
        assert read_document(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a picture (PNG)"),
        ("รางวัล".encode("utf-16-le"), "is no text"),
        ("Préfecture déclarée lauréate du prix".encode("cp1252"), "neither UTF-8"),
        ("颁奖典礼在曼谷举行。获奖单位共有三个。".encode("gbk"), "neither UTF-8"),
        ("Минфин получил награду".encode("cp1251"), "neither UTF-8"),
        ("授賞式は九月に行われました。".encode("shift-jis"), "neither UTF-8"),
        ("รางวัล".encode() + b"\n\xff\xfe", "a.txt:2: the text is neither UTF-8"),
        (b"Award\n\0\0", "a.txt:2: holds a NUL character"),
        (codecs.BOM_UTF16_LE + b"a\0b", "neither UTF-8"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(data, "a.txt")
    assert told in str(caught.value)


def test_a_file_that_is_too_large_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(SourceError, match="is larger than 50 MB"):
        read_document(b"\xff" * (LARGEST + 1), "a.txt")


def test_two_hundred_thousand_characters_are_read() -> None:
    assert len(read_document(("ครม. " * 40_000).encode(), "a.txt").text) == 200_000


def test_another_language_is_read_like_any_text() -> None:
    assert read_document("Le prix de l’État".encode(), "a.txt").text == "Le prix de l’État"
