"""Names in two languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NOBODY", "THAI_DIGITS", "Bilingual", "language_of", "printable"]

#: For str.translate: Thai digits → Arabic ones.
THAI_DIGITS: Final = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]")

_SCRIPTS: Final = (("th", r"[\u0e00-\u0e7f]"), ("ko", r"[\uac00-\ud7af]"))


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A name in Thai, in English, or in both; None where no source gives it."""

    th: str | None = None
    en: str | None = None

    @classmethod
    def of(cls, name: str) -> Bilingual:
        """Return a name whose letters say which of the two it is: Thai, or else English."""
        return cls(th=name) if language_of(name) == "th" else cls(en=name)

    def __bool__(self) -> bool:
        return bool(self.th or self.en)

    def __iter__(self) -> Iterator[str]:
        return (name for name in (self.th, self.en) if name)

    @property
    def first(self) -> str:
        """The Thai name, else the English one, else an empty string."""
        return self.th or self.en or ""


#: A name that nobody gave.
NOBODY: Final = Bilingual()


def printable(text: str) -> str:
    r"""Return a text in one line without control characters: a source must not steer a reader's terminal.

    >>> printable("a\x1b[2J\n b")
    'a�[2J b'
    """
    return _CONTROL.sub("\ufffd", " ".join(text.split()))


def language_of(text: str, default: str = "en") -> str:
    """Return the language tag of a text by its letters: th, ko, else the default.

    >>> language_of("ดีป้า"), language_of("depa")
    ('th', 'en')
    """
    return next((tag for tag, letters in _SCRIPTS if re.search(letters, text)), default)
