"""What is offered where the cursor stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.cli.prompt.completion import NameCompleter, offers
from awardgraph.cli.prompt.names import MOST, NOTHING, Index, Offer, Words, read_words
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from awardgraph import Graph


@pytest.fixture(scope="module")
def words(shipped: Graph) -> Words:
    return read_words(shipped)


def inserted(before: str, words: Words, after: str = "") -> list[str]:
    return [offer.insert for offer in offers(before, after, words, DEFAULT_BASE)[1]]


@pytest.mark.parametrize(
    ("before", "replaced", "insert"),
    [
        ("ASK { ?a awg:recipient ดีป้", "ดีป้", "agency:depa"),
        ("ASK { ?a awg:recipient depa", "depa", "agency:depa"),
        ("ASK { ?a awg:recipient Digital Economy Prom", "Digital Economy Prom", "agency:depa"),
        ("ASK { ?a awg:recipient Economy Prom", "Economy Prom", "agency:depa"),
        ("ASK { ?a awg:recipient agency:dep", "agency:dep", "agency:depa"),
        ("DESCRIBE ดีป้", "ดีป้", "agency:depa"),
        ("ASK { ?a awg:recip", "awg:recip", "awg:recipient"),
        ("ASK { ?a recip", "recip", "awg:recipient"),
        ("ASK { ?a วันที่จัดง", "วันที่จัดง", "awg:heldOn"),
        ("ASK { ?a rdfs:la", "rdfs:la", "rdfs:label"),
        ("SELECT ?ผู้รับ { ?ผู", "?ผู", "?ผู้รับ"),
        ("sel", "sel", "SELECT"),
        ("ASK { ?a ?b ?c fil", "fil", "FILTER"),
        ("ASK { ?a aw", "aw", "awg:"),
        ("first-t", "first-t", "first-time-winners"),
        ("first-time-winners ye", "ye", "year="),
        ("first-time-winners scheme=รางวัลเลิศร", "รางวัลเลิศร", "scheme:psea"),
        (".fo", ".fo", ".format "),
        (".format j", "j", "json"),
        (".why ดีป้", "ดีป้", "agency:depa"),
        (".explain ASK { ?a awg:recipient ดีป้", "ดีป้", "agency:depa"),
    ],
)
def test_what_is_offered_and_what_it_replaces(words: Words, before: str, replaced: str, insert: str) -> None:
    length, found = offers(before, "", words, DEFAULT_BASE)
    assert before[len(before) - length :] == replaced
    assert insert in [offer.insert for offer in found]


@pytest.mark.parametrize(
    "before", ['ASK { ?a rdfs:label "ดีป้', "ASK { # ดีป้", "SELECT ดีป้", ".quit ดีป้", "first-time-winners year=25"]
)
def test_no_names_where_no_term_can_stand(words: Words, before: str) -> None:
    assert "agency:depa" not in inserted(before, words)


def test_a_variable_behind_the_cursor_is_known(words: Words) -> None:
    assert inserted("SELECT ?aw", words, " { ?award a awg:Conferral }") == ["?award"]


def test_both_languages_stand_beside_an_offer(words: Words) -> None:
    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    for lang, meta in (
        ("th", "agency:depa · หน่วยงาน · สำนักงานส่งเสริมเศรษฐกิจดิจิทัล · Digital Economy Promotion Agency"),
        ("en", "agency:depa · agency · Digital Economy Promotion Agency · สำนักงานส่งเสริมเศรษฐกิจดิจิทัล"),
    ):
        completer = NameCompleter(lambda: words, lambda lang=lang: lang, DEFAULT_BASE)  # type: ignore[misc]
        found = completer.get_completions(Document("ASK { ดีป้า"), CompleteEvent())
        assert next(one for one in found if one.text == "agency:depa").display_meta_text == meta


@given(st.text(), st.text())
def test_any_text_has_offers_or_none(before: str, after: str) -> None:
    length, found = offers(before, after, NOTHING)
    assert 0 <= length <= len(before)
    assert len(found) <= MOST


NAMES = st.lists(st.text("กดีป้า ab", min_size=1, max_size=6), max_size=60)


@given(NAMES, st.text("กดีป้า ab", min_size=1, max_size=3))
def test_the_index_finds_what_looking_at_every_name_finds(names: list[str], written: str) -> None:
    index = Index.of((fold(name), Offer(name, name, "agency")) for name in names)
    key = fold(written)
    expected = {name for name in names if key and fold(name).startswith(key)}
    found = [offer.insert for offer in index.beginning(key)]
    assert len(found) == len(set(found)) == min(len(expected), MOST)
    assert set(found) <= expected
