"""Find entities by whatever a person calls them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from awardgraph.errors import UsageError, nearest
from awardgraph.graph.catalogue import Catalogue
from awardgraph.graph.questions import ask
from awardgraph.graph.results import short_iri
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import KINDS, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.graph.catalogue import Named
    from awardgraph.graph.store import Graph

__all__ = ["Found", "current", "find", "find_one", "kind_named"]

Reason: TypeAlias = Literal["exact", "punctuation", "beginning", "part", "cut", "spelling"]

_EXISTS: Final = "ASK { { ?focus ?p ?o } UNION { ?s ?p ?focus } }"

#: The order in which reasons convince; cut and spelling are told apart by the score alone.
_ORDER: Final[dict[Reason, int]] = {
    "exact": 0, "punctuation": 1, "beginning": 2, "part": 3, "cut": 4, "spelling": 4,
}  # fmt: skip

_WORD: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9]")

#: A score of 100 is for an exact match alone.
_MOST: Final = 99


@dataclass(frozen=True, slots=True)
class Found:
    """An entity that a name may stand for.

    Attributes:
        name: its name that was found; an alias, maybe.
        score: 0–100, the share of the letters that are right; 100 for an exact match only.
        reason: exact, beginning or part (the name begins with what was asked for, or holds it), or
            why it is near: see :class:`awardgraph.model.likeness.Near`.
    """

    entity: Named
    name: str
    score: int
    reason: Reason


def find(catalogue: Catalogue, name: str, *, kind: str = "", limit: int = 10) -> list[Found]:
    """Return the entities that a name may stand for, each once.

    First come names that are the same, or the same but for punctuation (กพร, ก.พ.ร.); then those of
    which it is the beginning, those that hold it, and near ones. Names in Thai and English, aliases and
    abbreviations are looked in; awards only if they are the kind.

    Args:
        kind: one of the kinds of entities; any but awards if empty.
    """
    wanted = fold(name)
    if not wanted:
        return []
    ranked = _holding(catalogue, wanted, kind)
    if not any(one.reason == "exact" for one in ranked):
        known = {named.iri: named for named in catalogue.of_kind(kind)}
        near = catalogue.index(kind).near(name, limit=limit)
        ranked += [Found(known[one.key], one.name, one.score, one.reason) for one in near]
    found: dict[str, Found] = {}
    for one in sorted(ranked, key=lambda one: (_ORDER[one.reason], -one.score, one.entity.iri)):
        found.setdefault(one.entity.iri, one)
    return list(islice(found.values(), limit))


def _holding(catalogue: Catalogue, wanted: str, kind: str) -> list[Found]:
    """Return what has a name that is, begins with or holds a folded one."""
    ranked: list[Found] = []
    for named in catalogue.of_kind(kind):
        for spelling in named.spellings:
            text = fold(spelling)
            if wanted in text and (not wanted[0].isascii() or _begins_a_word(wanted, spelling)):
                score = min(_MOST, round(100 * len(wanted) / len(text)))
                reason: Reason = "beginning" if text.startswith(wanted) else "part"
                one = Found(named, spelling, score, reason)
                ranked.append(Found(named, spelling, 100, "exact") if text == wanted else one)
    return ranked


def _begins_a_word(wanted: str, spelling: str) -> bool:
    """Return whether a folded text stands where a word begins; of Thai words that is not written."""
    return any(fold(spelling[word.start() :]).startswith(wanted) for word in _WORD.finditer(spelling))


def kind_named(word: str) -> str:
    """Return the kind of entities that a person means; ``award`` is a conferral.

    Raises:
        UsageError: there is no such kind.

    >>> kind_named("award")
    'conferral'
    """
    if word == "award":
        return "conferral"
    if word not in KINDS:
        message = f"there is no kind {word!r}. {nearest(word, KINDS)} Kinds are award, {', '.join(KINDS)}."
        raise UsageError(message.replace("  ", " "))
    return word


def current(graph: Graph, iri: str) -> str:
    """Return the IRI that something bears now, where it was replaced, perhaps more than once."""
    from pyoxigraph import NamedNode

    seen = [iri]
    while others := [row["now"] for row in ask(graph, "replaced-by", focus=NamedNode(seen[-1]))]:
        if others[0] in seen:
            break
        seen.append(others[0])
    return seen[-1]


def find_one(graph: Graph, name: str) -> str:
    """Return the IRI of the one entity that a person means.

    Args:
        name: an IRI, ``kind/slug`` or ``kind:slug``, or any of its names in Thai or English.

    Raises:
        UsageError: nothing has that name, and the message says what comes near; or several have it,
            and the message lists them.
    """
    from pyoxigraph import NamedNode

    written = name.strip()
    for iri in _addresses(written, graph.manifest.base):
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        if bool(graph.query(_EXISTS, {"focus": node})):
            return iri
    catalogue = Catalogue(graph)
    wanted = fold(written)
    found = sorted(
        named.iri
        for named in catalogue.of_kind()
        if wanted in {fold(spelling) for spelling in named.spellings}
    )
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{name!r} is the name of several: {', '.join(found)}. Name one of them by its IRI."
        raise UsageError(message)
    near = [
        f"{one.name} ({short_iri(one.entity.iri, catalogue.base)})" for one in find(catalogue, name, limit=3)
    ]
    remedy = f"Did you mean {' or '.join(near)}?" if near else "Try another spelling, or an IRI."
    message = f"nothing in the graph is called {name!r}. {remedy}"
    raise UsageError(message)


def _addresses(written: str, base: str) -> Iterator[str]:
    """Yield the IRIs that a text may be."""
    prefix, colon, local = written.partition(":")
    known = prefixes(base)
    if "://" in written:
        yield written
    if colon and prefix in known:
        yield known[prefix] + local
    yield base + written
