"""Write RDF terms and statements as N-Quads text: the only place where text is escaped.

Lines are emitted as text because building term objects costs ten times as much.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.model.language import language_of
from awardgraph.vocabulary.external import (
    ALT_LABEL,
    IS_REPLACED_BY,
    LABEL,
    TYPE,
    XSD_DATE,
    XSD_DECIMAL,
    XSD_GYEAR,
    XSD_INTEGER,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.importer.identity.entities import Entity
    from awardgraph.model.language import Bilingual

__all__ = ["Writer", "date", "decimal", "integer", "iri", "plain", "tagged", "year"]

_SPECIAL: Final = re.compile(r'[\x00-\x1f"\\\x7f\ufffe\uffff]')

#: The escapes of canonical N-Quads, so that a statement read back from a store is the same text.
_ESCAPES: Final = str.maketrans(
    {chr(code): f"\\u{code:04X}" for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF)}
    | {"\\": "\\\\", '"': '\\"', "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}
)


def iri(value: str) -> str:
    """Return an IRI as a term."""
    return f"<{value}>"


def plain(text: str) -> str:
    r"""Return a text without a language as a term.

    >>> print(plain('He said "yes"'))
    "He said \"yes\""
    """
    return f'"{text.translate(_ESCAPES) if _SPECIAL.search(text) else text}"'


def tagged(text: str, default: str) -> str:
    """Return a text with its language, which its letters decide before the column's language does."""
    return f"{plain(text)}@{language_of(text, default)}"


def integer(number: int | str) -> str:
    """Return a whole number as a term."""
    return f'"{int(number)}"^^<{XSD_INTEGER}>'


def decimal(share: float) -> str:
    """Return a number as a term, with as many places as it needs, up to three.

    >>> decimal(0.983).partition("^")[0]
    '"0.983"'
    """
    return f'"{f"{share:.3f}".rstrip("0").rstrip(".")}"^^<{XSD_DECIMAL}>'


def date(day: str) -> str:
    """Return an ISO day (CE) as a term."""
    return f'"{day}"^^<{XSD_DATE}>'


def year(number: int) -> str:
    """Return a Common Era year as a term."""
    return f'"{number:04}"^^<{XSD_GYEAR}>'


class Writer:
    """Writes the statements of one source: knows its graph, so that mapping need not repeat it."""

    __slots__ = ("_graph",)

    def __init__(self, graph: str) -> None:
        self._graph = graph

    def say(self, subject: str, predicate: str, term: str) -> str:
        """Return one statement about a subject as an N-Quads line."""
        return f"<{subject}> <{predicate}> {term} <{self._graph}> .\n"

    def link(self, subject: str, predicate: str, target: str) -> str:
        """Return one statement that leads from one entity to another."""
        return f"<{subject}> <{predicate}> <{target}> <{self._graph}> .\n"

    def kind(self, subject: str, *classes: str) -> Iterator[str]:
        """Yield the statements of what something is."""
        return (self.link(subject, TYPE, cls) for cls in classes)

    def names(self, subject: str, names: Bilingual, predicate: str = LABEL) -> Iterator[str]:
        """Yield the names of something, each in its language."""
        if names.th:
            yield self.say(subject, predicate, tagged(names.th, "th"))
        if names.en:
            yield self.say(subject, predicate, tagged(names.en, "en"))

    def titles(self, subject: str, titles: Bilingual) -> Iterator[str]:
        """Yield titles that were composed in a language, though a name in them may be in another."""
        if titles.th:
            yield self.say(subject, LABEL, f"{plain(titles.th)}@th")
        if titles.en:
            yield self.say(subject, LABEL, f"{plain(titles.en)}@en")

    def minted(self, entity: Entity | None, *classes: str) -> Iterator[str]:
        """Yield type and names of an entity that no register describes.

        Where a person decided what a name stands for, it is a further name of that, and the IRI that the
        name alone would have leads there.
        """
        if entity and entity.instead_of:
            yield self.link(entity.instead_of.iri, IS_REPLACED_BY, entity.iri)
            yield from self.names(entity.iri, entity.instead_of.names, ALT_LABEL)
        elif entity and not entity.entry:
            yield from self.kind(entity.iri, *classes)
            yield from self.names(entity.iri, entity.names)

    def also(self, subject: str, *names: str) -> Iterator[str]:
        """Yield further names."""
        return (self.say(subject, ALT_LABEL, tagged(name, "en")) for name in names)
