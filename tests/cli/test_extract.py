"""``awardgraph extract``."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

import docx
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


def test_a_document_that_cannot_be_read_is_told_of_and_the_others_are_read(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    (tmp_path / "bad.txt").write_bytes("รางวัล".encode() + b"\n\xff")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_bytes(RELEASE.encode("tis-620"))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4\n")
    outcome = run("extract", tmp_path)
    assert outcome.code == 4
    [good] = json.loads(outcome.out)
    assert len(good["awards"]) == 1
    assert "bad.txt:2: the text is neither UTF-8" in outcome.err
    assert "empty.txt:1: the file is empty" in outcome.err
    assert "picture.txt: is a picture (PNG)" in outcome.err
    assert "scan.pdf: is a damaged PDF" in outcome.err
    assert "Passed over, since they are no releases: 1 .jpg." in outcome.err


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_kind_of_document_tells_of_the_same_award(
    run: Callable[..., Outcome], tmp_path: Path, jobs: int
) -> None:
    title, body = RELEASE.splitlines()
    (tmp_path / "a.html").write_text(f"<title>{title}</title><h1>{title}</h1><p>{body}</p>", encoding="utf-8")
    document = docx.Document()
    for line in (title, body):
        document.add_paragraph(line)
    document.save(str(tmp_path / "b.docx"))
    (tmp_path / "c.txt").write_text(RELEASE, encoding="utf-16")
    outcome = run("extract", tmp_path, "--jobs", jobs)
    assert outcome.code == 0
    for read in json.loads(outcome.out):
        [award] = read["awards"]
        assert (award["recipient"], award["year_be"], award["level"]) == ("กรมประมง", 2566, "ดี"), read["file"]


def test_standard_input_is_read(run: Callable[..., Outcome]) -> None:
    outcome = run("extract", "-", stdin=RELEASE)
    assert outcome.code == 0
    [read] = json.loads(outcome.out)
    assert (read["file"], len(read["awards"])) == ("standard input", 1)


def test_another_language_is_read_and_tells_of_none(run: Callable[..., Outcome]) -> None:
    outcome = run("extract", "-", stdin="Le prix a été remis hier.")
    assert outcome.code == 0
    assert json.loads(outcome.out)[0]["awards"] == []


def test_a_folder_without_releases_and_a_file_that_is_not_there_are_mistakes(
    run: Callable[..., Outcome], tmp_path: Path
) -> None:
    outcome = run("extract", tmp_path)
    assert outcome.code == 4
    assert "holds no document" in outcome.err
    outcome = run("extract", tmp_path / "none.pdf")
    assert outcome.code == 4
    assert "there is no such file" in outcome.err


def test_a_library_that_is_missing_is_told_with_the_command_that_brings_it(
    run: Callable[..., Outcome], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n")
    (tmp_path / "b.html").write_text("<p>รางวัล", encoding="utf-8")
    (tmp_path / "c.txt").write_text(RELEASE, encoding="utf-8")
    outcome = run("extract", tmp_path)
    assert outcome.code == 4
    assert "a.pdf: needs pypdf, which is not installed." in outcome.err
    assert "b.html: needs trafilatura, which is not installed." in outcome.err
    assert outcome.err.count('python -m pip install "awardgraph[press]"') == 2
    assert len(json.loads(outcome.out)) == 1
