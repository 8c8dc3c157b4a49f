"""PDF files as browsers, libraries and scanners make them; each is made here."""

from __future__ import annotations

import re
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
from reportlab.pdfgen import canvas

from awardgraph.errors import SourceError
from awardgraph.importer.documents import pdf
from awardgraph.importer.documents.reading import read_document
from awardgraph.importer.documents.running import without_running_lines
from awardgraph.importer.documents.unwrapping import Printed
from awardgraph.importer.press.normalising import normalise
from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import Reader, read_release, reader_of
from awardgraph.resources import data_root
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

#: Every fourth of our own releases.
RELEASES = sorted((ROOT / "tests" / "evaluation" / "texts").glob("[0-4]?-*.txt"))[::4]

#: Every shape that a Thai mark takes: over ป ฝ ฟ, under ญ ฐ ฎ ฏ, over another mark, beside ำ.
RELEASE = """กรมส่งเสริมสหกรณ์คว้า 3 รางวัลเลิศรัฐ ประจำปี พ.ศ. 2566
เมื่อวันที่ 15 กันยายน 2566 นางสาวปิยะฉัตร ฟ้าใส ผู้อำนวยการสำนักงาน ก.พ.ร. (OPDC) มอบรางวัลให้ดีป้า
ปั้นฝัน ป่าไม้ ปี่พาทย์ ฟื้นฟู ญาติผู้ใหญ่ กตัญญู ฐานรากที่เข้มแข็ง กฎหมาย ปฏิบัติ น้ำท่วม ต่ำกว่า ตอกย้ำ ก้าวล้ำ
1) สาขาบริการภาครัฐ ระดับดีเด่น ผลงาน “สหกรณ์ในมือถือ” (Mobile Co-op 4.0)
2) สาขาคุณภาพการบริหารจัดการภาครัฐ หมวด 4 การวัด การวิเคราะห์ และการจัดการความรู้"""


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def written(*pages: tuple[str, ...]) -> bytes:
    """Return a PDF with lines in a Latin font."""
    buffer = BytesIO()
    drawing = canvas.Canvas(buffer)
    for lines in pages:
        for number, line in enumerate(lines):
            drawing.drawString(72, 780 - 20 * number, line)
        drawing.showPage()
    drawing.save()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_of(data_root())


def printed(browser: Browser, html: str) -> bytes:
    page = browser.new_page()
    page.set_content(html)
    data = page.pdf(format="A4", display_header_footer=True)
    page.close()
    return data


@pytest.mark.parametrize(
    "font", ["Noto Sans Thai", "Noto Serif Thai", "Garuda", "Loma", "Norasi", "sans-serif"]
)
def test_thai_that_a_browser_printed_comes_back_letter_by_letter(browser: Browser, font: str) -> None:
    body = "".join(f"<p>{line}</p>" for line in RELEASE.splitlines())
    data = printed(browser, f'<meta charset="utf-8"><style>body {{font: 12pt "{font}"}}</style>{body}')
    read = read_document(data, "release.pdf")
    text = normalise(read.text).text
    assert squeezed(normalise(RELEASE).text) in squeezed(text)
    # Words are not broken by spaces either, beside those at the ends of lines.
    for words in (
        "กรมส่งเสริมสหกรณ์คว้า 3 รางวัลเลิศรัฐ",
        "พ.ศ. 2566",
        "ก.พ.ร. (OPDC)",
        "ให้ดีป้า",
        "(Mobile Co-op 4.0)",
    ):
        assert words in " ".join(text.split())
    assert read.media_type == "application/pdf"
    assert read.published is None


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_a_printed_release_tells_of_the_same_awards(browser: Browser, reader: Reader, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    body = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    data = printed(browser, f'<meta charset="utf-8"><style>body {{font: 14pt Loma}}</style>{body}')
    told, copied = (
        prediction(read_release(t, reader), t, "a") for t in (text, read_document(data, "a.pdf").text)
    )
    assert [award_of(award) for award in copied["awards"]] == [award_of(award) for award in told["awards"]]


def award_of(award: dict[str, Any]) -> dict[str, str]:
    """Return the slots of an award in one spelling, without the spaces that a print loses at ends of lines."""
    slots = ("recipient", "scheme", "branch", "category", "level", "year_be")
    return {slot: squeezed(normalise(str(award.get(slot))).text) for slot in slots}


def test_the_headers_of_a_print_and_its_page_numbers_are_not_read(browser: Browser) -> None:
    body = "<p>หน้าแรกของข่าว</p><p style='break-before: page'>หน้าที่สองของข่าว</p><p style='break-before: page'>หน้าสุดท้าย</p>"
    data = printed(browser, f"<title>ข่าวประชาสัมพันธ์</title><style>body {{font-family: Loma}}</style>{body}")
    lines = normalise(read_document(data, "release.pdf").text).text.split("\n")
    assert [line for line in lines if "/3" in line] == []
    assert sum("ข่าวประชาสัมพันธ์" in line for line in lines) <= 1


def test_a_title_is_read_where_it_is_one() -> None:
    def titled(title: str) -> str:
        writer = pypdf.PdfWriter(clone_from=BytesIO(written(("Award",))))
        writer.add_metadata({"/Title": title})
        buffer = BytesIO()
        writer.write(buffer)
        return read_document(buffer.getvalue(), "a.pdf").title

    assert titled("กรมประมงรับรางวัลเลิศรัฐ") == "กรมประมงรับรางวัลเลิศรัฐ"
    assert titled("Microsoft Word - ข่าว 12.docx") == titled("release.html") == titled("untitled") == ""


def locked(user: str, algorithm: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(written(("The Award",))))
    writer.encrypt(user, "owner", algorithm=algorithm)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def test_a_file_that_is_only_kept_from_printing_is_read() -> None:
    assert read_document(locked("", "RC4-128"), "a.pdf").text.strip() == "The Award"


def test_a_file_with_a_password_is_told() -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: needs a password\. Save a copy without one"):
        read_document(locked("secret", "RC4-128"), "a.pdf")


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (lambda: written((), ()), "holds no text that can be read. It may be a scan"),
        (lambda: written(("Award",))[:300], "is a damaged PDF"),
        (lambda: b"%PDF-1.7\nnothing of the kind", "is a damaged PDF"),
    ],
)
def test_what_cannot_be_read_is_told(made: Callable[[], bytes], told: str) -> None:
    with pytest.raises(SourceError) as caught:
        read_document(made(), "a.pdf")
    assert told in str(caught.value)


def test_a_book_is_no_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    with pytest.raises(SourceError, match="has 3 pages; 2 at most are read"):
        read_document(written(("a",), ("b",), ("c",)), "a.pdf")


def read_on(pages: list[list[str]]) -> list[str]:
    return [line.text for line in without_running_lines([[Printed(line) for line in page] for page in pages])]


def test_lines_that_run_along_are_read_once_and_page_numbers_never() -> None:
    pages = [
        ["ข่าวที่ 12/2566", "กรมประมงได้รับรางวัล", "๑", "ศูนย์สื่อสารองค์กร"],
        ["ข่าวที่ 12/2566", "2) ระดับดี", "๒", "ศูนย์สื่อสารองค์กร"],
        ["ข่าวที่ 12/2566", "3", "- ๓ -", "ศูนย์สื่อสารองค์กร"],
    ]
    assert read_on(pages) == [
        "ข่าวที่ 12/2566", "กรมประมงได้รับรางวัล", "ศูนย์สื่อสารองค์กร", "2) ระดับดี",
    ]  # fmt: skip


def test_items_of_a_list_at_the_end_of_pages_do_not_run() -> None:
    pages = [["ก", "ข", "ค", "ง", "1. กรมประมง"], ["จ", "ฉ", "ช", "ซ", "2. กรมที่ดิน"]]
    assert read_on(pages) == [line for page in pages for line in page]
