"""How much a query asks of the engine, measured token by token before anything is parsed.

The engine parses and plans recursively: some thousand levels of anything that nests end the process, and
some hundred patterns are planned for minutes. Counting needs no stack, so this may see any text.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["DEEPEST", "LONGEST", "MOST_OPERATORS", "MOST_PATTERNS", "TOKENS", "Measure"]

#: Longest query, in characters, deepest nesting, most operators and most patterns. Beyond them the engine
#: may crash, or plan for ever, where it should refuse.
LONGEST: Final = 100_000
DEEPEST: Final = 100
MOST_OPERATORS: Final = 400
MOST_PATTERNS: Final = 150

#: The parts of a query, each skipped as a whole: comments, IRIs, strings, names, brackets. A string or a
#: comment must end where the engine ends it, or what follows would hide in it. No part is looked for at one
#: place over more than a line of text, or a long query would be read in the square of its length.
TOKENS: Final = re.compile(
    r"""(?P<comment>\#[^\r\n]*)"""
    r"""|(?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)"""
    r"""|(?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}"""
    r"""|"(?:[^"\\\r\n]|\\.)+"|""(?!")|'(?:[^'\\\r\n]|\\.)+'|''(?!'))"""
    r"""|(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^)"""
    r"""|(?P<name>(?P<prefix>[^\W\d_][\w.-]{0,99}|_)?:(?P<local>(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)?)"""
    r"""|(?P<variable>[?$]\w+)|(?P<number>\.?\d+(?:\.\d+)*)|(?P<word>[A-Za-z_]+)|(?P<open>[\[({])|(?P<close>[\])}])"""
    r"""|(?P<operator>[!|&+*/^=<>?-])|(?P<end>[.;])|(?P<comma>,)|(?P<endless>["'])""",
    re.DOTALL,
)

_TERMS: Final = frozenset({"iri", "string", "name", "variable", "number"})
_BRANCHES: Final = frozenset(
    {"UNION", "OPTIONAL", "MINUS", "BIND", "FILTER", "EXISTS", "GRAPH", "SELECT", "AS"}
)


class Measure:
    """Counts of what nests, branches or joins in the tokens seen so far.

    Args:
        planned: whether patterns are counted; most of an update is data, which no engine plans.

    >>> seen = Measure()
    >>> [seen.add(token) for token in TOKENS.finditer("ASK { ?s ?p 1, 2 }")][-1], seen.patterns
    ('', 1)
    """

    def __init__(self, *, planned: bool = True) -> None:
        self.operators = self.patterns = 0
        self._planned = planned
        self._open: list[str] = []
        self._form = self._before = ""
        self._values = False

    @property
    def depth(self) -> int:
        """How many brackets are open."""
        return len(self._open)

    def add(self, token: re.Match[str]) -> str:
        """Count one token; return what has become too much, or an empty string."""
        kind = token.lastgroup or ""
        kind = "name" if kind in ("prefix", "local") else kind
        if kind == "comment":
            return ""
        inside, before, self._before = self._open[-1] if self._open else "", self._before, kind
        word = (token["word"] or "").upper()
        self._form = self._form or word * (word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"))
        # The rows of VALUES are data, a thousand of them are no work to plan.
        self._values = self._values or word == "VALUES"
        if kind == "open":
            self._open.append("V" if self._values or inside == "V" else token[0])
            self._values = self._values and token[0] != "{"
        elif kind == "close":
            del self._open[-1:]
        self.operators += kind == "operator" or word in _BRANCHES or token[0] == "{"
        # Each resource of DESCRIBE is a branch; two terms side by side in brackets are members of a list.
        self.operators += self._form == "DESCRIBE" and not self._open and kind in _TERMS
        self.patterns += kind == "end" or token[0] == "["
        self.patterns += kind == "comma" and inside in ("{", "[")
        self.patterns += inside == "(" and kind in _TERMS and before in _TERMS
        for count, most, what in (
            (self.depth, DEEPEST, "is nested more than {} deep"),
            (self.operators, MOST_OPERATORS, "has more than {} operators"),
            (self.patterns * self._planned, MOST_PATTERNS, "has more than {} patterns"),
        ):
            if count > most:
                return f"it {what.format(most)}, too much to be planned safely."
        return ""
