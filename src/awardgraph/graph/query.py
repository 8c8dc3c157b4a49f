"""Ask a store in SPARQL: what may be asked, how, and a helpful refusal."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.errors import QueryError, nearest
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG, prefixes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

Answer: TypeAlias = "QuerySolutions | QueryBoolean | QueryTriples"

__all__ = ["Answer", "run"]

#: Longest query, in characters, deepest nesting, most operators and most patterns. Beyond them the engine
#: may crash, or plan for ever, where it should refuse.
LONGEST: Final = 100_000
DEEPEST: Final = 100
MOST_OPERATORS: Final = 400
MOST_PATTERNS: Final = 150

_BRANCHES: Final = frozenset({"UNION", "OPTIONAL", "MINUS", "BIND", "FILTER", "EXISTS", "GRAPH", "SELECT"})

_KEYWORDS: Final = frozenset(
    """
    SELECT CONSTRUCT ASK DESCRIBE WHERE PREFIX BASE DISTINCT REDUCED FROM NAMED GRAPH OPTIONAL UNION MINUS
    FILTER BIND VALUES UNDEF EXISTS NOT IN AS ORDER GROUP HAVING BY ASC DESC LIMIT OFFSET COUNT SUM MIN MAX
    AVG SAMPLE GROUP_CONCAT SEPARATOR REGEX REPLACE CONTAINS STRSTARTS STRENDS STR STRLEN SUBSTR CONCAT LCASE
    UCASE LANG LANGMATCHES DATATYPE BOUND IF COALESCE IRI URI YEAR MONTH DAY ABS ROUND A TRUE FALSE
    """.split()
)

#: First words of a SPARQL update.
_UPDATES: Final = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

#: The parts of a query, each skipped as a whole: comments, IRIs, strings, names, brackets. A string or a
#: comment must end where the engine ends it, or what follows would hide in it.
_TOKENS: Final = re.compile(
    r"""(?P<skip>\#[^\r\n]*|<[^<>"{}|^`\\\x00-\x20]*>"""
    r"""|\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}"""
    r"""|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')"""
    r"""|(?P<name>(?P<prefix>[^\W\d_][\w.-]*|_)?:(?P<local>(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)?)"""
    r"""|(?P<variable>[?$]\w+)|(?P<number>[\d.]*\d)|(?P<word>[A-Za-z_]+)|(?P<open>[\[({])|(?P<close>[\])}])"""
    r"""|(?P<operator>[!|&+*/^=<>-])|(?P<end>[.;])""",
    re.DOTALL,
)

_ERROR_PLACE: Final = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)


def run(store: Store, text: str, bindings: Mapping[str, NamedNode | Literal], base: str = "") -> Answer:
    """Return the answer of a store to a query; ``agency:depa`` and the like stand for IRIs below the base.

    Raises:
        QueryError: the query is too long or too deep, calls another service, uses a prefix or
            one of our terms that does not exist, or is no SPARQL.
    """
    from pyoxigraph import Variable

    known = prefixes(base)
    _check(text, set(known))
    try:
        return store.query(
            text, prefixes=known, substitutions={Variable(name): term for name, term in bindings.items()}
        )
    except SyntaxError as error:
        raise _explained(text, str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the engine refused it: {error}.") from error


def _check(text: str, declared: set[str]) -> None:
    """Refuse what the engine must not see, before it parses anything."""
    if len(text) > LONGEST:
        raise QueryError(f"it has {len(text):,} characters; at most {LONGEST:,} are read.")
    depth = operators = patterns = 0
    before = ""
    for token in _TOKENS.finditer(text):
        word = (token["word"] or "").upper()
        if token["skip"]:
            continue
        depth += bool(token["open"]) - bool(token["close"])
        operators += bool(token["operator"]) or word in _BRANCHES
        patterns += bool(token["end"])
        for count, most, what in (
            (depth, DEEPEST, "is nested more than {} deep"),
            (operators, MOST_OPERATORS, "has more than {} operators"),
            (patterns, MOST_PATTERNS, "has more than {} patterns"),
        ):
            if count > most:
                raise _at(text, token.start(), f"it {what.format(most)}, too much to be planned safely.")
        if word in _UPDATES and not (depth or before):
            problem = f"{word} would change the graph; a query asks it."
            raise _at(text, token.start(), problem, "Use awardgraph import.")
        if word in ("SERVICE", "LOAD"):
            raise _at(text, token.start(), f"{word} would call another server; a query asks this graph only.")
        if token["name"] and before == "PREFIX":
            declared.add(token["prefix"] or "")
        elif token["name"]:
            _check_name(text, token, declared)
        before = word


def _check_name(text: str, token: re.Match[str], declared: set[str]) -> None:
    prefix, local = token["prefix"] or "", (token["local"] or "").rstrip(".")
    if prefix == "_":
        return  # a blank node stands for something unnamed
    if prefix not in declared:
        known = nearest(prefix, declared, "Did you mean {}:?") or f"Known are {', '.join(sorted(declared))}."
        raise _at(text, token.start(), f"the prefix {prefix}: is not known.", known)
    if prefix == "awg" and local not in our_terms():
        raise _at(text, token.start(), f"awg:{local} is not a term.", _closest(local))


def _closest(local: str) -> str:
    # People write hasLevel for level: a term inside the word is nearer than one spelt alike.
    # In order of their names, so that of two equally near the same is always named.
    known = sorted(our_terms())
    inside = [term for term in known if len(term) > 3 and term.casefold() in local.casefold()]
    best = max(inside, key=lambda term: (len(term), term[0].islower()), default="")
    return f"awg:{best} is." if best else nearest(local, known, "awg:{} is.")


@cache
def our_terms() -> frozenset[str]:
    """Return the local names of our vocabulary."""
    ours = (value for value in vars(terms).values() if isinstance(value, str) and value.startswith(AWG))
    return frozenset(value.removeprefix(AWG) for value in ours if value != AWG)


def _at(text: str, offset: int, problem: str, remedy: str = "") -> QueryError:
    start = text.rfind("\n", 0, offset) + 1
    return QueryError(problem, text.count("\n", 0, offset) + 1, offset - start + 1, remedy)


def _explained(text: str, message: str) -> QueryError:
    """Return the engine's complaint in words that a person can use."""
    match = _ERROR_PLACE.match(message)
    if not match:
        return QueryError(message)
    line, column, expected = int(match[1]), int(match[2]), match[3]
    if phrase := next((part for part in expected.split(", ") if part.count(" ") > 2 and "[" not in part), ""):
        return QueryError(f"{phrase[0].lower()}{phrase[1:]}.", line, column)
    for token in _TOKENS.finditer(text):
        # The engine stops behind a misspelt keyword, not at it.
        if token["word"] and (guess := _misspelt(token["word"])):
            return _at(text, token.start(), f"{token['word']!r} was not expected here.", guess)
    written = [*text.split("\n"), ""][line - 1]
    word = next((m for m in re.finditer(r"\w+|\S", written) if m.start() < column <= m.end() + 1), None)
    could = [part.strip("\"'") for part in re.findall(r'"[^"\s\\]{1,3}"|\b[A-Z]{2,}\b', expected)]
    hint = f"One of {' '.join(dict.fromkeys(could))} may stand here." if could else ""
    if word is None:
        return QueryError("the query ends too early here.", line, column, hint)
    return QueryError(f"{word[0]!r} was not expected here.", line, word.start() + 1, hint)


def _misspelt(word: str) -> str:
    return "" if word.upper() in _KEYWORDS else nearest(word.upper(), [k for k in _KEYWORDS if len(k) > 3])
