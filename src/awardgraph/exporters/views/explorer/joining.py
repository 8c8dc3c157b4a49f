"""What several entities of an atlas say together: years, ranks, provinces, what sources disagree on."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.explorer.lines import number_of
from awardgraph.exporters.views.relations import FUNCTIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.exporters.views.explorer.atlas import Atlas, Written

__all__ = ["join"]

#: ISO 3166-2.
_PROVINCE: Final = re.compile("[A-Z]{2}-[0-9A-Z]{1,3}")

#: Facts that give an entity its year, the first of them that it has.
_YEARS: Final = ("editionYear", "heldOn", "issued")


def join(atlas: Atlas, scales: Mapping[int, int]) -> None:
    """Fill an atlas with what its links and facts say together.

    Args:
        atlas: everything else is filled.
        scales: number of a level → that of its scale.
    """
    _join_years(atlas)
    _join_levels(atlas, scales)
    _join_provinces(atlas)
    _join_marks(atlas)


def _join_years(atlas: Atlas) -> None:
    """Give entities the year that they state themselves, awards and ceremonies else that of their edition."""
    for number, literals in atlas.literals.items():
        dated = {literal.name: literal.value for literal in literals if literal.name in _YEARS}
        for name in _YEARS:
            if match := re.search(r"\b(\d{4})\b", _english(dated.get(name))):
                atlas.years[number] = int(match[1])
                break
    for name in ("ofEdition", "inEdition"):
        for begin, end in zip(*atlas.links.get(name, ((), (), ()))[:2], strict=True):
            if end in atlas.years:
                atlas.years.setdefault(begin, atlas.years[end])


def _join_levels(atlas: Atlas, scales: Mapping[int, int]) -> None:
    """Give awards the rank of their level in hundredths of the highest of its scale."""
    ranks = {
        number: number_of(literal.value)
        for number in scales
        for literal in atlas.literals.get(number, ())
        if literal.name == "rank" and isinstance(literal.value, str)
    }
    highest: dict[int, int] = defaultdict(int)
    for number, rank in ranks.items():
        highest[scales[number]] = max(rank, highest[scales[number]])
    for begin, end in zip(*atlas.links.get("level", ((), (), ()))[:2], strict=True):
        if top := highest.get(scales.get(end, -1)):
            atlas.strengths[begin] = round(100 * ranks.get(end, 0) / top)


def _join_provinces(atlas: Atlas) -> None:
    for number, literals in atlas.literals.items():
        for literal in literals:
            if literal.name == "isoCode" and _PROVINCE.fullmatch(str(literal.value)):
                atlas.provinces[str(literal.value)] = number


def _join_marks(atlas: Atlas) -> None:
    """Mark what a body of no single country gives, and what sources disagree on."""

    def pairs(name: str) -> Iterator[tuple[int, int]]:
        return zip(*atlas.links.get(name, ((), (), ()))[:2], strict=True)

    located = {
        number
        for number, literals in atlas.literals.items()
        if any(literal.name == "locatedIn" for literal in literals)
    }
    for begin, end in pairs("operatedBy"):
        if atlas.types[end] != "agency" and end not in located:
            atlas.international.add(begin)
    for name in ("editionOf", "ofScheme", "underScheme"):
        atlas.international |= {begin for begin, end in pairs(name) if end in atlas.international}
    for name in sorted(FUNCTIONAL & atlas.links.keys()):
        if len(set(atlas.links[name][0])) == len(atlas.links[name][0]):
            continue
        seen: dict[int, int] = {}
        atlas.disputed |= {begin for begin, end in pairs(name) if seen.setdefault(begin, end) != end}
    for number, literals in atlas.literals.items():
        told = {(literal.name, literal.value) for literal in literals if literal.name in FUNCTIONAL}
        if len(told) > len({name for name, _ in told}):
            atlas.disputed.add(number)


def _english(value: Written | None) -> str:
    return value[1] if isinstance(value, tuple) else str(value or "")
