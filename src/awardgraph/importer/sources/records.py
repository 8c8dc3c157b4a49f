"""Read a release's record (YAML) into a :class:`~awardgraph.model.release.Release`.

A record says in full what a table cannot: the ceremony, who gave and who received, what was
only shown, and for each fact the words that prove it.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from awardgraph.errors import nearest
from awardgraph.importer.sources.yaml_nodes import parse_yaml
from awardgraph.model.award import AwardReport, Part, Role
from awardgraph.model.dates import parse_day, parse_span, parse_year
from awardgraph.model.evidence import Passage, SourceDocument
from awardgraph.model.iris import is_slug, is_web_address
from awardgraph.model.language import NOBODY, Bilingual
from awardgraph.model.release import CeremonyReport, Exhibit, Exhibition, Goal, Release

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.sources.reading import SourceText
    from awardgraph.importer.sources.yaml_nodes import Node

__all__ = ["parse_record"]


def parse_record(source: SourceText) -> Release:
    """Return what one record states.

    Shape: keys document (id, title, published, publisher, url, sha256), agency, awards,
        ceremony, exhibition and goals; each fact has a ``quote`` with ``text`` and ``start``.
    Units: ``start`` counts code points from 0 in the document's text.

    Raises:
        SourceError: a key is unknown or missing, a date or year is none; with the line.
    """
    top = parse_yaml(source).fields(
        ("document", "agency"), ("country", "awards", "ceremony", "exhibition", "goals")
    )
    document = _document(top["document"])
    return Release(
        document=document,
        agency=_name(top["agency"]),
        country=_text(top, "country"),
        awards=tuple(_award(node, document, _text(top, "country")) for node in _list(top, "awards")),
        ceremony=_ceremony(top["ceremony"], document) if "ceremony" in top else None,
        exhibitions=(_exhibition(top["exhibition"], document),) if "exhibition" in top else (),
        goals=tuple(Goal(*_named(node, "name", document)) for node in _list(top, "goals")),
    )


def _document(node: Node) -> SourceDocument:
    fields = node.fields(("id", "title"), ("published", "publisher", "url", "sha256"))
    with _checked(fields.get("published", node)):
        issued = parse_day(fields["published"].text()) if "published" in fields else None
    return SourceDocument(
        url=_address(fields["url"]) if "url" in fields else None,
        title=fields["title"].text(),
        slug=_slug(fields["id"]),
        issued=issued,
        publisher=_text(fields, "publisher") or None,
        sha256=_text(fields, "sha256") or None,
    )


def _slug(node: Node) -> str:
    if not is_slug(node.text()):
        raise node.error(f"the id {node.text()!r} is malformed.", "Use a–z, 0–9 and single hyphens.")
    return node.text()


def _address(node: Node) -> str:
    if not is_web_address(node.text()):
        raise node.error(
            f"{node.text()!r} is no web address.", "Give one that begins with http, or leave it out."
        )
    return node.text()


def _award(node: Node, document: SourceDocument, country: str) -> AwardReport:
    fields = node.fields(
        ("scheme", "year", "recipient", "quote"),
        ("branch", "category", "level", "project", "province", "people"),
    )
    return AwardReport(
        scheme=_name(fields["scheme"]),
        source=document,
        passage=_passage(fields["quote"], document),
        year=_year(fields["year"]),
        branch=_optional(fields, "branch"),
        category=_optional(fields, "category"),
        level=_optional(fields, "level"),
        recipients=(_name(fields["recipient"]),),
        project=_optional(fields, "project"),
        province=_text(fields, "province"),
        country=country,
        parts=tuple(_part(person, document) for person in _list(fields, "people")),
    )


def _part(node: Node, document: SourceDocument) -> Part:
    fields = node.fields(("name", "role", "quote"), ("post", "at"))
    role = fields["role"].text()
    if role not in list(Role):
        raise fields["role"].error(f"{role!r} is no role; expected {' or '.join(Role)}.", nearest(role, Role))
    return Part(
        name=fields["name"].text(),
        role=Role(role),
        post=_text(fields, "post"),
        post_at=_text(fields, "at"),
        passage=_passage(fields["quote"], document),
    )


def _ceremony(node: Node, document: SourceDocument) -> CeremonyReport:
    fields = node.fields(("scheme", "year", "name", "organiser", "quote"), ("held", "venue", "agencies"))
    agencies = fields["agencies"].fields(("at least", "quote")) if "agencies" in fields else {}
    with _checked(fields.get("held", node)):
        held = parse_span(fields["held"].text()) if "held" in fields else None
    with _checked(node):
        at_least = int(agencies["at least"].text()) if agencies else None
    return CeremonyReport(
        scheme=_name(fields["scheme"]),
        year=_year(fields["year"]),
        passage=_passage(fields["quote"], document),
        name=_name(fields["name"]),
        organiser=_name(fields["organiser"]),
        held=held,
        venue=_text(fields, "venue"),
        agencies_at_least=at_least,
        agencies_passage=_passage(agencies["quote"], document) if agencies else None,
    )


def _exhibition(node: Node, document: SourceDocument) -> Exhibition:
    fields = node.fields(("exhibitor", "shown", "quote"))
    return Exhibition(
        _name(fields["exhibitor"]),
        _passage(fields["quote"], document),
        tuple(Exhibit(*_named(shown, "project", document)) for shown in fields["shown"].items()),
    )


def _named(node: Node, key: str, document: SourceDocument) -> tuple[Bilingual, Passage]:
    fields = node.fields((key, "quote"))
    return _name(fields[key]), _passage(fields["quote"], document)


def _passage(node: Node, document: SourceDocument) -> Passage:
    fields = node.fields(("text", "start"))
    quote = fields["text"].text()
    with _checked(fields["start"]):
        start = int(fields["start"].text())
    if start < 0 or not quote:
        raise node.error("a quote has words, and begins at 0 or later.")
    return Passage(document, quote, start, start + len(quote))


def _name(node: Node) -> Bilingual:
    if isinstance(node.value, dict):
        fields = node.fields((), ("th", "en"))
        name = Bilingual(_text(fields, "th") or None, _text(fields, "en") or None)
    else:
        name = Bilingual.of(node.text()) if node.text() else NOBODY
    if not name:
        raise node.error("a name was expected here.", "Leave the key out where nothing is said.")
    return name


def _year(node: Node) -> int:
    with _checked(node):
        return parse_year(node.text(), "BE")


def _optional(fields: dict[str, Node], key: str) -> Bilingual:
    return _name(fields[key]) if key in fields else NOBODY


def _text(fields: dict[str, Node], key: str) -> str:
    return fields[key].text() if key in fields else ""


def _list(fields: dict[str, Node], key: str) -> list[Node]:
    return fields[key].items() if key in fields else []


@contextmanager
def _checked(node: Node) -> Iterator[None]:
    """Turn a ValueError inside into an error that names the node's line."""
    try:
        yield
    except ValueError as error:
        raise node.error(f"{error}.") from None
