"""Find the people that a text names in full, with their titles and posts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.cues import Cues, compile_cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.lexicon import Lexicon

__all__ = ["Names", "Person", "compile_names", "find_people"]

_GIVEN: Final = r"[ก-ฮเแโใไ][ก-๎]{1,24}"
_CAPITAL: Final = (
    r"(?:(?:van|von|der|den|de|la|del|da|di|dos|bin|binti|al|el)[ \-])*"
    r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]+"
)

#: How many letters before a post a name without a title, and what stands before it, have.
_BARE: Final = 70

#: No name is so long that it goes on behind its pattern.
_CUT: Final = re.compile("[ก-๎]")
#: Verbs that are printed right behind a given name, and behind a surname.
_VERB: Final = re.compile(
    r"กล่าว|เปิดเผย|พร้อมด้วย|ให้สัมภาษณ์|บอกว่า|ระบุว่า|เสริมว่า|ย้ำว่า|เล่าว่า|ได้(?=กล่าว|เล่า|รับ|มอบ|เปิด|ชี้)"
    r"|ถ่าย(?=ภาพ|รูป|ร่วม)|(?:กับ|และ|โดย)(?=นาย|นาง)|รายงาน|ฝากบอก|ยอมรับ|ชี้แจง|อธิบาย|แถลง|กระซิบ|ซึ่ง(?=เป็น|ได้|ขึ้น|มา|เข้า)"
)
_VERB_BEHIND: Final = re.compile(
    r"กล่าว|เปิดเผย|พร้อมด้วย|เป็นประธาน|ให้สัมภาษณ์|ได้(?=รับ|มอบ|กล่าว)|เข้ารับ|เข้าร่วม|บอกว่า|ระบุว่า|เสริมว่า"
)


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

    title: Cues
    full: Cues
    not_surname: re.Pattern[str]
    role: re.Pattern[str]
    second: re.Pattern[str]
    latin: re.Pattern[str]
    latin_titles: tuple[str, ...]
    calling: re.Pattern[str]
    nickname: re.Pattern[str]
    posts: re.Pattern[str]
    bare: re.Pattern[str]
    at_foot: Cues


def compile_names(lexicon: Lexicon) -> Names:
    """Return the patterns of a lexicon for people."""
    words: Mapping[str, list[str]] = lexicon.lists["titles"]
    titles = alternatives([*words["titles"], *words["personal"]])
    title = rf"(?:(?!{alternatives(words['not_title'], patterns=True)})(?:{titles})(?:\s?\(?หญิง\)?)?\s?)"
    surname = rf"(?P<surname>(?:ณ )?{_GIVEN}(?:-{_GIVEN})?(?: ณ [ก-๎]+)?)"
    full = rf"(?<![เแโใไ])(?P<titles>{title}+)(?P<given>{_GIVEN})(?: {{1,3}}{surname})?"
    roles = lexicon.lists["roles"]["roles"]
    none = (
        rf"(?!ณ (?:{alternatives(words['of_town'])})(?![ก-๎]))"
        rf"(?:(?:{alternatives(words['not_surname'])})|(?:{alternatives(words['whole_words'])})(?![ก-๎])"
        rf"|(?:{alternatives(lexicon.lists['parts']['saying'])})[ก-๎]*ว่า(?![ก-๎]))"
    )
    callings = alternatives([*words["callings"], *words["titles"]])
    return Names(
        compile_cues(map(re.escape, [*words["titles"], *words["personal"]]), titles),
        compile_cues(map(re.escape, [*words["titles"], *words["personal"]]), full),
        re.compile(none),
        re.compile(alternatives(roles)),
        re.compile(
            rf" {{1,2}}(?!{none}|{alternatives(roles)})"
            rf"(?P<second>(?:(?!{alternatives(words['not_second'])})[ก-๎]){{4,21}})"
            rf"(?= {{1,2}}(?:{alternatives(roles)}))"
        ),
        re.compile(
            rf"(?<![A-Za-z.])(?P<titles>(?:(?:{alternatives(words['latin'])})\.?\s{{1,2}})+)"
            rf"(?P<name>{_CAPITAL}(?:\s(?!(?:{alternatives(words['not_latin'])})\b)(?:{_CAPITAL}|[A-Z]\.)){{1,3}})"
        ),
        tuple(words["latin"]),
        re.compile(rf"(?<![ก-๎])(?:{callings})\s?$"),
        re.compile(rf"\s?(?:หรือ\s?|\((?=[“\"]|{callings}))[“\"]?(?P<nick>[ก-๎.]{{3,20}})"),
        *_compile_bare(lexicon, none),
    )


def _compile_bare(lexicon: Lexicon, none: str) -> tuple[re.Pattern[str], re.Pattern[str], Cues]:
    """Return the patterns of names without a title: posts that do something, names before them, at foot."""
    words, lists = lexicon.lists["titles"], lexicon.lists
    roles, behind = lists["roles"]["roles"], words["bare_behind"]
    bodies = [row["prefix"] for row in lists["organisations"]["prefixes"]]
    begins = alternatives(
        [*words["titles"], *words["personal"], *words["not_bare"], *bodies, *behind, *roles]
    )
    word = rf"(?!{none}|{begins})[ก-ฮเแโใไ][ก-๎]{{2,24}}"
    name = rf"(?P<given>{word}) {{1,2}}(?P<surname>{word})"
    foot = lists["parts"]["foot"]
    return (
        re.compile(rf" (?=(?:{alternatives(roles)})[^\n]{{0,90}}?{words['proves']})"),
        re.compile(
            rf"(?:^\s*|[”\"]\s?|(?<![ก-๎])(?:{alternatives(behind)})\s?|\d{{4}}\s){name} ?$", re.MULTILINE
        ),
        compile_cues(
            [foot], rf"(?<!\S)(?:{foot})(?:(?<=:)|(?<=โดย))\s{{0,2}}{name}(?=\s*(?:\n|$|[/(|]|โทร)| {{2}})"
        ),
    )


def find_people(text: str, names: Names) -> list[Person]:
    """Return every place where a clean text names a person: with a title, or proven to be a name without."""
    titled = [*_thai(text, names), *_latin(text, names)]
    bare = [
        person
        for person in _bare(text, names)
        if not any(person.start < other.end and other.start < person.end for other in titled)
    ]
    return sorted([*titled, *bare], key=lambda person: person.start)


def _bare(text: str, names: Names) -> Iterator[Person]:
    """Yield names without a title."""
    before = (
        names.bare.search(text, max(0, post.start() - _BARE), post.start())
        for post in names.posts.finditer(text)
    )
    foot = names.at_foot.finditer(text)
    for found in (*before, *foot):
        if found:
            start, end = found.start("given"), found.end("surname")
            yield Person(start, start, end, "", found["given"], found["surname"])


def _thai(text: str, names: Names) -> Iterator[Person]:
    at = 0
    for title in names.title.finditer(text):
        if title.start() < at or (found := names.full.match(text, title.start())) is None:
            continue
        at = found.end("given")
        given = _unstuck(found["given"], _VERB)
        whole = given == found["given"]
        if names.not_surname.match(given) or len(given) < 2 or (whole and _CUT.match(text, at)):
            continue
        at = min(at, found.start("given") + len(given) + 1)
        given = given.rstrip("ฯ")
        surname = found["surname"] or ""
        if (
            given != found["given"]
            or given.endswith("ว่า")
            or surname.endswith("ว่า")
            or names.not_surname.match(surname)
            or names.full.match(text, found.start("surname"))
            or _CUT.match(text, found.end("surname"))
        ):
            surname = ""
        if surname:
            cut = names.role.search(surname, 3)
            surname = _unstuck(surname[: cut.start()] if cut else surname, _VERB_BEHIND)
            at = found.start("surname") + len(surname)
            if second := names.second.match(text, at):
                surname, at = f"{surname} {second['second']}", second.end("second")
        end = at if surname else found.start("given") + len(given)
        yield Person(found.start(), found.start("given"), end, found["titles"].strip(), given, surname)


def _unstuck(name: str, verb: re.Pattern[str]) -> str:
    """Return a name without the verb that is printed right behind it."""
    stuck = verb.search(name, 2)
    return name[: stuck.start()] if stuck else name


def _latin(text: str, names: Names) -> Iterator[Person]:
    if not any(title in text for title in names.latin_titles):
        return
    for found in names.latin.finditer(text):
        given, *others = found["name"].split()
        yield Person(
            found.start(),
            found.start("name"),
            found.end("name"),
            found["titles"].strip(),
            given,
            " ".join(others),
        )
