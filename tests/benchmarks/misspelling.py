"""Names as people write them: variants that fold to the same, errors of typing, and names nobody bears."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TO_THAI_DIGITS: Final = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

#: Thai marks that are often left out, and letters that are often taken for another.
_MARKS: Final = "่้๊๋์็ัิีึืุู"
_MISTAKEN: Final = ("ศสษ", "ณน", "ฏฎ", "ฑท", "ภถ", "ซช", "ใไ", "รล", "ei", "sz", "ck", "ae", "nm")


def written(names: Sequence[str], count: int) -> Iterator[str]:
    """Yield names, ever the same: one half variants of known ones, the rest misspelt or unknown."""
    dice = random.Random(count)
    for n in range(count):
        name = dice.choice(names)
        yield _variant(name, dice) if n % 2 else _unknown(name, dice) if n % 4 else misspelt(name, dice)


def _variant(name: str, dice: random.Random) -> str:
    return dice.choice(
        (name, name.upper(), f" {name} ", name.replace(" ", "  "), name.translate(_TO_THAI_DIGITS))
    ).replace("ำ", dice.choice(("ำ", "ํา")))


def _unknown(name: str, dice: random.Random) -> str:
    """Return the beginning of a name, as every body of a kind has it, with an end that no name has."""
    end = "".join(dice.choice("กขคงจชดตทนบปผพมยรลวสหอะาเแโ") for _ in range(dice.randrange(4, 16)))
    return name[: len(name) // 2] + end


def misspelt(name: str, dice: random.Random) -> str:
    """Return a name with one error of typing, or two in a long one."""
    for _ in range(2 if len(name) > 24 else 1):
        place = dice.randrange(1, len(name) - 1) if len(name) > 2 else 0
        letter = name[place]
        alike = next((group.replace(letter, "") for group in _MISTAKEN if letter in group), "")
        marks = [n for n, mark in enumerate(name) if mark in _MARKS]
        name = dice.choice(
            (
                name[:place] + name[place + 1 :],
                name[:place] + letter + name[place:],
                name[:place] + name[place + 1 : place + 2] + letter + name[place + 2 :],
                name[:place] + dice.choice(alike or "กนรs") + name[place + 1 :],
                name[: marks[0]] + name[marks[0] + 1 :] if marks else name + letter,
            )
        )
    return name
