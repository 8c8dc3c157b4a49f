"""Tell by which ids the register knows the values of an award, and whether those of a draft still hold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.importer.press.lexicon import spaceless
from awardgraph.model.language import NOBODY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.drafts.draft import Cell
    from awardgraph.importer.identity.entities import Entity
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["check_ids", "known_cells"]

#: Slots that the lexicons of schemes know in more forms than the register.
_WORDED: Final = ("scheme", "branch", "category", "level")


def known_cells(
    cells: Mapping[str, Cell], country: str, identities: Identities, lexicon: Lexicon
) -> dict[str, Cell]:
    """Return the slots of an award with the ids by which the register knows their values.

    A form that only a lexicon knows is replaced by the name it means; the quote keeps the form.
    """
    now = _identified(cells, country, identities)
    for slot in _WORDED:
        if slot not in now or now[slot].id:
            continue
        form = spaceless(now[slot].value)
        for meant in sorted({entry.value for entry in lexicon.entries if spaceless(entry.form) == form}):
            tried = _identified({**now, slot: replace(now[slot], value=meant)}, country, identities)
            if tried[slot].id:
                now = tried
                break
    return now


def _identified(cells: Mapping[str, Cell], country: str, identities: Identities) -> dict[str, Cell]:
    ids = {slot: found.slug for slot, found in _entities(cells, country, identities) if found.entry}
    return {slot: replace(cell, id=ids.get(slot, "")) for slot, cell in cells.items()}


def check_ids(cells: Mapping[str, Cell], country: str, identities: Identities, where: str) -> None:
    """Raise where a value is not known by the id beside it.

    Raises:
        SourceError: the register knows another one, or none, by that name; with the line of the draft.
    """
    found = dict(_entities(cells, country, identities))
    for slot, cell in cells.items():
        entity = found.get(slot)
        known = entity.slug if entity and entity.entry else ""
        if cell.id and cell.id != known:
            problem = f"the register does not know {cell.value!r} as {cell.id}"
            problem += f", but as {known}." if known else "."
            remedy = "Take the id away, or make the value a name of it in register/."
            raise SourceError(where, cell.line, problem, remedy)


def _entities(
    cells: Mapping[str, Cell], country: str, identities: Identities
) -> Iterator[tuple[str, Entity]]:
    """Yield what each slot stands for."""

    def names(slot: str) -> Bilingual:
        return Bilingual.of(cells[slot].value) if slot in cells else NOBODY

    home = identities.country(country)
    scheme = identities.scheme(names("scheme")) if "scheme" in cells else None
    if scheme:
        yield "scheme", scheme
    for slot in ("branch", "category", "level"):
        if scheme and (part := identities.part_of(slot, scheme, names(slot))):
            yield slot, part
    parent = identities.agency(names("recipient_parent"), home) if "recipient_parent" in cells else None
    if parent:
        yield "recipient_parent", parent
    if "recipient" in cells:
        recipient = identities.recipient(names("recipient"), home, parent, "")
        yield "recipient", recipient
        if project := identities.project(names("project"), recipient.slug):
            yield "project", project
