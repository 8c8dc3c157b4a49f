"""The page of the ontology: header, picture, terms, questions, example; both languages in one file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from awardgraph.exporters.ontology import diagram
from awardgraph.exporters.ontology.example import read_example
from awardgraph.exporters.ontology.reading import KINDS, read_ontology
from awardgraph.exporters.pages.page import rendered, web_address
from awardgraph.exporters.pages.wording import LANGUAGES, messages, written
from awardgraph.graph.questions import read_questions
from awardgraph.model.language import Bilingual
from awardgraph.resources import text as carried
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Set
    from pathlib import Path

    from awardgraph.exporters.ontology.example import Example
    from awardgraph.exporters.ontology.reading import Ontology, Term
    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.questions import Question

__all__ = ["ontology_page"]

_STYLES: Final = ("css/page.css", "css/ontology.css")
_SCRIPTS: Final = ("js/fold.js", "js/page.js", "js/ontology.js")

_DCT: Final = PREFIXES["dct"]
_VANN: Final = "http://purl.org/vocab/vann/"

#: Rows of the header: key of their words → property of the ontology.
_HEADER: Final = {
    "namespace": _VANN + "preferredNamespaceUri",
    "prefix": _VANN + "preferredNamespacePrefix",
    "version": PREFIXES["owl"] + "versionInfo",
    "version_iri": PREFIXES["owl"] + "versionIRI",
    "prior_version": PREFIXES["owl"] + "priorVersion",
    "issued": _DCT + "issued",
    "modified": _DCT + "modified",
    "creator": _DCT + "creator",
    "contributor": _DCT + "contributor",
    "publisher": _DCT + "publisher",
    "license": _DCT + "license",
    "citation": _DCT + "bibliographicCitation",
}
_DATES: Final = ("issued", "modified")

#: Rows that are long and seldom wanted: they open when asked.
_FOLDED: Final = ("disjoint",)

#: Rows that lead away from the ontology: they come last.
_LAST: Final = ("elsewhere",)

#: More questions than these open when asked, too.
_FEW: Final = 3

_USED: Final = re.compile(r"\bawg:(\w+)")
_MENTION: Final = re.compile(r"\b(awg:\w+)")


def ontology_page(folder: Path, *, lang: Language = "th") -> str:
    """Return the page of an ontology as text, to be written as UTF-8; the same files give the same page.

    Args:
        folder: where awardgraph.ttl is, with example.ttl and whatever else of the ontology there is.
        lang: the language in which the page opens; it can be changed on the page.

    Raises:
        SourceError: a file of the ontology cannot be read.
    """
    ontology, example = read_ontology(folder), read_example(folder / "example.ttl")
    questions = read_questions()
    title = ontology.statements.texts(ontology.iri, _DCT + "title")
    return rendered(
        "ontology.html.jinja",
        styles=[carried(path) for path in _STYLES],
        scripts=[carried(path) for path in _SCRIPTS],
        data=_data(title),
        lang=lang,
        say=messages(lang),
        languages={tongue: messages(tongue)["page"]["name"] for tongue in LANGUAGES},
        ui=_words(),
        title=_pair(title),
        description=_pair(ontology.statements.texts(ontology.iri, _DCT + "description")),
        header=list(_header(ontology)),
        picture=_picture(ontology),
        parts=_by_part(ontology.terms),
        kinds=list(KINDS),
        folded=_FOLDED,
        last=_LAST,
        few=_FEW,
        questions=questions,
        uses=_uses(questions),
        example=example,
        shown_in=_shown_in(example),
        files=[name for name in messages(lang)["ontology"]["files"] if (folder / name).exists()],
        web_address=web_address,
        pieces=_pieces({term.name for term in ontology.terms}),
    )


def _data(title: Bilingual) -> dict[str, Any]:
    """Return what the scripts need: the title, and words of attributes, which have one language at a time."""
    words = {
        lang: {
            "page": messages(lang)["page"],
            "ontology": {"contents": messages(lang)["ontology"]["contents"]},
        }
        for lang in LANGUAGES
    }
    return {"title": _pair(title), "messages": words}


def _words() -> dict[str, Any]:
    """Return the page's own words, each in both languages: key → words, or section → key → words."""
    each = {lang: messages(lang)["ontology"] for lang in LANGUAGES}

    def pair(path: tuple[str, ...]) -> Any:  # noqa: ANN401 (as deep as the table of messages)
        found = {lang: _at(each[lang], path) for lang in LANGUAGES}
        sample = found[LANGUAGES[0]]
        if isinstance(sample, dict):
            return {key: pair((*path, key)) for key in sample}
        if isinstance(sample, list):
            return [dict(zip(found, texts, strict=True)) for texts in zip(*found.values(), strict=True)]
        return found

    return {key: pair((key,)) for key in each[LANGUAGES[0]]}


def _at(table: Mapping[str, Any], path: tuple[str, ...]) -> Any:  # noqa: ANN401 (a text, a list or a table)
    for key in path:
        table = table[key]
    return table


def _header(ontology: Ontology) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of the header: key and value in both languages."""
    for key, predicate in _HEADER.items():
        value = ontology.statements.text(ontology.iri, predicate)
        if value:
            yield key, _pair(written("date", value) if key in _DATES else Bilingual(th=value, en=value))


def _picture(ontology: Ontology) -> dict[str, Any]:
    """Return the picture with the words of its boxes and lines; what is not ours has the page's own words."""
    labels = {term.name: _pair(term.label) for term in ontology.terms}
    own = {lang: messages(lang)["type"]["person"] for lang in LANGUAGES}
    return {
        "width": diagram.WIDTH,
        "height": diagram.HEIGHT,
        "boxes": [(box, labels.get(box.name, own), box.name in labels) for box in diagram.BOXES],
        "lines": [(line, labels.get(line.name)) for line in diagram.LINES],
    }


def _by_part(terms: Iterable[Term]) -> dict[int, list[Term]]:
    """Return the terms by part of the file: classes and individuals, then relations and attributes."""
    found: dict[int, list[Term]] = {}
    for term in terms:
        found.setdefault(term.part, []).append(term)
    order = list(KINDS)
    return {part: sorted(found[part], key=lambda term: order.index(term.kind)) for part in sorted(found)}


def _uses(questions: Iterable[Question]) -> dict[str, list[Question]]:
    """Return the questions that ask with a term, by its local name."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        for name in sorted(set(_USED.findall(question.text))):
            found.setdefault(name, []).append(question)
    return found


def _shown_in(example: Example) -> dict[str, int]:
    """Return the number of the first part of the example that uses a term, by its local name."""
    return {name: part.number for part in reversed(example.parts) for name in part.terms}


def _pieces(names: Set[str]) -> Callable[[str], Iterator[tuple[str, str]]]:
    """Return what cuts a text into pieces, each with the term that it names; empty where it names none."""

    def pieces(text: str) -> Iterator[tuple[str, str]]:
        for number, piece in enumerate(_MENTION.split(text)):
            name = piece.removeprefix("awg:") if number % 2 else ""
            yield piece, name if name in names else ""

    return pieces


def _pair(words: Bilingual) -> dict[str, str]:
    """Return words for both languages: the other one's where there are none."""
    return {lang: getattr(words, lang) or words.first for lang in LANGUAGES}
