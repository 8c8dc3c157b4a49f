"""The reader of press releases is measured on releases of our own, and must not get worse.

`python -m tests.evaluation.test_reader` prints the figures and records them in score.json; -v prints each
difference. What is recorded is a floor, not an aim: record after each change that reads better.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import read_release, reader_of
from tests.conftest import ROOT
from tests.evaluation.scoring import Record, Scores, differences, load, report, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HERE = Path(__file__).parent
RECORDED = HERE / "score.json"

MEASURES = ("awards", "people by name", "people by name and part", "ceremonies' fields")
NONE = "awards in documents of kind negative"

HOW = "if the texts are read better on the whole, record it: python -m tests.evaluation.test_reader"


def text_of(file: str) -> str:
    return (HERE / file).read_bytes().decode("utf-8")


def predictions() -> dict[str, Record]:
    """Return what the reader takes from each text, by the file of its annotation."""
    reader = reader_of(ROOT / "data")
    return {
        file: prediction(read_release(text_of(file), reader), text_of(file), file)
        for file in load(HERE / "gold")
    }


def figures(scores: Scores) -> dict[str, float]:
    """Return the figures that are recorded: F1 by measure, and how many awards nobody was given."""
    counts = scores.counts
    return {measure: round(counts[measure].f1, 3) for measure in MEASURES} | {NONE: counts[NONE].false}


@pytest.fixture(scope="module")
def read() -> dict[str, Record]:
    return predictions()


@pytest.fixture(scope="module")
def measured(read: Mapping[str, Record]) -> dict[str, float]:
    return figures(score(load(HERE / "gold"), read))


@pytest.mark.parametrize("measure", MEASURES)
def test_no_score_falls(measure: str, measured: Mapping[str, float]) -> None:
    assert measured[measure] >= json.loads(RECORDED.read_text(encoding="utf-8"))[measure], HOW


def test_no_more_awards_are_made_up(measured: Mapping[str, float]) -> None:
    assert measured[NONE] <= json.loads(RECORDED.read_text(encoding="utf-8"))[NONE], HOW


def quotes(told: object) -> Iterator[Record]:
    """Yield every passage of a prediction: what has a start, an end and a quote."""
    if isinstance(told, dict):
        if {"start", "end", "quote"} <= told.keys():
            yield told
        for inner in told.values():
            yield from quotes(inner)
    if isinstance(told, list):
        for inner in told:
            yield from quotes(inner)


def test_every_quote_is_verbatim(read: Mapping[str, Record]) -> None:
    passages = [(file, passage) for file, told in read.items() for passage in quotes(told)]
    assert len(passages) > len(read)
    for file, passage in passages:
        assert text_of(file)[passage["start"] : passage["end"]] == passage["quote"]


def main() -> None:
    gold, told = load(HERE / "gold"), predictions()
    if "-v" in sys.argv:
        print(*differences(gold, told, {}), sep="\n")
    scores = score(gold, told)
    print(*report(scores), sep="\n")
    RECORDED.write_text(json.dumps(figures(scores), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
