"""Read the lexicons of a data folder, and put their forms into one automaton."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.yaml_nodes import parse_yaml
from awardgraph.resources import data_root

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from awardgraph.importer.identity.register import Register
    from awardgraph.importer.sources.yaml_nodes import Node

__all__ = ["Entry", "Lexicon", "read_lexicon", "spaceless"]

#: Parts of a scheme's file → the kind of what they name.
_PARTS: Final = {"special": "special", "branches": "branch", "categories": "category"}

_SCHEME_KEYS: Final = (
    "aliases",
    "bare",
    "organiser",
    "owners",
    "everyday",
    "special",
    "branches",
    "categories",
)

#: Lists of awards.yaml that are found as they stand; the others are parts of patterns.
_CUES: Final = ("not_award", "again", "definition", "on_the_way", "closers", "lists")

#: Grades that are read alone where a line begins: a place among others.
_RANK: Final = re.compile("ชนะเลิศ|รองชนะเลิศ|อันดับ|เหรียญ")

#: What stands before a name and is no part of it.
_PREFIX: Final = re.compile("^(?:รางวัล|สาขา|ประเภท)+")

#: What a category's name says of any scheme: the rank of the bodies that may win.
_EVERYDAY: Final = re.compile("(?:ประเภท|รางวัล)*(?:หน่วยงาน)ระดับ|(?:ประเภท|รางวัล)*ระดับกรม$")

#: Types of agencies that are neither ministries nor departments nor the like.
_RANKS: Final = {"ministry": 1, "unit": 3, "hospital": 3, "school": 3}


@dataclass(frozen=True, slots=True)
class Entry:
    """One form that a lexicon knows.

    Attributes:
        kind: scheme, branch, category, special, level, agency, province, or a kind of cue.
        form: as it is looked for.
        value: what it means: the name by which two forms are the same.
        scheme: name of the scheme it belongs to; empty where it belongs to none.
        branch: the branch that a category implies.
        bare: whether it is believed without a word such as รางวัล or สาขา before it.
        rank: of an agency: 1 ministry, 2 department, 3 what is below.
    """

    kind: str
    form: str
    value: str
    scheme: str = ""
    branch: str = ""
    bare: bool = False
    rank: int = 2


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All lexicons of a data folder, ready to read with.

    Attributes:
        automaton: finds the forms of the entries in a text without white space and in small letters.
        lists: the words of awards.yaml, roles.yaml and the like, by file and key.
        abbreviations: short form without dots → names of the bodies that bear it.
        parents: name of a body → name of the one above it.
        organisers: name of a scheme → who holds its ceremony.
        owners: name of a scheme → the bodies that give it.
        provinces: their Thai names, without จังหวัด.
    """

    automaton: Any
    entries: tuple[Entry, ...]
    lists: Mapping[str, Mapping[str, Any]]
    abbreviations: Mapping[str, tuple[str, ...]]
    parents: Mapping[str, str]
    organisers: Mapping[str, str]
    owners: Mapping[str, frozenset[str]]
    provinces: tuple[str, ...]


def spaceless(text: str) -> str:
    """Return a text in small letters (ASCII) without white space; a form is looked for like this."""
    return "".join(text.split()).translate(_SMALL)


_SMALL: Final = {code: code + 32 for code in range(65, 91)}


def read_lexicon(data: Path, without: Collection[str] = ()) -> Lexicon:
    """Return the lexicons of a data folder, with the bodies and schemes of its register.

    A folder without lexicon/ is read with the lexicons that come with the program.

    Args:
        without: forms to leave out, to measure what a text that nobody has seen would give.

    Raises:
        SourceError: a file says what it may not, with its line.
    """
    folder = next(own for own in (data / "lexicon", data_root() / "lexicon") if own.is_dir())
    lists = {
        name: _plain(parse_yaml(read_text(folder / f"{name}.yaml", f"lexicon/{name}.yaml")))
        for name in ("awards", "organisations", "roles", "titles", "parts", "ceremonies", "confidence")
    }
    register = read_register(data / "register")
    organisers: dict[str, str] = {}
    owners: dict[str, frozenset[str]] = {}
    everyday: set[str] = set()
    entries = [*_cues(lists["awards"])]
    known: dict[str, str] = {}
    for path in sorted((folder / "schemes").glob("*.yaml")):
        node = parse_yaml(read_text(path, f"lexicon/schemes/{path.name}"))
        node.fields(("id", "name", "source"), _SCHEME_KEYS)
        scheme = _plain(node)
        known[scheme["id"]] = scheme["name"]
        organisers[scheme["name"]] = scheme.get("organiser", "")
        owners[scheme["name"]] = frozenset(scheme.get("owners", ()))
        everyday.update(_PREFIX.sub("", spaceless(form)) for form in scheme.get("everyday", ()))
        entries += _scheme(scheme)
    entries += _registered(
        register, known, everyday | {_PREFIX.sub("", spaceless(entry.form)) for entry in entries}
    )
    agencies, abbreviations, parents = _agencies(register)
    entries += agencies
    left_out = set(without)
    entries = [entry for entry in entries if entry.form not in left_out]
    provinces = tuple(
        entry.names.th.removeprefix("จังหวัด")
        for (kind, _), entry in register.entries.items()
        if kind == "place" and entry.row.get("type") == "province" and entry.names.th
    )
    return Lexicon(
        _automaton(entries), tuple(entries), lists, abbreviations, parents, organisers, owners, provinces
    )


def _plain(node: Node) -> Any:  # noqa: ANN401 (what a file of words holds)
    if isinstance(node.value, dict):
        return {key: _plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [_plain(value) for value in node.value]
    return node.value


def _cues(awards: Mapping[str, Any]) -> Iterator[Entry]:
    for kind in _CUES:
        yield from (Entry(kind, form, form) for form in awards[kind])
    for row in awards["levels"]:
        yield Entry("level", row["level"], row.get("of", row["level"]), bare=bool(_RANK.match(row["level"])))


def _scheme(scheme: Mapping[str, Any]) -> Iterator[Entry]:
    name = scheme["name"]
    for form in dict.fromkeys((name, *scheme.get("aliases", ()))):
        yield Entry("scheme", form, name, name)
    for form in scheme.get("bare", ()):
        yield Entry("scheme", form, name, name, bare=True)
    for part, kind in _PARTS.items():
        for row in scheme.get(part, ()):
            value, bare = row.get("of", row["name"]), row.get("bare") == "yes"
            forms = (row["name"], f"รางวัล{row['name']}") if kind == "special" else (row["name"],)
            for form in dict.fromkeys(forms):
                yield Entry(kind, form, value, name, row.get("branch", ""), bare)


def _registered(register: Register, known: Mapping[str, str], ours: set[str]) -> Iterator[Entry]:
    """Yield the names of schemes, branches and categories of the register that no lexicon has."""
    for (kind, _), entry in register.entries.items():
        if kind not in ("scheme", "branch", "category"):
            continue
        scheme = entry if kind == "scheme" else register.get("scheme", register.scheme_of(entry))
        name = scheme and (known.get(scheme.id) or scheme.names.th or scheme.names.en)
        for form in entry.spellings() if name else ():
            if kind != "scheme" and (form.isascii() or _EVERYDAY.match(form)):
                continue  # a category's English name is an everyday word, so is a rank of bodies
            bare_form = _PREFIX.sub("", spaceless(form))
            if len(bare_form) >= 6 and bare_form not in ours:
                value = name if kind == "scheme" else entry.names.th or form
                yield Entry(kind, form, value or "", name or "", bare=kind == "scheme" and form.isascii())


def _agencies(register: Register) -> tuple[list[Entry], dict[str, tuple[str, ...]], dict[str, str]]:
    entries: list[Entry] = []
    short: dict[str, list[str]] = {}
    parents: dict[str, str] = {}
    for (kind, _), entry in register.entries.items():
        name = entry.names.th
        if kind != "agency" or not name or entry.row.get("type") == "province":
            continue
        rank = _RANKS.get(entry.row.get("type"), 2)
        entries += (
            Entry("agency", form, name, rank=rank) for form in entry.spellings() if re.search("[ก-๎]{4}", form)
        )
        for form in entry.abbreviations():
            short.setdefault(form.replace(".", ""), []).append(name)
        parent = register.get("agency", entry.row.get("parent"))
        if parent and parent.names.th:
            parents[name] = parent.names.th
    return entries, {form: tuple(dict.fromkeys(names)) for form, names in short.items()}, parents


def _automaton(entries: list[Entry]) -> Any:  # noqa: ANN401 (the library has no types)
    import ahocorasick

    forms: dict[str, list[Entry]] = {}
    for entry in entries:
        forms.setdefault(spaceless(entry.form), []).append(entry)
    automaton = ahocorasick.Automaton()
    for form, same in forms.items():
        if not form:
            raise SourceError("lexicon", None, "a form is empty.", "Fill it, or take it away.")
        automaton.add_word(form, (len(form), tuple(same)))
    automaton.make_automaton()
    return automaton
