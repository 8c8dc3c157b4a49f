"""``awardgraph import``: add sources to a graph, and make drafts of press releases."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, DataOption, GraphOption, LangOption, Language, language
from awardgraph.cli.output import progress, say
from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from awardgraph.importer.documents.walking import File

__all__ = ["import_command"]


def import_command(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE",
            help="Tables (.csv), records and drafts (.yaml), releases (.txt .html .docx .pdf, folders, -)."
            " · ตาราง ระเบียน ร่าง และข่าวประชาสัมพันธ์",
        ),
    ],
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    data: DataOption = None,
    source_iri: Annotated[str | None, typer.Option(help="The IRI of the one source given.")] = None,
    review: Annotated[
        Path | None,
        typer.Option("--review", metavar="FILE", help="Where the draft of the one release goes. · แฟ้มร่าง"),
    ] = None,
    accept: Annotated[
        Literal["none", "auto"],
        typer.Option(
            help="auto: awards that are sure enough need nobody. · auto รับรางวัลที่มั่นใจพอโดยไม่รอคนตรวจ"
        ),
    ] = "none",
    lang: LangOption = None,
) -> None:
    """Add sources to a graph, or bring them up to date; all of them, or nothing. · นำข้อมูลเข้ากราฟ

    Of a press release a draft is made (RELEASE.draft.yaml beside it, or --review FILE). It enters the
    graph when a person has accepted what it says: awardgraph review FILE --by NAME.
    """
    from awardgraph.importer.plan import plan
    from awardgraph.importer.run import import_sources
    from awardgraph.model.iris import is_web_address
    from awardgraph.resources import data_root

    if source_iri and len(sources) > 1:
        message = "--source-iri names one source; import the others in a call of their own."
        raise UsageError(message)
    if source_iri and not is_web_address(source_iri):
        message = f"--source-iri {source_iri!r} is no web address."
        raise UsageError(message)
    folder = data or data_root()
    releases = _releases(sources, review)
    rest = [path for path in sources if not _is_release(path)]
    plan(folder, rest)  # a source that no reader knows is told before anything is written
    if releases:
        rest += _drafted(releases, folder, language(lang), auto=accept == "auto")
    if not rest:
        return
    with progress("Reading", len(plan(folder, rest))) as step:
        done = import_sources(rest, graph, data=folder, source_iri=source_iri, progress=step)
    say(f"{len(done.converted)} sources read, {len(done.unchanged)} unchanged.")
    say(f"{graph}: {done.manifest.statements:,} statements from {len(done.manifest.sources)} sources.")


def _is_release(path: Path) -> bool:
    from awardgraph.importer.documents.walking import SUFFIXES

    return str(path) == "-" or path.is_dir() or path.suffix.lower() in SUFFIXES


def _releases(sources: Sequence[Path], review: Path | None) -> dict[Path, File]:
    """Return where each release's draft is to be."""
    import sys

    from awardgraph.exporters.writing import check_place
    from awardgraph.importer.documents.walking import find_documents
    from awardgraph.importer.drafts.making import DRAFT_SUFFIX

    found = find_documents(
        [path for path in sources if _is_release(path)], getattr(sys.stdin, "buffer", None)
    )
    if review and len(found.files) != 1:
        message = f"--review FILE is for one release; {len(found.files)} were given."
        raise UsageError(message)
    if review and review.suffix.lower() not in (".yaml", ".yml"):
        message = f"a draft is YAML; call it {review.with_suffix('.yaml').name}."
        raise UsageError(message)
    if review:
        check_place(review)
    places: dict[Path, File] = {}
    for file in found.files:
        place = review or (file.path and file.path.with_name(file.path.stem + DRAFT_SUFFIX))
        if place is None:
            message = "where is the draft of standard input to go? Give --review FILE."
            raise UsageError(message)
        if other := places.get(place):
            message = f"{other.name} and {file.name} would have one draft, {place}. Rename one of them."
            raise UsageError(message)
        places[place] = file
    return places


def _drafted(releases: Mapping[Path, File], data: Path, lang: Language, *, auto: bool) -> list[Path]:
    """Write the drafts, say what stands in them, and return those of which something enters the graph."""
    from awardgraph.importer.drafts.draft import IN_GRAPH
    from awardgraph.importer.drafts.making import draft_releases
    from awardgraph.resources import messages

    words = messages(lang)["draft"]
    drafts = draft_releases(releases, data, auto=auto)
    for place, draft in drafts.items():
        waiting = sum(finding.status == "proposed" for finding in draft.findings())
        line = words["read"] if draft.awards else words["none"]
        say(line.format(file=releases[place].name, awards=len(draft.awards), people=len(draft.people)))
        if waiting:
            say(words["waits"].format(n=waiting, path=place))
    return [
        place
        for place, draft in drafts.items()
        if any(finding.status in IN_GRAPH for finding in draft.findings())
    ]
