"""What a picture of a part of the graph holds: pure data, without RDF and without a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from awardgraph.model.language import NOBODY, Bilingual

__all__ = ["KINDS", "Edge", "Fact", "Kind", "Mark", "Node", "Picture", "Quote", "Value"]

#: What a mark in the picture stands for; each has its colour, shape and letter.
Kind = Literal["award", "agency", "person", "project", "ceremony", "scheme", "place", "source"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

#: What is drawn differently about one node: hollow, doubled outline, dashed outline.
Mark = Literal["application", "international", "disputed"]


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact: its words, and the entity they name, if they name one."""

    words: Bilingual
    iri: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known about a node, and the IRIs of the sources that state it."""

    name: str
    values: tuple[Value, ...]
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source that speak of a node, and the compiler's remark on them."""

    source: str
    words: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """One mark: an entity of the graph.

    Attributes:
        iri: the entity.
        kind: how it is drawn.
        type: its class in one word of the messages, e.g. ``branch``; finer than the kind.
        label: its name; both languages are None where the graph gives no name.
        short: what tells it from its neighbours in the picture, if its name does not: an award's
            category, level and year; a line break stands between them.
        distance: steps from the focus.
        names: its other names, for the search and the details.
        facts: what is known about it.
        quotes: what sources say about it, in their words.
        marks: what is drawn differently about it.
        strength: rank of an award's level among the levels of its scale, above 0 up to 1; 0 where unknown.
        year: year of an award or edition, Common Era; None where unknown.
        hidden: kind and number of the neighbours that are not drawn.
    """

    iri: str
    kind: Kind
    type: str
    label: Bilingual = NOBODY
    short: Bilingual = NOBODY
    distance: int = 0
    names: tuple[Bilingual, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    marks: tuple[Mark, ...] = ()
    strength: float = 0.0
    year: int | None = None
    hidden: tuple[tuple[Kind, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One line: a relation of the messages leads from a node to another."""

    source: str
    target: str
    relation: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A focus and what lies around it.

    Attributes:
        focus: IRI of the node the picture is about.
        nodes: the focus first, then nearest first.
        edges: lines between these nodes.
        year: year of an award or edition, Common Era; None where unknown.
        hidden: kind and number of what lies within reach of the focus but is not drawn.
    """

    focus: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    hidden: tuple[tuple[Kind, int], ...] = ()

    def node(self, iri: str) -> Node | None:
        """Return the node of an entity, or None where it is not drawn."""
        return next((node for node in self.nodes if node.iri == iri), None)
