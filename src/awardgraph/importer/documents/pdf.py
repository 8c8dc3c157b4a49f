"""The text of PDF files, a line for each line as printed."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.glyphs import learn_glyphs
from awardgraph.importer.documents.missing import imported
from awardgraph.importer.documents.places import settle
from awardgraph.importer.documents.running import without_running_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["read_pdf"]

#: More pages than any release has; an annual report is no release.
_MOST_PAGES: Final = 300

_TYPE_IT: Final = "It may be a scan: save it as text, or have its text recognised first."


def read_pdf(data: bytes, where: str) -> tuple[str, str]:
    """Return the text of a PDF file, without running headers and page numbers, and its title.

    Raises:
        SourceError: it is damaged, needs a password, has more than 300 pages, or no text but pictures.
    """
    pypdf = imported("pypdf", where)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        _refuse(reader, where)
        pages = [text.splitlines() for text in _texts(reader)]
        title = _title(reader)
    except pypdf.errors.DependencyError:
        raise SourceError(where, None, "is encrypted (AES).", "Save a copy that is not.") from None
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001 (a damaged file raises whatever its parser did not foresee)
        raise SourceError(where, None, f"is a damaged PDF ({error}).", "Save or print it again.") from None
    text = "\n".join(without_running_lines(pages))
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


def _texts(reader: Any) -> Iterator[str]:
    """Yield the text of each page; a glyph that is no letter that anybody knows is U+FFFD."""
    from pypdf.generic import ContentStream

    pages = list(reader.pages)
    contents = [
        ContentStream(page["/Contents"].get_object(), reader, "bytes") if page.get("/Contents") else None
        for page in pages
    ]
    learn_glyphs(pages, contents)
    for page, content in zip(pages, contents, strict=True):
        settle(page, content)
        yield page.extract_text().replace("\0", "\ufffd")


def _title(reader: Any) -> str:
    """Return the title that the author gave; a file name or a program's own is none."""
    title = " ".join(str((reader.metadata or {}).get("/Title") or "").split())
    made = re.fullmatch(
        r"(?i).*\.(?:docx?|html?|pdf|rtf|odt)|(?:microsoft word|untitled|print).*|https?:.*", title
    )
    return "" if made else title
