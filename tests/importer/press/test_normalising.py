"""One spelling, and the way back to every raw character."""

from __future__ import annotations

import re

from hypothesis import assume, given
from hypothesis import strategies as st

from awardgraph.importer.press.normalising import normalise
from awardgraph.model.names import fold

#: Thai in many spellings, and an accent where it belongs, on a Latin letter.
LETTERS = [*"กรมรัาำํเแุู่้", "\u200b", "\u200c", " ", *"๐๒๕๖", "\u00a0", "\n", *'“”"a.-–', "e\u0301"]
MESSY = st.lists(st.sampled_from(LETTERS)).map("".join)


@given(MESSY)
def test_every_place_leads_back(raw: str) -> None:
    clean = normalise(raw)
    if clean.starts:
        assert len(clean.starts) == len(clean.ends) == len(clean.text)
        assert list(clean.starts) == sorted(clean.starts)
    elif clean.text:
        assert len(clean.text) == len(raw)
    for at in range(len(clean.text)):
        start, end = clean.span(at, at + 1)
        assert 0 <= start < end <= len(raw)


@given(MESSY)
def test_nothing_is_lost_but_what_nobody_sees(raw: str) -> None:
    # Of three เ in a row nobody can say which two are แ once the spaces between them are gone; no word has them.
    assume(not re.search(r"เ[\s\u200b\u200c]*เ[\s\u200b\u200c]*เ", raw))
    assert fold(normalise(raw).text) == fold(raw)


@given(MESSY)
def test_a_clean_text_stays_as_it_is(raw: str) -> None:
    once = normalise(raw).text
    assert normalise(once).text == once


def test_a_decomposed_sara_am_is_one_letter_of_two() -> None:
    clean = normalise("ผู้นํา ๑๒")
    assert clean.text == "ผู้นำ 12"
    at = clean.text.index("ำ")
    assert clean.raw[slice(*clean.span(at, at + 1))] == "ํา"
