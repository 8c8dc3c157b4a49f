"""What there is to import: the sources of a data folder, its register, and how each is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.importer.identity.minting import mint_slug, slugify
from awardgraph.importer.identity.register import FILES
from awardgraph.importer.settings import read_settings
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.rows import read_rows
from awardgraph.importer.sources.tables import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.importer.sources.rows import Row

__all__ = ["Planned", "find_sources", "plan", "waiting_rows"]

#: Ending of a file → the reader that turns it into records.
READERS: Final = {".csv": "table", ".yaml": "record", ".yml": "record"}

#: Folders of a data folder whose files are sources; the others (waiting, …) are not imported.
_FOLDERS: Final = ("awards", "applications", "records")


@dataclass(frozen=True, slots=True)
class Planned:
    """One file to import.

    Attributes:
        where: its name in messages and in the manifest: relative to the data folder if inside it.
        title: its name as a source; a path of the user's computer is nobody else's business.
        reader: table, record or register.
        slug: names the file as a source of its own.
        iri: its IRI, where the user gave one.
    """

    path: Path
    where: str
    title: str
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
    inside = [path for name in _FOLDERS for path in sorted((data / name).glob("*")) if path.suffix != ".md"]
    # In press/ and the folders below lie releases; their drafts are the sources.
    inside += sorted(path for path in (data / "press").rglob("*") if READERS.get(path.suffix) == "record")
    found = [path for path in inside if not path.name.startswith((".", "~"))]
    if not found:
        raise SourceError(
            str(data), None, "holds no source.", "Put tables into awards/, records into records/."
        )
    return found


def waiting_rows(data: Path) -> list[Row]:
    """Return the rows of a data folder that wait for a person in waiting/.

    Raises:
        SourceError: a file there is no table of awards.
    """
    renamed = read_settings(data).columns
    tables = (read_text(path, f"waiting/{path.name}") for path in sorted((data / "waiting").glob("*.csv")))
    return [row for table in tables for row in read_rows(table, COLUMNS, renamed)]


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
            yield Planned(path, _where(path, data), f"register/{name}", "register", f"register-{path.stem}")


def _source(path: Path, data: Path, source_iri: str | None) -> Planned:
    where, reader = _where(path, data), READERS.get(path.suffix.lower())
    if reader is None and not path.is_dir():
        problem = f"there is no reader for {path.suffix or 'such'} files."
        raise SourceError(where, None, problem, f"Known are {', '.join(READERS)}.")
    # A record describes the document that is its source; a table is one itself.
    kind = slugify(path.resolve().parent.name) if reader == "table" else "record"
    slug = "-".join(filter(None, (kind, mint_slug(None, path.stem))))
    title = where if _inside(path, data) else path.name
    return Planned(path, where, title, reader or "table", slug, source_iri)


def _where(path: Path, data: Path) -> str:
    if not _inside(path, data):
        return path.as_posix()
    return path.resolve().relative_to(data.resolve()).as_posix()


def _inside(path: Path, data: Path) -> bool:
    return path.resolve().is_relative_to(data.resolve())
