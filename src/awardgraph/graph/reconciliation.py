"""The W3C Entity Reconciliation API 0.2, without HTTP: a batch of queries → its response.

OpenRefine and others send names with a type and properties, and get candidates with scores. Of the
version 0.2 are answered the service manifest and queries; not the suggest, preview and extend services.
"""

from __future__ import annotations

import reprlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import UsageError
from awardgraph.graph.find import find
from awardgraph.graph.results import short_iri
from awardgraph.model.dates import parse_year
from awardgraph.model.names import fold
from awardgraph.resources import messages
from awardgraph.vocabulary.namespaces import AWG, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from awardgraph.graph.catalogue import Catalogue, Named
    from awardgraph.graph.find import Found

__all__ = ["manifest", "reconcile"]

#: How many candidates a query gets that does not say.
_LIMIT: Final = 10

#: So many of what was found by name are compared by properties.
_COMPARED: Final = 200

#: Properties by which candidates are told apart.
_PROPERTIES: Final = frozenset({"parent", "country", "scheme", "owner", "recipient", "year"})

#: What is left of a score for each property that the graph does not tell, or tells otherwise.
_UNTOLD, _OTHERWISE = 0.9, 0.5

#: Years above it are Buddhist ones: 2566 is 2023.
_LAST_CE: Final = 2400


@dataclass(frozen=True, slots=True)
class _Query:
    """One query, as it was understood."""

    text: str
    kinds: tuple[str, ...]
    limit: int
    properties: tuple[tuple[str, tuple[str, ...]], ...]


def manifest(catalogue: Catalogue, *, lang: str = "en") -> dict[str, Any]:
    """Return the service manifest: what the service speaks, and the kinds of entities that it holds."""
    held = {named.kind for named in catalogue.of_kind()} | {"conferral", "application"}
    return {
        "versions": ["0.2"],
        "name": messages(lang)["find"]["service"],
        "identifierSpace": catalogue.base,
        "schemaSpace": AWG,
        "defaultTypes": [_type(kind, lang) for kind in KINDS if kind in held],
        "view": {"url": f"{catalogue.base}{{{{id}}}}"},
    }


def reconcile(catalogue: Catalogue, batch: object, *, lang: str = "en") -> dict[str, Any]:
    """Return the response to a batch: for the key of each query, its candidates, the best first.

    A candidate's id follows the base of the graph: ``agency/depa``. Its type is a kind of entities.
    It matches only where it is the one that bears the name exactly and no property speaks against it
    or is untold. Properties are parent, country, scheme, owner, recipient and year (พ.ศ. or CE);
    others are passed over. A type that does not exist has no candidates.

    Args:
        batch: ``{"q0": {"query": …, "type": …, "limit": …, "properties": [{"pid": …, "v": …}]}, …}``,
            as read from JSON.

    Raises:
        UsageError: the batch is not of this form; the message names the query and what was expected.
    """
    queries = {key: _query(key, query) for key, query in _object(batch, "the batch").items()}
    return {key: {"result": _candidates(catalogue, query, lang)} for key, query in queries.items()}


def _candidates(catalogue: Catalogue, query: _Query, lang: str) -> list[dict[str, Any]]:
    scored: list[tuple[int, bool, Found]] = []
    for kind in query.kinds:
        for found in find(catalogue, query.text, kind=kind, limit=_COMPARED):
            if found.entity.iri.startswith(catalogue.base):
                factor = _agreement(catalogue, found.entity.iri, query)
                scored.append((round(found.score * factor), factor == 1, found))
    exact = [found for score, _, found in scored if found.reason == "exact" and score > 100 * _OTHERWISE]
    scored.sort(key=lambda candidate: (-candidate[0], candidate[2].entity.iri))
    return [
        _candidate(catalogue, found, score, agrees and [found] == exact, lang)
        for score, agrees, found in scored[: query.limit]
    ]


def _candidate(catalogue: Catalogue, found: Found, score: int, match: bool, lang: str) -> dict[str, Any]:
    named = found.entity
    told = {"description": text} if (text := _description(catalogue, found, lang)) else {}
    return {
        "id": named.iri.removeprefix(catalogue.base),
        "name": _name(named, lang),
        **told,
        "type": [_type(named.kind, lang)],
        "score": score,
        "match": match,
    }


def _description(catalogue: Catalogue, found: Found, lang: str) -> str:
    """Return the alias that was found, and what tells an entity from others of its name."""
    told = catalogue.properties.get(found.entity.iri, {})
    values = [
        value for pid in ("parent", "owner", "recipient", "scheme", "country") for value in told.get(pid, ())
    ]
    names = [_name(catalogue.entities[iri], lang) for iri in values if iri in catalogue.entities]
    alias = [] if found.name in found.entity.names else [found.name]
    return " · ".join(dict.fromkeys((*alias, *names[:3])))


def _agreement(catalogue: Catalogue, iri: str, query: _Query) -> float:
    """Return the part of a score that the properties of a query leave to an entity."""
    told, factor = catalogue.properties.get(iri, {}), 1.0
    for pid, wanted in query.properties:
        if pid in told:
            known = {spelling for value in told[pid] for spelling in _spellings(catalogue, pid, value)}
            factor *= 1 if known & {_wanted(pid, text) for text in wanted} else _OTHERWISE
        else:
            factor *= _UNTOLD
    return factor


def _spellings(catalogue: Catalogue, pid: str, value: str) -> Iterator[str]:
    """Yield what a value of a property may be called: its IRI, long and short, and its names."""
    if pid == "year":
        yield value
        return
    yield from (
        fold(form) for form in (value, value.removeprefix(catalogue.base), short_iri(value, catalogue.base))
    )
    if value in catalogue.entities:
        yield from map(fold, catalogue.entities[value].spellings)


def _wanted(pid: str, text: str) -> str:
    if pid != "year":
        return fold(text)
    try:
        return str(parse_year(text, "BE" if text.isdecimal() and int(text) > _LAST_CE else "CE"))
    except ValueError:
        return text


def _query(key: str, given: object) -> _Query:
    """Return a query as it is understood.

    Raises:
        UsageError: a part of it has another type than the API gives it.
    """
    query = _object(given, f"the query {key!r}")
    # What is null, or an empty type, was not said.
    said = {part: value for part, value in query.items() if value is not None and value not in ("", [])}
    text, limit = query.get("query"), said.get("limit", _LIMIT)
    if not isinstance(text, str):
        raise _wrong(f"query of {key!r}", text, "a text")
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 0:
        raise _wrong(f"limit of {key!r}", limit, "a whole number from 0")
    types = said.get("type", "")
    kinds = types if isinstance(types, list) else [types]
    if not all(isinstance(kind, str) for kind in kinds):
        raise _wrong(f"type of {key!r}", types, "the id of a type, or a list of them")
    properties = said.get("properties", [])
    if not isinstance(properties, list):
        raise _wrong(f"properties of {key!r}", properties, "a list")
    read = (_property(key, one) for one in properties)
    known = tuple(dict.fromkeys(kind for kind in kinds if kind in ("", *KINDS)))
    return _Query(
        text, known, limit, tuple((pid, values) for pid, values in read if pid in _PROPERTIES and values)
    )


def _property(key: str, given: object) -> tuple[str, tuple[str, ...]]:
    """Return a property's id and its values as texts; an entity by its id, or else its name."""
    told = _object(given, f"a property of {key!r}")
    pid, value = told.get("pid"), told.get("v")
    if not isinstance(pid, str):
        raise _wrong(f"pid of a property of {key!r}", pid, "a text")
    values: Sequence[object] = value if isinstance(value, list) else [value]
    texts = [v.get("id") or v.get("name") if isinstance(v, dict) else v for v in values]
    if not all(isinstance(text, str | int | float | None) for text in texts):
        raise _wrong(
            f"v of {pid!r} of {key!r}", value, "a text, a number, an entity with an id, or a list of those"
        )
    written = [
        str(int(text)) if isinstance(text, float) and text.is_integer() else str(text)
        for text in texts
        if text
    ]
    return pid, tuple(text.strip() for text in written if text.strip())


def _object(given: object, what: str) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise _wrong(what, given, "an object")
    return given


def _wrong(what: str, given: object, expected: str) -> UsageError:
    return UsageError(f"reconciliation: {what} is {reprlib.repr(given)}; expected {expected}.")


def _name(named: Named, lang: str) -> str:
    return (named.names.en if lang == "en" else named.names.th) or named.names.first


def _type(kind: str, lang: str) -> dict[str, str]:
    return {"id": kind, "name": messages(lang)["find"]["kind"].get(kind, kind)}
