"""Why a query has no answer: a term that nothing uses, a missing language, พ.ศ. for CE, an empty join.

A hint is given only for what every solution must match, and only where it is certain.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol, cast

from awardgraph.graph.measuring import TOKENS
from awardgraph.graph.patterns import compared, triple_patterns
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.external import TYPE
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, Triple

    from awardgraph.graph.patterns import Pattern, Term
    from awardgraph.graph.query import Answer

    Value = NamedNode | BlankNode | Literal | Triple

__all__ = ["STEPS", "Hint", "Source", "counts", "hints"]

#: Buddhist years that people write for the Common Era years 1900 to 2099.
_BUDDHIST: Final = range(2443, 2643)

#: Most hints on single patterns, patterns looked at, look-ups for a join, and names compared with a term.
_HINTS: Final = 3
_PATTERNS: Final = 30
STEPS: Final = 2000
_NAMES: Final = 20_000


#: Paths of any length are not walked for a hint.
_ENDLESS: Final = frozenset("*+")


class Source(Protocol):
    """What can be asked."""

    def query(self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """Return the answer to a query."""
        ...


@dataclass(frozen=True, slots=True)
class Hint:
    """One reason.

    Attributes:
        kind: its sentence, a key of [hints] in the messages.
        words: what stands in the sentence.
    """

    kind: str
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query whose patterns are asked one by one."""

    source: Source
    prologue: str
    known: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    seen: dict[str, frozenset[str]] = field(default_factory=dict)

    def rows(self, rest: str, bindings: Mapping[str, NamedNode | Literal] | None = None) -> QuerySolutions:
        return cast("QuerySolutions", self.source.query(f"{self.prologue}\nSELECT * {{ {rest}", bindings))

    def has(self, pattern: str) -> bool:
        return bool(cast("QueryBoolean", self.source.query(f"{self.prologue}\nASK {{ {pattern} }}")))

    def used(self, place: str) -> frozenset[str]:
        """Return the IRIs that stand somewhere in the graph; asked once, since the engine reads all of it."""
        if place not in self.seen:
            from pyoxigraph import NamedNode

            found = self.source.query(f"SELECT DISTINCT ?used {{ {place} }} LIMIT {_NAMES}")
            terms = (row["used"] for row in cast("QuerySolutions", found))
            self.seen[place] = frozenset(term.value for term in terms if isinstance(term, NamedNode))
        return self.seen[place]


def hints(source: Source, text: str, base: str = "", *, steps: int = STEPS) -> Iterator[Hint]:
    """Yield why a query can have no answer; nothing where it has one, or where the reason is not certain.

    Looks at the patterns of the outermost group, each by itself and then together, within bounds.

    Args:
        base: where entities are minted; the source's own if not given.
        steps: how often it may be looked whether the patterns fit together.
    """
    asked = _read(source, text, base)
    yield from _years(asked, text)
    missing = [one for one in asked.patterns if not _ENDLESS & set(one.path) and not asked.has(str(one))]
    for one in missing[:_HINTS]:
        yield _reason(asked, one)
    if not missing and (hint := _join(asked, steps)):
        yield hint


def counts(source: Source, text: str, base: str = "") -> list[tuple[int, Pattern]]:
    """Return the triple patterns of a query's outermost group with their matches, fewest first."""
    asked = _read(source, text, base)
    found = [(_count(asked, one), one) for one in asked.patterns]
    return sorted(found, key=lambda pair: pair[0])


def _count(asked: _Asked, pattern: Pattern) -> int:
    [row] = cast(
        "QuerySolutions", asked.source.query(f"{asked.prologue}\nSELECT (COUNT(*) AS ?n) {{ {pattern} }}")
    )
    return int(row["n"].value)


def _read(source: Source, text: str, base: str) -> _Asked:
    manifest = getattr(source, "manifest", source)
    known = prefixes(base or getattr(manifest, "base", ""))
    form = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
    begins = (token.start() for token in TOKENS.finditer(text) if (token["word"] or "").upper() in form)
    return _Asked(source, text[: next(begins, 0)], known, tuple(triple_patterns(text, known)[:_PATTERNS]))


def _reason(asked: _Asked, pattern: Pattern) -> Hint:
    """Return why a pattern has no match by itself: the first reason that is certain, else only that."""
    predicate = pattern.predicate
    if predicate and predicate.iri and not asked.has(f"?s {predicate.text} ?o"):
        return _unused(asked, predicate, "?s ?used ?o")
    if predicate and predicate.iri and (hint := _value(asked, pattern)):
        return hint
    if predicate and predicate.iri == TYPE and pattern.object.iri:
        return _unused(asked, pattern.object, "?s a ?used")
    for term, place in ((pattern.subject, "{} ?p ?o"), (pattern.object, "?s ?p {}")):
        if term.iri and not asked.has(place.format(term.text)):
            return _unused(asked, term, place.replace("{}", "?used"))
    return Hint("alone", {"pattern": str(pattern)})


def _unused(asked: _Asked, term: Term, place: str) -> Hint:
    """Return that nothing in the graph uses a term here, with the nearest of its namespace that is used."""
    from difflib import get_close_matches

    from awardgraph.graph.results import short_iri

    stem = term.iri[: max(term.iri.rfind("#"), term.iri.rfind("/")) + 1]
    alike = {iri.removeprefix(stem) for iri in asked.used(place) if iri.startswith(stem)}
    near = get_close_matches(term.iri.removeprefix(stem), sorted(alike), n=1, cutoff=0.75)
    if not near:
        return Hint("unused", {"term": term.text})
    iri = stem + near[0]
    short = next((f"{p}:{iri.removeprefix(ns)}" for p, ns in asked.known.items() if iri.startswith(ns)), "")
    return Hint("near", {"term": term.text, "near": short or short_iri(iri)})


def _value(asked: _Asked, pattern: Pattern) -> Hint | None:
    """Return what is wrong with the literal of a pattern that has no match."""
    from pyoxigraph import Literal, NamedNode

    written = pattern.object
    if written.is_variable or written.iri or pattern.predicate is None:
        return None
    path = pattern.predicate.text
    [row] = asked.rows(f"BIND({written.text} AS ?value) }}")
    value = row["value"]
    if not isinstance(value, Literal):
        return None
    of_edition = pattern.predicate.iri == terms.EDITION_YEAR
    if year := _buddhist(value, ("gYear", "integer", "string") if of_edition else ("gYear",)):
        more = "buddhist" if of_edition else "era"
        return Hint(more, {"written": written.text, "year": str(year), "common": str(year - 543)})
    same = f"?s {path} ?value FILTER(isLiteral(?value) && STR(?value) = STR({written.text})) }} LIMIT 1"
    for found in asked.rows(same):
        return Hint("form", {"written": written.text, "found": _shown(cast("Literal", found["value"]))})
    kinds = {type(found["value"]) for found in asked.rows(f"?s {path} ?value }} LIMIT 100")}
    if kinds == {NamedNode} and not asked.has(f"?s {path} ?value FILTER(!isIRI(?value))"):
        return Hint("iri", {"written": written.text, "property": path})
    return None


def _years(asked: _Asked, text: str) -> Iterator[Hint]:
    """Yield the Buddhist years that the Common Era year of an edition is compared with."""
    from pyoxigraph import Literal

    years = {
        one.object.text[1:]
        for one in asked.patterns
        if one.predicate and one.predicate.iri == terms.EDITION_YEAR and one.object.is_variable
    }
    for variable, written in compared(text) if years else ():
        if variable[1:] in years:
            [row] = asked.rows(f"BIND({written} AS ?value) }}")
            if isinstance(row["value"], Literal) and (
                year := _buddhist(row["value"], ("gYear", "integer", "string"))
            ):
                words = {"written": written, "year": str(year), "common": str(year - 543)}
                yield Hint("buddhist", words)


def _buddhist(value: Literal, years: Iterable[str]) -> int:
    """Return the year of a literal that is a Buddhist year, of one of the types, or a date in one; else 0."""
    kind = value.datatype.value.rpartition("#")[2]
    fits = kind in ("date", "dateTime") or (kind in years and len(value.value) == 4)
    digits = value.value[:4]
    return int(digits) if fits and digits.isascii() and digits.isdigit() and int(digits) in _BUDDHIST else 0


def _shown(value: Literal) -> str:
    text = str(value)
    return text.replace(f"^^<{value.datatype.value}>", f"^^xsd:{value.datatype.value.rpartition('#')[2]}")


def _join(asked: _Asked, most: int) -> Hint | None:
    """Return the pattern with which the join becomes empty; None if it does not, or the bound is reached."""
    from pyoxigraph import BlankNode

    ends = [end.text for one in asked.patterns for end in (one.subject, one.object)]
    endless = any(_ENDLESS & set(one.path) for one in asked.patterns)
    if len(asked.patterns) < 2 or endless or any(end.startswith(("_:", "[]")) for end in ends):
        return None
    order = _connected(asked.patterns)
    steps = deepest = 0
    waiting: list[tuple[int, dict[str, Value]]] = [(0, {})]
    while waiting:
        place, bound = waiting.pop()
        deepest = max(deepest, place)
        if place == len(order):
            return None
        steps += 1
        for row, names in _matches(asked, order[place], bound):
            steps += 1
            if steps > most or any(isinstance(value, BlankNode) for value in row):
                return None  # too much to look at, or a node that cannot be named in the next look-up
            waiting.append((place + 1, bound | dict(zip(names, row, strict=True))))
    return Hint("join", {"pattern": str(order[deepest]), "before": " . ".join(map(str, order[:deepest]))})


def _matches(
    asked: _Asked, pattern: Pattern, bound: Mapping[str, Value]
) -> Iterator[tuple[Iterable[Value], list[str]]]:
    from pyoxigraph import Literal, NamedNode

    given = {name: bound[name] for name in _variables(pattern) & bound.keys()}
    known = {name: term for name, term in given.items() if isinstance(term, NamedNode | Literal)}
    answer = asked.rows(f"{pattern} }}", known)
    names = [variable.value for variable in answer.variables]
    for row in answer:
        yield row, names


def _connected(patterns: Iterable[Pattern]) -> list[Pattern]:
    """Return patterns in an order in which each shares a variable with those before it, if one does."""
    left = sorted(patterns, key=lambda one: len(_variables(one)))
    order: list[Pattern] = []
    seen: set[str] = set()
    while left:
        following = min(
            left, key=lambda one: (bool(order) and not _variables(one) & seen, len(_variables(one) - seen))
        )
        left.remove(following)
        order.append(following)
        seen |= _variables(following)
    return order


def _variables(pattern: Pattern) -> set[str]:
    return {
        term.text[1:]
        for term in (pattern.subject, pattern.predicate, pattern.object)
        if term and term.is_variable
    }
