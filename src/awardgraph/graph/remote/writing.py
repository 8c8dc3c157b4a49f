"""A query as an endpoint gets it: prefixes declared, bound terms in VALUES."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.errors import QueryError
from awardgraph.graph.measuring import TOKENS
from awardgraph.graph.query import check
from awardgraph.vocabulary.namespaces import PREFIXES, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pyoxigraph import Literal, NamedNode

__all__ = ["form_of", "with_bindings", "with_prefixes", "written"]

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

#: What N-Triples escapes, and the letter behind an escaped backslash.
_ESCAPED: Final = re.compile(r"\\(?:\\([uU])?|.)", re.DOTALL)


def form_of(text: str) -> str:
    r"""Return the form of a query: SELECT, ASK, CONSTRUCT or DESCRIBE; empty where none of them is there.

    >>> form_of("# SELECT\nPREFIX a: <urn:ASK> construct { } { }")
    'CONSTRUCT'
    """
    words = ((token["word"] or "").upper() for token in TOKENS.finditer(text))
    return next((form for word in words for form in _FORMS if word.startswith(form)), "")


def with_prefixes(text: str, base: Callable[[], str], *, allow_network: bool = False) -> str:
    """Return a query with the prefixes declared that it uses and does not declare itself.

    Prefixes that we do not know are left alone: an endpoint may know its own.

    Args:
        text: the query.
        base: says below which IRI entities are minted; asked only where it matters.
        allow_network: whether SERVICE may call another server; the endpoint itself does.

    Raises:
        QueryError: it is too long or too deep, calls another service, or would change the data.
    """
    declared = check(text, {}, vocabulary=False, allow_network=allow_network).keys()
    used = {token["prefix"] or "" for token in TOKENS.finditer(text) if token["name"]} - declared
    known = PREFIXES if used <= PREFIXES.keys() else prefixes(base())
    # On the first line, so that the endpoint counts lines as we do.
    return "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted(used & known.keys())) + text


def with_bindings(text: str, bindings: Mapping[str, NamedNode | Literal]) -> str:
    """Return a query in which variables stand for given terms.

    Each group of patterns that speaks of such a variable begins with a VALUES clause for it, and so
    does the outermost one: groups are evaluated from the inside out, and would not see it otherwise.

    Raises:
        QueryError: the query does not speak of a variable, or has no group to put it in.
    """
    if not bindings:
        return text
    spoken = {token["variable"][1:] for token in TOKENS.finditer(text) if token["variable"]}
    if missing := sorted(bindings.keys() - spoken):
        raise QueryError(f"it has no variable ?{missing[0]}, which is set.")
    places = _groups(text)
    if not places:
        raise QueryError("it has no pattern in which a variable could be set.")
    parts, done = [], 0
    for number, (place, names) in enumerate(sorted(places.items())):
        wanted = [name for name in bindings if number == 0 or name in names]
        clauses = "".join(f" VALUES ?{name} {{ {written(bindings[name])} }}" for name in wanted)
        parts += [text[done:place], f"{clauses} " if clauses else ""]
        done = place
    return "".join(parts) + text[done:]


def written(term: NamedNode | Literal) -> str:
    r"""Return a term as SPARQL writes it.

    An endpoint may replace \u escapes before it reads strings, as the recommendation has it, and would
    see one in the N-Triples form of a text that holds a backslash before a u; so that u is escaped, too.

    >>> from pyoxigraph import Literal
    >>> print(written(Literal('"', language="th")))
    "\""@th
    """

    def escaped(match: re.Match[str]) -> str:
        return f"\\\\\\u{ord(match[1]):04X}" if match[1] else match[0]

    return _ESCAPED.sub(escaped, str(term))


def _groups(text: str) -> dict[int, set[str]]:
    """Return the groups of patterns in a query: where each begins, and the variables right in it."""
    groups: dict[int, set[str]] = {}
    opened: list[int | None] = []  # where each open bracket's group begins; None: it holds no patterns
    tokens = [token for token in TOKENS.finditer(text) if not token[0].startswith("#")]
    data = construct = False
    braces = 0
    for number, token in enumerate(tokens):
        inner = opened[-1] if opened else None
        if token["variable"] and inner is not None:
            groups[inner].add(token["variable"][1:])
        elif token["word"]:
            construct = construct or token["word"].upper() == "CONSTRUCT"
            data = data or token["word"].upper() == "VALUES"
        elif token[0] == "{":
            # The first brace of a CONSTRUCT opens a template; CONSTRUCT WHERE has nothing else.
            template = construct and not braces
            braces += 1
            behind = tokens[number + 1][0].upper() if number + 1 < len(tokens) else ""
            holds = not (data or template or behind.startswith("SELECT"))
            opened.append(token.end() if holds else None)
            if holds:
                groups[token.end()] = set()
            data = False
        elif token["open"]:
            opened.append(inner)
        elif token["close"] and opened:
            opened.pop()
    return groups
