"""Names and values of facts, from terms as N-Quads writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.exporters.pages.wording import written
from awardgraph.exporters.views.explorer.lines import tagged, text_of
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from awardgraph.exporters.views.explorer.atlas import Written
    from awardgraph.exporters.views.relations import FactRow

__all__ = ["pair", "value", "values"]


def values(row: FactRow, terms: Sequence[bytes], number: Callable[[bytes], int]) -> Iterator[Written]:
    """Yield the values of a fact that the same sources give: one text in two languages is one value.

    Args:
        row: the fact.
        terms: its values as N-Quads writes them.
        number: gives the number of what an IRI names.
    """
    plain = [term for term in terms if term[:1] == b'"']
    for term in terms:
        if term[:1] == b"<" and row.written == "word":
            yield _pair_or_text(written("word", term[1:-1].decode()))
        elif term[:1] == b"<":
            yield number(term)
    if row.written != "text":
        yield from (_pair_or_text(written(row.written, text_of(term)[0])) for term in plain)
    elif len(plain) <= len(list(both := pair([tagged(term) for term in plain]))):
        yield from [_pair_or_text(both)] if plain else []
    else:
        yield from (text_of(term)[0] for term in plain)


def value(term: bytes, number: Callable[[bytes], int]) -> Written:
    """Return the value of a fact that is written as it is: an entity's number, or a text."""
    return number(term) if term[:1] == b"<" else text_of(term)[0]


def _pair_or_text(words: Bilingual) -> Written:
    return (words.th or "", words.en or "") if words.th and words.en and words.th != words.en else words.first


def pair(texts: Sequence[tuple[str, str]]) -> Bilingual:
    """Return the first text of each language."""
    chosen = {tag: text for tag, text in reversed(texts) if text.strip()}
    return Bilingual(chosen.get("th"), chosen.get("en"))
