"""Which letters the glyphs of a PDF are, where its fonts do not say it.

Thai fonts have several shapes for a mark, of which a PDF often names only one; the others come out as
nothing. The files of browsers and of Word say the letters beside such a cluster (ActualText, ISO
32000-1, 14.9.4), from which the missing ones are learned here, font by font.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["SHOWS", "codes_of", "fonts_of", "learn_glyphs", "letters_of"]

#: The operators that show text.
SHOWS: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})


def learn_glyphs(pages: Iterable[Any], contents: Sequence[Any]) -> None:
    """Add to the fonts of pages the letters that their clusters tell of glyphs without any."""
    fonts: dict[int, Any] = {}
    clusters: dict[int, list[tuple[list[str], str]]] = defaultdict(list)
    for page, content in zip(pages, contents, strict=True):
        named = fonts_of(page)
        fonts |= {id(font): font for font in named.values()}
        for name, codes, text in _clusters(content.operations if content is not None else ()):
            if name in named:
                clusters[id(named[name])].append((codes, text))
    for key, told in clusters.items():
        _teach(fonts[key], told)


def fonts_of(page: Any) -> Mapping[str, Any]:
    """Return the composite fonts of a page, whose codes are two bytes long."""
    resources = page.get("/Resources")
    fonts = (resources.get_object() if resources is not None else {}).get("/Font")
    named = {
        name: font.get_object() for name, font in (fonts.get_object() if fonts is not None else {}).items()
    }
    return {
        name: font
        for name, font in named.items()
        if font.get("/Subtype") == "/Type0"
        and font.get("/Encoding") == "/Identity-H"
        and "/ToUnicode" in font
    }


def _clusters(operations: Iterable[tuple[Any, bytes]]) -> Iterable[tuple[str, list[str], str]]:
    """Yield the font, the codes and the letters of each cluster that tells its letters."""
    font = ""
    spans: list[str | None] = []
    codes: list[str] = []
    for operands, operator in operations:
        if operator == b"Tf" and operands:
            font = str(operands[0])
        elif operator in {b"BDC", b"BMC"}:
            told = (
                operands[1].get("/ActualText") if len(operands) > 1 and hasattr(operands[1], "get") else None
            )
            spans.append(None if told is None else str(told))
            codes = []
        elif operator == b"EMC" and spans:
            text = spans.pop()
            if text and codes:
                yield font, codes, text
            codes = []
        elif operator in SHOWS and spans and spans[-1]:
            codes += codes_of(operands)


def codes_of(operands: Sequence[Any]) -> list[str]:
    """Return the codes (four hexadecimal digits) that an operator shows in a composite font."""
    shown = operands[-1] if operands else ()
    parts = shown if isinstance(shown, list) else [shown]
    return [
        part[at : at + 2].hex().upper()
        for part in parts
        if isinstance(part, bytes)
        for at in range(0, len(part) - 1, 2)
    ]


_RANGES: Final = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*(<[0-9A-Fa-f\s]+>|\[[^\]]*\])")
_SINGLES: Final = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f\s]+)>")


def letters_of(font: Any) -> dict[str, str]:
    """Return code → letters of a composite font; a code that its table gives NUL is not known."""
    cmap = font["/ToUnicode"].get_object().get_data()
    known: dict[str, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        known |= {code.decode().upper(): _text(text) for code, text in _SINGLES.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, to in _RANGES.findall(block):
            start, texts = int(first, 16), re.findall(rb"<([^>]*)>", to)
            for code in range(start, int(last, 16) + 1):
                if to.startswith(b"["):
                    text = _text(texts[code - start]) if code - start < len(texts) else ""
                else:
                    begin = _text(texts[0])
                    text = begin[:-1] + chr(ord(begin[-1]) + code - start) if begin else ""
                known[f"{code:04X}"] = text
    return {code: text for code, text in known.items() if text.strip("\0")}


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")


def _teach(font: Any, clusters: Iterable[tuple[list[str], str]]) -> None:
    """Write what clusters tell into the table of a font."""
    from pypdf.generic import DecodedStreamObject, NameObject

    cmap = font["/ToUnicode"].get_object().get_data()
    known = letters_of(font)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for codes, text in clusters:
        for code, letters in _matched(codes, text, known):
            votes[code][letters] += 1
    if not votes:
        return
    lines = [
        f"<{code}> <{told.most_common(1)[0][0].encode('utf-16-be').hex()}>"
        for code, told in sorted(votes.items())
    ]
    added = f"\n{len(lines)} beginbfchar\n" + "\n".join(lines) + "\nendbfchar\nendcmap"
    stream = DecodedStreamObject()
    head, _, tail = cmap.rpartition(b"endcmap")
    stream.set_data(head + added.encode() + tail)
    font[NameObject("/ToUnicode")] = stream


def _matched(codes: Sequence[str], text: str, known: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Return code → letter for the codes that the table does not know, where nothing is left to guess."""
    unknown = [code for code in codes if code not in known]
    left = text.replace("ำ", "\u0e4dา")  # shown as two glyphs
    for code in codes:
        for letter in known.get(code, ""):
            left = left.replace(letter, "", 1)
    return zip(unknown, left, strict=True) if unknown and len(unknown) == len(left) else ()
