"""Fifteen pairs of pages that report one award in different words: united, or a person is asked for the right reason.

same_award/awards.csv holds the two pages of each pair, each as it words the award.
"""

from __future__ import annotations

import csv
import shutil
from pathlib import Path
from typing import Final

import pytest

from awardgraph import Graph
from awardgraph.importer.plan import find_sources
from awardgraph.importer.run import import_sources
from awardgraph.importer.waiting import waiting
from awardgraph.resources import data_root
from tests.conftest import SHARED, values

PAGES: Final = Path(__file__).parent / "same_award" / "awards.csv"

#: Pair → how many awards there are, and why a person is asked.
EXPECTED: Final = {
    1: (1, ""),  # the work in other words, which the register knows
    2: (1, ""),  # and the recipient cut off
    3: (1, ""),  # a Thai and an English title of one work
    4: (1, ""),  # one page leaves out the work
    5: (1, ""),  # a category in other words
    6: (2, "wording"),  # the work by its first word
    7: (1, ""),  # the level in one page only
    8: (2, "level"),  # a first round, passed, and the award
    9: (2, "year"),  # the year not printed, the scheme under its former name
    10: (1, ""),  # one text on two sites
    11: (1, ""),
    12: (2, "name"),  # the office, and the man who held it
    13: (2, "word"),  # the city, and its unit
    14: (2, "word"),  # the ministry, and the programme
    15: (1, ""),  # an abbreviation with its ministry's
}


def pages(pair: int) -> list[dict[str, str]]:
    with PAGES.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["notes"].startswith(f"pair {pair},")]


@pytest.mark.parametrize("pair", EXPECTED)
def test_a_pair_is_one_award_or_waits_for_the_right_reason(pair: int, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(data_root() / "register", data / "register")
    (data / "register" / "decisions.csv").unlink(missing_ok=True)
    (data / "awards").mkdir()
    rows = pages(pair)
    with (data / "awards" / "pair.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    import_sources(find_sources(data), tmp_path / "graph", data=data)
    graph = Graph.open(tmp_path / "graph")
    reasons = [item.reason for item in waiting(graph, data) if item.kind == "award"]
    count, reason = EXPECTED[pair]
    assert (len(values(graph, "SELECT ?a { ?a a awg:Conferral }")), reasons) == (
        count,
        [reason] if reason else [],
    )


def test_the_pairs_are_those_that_were_gathered() -> None:
    gathered = SHARED / "data" / "same_award_pairs.csv"
    if not gathered.exists():
        pytest.skip("the gathered pairs are not beside this checkout")
    with gathered.open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    assert len(pairs) == len(EXPECTED)
    for number, pair in enumerate(pairs, 1):
        given = {pair["url_a"], pair["url_b"]} - {"seed file"}
        assert given <= {row["source_url"] for row in pages(number)}
