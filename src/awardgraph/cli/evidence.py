"""``awardgraph why``: who states something, and in which words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from awardgraph.cli.completing import entity_names
from awardgraph.cli.options import DEFAULT_GRAPH, FINDINGS, GraphOption, LangOption, Language, language
from awardgraph.cli.output import write
from awardgraph.cli.wrapping import columns
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.cli.telling import Telling
    from awardgraph.graph.evidence import Evidence, Fact, Testimony
    from awardgraph.graph.store import Graph
    from awardgraph.importer.verifying import Checked

__all__ = ["told", "why"]


def why(
    entity: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="An IRI, kind:slug, kind/slug or a name. · สิ่งที่ถามถึง",
            autocompletion=entity_names,
        ),
    ],
    property_name: Annotated[
        str | None,
        typer.Argument(metavar="PROPERTY", help="Only this: heldOn, awg:heldOn or its name. · เฉพาะข้อมูลนี้"),
    ] = None,
    *,
    data: Annotated[
        Path | None, typer.Option("--data", help="Look each quote up again in this folder. · ตรวจถ้อยคำซ้ำ")
    ] = None,
    graph: GraphOption = DEFAULT_GRAPH,
    format_name: Annotated[
        Literal["text", "json"], typer.Option("--format", "-f", help="text or json. · รูปแบบ")
    ] = "text",
    lang: LangOption = None,
) -> None:
    """Show who states something, and in which words. · ใครระบุไว้ และด้วยถ้อยคำใด

    With --data it ends with 3 if the words of a quote no longer stand where they stood.
    """
    import json

    from awardgraph.graph.evidence import evidence
    from awardgraph.graph.find import find_one
    from awardgraph.graph.store import Graph
    from awardgraph.graph.wording import find_property

    opened = Graph.open(graph)
    found = evidence(opened, find_one(opened, entity), find_property(property_name) if property_name else ())
    checked = _checked(opened, found, data)
    if format_name == "json":
        write((json.dumps(_json(found, checked), ensure_ascii=False, indent=2) + "\n").encode())
    else:
        write(told(opened, found, checked, language(lang), whole=property_name is not None).encode())
    if any(one.result in ("moved", "gone") for one in checked.values()):
        raise typer.Exit(FINDINGS)


def told(
    graph: Graph, found: Evidence, checked: Mapping[str, Checked], lang: Language, *, whole: bool = False
) -> str:
    """Return who states something and in which words, with what became of each passage that was looked up.

    Args:
        whole: whether quotes are given in full.
    """
    from awardgraph.cli.telling import Telling, fitted

    lines = _text(found, checked, Telling(graph, _mentioned(found), lang), whole=whole)
    return "".join(f"{fitted(line, columns())}\n" for line in lines)


def _checked(graph: Graph, found: Evidence, data: Path | None) -> dict[str, Checked]:
    """Return passage → what became of it, where a folder to look in was given."""
    from awardgraph.importer.verifying import verify_passages

    passages = {quote.iri for told in found.testimonies for quote in told.quotes}
    return {one.quote.iri: one for one in verify_passages(graph, data, passages)} if data else {}


def _mentioned(found: Evidence) -> Iterator[str]:
    from pyoxigraph import NamedNode

    yield found.entity
    yield from (fact.value.value for fact in found.headings if isinstance(fact.value, NamedNode))
    for told in found.testimonies:
        yield from told.document.publishers
        for fact in told.facts:
            yield fact.about
            if isinstance(fact.value, NamedNode):
                yield fact.value.value


def _text(found: Evidence, checked: Mapping[str, Checked], telling: Telling, *, whole: bool) -> Iterator[str]:
    yield telling.name(found.entity)
    yield telling.short(found.entity)
    if found.asked != found.entity:
        yield telling.words["replaced"].format(old=telling.short(found.asked))
    again = {iri: _again(one, telling) for iri, one in checked.items()}
    for number, told in enumerate(found.testimonies, 1):
        first, *rest = telling.source(told, found.entity)
        yield ""
        yield f"{number}  {first}"
        yield from (f"   {line}" for line in rest)
        yield from _facts(found, told, telling, whole=whole)
        if quotes := telling.quotes(told, again):
            yield ""
            yield from (f"   {line}".rstrip() for line in quotes)


def _facts(found: Evidence, told: Testimony, telling: Telling, *, whole: bool) -> Iterator[str]:
    """Yield the facts, those of the entity first, then those of each thing that belongs to it.

    Args:
        found: to what the facts belong.
        told: a source's facts.
        telling: in which language.
        whole: whether those are told as well that the place in the text says, or that we composed.
    """
    from itertools import groupby

    from awardgraph.cli.telling import aligned

    for about, group in groupby(told.facts, key=lambda fact: fact.about):
        facts = sorted(group, key=telling.order)
        heading = telling.words["states"] if about == found.entity else _heading(about, found, telling)
        shown = [fact for fact in facts if whole or not _said_already(fact, found.entity, told, telling)]
        rows = [(telling.property(fact.property), telling.value(fact.value)) for fact in shown]
        # The heading of a name form says all of it.
        if rows or any(fact.property == ext.LITERAL_FORM for fact in facts):
            yield ""
            yield f"   {heading}"
            yield from aligned(rows, "     ", columns())


def _said_already(fact: Fact, entity: str, told: Testimony, telling: Telling) -> bool:
    """Return whether a fact is what its place in the text says, or a title that no source states."""
    if fact.property == ext.LABEL and telling.composed(fact.about):
        return True
    if fact.about != entity:
        return fact.property in (ext.TYPE, ext.LITERAL_FORM) or fact.value.value in (
            entity,
            told.document.iri,
        )
    if any(quote.iri == entity for quote in told.quotes):
        return fact.property in (awg.QUOTE, awg.REMARK)
    described = {other.about for other in told.facts}
    return fact.value.value == told.document.iri or fact.value.value in described


def _heading(about: str, found: Evidence, telling: Telling) -> str:
    """Return what something that belongs to the entity is called: its kind, then its name."""
    values = {fact.property: fact.value for fact in found.headings if fact.about == about}
    kind = telling.value(values[ext.TYPE]) if ext.TYPE in values else ""
    named = values.get(awg.PARTICIPANT) or values.get(ext.LITERAL_FORM)
    name = telling.value(named) if named is not None else telling.name(about)
    return ": ".join(filter(None, (kind, name)))


def _again(checked: Checked, telling: Telling) -> str:
    lines = telling.lines(checked.where, checked.lines)
    return str(telling.words[checked.result].format(where=lines))


def _json(found: Evidence, checked: Mapping[str, Checked]) -> dict[str, Any]:
    from awardgraph.cli.telling import source_as_json

    results = {iri: one.result for iri, one in checked.items()}
    return {
        "format": 1,
        "entity": found.entity,
        "asked": found.asked,
        "sources": [source_as_json(told, results) for told in found.testimonies],
    }
