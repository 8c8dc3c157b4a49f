"""The options of a question: how far it may go."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

__all__ = ["ExplainOption", "MemoryOption", "NetworkOption", "RowsOption", "TimeoutOption"]

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
