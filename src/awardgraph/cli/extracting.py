"""``awardgraph extract``: what press releases tell of awards, before anything enters a graph."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import DataOption
from awardgraph.cli.output import progress, say, write
from awardgraph.errors import SourceError

__all__ = ["extract"]


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(
            help="Releases (.txt, .html, .docx, .pdf), folders of them, or - for standard input."
            " · แฟ้มข่าว โฟลเดอร์ของแฟ้มข่าว หรือ - เพื่ออ่านจากอินพุตมาตรฐาน"
        ),
    ],
    *,
    form: Annotated[  # noqa: ARG001 (one form as yet, and the option says which)
        Literal["json"], typer.Option("--format", help="json: one list, a document each. · รูปแบบผลลัพธ์")
    ] = "json",
    jobs: Annotated[int, typer.Option(min=1, help="Processes to read with. · จำนวนโปรเซสที่ใช้อ่าน")] = 1,
    data: DataOption = None,
) -> None:
    """Read awards, people and the ceremony out of Thai press releases. · อ่านรางวัลจากข่าว

    Nothing enters a graph. Each value stands with its place in the text and how it was found; words of
    awards that gave none stand with the reason. Places are those of the text that was extracted; of a .txt
    that is the file. If a document cannot be read, the others are, and the exit code is 4.
    """
    from awardgraph.importer.documents.walking import find_documents
    from awardgraph.importer.press.folders import predictions
    from awardgraph.resources import data_root

    found = find_documents(paths, getattr(sys.stdin, "buffer", None))
    awards = failed = 0
    opening = b"[\n"
    with progress("Reading", len(found.files)) as step:
        for name, read in predictions(found.files, data or data_root(), jobs):
            step(name)
            if isinstance(read, SourceError):
                failed += 1
                say(str(read))
                continue
            awards += len(read["awards"])
            write(opening + json.dumps(read, ensure_ascii=False, indent=1).encode())
            opening = b",\n"
    write(b"\n]\n" if opening == b",\n" else b"[]\n")
    if found.others:
        kinds = ", ".join(
            f"{count:,} {suffix or 'without a suffix'}" for suffix, count in found.others.items()
        )
        say(f"Passed over, since they are no releases: {kinds}.")
    say(f"{len(found.files) - failed:,} texts read, {awards:,} awards.")
    if failed:
        raise typer.Exit(4)
