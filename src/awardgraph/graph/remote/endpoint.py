"""A SPARQL endpoint, asked like a graph on disk."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from awardgraph.errors import GraphError, UsageError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.dataset import base_of
from awardgraph.graph.functions import refuse_functions
from awardgraph.graph.manifest import Manifest
from awardgraph.graph.remote import PATIENCE
from awardgraph.graph.remote.answers import ROWS, TRIPLES, answer_of
from awardgraph.graph.remote.credentials import checked_address
from awardgraph.graph.remote.exchange import exchange
from awardgraph.graph.remote.writing import form_of, with_bindings, with_prefixes
from awardgraph.graph.store import Graph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Literal, NamedNode, QuerySolutions, QueryTriples

    from awardgraph.graph.query import Answer

__all__ = ["Endpoint"]

_COUNT: Final = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
_COUNTS: Final = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


class Endpoint(Graph):
    """An endpoint of the SPARQL 1.1 protocol; every question is a request, and sees the data of its moment.

    Attributes:
        address: where it is asked.
        patience: seconds until each answer must be there.
    """

    def __init__(self, address: str, base: str = "", *, patience: float = PATIENCE) -> None:
        self.address, self._base, self.patience = checked_address(address), base, patience
        self.location = Path(address)  # a name only: nothing of an endpoint is on disk

    @cached_property
    def manifest(self) -> Manifest:  # type: ignore[override]
        """What is known of the data without reading them: the base; found in them unless it was given."""
        return Manifest(base=self._base or base_of(self))

    def query(
        self,
        text: str,
        bindings: Mapping[str, NamedNode | Literal] | None = None,
        *,
        relative_to: str = "",
        allow_network: bool = False,
    ) -> Answer:
        """Return the answer of the endpoint; our prefixes need no declaration.

        Raises:
            QueryError: the query is refused, here or by the endpoint, with its words; or it calls one of
                our functions.
            GraphError: no answer came, or none that can be read.
            UsageError: credentials would travel in the open.
        """
        refuse_functions(text, self.address)
        known = with_prefixes(text, lambda: self.manifest.base, allow_network=allow_network)
        asked = with_bindings(known, bindings or {})
        if relative_to and not relative_to.startswith("file:"):  # where a file lies is nobody's business
            from pyoxigraph import NamedNode

            asked = f"BASE {NamedNode(relative_to)} {asked}"
        form = form_of(text)
        triples = form in ("CONSTRUCT", "DESCRIBE")
        reply = exchange(self.address, asked, TRIPLES if triples else ROWS, patience=self.patience)
        return answer_of(self.address, reply, triples=triples, yes_or_no=form == "ASK")

    def triples(self) -> Iterator[str]:
        """Yield the statements of the default graph as sorted N-Triples lines.

        Raises:
            GraphError: the endpoint gives fewer than it counts; some cut long answers without a word.
        """
        return iter(self._lines("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", len(self), ""))

    def lines(self) -> Iterator[str]:
        """Yield the statements of the named graphs as sorted N-Quads lines.

        Raises:
            GraphError: the endpoint gives fewer than it counts, or has nodes without an IRI, which
                cannot be told apart from one answer to the next; or it has no named graphs.
        """
        counts = {str(row["g"]): int(row["n"].value) for row in rows_of(self, _COUNTS) if "g" in row}
        if not counts:
            problem = "has no named graphs, so that it says of nothing who states it. Export turtle or nt."
            raise GraphError(self.address, problem)
        lines: list[str] = []
        for graph, count in counts.items():
            some = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH {graph} {{ ?s ?p ?o }} }}"
            lines += self._lines(some, count, f" {graph}")
        yield from sorted(lines)

    def n_quads(self) -> Iterator[bytes]:
        """Yield the statements of the named graphs as sorted N-Quads lines in UTF-8.

        Raises:
            GraphError: as :meth:`lines` does.
        """
        return map(str.encode, self.lines())

    def find_lines(self, subject: str | None, target: str | None, source: str | None) -> Iterator[str]:
        """Yield the N-Quads lines about a subject, that lead to a target or that a source states; by IRI."""
        from pyoxigraph import NamedNode

        given = {"s": subject, "o": target, "g": source}
        bound = {name: NamedNode(iri) for name, iri in given.items() if iri}
        found = cast("QuerySolutions", self.query("SELECT ?s ?p ?o ?g { GRAPH ?g { ?s ?p ?o } }", bound))
        for row in found:
            yield " ".join(str(term) for term in row) + " .\n"

    def verify(self) -> None:
        """Refuse: there is no manifest with which the data could be compared.

        Raises:
            UsageError: always.
        """
        message = f"{self.address} is an endpoint: nobody wrote down what it was built of."
        raise UsageError(message)

    def __len__(self) -> int:
        """Return the number of statements in the default graph, counted by the endpoint."""
        [row] = rows_of(self, _COUNT)
        return int(row["n"].value)

    def _lines(self, query: str, counted: int, graph: str) -> list[str]:
        from pyoxigraph import BlankNode

        found = list(cast("QueryTriples", self.query(query)))
        if graph and any(isinstance(term, BlankNode) for one in found for term in (one.subject, one.object)):
            problem = "has nodes without an IRI, which differ in every answer. Export turtle or nt."
            raise GraphError(self.address, problem)
        if len(found) != counted:
            problem = f"counts {counted:,} statements and gives {len(found):,}: it cuts long answers."
            raise GraphError(self.address, f"{problem} Ask its keeper for the whole as a file.")
        return sorted(f"{one.subject} {one.predicate} {one.object}{graph} .\n" for one in found)
