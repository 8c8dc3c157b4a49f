"""Words of the pages: the messages of both languages, and values written in them."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from awardgraph.model.language import Bilingual
from awardgraph.model.printing import format_day
from awardgraph.resources import text as carried

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LANGUAGES", "Language", "both", "messages", "written"]

Language = Literal["th", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("th", "en")


@cache
def messages(lang: Language) -> Mapping[str, Any]:
    """Return the words of one language, by section and key."""
    import tomllib

    return tomllib.loads(carried(f"messages/{lang}.toml"))


def both(section: str, key: str, **parts: object) -> Bilingual:
    """Return one message in both languages, with its places filled; the key where it has no words.

    >>> both("counted", "award", n=3)
    Bilingual(th='3 รางวัล', en='3 awards')
    """
    return _each(lambda lang: str(messages(lang)[section].get(key, key)).format(**parts))


def written(kind: str, text: str) -> Bilingual:
    """Return a value of a fact as people write it: ``kind`` is that of the fact's row.

    Dates are ISO 8601 in the Common Era, of a year, a month or a day; what is no date stays as it is.

    >>> written("date", "2023-09-07").en
    '7 September 2023 (2566 BE)'
    """
    if kind == "word":
        return both("outcome", re.split("[/#]", text)[-1])
    if kind == "at least":
        return both("written", "at_least", n=text)
    if kind in ("short year", "year", "date"):
        with suppress(ValueError):
            return _each(lambda lang: format_day(text, lang, both=kind != "short year"))
    return Bilingual(th=text or None, en=text or None)


def _each(write: Callable[[Language], str]) -> Bilingual:
    return Bilingual(**{lang: write(lang) for lang in LANGUAGES})
