"""RDF files that are asked like a graph: read into memory, never changed on disk."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from awardgraph.errors import GraphError, UsageError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.checking.files import read_rdf
from awardgraph.graph.manifest import Manifest
from awardgraph.graph.measuring import TOKENS
from awardgraph.graph.query import check, explained, run
from awardgraph.graph.store import Graph
from awardgraph.graph.written import Forms, as_written
from awardgraph.vocabulary.namespaces import AWG, DEFAULT_BASE, PREFIXES, prefixes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pyoxigraph import Literal, NamedNode, Quad, Store

    from awardgraph.graph.query import Answer

__all__ = ["Dataset", "base_of", "open_files", "open_parts"]

#: Award schemes stand below the base: what is before ``scheme/`` in their IRIs is the base of the data.
_SCHEMES: Final = f"SELECT ?scheme {{ ?scheme a <{AWG}AwardScheme> }} ORDER BY ?scheme LIMIT 1000"

#: No engine fetches it: what LOAD is given to load, since an update reads the files it is given and no other.
_NOTHING: Final = "<urn:awardgraph:not-fetched>"


class Dataset(Graph):
    """RDF in memory. What it says may be anybody's, so that only the form of a query is checked.

    Attributes:
        manifest: the numbers of statements and the base; no sources, since nothing was imported.
    """

    def __init__(
        self, location: Path, store: Store, base: str = "", forms: Mapping[Literal, Literal] | None = None
    ) -> None:
        self._forms = forms or {}
        statements = sum(1 for _ in _default_graph(store))
        super().__init__(location, Manifest(statements=statements, quads=len(store), base=base), store)
        if not base:
            self.manifest = replace(self.manifest, base=base_of(self))

    def query(
        self,
        text: str,
        bindings: Mapping[str, NamedNode | Literal] | None = None,
        *,
        relative_to: str = "",
        allow_network: bool = False,
    ) -> Answer:
        """Return the answer to a SPARQL query; our prefixes need no declaration.

        Raises:
            QueryError: the query is refused; with line and column.
        """
        answer = run(
            self._store,
            text,
            bindings or {},
            self.manifest.base,
            vocabulary=False,
            relative_to=relative_to,
            allow_network=allow_network,
        )
        return as_written(answer, self._forms, text)

    def lines(self) -> Iterator[str]:
        """Yield all statements as sorted N-Quads lines; without a graph, what no named graph states."""
        from pyoxigraph import DefaultGraph, Quad

        quads = list(self._store.quads_for_pattern(None, None, None))
        named = {q.triple for q in quads if not isinstance(q.graph_name, DefaultGraph)}
        kept = (q for q in quads if not isinstance(q.graph_name, DefaultGraph) or q.triple not in named)
        yield from sorted(f"{Quad(q.subject, q.predicate, q.object, q.graph_name)} .\n" for q in kept)

    def n_quads(self) -> Iterator[bytes]:
        """Yield all statements as sorted N-Quads lines in UTF-8."""
        return map(str.encode, self.lines())

    def triples(self) -> Iterator[str]:
        """Yield the statements of the default graph as sorted N-Triples lines."""
        yield from sorted(f"{quad.triple} .\n" for quad in _default_graph(self._store))

    def verify(self) -> None:
        """Do nothing: what was read from files a moment ago has no former state to be compared with."""

    def update(self, text: str, *, relative_to: str = "") -> None:
        """Change what is in memory, wholly or not at all; the files stay as they are.

        Raises:
            QueryError: the update is too long or too deep, calls another service, or is no SPARQL.
            GraphError: one of its operations fails, as LOAD does: nothing is fetched.
        """
        check(text, PREFIXES, vocabulary=False, update=True)
        try:
            self._store.update(
                _fetching_nothing(text), base_iri=relative_to or None, prefixes=prefixes(self.manifest.base)
            )
        except SyntaxError as error:
            raise explained(text, str(error)) from None
        except (OSError, RuntimeError, ValueError) as error:
            problem = f"the update fails, and changes nothing: {error}."
            if _NOTHING[1:-1] in str(error):
                problem = "LOAD would fetch a file. Save it, and name it with --data or --named."
            raise GraphError("update", problem) from error

    def quads(self) -> Iterator[str]:
        """Yield everything, default graph and named graphs, as sorted N-Quads lines."""
        yield from sorted(f"{quad} .\n" for quad in self._store.quads_for_pattern(None, None, None))


def open_files(paths: Sequence[Path], beside: Sequence[Graph] = (), base: str = "") -> Dataset:
    """Return RDF files in the shape of our graphs: the default graph holds what any named graph does.

    Args:
        paths: the files, each of any syntax of RDF.
        beside: graphs on disk whose statements are asked together with them.
        base: below it entities are minted; found in the data if empty.

    Raises:
        SourceError: a file cannot be read.
        GraphError: a graph cannot be read.
    """
    from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store

    store, forms = Store(), Forms()
    for graph in beside:
        store.bulk_load(b"".join(graph.n_quads()), RdfFormat.N_QUADS)
    for number, path in enumerate(paths):
        store.bulk_extend(forms.noted(read_rdf(path, f"{number}")))
    named = [
        q for q in store.quads_for_pattern(None, None, None) if not isinstance(q.graph_name, DefaultGraph)
    ]
    store.bulk_extend(Quad(q.subject, q.predicate, q.object) for q in named)
    location = paths[0] if paths else beside[0].location
    return Dataset(location, store, base, forms.known())


def open_parts(data: Sequence[Path], named: Sequence[tuple[str, Path]], base: str = "") -> Dataset:
    """Return RDF files as the parts of a dataset, as SPARQL has it: nothing is where it was not put.

    Args:
        data: files of the default graph; what they put into named graphs stays there.
        named: pairs of the IRI of a named graph and the file of its statements.
        base: below it entities are minted; found in the data if empty.

    Raises:
        SourceError: a file cannot be read.
        UsageError: a name is no absolute IRI.
    """
    from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

    store, forms = Store(), Forms()
    for number, path in enumerate(data):
        store.bulk_extend(forms.noted(read_rdf(path, f"{number}")))
    for number, (iri, path) in enumerate(named):
        try:
            graph = NamedNode(iri)
        except ValueError as error:
            message = f"--named {iri}={path}: {iri!r} is no IRI: {error}."
            raise UsageError(message) from error
        store.add_graph(graph)
        store.bulk_extend(
            Quad(q.subject, q.predicate, q.object, graph) if isinstance(q.graph_name, DefaultGraph) else q
            for q in forms.noted(read_rdf(path, f"n{number}"))
        )
    first = [*data, *(path for _, path in named), Path("no data")][0]
    return Dataset(first, store, base, forms.known())


def base_of(graph: Graph) -> str:
    """Return the IRI below which entities are minted, read from the IRIs of award schemes; else ours."""
    # Another server may answer with other columns than it was asked for.
    schemes = [row["scheme"].value for row in rows_of(graph, _SCHEMES) if "scheme" in row]
    heads = Counter(iri.rpartition("scheme/")[0] for iri in schemes if "scheme/" in iri)
    return max(heads, key=lambda head: heads[head], default=DEFAULT_BASE)


def _default_graph(store: Store) -> Iterator[Quad]:
    from pyoxigraph import DefaultGraph

    return store.quads_for_pattern(None, None, None, DefaultGraph())


def _fetching_nothing(text: str) -> str:
    """Return an update whose LOADs have nothing to load: they fail, or do nothing where they are SILENT."""
    parts: list[str] = []
    done, loading = 0, False
    for token in TOKENS.finditer(text):
        word = (token["word"] or "").upper()
        if loading and (token["name"] or token[0].startswith("<")):
            parts += [text[done : token.start()], _NOTHING]
            done, loading = token.end(), False
        elif not token[0].startswith("#"):
            loading = "LOAD" in word or (loading and word == "SILENT")
    return "".join(parts) + text[done:]
