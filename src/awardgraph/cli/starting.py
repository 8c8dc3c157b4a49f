"""``awardgraph init``: a data folder to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from awardgraph.cli.output import say
from awardgraph.errors import UsageError

__all__ = ["init"]


def init(
    folder: Annotated[Path, typer.Argument(help="A new or an empty folder. · โฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง")],
) -> None:
    """Write a small data folder to start from. · สร้างโฟลเดอร์ข้อมูลตั้งต้น"""
    import shutil

    from awardgraph.resources import starter_root

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"{folder} is there already and not empty; name a new folder."
        raise UsageError(message)
    try:
        shutil.copytree(starter_root(), folder, dirs_exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be written: {error}."
        raise UsageError(message) from error
    say(f"{folder}: edit awards/awards.csv, then awardgraph build --data {folder}")
