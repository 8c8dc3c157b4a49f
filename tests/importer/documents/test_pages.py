"""Web pages: the release is read, the awards of others around it are not."""

from __future__ import annotations

import re

import pytest

from awardgraph.errors import SourceError
from awardgraph.importer.documents.reading import read_document
from awardgraph.model.calendar import Calendar
from tests.importer.documents.pages import OTHERS, PAGES, PARAGRAPHS, TITLE, Page

BODY = f"<h1>{TITLE}</h1>" + "".join(f"<p>{line}</p>" for line in PARAGRAPHS)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!doctype html><html lang=th><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\xa0]+", "", text)


@pytest.mark.parametrize("sample", PAGES, ids=lambda sample: sample.name)
def test_the_release_is_read_and_what_stands_around_it_is_not(sample: Page) -> None:
    document = read_document(
        sample.html.encode("cp874" if "windows-874" in sample.html else "utf-8"), "page.html"
    )
    text = squeezed(document.text)
    assert [line for line in sample.kept if squeezed(line) not in text] == []
    assert [line for line in (*OTHERS, *sample.dropped) if squeezed(line) in text] == []
    assert document.title == TITLE
    assert document.text.startswith(TITLE)
    assert document.text.count(TITLE) == 1
    assert document.media_type == "text/html"


def test_a_word_in_bold_is_not_broken_apart() -> None:
    text = read_document(
        page(body=BODY + "<p>กรม<b>ส่ง</b>เสริม<span>สห</span>กรณ์<br>ระดับ<i>ดี</i></p>"), "-"
    ).text
    assert text.endswith("กรมส่งเสริมสหกรณ์\nระดับดี")


def test_numbers_of_a_list_in_a_list_are_those_that_a_browser_shows() -> None:
    items = "<ol><li>กรมหนึ่งได้รับรางวัล<ol><li>ผลงานแรก</li><li>ผลงานที่สอง</li></ol></li><li>กรมสองได้รับรางวัล</li></ol>"
    lines = read_document(page(body=BODY + items), "-").text.splitlines()
    assert lines[-4:] == ["1. กรมหนึ่งได้รับรางวัล", "1.1 ผลงานแรก", "1.2 ผลงานที่สอง", "2. กรมสองได้รับรางวัล"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2023-09-08T09:30:00+07:00">', "2023-09-08"),
        ('<meta property="article:published_time" content="2023-09-07T18:30:00Z">', "2023-09-08"),  # 01.30 in Bangkok
        ('<meta itemprop="datePublished" content="2023-09-08">', "2023-09-08"),
        ('<script type="application/ld+json">{"@type": ["NewsArticle"], "datePublished": "2023-09"}</script>', "2023-09-01"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "Article", "datePublished": "2566-09-08"}]}</script>', "2023-09-08"),
        ('<meta property="article:modified_time" content="2024-01-01">', None),
        ('<script type="application/ld+json">{"@type": "Event", "datePublished": "2023-09-08"}</script>', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ('<meta property="article:published_time" content="เมื่อวานนี้">', None),
        ('<meta property="article:published_time" content="2023-13-45">', None),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_what_the_page_states(head: str, day: str | None) -> None:
    published = read_document(page(head), "-").published
    assert (published and published.first) == day
    if published and "2566" in head:
        assert published.calendar is Calendar.BUDDHIST


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ('<link rel="canonical" href="https://example.go.th/ข่าว/1">', "https://example.go.th/ข่าว/1"),
        ('<meta property="og:url" content="http://example.go.th/2">', "http://example.go.th/2"),
        ('<link rel="canonical" href="/news/1">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ],
)
def test_the_address_is_the_one_the_page_gives_as_its_own(head: str, url: str) -> None:
    assert read_document(page(head), "-").url == url


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "tis-620"])
def test_a_page_is_read_in_any_encoding_whatever_it_declares(encoding: str) -> None:
    data = page('<meta charset="utf-8">').decode().replace("“", '"').replace("”", '"').encode(encoding)
    assert PARAGRAPHS[1] in read_document(data, "-").text


def test_a_declared_encoding_counts_where_the_letters_do_not_tell() -> None:
    head = '<meta http-equiv="content-type" content="text/html; charset=iso-8859-1">'
    data = page(head, "<p>Le prix d'excellence a été décerné à la préfecture.</p>").replace(
        TITLE.encode(), b"Prix"
    )
    assert "été décerné" in read_document(data.decode().encode("cp1252"), "-").text


def test_a_page_without_a_frame_is_one_by_its_suffix() -> None:
    assert read_document("<b>กรมประมง</b>ได้รับรางวัลเลิศรัฐ".encode(), "a.html").text == "กรมประมงได้รับรางวัลเลิศรัฐ"
    assert read_document("<b>กรมประมง".encode(), "a.txt").text == "<b>กรมประมง"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<script>ได้รับรางวัล</script>",
        "<ul>" + "".join(f'<li><a href="{n}">{other}</a></li>' for n, other in enumerate(OTHERS)) + "</ul>",
    ],
)
def test_a_page_without_a_text_of_its_own_is_told(body: str) -> None:
    data = page(body=body).replace(f"<title>{TITLE}</title>".encode(), b"")
    with pytest.raises(SourceError, match="holds no text beside links"):
        read_document(data, "page.html")


@pytest.mark.parametrize(
    "attack", ["<div>" * 50_000, "<!--" + "--><!--" * 500, "<a>" * 20_000, "<!doctype html>" + "&" * 100_000]
)
def test_a_page_that_nests_or_breaks_off_ends_in_time(attack: str) -> None:
    try:
        assert isinstance(read_document(attack.encode(), "page.html").text, str)
    except SourceError as error:
        assert "page.html" in str(error)
