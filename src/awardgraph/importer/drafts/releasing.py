"""Make of a draft what a person stands behind: a release, as a record tells it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError, nearest
from awardgraph.importer.drafts.draft import AUTO, IN_GRAPH
from awardgraph.importer.drafts.knowing import check_ids
from awardgraph.importer.press.findings import PARTS
from awardgraph.model.award import AwardReport, Evidence, Part, Role
from awardgraph.model.dates import parse_day, parse_span, parse_year
from awardgraph.model.evidence import Passage, SourceDocument
from awardgraph.model.iris import is_web_address
from awardgraph.model.language import Bilingual
from awardgraph.model.release import CeremonyReport, Exhibit, Exhibition, Release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.drafts.draft import Cell, Draft, Finding
    from awardgraph.importer.identity.resolving import Identities

__all__ = ["release_of"]

#: The parts that are played in an award; who speaks or is present has none in it.
_ROLES: Final = {"presenter": Role.PRESENTER, "accepted": Role.RECEIVER}

#: How values are found that no words of the text state.
_INFERRED: Final = frozenset({"implied", "document"})

#: How much of the text is told before and behind a quote, in code points, so that it is found again.
_CONTEXT: Final = 32


def release_of(draft: Draft, text: str, where: str, identities: Identities) -> Release:
    """Return what people accepted of a draft: awards, who handed over and received, ceremony, exhibits.

    Args:
        text: of the release; empty where it is not at hand, and the draft's quotes are believed.
        where: name of the draft, for errors.
        identities: whose register must know the values by the ids beside them.

    Raises:
        SourceError: an award lacks its scheme or recipient, a year or date is none, a quote does not
            stand where it is said to stand, an id is not the register's; with the line of the draft.
    """
    source = _Source(draft, _document(draft, where), text, where)
    held = draft.ceremony if draft.ceremony and draft.ceremony.status in IN_GRAPH else None
    awards = [finding for finding in draft.awards if finding.status in IN_GRAPH]
    _check_people(source)
    for finding in awards:
        check_ids(finding.cells, draft.country, identities, where)
    return Release(
        document=source.document,
        agency=Bilingual.of(draft.agency),
        country=draft.country,
        awards=tuple(_award(finding, source, held) for finding in awards),
        ceremony=_ceremony(held, source) if held else None,
        exhibitions=tuple(_exhibitions(source)),
    )


@dataclass(frozen=True, slots=True)
class _Source:
    """A draft with its document, its text and its name."""

    draft: Draft
    document: SourceDocument
    text: str
    where: str

    def error(self, line: int, problem: str, remedy: str = "") -> SourceError:
        return SourceError(self.where, line or None, problem, remedy)

    def name(self, finding: Finding, slot: str) -> Bilingual:
        """Return the name in a slot; raise where there is none."""
        if slot not in finding.cells:
            raise self.error(finding.line, f"{slot} is missing.", "Fill it, or set status: rejected.")
        return Bilingual.of(finding.value(slot))

    def year(self, finding: Finding) -> int | None:
        """Return the year of a finding, Common Era."""
        if "year_be" not in finding.cells:
            return None
        with self.checked(finding.cells["year_be"].line):
            return parse_year(finding.value("year_be"), "BE")

    @contextmanager
    def checked(self, line: int) -> Iterator[None]:
        try:
            yield
        except ValueError as error:
            raise self.error(line, f"{error}.") from None

    def words(self, finding: Finding) -> Passage:
        """Return the passage that tells of a finding."""
        return self.passage(finding.words)

    def passage(self, cell: Cell) -> Passage:
        """Return the passage of a value; raise where its quote does not stand in the text."""
        start, end, quote = cell.start, cell.end, cell.quote or cell.value
        if not self.text:
            if start is None or end is None or end - start != len(quote):
                problem = "the place of these words can only be checked beside the release."
                raise self.error(cell.line, problem, "Put the release where release: file: says.")
            return Passage(self.document, quote, start, end)
        if start is None or end is None:
            start = self.text.find(quote)
            end = start + len(quote)
        now = self.text[start:end] if start >= 0 else ""
        if not now or (cell.quote and now != quote):
            problem = f"the words {quote[:60]!r} do not stand there in the release."
            raise self.error(
                cell.line, problem, "Copy them letter by letter; without at they are looked for."
            )
        before, behind = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        return Passage(self.document, now, start, end, before=before, behind=behind)


def _document(draft: Draft, where: str) -> SourceDocument:
    if draft.url and not is_web_address(draft.url):
        raise SourceError(
            where, None, f"url {draft.url!r} is no web address.", "Leave it out, or correct it."
        )
    try:
        issued = parse_day(draft.published) if draft.published else None
    except ValueError as error:
        raise SourceError(
            where, None, f"published: {error}.", "Write the day of the release, or leave it out."
        ) from None
    return SourceDocument(
        draft.url or None, draft.title, draft.id, issued, draft.publisher or None, draft.sha256
    )


def _award(finding: Finding, source: _Source, held: Finding | None) -> AwardReport:
    scheme, year = source.name(finding, "scheme"), source.year(finding)
    here = held is not None and (held.value("scheme"), held.value("year_be")) == (
        finding.value("scheme"),
        finding.value("year_be"),
    )
    return AwardReport(
        scheme=scheme,
        source=source.document,
        passage=source.words(finding),
        year=year,
        branch=Bilingual.of(finding.value("branch")),
        category=Bilingual.of(finding.value("category")),
        level=Bilingual.of(finding.value("level")),
        recipients=(source.name(finding, "recipient"),),
        parent=Bilingual.of(finding.value("recipient_parent")),
        project=Bilingual.of(finding.value("project")),
        country=source.draft.country,
        parts=tuple(_parts(finding.key, source)),
        held=_held(held, source) if held and here else None,
        venue=held.value("venue") if held and here else "",
        evidence=tuple(_evidence(finding, source)),
    )


def _evidence(finding: Finding, source: _Source) -> Iterator[Evidence]:
    """Yield the words of each value that has a place of its own."""
    for slot, cell in finding.cells.items():
        if cell.start is not None:
            # Where a person corrected a value, its words may say something else.
            other = finding.status == "corrected" and cell.value not in cell.quote
            sure = finding.confidence if finding.by == AUTO else None
            yield Evidence(slot, source.passage(cell), other or cell.how in _INFERRED, sure)


def _parts(key: str, source: _Source) -> Iterator[Part]:
    for person in source.draft.people:
        if person.status not in IN_GRAPH or not key or key not in person.awards:
            continue
        if role := _ROLES.get(person.value("part")):
            yield Part(
                person.value("name"), role, person.value("post"), person.value("at"), source.words(person)
            )


def _exhibitions(source: _Source) -> Iterator[Exhibition]:
    """Yield what was shown, by who showed it."""
    shown: dict[str, list[Finding]] = {}
    for finding in source.draft.exhibits:
        if finding.status in IN_GRAPH:
            shown.setdefault(source.name(finding, "agency").first, []).append(finding)
    for agency, findings in shown.items():
        exhibits = tuple(Exhibit(source.name(one, "project"), source.words(one)) for one in findings)
        yield Exhibition(Bilingual.of(agency), exhibits[0].passage, exhibits)


def _check_people(source: _Source) -> None:
    """Raise where somebody plays no part that is known, or plays it in an award that is not there."""
    keys = [award.key for award in source.draft.awards if award.key]
    for award in source.draft.awards:
        if award.key and keys.count(award.key) > 1:
            problem = f"the key {award.key!r} stands twice."
            raise source.error(award.line, problem, "Leave it out of the award that you added.")
    for person in source.draft.people:
        part = person.value("part")
        if part and part not in PARTS:
            problem = f"{part!r} is no part; expected {', '.join(PARTS)}."
            raise source.error(person.cells["part"].line, problem, nearest(part, PARTS))
        if missing := [key for key in person.awards if key not in keys]:
            problem = f"no award has the key {missing[0]!r}."
            raise source.error(person.line, problem, nearest(missing[0], keys))


def _held(ceremony: Finding, source: _Source) -> tuple[str, str | None] | None:
    if "date" not in ceremony.cells:
        return None
    with source.checked(ceremony.cells["date"].line):
        return parse_span(ceremony.value("date"))


def _ceremony(finding: Finding, source: _Source) -> CeremonyReport:
    year = source.year(finding)
    if year is None:
        raise source.error(
            finding.line, "the ceremony has no year.", "Fill year_be, or set status: rejected."
        )
    return CeremonyReport(
        scheme=source.name(finding, "scheme"),
        year=year,
        passage=source.words(finding),
        name=source.name(finding, "name"),
        organiser=Bilingual.of(finding.value("organiser")),
        held=_held(finding, source),
        venue=finding.value("venue"),
    )
