"""What changed, as RDF that applies elsewhere: the Changeset vocabulary, without nodes that have no IRI."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.changes.wording import called, fact_words, headline
from awardgraph.exporters.pages.wording import LANGUAGES
from awardgraph.exporters.turtle import turtle
from awardgraph.vocabulary.external import SOURCE, TYPE
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.changes.change import Change

__all__ = ["CHANGESET", "as_turtle"]

CHANGESET: Final = "http://purl.org/vocab/changeset/schema#"

_RDF: Final = PREFIXES["rdf"]


def as_turtle(changes: Sequence[Change], _lang: Language, base: str) -> str:
    """Return changes as Turtle: a cs:ChangeSet for each subject of each change.

    It holds the statements that came or went altogether: removing each cs:removal from the default
    graph of OLD and adding each cs:addition gives that of NEW. Who states them is their dct:source.
    What only another source says as well changes no statement, and has no change set.
    """
    lines = {line for change in changes for line in _sets(change, base)}
    return "".join(turtle(sorted(lines), base, cs=CHANGESET))


def _sets(change: Change, base: str) -> Iterator[str]:
    from pyoxigraph import Literal

    by_subject: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, statements in (("addition", change.asserted), ("removal", change.retracted)):
        for statement in statements:
            by_subject[statement[1 : statement.index(">")]].append((kind, statement))
    voices = _voices((*change.additions, *change.removals))
    reasons = {lang: _reason(change, lang, base) for lang in LANGUAGES}
    for subject, signed in by_subject.items():
        own = f"{base}changeset/{_digest(subject, *(f'{kind} {said}' for kind, said in signed))}"
        yield _link(own, TYPE, f"{CHANGESET}ChangeSet")
        yield _link(own, f"{CHANGESET}subjectOfChange", subject)
        for lang, words in reasons.items():
            yield f"<{own}> <{CHANGESET}changeReason> {Literal(words, language=lang)} .\n"
        for kind, statement in signed:
            reified = f"{base}statement/{_digest(statement)}"
            yield _link(own, f"{CHANGESET}{kind}", reified)
            yield from _reified(reified, statement, voices[statement])


def _reason(change: Change, lang: Language, base: str) -> str:
    told = headline(change, lang, base, called(change.name, change.iri, lang, base))
    return "; ".join((told, *(fact_words(change, fact, lang, base) for fact in change.facts)))


def _voices(lines: Iterable[str]) -> dict[str, set[str]]:
    """Return statement → who states it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        cut = line.rindex(" <")
        found[f"{line[:cut]} .\n"].add(line[cut + 2 : line.rindex(">")])
    return found


def _reified(own: str, statement: str, voices: set[str]) -> Iterator[str]:
    subject, predicate, rest = statement.split(" ", 2)
    yield _link(own, TYPE, f"{_RDF}Statement")
    yield f"<{own}> <{_RDF}subject> {subject} .\n"
    yield f"<{own}> <{_RDF}predicate> {predicate} .\n"
    yield f"<{own}> <{_RDF}object> {rest}"
    yield from (_link(own, SOURCE, voice) for voice in voices if voice)


def _link(subject: str, predicate: str, target: str) -> str:
    return f"<{subject}> <{predicate}> <{target}> .\n"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
