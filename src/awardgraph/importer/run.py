"""One import from end to end: sources → records → identities → statements → graph."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError
from awardgraph.graph.generations import commit, prepare, store_lines
from awardgraph.graph.lock import writing
from awardgraph.graph.manifest import Manifest, StoredSource, read_manifest
from awardgraph.importer.identity.minting import slugify
from awardgraph.importer.identity.register import FILES, read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.mapping.award import describe_award
from awardgraph.importer.mapping.evidence import describe_document
from awardgraph.importer.mapping.register import describe_register_file
from awardgraph.importer.mapping.release import describe_release
from awardgraph.importer.settings import Settings, read_settings
from awardgraph.importer.sources.reading import SourceText, read_text
from awardgraph.importer.sources.records import parse_record
from awardgraph.importer.sources.tables import parse_table
from awardgraph.model.evidence import SourceDocument
from awardgraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

__all__ = ["Imported", "find_sources", "import_sources"]

#: Ending of a file → the reader that turns it into records.
READERS: Final = {".csv": "table", ".yaml": "record", ".yml": "record"}

#: Folders of a data folder whose files are sources; the others (waiting, …) are not imported.
_FOLDERS: Final = ("awards", "applications", "records")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did.

    Attributes:
        converted: sources that were read and converted because they, or what they depend on, changed.
        unchanged: sources whose statements were taken as they were.
    """

    manifest: Manifest
    converted: tuple[str, ...]
    unchanged: tuple[str, ...]


def find_sources(data: Path) -> list[Path]:
    """Return the sources of a data folder, in order of their names.

    Raises:
        SourceError: the folder is missing, or holds no source.
    """
    if not data.is_dir():
        raise SourceError(str(data), None, "there is no such folder.", "Name a data folder.")
    found = [p for f in _FOLDERS for p in sorted((data / f).glob("*")) if p.suffix in READERS]
    if not found:
        raise SourceError(
            str(data), None, "holds no source.", "Put tables into awards/ or records into records/."
        )
    return found


def import_sources(
    paths: Iterable[Path],
    location: Path,
    *,
    data: Path,
    only_these: bool = False,
    source_iri: str | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Imported:
    """Read sources and the register of a data folder into a graph; all of them, or nothing.

    What did not change since the last import is not converted again.

    Args:
        paths: tables (.csv) and records (.yaml).
        location: the graph's folder; made where it is missing.
        data: the folder whose register and settings say who is who.
        only_these: forget the sources that are not among the paths.
        source_iri: the IRI of the one path given, instead of one made from its name.
        progress: called with the name of each source before it is read.

    Raises:
        SourceError: a source cannot be read; nothing was imported.
        GraphError: the graph cannot be written; it is as it was.
    """
    settings = read_settings(data)
    register = read_register(data / "register")
    identities = Identities(register, settings.base)
    converter = hashlib.sha256(f"{__version__} {settings} {register.digest()}".encode()).hexdigest()[:32]
    prepare(location)
    with writing(location):
        manifest = read_manifest(location) or Manifest()
        if manifest.generation and manifest.base != settings.base:
            manifest = replace(manifest, sources=())
        old = {source.iri: source for source in manifest.sources}
        plan = [*_register_sources(data), *(_Plan(path, _where(path, data), source_iri) for path in paths)]
        fresh: dict[str, StoredSource] = {}
        converted: list[str] = []
        for planned in plan:
            progress(planned.where)
            if planned.path.suffix not in READERS and not planned.path.is_dir():
                problem = f"there is no reader for {planned.path.suffix or 'such'} files."
                raise SourceError(planned.where, None, problem, f"Known are {', '.join(READERS)}.")
            source = read_text(planned.path, planned.where)
            iri = planned.iri or identities.entity("source", planned.slug).iri
            if iri in fresh:
                problem = f"has the same IRI as {fresh[iri].path}: {iri}."
                raise SourceError(planned.where, None, problem, "Give it another file name.")
            known = old.get(iri)
            if known and (known.sha256, known.converter, known.path) == (
                source.sha256,
                converter,
                planned.where,
            ):
                fresh[iri] = known
                continue
            rows, lines = _convert(planned, source, identities, settings)
            name, count = store_lines(location, lines)
            reader = "register" if planned.register else READERS[planned.path.suffix]
            fresh[iri] = StoredSource(iri, planned.where, source.sha256, converter, reader, rows, count, name)
            converted.append(planned.where)
        kept = {} if only_these else old
        current = commit(location, replace(manifest, base=settings.base), (kept | fresh).values())
    return Imported(
        current, tuple(converted), tuple(s.path for s in fresh.values() if s.path not in converted)
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    path: Path
    where: str
    iri: str | None = None
    register: bool = False

    @property
    def slug(self) -> str:
        stem = slugify(self.path.stem) or hashlib.sha256(self.path.stem.encode()).hexdigest()[:8]
        # A record describes a document that is its source; a table is one itself.
        return (
            f"{self.path.parent.name}-{stem}"
            if self.register or self.path.suffix == ".csv"
            else f"record-{stem}"
        )


def _register_sources(data: Path) -> Iterator[_Plan]:
    for name in FILES:
        path = data / "register" / name
        if path.exists():
            yield _Plan(path, _where(path, data), register=True)


def _where(path: Path, data: Path) -> str:
    inside = path.resolve().is_relative_to(data.resolve())
    return path.resolve().relative_to(data.resolve()).as_posix() if inside else path.as_posix()


def _convert(
    planned: _Plan, source: SourceText, identities: Identities, settings: Settings
) -> tuple[int, set[str]]:
    """Return how many rows a source has, and its statements as N-Quads lines."""
    own = SourceDocument(url=planned.iri, slug=planned.slug, title=planned.where, file=planned.where)
    if planned.register:
        lines = set(describe_register_file(planned.path.name, own, identities))
        return source.text.count("\n") - 1, lines
    if planned.path.suffix in (".yaml", ".yml"):
        return 1, set(describe_release(parse_record(source), identities))
    lines = set(describe_document(own, identities))
    rows = 0
    for report in parse_table(source, own, settings.columns):
        lines.update(describe_award(report, identities))
        rows += 1
    return rows, lines
