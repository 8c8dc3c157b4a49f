"""A draft survives being written and read."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from awardgraph.importer.drafts.draft import AWARD, CEREMONY, PERSON, Cell, Draft, Finding, Ignored
from awardgraph.importer.drafts.parsing import parse_draft
from awardgraph.importer.drafts.writing import draft_text
from awardgraph.importer.sources.reading import SourceText

#: Anything a release may hold but halves of characters and NUL; values stand without white space at their ends.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
VALUE = TEXT.map(str.strip).filter(bool)
PLACE = st.integers(0, 99_999)


@st.composite
def cells(draw: st.DrawFn) -> Cell:
    value = draw(VALUE)
    if draw(st.booleans()):
        return Cell(value)
    start = draw(PLACE)
    quote = draw(TEXT.filter(lambda words: words != value))
    how = draw(st.sampled_from(["stated", "implied", "inherited"]))
    return Cell(value, draw(st.sampled_from(["", "psea-good"])), how, start, start + len(quote), quote)


def words() -> st.SearchStrategy[Cell]:
    return st.builds(lambda quote, start: Cell("", "", "", start, start + len(quote), quote), TEXT, PLACE)


def findings(slots: tuple[str, ...]) -> st.SearchStrategy[Finding]:
    return st.builds(
        Finding,
        status=st.sampled_from(["proposed", "accepted", "corrected", "rejected", "added"]),
        cells=st.dictionaries(st.sampled_from(slots), cells()),
        words=words(),
        key=st.sampled_from(["", "0a1b2c3d", "0a1b2c3d-2"]),
        by=st.sampled_from(["", "auto", "สมศรี, 2026-11-22"]),
        confidence=st.none() | st.sampled_from([0.5, 0.983]),
        awards=st.lists(st.just("0a1b2c3d"), max_size=1).map(tuple),
    )


DRAFTS = st.builds(
    Draft,
    id=st.just("water"),
    file=st.sampled_from(["", "water.txt"]),
    sha256=st.just("0" * 64),
    title=VALUE,
    agency=st.just("") | VALUE,
    awards=st.lists(findings(AWARD), max_size=2).map(tuple),
    people=st.lists(findings(PERSON), max_size=2).map(tuple),
    ceremony=st.none() | findings(CEREMONY),
    ignored=st.lists(st.builds(Ignored, words(), VALUE), max_size=2).map(tuple),
)


def _plain(draft: Draft) -> Draft:
    """Return a draft without the lines of its file."""

    def cell(one: Cell) -> Cell:
        return replace(one, line=0)

    def finding(one: Finding) -> Finding:
        told = {slot: cell(value) for slot, value in one.cells.items()}
        return replace(one, cells=told, words=cell(one.words), line=0)

    return replace(
        draft,
        awards=tuple(map(finding, draft.awards)),
        people=tuple(map(finding, draft.people)),
        ceremony=finding(draft.ceremony) if draft.ceremony else None,
        ignored=tuple(replace(one, words=cell(one.words)) for one in draft.ignored),
    )


@given(DRAFTS)
def test_what_is_written_is_read(draft: Draft) -> None:
    text = draft_text(draft, "water.draft.yaml")
    assert _plain(parse_draft(SourceText("water.draft.yaml", text, ""))) == draft
