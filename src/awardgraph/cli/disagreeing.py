"""``awardgraph conflicts``: what sources disagree on, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, FINDINGS, GraphOption, LangOption, language
from awardgraph.cli.output import say, write
from awardgraph.cli.wrapping import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.cli.telling import Telling
    from awardgraph.graph.conflicts import Conflict, Saying

__all__ = ["conflicts"]


def conflicts(
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    format_name: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="text or json. · รูปแบบ")
    ] = "text",
    lang: LangOption = None,
) -> None:
    """Show what sources disagree on, each value with who gives it. · แหล่งข้อมูลระบุไม่ตรงกันเรื่องใดบ้าง

    Ends with 3 if there is anything, with 0 if there is nothing.
    """
    import json

    from awardgraph.cli.telling import Telling, fitted
    from awardgraph.graph.conflicts import conflicts as found_in
    from awardgraph.graph.store import Graph

    opened, chosen = Graph.open(graph), language(lang)
    found = found_in(opened)
    telling = Telling(opened, _mentioned(found), chosen)
    if format_name == "json":
        content = {"format": 1, "conflicts": [_json(one) for one in found]}
        write((json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode())
    else:
        lines = (fitted(line, columns()) for line in _text(found, telling))
        write("".join(f"{line}\n" for line in lines).encode())
    say(telling.words["conflicts"].format(n=len(found)) if found else telling.words["no_conflict"])
    if found:
        raise typer.Exit(FINDINGS)


def _mentioned(found: list[Conflict]) -> Iterator[str]:
    from pyoxigraph import NamedNode

    for conflict in found:
        yield conflict.entity
        for saying in conflict.sayings:
            if isinstance(saying.value, NamedNode):
                yield saying.value.value
            for told in saying.testimonies:
                yield from told.document.publishers


def _text(found: list[Conflict], telling: Telling) -> Iterator[str]:
    for number, conflict in enumerate(found, 1):
        yield f"{number}  {telling.name(conflict.entity)}"
        yield f"   {telling.short(conflict.entity)}"
        for saying in conflict.sayings:
            yield ""
            yield f"   {telling.property(conflict.property)}: {_value(saying, telling)}"
            for told in saying.testimonies:
                first, *rest = telling.source(told, conflict.entity)
                yield f"   ← {first}"
                yield from (f"     {line}" for line in rest)
                yield from (f"     {line}".rstrip() for line in telling.quotes(told, {}))
        yield ""


def _value(saying: Saying, telling: Telling) -> str:
    days = "–".join(map(telling.day, saying.days))
    return telling.value(saying.value) + (f" ({days})" if days else "")


def _json(conflict: Conflict) -> dict[str, Any]:
    from awardgraph.cli.telling import as_json, source_as_json

    return {
        "entity": conflict.entity,
        "property": conflict.property,
        "values": [
            {
                "value": as_json(saying.value),
                "days": saying.days,
                "sources": [source_as_json(told) for told in saying.testimonies],
            }
            for saying in conflict.sayings
        ],
    }
