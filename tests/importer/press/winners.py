"""What a release tells of who won what, told as a table: winner, scheme, grade, Buddhist year."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from awardgraph.importer.press.reading import read_release
from tests.evaluation.scoring import aliasing, award_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.press.reading import Reader

__all__ = ["Won", "wins", "won_by"]

#: Winner, scheme, grade and Buddhist year.
Won: TypeAlias = "tuple[str, str, str | None, int | None]"

_SLOTS = ("recipient", "scheme", "level", "year_be")


def wins(text: str, reader: Reader) -> list[str]:
    """Return the awards that are read in a text, as the scorer compares them, in order of their letters."""
    told = ({slot: award.value(slot) for slot in _SLOTS} for award in read_release(text, reader).awards)
    return sorted(str(award_key(award, aliasing({}))) for award in told)


def won_by(told: Sequence[Won]) -> list[str]:
    """Return awards that are told as a table likewise."""
    return sorted(str(award_key(dict(zip(_SLOTS, row, strict=True)), aliasing({}))) for row in told)
