"""What checking finds, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from awardgraph.model.language import NOBODY, Bilingual

__all__ = ["Finding", "Place", "Report", "Severity"]

#: A violation is wrong and must be mended; a warning makes data poorer than they could be.
Severity: TypeAlias = Literal["violation", "warning"]

_GRAVEST_FIRST: Final = ("violation", "warning")


@dataclass(frozen=True, slots=True)
class Place:
    """Where what was found stands.

    Attributes:
        file: the file that states it, as it was named; empty where it is not known.
        document: IRI of the source document; empty where none is named.
        title: the document's title.
        quote: the passage's words, which for a table are its row.
    """

    file: str = ""
    document: str = ""
    title: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that breaks one shape or one rule.

    Attributes:
        check: the shape's or the rule's name.
        kind: which of the two it is.
        component: local name of the SHACL constraint component; empty for a rule.
        focus: IRI of what breaks it; ``_:`` and a label where it has none.
        name: what the focus is called.
        path: IRI of the property concerned, if it is one.
        value: the value concerned as an N-Triples term, if it is one.
        message: what was found, as a sentence.
        expected: what should be, as a sentence.
        discreet: what was found is private: its places are told without their words.
    """

    severity: Severity
    check: str
    kind: Literal["shape", "rule"]
    focus: str
    message: Bilingual
    expected: Bilingual
    component: str = ""
    path: str | None = None
    value: str | None = None
    discreet: bool = False
    name: Bilingual = NOBODY
    places: tuple[Place, ...] = ()

    @property
    def order(self) -> tuple[int, str, str, str, str, str]:
        """What findings are sorted by: violations first, then by check and focus."""
        grave = _GRAVEST_FIRST.index(self.severity)
        return grave, self.check, self.focus, self.path or "", self.value or "", self.message.first


@dataclass(frozen=True, slots=True)
class Report:
    """All that was found, in order, and how many checks looked for it.

    Attributes:
        base: IRI below which the entities checked are minted.
    """

    findings: tuple[Finding, ...]
    shapes: int
    rules: int
    base: str

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity."""
        return tuple(finding for finding in self.findings if finding.severity == severity)
