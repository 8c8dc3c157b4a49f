"""A query's triple patterns, read from its tokens; where that is not certain, nothing is read.

The engine does not show what it parsed. What is read here serves hints and counts only, never an answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.graph.measuring import TOKENS
from awardgraph.vocabulary.external import TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Token = re.Match[str]
    Resolved = tuple[Token, str]

__all__ = ["Pattern", "Term", "compared", "resolved", "triple_patterns"]

_TERMS: Final = frozenset({"iri", "name", "variable", "number"})
_PREDICATES: Final = frozenset({"iri", "name", "variable"})

#: The signs of comparisons, and what stands around one that is not part of a sum.
_COMPARE: Final = frozenset("=<>!")
_BEFORE: Final = frozenset("(&|")
_BEHIND: Final = frozenset(")&|")

_ESCAPED: Final = re.compile(r"\\(.)")

#: Words that end a block of triples, and the bracket whose closing ends what they begin.
_ASIDE: Final = {
    **dict.fromkeys(("FILTER", "BIND"), "({"),
    **dict.fromkeys(("OPTIONAL", "MINUS", "GRAPH", "SERVICE", "VALUES"), "{"),
}


@dataclass(frozen=True, slots=True)
class Term:
    """One place of a triple pattern.

    Attributes:
        text: as written in the query.
        iri: in full, where it is an IRI.
        offset: where it begins in the query, in code points.
    """

    text: str
    iri: str
    offset: int

    @property
    def is_variable(self) -> bool:
        """Whether it stands for anything: a variable or a blank node."""
        return self.text.startswith(("?", "$", "_:", "[]"))


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern that a solution must match.

    Attributes:
        predicate: None where a path stands between subject and object.
    """

    subject: Term
    predicate: Term | None
    object: Term
    path: str = ""

    def __str__(self) -> str:
        return f"{self.subject.text} {self.path} {self.object.text}"


def resolved(text: str, known: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Yield the tokens of a query, without comments and prologue, each with its IRI or an empty string."""
    declared = dict(known)
    before, declaring = "", None
    for token in TOKENS.finditer(text):
        if token["comment"] is not None:
            continue
        if declaring is not None and token["iri"]:
            declared[declaring], declaring = token["iri"][1:-1], None
        elif token["name"] and before == "PREFIX":
            declaring = token["prefix"] or ""
        elif token["name"] and token["prefix"] != "_":
            namespace = declared.get(token["prefix"] or "", "")
            local = (token["local"] or "").rstrip(".")
            yield token, namespace and namespace + _ESCAPED.sub(r"\1", local)
        elif (token["word"] or "").upper() not in ("PREFIX", "BASE"):
            yield token, token["iri"][1:-1] if token["iri"] else ""
        before = (token["word"] or "").upper()


def triple_patterns(text: str, known: Mapping[str, str]) -> list[Pattern]:
    """Return the triple patterns of the query's outermost group; none where that is not certain.

    Patterns inside OPTIONAL, UNION, MINUS, GRAPH, subqueries and filters are left out.

    >>> list(map(str, triple_patterns("ASK { ?a a awg:Conferral ; awg:level ?l , ?m . }", {})))
    ['?a a awg:Conferral', '?a awg:level ?l', '?a awg:level ?m']
    """
    if TOKENS.sub("", text).strip():
        return []
    tokens = list(resolved(text, known))
    words = [(token["word"] or "").upper() for token, _ in tokens]
    if "FROM" in words:
        return []
    return [one for block in _blocks(tokens, words) for one in _read(block)]


def compared(text: str) -> Iterator[tuple[str, str]]:
    """Yield the variables that a query compares with one value, each with the value as written.

    >>> list(compared("ASK { ?e awg:editionYear ?y FILTER(?y >= 2566 && ?z = 1 + 2) }"))
    [('?y', '2566')]
    """
    tokens = list(resolved(text, {}))
    for place, (token, _) in enumerate(tokens):
        if not token["variable"]:
            continue
        sign = place + 1
        while sign < len(tokens) and tokens[sign][0][0] in _COMPARE:
            sign += 1
        value, end = _term(tokens, sign)
        if sign == place + 1 or value is None or end == len(tokens):
            continue
        if tokens[place - 1][0][0] in _BEFORE and tokens[end][0][0] in _BEHIND:
            yield token[0], value.text


def _blocks(tokens: list[Resolved], words: list[str]) -> Iterator[list[Resolved]]:
    """Yield the tokens of each block of triples with one subject, in the outermost group."""
    block: list[Resolved] = []
    depth, until, begun, opened = 0, "", False, False
    for place, (token, iri) in enumerate(tokens):
        depth += bool(token["open"]) - bool(token["close"])
        if not begun:
            begun = token[0] == "{" and words[place - 1] != "CONSTRUCT" and depth == 1
        elif until:
            # The aside ends where its bracket closes; for VALUES (?a ?b) { … } that is the second one.
            opened = opened or (depth > 1 and token[0] in until)
            until = "" if opened and depth == 1 and token["close"] else until
        elif (depth == 1 and words[place] in _ASIDE) or token[0] == "{":
            yield block
            block, until, opened = [], _ASIDE.get(words[place], "{"), token[0] == "{"
        elif depth == 0 or (depth == 1 and token[0] == "."):
            yield block
            block = []
            if depth == 0:
                return
        else:
            block.append((token, iri))


def _read(block: list[Resolved]) -> list[Pattern]:
    """Return the triple patterns of a block, or none where it holds what is not read here."""
    found: list[Pattern] = []
    subject, at = _term(block, 0)
    while subject and at < len(block):
        start = at
        at = _path(block, at)
        if at == start:
            return []
        path = _written(block, start, at)
        single = at == start + 1
        token, iri = block[start]
        name = TYPE if token[0] == "a" else iri
        predicate = Term(path, name, token.start()) if single else None
        while True:
            value, at = _term(block, at)
            if value is None:
                return []
            found.append(Pattern(subject, predicate, value, path))
            if at == len(block) or block[at][0][0] != ",":
                break
            at += 1
        if at < len(block) and block[at][0][0] != ";":
            return []
        while at < len(block) and block[at][0][0] == ";":
            at += 1
    return found


def _term(block: list[Resolved], at: int) -> tuple[Term | None, int]:
    """Return the term that begins at a place, and the place behind it."""
    start = at
    kinds = [_kind(token) for token, _ in block[at : at + 3]]
    if kinds[:1] == ["operator"] and block[at][0][0] in "+-" and kinds[1:2] == ["number"]:
        at += 2
    elif kinds[:1] == ["string"]:
        typed = kinds[1:2] == ["tag"]
        at += 1 + typed + (typed and block[at + 1][0][0] == "^^")
    elif kinds[:2] == ["open", "close"] and block[at][0][0] == "[":
        return Term("[]", "", block[start][0].start()), at + 2
    elif kinds[:1] and (kinds[0] in _TERMS or block[at][0][0] in ("true", "false")):
        at += 1
    if at == start or at > len(block):
        return None, start
    return Term(
        _written(block, start, at), block[start][1] if at == start + 1 else "", block[start][0].start()
    ), at


def _path(block: list[Resolved], at: int) -> int:
    """Return the place behind the predicate or path that begins at a place, or the place itself."""
    start, depth, ready = at, 0, False
    while at < len(block):
        token = block[at][0]
        operator = token[0] if token["operator"] else ""
        if token[0] == "(" and not ready:
            depth += 1
        elif token[0] == ")" and ready and depth:
            depth -= 1
        elif not ready and (_kind(token) in _PREDICATES or token[0] == "a"):
            ready = True
        elif ready and operator and operator in "/|":
            ready = False
        elif not (operator and operator in ("*+?" if ready else "^!")):
            break
        at += 1
    return at if ready and not depth else start


def _kind(token: Token) -> str:
    kind = token.lastgroup or ""
    return "name" if kind in ("prefix", "local") else kind


def _written(block: list[Resolved], start: int, end: int) -> str:
    first, last = block[start][0], block[end - 1][0]
    return first.string[first.start() : last.end()].rstrip("." if last["name"] else "")
