"""The ontology's files → its terms, in the order and the parts in which the file has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.exporters.ontology.statements import Statements, curie
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.vocabulary.external import LABEL, TYPE
from awardgraph.vocabulary.namespaces import AWG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["KINDS", "Link", "Ontology", "Term", "read_ontology"]

_OWL: Final = PREFIXES["owl"]
_RDFS: Final = PREFIXES["rdfs"]
_SKOS: Final = PREFIXES["skos"]
_STATUS: Final = "http://www.w3.org/2003/06/sw-vocab-status/ns#term_status"

#: What a term may be, in the order in which a part of the page shows them.
KINDS: Final = {
    "class": _OWL + "Class",
    "individual": _OWL + "NamedIndividual",
    "relation": _OWL + "ObjectProperty",
    "attribute": _OWL + "DatatypeProperty",
}

#: Facts about a term: row of the page → property of the ontology.
_ROWS: Final = {
    "super": (_RDFS + "subClassOf", _RDFS + "subPropertyOf"),
    "domain": (_RDFS + "domain",),
    "range": (_RDFS + "range",),
    "inverse": (_OWL + "inverseOf",),
    "disjoint": (_OWL + "disjointWith",),
}

#: The same read from the other end.
_BACK: Final = {"super": "sub", "domain": "from", "range": "to", "inverse": "inverse", "disjoint": "disjoint"}

_TRAITS: Final = re.compile(r"(\w+)Property$")
_MATCHES: Final = {
    _SKOS + "closeMatch": "close",
    _SKOS + "broadMatch": "broad",
    _SKOS + "relatedMatch": "related",
    _RDFS + "subClassOf": "kind_of",
}
_PART: Final = re.compile(r"^# ── (\d+) +\S")
_SUBJECT: Final = re.compile(r"^awg:(\w+)$")


@dataclass(frozen=True, slots=True)
class Link:
    """A term that another one names.

    Attributes:
        words: its label, or its short name in both languages where it is not ours.
        iri: its IRI.
        anchor: its place on the page; empty where it is not ours.
        how: the key of a word on how it is linked; empty where the row says it.
    """

    words: Bilingual
    iri: str
    anchor: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A class, relation, attribute or individual of the ontology.

    Attributes:
        name: its local name, which is its place on the page.
        kind: a key of :data:`KINDS`.
        part: the number of its part of the file.
        traits: what a property is besides: functional, transitive, symmetric.
        rows: what is said of it, by row; the values of a row in the order of the file.
        chains: the steps, one after another, from which it follows.
    """

    name: str
    iri: str
    kind: str
    part: int
    label: Bilingual
    definition: Bilingual
    example: Bilingual
    note: Bilingual
    status: str
    traits: tuple[str, ...]
    rows: dict[str, tuple[Link, ...]]
    chains: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True)
class Ontology:
    """The header's statements, and the terms in the order of the file."""

    iri: str
    statements: Statements
    terms: tuple[Term, ...]


def read_ontology(folder: Path) -> Ontology:
    """Return the ontology of a folder: awardgraph.ttl, with chains.ttl and alignments/ where they are.

    Raises:
        SourceError: the file is missing, is no Turtle, or describes no ontology.
    """
    core, chains = folder / "awardgraph.ttl", folder / "chains.ttl"
    try:
        text = core.read_text(encoding="utf-8")
        statements = Statements(core, *([chains] if chains.exists() else []))
        alignments = Statements(*sorted((folder / "alignments").glob("*.ttl")))
    except (OSError, SyntaxError) as error:
        raise SourceError(str(folder), None, f"the ontology cannot be read: {error}.") from error
    iri = AWG.rstrip("#")
    if iri not in statements.subjects(_OWL + "Ontology"):
        raise SourceError(str(core), None, f"describes no ontology {iri}.")
    writer = _Writer(statements, alignments, dict(_parts(text)))
    return Ontology(iri, statements, tuple(writer.terms()))


def _parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield each term's IRI with the number of the part of the file that it stands in."""
    part = 0
    for line in text.splitlines():
        if heading := _PART.match(line):
            part = int(heading[1])
        elif subject := _SUBJECT.match(line):
            yield AWG + subject[1], part


class _Writer:
    """Gathers what the page says of each term."""

    def __init__(self, statements: Statements, alignments: Statements, parts: dict[str, int]) -> None:
        self._statements, self._alignments, self._parts = statements, alignments, parts
        self._prefixes = PREFIXES | statements.prefixes | alignments.prefixes
        self._back = self._reversed()

    def terms(self) -> Iterator[Term]:
        for iri in self._parts:
            kinds = {value.value for value in self._statements.values(iri, TYPE)}
            kind = next((kind for kind, cls in KINDS.items() if cls in kinds), "")
            if kind:
                yield self._term(iri, kind)

    def _term(self, iri: str, kind: str) -> Term:
        said = self._statements
        types = said.iris(iri, TYPE)
        traits = (trait for t in types if t not in KINDS.values() and (trait := _TRAITS.search(t)))
        return Term(
            name=iri.removeprefix(AWG),
            iri=iri,
            kind=kind,
            part=self._parts[iri],
            label=said.texts(iri, LABEL),
            definition=said.texts(iri, _SKOS + "definition"),
            example=said.texts(iri, _SKOS + "example"),
            note=said.texts(iri, _SKOS + "scopeNote"),
            status=said.text(iri, _STATUS),
            traits=tuple(trait[1].rpartition("#")[2].lower() for trait in traits),
            rows={row: links for row, links in self._rows(iri, types) if links},
            chains=tuple(self._links(chain) for chain in said.lists(iri, _OWL + "propertyChainAxiom")),
        )

    def _rows(self, iri: str, types: list[str]) -> Iterator[tuple[str, tuple[Link, ...]]]:
        """Yield the rows in the order in which the page shows them."""
        there = {
            row: [value for predicate in predicates for value in self._statements.iris(iri, predicate)]
            for row, predicates in _ROWS.items()
        }
        back = self._back.get(iri, {})
        yield "super", self._links(there["super"])
        yield "sub", self._links(back.get("sub", []))
        yield "instance_of", self._links(t for t in types if t.startswith(AWG))
        yield "individuals", self._links(back.get("individuals", []))
        yield "domain", self._links(there["domain"])
        yield "range", self._links(there["range"])
        yield "inverse", self._links([*there["inverse"], *back.get("inverse", [])])
        yield "from", self._links(back.get("from", []))
        yield "to", self._links(back.get("to", []))
        yield "disjoint", self._links([*there["disjoint"], *back.get("disjoint", [])])
        yield (
            "elsewhere",
            tuple(
                self._link(value, how)
                for predicate, how in _MATCHES.items()
                for value in self._alignments.iris(iri, predicate)
            ),
        )

    def _reversed(self) -> dict[str, dict[str, list[str]]]:
        """Return, by IRI and row, the terms of ours that name it."""
        found: dict[str, dict[str, list[str]]] = {}
        for iri in self._parts:
            for row, predicates in _ROWS.items():
                for value in (v for p in predicates for v in self._statements.iris(iri, p)):
                    found.setdefault(value, {}).setdefault(_BACK[row], []).append(iri)
            for cls in self._statements.iris(iri, TYPE):
                found.setdefault(cls, {}).setdefault("individuals", []).append(iri)
        return found

    def _links(self, iris: Iterable[str]) -> tuple[Link, ...]:
        return tuple(self._link(iri) for iri in dict.fromkeys(iris))

    def _link(self, iri: str, how: str = "") -> Link:
        if iri in self._parts:
            return Link(self._statements.texts(iri, LABEL), iri, iri.removeprefix(AWG), how)
        short = curie(iri, self._prefixes)
        return Link(Bilingual(th=short, en=short) if short else NOBODY, iri, "", how)
