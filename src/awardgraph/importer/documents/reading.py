"""Read a document of any kind we know: the kind is told by what is inside, not by the name."""

from __future__ import annotations

import hashlib
from typing import Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST, MEDIA_TYPES, Document
from awardgraph.importer.documents.encodings import decode
from awardgraph.importer.documents.pages import is_page, read_page
from awardgraph.importer.documents.pdf import read_pdf
from awardgraph.importer.documents.word import read_word, word_inside

__all__ = ["read_document"]

#: The first letters of documents that are not read → what they are, and what to do.
_OTHERS: Final = (
    (b"PK\x03\x04", "a zip archive, and no Word document that is whole"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc), or one with a password"),
    (b"{\\rtf", "a document in RTF"),
)


def read_document(data: bytes, name: str) -> Document:
    """Return a document's text with what the file tells of itself.

    Args:
        data: the bytes of the file.
        name: what to call it in errors.

    Raises:
        SourceError: it is empty, larger than 50 MB, no document with a text, damaged or encrypted, or the
            library that reads its kind is missing.

    >>> read_document("กรมประมงรับรางวัล".encode("tis-620"), "a.txt").text
    'กรมประมงรับรางวัล'
    """
    if len(data) > LARGEST:
        raise SourceError(
            name,
            None,
            f"is larger than {LARGEST // 1_000_000} MB, the most that is read.",
            "Save the release alone, or as text.",
        )
    sha256 = hashlib.sha256(data).hexdigest()
    if data[:1024].lstrip().startswith(b"%PDF-"):
        text, title = read_pdf(data, name)
        return Document(text, sha256, MEDIA_TYPES["pdf"], title)
    if data.startswith(b"PK\x03\x04") and word_inside(data):
        text, title = read_word(data, name)
        return Document(text, sha256, MEDIA_TYPES["docx"], title)
    for letters, what in _OTHERS:
        if data.startswith(letters):
            raise SourceError(name, None, f"is {what}.", "Save it as .docx, .pdf or .txt.")
    if is_page(data) or name.lower().endswith((".html", ".htm")):
        page = read_page(data, name)
        return Document(page.text, sha256, MEDIA_TYPES["html"], page.title, page.published, page.url)
    return Document(decode(data, name), sha256, MEDIA_TYPES["text"])
