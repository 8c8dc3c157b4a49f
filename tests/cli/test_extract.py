"""``awardgraph extract``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

RELEASE = "กรมประมงรับรางวัล\nกรมประมง ได้รับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ ระดับดี\n"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_gives_one_list_in_order(run: Callable[..., Outcome], tmp_path: Path, jobs: int) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "b.txt").write_text(RELEASE, encoding="utf-8")
    (folder / "a.txt").write_text("ไม่มีเรื่องนี้\n", encoding="utf-8")
    outcome = run("extract", folder, "--format", "json", "--jobs", jobs)
    found = json.loads(outcome.out)
    assert [(text["file"], text["kind"], len(text["awards"])) for text in found] == [
        ("news/a.txt", "negative", 0), ("news/b.txt", "award", 1),
    ]  # fmt: skip
    assert outcome.code == 0
    assert "2 texts read, 1 awards." in outcome.err


def test_a_text_that_cannot_be_read_is_told_of_and_the_others_are_read(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_bytes("รางวัล".encode("tis-620") + b"Award")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(RELEASE, encoding="utf-8")
    outcome = run("extract", tmp_path)
    assert outcome.code == 4
    assert len(json.loads(outcome.out)) == 1
    assert "bad.txt:1: the text is not UTF-8" in outcome.err
    assert "empty.txt:1: the file is empty" in outcome.err


def test_a_folder_without_texts_is_a_mistake(run: Callable[..., Outcome], tmp_path: Path) -> None:
    outcome = run("extract", tmp_path)
    assert outcome.code == 4
    assert "holds no text" in outcome.err
