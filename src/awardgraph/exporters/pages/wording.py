"""Words of the pages: the messages of both languages, and values written in them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from awardgraph.model.dates import BUDDHIST_OFFSET
from awardgraph.model.language import Bilingual
from awardgraph.resources import text as carried

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LANGUAGES", "Language", "both", "messages", "written"]

Language = Literal["th", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("th", "en")

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@cache
def messages(lang: Language) -> Mapping[str, Any]:
    """Return the words of one language, by section and key."""
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
    '7 September 2023 (B.E. 2566)'
    """
    if kind == "word":
        return both("outcome", re.split("[/#]", text)[-1])
    if kind == "at least":
        return both("written", "at_least", n=text)
    match = _DATE.fullmatch(text) if kind in ("short year", "year", "date") else None
    if match:
        form = "short_year" if kind == "short year" else ""
        return _each(lambda lang: _dated(match, lang, form))
    return Bilingual(th=text or None, en=text or None)


def _dated(match: re.Match[str], lang: Language, form: str = "") -> str:
    words, (year, month, day) = messages(lang), match.groups()
    form = form or ("date" if day else "month" if month else "year")
    name = words["months"][int(month) - 1] if month and 1 <= int(month) <= len(words["months"]) else month
    common = int(year)
    parts = {"common": common, "buddhist": common + BUDDHIST_OFFSET, "month": name, "day": int(day or 0)}
    return str(words["written"][form]).format(**parts)


def _each(write: Callable[[Language], str]) -> Bilingual:
    return Bilingual(**{lang: write(lang) for lang in LANGUAGES})
