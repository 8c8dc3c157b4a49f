"""Documents and passages → statements: who says so, and in which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.identity.sites import publisher_of
from awardgraph.importer.mapping.nquads import Writer, date, integer, plain, tagged
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.evidence import Passage, SourceDocument

__all__ = ["describe_document", "describe_passage"]


def describe_document(document: SourceDocument, identities: Identities) -> Iterator[str]:
    """Yield what a source document is, in its own graph; whose site it stands on, in the register's."""
    own = identities.document(document).iri
    to = Writer(own)
    yield from to.kind(own, awg.SOURCE_DOCUMENT)
    if document.title:
        # A document is labelled by its title, so that whoever shows labels can show it.
        yield from to.names(own, Bilingual.of(document.title), ext.LABEL)
        yield to.say(own, ext.TITLE, tagged(document.title, "en"))
    if document.issued:
        yield to.say(own, ext.ISSUED, date(document.issued))
    if document.publisher:
        body = identities.agency(Bilingual.of(document.publisher), None)
        yield from to.minted(body, ext.ORGANIZATION)
        yield to.link(own, ext.PUBLISHER, body.iri)
    elif document.url and (known := publisher_of(document.url, identities.register.sites)):
        # The page does not say whose it is; the register of sites does.
        sites = Writer(identities.entity("source", "register-sites").iri)
        yield sites.link(own, ext.PUBLISHER, identities.known("agency", known).iri)
    if document.sha256:
        yield to.say(own, awg.SHA256, plain(document.sha256))


def describe_passage(passage: Passage, own: str, graph: str, identities: Identities) -> Iterator[str]:
    """Yield the passage and the document it stands in, in the graph of the source it speaks for."""
    to = Writer(graph)
    yield from to.kind(own, awg.PASSAGE)
    yield to.link(own, awg.PASSAGE_OF, identities.document(passage.document).iri)
    yield to.say(own, awg.QUOTE, plain(passage.quote))
    if passage.start is not None and passage.end is not None:
        yield to.say(own, awg.START, integer(passage.start))
        yield to.say(own, awg.END, integer(passage.end))
    beside = ((awg.PREFIX, passage.before), (awg.SUFFIX, passage.behind))
    yield from (to.say(own, predicate, plain(words)) for predicate, words in beside if words)
    if passage.remark:
        yield to.say(own, awg.REMARK, tagged(passage.remark, "en"))
