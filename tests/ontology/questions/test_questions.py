"""The questions that the ontology has to answer: each answers on a fixture, and a change of the fixture is noticed."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from awardgraph.errors import SourceError, UsageError
from awardgraph.graph.manifest import Manifest
from awardgraph.graph.query import our_terms
from awardgraph.graph.questions import Parameter, ask, find_question, names_of, read_question, read_questions
from awardgraph.graph.results import columns
from awardgraph.graph.store import Graph
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG, DEFAULT_BASE, PREFIXES
from tests.conftest import ROOT, rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from awardgraph.graph.questions import Question
    from tests.conftest import Outcome

FIXTURE: Final = Path(__file__).with_name("fixture")
QUESTIONS: Final = read_questions()

#: How many questions there are; the numbers in their names run from 1 to it.
HOW_MANY: Final = 32

THAI: Final = re.compile("[\u0e00-\u0e7f]")

#: Latin words that may stand in a Thai title or description.
LATIN_IN_THAI: Final = {"JSON", "LD"}


class Case(NamedTuple):
    """How a question is asked of the fixture, and a change (in Turtle) that its answer must show.

    Parameters that are not named have their defaults; an empty text asks of everything.
    """

    remove: str = ""
    add: str = ""
    given: Mapping[str, str] = {}


A, B, WATER = "agency:fictitious-a", "agency:fictitious-b", "<application/psea-2022-water>"

CASES: Final = {
    "01": Case("<conferral/psea-2022-depa-honour> awg:recipient <agency/depa> ."),
    "02": Case("<conferral/psea-2020-fictitious-a> awg:level <level/psea-basic> ."),
    "03": Case("<conferral/psea-2022-fictitious-a> awg:level <level/psea-advance> ."),
    "04": Case("<application/unpsa-2022-fictitious-a> awg:nominatedBy <agency/fictitious-ministry> ."),
    "05": Case("<stage/psea-2022-visit-3> awg:enteredCount 19 ."),
    "06": Case("<place/fictitious> awg:population 500000 ."),
    "07": Case("<category/psea-fictitious-y> dct:isReplacedBy <category/psea-fictitious-z> ."),
    "08": Case("<project/fictitious-clinic> awg:sdg <http://metadata.un.org/sdg/13> ."),
    "09": Case("<agency/fictitious-b> awg:partnerIn <project/fictitious-clinic> ."),
    "10": Case(
        "<category/unpsa-inclusive-services> awg:equivalentCategory <category/psea-service-innovation> ."
    ),
    "11": Case("<passage/telecomlover> awg:quote 'ดีป้า ร่วมรับมอบรางวัลเลิศรัฐ ประจำปี 2564' ."),
    "12": Case(
        "<tenure/fictitious-3-at-b> awg:validFrom '2020'^^xsd:gYear .",
        "<tenure/fictitious-3-at-b> awg:validFrom '2024'^^xsd:gYear .",
    ),
    "13": Case("<ceremony/psea-2023> awg:heldOn '2023-09-08'^^xsd:date ."),
    "14": Case("<project/koh-libong> awg:exhibitedAt <exhibition/psea-2023-depa> .", given={"project": ""}),
    "15": Case("<agency/fictitious-c> org:resultedFrom <change/fictitious-c> .", given={"year": ""}),
    "16": Case(add="<conferral/psea-2023-depa> awg:recipient <agency/depa> ."),
    "17": Case(
        add=f"<assessment/new> awg:assessed {WATER} ; awg:duringStage <stage/psea-2022-visit-2> .",
    ),
    "18": Case("<ceremony/baldrige-2020> awg:participatingAgenciesAtMost 12 ."),
    "19": Case(
        "<name/psea-2018> awg:validFrom '2018'^^xsd:gYear .",
        "<name/psea-2018> awg:validFrom '2019'^^xsd:gYear .",
    ),
    "20": Case(
        "<https://b.example.org/news> dct:issued '2023-09-08'^^xsd:date .", given={"day": "8 ก.ย. 2566"}
    ),
    "21": Case(
        "<conferral/unpsa-2012-rid> awg:placeRank 1 .", given={"scheme": "scheme:unpsa", "year": "2012"}
    ),
    "22": Case(
        add="<conferral/psea-2024-ops-mol> awg:level <level/psea-good> .", given={"scheme": "scheme:psea"}
    ),
    "23": Case("<application/psea-2022-clinic-again> awg:forProject <project/fictitious-clinic> ."),
    "24": Case(
        "<score/again-open-system> awg:scoreValue 41.0 .", "<score/again-open-system> awg:scoreValue 60.0 ."
    ),
    "25": Case(
        "<tenure/fictitious-1-at-a> awg:validUntil '2023'^^xsd:gYear .",
        "<tenure/fictitious-1-at-a> awg:validUntil '2021'^^xsd:gYear .",
    ),
    "26": Case("<agency/fictitious-a-again> awg:officialCode 'F-001' ."),
    "27": Case(
        "<run/fictitious-2> prov:endedAtTime '2026-06-01T08:00:00Z'^^xsd:dateTime .",
        "<run/fictitious-2> prov:endedAtTime '2025-06-01T08:00:00Z'^^xsd:dateTime .",
    ),
    "28": Case(add="<agency/nist> rdfs:label 'สถาบัน'@th ."),
    "29": Case(
        "<conferral/psea-2025-fictitious-a> awg:citation 'Fictitious citation'@en .", given={"agency": A}
    ),
    "30": Case("<agency/fictitious-b> foaf:homepage <https://b.example.org/> .", given={"agency": A}),
    "31": Case(
        "<conferral/psea-2023-fictitious-b> awg:level <level/psea-basic> .",
        "<conferral/psea-2023-fictitious-b> awg:level <level/psea-significance> .",
        given={"agency": B},
    ),
    "32": Case("<https://b.example.org/news> dct:publisher <agency/fictitious-b> .", given={"agency": B}),
}

by_question: Final = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


# ── helpers ──


def turtle(text: str) -> Iterator[Quad]:
    head = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
    return parse(head + text, format=RdfFormat.TURTLE, base_iri=DEFAULT_BASE)


def load(case: Case | None = None) -> Graph:
    """Return the fixture as a graph, changed where a case is given: each statement once more without its source."""
    store = Store()
    for path in sorted(FIXTURE.glob("*.trig")):
        store.load(path.read_bytes(), format=RdfFormat.TRIG)
    for gone in turtle(case.remove) if case else ():
        said = list(store.quads_for_pattern(gone.subject, gone.predicate, gone.object))
        assert said, f"the fixture does not say {gone}"
        for quad in said:
            store.remove(quad)
    for new in turtle(case.add) if case else ():
        store.add(Quad(new.subject, new.predicate, new.object, NamedNode(f"{DEFAULT_BASE}source/new")))
    for quad in list(store):
        assert not isinstance(quad.graph_name, DefaultGraph), f"no source says {quad}"
        store.add(Quad(quad.subject, quad.predicate, quad.object))
    return Graph(FIXTURE, Manifest(base=DEFAULT_BASE), store)


@pytest.fixture(scope="module")
def fixture() -> Graph:
    return load()


def answer(graph: Graph, question: Question, given: Mapping[str, str] | None = None) -> list[list[str]]:
    """Return the names of the columns and the rows as people see them."""
    bindings = {
        parameter.name: parameter.term(written, DEFAULT_BASE)
        for parameter in question.parameters
        if (written := (given or {}).get(parameter.name, parameter.default))
    }
    found = graph.query(question.text, bindings)
    return [columns(found), *rows(found, DEFAULT_BASE)]


def expected(question: Question) -> list[list[str]]:
    with (FIXTURE / f"{question.name}.expected.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def case_of(question: Question) -> Case:
    return CASES[question.name[:2]]


# ── the answers ──


@by_question
def test_answer_on_the_fixture(fixture: Graph, question: Question) -> None:
    wanted = expected(question)
    assert answer(fixture, question, case_of(question).given) == wanted
    assert len(wanted) > 1, "a question without an answer proves nothing"


@by_question
def test_a_change_of_the_fixture_is_noticed(question: Question) -> None:
    case = case_of(question)
    assert case.remove or case.add
    assert answer(load(case), question, case.given) != expected(question)


@by_question
def test_shipped_graph_is_asked_without_error(shipped: Graph, question: Question) -> None:
    assert answer(shipped, question)[0] == [name for name, _ in question.columns]


def test_ask_uses_defaults_and_takes_names_without_number(fixture: Graph) -> None:
    asked = list(ask(fixture, "up-a-level"))
    assert asked == list(ask(fixture, "03-up-a-level"))
    assert [row["years"] for row in asked] == ["2", "3"]
    one = NamedNode(f"{DEFAULT_BASE}category/psea-effective-change")
    assert list(ask(fixture, "up-a-level", category=one)) == []
    assert next(ask(fixture, "kinds")), "the program's own questions are found as well"


# ── the fixture ──


def test_fixture_and_expectations_belong_together() -> None:
    assert {path.name.removesuffix(".expected.csv") for path in FIXTURE.glob("*.csv")} == {
        q.name for q in QUESTIONS
    }
    assert list(CASES) == [question.name[:2] for question in QUESTIONS]


def test_fixture_encodes_six_schemes_in_our_terms(fixture: Graph) -> None:
    schemes = rows(
        fixture.query("SELECT DISTINCT ?scheme { ?award a awg:Conferral ; awg:underScheme ?scheme }")
    )
    found = {row[0].removeprefix(f"{DEFAULT_BASE}scheme/") for row in schemes}
    assert found >= {"psea", "unpsa", "baldrige", "efqm-recognition", "caf", "dga"}
    used = {
        term.value
        for quad in fixture._store
        for term in (quad.subject, quad.predicate, quad.object)
        if isinstance(term, NamedNode) and term.value.startswith(AWG)
    }
    assert {term.removeprefix(AWG) for term in used} <= our_terms()


def test_fixture_breaks_no_shape_and_no_rule(run: Callable[..., Outcome]) -> None:
    checked = run("validate", *sorted(FIXTURE.glob("*.trig")), "--lang", "en")
    assert checked.err.startswith("Violations: 0, ")
    assert checked.code == 0


# ── the files ──


def test_questions_are_numbered_without_a_gap() -> None:
    assert [question.name[:3] for question in QUESTIONS] == [f"{n:02}-" for n in range(1, HOW_MANY + 1)]


@by_question
def test_front_matter_is_complete_in_both_languages(question: Question) -> None:
    for words in (question.title, question.description):
        assert words.en
        assert not THAI.search(words.en)
        assert words.th
        assert THAI.search(words.th)
        assert set(re.findall("[A-Za-z]+", words.th)) <= LATIN_IN_THAI
    assert question.title.th != question.description.th
    for _, holds in question.columns:
        assert not THAI.search(holds)


@by_question
def test_parameters_are_projected(question: Question) -> None:
    names = [name for name, _ in question.columns]
    assert len(names) == len(set(names))
    assert {parameter.name for parameter in question.parameters} <= set(names)


@by_question
def test_a_label_stands_in_both_languages(question: Question) -> None:
    names = {name for name, _ in question.columns}
    thai, english = ({name[:-3] for name in names if name.endswith(end)} for end in ("_th", "_en"))
    assert thai == english


@pytest.mark.parametrize(
    ("change", "line", "problem"),
    [
        (("# title-th: ", "# titel-th: "), 2, "the entry 'titel-th' is not known. Did you mean title-th?"),
        (("# description: ", "# title: "), 4, "the entry 'title' is there twice."),
        (("# columns: ", "#   "), 1, "the front matter has no entry 'columns'."),
        (("# title: Who", "# title:\n# Who"), 1, "the entry 'title' is empty."),
        (
            ("(category, default ", "(url, default "),
            6,
            "is no parameter; expected name (kind), or name (kind, default value).",
        ),
        (("category — the", "category: the"), 7, "is no column; expected name — what it holds."),
        (
            ("# alias: promotions", "# alias: Up a level"),
            3,
            "'Up a level' is no alias; expected small letters",
        ),
        (("# title: ", "#   title: "), 1, "a line that goes on stands before the first entry."),
        (("# title-th: ", "#title-th: "), 2, "expected “# key: …”, or “#   …” that goes on."),
    ],
)
def test_a_faulty_front_matter_is_named(
    tmp_path: Path, change: tuple[str, str], line: int, problem: str
) -> None:
    text = find_question("up-a-level").text
    assert change[0] in text
    path = tmp_path / "03-up-a-level.rq"
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        read_question(path)
    assert (caught.value.where, caught.value.line) == (path.name, line)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "written", "term"),
    [
        ("iri", "agency:depa", f"<{DEFAULT_BASE}agency/depa>"),
        ("iri", "https://example.org/x", "<https://example.org/x>"),
        ("year", "2566", '"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("year", "พ.ศ. 2566", '"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("year", "2023", '"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("day", "8 ก.ย. 2566", '"2023-09-08"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("integer", "3", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("year", "๒๕๖๖", '"2023"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("integer", "๓", '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ("language", "ไทย", '"th"'),
        ("language", "EN", '"en"'),
        ("agency", "agency:depa", f"<{DEFAULT_BASE}agency/depa>"),
        ("text", "en", '"en"'),
    ],
)
def test_what_a_person_writes_becomes_a_term(kind: str, written: str, term: str) -> None:
    assert str(Parameter("x", kind).term(written, DEFAULT_BASE)) == term


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("year", "soon"),
        ("day", "2023-02-30"),
        ("integer", "many"),
        ("integer", "1_000"),
        ("iri", "depa"),
        # A year between the eras is in neither: 2300 CE is far away, พ.ศ. 2300 is before any award.
        ("year", "2300"),
        ("year", "2450.5"),
        ("year", "66"),
        ("language", "ไทยๆ"),
    ],
)
def test_what_is_no_term_is_refused(kind: str, written: str) -> None:
    with pytest.raises(UsageError, match=f"x is of the kind {kind}; '{written}' is not"):
        Parameter("x", kind).term(written, DEFAULT_BASE)


def test_no_two_questions_share_a_name() -> None:
    called = [name for question in QUESTIONS for name in set(names_of(question))]
    assert len(called) == len(set(called))
    assert find_question("winners").name == "21-register-of-edition"
    assert find_question("awards").name == "29-cv-lines"


def test_an_unknown_question_is_refused_with_the_nearest(fixture: Graph) -> None:
    with pytest.raises(UsageError, match=r"no question called 'co-winer'\. Did you mean co-winners"):
        next(ask(fixture, "co-winer"))


# ── the vocabulary ──


def test_every_term_is_used() -> None:
    """A term that no question, shape or rule names and that the importer does not write has no reason to be."""
    places = [
        *(ROOT / "ontology" / "questions").glob("*.rq"),
        *(ROOT / "ontology" / "rules").glob("*.rq"),
        *(ROOT / "ontology" / "shapes").glob("*.ttl"),
    ]
    used = {
        name
        for path in places
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for name in re.findall(r"\bawg:(\w+)", line)
    }
    importer = "\n".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "src" / "awardgraph" / "importer").rglob("*.py")
    )
    constants = set(re.findall(r"\bawg\.([A-Z_0-9]+)\b", importer))
    used |= {value.removeprefix(AWG) for name, value in vars(terms).items() if name in constants}
    assert sorted(our_terms() - used) == []
