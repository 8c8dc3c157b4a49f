"""``awardgraph export``: the graph in a standard syntax."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import OriginOption
from awardgraph.cli.output import say, write

__all__ = ["export"]


def export(
    *,
    graph: OriginOption = None,
    format_name: Annotated[
        Literal["turtle", "trig", "nt", "nq", "jsonld", "rdfxml"],
        typer.Option("--format", "-f", help="trig and nq also say which source states what."),
    ] = "turtle",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file; standard output if not given.")
    ] = None,
) -> None:
    """Write the graph in a standard syntax. · ส่งออกกราฟ"""
    from awardgraph.cli.origins import open_origin
    from awardgraph.exporters.serialise import export as exported

    content = b"".join(exported(open_origin(graph), format_name))
    if output is None:
        write(content)
        return
    from awardgraph.exporters.writing import write_file

    write_file(output, content)
    say(f"{output}: {len(content):,} bytes.")
