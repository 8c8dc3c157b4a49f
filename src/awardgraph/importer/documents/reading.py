"""Read a document of any kind we know: the kind is told by what is inside, not by the name."""

from __future__ import annotations

import hashlib

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST, MEDIA_TYPES, Document
from awardgraph.importer.documents.encodings import decode

__all__ = ["read_document"]


def read_document(data: bytes, name: str) -> Document:
    """Return a document's text with what the file tells of itself.

    Args:
        data: the bytes of the file.
        name: what to call it in errors.

    Raises:
        SourceError: it is empty, larger than 50 MB, no document with a text, or damaged.

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
    return Document(decode(data, name), hashlib.sha256(data).hexdigest(), MEDIA_TYPES["text"])
