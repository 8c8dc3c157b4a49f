"""Read RDF of any syntax, in files or from elsewhere; it is only ever read, never obeyed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pyoxigraph import BlankNode, Quad, RdfFormat

__all__ = ["SUFFIXES", "parse_rdf", "read_rdf", "refuse_doctype"]

#: Endings of files that are read as RDF.
SUFFIXES: Final = frozenset({".ttl", ".trig", ".nt", ".nq", ".rdf", ".owl", ".xml", ".jsonld"})

_SYNTAXES: Final = (
    "Turtle (.ttl), TriG (.trig), N-Triples (.nt), N-Quads (.nq), RDF/XML (.rdf), JSON-LD (.jsonld), N3 (.n3)"
)

#: What may stand in an XML file before its document type: declarations, instructions, comments.
_PROLOGUE: Final = re.compile(r"\ufeff?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)


def read_rdf(path: Path, mark: str) -> Iterator[Quad]:
    """Yield the statements of an RDF file, whose ending names its syntax.

    Args:
        mark: told to the labels of nodes without an IRI, so that two files never share one.

    Raises:
        SourceError: there is no such file, its ending is none of RDF, it is not UTF-8, it is
            RDF/XML with a document type, or it is not of its syntax: then with the line.
    """
    from pyoxigraph import RdfFormat

    syntax = RdfFormat.from_extension(path.suffix.lstrip(".").lower())
    if path.suffix.casefold() in (".owl", ".xml"):
        syntax = RdfFormat.RDF_XML
    if syntax is None:
        raise SourceError(str(path), None, f"{path.suffix or 'no ending'} is no RDF.", f"Known: {_SYNTAXES}.")
    return parse_rdf(_text(path), syntax, str(path), path.resolve().as_uri(), mark)


def parse_rdf(text: str, syntax: RdfFormat, where: str, base: str, mark: str) -> Iterator[Quad]:
    """Yield the statements of a text in a syntax of RDF.

    Args:
        text: the document.
        syntax: what it is written in.
        where: what an error calls it.
        base: the IRI to which its relative IRIs are relative.
        mark: told to the labels of nodes without an IRI.

    Raises:
        SourceError: it is RDF/XML with a document type, or it is not of its syntax: then with the line.
    """
    from pyoxigraph import RdfFormat, parse

    if syntax == RdfFormat.RDF_XML:
        refuse_doctype(text, where)
    labels: dict[str, BlankNode] = {}
    try:
        for quad in parse(text, format=syntax, base_iri=base):
            yield _relabelled(quad, labels, mark)
    except SyntaxError as error:
        if "LoadDocumentCallback" in str(error.msg):
            problem = "names a context that stands elsewhere, and nothing is fetched."
            raise SourceError(where, None, problem, "Write the context into the file.") from None
        raise SourceError(where, error.lineno, f"{error.msg}.") from None
    except (ValueError, OSError) as error:
        raise SourceError(where, None, f"cannot be read: {error}.") from error


def refuse_doctype(text: str, where: str) -> None:
    """Refuse XML with a document type before a parser sees it.

    Raises:
        SourceError: it has one.
    """
    if text.startswith("<!DOCTYPE", _PROLOGUE.match(text).end()):  # type: ignore[union-attr]
        problem = "has a document type (DTD), which can make a small file grow without end."
        raise SourceError(where, None, problem, "Write its entities out, or save it as Turtle.")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise SourceError(str(path), None, "there is no such file.", "Check the name.") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SourceError(str(path), line, "the text is not UTF-8.", "Save it as UTF-8.") from None
    except OSError as error:
        raise SourceError(str(path), None, f"cannot be read: {error.strerror}.") from error


def _relabelled(quad: Quad, labels: dict[str, BlankNode], mark: str) -> Quad:
    """Return a statement whose nodes without an IRI are numbered in the order in which they come."""
    from pyoxigraph import BlankNode, Quad

    def own(term: object) -> object:
        if not isinstance(term, BlankNode):
            return term
        return labels.setdefault(term.value, BlankNode(f"b{mark}x{len(labels)}"))

    if isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode):
        return Quad(own(quad.subject), quad.predicate, own(quad.object), quad.graph_name)  # type: ignore[arg-type]
    return quad
