"""Look-alikes: what is one name, what is only to be proposed, and what nobody confuses."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from awardgraph.model.lookalikes import FLAGS, flags, look_alike, skeleton
from awardgraph.model.names import INVISIBLE, fold
from tests.conftest import ROOT, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAIRS = Path(__file__).with_name("lookalikes.csv")

#: What every pair of a kind is flagged with; other kinds are only proposed, by their skeleton.
FLAG_OF_KIND = {
    "bidi control": "bidi-control",
    "Cyrillic letter": "mixed-scripts",
    "Greek letter": "mixed-scripts",
    "Cyrillic among Greek": "mixed-scripts",
    "Lao letter among Thai": "mixed-scripts",
    "Lao mark among Thai": "mixed-scripts",
    "Khmer mark among Thai": "mixed-scripts",
    "digit for a letter": "digit-for-letter",
    "private use": "private-use",
    "unassigned": "unassigned",
    "replacement character": "replacement",
    "control character": "control",
    "mark on nothing": "stray-mark",
    "two tone marks or vowels": "mark-stack",
    "letters that show as blank": "invisible",
    "all in Cyrillic letters": "",
    "all in Greek letters": "",
    "capital I for small l": "",
    "styled letters": "",
    "superscript": "",
}

#: Names of two bodies that fold alike, and why they may.
UNITED_ABBREVIATIONS = {
    "กพร": "ก.พ.ร. and กพร. are written for each other; the register has neither, as both are several bodies'",
}


def written(cell: str) -> str:
    """Return a cell with its escapes read."""
    return re.sub(r"\\u([0-9a-f]{4})|\\U([0-9a-f]{8})", lambda m: chr(int(m[1] or m[2], 16)), cell)


def pairs() -> Iterator[tuple[str, str, str, str]]:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield written(row["left"]), written(row["right"]), row["expected"], row["kind"]


def cells(path: Path, *columns: str) -> Iterator[tuple[int, str]]:
    """Return the names in columns of a table, lists parted, each with the number of its row."""
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            for column in columns:
                for name in re.split(r" \| |; ", row.get(column) or ""):
                    if name:
                        yield number, name


def unions(names: Iterable[tuple[str, str]]) -> list[set[str]]:
    """Return, for each fold that several owners' unlike names share, these names."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for owner, name in names:
        found[fold(name)][owner].add(name)
    return [
        set().union(*owners.values())
        for owners in found.values()
        if len(owners) > 1 and len(set().union(*owners.values())) > 1
    ]


def shared(name: str) -> Path:
    """Return a table that stands beside the repository; the test is skipped where it does not."""
    path = SHARED / "data" / name
    if not path.exists():
        pytest.skip(f"{path} is not here")
    return path


def test_the_table_is_large_and_says_each_pair_once() -> None:
    table = list(pairs())
    assert len(table) >= 240
    assert len({frozenset(pair[:2]) for pair in table}) == len(table)
    assert {kind for _, _, expected, kind in table if expected == "flagged"} == FLAG_OF_KIND.keys()


@pytest.mark.parametrize(("one", "other", "expected", "kind"), list(pairs()))
def test_lookalikes(one: str, other: str, expected: str, kind: str) -> None:
    same, flagged = fold(one) == fold(other), (*flags(one), *flags(other))
    if expected == "united":
        assert same
    elif expected == "flagged":
        assert not flags(one)
        assert FLAG_OF_KIND[kind] in flags(other) if FLAG_OF_KIND[kind] else look_alike(one, other)
        assert not same
    else:
        assert expected == "apart"
        assert (same, flagged, look_alike(one, other)) == (False, (), False)


@pytest.mark.parametrize("name", ["agencies.csv", "people.csv", "places.csv", "projects.csv", "schemes.csv"])
def test_no_name_of_the_register_is_flagged(name: str) -> None:
    table = ROOT / "data" / "register" / name
    names = [spelling for _, spelling in cells(table, "name_th", "name_en", "aliases", "abbreviations")]
    assert names
    assert [(spelling, flags(spelling)) for spelling in names if flags(spelling)] == []


def test_no_recipient_work_or_person_of_the_award_tables_is_flagged() -> None:
    columns = ("recipient_th", "recipient_en", "project_th", "project_en", "presenter_th", "accepted_by_th")
    tables = sorted((ROOT / "data" / "awards").glob("*.csv"))
    names = [spelling for table in tables for _, spelling in cells(table, *columns)]
    assert len(names) > 500
    assert [(spelling, flags(spelling)) for spelling in names if flags(spelling)] == []


def test_two_agencies_are_not_united_by_spelling() -> None:
    table = shared("agencies.csv")
    names = [
        (str(row), name)
        for row, name in cells(table, "name_th", "name_en", "abbrev_th", "abbrev_en", "aliases")
    ]
    found = [
        names for names in unions(names) if not {fold(name) for name in names} & UNITED_ABBREVIATIONS.keys()
    ]
    assert found == []


def test_3071_titles_of_bodies_hold_one_body_in_two_spellings() -> None:
    titles = [(title, title) for _, title in cells(shared("agency_names_thwiki_titles.csv"), "title_th")]
    assert len(titles) == 3071
    campus = "มหาวิทยาลัยการกีฬาแห่งชาติประจ{}ภาคตะวันออกเฉียงเหนือ"
    assert unions(titles) == [{campus.format("\u0e33"), campus.format("\u0e4d\u0e32")}]
    assert not [title for title, _ in titles if flags(title)]


def test_provinces_stay_apart() -> None:
    table = shared("provinces.csv")
    columns = ("province_th", "abbrev_th", "province_en", "code_3letter", "aliases")
    assert unions((str(row), name) for row, name in cells(table, *columns)) == []


@pytest.mark.parametrize(
    "name",
    [
        "COVID-19 H1N1 PM10 CO2 B2B i18n Web3 4.0",  # digits that are digits
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian parts its words with a joiner
        "\u2764\ufe0f",  # an emoji and its variation selector
        "\u03b2-carotene, 5 \u00b5g, \u03a9",  # Greek signs that stand alone
        "\u039f\u0397\u0395 (UN)",  # two scripts, each in its own word
        "น\u0e33\u0e49",  # fold mends the order of these marks
        "Ti\u1ebfng Vi\u1ec7t",
    ],
)
def test_no_false_alarm(name: str) -> None:
    assert flags(name) == ()


def test_whatever_is_invisible_is_dropped_and_told() -> None:
    codes = [code for first, last in INVISIBLE for code in range(first, last + 1)]
    for code in codes:
        name = f"กรม{chr(code)}อนามัย"
        assert fold(name) == "กรมอนามัย", hex(code)
        assert set(flags(name)) & {"invisible", "bidi-control"}, hex(code)


def test_flags_come_in_their_order() -> None:
    found = flags("M\u043ePH \ufffd\u202e\ue000")
    assert found == ("mixed-scripts", "bidi-control", "private-use", "replacement")
    assert sorted(found, key=FLAGS.index) == list(found)


def test_what_is_one_name_has_one_skeleton() -> None:
    # But for case, which a look is made of: a capital nu looks like N, a small one like v.
    table = [
        (one, other) for one, other, expected, kind in pairs() if expected == "united" and kind != "case"
    ]
    assert [pair for pair in table if skeleton(pair[0]) != skeleton(pair[1])] == []
