"""Make a draft of what was read: each value with what the register calls it, and each person with a post."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.drafts.draft import Cell, Draft, Finding, Ignored
from awardgraph.importer.drafts.keeping import keyed
from awardgraph.importer.drafts.knowing import known_cells
from awardgraph.importer.identity.minting import slugify
from awardgraph.importer.press.findings import SLOTS
from awardgraph.importer.press.normalising import normalise
from awardgraph.importer.press.structure import outline
from awardgraph.model.calendar import Precision
from awardgraph.resources import messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.documents.document import Document
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.press.findings import Award, Exhibition, Participant, Reading, Slot
    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["draft_of"]

#: A Thai release tells of bodies in Thailand unless a person says otherwise.
_COUNTRY: Final = "ไทย"

#: What stands before the scheme in the name of a ceremony.
_HANDING_OVER: Final = re.compile("^(?:พิธี|งาน)?(?:รับมอบ|มอบ|ประกาศ)?")

#: How much before and behind a name is quoted, in code points: as far as a post and a verb reach.
_BEFORE, _BEHIND = 60, 140


def draft_of(
    document: Document, reading: Reading, name: str, file: str, identities: Identities, lexicon: Lexicon
) -> Draft:
    """Return a draft in which everything is proposed.

    Args:
        name: of the file without its ending; names the release where it has no address.
        file: where the release lies, as the draft is to tell it.
        identities: whose register knows names.
        lexicon: that the release was read with; it knows what further forms of names mean.
    """
    clean = normalise(document.text)
    plan = outline(clean.text)
    head = next((clean.text[node.start : node.end] for node in plan.nodes if node.kind == "title"), "")
    text = document.text
    thai = messages("th")["draft"]["reasons"]
    people = {person.name.value: _printed(person, text).value for person in reading.people}
    awards = tuple(keyed(_award(award, text, people, identities, lexicon) for award in reading.awards))
    told = document.published
    published = told.first if told and told.precision is Precision.DAY else plan.published
    return Draft(
        # Many releases are called alike; their bytes tell them apart.
        id="-".join(filter(None, (slugify(name), document.sha256[:8]))),
        file=file,
        sha256=document.sha256,
        title=document.title or " ".join(head.split()) or name,
        published=published,
        url=document.url,
        agency=_agency(reading),
        country=_COUNTRY,
        awards=awards,
        people=tuple(keyed(_person(person, text, reading, awards) for person in reading.people)),
        ceremony=_ceremony(reading, text),
        exhibits=tuple(keyed(_exhibit(shown, text) for shown in reading.exhibitions)),
        ignored=tuple(
            Ignored(_cell(word.start, word.end, text), f"{thai[word.reason]} · {word.reason}")
            for word in reading.ignored
            if not any(_covers(cell, word.start) for award in awards for cell in award.cells.values())
        ),
    )


def _award(
    award: Award, text: str, people: Mapping[str, str], identities: Identities, lexicon: Lexicon
) -> Finding:
    cells = {name: _slot(award.slots[name], text) for name in SLOTS if name in award.slots}
    if titled := people.get(cells["recipient"].value):
        # A winner who is a person is known as one by the titles.
        cells["recipient"] = replace(cells["recipient"], value=titled)
    return Finding(
        "proposed",
        known_cells(cells, _COUNTRY, identities, lexicon),
        _cell(award.start, award.end, text),
        confidence=round(award.confidence, 3),
    )


def _person(person: Participant, text: str, reading: Reading, awards: tuple[Finding, ...]) -> Finding:
    cells = {
        "name": (name := _printed(person, text)),
        "part": Cell(person.part),
        **{
            slot: Cell(value) for slot, value in (("post", person.role), ("at", person.organisation)) if value
        },
    }
    own = tuple(_awards_of(person, reading, awards))
    start, end, told = name.start or 0, name.end or 0, person.told
    words = _cell(min(start, told.start), max(end, told.end), text) if told else _around(start, end, text)
    return Finding("proposed", cells, words, awards=own)


def _printed(person: Participant, text: str) -> Cell:
    """Return a person's name with the titles that stand before it."""
    name, before = person.name, text[: person.name.start].rstrip()
    if not person.honorific or not before.endswith(person.honorific):
        return Cell(name.value, "", name.how, name.start, name.end, text[name.start : name.end])
    start = len(before) - len(person.honorific)
    quote = text[start : name.end]
    return Cell(" ".join(quote.split()), "", name.how, start, name.end, quote)


def _awards_of(person: Participant, reading: Reading, awards: tuple[Finding, ...]) -> Iterator[str]:
    """Yield the awards of the ceremony that a person handed over, or received for the body of the post."""
    if person.part not in ("presenter", "accepted"):
        return
    ceremony = reading.ceremony.slots if reading.ceremony else {}
    year = ceremony["year_be"].value if "year_be" in ceremony else ""
    given = [award for award in awards if not year or award.value("year_be") == year]
    for award in given:
        bodies = {award.value("recipient"), award.value("recipient_parent")}
        if len(given) == 1 or person.part == "presenter" or person.organisation in bodies:
            yield award.key


def _ceremony(reading: Reading, text: str) -> Finding | None:
    if not reading.ceremony:
        return None
    cells = {name: _slot(slot, text) for name, slot in reading.ceremony.slots.items()}
    year = cells["year_be"].value if "year_be" in cells else ""
    schemes = Counter(
        award.value("scheme") or "" for award in reading.awards if not year or award.value("year_be") == year
    )
    named = _HANDING_OVER.sub("", cells["name"].value) if "name" in cells else ""
    if scheme := schemes.most_common(1)[0][0] if schemes else named:
        cells["scheme"] = Cell(scheme)
    first = min(cell.start for cell in cells.values() if cell.start is not None)
    last = max(cell.end for cell in cells.values() if cell.end is not None)
    near = cells.get("name") or next(cell for cell in cells.values() if cell.start is not None)
    words = _cell(first, last, text) if last - first < 400 else _around(near.start or 0, near.end or 0, text)
    return next(keyed([Finding("proposed", cells, words)]))


def _exhibit(shown: Exhibition, text: str) -> Finding:
    cells = {"agency": _slot(shown.agency, text), "project": _slot(shown.project, text)}
    return Finding("proposed", cells, _cell(shown.start, shown.end, text))


def _agency(reading: Reading) -> str:
    """Return whose release it is: who speaks in it, else who won most in it."""
    speakers = [p.organisation for p in reading.people if p.part == "speaker" and p.organisation]
    winners = Counter(award.value("recipient") for award in reading.awards)
    return next(iter(speakers), "") or (winners.most_common(1)[0][0] or "" if winners else "")


def _slot(slot: Slot, text: str) -> Cell:
    return Cell(slot.value, "", slot.how, slot.start, slot.end, text[slot.start : slot.end])


def _cell(start: int, end: int, text: str) -> Cell:
    return Cell("", "", "", start, end, text[start:end])


def _covers(cell: Cell, at: int) -> bool:
    return cell.start is not None and cell.end is not None and cell.start <= at < cell.end


def _around(start: int, end: int, text: str) -> Cell:
    """Return the words of a paragraph around something, cut where a space stands."""
    left = max(text.rfind("\n", 0, start) + 1, start - _BEFORE)
    if left and text[left - 1] not in "\n ":
        left += next((gap.end() for gap in re.finditer(r"\s", text[left:start])), start - left)
    stop = text.find("\n", end)
    right = min(stop if stop >= 0 else len(text), end + _BEHIND)
    if right < len(text) and not text[right].isspace():
        right = max(end, text.rfind(" ", end, right))
    return _cell(left, right, text)
