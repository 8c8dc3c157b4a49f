"""How many releases are read in a CPU second, by one process."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.documents.walking import find_documents
from awardgraph.importer.press.folders import predictions
from awardgraph.resources import data_root
from tests.importer.press.conftest import PRESS, needs_press

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.benchmark, needs_press]


def rate(folder: Path, data: Path) -> float:
    found = predictions(find_documents([folder]).files, data)
    next(found)  # the lexicons are read before the first text
    start = time.process_time()
    rest = sum(1 for _ in found)
    return rest / (time.process_time() - start)


def test_releases_with_the_word_award() -> None:
    found = max(rate(PRESS / "unlabelled", data_root()) for _ in range(3))
    print(f"{found:,.0f} releases/s")
    assert found >= 150


def test_releases_without_it(tmp_path: Path) -> None:
    sample = (
        (PRESS / "labelled" / "2021-02-23-39299.txt").read_text(encoding="utf-8").replace("รางวัล", "ของขวัญ")
    )
    for number in range(2000):
        (tmp_path / f"{number}.txt").write_text(sample, encoding="utf-8")
    found = max(rate(tmp_path, data_root()) for _ in range(3))
    print(f"{found:,.0f} releases/s")
    assert found >= 4000
