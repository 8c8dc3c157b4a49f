"""Tell what makes a name look like another without being it: to be proposed, never united."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from awardgraph.model.names import CHARACTERS, INVISIBLE, fold

__all__ = ["FLAGS", "flags", "look_alike", "skeleton"]

_LATIN: Final = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_GREEK: Final = "\u0370-\u03ff\u1f00-\u1fff"
_CYRILLIC: Final = "\u0400-\u052f\u1c80-\u1c8f\ua640-\ua69f"
_THAI_MARK: Final = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_LAO_OR_KHMER: Final = "\u0e80-\u0eff\u1780-\u17ff"

#: Scripts whose letters pass for each other's. Latin beside Thai or Hangul deceives nobody.
_DECEIVING: Final = (
    (_LATIN, f"{_GREEK}{_CYRILLIC}\u0530-\u058f\u13a0-\u13ff"),  # Armenian and Cherokee too
    (_GREEK, _CYRILLIC),
    ("\u0e00-\u0e7f", _LAO_OR_KHMER),
)
_WORD: Final = re.compile(r"(?:[^\W\d_]|[\u0300-\u036f\u0e30-\u0e4e\u0eb0-\u0ece\u17b4-\u17d3])+")
_SCRIPTS: Final = tuple((re.compile(f"[{one}]"), re.compile(f"[{other}]")) for one, other in _DECEIVING)

#: Joiners are letters' business in Arabic, the scripts of India, Myanmar and Cambodia, and in emoji.
_NEEDS_JOINERS: Final = "\u0600-\u0dff\u1000-\u109f\u1780-\u17ff\u2600-\u27bf\U0001f000-\U0001faff"
_BIDI: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNSEEN: Final = re.compile(
    f"(?!(?<=[{_NEEDS_JOINERS}\ufe0f])[\u200c\u200d\ufe0f])"
    f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in INVISIBLE)}\u115f\u1160\u2800\u3164\uffa0]"
)
_REPLACED: Final = re.compile("\ufffd")

#: General category of Unicode → what a character of it is called here.
_CATEGORIES: Final = {"Cc": "control", "Co": "private-use", "Cn": "unassigned", "Cs": "unassigned"}

#: Two vowels or two tone marks on one Thai consonant; three accents on one Latin letter, decomposed.
_STACK: Final = re.compile("[\u0e31\u0e34-\u0e39]{2}|[\u0e48-\u0e4b]{2}|[A-Za-z][\u0300-\u036f]{3}")

#: The only digit of a Latin word, inside it: 0 in four characters, 1 between small letters in five.
#: Not H1N1, PM10, B2B, i18n, MTA1Mw; what this lets pass has the skeleton of what it passes for.
_DIGIT: Final = re.compile(
    r"(?<![^\W_])(?:(?=[A-Za-z0]{4})[A-Za-z]+0[A-Za-z]+|(?=[A-Za-z1]{5})[A-Za-z]*[a-z]1[a-z]+)(?![^\W_])"
)

#: What `flags` may return; the messages for people have these keys.
FLAGS: Final = (
    "mixed-scripts", "bidi-control", "invisible", "control", "private-use", "unassigned", "replacement",
    "stray-mark", "mark-stack", "digit-for-letter",
)  # fmt: skip

#: Letters that look like others, each under the one it looks like: after confusables.txt of Unicode
#: Technical Standard 39, with small letters that are drawn as small capitals (к м т). Thai letters that
#: differ by a stroke (ฎ ฏ, ค ต, ข ฃ) are letters of their own.
_LOOKS: Final = str.maketrans(
    {
        letter: seen
        for seen, letters in {
            # Cyrillic and Greek small letters
            "a": "\u0430\u03b1", "c": "\u0441\u03f2", "d": "\u0501", "e": "\u0435\u04bd", "h": "\u04bb",
            "i": "\u0456\u03b9\u04cf", "j": "\u0458\u03f3", "k": "\u03ba\u043a", "m": "\u043c",
            "n": "\u03b7", "o": "\u043e\u03bf\u03c3", "p": "\u0440\u03c1", "q": "\u051b", "r": "\u0433",
            "s": "\u0455", "t": "\u0442\u03c4", "u": "\u03c5", "v": "\u03bd\u0475", "w": "\u051d\u0461",
            "x": "\u0445\u03c7", "y": "\u0443\u03b3\u04af",
            # Cyrillic and Greek capital letters
            "A": "\u0410\u0391", "B": "\u0412\u0392\u042c", "C": "\u0421\u03f9", "E": "\u0415\u0395",
            "F": "\u03dc", "G": "\u050c", "H": "\u041d\u0397", "I": "\u0406\u0399\u04c0",
            "J": "\u0408\u037f", "K": "\u041a\u039a", "M": "\u041c\u039c", "N": "\u039d",
            "O": "\u041e\u039f", "P": "\u0420\u03a1", "S": "\u0405", "T": "\u0422\u03a4", "V": "\u0474",
            "W": "\u051c", "X": "\u0425\u03a7", "Y": "\u0423\u03a5\u04ae", "Z": "\u0396",
            # Lao and Khmer; the ring above is nikhahit's double
            "จ": "\u0e88", "บ": "\u0e9a", "ป": "\u0e9b", "ฝ": "\u0e9d", "พ": "\u0e9e", "ฟ": "\u0e9f",
            "ย": "\u0e8d", "ฯ": "\u17d4", "ิ": "\u17b7", "ี": "\u17b8", "ึ": "\u17b9", "ื": "\u17ba",
            "ุ": "\u0eb8", "ู": "\u0eb9", "่": "\u0ec8\u17cb", "้": "\u0ec9", "๊": "\u0eca", "๋": "\u0ecb",
            "ํ": "\u030a\u0ecd",
        }.items()
        for letter in letters
    }
)  # fmt: skip
_ZERO: Final = re.compile(r"(?<=[A-Za-z])0(?=[A-Za-z])")
_ONE: Final = re.compile(r"(?<=[A-Za-z])1(?=[A-Za-z])|(?<=[a-z])I")


def flags(name: str) -> tuple[str, ...]:
    r"""Return what is suspicious about the writing of a name, as keys of `FLAGS`, in their order.

    A flag says that the name may pass for another, not that it is wrong; where `fold` has mended
    the writing (a tone mark typed before its vowel), there is none.

    >>> flags("M\u043ePH"), flags("กรมอนามัย")
    (('mixed-scripts',), ())
    """
    if name.isascii() and name.isprintable() and not _has_digit_for_letter(name):
        return ()
    categories = {unicodedata.category(letter) for letter in name if not letter.isspace()}
    words = [fold(word) for word in name.split()]
    found = {_CATEGORIES[category] for category in categories & _CATEGORIES.keys()}
    checks = {
        "mixed-scripts": any(_mixes(word) for word in _WORD.findall(unicodedata.normalize("NFC", name))),
        "bidi-control": bool(_BIDI.search(name)),
        "invisible": bool(_UNSEEN.search(name)),
        "replacement": bool(_REPLACED.search(name)),
        "stray-mark": any(_has_stray_mark(word) for word in words),
        "mark-stack": bool(_STACK.search(unicodedata.normalize("NFD", " ".join(words)))),
        "digit-for-letter": _has_digit_for_letter(name),
    }
    found |= {flag for flag, holds in checks.items() if holds}
    return tuple(flag for flag in FLAGS if flag in found)


@lru_cache(maxsize=1 << 16)
def skeleton(name: str) -> str:
    r"""Return what a name looks like, folded: names of equal skeletons and unequal folds may be confused.

    Compatibility forms (bold, superscript) become plain, letters of other scripts the ones that they
    look like, and 0 and 1 inside a Latin word o and l. Case counts: a capital nu looks like N, a
    small one like v. To propose by, never to unite by.

    >>> skeleton("\u0420\u0422\u0422") == skeleton("PTT")
    True
    """
    seen = unicodedata.normalize("NFKD", _BIDI.sub("", name).translate(CHARACTERS)).translate(_LOOKS)
    return fold(_ONE.sub("l", _ZERO.sub("o", seen)))


def look_alike(one: str, other: str) -> bool:
    """Return whether two names look the same without being written alike.

    >>> look_alike("MOPH", "M0PH"), look_alike("MOPH", "moph")
    (True, False)
    """
    return skeleton(one) == skeleton(other) and fold(one) != fold(other)


def _mixes(word: str) -> bool:
    return any(one.search(word) and other.search(word) for one, other in _SCRIPTS)


def _has_digit_for_letter(name: str) -> bool:
    return bool(_DIGIT.search(name))


def _has_stray_mark(word: str) -> bool:
    """Return whether a mark of a folded word stands on no letter; a Thai one needs a consonant."""
    for before, mark in zip(f" {word}", word, strict=False):
        if unicodedata.category(mark)[0] != "M":
            continue
        if "\u0e00" < mark < "\u0e80":
            if not ("ก" <= before <= "ฮ" or re.match(f"[{_THAI_MARK}]", before)):
                return True
        elif unicodedata.category(before)[0] not in "LM":
            return True
    return False
