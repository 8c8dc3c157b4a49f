"""``awardgraph extract``: what press releases tell of awards, before anything enters a graph."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from awardgraph.cli.options import DataOption
from awardgraph.cli.output import progress, say, write
from awardgraph.errors import SourceError

__all__ = ["extract"]


def extract(
    paths: Annotated[
        list[Path], typer.Argument(help="Texts (.txt) and folders of them. · แฟ้มข้อความหรือโฟลเดอร์")
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
    awards that gave none stand with the reason. If a text cannot be read, the exit code is 4.
    """
    from awardgraph.importer.press.folders import predictions, texts_of
    from awardgraph.resources import data_root

    texts = texts_of(paths)
    awards = failed = 0
    opening = b"[\n"
    with progress("Reading", len(texts)) as step:
        for name, found in predictions(texts, data or data_root(), jobs):
            step(name)
            if isinstance(found, SourceError):
                failed += 1
                say(str(found))
                continue
            awards += len(found["awards"])
            write(opening + json.dumps(found, ensure_ascii=False, indent=1).encode())
            opening = b",\n"
    write(b"\n]\n" if opening == b",\n" else b"[]\n")
    say(f"{len(texts) - failed:,} texts read, {awards:,} awards.")
    if failed:
        raise typer.Exit(4)
