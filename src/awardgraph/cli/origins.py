"""What a command asks, from the options that name it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from awardgraph.cli.limits import TIMEOUT
from awardgraph.cli.options import DEFAULT_GRAPH
from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from awardgraph.graph.dataset import Dataset
    from awardgraph.graph.store import Graph

__all__ = ["FilesOption", "NamedOption", "QueryOption", "UpdateOption", "open_origin", "update", "where_of"]

FilesOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(
        "--data", help="RDF for the default graph (once for each file). · แฟ้ม RDF ของกราฟหลัก (ระบุซ้ำได้)"
    ),
]
NamedOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--named",
        metavar="IRI=FILE",
        help="RDF for a named graph (once for each file). · แฟ้ม RDF ของกราฟที่มีชื่อ (ระบุซ้ำได้)",
    ),
]
QueryOption: TypeAlias = Annotated[
    Path | None, typer.Option("--query", help="A file of SPARQL. · แฟ้มคำถาม SPARQL")
]
UpdateOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--update",
        help="A file of SPARQL Update for the data files; the outcome is printed as N-Quads."
        " · แฟ้มคำสั่งปรับข้อมูลในแฟ้ม RDF แล้วพิมพ์ผลเป็น N-Quads",
    ),
]


def where_of(graph: list[str] | None) -> list[str]:
    """Return what --graph names; where build puts a graph if it names nothing."""
    return graph or [str(DEFAULT_GRAPH)]


def open_origin(
    graph: list[str] | None,
    data: list[Path] | None = None,
    named: list[str] | None = None,
    base: str = "",
    patience: float = TIMEOUT,
) -> Graph:
    """Return what the options name, to be asked.

    Args:
        patience: seconds until each answer of an endpoint must be there.

    Raises:
        UsageError: a graph is named beside the parts of another, or a part has no name.
    """
    from awardgraph.graph.origins import open_graph

    _check_base(base)
    if not (data or named):
        return open_graph(where_of(graph), base=base, patience=patience)
    if graph:
        message = "--graph names something whole, --data and --named its parts; use one or the other."
        raise UsageError(message)
    return _parts(data, named, base)


def update(
    path: Path,
    text: str,
    graph: list[str] | None,
    data: list[Path] | None,
    named: list[str] | None,
    base: str,
) -> bytes:
    """Return what data files hold after an update, as N-Quads; the files stay as they are.

    Raises:
        UsageError: it is meant for a graph, which is built from its sources and never changed otherwise.
    """
    _check_base(base)
    if graph:
        message = (
            f"--update changes no graph and no endpoint, so {graph[0]} stays as it is. A graph is built from"
            " its sources: change those, or give data files with --data and --named."
        )
        raise UsageError(message)
    dataset = _parts(data, named, base)
    dataset.update(text, relative_to=base or path.resolve().as_uri())
    return "".join(dataset.quads()).encode()


def _parts(data: list[Path] | None, named: list[str] | None, base: str) -> Dataset:
    from awardgraph.graph.dataset import open_parts

    pairs = [one.rpartition("=") for one in named or []]
    for iri, equals, path in pairs:
        if not (iri and equals and path):
            message = (
                f"--named {path!r} names no graph; expected IRI=FILE, such as https://example.org/g=a.ttl."
            )
            raise UsageError(message)
    return open_parts(data or [], [(iri, Path(path)) for iri, _, path in pairs], base)


def _check_base(base: str) -> None:
    from pyoxigraph import NamedNode

    try:
        NamedNode(base or "urn:none")
    except ValueError as error:
        message = f"--base {base!r} is no IRI: {error}."
        raise UsageError(message) from error
