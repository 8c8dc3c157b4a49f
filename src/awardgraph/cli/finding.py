"""``awardgraph find``: entities by any of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from awardgraph.cli.completing import entity_names, kind_names
from awardgraph.cli.options import DEFAULT_GRAPH, GraphOption, LangOption, Language, language
from awardgraph.cli.output import say, table, write

if TYPE_CHECKING:
    from awardgraph.graph.find import Found

__all__ = ["find"]

Format = Literal["table", "csv", "json", "reconciliation"]


def find(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="Any name, in Thai or English; it may be misspelt. · ชื่อใดก็ได้ สะกดผิดบ้างก็ได้",
            autocompletion=entity_names,
        ),
    ],
    *,
    graph: GraphOption = DEFAULT_GRAPH,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            "-k",
            help="Only this kind: agency, person, project, award, … · เฉพาะประเภทนี้",
            autocompletion=kind_names,
        ),
    ] = "",
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="At most so many. · จำนวนสูงสุด")] = 10,
    lang: LangOption = None,
    format_name: Annotated[
        Format,
        typer.Option("--format", "-f", help="reconciliation: JSON as OpenRefine reads it. · รูปแบบคำตอบ"),
    ] = "table",
) -> None:
    """Find entities by any of their names, misspelt ones too. · ค้นหาด้วยชื่อ แม้สะกดผิด"""
    from awardgraph.graph.catalogue import Catalogue
    from awardgraph.graph.find import find as find_named
    from awardgraph.graph.find import kind_named
    from awardgraph.graph.reconciliation import reconcile
    from awardgraph.graph.store import Graph
    from awardgraph.resources import messages

    chosen, only = language(lang), kind_named(kind) if kind else ""
    catalogue = Catalogue(Graph.open(graph))
    if format_name == "reconciliation":
        query = {"query": name, "limit": limit, "type": only}
        write(_json(reconcile(catalogue, {"q0": query}, lang=chosen)["q0"]))
        return
    found = find_named(catalogue, name, kind=only, limit=limit)
    if not found:
        say(messages(chosen)["find"]["nothing"].format(name=name))
    if format_name == "json":
        write(_json([_record(one) for one in found]))
    elif format_name == "csv":
        write(_csv(found))
    elif found:
        write(_table(found, chosen, catalogue.base).encode())


def _table(found: list[Found], lang: Language, base: str) -> str:
    from awardgraph.graph.results import short_iri
    from awardgraph.resources import messages

    words = messages(lang)["find"]
    rows = []
    for one in found:
        names = one.entity.names
        first, second = (names.th, names.en) if lang == "th" else (names.en, names.th)
        # The other name is the one that was found, if the first does not show why this was found.
        other = one.name if one.name not in names else second
        main = first or names.first
        kind = words["kind"].get(one.entity.kind, one.entity.kind)
        other = other if other and other != main else ""
        rows.append((str(one.score), kind, main, other, short_iri(one.entity.iri, base)))
    header = [words[column] for column in ("score", "what", "name", "other", "iri")]
    return table(header, rows, whole=[words["iri"]])


def _record(one: Found) -> dict[str, object]:
    names = one.entity.names
    return {
        "score": one.score,
        "reason": one.reason,
        "kind": one.entity.kind,
        "name_th": names.th,
        "name_en": names.en,
        "found": one.name,
        "iri": one.entity.iri,
    }


def _csv(found: list[Found]) -> bytes:
    import csv
    import io

    text = io.StringIO()
    columns = ("score", "reason", "kind", "name_th", "name_en", "found", "iri")
    writer = csv.DictWriter(text, columns)
    writer.writeheader()
    writer.writerows(_record(one) for one in found)
    return text.getvalue().encode()


def _json(content: object) -> bytes:
    import json

    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
