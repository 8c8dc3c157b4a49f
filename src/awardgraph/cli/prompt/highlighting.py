"""Colours for a query as it is typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from prompt_toolkit.lexers import Lexer
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from awardgraph.cli.prompt.lexing import KEYWORDS, scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.document import Document
    from prompt_toolkit.formatted_text import StyleAndTextTuples

__all__ = ["COLOURS", "STYLE", "SparqlLexer", "colour_depth", "styled"]

#: Part → colour. A terminal does not say whether it is dark or light, so each hue of our pages stands at the
#: one lightness that is read on both: at least 4.5 : 1 on black and on white.
COLOURS: Final = {
    "keyword": "#3078c1",  # the blue of agencies
    "name": "#308553",  # the green of projects
    "iri": "#1d8288",  # the teal of places
    "variable": "#7f65c6",  # the violet of ceremonies
    "string": "#9c6c10",  # the gold of awards
    "number": "#9c6c10",
    "comment": "#6c7781",  # the grey of sources
    "open": "#cb4a41",
    "error": "#cb4a41",
}

STYLE: Final = Style.from_dict(
    {
        **COLOURS,
        "keyword": f"{COLOURS['keyword']} bold",
        "prompt": f"{COLOURS['keyword']} bold",
        "continuation": COLOURS["comment"],
    }
)


def colour_depth() -> ColorDepth | None:
    """Return no colours where NO_COLOR is set, all where COLORTERM promises them; else None, for 256."""
    if "NO_COLOR" in os.environ:
        return ColorDepth.DEPTH_1_BIT
    return ColorDepth.DEPTH_24_BIT if os.environ.get("COLORTERM") in ("truecolor", "24bit") else None


def styled(text: str) -> list[tuple[str, str]]:
    """Return a text in pieces, each with the name of its style; empty for what has none.

    >>> styled("ASK {")
    [('keyword', 'ASK'), ('', ' '), ('', '{')]
    """
    return [
        (_style(part.kind, text[part.start : part.end]), text[part.start : part.end]) for part in scan(text)
    ]


def _style(kind: str, written: str) -> str:
    if kind == "word":
        return "keyword" if written.upper() in KEYWORDS else ""
    return kind if kind in COLOURS else ""


class SparqlLexer(Lexer):
    """Colours a query; a dot-command and the name of a question stay as they are."""

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """Return what gives the pieces of a line, by its number from 0."""
        lines: list[StyleAndTextTuples] = [[]]
        for style, written in styled(document.text):
            first, *rest = ((f"class:{style}" if style else "", line) for line in written.split("\n"))
            lines[-1].append(first)
            lines += [[line] for line in rest]
        return lambda number: lines[number] if number < len(lines) else []
