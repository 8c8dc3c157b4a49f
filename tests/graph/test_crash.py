"""kill -9 at any moment leaves the old graph or the new one; one writer; readers are never blocked."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, LockedError
from awardgraph.graph.lock import writing
from awardgraph.importer.run import import_sources

if TYPE_CHECKING:
    from pathlib import Path

#: Printed by a failing run, so that it can be repeated.
SEED = 25660907

IMPORT = """
import sys
from pathlib import Path
from awardgraph.importer.run import find_sources, import_sources
data = Path(sys.argv[1])
print("ready", flush=True)
import_sources(find_sources(data), Path(sys.argv[2]), data=data, only_these=True)
"""


def _table(data: Path, year: int, rows: int = 400) -> None:
    lines = [f"รางวัลเลิศรัฐ,{year},หน่วยงานที่ {n},https://example.org/{n % 7}" for n in range(rows)]
    text = "\n".join(["scheme_th,year_be,recipient_th,source_url", *lines]) + "\n"
    (data / "awards" / "few.csv").write_text(text, encoding="utf-8")


def _digest(location: Path) -> str:
    graph = Graph.open(location)
    graph.verify()
    return graph.manifest.digest


def _import(data: Path, location: Path, kill_after: float | None = None) -> int:
    """Import in a process of its own, killed after some seconds; return its exit code."""
    command = [sys.executable, "-c", IMPORT, str(data), str(location)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        if kill_after is not None:
            time.sleep(kill_after)
            process.send_signal(signal.SIGKILL)
        return process.wait()


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a signal of POSIX systems")
def test_50_kills_leave_the_old_graph_or_the_new(folder: Path) -> None:
    dice = random.Random(SEED)
    location = folder.parent / "awards.graph"
    digests = {}
    for year in (2564, 2565):
        _table(folder, year)
        began = time.monotonic()
        assert _import(folder, location) == 0
        longest = time.monotonic() - began
        digests[year] = _digest(location)
    seen: dict[str, int] = dict.fromkeys(digests.values(), 0)
    for attempt in range(50):
        year = (2564, 2565)[attempt % 2]
        _table(folder, year)
        _import(folder, location, kill_after=dice.random() * longest)
        found = _digest(location)
        assert found in seen, f"a third graph after kill {attempt} (seed {SEED})"
        seen[found] += 1
    assert all(seen.values()), f"the kills met one side only: {seen}"
    # What the kills left behind is cleaned by the next import that ends.
    _table(folder, 2566)
    assert _import(folder, location) == 0
    assert len(list((location / "generations").iterdir())) <= 2
    assert not list(location.rglob("*.new"))


def test_a_kill_before_the_first_generation_leaves_room_for_an_import(folder: Path) -> None:
    location = folder.parent / "awards.graph"
    (location / "generations" / "1").mkdir(parents=True)
    (location / "sources").mkdir()
    import_sources([folder / "awards" / "few.csv"], location, data=folder)
    Graph.open(location).verify()


def test_a_second_writer_is_refused_by_name(folder: Path) -> None:
    location = folder.parent / "awards.graph"
    sources = [folder / "awards" / "few.csv"]
    import_sources(sources, location, data=folder)
    holder = """
import sys, time
from pathlib import Path
from awardgraph.graph.lock import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", holder, str(location)], stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(LockedError, match=f"being written by process {process.pid} on "):
            import_sources(sources, location, data=folder)
        # A reader asks while the writer holds the lock.
        assert len(Graph.open(location)) > 0
        process.kill()
    # The system gave the lock back.
    import_sources(sources, location, data=folder)


def test_an_unreadable_holder_is_another_process(folder: Path) -> None:
    location = folder.parent / "awards.graph"
    location.mkdir()
    with writing(location):
        (location / "LOCK").write_text("?", encoding="utf-8")
        with pytest.raises(LockedError, match="another process"), writing(location):
            pass


def test_a_reader_keeps_its_graph_while_imports_go_on(folder: Path) -> None:
    location = folder.parent / "awards.graph"
    _table(folder, 2564)
    import_sources([folder / "awards" / "few.csv"], location, data=folder)
    reader = Graph.open(location)
    before, lines = reader.manifest.digest, list(reader.lines())
    for year in (2565, 2566, 2567):
        _table(folder, year)
        import_sources([folder / "awards" / "few.csv"], location, data=folder)
        reader.verify()
    assert reader.manifest.digest == before
    assert Graph.open(location).manifest.digest != before
    assert len(lines) == reader.manifest.quads - len(reader)


def test_a_damaged_generation_is_found(folder: Path) -> None:
    from awardgraph import GraphError

    location = folder.parent / "awards.graph"
    _table(folder, 2564)
    import_sources([folder / "awards" / "few.csv"], location, data=folder)
    other = folder.parent / "other.graph"
    _table(folder, 2565)
    import_sources([folder / "awards" / "few.csv"], other, data=folder)
    shutil.rmtree(location / "generations" / "1")
    shutil.copytree(other / "generations" / "1", location / "generations" / "1")
    with pytest.raises(GraphError, match="does not hold what was built"):
        Graph.open(location).verify()
    shutil.rmtree(location / "generations" / "1")
    with pytest.raises(GraphError, match="cannot be opened"):
        Graph.open(location)
