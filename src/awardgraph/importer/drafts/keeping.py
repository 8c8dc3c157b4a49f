"""Read a release again without losing what a person made of its draft."""

from __future__ import annotations

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

__all__ = ["kept", "keyed"]


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
        text: of the release as it is now; a place where the words no longer stand is left out, so
            that they are looked for.
    """
    again = {finding.key: finding for finding in former.findings() if finding.by == AUTO}

    def of(
        kind: Callable[[Draft], tuple[Finding, ...]], same: Callable[[Finding, Finding], bool]
    ) -> tuple[Finding, ...]:
        mine = [_placed(finding, text) for finding in kind(former) if _touched(finding)]
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


def _key(finding: Finding) -> str:
    return digest(*(f"{slot} {cell.value}" for slot, cell in sorted(finding.cells.items())), length=8)


def _touched(finding: Finding) -> bool:
    """Say whether a person decided on a finding, or changed a value of it."""
    if finding.by == AUTO:
        return False
    return finding.status != "proposed" or finding.key.partition("-")[0] != _key(finding)


def _same_award(read: Finding, own: Finding) -> bool:
    """Say whether a reading tells of an award that a person has dealt with: same place, nothing differs."""
    apart = any(
        fold(read.value(slot)) != fold(own.value(slot)) for slot in read.cells.keys() & own.cells.keys()
    )
    return not apart and _touch(read.words, own.words)


def _touch(one: Cell, other: Cell) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return True
    return one.start < other.end and other.start < one.end


def _same_person(read: Finding, own: Finding) -> bool:
    one, other = (fold(strip_honorifics(finding.value("name"))[1]) for finding in (read, own))
    return one == other


def _same_exhibit(read: Finding, own: Finding) -> bool:
    return fold(read.value("project")) == fold(own.value("project"))


def _placed(finding: Finding, text: str) -> Finding:
    cells = {slot: _stands(cell, text) for slot, cell in finding.cells.items()}
    return replace(finding, cells=cells, words=_stands(finding.words, text))


def _stands(cell: Cell, text: str) -> Cell:
    """Return a cell without its place where other words stand there now."""
    if cell.start is None or not cell.quote or text[cell.start : cell.end] == cell.quote:
        return cell
    return replace(cell, start=None, end=None)
