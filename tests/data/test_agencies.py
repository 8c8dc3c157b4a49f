"""The bodies of the register: which one an abbreviation means, and what became of a body."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.model.language import Bilingual
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.data.test_register import REGISTER, by_id, full_names, read, report, several, where

if TYPE_CHECKING:
    from awardgraph.importer.identity.entities import Entity
    from tests.data.test_register import Row

MINISTRIES = (
    "mol", "moph", "msdhs", "ministry-of-defence-th", "ministry-of-energy-th", "ministry-of-industry-th",
    "ministry-of-interior-th", "ministry-of-justice-th", "ministry-of-natural-resources-and-environment-th",
)  # fmt: skip

#: Abbreviation → the bodies that bear it, each under a parent of its own.
SHARED = {
    "สป.": {f"ops-{ministry}" for ministry in MINISTRIES},
    "สค.": {"dwf", "ditp"},
    "ทช.": {"drr", "dmcr"},
    "กทท.": {"port-authority-of-thailand", "department-of-tourism-th"},
    "ก.พ.ร.": {"opdc", "psdc", "dsd"},
}

#: Given to two bodies each (กองทัพบก, กรมทรัพยากรน้ำบาดาล; กรมศุลกากร, กรมศิลปากร) by the public list alone.
DOUBTFUL = ("ทบ.", "ศก.")


@pytest.fixture(scope="module")
def identities() -> Identities:
    return Identities(read_register(REGISTER), DEFAULT_BASE)


def body(identities: Identities, name: str, parent: str = "") -> Entity:
    """Return the Thai body of a name, told by the body above it if one is given."""
    country = identities.country("ไทย")
    above = identities.agency(Bilingual.of(parent), country) if parent else None
    return identities.agency(Bilingual.of(name), country, above)


def bearers() -> dict[tuple[str, str], set[str]]:
    """Return (country, folded abbreviation) → the ids of the bodies that bear it."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read("agencies.csv"):
        for abbreviation in several(row, "abbreviations"):
            found[row["country"], fold(abbreviation)].add(row["id"])
    return found


def test_shared_abbreviations_are_those_we_know() -> None:
    shared = {letters: ids for (_, letters), ids in bearers().items() if len(ids) > 1}
    assert shared == {fold(letters): ids for letters, ids in SHARED.items()}, (
        "an abbreviation that several bodies bear resolves only beside its parent: is that meant?"
    )


@pytest.mark.parametrize("abbreviation", [*SHARED, *DOUBTFUL])
def test_a_shared_abbreviation_alone_is_nobody(identities: Identities, abbreviation: str) -> None:
    assert body(identities, abbreviation).entry is None


@pytest.mark.parametrize(
    ("abbreviation", "identifier"),
    [
        (letters, one)
        for letters, ids in SHARED.items()
        for one in sorted(ids)
        if by_id("agencies.csv")[one]["parent"]
    ],
)
def test_a_shared_abbreviation_resolves_beside_its_parent(
    identities: Identities, abbreviation: str, identifier: str
) -> None:
    parent = identities.known("agency", by_id("agencies.csv")[identifier]["parent"]).names.th or ""
    assert body(identities, abbreviation, parent).slug == identifier
    assert body(identities, f"{abbreviation} {parent}").slug == identifier


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("สป.มท.", "ops-ministry-of-interior-th"),
        ("สป. กระทรวงสาธารณสุข", "ops-moph"),
        ("สค. พม.", "dwf"),
        ("กรมชลประทาน กระทรวงเกษตรฯ", "rid"),
        ("กระทรวงเทคโนโลยีสารสนเทศและการสื่อสาร", "mdes"),
        ("Ministry of Information and Communication Technology", "mdes"),
    ],
)
def test_a_body_by_another_name(identities: Identities, name: str, identifier: str) -> None:
    assert body(identities, name).slug == identifier


def test_an_abbreviation_is_nobodys_name() -> None:
    short = bearers()
    faults = [
        f"{where('agencies.csv', row)}: {name!r} is an abbreviation of {' and '.join(sorted(others))}"
        for row in read("agencies.csv")
        for name in full_names(row)
        if (others := short.get((row["country"], fold(name)), set()) - {row["id"]})
    ]
    report(faults, "a name comes before an abbreviation: take one of them away")


def test_an_abbreviation_stands_once_under_a_parent() -> None:
    owner: dict[tuple[str, str, str], str] = {}
    faults = []
    for row in read("agencies.csv"):
        for abbreviation in several(row, "abbreviations"):
            other = owner.setdefault((row["country"], row["parent"], fold(abbreviation)), row["id"])
            if other != row["id"]:
                faults.append(f"{where('agencies.csv', row)}: {abbreviation} is {other}'s too")
    report(faults, "two bodies of one parent cannot be told apart by it: take it from the less certain")


def test_a_permanent_secretarys_office_is_its_ministrys() -> None:
    faults = [
        f"{where('agencies.csv', row)}: parent {row['parent'] or 'missing'}"
        for row in read("agencies.csv")
        if row["name_th"].startswith("สำนักงานปลัดกระทรวง")
        and by_id("agencies.csv")[row["parent"]]["name_th"] != row["name_th"].removeprefix("สำนักงานปลัด")
    ]
    report(faults, "สำนักงานปลัดกระทรวง… stands under กระทรวง…")


def test_validity() -> None:
    faults = []
    for row in read("agencies.csv"):
        begin, end = row["valid_from"], row["valid_until"]
        faults += [
            f"{where('agencies.csv', row)}: {value!r}"
            for value in (begin, end)
            if value
            and not re.fullmatch(r"(1[89]|20)[0-9]{2}(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?", value)
        ]
        if begin and end and end < begin[: len(end)]:
            faults.append(f"{where('agencies.csv', row)}: until {end}, from {begin}")
    report(faults, "a year or an ISO day, Common Era; a body begins before it ends")


def changes(row: Row, before: str, after: str) -> set[tuple[str, str]]:
    """Return what a row says of (before, after), by the two columns that may say it."""
    return {(row["id"], one) for one in several(row, after)} | {
        (one, row["id"]) for one in several(row, before)
    }


def test_predecessors_and_successors_agree() -> None:
    rows = by_id("agencies.csv")
    said = [(row["id"], pair) for row in rows.values() for pair in changes(row, "predecessor", "successor")]
    faults = [
        f"{identifier} says that {after} followed {before}; the other row does not"
        for identifier, (before, after) in said
        if after not in several(rows[before], "successor")
        or before not in several(rows[after], "predecessor")
    ]
    faults += [f"{before} follows itself" for _, (before, after) in said if before == after]
    assert said, "no body follows another"
    report(
        faults, "write the successor in the row of the older body and the predecessor in that of the younger"
    )
