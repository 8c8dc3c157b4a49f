"""The named questions: the program's own, and those that the ontology has to answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from awardgraph.errors import SourceError, UsageError, nearest
from awardgraph.model.dates import parse_day, parse_year
from awardgraph.model.language import Bilingual
from awardgraph.resources import ontology_root, text
from awardgraph.vocabulary.namespaces import PREFIXES, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pyoxigraph import Literal, NamedNode, QuerySolutions

    from awardgraph.graph.store import Graph

__all__ = [
    "ENTITIES",
    "KINDS",
    "Parameter",
    "Question",
    "ask",
    "find_question",
    "names_of",
    "read_question",
    "read_questions",
]

#: Kinds of parameters that stand for an entity → the class of these; ``iri`` is anything that has a name.
ENTITIES: Final = {
    "iri": "",
    "agency": "org:Organization",
    "category": "awg:Category",
    "level": "awg:Level",
    "person": "foaf:Person",
    "place": "awg:Place",
    "project": "awg:Project",
    "scheme": "awg:AwardScheme",
}

#: The entries of a front matter; those that every question has, and one that some have.
_NEEDED: Final = ("title", "title-th", "description", "description-th", "columns")
_OPTIONAL: Final = ("alias", "parameters")

_ENTRY: Final = re.compile(r"# ([a-z-]+): *(.*)")
_FURTHER: Final = re.compile(r"#   +(\S.*)")
_PARAMETER: Final = re.compile(r"([a-z_]+) \(([a-z]+)(?:, (default|such as) (\S(?:.*\S)?))?\)")
_ALIAS: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_COLUMN: Final = re.compile(r"([a-z_]+) — (\S.*)")

#: Years above it are Buddhist ones: 2566 is 2023.
_LAST_CE: Final = 2400

_INTEGER: Final = re.compile(r"[+-]?\d{1,18}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")

#: What people call the two languages.
_LANGUAGES: Final = {
    "ไทย": "th",
    "ภาษาไทย": "th",
    "thai": "th",
    "อังกฤษ": "en",
    "ภาษาอังกฤษ": "en",
    "english": "en",
}


def _year(written: str) -> str:
    try:
        return f"{parse_year(written, 'BE' if written.isdecimal() and int(written) > _LAST_CE else 'CE'):04}"
    except ValueError:
        message = "expected one from 1900 to 2099 (CE) or from 2443 to 2642 (พ.ศ.)"
        raise ValueError(message) from None


def _integer(written: str) -> str:
    if not _INTEGER.fullmatch(written):
        message = "expected a whole number of up to 18 digits"
        raise ValueError(message)
    return str(int(written))


def _tag(written: str) -> str:
    tag = _LANGUAGES.get(written.casefold(), written)
    if not _LANGUAGE.fullmatch(tag):
        message = "expected a language, such as th or en"
        raise ValueError(message)
    return tag.lower()


#: Kinds of parameters that stand for a value → its XSD type, and what reads what a person wrote.
_LITERALS: Final[dict[str, tuple[str, Callable[[str], str]]]] = {
    "year": ("gYear", _year),
    "day": ("date", parse_day),
    "integer": ("integer", _integer),
    "language": ("string", _tag),
    "text": ("string", str),
}

#: What a parameter may be.
KINDS: Final = (*ENTITIES, *_LITERALS)


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told: a variable that stands for one term when the question is asked.

    Attributes:
        kind: one of :data:`KINDS`.
        default: as a person writes it; empty where the question is asked of everything unless told.
        example: of a parameter that must be given, a value; empty for the others.
    """

    name: str
    kind: str
    default: str = ""
    example: str = ""

    def term(self, written: str, base: str) -> NamedNode | Literal:
        """Return the term for what a person wrote: an IRI or ``kind:slug``, a year (พ.ศ. or CE), a day, …

        Raises:
            UsageError: it is nothing of this parameter's kind.
        """
        from pyoxigraph import Literal, NamedNode

        try:
            if self.kind in ENTITIES:
                prefix, colon, local = written.partition(":")
                namespace = prefixes(base).get(prefix) if colon else None
                return NamedNode(namespace + local if namespace else written)
            datatype, read = _LITERALS[self.kind]
            # A text is what was written, to the last space; what else is read does not begin with one.
            return Literal(
                read(written if self.kind == "text" else written.strip()),
                datatype=NamedNode(PREFIXES["xsd"] + datatype),
            )
        except ValueError as error:
            message = f"{self.name} is of the kind {self.kind}; {written!r} is not: {error}."
            raise UsageError(message) from error


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name.

    Attributes:
        name: its file without the ending; :func:`find_question` also takes it without the number.
        alias: a short name beside it; may be empty.
        columns: name of each column, in order, with what it holds.
        text: the query, front matter included.
    """

    name: str
    alias: str
    title: Bilingual
    description: Bilingual
    parameters: tuple[Parameter, ...]
    columns: tuple[tuple[str, str], ...]
    text: str


def ask(graph: Graph, name: str, **bindings: NamedNode | Literal) -> Iterator[dict[str, str]]:
    """Yield the rows of a named question as texts by column; a column without a value is left out.

    What is not bound has the question's default.

    Raises:
        UsageError: no question has that name.
    """
    try:
        query, given = text(f"sparql/{name}.rq"), dict(bindings)
    except FileNotFoundError:
        question = find_question(name)
        query = question.text
        given = {p.name: p.term(p.default, graph.manifest.base) for p in question.parameters if p.default}
        given |= bindings
    answer = cast("QuerySolutions", graph.query(query, given))
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield {name: term.value for name, term in zip(names, row, strict=True) if term is not None}


def find_question(name: str) -> Question:
    """Return the question of a name, with its number or without, or of an alias.

    Raises:
        UsageError: there is none; the message says which name is nearest.

    >>> find_question("first-time-winners").title.en
    'Who won for the first time?'
    """
    questions = read_questions()
    for question in questions:
        if name and name in names_of(question):
            return question
    guess = nearest(name, [known for question in questions for known in names_of(question)[:-1]])
    message = f"there is no question called {name!r}. {guess or 'awardgraph questions lists them.'}"
    raise UsageError(message)


def names_of(question: Question) -> tuple[str, ...]:
    """Return what a question may be called: its alias where it has one, its name without number, and with it.

    >>> names_of(find_question("winners"))
    ('winners', 'register-of-edition', '21-register-of-edition')
    """
    return (*filter(None, (question.alias, question.name.partition("-")[2])), question.name)


def read_questions() -> tuple[Question, ...]:
    """Return the questions that come with the ontology, in the order of their numbers.

    Raises:
        SourceError: one of them has a front matter that cannot be read; with file and line.
    """
    return tuple(read_question(path) for path in sorted((ontology_root() / "questions").glob("*.rq")))


def read_question(path: Path) -> Question:
    """Return the question in a file.

    Raises:
        SourceError: its front matter lacks an entry or has one that cannot be read; with the line.
    """
    content = path.read_text(encoding="utf-8")
    entries = _front_matter(path.name, content)
    for key in _NEEDED:
        if key not in entries:
            problem = f"the front matter has no entry {key!r}."
            raise SourceError(path.name, 1, problem, f"Write a line “# {key}: …” above the query.")

    def whole(key: str) -> str:
        return " ".join(line for _, line in entries[key])

    parameters = [
        (number, part.strip()) for number, line in entries.get("parameters", []) for part in line.split(" ; ")
    ]
    alias = whole("alias") if "alias" in entries else ""
    if alias and not _ALIAS.fullmatch(alias):
        problem = f"{alias!r} is no alias; expected small letters, with hyphens between words."
        raise SourceError(path.name, entries["alias"][0][0], problem)
    return Question(
        name=path.stem,
        alias=alias,
        title=Bilingual(th=whole("title-th"), en=whole("title")),
        description=Bilingual(th=whole("description-th"), en=whole("description")),
        parameters=tuple(_parameter(path.name, *part) for part in parameters),
        columns=tuple(_column(path.name, *part) for part in entries["columns"]),
        text=content,
    )


def _front_matter(where: str, content: str) -> dict[str, list[tuple[int, str]]]:
    """Return the entries above the query: by key, their lines with numbers."""
    entries: dict[str, list[tuple[int, str]]] = {}
    key = ""
    for number, line in enumerate(content.splitlines(), 1):
        if not line.startswith("#"):
            break
        if further := _FURTHER.fullmatch(line):
            if not key:
                raise SourceError(where, number, "a line that goes on stands before the first entry.")
            entries[key].append((number, further[1]))
            continue
        entry = _ENTRY.fullmatch(line)
        if not entry:
            problem = "expected “# key: …”, or “#   …” that goes on."
            raise SourceError(where, number, problem, "Remarks belong below the first line of the query.")
        key = entry[1]
        if key in entries or key not in (*_NEEDED, *_OPTIONAL):
            problem = f"the entry {key!r} is {'there twice' if key in entries else 'not known'}."
            raise SourceError(where, number, problem, nearest(key, {*_NEEDED, *_OPTIONAL} - entries.keys()))
        if not entry[2].strip():
            raise SourceError(where, number, f"the entry {key!r} is empty.")
        entries[key] = [(number, entry[2].strip())]
    return entries


def _parameter(where: str, line: int, written: str) -> Parameter:
    match = _PARAMETER.fullmatch(written)
    if not match or match[2] not in KINDS:
        problem = f"{written!r} is no parameter; expected name (kind), or name (kind, default value)."
        remedy = f"For one that must be given: name (kind, such as value). Kinds are {', '.join(KINDS)}."
        raise SourceError(where, line, problem, remedy)
    given = {"such as": "example", "default": "default"}
    return Parameter(match[1], match[2], **({given[match[3]]: match[4]} if match[3] else {}))


def _column(where: str, line: int, written: str) -> tuple[str, str]:
    match = _COLUMN.fullmatch(written)
    if not match:
        raise SourceError(where, line, f"{written!r} is no column; expected name — what it holds.")
    return match[1], match[2]
