"""Official, the winner's own word, or somebody else's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph.graph.sources import read_documents
from awardgraph.graph.standing import Standings, standing
from tests.conftest import award_of

if TYPE_CHECKING:
    from awardgraph import Graph

#: The ministry of public health with two departments, and the office that runs the award under another roof.
ABOVE = {
    "health": ["moph"],
    "medicine": ["moph"],
    "clinic": ["health"],
    "opdc": ["opm"],
    "opdc-unit": ["opdc"],
}
BODIES = ["moph", "health", "medicine", "clinic", "opm", "opdc", "opdc-unit"]


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("opdc", "official"),
        ("opdc-unit", "official"),
        ("opm", "official"),
        ("health", "self-reported"),
        ("clinic", "self-reported"),
        ("moph", "self-reported"),
        ("medicine", "other"),
        ("newspaper", "other"),
    ],
)
def test_whose_word_it_is(publisher: str, expected: str) -> None:
    assert standing([publisher], ["opdc"], ["health"], ABOVE) == expected


def test_nobody_knows_who_published_it() -> None:
    assert standing([], ["opdc"], ["health"], ABOVE) == "other"


def test_the_awarding_body_that_wins_its_own_award_speaks_officially() -> None:
    assert standing(["opdc"], ["opdc"], ["opdc"], ABOVE) == "official"


@given(st.sampled_from(BODIES), st.sampled_from(BODIES))
def test_who_speaks_for_whom_goes_both_ways(one: str, other: str) -> None:
    assert standing([one], [], [other], ABOVE) == standing([other], [], [one], ABOVE)


def test_a_circle_of_bodies_ends() -> None:
    assert standing(["a"], ["c"], [], {"a": ["b"], "b": ["a"]}) == "other"


@pytest.mark.parametrize(
    ("edition", "source", "expected"),
    [
        ("unpsa-2022", "https://www.un.org/en/desa/unpsa-winner-announcement", "official"),
        ("unpsa-2022", "source/depa-pmqa-2566", "self-reported"),
        ("psea-2023", "source/depa-pmqa-2566", "self-reported"),
    ],
)
def test_the_sources_of_depas_awards(shipped: Graph, edition: str, source: str, expected: str) -> None:
    base = shipped.manifest.base
    iri = source if "://" in source else base + source
    documents = read_documents(shipped, [iri])
    found = Standings(shipped).of(award_of(shipped, edition), list(documents.values()))
    assert found == {iri: expected}


def test_a_newspaper_is_somebody_else(shipped: Graph) -> None:
    page = "https://thereporter.asia/2022/09/14/depa-11/"
    [award] = {
        line.split("> ")[0].removeprefix("<")
        for line in shipped.lines()
        if f"<{page}> ." in line and "/conferral/" in line.split("> ")[0] and '"1/3"' in line
    }
    assert Standings(shipped).of(award, list(read_documents(shipped, [page]).values())) == {page: "other"}


@pytest.mark.parametrize(
    "focus",
    ["exhibition/psea-2023-depa", "project/digital-services-account", "project/koh-libong"],
)
def test_who_owns_or_exhibits_speaks_for_itself(shipped: Graph, focus: str) -> None:
    base = shipped.manifest.base
    page = f"{base}source/depa-pmqa-2566"
    found = Standings(shipped).of(base + focus, list(read_documents(shipped, [page]).values()))
    assert found == {page: "self-reported"}
