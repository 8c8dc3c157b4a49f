"""``awardgraph view``: pictures of the graph as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from awardgraph.cli.asked import pointing, text_of
from awardgraph.cli.completing import entity_names, question_names
from awardgraph.cli.naming import SetOption, prepared
from awardgraph.cli.options import LangOption, Language, OriginOption, language
from awardgraph.cli.output import say
from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.graph.store import Graph

__all__ = ["view"]

View: TypeAlias = Literal[
    "auto", "network", "overview", "agency", "timeline", "matrix", "lineage", "map", "ceremony"
]


def view(
    *,
    which: Annotated[
        View, typer.Option("--view", help="Which picture; auto chooses by the focus. · มุมมองที่เปิด")
    ] = "auto",
    focus: Annotated[
        str,
        typer.Option(
            "--focus",
            help="What it is about: an IRI, kind/slug or a name. · เรื่องของภาพ: IRI หรือชื่อ",
            autocompletion=entity_names,
            show_default=False,
        ),
    ] = "",
    query: Annotated[
        str | None,
        typer.Option(
            "--query",
            help="Only what this answers: the name of a question, SPARQL, or a file of it."
            " · เฉพาะคำตอบของคำถามนี้: ชื่อคำถาม ข้อความ SPARQL หรือแฟ้ม",
            autocompletion=question_names,
        ),
    ] = None,
    given: SetOption = None,
    graph: OriginOption = None,
    depth: Annotated[
        int, typer.Option(min=1, max=6, help="network: how many steps from the focus. · จำนวนก้าวจากจุดกลาง")
    ] = 2,
    embed_font: Annotated[
        bool, typer.Option("--embed-font", help="Bring a Thai font along, 22 kB. · ฝังแบบอักษรไทยไว้ในหน้า")
    ] = False,
    lang: LangOption = None,
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file. · แฟ้ม HTML")] = Path(
        "view.html"
    ),
) -> None:
    """Draw the graph as one HTML page that works offline. · สร้างภาพจากกราฟเป็นหน้าเว็บที่ใช้ได้โดยไม่ต้องต่อเน็ต"""
    from awardgraph.cli.origins import open_origin
    from awardgraph.exporters.writing import check_place, write_file
    from awardgraph.graph.find import current, find_one
    from awardgraph.resources import messages

    check_place(output)
    opened, spoken = open_origin(graph), language(lang)
    about = current(opened, find_one(opened, focus)) if focus else ""
    if which == "network":
        page = _network(opened, about, depth, spoken, font=embed_font)
    else:
        page = _explorer(
            opened,
            which,
            about,
            _lines(opened, query, given or []),
            spoken,
            font=embed_font,
            part=query is not None,
        )
    content = page.encode()
    write_file(output, content)
    say(messages(spoken)["build"]["file"].format(path=output, size=f"{len(content) // 1024:,}"))


def _network(opened: Graph, about: str, depth: int, lang: Language, *, font: bool) -> str:
    from awardgraph.exporters.views.neighbourhood import neighbourhood
    from awardgraph.exporters.views.network import network_page

    if not about:
        message = "a network has something in its middle: name it with --focus."
        raise UsageError(message)
    return network_page(opened, neighbourhood(opened, about, depth=depth), lang=lang, font=font)


def _lines(opened: Graph, query: str | None, given: list[str]) -> Iterator[bytes]:
    from awardgraph.exporters.views.explorer.extract import extract, lines_of

    if query is None:
        return lines_of(opened)
    text, bound = prepared(query, given, opened, text_of)
    with pointing(text):
        return extract(opened, opened.query(text, bound))


def _explorer(
    opened: Graph, which: View, about: str, lines: Iterator[bytes], lang: Language, *, font: bool, part: bool
) -> str:
    from awardgraph.exporters.views.explorer.page import VIEWS, explorer_page

    opening = next((view for view in VIEWS if view == which), None) or _by_focus(opened, about)
    return explorer_page(
        lines, opened.manifest.base, view=opening, focus=about, lang=lang, font=font, part=part
    )


def _by_focus(opened: Graph, about: str) -> Literal["overview", "ceremony", "agency"]:
    """Return the picture that answers what is asked of a thing: a ceremony's own, else what is around it."""
    if not about:
        return "overview"
    from awardgraph.exporters.views.asking import statements
    from awardgraph.exporters.views.naming import kind_of

    kind = kind_of(statements(opened, [about])[about])
    return "ceremony" if kind and kind[0] == "ceremony" else "agency"
