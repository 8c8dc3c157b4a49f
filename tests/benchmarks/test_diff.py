"""What it costs to say what changed in a large graph, beside telling apart two sets of rdflib's triples.

The peer only finds the triples; it gets a tenth of the awards, since it holds both graphs in memory.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import rdflib

from awardgraph.graph.changes.sides import compare, opened
from awardgraph.importer.run import import_sources
from tests.benchmarks.test_import import table

if TYPE_CHECKING:
    from pathlib import Path


def _build(folder: Path, text: str) -> Path:
    path = folder / "awards" / "many.csv"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    import_sources([path], folder / "awards.graph", data=folder)
    return folder / "awards.graph"


def _edited(text: str, every: int) -> str:
    """Return a table in which the level of every so manieth row is another."""
    lines = text.splitlines()
    lines[1::every] = [line.replace("ระดับ ", "ระดับที่แก้แล้ว ") for line in lines[1::every]]
    return "\n".join(lines) + "\n"


def _pair(folder: Path, rows: int, edits: int) -> tuple[Path, Path]:
    text = table(rows)
    return _build(folder / "old", text), _build(folder / "new", _edited(text, rows // edits))


@pytest.mark.benchmark
def test_a_hundred_edits_in_ten_thousand_awards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = _pair(tmp_path / "large", 10_000, 100)
    began = time.process_time()
    found = compare(opened(old), opened(new))
    ours = time.process_time() - began
    assert sum(change.verb == "corrected" for change in found) == 100

    began = time.process_time()
    assert compare(opened(old), opened(old)) == []
    same = time.process_time() - began

    small = [
        "".join(line.replace(" <> .", " .") for line in _bare(graph))
        for graph in _pair(tmp_path / "small", 1_000, 100)
    ]
    began = time.process_time()
    before, after = (set(rdflib.Graph().parse(data=text, format="nt")) for text in small)
    assert after - before
    assert before - after
    peer = time.process_time() - began

    with capsys.disabled():
        print(
            f"\n  {ours:6.2f} CPU s for 10,000 awards twice with 100 edits, in words; {same * 1000:.1f} ms where nothing differs"
            f"\n  {peer:6.2f} CPU s for rdflib and two sets, 1,000 awards twice: × 10 is {peer * 10:.1f} CPU s"
        )
    assert ours < peer * 10


def _bare(graph: Path) -> list[str]:
    from awardgraph.graph.changes.lines import bare

    return list(bare(opened(graph).lines()))
