"""Write what was read as predictions: one JSON object a document, in the format of the annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from awardgraph.importer.press.findings import SLOTS

if TYPE_CHECKING:
    from awardgraph.importer.press.findings import Award, Reading

__all__ = ["prediction"]


def prediction(reading: Reading, text: str, file: str) -> dict[str, Any]:
    """Return a reading as an annotation of a document, ready for JSON.

    Beside the values stand ``spans`` (of each slot: start, end, quote, how) with offsets in code points of
    the text as given, and ``ignored``: words of awards that gave none, each with the reason.
    """
    ceremony = reading.ceremony
    return {
        "file": file,
        "kind": "award" if reading.awards else "negative",
        "awards": [_award(award, text) for award in reading.awards],
        "people": [
            {
                "name": person.name.value,
                "honorific": person.honorific or None,
                "role": person.role,
                "organisation": person.organisation,
                "part": person.part,
                "spans": {"name": _span(person.name, text)},
            }
            for person in reading.people
        ],
        "ceremony": ceremony
        and {
            **{
                name: (int(slot.value) if name == "year_be" else slot.value)
                if (slot := ceremony.slots.get(name))
                else None
                for name in ("name", "year_be", "date", "venue", "organiser")
            },
            "spans": {name: _span(slot, text) for name, slot in ceremony.slots.items()},
        },
        "ignored": [
            {
                "start": word.start,
                "end": word.end,
                "quote": text[word.start : word.end],
                "reason": word.reason,
            }
            for word in reading.ignored
        ],
    }


def _award(award: Award, text: str) -> dict[str, Any]:
    values: dict[str, Any] = {name: award.value(name) for name in SLOTS}
    if values["year_be"]:
        values["year_be"] = int(values["year_be"])
    return {
        **values,
        "span": text[award.start : award.end],
        "start": award.start,
        "end": award.end,
        "confidence": round(award.confidence, 3),
        "way": award.way,
        "spans": {name: _span(slot, text) for name, slot in award.slots.items()},
    }


def _span(slot: Any, text: str) -> dict[str, Any]:  # noqa: ANN401 (a Slot)
    quote = text[slot.start : slot.end]
    return {"start": slot.start, "end": slot.end, "quote": quote, "how": slot.how, "new": slot.new}
