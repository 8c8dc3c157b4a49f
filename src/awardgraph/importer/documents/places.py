"""Where the glyphs of a PDF stand, told so that pypdf sees words and not gaps between letters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from awardgraph.importer.documents.glyphs import SHOWS, codes_of, fonts_of, letters_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["settle"]

_Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_IDENTITY: Final[_Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

#: Thai marks above and below a consonant, in the area for private use as well.
_MARKS: Final = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\uf701-\uf70e\uf710-\uf71a\uf884-\uf899]+")

#: Operators that move along in other ways; browsers and Word use none of them.
_OTHER_MOVES: Final = frozenset({b"TD", b"T*", b"'", b'"'})


def settle(page: Any, content: Any) -> None:
    """Give each text of a page its whole place in one operator, and marks none of their own.

    Browsers set the line first and move along it after; pypdf takes each such movement for a gap between
    words where the font changes. A mark has no width and is drawn back over its consonant, so that what
    follows looks far away from it.
    """
    from pypdf.generic import FloatObject, NameObject

    if content is None or any(operator in _OTHER_MOVES for _, operator in content.operations):
        return
    tables = {name: letters_of(font) for name, font in fonts_of(page).items()}
    letters: Mapping[str, str] = {}
    operations: list[tuple[Any, bytes]] = []
    line, size, height = _IDENTITY, 0.0, None
    moved = False
    for operands, operator in content.operations:
        if operator == b"BT":
            line, moved, height = _IDENTITY, False, None
        elif operator == b"Tf" and len(operands) == 2:
            letters, size = tables.get(str(operands[0]), {}), float(operands[1])
        elif operator == b"Tm" and len(operands) == 6:
            a, b, c, d, e, f = map(float, operands)
            line, moved = (a, b, c, d, e, f), True
            continue
        elif operator == b"Td" and len(operands) == 2:
            a, b, c, d, e, f = line
            x, y = map(float, operands)
            line, moved = (a, b, c, d, e + x * a + y * c, f + x * b + y * d), True
            continue
        elif operator in SHOWS:
            shown = "".join(letters.get(code, " ") for code in codes_of(operands))
            above = height is not None and abs(line[5] - height) < size * abs(line[3])
            if moved and not (above and _MARKS.fullmatch(shown)):
                operations.append(([FloatObject(number) for number in line], b"Tm"))
                moved, height = False, line[5]
        operations.append((operands, operator))
    content.operations = operations
    page[NameObject("/Contents")] = content
