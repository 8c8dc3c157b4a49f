"""Make drafts of releases, beside them or where a person wants them."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.graph.files import replace_file
from awardgraph.importer.documents.walking import read_file
from awardgraph.importer.drafts.draft import AUTO, IN_GRAPH
from awardgraph.importer.drafts.drafting import draft_of
from awardgraph.importer.drafts.keeping import kept, touch, touched
from awardgraph.importer.drafts.parsing import parse_draft
from awardgraph.importer.drafts.releasing import release_of
from awardgraph.importer.drafts.writing import draft_text
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.press.reading import read_release, reader_of
from awardgraph.importer.settings import read_settings
from awardgraph.importer.sources.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from awardgraph.importer.documents.walking import File
    from awardgraph.importer.drafts.draft import Draft, Finding

__all__ = ["DRAFT_SUFFIX", "draft_releases", "identities_of"]

#: What stands behind the name of a release in the name of its draft.
DRAFT_SUFFIX: Final = ".draft.yaml"

#: How far before an award a word of doubt is looked for, in code points: as far as the head of a short list.
_BEFORE: Final = 400


def draft_releases(places: Mapping[Path, File], data: Path, *, auto: bool = False) -> dict[Path, Draft]:
    """Read releases and write a draft of each; return the drafts by their files. All are written, or none.

    A draft that is there already keeps what a person made of it.

    Args:
        places: where each draft is to be, and its release.
        data: the data folder, whose lexicons read and whose register knows names.
        auto: accept the awards that are as sure as the lexicon asks (confidence.yaml: accept).

    Raises:
        SourceError: a release or a former draft cannot be read, or the draft is another release's.
    """
    reader, identities = reader_of(data), identities_of(data)
    sure = reader.lexicon.lists["confidence"]
    drafts: dict[Path, Draft] = {}
    for place, file in places.items():
        document = read_file(file)
        reading = read_release(document.text, reader)
        stem = file.path.stem if file.path else place.name.removesuffix(DRAFT_SUFFIX)
        told = os.path.relpath(file.path, place.parent).replace(os.sep, "/") if file.path else ""
        draft = draft_of(document, reading, stem, told, identities, reader.lexicon)
        if place.exists():
            former = parse_draft(read_text(place, place.name))
            if former.file != told or (not told and former.sha256 != document.sha256):
                problem = f"is the draft of {former.file or 'another text'}, not of {file.name}."
                raise SourceError(place.name, None, problem, "Give another one: --review FILE.")
            draft = kept(former, draft, document.text)
        if auto:
            draft = replace(draft, awards=tuple(_sure(draft, document.text, sure)))
        if any(finding.status in IN_GRAPH for finding in draft.findings()):
            release_of(draft, document.text, place.name, identities)  # told before anything is written
        drafts[place] = draft
    for place, draft in drafts.items():
        replace_file(place, draft_text(draft, place.name).encode())
    return drafts


def identities_of(data: Path) -> Identities:
    """Return what resolves names against the register of a data folder."""
    return Identities(read_register(data / "register"), read_settings(data).base)


def _sure(draft: Draft, text: str, counted: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield the awards of a draft, accepted where they are sure enough and no person had to do with them."""
    doubts = re.compile("|".join(counted["doubts"]))
    decided = [award for award in draft.awards if touched(award)]
    for award in draft.awards:
        start, end = award.words.start or 0, award.words.end or 0
        line = text.find("\n", end)
        around = text[max(0, start - _BEFORE) : line if line >= 0 else None]
        year = award.cells.get("year_be")
        if (
            award.status == "proposed"
            and not award.by
            and (award.confidence or 0) >= float(counted["accept"])
            and not doubts.search(around)
            and not (year and year.how == "document")
            and not any(touch(award, other) for other in decided)
        ):
            yield replace(award, status="accepted", by=AUTO)
        else:
            yield award
