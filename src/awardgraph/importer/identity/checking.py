"""What an entry of the register must hold, beside its names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.model.dates import parse_day, parse_year
from awardgraph.model.iris import is_web_address

if TYPE_CHECKING:
    from awardgraph.importer.identity.register import Entry, Register

__all__ = ["check_decisions", "check_entry"]

#: Cell → the kind of entry whose id it must hold.
_REFERENCES: Final = {
    ("agency", "parent"): "agency", ("agency", "country"): "place", ("place", "parent"): "place",
    ("agency", "predecessor"): "agency", ("agency", "successor"): "agency",
    ("project", "owner"): "agency", ("project", "place"): "place", ("scheme", "operated_by"): "agency",
    ("branch", "parent"): "scheme", ("level", "parent"): "scheme", ("scale", "parent"): "scheme",
    ("level", "scale"): "scale",
}  # fmt: skip


def check_entry(register: Register, entry: Entry) -> None:
    """Raise where a cell of an entry does not hold what its kind needs.

    Raises:
        SourceError: a parent, rank, reference, address or year that is none; with file and line.
    """
    if entry.kind in ("branch", "level", "scale") and not entry.row.get("parent"):
        raise entry.row.error(f"the {entry.kind} {entry.id} has no parent.", "Name its scheme.")
    if (rank := entry.row.get("rank")) and not rank.isdecimal():
        raise entry.row.error(f"the rank {rank!r} is no whole number.")
    for (kind, cell), target in _REFERENCES.items():
        for value in entry.row.several(cell) if kind == entry.kind else ():
            if not register.get(target, value):
                raise entry.row.error(f"{cell} names {value!r}, which no {target} has as its id.")
    for other in entry.row.several("same_as"):
        if not is_web_address(other):
            raise entry.row.error(f"same_as gives {other!r}, which is no web address.")
    if entry.kind == "category" and not any(
        register.get(k, entry.row.get("parent")) for k in ("branch", "scheme")
    ):
        raise entry.row.error(f"parent names {entry.row.get('parent')!r}, which is no branch and no scheme.")
    _check_parents(register, entry)
    _check_validity(entry)


def _check_parents(register: Register, entry: Entry) -> None:
    above, seen = entry, {entry.id}
    while parent := register.get(entry.kind, above.row.get("parent")):
        if parent.id in seen:
            raise entry.row.error(f"{entry.id} is its own parent, by way of {above.id}.", "Break the circle.")
        seen.add(parent.id)
        above = parent


def _check_validity(entry: Entry) -> None:
    begin, end = entry.row.get("valid_from"), entry.row.get("valid_until")
    for value in filter(None, (begin, end)):
        with entry.row.checked():
            parse_day(value) if "-" in value else parse_year(value, "CE")
    if begin and end and end < begin[: len(end)]:
        raise entry.row.error(f"{entry.id} ends ({end}) before it begins ({begin}).", "Correct one of them.")


def check_decisions(register: Register) -> None:
    """Raise where a verdict says that an entry of the register is something else.

    Raises:
        SourceError: with file and line.
    """
    for decision in register.decisions.all:
        if decision.verdict == "same" and register.get(decision.kind, decision.subject):
            problem = f"{decision.subject} is in the register; a verdict is on a name that is not."
            raise decision.row.error(problem, "Unite the two rows there, or change subject and object.")
