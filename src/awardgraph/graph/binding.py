"""What a person sets for a question → the terms that are bound to its variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.errors import UsageError, nearest
from awardgraph.graph.asking import ask_about, rows_of
from awardgraph.graph.find import find_one
from awardgraph.graph.questions import ENTITIES, names_of
from awardgraph.graph.results import short_iri
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.graph.questions import Question
    from awardgraph.graph.store import Graph

__all__ = ["bind_question", "bind_text", "resolve", "settings"]

_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_VARIABLE: Final = re.compile(r"[?$](\w+)")
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_PATH: Final = re.compile(r"[a-z]+/[a-z0-9-]+")
_SLUG: Final = re.compile(r"[a-z0-9][a-z0-9-]*")

_NAMES: Final = """
SELECT ?entity ?name {
  { ?entity a %s ; rdfs:label|skos:altLabel ?name }
  UNION { ?entity a %s ; awg:nameForm ?form . ?form skosxl:literalForm ?name }
}
"""

_EXISTS: Final = "ASK { { ?focus ?p ?o } UNION { ?s ?p ?focus } }"


def settings(written: Iterable[str]) -> dict[str, str]:
    """Return what ``key=value`` words set.

    Raises:
        UsageError: a word has no ``=``, no name before it or nothing behind it, or a name is set twice.

    >>> settings(["year=2566", "agency=ดีป้า"])
    {'year': '2566', 'agency': 'ดีป้า'}
    """
    found: dict[str, str] = {}
    for word in written:
        key, equals, value = word.partition("=")
        if not equals or not _KEY.fullmatch(key) or not value.strip():
            message = f"--set {word!r} sets nothing; expected NAME=VALUE, such as year=2566."
            raise UsageError(message)
        if key in found:
            message = f"--set {key} is there twice: {found[key]!r} and {value!r}. Keep one of them."
            raise UsageError(message)
        found[key] = value
    return found


def bind_question(
    graph: Graph, question: Question, given: Mapping[str, str]
) -> dict[str, NamedNode | Literal]:
    """Return the terms for the parameters of a named question: what is given, else their defaults.

    Values never become a part of the query's text. Entities are named as :func:`resolve` takes them, years
    in the Buddhist or the Common Era.

    Raises:
        UsageError: the question has no such parameter, one that it needs is missing, or a value is nothing
            of the parameter's kind; with the known ones, or what comes near.
    """
    called = names_of(question)[0]
    known = [parameter.name for parameter in question.parameters]
    for key in given:
        if key not in known:
            has = f"It has {', '.join(known)}." if known else "It has none."
            message = f"the question {called} has no parameter {key!r}. {nearest(key, known)} {has}"
            raise UsageError(message.replace("  ", " "))
    bound: dict[str, NamedNode | Literal] = {}
    for parameter in question.parameters:
        written = given.get(parameter.name)
        if written is None:
            if parameter.example:
                example = f"--set {parameter.name}={parameter.example}"
                message = f"the question {called} needs {parameter.name}, such as {example}"
                raise UsageError(message)
            if parameter.default:
                bound[parameter.name] = parameter.term(parameter.default, graph.manifest.base)
        elif parameter.kind in ENTITIES:
            bound[parameter.name] = resolve(graph, written, parameter.kind)
        else:
            bound[parameter.name] = parameter.term(written, graph.manifest.base)
    return bound


def bind_text(text: str, given: Mapping[str, str], base: str) -> dict[str, NamedNode | Literal]:
    """Return the terms for the variables of a query in SPARQL; what a value looks like says what it is.

    An IRI, or a name with a known prefix (``agency:depa``), is an IRI; digits are an integer; all else is a
    plain literal.

    Raises:
        UsageError: the query has no such variable.

    >>> bind_text("SELECT ?n {}", {"n": "3"}, "")["n"].datatype.value.rpartition("#")[2]
    'integer'
    """
    variables = sorted(set(_VARIABLE.findall(text)))
    for key in given:
        if key not in variables:
            has = f"It has ?{', ?'.join(variables)}." if variables else "It has none."
            guess = nearest(key, variables, "Did you mean ?{}?")
            message = f"the query has no variable ?{key}. {guess} {has}"
            raise UsageError(message.replace("  ", " "))
    return {key: _inferred(value, base) for key, value in given.items()}


def _inferred(written: str, base: str) -> NamedNode | Literal:
    from pyoxigraph import Literal, NamedNode

    for iri in _addresses(written, base):
        try:
            return NamedNode(iri)
        except ValueError:
            continue
    if _INTEGER.fullmatch(written):
        return Literal(written, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    return Literal(written)


def _addresses(written: str, base: str) -> Iterator[str]:
    """Yield the IRIs that a text may be, where it looks like one."""
    prefix, colon, local = written.partition(":")
    if colon and local.startswith("//") and prefix in ("http", "https"):
        yield written
    elif colon and (namespace := prefixes(base).get(prefix)):
        yield namespace + local


def resolve(graph: Graph, written: str, kind: str = "iri") -> NamedNode:
    """Return the entity that a person means by an IRI, ``kind:slug``, ``kind/slug``, a slug or any name.

    Args:
        graph: where the entity and its names are looked up.
        written: an id is taken as it is; names are compared folded, in Thai and English, aliases included.
        kind: a key of :data:`awardgraph.graph.questions.ENTITIES`.

    Raises:
        UsageError: nothing of that kind has the name, and the message says what comes near; or several
            have it, and the message lists them.
    """
    from pyoxigraph import NamedNode

    if kind == "iri":
        return NamedNode(find_one(graph, written))
    base, asked = graph.manifest.base, written.strip()
    for iri in _ids(asked, kind, base):
        try:
            node = NamedNode(iri)
        except ValueError:
            continue
        if bool(graph.query(_EXISTS, {"focus": node})):
            return node
    wanted = fold(asked)
    names = rows_of(graph, _NAMES.replace("%s", ENTITIES[kind])) if wanted else ()
    found = sorted({row["entity"].value for row in names if fold(row["name"].value) == wanted})
    if len(found) == 1:
        return NamedNode(found[0])
    if found:
        message = f"{written!r} is the name of several: {_listed(graph, found)}. Set one of them by its id."
        raise UsageError(message)
    raise UsageError(_unknown(graph, written, kind))


def _ids(asked: str, kind: str, base: str) -> Iterator[str]:
    yield from _addresses(asked, base)
    if _PATH.fullmatch(asked):
        yield base + asked
    if _SLUG.fullmatch(asked):
        yield f"{base}{kind}/{asked}"


def _listed(graph: Graph, iris: list[str]) -> str:
    """Return what entities are called, the Thai name first, each with the id by which it can be set."""
    labels: dict[str, str] = {}
    rows = ask_about(graph, "entity", iris, "SELECT ?entity ?name { %s ?entity rdfs:label ?name }")
    for row in sorted(rows, key=lambda row: row["name"].value, reverse=True):
        labels.setdefault(row["entity"].value, row["name"].value)
    base = graph.manifest.base
    return ", ".join(f"{labels.get(iri, '')} ({short_iri(iri, base)})".lstrip() for iri in iris)


def _unknown(graph: Graph, written: str, kind: str) -> str:
    """Return the sentence about a name that nothing has, with what comes near."""
    from awardgraph.graph.catalogue import Catalogue
    from awardgraph.graph.find import find

    catalogue = Catalogue(graph)
    near = find(catalogue, written, kind=kind, limit=3)
    listed = " or ".join(f"{one.name} ({short_iri(one.entity.iri, catalogue.base)})" for one in near)
    remedy = f"Did you mean {listed}?" if near else "Try another spelling; awardgraph find looks for names."
    return f"no {kind} in the graph is called {written!r}. {remedy}"
