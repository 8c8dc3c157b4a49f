"""What a source is to an award: its scheme's own word, the winner's own, or somebody else's.

Computed when it is asked: one page may be official for one award and the winner's own word for another.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from awardgraph.graph.asking import rows_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from awardgraph.graph.sources import Document
    from awardgraph.graph.store import Graph

__all__ = ["Standing", "Standings", "standing"]

Standing: TypeAlias = Literal["official", "self-reported", "other"]

#: The awards that a source connects with something: the award itself, or those that it links with it.
_AWARDS: Final = """{ GRAPH ?source { %s awg:underScheme ?any } BIND(%s AS ?award) }
  UNION { GRAPH ?source { ?award ?link %s } } UNION { GRAPH ?source { %s awg:forConferral ?award } }
  UNION { GRAPH ?source { ?part awg:participant %s ; awg:forConferral ?award } }"""

_RECIPIENTS: Final = f"SELECT DISTINCT ?source ?body {{ {_AWARDS} ?award awg:recipient|awg:applicant ?body }}"
_OPERATORS: Final = (
    f"SELECT DISTINCT ?source ?body {{ {_AWARDS} ?award awg:underScheme/(awg:operatedBy|awg:ownedBy) ?body }}"
)

#: Who may speak of something with authority, whichever source one asks about.
_AUTHORITIES: Final = """SELECT DISTINCT ?body { { %s awg:organiser ?body } UNION {
  %s ((awg:ofEdition/awg:editionOf)|awg:editionOf|awg:ofScheme|awg:underScheme)? ?scheme .
  ?scheme awg:operatedBy|awg:ownedBy ?body } }"""

#: Whose a work or an exhibition is; and of a work, by whom a source says that it was exhibited.
_OWN: Final = """SELECT DISTINCT ?source ?body { { %s awg:owner|awg:exhibitor ?body } UNION {
  GRAPH ?source { %s awg:exhibitedAt ?exhibition } ?exhibition awg:exhibitor ?body } }"""

_ABOVE: Final = "SELECT ?body ?above { ?body org:subOrganizationOf ?above }"


def standing(
    publishers: Collection[str],
    authorities: Collection[str],
    recipients: Collection[str],
    above: Mapping[str, Collection[str]],
) -> Standing:
    """Return what a document is to an award.

    Official is what the operator or owner of its scheme published, self-reported what a recipient
    did, or whoever owns or exhibits a work; a body above or below one of them speaks for it as well, a
    sister does not.

    Args:
        publishers: the bodies that published the document; with none it is neither.
        authorities: the operators and owners of the award's scheme.
        recipients: who won it, or applied for it; of a work, whose it is.
        above: body → the bodies directly above it.

    >>> standing(["ministry"], ["opdc"], ["department"], {"department": ["ministry"]})
    'self-reported'
    """
    if any(_akin(publisher, body, above) for publisher in publishers for body in authorities):
        return "official"
    if any(_akin(publisher, body, above) for publisher in publishers for body in recipients):
        return "self-reported"
    return "other"


def _akin(one: str, other: str, above: Mapping[str, Collection[str]]) -> bool:
    return one == other or one in _over(other, above) or other in _over(one, above)


def _over(body: str, above: Mapping[str, Collection[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [body]
    while waiting:
        more = set(above.get(waiting.pop(), ())) - found
        found |= more
        waiting += more
    return found


class Standings:
    """Says of a graph's documents what they are to something; what is above what is read once."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._above: dict[str, set[str]] = defaultdict(set)
        for row in rows_of(graph, _ABOVE):
            self._above[row["body"].value].add(row["above"].value)

    def of(self, focus: str, documents: Collection[Document]) -> dict[str, Standing]:
        """Return document → what it is to an award, or to anything that its awards are linked with."""
        authorities = {row["body"].value for row in rows_of(self._graph, _AUTHORITIES, focus)}
        by_source: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for place, query in enumerate((_OPERATORS, _RECIPIENTS)):
            for row in rows_of(self._graph, query, focus):
                by_source[row["source"].value][place].add(row["body"].value)
        own = {focus}
        for row in rows_of(self._graph, _OWN, focus):
            (by_source[row["source"].value][1] if "source" in row else own).add(row["body"].value)
        return {
            document.iri: standing(
                document.publishers,
                authorities | by_source[document.iri][0],
                own | by_source[document.iri][1],
                self._above,
            )
            for document in documents
        }
