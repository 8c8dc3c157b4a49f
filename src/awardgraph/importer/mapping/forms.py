"""Names as a source prints them → name forms, beside the name that the register chose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.importer.mapping.nquads import Writer, tagged
from awardgraph.model.language import language_of
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.importer.identity.entities import Entity
    from awardgraph.importer.identity.resolving import Identities
    from awardgraph.model.evidence import Passage

__all__ = ["describe_forms"]


def describe_forms(
    entity: Entity | None,
    printed: Iterable[str],
    words: Passage,
    passage: Entity,
    source: str,
    identities: Identities,
) -> Iterator[str]:
    """Yield the forms of a registered entity's name that a passage prints otherwise than the register.

    An entity that no register knows is called as its source calls it; it needs no further form.
    What the passage does not print, titles that a person typed beside it, is no form.

    Args:
        entity: who or what is named; nothing is yielded for None.
        printed: the names that the source gives, titles and honorifics included.
        words: the passage.
        passage: the same as an entity.
        source: IRI of the document that states it.
        identities: mints the form's IRI from the entity and the words, so that two sources that
            print the same words give one form with two passages.
    """
    if not (entity and entity.entry):
        return
    to = Writer(source)
    main = {"th": entity.names.th, "en": entity.names.en}
    for name in printed:
        if name not in words.quote or name == main.get(language_of(name)):
            continue
        own = identities.name_form(entity.entry, name).iri
        yield to.link(entity.iri, awg.HAS_NAME_FORM, own)
        yield from to.kind(own, awg.NAME_FORM)
        yield to.say(own, ext.LITERAL_FORM, tagged(name, "en"))
        yield to.link(own, ext.SOURCE, source)
        yield to.link(own, awg.STATED_IN, passage.iri)
