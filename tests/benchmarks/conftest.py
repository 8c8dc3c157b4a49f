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
    """Run commands in turn and return what each costs beside the first, in CPU seconds; print it.

    It is the median of the rounds' own ratios, since what else the machine does slows a whole round down.
    """

    def run(commands: Mapping[str, Sequence[str]], rounds: int = 15) -> Mapping[str, float]:
        measured: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(rounds):
            for name, command in commands.items():
                measured[name].append(_cpu_seconds(command))
        first = next(iter(measured.values()))
        ratios = {
            name: statistics.median(ours / theirs for ours, theirs in zip(seconds, first, strict=True))
            for name, seconds in measured.items()
        }
        with capsys.disabled():
            print()
            for name, ratio in ratios.items():
                median = statistics.median(measured[name])
                print(f"  {median * 1000:8.0f} ms CPU  {ratio:6.2f} ×  {name}")
        return ratios

    return run
