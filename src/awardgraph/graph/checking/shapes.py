"""Our SHACL shapes → findings in words."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final, cast

from awardgraph.errors import GraphError
from awardgraph.graph.checking.findings import Finding
from awardgraph.graph.checking.shacl import SH, Result, results
from awardgraph.graph.checking.statements import name_of
from awardgraph.graph.checking.terms import readable
from awardgraph.model.language import Bilingual
from awardgraph.resources import messages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Quad, QueryTriples

    from awardgraph.graph.checking.statements import Statements

__all__ = ["SHAPES", "nonconforming", "read_shapes", "said_by"]

#: Namespace of our shapes.
SHAPES: Final = "https://w3id.org/awardgraph/shapes#"

#: What the data must know of the ontology: which class is part of which, and its own individuals.
_CONTEXT: Final = """
CONSTRUCT { ?class rdfs:subClassOf ?wider . ?individual a ?kind ; rdfs:label ?label } WHERE {
  { ?class rdfs:subClassOf ?wider }
  UNION
  { ?individual a owl:NamedIndividual , ?kind ; rdfs:label ?label }
}
"""

#: Several constraints of one shape may refuse one value; the first of these says it best.
_TELLING: Final = ("Class", "NodeKind", "Datatype", "MinLength")

#: Constraints that look at all values at once, and the sentence that says what there is.
_OF_ALL: Final = {
    "MinCount": "none",
    "MaxCount": "many",
    "QualifiedMinCount": "unfit",
    "UniqueLang": "same_language",
}

#: Constraints that ask of what kind a value is.
_OF_KIND: Final = ("Class", "Or")


def read_shapes(folder: Path) -> list[Quad]:
    """Return the statements of all shapes of a folder.

    Raises:
        GraphError: there are none, or a file is no Turtle; with its line.
    """
    from pyoxigraph import RdfFormat, parse

    statements: list[Quad] = []
    for path in sorted(folder.glob("*.ttl")):
        try:
            statements += parse(path=str(path), format=RdfFormat.TURTLE)
        except SyntaxError as error:
            raise GraphError(f"{path}:{error.lineno}", f"the shapes cannot be read: {error.msg}.") from error
    if not statements:
        raise GraphError(folder, "there are no shapes here.")
    return statements


def said_by(shapes: Iterable[Quad]) -> dict[str, Bilingual]:
    """Return what each shape expects, as a sentence."""
    from pyoxigraph import Literal

    said: dict[str, dict[str | None, str]] = {}
    for shape in shapes:
        if shape.predicate.value == SH + "message" and isinstance(shape.object, Literal):
            said.setdefault(name_of(shape.subject), {})[shape.object.language] = shape.object.value
    return {shape: Bilingual(th=by.get("th"), en=by.get("en")) for shape, by in said.items()}


def nonconforming(shapes: list[Quad], statements: Statements, ontology: Statements) -> Iterator[Finding]:
    """Yield a finding for each value, or lack of one, that does not conform to a shape.

    Args:
        ontology: says which class is part of which, and which individuals there are.

    Raises:
        GraphError: the shapes are no SHACL.
    """
    expected = said_by(shapes)
    data = chain(statements.triples(), cast("QueryTriples", ontology.ask(_CONTEXT, {})))
    kept: dict[tuple[str, str, str], Result] = {}
    for result in results(data, shapes):
        key = (result.shape, str(result.focus), str(result.value))
        kept[key] = min(result, kept.get(key, result), key=_telling)
    for result in kept.values():
        yield _finding(result, expected.get(result.shape, Bilingual.of(result.shape)), statements.base)


def _telling(result: Result) -> tuple[int, str]:
    place = _TELLING.index(result.component) if result.component in _TELLING else len(_TELLING)
    return place, result.component


def _finding(result: Result, expected: Bilingual, base: str) -> Finding:
    return Finding(
        severity="violation" if result.severity == SH + "Violation" else "warning",
        check=result.shape.removeprefix(SHAPES),
        kind="shape",
        component=result.component,
        focus=name_of(result.focus),
        path=name_of(result.path) if result.path else None,
        # Of a shape of the whole thing, the value is the thing itself.
        value=str(result.value) if result.path and result.value else None,
        message=Bilingual(th=_sentence(result, "th", base), en=_sentence(result, "en", base)),
        expected=expected,
    )


def _sentence(result: Result, lang: str, base: str) -> str:
    """Return what was found, in one language."""
    words = messages(lang)["validate"]["found"]
    if result.path is None:
        return str(words["nothing"])
    parts = {
        "path": readable(result.path, base),
        "value": readable(result.value, base) if result.value else "",
        "values": ", ".join(sorted(readable(value, base) for value in result.values)),
        "kinds": ", ".join(sorted(readable(kind, base) for kind in result.kinds)),
    }
    return str(words[_word(result)].format(**parts))


def _word(result: Result) -> str:
    from pyoxigraph import Literal

    if word := _OF_ALL.get(result.component):
        return word if result.values else "none"
    if result.component not in _OF_KIND or isinstance(result.value, Literal):
        return "value"
    return "kind" if result.kinds else "unknown"
