"""Statements as JSON-LD, compacted with our prefixes; nothing has to be fetched to read it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import UsageError
from awardgraph.vocabulary.external import TYPE
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["jsonld"]

_LOCAL: Final = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")
_XSD_STRING: Final = prefixes()["xsd"] + "string"


def jsonld(triples: Iterable[Triple], base: str = "") -> str:
    """Return a JSON-LD 1.1 document: a node for each subject, in the order of the statements.

    Literals keep their written form and their datatype, so that reading it gives the same statements.

    Raises:
        UsageError: a statement speaks about a statement, which JSON-LD 1.1 cannot say.
    """
    triples = list(triples)
    context = _context(triples, base)
    nodes: dict[str, dict[str, Any]] = {}
    for triple in triples:
        node = nodes.setdefault(_name(triple.subject, context), {"@id": _name(triple.subject, context)})
        if triple.predicate.value == TYPE and not hasattr(triple.object, "datatype"):
            node.setdefault("@type", []).append(_name(triple.object, context))
        else:
            node.setdefault(_name(triple.predicate, context), []).append(_value(triple.object, context))
    named = {prefix: namespace for namespace, prefix in context.items()}
    used = {name.partition(":")[0] for name in _names(list(nodes.values()))}
    document = {
        "@context": {p: named[p] for p in sorted(used & named.keys())},
        # What a thing is comes first, as in our Turtle.
        "@graph": [{"@id": "", "@type": []} | node if "@type" in node else node for node in nodes.values()],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _context(triples: Iterable[Triple], base: str) -> dict[str, str]:
    """Return namespace → prefix; without prefixes that an IRI itself begins with."""
    from pyoxigraph import NamedNode

    terms = {term for triple in triples for term in triple if isinstance(term, NamedNode)}
    schemes = {term.value.partition(":")[0] for term in terms}
    return {namespace: prefix for prefix, namespace in prefixes(base).items() if prefix not in schemes}


def _name(term: object, context: Mapping[str, str]) -> str:
    from pyoxigraph import BlankNode, NamedNode

    if isinstance(term, BlankNode):
        return str(term)
    if not isinstance(term, NamedNode):
        message = "JSON-LD cannot carry a statement about a statement. Use --format nt or ttl."
        raise UsageError(message)
    cut = max(term.value.rfind("/"), term.value.rfind("#")) + 1
    prefix = context.get(term.value[:cut])
    fits = prefix and _LOCAL.fullmatch(term.value[cut:])
    return f"{prefix}:{term.value[cut:]}" if fits else term.value


def _value(term: NamedNode | BlankNode | Literal | Triple, context: Mapping[str, str]) -> object:
    from pyoxigraph import Literal

    if not isinstance(term, Literal):
        return {"@id": _name(term, context)}
    if term.language:
        direction = {"@direction": term.direction.value} if term.direction else {}
        return {"@value": term.value, "@language": term.language} | direction
    if term.datatype.value == _XSD_STRING:
        return term.value
    return {"@value": term.value, "@type": _name(term.datatype, context)}


def _names(part: object) -> Iterable[str]:
    """Yield the names in a document: keys, identifiers and types, but no texts."""
    if isinstance(part, list):
        for one in part:
            yield from _names(one)
    elif isinstance(part, dict):
        for key, value in part.items():
            yield key
            if key in ("@id", "@type"):
                yield from [value] if isinstance(value, str) else value
            elif key not in ("@value", "@language", "@direction"):
                yield from _names(value)
