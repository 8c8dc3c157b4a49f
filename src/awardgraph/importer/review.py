"""What waits, as a table to edit; and the way back: verdicts into the ledger, all of them or none."""

from __future__ import annotations

import csv
from dataclasses import astuple, fields
from io import StringIO
from typing import TYPE_CHECKING, Final

from awardgraph.errors import nearest
from awardgraph.graph.files import replace_file
from awardgraph.importer.identity.decisions import COLUMNS as LEDGER
from awardgraph.importer.identity.decisions import VERDICTS, read_decisions
from awardgraph.importer.identity.register import read_register
from awardgraph.importer.sources.reading import SourceText, read_text
from awardgraph.importer.sources.rows import Row, read_rows
from awardgraph.importer.waiting import Item, waiting
from awardgraph.model.spreadsheets import guarded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from awardgraph.graph.store import Graph

__all__ = ["COLUMNS", "review_table", "take_back"]

_LEDGER: Final = "register/decisions.csv"

#: Columns of the table: what was found, and the two cells to fill in.
COLUMNS: Final = (*(field.name for field in fields(Item)), "verdict", "why")


def review_table(items: Iterable[Item]) -> str:
    """Return what waits as CSV with a header; verdict and why are empty.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([*map(guarded, astuple(item)), "", ""] for item in items)
    return out.getvalue()


def take_back(path: Path, graph: Graph, data: Path, *, by: str, on: str) -> int:
    """Add the verdicts of an edited table to the ledger of a data folder; return how many.

    Lines without a verdict go on waiting. The graph is as it was until it is built again.

    Args:
        path: the edited table.
        graph: the graph that the table was made from.
        data: the data folder; its register/decisions.csv grows.
        by: who decided.
        on: when, as an ISO day.

    Raises:
        SourceError: an unknown verdict, a key that does not wait, a verdict that contradicts another;
            with the line of the table. The ledger is as it was.
    """
    edited = read_text(path, path.name, marked=True)
    items, register = waiting(graph, data), read_register(data / "register")
    known = {*register.entries, *((item.kind, item.subject) for item in items)}
    asked: dict[tuple[str, str], list[str]] = {}
    for item in items:
        asked.setdefault((item.kind, item.subject), []).append(item.object)
    rows = [
        Row(row.where, row.line, {**row.cells, "by": by, "on": on, "verdict": row.get("verdict").casefold()})
        for row in read_rows(edited, dict.fromkeys(COLUMNS, ()))
        if _is_decided(row, asked, known)
    ]
    if not rows:
        return 0
    _check_twice(rows)
    ledger = data / "register" / "decisions.csv"
    before = read_text(ledger, _LEDGER).text if ledger.exists() else ",".join(LEDGER) + "\n"
    read_decisions([*_rows(before), *rows])
    header = next(csv.reader(StringIO(before)))
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(
        [guarded(row.get(name)) for name in header] for row in rows
    )
    after = before.rstrip("\n") + "\n" + out.getvalue()
    read_decisions(_rows(after))
    ledger.parent.mkdir(parents=True, exist_ok=True)
    replace_file(ledger, after.encode())
    return len(rows)


def _check_twice(rows: Iterable[Row]) -> None:
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(map(row.get, ("kind", "subject", "object")))
        if key in seen:
            raise row.error(f"decides what line {seen[key]} decides.", "Keep one of the two lines.")
        seen[key] = row.line


def _rows(ledger: str) -> Iterator[Row]:
    return read_rows(SourceText(_LEDGER, ledger, ""), dict.fromkeys(LEDGER, ()))


def _is_decided(
    row: Row, asked: Mapping[tuple[str, str], list[str]], known: Collection[tuple[str, str]]
) -> bool:
    """Return whether a line holds a verdict; raise where it holds what nobody asked."""
    kind, subject, target = row.get("kind"), row.get("subject"), row.get("object")
    verdict = row.get("verdict").casefold()
    if not (objects := asked.get((kind, subject), [])):
        problem = f"nothing of the kind {kind!r} with the key {subject!r} waits."
        raise row.error(problem, "Leave kind, subject and object as they were.")
    if target not in objects and ("" not in objects or (kind, target) not in known):
        remedy = nearest(target, [other for sort, other in known if sort == kind])
        raise row.error(f"there is no {kind} {target!r} to compare with.", remedy or "Leave it as it was.")
    if verdict not in ("", *VERDICTS):
        problem = f"{verdict!r} is no verdict; expected {', '.join(VERDICTS)}."
        raise row.error(problem, nearest(verdict, VERDICTS))
    if verdict and kind == "row":
        raise row.error("a row in waiting/ is not decided here.", "Complete it and move it to awards/.")
    if verdict and not target:
        raise row.error("names nothing to compare with.", "Fill object with an id of the register.")
    return bool(verdict)
