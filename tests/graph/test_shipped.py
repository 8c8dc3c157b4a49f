"""What the shipped graph must answer: facts that a reader can check in the sources."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode

from awardgraph.graph.questions import ask
from tests.conftest import values

if TYPE_CHECKING:
    from awardgraph import Graph

DEPA = "https://w3id.org/awardgraph/id/agency/depa"
RELEASE = "https://w3id.org/awardgraph/id/source/depa-pmqa-2566"


def test_more_than_750_award_rows(shipped: Graph) -> None:
    rows = {s.path: s.rows for s in shipped.manifest.sources if s.path.startswith("awards/")}
    assert sum(rows.values()) > 750


@pytest.mark.parametrize(
    ("year", "scheme", "category", "level", "source"),
    [
        ("2023", "รางวัลเลิศรัฐ", "คุณภาพการบริหารจัดการภาครัฐ 4.0", "ก้าวหน้า", RELEASE),
        ("2021", "รางวัลเลิศรัฐ", "สัมฤทธิผลประชาชนมีส่วนร่วม", "ดี", RELEASE),
        ("2021", "รางวัลเลิศรัฐ", "นวัตกรรมการบริการ", "ดี", "https://www.telecomlover.com/2021/09/17/depalert/"),
        ("2022", "รางวัลเลิศรัฐ", "", "", "https://thereporter.asia/2022/09/14/depa-11/"),
    ],
)
def test_what_depa_won(
    shipped: Graph, year: str, scheme: str, category: str, level: str, source: str
) -> None:
    won = [
        row
        for row in ask(shipped, "agency-awards", agency=NamedNode(DEPA))
        if (row["year"], row["scheme_th"], row.get("category_th", ""), row.get("level_th", ""))
        == (year, scheme, category, level)
    ]
    assert source in {row["source"] for row in won}


def test_three_unnumbered_awards_of_2565_stay_three(shipped: Graph) -> None:
    items = values(shipped, "SELECT ?n { ?a awg:recipient agency:depa ; awg:itemNumber ?n } ORDER BY ?n")
    assert items == [("1/3",), ("2/3",), ("3/3",)]


def test_unpsa_2022_is_one_award_in_two_languages(shipped: Graph) -> None:
    query = """SELECT ?award ?source {
      GRAPH ?source { ?award a awg:Conferral ; awg:recipient agency:depa ; awg:inEdition edition:unpsa-2022 } }"""
    rows = values(shipped, query)
    assert len({award for award, _ in rows}) == 1
    assert {source for _, source in rows} == {RELEASE, "https://www.un.org/en/desa/unpsa-winner-announcement"}
    [(number,)] = values(
        shipped, "SELECT (COUNT(*) AS ?n) { ?a awg:recipient agency:depa ; awg:inEdition edition:unpsa-2022 }"
    )
    assert number == "1"


def test_every_statement_counts_once(shipped: Graph) -> None:
    [(counted,)] = values(shipped, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    [(distinct,)] = values(
        shipped, "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"
    )
    [(stated,)] = values(shipped, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    assert int(counted) == int(distinct) == len(shipped)
    assert int(stated) == shipped.manifest.quads - len(shipped) > int(counted)


def test_every_award_names_its_source_and_its_passage(shipped: Graph) -> None:
    assert (
        values(shipped, "SELECT ?a { ?a a awg:Conferral FILTER NOT EXISTS { ?a awg:statedIn/awg:quote ?q } }")
        == []
    )
    assert (
        values(shipped, "SELECT ?a { ?a a awg:Conferral FILTER NOT EXISTS { GRAPH ?s { ?a a ?t } } }") == []
    )
    assert (
        values(
            shipped,
            "SELECT ?d { ?a dct:source ?d . ?a a awg:Conferral FILTER NOT EXISTS { ?d a awg:SourceDocument } }",
        )
        == []
    )


def test_finalists_and_mentions_are_no_awards(shipped: Graph) -> None:
    outcomes = values(shipped, "SELECT DISTINCT ?o { ?a a awg:Application ; awg:outcome ?o } ORDER BY ?o")
    assert [iri.split("#")[1] for (iri,) in outcomes] == ["finalist", "honourableMention"]
    assert not shipped.query("ASK { ?a a awg:Application, awg:Conferral }")
    assert not shipped.query("ASK { ?a a awg:Application ; awg:recipient ?r }")
    yasothon = values(
        shipped,
        'SELECT ?t { ?a a ?t ; awg:underScheme scheme:unpsa ; (awg:applicant|awg:recipient)/rdfs:label "โรงพยาบาลยโสธร"@th }',
    )
    assert {t.split("#")[1] for (t,) in yasothon} == {"Application"}


def test_a_ministry_abroad_is_not_the_thai_one(shipped: Graph) -> None:
    # Singapore's Ministry of Finance won in 2007; Thailand's register has a body of that English name.
    singapore = values(
        shipped,
        """SELECT DISTINCT ?r { ?a awg:inEdition edition:unpsa-2007 ; awg:recipient ?r . ?r rdfs:label "Ministry of Finance"@en }""",
    )
    assert len(singapore) == 1
    assert not shipped.query(f"ASK {{ <{singapore[0][0]}> awg:locatedIn place:th }}")


def test_no_blank_nodes_and_readable_iris(shipped: Graph) -> None:
    lines = list(shipped.lines())
    assert not any(line.startswith("_:") or " _:" in line.split('"')[0] for line in lines)
    ours = {line.split(" ", 1)[0] for line in lines if line.startswith(f"<{shipped.manifest.base}")}
    assert all(re.fullmatch(r"<https://w3id\.org/awardgraph/id/[a-z]+/[a-z0-9-]+>", iri) for iri in ours)


def test_the_store_holds_what_was_built(shipped: Graph) -> None:
    shipped.verify()
