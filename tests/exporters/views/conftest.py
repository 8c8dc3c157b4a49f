"""A release as a graph, and the page made of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Quad, RdfFormat, Store, Variable

from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.network import network_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples

    from awardgraph.exporters.views.picture import Picture

RELEASE = DEFAULT_BASE + "source/depa-pmqa-2566"
DEPA = DEFAULT_BASE + "agency/depa"


class Loaded:
    """A store that answers as a graph does, and counts what it is asked."""

    def __init__(self, *texts: str, format: RdfFormat = RdfFormat.TRIG) -> None:
        self.store = Store()
        for text in texts:
            self.store.load(text.encode(), format=format, base_iri=DEFAULT_BASE)
        for quad in list(self.store):
            self.store.add(Quad(quad.subject, quad.predicate, quad.object))
        self.asked = 0

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> QuerySolutions | QueryTriples | QueryBoolean:
        self.asked += 1
        assert len(text) <= 100_000, "longer than a graph reads"
        substitutions: Any = {Variable(name): term for name, term in (bindings or {}).items()}
        return self.store.query(text, prefixes=PREFIXES, substitutions=substitutions)


HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
DEPA_TEXT = (Path(__file__).parent / "depa.trig").read_text(encoding="utf-8")


def turtle(*statements: str) -> Loaded:
    """Return a graph of a few statements in Turtle."""
    return Loaded(HEAD + "\n".join(statements), format=RdfFormat.TURTLE)


def hub(awards: int) -> Loaded:
    """Return depa's release with an agency that has won so many awards, each in one of ten years."""
    lines = [
        '<agency/hub> a awg:PublicAgency ; rdfs:label "กรมตัวอย่าง"@th , "Department of Examples"@en .',
        *(
            f'<edition/psea-{year}> a awg:Edition ; awg:editionOf <scheme/psea> ; awg:editionYear "{year}"^^xsd:gYear .'
            for year in range(2010, 2020)
        ),
        *(
            f'<conferral/x-{n:05}> a awg:Conferral ; rdfs:label "รางวัลที่ {n}"@th ; awg:recipient <agency/hub> ;'
            f" awg:underScheme <scheme/psea> ; awg:inEdition <edition/psea-{2010 + n % 10}> ;"
            f" awg:level <level/psea-good> ; awg:forCategory <category/psea-service-innovation> ."
            for n in range(awards)
        ),
    ]
    return Loaded(DEPA_TEXT, HEAD + "\n".join(lines))


@pytest.fixture(scope="session")
def depa() -> Loaded:
    return Loaded(DEPA_TEXT)


@pytest.fixture(scope="session")
def release(depa: Loaded) -> Picture:
    return neighbourhood(depa, RELEASE)


@pytest.fixture(scope="session")
def release_page(depa: Loaded, release: Picture) -> str:
    return network_page(depa, release)
