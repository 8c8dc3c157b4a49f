"""``awardgraph review``: what waits for a person, and what a person decided."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, DataOption, GraphOption, LangOption, Language, language
from awardgraph.cli.output import say, write
from awardgraph.errors import UsageError

__all__ = ["review"]


def review(
    edited: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]", help="The edited table or draft, to take it back. · ตารางหรือร่างที่แก้แล้ว"
        ),
    ] = None,
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    data: DataOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Write the table here, for a spreadsheet. · บันทึกตารางเป็นแฟ้ม")
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who decided. · ผู้ตัดสิน")] = "",
    lang: LangOption = None,
) -> None:
    """List what waits for a person, or take the edited list back. · รายการที่รอคนตัดสิน

    Unknown names, names near to known ones, awards that may be one, and doubtful rows, as a table
    (CSV). Fill in verdict (same, different or undecided) and why; what comes back is added to
    register/decisions.csv, and every later build obeys it. The edited draft of a release (.yaml) brings
    what was accepted into the graph.
    """
    from collections import Counter
    from datetime import date

    from awardgraph.exporters.writing import write_file
    from awardgraph.graph.store import Graph
    from awardgraph.importer.review import review_table, take_back
    from awardgraph.importer.waiting import waiting
    from awardgraph.resources import data_root, messages

    words, folder = messages(language(lang))["review"], data or data_root()
    if edited and not by.strip():
        message = "who decided? Give a name: --by NAME."
        raise UsageError(message)
    if edited and edited.suffix.lower() in (".yaml", ".yml"):
        _take_back_draft(edited, graph, folder, by.strip(), language(lang))
        return
    opened = Graph.open(graph)
    if edited:
        count = take_back(edited, opened, folder, by=by.strip(), on=date.today().isoformat())
        say(words["taken"].format(n=count, path=folder / "register" / "decisions.csv"))
        return
    items = waiting(opened, folder)
    if out:
        write_file(out, b"\xef\xbb\xbf" + review_table(items).encode())
    else:
        write(review_table(items).encode())
    for (kind, reason), n in Counter((item.kind, item.reason) for item in items).items():
        say(words["line"].format(kind=words["kinds"][kind], reason=words["reasons"][reason], n=n))
    say(words["total"].format(n=len(items)))


def _take_back_draft(draft: Path, graph: Path, data: Path, by: str, lang: Language) -> None:
    """Bring what a person accepted of a release into the graph, and say what waits on."""
    from collections import Counter
    from datetime import date

    from awardgraph.importer.drafts.making import identities_of
    from awardgraph.importer.drafts.taking import take_back_draft
    from awardgraph.importer.run import import_sources
    from awardgraph.resources import messages

    words = messages(lang)["draft"]
    back = take_back_draft(draft, identities_of(data), by=by, on=date.today().isoformat())
    done = import_sources([draft], graph, data=data)
    for status, n in Counter(finding.status for finding in back.findings()).items():
        say(words["line"].format(n=n, status=words["statuses"][status]))
    say(f"{graph}: {done.manifest.statements:,} statements from {len(done.manifest.sources)} sources.")
