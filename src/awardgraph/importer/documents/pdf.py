"""The text of PDF files, a line for each paragraph."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.glyphs import learn_glyphs
from awardgraph.importer.documents.mending import mend
from awardgraph.importer.documents.missing import imported
from awardgraph.importer.documents.places import settle
from awardgraph.importer.documents.running import without_running_lines
from awardgraph.importer.documents.unwrapping import Printed, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_pdf"]

#: More pages than any release has; an annual report is no release.
_MOST_PAGES: Final = 300

_TYPE_IT: Final = "It may be a scan: save it as text, or have its text recognised first."


def read_pdf(data: bytes, where: str) -> tuple[str, str]:
    """Return the text of a PDF file, mended, without running headers and page numbers, and its title.

    Raises:
        SourceError: it is damaged, needs a password, has more than 300 pages, or no text but pictures.
    """
    pypdf = imported("pypdf", where)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        _refuse(reader, where)
        pages = list(_pages(reader))
        title = _title(reader)
    except pypdf.errors.DependencyError:
        raise SourceError(where, None, "is encrypted (AES).", "Save a copy that is not.") from None
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001 (a damaged file raises whatever its parser did not foresee)
        raise SourceError(where, None, f"is a damaged PDF ({error}).", "Save or print it again.") from None
    text = "\n".join(paragraphs(list(without_running_lines(pages))))
    if not re.search(r"\w", text):
        raise SourceError(where, None, "holds no text that can be read.", _TYPE_IT)
    return text, title


def _refuse(reader: Any, where: str) -> None:
    """Raise the error of a file that is whole but not to be read."""
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(where, None, "needs a password.", "Save a copy without one.")
    if (pages := len(reader.pages)) > _MOST_PAGES:
        raise SourceError(
            where, None, f"has {pages:,} pages; {_MOST_PAGES} at most are read.", "Save the release alone."
        )


def _pages(reader: Any) -> Iterator[list[Printed]]:
    """Yield the lines of each page; a glyph that is no letter that anybody knows is U+FFFD."""
    from pypdf.generic import ContentStream

    pages = list(reader.pages)
    contents = [
        ContentStream(page["/Contents"].get_object(), reader, "bytes") if page.get("/Contents") else None
        for page in pages
    ]
    learn_glyphs(pages, contents)
    for page, content in zip(pages, contents, strict=True):
        settle(page, content)
        yield _lines(page)


def _lines(page: Any) -> list[Printed]:
    """Return the lines of a page with their places."""
    lines: list[Printed] = []
    words: list[str] = []
    places: list[tuple[float, float, float]] = []

    def close() -> None:
        text = "".join(words).replace("\0", "\ufffd")
        if text.strip():
            lines.append(Printed(mend(text.strip()), *places[0]))
        words.clear()
        places.clear()

    def take(text: str, cm: list[float], tm: list[float], _font: object, size: float) -> None:
        x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        for part in text.splitlines(keepends=True):
            if part.strip():
                places.append((x, y, size * abs(tm[3] * cm[3])))
            words.append(part.rstrip("\r\n"))
            if part.endswith(("\n", "\r")):
                close()

    page.extract_text(visitor_text=take)
    close()
    return lines


def _title(reader: Any) -> str:
    """Return the title that the author gave; a file name or a program's own is none."""
    title = " ".join(str((reader.metadata or {}).get("/Title") or "").split())
    made = re.fullmatch(
        r"(?i).*\.(?:docx?|html?|pdf|rtf|odt)|(?:microsoft word|untitled|print).*|https?:.*", title
    )
    return "" if made else title
