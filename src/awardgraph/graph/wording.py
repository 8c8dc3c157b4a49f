"""What terms and entities are called, in Thai and English."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError, nearest
from awardgraph.graph.asking import ask_about
from awardgraph.graph.results import short_iri
from awardgraph.model.language import NOBODY, Bilingual, language_of
from awardgraph.model.printing import format_day
from awardgraph.resources import messages, ontology_root
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import AWG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from awardgraph.graph.store import Graph

__all__ = ["find_property", "names_of", "term_names", "term_ranks"]


#: What an entity without a name is called by: what is printed, quoted, or who took part.
_INSTEAD: Final = """SELECT ?entity ?name (LANG(?name) AS ?lang) { %s { ?entity skosxl:literalForm ?name }
  UNION { ?entity awg:participant/rdfs:label ?name }
  UNION { ?entity awg:passageOf ?any ; awg:quote ?name } }"""

_OFFERINGS: Final = """SELECT ?entity ?category ?year { %s ?entity awg:offeringOf ?category
  OPTIONAL { ?edition awg:offers ?entity ; awg:editionYear ?year } }"""

_CHANGES: Final = """SELECT ?entity ?old ?new { %s
  ?entity org:originalOrganization ?old ; org:resultingOrganization ?new }"""

#: So many characters of a quote say which one it is.
_QUOTED: Final = 60


@cache
def _ontology() -> tuple[Mapping[str, Bilingual], frozenset[str]]:
    """Return the labels of our terms in the ontology's order, and which of all its terms are properties."""
    from pyoxigraph import Literal, RdfFormat, parse

    labels: dict[str, dict[str, str]] = {}
    properties: set[str] = set()
    for triple in parse(path=ontology_root() / "awardgraph.ttl", format=RdfFormat.TURTLE):
        subject, value = getattr(triple.subject, "value", ""), triple.object
        if triple.predicate.value == ext.TYPE and getattr(value, "value", "").endswith("Property"):
            properties.add(subject)
        elif triple.predicate.value == ext.LABEL and isinstance(value, Literal) and subject.startswith(AWG):
            labels.setdefault(subject, {})[value.language or ""] = value.value
    return {iri: Bilingual(by.get("th"), by.get("en")) for iri, by in labels.items()}, frozenset(properties)


@cache
def term_names() -> Mapping[str, Bilingual]:
    """Return what terms are called, by IRI: outside ones that we write, then ours in the ontology's order.

    Ours bear the ontology's labels, but for those that readers know by a plainer word.

    >>> term_names()[AWG + "heldOn"].th
    'วันที่จัดงาน'
    """
    words = {lang: messages(lang)["term"] for lang in ("th", "en")}
    ours, _ = _ontology()
    told = {_full(short): Bilingual(words["th"][short], words["en"][short]) for short in words["en"]}
    outside = {iri: names for iri, names in told.items() if iri not in ours}
    return outside | {iri: told.get(iri, names) for iri, names in ours.items()}


@cache
def term_ranks() -> Mapping[str, int]:
    """Return the place of each term among others: names first, then as the ontology orders them."""
    return {iri: place for place, iri in enumerate(term_names())}


def find_property(written: str) -> frozenset[str]:
    """Return the IRIs of the properties that a person means.

    Args:
        written: ``awg:heldOn``, ``heldOn``, a full IRI, or what it is called in Thai or English: as it is
            shown, or as the ontology labels it.

    Raises:
        UsageError: no property is called so, though a class may be; the message names the nearest.
    """
    ours, declared = _ontology()
    # Properties that other vocabularies define begin with a small letter there, and classes do not.
    names = {
        iri: (*both, *ours.get(iri, NOBODY))
        for iri, both in term_names().items()
        if iri in declared or (iri not in ours and _local(iri)[0].islower())
    }
    exact = {written, AWG + written, _full(written.strip())}
    from awardgraph.model.names import fold

    wanted = fold(written)
    found = {iri for iri in names if iri in exact}
    found |= {iri for iri, called in names.items() if wanted in map(fold, called)}
    if not found:
        others = [iri for iri, both in term_names().items() if iri in exact or wanted in map(fold, both)]
        known = [name for iri, called in names.items() for name in (*called, _local(iri))]
        hint = f"{short_iri(others[0])} is a class or an individual." if others else nearest(written, known)
        message = f"no property is called {written!r}. {hint}".rstrip()
        raise UsageError(message)
    return frozenset(found)


def _full(short: str) -> str:
    prefix, _, local = short.partition(":")
    return PREFIXES.get(prefix, "") + local


def _local(iri: str) -> str:
    return re.split("[/#]", iri)[-1]


def names_of(graph: Graph, iris: Iterable[str]) -> dict[str, Bilingual]:
    """Return what entities are called: the first name in each language; nothing for those without.

    What bears no name is called by what it is made of: an offering by category and year, a form of a name
    by what is printed, a part in a ceremony by its person, a passage by how it begins.
    """
    wanted = set(iris)
    terms = term_names()
    label = "SELECT ?entity ?name (LANG(?name) AS ?lang) { %s ?entity rdfs:label ?name }"
    found = _first_names(graph, wanted, label)
    found |= {iri: terms[iri] for iri in wanted - found.keys() if iri in terms}
    if bare := {iri for iri in wanted - found.keys() if iri.startswith(graph.manifest.base)}:
        short = _first_names(graph, bare, _INSTEAD)
        found |= {
            iri: Bilingual(*(name and _begun(name) for name in (n.th, n.en))) for iri, n in short.items()
        }
        found |= _composed(graph, bare - found.keys())
    return found


def _first_names(graph: Graph, wanted: set[str], query: str) -> dict[str, Bilingual]:
    found: dict[str, dict[str, str]] = {}
    for row in ask_about(graph, "entity", wanted, query):
        tag, name = row["lang"].value, row["name"].value
        lang = tag if tag in ("th", "en") else language_of(name) if not tag else "en"
        by = found.setdefault(row["entity"].value, {})
        by["th" if lang == "th" else "en"] = min(by.get(lang, name), name)
    return {iri: Bilingual(by.get("th"), by.get("en")) for iri, by in found.items()}


def _begun(text: str) -> str:
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED].rstrip()}…"


def _composed(graph: Graph, wanted: set[str]) -> dict[str, Bilingual]:
    """Return the names of offerings and of changes of organisations, made of those of what they join."""
    offerings = {row["entity"].value: row for row in ask_about(graph, "entity", wanted, _OFFERINGS)}
    changes = {row["entity"].value: row for row in ask_about(graph, "entity", wanted, _CHANGES)}
    parts = {row[one].value for row in changes.values() for one in ("old", "new")}
    names = names_of(graph, parts | {row["category"].value for row in offerings.values()})
    found = {}
    for iri, row in offerings.items():
        category, year = names.get(row["category"].value, NOBODY), row.get("year")
        found[iri] = category if year is None else _joined(", ", category, _year(year.value))
    for iri, row in changes.items():
        found[iri] = _joined(" → ", *(names.get(row[one].value, NOBODY) for one in ("old", "new")))
    return {iri: name for iri, name in found.items() if name}


def _joined(between: str, one: Bilingual, other: Bilingual) -> Bilingual:
    if not (one and other):
        return NOBODY
    return Bilingual(
        f"{one.th or one.en}{between}{other.th or other.en}",
        f"{one.en or one.th}{between}{other.en or other.th}",
    )


def _year(year: str) -> Bilingual:
    return Bilingual(format_day(year, "th"), format_day(year, "en"))
