"""``awardgraph validate``: what it says, in which format, and how it ends."""

from __future__ import annotations

import json
import re
import shutil
import time
from typing import TYPE_CHECKING, Final

import pytest
from pyoxigraph import BlankNode, RdfFormat, parse

from awardgraph.graph.checking.findings import Finding, Place, Report
from awardgraph.graph.checking.report import FORMATS, _escaped
from awardgraph.model.language import Bilingual
from awardgraph.resources import ontology_root
from tests.graph.checking.conftest import PAIRS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

    Run = Callable[..., Outcome]

VALID: Final = PAIRS / "valid.everything.ttl"
WRONG: Final = PAIRS / "rules" / "invalid.level-of-another-scheme.ttl"
POOR: Final = PAIRS / "recommended" / "invalid.recommended-NameForm.ttl"
TWICE: Final = PAIRS / "required" / "invalid.required-Passage.ttl"
SH: Final = "http://www.w3.org/ns/shacl#"


# ── how it ends ──


def test_valid_data_end_with_0(run: Run) -> None:
    result = run("validate", VALID, "--lang", "en")
    assert (result.code, result.out) == (0, "")
    assert re.fullmatch(r"Violations: 0, warnings: 0; looked for by \d+ shapes and \d+ rules\.\n", result.err)


def test_violations_end_with_3(run: Run) -> None:
    result = run("validate", VALID, WRONG, "--lang", "en")
    assert result.code == 3
    assert result.err.startswith("Violations: 1, warnings: 0;")


def test_warnings_alone_end_with_0(run: Run) -> None:
    result = run("validate", VALID, POOR, "--lang", "en")
    assert result.code == 0
    assert result.err.startswith("Violations: 0, warnings: 1;")


def test_a_file_that_cannot_be_read_ends_with_4(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_text("<urn:a> <urn:b> <urn:c> .\n<urn:a> nonsense .", encoding="utf-8")
    result = run("validate", broken)
    assert (result.code, result.out) == (4, "")
    assert result.err.startswith(f"awardgraph: {broken}:2: ")
    assert run("validate", tmp_path / "none.ttl").code == 4


def test_shapes_at_fault_and_no_graph_end_with_5(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert run("validate", "--graph", tmp_path / "nowhere").code == 5
    spoilt = shutil.copytree(ontology_root(), tmp_path / "ontology")
    (spoilt / "shapes" / "required.ttl").write_text("shape:x a sh:NodeShape", encoding="utf-8")
    monkeypatch.setattr("awardgraph.resources.ontology_root", lambda: spoilt)
    result = run("validate", VALID, WRONG)
    assert (result.code, result.out) == (5, "")
    assert "required.ttl:1: the shapes cannot be read" in result.err


def test_wrong_use_ends_with_2(run: Run) -> None:
    assert run("validate", VALID, "--format", "pdf").code == 2


def test_help_speaks_both_languages(run: Run) -> None:
    result = run("validate", "--help")
    assert result.code == 0
    assert re.search("[ก-๙]", result.out)


# ── what it says ──


def test_text_tells_what_where_and_what_was_expected(run: Run) -> None:
    words = run("validate", VALID, WRONG, "--lang", "en").out
    assert words == (
        "violation  https://w3id.org/awardgraph/id/level-of-another-scheme/1  รางวัล\n"
        "  It is given under scheme:psea, but its level level:unpsa-first belongs to scheme:unpsa.\n"
        "  expected: An award's level is one of its scheme\n"
        f"  where: {WRONG}: “ร่วมรับรางวัล”\n"
        "  check: level-of-another-scheme\n"
    )


def test_text_in_thai(run: Run) -> None:
    words = run("validate", VALID, WRONG, "--lang", "th").out
    assert words.startswith("ข้อผิดพลาด  ")
    assert "อยู่ภายใต้ scheme:psea แต่ระดับรางวัล level:unpsa-first เป็นของ scheme:unpsa" in words
    assert "ที่ถูกต้อง: ระดับรางวัลของการให้รางวัลต้องเป็นของโครงการรางวัลเดียวกัน" in words


def test_text_groups_like_warnings(run: Run, tmp_path: Path) -> None:
    many = tmp_path / "many.ttl"
    head, body = POOR.read_text(encoding="utf-8").split("\n<", 1)
    many.write_text(head + "".join(f"\n<{n}{body}" for n in range(7)), encoding="utf-8")
    words = run("validate", VALID, many, "--lang", "en").out
    assert words.count("warning  A name form should name a source that uses it. (7)") == 1
    assert words.count("dct:source is missing.") == 5
    assert "… and 2 more; --format json lists them all." in words


@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("required-Passage", 'awg:quote has several values: "รับรางวัล", "ร่วมรับรางวัล".'),
        ("required-Passage", "awg:passageOf is missing."),
        ("required-Conferral", "None of them is there."),
        ("values-rank", 'awg:rank is "0"^^xsd:integer.'),
        ("values-owner", "awg:owner leads to place:th, which is awg:Place."),
        (
            "values-owner",
            "awg:owner leads to <https://w3id.org/awardgraph/id/values/not-described>, and nothing that was checked says what that is.",
        ),
        ("values-owner", 'awg:owner is "only a name"@en.'),
        ("values-recognisedBy", "awg:recognisedBy leads to place:th, which is awg:Place."),
        ("recommended-Level", 'rdfs:label has only "Only English"@en.'),
        ("recommended-Person", 'rdfs:label has several values in one language: "ชื่อสอง"@th, "ชื่อหนึ่ง"@th.'),
        ("blank-node", "It has no IRI."),
    ],
)
def test_what_was_found_is_a_sentence(everything: Report, file: str, says: str) -> None:
    said = [f.message.en for f in everything.findings if f"invalid.{file}." in f.places[0].file]
    assert says in said


def test_what_was_found_is_told_in_both_languages(everything: Report) -> None:
    for finding in everything.findings:
        assert finding.message.en and finding.message.th and finding.expected.en and finding.expected.th
        assert re.search("[ก-๙]", finding.message.th), finding.message


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_private_is_not_repeated(everything: Report, form: str) -> None:
    private = [f for f in everything.findings if f.check == "private-contact"]
    assert len(private) == 5
    told = FORMATS[form](Report(tuple(private), 1, 1, everything.base), "th")
    assert "private-contact" in told
    assert not re.search("omchai|สมชาย|[0๐][8๘][1๑]|668", told)


# ── the other formats ──


def test_json_lists_findings_in_both_languages(run: Run) -> None:
    result = run("validate", VALID, WRONG, "--format", "json")
    assert result.code == 3
    [finding] = json.loads(result.out)
    assert (finding["severity"], finding["check"], finding["kind"]) == (
        "violation",
        "level-of-another-scheme",
        "rule",
    )
    assert finding["focus"] == "https://w3id.org/awardgraph/id/level-of-another-scheme/1"
    assert set(finding["message"]) == set(finding["expected"]) == {"th", "en"}
    assert finding["places"] == [
        {
            "file": str(WRONG),
            "document": "https://example.org/news/2566",
            "title": "ดีป้าคว้ารางวัลเลิศรัฐ",
            "quote": "ร่วมรับรางวัล",
        }
    ]
    assert json.loads(run("validate", VALID, "--format", "json").out) == []


def test_ttl_is_a_shacl_report_of_sorted_lines_without_blank_nodes(run: Run) -> None:
    words = [run("validate", VALID, TWICE, WRONG, "--format", "ttl").out for _ in range(2)]
    assert words[0] == words[1], "equal findings have equal IRIs"
    lines = words[0].splitlines()
    assert lines == sorted(lines)
    triples = [quad.triple for quad in parse(words[0], format=RdfFormat.TURTLE)]
    assert len(triples) == len(lines)
    assert not any(isinstance(term, BlankNode) for t in triples for term in (t.subject, t.object))
    said = [t.predicate.value.removeprefix(SH) for t in triples]
    count = len(json.loads(run("validate", VALID, TWICE, WRONG, "--format", "json").out))
    for name in ("result", "focusNode", "resultSeverity", "sourceShape", "sourceConstraintComponent"):
        assert said.count(name) == count
    assert said.count("resultMessage") == 2 * count
    [conforms] = [t.object.value for t in triples if t.predicate.value == SH + "conforms"]
    assert conforms == "false"
    assert f'<{SH}conforms> "true"' in run("validate", VALID, "--format", "ttl").out


def test_ttl_without_a_name_for_the_nameless(run: Run) -> None:
    nameless = PAIRS / "rules" / "invalid.blank-node.ttl"
    out = run("validate", VALID, nameless, "--format", "ttl").out
    assert f'<{SH}focusNode> "_:b1x' in out
    assert not [line for line in out.splitlines() if re.search(r"(^|> )_:", line)]


def test_github_writes_commands(run: Run) -> None:
    words = run("validate", VALID, WRONG, POOR, "--format", "github", "--lang", "en").out
    [error, warning] = words.splitlines()
    assert error.startswith(f"::error file={WRONG},title=level-of-another-scheme::")
    assert error.endswith("belongs to scheme:unpsa. An award's level is one of its scheme")
    assert warning.startswith(f"::warning file={POOR},title=recommended-NameForm-source::")


def test_github_commands_cannot_be_injected() -> None:
    assert _escaped("50 %\r\n::error::no") == "50 %25%0D%0A::error::no"
    assert _escaped("a:b,c", ":,") == "a%3Ab%2Cc"


# ── a graph ──


def test_the_shipped_graph_conforms_within_ten_seconds(run: Run, shipped: Graph) -> None:
    before = time.process_time()
    result = run("validate", "--graph", shipped.location, "--lang", "en", "--format", "github")
    took = time.process_time() - before
    assert result.code == 0, result.out[:2000]
    assert result.err.startswith("Violations: 0, ")
    assert took < 10, f"{took:.1f} s of CPU"


def test_a_finding_in_a_graph_names_the_file_and_the_row(of_shipped: Report) -> None:
    [finding] = [f for f in of_shipped.findings if f.check == "category-of-another-branch"]
    [place] = finding.places
    assert place.file == "awards/thai-pages.csv"
    assert place.quote.startswith("รางวัลเลิศรัฐ · การบริหารราชการแบบมีส่วนร่วม · การพัฒนาการบริการ")


def test_every_finding_in_a_graph_has_a_place(of_shipped: Report) -> None:
    assert [finding for finding in of_shipped.findings if not finding.places] == []
    levels = {f.places[0].file for f in of_shipped.findings if f.check == "recommended-Level-inScale"}
    assert "register/schemes.csv" in levels


def test_a_file_may_refer_to_what_stands_in_a_graph(run: Run, shipped: Graph, tmp_path: Path) -> None:
    file = tmp_path / "new.ttl"
    file.write_text(
        """@base <https://w3id.org/awardgraph/id/> . @prefix awg: <https://w3id.org/awardgraph/ns#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        <project/new> a awg:Project ; rdfs:label "งานใหม่"@th ; awg:owner <agency/depa> .""",
        encoding="utf-8",
    )
    alone = run("validate", file, "--lang", "en")
    assert alone.code == 3
    assert "awg:owner leads to agency:depa, and nothing that was checked says what that is." in alone.out
    assert run("validate", file, "--graph", shipped.location).code == 0
    # The graph is there to be referred to: what it could do better is not the file's fault.
    assert "warnings: 0;" in run("validate", file, "--graph", shipped.location, "--lang", "en").err


def test_the_ontology_can_be_checked_too(run: Run) -> None:
    result = run("validate", ontology_root() / "awardgraph.ttl", "--lang", "en")
    assert result.code == 0, result.out


def test_a_finding_sorts_violations_first() -> None:
    said = Bilingual(en="x")
    warning = Finding("warning", "a", "rule", "urn:a", said, said)
    violation = Finding("violation", "b", "rule", "urn:b", said, said, places=(Place(file="x"),))
    assert sorted([warning, violation], key=lambda f: f.order) == [violation, warning]
