"""A row leads back to its file and line, and the line is no fact."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awardgraph import Graph, GraphError
from awardgraph.graph.asking import rows_of
from awardgraph.graph.manifest import StoredSource
from awardgraph.graph.rows import read_lines_of_rows, store_lines_of_rows
from awardgraph.graph.sources import read_quotes
from awardgraph.importer.run import find_sources, import_sources
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def location(folder: Path) -> Path:
    import_sources(find_sources(folder), folder.parent / "g", data=folder)
    return folder.parent / "g"


def lines(location: Path) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return (passage, quote) → its lines, for every passage of a graph."""
    graph = Graph.open(location)
    passages = [row["passage"].value for row in rows_of(graph, "SELECT ?passage { ?passage a awg:Passage }")]
    return {(quote.iri, quote.text): quote.lines for quote in read_quotes(graph, passages).values()}


def test_each_passage_leads_to_its_line(folder: Path, location: Path) -> None:
    written = (folder / "awards" / "few.csv").read_text(encoding="utf-8").splitlines()
    for (_, quote), found in lines(location).items():
        [line] = found
        assert all(word in written[line - 1] for word in quote.split(" · "))
    assert sorted(found for (found,) in lines(location).values()) == [2, 3, 4]


def test_shuffled_rows_change_the_lines_and_no_statement(folder: Path, location: Path) -> None:
    before, digest = lines(location), Graph.open(location).manifest.digest
    table = folder / "awards" / "few.csv"
    header, first, second, third = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([header, third, first, second]) + "\n", encoding="utf-8")
    import_sources(find_sources(folder), location, data=folder)
    assert Graph.open(location).manifest.digest == digest
    assert lines(location).keys() == before.keys()
    assert lines(location) != before


def test_two_equal_rows_are_one_passage_in_two_lines(folder: Path) -> None:
    table = folder / "awards" / "few.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text + text.splitlines(keepends=True)[1], encoding="utf-8")
    import_sources(find_sources(folder), folder.parent / "g", data=folder)
    assert sorted(lines(folder.parent / "g").values()) == [(2, 5), (3,), (4,)]


def test_old_files_are_cleaned_away_and_lost_ones_made_again(folder: Path, location: Path) -> None:
    table = folder / "awards" / "few.csv"
    for year in (2560, 2561, 2562):
        table.write_text(f"scheme_th,year_be,recipient_th\n\nก,{year},ข\n", encoding="utf-8")
        import_sources(find_sources(folder), location, data=folder)
    assert len(list((location / "sources").glob("*.rows.gz"))) <= 2  # of this generation and the one before
    [named] = {
        source["rows_file"] for source in json.loads((location / "MANIFEST.json").read_bytes())["sources"]
    }
    (location / "sources" / named).unlink()
    with pytest.raises(GraphError, match=r"awards/few\.csv cannot be read.*Build the graph again"):
        lines(location)
    import_sources(find_sources(folder), location, data=folder)
    assert list(lines(location).values()) == [(3,)]


def test_a_damaged_file_is_said_to_be(location: Path) -> None:
    [path] = (location / "sources").glob("*.rows.gz")
    path.write_bytes(gzip.compress(b"https://e.org/a\tsecond\n"))
    with pytest.raises(GraphError, match="Build the graph again"):
        lines(location)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(min_value=1, max_value=10**6)), max_size=20))
def test_what_is_stored_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, places: list[tuple[str, int]]
) -> None:
    location = tmp_path_factory.mktemp("rows")
    (location / "sources").mkdir()
    given_iris = [(f"https://e.org/{name}", line) for name, line in places]
    name = store_lines_of_rows(location, given_iris)
    assert name == store_lines_of_rows(location, reversed(given_iris))
    read = read_lines_of_rows(location, StoredSource("", "a.csv", "", "", "table", 0, 0, "", "", name))
    assert {(iri, line) for iri, found in read.items() for line in found} == set(given_iris)


def test_an_entry_of_the_register_leads_to_its_line(shipped: Graph) -> None:
    [agencies] = [source for source in shipped.manifest.sources if source.path == "register/agencies.csv"]
    written = (ROOT / "data" / agencies.path).read_text(encoding="utf-8").splitlines()
    [line] = read_lines_of_rows(shipped.location, agencies)[f"{shipped.manifest.base}agency/depa"]
    assert written[line - 1].startswith("depa,public-organisation,สำนักงานส่งเสริมเศรษฐกิจดิจิทัล,")
