"""Which line of a table holds what: kept beside the statements, since a line number is no fact.

A passage is named by its words, so its line may change from one version of a table to the next
while the graph stays the same. The file holds a line of text for each thing: its IRI and the
numbers of the lines it stands in, separated by tabs. Where several lines tell of one thing, its
statements are listed as well, each as N-Triples writes it.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from awardgraph.errors import GraphError
from awardgraph.graph.files import store_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from awardgraph.graph.manifest import StoredSource
    from awardgraph.graph.store import Graph

__all__ = ["LinesOfRows", "read_lines_of_rows", "store_lines_of_rows"]


def store_lines_of_rows(location: Path, places: Iterable[tuple[str, int]]) -> str:
    """Keep in which lines things stand, given as (IRI, line counted from 1); return the file's name.

    Raises:
        GraphError: the disk refuses.
    """
    lines: dict[str, set[int]] = {}
    for iri, line in places:
        lines.setdefault(iri, set()).add(line)
    listed = ("\t".join([iri, *map(str, sorted(lines[iri]))]) for iri in sorted(lines))
    return store_text(location, "".join(f"{line}\n" for line in listed), "rows")


def read_lines_of_rows(location: Path, source: StoredSource) -> dict[str, tuple[int, ...]]:
    """Return IRI → the lines of a source it stands in; nothing for a source that is no table.

    Raises:
        GraphError: the file is gone or damaged.
    """
    if not source.rows_file:
        return {}
    try:
        text = gzip.decompress((location / "sources" / source.rows_file).read_bytes()).decode()
        rows = (line.split("\t") for line in text.splitlines())
        return {iri: tuple(map(int, lines)) for iri, *lines in rows}
    except (OSError, EOFError, ValueError) as error:
        problem = f"the lines of {source.path} cannot be read ({error}). Build the graph again."
        raise GraphError(location, problem) from error


class LinesOfRows:
    """Says which line of a graph's tables and registers holds what; each file is read once."""

    def __init__(self, graph: Graph) -> None:
        self._location = graph.location
        self._stored = {source.iri: source for source in graph.manifest.sources}
        self._read: dict[str, dict[str, tuple[int, ...]]] = {}

    def of(self, source: str) -> dict[str, tuple[int, ...]]:
        """Return thing or statement → its lines in a source, counted from 1; nothing for what is no table.

        Raises:
            GraphError: the file is gone or damaged.
        """
        if source not in self._read:
            stored = self._stored.get(source)
            self._read[source] = read_lines_of_rows(self._location, stored) if stored else {}
        return self._read[source]
