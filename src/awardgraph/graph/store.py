"""A graph opened for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.errors import GraphError
from awardgraph.graph.manifest import Manifest, read_manifest
from awardgraph.graph.query import run
from awardgraph.graph.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from networkx import MultiDiGraph
    from pyoxigraph import Literal, NamedNode, Store

    from awardgraph.graph.query import Answer

__all__ = ["Graph"]


class Graph:
    """A graph on disk, as it was when it was opened: later imports do not change its answers.

    >>> from pathlib import Path
    >>> Graph.open(Path("nowhere"))
    Traceback (most recent call last):
    awardgraph.errors.GraphError: nowhere: there is no graph here. Make one with awardgraph build.
    """

    def __init__(self, location: Path, manifest: Manifest, store: Store) -> None:
        self.location, self.manifest, self._store = location, manifest, store

    @classmethod
    def open(cls, location: Path) -> Graph:
        """Return the graph in a folder, opened read-only at its current generation.

        Raises:
            GraphError: there is no graph, or it cannot be read.
        """
        from pyoxigraph import Store

        manifest = read_manifest(location)
        while manifest and manifest.generation:
            try:
                return cls(
                    location,
                    manifest,
                    Store.read_only(str(location / "generations" / str(manifest.generation))),
                )
            except (OSError, RuntimeError) as error:
                # Two imports may have ended since the manifest was read; then there is a newer one.
                newer = read_manifest(location)
                if newer is None or newer.generation == manifest.generation:
                    problem = (
                        f"generation {manifest.generation} cannot be opened ({error}). Build the graph again."
                    )
                    raise GraphError(location, problem) from error
                manifest = newer
        if location.exists():
            raise GraphError(
                location, "is no graph: it has no MANIFEST.json. Make one with awardgraph build."
            )
        raise GraphError(location, "there is no graph here. Make one with awardgraph build.")

    def query(
        self,
        text: str,
        bindings: Mapping[str, NamedNode | Literal] | None = None,
        *,
        allow_network: bool = False,
        relative_to: str = "",
    ) -> Answer:
        """Return the answer to a SPARQL query; our prefixes need no declaration.

        The default graph holds every statement once; ``GRAPH ?source { … }`` names who states it.

        Args:
            text: SELECT, ASK, CONSTRUCT or DESCRIBE.
            bindings: variables → terms they stand for.
            allow_network: whether SERVICE may call another server.
            relative_to: the IRI to which relative IRIs in the query are relative.

        Raises:
            QueryError: the query is refused; with line, column and the nearest known term.
        """
        base = self.manifest.base
        return run(
            self._store, text, bindings or {}, base, relative_to=relative_to, allow_network=allow_network
        )

    def lines(self) -> Iterator[str]:
        """Yield all statements as sorted N-Quads lines, one for each source that makes them.

        Raises:
            GraphError: as :meth:`n_quads` does.
        """
        return map(bytes.decode, self.n_quads())

    def n_quads(self) -> Iterator[bytes]:
        """Yield all statements as sorted N-Quads lines in UTF-8, as they stand in its files.

        Raises:
            GraphError: the files are gone, since the graph was built twice after it was opened, or damaged.
        """
        from zlib import error as ZlibError  # noqa: N812

        from awardgraph.graph.generations import read_lines

        try:
            yield from read_lines(self.location, self.manifest.sources)
        except (OSError, EOFError, ValueError, ZlibError) as error:
            raise GraphError(
                self.location, f"its sources cannot be read ({error}). Open or build it again."
            ) from error

    def triples(self) -> Iterator[str]:
        """Yield all statements as sorted N-Triples lines, each once.

        Raises:
            GraphError: as :meth:`lines` does.
        """
        return statements(self.lines())

    def find_lines(self, subject: str | None, target: str | None, source: str | None) -> Iterator[str]:
        """Yield the N-Quads lines about a subject, that lead to a target or that a source states; by IRI.

        None stands for any.
        """
        from pyoxigraph import DefaultGraph, NamedNode

        about, to, by = (NamedNode(iri) if iri else None for iri in (subject, target, source))
        for quad in self._store.quads_for_pattern(about, None, to, by):
            if not isinstance(quad.graph_name, DefaultGraph):
                yield f"{quad} .\n"

    def to_networkx(self) -> MultiDiGraph:
        """Return the graph as a networkx network: entities, named and typed, and the statements between."""
        from awardgraph.graph.networks import to_networkx

        return to_networkx(self)

    def verify(self) -> None:
        """Read every statement back and compare with the manifest.

        Raises:
            GraphError: the store on disk is not what was built: it is damaged.
        """
        import hashlib

        total = sum(
            int.from_bytes(hashlib.sha256(f"{quad} .\n".encode()).digest(), "big")
            for quad in self._store.quads_for_pattern(None, None, None)
        )
        if f"{total % (1 << 256):064x}" != self.manifest.digest:
            raise GraphError(self.location, "does not hold what was built; it is damaged. Build it again.")

    def __len__(self) -> int:
        return self.manifest.statements
