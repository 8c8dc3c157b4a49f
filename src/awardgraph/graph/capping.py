"""Answers cut after so many rows, as answers that every format can still write."""

from __future__ import annotations

import json
from io import RawIOBase
from itertools import islice
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

    from awardgraph.graph.query import Answer

    Value = NamedNode | BlankNode | Literal | Triple

__all__ = ["cap"]


def cap(answer: Answer, most: int, when_cut: Callable[[], None]) -> Answer:
    """Return an answer with at most so many rows or triples; yes and no stay.

    Rows are still computed one by one, as they are read.

    Args:
        when_cut: called once, when there would have been more.
    """
    from pyoxigraph import Quad, QueryResultsFormat, QuerySolutions, QueryTriples, Store, parse_query_results

    if isinstance(answer, QuerySolutions):
        # The engine's own type again, by way of the standard format, so that it serialises itself.
        source = _Chunks(_json(answer, most, when_cut))
        return parse_query_results(cast("IO[bytes]", source), format=QueryResultsFormat.JSON)
    if isinstance(answer, QueryTriples):
        kept = Store()
        kept.extend(Quad(*triple) for triple in islice(answer, most))
        if next(answer, None) is not None:
            when_cut()
        return kept.query("CONSTRUCT WHERE { ?s ?p ?o }")
    return answer


class _Chunks(RawIOBase):
    """A file to read whose parts are made when they are asked for."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        super().__init__()
        self._parts, self._rest = parts, b""

    def read(self, size: int = -1) -> bytes:
        self._rest = self._rest or next(self._parts, b"")
        taken = self._rest if size < 0 else self._rest[:size]
        self._rest = self._rest[len(taken) :]
        return taken


def _json(answer: QuerySolutions, most: int, when_cut: Callable[[], None]) -> Iterator[bytes]:
    names = [variable.value for variable in answer.variables]
    yield b'{"head":%s,"results":{"bindings":[' % json.dumps({"vars": names}).encode()
    for place, row in enumerate(islice(answer, most)):
        bound = {name: _term(value) for name, value in zip(names, row, strict=True) if value is not None}
        yield b"," * (place > 0) + json.dumps(bound, ensure_ascii=False).encode()
    if next(answer, None) is not None:
        when_cut()
    yield b"]}}"


def _term(value: Value) -> dict[str, object]:
    """Return a term as SPARQL's JSON results write it."""
    from pyoxigraph import BlankNode, Literal, Triple

    if isinstance(value, Triple):
        parts = zip(("subject", "predicate", "object"), value, strict=True)
        return {"type": "triple", "value": {name: _term(part) for name, part in parts}}
    if not isinstance(value, Literal):
        return {"type": "bnode" if isinstance(value, BlankNode) else "uri", "value": value.value}
    written: dict[str, object] = {"type": "literal", "value": value.value}
    if value.language:
        direction = {"its:dir": str(value.direction)} if value.direction else {}
        return written | {"xml:lang": value.language} | direction
    return written | {"datatype": value.datatype.value}
