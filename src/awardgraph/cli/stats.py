"""``awardgraph stats``: what the graph holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from awardgraph.cli.options import LangOption, Language, OriginOption, language, year_in
from awardgraph.cli.output import table, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.graph.networks import Place
    from awardgraph.graph.store import Graph

__all__ = ["stats"]

#: Lines of each table about the network.
_MOST: Final = 15


def stats(
    *,
    graph: OriginOption = None,
    network: Annotated[
        bool,
        typer.Option(
            "--network", help="Who is most decorated, who is most linked. · ผู้ที่ได้รางวัลและเชื่อมโยงมากที่สุด"
        ),
    ] = False,
    lang: LangOption = None,
) -> None:
    """Count what the graph holds, by kind and by scheme. · นับสิ่งที่กราฟมี"""
    from awardgraph.cli.origins import open_origin

    opened, chosen = open_origin(graph), language(lang)
    tables = _network(opened, chosen) if network else [_kinds(opened, chosen), _schemes(opened, chosen)]
    write("\n".join(tables).encode())


def _network(graph: Graph, lang: Language) -> list[str]:
    """Return the most decorated, the most linked, and the largest groups of those who are linked."""
    from awardgraph.graph.networks import places
    from awardgraph.resources import messages

    words, found = messages(lang)["network"], places(graph)
    decorated = sorted(found, key=lambda place: -place.awards)[:_MOST]
    groups: dict[int, list[Place]] = {}
    for place in found:
        groups.setdefault(place.community, []).append(place)
    largest = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))[:_MOST]
    names = _names(
        graph,
        [place.iri for place in (*decorated, *found[:_MOST], *(group[0] for _, group in largest))],
        lang,
    )
    return [
        table(
            (words["decorated"], words["awards"]),
            [(names[p.iri], f"{p.awards:,}") for p in decorated if p.awards],
        ),
        table(
            (words["linked"], words["links"], words["centrality"], words["community"]),
            [(names[p.iri], f"{p.links:,}", f"{p.centrality:.3f}", str(p.community)) for p in found[:_MOST]],
        ),
        table(
            (words["around"], words["members"], words["community"]),
            [
                (names[group[0].iri], f"{len(group):,}", str(number))
                for number, group in largest
                if len(group) > 1
            ],
        ),
    ]


def _names(graph: Graph, iris: Iterable[str], lang: Language) -> dict[str, str]:
    """Return how entities are called: in the language, in the other one, or by the end of the IRI."""
    from awardgraph.graph.asking import ask_about

    names = {iri: iri.removeprefix(graph.manifest.base) for iri in iris}
    found = ask_about(graph, "it", names, "SELECT ?it ?name { %s ?it rdfs:label ?name } ORDER BY ?it ?name")
    for row in sorted(found, key=lambda row: getattr(row["name"], "language", None) == lang):
        names[row["it"].value] = row["name"].value
    return names


def _kinds(graph: Graph, lang: Language) -> str:
    from awardgraph.graph.questions import ask
    from awardgraph.resources import messages

    words = messages(lang)
    counted = {row["class"].split("#")[-1].split("/")[-1]: int(row["n"]) for row in ask(graph, "kinds")}
    rows = [
        (words["stats"]["statements"], len(graph)),
        (words["stats"]["sources"], len(graph.manifest.sources) or _named_graphs(graph)),
    ]
    rows += [(name, counted[kind]) for kind, name in words["kinds"].items() if kind in counted]
    return table((words["stats"]["what"], words["stats"]["number"]), [(name, f"{n:,}") for name, n in rows])


def _named_graphs(graph: Graph) -> int:
    """Return how many graphs state something: what is known of sources that were not imported here."""
    from awardgraph.graph.asking import rows_of

    [row] = rows_of(graph, "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    return int(row["n"].value)


def _schemes(graph: Graph, lang: Language) -> str:
    from awardgraph.graph.questions import ask
    from awardgraph.resources import messages

    words = messages(lang)["stats"]
    other = "en" if lang == "th" else "th"
    rows = [
        (
            row.get(lang) or row.get(other) or row["scheme"],
            row["awards"],
            year_in(lang, row.get("first")),
            year_in(lang, row.get("last")),
        )
        for row in ask(graph, "scheme-counts")
    ]
    return table((words["scheme"], words["awards"], words["first"], words["last"]), rows)
