"""Answers in the standard serialisations, row by row: the first is there before the last is computed."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyoxigraph as ox

    from awardgraph.graph.query import Answer

    Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

__all__ = ["stream"]

_XSD: Final = PREFIXES["xsd"]

#: Literals that TSV writes without quotes, as Turtle does.
_BARE: Final = {
    _XSD + "boolean": re.compile(r"true|false"),
    _XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    _XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    _XSD + "double": re.compile(r"[+-]?(?:[0-9]+\.[0-9]*|\.?[0-9]+)[eE][+-]?[0-9]+"),
}

_QUOTED: Final = re.compile('[",\r\n]')


def stream(answer: Answer, format_name: str) -> Iterator[bytes]:
    """Yield an answer in csv, tsv, json or xml (rows, yes or no) or nt (triples), as the W3C wants them.

    Triples come in the order of the engine. XML comes as a whole.
    """
    import pyoxigraph as ox

    if isinstance(answer, ox.QueryTriples):
        return (f"{triple} .\n".encode() for triple in answer)
    if isinstance(answer, ox.QueryBoolean) and format_name in ("csv", "tsv"):
        return iter([b"true\n" if answer else b"false\n"])
    if isinstance(answer, ox.QueryBoolean) or format_name == "xml":
        media = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML}
        return iter([answer.serialize(format=media[format_name]) or b""])
    return (line.encode() for line in {"csv": _csv, "tsv": _tsv, "json": _json}[format_name](answer))


def _csv(answer: ox.QuerySolutions) -> Iterator[str]:
    yield ",".join(variable.value for variable in answer.variables) + "\r\n"
    for row in answer:
        yield ",".join(_csv_cell(term) for term in row) + "\r\n"


def _csv_cell(term: Term | None) -> str:
    import pyoxigraph as ox

    if term is None:
        return ""
    text = term.value if isinstance(term, (ox.Literal, ox.NamedNode)) else str(term)
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _tsv(answer: ox.QuerySolutions) -> Iterator[str]:
    yield "\t".join(f"?{variable.value}" for variable in answer.variables) + "\n"
    for row in answer:
        yield "\t".join(_tsv_cell(term) for term in row) + "\n"


def _tsv_cell(term: Term | None) -> str:
    import pyoxigraph as ox

    if term is None:
        return ""
    if isinstance(term, ox.Literal):
        bare = _BARE.get(term.datatype.value)
        if bare and bare.fullmatch(term.value):
            return term.value
    written = str(term).replace("\t", "\\t")
    return f"<<( {written} )>>" if isinstance(term, ox.Triple) else written


def _json(answer: ox.QuerySolutions) -> Iterator[str]:
    names = [variable.value for variable in answer.variables]
    yield f'{{"head":{_dumped({"vars": names})},"results":{{"bindings":['
    before = ""
    for row in answer:
        bound = {name: _json_term(term) for name, term in zip(names, row, strict=True) if term is not None}
        yield before + _dumped(bound)
        before = ",\n"
    yield "]}}\n"


def _json_term(term: Term) -> dict[str, Any]:
    import pyoxigraph as ox

    if isinstance(term, ox.Triple):
        parts = zip(("subject", "predicate", "object"), term, strict=True)
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    if not isinstance(term, ox.Literal):
        return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": term.value}
    written: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
        if term.direction:
            written["its:dir"] = term.direction.value
    elif term.datatype.value != _XSD + "string":
        written["datatype"] = term.datatype.value
    return written


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
