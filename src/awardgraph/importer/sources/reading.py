"""Read a source's bytes as text, or say exactly why not."""

from __future__ import annotations

import codecs
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SourceText", "read_text"]

_SAVE_AS: Final = "Save it as UTF-8 without a byte-order mark and import it again."

#: Byte-order marks, longest first, with the name a person knows.
_MARKS: Final = (
    (b"\xef\xbb\xbf", "a UTF-8 byte-order mark, which some spreadsheets write"),
    (b"\xff\xfe", "the mark of UTF-16"),
    (b"\xfe\xff", "the mark of UTF-16"),
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source's text, the name to call it by in errors, and the SHA-256 of its bytes."""

    where: str
    text: str
    sha256: str


def read_text(path: Path, where: str, *, marked: bool = False) -> SourceText:
    """Return the text of a UTF-8 file.

    Args:
        marked: accept a leading byte-order mark, which spreadsheets write and need to read Thai.

    Raises:
        SourceError: there is no such file, it is a directory, it is empty, it is not UTF-8
            (the line of the first wrong byte is named), or it begins with a byte-order mark.
    """
    try:
        raw = path.read_bytes()
    except IsADirectoryError:
        raise SourceError(
            where, None, "is a directory; a file was expected.", "Name the files in it."
        ) from None
    except FileNotFoundError:
        raise SourceError(where, None, "there is no such file.", "Check the name.") from None
    except OSError as error:
        raise SourceError(where, None, f"cannot be read: {error.strerror}.") from error
    if marked:
        raw = raw.removeprefix(codecs.BOM_UTF8)
    for mark, name in _MARKS:
        if raw.startswith(mark):
            raise SourceError(where, 1, f"the file begins with {name}; plain UTF-8 was expected.", _SAVE_AS)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        guess = "; it looks like TIS-620 (Windows-874)" if _looks_thai(raw) else ""
        raise SourceError(where, line, f"the text is not UTF-8{guess}.", _SAVE_AS) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError(where, line, "holds a NUL character; plain UTF-8 text was expected.", _SAVE_AS)
    if not text.strip():
        raise SourceError(where, 1, "the file is empty.", "Fill it, or take it away.")
    return SourceText(where, text, hashlib.sha256(raw).hexdigest())


def _looks_thai(raw: bytes) -> bool:
    # Thai letters stand at A1–FB in TIS-620 and make up most of what is not ASCII.
    high = [byte for byte in raw[:4096] if byte >= 0x80]
    return bool(high) and sum(0xA1 <= byte <= 0xFB for byte in high) > 0.9 * len(high)
