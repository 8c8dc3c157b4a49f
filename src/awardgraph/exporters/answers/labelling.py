"""What the IRIs of an answer are called: asked of the graph in chunks, never one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from awardgraph.graph.asking import ask_about
from awardgraph.graph.wording import term_names
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.external import LABEL, TITLE
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.exporters.answers.sheet import Askable
    from awardgraph.graph.store import Graph

__all__ = ["labels"]

#: Properties that name something, the best first.
_NAMING: Final = (LABEL, PREFIXES["skos"] + "prefLabel", TITLE, PREFIXES["foaf"] + "name")

#: Asked so, an engine looks up each thing by itself; a second VALUES makes it read every name there is.
_QUERY: Final = (
    "SELECT ?entity ?by ?name (LANG(?name) AS ?lang) { %s ?entity ?by ?name "
    f"FILTER(?by IN ({', '.join(f'<{iri}>' for iri in _NAMING)}) && isLiteral(?name)) }}"
)

#: What may stand between < and > in a query.
_SAFE: Final = re.compile(r"[^\x00-\x20<>\"{}|^`\\]+")


def labels(asked: Askable, iris: Iterable[str]) -> dict[str, Bilingual]:
    """Return what things are called, those only that are called something.

    Of several names in a language the one by the best property counts, of these the first by code
    point. A name in neither Thai nor English stands with the English ones, behind them. Terms that
    the graph does not name are called as in the ontology.
    """
    wanted = {iri for iri in iris if _SAFE.fullmatch(iri)}
    found: dict[tuple[str, str], tuple[int, int, str]] = {}
    # An endpoint is asked as a graph is.
    for row in ask_about(cast("Graph", asked), "entity", wanted, _QUERY):
        spoken = row["lang"].value.partition("-")[0].lower()
        rank = (_NAMING.index(row["by"].value), ("en", "").index(spoken) if spoken in ("en", "") else 2)
        key = (row["entity"].value, "th" if spoken == "th" else "en")
        found[key] = min(found.get(key, (len(_NAMING), 0, "")), (*rank, row["name"].value))
    names = {
        iri: Bilingual(*(found[iri, lang][2] if (iri, lang) in found else None for lang in ("th", "en")))
        for iri in {iri for iri, _ in found}
    }
    if any(iri.startswith(tuple(PREFIXES.values())) for iri in wanted - names.keys()):
        ours = term_names()
        names |= {iri: ours[iri] for iri in wanted - names.keys() if iri in ours}
    return names
