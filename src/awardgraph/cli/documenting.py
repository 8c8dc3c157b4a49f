"""``awardgraph ontology``: the ontology as a page for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from awardgraph.cli.options import LangOption, language
from awardgraph.cli.output import say

__all__ = ["ontology"]

_NAME: Final = "ontology.html"


def ontology(
    *,
    lang: LangOption = None,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="The HTML file, or a folder for it. · แฟ้มหรือโฟลเดอร์")
    ] = Path(_NAME),
) -> None:
    """Write what every term means as one HTML page, in Thai and English. · เขียนคู่มือออนโทโลยี"""
    from awardgraph.exporters.ontology.page import ontology_page
    from awardgraph.exporters.writing import write_file
    from awardgraph.resources import ontology_root

    target = output / _NAME if output.is_dir() else output
    content = ontology_page(ontology_root(), lang=language(lang)).encode()
    write_file(target, content)
    say(f"{target}: {len(content):,} bytes.")
