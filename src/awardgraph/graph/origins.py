"""What can be asked: a graph on disk, files of RDF, a SPARQL endpoint."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from awardgraph.errors import UsageError
from awardgraph.graph.remote import PATIENCE
from awardgraph.graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["is_address", "open_graph"]


def open_graph(where: Sequence[str], *, base: str = "", patience: float = PATIENCE) -> Graph:
    """Return what is asked, whatever it is; all of it answers SPARQL in the same way.

    Args:
        where: the folder of a graph; or files of RDF, with graphs beside them or not; or the address of
            one SPARQL endpoint.
        base: IRI below which entities are minted; what the data say if empty. A graph's own is known.
        patience: seconds until each answer of an endpoint must be there.

    Raises:
        GraphError: a graph cannot be opened, or an endpoint does not answer.
        SourceError: a file cannot be read.
        UsageError: an endpoint is named together with something else.

    >>> open_graph(["nowhere"])
    Traceback (most recent call last):
    awardgraph.errors.GraphError: nowhere: there is no graph here. Make one with awardgraph build.
    """
    addresses = [one for one in where if is_address(one)]
    if addresses and len(where) > 1:
        message = f"{addresses[0]} is an endpoint, which is asked alone; name one --graph."
        raise UsageError(message)
    if addresses:
        from awardgraph.graph.remote.endpoint import Endpoint

        return Endpoint(addresses[0], base, patience=patience)
    paths = [Path(one) for one in where]
    if len(paths) == 1 and not _is_file(paths[0]):
        return Graph.open(paths[0])
    from awardgraph.graph.dataset import open_files

    graphs = [Graph.open(path) for path in paths if not _is_file(path)]
    known = graphs[0].manifest.base if graphs else base
    return open_files([path for path in paths if _is_file(path)], graphs, known)


def is_address(where: str) -> bool:
    """Return whether a text names an endpoint.

    >>> is_address("https://example.org/sparql"), is_address("build/awards.graph")
    (True, False)
    """
    return where.lower().startswith(("http://", "https://"))


def _is_file(path: Path) -> bool:
    if path.is_file() or path.is_dir():
        return path.is_file()
    from awardgraph.graph.checking.files import SUFFIXES

    # A name that ends like RDF is meant as a file even where there is none: then that is what is said.
    return path.suffix.casefold() in {*SUFFIXES, ".n3", ".json"}
