"""What folding one name costs, beside the two calls that most programs make of it."""

from __future__ import annotations

import time
import unicodedata
from typing import TYPE_CHECKING

import pytest

from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 20_000

#: Longest that a name of 40 code points in well-written Thai may take uncached, in microseconds of CPU.
LONGEST = 3.0

NAMES = {
    "Thai": "สำนักงานคณะกรรมการพัฒนาระบบราชการแห่งชาต",
    "English": "Ministry of Digital Economy and Society.",
    "with an abbreviation": "สำนักงานคณะกรรมการพัฒนาระบบราชการ ก.พ.ร.",
    "to be mended": "ส\u0e4dานักงาน “คณะกรรมการ” พัฒนาระบบราชการ",
}


def nfkc(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def microseconds(call: Callable[[str], str], name: str) -> float:
    began = time.process_time()
    for _ in range(ROUNDS):
        call(name)
    return (time.process_time() - began) / ROUNDS * 1e6


@pytest.mark.benchmark
def test_a_name_is_folded_in_microseconds(capsys: pytest.CaptureFixture[str]) -> None:
    taken = {
        kind: [min(microseconds(call, name) for _ in range(5)) for call in (fold.__wrapped__, nfkc)]
        for kind, name in NAMES.items()
    }
    with capsys.disabled():
        print()
        for kind, (ours, theirs) in taken.items():
            print(f"  {ours:6.2f} µs CPU, NFKC and casefold {theirs:6.2f} µs  {kind}")
    assert taken["Thai"][0] <= LONGEST
