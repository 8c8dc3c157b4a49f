"""An answer with its query as one page: to send, to print, to keep, and to ask again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import UsageError
from awardgraph.exporters.answers.sheet import kind_of, legible, written
from awardgraph.exporters.pages.page import rendered, web_address
from awardgraph.exporters.pages.wording import LANGUAGES, both, messages
from awardgraph.model.language import NOBODY
from awardgraph.resources import text as carried
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.exporters.answers.sheet import Column, Language, Page, Sheet, Term
    from awardgraph.model.language import Bilingual

__all__ = ["answer_page", "query_of"]

_STYLES: Final = ("css/page.css", "css/answer.css")
_SCRIPTS: Final = ("js/fold.js", "js/page.js", "js/answer.js")

#: The entries of a question's front matter that name it.
_TITLE: Final = re.compile(r"^# title(-th)?: *(\S.*)$", re.MULTILINE)

_DATA: Final = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)

#: In the query as it is shown; the query itself stands in the page's data as it was asked.
_UNFIT: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")

#: Words that the template writes in both languages at once.
_WORDS: Final = ("title", "query_shown", "filter", "none", "made_by")

_BOOLEAN: Final = PREFIXES["xsd"] + "boolean"


def answer_page(sheet: Sheet, query: str, *, lang: Language = "th") -> str:
    """Return a page in both languages as text, to be written as UTF-8; the same answer gives the same page.

    Args:
        sheet: the answer; it is consumed.
        query: what was asked; :func:`query_of` finds it again in the page.
        lang: the language in which the page opens; it can be changed on the page.
    """
    rows = list(_rows(sheet))
    title = _title(query)
    counted = both("answer", "rows_one" if len(rows) == 1 else "rows", n=f"{len(rows):,}")
    words = {tongue: {key: messages(tongue)[key] for key in ("page", "answer")} for tongue in LANGUAGES}
    return rendered(
        "answer.html.jinja",
        styles=[carried(path) for path in _STYLES],
        scripts=[carried(path) for path in _SCRIPTS],
        data={"title": title, "messages": words, "query": query},
        lang=lang,
        say=messages(lang),
        languages={tongue: messages(tongue)["page"]["name"] for tongue in LANGUAGES},
        ui={key: _pair(both("answer", key)) for key in _WORDS},
        title=title,
        counted=_pair(counted),
        columns=[_heading(column) for column in sheet.columns],
        rows=rows,
        query=_UNFIT.sub("\ufffd", query.replace("\r\n", "\n").replace("\r", "\n")),
    )


def query_of(page: str) -> str:
    """Return the query of a page that :func:`answer_page` made, as it was asked.

    Raises:
        UsageError: it is no such page.
    """
    found = _DATA.search(page)
    try:
        query = json.loads(found[1])["query"] if found else None
    except (ValueError, KeyError, TypeError):
        query = None
    if not isinstance(query, str):
        message = "this is no page of an answer: expected one made by awardgraph query --format html."
        raise UsageError(message)
    return query


def _title(query: str) -> dict[str, str]:
    """Return what the question is called in its front matter, else the word for an answer."""
    found = {"th" if entry[1] else "en": legible(entry[2]) for entry in _TITLE.finditer(query)}
    plain = _pair(both("answer", "title"))
    return {lang: found.get(lang) or next(iter(found.values()), plain[lang]) for lang in LANGUAGES}


def _heading(column: Column) -> dict[str, Any]:
    words = {lang: column.heading(lang) for lang in LANGUAGES}
    return {"words": words, "once": words["th"] == words["en"], "number": column.kind in ("number", "year")}


def _rows(sheet: Sheet) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows as the template writes them; a statement's object leads to where it is told of."""
    pages = list(sheet.pages)
    anchors: dict[object, str] = {}
    if sheet.statements:
        subjects = dict.fromkeys(row[0] for page in pages for row in page.rows)
        anchors = {term: f"s{number}" for number, term in enumerate(subjects, start=1)}
    begun: set[object] = set()
    for page in pages:
        for row in page.rows:
            told = zip(row, sheet.columns, strict=True)
            cells = [_cell(term, column, page, sheet.base) for term, column in told]
            if sheet.statements:
                if row[0] not in begun:
                    begun.add(row[0])
                    cells[0]["id"] = anchors[row[0]]
                if row[2] in anchors and row[2] != row[0]:
                    cells[2]["href"] = f"#{anchors[row[2]]}"
            yield cells


def _cell(term: Term | None, column: Column, page: Page, base: str) -> dict[str, Any]:
    kind, raw = kind_of(term), getattr(term, "value", "")
    names = page.names.get(raw, NOBODY) if kind == "iri" else NOBODY
    if getattr(getattr(term, "datatype", None), "value", "") == _BOOLEAN and raw in ("true", "false"):
        names = both("answer", raw)
    words = _pair(names) if names else {lang: written(term, column, lang, page, base) for lang in LANGUAGES}
    return {
        "words": {lang: legible(text) for lang, text in words.items()},
        "langs": _languages(term, names),
        "href": web_address(raw) if kind == "iri" else None,
        "iri": legible(raw),
        "number": column.kind in ("number", "year"),
        "id": None,
        "key": raw if kind in ("number", "year", "date") else None,
    }


def _languages(term: Term | None, names: Bilingual) -> Mapping[str, str | None]:
    """Return which language the words for each language are in; None where they are in none."""
    if names:
        return {"th": "th" if names.th else "en", "en": "en" if names.en else "th"}
    if kind_of(term) == "date":
        return {lang: lang for lang in LANGUAGES}
    return dict.fromkeys(LANGUAGES, getattr(term, "language", None))


def _pair(words: Bilingual) -> dict[str, str]:
    return {"th": words.th or words.first, "en": words.en or words.first}
