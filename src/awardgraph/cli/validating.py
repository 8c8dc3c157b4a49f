"""``awardgraph validate``: does a graph, or do RDF files, keep to the shapes and rules?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, FINDINGS, LangOption, language
from awardgraph.cli.output import say, write

__all__ = ["validate"]


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILES]", help="RDF files of any syntax; the graph if not given. · แฟ้ม RDF"),
    ] = None,
    *,
    graph: Annotated[
        Path | None,
        typer.Option(
            "--graph",
            help=f"The graph's folder, {DEFAULT_GRAPH} if no file is given;"
            " with files: what they refer to stands there. · โฟลเดอร์ของกราฟ",
        ),
    ] = None,
    format_name: Annotated[
        Literal["text", "json", "ttl", "github"],
        typer.Option("--format", "-f", help="ttl is a SHACL report, github commands for a workflow. · รูปแบบ"),
    ] = "text",
    lang: LangOption = None,
) -> None:
    """Check a graph or RDF files against the shapes and rules. · ตรวจข้อมูลตามรูปแบบและกฎ

    Ends with 3 if something must be mended; warnings alone end with 0.
    """
    from awardgraph.graph.checking.report import FORMATS
    from awardgraph.graph.checking.run import check
    from awardgraph.graph.checking.statements import of_files, of_graph
    from awardgraph.graph.store import Graph
    from awardgraph.resources import messages, ontology_root

    chosen = language(lang)
    if files:
        statements = of_files(files, beside=Graph.open(graph) if graph else None)
    else:
        statements = of_graph(Graph.open(graph or DEFAULT_GRAPH))
    report = check(statements, ontology_root())
    write(FORMATS[format_name](report, chosen).encode())
    violations, warnings = (len(report.of(severity)) for severity in ("violation", "warning"))
    words = messages(chosen)["validate"]["summary"]
    say(words.format(violations=violations, warnings=warnings, shapes=report.shapes, rules=report.rules))
    if violations:
        raise typer.Exit(FINDINGS)
