"""Run SHACL. The only module that knows rdflib and pySHACL: our terms in, our terms out."""

from __future__ import annotations

import logging
import re
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
    from rdflib import Graph
    from rdflib.term import Node

    from awardgraph.graph.checking.statements import Term

__all__ = ["SH", "Result", "results"]

#: Namespace of SHACL.
SH: Final = "http://www.w3.org/ns/shacl#"

_XSD: Final = PREFIXES["xsd"]


@dataclass(frozen=True, slots=True)
class Result:
    """One result of SHACL.

    Attributes:
        component: local name of the constraint component, without its ending.
        values: all that the path leads to.
        kinds: the classes that the value is stated to be of.
    """

    shape: str
    severity: str
    component: str
    focus: Term
    path: Term | None
    value: Term | None
    values: tuple[Term, ...]
    kinds: tuple[Term, ...]


def results(data: Iterable[Triple | Quad], shapes: Iterable[Triple | Quad]) -> list[Result]:
    """Return what in the data does not conform to the shapes.

    Raises:
        GraphError: the shapes are no SHACL.
    """
    import pyshacl
    from pyparsing import ParseException
    from pyshacl.errors import ReportableRuntimeError

    with _rdflib_as_it_was():
        asked, expected = _crossed(data), _crossed(shapes)
        try:
            _, report, _ = pyshacl.validate(asked, shacl_graph=expected, inplace=True)
        except (ReportableRuntimeError, re.error, ValueError, ParseException) as error:
            raise _refused(error) from error
        if isinstance(report, Exception):  # how pySHACL hands over a failure of the shapes themselves
            raise _refused(report)
        return list(_read(report, asked))


def _refused(error: Exception) -> GraphError:
    return GraphError("shapes", f"the shapes are no SHACL: {' '.join(str(error).split())}")


@contextmanager
def _rdflib_as_it_was() -> Iterator[None]:
    """Keep pySHACL's and rdflib's side effects inside: switches of the process, complaints on stderr.

    pySHACL turns rdflib.NORMALIZE_LITERALS and the meaning of xsd:boolean around while it loads
    shapes, and leaves them so when that fails; rdflib logs and warns about every value that is
    not of its datatype, which is for the shapes to say.
    """
    import rdflib
    from rdflib.term import _toPythonMapping

    boolean = rdflib.URIRef(_XSD + "boolean")
    logger = logging.getLogger("rdflib.term")
    before = (rdflib.NORMALIZE_LITERALS, _toPythonMapping[boolean], logger.disabled)
    try:
        logger.disabled = True
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        rdflib.NORMALIZE_LITERALS, _toPythonMapping[boolean], logger.disabled = before


def _crossed(statements: Iterable[Triple | Quad]) -> Graph:
    """Return statements as an rdflib graph."""
    import rdflib

    graph = rdflib.Graph()
    known: dict[object, Node] = {}

    def term(own: NamedNode | BlankNode | Literal | Triple) -> Node:
        if own not in known:
            known[own] = _there(own)
        return known[own]

    graph.addN((term(s.subject), term(s.predicate), term(s.object), graph) for s in statements)
    return graph


def _there(own: NamedNode | BlankNode | Literal | Triple) -> Node:
    """Return one of our terms as rdflib's."""
    import rdflib
    from pyoxigraph import BlankNode, Literal, NamedNode

    if isinstance(own, NamedNode):
        return rdflib.URIRef(own.value)
    if isinstance(own, BlankNode):
        return rdflib.BNode(own.value)
    if isinstance(own, Literal) and own.language:
        return rdflib.Literal(own.value, lang=own.language)
    if isinstance(own, Literal):
        return rdflib.Literal(own.value, datatype=rdflib.URIRef(own.datatype.value), normalize=False)
    return rdflib.Literal(str(own))  # a triple as a term, which SHACL does not know


def _back(term: Node) -> Term:
    """Return one of rdflib's terms as ours."""
    import pyoxigraph
    import rdflib

    if isinstance(term, rdflib.Literal) and term.language:
        return pyoxigraph.Literal(str(term), language=term.language)
    if isinstance(term, rdflib.Literal):
        kind = pyoxigraph.NamedNode(str(term.datatype or _XSD + "string"))
        return pyoxigraph.Literal(str(term), datatype=kind)
    if isinstance(term, rdflib.BNode):
        return pyoxigraph.BlankNode(str(term))
    return pyoxigraph.NamedNode(str(term))


def _read(report: Graph, data: Graph) -> Iterator[Result]:
    """Yield the results of a SHACL report."""
    import rdflib

    for own in report.objects(None, rdflib.URIRef(SH + "result")):
        said = {str(p).removeprefix(SH): o for p, o in report.predicate_objects(own)}
        path, value = said.get("resultPath"), said.get("value")
        yield Result(
            shape=str(said["sourceShape"]),
            severity=str(said["resultSeverity"]),
            component=str(said["sourceConstraintComponent"])
            .removeprefix(SH)
            .removesuffix("ConstraintComponent"),
            focus=_back(said["focusNode"]),
            path=None if path is None else _back(path),
            value=None if value is None else _back(value),
            values=tuple(map(_back, data.objects(said["focusNode"], path))) if path is not None else (),
            kinds=tuple(map(_back, data.objects(value, rdflib.RDF.type))) if value is not None else (),
        )
