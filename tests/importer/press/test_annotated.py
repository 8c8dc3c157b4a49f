"""The reader on the annotated releases that stand beside the checkout, with their own scorer."""

from __future__ import annotations

import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from awardgraph.importer.press.lexicon import spaceless
from awardgraph.importer.press.normalising import normalise
from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import Reader, read_release, reader_of
from awardgraph.resources import data_root
from tests.importer.press.conftest import PRESS, needs_press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: The scorer leaves a file open.
pytestmark = [needs_press, pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")]

ALL = [*sorted(PRESS.glob("labelled/*.txt")), *sorted(PRESS.glob("unlabelled/*.txt"))]


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score", PRESS / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def scores(read: Callable[[Path, str], dict[str, Any]]) -> dict[str, float]:
    """Return F1 of awards (strict), people (name and part) and the fields of the ceremony."""
    score = scorer()
    awards, people, ceremony = score.PRF(), score.PRF(), score.PRF()
    for path in sorted(PRESS.glob("labelled/*.txt")):
        gold = json.loads((PRESS / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        found = read(path, path.read_text(encoding="utf-8"))
        awards.add([score.kstrict(a) for a in gold["awards"]], [score.kstrict(a) for a in found["awards"]])
        people.add([score.kper(p) for p in gold["people"]], [score.kper(p) for p in found["people"]])
        for field in ("name", "year_be", "date", "venue", "organiser"):
            one, two = (gold["ceremony"] or {}).get(field), (found["ceremony"] or {}).get(field)
            right = bool(one) and bool(two) and score.vmatch(field, one, two)
            ceremony.tp += right
            ceremony.fp += bool(two) and not right
            ceremony.fn += bool(one) and not right
        if gold["kind"] == "negative":
            assert found["awards"] == [], path.name
    return {
        name: 2 * of.tp / (2 * of.tp + of.fp + of.fn)
        for name, of in (("awards", awards), ("people", people), ("ceremony", ceremony))
    }


def test_the_annotated_releases_are_read(reader: Reader) -> None:
    found = scores(lambda path, text: prediction(read_release(text, reader), text, path.name))
    print(found)
    assert found["awards"] >= 0.95
    assert found["people"] >= 0.95
    assert found["ceremony"] >= 0.95


def test_a_release_is_read_without_what_the_lexicons_learned_from_it_alone(reader: Reader) -> None:
    packed = {path: spaceless(normalise(path.read_text(encoding="utf-8")).text) for path in ALL}
    forms = {entry.form: spaceless(entry.form) for entry in reader.lexicon.entries}

    def read(path: Path, text: str) -> dict[str, Any]:
        others = [other for name, other in packed.items() if name != path]
        only = [
            form
            for form, short in forms.items()
            if short in packed[path] and not any(short in o for o in others)
        ]
        return prediction(read_release(text, reader_of(data_root(), only)), text, path.name)

    found = scores(read)
    print(found)
    assert found["awards"] >= 0.90
    assert found["people"] >= 0.92
    assert found["ceremony"] >= 0.92


@pytest.mark.parametrize("folder", ["labelled", "unlabelled"])
def test_every_span_is_a_quote(folder: str, reader: Reader) -> None:
    for path in sorted((PRESS / folder).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = prediction(read_release(text, reader), text, path.name)
        spans = [span for award in found["awards"] for span in award["spans"].values()]
        spans += [person["spans"]["name"] for person in found["people"]] + found["ignored"]
        spans += (found["ceremony"] or {"spans": {}})["spans"].values()
        for span in spans:
            assert 0 <= span["start"] < span["end"] <= len(text), path.name
            assert text[span["start"] : span["end"]] == span["quote"], path.name
        for award in found["awards"]:
            assert text[award["start"] : award["end"]] == award["span"] != ""


def test_depas_release_gives_its_three_awards_and_nothing_more(reader: Reader) -> None:
    text = (PRESS / "labelled" / "depa-pmqa-2566.txt").read_text(encoding="utf-8")
    found = read_release(text, reader)
    assert [
        (award.value("scheme"), award.value("level"), award.value("year_be")) for award in found.awards
    ] == [
        ("รางวัลเลิศรัฐ", "ก้าวหน้า", "2566"),
        ("รางวัลเลิศรัฐ", "ดี", "2564"),
        ("United Nations Public Service Awards", None, "2565"),
    ]
    assert [person.part for person in found.people] == ["accepted", "presenter"]
    assert found.ceremony
    assert not {"date", "venue"} & set(found.ceremony.slots)
