"""Titles, paragraphs and the tree of lists."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.structure import Node, outline


def tree(node: Node) -> object:
    return (node.number, [tree(child) for child in node.children])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("ข่าว\nได้รับ ดังนี้\n1. ก\n2. ข", [((1,), []), ((2,), [])]),
        ("ข่าว\nได้รับ ได้แก่ 1) ก 2) ข และ 3) ค", [((1,), []), ((2,), []), ((3,), [])]),
        ("ข่าว\nดังนี้\n1. ก\n1.1 ข\n1.2 ค\n2. ง", [((1,), [((1, 1), []), ((1, 2), [])]), ((2,), [])]),
        (
            "ข่าว\nดังนี้\n๑) ก\nผลงาน “ข”\n๒) ค",
            [((1,), []), ((2,), [])],
        ),  # a line between items goes on with the first
        ("ข่าว\nเวลา 1.30 น. ณ อาคาร 4.0 ชั้น 2", []),  # times and versions open no list
        ("ข่าว\nได้รับ 2 รางวัล 1) ก", []),  # one number that nothing announces
    ],
)
def test_lists_are_trees(text: str, numbers: list[object]) -> None:
    lead = outline(text).nodes[1]
    assert [tree(child) for child in lead.children] == numbers


def test_a_title_that_stands_twice_is_there_once_and_the_dateline_is_no_paragraph() -> None:
    plan = outline(
        "รัฐบาลไทย-ข่าวทำเนียบรัฐบาล-กรม ก รับรางวัล\n\nวันพุธที่ 16 กันยายน 2563\nพิมพ์\nกรม ก รับรางวัล ปี 2563\nเนื้อข่าว\nที่มา : https://example.org"
    )
    assert [node.kind for node in plan.nodes] == ["title", "lead"]
    assert plan.published == "16 กันยายน 2563"


def test_page_counters_are_no_words() -> None:
    plan = outline("8 ก.ย. 2566 104 0\n\nหัวข่าว\n\nเนื้อข่าว")
    assert (plan.published, [node.kind for node in plan.nodes]) == ("8 ก.ย. 2566", ["title", "lead"])


def test_a_heading_inside_a_list_has_the_items_that_follow_it() -> None:
    lead = outline("ข่าว\nดังนี้\n1. กระทรวง ก\nกรม ข\n- ค\n- ง\nกรม จ\n- ฉ\n- ช\n2. กระทรวง ซ").nodes[1]
    heading: object = ((), [((1,), []), ((1,), [])])
    assert [tree(child) for child in lead.children] == [((1,), [heading, heading]), ((2,), [])]


def test_a_heading_between_lists_begins_its_own() -> None:
    plan = outline("ข่าว\nผลมีดังนี้\n\nรางวัล ก\n🥇 ข\n🥈 ค\n\nรางวัล ง\n✅ จ\n✅ ฉ\n\nข้อความปิดท้าย")
    assert [(node.kind, len(node.children)) for node in plan.nodes[1:]] == [
        ("lead", 0), ("body", 2), ("body", 2), ("body", 0),
    ]  # fmt: skip
