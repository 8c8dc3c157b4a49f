"""What the reader finds in a release, each value with its place in the raw text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = [
    "PARTS", "SLOTS", "Award", "Ceremony", "Exhibition", "How", "Ignored", "Participant", "Reading", "Slot",
]  # fmt: skip

#: How a value was found, from the surest: stated beside the award, implied by another name, handed down from
#: the head of a list, looked up in the title, elsewhere in the text or in the day of publication.
How = Literal["stated", "implied", "inherited", "title", "document"]

#: The slots of an award, in the order of the predictions.
SLOTS = ("scheme", "branch", "category", "level", "year_be", "recipient", "recipient_parent", "project")


#: The parts that people play, the weightiest first: who does several things has the weightiest.
PARTS = ("presenter", "accepted", "speaker", "attendee", "official")


@dataclass(frozen=True, slots=True)
class Slot:
    """One value.

    Attributes:
        value: as the text has it, white space made single; years in the Buddhist era; a short form of a
            body is replaced by the full name that the text or the register gives.
        start, end: its words in the raw text (half-open, code points).
        how: how it was found.
        new: whether no lexicon knew it.
    """

    value: str
    start: int
    end: int
    how: How = "stated"
    new: bool = False


@dataclass(frozen=True, slots=True)
class Award:
    """One award.

    Attributes:
        slots: its values by name.
        start, end: the words that tell of it, in the raw text (half-open, code points).
        confidence: how often awards found in the same way were right, 0 to 1.
        way: how it was found.
    """

    slots: dict[str, Slot]
    start: int
    end: int
    confidence: float = 0.0
    way: str = ""

    def value(self, slot: str) -> str | None:
        """Return the value of a slot; None where it is not filled."""
        found = self.slots.get(slot)
        return found.value if found else None


@dataclass(frozen=True, slots=True)
class Participant:
    """A person, once, with the part that was played.

    Attributes:
        name: given name and surname.
        honorific: the titles before it.
        role, organisation: the post behind the name, and the body in it; None where not told.
        part: presenter, accepted, speaker, attendee or official.
        told: the words that say the part; None where the person is named and nothing is said.
    """

    name: Slot
    honorific: str
    role: str | None
    organisation: str | None
    part: str
    told: Slot | None = None


@dataclass(frozen=True, slots=True)
class Ceremony:
    """A prize-giving: its slots (name, year_be, date as ISO day, venue, organiser), those that are told."""

    slots: dict[str, Slot]


@dataclass(frozen=True, slots=True)
class Exhibition:
    """A work shown at a prize-giving.

    Attributes:
        agency: who is said to show it.
        project: its name as printed.
        start, end: the words that tell of it, in the raw text (half-open, code points).
    """

    agency: Slot
    project: Slot
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ignored:
    """A word of awards that gave none, and why: its place in the raw text (half-open, code points)."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one release."""

    awards: tuple[Award, ...]
    people: tuple[Participant, ...]
    ceremony: Ceremony | None
    ignored: tuple[Ignored, ...]
    exhibitions: tuple[Exhibition, ...] = ()
