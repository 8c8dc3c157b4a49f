"""``awardgraph view``: a picture of the graph as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from awardgraph.cli.completing import entity_names
from awardgraph.cli.options import LangOption, OriginOption, language
from awardgraph.cli.output import say

__all__ = ["view"]


def view(
    focus: Annotated[
        str,
        typer.Option(
            "--focus",
            help="What stands in the middle: an IRI, kind/slug or a name. · สิ่งที่อยู่กลางภาพ",
            autocompletion=entity_names,
        ),
    ],
    *,
    graph: OriginOption = None,
    depth: Annotated[int, typer.Option(min=1, max=6, help="How many steps from it. · จำนวนก้าวจากจุดกลาง")] = 2,
    lang: LangOption = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file. · แฟ้ม HTML")] = Path(
        "view.html"
    ),
) -> None:
    """Draw the neighbourhood of something as one HTML page that works offline. · วาดภาพเครือข่าย"""
    from awardgraph.cli.origins import open_origin
    from awardgraph.exporters.views.neighbourhood import neighbourhood
    from awardgraph.exporters.views.network import network_page
    from awardgraph.exporters.writing import write_file
    from awardgraph.graph.find import current, find_one

    opened = open_origin(graph)
    picture = neighbourhood(opened, current(opened, find_one(opened, focus)), depth=depth)
    write_file(output, network_page(opened, picture, lang=language(lang)).encode())
    say(f"{output}: {len(picture.nodes)} nodes, {len(picture.edges)} links.")
