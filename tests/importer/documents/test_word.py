"""Word documents: what a reader of the document sees, and nothing that was struck out."""

from __future__ import annotations

import zipfile
from io import BytesIO

import docx
import pytest

from awardgraph.errors import SourceError
from awardgraph.importer.documents import word
from awardgraph.importer.documents.reading import read_document

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(body: str, **parts: str) -> bytes:
    """Return the smallest Word document that has a body."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return buffer.getvalue()


def p(*runs: str) -> str:
    return (
        "<w:p>"
        + "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
        + "</w:p>"
    )


def text_of(data: bytes) -> str:
    return read_document(data, "release.docx").text


def test_paragraphs_and_tables_stand_in_the_order_of_the_document() -> None:
    document = docx.Document()
    document.core_properties.title = "กรมประมงรับรางวัล"
    document.add_paragraph("กรมประมง").add_run("ได้รับรางวัลเลิศรัฐ").bold = True
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (cell for row in table.rows for cell in row.cells), "หน่วยงาน ระดับ กรมประมง ดีเด่น".split(), strict=True
    ):
        cell.text = words
    document.add_paragraph("บรรทัดหนึ่ง\nบรรทัดสอง")
    buffer = BytesIO()
    document.save(buffer)
    read = read_document(buffer.getvalue(), "release.docx")
    assert read.text.splitlines() == [
        "กรมประมงได้รับรางวัลเลิศรัฐ", "หน่วยงาน | ระดับ", "กรมประมง | ดีเด่น", "บรรทัดหนึ่ง", "บรรทัดสอง",
    ]  # fmt: skip
    assert read.title == "กรมประมงรับรางวัล"
    assert read.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert read.published is None


def test_tracked_changes_are_read_as_accepted() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>ระดับดีเด่น</w:delText></w:r></w:del>'
    moved = '<w:moveFrom w:id="3"><w:r><w:t>กรมที่ดิน</w:t></w:r></w:moveFrom>'
    inserted = '<w:ins w:id="2"><w:r><w:t>ระดับดี</w:t></w:r></w:ins>'
    assert text_of(packed(p("ได้รับรางวัล ", deleted, moved, inserted))) == "ได้รับรางวัล ระดับดี"


def test_footnotes_stand_behind_the_text() -> None:
    notes = f'<w:footnotes {W}><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>{p("รางวัลของปี 2565")}</w:footnote></w:footnotes>'
    data = packed(p("ได้รับรางวัล", '<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=notes)
    assert text_of(data) == "ได้รับรางวัล\nรางวัลของปี 2565"


def test_text_boxes_links_and_content_controls_are_read_once() -> None:
    box = f"<w:txbxContent>{p('ในกรอบ')}</w:txbxContent>"
    twice = f'<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>'
    control = "<w:sdt><w:sdtContent><w:r><w:t>ในช่อง</w:t></w:r></w:sdtContent></w:sdt>"
    link = "<w:hyperlink><w:r><w:t>ลิงก์</w:t></w:r></w:hyperlink>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert text_of(packed(p("ก", twice) + p(control, link, field))) == "ก\nในกรอบ\nในช่องลิงก์"


def test_a_table_in_a_table_and_a_cell_of_paragraphs_stay_one_row() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('ข')}</w:tc><w:tc>{p('ค')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tbl><w:tr><w:tc>{p('ก')}{p('ก้')}</w:tc><w:tc>{inner}{p('ง')}</w:tc></w:tr></w:tbl>"
    assert text_of(packed(row)) == "ก ก้ | ข | ค ง"


def item(number: int, level: int, words: str) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return p(properties, words)


def test_items_have_the_numbers_and_bullets_that_word_draws() -> None:
    levels = '<w:lvl w:ilvl="0"><w:numFmt w:val="{}"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl>'
    numbering = f"<w:numbering {W}>" + "".join(
        f'<w:abstractNum w:abstractNumId="{kind}">{levels.format(form)}</w:abstractNum><w:num w:numId="{kind + 1}"><w:abstractNumId w:val="{kind}"/></w:num>'
        for kind, form in enumerate(("decimal", "bullet"))
    ) + "</w:numbering>"  # fmt: skip
    body = "".join(
        [item(1, 0, "กรมหนึ่ง"), item(1, 1, "ผลงานแรก"), item(1, 1, "ผลงานที่สอง"), item(1, 0, "กรมสอง"),
         item(1, 1, "ผลงานเดียว"), item(2, 0, "ข้อสังเกต"), item(0, 0, "ไม่ใช่ข้อ"), p("จบ")]
    )  # fmt: skip
    assert text_of(packed(body, numbering=numbering)).splitlines() == [
        "1. กรมหนึ่ง", "1.1 ผลงานแรก", "1.2 ผลงานที่สอง", "2. กรมสอง", "2.1 ผลงานเดียว", "• ข้อสังเกต", "ไม่ใช่ข้อ", "จบ",
    ]  # fmt: skip


def test_pages_headers_are_no_part_of_the_text() -> None:
    assert text_of(packed(p("ก"), header1=f"<w:hdr {W}>{p('ด่วนที่สุด')}</w:hdr>")) == "ก"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (packed(p("ก"))[:-40], "is a zip archive, and no Word document that is whole"),
        (packed("<w:p>"), "is a damaged Word document"),
        (packed(p("ก")).replace(b"word/document.xml", b"word/documents.xm"), "is a zip archive"),
        (packed(p()), "holds no text"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word document (.doc), or one with a password"),
        (rb"{\rtf1\ansi }", "is a document in RTF"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(data, "release.docx")
    assert told in str(caught.value)


def test_a_bomb_is_not_unfolded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "LARGEST", 10_000)
    with pytest.raises(SourceError, match="unfolds to more than"):
        read_document(packed(p("ก" * 20_000)), "release.docx")


def test_entities_are_refused() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ฮา"><!ENTITY b "&a;&a;&a;">]>'
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f"{laughs}<w:document {W}><w:body>{p('&b;')}</w:body></w:document>"
        )
    with pytest.raises(SourceError, match="it declares a document type"):
        read_document(buffer.getvalue(), "release.docx")
