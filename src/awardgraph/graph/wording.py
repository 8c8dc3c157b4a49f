"""What terms and entities are called, in Thai and English."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from awardgraph.errors import UsageError, nearest
from awardgraph.graph.asking import ask_about
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.model.names import fold
from awardgraph.resources import messages, ontology_root
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import AWG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgraph.graph.store import Graph

__all__ = ["find_property", "names_of", "term_names"]


@cache
def term_names() -> Mapping[str, Bilingual]:
    """Return what terms are called, by IRI: outside ones that we write, then ours in the ontology's order.

    >>> term_names()[AWG + "heldOn"].th
    'วันที่จัดงาน'
    """
    from pyoxigraph import Literal, RdfFormat, parse

    found: dict[str, dict[str, str]] = {}
    outside = {lang: messages(lang)["term"] for lang in ("th", "en")}
    for short in outside["en"]:
        prefix, _, local = short.partition(":")
        found[PREFIXES[prefix] + local] = {lang: words[short] for lang, words in outside.items()}
    for triple in parse(path=ontology_root() / "awardgraph.ttl", format=RdfFormat.TURTLE):
        named = triple.predicate.value == ext.LABEL and isinstance(triple.object, Literal)
        if named and getattr(triple.subject, "value", "").startswith(AWG):
            found.setdefault(triple.subject.value, {})[triple.object.language or ""] = triple.object.value
    return {iri: Bilingual(names.get("th"), names.get("en")) for iri, names in found.items()}


def find_property(written: str) -> frozenset[str]:
    """Return the IRIs of the properties that a person means.

    Args:
        written: ``awg:heldOn``, ``heldOn``, a full IRI, or what it is called in Thai or English.

    Raises:
        UsageError: no property is called so; the message names the nearest.
    """
    names = term_names()
    prefix, _, local = written.strip().partition(":")
    exact = {written, AWG + written, PREFIXES.get(prefix, "") + local}
    wanted = fold(written)
    found = {iri for iri in names if iri in exact}
    found |= {iri for iri, name in names.items() if wanted in map(fold, name)}
    if not found:
        known = [name for iri, both in names.items() for name in (*both, iri.removeprefix(AWG))]
        message = f"no property is called {written!r}. {nearest(written, known)}".rstrip()
        raise UsageError(message)
    return frozenset(found)


def names_of(graph: Graph, iris: Iterable[str]) -> dict[str, Bilingual]:
    """Return what entities are called: the first name in each language; nothing for those without."""
    wanted = set(iris)
    found: dict[str, dict[str, str]] = {}
    query = "SELECT ?entity ?name (LANG(?name) AS ?lang) { %s ?entity rdfs:label ?name }"
    for row in ask_about(graph, "entity", wanted, query):
        lang = row["lang"].value if row["lang"].value == "th" else "en"
        by = found.setdefault(row["entity"].value, {})
        by[lang] = min(by.get(lang, row["name"].value), row["name"].value)
    known = term_names()
    names = {iri: Bilingual(by.get("th"), by.get("en")) for iri, by in found.items()}
    return {iri: names.get(iri) or known.get(iri, NOBODY) for iri in wanted if iri in names or iri in known}
