"""The page of an answer: the query comes back out of it, and nothing in it is more than text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.errors import UsageError
from awardgraph.exporters.answers.page import answer_page, query_of
from awardgraph.exporters.answers.sheet import legible
from tests.exporters.answers.conftest import HOSTILE, sheet, texts
from tests.exporters.views.conftest import Loaded, turtle

QUERY = """# title: Who, and in which year?
# title-th: ใคร ปีใด
SELECT ?who ?year WHERE {
  ?who awg:editionYear ?year   # </script><!--
} ORDER BY ?year"""


class Reader(HTMLParser):
    """The cells of a page's table, as texts; and the names of everything else that is in it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name.startswith("on") or name in ("src", "style")]
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag == "td":
            self.inside = True
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "td"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.cells[-1] += data


def made(graph: Loaded, query: str) -> str:
    return answer_page(sheet(graph, query), query, lang="en")


def test_a_page_can_be_asked_again(little: Loaded) -> None:
    page = made(little, QUERY)
    again = query_of(page)
    assert again == QUERY
    assert made(little, again) == page, "the same answer is the same page"
    assert Reader(page).cells == ["http://e/nameless", "25642021", "UN", "25652022", "ดีป้าdepa", "25662023"]
    assert "<title>Who, and in which year?</title>" in page
    assert "3 แถว" in page
    assert "3 rows" in page


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_query_comes_back(query: str) -> None:
    rows = "SELECT ?x { VALUES ?x { 1 } }"
    assert query_of(answer_page(sheet(turtle(), rows), query)) == query


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>no page</p>",
        '<script type="application/json" id="data">{"query": 5}</script>',
        '<script type="application/json" id="data">[]</script>',
    ],
)
def test_another_page_has_no_query(page: str) -> None:
    with pytest.raises(UsageError, match="no page of an answer"):
        query_of(page)


def test_hostile_cells_are_text(little: Loaded) -> None:
    page = answer_page(sheet(little, texts(*HOSTILE)), texts(*HOSTILE))
    read = Reader(page)
    assert read.cells == [legible(text) for text in HOSTILE]
    assert read.tags.count("script") == 4, "its data, and the three scripts that its policy names"
    assert "img" not in read.tags
    assert not re.search(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page.partition('id="data"')[0]
    )


def test_links_lead_to_the_web_or_to_what_the_page_tells(little: Loaded) -> None:
    query = """CONSTRUCT { <http://e/a> awg:partOf <http://e/b> , <http://e/c> . <http://e/b> awg:says <javascript:alert(1)> } {}"""
    page = made(little, query)
    links = [link for link in Reader(page).links if not link.startswith("#answer")]
    assert links.count("#s2") == 1, "b is told of on this page"
    assert [link for link in links if not link.startswith(("http://", "https://", "#s"))] == []
    assert 'id="s2"' in page
    assert "javascript:alert(1)" in Reader(page).cells


def test_yes_no_and_nothing_are_said_in_both_languages(little: Loaded) -> None:
    assert Reader(made(little, "ASK {}")).cells == ["ใช่Yes"]
    assert Reader(made(little, "ASK { ?x awg:rank 99 }")).cells == ["ไม่ใช่No"]
    assert "ไม่มีแถวใดตรงกับคำสั่งค้น" in made(little, "SELECT ?x { ?x awg:rank 99 }")
