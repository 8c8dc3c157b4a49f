"""Bad input: a sentence with file and line, exit code 4, and the graph as it was."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from awardgraph import Graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

HEADER = "scheme_th,year_be,recipient_th,project_th,source_url"
GOOD = "รางวัลเลิศรัฐ,2564,กรมอนามัย,,https://example.org/a"

#: Name → the bytes of a table, what the message must name.
TABLES: dict[str, tuple[bytes, str]] = {
    "no scheme": (f"{HEADER}\n,2564,กรมอนามัย,,\n".encode(), ":2: names no award scheme"),
    "nobody and nothing": (
        f"{HEADER}\n{GOOD}\nรางวัลเลิศรัฐ,2564,,,\n".encode(),
        ":3: names neither a recipient nor",
    ),
    "year 0": (f"{HEADER}\nรางวัลเลิศรัฐ,0,กรมอนามัย,,\n".encode(), ":2: '0' is no year"),
    "year 25664": (f"{HEADER}\nรางวัลเลิศรัฐ,25664,กรมอนามัย,,\n".encode(), ":2: '25664' is no year"),
    "this year": (f"{HEADER}\nรางวัลเลิศรัฐ,ปีนี้,กรมอนามัย,,\n".encode(), ":2: 'ปีนี้' is no year"),
    "year of the other era": (f"{HEADER}\nรางวัลเลิศรัฐ,2023,กรมอนามัย,,\n".encode(), ":2: '2023' is no year"),
    "unknown column": (
        b"scheme_th,recipent_th\na,b\n",
        ":1: unknown column 'recipent_th'. Did you mean recipient_th?",
    ),
    "a column twice": ("scheme_th,รางวัล\na,b\n".encode(), ":1: two columns mean scheme_th"),
    "too many cells": (f"{HEADER}\n{GOOD},more\n".encode(), ":2: has 6 cells; the header has 5"),
    "open quote": (f'{HEADER}\n{GOOD}\n"รางวัล,2564,กรม,,\n'.encode(), ":3: the quoting is broken"),
    "stray quote": (f'{HEADER}\n"รางวัล"เลิศรัฐ,2564,กรม,,\n'.encode(), ":2: the quoting is broken"),
    "TIS-620": (f"{HEADER}\n{GOOD}\n".encode("tis-620"), ":2: the text is not UTF-8; it looks like TIS-620"),
    "UTF-16": (f"{HEADER}\n{GOOD}\n".encode("utf-16"), ":1: the file begins with the mark of UTF-16"),
    "byte-order mark": (
        f"\ufeff{HEADER}\n{GOOD}\n".encode(),
        ":1: the file begins with a UTF-8 byte-order mark",
    ),
    "a NUL": (f"{HEADER}\n{GOOD}\n\0".encode(), ":3: holds a NUL character"),
    "nothing": (b"", ":1: the file is empty"),
    "white space": (b" \n\n", ":1: the file is empty"),
    "no address": (
        f"{HEADER}\nรางวัลเลิศรัฐ,2564,กรมอนามัย,,see the web\n".encode(),
        ":2: 'see the web' is no web",
    ),
    "address with markup": (
        f"{HEADER}\nร,2564,ก,,https://e.org/<script>\n".encode(),
        ":2: 'https://e.org/<script>' is no",
    ),
    "address with brackets": (
        f"{HEADER}\nร,2564,ก,,https://e.org/a[1]%zz\n".encode(),
        ":2: 'https://e.org/a[1]%zz' is",
    ),
    "semicolons": (
        "รางวัล;หน่วยงาน\nก;ข\n".encode(),
        ":1: unknown column 'รางวัล;หน่วยงาน'. The cells seem to be separated",
    ),
    "two years": (b"scheme_en,year_be,year_ce,recipient_en\na,2564,2022,b\n", ":2: gives two years"),
    "no outcome": (b"scheme_en,outcome,recipient_en\na,finelist,b\n", "Did you mean finalist?"),
    "no day": (b"scheme_en,recipient_en,ceremony_date\na,b,2023-02-30\n", ":2: '2023-02-30' is no date"),
    "unequal names": (
        b"scheme_en,recipient_th,recipient_en\na,x | y,z\n",
        ":2: names 2 recipients in Thai and 1",
    ),
}

RECORD = """document: {id: a-release, title: A release}
agency: depa
"""

#: Name → a record, what the message must name.
RECORDS = {
    "a key twice": (RECORD + "agency: opdc\n", ":3: the key 'agency' stands twice"),
    "an alias": ("document: &d {id: a, title: b}\nagency: *d\n", ":1: anchors and aliases are not read"),
    "a tag": (RECORD.replace("depa", "!!python/name:os.system depa"), ":2: the tag"),
    "no YAML": (RECORD + "awards: [\n", "is no YAML"),
    "unknown key": (RECORD + "award: []\n", ":3: unknown key 'award'. Did you mean awards?"),
    "missing key": ("agency: depa\n", "document is missing"),
    "a list for a text": (RECORD.replace("depa", "[depa]"), ":2: a text was expected here"),
    "a text for a list": (RECORD + "awards: none\n", ":3: a list was expected here"),
    "a text for keys": ("document: a\nagency: b\n", ":1: keys were expected here: id, title"),
    "no day": (RECORD.replace("title:", "published: 31 ก.พ. 2566, title:"), ":1: '31 ก.พ. 2566' is no date"),
    "no address": (RECORD.replace("title:", "url: depa.or.th, title:"), ":1: 'depa.or.th' is no web address"),
    "no role": (
        RECORD + "awards:\n - scheme: s\n   year: '2564'\n   recipient: r\n   quote: {text: q, start: 0}\n"
        "   people:\n    - {name: n, role: winner, quote: {text: q, start: 0}}\n",
        ":9: 'winner' is no role",
    ),
    "no number": (
        RECORD + "goals:\n - name: g\n   quote: {text: q, start: first}\n", ":5: invalid literal for int()"
    ),
    "too deep": (RECORD + "goals: " + "[" * 60 + "]" * 60, "is nested more than 50 deep"),
    "two documents": (RECORD + "---\n" + RECORD, "is no YAML"),
}  # fmt: skip


def _refused(run: Run, folder: Path, source: Path, message: str) -> None:
    graph = folder.parent / "awards.graph"
    assert run("import", folder / "awards" / "few.csv", "--data", folder, "--graph", graph).code == 0
    before = {path: path.read_bytes() for path in graph.glob("*.json")}
    result = run("import", folder / "awards" / "few.csv", source, "--data", folder, "--graph", graph)
    assert result.code == 4, result
    assert message in result.err
    assert source.name in result.err
    assert "Traceback" not in result.err
    assert {path: path.read_bytes() for path in graph.glob("*.json")} == before
    Graph.open(graph).verify()


@pytest.mark.parametrize("name", TABLES)
def test_a_bad_table_is_refused(run: Run, folder: Path, name: str) -> None:
    content, message = TABLES[name]
    source = folder / "bad.csv"
    source.write_bytes(content)
    _refused(run, folder, source, message)


@pytest.mark.parametrize("name", RECORDS)
def test_a_bad_record_is_refused(run: Run, folder: Path, name: str) -> None:
    content, message = RECORDS[name]
    source = folder / "bad.yaml"
    source.write_text(content, encoding="utf-8")
    _refused(run, folder, source, message)


def test_a_directory_or_nothing_is_no_source(run: Run, folder: Path) -> None:
    _refused(run, folder, folder / "awards", "holds no document")
    _refused(run, folder, folder / "nowhere.csv", "there is no such file")


def test_an_unknown_kind_of_file_is_no_source(run: Run, folder: Path) -> None:
    source = folder / "awards.mdb"
    source.write_bytes(b"Standard Jet DB")
    _refused(run, folder, source, "no reader for .mdb files")


#: Name → file of the register, its text, what the message must name.
REGISTERS = {
    "an id twice": ("people.csv", "id,name_th\na,ก\na,ข\n", "people.csv:3: the id a stands in line 2 already"),
    "a malformed id": ("people.csv", "id,name_th\nA b,ก\n", "people.csv:2: the id 'A b' is malformed"),
    "no name": ("people.csv", "id,name_th\na,\n", "people.csv:2: a has no name"),
    "a name of two": ("people.csv", "id,name_th,aliases\na,ก,\nb,ข,ก\n", "people.csv:3: 'ก' belongs to a (line 2) already"),
    "no such parent": ("agencies.csv", "id,name_th,parent\na,ก,b\n", "agencies.csv:2: parent names 'b'"),
    "no such scheme": ("ceremonies.csv", "scheme,year_ce\nx,2023\n", "ceremonies.csv:2: there is no scheme 'x'"),
    "no address": ("places.csv", "id,name_th,same_as\na,ก,Q869\n", "places.csv:2: same_as gives 'Q869'"),
    "a circle of parents": ("agencies.csv", "id,name_th,parent\na,ก,b\nb,ข,a\n", "is its own parent"),
    "unknown kind": ("schemes.csv", "id,kind,name_th\na,schema,ก\n", "schemes.csv:2: 'schema' is no kind"),
}  # fmt: skip


@pytest.mark.parametrize("name", REGISTERS)
def test_a_bad_register_is_refused(run: Run, folder: Path, name: str) -> None:
    file, text, message = REGISTERS[name]
    graph = folder.parent / "awards.graph"
    (folder / "register").mkdir()
    (folder / "register" / file).write_text(text, encoding="utf-8")
    result = run("import", folder / "awards" / "few.csv", "--data", folder, "--graph", graph)
    assert (result.code, message in result.err) == (4, True), result.err
    assert not graph.exists()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("base = 'no iri'\n", "is no IRI"),
        ("bse = 'x'\n", "unknown setting 'bse'. Did you mean base?"),
        ("base = 1\n", "base must be a text"),
        ("[columns]\n'ชื่อ' = 'projekt_th'\n", "Did you mean project_th?"),
        ("= 1\n", "is no TOML"),
    ],
)
def test_bad_settings_are_refused(run: Run, folder: Path, text: str, message: str) -> None:
    (folder / "awardgraph.toml").write_text(text, encoding="utf-8")
    result = run("build", "--data", folder, "--out", folder.parent / "build")
    assert (result.code, message in result.err) == (4, True), result.err
    assert not (folder.parent / "build").exists()


def test_a_folder_without_sources_cannot_be_built(run: Run, folder: Path) -> None:
    shutil.rmtree(folder / "awards")
    assert run("build", "--data", folder, "--out", folder.parent / "build").code == 4
    assert run("build", "--data", folder / "none", "--out", folder.parent / "build").code == 4


def test_two_sources_of_one_name_are_told_apart(run: Run, folder: Path) -> None:
    other = folder.parent / "awards" / "few.csv"
    other.parent.mkdir()
    shutil.copy(folder / "awards" / "few.csv", other)
    graph = folder.parent / "awards.graph"
    result = run("import", folder / "awards" / "few.csv", other, "--data", folder, "--graph", graph)
    assert (result.code, "has the same IRI as" in result.err) == (4, True)
    named = run(
        "import", other, "--data", folder, "--graph", graph, "--source-iri", "https://example.org/table"
    )
    assert named.code == 0
    assert run("import", other, other, "--graph", graph, "--source-iri", "https://example.org/t").code == 2
    assert run("import", other, "--graph", graph, "--source-iri", "no iri").code == 2
