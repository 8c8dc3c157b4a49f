"""Tell which words of awards gave none, and why, so that a person sees what was passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.findings import Ignored

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.press.mentions import Mention
    from awardgraph.importer.press.merging import Claim
    from awardgraph.importer.press.normalising import Clean
    from awardgraph.importer.press.structure import Node
    from awardgraph.importer.press.triage import Event

__all__ = ["REASONS", "ignored_words"]

_WORD: Final = re.compile("รางวัล")

#: Kinds of mentions that cover or touch a word → why it tells of no award.
_COVERED: Final = {"not_award": "money or a prize in kind", "again": "an award told before"}

#: Kinds of the last turn before a word → why it tells of no award.
_AFTER: Final = {
    "definition": "what the award is",
    "blocked": "not conferred, or not yet",
    "received": "no recipient or no scheme is named",
    "given": "no recipient is named",
}

_EVENT: Final = "a ceremony or an event"
_ON_THE_WAY: Final = "on the way to an award"
_NOBODY: Final = "nobody is said to receive"

#: Every reason there is.
REASONS: Final = frozenset({*_COVERED.values(), *_AFTER.values(), _EVENT, _ON_THE_WAY, _NOBODY})


def ignored_words(
    clean: Clean,
    nodes: Sequence[Node],
    forms: Sequence[Mention],
    events: Sequence[Event],
    claims: Sequence[Claim],
) -> tuple[Ignored, ...]:
    """Return the words of awards in the body of a release that belong to no award, in order."""
    told = [(frame.start, max(frame.end, frame.start + 1)) for claim in claims for frame in claim.frames]
    return tuple(
        Ignored(*clean.span(at, end), _reason(at, node, forms, events, clean.text))
        for node in nodes
        if node.kind != "title"
        for part in node.walk()
        for at, end in _words(clean.text, part)
        if not any(start - 8 <= at < stop + 2 for start, stop in told)
    )


def _words(text: str, node: Node) -> Iterator[tuple[int, int]]:
    return (found.span() for found in _WORD.finditer(text, node.start, node.end))


def _reason(at: int, node: Node, forms: Sequence[Mention], events: Sequence[Event], text: str) -> str:
    for form in forms:
        if form.kind in _COVERED and form.start <= at < form.end:
            return _COVERED[form.kind]
    if re.search("พิธี|งาน|ประธาน", text[max(0, at - 24) : at]):
        return _EVENT
    if any(form.kind == "on_the_way" and abs(form.start - at) < 60 for form in forms):
        return _ON_THE_WAY
    last = next((e for e in reversed(events) if node.start <= e.start <= at and e.kind in _AFTER), None)
    return _AFTER[last.kind] if last else _NOBODY
