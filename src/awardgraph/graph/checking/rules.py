"""Run rules: SPARQL queries of which every row is something wrong, told in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from awardgraph.errors import GraphError, QueryError
from awardgraph.graph.checking.findings import Finding, Severity
from awardgraph.graph.checking.statements import name_of
from awardgraph.graph.checking.terms import shortened
from awardgraph.model.language import Bilingual

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from awardgraph.graph.checking.statements import Statements, Term

__all__ = ["Rule", "broken", "read_rules"]

_ENDING: Final = "-violation.rq"
_ENTRY: Final = re.compile(r"# (title|title-th|applies|severity|discreet): *(\S.*)")

#: Entry of the front matter → what it may say: None is anything, an empty word nothing at all.
_ENTRIES: Final = {
    "title": None,
    "title-th": None,
    "applies": ("data", "ontology"),
    "severity": ("violation", "warning"),
    "discreet": ("yes", ""),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule.

    Attributes:
        name: its file without the ending.
        title: what should be, as a sentence.
        applies: to data, or to an ontology.
        discreet: what it finds is private, and must not be repeated.
        query: SELECT ?focus ?error ?error_th.
    """

    name: str
    title: Bilingual
    applies: str
    severity: Severity
    discreet: bool
    query: str
    path: Path


def read_rules(folder: Path) -> tuple[Rule, ...]:
    """Return the rules of a folder, in the order of their names.

    Raises:
        GraphError: a rule lacks an entry of its front matter, or an entry says what it may not.
    """
    return tuple(_read(path) for path in sorted(folder.glob(f"*{_ENDING}")))


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    entries: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if entry := _ENTRY.fullmatch(line.rstrip()):
            entries[entry[1]] = entry[2]
    for name, allowed in _ENTRIES.items():
        said = entries.get(name, "")
        if said not in allowed if allowed else not said:
            problem = (
                f"its comments must say {name}{': ' + ' or '.join(filter(None, allowed)) if allowed else ''}."
            )
            raise GraphError(path, problem)
    return Rule(
        name=path.name.removesuffix(_ENDING),
        title=Bilingual(th=entries["title-th"], en=entries["title"]),
        applies=entries["applies"],
        severity=cast("Severity", entries["severity"]),
        discreet=entries.get("discreet") == "yes",
        query=text,
        path=path,
    )


def broken(rules: Iterable[Rule], statements: Statements) -> Iterator[Finding]:
    """Yield a finding for each row of each rule.

    Raises:
        GraphError: a rule is no SPARQL, or answers without ?focus, ?error and ?error_th.
    """
    for rule in rules:
        try:
            rows = list(statements.rows(rule.query))
        except QueryError as error:
            raise GraphError(rule.path, f"the rule cannot be run: {error}") from error
        for row in rows:
            if "focus" not in row or "?error_th" not in rule.query:
                raise GraphError(rule.path, "a row of a rule must hold ?focus, ?error and ?error_th.")
            yield Finding(
                severity=rule.severity,
                check=rule.name,
                kind="rule",
                focus=name_of(row["focus"]),
                message=Bilingual(
                    th=_told(row.get("error_th"), statements.base) or rule.title.th,
                    en=_told(row.get("error"), statements.base) or rule.title.en,
                ),
                expected=rule.title,
                discreet=rule.discreet,
            )


def _told(sentence: Term | None, base: str) -> str:
    # A sentence about something without a name (a blank node) has no words: then the rule's title is told.
    return shortened(sentence.value, base) if sentence is not None and hasattr(sentence, "value") else ""
