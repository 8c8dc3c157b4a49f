"""Rows as an answer of the engine's own type again, so that every format can still write them."""

from __future__ import annotations

import json
from io import RawIOBase
from typing import IO, TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Triple

    Value = NamedNode | BlankNode | Literal | Triple

__all__ = ["remade"]


def remade(names: Sequence[str], rows: Iterable[Iterable[Value | None]]) -> QuerySolutions:
    """Return rows as an answer, by way of the standard format; each is taken when it is read.

    Args:
        names: of the columns.
        rows: a term or None for each of them.
    """
    from pyoxigraph import QueryResultsFormat, parse_query_results

    source = _Chunks(_json(names, rows))
    return cast(
        "QuerySolutions", parse_query_results(cast("IO[bytes]", source), format=QueryResultsFormat.JSON)
    )


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


def _json(names: Sequence[str], rows: Iterable[Iterable[Value | None]]) -> Iterator[bytes]:
    yield b'{"head":%s,"results":{"bindings":[' % json.dumps({"vars": names}).encode()
    for place, row in enumerate(rows):
        bound = {name: _term(value) for name, value in zip(names, row, strict=True) if value is not None}
        yield b"," * (place > 0) + json.dumps(bound, ensure_ascii=False).encode()
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
