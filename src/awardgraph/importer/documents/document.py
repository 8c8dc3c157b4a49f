"""What a file of a release holds: its text, and what the file itself says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from awardgraph.model.calendar import When

__all__ = ["LARGEST", "MEDIA_TYPES", "Document", "Kind"]

Kind: TypeAlias = Literal["text", "html", "docx", "pdf"]

#: The media type of each kind, as registered with IANA.
MEDIA_TYPES: Final[dict[Kind, str]] = {
    "text": "text/plain",
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}

#: The largest file that is read, in bytes; a release with its pictures has some five million.
LARGEST: Final = 50_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A document and its text.

    Attributes:
        text: the text on which all places count (code points). Of plain text it is the whole file, decoded,
            without a byte-order mark; of any other kind what was extracted, with a line for each paragraph.
        sha256: of the file's bytes.
        media_type: as registered with IANA.
        title: if the file tells one, else empty.
        published: the day or month of publication if a web page states it; other files only know when
            they were made.
        url: the address that a web page gives as its own, else empty.
    """

    text: str
    sha256: str
    media_type: str
    title: str = ""
    published: When | None = None
    url: str = ""
