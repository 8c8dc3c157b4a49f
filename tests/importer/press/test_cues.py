"""Cues find what their patterns find, only faster."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.errors import SourceError
from awardgraph.importer.press.cues import Cues, compile_cues
from awardgraph.importer.press.reading import reader_of
from awardgraph.resources import data_root

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXTS = Path(__file__).parents[2] / "evaluation" / "texts"


def _of(compiled: object) -> Iterator[Cues]:
    """Yield the cues that something compiled from the lexicons holds."""
    if isinstance(compiled, Cues):
        yield compiled
    elif is_dataclass(compiled):
        for field in fields(compiled):
            yield from _of(getattr(compiled, field.name))


def _words(listed: Any) -> Iterator[str]:
    """Yield the words of a lexicon, with blanks and without."""
    if isinstance(listed, str):
        yield from re.findall("[ก-๎A-Za-z. ]{2,}", listed)
        yield from re.findall("[ก-๎A-Za-z.]{2,}", listed.replace(" ", ""))
        return
    for one in listed.values() if isinstance(listed, dict) else listed:
        yield from _words(one)


READER = reader_of(data_root())
CUES = [*_of(READER)]
WORDS = sorted({word for listed in READER.lexicon.lists.values() for word in _words(listed)})


def _agree(text: str) -> None:
    for cues in CUES:
        spans = [found.span() for found in cues.whole.finditer(text)]
        assert [found.span() for found in cues.finditer(text)] == spans


@pytest.mark.parametrize("name", sorted(path.name for path in TEXTS.glob("*.txt")))
def test_in_a_release(name: str) -> None:
    _agree((TEXTS / name).read_text(encoding="utf-8"))


def test_in_the_words_of_the_lexicons() -> None:
    _agree("\n".join(WORDS))


@given(st.lists(st.sampled_from([*WORDS, " ", "\n", ":", "(", "“"]), max_size=12).map("".join))
def test_in_any_words(text: str) -> None:
    _agree(text)


@given(st.text("กขค "), st.integers(0, 9), st.integers(0, 9))
def test_between_two_places(text: str, start: int, end: int) -> None:
    cues = compile_cues(["ก(?=ข)", "(?:ข)?ค"])
    found = [found.span() for found in cues.finditer(text, start, end)]
    assert found == [found.span() for found in cues.whole.finditer(text, start, end)]
    assert (cues.search(text, start, end) is None) == (not found)


@pytest.mark.parametrize("pattern", [r"\s?ก", "ก?ข", "[กข]ค", "(?:ก|)ข", ".ก"])
def test_a_beginning_that_cannot_be_found(pattern: str) -> None:
    with pytest.raises(SourceError, match="Begin it with one"):
        compile_cues([pattern])
