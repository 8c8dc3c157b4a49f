"""Where findings stand: the files, the source documents and the words that state them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.graph.checking.findings import Finding, Place
from awardgraph.graph.checking.statements import name_of
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from awardgraph.graph.checking.statements import Statements

__all__ = ["traced"]

# Asked once of everything: to parse a query for each of some hundred findings takes longer.

#: The passages that state a thing; a passage stands for itself.
_PASSAGES: Final = """
SELECT ?focus ?document ?quote {
  { ?focus awg:statedIn ?passage } UNION { ?focus awg:passageOf ?own BIND(?focus AS ?passage) }
  ?passage awg:passageOf ?document ; awg:quote ?quote
}
"""

#: The documents whose statements speak of a thing.
_DOCUMENTS: Final = "SELECT DISTINCT ?focus ?document { GRAPH ?document { ?focus ?relation ?value } }"

_TITLES: Final = "SELECT ?focus ?title { ?focus dct:title ?title }"

_NAMES: Final = "SELECT ?focus ?name { ?focus rdfs:label ?name }"

#: At most so many places are told of one finding.
_MOST: Final = 3


def traced(findings: Collection[Finding], statements: Statements) -> Iterator[Finding]:
    """Yield the findings, each with the name of its focus and the places where that is stated."""
    foci = {finding.focus for finding in findings}
    names = _names(foci, statements) if foci else {}
    places = _places(_PASSAGES, foci, statements) if foci else {}
    rest = foci - places.keys()
    places |= _places(_DOCUMENTS, rest, statements) if rest else {}
    for finding in findings:
        own = statements.files.get(finding.focus)
        known = (places.get(finding.focus) or ([Place(file=own)] if own else []))[:_MOST]
        if finding.discreet:
            yield replace(finding, places=tuple(Place(file=place.file) for place in known[:1] if place.file))
        else:
            yield replace(finding, name=names.get(finding.focus, finding.name), places=tuple(known))


def _names(foci: Collection[str], statements: Statements) -> dict[str, Bilingual]:
    from pyoxigraph import Literal

    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in statements.rows(_NAMES):
        focus, name = name_of(row["focus"]), row["name"]
        if focus in foci and isinstance(name, Literal):
            language = name.language or ""
            found[focus][language] = min(name.value, found[focus].get(language, name.value))
    return {
        focus: Bilingual(th=by.get("th"), en=by.get("en") or (None if "th" in by else min(by.values())))
        for focus, by in found.items()
    }


def _places(query: str, foci: Collection[str], statements: Statements) -> dict[str, list[Place]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in statements.rows(query):
        if (focus := name_of(row["focus"])) in foci:
            found[focus].add((name_of(row["document"]), row["quote"].value if "quote" in row else ""))
    titles = {name_of(row["focus"]): row["title"].value for row in statements.rows(_TITLES)}
    files = statements.files
    return {
        focus: [
            Place(files.get(focus) or files.get(document, ""), document, titles.get(document, ""), quote)
            for document, quote in sorted(stated)
        ]
        for focus, stated in found.items()
    }
