"""Read a release again without losing what a person made of its draft."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from awardgraph.importer.drafts.draft import AUTO
from awardgraph.importer.identity.minting import digest
from awardgraph.model.honorifics import strip_honorifics
from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from awardgraph.importer.drafts.draft import Cell, Draft, Finding

__all__ = ["kept", "keyed", "touched"]


def keyed(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings as they were read with keys made of their values; equal ones are numbered."""
    seen: Counter[str] = Counter()
    for finding in findings:
        key = _key(finding)
        seen[key] += 1
        yield replace(finding, key=key if seen[key] == 1 else f"{key}-{seen[key]}")


def kept(former: Draft, fresh: Draft, text: str) -> Draft:
    """Return a fresh draft with everything that a person decided, changed or added in the former one.

    What was read before and not touched gives way to what is read now. What was sure enough to need
    nobody stays so as long as it is read alike.

    Args:
        text: of the release as it is now; words keep the place that is nearest to where they
            stood, and have none where they are gone.
    """
    again = {
        finding.key: finding for finding in former.findings() if finding.by == AUTO and not touched(finding)
    }

    def of(
        kind: Callable[[Draft], tuple[Finding, ...]], same: Callable[[Finding, Finding], bool]
    ) -> tuple[Finding, ...]:
        mine = [_placed(finding, text) for finding in kind(former) if touched(finding)]
        new = [
            replace(finding, status=again[finding.key].status, by=AUTO) if finding.key in again else finding
            for finding in kind(fresh)
            if not any(finding.key == own.key or same(finding, own) for own in mine)
        ]
        return tuple(sorted([*mine, *new], key=lambda finding: finding.words.start or 0))

    held = of(lambda draft: (draft.ceremony,) if draft.ceremony else (), lambda *_: True)
    return replace(
        former,
        file=fresh.file,
        sha256=fresh.sha256,
        awards=of(lambda draft: draft.awards, _same_award),
        people=of(lambda draft: draft.people, _same_person),
        ceremony=held[0] if held else None,
        exhibits=of(lambda draft: draft.exhibits, _same_exhibit),
        ignored=fresh.ignored,
    )


def touched(finding: Finding) -> bool:
    """Say whether a person decided on a finding, or changed anything of it."""
    changed = finding.key.partition("-")[0] != _key(finding)
    if finding.by == AUTO:
        return changed or finding.status != "accepted"
    return changed or finding.status != "proposed"


def _key(finding: Finding) -> str:
    values = (f"{slot} {cell.value}" for slot, cell in sorted(finding.cells.items()))
    return digest(*values, finding.words.quote, *finding.awards, length=8)


def _same_award(read: Finding, own: Finding) -> bool:
    """Say whether a reading tells of an award that a person has dealt with: same place, nothing differs."""
    if own.words.start is None and read.cells.keys() - own.cells.keys():
        return False  # nobody knows where it stands, and it says less
    slots = read.cells.keys() & own.cells.keys()
    return touch(read, own) and all(fold(read.value(slot)) == fold(own.value(slot)) for slot in slots)


def touch(one: Finding, other: Finding) -> bool:
    """Say whether the words of two findings may be the same ones: they overlap, or a place is not known."""
    a, b = one.words, other.words
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    return a.start < b.end and b.start < a.end


def _same_person(read: Finding, own: Finding) -> bool:
    one, other = (fold(strip_honorifics(finding.value("name"))[1]) for finding in (read, own))
    return one == other


def _same_exhibit(read: Finding, own: Finding) -> bool:
    return fold(read.value("project")) == fold(own.value("project"))


def _placed(finding: Finding, text: str) -> Finding:
    """Return a finding with the places that its words have now; without one where they are gone."""
    words, before = _stands(finding.words, text, 0), finding.words.start
    moved = words.start - before if words.start is not None and before is not None else 0
    cells = {slot: _stands(cell, text, moved) for slot, cell in finding.cells.items()}
    return replace(finding, cells=cells, words=words)


def _stands(cell: Cell, text: str, moved: int) -> Cell:
    """Return a cell at the place of its words that is nearest to where they are expected."""
    if cell.start is None or not cell.quote:
        return cell
    expected = cell.start + moved
    places = [found.start() for found in re.finditer(re.escape(cell.quote), text)]
    at = min(places, key=lambda place: abs(place - expected), default=None)
    return replace(cell, start=at, end=None if at is None else at + len(cell.quote))
