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
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import Literal, NamedNode, QuerySolutions

    from awardgraph.graph.store import Graph

__all__ = ["KINDS", "Parameter", "Question", "ask", "find_question", "read_question", "read_questions"]

#: What a parameter may be.
KINDS: Final = ("iri", "year", "day", "integer", "text")

#: The entries of a front matter; those that every question has, and one that some have.
_NEEDED: Final = ("title", "title-th", "description", "description-th", "columns")
_OPTIONAL: Final = ("parameters",)

_ENTRY: Final = re.compile(r"# ([a-z-]+): *(.*)")
_FURTHER: Final = re.compile(r"#   +(\S.*)")
_PARAMETER: Final = re.compile(r"([a-z_]+) \(([a-z]+)(?:, default (\S(?:.*\S)?))?\)")
_COLUMN: Final = re.compile(r"([a-z_]+) — (\S.*)")

#: Years above it are Buddhist ones: 2566 is 2023.
_LAST_CE: Final = 2400


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question may be told: a variable that stands for one term when the question is asked.

    Attributes:
        kind: one of :data:`KINDS`.
        default: as a person writes it; empty where the question is asked of everything unless told.
    """

    name: str
    kind: str
    default: str = ""

    def term(self, written: str, base: str) -> NamedNode | Literal:
        """Return the term for what a person wrote: an IRI or ``kind:slug``, a year (พ.ศ. or CE), a day, …

        Raises:
            UsageError: it is nothing of this parameter's kind.
        """
        from pyoxigraph import Literal, NamedNode

        try:
            match self.kind:
                case "iri":
                    prefix, _, local = written.partition(":")
                    if namespace := prefixes(base).get(prefix):
                        return NamedNode(namespace + local)
                    return NamedNode(written)
                case "year":
                    year = parse_year(
                        written, "BE" if written.isdecimal() and int(written) > _LAST_CE else "CE"
                    )
                    return Literal(f"{year:04}", datatype=NamedNode(PREFIXES["xsd"] + "gYear"))
                case "day":
                    return Literal(parse_day(written), datatype=NamedNode(PREFIXES["xsd"] + "date"))
                case "integer":
                    return Literal(int(written))
        except ValueError as error:
            message = f"{self.name} is of the kind {self.kind}; {written!r} is not: {error}."
            raise UsageError(message) from error
        return Literal(written)


@dataclass(frozen=True, slots=True)
class Question:
    """A question with a name.

    Attributes:
        name: its file without the ending; :func:`find_question` also takes it without the number.
        columns: name of each column, in order, with what it holds.
        text: the query, front matter included.
    """

    name: str
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
    """Return the question of a name, with its number or without.

    Raises:
        UsageError: there is none; the message says which name is nearest.

    >>> find_question("first-time-winners").title.en
    'Who won for the first time?'
    """
    questions = read_questions()
    for question in questions:
        if name in (question.name, question.name.partition("-")[2]):
            return question
    guess = nearest(name, [question.name.partition("-")[2] for question in questions])
    message = f"there is no question called {name!r}. {guess}".rstrip()
    raise UsageError(message)


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
    return Question(
        name=path.stem,
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
        problem = f"{written!r} is no parameter; expected name (kind) or name (kind, default value)."
        raise SourceError(where, line, problem, f"Kinds are {', '.join(KINDS)}.")
    return Parameter(match[1], match[2], match[3] or "")


def _column(where: str, line: int, written: str) -> tuple[str, str]:
    match = _COLUMN.fullmatch(written)
    if not match:
        raise SourceError(where, line, f"{written!r} is no column; expected name — what it holds.")
    return match[1], match[2]
