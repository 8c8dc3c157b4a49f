"""Names that no source prints, composed from names that sources do: editions, awards, ceremonies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.identity.uniting import TITLE_SEPARATOR
from awardgraph.model.language import Bilingual
from awardgraph.model.printing import format_day

if TYPE_CHECKING:
    from awardgraph.importer.identity.entities import Award

__all__ = ["award_title", "ceremony_name", "exhibition_name", "in_year"]


def in_year(names: Bilingual, year: int) -> Bilingual:
    """Return a scheme's name with the year of an edition (CE): พ.ศ. in Thai, CE in English."""
    return _each(names, f"{{}} {format_day(str(year), 'th')}", f"{{}} {format_day(str(year), 'en')}")


def award_title(award: Award, year: int | None, item: str) -> Bilingual:
    """Return an award's name: scheme and year (CE), category or else branch, level, number of several."""
    scheme = in_year(award.scheme.names, year) if year else award.scheme.names
    parts = [scheme, *(entity.names for entity in (award.category or award.branch, award.level) if entity)]
    number = [f"({item})"] if item else []
    return Bilingual(
        TITLE_SEPARATOR.join([*(part.th or part.en or "" for part in parts), *number]) if scheme.th else None,
        TITLE_SEPARATOR.join([*(part.en or part.th or "" for part in parts), *number]) if scheme.en else None,
    )


def ceremony_name(scheme: Bilingual, year: int | None) -> Bilingual:
    """Return the name of the ceremony of an edition (CE)."""
    return _each(in_year(scheme, year) if year else scheme, "พิธีมอบ{}", "Ceremony of the {}")


def exhibition_name(exhibitor: Bilingual) -> Bilingual:
    """Return the name of a body's exhibition."""
    return _each(exhibitor, "นิทรรศการของ{}", "Exhibition of the {}")


def _each(names: Bilingual, thai: str, english: str) -> Bilingual:
    return Bilingual(
        thai.format(names.th) if names.th else None, english.format(names.en) if names.en else None
    )
