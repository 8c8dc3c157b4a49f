"""``awardgraph stats``: what the graph holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.cli.options import LangOption, Language, OriginOption, language, year_in
from awardgraph.cli.output import table, write

if TYPE_CHECKING:
    from awardgraph.graph.store import Graph

__all__ = ["stats"]


def stats(*, graph: OriginOption = None, lang: LangOption = None) -> None:
    """Count what the graph holds, by kind and by scheme. · นับสิ่งที่กราฟมี"""
    from awardgraph.cli.origins import open_origin

    opened, chosen = open_origin(graph), language(lang)
    write((_kinds(opened, chosen) + "\n" + _schemes(opened, chosen)).encode())


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
