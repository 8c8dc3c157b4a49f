"""The page of the ontology: every term is on it, in both languages, and the same files give the same page."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph.errors import SourceError
from awardgraph.exporters.ontology import diagram
from awardgraph.exporters.ontology.example import read_example
from awardgraph.exporters.ontology.page import ontology_page
from awardgraph.exporters.ontology.reading import KINDS, read_ontology
from awardgraph.exporters.pages.wording import LANGUAGES, messages
from awardgraph.graph.questions import read_questions
from awardgraph.resources import ontology_root
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph.graph.store import Graph
    from tests.conftest import Outcome

TERMS: Final = {
    value.removeprefix(AWG)
    for value in vars(terms).values()
    if isinstance(value, str) and value.startswith(AWG) and value != AWG
}


class Read(HTMLParser):
    """What a page holds: ids, links inside it, and texts by the language they are in."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.addresses: list[str] = []
        self.texts: dict[str, list[str]] = {"th": [], "en": []}
        self._open: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if named.get("id"):
            self.ids.append(named["id"] or "")
        href = named.get("href") or ""
        (self.links if href.startswith("#") else self.addresses).append(href.removeprefix("#"))
        if tag in ("span", "tspan"):
            self._open.append(named.get("lang"))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("span", "tspan"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        lang = next((lang for lang in reversed(self._open) if lang), None)
        if lang:
            self.texts[lang].append(data)


@pytest.fixture(scope="module")
def page() -> str:
    return ontology_page(ontology_root(), lang="th")


@pytest.fixture(scope="module")
def read(page: str) -> Read:
    return Read(page)


def test_every_term_has_its_place(read: Read) -> None:
    assert set(read.ids) >= TERMS
    assert len(read.ids) == len(set(read.ids)), "two places of one name"
    assert {link for link in read.links if link} <= set(read.ids), "a link that leads nowhere"
    assert {term.name for term in read_ontology(ontology_root()).terms} == TERMS


def test_every_term_is_explained_in_both_languages(page: str) -> None:
    for term in read_ontology(ontology_root()).terms:
        start = page.index(f'<h3 id="{term.name}"')
        article = page[start : page.index("</article>", start)]
        for lang in LANGUAGES:
            assert f'lang="{lang}">{getattr(term.label, lang)}</span>' in article
        words = re.sub(r"<[^>]+>", "", article)
        for text in (term.definition, term.example, term.note):
            for sentence in text:
                assert sentence.replace("'", "&#39;") in words
        assert f"awg:{term.name}" in words
        assert term.iri in words


def test_facts_of_a_term_are_shown_and_linked(page: str) -> None:
    def article(name: str) -> str:
        start = page.index(f'<h3 id="{name}"')
        return page[start : page.index("</article>", start)]

    assert 'href="#Conferral"' in article("recipient"), "its domain"
    assert 'href="http://xmlns.com/foaf/0.1/Agent"' in article("recipient"), "its range"
    assert 'href="#recipient"' in article("received"), "its inverse"
    assert 'href="#received"' in article("recipient"), "and the other way round"
    assert 'href="#HonoraryConferral"' in article("Conferral"), "its kinds"
    assert 'href="#presenter"' in article("ParticipationRole"), "its individuals"
    assert re.search(r"#received.* ∘ .*#inEdition.* ∘ .*#editionOf", article("wonAward")), "its chain"
    assert messages("en")["ontology"]["trait"]["transitive"] in article("higherThan")
    assert "schema:Event" in article("Ceremony"), "a term elsewhere"
    assert "&lt;conferral/psea-2023-depa-a7e35d68862f&gt;" in article("level"), "an example in Turtle"


def test_languages_are_marked_and_not_mixed(page: str, read: Read) -> None:
    thai = re.compile("[\u0e00-\u0e7f]")
    english = " ".join(read.texts["en"])
    assert not thai.search(english)
    assert page.count('class="in-th" lang="th"') == page.count('class="in-en" lang="en"') > 2000
    assert page.startswith('<!doctype html>\n<html lang="th">')
    assert '<html lang="en">' in ontology_page(ontology_root(), lang="en")


def test_the_page_keeps_to_itself(page: str, read: Read) -> None:
    assert page.index("Content-Security-Policy") < page.index("<style>")
    assert "default-src &#39;none&#39;" in page
    assert (
        re.search(r"\s(style|on\w+)=", re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL))
        is None
    )
    assert re.search(r'(?:src|href)="(?!#|https?://)', page) is None
    assert {address.partition(":")[0] for address in read.addresses if address} <= {"http", "https"}
    assert "innerHTML" not in page
    assert len(page.encode()) < 1_000_000


def test_the_same_files_give_the_same_bytes(page: str, tmp_path: Path) -> None:
    assert ontology_page(ontology_root(), lang="th") == page
    copy = shutil.copytree(ontology_root(), tmp_path / "ontology")
    assert ontology_page(copy, lang="th") == page
    assert "\r" not in page


def test_questions_stand_beside_the_terms_that_they_use(page: str) -> None:
    questions = read_questions()
    for question in questions:
        assert f'id="question-{question.name}"' in page
    asked = [question for question in questions if "awg:Conferral" in question.text]
    start = page.index('<h3 id="Conferral"')
    article = page[start : page.index("</article>", start)]
    assert article.count('href="#question-') == len(asked)


def test_only_the_core_is_needed(tmp_path: Path) -> None:
    for name in ("awardgraph.ttl", "example.ttl"):
        shutil.copy(ontology_root() / name, tmp_path)
    page = ontology_page(tmp_path)
    assert 'id="Conferral"' in page
    assert "schema:Event" not in page


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (None, "cannot be read"),
        ("awg:Conferral a owl", "cannot be read"),
        ("<urn:a> <urn:b> 1 .", "no ontology"),
    ],
    ids=["missing", "no Turtle", "something else"],
)
def test_what_is_no_ontology_is_refused(tmp_path: Path, text: str | None, problem: str) -> None:
    if text is not None:
        (tmp_path / "awardgraph.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=problem):
        ontology_page(tmp_path)


def test_a_missing_example_is_named(tmp_path: Path) -> None:
    shutil.copy(ontology_root() / "awardgraph.ttl", tmp_path)
    with pytest.raises(SourceError, match=r"example\.ttl"):
        ontology_page(tmp_path)


# ── its parts ──


def test_every_part_and_every_row_has_words() -> None:
    ontology = read_ontology(ontology_root())
    for lang in LANGUAGES:
        words = messages(lang)["ontology"]
        assert {str(term.part) for term in ontology.terms} <= set(words["part"])
        assert {row for term in ontology.terms for row in term.rows} <= set(words["fact"])
        assert {trait for term in ontology.terms for trait in term.traits} <= set(words["trait"])
        assert {term.status for term in ontology.terms} <= set(words["status"])
        assert set(KINDS) == set(words["kind"])


def test_the_picture_names_terms_that_belong_together() -> None:
    ontology = {term.name: term for term in read_ontology(ontology_root()).terms}
    for box in diagram.BOXES:
        assert box.name == "Person" or ontology[box.name].kind == "class"
    lines = [line.name for line in diagram.LINES if line.name]
    assert len(lines) == len(set(lines)) > 15
    assert all(ontology[name].kind == "relation" for name in lines)
    for one in diagram.BOXES:
        for other in diagram.BOXES:
            if one is not other:
                apart = abs(one.x - other.x) >= one.width or abs(one.y - other.y) >= one.height
                assert apart, f"{one.name} lies on {other.name}"
        assert one.corner[0] >= 0 and one.corner[0] + one.width <= diagram.WIDTH
        assert one.corner[1] >= 0 and one.corner[1] + one.height <= diagram.HEIGHT


def test_the_example_is_true(shipped: Graph) -> None:
    """Each statement of it stands in the graph of the data, or in a scheme."""
    from pyoxigraph import RdfFormat, Triple, parse

    def triples(path: Path) -> set[Triple]:
        return {quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE)}

    known = {triple for file in (ontology_root() / "schemes").glob("*.ttl") for triple in triples(file)}
    for triple in triples(ontology_root() / "example.ttl") - known:
        subject, predicate, value = (str(part) for part in triple)
        assert shipped.query(f"ASK {{ {subject} {predicate} {value} }}"), f"{subject} {predicate} {value}"


def test_the_example_has_parts_in_both_languages() -> None:
    example = read_example(ontology_root() / "example.ttl")
    assert len(example.parts) > 5
    assert all(part.heading.th and part.heading.en and part.text for part in example.parts)
    assert example.lines["presenter"].endswith("awg:inRole awg:presenter .")
    assert example.lines["rank"] == "<level/psea-advance> awg:rank 2 ."
    assert example.lines["editionYear"] == '<edition/psea-2023> awg:editionYear "2023"^^xsd:gYear .'


# ── the command ──


def test_the_command_writes_the_page(run: Callable[..., Outcome], tmp_path: Path, page: str) -> None:
    result = run("ontology", "--lang", "th", "-o", tmp_path)
    assert result.code == 0, result.err
    assert (tmp_path / "ontology.html").read_text(encoding="utf-8") == page
    assert result.out == ""
    assert "bytes" in result.err
    named = run("ontology", "--lang", "en", "-o", tmp_path / "en.html")
    assert named.code == 0
    assert '<html lang="en">' in (tmp_path / "en.html").read_text(encoding="utf-8")
    assert run("ontology", "-o", tmp_path / "missing" / "page.html").code == 2
