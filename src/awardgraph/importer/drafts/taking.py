"""Take drafts back: what people stand behind enters the graph."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from awardgraph.errors import SourceError
from awardgraph.graph.files import replace_file
from awardgraph.importer.documents.reading import read_document
from awardgraph.importer.drafts.draft import AUTO, IN_GRAPH
from awardgraph.importer.drafts.keeping import touched
from awardgraph.importer.drafts.parsing import parse_draft
from awardgraph.importer.drafts.releasing import release_of
from awardgraph.importer.drafts.writing import draft_text
from awardgraph.importer.sources.reading import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.importer.drafts.draft import Draft, Finding
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.sources.reading import SourceText
    from awardgraph.model.release import Release

__all__ = ["released", "take_back_draft"]


def take_back_draft(place: Path, identities: Identities, *, by: str, on: str) -> Draft:
    """Check an edited draft, write down who decided, and return it.

    Args:
        by: who decided what bears nobody's name yet.
        on: when, as an ISO day.

    Raises:
        SourceError: what was accepted lacks something, or its words do not stand in the release; with
            the line of the draft, which is as it was.
    """
    source = read_text(place, place.name)
    released(source, place, identities)
    draft = parse_draft(source)

    def signed(finding: Finding) -> Finding:
        if finding.status == "proposed" or finding.by not in ("", AUTO) or not touched(finding):
            return finding
        as_read = not finding.key or not touched(replace(finding, status="proposed", by=""))
        status = "corrected" if finding.status == "accepted" and not as_read else finding.status
        return replace(finding, by=f"{by}, {on}", status=status)

    draft = replace(
        draft,
        awards=tuple(map(signed, draft.awards)),
        people=tuple(map(signed, draft.people)),
        ceremony=signed(draft.ceremony) if draft.ceremony else None,
        exhibits=tuple(map(signed, draft.exhibits)),
    )
    replace_file(place, draft_text(draft, place.name).encode())
    return draft


def released(source: SourceText, place: Path, identities: Identities) -> Release | None:
    """Return what people accepted of a draft file; None where they accepted nothing.

    Raises:
        SourceError: as `take_back_draft`, or the release is not the one that was read.
    """
    draft = parse_draft(source)
    if not any(finding.status in IN_GRAPH for finding in draft.findings()):
        return None
    return release_of(draft, _text(draft, place), source.where, identities)


def _text(draft: Draft, place: Path) -> str:
    """Return the text of a draft's release; empty where it does not lie where the draft says."""
    file = place.parent / draft.file
    if not draft.file or not file.is_file():
        return ""
    document = read_document(file.read_bytes(), draft.file)
    if document.sha256 != draft.sha256:
        problem = f"the release {draft.file} is not the one that this draft was made of."
        raise SourceError(place.name, None, problem, f"Import {draft.file} again: what you decided stays.")
    return document.text
