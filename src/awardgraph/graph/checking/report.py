"""A report of findings → text for people, JSON, a SHACL report, commands for a workflow."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from awardgraph.graph.checking.shacl import SH
from awardgraph.graph.checking.shapes import SHAPES
from awardgraph.graph.checking.terms import shortened
from awardgraph.model.language import printable
from awardgraph.resources import messages
from awardgraph.vocabulary.external import TYPE
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from awardgraph.graph.checking.findings import Finding, Place, Report
    from awardgraph.model.language import Bilingual

__all__ = ["FORMATS"]

#: Namespace of our rules.
_RULES: Final = "https://w3id.org/awardgraph/rules#"

#: How many of the like warnings are shown, and how much of a quote.
SHOWN: Final = 5
_LONGEST: Final = 160


def _text(report: Report, lang: str) -> str:
    """Return findings for people: a block for each violation, one for each kind of warning."""
    words = messages(lang)["validate"]
    blocks = [_violation(finding, words, report.base, lang) for finding in report.of("violation")]
    like = groupby(report.of("warning"), key=lambda finding: (finding.check, finding.expected))
    blocks += [_warnings(list(group), words, report.base, lang) for _, group in like]
    return "\n".join(blocks)


def _violation(finding: Finding, words: dict[str, Any], base: str, lang: str) -> str:
    lines = [
        f"{words['violation']}  {_focus(finding, base, lang)}",
        f"  {_in(finding.message, lang)}",
        f"  {words['expected']}: {_in(finding.expected, lang)}",
        *(f"  {words['where']}: {_where(place, base)}" for place in finding.places),
        f"  {words['check']}: {finding.check}",
    ]
    return "\n".join(lines) + "\n"


def _warnings(findings: list[Finding], words: dict[str, Any], base: str, lang: str) -> str:
    lines = [f"{words['warning']}  {_in(findings[0].expected, lang)} ({len(findings)})"]
    for finding in findings[:SHOWN]:
        lines.append(f"  {_focus(finding, base, lang)}")
        lines.append(f"    {_in(finding.message, lang)}")
        lines += [f"    {words['where']}: {_where(place, base)}" for place in finding.places[:1]]
    if len(findings) > SHOWN:
        lines.append(f"  {words['more'].format(n=len(findings) - SHOWN)}")
    lines.append(f"  {words['check']}: {findings[0].check}")
    return "\n".join(lines) + "\n"


def _in(text: Bilingual, lang: str) -> str:
    return printable((text.th if lang == "th" else text.en) or text.first)


def _focus(finding: Finding, base: str, lang: str) -> str:
    short = shortened(f"<{finding.focus}>", base).strip("<>")
    return f"{short}  {name}" if (name := _in(finding.name, lang)) else short


def _where(place: Place, base: str) -> str:
    document = place.file or shortened(f"<{place.document}>", base).strip("<>")
    quote = printable(place.quote)
    quote = f"{quote[:_LONGEST]}…" if len(quote) > _LONGEST else quote
    words = quote or (printable(place.title) if place.title != document else "")
    return f"{document}: “{words}”" if words else document


def _json(report: Report, _lang: str) -> str:
    """Return findings as a JSON list, in both languages and with full IRIs."""
    return json.dumps([asdict(finding) for finding in report.findings], ensure_ascii=False, indent=2) + "\n"


def _github(report: Report, lang: str) -> str:
    """Return findings as workflow commands, which GitHub shows beside the files they name."""
    return "".join(_command(finding, report.base, lang) for finding in report.findings)


def _command(finding: Finding, base: str, lang: str) -> str:
    level = "error" if finding.severity == "violation" else "warning"
    file = next((place.file for place in finding.places if place.file), "")
    facts = {"file": file, "title": finding.check}
    told = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in facts.items() if value)
    words = f"{_focus(finding, base, lang)}: {_in(finding.message, lang)} {_in(finding.expected, lang)}"
    return f"::{level} {told}::{_escaped(words)}\n"


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _turtle(report: Report, _lang: str) -> str:
    """Return findings as a SHACL report: one sorted statement a line, and everything with an IRI.

    Findings of rules have the rule as sh:sourceShape. Equal findings have equal IRIs.
    """
    own = f"<{report.base}report/{_digest(*(_iri(f, report.base) for f in report.findings))}>"
    lines = {
        f"{own} <{TYPE}> <{SH}ValidationReport> .\n",
        f'{own} <{SH}conforms> "{str(not report.findings).lower()}"^^<{PREFIXES["xsd"]}boolean> .\n',
    }
    for finding in report.findings:
        result = _iri(finding, report.base)
        lines.add(f"{own} <{SH}result> {result} .\n")
        lines.update(f"{result} <{predicate}> {term} .\n" for predicate, term in _result(finding))
    return "".join(sorted(lines))


def _result(finding: Finding) -> Iterator[tuple[str, str]]:
    from pyoxigraph import Literal

    yield TYPE, f"<{SH}ValidationResult>"
    # A node without an IRI has no name outside its file: its label is told as text.
    nameless = finding.focus.startswith("_:")
    yield SH + "focusNode", str(Literal(finding.focus)) if nameless else f"<{finding.focus}>"
    yield SH + "resultSeverity", f"<{SH}{finding.severity.capitalize()}>"
    yield SH + "sourceShape", f"<{(SHAPES if finding.kind == 'shape' else _RULES) + finding.check}>"
    component = finding.component or "SPARQL"
    yield SH + "sourceConstraintComponent", f"<{SH}{component}ConstraintComponent>"
    for lang in ("th", "en"):
        words = f"{_in(finding.message, lang)} {_in(finding.expected, lang)}"
        yield SH + "resultMessage", str(Literal(words, language=lang))
    if finding.path:
        yield SH + "resultPath", f"<{finding.path}>"
    if finding.value:
        yield SH + "value", str(Literal(finding.value)) if finding.value.startswith("_:") else finding.value


def _iri(finding: Finding, base: str) -> str:
    parts = (finding.check, finding.focus, finding.path or "", finding.value or "", finding.message.first)
    return f"<{base}finding/{_digest(*parts)}>"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


#: Format → what writes a report in it, in a language where it has only one.
FORMATS: Final[Mapping[str, Callable[[Report, str], str]]] = {
    "text": _text,
    "json": _json,
    "ttl": _turtle,
    "github": _github,
}
