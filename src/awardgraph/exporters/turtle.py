"""Turtle that people can read and compare: the same bytes for the same statements, in any order."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from awardgraph.vocabulary.external import ALT_LABEL, LABEL, TYPE, XSD_INTEGER
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["turtle"]

#: Predicates that come first: what it is, then what it is called.
_FIRST: Final = {f"<{iri}>": rank for rank, iri in enumerate((TYPE, LABEL, ALT_LABEL))}

#: Local names that every Turtle reader takes without escapes.
_LOCAL: Final = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")

#: Integers that Turtle writes without quotes; data from elsewhere may call anything an integer.
_INTEGER: Final = re.compile(r'"[+-]?[0-9]+"')


def turtle(statements: Iterable[str], base: str = "", **also: str) -> Iterator[str]:
    """Yield a Turtle document, line by line, from N-Triples lines sorted by code point.

    Shape: prefixes; then each subject once, its type first, then its names, then the other
        predicates in order, each object on a line of its own where there are several.

    Args:
        statements: sorted, each once, without blank nodes.
        base: namespace of the entities, whose kinds become prefixes such as ``agency:``.
        also: further prefixes, each with its namespace.

    >>> print("".join(turtle(['<http://e/a> <http://e/p> "1" .'])).splitlines()[-1])
    <http://e/a> <http://e/p> "1" .
    """
    names = prefixes(base) | also
    short = _Shortener(names)
    yield from (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(names.items()))
    for subject, lines in groupby(statements, key=lambda line: line[: line.index(" ")]):
        yield "\n" + _block(subject, (line[len(subject) + 1 : line.rindex(" .")] for line in lines), short)


def _block(subject: str, rest: Iterator[str], short: _Shortener) -> str:
    facts: dict[str, list[str]] = {}
    for pair in rest:
        predicate, _, term = pair.partition(" ")
        facts.setdefault(predicate, []).append(term)
    ordered = sorted(facts, key=lambda predicate: (_FIRST.get(predicate, len(_FIRST)), predicate))
    lines = [f"{_verb(predicate, short)} {_objects(facts[predicate], short)}" for predicate in ordered]
    head = short.term(subject)
    return f"{head} {lines[0]}" + "".join(f" ;\n    {line}" for line in lines[1:]) + " .\n"


def _verb(predicate: str, short: _Shortener) -> str:
    return "a" if predicate == f"<{TYPE}>" else short.term(predicate)


def _objects(terms: list[str], short: _Shortener) -> str:
    return ",\n        ".join(short.term(term) for term in terms)


class _Shortener:
    """Writes terms with prefixes; remembers them, since most come again."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in names.items()}
        self._known: dict[str, str] = {}

    def term(self, term: str) -> str:
        """Return a term of N-Triples as Turtle."""
        if (written := self._known.get(term)) is None:
            written = self._known[term] = self._write(term)
        return written

    def _write(self, term: str) -> str:
        if term.startswith('"'):
            if not term.endswith(">"):
                return term
            text, _, datatype = term.rpartition("^^")
            if datatype == f"<{XSD_INTEGER}>" and _INTEGER.fullmatch(text):
                return text.strip('"')
            return f"{text}^^{self.term(datatype)}"
        iri = term[1:-1]
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._prefixes.get(iri[:cut])
        return f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri[cut:]) else term
