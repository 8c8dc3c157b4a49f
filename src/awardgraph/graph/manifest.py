"""MANIFEST.json: what a graph on disk holds, and which generation is current."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORMAT", "Manifest", "StoredSource", "read_manifest", "write_manifest"]

#: Version of the layout on disk.
FORMAT: Final = 2

_NAME: Final = "MANIFEST.json"


@dataclass(frozen=True, slots=True)
class StoredSource:
    """One source that was imported.

    Attributes:
        path: as given to the import, with forward slashes.
        sha256: of the bytes that were read.
        converter: digest of everything else the statements depend on: the register, the base
            IRI and the version of the program. Equal sha256 and converter mean equal statements.
        reader: which reader turned it into records.
        statements: how many it makes alone.
        alone: what it says by itself, below sources/, named by content.
        file: what it says in this graph, where each award has one IRI; the same file for most sources.
        rows_file: beside them, which line of a table holds what; empty for what is no table.
    """

    iri: str
    path: str
    sha256: str
    converter: str
    reader: str
    rows: int
    statements: int
    alone: str
    file: str
    rows_file: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a graph holds.

    Attributes:
        generation: number of the current generation; 0 before the first.
        statements: distinct statements, as the default graph has them.
        quads: the same with the named graphs, each source's copy counted.
        digest: sum of the SHA-256 of all statements as N-Quads lines, modulo 2**256, hexadecimal;
            equal for equal statements in any order.
        base: IRI below which entities are minted.
    """

    generation: int = 0
    statements: int = 0
    quads: int = 0
    digest: str = ""
    base: str = ""
    sources: tuple[StoredSource, ...] = field(default=())
    format: int = FORMAT


def read_manifest(location: Path) -> Manifest | None:
    """Return a graph's manifest; None where there is none yet.

    Raises:
        GraphError: the manifest cannot be read, or is of another format.
    """
    try:
        raw = json.loads((location / _NAME).read_text(encoding="utf-8"))
        if raw["format"] != FORMAT:
            problem = f"is a graph of format {raw['format']}; this program reads {FORMAT}. Build it again."
            raise GraphError(location, problem)
        return Manifest(**{**raw, "sources": tuple(StoredSource(**source) for source in raw["sources"])})
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise GraphError(location, "is a file; a graph is a folder.") from None
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise GraphError(location, f"its {_NAME} cannot be read ({error}). Build the graph again.") from error


def write_manifest(location: Path, manifest: Manifest) -> None:
    """Make a manifest current, atomically: this is the moment in which a graph changes."""
    from awardgraph.graph.files import replace_file

    text = json.dumps(asdict(manifest), ensure_ascii=False, indent=2) + "\n"
    replace_file(location / _NAME, text.encode())
