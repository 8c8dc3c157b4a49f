"""The sources are read again: each quote holds, has moved, is gone, or cannot be looked up."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph, SourceError
from awardgraph.importer.run import find_sources, import_sources
from awardgraph.importer.verifying import verify_passages
from tests.conftest import ROOT, SHARED

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "ข่าวหนึ่ง: กรมอนามัยได้รับรางวัลระดับดี ในปีนี้\n"
QUOTE = "กรมอนามัยได้รับรางวัลระดับดี"


@pytest.fixture
def graph(folder: Path) -> Graph:
    """The graph of a table and a record, with the text of the record's document beside it."""
    (folder / "press").mkdir()
    (folder / "press" / "letter.txt").write_text(TEXT, encoding="utf-8")
    (folder / "records").mkdir()
    (folder / "records" / "own.yaml").write_text(
        f"document: {{id: own, title: ข่าวหนึ่ง, sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}}}\n"
        "agency: กรมอนามัย\ncountry: ไทย\nawards:\n  - scheme: รางวัลเลิศรัฐ\n    year: พ.ศ. 2564\n"
        f"    recipient: กรมอนามัย\n    quote: {{text: {QUOTE}, start: {TEXT.index(QUOTE)}}}\n",
        encoding="utf-8",
    )
    import_sources(find_sources(folder), folder.parent / "g", data=folder)
    return Graph.open(folder.parent / "g")


def results(graph: Graph, data: Path) -> dict[str, tuple[str, tuple[int, ...]]]:
    """Return file and line (or file and start) of each quote → what became of it."""
    return {
        f"{one.quote.file or one.where}:{(*one.quote.lines, one.quote.start)[0]}": (one.result, one.lines)
        for one in verify_passages(graph, data)
    }


def test_everything_holds(graph: Graph, folder: Path) -> None:
    assert results(graph, folder) == {
        "awards/few.csv:2": ("holds", (2,)),
        "awards/few.csv:3": ("holds", (3,)),
        "awards/few.csv:4": ("holds", (4,)),
        f"press/letter.txt:{TEXT.index(QUOTE)}": ("holds", ()),
    }


def test_a_row_that_moved_and_one_that_changed(graph: Graph, folder: Path) -> None:
    table = folder / "awards" / "few.csv"
    header, first, second, third = table.read_text(encoding="utf-8").splitlines()
    rows = [header, third, first, second.replace("กรมอนามัย", "กรมอนามย")]
    table.write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = results(graph, folder)
    assert found["awards/few.csv:4"] == ("moved", (2,))
    assert found["awards/few.csv:2"] == ("moved", (3,))
    # The row that was changed was worded like the first, which stands in its line now.
    assert found["awards/few.csv:3"] == ("holds", (3,))


def test_a_row_that_is_gone(graph: Graph, folder: Path) -> None:
    (folder / "awards" / "few.csv").write_text("scheme_th,recipient_th\nก,ข\n", encoding="utf-8")
    assert {result for file, (result, _) in results(graph, folder).items() if "csv" in file} == {"gone"}
    (folder / "awards" / "few.csv").unlink()
    assert {result for file, (result, _) in results(graph, folder).items() if "csv" in file} == {"gone"}


def test_a_table_that_is_broken_is_named(graph: Graph, folder: Path) -> None:
    (folder / "awards" / "few.csv").write_text("scheme_th,recipient_th\nก\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"awards/few\.csv:2: has 1 cells"):
        verify_passages(graph, folder)


def test_a_text_is_known_by_its_bytes_or_by_its_name(graph: Graph, folder: Path) -> None:
    letter = folder / "press" / "letter.txt"
    letter.write_text(TEXT.replace("ระดับดี", "ระดับดิ"), encoding="utf-8")
    # Another text without the document's name is not its text.
    assert Counter(one.result for one in verify_passages(graph, folder)) == {"holds": 3, "unread": 1}
    letter.rename(folder / "press" / "own.txt")
    [gone] = [one for one in verify_passages(graph, folder) if one.result == "gone"]
    assert (gone.quote.text, gone.where) == (QUOTE, "press/own.txt")


def test_some_passages_only(graph: Graph, folder: Path) -> None:
    [one, *_] = verify_passages(graph, folder)
    assert [again.quote for again in verify_passages(graph, folder, [one.quote.iri])] == [one.quote]


def test_every_row_of_the_shipped_build_holds(shipped: Graph) -> None:
    checked = verify_passages(shipped, ROOT / "data")
    rows = [one.result for one in checked if one.quote.file]
    assert len(rows) > 750
    assert set(rows) == {"holds"}
    assert {one.result for one in checked} <= {"holds", "unread"}


def test_every_quote_of_the_release_holds(shipped: Graph) -> None:
    folder = SHARED / "press" / "labelled"
    if not folder.exists():
        pytest.skip("The text of the release is not part of the repository and not beside it.")
    texts = [one for one in verify_passages(shipped, folder) if not one.quote.file]
    assert len(texts) == 13
    assert {one.result for one in texts} == {"holds"}
