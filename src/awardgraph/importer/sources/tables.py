"""Read tables of awards (CSV) into :class:`~awardgraph.model.award.AwardReport` values.

One row is one award as one source gives it. Mints no IRI, opens no graph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.errors import nearest
from awardgraph.importer.sources.rows import read_rows
from awardgraph.model.award import AwardReport, Outcome, Part, Role
from awardgraph.model.dates import parse_span, parse_year
from awardgraph.model.evidence import Passage, SourceDocument
from awardgraph.model.iris import is_web_address
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.sources.reading import SourceText
    from awardgraph.importer.sources.rows import Row

__all__ = ["COLUMNS", "parse_table", "quoted"]

#: Columns of a table of awards, in any order, each with the other headers it is known by.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "scheme_th": ("รางวัล", "ชื่อรางวัล", "โครงการรางวัล"),
    "scheme_en": ("scheme", "award", "award scheme"),
    "branch_th": ("สาขา", "สาขารางวัล"),
    "branch_en": ("branch",),
    "category_th": ("ประเภท", "ประเภทรางวัล"),
    "category_en": ("category",),
    "level_th": ("ระดับ", "ระดับรางวัล"),
    "level_en": ("level",),
    "year_be": ("ปี พ.ศ.", "พ.ศ.", "ปี", "ปีงบประมาณ"),
    "year_ce": ("ปี ค.ศ.", "ค.ศ.", "year"),
    "item": ("ลำดับ",),
    "outcome": ("ผล", "ผลการพิจารณา"),
    "recipient_th": ("หน่วยงาน", "ผู้รับรางวัล", "ชื่อหน่วยงาน"),
    "recipient_en": ("recipient", "agency", "organisation", "organization", "winner"),
    "recipient_parent_th": ("สังกัด", "หน่วยงานต้นสังกัด", "กระทรวง"),
    "project_th": ("ผลงาน", "ชื่อผลงาน", "โครงการ"),
    "project_en": ("project", "initiative"),
    "province_th": ("จังหวัด", "province"),
    "country": ("ประเทศ",),
    "presenter_th": ("ผู้มอบ", "ผู้มอบรางวัล", "presenter"),
    "accepted_by_th": ("ผู้รับมอบ", "ผู้แทนรับรางวัล", "accepted by"),
    "ceremony_date": ("วันที่มอบรางวัล", "ceremony date"),
    "venue_th": ("สถานที่", "สถานที่จัดงาน", "venue"),
    "source_url": ("แหล่งที่มา", "ลิงก์", "source", "url"),
    "source_title": ("ชื่อแหล่งที่มา", "title"),
    "notes": ("หมายเหตุ", "note"),
}

#: Cells that say what was awarded, in the order in which a row is quoted.
_QUOTED: Final = tuple(name for name in COLUMNS if name not in ("source_url", "source_title", "notes"))

#: A document that a record of the same folder describes.
_OWN_DOCUMENT: Final = re.compile(r"source/([a-z0-9-]+)")


def parse_table(
    source: SourceText, table: SourceDocument, renamed: Mapping[str, str]
) -> Iterator[AwardReport]:
    """Yield one report for each row, in file order.

    Shape: a header line with at least a scheme and a recipient or project column, in any
        order, named as in :data:`COLUMNS` or by one of the known Thai and English headers;
        then one line for each award. Several recipients or people in one cell are separated
        by ``|``.

    Args:
        source: the decoded file.
        table: the table itself; the source of the rows that name none of their own.
        renamed: further header names → columns, from the data folder's settings.

    Raises:
        SourceError: at the first row without a scheme, with neither recipient nor project,
            with a year or date that is none, or that the table's header does not fit.
    """
    for row in read_rows(source, COLUMNS, renamed):
        yield _report(row, table)


def quoted(row: Row) -> str:
    """Return a row as the words of a passage: the cells that say what was awarded, in a fixed order."""
    return " · ".join(filter(None, map(row.get, _QUOTED)))


def _report(row: Row, table: SourceDocument) -> AwardReport:
    scheme = row.bilingual("scheme")
    recipients, project = _recipients(row), row.bilingual("project")
    if not scheme:
        raise row.error("names no award scheme.", "Fill scheme_th or scheme_en.")
    if not recipients and not project:
        raise row.error(
            "names neither a recipient nor a project.", "Fill one of them, or keep the row in waiting/."
        )
    with row.checked():
        return AwardReport(
            scheme=scheme,
            source=_document(row, table),
            passage=Passage(table, quoted(row), remark=row.get("notes") or None, line=row.line),
            year=_year(row),
            branch=row.bilingual("branch"),
            category=row.bilingual("category"),
            level=row.bilingual("level"),
            outcome=_outcome(row),
            item=row.get("item"),
            recipients=recipients,
            parent=Bilingual(row.get("recipient_parent_th") or None),
            project=project,
            province=row.get("province_th"),
            country=row.get("country"),
            parts=tuple(_parts(row)),
            held=parse_span(row.get("ceremony_date")) if row.get("ceremony_date") else None,
            venue=row.get("venue_th"),
        )


def _recipients(row: Row) -> tuple[Bilingual, ...]:
    thai, english = row.several("recipient_th"), row.several("recipient_en")
    if thai and english and len(thai) != len(english):
        problem = f"names {len(thai)} recipients in Thai and {len(english)} in English."
        raise row.error(problem, "Name the same ones in the same order in both cells.")
    longest = max(len(thai), len(english))
    pad = [None] * longest
    return tuple(Bilingual(t, e) for t, e in zip(thai or pad, english or pad, strict=True))


def _year(row: Row) -> int | None:
    buddhist, common = row.get("year_be"), row.get("year_ce")
    given = {parse_year(buddhist, "BE")} if buddhist else set()
    if common:
        given.add(parse_year(common, "CE"))
    if len(given) > 1:
        raise row.error(f"gives two years: พ.ศ. {buddhist} is not {common} CE.", "Correct one of them.")
    return given.pop() if given else None


def _outcome(row: Row) -> Outcome:
    word = row.get("outcome").casefold()
    try:
        return Outcome(word)
    except ValueError:
        known = [outcome.value for outcome in Outcome if outcome]
        raise row.error(
            f"{word!r} is no outcome; expected nothing (an award) or {' or '.join(known)}.",
            nearest(word, known),
        ) from None


def _parts(row: Row) -> Iterator[Part]:
    for column, role in (("presenter_th", Role.PRESENTER), ("accepted_by_th", Role.RECEIVER)):
        for name in row.several(column):
            yield Part(name, role)


def _document(row: Row, table: SourceDocument) -> SourceDocument:
    address, title = row.get("source_url"), row.get("source_title")
    if not address and not title:
        return table
    if own := _OWN_DOCUMENT.fullmatch(address):
        return SourceDocument(slug=own[1])
    if address and not is_web_address(address):
        raise row.error(
            f"{address!r} is no web address.", "Give one that begins with http, or leave it empty."
        )
    return SourceDocument(url=address or None, title=title)
