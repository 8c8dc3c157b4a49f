"""A table of GitHub Flavored Markdown, escaped: a cell can be nothing but its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.answers.sheet import kind_of, legible, written
from awardgraph.exporters.pages.page import web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.exporters.answers.sheet import Column, Language, Page, Sheet, Term

__all__ = ["markdown"]

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>#|~&$]")

_UNFIT_IN_LINKS: Final = re.compile(r"[\x00-\x20<>|\\`\"()]")


def markdown(sheet: Sheet, lang: Language) -> Iterator[str]:
    """Yield a table line by line: names lead to their IRIs, numbers and years stand at the right."""
    yield _line(escaped(column.heading(lang)) for column in sheet.columns)
    yield _line("---:" if column.kind in ("number", "year") else "---" for column in sheet.columns)
    for page in sheet.pages:
        for row in page.rows:
            cells = zip(row, sheet.columns, strict=True)
            yield _line(_cell(term, column, lang, page, sheet.base) for term, column in cells)


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is, on one line.

    >>> print(escaped("a|b <i>*c*"))
    a\|b \<i\>\*c\*
    """
    return _SPECIAL.sub(r"\\\g<0>", legible(text))


def _cell(term: Term | None, column: Column, lang: Language, page: Page, base: str) -> str:
    text = escaped(written(term, column, lang, page, base))
    address = web_address(str(term)[1:-1]) if kind_of(term) == "iri" else None
    if not address:
        return text
    return f"[{text}]({_UNFIT_IN_LINKS.sub(lambda found: f'%{ord(found[0]):02X}', address)})"


def _line(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
