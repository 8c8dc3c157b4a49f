"""Find the people that a text names in full, with their titles and posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.patterns import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["Names", "Person", "compile_names", "find_people"]

_GIVEN: Final = r"[ก-ฮเแโใไ][ก-๎]{1,24}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person at one place of a text.

    Attributes:
        start: where the titles begin; end: where the surname ends (half-open, clean text).
        name: where the given name begins.
        honorific: the titles.
        given, surname: as printed; the surname is empty where the given name stands alone.
    """

    start: int
    name: int
    end: int
    honorific: str
    given: str
    surname: str


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """The patterns for people, compiled once."""

    title: re.Pattern[str]
    full: re.Pattern[str]
    not_surname: re.Pattern[str]
    role: re.Pattern[str]


def compile_names(lexicon: Lexicon) -> Names:
    """Return the patterns of a lexicon for people."""
    words: Mapping[str, list[str]] = lexicon.lists["titles"]
    titles = alternatives([*words["titles"], *words["personal"]])
    title = rf"(?:(?!{alternatives(words['not_title'], patterns=True)})(?:{titles})(?:\s?\(?หญิง\)?)?\s?)"
    surname = rf"(?P<surname>(?:ณ )?{_GIVEN}(?: ณ [ก-๎]+)?)"
    full = rf"(?<![เแโใไ])(?P<titles>{title}+)(?P<given>{_GIVEN})(?: {{1,3}}{surname})?"
    roles = lexicon.lists["roles"]["roles"]
    return Names(
        re.compile(titles),
        re.compile(full),
        re.compile(
            rf"(?:{alternatives(words['not_surname'])})|(?:{alternatives(words['whole_words'])})(?![ก-๎])"
        ),
        re.compile(alternatives(roles)),
    )


def find_people(text: str, names: Names) -> list[Person]:
    """Return every place where a clean text names a person with a title, in order."""
    return list(_found(text, names))


def _found(text: str, names: Names) -> Iterator[Person]:
    at = 0
    for title in names.title.finditer(text):
        if title.start() < at or (found := names.full.match(text, title.start())) is None:
            continue
        given, surname = found["given"], found["surname"] or ""
        at = found.end("given")
        if names.not_surname.match(given) or len(given) < 2:
            continue
        end = found.end("given")
        if (
            surname
            and not names.not_surname.match(surname)
            and not names.full.match(text, found.start("surname"))
        ):
            cut = names.role.search(surname, 3)
            stuck = re.compile(r"(?:กล่าว|เปิดเผย|พร้อมด้วย|เป็นประธาน|ได้(?=รับ|มอบ|กล่าว))").search(surname, 2)
            stops = [stop.start() for stop in (cut, stuck) if stop]
            surname = surname[: min(stops)] if stops else surname
            end = found.start("surname") + len(surname)
            at = end
        else:
            surname = ""
            stuck = re.compile(r"(?:กล่าว|เปิดเผย|พร้อมด้วย|ให้สัมภาษณ์)").search(given, 2)
            given = given[: stuck.start()] if stuck else given
            end = found.start("given") + len(given)
        yield Person(found.start(), found.start("given"), end, found["titles"].strip(), given, surname)
