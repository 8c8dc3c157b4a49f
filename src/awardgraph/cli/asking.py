"""The options of a question: how far it may go, and how its answer is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from awardgraph.cli.answering import Format

__all__ = [
    "ExplainOption",
    "FormatOption",
    "IrisOption",
    "MemoryOption",
    "NetworkOption",
    "OutputOption",
    "RowsOption",
    "SpreadsheetOption",
    "TimeoutOption",
]

TimeoutOption: TypeAlias = Annotated[
    float, typer.Option(min=0.001, help="Seconds until it is given up, with exit code 7. · จำกัดเวลา (วินาที)")
]
MemoryOption: TypeAlias = Annotated[
    int, typer.Option(min=1, help="MB that it may take, else exit code 7. · จำกัดหน่วยความจำ (เมกะไบต์)")
]
RowsOption: TypeAlias = Annotated[
    int | None, typer.Option(min=1, help="Cut the answer after so many rows. · จำกัดจำนวนแถว")
]
NetworkOption: TypeAlias = Annotated[
    bool,
    typer.Option("--allow-network", help="Let SERVICE call other servers. · ให้ SERVICE เรียกเซิร์ฟเวอร์อื่นได้"),
]
ExplainOption: TypeAlias = Annotated[
    bool,
    typer.Option("--explain", help="Count the matches of each pattern instead. · นับข้อมูลที่ตรงกับแต่ละรูปแบบแทน"),
]
FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="table for rows, ttl for triples, if not given. · รูปแบบของคำตอบ"),
]
IrisOption: TypeAlias = Annotated[
    bool, typer.Option("--iris", help="Identifiers instead of names. · แสดง IRI แทนชื่อ")
]
SpreadsheetOption: TypeAlias = Annotated[
    bool,
    typer.Option("--spreadsheet", help="csv, tsv, xlsx: no cell becomes a formula. · ไม่มีช่องใดกลายเป็นสูตร"),
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="A file; standard output if not given. · แฟ้มที่จะเขียน"),
]
