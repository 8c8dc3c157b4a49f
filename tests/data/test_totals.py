"""The graph against the totals that sources state: no edition holds more awards than were given.

We know only some of the awards, so a total is an upper bound. The totals are not part of the
repository; without them these tests are skipped.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import SHARED
from tests.data.test_register import REGISTER, report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import QuerySolutions

    from awardgraph import Graph

TOTALS = [SHARED / "data" / name for name in ("year_totals.csv", "totals_more.csv")]

pytestmark = pytest.mark.skipif(
    not all(path.exists() for path in TOTALS), reason="The totals are not part of the repository."
)

Row = dict[str, str]

#: What a total counts (the whole cell) → what the graph must hold no more of. The groups name an entry of the
#: register: the body that won, or one above it; the level; the country.
COUNTED = {
    r"awards|winners|winning works|(initiatives|institutions) (awarded|recognised)": {},
    r"recipients|organisations": {"count": "recipients"},
    r"PMQA 4\.0 agencies": {"category": "psea-pmqa-4-0", "count": "recipients"},
    r"PMQA 4\.0 agencies at (?P<level>\S+)": {"category": "psea-pmqa-4-0", "count": "recipients"},
    r"special Covid awards": {"branch": "psea-covid-special"},
    r"works at (?P<level>\S+)": {},
    r"awards of the (?P<country>Republic of Korea)": {},
    r"(works|initiatives) of (?P<country>\w+)( awarded)?": {},
    r"awards of (?P<body>\S+) \(สาขาบริการภาครัฐ\)": {"branch": "psea-service"},
    r"(awards|works) of (5 agencies of )?(?P<body>\S+)( and its units)?": {},
}

#: What a total counts → why the graph has nothing to compare it with.
NOT_COUNTED = {
    r"agencies receiving": "a lower bound: the source says more than 200",
    r"participatory entries / ดีเด่น / ดี": "three numbers in one cell, checked by a test of their own",
    r"nominations|works entered": "entries, most of which won nothing",
    r"works on the site-visit list of .+": "candidates, not awards",
}

#: Given at the ceremony of the UN's awards, but none of the winners that the UN counts.
BESIDE_THE_WINNERS = {"unpsa-special-award", "unpsa-government-modernisation"}


@dataclass(frozen=True, slots=True)
class Conferral:
    """One award: the last parts of the IRIs that it leads to."""

    scheme: str
    year: int
    recipients: frozenset[str]
    bodies: frozenset[str]
    countries: frozenset[str]
    parts: frozenset[str]


def totals() -> list[Row]:
    rows = []
    for path in TOTALS:
        with path.open(encoding="utf-8", newline="") as file:
            rows += list(csv.DictReader(file))
    return rows


def pairs(graph: Graph, pattern: str) -> dict[str, set[str]]:
    """Return the objects of each subject of a pattern over ?s and ?o, by the last parts of their IRIs."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in cast("QuerySolutions", graph.query(f"SELECT DISTINCT ?s ?o {{ {pattern} }}")):
        found[row["s"].value.rsplit("/", 1)[-1]].add(row["o"].value.rsplit("/", 1)[-1])
    return found


def upwards(start: set[str], above: Mapping[str, set[str]]) -> frozenset[str]:
    """Return the members of a set and all that is above them."""
    reached, rest = set(start), list(start)
    while rest:
        new = above.get(rest.pop(), set()) - reached
        reached |= new
        rest += new
    return frozenset(reached)


@pytest.fixture(scope="module")
def conferrals(shipped: Graph) -> list[Conferral]:
    years = pairs(shipped, "?s a awg:Conferral ; awg:inEdition/awg:editionYear ?o")
    schemes = pairs(shipped, "?s a awg:Conferral ; awg:underScheme ?o")
    recipients = pairs(shipped, "?s a awg:Conferral ; awg:recipient ?o")
    parts = pairs(shipped, "?s a awg:Conferral ; awg:inBranch|awg:forCategory|awg:level ?o")
    places = pairs(shipped, "?s a awg:Conferral ; awg:place ?o")
    units, located = pairs(shipped, "?s org:subOrganizationOf ?o"), pairs(shipped, "?s awg:locatedIn ?o")
    return [
        Conferral(
            scheme=min(schemes[award]),
            year=int(min(years[award])),
            recipients=frozenset(recipients[award]),
            bodies=upwards(recipients[award], units),
            countries=upwards(recipients[award] | places[award], located),
            parts=frozenset(parts[award]),
        )
        for award in years
    ]


@pytest.fixture(scope="module")
def identities() -> Identities:
    return Identities(read_register(REGISTER), DEFAULT_BASE)


def wanted(row: Row, identities: Identities) -> dict[str, str] | None:
    """Return what to look for in the graph, by the ids of the register; None for what is not counted."""
    if any(re.fullmatch(pattern, row["what"]) for pattern in NOT_COUNTED):
        return None
    pattern, found = next((p, m) for p in COUNTED if (m := re.fullmatch(p, row["what"])))
    named, wish = found.groupdict(), dict(COUNTED[pattern])
    wish["scheme"] = identities.scheme(Bilingual.of(row["scheme"])).slug
    if body := named.get("body"):
        wish["body"] = identities.agency(Bilingual.of(body), identities.country("ไทย")).slug
    if country := identities.country(named.get("country") or ""):
        wish["country"] = country.slug
    if level := identities.part_of(
        "level", identities.scheme(Bilingual.of(row["scheme"])), Bilingual.of(named.get("level") or "")
    ):
        wish["level"] = level.slug
    return wish


def held(conferrals: list[Conferral], wish: dict[str, str], years: str) -> int:
    """Return how many awards of some years ("2003-2019" or one), or recipients of them, fit a wish."""
    first, _, last = years.partition("-")
    parts = {wish[part] for part in ("branch", "category", "level") if part in wish}
    found = [
        one
        for one in conferrals
        if one.scheme == wish["scheme"]
        and int(first) <= one.year <= int(last or first)
        and parts <= one.parts
        and not BESIDE_THE_WINNERS & one.parts
        and wish.get("body", "") in one.bodies | {""}
        and wish.get("country", "") in one.countries | {""}
    ]
    if wish.get("count") == "recipients":
        return len(frozenset().union(*(one.recipients for one in found)))
    return len(found)


def test_every_total_is_counted_or_has_a_reason() -> None:
    faults = [
        f"{row['scheme']} {row['year_ce']}: {row['what']}: {len(fitting)} ways to count it"
        for row in totals()
        if len(fitting := [p for p in NOT_COUNTED if re.fullmatch(p, row["what"])]) != 1
        and not (not fitting and any(re.fullmatch(p, row["what"]) for p in COUNTED))
    ]
    report(faults, "say in COUNTED what it counts, or in NOT_COUNTED why the graph cannot tell")


def test_what_totals_name_is_registered(identities: Identities) -> None:
    known = {identifier for _, identifier in identities.register.entries}
    faults = [
        f"{row['what']}: {wish[key]} is no id of the register"
        for row in totals()
        if (wish := wanted(row, identities))
        for key in ("scheme", "body", "country", "branch", "category", "level")
        if key in wish and wish[key] not in known
    ]
    report(faults, "a total of something unknown would hold for every graph: register it")


def test_no_edition_holds_more_awards_than_were_given(
    conferrals: list[Conferral], identities: Identities
) -> None:
    faults = []
    for row in totals():
        if (wish := wanted(row, identities)) is None:
            continue
        # "4 (+2 joint)": six in all.
        given = sum(map(int, re.findall(r"[0-9]+", row["total"])))
        if (found := held(conferrals, wish, row["year_ce"])) > given:
            faults.append(
                f"{row['scheme']} {row['year_ce']}, {row['what']}: {found}, but {row['source_url']} says {given}"
            )
    report(faults, "an award stands there twice, in other words: unite it, or correct its year or recipient")


def test_works_of_the_participatory_branch_2021(conferrals: list[Conferral], identities: Identities) -> None:
    # 16 ดีเด่น and 26 ดี in the branch, as the Department of Marine and Coastal Resources was told.
    [row] = [row for row in totals() if row["what"] == "participatory entries / ดีเด่น / ดี"]
    scheme = identities.scheme(Bilingual.of(row["scheme"]))
    _, *given = map(int, row["total"].split(" / "))
    for level, total in zip(("ดีเด่น", "ดี"), given, strict=True):
        known = identities.part_of("level", scheme, Bilingual.of(level))
        wish = {"scheme": scheme.slug, "branch": "psea-participation", "level": known.slug if known else ""}
        assert 0 < held(conferrals, wish, row["year_ce"]) <= total


def test_whole_lists_are_whole(conferrals: list[Conferral]) -> None:
    # The UN's lists of 2018 and 2021 are in the tables from the first winner to the last.
    assert [held(conferrals, {"scheme": "unpsa"}, year) for year in ("2018", "2021")] == [8, 10]
