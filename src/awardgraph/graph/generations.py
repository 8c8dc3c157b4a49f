"""Build the next generation of a graph beside the current one, then switch.

    sources/*.nq.gz   what each source says, alone and in this graph, as sorted N-Quads lines
    sources/*.rows.gz one file a table: which passage stands in which line (see rows.py)
    generations/N/    an Oxigraph store of all of them, never written again once current

A crash at any moment leaves the old generation whole: nothing points to the new one before
MANIFEST.json is replaced.
"""

from __future__ import annotations

import gzip
import hashlib
import heapq
import io
import re
import shutil
from contextlib import ExitStack, closing
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError
from awardgraph.graph.files import store_text, sync_tree
from awardgraph.graph.manifest import Manifest, StoredSource, write_manifest

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator
    from pathlib import Path

    from _typeshed import WriteableBuffer

__all__ = ["commit", "prepare", "read_file", "read_lines", "store_lines"]

#: What an import leaves in a graph's folder, whole or broken off. All else is somebody's own.
_OURS: Final = re.compile(
    r"(MANIFEST\.json(\.new)?|LOCK|sources|generations|sources/[0-9a-f]{32}\.(nq|rows)\.gz(\.new)?|generations/[0-9]+)"
)


def prepare(location: Path) -> None:
    """Make a folder ready to hold a graph.

    Raises:
        GraphError: it is a file, or a folder that holds something else. Nothing is written then.
    """
    if location.exists() and not location.is_dir():
        raise GraphError(location, "is a file; a graph is a folder. Choose another name.")
    if location.is_dir() and not (location / "MANIFEST.json").exists() and (foreign := _foreign(location)):
        problem = f"is no graph: it holds {min(foreign)}. Choose an empty or a new folder."
        raise GraphError(location, problem)
    try:
        for name in ("sources", "generations"):
            (location / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraphError(location, f"cannot be written: {error.strerror}.") from error


def _foreign(location: Path) -> set[str]:
    inside = [*location.glob("*"), *location.glob("sources/*"), *location.glob("generations/*")]
    names = {path.relative_to(location).as_posix() for path in inside}
    return {name for name in names if not _OURS.fullmatch(name)}


def store_lines(location: Path, lines: Iterable[str]) -> tuple[str, int]:
    """Keep a source's statements; return the name of its file below sources/ and their number.

    Equal statements give the same name and bytes, in whatever order they come.

    Raises:
        GraphError: the disk refuses.
    """
    ordered = sorted(set(lines))
    return store_text(location, "".join(ordered), "nq"), len(ordered)


def read_file(location: Path, name: str) -> Generator[bytes]:
    """Yield the statements in one file below sources/ as N-Quads lines in UTF-8, sorted."""
    with gzip.open(location / "sources" / name) as file:
        yield from file


def read_lines(location: Path, sources: Iterable[StoredSource]) -> Iterator[bytes]:
    """Yield the statements of all sources as N-Quads lines in UTF-8, sorted, each once."""
    with ExitStack() as files:
        names = sorted({source.file for source in sources})
        streams = [files.enter_context(closing(read_file(location, name))) for name in names]
        before = b""
        for line in heapq.merge(*streams):
            if line != before:
                yield line
                before = line


def commit(location: Path, manifest: Manifest, sources: Iterable[StoredSource]) -> Manifest:
    """Build the next generation from stored sources, check it, and make it current.

    Returns the new manifest; the old one where nothing changed.

    Raises:
        GraphError: the store does not hold what was written, or the disk refuses.
    """
    listed = tuple(sorted(sources, key=lambda source: source.iri))
    if listed == manifest.sources and _opens(location, manifest.generation):
        return manifest
    taken = [int(path.name) for path in (location / "generations").iterdir() if path.name.isdecimal()]
    number = max([manifest.generation, *taken]) + 1
    folder = location / "generations" / str(number)
    tally = _Tally()
    try:
        _fill(folder, _with_default_graph(read_lines(location, listed), tally), tally)
        sync_tree(folder)
        current = replace(
            manifest,
            generation=number,
            statements=tally.statements,
            quads=tally.quads,
            digest=tally.hexdigest(),
            sources=listed,
        )
        write_manifest(location, current)
    except (OSError, EOFError, SyntaxError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise GraphError(location, f"cannot be written: {error}. The graph is as it was.") from error
    _clean(location, manifest, current)
    return current


def _opens(location: Path, generation: int) -> bool:
    from pyoxigraph import Store

    try:
        Store.read_only(str(location / "generations" / str(generation)))
    except (OSError, RuntimeError):
        return False
    return True


def _fill(folder: Path, lines: Iterator[bytes], tally: _Tally) -> None:
    from pyoxigraph import RdfFormat, Store

    store = Store(str(folder))
    store.bulk_load(io.BufferedReader(_Stream(lines), 1 << 20), format=RdfFormat.N_QUADS)
    store.flush()
    if len(store) != tally.quads:
        problem = (
            f"the new generation holds {len(store)} statements, not {tally.quads}; the graph is as it was."
        )
        raise GraphError(folder, problem)


def _with_default_graph(lines: Iterator[bytes], tally: _Tally) -> Iterator[bytes]:
    """Yield each line, and before the first of each statement the statement without its graph."""
    before = b""
    for line in lines:
        # The graph is the last term, so equal statements follow each other in sorted lines.
        statement = line[: line.rindex(b" <")]
        if statement != before:
            before = statement
            tally.statements += 1
            yield tally.add(statement + b" .\n")
        yield tally.add(line)


class _Tally:
    """Counts what passes by, and sums its hashes."""

    def __init__(self) -> None:
        self.statements = self.quads = self._sum = 0

    def add(self, line: bytes) -> bytes:
        self.quads += 1
        self._sum += int.from_bytes(hashlib.sha256(line).digest(), "big")
        return line

    def hexdigest(self) -> str:
        return f"{self._sum % (1 << 256):064x}"


class _Stream(io.RawIOBase):
    """Lines as the binary file that a bulk load reads."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines, self._rest = lines, b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        chunks, held = [self._rest], len(self._rest)
        while held < len(view) and (line := next(self._lines, b"")):
            chunks.append(line)
            held += len(line)
        whole = b"".join(chunks)
        size = min(len(whole), len(view))
        view[:size], self._rest = whole[:size], whole[size:]
        return size


def _clean(location: Path, before: Manifest, current: Manifest) -> None:
    """Remove what nothing points to; the generation before stays for readers that have it open."""
    kept = {str(manifest.generation) for manifest in (before, current)}
    for folder in (location / "generations").iterdir():
        if folder.name.isdecimal() and folder.name not in kept:
            shutil.rmtree(folder, ignore_errors=True)
    stored = [source for manifest in (before, current) for source in manifest.sources]
    named = {name for source in stored for name in (source.alone, source.file, source.rows_file)}
    for path in (location / "sources").iterdir():
        if _OURS.fullmatch(f"sources/{path.name}") and path.name not in named:
            path.unlink(missing_ok=True)
