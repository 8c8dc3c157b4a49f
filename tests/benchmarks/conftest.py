"""Measuring: CPU seconds of whole processes, ours and the peers' in turn, since a machine is never quiet."""

from __future__ import annotations

import resource
import statistics
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Compare = Callable[..., Mapping[str, float]]


def _cpu_seconds(command: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


@pytest.fixture
def compare(capsys: pytest.CaptureFixture[str]) -> Compare:
    """Run commands in turn and return the median CPU seconds of each; print them beside the first's."""

    def run(commands: Mapping[str, Sequence[str]], rounds: int = 15) -> Mapping[str, float]:
        measured: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                measured[name].append(_cpu_seconds(command))
        medians = {name: statistics.median(seconds) for name, seconds in measured.items()}
        first = next(iter(medians.values()))
        with capsys.disabled():
            print()
            for name, seconds in medians.items():
                print(f"  {seconds * 1000:8.0f} ms CPU  {seconds / first:6.2f} ×  {name}")
        return medians

    return run
