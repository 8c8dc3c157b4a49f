"""Find an entity by whatever a person calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError, nearest
from awardgraph.graph.questions import ask
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from awardgraph.graph.store import Graph

__all__ = ["find_one"]

_EXISTS: Final = "ASK { { ?focus ?p ?o } UNION { ?s ?p ?focus } }"


def find_one(graph: Graph, name: str) -> str:
    """Return the IRI of the one entity that a person means.

    Args:
        name: an IRI, ``kind/slug`` or ``kind:slug``, or any of its names in Thai or English.

    Raises:
        UsageError: nothing has that name, or several do; the message lists them.
    """
    from pyoxigraph import NamedNode

    written = name.strip()
    prefix, colon, local = written.partition(":")
    known = prefixes(graph.manifest.base)
    candidates = [written] if "://" in written else []
    if colon and prefix in known:
        candidates.append(known[prefix] + local)
    candidates.append(graph.manifest.base + written)
    for iri in candidates:
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        if bool(graph.query(_EXISTS, {"focus": node})):
            return iri
    wanted = fold(written)
    names = [(row["name"], row["entity"]) for row in ask(graph, "names")]
    found = sorted({entity for called, entity in names if fold(called) == wanted})
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{name!r} is the name of several: {', '.join(found)}. Name one of them by its IRI."
        raise UsageError(message)
    guess = nearest(written, {called for called, _ in names}) or "Try another spelling, or an IRI."
    message = f"nothing in the graph is called {name!r}. {guess}"
    raise UsageError(message)
