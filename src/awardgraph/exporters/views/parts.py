"""People's parts in ceremonies: nodes of the graph that are lines and facts in a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.views.asking import rows, values
from awardgraph.exporters.views.naming import pair
from awardgraph.exporters.views.picture import Fact, Value
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Literal, NamedNode

    from awardgraph.exporters.views.asking import Queryable
    from awardgraph.exporters.views.naming import Names
    from awardgraph.exporters.views.picture import Kind

__all__ = ["Part", "parts_of"]

_ROLES: Final = {awg.PRESENTER: "presenter", awg.RECEIVER: "receiver"}


@dataclass(slots=True)
class Part:
    """Somebody's part in a ceremony: a node of the graph that is no node of the picture."""

    iri: str
    person: str
    role: str
    award: str | None
    ceremony: str | None
    posts: set[Bilingual] = field(default_factory=set)
    post_at: str | None = None
    behalf: set[str] = field(default_factory=set)
    printed: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)

    def facts(self, names: Names) -> list[Fact]:
        """Return what is said about the person, with who says it."""
        by = tuple(sorted(self.sources))
        place = self.award or self.ceremony
        posts = [Value(post) for post in sorted(self.posts, key=str)]
        if self.post_at:
            posts.append(names.value(self.post_at))
        lines = (
            (self.role, [names.value(place)] if place else []),
            ("onBehalfOf", [names.value(iri) for iri in sorted(self.behalf)]),
            ("post", posts),
            ("nameAsPrinted", [Value(Bilingual(th=name, en=name)) for name in sorted(self.printed)]),
        )
        return [Fact(name, tuple(told), by) for name, told in lines if told]

    def mentioned(self) -> Iterator[str]:
        """Yield the entities that these facts name."""
        yield from (iri for iri in (self.award, self.ceremony, self.post_at, *sorted(self.behalf)) if iri)


def parts_of(graph: Queryable, kinds: Mapping[str, Kind]) -> list[Part]:
    """Return the parts that drawn people had, as far as the award concerned is drawn."""
    people = [iri for iri, kind in kinds.items() if kind == "person"]
    if not people:
        return []
    query = f"""SELECT * {{ VALUES ?person {{ {values(people)} }}
        ?part awg:participant ?person ; awg:inRole ?role .
        OPTIONAL {{ ?part awg:forConferral ?award }} OPTIONAL {{ ?part awg:duringCeremony ?ceremony }}
        OPTIONAL {{ ?part awg:postTitle ?post }} OPTIONAL {{ ?part awg:postAt ?at }}
        OPTIONAL {{ ?part awg:onBehalfOf ?behalf }} OPTIONAL {{ ?part awg:nameAsPrinted ?printed }}
        OPTIONAL {{ GRAPH ?source {{ ?part awg:participant ?person }} }} }}"""
    columns = ("part", "person", "role", "award", "ceremony", "post", "at", "behalf", "printed", "source")
    found: dict[tuple[str, str | None], Part] = {}
    for row in rows(graph, query, *columns):
        part, person, role, award, ceremony, *_ = (term.value if term else None for term in row)
        if part and person and role in _ROLES and (award is None or award in kinds):
            own = found.setdefault((part, award), Part(part, person, _ROLES[role], award, ceremony))
            _add(own, *row[5:])
    return [found[key] for key in sorted(found, key=str)]


def _add(
    part: Part,
    post: NamedNode | Literal | None,
    at: NamedNode | Literal | None,
    behalf: NamedNode | Literal | None,
    printed: NamedNode | Literal | None,
    source: NamedNode | Literal | None,
) -> None:
    if post:
        part.posts.add(pair([post]))
    part.post_at = at.value if at else part.post_at
    for term, kept in ((behalf, part.behalf), (printed, part.printed), (source, part.sources)):
        if term:
            kept.add(term.value)
