"""The ledger of people's verdicts: what is the same, what is not, who said so, when and why.

Lines are only ever added. A later line about the same two things overrules an earlier one;
``undecided`` takes a verdict back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.errors import nearest
from awardgraph.model.dates import parse_day
from awardgraph.model.iris import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.importer.sources.rows import Row

__all__ = ["COLUMNS", "KINDS", "VERDICTS", "Decision", "Decisions", "read_decisions"]

#: Columns of decisions.csv. The names are for readers; the two ids count.
COLUMNS: Final = (
    "on", "by", "kind", "subject", "object", "verdict", "why", "subject_name", "object_name",
)  # fmt: skip

VERDICTS: Final = ("same", "different", "undecided")

#: What may be decided about. An award is named by a passage that reports it, whose id changes only with
#: its words; everything else by the last part of its IRI.
KINDS: Final = ("agency", "person", "project", "place", "scheme", "branch", "category", "level", "award")


@dataclass(frozen=True, slots=True)
class Decision:
    """One verdict that stands: the subject is, or is not, the object."""

    row: Row
    kind: str
    subject: str
    object: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """All verdicts that stand.

    Attributes:
        all: one for each pair.
        names: (kind, id) of a name that no register knows → the id of what it stands for.
        earlier: the same before each verdict on names, the oldest first: what was published then must
            still be found.
    """

    all: tuple[Decision, ...] = ()
    names: dict[tuple[str, str], str] = field(default_factory=dict)
    earlier: tuple[dict[tuple[str, str], str], ...] = ()

    def on(self, kind: str, verdict: str) -> list[Decision]:
        """Return the verdicts of one sort on one kind."""
        return [d for d in self.all if d.kind == kind and d.verdict == verdict]


def read_decisions(rows: Iterable[Row]) -> Decisions:
    """Return the verdicts of a ledger, in file order.

    Raises:
        SourceError: an unknown kind or verdict, a missing name or day, an id that is none, a thing that
            is decided to be two others, or to be itself by way of others; with file and line.
    """
    standing: dict[frozenset[str], Decision] = {}
    states: list[dict[tuple[str, str], str]] = [{}]
    for row in rows:
        decision = _decision(row)
        standing[frozenset((decision.kind, decision.subject, decision.object))] = decision
        if decision.kind != "award" and (names := _names(standing.values())) != states[-1]:
            states.append(names)
    found = tuple(d for d in standing.values() if d.verdict != "undecided")
    for decision in found:
        ends = {states[-1].get((decision.kind, end), end) for end in (decision.subject, decision.object)}
        if decision.verdict == "different" and len(ends) == 1:
            problem = f"{decision.subject} and {decision.object} are one by way of other verdicts."
            raise decision.row.error(problem, "Take one of them back: undecided.")
    return Decisions(found, states[-1], tuple(states[:-1]))


def _decision(row: Row) -> Decision:
    kind, verdict = row.get("kind"), row.get("verdict")
    for value, known, what in ((kind, KINDS, "kind"), (verdict, VERDICTS, "verdict")):
        if value not in known:
            raise row.error(f"{value!r} is no {what}; expected {', '.join(known)}.", nearest(value, known))
    for column in ("subject", "object"):
        if not is_slug(row.get(column)):
            raise row.error(f"the {column} {row.get(column)!r} is no id.", "Copy it from awardgraph review.")
    if row.get("subject") == row.get("object"):
        raise row.error("compares a thing with itself.", "Take the line away.")
    if not row.get("by"):
        raise row.error("does not say who decided.", "Fill the column by.")
    with row.checked():
        parse_day(row.get("on"))
    return Decision(row, kind, row.get("subject"), row.get("object"), verdict)


def _names(decisions: Iterable[Decision]) -> dict[tuple[str, str], str]:
    """Return what each name stands for, over several steps where a verdict leads to another."""
    steps: dict[tuple[str, str], Decision] = {}
    for decision in decisions:
        if decision.kind == "award" or decision.verdict != "same":
            continue
        other = steps.setdefault((decision.kind, decision.subject), decision)
        if other is not decision:
            problem = (
                f"{decision.subject} is {other.object} by line {other.row.line}, and now {decision.object}."
            )
            raise decision.row.error(problem, "Take one verdict back: undecided.")
    names = {}
    for (kind, subject), decision in steps.items():
        target, seen = decision.object, {subject}
        while further := steps.get((kind, target)):
            if target in seen:
                raise decision.row.error(
                    f"{subject} is itself, by way of {target}.", "Take one verdict back."
                )
            seen.add(target)
            target = further.object
        names[kind, subject] = target
    return names
