"""Labels short enough for a picture: cleaned, wrapped to two lines, measured."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.naming import tail
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.exporters.views.picture import Node

__all__ = ["LINE", "broken", "clusters", "cut", "in_language", "lines_of", "plain", "width", "wrapped"]

#: Characters that stand on a line of a label.
LINE: Final = 24

_ELLIPSIS: Final = "…"

#: Controls, marks of direction and halves of surrogate pairs: they could reorder or break a page.
_UNSAFE: Final = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

#: An era and its year stay on one line.
_ERA: Final = re.compile(r"(พ\.ศ\.|ค\.ศ\.|B\.E\.) ")

#: Thai vowels written before their consonant: a syllable begins at them, never ends.
_LEADING_VOWELS: Final = frozenset("เแโใไ")

#: Thai letters that belong to the cluster before: sara a, aa and am, lakkhangyao, signs of repetition.
_TRAILING: Final = frozenset("ะาำๅๆฯ")


def plain(text: str) -> str:
    r"""Return a text without the characters that could reorder or break a page, on one line.

    >>> plain("a\u202eb\x00c")
    'abc'
    """
    return " ".join(_UNSAFE.sub("", text).split())


def clusters(text: str) -> list[str]:
    """Return a text in pieces that must not be torn apart: a letter with its marks and vowels.

    >>> clusters("น้ำเกาะ")
    ['น้ำ', 'เกาะ']
    """
    pieces: list[str] = []
    for char in text:
        marks = unicodedata.category(char) in ("Mn", "Mc", "Me") or char in _TRAILING or char == "\u200d"
        leads = bool(pieces) and pieces[-1][-1] in _LEADING_VOWELS
        if pieces and (marks or (leads and not char.isspace())):
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def width(text: str) -> int:
    """Return roughly how wide a text is, in the columns that a Thai consonant or a Latin letter takes.

    A Korean syllable or a Chinese character takes two.
    """
    seen = (char for char in text if unicodedata.category(char) not in ("Mn", "Me", "Cf"))
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in seen)


def lines_of(node: Node) -> Bilingual:
    """Return what is written under a mark in each language, in lines; never empty."""
    if node.short:
        return _each(node.short, lambda text: "\n".join(map(cut, text.split("\n"))))
    return _each(node.label or Bilingual(en=tail(node.iri)), wrapped)


def in_language(names: Bilingual, lang: Language) -> str:
    """Return a name in a language, or in the other one where it has none."""
    return (names.th if lang == "th" else names.en) or names.first


def _each(names: Bilingual, write: Callable[[str], str]) -> Bilingual:
    return Bilingual(th=write(in_language(names, "th")), en=write(in_language(names, "en")))


def cut(text: str, line: int = LINE) -> str:
    """Return a text on one line, cut with an ellipsis where it is too long.

    >>> cut("United Nations Public Service Awards")
    'United Nations Public…'
    """
    text = plain(text)
    if width(text) <= line:
        return text
    return "".join(broken(clusters(text), line)[0]).rstrip(" :,-") + _ELLIPSIS


def wrapped(text: str, line: int = LINE) -> str:
    r"""Return a label on at most two lines, broken between words where it can be, cut with an ellipsis.

    >>> wrapped("Digital Economy Promotion Agency")
    'Digital Economy\nPromotion Agency'
    """
    text = plain(text)
    # A last letter or two alone on a line would be harder to read than a line that is a little long.
    if width(text) <= line + 2:
        return text
    first, rest = broken(clusters(_ERA.sub("\\1\u00a0", text)), line)
    second = "".join(rest).strip()
    return f"{''.join(first).rstrip()}\n{cut(second, line)}" if second else "".join(first)


def broken(pieces: list[str], line: int) -> tuple[list[str], list[str]]:
    """Split pieces after as many as fit on a line, at the best place near its end."""
    fits = total = 0
    for piece in pieces:
        total += width(piece)
        if total > line:
            break
        fits += 1
    fits = max(fits, 1)
    if fits >= len(pieces):
        return pieces, []
    # A space is the best place, a syllable that shows its beginning the next best.
    last = max((at for at in range(fits, fits // 3, -1) if pieces[at] == " "), default=0)
    last = last or max(
        (at for at in range(fits, fits // 2, -1) if pieces[at][0] in _LEADING_VOWELS), default=0
    )
    last = last or max(
        (at for at in range(fits, fits // 2, -1) if _letters_meet(pieces[at - 1], pieces[at])), default=0
    )
    at = last or fits
    return pieces[:at], pieces[at:]


def _letters_meet(before: str, after: str) -> bool:
    """Return whether a Thai word meets a Latin one or a number here."""
    return ("\u0e00" <= before[0] <= "\u0e7f") != ("\u0e00" <= after[0] <= "\u0e7f")
