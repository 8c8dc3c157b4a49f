"""One report of one award, as a source gives it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from awardgraph.model.language import NOBODY, Bilingual

if TYPE_CHECKING:
    from awardgraph.model.evidence import Passage, SourceDocument

__all__ = ["AwardReport", "Evidence", "Outcome", "Part", "Role"]


class Outcome(StrEnum):
    """What became of an entry; only a conferred one is an award."""

    CONFERRED = ""
    FINALIST = "finalist"
    HONOURABLE_MENTION = "honourable mention"


class Role(StrEnum):
    """What a person did when an award was given."""

    PRESENTER = "presenter"
    RECEIVER = "receiver"


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in a ceremony.

    Attributes:
        name: as printed, with titles.
        role: presented the award, or received it on the recipient's behalf.
        post: the post held then, as printed; empty where the source names none.
        post_at: the body of that post.
        passage: where it is said; None where it is the award's own passage.
    """

    name: str
    role: Role
    post: str = ""
    post_at: str = ""
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very words that state one value of an award.

    Attributes:
        slot: which value, by its name in a release's draft: scheme, year_be, recipient, …
        inferred: whether the words only imply the value.
        confidence: how sure the reader was, 0 to 1; None where a person decided.
    """

    slot: str
    passage: Passage
    inferred: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class AwardReport:
    """What one row or one release says of one award. An empty slot was not said.

    Attributes:
        source: who says so: the page or release that was reported from.
        passage: where it is written down: the words of the release, or the row of a table.
        year: of the edition, Common Era.
        recipients: one or several; none where only the project is named.
        parent: the body that the recipient belongs to.
        item: ``1/3`` where a source gives several like awards without telling them apart.
        held: first and last ISO day of the ceremony, as that source gives it.
        evidence: the words of single values, where a source has places for them.
    """

    scheme: Bilingual
    source: SourceDocument
    passage: Passage
    year: int | None = None
    branch: Bilingual = NOBODY
    category: Bilingual = NOBODY
    level: Bilingual = NOBODY
    outcome: Outcome = Outcome.CONFERRED
    item: str = ""
    recipients: tuple[Bilingual, ...] = ()
    parent: Bilingual = NOBODY
    project: Bilingual = NOBODY
    province: str = ""
    country: str = ""
    parts: tuple[Part, ...] = ()
    held: tuple[str, str | None] | None = None
    venue: str = ""
    evidence: tuple[Evidence, ...] = ()
