"""Ask a store in SPARQL: what may be asked, how, and a helpful refusal."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

from awardgraph.errors import QueryError, nearest
from awardgraph.graph.functions import FUNCTIONS, functions
from awardgraph.graph.measuring import DEEPEST, LONGEST, TOKENS, Measure
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG, prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

Answer: TypeAlias = "QuerySolutions | QueryBoolean | QueryTriples"

__all__ = ["DEEPEST", "KEYWORDS", "LONGEST", "Answer", "check", "explained", "parse", "run"]

#: Words that make an engine call another server. It needs no space between keywords: SERVICESILENT and
#: trueSERVICE are two words to it.
_CALLS: Final = ("LOAD", "SERVICE")

KEYWORDS: Final = frozenset(
    """
    SELECT CONSTRUCT ASK DESCRIBE WHERE PREFIX BASE DISTINCT REDUCED FROM NAMED GRAPH OPTIONAL UNION MINUS
    FILTER BIND VALUES UNDEF EXISTS NOT IN AS ORDER GROUP HAVING BY ASC DESC LIMIT OFFSET COUNT SUM MIN MAX
    AVG SAMPLE GROUP_CONCAT SEPARATOR REGEX REPLACE CONTAINS STRSTARTS STRENDS STR STRLEN SUBSTR CONCAT LCASE
    UCASE LANG LANGMATCHES DATATYPE BOUND IF COALESCE IRI URI YEAR MONTH DAY ABS ROUND A TRUE FALSE
    """.split()
)

_CALLING: Final = {"SERVICE": "Allow it with --allow-network."}

#: First words of a SPARQL update.
_UPDATES: Final = frozenset({"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})

#: Thai vowels and tone marks above and below are no letters to \w, but parts of a word.
_WORD: Final = re.compile(r"[\w\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+|\S")

_ERROR_PLACE: Final = re.compile(r"error at (\d+):(\d+): (?:expected (?:one of )?)?(.*)", re.DOTALL)


def run(
    store: Store,
    text: str,
    bindings: Mapping[str, NamedNode | Literal],
    base: str = "",
    *,
    vocabulary: bool = True,
    relative_to: str = "",
    allow_network: bool = False,
) -> Answer:
    """Return the answer of a store to a query; ``agency:depa`` and the like stand for IRIs below the base.

    Args:
        store: what is asked.
        text: the query.
        bindings: variables → terms they stand for.
        base: below it entities are minted.
        vocabulary: whether the data are ours, so that a term of ours that does not exist, or a source
            behind FROM that is not in the store, is a mistake.
        relative_to: the IRI to which relative IRIs in the query are relative.
        allow_network: whether SERVICE may call another server; the engine itself does.

    Raises:
        QueryError: the query is too long or too deep, calls another service, uses a prefix or
            one of our terms that does not exist, or is no SPARQL.
    """
    from pyoxigraph import NamedNode

    def holds(iri: str) -> bool:
        return bool(store.contains_named_graph(NamedNode(iri)))

    known = prefixes(base)
    sources = holds if vocabulary else None
    check(text, known, vocabulary=vocabulary, allow_network=allow_network, holds=sources)
    return _evaluated(store, text, bindings, known, relative_to)


def parse(text: str, base: str = "", *, vocabulary: bool = True) -> None:
    """Refuse a query that is none, without asking anything.

    Args:
        vocabulary: as for :func:`run`.

    Raises:
        QueryError: as :func:`run` does.
    """
    from pyoxigraph import Store

    known = prefixes(base)
    check(text, known, vocabulary=vocabulary)
    _evaluated(Store(), text, {}, known)


def _evaluated(
    store: Store,
    text: str,
    bindings: Mapping[str, NamedNode | Literal],
    known: dict[str, str],
    relative_to: str = "",
) -> Answer:
    from pyoxigraph import Variable

    try:
        return store.query(
            text,
            base_iri=relative_to or None,
            prefixes=known,
            substitutions={Variable(name): term for name, term in bindings.items()},
            custom_functions=functions(store),
        )
    except SyntaxError as error:
        raise explained(text, str(error)) from None
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the engine refused it: {error}.") from error


def check(
    text: str,
    known: Mapping[str, str],
    *,
    vocabulary: bool = True,
    update: bool = False,
    allow_network: bool = False,
    holds: Callable[[str], bool] | None = None,
) -> dict[str, str]:
    """Refuse what the engine must not see, before it parses anything, in one pass without recursion.

    Returns:
        The prefixes that are known behind the prologue: those given, and those that the text declares.

    Args:
        text: a query, or an update.
        known: prefix → namespace, as if the query declared them.
        vocabulary: whether other prefixes, and names that are not in our vocabulary, are refused.
        update: whether the text may change what it is asked of.
        allow_network: let SERVICE pass.
        holds: tells whether a named graph is there for FROM; None lets every IRI pass.

    Raises:
        QueryError: with line and column.
    """
    if len(text) > LONGEST:
        raise QueryError(f"it has {len(text):,} characters; at most {LONGEST:,} are read.")
    declared, measure = dict(known), Measure(planned=not update)
    before = declaring = ""
    for token in TOKENS.finditer(text):
        if token["comment"] is not None:
            continue
        word = (token["word"] or "").upper()
        first = not (measure.depth or before)
        allowed = (update * "LOAD", allow_network * "SERVICE")
        problem, remedy = _forbidden(token, word, changing=first and not update, allowed=allowed)
        if problem or (problem := measure.add(token)):
            raise _at(text, token.start(), problem, remedy)
        if token["name"] and before == "PREFIX":
            declaring = token["prefix"] or ""
            declared[declaring] = ""
        elif token["name"] and vocabulary:
            _check_name(text, token, declared)
        elif token["iri"] and before == ":":
            declared[declaring] = token["iri"][1:-1]
        if holds and before.endswith(("FROM", "NAMED")) and (token["iri"] or token["name"]):
            _check_source(text, token, declared, holds)
        before = ":" if token["name"] and before == "PREFIX" else word
    return declared


def _forbidden(
    token: re.Match[str], word: str, *, changing: bool, allowed: Collection[str]
) -> tuple[str, str]:
    """Return why a token may not stand in a query, and what to do; empty if it may."""
    if token["endless"]:
        return "the text that begins here has no end.", "Close it with a quote."
    if word in _UPDATES and changing:
        return f"{word} would change the graph; a query asks it.", "Use awardgraph import."
    if call := next((one for one in _CALLS if one in word and one not in allowed), ""):
        problem = f"{word} would call another server; a query asks this graph only."
        return problem, _CALLING.get(call, "")
    return "", ""


def _check_source(
    text: str, token: re.Match[str], declared: Mapping[str, str], holds: Callable[[str], bool]
) -> None:
    """Refuse a graph of FROM that is not in the store: nothing is read from a file or another server."""
    if token["iri"]:
        iri = token["iri"][1:-1]
    else:
        iri = declared[token["prefix"] or ""] + re.sub(r"\\(.)", r"\1", token["local"] or "")
    try:
        known = holds(iri)
    except ValueError:
        known = False
    if not known:
        problem = f"no source {iri} is in this graph; FROM chooses among its sources and reads no others."
        raise _at(text, token.start(), problem, "SELECT DISTINCT ?g { GRAPH ?g { } } lists them.")


def _check_name(text: str, token: re.Match[str], declared: Mapping[str, str]) -> None:
    prefix, local = token["prefix"] or "", (token["local"] or "").rstrip(".")
    if prefix == "_":
        return  # a blank node stands for something unnamed
    if prefix not in declared:
        known = nearest(prefix, declared, "Did you mean {}:?") or f"Known are {', '.join(sorted(declared))}."
        raise _at(text, token.start(), f"the prefix {prefix}: is not known.", known)
    if prefix == "awg" and local not in our_terms() | FUNCTIONS.keys():
        raise _at(text, token.start(), f"awg:{local} is not a term.", _closest(local))


def _closest(local: str) -> str:
    # People write hasLevel for level: a term inside the word is nearer than one spelt alike.
    # In order of their names, so that of two equally near the same is always named.
    known = sorted(our_terms() | FUNCTIONS.keys())
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


def explained(text: str, message: str) -> QueryError:
    """Return the engine's complaint in words that a person can use."""
    match = _ERROR_PLACE.match(message)
    if not match:
        return QueryError(message)
    line, column, expected = int(match[1]), int(match[2]), match[3]
    if phrase := next((part for part in expected.split(", ") if part.count(" ") > 2 and "[" not in part), ""):
        return QueryError(f"{phrase[0].lower()}{phrase[1:]}.", line, column)
    for token in TOKENS.finditer(text):
        # The engine stops behind a misspelt keyword, not at it.
        if token["word"] and (guess := _misspelt(token["word"])):
            return _at(text, token.start(), f"{token['word']!r} was not expected here.", guess)
    written = [*text.split("\n"), ""][line - 1]
    word = next((m for m in _WORD.finditer(written) if m.start() < column <= m.end() + 1), None)
    could = [part.strip("\"'") for part in re.findall(r'"[^"\s\\]{1,3}"|\b[A-Z]{2,}\b', expected)]
    hint = f"One of {' '.join(dict.fromkeys(could))} may stand here." if could else ""
    if word is None:
        return QueryError("the query ends too early here.", line, column, hint)
    return QueryError(f"{word[0]!r} was not expected here.", line, word.start() + 1, hint)


def _misspelt(word: str) -> str:
    return "" if word.upper() in KEYWORDS else nearest(word.upper(), [k for k in KEYWORDS if len(k) > 3])
