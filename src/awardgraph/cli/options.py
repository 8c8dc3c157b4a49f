"""Options that several commands share, and what follows from the language chosen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias

import typer

__all__ = [
    "DEFAULT_GRAPH",
    "FINDINGS",
    "BaseOption",
    "DataOption",
    "GraphOption",
    "LangOption",
    "Language",
    "OriginOption",
    "language",
    "year_in",
]

#: Where build puts a graph and the other commands look for it.
DEFAULT_GRAPH: Final = Path("build/awards.graph")

#: Exit code where something was found that a person must look at.
FINDINGS: Final = 3

Language: TypeAlias = Literal["th", "en"]

GraphOption: TypeAlias = Annotated[Path, typer.Option("--graph", help="The graph's folder. · โฟลเดอร์ของกราฟ")]
OriginOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--graph",
        help="A graph's folder, files of RDF (once for each), or the address of a SPARQL endpoint."
        " · โฟลเดอร์ของกราฟ แฟ้ม RDF (ระบุซ้ำได้) หรือที่อยู่ของ SPARQL endpoint",
        show_default=str(DEFAULT_GRAPH),
    ),
]
BaseOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--base",
        help="IRI of relative ones, below which agency: and the like stand; else found in the data."
        " · IRI ฐานของ IRI แบบย่อ ถ้าไม่ระบุจะอ่านจากข้อมูล",
        show_default=False,
    ),
]
DataOption: TypeAlias = Annotated[
    Path | None, typer.Option("--data", help="The data folder; the carried one if not given. · โฟลเดอร์ข้อมูล")
]
LangOption: TypeAlias = Annotated[
    Language | None, typer.Option("--lang", help="th or en; the computer's if not given. · ภาษา")
]


def language(chosen: Language | None) -> Language:
    """Return the language to speak: the one chosen, else the computer's if it is Thai, else English."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return chosen or ("th" if spoken.casefold().startswith("th") else "en")


def year_in(lang: Language, year: str | None) -> str:
    """Return a Common Era year as a language writes it: พ.ศ. first in Thai, CE in English.

    >>> year_in("th", "2023")
    '2566'
    """
    from awardgraph.model.calendar import BUDDHIST_OFFSET

    return "" if not year else str(int(year) + BUDDHIST_OFFSET) if lang == "th" else year
