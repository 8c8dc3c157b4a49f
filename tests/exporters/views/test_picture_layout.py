"""Labels and places: nothing torn apart, nothing on top of anything."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.exporters.views.labels import LINE, clusters, cut, lines_of, plain, width, wrapped
from awardgraph.exporters.views.layout import box_of, layout
from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.picture import Edge, Node, Picture
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import DEPA, RELEASE, Loaded, hub

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=120)


@given(THAI | st.text(max_size=200))
def test_a_label_has_two_lines_and_begins_none_with_a_mark(text: str) -> None:
    lines = wrapped(text).split("\n")
    assert len(lines) <= 2
    assert all(width(line) <= LINE + 12 for line in lines)
    whole = plain(text)
    for line in lines[1:]:
        starts_with_mark = unicodedata.category(line[0]) in ("Mn", "Me") if line else False
        assert not starts_with_mark or unicodedata.category(whole[0]) in ("Mn", "Me")


@given(st.text(max_size=300))
def test_clusters_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


def test_thai_is_not_torn() -> None:
    assert clusters("ก้าวหน้า") == ["ก้า", "ว", "ห", "น้า"]
    assert wrapped("สำนักงานคณะกรรมการส่งเสริมเศรษฐกิจดิจิทัล").split("\n")[1].startswith("เศรษฐกิจ")
    assert "พ.ศ.\n" not in wrapped("รางวัลเลิศรัฐในระบบราชการ พ.ศ. 2566 ของประเทศไทย")
    assert cut("ก" * 100).endswith("…")


def test_what_could_reorder_a_page_is_gone() -> None:
    assert plain("a\u202eb\x00c\ud800d\u2067e\x07") == "abcde"


def test_a_label_without_a_name_is_the_end_of_its_iri() -> None:
    assert lines_of(Node("https://x.org/agency/depa", "agency", "agency")).th == "agency/depa"
    assert lines_of(Node("x:y", "agency", "agency", Bilingual(th="ก"))).en == "ก"


@pytest.mark.parametrize("focus", [RELEASE, DEPA, DEFAULT_BASE + "scheme/psea", DEFAULT_BASE + "place/th-92"])
def test_no_label_lies_on_another(depa: Loaded, focus: str) -> None:
    assert_apart(neighbourhood(depa, focus))


def test_no_label_lies_on_another_in_a_full_picture() -> None:
    assert_apart(neighbourhood(hub(400), DEFAULT_BASE + "agency/hub"))


def assert_apart(picture: Picture) -> None:
    places = layout(picture)
    assert places[picture.focus] == (0, 0)
    boxes = [(places[node.iri], box_of(node)) for node in picture.nodes]
    for ((x, y), (wide, tall)), ((u, v), (broad, high)) in combinations(boxes, 2):
        assert abs(x - u) >= wide + broad - 3 or abs(y - v) >= tall + high - 3


def test_one_node_none_linked_and_all_linked() -> None:
    nodes = tuple(Node(f"x:{n}", "agency", "agency", Bilingual(en=f"Agency {n}")) for n in range(12))
    alone = Picture("x:0", nodes[:1], ())
    assert layout(alone) == {"x:0": (0, 0)}
    assert_apart(Picture("x:0", nodes, ()))
    assert_apart(Picture("x:0", nodes, tuple(Edge(a.iri, b.iri, "owner") for a, b in combinations(nodes, 2))))


def test_places_do_not_depend_on_chance(release: Picture) -> None:
    assert layout(release) == layout(release)
