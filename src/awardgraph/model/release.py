"""One press release in full: what a table cannot say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from awardgraph.model.award import AwardReport
    from awardgraph.model.evidence import Passage, SourceDocument
    from awardgraph.model.language import Bilingual

__all__ = ["CeremonyReport", "Exhibit", "Exhibition", "Goal", "Release"]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A work shown at a ceremony. Shown is not won."""

    project: Bilingual
    passage: Passage


@dataclass(frozen=True, slots=True)
class Exhibition:
    """What a body showed at a ceremony, and the words that say that it did."""

    exhibitor: Bilingual
    passage: Passage
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """An aim that a body says it pursues."""

    name: Bilingual
    passage: Passage


@dataclass(frozen=True, slots=True)
class CeremonyReport:
    """What a release says of the ceremony it tells about.

    Attributes:
        year: of the edition whose awards were given, Common Era.
        agencies_at_least: lower bound of the bodies that took part; None where not said.
        organiser: NOBODY where not said.
        held: only where the release itself says when the ceremony was.
    """

    scheme: Bilingual
    year: int
    passage: Passage
    name: Bilingual
    organiser: Bilingual
    held: tuple[str, str | None] | None = None
    venue: str = ""
    agencies_at_least: int | None = None
    agencies_passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Release:
    """A press release: its document and everything it states."""

    document: SourceDocument
    agency: Bilingual
    country: str
    awards: tuple[AwardReport, ...]
    ceremony: CeremonyReport | None = None
    exhibitions: tuple[Exhibition, ...] = ()
    goals: tuple[Goal, ...] = ()
