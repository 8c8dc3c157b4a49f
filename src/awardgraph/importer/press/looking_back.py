"""Find what was told before a verb or a row and belongs to it: an award, its scheme, its year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.filling import SLOT
from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.places import inside

if TYPE_CHECKING:
    from awardgraph.importer.press.places import Place
    from awardgraph.importer.press.triage import Event

__all__ = ["named_before", "spoken_of", "year_before", "year_of_list"]

#: How far from the beginning of a paragraph a year is of all that it tells.
_AT_THE_HEAD: Final = 30

#: How far before a row of results its year may stand, in letters, if not in the same paragraph.
_NEAR: Final = 400


def named_before(place: Place, event: Event) -> Mention | None:
    """Return the award named right before those who got it: รางวัล ก ผู้ได้รับรางวัลคือ …."""
    for token in place.told.tokens:
        if isinstance(token, Mention) and token.kind in SLOT and place.node.start <= token.start:
            if 0 <= event.start - token.end < 16:
                return token
            if token.start > event.start:
                break
    return None


def spoken_of(place: Place, event: Event) -> Mention | None:
    """Return the scheme that a release has told of, where a verb names none, but those who receive.

    There must be one only: a known one, or else a new one; or the one that the release is about.
    """
    told, node = place.told, place.node
    later = [t for t in inside(told, node) if isinstance(t, Mention) and t.start >= event.start]
    if any(t.kind in SLOT and t.kind != "level" for t in later) or not (
        event.kind != "received" or event.graded or any(t.kind == "lists" for t in later)
    ):
        return None
    former = [
        t for t in told.tokens if isinstance(t, Mention) and t.kind == "scheme" and t.start < event.start
    ]
    known = [mention for mention in former if mention.how == "lexicon"] or former
    if len({mention.value for mention in known}) == 1:
        return known[0]
    whose = event.kind == "received" and not event.anybody
    return told.scheme if told.scheme and told.scheme.how == "pattern" and not whose else None


def year_of_list(place: Place, event: Event) -> Mention | None:
    """Return the year of the prize (ประจำปี) that is said before a row of results; there must be one only."""
    begins = min(event.start - _NEAR, place.told.text.rfind("\n", 0, event.start))
    years = [
        token
        for token in place.told.tokens
        if isinstance(token, Mention)
        and token.kind == "year"
        and begins < token.start < event.start
        and "ประจำ" in place.told.text[token.start : token.end]
    ]
    return years[-1] if len({year.value for year in years}) == 1 else None


def year_before(place: Place, event: Event) -> Mention | None:
    """Return the year said right before a verb, or at the head of its paragraph: ในปี 2564 กรม ก ได้รับรางวัล."""
    for token in reversed(place.told.tokens):
        if isinstance(token, Mention) and token.kind == "year" and token.end <= event.start:
            near = event.start - token.end < 90 or token.start - place.node.start < _AT_THE_HEAD
            near = near and token.start >= max(place.node.start, place.last)
            return token if near and "ปี" in place.told.text[token.start : token.end] else None
    return None
