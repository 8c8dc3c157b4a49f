"""Our own functions in queries: Buddhist years, folded names, and labels in a language."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from awardgraph.errors import QueryError
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary.namespaces import AWG, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

    Value = NamedNode | BlankNode | Literal | Triple
    Function = Callable[..., Value | None]

__all__ = ["FUNCTIONS", "functions", "refuse_functions", "uses_functions"]

#: The local names of our functions, and how they are called.
FUNCTIONS: Final[Mapping[str, str]] = {
    "be": "awg:be(?year)",
    "fold": "awg:fold(?text)",
    "label": 'awg:label(?iri, "th")',
}

_XSD: Final = PREFIXES["xsd"]
_YEAR: Final = re.compile(r"(\d{4})(?:-(\d\d)-\d\d(?:T.*)?|Z|[+-]\d\d:\d\d)?|(\d{1,4})")
_YEARS: Final = frozenset({f"{_XSD}{kind}" for kind in ("gYear", "integer", "date", "dateTime")})

#: Later years are Buddhist ones already: 2566 is 2023, not 3109.
_LAST_CE: Final = 2400


def functions(store: Store) -> dict[NamedNode, Function]:
    """Return our functions for queries of a store, by IRI; a wrong argument leaves the result unbound."""
    from pyoxigraph import NamedNode

    made: dict[str, Function] = {"be": _be, "fold": _fold, "label": partial(_label, store)}
    return {NamedNode(AWG + name): made[name] for name in FUNCTIONS}


def uses_functions(text: str) -> list[str]:
    """Return the functions of ours that a query calls, as ``awg:be``, each once, in the order of the text.

    >>> uses_functions("SELECT (awg:be(?y) AS ?be) { ?e awg:editionYear ?y } # awg:fold(?x)")
    ['awg:be']
    """
    from awardgraph.graph.patterns import resolved

    called: dict[str, None] = {}
    before = ""
    for token, iri in resolved(text, PREFIXES):
        if token[0] == "(" and before.removeprefix(AWG) in FUNCTIONS and before.startswith(AWG):
            called[f"awg:{before.removeprefix(AWG)}"] = None
        before = iri
    return list(called)


def refuse_functions(text: str, where: str) -> None:
    """Refuse a query that calls our functions, for an endpoint that does not have them.

    Raises:
        QueryError: it does; the message names the functions and the endpoint.
    """
    if called := uses_functions(text):
        problem = f"{where} does not have {' and '.join(called)}, which awardgraph's own engine adds."
        raise QueryError(problem, remedy="Ask without them, or ask a graph folder or files.")


def _be(*values: Value) -> Literal | None:
    """Return the Buddhist year of a gYear, integer, date or dateTime of the Common Era."""
    from pyoxigraph import Literal

    from awardgraph.model.calendar import buddhist_year

    match values:
        case (Literal(value=text, datatype=datatype),) if datatype.value in _YEARS:
            found = _YEAR.fullmatch(text)
            year = int(found[1] or found[3]) if found else 0
            # A year without a month is the edition's: it is counted as the whole year is.
            return (
                Literal(buddhist_year(year, int(found[2] or 12))) if found and 0 < year <= _LAST_CE else None
            )
    return None


def _fold(*values: Value) -> Literal | None:
    from pyoxigraph import Literal

    from awardgraph.model.names import fold

    match values:
        case (Literal(value=text),):
            return Literal(fold(text))
    return None


def _label(store: Store, *values: Value) -> Literal | None:
    """Return the label in a language, else without one, else in the first of the others."""
    from pyoxigraph import DefaultGraph, Literal, NamedNode

    match values:
        case (NamedNode() as entity, Literal(value=wanted)):
            quads = store.quads_for_pattern(entity, NamedNode(ext.LABEL), None, DefaultGraph())
            labels = [quad.object for quad in quads if isinstance(quad.object, Literal)]
            return min(labels, key=partial(_rank, wanted.casefold()), default=None)
    return None


def _rank(wanted: str, label: Literal) -> tuple[bool, str, str]:
    language = label.language or ""
    return language != wanted and language.partition("-")[0] != wanted, language, label.value
