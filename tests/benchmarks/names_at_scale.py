"""A million names against five thousand: run by its benchmark in a process of its own, for its memory."""

from __future__ import annotations

import csv
import json
import random
import resource
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import extractOne

from awardgraph.model.likeness import NameIndex
from tests.benchmarks.misspelling import misspelt, written

#: How rapidfuzz is called beside us.
PEERS: dict[str, dict[str, Any]] = {
    "default scorer": {},
    "at most three edits": {"scorer": Levenshtein.distance, "score_cutoff": 3},
}


def register(shared: Path, size: int) -> list[str]:
    """Return so many names of bodies: those of files, filled up with subdistricts that do not exist."""
    names: dict[str, None] = {}
    for file, column in (
        ("agencies.csv", "name_th"),
        ("agencies.csv", "name_en"),
        ("agency_names_thwiki_titles.csv", "title_th"),
    ):
        with (shared / "data" / file).open(encoding="utf-8", newline="") as rows:
            names |= dict.fromkeys(row[column] for row in csv.DictReader(rows) if row[column])
    places = [name.removeprefix("เทศบาลตำบล") for name in names if name.startswith("เทศบาลตำบล")]
    made = (f"องค์การบริหารส่วนตำบล{one}{other}" for one in places for other in places)
    return list(islice(dict.fromkeys([*names, *made]), size))


def main(shared: Path, names: int, size: int) -> None:
    """Print what it cost, in CPU seconds, MB and names."""
    known = register(shared, size)
    began = time.process_time()
    index = NameIndex.of((name, name) for name in known)
    exact = near = 0
    for name in written(known, names):
        found = index.near(name, limit=1)
        exact += bool(found) and found[0].reason == "exact"
        near += bool(found) and found[0].reason != "exact"
    seconds = time.process_time() - began
    began = time.process_time()
    for _ in written(known, names):
        pass
    made = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds - made, "making": made, "peak": peak, "exact": exact, "near": near,
                      "register": len(known), "brute": brute_force(known)}))  # fmt: skip


def brute_force(known: list[str], sample: int = 40) -> dict[str, float]:
    """Return the CPU seconds that rapidfuzz takes for a name, compared with every known one.

    By two measures: its own default, as people call it, and edits with a cutoff, as we count.
    """
    dice = random.Random(sample)
    asked = [misspelt(dice.choice(known), dice) for _ in range(sample)]
    seconds = {}
    for measure, options in PEERS.items():
        began = time.process_time()
        for name in asked:
            extractOne(name, known, **options)
        seconds[measure] = (time.process_time() - began) / sample
    return seconds


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
