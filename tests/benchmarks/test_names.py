"""What near names cost: ten thousand against the register that we ship, a million against five thousand."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections import Counter

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.model.likeness import NameIndex
from tests.benchmarks.misspelling import written
from tests.benchmarks.names_at_scale import brute_force
from tests.conftest import ROOT, SHARED


@pytest.mark.benchmark
def test_10k_names_against_the_register(capsys: pytest.CaptureFixture[str]) -> None:
    entries = read_register(ROOT / "data" / "register").entries.values()
    pairs = [(f"{entry.kind}/{entry.id}", name) for entry in entries for name in entry.spellings()]
    known = [name for _, name in pairs]
    asked = list(written(known, 10_000))
    began = time.process_time()
    index = NameIndex.of(pairs)
    reasons: Counter[str] = Counter()
    for name in asked:
        found = index.near(name)
        reasons[found[0].reason if found else "nothing"] += 1
    seconds = time.process_time() - began
    peers = brute_force(known)
    with capsys.disabled():
        print(f"\n  {seconds:8.2f} CPU s  10,000 names against {len(known):,}: {dict(reasons)}")
        for measure, each in peers.items():
            print(
                f"  {each * len(asked):8.2f} CPU s  rapidfuzz.process.extractOne, {measure} (extrapolated from 40)"
            )
    assert seconds <= 1


@pytest.mark.benchmark
def test_1m_names_against_5000(capsys: pytest.CaptureFixture[str]) -> None:
    if not (SHARED / "data" / "agency_names_thwiki_titles.csv").exists():
        pytest.skip("the names that the register is made of are not beside this checkout")
    command = [sys.executable, "-m", "tests.benchmarks.names_at_scale", str(SHARED), "1000000", "5000"]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    cost = json.loads(done.stdout)
    with capsys.disabled():
        print(
            f"\n  {cost['seconds']:10.1f} CPU s, {cost['peak']:.0f} MB at most, 1,000,000 names against 5,000:"
        )
        print(f"             {cost['exact']:,} exact, {cost['near']:,} near")
        for measure, each in cost["brute"].items():
            print(
                f"  {each * 1e6:10,.0f} CPU s  rapidfuzz.process.extractOne, {measure} (extrapolated from 40)"
            )
    assert cost["register"] == 5000
    assert cost["exact"] > 400_000
    assert cost["near"] > 200_000
    assert cost["seconds"] <= 60
    assert cost["peak"] <= 500
