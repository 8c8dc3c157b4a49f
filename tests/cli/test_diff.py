"""``awardgraph diff``: a data folder is built twice with edits between, and exactly the edits are told."""

from __future__ import annotations

import json
import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from awardgraph.exporters.changes.changesets import CHANGESET
from awardgraph.exporters.views.labels import width
from awardgraph.graph.changes.sides import opened
from awardgraph.importer.run import find_sources, import_sources

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

HEADER: Final = "scheme_th,scheme_en,category_th,level_th,year_be,recipient_th,project_th,presenter_th,country,source_url,source_title"

ROWS: Final = (
    "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดี,2564,กรมอนามัย,งานหนึ่ง,,ไทย,https://example.org/a,ผลรางวัลปี 2564",
    "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดีเด่น,2564,กรมการแพทย์,งานสอง,,ไทย,https://example.org/a,ผลรางวัลปี 2564",
    "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดี,2564,กรมควบคุมโรค,,,ไทย,https://example.org/a,ผลรางวัลปี 2564",
    "รางวัลเลิศรัฐ,,พัฒนาการบริการ,ดี,2564,กรมปศุสัตว์,งานสี่,,ไทย,https://example.org/a,ผลรางวัลปี 2564",
    "รางวัลเลิศรัฐ,,พัฒนาการบริการ,ดี,2564,กรมการค้าภายใน,งานห้า,,ไทย,https://example.org/a,ผลรางวัลปี 2564",
)

REGISTER: Final = {
    "schemes.csv": "id,kind,name_th,name_en,aliases,abbreviations,parent,scale,rank,operated_by,source,notes\n"
    "psea,scheme,รางวัลเลิศรัฐ,Public Sector Excellence Awards,,,,,,,,\n",
    "ceremonies.csv": "scheme,year_ce,held_on,held_until,venue_th,venue_en,presenters,organiser,source,notes\n"
    "psea,2021,2021-09-10,,ทำเนียบรัฐบาล,,,,,\n",
    "people.csv": "id,name_th,name_en,aliases,source,notes\nwissanu,วิษณุ เครืองาม,Wissanu Krea-ngam,,,\n",
}


def _write(data: Path, rows: list[str], register: dict[str, str]) -> None:
    for name in ("awards", "register"):
        (data / name).mkdir(parents=True, exist_ok=True)
    (data / "awards" / "few.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    for name, text in register.items():
        (data / "register" / name).write_text(text, encoding="utf-8")


@pytest.fixture
def built(tmp_path: Path) -> Callable[[list[str], dict[str, str]], Path]:
    """Build a graph from rows and a register."""

    def build(rows: list[str], register: dict[str, str]) -> Path:
        data = tmp_path / f"data{len(list(tmp_path.glob('data*')))}"
        _write(data, rows, register)
        location = data / "awards.graph"
        import_sources(find_sources(data), location, data=data, only_these=True)
        return location

    return build


@pytest.fixture
def two(built: Callable[[list[str], dict[str, str]], Path]) -> tuple[Path, Path]:
    """A graph, and the same after seven edits."""
    rows = list(ROWS)
    rows[1] = rows[1].replace("ดีเด่น", "ดี", 1)  # a level corrected
    rows[2] = rows[2].replace("กรมควบคุมโรค,", "กรมควบคุมโรค,งานสาม")  # a project filled in
    del rows[3]  # a row removed
    rows.append(
        "รางวัลเลิศรัฐ,,พัฒนาการบริการ,ดี,2564,กรมอนามัย,งานหก,,ไทย,https://example.org/a,ผลรางวัลปี 2564"
    )  # a row added
    rows.append(
        ROWS[0].replace("example.org/a", "example.org/b").replace("ผลรางวัลปี 2564", "ข่าวกรมอนามัย")
    )  # a second source
    register = REGISTER | {
        "ceremonies.csv": REGISTER["ceremonies.csv"].replace("2021-09-10", "2021-09-15"),
        "people.csv": REGISTER["people.csv"].replace("Krea-ngam,,", "Krea-ngam,ดร.วิษณุ,"),
    }
    return built(list(ROWS), REGISTER), built(rows, register)


def _told(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text)["changes"]
    return found


def test_exactly_the_edits_are_told(run: Run, two: tuple[Path, Path]) -> None:
    result = run("diff", *two, "--format", "json")
    assert result.code == 3
    found = _told(result.out)
    assert [
        (change["verb"], change["kind"], [fact["property"].split("#")[-1] for fact in change["facts"]])
        for change in found
    ] == [
        ("added", "conferral", ["forProject"]),
        ("corrected", "conferral", ["level"]),
        ("corrected", "ceremony", ["heldOn"]),
        ("completed", "conferral", ["forProject"]),
        ("completed", "person", ["altLabel"]),
        ("confirmed", "conferral", []),
        ("withdrawn", "conferral", ["forProject"]),
    ]
    holders = [change["holders"] and change["holders"]["kept"][0]["name"]["th"] for change in found]
    assert holders == ["กรมอนามัย", "กรมการแพทย์", None, "กรมควบคุมโรค", None, "กรมอนามัย", "กรมปศุสัตว์"]
    level = found[1]["facts"][0]
    assert [level[side][0]["name"]["th"] for side in ("old", "new")] == ["ดีเด่น", "ดี"]
    day = found[2]["facts"][0]
    assert [day[side][0]["name"]["en"] for side in ("old", "new")] == ["2021-09-10", "2021-09-15"]


def test_the_cause_is_the_source_and_what_became_of_it(run: Run, two: tuple[Path, Path]) -> None:
    found = {
        (change["verb"], change["kind"]): change
        for change in _told(run("diff", *two, "--format", "json").out)
    }
    second = found["confirmed", "conferral"]["sources"][0]
    assert (second["iri"], second["state"], second["name"]["th"]) == (
        "https://example.org/b",
        "added",
        "ข่าวกรมอนามัย",
    )
    page = found["corrected", "conferral"]
    assert [(source["iri"], source["state"]) for source in page["sources"]] == [("https://example.org/a", "")]
    assert [(record["file"], record["state"]) for record in page["records"]] == [
        ("awards/few.csv", "changed")
    ]
    register = found["corrected", "ceremony"]["sources"][0]
    assert (register["file"], register["state"]) == ("register/ceremonies.csv", "changed")


def test_an_agency_that_the_register_learns_of(run: Run, built: Callable[..., Path]) -> None:
    """No row changed, but the same row is now understood to name the agency of the register."""
    agencies = "id,type,name_th,name_en,aliases,abbreviations,parent,country,same_as,source,notes\n"
    place = "id,type,name_th,name_en,aliases,abbreviations,parent,iso_code,dopa_code,same_as,source,notes\nth,country,ไทย,Thailand,,,,TH,,,,\n"
    before = REGISTER | {"places.csv": place, "agencies.csv": agencies}
    after = before | {
        "agencies.csv": agencies + "dms,department,กรมการแพทย์,Department of Medical Services,,,,th,,,\n"
    }
    added, corrected = _told(
        run("diff", built(list(ROWS), before), built(list(ROWS), after), "-f", "json").out
    )
    assert (added["verb"], added["iri"].rpartition("/")[2], added["sources"][0]["state"]) == (
        "added",
        "dms",
        "changed",
    )
    assert (corrected["verb"], corrected["kind"]) == ("corrected", "conferral")
    assert [fact["property"].rpartition("#")[2] for fact in corrected["facts"]] == ["recipient"]
    assert corrected["records"][0]["state"] == "reread"
    # The body that nobody knew goes; the work keeps its name, whoever owns it, and is no news.
    assert [thing["kind"] for thing in corrected["went"]] == ["organisation"]
    assert corrected["came"] == []


def test_swapped_graphs_turn_additions_into_withdrawals(run: Run, two: tuple[Path, Path]) -> None:
    there, back = (_told(run("diff", *graphs, "--format", "json").out) for graphs in (two, two[::-1]))
    mirror = {
        "added": "withdrawn",
        "withdrawn": "added",
        "completed": "cut",
        "confirmed": "unconfirmed",
        "corrected": "corrected",
    }
    assert Counter((mirror[change["verb"]], change["kind"]) for change in there) == Counter(
        (change["verb"], change["kind"]) for change in back
    )
    assert sorted(line for change in there for line in change["additions"]) == sorted(
        line for change in back for line in change["removals"]
    )


@pytest.mark.parametrize("form", ["text", "json", "md", "ttl"])
def test_a_graph_does_not_differ_from_itself(run: Run, two: tuple[Path, Path], form: str) -> None:
    result = run("diff", two[0], two[0], "--format", form, "--lang", "en")
    assert (result.code, result.err) == (0, "Nothing differs: both state the same.\n")
    # Nor from a copy of it, or from the same statements in a file.
    copy = shutil.copytree(two[0], two[0].with_name("copy.graph"))
    assert run("diff", copy, two[0]).code == 0


@pytest.mark.parametrize(
    ("form", "ending"),
    [
        ("turtle", "ttl"),
        ("nt", "nt"),
        ("nq", "nq"),
        ("trig", "trig"),
        ("jsonld", "jsonld"),
        ("rdfxml", "rdf"),
    ],
)
def test_an_exported_file_stands_for_its_graph(
    run: Run, two: tuple[Path, Path], form: str, ending: str
) -> None:
    files = []
    for name, graph in zip(("old", "new"), two, strict=True):
        file = graph.with_name(f"{name}.{ending}")
        assert run("export", "--graph", graph, "--format", form, "-o", file).code == 0
        assert run("diff", graph, file).code == 0
        files.append(file)
    graphs, exported = (_told(run("diff", *pair, "--format", "json").out) for pair in (two, files))
    told = [(change["verb"], change["iri"]) for change in exported]
    if ending in ("nq", "trig"):
        assert told == [(change["verb"], change["iri"]) for change in graphs]
        assert all(change["sources"] for change in exported)
    else:
        # Without sources nobody confirms; what remains is the link to the second page.
        kept = [(change["verb"], change["iri"]) for change in graphs if change["verb"] != "confirmed"]
        assert [pair for pair in told if pair in kept] == kept
        assert not any(change["sources"] or change["records"] for change in exported)


@pytest.mark.parametrize(
    ("lang", "sentences"),
    [
        (
            "en",
            [
                "~ Award corrected: “Public Sector Excellence Awards 2021 · นวัตกรรมการบริการ · ดี” to “กรมการแพทย์”",
                "At level: was “ดีเด่น”, is now “ดี”",
                "Held on: was 10 September 2021 (2564 BE), is now 15 September 2021 (2564 BE)",
                "For project: “งานสาม” (not stated before)",
                "According to: “ข่าวกรมอนามัย” https://example.org/b (a new source)",
                "- Award withdrawn: “Public Sector Excellence Awards 2021 · พัฒนาการบริการ · ดี” to “กรมปศุสัตว์”",
            ],
        ),
        (
            "th",
            [
                "~ แก้ไขข้อมูลรางวัล: “รางวัลเลิศรัฐ พ.ศ. 2564 · นวัตกรรมการบริการ · ดี” แก่ “กรมการแพทย์”",
                "ได้ระดับ: เดิม “ดีเด่น” แก้เป็น “ดี”",
                "วันที่จัดงาน: เดิม 10 กันยายน พ.ศ. 2564 (ค.ศ. 2021) แก้เป็น 15 กันยายน พ.ศ. 2564 (ค.ศ. 2021)",
                "จากผลงาน: “งานสาม” (เดิมไม่ได้ระบุ)",
                "ตามแหล่งข้อมูล: “ข่าวกรมอนามัย” https://example.org/b (แหล่งข้อมูลใหม่)",
                "- ถอนรางวัล: “รางวัลเลิศรัฐ พ.ศ. 2564 · พัฒนาการบริการ · ดี” แก่ “กรมปศุสัตว์”",
            ],
        ),
    ],
)
def test_it_is_told_in_words(run: Run, two: tuple[Path, Path], lang: str, sentences: list[str]) -> None:
    result = run("diff", *two, "--lang", lang)
    assert result.code == 3
    for sentence in sentences:
        assert sentence in result.out, result.out
    assert {
        "en": "Added: 1 award; Corrected: 1 award (at level)",
        "th": "เพิ่ม: รางวัล 1 รายการ; แก้ไข: รางวัล 1 รายการ (ได้ระดับ)",
    }[lang] in result.err


def test_on_a_terminal_lines_go_on_under_their_own_level(
    run: Run, two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = run("diff", *two, "--lang", "th").out
    monkeypatch.setattr("awardgraph.cli.differing.columns", lambda: 60)
    narrow = run("diff", *two, "--lang", "th").out
    assert "".join(narrow.split()) == "".join(piped.split())
    assert len(narrow.splitlines()) > len(piped.splitlines())
    for line in narrow.splitlines():
        assert re.match(r"[+~-] \S|(?:  |    |      )\S|$", line)
        # Only what is copied whole may be longer.
        assert width(line) <= 60 or " " not in line.strip()


def test_a_changelog_links_and_escapes(run: Run, built: Callable[..., Path]) -> None:
    wild = "รางวัลเลิศรัฐ,,นวัตกรรมการบริการ,ดี,2564,กรม[x](y)<b>,งาน *หนึ่ง*,,ไทย,https://example.org/w,ข่าว"
    result = run(
        "diff", built(list(ROWS), REGISTER), built([*ROWS, wild], REGISTER), "--format", "md", "--lang", "th"
    )
    lines = result.out.splitlines()
    assert lines[:3] == ["# สิ่งที่เปลี่ยนแปลง", "", "เพิ่ม: รางวัล 1 รายการ"]
    assert "## เพิ่ม" in lines
    entry = next(line for line in lines if line.startswith("- "))
    assert entry.startswith(
        "- เพิ่มรางวัล: [รางวัลเลิศรัฐ พ.ศ. 2564 · นวัตกรรมการบริการ · ดี](<https://w3id.org/awardgraph/id/conferral/"
    )
    assert r"แก่ “กรม\[x\](y)\<b\>”" in entry
    assert r"  - จากผลงาน: “งาน \*หนึ่ง\*”" in lines
    assert "  - ตามแหล่งข้อมูล: [ข่าว](<https://example.org/w>) (แหล่งข้อมูลใหม่)" in lines


def _default_graph(location: Path) -> set[Triple]:
    return {
        quad.triple for line in opened(location).lines() for quad in parse(line, format=RdfFormat.N_QUADS)
    }


def test_change_sets_applied_elsewhere_give_the_new_graph(run: Run, two: tuple[Path, Path]) -> None:
    first, second = (run("diff", *two, "--format", "ttl", "--lang", lang).out for lang in ("th", "en"))
    assert first == second  # the language of the terminal does not change the data
    store = Store()
    store.load(first.encode(), format=RdfFormat.TURTLE)
    reified = "?change <{0}{1}> ?said . ?said rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o"
    graph = _default_graph(two[0])
    for kind, change in (("removal", graph.discard), ("addition", graph.add)):
        query = f"SELECT ?s ?p ?o {{ {reified.format(CHANGESET, kind)} }}"
        for row in store.query(query, prefixes={"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#"}):  # type: ignore[union-attr]
            change(Triple(row["s"], row["p"], row["o"]))
    assert graph == _default_graph(two[1])


def test_change_sets_are_whole_and_every_node_has_an_iri(run: Run, two: tuple[Path, Path]) -> None:
    text = run("diff", *two, "--format", "ttl").out
    graph = rdflib.Graph().parse(data=text, format="turtle")
    assert len(graph) == len(list(parse(text, format=RdfFormat.TURTLE)))
    assert not any(isinstance(node, rdflib.BNode) for node in graph.all_nodes())
    cs = rdflib.Namespace(CHANGESET)
    for own in graph.subjects(rdflib.RDF.type, cs.ChangeSet):
        [subject] = graph.objects(own, cs.subjectOfChange)
        assert {reason.language for reason in graph.objects(own, cs.changeReason)} == {"th", "en"}  # type: ignore[attr-defined]
        statements = [said for kind in (cs.addition, cs.removal) for said in graph.objects(own, kind)]
        assert statements
        assert {graph.value(said, rdflib.RDF.subject) for said in statements} == {subject}
        assert all((said, rdflib.DCTERMS.source, None) in graph for said in statements)


def test_what_is_no_graph_is_5_and_what_is_no_rdf_is_4(
    run: Run, two: tuple[Path, Path], tmp_path: Path
) -> None:
    missing = run("diff", tmp_path / "no.graph", two[0])
    assert (missing.code, "there is no graph here" in missing.err, missing.out) == (5, True, "")
    file = tmp_path / "old.ttl"
    file.write_text("<urn:a> <urn:b> .\n", encoding="utf-8")
    broken = run("diff", file, two[0])
    assert (broken.code, f"{file}:1: " in broken.err) == (4, True)
    absent = run("diff", tmp_path / "absent.nt", two[0])
    assert (absent.code, "there is no such file" in absent.err) == (4, True)
    file.write_text("<urn:a> <urn:b> [] .\n", encoding="utf-8")
    nameless = run("diff", file, two[0])
    assert (nameless.code, "has no IRI" in nameless.err) == (4, True)


@pytest.mark.parametrize("damage", ["cut", "overwritten", "removed"])
def test_a_damaged_graph_is_5(run: Run, two: tuple[Path, Path], damage: str) -> None:
    [largest] = sorted((two[1] / "sources").iterdir(), key=lambda path: path.stat().st_size)[-1:]
    content = largest.read_bytes()
    if damage == "removed":
        largest.unlink()
    else:
        half = len(content) // 2
        largest.write_bytes(content[:half] + (b"" if damage == "cut" else b"\x00" * half))
    result = run("diff", *two)
    assert (result.code, "cannot be read" in result.err, result.out) == (5, True, ""), result.err


def test_a_source_cannot_steer_a_terminal(run: Run, tmp_path: Path) -> None:
    old, new = tmp_path / "old.nt", tmp_path / "new.nt"
    old.write_text("", encoding="utf-8")
    new.write_text(
        '<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> "a\\u001B[2Jb" .\n', encoding="utf-8"
    )
    for form in ("text", "md"):
        assert "\x1b" not in run("diff", old, new, "--format", form).out
    assert NamedNode("urn:x").value in run("diff", old, new).out
