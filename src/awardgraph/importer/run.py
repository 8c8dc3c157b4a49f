"""One import from end to end: sources → records → identities → statements → graph."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass, replace
from io import StringIO
from typing import TYPE_CHECKING

from awardgraph.errors import GraphError, SourceError
from awardgraph.graph.generations import commit, prepare, store_lines
from awardgraph.graph.lock import writing
from awardgraph.graph.manifest import Manifest, StoredSource, read_manifest
from awardgraph.graph.rows import store_lines_of_rows
from awardgraph.importer.drafts.parsing import is_draft
from awardgraph.importer.drafts.taking import released
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.mapping.award import describe_award, passage_of
from awardgraph.importer.mapping.evidence import describe_document
from awardgraph.importer.mapping.register import describe_register_file, lines_of_register_file
from awardgraph.importer.mapping.release import describe_release
from awardgraph.importer.plan import find_sources, plan
from awardgraph.importer.settings import Settings, read_settings
from awardgraph.importer.sources.reading import SourceText, read_text
from awardgraph.importer.sources.records import parse_record
from awardgraph.importer.sources.tables import parse_table
from awardgraph.importer.united import unite_sources
from awardgraph.model.evidence import SourceDocument
from awardgraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from awardgraph.importer.identity.register import Register
    from awardgraph.importer.plan import Planned
    from awardgraph.model.release import Release

__all__ = ["Imported", "converter", "find_sources", "import_sources"]


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
    conversion = _Conversion.of(data, location)
    planned = plan(data, paths, source_iri)
    prepare(location)
    with writing(location):
        manifest = _manifest(location, forgiving=only_these)
        old = {source.iri: source for source in manifest.sources}
        fresh: dict[str, StoredSource] = {}
        for item in planned:
            progress(item.where)
            source = conversion.stored(item, old)
            if other := fresh.get(source.iri):
                problem = f"has the same IRI as {other.path}: {source.iri}."
                raise SourceError(item.where, None, problem, "Give it another file name, or --source-iri.")
            fresh[source.iri] = source
        kept = {} if only_these else {iri: old[iri] for iri in old.keys() - fresh.keys()}
        if strange := sorted(
            source.path for source in kept.values() if source.converter != conversion.digest
        ):
            problem = (
                f"holds {strange[0]}, read with another register, base or version than this import would use."
            )
            raise GraphError(location, f"{problem} Build it again, so that all sources agree on who is who.")
        now = [*kept.values(), *fresh.values()]
        if {source.iri: source for source in now} != old:
            now = unite_sources(location, now, conversion.identities, whole=only_these)
        current = commit(location, replace(manifest, base=conversion.identities.base), now)
    unchanged = tuple(source.path for iri, source in fresh.items() if source is old.get(iri))
    return Imported(current, tuple(s.path for s in fresh.values() if s.path not in unchanged), unchanged)


def converter(settings: Settings, register: Register) -> str:
    """Return one digest of everything beside its own bytes that a source's statements depend on."""
    return hashlib.sha256(f"{__version__} {settings} {register.digest()}".encode()).hexdigest()


def _manifest(location: Path, *, forgiving: bool) -> Manifest:
    """Return a graph's manifest; an empty one where there is none, or a damaged one may be replaced."""
    try:
        return read_manifest(location) or Manifest()
    except GraphError:
        if forgiving:
            return Manifest()
        raise


@dataclass(frozen=True, slots=True)
class _Conversion:
    """Turns files into stored statements, or takes those of the last time."""

    location: Path
    identities: Identities
    settings: Settings
    digest: str

    @classmethod
    def of(cls, data: Path, location: Path) -> _Conversion:
        settings, register = read_settings(data), read_register(data / "register")
        return cls(location, Identities(register, settings.base), settings, converter(settings, register))

    def stored(self, item: Planned, old: dict[str, StoredSource]) -> StoredSource:
        """Return a source with its statements kept in the graph's folder."""
        source = read_text(item.path, item.where)
        iri = item.iri or self.identities.entity("source", item.slug).iri
        known = old.get(iri)
        now = (source.sha256, self.digest, item.where)
        same = known and (known.sha256, known.converter, known.path) == now
        if known and same and self._is_whole(known):
            return known
        places: set[tuple[str, int]] = set()
        rows, lines = self._convert(item, source, places)
        name, count = store_lines(self.location, lines)
        beside = store_lines_of_rows(self.location, places) if item.reader != "record" else ""
        return StoredSource(
            iri, item.where, source.sha256, self.digest, item.reader, rows, count, name, name, beside
        )

    def _is_whole(self, known: StoredSource) -> bool:
        files = filter(None, (known.alone, known.file, known.rows_file))
        return all((self.location / "sources" / name).exists() for name in files)

    def _convert(
        self, item: Planned, source: SourceText, places: set[tuple[str, int]]
    ) -> tuple[int, set[str]]:
        """Return how many rows a source has, and its statements as N-Quads lines; add what stands where."""
        own = SourceDocument(url=item.iri, slug=item.slug, title=item.title)
        if item.reader == "register":
            lines = set(describe_register_file(item.path.name, own, self.identities))
            places.update(lines_of_register_file(item.path.name, self.identities))
            return sum(1 for row in csv.reader(StringIO(source.text, newline="")) if row) - 1, lines
        if item.reader == "record":
            release = self._release(item, source)
            return 1, set(describe_release(release, self.identities)) if release else set()
        rows, lines = 0, set(describe_document(own, self.identities))
        for report in parse_table(source, own, self.settings.columns):
            lines.update(describe_award(report, self.identities))
            places.add((passage_of(report, self.identities).iri, report.passage.line or 0))
            rows += 1
        return rows, lines

    def _release(self, item: Planned, source: SourceText) -> Release | None:
        """Return what a record or a reviewed draft tells; None for a draft of which nothing was accepted."""
        if is_draft(source):
            return released(source, item.path, self.identities)
        return parse_record(source)
