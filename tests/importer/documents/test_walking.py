"""Files, folders and standard input, in order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST, Document
from awardgraph.importer.documents.walking import documents, find_documents

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_is_walked_in_order_and_what_is_no_document_is_counted(tmp_path: Path) -> None:
    for name in (
        "b.TXT",
        "a.txt",
        "sub/c.htm",
        "d.pdf",
        "e.docx",
        "photo.jpg",
        "photo2.JPG",
        ".cache/x.txt",
        "LICENSE",
    ):
        file = tmp_path / "news" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", encoding="utf-8")
    found = find_documents([tmp_path / "news"])
    assert [file.name for file in found.files] == [
        "news/a.txt", "news/b.TXT", "news/d.pdf", "news/e.docx", "news/sub/c.htm",
    ]  # fmt: skip
    assert found.others == {"": 1, ".jpg": 2}


def test_one_document_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("รางวัล", encoding="utf-8")
    (_, first), (_, second) = documents([tmp_path])
    assert isinstance(first, SourceError)
    assert isinstance(second, Document)
    assert second.text == "รางวัล"


def test_a_file_of_any_name_is_read_when_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "ข่าว").write_text("รางวัล", encoding="utf-8")
    [(_, document)] = documents([tmp_path / "ข่าว"])
    assert isinstance(document, Document)


def test_standard_input_is_a_document() -> None:
    [(file, document)] = documents(["-"], BytesIO("รางวัล".encode()))
    assert (file.name, file.path) == ("standard input", None)
    assert isinstance(document, Document)
    assert document.text == "รางวัล"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        find_documents([tmp_path / "none.txt"])
    (tmp_path / "a.jpg").write_bytes(b"x")
    with pytest.raises(SourceError, match=r"holds no document\. Name a folder of \.docx, \.htm"):
        find_documents([tmp_path])


def test_a_hundred_megabytes_are_refused_without_being_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(2 * LARGEST)
    [(_, found)] = documents([tmp_path])
    assert isinstance(found, SourceError)
    assert "is larger than 50 MB" in str(found)
