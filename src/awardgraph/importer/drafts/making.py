"""Make drafts of releases, beside them or where a person wants them."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.graph.files import replace_file
from awardgraph.importer.documents.walking import read_file
from awardgraph.importer.drafts.draft import AUTO
from awardgraph.importer.drafts.drafting import draft_of
from awardgraph.importer.drafts.keeping import kept
from awardgraph.importer.drafts.parsing import parse_draft
from awardgraph.importer.drafts.writing import draft_text
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.press.reading import read_release, reader_of
from awardgraph.importer.settings import read_settings
from awardgraph.importer.sources.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from awardgraph.importer.documents.walking import File
    from awardgraph.importer.drafts.draft import Draft, Finding

__all__ = ["DRAFT_SUFFIX", "draft_releases", "identities_of"]

#: What stands behind the name of a release in the name of its draft.
DRAFT_SUFFIX: Final = ".draft.yaml"


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
    threshold = float(reader.lexicon.lists["confidence"]["accept"])
    drafts: dict[Path, Draft] = {}
    for place, file in places.items():
        document = read_file(file)
        reading = read_release(document.text, reader)
        stem = file.path.stem if file.path else place.name.removesuffix(DRAFT_SUFFIX)
        told = os.path.relpath(file.path, place.parent).replace(os.sep, "/") if file.path else ""
        draft = draft_of(document, reading, stem, told, identities, reader.lexicon)
        if place.exists():
            former = parse_draft(read_text(place, place.name))
            if former.file and former.file != told:
                problem = f"is the draft of {former.file}, not of {file.name}."
                raise SourceError(place.name, None, problem, "Give another one: --review FILE.")
            draft = kept(former, draft, document.text)
        if auto:
            draft = replace(draft, awards=tuple(_accepted(award, threshold) for award in draft.awards))
        drafts[place] = draft
    for place, draft in drafts.items():
        replace_file(place, draft_text(draft, place.name).encode())
    return drafts


def identities_of(data: Path) -> Identities:
    """Return what resolves names against the register of a data folder."""
    return Identities(read_register(data / "register"), read_settings(data).base)


def _accepted(award: Finding, threshold: float) -> Finding:
    sure = award.status == "proposed" and (award.confidence or 0) >= threshold
    return replace(award, status="accepted", by=AUTO) if sure else award
