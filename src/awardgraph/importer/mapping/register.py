"""The register's entries → statements, in the graph of the register file that states them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.mapping.ceremony import describe_ceremony
from awardgraph.importer.mapping.evidence import describe_document
from awardgraph.importer.mapping.nquads import Writer, date, integer, plain, tagged, year
from awardgraph.model.iris import is_web_address
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.register import Entry, RegisteredCeremony
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.importer.sources.rows import Row
    from awardgraph.model.evidence import SourceDocument

__all__ = ["describe_register_file", "lines_of_register_file"]

_CLASSES: Final = {
    "place": (awg.PLACE,),
    "agency": (awg.PUBLIC_AGENCY, ext.ORGANIZATION),
    "person": (ext.PERSON,),
    "project": (awg.PROJECT,),
    "scheme": (awg.AWARD_SCHEME,),
    "branch": (awg.BRANCH,),
    "category": (awg.CATEGORY,),
    "scale": (awg.LEVEL_SCALE,),
    "level": (awg.LEVEL,),
}

#: Types of bodies that are no public agency.
_NOT_PUBLIC: Final = frozenset({"company", "international", "other"})

#: (kind, cell) → the property it states and the kind of entity it leads to.
_LINKS: Final = {
    ("agency", "parent"): (ext.SUB_ORGANIZATION_OF, "agency"),
    ("agency", "country"): (awg.LOCATED_IN, "place"),
    ("place", "parent"): (awg.LOCATED_IN, "place"),
    ("project", "owner"): (awg.OWNER, "agency"),
    ("project", "place"): (awg.LOCATED_IN, "place"),
    ("scheme", "operated_by"): (awg.OPERATED_BY, "agency"),
    ("level", "scale"): (awg.IN_SCALE, "scale"),
}


def describe_register_file(name: str, document: SourceDocument, identities: Identities) -> Iterator[str]:
    """Yield what one file of the register states, as N-Quads lines.

    Raises:
        SourceError: a ceremony's date is none; with its line.
    """
    to = Writer(identities.document(document).iri)
    yield from describe_document(document, identities)
    if name == "ceremonies.csv":
        for (scheme, number), known in identities.register.ceremonies.items():
            for ceremony in known:
                yield from _ceremony(scheme, number, ceremony, to, identities)
        return
    for entry in identities.register.entries.values():
        if entry.row.where.endswith(name):
            yield from _entry(entry, to, identities)


def lines_of_register_file(name: str, identities: Identities) -> Iterator[tuple[str, int]]:
    """Yield what one file of the register describes, as (IRI, line of the file).

    Where several lines tell of one ceremony, each of their statements is listed too, as N-Triples.
    """
    if name == "ceremonies.csv":
        for (scheme, number), known in identities.register.ceremonies.items():
            own = identities.ceremony(identities.known("scheme", scheme), number).iri
            yield from ((own, ceremony.row.line) for ceremony in known)
            for ceremony in known if len(known) > 1 else ():
                stated = _ceremony(scheme, number, ceremony, Writer(own), identities)
                yield from ((line.removesuffix(f" <{own}> .\n"), ceremony.row.line) for line in stated)
        return
    for entry in identities.register.entries.values():
        if entry.row.where.endswith(name):
            yield identities.known(entry.kind, entry.id).iri, entry.row.line


def _entry(entry: Entry, to: Writer, identities: Identities) -> Iterator[str]:
    own, row = identities.known(entry.kind, entry.id).iri, entry.row
    classes = _CLASSES[entry.kind]
    if entry.kind == "agency" and row.get("type") in _NOT_PUBLIC:
        classes = (ext.ORGANIZATION,)
    yield from to.kind(own, *classes)
    yield from to.names(own, entry.names)
    yield from to.also(own, *row.several("aliases"), *row.several("abbreviations"))
    for (kind, cell), (predicate, target) in _LINKS.items():
        if kind == entry.kind and (value := row.get(cell)):
            yield to.link(own, predicate, identities.known(target, value).iri)
    if entry.kind in ("branch", "category", "scale", "level"):
        yield to.link(
            own, awg.OF_SCHEME, identities.known("scheme", identities.register.scheme_of(entry)).iri
        )
    if entry.kind == "category" and identities.register.get("branch", row.get("parent")):
        yield to.link(own, awg.CATEGORY_OF, identities.known("branch", row.get("parent")).iri)
    yield from _codes(own, row, to)
    yield from _validity(entry, to, identities)
    yield from _changes(entry, to, identities)
    yield from _sources(own, row, to)


def _validity(entry: Entry, to: Writer, identities: Identities) -> Iterator[str]:
    """Yield since when and until when an entry goes by its names, as forms of them."""
    bounds = ((awg.VALID_FROM, entry.row.get("valid_from")), (awg.VALID_UNTIL, entry.row.get("valid_until")))
    if not any(value for _, value in bounds):
        return
    for name in entry.names:
        own = identities.name_form(entry, name).iri
        yield to.link(identities.known(entry.kind, entry.id).iri, awg.HAS_NAME_FORM, own)
        yield from to.kind(own, awg.NAME_FORM)
        yield to.say(own, ext.LITERAL_FORM, tagged(name, "en"))
        yield from _sources(own, entry.row, to)
        for predicate, value in bounds:
            if value:
                yield to.say(own, predicate, date(value) if "-" in value else year(int(value)))


def _changes(entry: Entry, to: Writer, identities: Identities) -> Iterator[str]:
    """Yield what became of a body: which one followed which, told once from either row."""
    pairs = [(entry.id, after) for after in entry.row.several("successor")]
    pairs += [(before, entry.id) for before in entry.row.several("predecessor")]
    for before, after in pairs:
        own = identities.entity("change", f"{before}-{after}").iri
        old, new = identities.known("agency", before).iri, identities.known("agency", after).iri
        yield from to.kind(own, ext.CHANGE_EVENT)
        yield to.link(own, ext.ORIGINAL_ORGANIZATION, old)
        yield to.link(own, ext.RESULTING_ORGANIZATION, new)
        yield to.link(old, ext.CHANGED_BY, own)
        yield to.link(new, ext.RESULTED_FROM, own)


def _codes(own: str, row: Row, to: Writer) -> Iterator[str]:
    if row.get("rank"):
        yield to.say(own, awg.RANK, integer(row.get("rank")))
    if row.get("iso_code"):
        yield to.say(own, awg.ISO_CODE, plain(row.get("iso_code")))
    if row.get("dopa_code"):
        yield to.say(own, awg.DOPA_CODE, plain(row.get("dopa_code")))
    yield from (to.link(own, ext.SAME_AS, other) for other in row.several("same_as"))


def _sources(own: str, row: Row, to: Writer) -> Iterator[str]:
    words = re.split(r"[\s;|]+", row.get("source"))
    addresses = [word for word in words if is_web_address(word)]
    yield from (to.link(own, ext.SOURCE, address) for address in addresses)
    if row.get("source") and not addresses:
        yield to.say(own, ext.CITATION, plain(row.get("source")))


def _ceremony(
    scheme_id: str, number: int, known: RegisteredCeremony, to: Writer, identities: Identities
) -> Iterator[str]:
    scheme, row = identities.known("scheme", scheme_id), known.row
    own = identities.ceremony(scheme, number)
    held = (known.first, known.last) if known.first else None
    venue = row.bilingual("venue")
    yield from describe_ceremony(own, scheme, number, to, identities, held=held, venue=venue)
    if row.get("organiser"):
        yield to.link(own.iri, awg.ORGANISER, identities.known("agency", row.get("organiser")).iri)
    for printed in row.several("presenters"):
        yield from _presenter(printed, own.iri, to, identities)
    yield from _sources(own.iri, row, to)


def _presenter(printed: str, ceremony: str, to: Writer, identities: Identities) -> Iterator[str]:
    person = identities.person(printed)
    own = f"{ceremony}-presenter-{person.slug}".replace("/ceremony/", "/participation/")
    yield from to.minted(person, ext.PERSON)
    yield from to.kind(own, awg.PARTICIPATION)
    yield to.link(own, awg.PARTICIPANT, person.iri)
    yield to.link(own, awg.IN_ROLE, awg.PRESENTER)
    yield to.link(own, awg.DURING_CEREMONY, ceremony)
    yield to.say(own, awg.NAME_AS_PRINTED, plain(printed))
