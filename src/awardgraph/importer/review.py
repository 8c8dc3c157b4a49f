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
from awardgraph.importer.sources.reading import SourceText, read_text
from awardgraph.importer.sources.rows import Row, read_rows
from awardgraph.importer.waiting import Item, waiting

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from awardgraph.graph.store import Graph

__all__ = ["COLUMNS", "review_table", "take_back"]

#: Columns of the table: what was found, and the two cells to fill in.
COLUMNS: Final = (*(field.name for field in fields(Item)), "verdict", "why")


def review_table(items: Iterable[Item]) -> str:
    """Return what waits as CSV with a header; verdict and why are empty.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for item in items:
        writer.writerow(
            [*(f"'{cell}" if cell.startswith(tuple("=+-@\t")) else cell for cell in astuple(item)), "", ""]
        )
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
    items = waiting(graph, data)
    rows = [
        decided
        for row in read_rows(edited, dict.fromkeys(COLUMNS, ()))
        if (decided := _decided(row, items, by=by, on=on))
    ]
    ledger = data / "register" / "decisions.csv"
    text = read_text(ledger, "register/decisions.csv").text if ledger.exists() else ",".join(LEDGER) + "\n"
    if not rows:
        return 0
    known = read_rows(SourceText("register/decisions.csv", text, ""), dict.fromkeys(LEDGER, ()))
    read_decisions([*known, *rows])
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([row.get(column) for column in LEDGER] for row in rows)
    ledger.parent.mkdir(parents=True, exist_ok=True)
    replace_file(ledger, (text.rstrip("\n") + "\n" + out.getvalue()).encode())
    return len(rows)


def _decided(row: Row, items: list[Item], *, by: str, on: str) -> Row | None:
    """Return the line of the ledger that a line of the table asks for; None where it leaves the verdict open."""
    keys = ("kind", "subject", "object")
    same = [item for item in items if (item.kind, item.subject) == (row.get("kind"), row.get("subject"))]
    if not same:
        problem = f"nothing of the kind {row.get('kind')!r} with the key {row.get('subject')!r} waits."
        raise row.error(problem, "Leave kind, subject and object as they were.")
    if not any(item.object in ("", row.get("object")) for item in same):
        problem = f"the object {row.get('object')!r} was not proposed."
        raise row.error(problem, f"Expected {same[0].object}.")
    verdict = row.get("verdict").casefold()
    if not verdict:
        return None
    if verdict not in VERDICTS:
        raise row.error(
            f"{verdict!r} is no verdict; expected {', '.join(VERDICTS)}.", nearest(verdict, VERDICTS)
        )
    if row.get("kind") == "row":
        raise row.error("a row in waiting/ is not decided here.", "Complete it and move it to awards/.")
    if not row.get("object"):
        raise row.error("names nothing to compare with.", "Fill object with an id of the register.")
    cells = {key: row.get(key) for key in (*keys, "subject_name", "object_name", "why")}
    return Row(row.where, row.line, cells | {"verdict": verdict, "by": by, "on": on})
