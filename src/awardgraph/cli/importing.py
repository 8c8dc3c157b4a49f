"""``awardgraph import``: add sources to a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, DataOption, GraphOption
from awardgraph.cli.output import progress, say
from awardgraph.errors import UsageError

__all__ = ["import_command"]


def import_command(
    sources: Annotated[
        list[Path], typer.Argument(help="Tables (.csv) and records (.yaml). · ตารางและระเบียน")
    ],
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    data: DataOption = None,
    source_iri: Annotated[str | None, typer.Option(help="The IRI of the one source given.")] = None,
) -> None:
    """Add sources to a graph, or bring them up to date; all of them, or nothing. · นำข้อมูลเข้ากราฟ"""
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
    with progress("Reading", len(plan(folder, sources))) as step:
        done = import_sources(sources, graph, data=folder, source_iri=source_iri, progress=step)
    say(f"{len(done.converted)} sources read, {len(done.unchanged)} unchanged.")
    say(f"{graph}: {done.manifest.statements:,} statements from {len(done.manifest.sources)} sources.")
