"""The example in Turtle: its parts under their headings, and one line of it for each term that it uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from awardgraph.errors import SourceError
from awardgraph.exporters.ontology.statements import Statements, curie
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.external import TYPE, XSD_INTEGER
from awardgraph.vocabulary.namespaces import AWG, DEFAULT_BASE

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.exporters.ontology.statements import Value

__all__ = ["Example", "Part", "read_example"]

_HEADING: Final = re.compile(r"^# ── (?P<en>.+) · (?P<th>.+)$", re.MULTILINE)
_TERM: Final = re.compile(r"\bawg:(\w+)")

#: Longest text of a literal in a line that shows one term.
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file: its heading, its text, and the local names of our terms in it."""

    number: int
    heading: Bilingual
    text: str
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """The example.

    Attributes:
        preamble: what comes before the first part: base and prefixes.
        parts: in the order of the file.
        lines: a statement with the term, by the term's local name.
    """

    preamble: str
    parts: tuple[Part, ...]
    lines: dict[str, str]


def read_example(path: Path) -> Example:
    """Return an example whose parts stand below lines like ``# ── Heading · หัวเรื่อง``.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        text, statements = path.read_text(encoding="utf-8"), Statements(path)
    except (OSError, SyntaxError) as error:
        raise SourceError(str(path), None, f"the example cannot be read: {error}.") from error
    headings = list(_HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    parts = tuple(
        Part(
            number,
            Bilingual(th=heading["th"], en=heading["en"]),
            body := text[heading.end() : end].strip(),
            frozenset(_TERM.findall(body)),
        )
        for number, (heading, end) in enumerate(zip(headings, ends, strict=True), 1)
    )
    before = text[: headings[0].start()] if headings else text
    preamble = "\n".join(line for line in before.splitlines() if not line.startswith("#")).strip()
    return Example(preamble, parts, _lines(statements))


def _lines(statements: Statements) -> dict[str, str]:
    lines: dict[str, str] = {}
    for subject, predicate, value in statements:
        # A class is shown by a thing of it, a property by a statement, an individual where it is the value.
        term = value.value if predicate == TYPE or value.value.startswith(AWG) else predicate
        verb = "a" if predicate == TYPE else curie(predicate, statements.prefixes)
        line = f"{_iri(subject, statements)} {verb} {_value(value, statements)} ."
        for name in {term, predicate}:
            if name.startswith(AWG):
                lines.setdefault(name.removeprefix(AWG), line)
    return lines


def _iri(iri: str, statements: Statements) -> str:
    if iri.startswith(DEFAULT_BASE):
        return f"<{iri.removeprefix(DEFAULT_BASE)}>"
    short = curie(iri, statements.prefixes)
    return short if short != iri else f"<{iri}>"


def _value(value: Value, statements: Statements) -> str:
    if not isinstance(value, Literal):
        return _iri(value.value, statements)
    if value.datatype.value == XSD_INTEGER:
        return value.value
    text = value.value if len(value.value) <= _LONGEST else value.value[:_LONGEST].rsplit(" ", 1)[0] + " …"
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if value.language:
        return f"{quoted}@{value.language}"
    plain = value.datatype.value.endswith("#string")
    return quoted if plain else f"{quoted}^^{curie(value.datatype.value, statements.prefixes)}"
