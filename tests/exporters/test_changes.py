"""The words in which changes are told, in both languages."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from awardgraph.exporters.changes.documents import as_markdown
from awardgraph.exporters.changes.text import as_text
from awardgraph.exporters.changes.wording import fact_words, property_name, summary
from awardgraph.exporters.pages.wording import LANGUAGES, Language
from awardgraph.graph.changes.change import VERBS, Change, Fact, Thing, Value
from awardgraph.graph.changes.kinds import KINDS
from awardgraph.graph.wording import find_property, term_names
from awardgraph.model.language import Bilingual
from awardgraph.resources import messages, ontology_root
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

BASE = "https://example.org/id/"
GOOD, BEST = (
    Value(f"<{BASE}level/{slug}>", Bilingual(th, en))
    for slug, th, en in (("good", "ดี", "Good"), ("best", "ดีเด่น", "Best"))
)


@pytest.mark.parametrize(
    ("fact", "thai", "english"),
    [
        (
            Fact(awg.AT_LEVEL, (GOOD,), (BEST,)),
            "ได้ระดับ: เดิม “ดี” แก้เป็น “ดีเด่น”",
            "At level: was “Good”, is now “Best”",
        ),
        (
            Fact(awg.AT_LEVEL, (), (BEST,)),
            "ได้ระดับ: “ดีเด่น” (เดิมไม่ได้ระบุ)",
            "At level: “Best” (not stated before)",
        ),
        (
            Fact(awg.AT_LEVEL, (), (BEST,), (GOOD,)),
            "ได้ระดับ: เพิ่ม “ดีเด่น” จากเดิมที่มี “ดี”",
            "At level: now also “Best”, beside “Good”",
        ),
        (Fact(awg.AT_LEVEL, (GOOD,)), "ได้ระดับ: ไม่ระบุ “ดี” อีกต่อไป", "At level: “Good” is no longer stated"),
        (
            Fact(awg.AT_LEVEL, (GOOD,), (), (BEST,)),
            "ได้ระดับ: ไม่ระบุ “ดี” อีกต่อไป แต่ยังคงมี “ดีเด่น”",
            "At level: “Good” is no longer stated; “Best” still is",
        ),
        (
            Fact(
                awg.AGENCIES_AT_LEAST,
                (),
                (Value('"200"^^<http://www.w3.org/2001/XMLSchema#integer>', Bilingual(en="200")),),
            ),
            "จำนวนหน่วยงานที่เข้าร่วมอย่างน้อย: 200 (เดิมไม่ได้ระบุ)",
            "Participating agencies at least: 200 (not stated before)",
        ),
        (
            Fact(awg.HAS_OUTCOME, (), (Value(f"<{awg.FINALIST}>"),)),
            "มีผลการพิจารณาเป็น: เข้ารอบสุดท้าย (เดิมไม่ได้ระบุ)",
            "Has outcome: Finalist (not stated before)",
        ),
    ],
)
def test_what_became_of_a_property(fact: Fact, thai: str, english: str) -> None:
    change = Change("corrected", "conferral", f"{BASE}conferral/one")
    assert fact_words(change, fact, "th", BASE) == thai
    assert fact_words(change, fact, "en", BASE) == english


def test_a_class_is_told_by_its_kind() -> None:
    change = Change("corrected", "agency", f"{BASE}agency/one")
    fact = Fact(ext.TYPE, (Value(f"<{ext.ORGANIZATION}>"),), (Value(f"<{awg.PUBLIC_AGENCY}>"),))
    assert fact_words(change, fact, "th", BASE).endswith(": เดิม องค์กร แก้เป็น หน่วยงานของรัฐ")
    assert fact_words(change, fact, "en", BASE).endswith(": was organisation, is now public agency")


def test_two_of_one_name_are_told_apart() -> None:
    twins = [Value(f"<{BASE}agency/{n}>", Bilingual(th="กรมอนามัย")) for n in (1, 2)]
    told = fact_words(
        Change("corrected", "conferral", "urn:x"), Fact(awg.RECIPIENT, (twins[0],), (twins[1],)), "en", BASE
    )
    assert told == "Recipient: was “กรมอนามัย” (agency:1), is now “กรมอนามัย” (agency:2)"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_why_knows_every_property_by_the_name_that_diff_gives_it(lang: Language) -> None:
    # Roles and outcomes are no properties, though diff tells who did what by the role.
    ontology = parse(path=ontology_root() / "awardgraph.ttl", format=RdfFormat.TURTLE)
    properties = {
        said.subject.value
        for said in ontology
        if isinstance(said.subject, NamedNode)
        and said.subject.value in term_names()
        and str(said.object).endswith("Property>")
    }
    assert {awg.HELD_ON, awg.STATED_IN, awg.RECIPIENT} <= properties
    for iri in properties | {ext.LABEL, ext.SOURCE, ext.TYPE}:
        assert iri in find_property(property_name(iri, lang))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_kind_and_verb_has_words(lang: str) -> None:
    words = messages(lang)["diff"]
    for table in ("kind", "one", "many"):
        assert set(KINDS.values()) | {"thing", "tombstone"} == set(words[table])
    for table in ("headline", "verb"):
        assert set(words[table]) == set(VERBS)


def test_a_summary_counts_what_and_of_what() -> None:
    level = (Fact(awg.AT_LEVEL, (GOOD,), (BEST,)),)
    made = [
        Change("added", "conferral", "urn:1"),
        Change("added", "conferral", "urn:2"),
        Change("added", "agency", "urn:3"),
        Change("corrected", "conferral", "urn:4", facts=level),
    ]
    assert summary(made, "en") == "Added: 2 awards, 1 public agency; Corrected: 1 award (at level)"
    assert summary(made, "th") == "เพิ่ม: รางวัล 2 รายการ, หน่วยงานของรัฐ 1 แห่ง; แก้ไข: รางวัล 1 รายการ (ได้ระดับ)"


def test_what_an_award_was_known_as() -> None:
    name, other = Bilingual(en="Award 2021 · Good"), Bilingual(en="Award 2021 · Best")
    before = (Thing("conferral", f"{BASE}conferral/a", other), Thing("conferral", f"{BASE}conferral/b", name))
    made = [Change("replaced", "conferral", f"{BASE}conferral/c", name, before=before)]
    assert as_text(made, "en", BASE).splitlines() == [
        "~ Award now known as “Award 2021 · Good”  [conferral:c]",
        "    Previously: “Award 2021 · Best”  [conferral:a]",
        "    Previously: conferral:b",
    ]
    assert as_markdown(made, "en", BASE).splitlines()[-3:] == [
        f"- Award now known as [Award 2021 · Good](<{BASE}conferral/c>)",
        f"  - Previously: [Award 2021 · Best](<{BASE}conferral/a>)",
        f"  - Previously: [conferral:b](<{BASE}conferral/b>)",
    ]


def test_identifiers_are_grey_on_a_terminal_only() -> None:
    made = [Change("added", "person", f"{BASE}person/w", Bilingual(en="W"))]
    assert as_text(made, "en", BASE, colour=True) == "+ Person added: “W”  \x1b[2m[person:w]\x1b[0m\n"
    assert "\x1b" not in as_text(made, "en", BASE)
