"""Reports that several tests read; to make one takes longer than to look at it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.graph.checking.run import check
from awardgraph.graph.checking.statements import of_files, of_graph
from awardgraph.resources import ontology_root

if TYPE_CHECKING:
    from awardgraph import Graph
    from awardgraph.graph.checking.findings import Report

PAIRS: Final = Path(__file__).with_name("pairs")
VALID: Final = sorted(PAIRS.glob("valid.*"))
INVALID: Final = sorted(path for path in PAIRS.glob("*/invalid.*") if path.suffix != ".csv")


@pytest.fixture(scope="session")
def everything() -> Report:
    """What is found in all pairs, checked together."""
    return check(of_files([*VALID, *INVALID]), ontology_root())


@pytest.fixture(scope="session")
def of_shipped(shipped: Graph) -> Report:
    """What is found in the graph of the data that come with the program."""
    return check(of_graph(shipped), ontology_root())
