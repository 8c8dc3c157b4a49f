"""A release in full, and the least that a record may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import Register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.mapping.release import describe_release
from awardgraph.importer.sources.reading import SourceText, read_text
from awardgraph.importer.sources.records import parse_record
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import ROOT, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.model.evidence import Passage
    from awardgraph.model.release import Release

RECORD = ROOT / "data" / "records" / "depa-pmqa-2566.yaml"
LEAST = "document: {id: least, title: A release}\nagency: กรมอนามัย\n"


def _described(text: str, register: Register | None = None) -> list[str]:
    release = parse_record(SourceText("a.yaml", text, ""))
    return sorted(describe_release(release, Identities(register or Register(), DEFAULT_BASE)))


def _passages(release: Release) -> Iterator[Passage]:
    for award in release.awards:
        yield award.passage
        yield from (part.passage for part in award.parts if part.passage)
    for exhibition in release.exhibitions:
        yield exhibition.passage
        yield from (exhibit.passage for exhibit in exhibition.exhibits)
    yield from (goal.passage for goal in release.goals)
    assert release.ceremony
    assert release.ceremony.agencies_passage
    yield from (release.ceremony.passage, release.ceremony.agencies_passage)


def test_every_quote_stands_in_the_release_where_the_record_says() -> None:
    source = SHARED / "press" / "labelled" / "depa-pmqa-2566.txt"
    if not source.exists():
        pytest.skip("The text of the release is not part of the repository and not beside it.")
    raw = read_text(source, source.name)
    release = parse_record(read_text(RECORD, RECORD.name))
    assert release.document.sha256 == raw.sha256
    passages = list(_passages(release))
    assert len(passages) == 13
    for passage in passages:
        assert raw.text[passage.start : passage.end] == passage.quote


def test_the_least_a_record_may_say() -> None:
    lines = _described(LEAST)
    assert {line.split("> ")[0] for line in lines} == {f"<{DEFAULT_BASE}source/least"}


def test_an_exhibition_without_a_ceremony() -> None:
    lines = _described(
        LEAST + "exhibition:\n  exhibitor: กรมอนามัย\n  quote: {text: q, start: 0}\n"
        "  shown:\n    - {project: งานหนึ่ง, quote: {text: q, start: 0}}\n"
    )
    assert any("exhibitedAt" in line for line in lines)
    assert not any("duringCeremony" in line or "Conferral" in line for line in lines)


def test_a_ceremony_says_only_what_the_release_says() -> None:
    ceremony = "ceremony:\n  scheme: รางวัลหนึ่ง\n  year: '2566'\n  name: พิธี\n  organiser: กรมหนึ่ง\n  quote: {text: q, start: 0}\n"
    plain = _described(LEAST + ceremony)
    assert not any("heldOn" in line or "venue" in line or "AtLeast" in line for line in plain)
    told = _described(LEAST + ceremony + "  held: 7 ก.ย. 2566\n  venue: เมืองทองธานี\n")
    assert any('heldOn> "2023-09-07"' in line for line in told)
    assert any('venue> "เมืองทองธานี"@th' in line for line in told)
