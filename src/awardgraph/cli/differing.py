"""``awardgraph diff``: what changed between two graphs, in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import FINDINGS, LangOption, language
from awardgraph.cli.output import say, write
from awardgraph.cli.wrapping import columns, wrapped

__all__ = ["diff"]


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A graph's folder or an RDF file. · กราฟเดิม")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Likewise, the later one. · กราฟใหม่")],
    *,
    format_name: Annotated[
        Literal["text", "json", "md", "ttl"],
        typer.Option("--format", "-f", help="md is a changelog, ttl change sets in RDF. · รูปแบบ"),
    ] = "text",
    lang: LangOption = None,
) -> None:
    """Say what changed between two graphs: added, corrected, withdrawn, and by which source. · เปรียบเทียบกราฟ

    Ends with 3 if anything differs, with 0 if nothing does.
    """
    from awardgraph.exporters.changes import FORMATS, as_text
    from awardgraph.exporters.changes.wording import summary
    from awardgraph.graph.changes.sides import compare, opened
    from awardgraph.vocabulary.namespaces import DEFAULT_BASE

    chosen, earlier, later = language(lang), opened(old), opened(new)
    changes = compare(earlier, later)
    base = later.base or earlier.base or DEFAULT_BASE
    if format_name == "text":
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
        width = columns()
        lines = as_text(changes, chosen, base, colour=colour).splitlines()
        # What continues a line stands two cells deeper than the line itself.
        deeper = (len(line) - len(line.lstrip(" ")) + 2 for line in lines)
        told = (f"{wrapped(line, cells, width)}\n" for line, cells in zip(lines, deeper, strict=True))
        write("".join(told).encode())
    else:
        write(FORMATS[format_name](changes, chosen, base).encode())
    say(summary(changes, chosen))
    if changes:
        raise typer.Exit(FINDINGS)
