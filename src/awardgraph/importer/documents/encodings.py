"""Bytes → text, by mark, as UTF-8, or in the Thai code page that older programs write."""

from __future__ import annotations

import codecs
import re
from typing import Final

from awardgraph.errors import SourceError

__all__ = ["decode"]

#: Byte-order marks and what follows them. The mark is no part of the text (The Unicode Standard, 23.8).
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: The first letters of files that are no text → what they are.
_BINARY: Final = (
    (b"\x89PNG", "a picture (PNG)"), (b"\xff\xd8\xff", "a picture (JPEG)"), (b"GIF8", "a picture (GIF)"),
    (b"II*\0", "a picture (TIFF)"), (b"MM\0*", "a picture (TIFF)"),
    (b"RIFF", "a picture or a sound (RIFF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"), (b"Rar!", "an archive (RAR)"),
    (b"7z\xbc\xaf", "an archive (7z)"), (b"\0\0\0", "a film, or another binary file"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
)  # fmt: skip

#: Marks of Thai in TIS-620, those that follow a consonant or a mark, and what stands beside its like.
_MARK: Final = re.compile(rb"[\xd1\xd4-\xda\xe7-\xee]")
_MARK_IN_PLACE: Final = re.compile(rb"(?<=[\xa1-\xce\xd1\xd4-\xda\xe7-\xee])[\xd1\xd4-\xda\xe7-\xee]")
_HIGH: Final = re.compile(rb"[\x80-\xff]")
_IN_RUNS: Final = re.compile(rb"[\x80-\xff]{2,}")

#: What pages declare that are no UTF-8 → Python's name; browsers, too, read Latin-1 as Windows-1252.
_DECLARED: Final = {
    **dict.fromkeys(("tis-620", "tis620", "iso-8859-11", "windows-874", "cp874"), "cp874"),
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "windows-1252", "cp1252"), "cp1252"),
}

#: Characters that no text is made of; some stand in what was copied from elsewhere.
_CONTROLS: Final = re.compile("[\x01-\x08\x0e-\x1f]")


def decode(data: bytes, where: str, declared: str = "") -> str:
    """Return the text of a file: after its byte-order mark, as UTF-8, or in TIS-620 (Windows-874).

    Args:
        where: what to call the file.
        declared: the encoding that a page names; asked only where the bytes are not UTF-8.

    Raises:
        SourceError: it is empty, no text, or in an encoding that cannot be told for sure.

    >>> decode("กรม".encode("tis-620"), "a.txt")
    'กรม'
    """
    for letters, what in _BINARY:
        if data.startswith(letters):
            raise SourceError(where, None, f"is {what}; a text was expected.", "Name a document with text.")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        text = _in_code_page(data, declared) if not mark else ""
        if not text:
            line = data.count(b"\n", 0, error.start) + 1
            raise SourceError(
                where,
                line,
                "the text is neither UTF-8 nor, for sure, TIS-620 (Windows-874).",
                "Save it as UTF-8.",
            ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError(
            where, line, "holds a NUL character; a text was expected.", "Save it as UTF-8 text."
        )
    if len(_CONTROLS.findall(text)) > len(text) / 50:
        raise SourceError(where, None, "is no text that can be read.", "Save it as UTF-8 text.")
    if not text.strip():
        raise SourceError(where, 1, "the file is empty.", "Fill it, or take it away.")
    return text


def _in_code_page(data: bytes, declared: str) -> str:
    """Return the text in the code page that the letters or else the page speak for; empty where none does."""
    name = "cp874" if _looks_thai(data) else _DECLARED.get(declared.lower(), "")
    try:
        return data.decode(name) if name else ""
    except UnicodeDecodeError:
        return ""


def _looks_thai(data: bytes) -> bool:
    """Tell whether letters stand in runs and marks on consonants, as in Thai and no other code page."""
    high, marks = len(_HIGH.findall(data)), len(_MARK.findall(data))
    in_runs = sum(map(len, _IN_RUNS.findall(data)))
    return in_runs > 0.9 * high and len(_MARK_IN_PLACE.findall(data)) >= 0.98 * marks
