"""The explorer's page as text: self-contained, escaped, the same every time, whatever the graph holds."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html import unescape

import pytest

from awardgraph import resources
from awardgraph.exporters.pages.wording import LANGUAGES, messages
from awardgraph.exporters.views.explorer.page import _FIRST_SCRIPTS, _SCRIPTS, _WORKER_SCRIPTS, VIEWS
from awardgraph.exporters.views.labels import plain
from awardgraph.exporters.views.relations import RELATIONS
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.exporters.views.explorer.graphs import (
    AWG,
    HOSTILE,
    RDF,
    STRANGE,
    block,
    depa_lines,
    head_of,
    hostile_lines,
    names_of,
    opened,
    page_of,
    records_of,
)  # fmt: skip


def test_the_policy_comes_first_and_names_every_style_and_script() -> None:
    page = page_of()
    head = page[page.index("<head>") + len("<head>") :].lstrip()
    assert head.startswith('<meta http-equiv="Content-Security-Policy"')
    policy = unescape(re.search(r'content="([^"]+)"', head)[1])  # type: ignore[index]
    assert policy.endswith("; worker-src blob:")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    at_once = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL)
    folded = json.loads(opened(block(page, "folded")))
    assert len(at_once) == 3
    for text in (*at_once, *folded["style"], *folded["script"]):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" in policy


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute() -> None:
    markup = re.sub(r"<(style|script)\b.*?</\1>", "", page_of(hostile_lines()), flags=re.DOTALL)
    tags = "".join(re.findall(r"<[a-z][^>]*>", markup))
    assert not re.search(r"\son\w+=|\sstyle=|\ssrc=|<link|<iframe|<img|javascript:", tags)
    for path in (*_FIRST_SCRIPTS, *_WORKER_SCRIPTS, *_SCRIPTS):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function", resources.text(path)
        )


def test_the_same_lines_give_the_same_bytes() -> None:
    page = page_of()
    assert page_of() == page
    assert page_of(iter(list(depa_lines()))) == page
    assert "\r" not in page
    assert len(page.encode()) < 200_000


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_hostile_text_stays_text(text: str) -> None:
    page = page_of(hostile_lines((text,)))
    calm = page_of(hostile_lines(("calm",)))
    for markup in ("<script", "</script>", "<!--", "<img", "<svg on", "<iframe", "</noscript>", "</style>"):
        assert page.count(markup) == calm.count(markup), markup
    assert not re.search("[\x00-\x09\x0b-\x1f\ud800-\udfff\u202e\u2066]", page)
    names = names_of(page)
    assert len(names) == len(records_of(page)) == len(names_of(calm)), "no name breaks the page of names"
    shown = plain(text)
    assert sum(name == [shown, shown, shown] for name in names) == 10
    quoted = [quote for *_, quotes in records_of(page) for quote in quotes]
    assert quoted
    assert all(quote[1:] == [shown, shown] for quote in quoted)


def test_every_entity_has_a_key_of_its_own_that_gives_its_address_back() -> None:
    keys = [record[0] for record in records_of(page_of(hostile_lines()))]
    assert len(keys) == len(set(keys))
    whole = {key if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", key) else DEFAULT_BASE + key for key in keys}
    assert whole > set(STRANGE)
    assert all(key.startswith("https:") for key in keys if "~0" in key or "y2023" in key)


def test_predicates_and_classes_are_those_of_the_ontology() -> None:
    head = head_of(page_of())["atlas"]
    assert head["predicates"]["subOrganizationOf"] == PREFIXES["org"] + "subOrganizationOf"
    assert head["predicates"]["statedIn"] == PREFIXES["dct"] + "source"
    assert head["predicates"]["recipient"] == AWG + "recipient"
    assert not {"presenter", "receiver", "receiverAt", "recordedIn", "namedIn"} & set(head["predicates"])
    place = next(relation for relation in RELATIONS if relation.name == "awardPlace")
    assert place.predicate == AWG + "place"
    assert head["classes"]["person"] == PREFIXES["foaf"] + "Person"


def test_an_empty_graph_makes_a_page() -> None:
    page = page_of([])
    assert head_of(page)["atlas"]["kinds"] == []
    assert names_of(page) == records_of(page) == []


@pytest.mark.parametrize(
    "line",
    [
        f"<{DEFAULT_BASE}agency/a> <{RDF}type> <{AWG}PublicAgency> .\n",
        f'<{DEFAULT_BASE}agency/a> <{PREFIXES["rdfs"]}label> "\uae30\uad00 <b>"@ko .\n',
        f"<{DEFAULT_BASE}conferral/a> <{AWG}recipient> _:b .\n",
        f"<{DEFAULT_BASE}conferral/a> <{AWG}recipient> <{DEFAULT_BASE}conferral/a> .\n",
        f"<{DEFAULT_BASE}part/a> <{AWG}participant> _:b .\n",
        f"<{DEFAULT_BASE}passage/a> <{AWG}quote> <javascript:alert(1)> .\n",
        f"_:b <{RDF}type> <{AWG}PublicAgency> .\n",
    ],
)
def test_a_line_that_says_little_makes_a_page(line: str) -> None:
    assert len(names_of(page_of([line]))) <= 2


def test_without_sources_the_facts_are_there_all_the_same() -> None:
    triples = sorted({line.rsplit(" ", 2)[0] + " .\n" for line in depa_lines()})
    page, whole = page_of(triples), page_of()
    assert sorted(names_of(page)) == sorted(names_of(whole)), "documents are described in the graph, too"
    assert all(sources == [] for _, sources, *_ in records_of(page))


def test_the_table_that_needs_no_script_counts_awards_by_scheme() -> None:
    page = page_of(lang="en")
    rows = re.findall(r'<tr><th scope="row">(.*?)</th><td class="number">([\d,]+)</td></tr>', page)
    assert [n for _, n in rows] == ["3", "1"]
    assert "รางวัลเลิศรัฐ" in rows[0][0]
    assert "United Nations Public Service Awards" in rows[1][0]
    nameless = [
        line for line in depa_lines() if not re.match(r"<\S+/scheme/psea> <\S+(label|altLabel)>", line)
    ]
    assert f"No name given ({DEFAULT_BASE}scheme/psea)" in page_of(nameless)


def test_every_view_and_every_key_has_words() -> None:
    for lang in LANGUAGES:
        words = messages(lang)["explorer"]
        assert {f"view_{view}" for view in VIEWS} <= set(words)
        assert set(words) == set(messages("en")["explorer"])


def test_what_was_only_applied_for_is_counted_apart() -> None:
    items = re.findall(r'data-say="(?:kind|marks)\.(\w+)">[^<]*</span> <span class="count">(\d+)', page_of())
    assert items[:2] == [("award", "4"), ("application", "1")]
