"""The statements of a CONSTRUCT or DESCRIBE: the same bytes for the same statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Triple

__all__ = ["ordered"]


def ordered(triples: Iterable[Triple]) -> list[Triple]:
    """Return statements each once, sorted; blank nodes are named by what they say (RDFC-1.0)."""
    from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad

    kept = set(triples)
    if any(isinstance(term, BlankNode) for triple in kept for term in triple):
        dataset = Dataset(Quad(*triple) for triple in kept)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        kept = {quad.triple for quad in dataset}
    return sorted(kept, key=lambda triple: f"{triple} .")
