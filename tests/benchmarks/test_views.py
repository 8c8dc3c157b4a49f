"""What the explorer costs, from 30 entities to a million, beside plain pyvis with 30 and with 300 nodes.

CPU seconds judge, of the renderer and of the process that makes the page; the clock stands beside them. They
are those of a quiet computer: another process on the same core lengthens them by a third and more.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pytest

from tests.benchmarks.view_lines import view_lines
from tests.benchmarks.watching import Opened, opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser


@dataclass(frozen=True, slots=True)
class Most:
    """What a page may cost at most: bytes, and CPU seconds."""

    size: int
    made: float
    cpu: float
    key: float


MOST: Final = {
    30: Most(60_000, 0.2, 0.4, 0.016),
    2_000: Most(200_000, 0.3, 0.5, 0.016),
    100_000: Most(4_000_000, 3.0, 0.8, 0.016),
    1_000_000: Most(35_000_000, 30.0, 1.1, 0.050),
}

#: Longest task after the first paint, and longest from a click until it is painted, in seconds.
LONGEST: Final = 0.050

#: Most memory that making a page may take, in bytes.
MEMORY: Final = 1.5e9

#: Makes the page of a file of lines; says its CPU seconds, those of the imports left out, and its memory.
_MAKE: Final = """
import json, resource, sys, time
from pathlib import Path
from awardgraph.exporters.views.explorer.page import explorer_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
began = time.process_time()
with open(sys.argv[1], "rb") as lines:
    page = explorer_page(lines, DEFAULT_BASE)
Path(sys.argv[2]).write_text(page, encoding="utf-8", newline="\\n")
cpu = time.process_time() - began
print(json.dumps([cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))
"""

_HEAD: Final = (
    f"  {'':24} {'MB':>7} {'made':>6} {'MB':>6} | {'paint':>6} {'ready':>6} {'CPU':>6} {'task':>6}"
    f" | {'click':>6} {'clock':>6} {'letter':>6} {'clock':>6}"
)


def _row(name: str, size: int, made: float, memory: float, seen: Opened) -> str:
    def told(*seconds: float) -> str:
        return " ".join(f"{one:6.3f}" if one >= 0 else f"{'-':>6}" for one in seconds)

    return (
        f"  {name:24} {size / 1e6:7.3f} {made:6.2f} {memory / 1e6:6.0f} | {told(seen.paint, seen.ready, seen.cpu, seen.longest)}"
        f" | {told(seen.click, seen.click_clock, seen.key, seen.key_clock)}"
    )


def _made(folder: Path, entities: int) -> tuple[Path, float, float]:
    """Return the page of so many entities, the CPU seconds that it took to make it, and the memory."""
    lines, page = folder / f"{entities}.nq", folder / f"{entities}.html"
    with lines.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(view_lines(entities))
    command = [sys.executable, "-c", _MAKE, str(lines), str(page)]
    cpu, memory = json.loads(subprocess.run(command, check=True, capture_output=True, env=os.environ).stdout)
    lines.unlink()
    return page, cpu, memory


def _pyvis(folder: Path, nodes: int) -> Path:
    """Return the page that pyvis makes of so many nodes and their links, with nothing set; inside as all it can be."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    for number in range(nodes):
        network.add_node(number, label=f"หน่วยงานที่ {number} · Agency {number}")
    for number in range(1, nodes):
        network.add_edge(number, number // 3)
        network.add_edge(number, number * 7 % nodes)
    page = folder / f"pyvis-{nodes}.html"
    page.write_text(network.generate_html(notebook=False), encoding="utf-8", newline="\n")
    return page


@pytest.mark.benchmark
def test_the_explorer_costs_no_more_than_it_may(
    browser: Browser, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows, over = [_HEAD], []
    for entities, most in MOST.items():
        page, made, memory = _made(tmp_path, entities)
        seen, size = opened(browser, page), page.stat().st_size
        rows.append(_row(f"explorer, {entities:,}", size, made, memory, seen))
        limits = {
            "bytes": (size, most.size),
            "CPU s to make it": (made, most.made),
            "bytes of memory": (memory, MEMORY),
            "CPU s until it is ready": (seen.cpu, most.cpu),
            "s of a task": (seen.longest, LONGEST),
            "s for a click": (seen.click, LONGEST),
            "s for a letter": (seen.key, most.key),
        }
        over += [
            f"{entities:,}: {value:.3f} {what}, at most {limit}"
            for what, (value, limit) in limits.items()
            if value > limit
        ]
    for nodes in (30, 300):
        page = _pyvis(tmp_path, nodes)
        seen = opened(browser, page, rounds=1, vis=True, wait=180)
        rows.append(_row(f"pyvis, {nodes}", page.stat().st_size, 0, 0, seen))
    with capsys.disabled():
        print("", *rows, *over, sep="\n")
    assert over == []
