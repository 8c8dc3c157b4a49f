"""Statements as sorted N-Quads lines, and what differs between two streams of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, TypeAlias

from awardgraph.graph.statements import statements

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Facts", "Sign", "State", "bare", "differing", "joined", "parted", "state_of"]

#: (IRI of a predicate, term as N-Triples writes it) → the sources that state it. An empty name stands for
#: a source that the file does not name.
Facts: TypeAlias = dict[tuple[str, str], frozenset[str]]

#: IRI of a subject → what is stated about it.
State: TypeAlias = dict[str, Facts]

Sign: TypeAlias = Literal["+", "-"]


def differing(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[Sign, str]]:
    """Yield the lines that only one of two sorted streams has, in order; one line of each is held.

    >>> list(differing(["a", "b"], ["b", "c"]))
    [('-', 'a'), ('+', 'c')]
    """
    left, right = iter(old), iter(new)
    mine, theirs = next(left, None), next(right, None)
    while mine is not None and theirs is not None:
        if mine == theirs:
            mine, theirs = next(left, None), next(right, None)
        elif mine < theirs:
            yield "-", mine
            mine = next(left, None)
        else:
            yield "+", theirs
            theirs = next(right, None)
    while mine is not None:
        yield "-", mine
        mine = next(left, None)
    while theirs is not None:
        yield "+", theirs
        theirs = next(right, None)


def parted(line: str) -> tuple[str, str, str, str]:
    """Return subject, predicate, term and source of a line; the term as it is written, the others bare.

    >>> parted('<urn:s> <urn:p> "a b"@en <urn:g> .')
    ('urn:s', 'urn:p', '"a b"@en', 'urn:g')
    """
    subject, predicate, rest = line.split(" ", 2)
    term, _, source = rest.rpartition(" <")
    return subject[1:-1], predicate[1:-1], term, source[: source.index(">")]


def joined(subject: str, predicate: str, term: str, source: str) -> str:
    """Return the line of a statement."""
    return f"<{subject}> <{predicate}> {term} <{source}> .\n"


def bare(lines: Iterable[str]) -> Iterator[str]:
    """Yield sorted lines without their sources, each statement once."""
    return (f"{statement[:-2]}<> .\n" for statement in statements(lines))


def state_of(lines: Iterable[str]) -> State:
    """Return lines by subject, each statement with everybody who makes it."""
    found: defaultdict[str, defaultdict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for line in lines:
        subject, predicate, term, source = parted(line)
        found[subject][predicate, term].add(source)
    return {
        subject: {said: frozenset(sources) for said, sources in facts.items()}
        for subject, facts in found.items()
    }
