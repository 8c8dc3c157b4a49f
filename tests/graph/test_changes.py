"""What changed between two sets of statements: which statements, and what a person would say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from awardgraph.graph.changes.compare import applied, changes
from awardgraph.graph.changes.kinds import REPLACED_BY, REPLACES
from awardgraph.graph.changes.lines import bare, differing, joined
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable

BASE: Final = "https://example.org/id/"

_PREFIXES: Final = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes(BASE).items())

AWARD: Final = """
    a awg:Conferral ; rdfs:label "รางวัลเลิศรัฐ พ.ศ. 2564"@th ; awg:underScheme scheme:psea ; awg:inEdition edition:psea-2021 ;
    awg:forCategory category:service ; awg:recipient agency:anamai ;
"""


def stated(source: str, *statements: str) -> set[str]:
    """Return the lines of some Turtle in the graph of a source."""
    text = _PREFIXES + "\n".join(statements)
    return {f"{quad.triple} <{source}> .\n" for quad in parse(text, format=RdfFormat.TURTLE)}


def told(old: Iterable[str], new: Iterable[str]) -> list[tuple[str, str]]:
    """Return verb and IRI of each change, the IRI below the base."""
    return [(change.verb, change.iri.removeprefix(BASE)) for change in changes(old, new)]


_IRIS: Final = st.sampled_from(
    [f"{BASE}{kind}/{n}" for kind in ("conferral", "agency", "passage", "x") for n in (1, 2)]
)
_PREDICATES: Final = st.sampled_from(
    [
        ext.LABEL, ext.ALT_LABEL, ext.SOURCE, REPLACED_BY, awg.RECIPIENT, awg.AT_LEVEL, awg.STATED_IN, awg.FOR_CONFERRAL,
        awg.IN_ROLE, awg.PARTICIPANT, awg.UNDER_SCHEME, awg.FOR_PROJECT, awg.HAS_NAME_FORM, awg.REMARK,
    ]
)  # fmt: skip
_CLASSES: Final = st.sampled_from(
    [
        awg.CONFERRAL,
        awg.PUBLIC_AGENCY,
        awg.PASSAGE,
        awg.PARTICIPATION,
        awg.SOURCE_DOCUMENT,
        awg.NAME_FORM,
        awg.CEREMONY,
    ]
)
_SOURCES: Final = st.sampled_from(["", "https://example.org/a", "https://example.org/b"])
_LITERALS: Final = st.sampled_from(
    ['"ดี"@th', '"Good"@en', '"a > b <c>"', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>']
)
_LINES: Final = st.sets(
    st.one_of(
        st.builds(joined, _IRIS, _PREDICATES, st.one_of(_LITERALS, _IRIS.map("<{}>".format)), _SOURCES),
        st.builds(joined, _IRIS, st.just(ext.TYPE), _CLASSES.map("<{}>".format), _SOURCES),
    ),
    max_size=30,
)


@given(_LINES, _LINES)
def test_changes_applied_to_old_give_new(old: set[str], new: set[str]) -> None:
    found = changes(old, new)
    assert applied(found, old) == new
    # Each line that differs is told once, in one change.
    assert sorted(line for change in found for line in change.additions) == sorted(new - old)
    assert sorted(line for change in found for line in change.removals) == sorted(old - new)


@given(_LINES, _LINES)
def test_statements_applied_to_old_give_new_whoever_makes_them(old: set[str], new: set[str]) -> None:
    before, after = ({line.replace(" <> .", " .") for line in bare(sorted(lines))} for lines in (old, new))
    for change in changes(old, new):
        before -= set(change.retracted)
        before |= set(change.asserted)
    assert before == after


@given(_LINES)
def test_nothing_differs_from_itself(lines: set[str]) -> None:
    assert changes(lines, lines) == []


@given(_LINES, _LINES)
def test_one_pass_finds_what_sets_find(old: set[str], new: set[str]) -> None:
    found = list(differing(sorted(old), sorted(new)))
    assert {line for sign, line in found if sign == "+"} == new - old
    assert {line for sign, line in found if sign == "-"} == old - new


def test_a_corrected_level_is_a_correction_though_the_iri_is_another() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} awg:level level:good .")
    new = stated("urn:a", f"conferral:two {AWARD} awg:level level:outstanding .")
    [change] = changes(old, new)
    assert (change.verb, change.iri) == ("corrected", f"{BASE}conferral/two")
    assert [thing.iri for thing in change.before] == [f"{BASE}conferral/one"]
    [fact] = change.facts
    assert fact.property == awg.AT_LEVEL
    assert [value.iri for value in (*fact.old, *fact.new)] == [
        f"{BASE}level/good",
        f"{BASE}level/outstanding",
    ]
    assert [source.iri for source in change.sources] == ["urn:a"]


def test_a_project_filled_in_completes_the_award_and_is_new_with_it() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} .")
    new = stated(
        "urn:a",
        f'conferral:two {AWARD} awg:forProject project:x . project:x a awg:Project ; rdfs:label "งาน"@th .',
    )
    [change] = changes(old, new)
    assert (change.verb, [fact.property for fact in change.facts]) == ("completed", [awg.FOR_PROJECT])
    assert [(thing.kind, thing.name.th) for thing in change.came] == [("project", "งาน")]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # Another source may tell of another award.
        (("urn:a", "awg:level level:good"), ("urn:b", "awg:level level:outstanding")),
        # Two differences are too many for one correction.
        (("urn:a", "awg:level level:good ; awg:place place:th-92"), ("urn:a", "awg:level level:best")),
        # A body wins in several categories and with several works.
        (("urn:a", "awg:forProject project:x"), ("urn:a", "awg:forProject project:y")),
        (("urn:a", "awg:inBranch branch:x"), ("urn:a", "awg:inBranch branch:y")),
    ],
)
def test_what_may_be_two_awards_is_told_as_two(before: tuple[str, str], now: tuple[str, str]) -> None:
    names = 'project:x rdfs:label "ระบบจองคิว"@th . project:y rdfs:label "ธนาคารขยะชุมชน"@th .'
    context = stated("urn:c", names)
    old = context | stated(before[0], f"conferral:one {AWARD} {before[1]} .")
    new = context | stated(now[0], f"conferral:two {AWARD} {now[1]} .")
    assert told(old, new) == [("added", "conferral/two"), ("withdrawn", "conferral/one")]


def test_a_title_spelt_better_is_the_same_work() -> None:
    names = 'project:x a awg:Project ; rdfs:label "โครงการเกาะลิบงน่าอยู่"@th .'
    better = 'project:y a awg:Project ; rdfs:label "โครงการเกาะลิบง น่าอยู่ "@th .'
    old = stated("urn:a", f"conferral:one {AWARD} awg:forProject project:x .", names)
    new = stated("urn:a", f"conferral:two {AWARD} awg:forProject project:y .", better)
    assert told(old, new) == [("corrected", "conferral/two")]


def test_two_that_could_be_meant_are_not_guessed() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} awg:level level:good .")
    new = stated("urn:a", *(f"conferral:{n} {AWARD} awg:level level:{n} ." for n in ("two", "three")))
    assert [verb for verb, _ in told(old, new)] == ["added", "added", "withdrawn"]


def test_new_says_that_an_award_has_another_identifier() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} awg:level level:good .")
    new = stated("urn:a", f"conferral:two {AWARD} awg:level level:good .") | stated(
        "urn:judged", "conferral:one dct:isReplacedBy conferral:two ."
    )
    [change] = changes(old, new)
    assert (change.verb, change.iri, change.before[0].iri) == (
        "replaced",
        f"{BASE}conferral/two",
        f"{BASE}conferral/one",
    )
    assert change.facts == ()


def test_two_reports_united_into_one_that_was_there() -> None:
    """The report that said less is one with the other, which has a source more."""
    old = stated("urn:a", f"conferral:one {AWARD} awg:level level:good .") | stated(
        "urn:b", f"conferral:less {AWARD} ."
    )
    new = stated("urn:a", f"conferral:one {AWARD} awg:level level:good .") | stated(
        "urn:b", f"conferral:one {AWARD} . conferral:less dct:isReplacedBy conferral:one ."
    )
    [change] = changes(old, new)
    assert (change.verb, change.iri, change.facts) == ("united", f"{BASE}conferral/one", ())
    assert [source.iri for source in change.sources] == ["urn:b"]
    # The other way round they part again.
    [change] = changes(new, old)
    assert (change.verb, change.iri, change.facts) == ("parted", f"{BASE}conferral/one", ())
    assert [thing.iri.removeprefix(BASE) for thing in change.after] == ["conferral/less", "conferral/one"]


def test_two_reports_united_into_a_third_and_by_steps() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} .") | stated("urn:b", f"conferral:two {AWARD} .")
    new = (
        stated("urn:a", f"conferral:three {AWARD} .")
        | stated("urn:b", f"conferral:three {AWARD} .")
        | stated(
            "urn:c",
            "conferral:one dct:isReplacedBy conferral:two . conferral:two dct:isReplacedBy conferral:three .",
        )
    )
    [change] = changes(old, new)
    assert (change.verb, change.iri) == ("united", f"{BASE}conferral/three")
    assert [thing.iri.removeprefix(BASE) for thing in change.before] == ["conferral/one", "conferral/two"]


def test_replacements_in_a_circle_do_no_harm() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} . conferral:two {AWARD} .")
    new = stated(
        "urn:a",
        "conferral:one dct:isReplacedBy conferral:two . conferral:two dct:isReplacedBy conferral:one .",
    )
    assert applied(changes(old, new), old) == new


def test_what_two_sources_say_from_the_beginning_is_added_once() -> None:
    new = stated("urn:a", f"conferral:one {AWARD} . conferral:less dct:isReplacedBy conferral:one .")
    assert told([], new) == [("added", "conferral/one")]


def test_a_further_source_confirms_and_one_that_goes_does_so_no_more() -> None:
    one, two = (stated(f"urn:{name}", f"conferral:one {AWARD} .") for name in "ab")
    [more] = changes(one, one | two)
    [less] = changes(one | two, one)
    assert (more.verb, less.verb) == ("confirmed", "unconfirmed")
    assert [source.iri for source in (*more.sources, *less.sources)] == ["urn:b", "urn:b"]
    assert more.asserted == less.retracted == ()


def test_one_of_two_sources_corrects_itself() -> None:
    """The other still says what it said: nothing is corrected, the two now disagree."""
    level = "awg:level level:{}"
    both = stated("urn:a", f"conferral:one {AWARD} {level.format('good')} .")
    old = both | stated("urn:b", f"conferral:one {AWARD} {level.format('good')} .")
    new = both | stated("urn:b", f"conferral:two {AWARD} {level.format('best')} .")
    assert told(old, new) == [("added", "conferral/two"), ("unconfirmed", "conferral/one")]


def test_a_row_that_is_understood_otherwise_tells_of_the_same_award() -> None:
    row = 'awg:statedIn passage:row . passage:row a awg:Passage ; awg:passageOf source:t ; awg:quote "กรมอนามัย · ดี" .'
    rest = "a awg:Conferral ; awg:underScheme scheme:psea ;"
    old = stated("urn:a", f"conferral:one {rest} awg:recipient agency:minted ; awg:place place:th ; {row}")
    new = stated("urn:a", f"conferral:two {rest} awg:recipient agency:known ; {row}")
    assert told(old, new) == [("cut", "conferral/two"), ("corrected", "conferral/two")][::-1]
    assert {thing.iri for change in changes(old, new) for thing in change.before} == {f"{BASE}conferral/one"}


def test_who_presented_is_told_of_the_award() -> None:
    old = stated("urn:a", f"conferral:one {AWARD} .")
    part = (
        "participation:p a awg:CeremonyParticipation ; awg:forConferral conferral:one ; awg:inRole awg:presenter ;"
        ' awg:participant person:w ; awg:nameAsPrinted "ดร.วิษณุ เครืองาม" . person:w a foaf:Person ; rdfs:label "วิษณุ เครืองาม"@th .'
    )
    [change] = changes(old, old | stated("urn:b", part))
    assert (change.verb, change.iri) == ("completed", f"{BASE}conferral/one")
    [fact] = change.facts
    assert (fact.property, [value.name.th for value in fact.new]) == (awg.PRESENTER, ["วิษณุ เครืองาม"])
    assert [thing.kind for thing in change.came] == ["person"]


def test_a_form_of_a_name_is_told_of_the_body_that_bears_it() -> None:
    old = stated("urn:a", 'agency:a a awg:PublicAgency ; rdfs:label "กรม"@th .')
    form = 'agency:a awg:nameForm <urn:f> . <urn:f> a awg:NameForm ; rdfs:label "กรมเดิม"@th ; awg:validUntil "2545"^^xsd:gYear .'
    [change] = changes(old, old | stated("urn:a", form))
    assert (change.verb, change.iri) == ("completed", f"{BASE}agency/a")
    assert [
        value.name.th for fact in change.facts for value in fact.new if fact.property == awg.HAS_NAME_FORM
    ] == ["กรมเดิม"]


def test_a_name_in_another_language_completes_and_the_same_language_corrects() -> None:
    old = stated("urn:a", 'agency:a a awg:PublicAgency ; rdfs:label "กรม"@th .')
    assert told(old, old | stated("urn:a", 'agency:a rdfs:label "Department"@en .')) == [
        ("completed", "agency/a")
    ]
    new = stated("urn:a", 'agency:a a awg:PublicAgency ; rdfs:label "กรมใหม่"@th .')
    assert told(old, new) == [("corrected", "agency/a")]


def test_a_name_corrected_explains_the_titles_composed_of_it() -> None:
    text = (
        'scheme:psea a awg:AwardScheme ; rdfs:label "{0}"@th . edition:psea-2021 a awg:Edition ; rdfs:label "{0} 2564"@th ;'
        ' awg:editionOf scheme:psea . ceremony:c a awg:Ceremony ; rdfs:label "พิธีมอบ{0} 2564"@th ; awg:ofEdition edition:psea-2021 .'
        ' conferral:one a awg:Conferral ; rdfs:label "{0} 2564 · ดี"@th ; awg:underScheme scheme:psea .'
    )
    old, new = (stated("urn:a", text.format(name)) for name in ("รางวัลเลิศรัฐ", "รางวัลเลิศรัฐแห่งชาติ"))
    assert told(old, new) == [("corrected", "scheme/psea")]


def test_a_source_read_with_other_bytes() -> None:
    def release(digest: str) -> set[str]:
        document = f'source:r a awg:SourceDocument ; rdfs:label "ข่าว"@th ; awg:sha256 "{digest}" .'
        return stated(f"{BASE}source/r", document)

    [change] = changes(release("aa"), release("bb"))
    assert (change.verb, change.kind, [fact.property for fact in change.facts]) == (
        "corrected",
        "source",
        [awg.SHA256],
    )
    award = stated(f"{BASE}source/r", f"conferral:one {AWARD} .")
    # Where a fact changed with it, the document is the cause of that and no news of its own.
    assert told(release("aa"), release("bb") | award) == [("added", "conferral/one")]


def test_what_has_no_source_has_no_cause() -> None:
    [change] = changes([], [joined("urn:x", ext.LABEL, '"ก"@th', "")])
    assert (change.kind, change.sources, replace(change.name, en=None).th) == ("thing", (), "ก")


def test_a_day_in_the_name_of_a_ceremony_is_corrected_without_telling_of_every_award() -> None:
    text = (
        'ceremony:c-{0} a awg:Ceremony ; rdfs:label "พิธี"@th ; awg:ofEdition edition:psea-2021 ; awg:heldOn "{0}"^^xsd:date .'
        f" conferral:one {AWARD} awg:atCeremony ceremony:c-{{0}} . conferral:two a awg:Conferral ; awg:atCeremony ceremony:c-{{0}} ."
    )
    old, new = (stated("urn:a", text.format(day)) for day in ("2021-09-10", "2021-09-15"))
    found = changes(old, new)
    assert applied(found, old) == new
    [change] = [change for change in found if change.facts]
    assert (change.verb, change.kind, change.facts[0].property) == ("corrected", "ceremony", awg.HELD_ON)
    assert {change.kind for change in found} == {"ceremony"}


def test_a_category_brings_its_branch() -> None:
    text = "awg:forProject project:x ; awg:inBranch branch:{0} ; awg:forCategory category:{0} ."
    rest = "a awg:Conferral ; awg:underScheme scheme:psea ;"
    old, new = (stated("urn:a", f"conferral:{name} {rest} {text.format(name)}") for name in ("one", "two"))
    [change] = changes(old, new)
    assert (change.verb, [fact.property for fact in change.facts]) == ("corrected", [awg.FOR_CATEGORY])


def test_a_detail_of_a_part_is_told_of_the_award() -> None:
    text = (
        f"conferral:one {AWARD} . participation:p a awg:CeremonyParticipation ; awg:forConferral conferral:one ;"
        ' awg:inRole awg:presenter ; awg:participant person:w ; awg:postTitle "{0}"@th .'
    )
    old, new = (stated("urn:a", text.replace("{0}", post)) for post in ("รองนายกรัฐมนตรี", "นายกรัฐมนตรี"))
    [change] = changes(old, new)
    assert (change.verb, change.iri) == ("corrected", f"{BASE}conferral/one")
    assert [(fact.property, fact.new[0].name.th) for fact in change.facts] == [(awg.POST_TITLE, "นายกรัฐมนตรี")]


def test_other_words_of_the_same_source_are_told_where_nothing_else_changed() -> None:
    text = 'conferral:one {} awg:statedIn passage:{} . passage:{} a awg:Passage ; awg:quote "{}" ; awg:passageOf source:t .'
    old, new = (
        stated("urn:a", text.format(AWARD, n, n, words)) for n, words in ((1, "ได้รับรางวัล"), (2, "รับรางวัล"))
    )
    [change] = changes(old, new)
    assert (change.verb, change.iri, change.facts[0].property) == (
        "corrected",
        f"{BASE}conferral/one",
        awg.STATED_IN,
    )
    assert [value.name.th for fact in change.facts for value in (*fact.old, *fact.new)] == [
        "ได้รับรางวัล",
        "รับรางวัล",
    ]
    remarked = old | stated("urn:a", 'passage:1 awg:remark "อ่านจากภาพ"@th .')
    [remark] = changes(old, remarked)
    assert (remark.verb, remark.iri, remark.facts[0].property) == (
        "completed",
        f"{BASE}conferral/one",
        awg.REMARK,
    )


def test_an_identifier_that_was_given_up_elsewhere_is_told_of_its_heir() -> None:
    award = stated("urn:a", f"conferral:one {AWARD} .")
    [change] = changes(award, award | stated("urn:b", "conferral:zero dct:isReplacedBy conferral:one ."))
    assert (change.verb, change.iri, change.facts[0].property) == (
        "completed",
        f"{BASE}conferral/one",
        REPLACES,
    )


def test_an_award_without_a_recipient_is_its_works() -> None:
    [change] = changes([], stated("urn:a", "conferral:one a awg:Conferral ; awg:forProject project:x ."))
    assert change.holders
    assert (change.holders.property, change.holders.kept[0].iri) == (awg.FOR_PROJECT, f"{BASE}project/x")
