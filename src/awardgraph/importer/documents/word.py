"""The text of Word documents (.docx): paragraphs, tables, notes; what was struck out is not read."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["CELLS", "read_word", "word_inside"]

#: What stands between two cells of a row; never inside a name.
CELLS: Final = " | "

_W: Final = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main ",
    "http://purl.oclc.org/ooxml/wordprocessingml/main ",  # ISO/IEC 29500, strict
)

#: Elements whose text is no part of the document: deleted or moved away, a field's code, and the second
#: drawing of a text box, for programs that cannot draw the first.
_UNREAD: Final = frozenset(
    {"del", "pPrChange", "moveFrom", "instrText", "delText", "Fallback", "delInstrText"}
)

#: What a run may hold beside text → how it is written.
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}

#: By which attribute the elements of numbering.xml are known.
_IDS: Final = {"abstractNum": " abstractNumId", "lvl": " ilvl", "num": " numId"}

#: Parts with a text in the order in which they are read: page headers tell of no award.
_PARTS: Final = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")

_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, OSError, EOFError, NotImplementedError, RuntimeError,
)  # fmt: skip

_SAVE_AGAIN: Final = "Open it in Word and save it again as .docx."


def word_inside(data: bytes) -> bool:
    """Tell whether a zip archive is a Word document; one that is damaged is none."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _PARTS[0] in archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return False


def read_word(data: bytes, where: str) -> tuple[str, str]:
    """Return the text of a Word document, a line for each paragraph and each row, and its title.

    Insertions that are tracked are read and deletions are not, as if all changes were accepted.

    Raises:
        SourceError: it is damaged, unfolds to more than 50 MB, or holds no text.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            bullets = _bullets(_part(archive, "word/numbering.xml", where))
            lines = [line for part in _PARTS for line in _lines(_part(archive, part, where), bullets)]
            title = _title(_part(archive, "docProps/core.xml", where))
    except _DAMAGED as error:
        raise SourceError(where, None, f"is a damaged Word document ({error}).", _SAVE_AGAIN) from None
    except ValueError as error:
        raise SourceError(where, None, f"is no Word document to be trusted: {error}.", _SAVE_AGAIN) from None
    text = "\n".join(lines)
    if not text.strip():
        raise SourceError(where, None, "holds no text.", "If it is a picture of a text, type it out.")
    return text, title


def _part(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """Return a part's bytes; nothing where there is no such part."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        # The size that an archive states may be a lie: what comes out is counted.
        content = part.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise SourceError(
            where,
            None,
            f"unfolds to more than {LARGEST // 1_000_000} MB.",
            "Save the release alone, or as text.",
        )
    return content


class _Reader:
    """What has been read of one part so far."""

    def __init__(self, bullets: frozenset[tuple[str, str]]) -> None:
        self.bullets = bullets
        self.item: dict[str, str] = {}  # of the paragraph: its list (numId) and level in it (ilvl)
        self.counts: dict[str, list[int]] = {}  # of each list, the numbers reached
        self.lines: list[str] = []
        self.words: list[str] = []
        self.rows: list[list[str]] = []  # of each open table row, its cells
        self.unread = 0
        self.in_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if self.unread or tag in _UNREAD:
            self.unread += 1
        elif tag == "p":
            self.close()  # a text box stands inside a paragraph
        elif tag == "tr":
            self.rows.append([])
        elif tag == "tc" and self.rows:
            self.rows[-1].append("")
        elif tag in {"numId", "ilvl"}:
            self.item[tag] = _value(attributes)
        elif name.startswith(_W):
            self.in_text = tag == "t"
            self.words += _SIGNS.get(tag, "")

    def end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if self.unread:
            self.unread -= 1
        elif tag == "p":
            self.close()
        elif tag == "tr":
            cells = self.rows.pop()
            self.put(CELLS.join(cells))
        self.in_text = False

    def data(self, text: str) -> None:
        if self.in_text and not self.unread:
            self.words.append(text)

    def close(self) -> None:
        """End a paragraph."""
        if self.words:
            self.put(self.number() + "".join(self.words))
            self.words.clear()
        self.item = {}

    def number(self) -> str:
        """Return what Word draws before an item of a list: a bullet, or its number and those above it."""
        wanted, level = self.item.get("numId", "0"), self.item.get("ilvl", "0")
        if wanted == "0" or not level.isdecimal() or len(level) > 1:
            return ""
        if (wanted, level) in self.bullets:
            return "• "
        counts = self.counts.setdefault(wanted, [])
        counts[int(level) + 1 :] = []
        counts += [0] * (int(level) + 1 - len(counts))
        counts[-1] += 1
        return ".".join(str(max(count, 1)) for count in counts) + (". " if len(counts) == 1 else " ")

    def put(self, line: str) -> None:
        """Put a line where it belongs: into the cell that is open, or into the text."""
        if self.rows and self.rows[-1]:
            cell = self.rows[-1][-1]
            self.rows[-1][-1] = f"{cell} {line}" if cell else line
        else:
            self.lines.append(line)


def _lines(content: bytes, bullets: frozenset[tuple[str, str]]) -> list[str]:
    reader = _Reader(bullets)
    _parse(content, reader.start, reader.end, reader.data)
    reader.close()
    return reader.lines


def _bullets(content: bytes) -> frozenset[tuple[str, str]]:
    """Return the lists and levels (numId, ilvl) whose items have bullets instead of numbers."""
    drawn: dict[str, set[str]] = {}
    made: list[tuple[str, str]] = []
    at = {"abstractNum": "", "lvl": "", "num": ""}

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag in at:
            at[tag] = next((told for key, told in attributes.items() if key.endswith(_IDS[tag])), "")
        elif tag == "numFmt" and _value(attributes) == "bullet":
            drawn.setdefault(at["abstractNum"], set()).add(at["lvl"])
        elif tag == "abstractNumId":
            made.append((at["num"], _value(attributes)))

    _parse(content, start, lambda _: None, lambda _: None)
    return frozenset((number, level) for number, kind in made for level in drawn.get(kind, ()))


def _value(attributes: dict[str, str]) -> str:
    return next((told for key, told in attributes.items() if key.endswith(" val")), "")


def _title(content: bytes) -> str:
    """Return the title in a document's properties."""
    words: list[str] = []
    inside: list[bool] = [False]

    def start(name: str, _attributes: dict[str, str]) -> None:
        inside[0] = name == "http://purl.org/dc/elements/1.1/ title"

    def end(_name: str) -> None:
        inside[0] = False

    _parse(content, start, end, lambda text: words.append(text) if inside[0] else None)
    return "".join(words).strip()


def _parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> None:
    """Parse XML without entities: a document type is where such attacks begin, and Word writes none."""
    if not content:
        return
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    parser.StartDoctypeDeclHandler = _refuse
    parser.Parse(content, True)


def _refuse(*_: object) -> None:
    message = "it declares a document type"
    raise ValueError(message)
