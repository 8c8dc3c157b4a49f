"""What a node is and how it is called, read from its statements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode

from awardgraph.exporters.views.asking import statements
from awardgraph.exporters.views.picture import Value
from awardgraph.exporters.views.relations import FACTS, TYPES
from awardgraph.model.language import Bilingual, language_of
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgraph.exporters.views.asking import Queryable, Statements
    from awardgraph.exporters.views.picture import Kind

__all__ = ["Names", "aliases_of", "is_minted", "kind_of", "label_of", "pair", "tail"]

_OF_A_KIND: Final = re.compile(f"/({'|'.join(KINDS)})/[^/]+$")

_CLASS_ORDER: Final = {iri: place for place, iri in enumerate(TYPES)}


def kind_of(own: Statements) -> tuple[Kind, str] | None:
    """Return the kind of a node and the word for its class, or None where it has no drawn class."""
    classes = [value.value for predicate, value in own if predicate == ext.TYPE and value.value in TYPES]
    return TYPES[min(classes, key=_CLASS_ORDER.__getitem__)] if classes else None


def label_of(own: Statements) -> Bilingual:
    """Return the name of a node in both languages; a document is called by its title."""
    for named_by in (ext.LABEL, ext.TITLE, ext.ALT_LABEL):
        if label := pair(value for predicate, value in own if predicate == named_by):
            return label
    return Bilingual()


def aliases_of(own: Statements) -> tuple[Bilingual, ...]:
    """Return the other names of a node, each in its language."""
    found = (_tagged(value) for predicate, value in own if predicate == ext.ALT_LABEL)
    return tuple(Bilingual(**{language: text}) for language, text in found if text)


def pair(values: Iterable[NamedNode | Literal]) -> Bilingual:
    """Return the first Thai and the first English text among some.

    >>> pair([Literal("depa", language="en"), Literal("ดีป้า", language="th")])
    Bilingual(th='ดีป้า', en='depa')
    """
    chosen: dict[str, str] = {}
    for value in values:
        language, text = _tagged(value)
        if text.strip():
            chosen.setdefault(language, text)
    return Bilingual(**chosen)


def is_minted(iri: str) -> bool:
    """Return whether an IRI is one that we gave, whatever its base: it ends in a kind and a slug."""
    return bool(_OF_A_KIND.search(iri))


def tail(iri: str) -> str:
    """Return what an IRI is called where nobody names it: kind and slug, or its address on the web.

    >>> tail("https://w3id.org/awardgraph/id/agency/depa"), tail("https://www.un.org/en/desa")
    ('agency/depa', 'un.org/en/desa')
    """
    if is_minted(iri):
        return unquote("/".join(iri.split("/")[-2:]))
    return unquote(iri.partition("://")[2].removeprefix("www.").rstrip("/")) or iri


def _tagged(value: NamedNode | Literal) -> tuple[str, str]:
    """Return language and text; a language we have no column for is sorted by its letters."""
    if not isinstance(value, Literal):
        return "en", ""
    tag = (value.language or "").partition("-")[0]
    if tag in ("th", "en"):
        return tag, value.value
    return ("th" if language_of(value.value) == "th" else "en"), value.value


class Names:
    """Names of all entities that facts mention, drawn or not, asked for at once."""

    def __init__(self, graph: Queryable, about: Mapping[str, Statements], also: set[str]) -> None:
        told = {row.predicate for row in FACTS}
        mentioned = {
            value.value
            for own in about.values()
            for predicate, value in own
            if predicate in told and isinstance(value, NamedNode)
        }
        other = statements(graph, (mentioned | also) - set(about))
        self._labels = {iri: label_of(own) for known in (about, other) for iri, own in known.items()}
        self._years = {
            iri: value.value
            for known in (about, other)
            for iri, own in known.items()
            for predicate, value in own
            if predicate == awg.EDITION_YEAR
        }

    def value(self, iri: str) -> Value:
        """Return an entity as the value of a fact."""
        label = self._labels.get(iri) or Bilingual(en=tail(iri))
        return Value(label, iri)

    def year(self, iri: str) -> int | None:
        """Return the year of an edition, Common Era."""
        found = self._years.get(iri, "")[:4]
        return int(found) if found.isdigit() else None
