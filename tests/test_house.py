"""The house itself: public names, rooms, files of a readable size, words in both languages."""

from __future__ import annotations

import ast
import tomllib
from typing import TYPE_CHECKING

import pytest

import awardgraph
from awardgraph import errors, resources
from awardgraph.cli.exits import CODES, exit_code
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def test_public_names_are_all_there_and_sorted() -> None:
    public = [name for name in vars(awardgraph) if not name.startswith("_") and name[0].isupper()]
    assert sorted(awardgraph.__all__) == sorted([*public, "__version__"])


def test_every_error_has_an_exit_code() -> None:
    classes = [cls for cls in vars(errors).values() if isinstance(cls, type) and issubclass(cls, Exception)]
    assert {cls.__name__ for cls in classes} >= set(awardgraph.__all__) - {"Graph", "__version__"}
    for cls in classes:
        if cls is not errors.AwardGraphError:
            assert any(base in CODES for base in cls.__mro__), cls
    assert exit_code(errors.LockedError("x", "y")) == exit_code(errors.GraphError("x", "y")) == 5


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_a_file_keeps_to_its_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 300, "split it: a file has one subject"
    limit = 60
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            assert node.module != "awardgraph", f"line {node.lineno} imports the front of the house"
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno <= limit, (
                f"{node.name} is too long to be read at once"
            )


@pytest.mark.parametrize("name", ["", "terminal."])
def test_both_languages_have_the_same_words(name: str) -> None:
    thai, english = (tomllib.loads(resources.text(f"messages/{name}{lang}.toml")) for lang in ("th", "en"))
    assert _keys(thai) == _keys(english)


def _keys(words: object, path: str = "") -> set[str]:
    if isinstance(words, dict):
        return {key for name, value in words.items() for key in _keys(value, f"{path}/{name}")}
    return {f"{path} {len(words)}" if isinstance(words, list) else path}


@pytest.mark.parametrize("name", [path.name for path in sorted((ROOT / "src").rglob("*.rq"))])
def test_every_question_has_a_title_in_both_languages_and_is_asked(
    shipped: awardgraph.Graph, name: str
) -> None:
    text = resources.text(f"sparql/{name}")
    assert text.startswith("# title: ")
    assert "\n# title-th: " in text
    assert list(shipped.query(text)), "the shipped graph has no answer"  # type: ignore[arg-type]


def test_carried_folders_are_found() -> None:
    assert (resources.data_root() / "awardgraph.toml").is_file()
    assert (resources.ontology_root() / "awardgraph.ttl").is_file()
