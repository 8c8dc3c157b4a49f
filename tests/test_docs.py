"""What the documents show is run: README's commands and Python, and the examples."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from awardgraph.cli.app import COMMANDS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph import Graph
    from tests.conftest import Outcome

README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"awardgraph query '(.*?)'", README, re.DOTALL)


@pytest.mark.parametrize("query", QUERIES)
def test_readme_queries_have_answers(run: Callable[..., Outcome], shipped: Graph, query: str) -> None:
    result = run("query", query, "--graph", shipped.location)
    assert result.code == 0, result.err
    assert len(result.out.splitlines()) > 2


def test_readme_asks_why(run: Callable[..., Outcome], shipped: Graph) -> None:
    [words] = re.findall(r"^awardgraph why (.+)$", README, re.MULTILINE)
    result = run("why", *words.split(), "--graph", shipped.location, "--lang", "en")
    assert result.code == 0, result.err
    assert "7 September 2023 (2566 BE)" in result.out


def test_readme_python_runs(shipped: Graph) -> None:
    [code] = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    code = code.replace("build/awards.graph", str(shipped.location))
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "สำนักงานส่งเสริมเศรษฐกิจดิจิทัล" in result.stdout


def test_readme_names_every_command() -> None:
    named = set(re.findall(r"^\| `awardgraph ([a-z]+)", README, re.MULTILINE))
    assert named == set(COMMANDS)


def test_readme_links_lead_somewhere() -> None:
    for document in (
        README,
        *(path.read_text(encoding="utf-8") for path in [ROOT / "ontology" / "README.md"]),
    ):
        for target in re.findall(r"\]\(([^)#]+)\)", document):
            if "://" not in target:
                assert any((base / target).exists() for base in (ROOT, ROOT / "ontology")), target


def test_readme_and_ci_run_the_same_tests() -> None:
    assert "\ntests/run\n" in README
    assert "tests/run" in shlex.split((ROOT / ".ci" / "run").read_text(encoding="utf-8"), comments=True)


def test_examples_run(shipped: Graph) -> None:
    ask = [sys.executable, str(ROOT / "examples" / "01_ask.py"), str(shipped.location)]
    answer = subprocess.run(ask, capture_output=True, text=True, check=True).stdout
    assert "2566 รางวัลเลิศรัฐ พ.ศ. 2566 · คุณภาพการบริหารจัดการภาครัฐ 4.0 · ก้าวหน้า ←" in answer
    own = [sys.executable, str(ROOT / "examples" / "02_your_own_table.py")]
    lines = subprocess.run(own, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines[1] == "awards/mine.csv:4: '25664' is no year; expected four digits from 2443 to 2642 (พ.ศ.)."
    assert lines[0].split()[0] == lines[2].split()[0]
