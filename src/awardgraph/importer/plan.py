"""What there is to import: the sources of a data folder, its register, and how each is named."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.importer.identity.minting import slugify
from awardgraph.importer.identity.register import FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["Planned", "find_sources", "plan"]

#: Ending of a file → the reader that turns it into records.
READERS: Final = {".csv": "table", ".yaml": "record", ".yml": "record"}

#: Folders of a data folder whose files are sources; the others (waiting, …) are not imported.
_FOLDERS: Final = ("awards", "applications", "records")


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to import.

    Attributes:
        where: its name in messages and in the manifest: relative to the data folder if inside it.
        reader: table, record or register.
        slug: names the file as a source of its own.
        iri: its IRI, where the user gave one.
    """

    path: Path
    where: str
    reader: str
    slug: str
    iri: str | None = None


def find_sources(data: Path) -> list[Path]:
    """Return the sources of a data folder, in order of their names.

    Raises:
        SourceError: the folder is missing, or holds no source.
    """
    if not data.is_dir():
        raise SourceError(str(data), None, "there is no such folder.", "Name a data folder.")
    inside = (path for name in _FOLDERS for path in sorted((data / name).glob("*")))
    found = [path for path in inside if path.suffix in READERS]
    if not found:
        raise SourceError(
            str(data), None, "holds no source.", "Put tables into awards/, records into records/."
        )
    return found


def plan(data: Path, paths: Iterable[Path], source_iri: str | None = None) -> list[Planned]:
    """Return the register of a data folder and the sources, in the order in which they are read.

    Raises:
        SourceError: no reader knows a file's ending.
    """
    return [*_register(data), *(_source(path, data, source_iri) for path in paths)]


def _register(data: Path) -> Iterator[Planned]:
    for name in FILES:
        path = data / "register" / name
        if path.exists():
            yield Planned(path, _where(path, data), "register", f"register-{path.stem}")


def _source(path: Path, data: Path, source_iri: str | None) -> Planned:
    where = _where(path, data)
    if path.is_dir():
        raise SourceError(where, None, "is a directory; a file was expected.", "Name the files in it.")
    if (reader := READERS.get(path.suffix)) is None:
        problem = f"there is no reader for {path.suffix or 'such'} files."
        raise SourceError(where, None, problem, f"Known are {', '.join(READERS)}.")
    stem = slugify(path.stem) or hashlib.sha256(path.stem.encode()).hexdigest()[:8]
    # A record describes the document that is its source; a table is one itself.
    slug = f"{slugify(path.resolve().parent.name)}-{stem}" if reader == "table" else f"record-{stem}"
    return Planned(path, where, reader, slug.strip("-"), source_iri)


def _where(path: Path, data: Path) -> str:
    inside = path.resolve().is_relative_to(data.resolve())
    return path.resolve().relative_to(data.resolve()).as_posix() if inside else path.as_posix()
