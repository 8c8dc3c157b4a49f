"""Statements of a Turtle file by subject, and short names for IRIs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.external import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Statements", "Value", "curie"]

Value: TypeAlias = NamedNode | BlankNode | Literal


class Statements:
    """What Turtle files state, in the order in which they state it."""

    def __init__(self, *paths: Path) -> None:
        self._facts: dict[str, dict[str, list[Value]]] = {}
        self.prefixes: dict[str, str] = {}
        for path in paths:
            found = parse(path=str(path), format=RdfFormat.TURTLE)
            for quad in found:
                if isinstance(quad.subject, (NamedNode, BlankNode)) and isinstance(quad.object, Value):
                    facts = self._facts.setdefault(quad.subject.value, {})
                    facts.setdefault(quad.predicate.value, []).append(quad.object)
            self.prefixes |= found.prefixes

    def __iter__(self) -> Iterator[tuple[str, str, Value]]:
        for subject, facts in self._facts.items():
            for predicate, values in facts.items():
                yield from ((subject, predicate, value) for value in values)

    def subjects(self, *classes: str) -> list[str]:
        """Return the subjects that are of one of the classes."""
        wanted = set(classes)
        return [s for s in self._facts if wanted & {value.value for value in self.values(s, TYPE)}]

    def values(self, subject: str, predicate: str) -> list[Value]:
        """Return the values of a property."""
        return self._facts.get(subject, {}).get(predicate, [])

    def iris(self, subject: str, predicate: str) -> list[str]:
        """Return the values of a property that are IRIs."""
        return [value.value for value in self.values(subject, predicate) if isinstance(value, NamedNode)]

    def text(self, subject: str, predicate: str) -> str:
        """Return the first value of a property as it is written; empty without one."""
        return next((value.value for value in self.values(subject, predicate)), "")

    def texts(self, subject: str, predicate: str) -> Bilingual:
        """Return the values of a property by language."""
        found = {v.language: v.value for v in self.values(subject, predicate) if isinstance(v, Literal)}
        return Bilingual(th=found.get("th"), en=found.get("en"))

    def lists(self, subject: str, predicate: str) -> list[list[str]]:
        """Return the values of a property that are RDF lists of IRIs."""
        rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

        def members(node: str) -> Iterator[str]:
            while node != rdf + "nil":
                yield self.text(node, rdf + "first")
                node = self.text(node, rdf + "rest")

        return [list(members(value.value)) for value in self.values(subject, predicate)]


def curie(iri: str, prefixes: Mapping[str, str]) -> str:
    """Return an IRI with the longest prefix that fits, or as it is.

    >>> curie("http://www.w3.org/ns/prov#Activity", {"prov": "http://www.w3.org/ns/prov#"})
    'prov:Activity'
    """
    fitting = [(len(space), prefix) for prefix, space in prefixes.items() if space and iri.startswith(space)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"
