"""The page as text: self-contained, escaped, the same every time, in both languages."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from awardgraph import resources
from awardgraph.exporters.pages.wording import LANGUAGES, messages
from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.network import network_page, to_pyvis
from awardgraph.exporters.views.picture import KINDS
from awardgraph.exporters.views.relations import FACTS, RELATIONS, TYPES
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.exporters.views.conftest import DEPA, Loaded, turtle

if TYPE_CHECKING:
    from awardgraph.exporters.views.picture import Picture

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\u202egnorw si siht",
    "before\x00after",
    "ก" * 10_000,
    "{{ 7 * 7 }}{% raw %}",
    "\"'><svg onload=alert(1)>",
    "{name} {0} {n}",
    "line\u2028line\u2029line",
    "]]>&lt;b&gt;",
]


def data_of(page: str) -> dict[str, Any]:
    block = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert block
    parsed: dict[str, Any] = json.loads(block[1])
    return parsed


def hostile_graph(text: str) -> Loaded:
    words = json.dumps(text).replace("\\u0000", "\\u0000")
    return turtle(
        f"<agency/a> a awg:PublicAgency ; rdfs:label {words}@en , {words}@th ; skos:altLabel {words}@en .",
        f"<conferral/b> a awg:Conferral ; rdfs:label {words}@en ; awg:recipient <agency/a> ; awg:itemNumber {words} ;",
        "  dct:source <javascript:alert(1)> , <https://example.org/%3Cscript%3E> ; awg:statedIn <passage/c> .",
        f"<passage/c> awg:passageOf <javascript:alert(1)> ; awg:quote {words} ; awg:remark {words}@en .",
        f"<javascript:alert(1)> a awg:SourceDocument ; dct:title {words}@en .",
        "<https://example.org/%3Cscript%3E> a awg:SourceDocument .",
        f"<person/p> a foaf:Person ; rdfs:label {words}@th .",
        "<participation/q> awg:participant <person/p> ; awg:inRole awg:receiver ; awg:forConferral <conferral/b> ;",
        f"  awg:postTitle {words}@th ; awg:nameAsPrinted {words} .",
    )


def test_the_policy_comes_first_and_names_every_style_and_script(release_page: str) -> None:
    assert release_page.startswith("<!doctype html>\n<html lang=")
    head = release_page[release_page.index("<head>") + len("<head>") :].lstrip()
    assert head.startswith('<meta http-equiv="Content-Security-Policy"')
    policy = unescape(re.search(r'content="([^"]+)"', head)[1])  # type: ignore[index]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    blocks = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", release_page, re.DOTALL)
    assert len(blocks) == 13
    for block in blocks:
        digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(release_page: str) -> None:
    markup = re.sub(r"<(style|script)\b.*?</\1>", "", release_page, flags=re.DOTALL)
    assert not re.search(r"\son\w+=|\sstyle=|\ssrc=|<link|<iframe|javascript:", markup)
    for address in re.findall(r'href="(http[^"]*)"[^>]*', markup):
        assert f'href="{address}" rel="noopener noreferrer"' in markup
    assert "sourceMappingURL" not in release_page
    for name in ("page", "marks", "drawing", "details", "search", "network"):
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|\beval\b", resources.text(f"js/{name}.js"))


def test_the_same_picture_gives_the_same_bytes(depa: Loaded, release: Picture, release_page: str) -> None:
    assert network_page(depa, release) == release_page
    assert "\r" not in release_page
    assert len(release_page.encode()) < 800_000


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_stays_text(text: str, release_page: str) -> None:
    graph = hostile_graph(text)
    page = network_page(graph, neighbourhood(graph, DEFAULT_BASE + "agency/a"))
    for markup in ("<script", "</script>", "<!--", "<img", "<svg on"):
        assert page.count(markup) == release_page.count(markup)
    assert 'href="javascript:' not in page
    assert "\x00" not in page
    known = data_of(page)["entities"][DEFAULT_BASE + "agency/a"]["label"]["en"]
    assert known == " ".join(text.replace("\u202e", "").replace("\x00", "").split())


def test_the_twin_table_holds_the_same_nodes_and_links(release: Picture, release_page: str) -> None:
    rows = set(re.findall(r'<tr data-node="([^"]+)"', release_page))
    assert rows == {node.iri for node in release.nodes}
    assert release_page.count("<tr data-from=") == len(release.edges)
    network = data_of(release_page)["network"]
    assert {node["id"] for node in network["nodes"]} == rows
    assert len(network["edges"]) == len(release.edges)


def test_the_page_asks_a_question_in_both_languages(depa: Loaded) -> None:
    page = network_page(depa, neighbourhood(depa, DEPA), lang="en")
    assert '<html lang="en">' in page
    assert data_of(page)["question"] == {"en": "What has depa won?", "th": "ดีป้าได้รับรางวัลอะไรบ้าง"}
    runs = network_page(depa, neighbourhood(depa, DEFAULT_BASE + "agency/opdc"))
    assert data_of(runs)["question"]["en"] == "What part has OPDC had in the awards?"
    named = network_page(depa, neighbourhood(depa, DEPA), title=Bilingual(th="ชื่อเรื่อง", en="A title"))
    assert data_of(named)["question"] == {"en": "A title", "th": "ชื่อเรื่อง"}


@pytest.mark.parametrize(
    "statement",
    [
        "<agency/a> a awg:PublicAgency .",
        '<agency/a> rdfs:label "หน่วยงาน"@th .',
        '<agency/a> a org:Organization ; rdfs:label "\uae30\uad00"@ko .',
        "<agency/a> awg:editionYear 'x' ; dct:issued '2023' , '2023-13' , 'soon' .",
    ],
)
def test_one_node_with_little_known_makes_a_page(statement: str) -> None:
    graph = turtle(statement)
    page = network_page(graph, neighbourhood(graph, DEFAULT_BASE + "agency/a"))
    assert 'data-node="https://w3id.org/awardgraph/id/agency/a"' in page


def test_pyvis_gets_the_picture(release: Picture) -> None:
    network = to_pyvis(release, "en")
    assert network.num_nodes() == len(release.nodes)
    assert network.num_edges() == len(release.edges), "parallel lines are kept"
    assert {node["group"] for node in network.nodes} == {node.kind for node in release.nodes}


def test_everything_drawn_has_words() -> None:
    for lang in LANGUAGES:
        words = messages(lang)
        for relation in (*(relation.name for relation in RELATIONS), "mentions"):
            assert words["relation"][relation]
            assert words["inverse"][relation]
        assert {word for _, word in TYPES.values()} | set(KINDS) | {"thing"} <= set(words["type"])
        assert {row.name for row in FACTS} | {"presenter", "receiver", "post"} <= set(words["fact"])
        for section in ("kind", "counted", "counted_one", "letter", "question"):
            assert set(KINDS) <= set(words[section])
        letters = list(words["letter"].values())
        assert len(set(letters)) == len(letters), "a letter tells kinds apart where colour cannot"


def test_colours_of_the_kinds_can_be_seen() -> None:
    style = resources.text("css/page.css")
    light, dark = style.split("@media screen and (prefers-color-scheme: dark)")[:2]
    for part in (light, dark):
        colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6});", part))
        for kind in (*KINDS, "text", "muted", "link"):
            for ground in ("paper", "shade"):
                assert _contrast(colours[kind], colours[ground]) >= 4.5, (kind, ground)


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
