"""What each named question costs on the shipped graph, in the order of their cost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from awardgraph.graph.questions import ask, read_questions

if TYPE_CHECKING:
    from awardgraph import Graph

#: Longest that a question may take, in CPU seconds.
LONGEST = 1.0


@pytest.mark.benchmark
def test_every_question_is_answered_within_a_second(
    shipped: Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    taken: dict[str, float] = {}
    for question in read_questions():
        began = time.process_time()
        answered = sum(1 for _ in ask(shipped, question.name))
        taken[f"{question.name} ({answered} rows)"] = time.process_time() - began
    with capsys.disabled():
        print()
        for name, seconds in sorted(taken.items(), key=lambda pair: -pair[1]):
            print(f"  {seconds * 1000:6.0f} ms CPU  {name}")
    assert max(taken.values()) <= LONGEST
