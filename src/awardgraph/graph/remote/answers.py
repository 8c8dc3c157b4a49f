"""The body of an endpoint's reply → an answer, as a graph on disk gives it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError, QueryError, SourceError
from awardgraph.graph.checking.files import parse_rdf, refuse_doctype
from awardgraph.model.language import printable

if TYPE_CHECKING:
    from awardgraph.graph.query import Answer
    from awardgraph.graph.remote.exchange import Reply

__all__ = ["ROWS", "TRIPLES", "answer_of"]

#: What is asked for, best first: Accept headers for rows and for triples.
ROWS: Final = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, text/tab-separated-values;q=0.5"
)
TRIPLES: Final = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.3"

_RESULTS: Final = {
    "application/sparql-results+json": "JSON",
    "application/json": "JSON",
    "application/sparql-results+xml": "XML",
    "application/xml": "XML",
    "text/xml": "XML",
    "text/tab-separated-values": "TSV",
}
_GRAPHS: Final = {
    "application/n-triples": "N_TRIPLES",
    "text/plain": "N_TRIPLES",
    "text/turtle": "TURTLE",
    "application/x-turtle": "TURTLE",
    "application/rdf+xml": "RDF_XML",
    "application/xml": "RDF_XML",
}

_MARKUP: Final = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_ALL: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"

#: What of an endpoint's words is shown, in characters; they may be a page, or a trace of its insides.
_SHOWN: Final = 300


def answer_of(address: str, reply: Reply, *, triples: bool, yes_or_no: bool = False) -> Answer:
    """Return the answer in a reply.

    Args:
        address: of the endpoint, for messages.
        reply: what it answered.
        triples: whether triples were asked for, not rows.
        yes_or_no: whether yes or no was asked for.

    Raises:
        QueryError: the endpoint refuses the query; with its own words.
        GraphError: the reply is no answer: another status, another type, not of its type, or of another kind.
    """
    from pyoxigraph import QueryBoolean

    if reply.status != 200:
        raise _complaint(address, reply)
    name = (_GRAPHS if triples else _RESULTS).get(reply.media)
    if name is None:
        kind = "triples" if triples else "rows"
        problem = (
            f"answers with {printable(reply.media)[:80] or 'something'} instead of {kind}{_quoted(reply)}."
        )
        raise GraphError(address, f"{problem} Is this the address of a SPARQL endpoint?")
    try:
        text = reply.body.decode("utf-8-sig")
        answer = _graph(text, address, name) if triples else _rows(text, address, name)
    except SourceError as error:
        raise GraphError(address, f"its answer {error.problem}") from error
    except (SyntaxError, ValueError, OSError) as error:
        problem = (
            f"its answer cannot be read, as if cut off or of another type: {printable(str(error))[:_SHOWN]}."
        )
        raise GraphError(address, problem) from error
    if not triples and isinstance(answer, QueryBoolean) != yes_or_no:
        given, asked = ("rows", "yes or no") if yes_or_no else ("yes or no", "rows")
        raise GraphError(address, f"answers with {given} instead of {asked}.")
    return answer


def _rows(text: str, address: str, name: str) -> Answer:
    from pyoxigraph import QueryResultsFormat, parse_query_results

    syntax = getattr(QueryResultsFormat, name)
    if name == "XML":
        refuse_doctype(text, address)
    # Rows are read one by one while they are printed: that all of them can be read is found out before.
    parse_query_results(text, syntax).serialize(_Nowhere(), QueryResultsFormat.CSV)  # type: ignore[arg-type]
    return parse_query_results(text, syntax)


def _graph(text: str, address: str, name: str) -> Answer:
    from pyoxigraph import RdfFormat, Store

    store, syntax = Store(), getattr(RdfFormat, name)
    store.bulk_extend(parse_rdf(text, syntax, address, address, ""))
    return store.query(_ALL)


class _Nowhere:
    """Takes bytes, keeps none."""

    def write(self, content: bytes) -> int:
        """Return how many were taken."""
        return len(content)

    def flush(self) -> None:
        """Do nothing."""


def _complaint(address: str, reply: Reply) -> GraphError | QueryError:
    words = _quoted(reply)
    if reply.status in (400, 422):
        return QueryError(f"the endpoint refuses it{words}.")
    if reply.status in (401, 403):
        remedy = "Set AWARDGRAPH_USER and AWARDGRAPH_PASSWORD, or AWARDGRAPH_TOKEN, or add it to ~/.netrc."
        return GraphError(address, f"asks who you are, or does not let you in ({reply.status}). {remedy}")
    if reply.status in (404, 410):
        return GraphError(address, f"there is no endpoint here ({reply.status}){words}.")
    return GraphError(address, f"cannot answer ({reply.status}){words}.")


def _quoted(reply: Reply) -> str:
    """Return the beginning of what an endpoint says, in one line without markup, to follow a sentence."""
    text = reply.body[: 64 * 1024].decode("utf-8", "replace")
    if "html" in reply.media or text.lstrip()[:1] == "<":
        text = _MARKUP.sub(" ", text)
    words = printable(text)
    return f": {words[:_SHOWN].rstrip('. ')}{'…' if len(words) > _SHOWN else ''}" if words else ""
