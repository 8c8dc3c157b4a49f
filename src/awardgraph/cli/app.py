"""The program's commands, in the order in which people meet them."""

from __future__ import annotations

from collections import UserDict
from importlib import import_module
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup
from typer.main import get_command

from awardgraph.version import __version__

__all__ = ["COMMANDS", "app"]

#: Command → its module in this room, and the function there.
COMMANDS: Final = {
    "init": "starting.init",
    "build": "building.build",
    "import": "importing.import_command",
    "extract": "extracting.extract",
    "query": "querying.query",
    "questions": "questioning.questions",
    "why": "evidence.why",
    "conflicts": "disagreeing.conflicts",
    "find": "finding.find",
    "view": "viewing.view",
    "export": "exporting.export",
    "ontology": "documenting.ontology",
    "stats": "stats.stats",
    "validate": "validating.validate",
    "review": "reviewing.review",
    "diff": "differing.diff",
}

#: No markup and no frames: help is read through pipes, too.
_PLAIN: Final[dict[str, Any]] = {"pretty_exceptions_enable": False, "rich_markup_mode": None}


class _Commands(UserDict[str, Any]):
    """The commands by name; one that is not asked for is neither imported nor are its options read."""

    def __getitem__(self, name: str) -> object:
        module, _, function = self.data[name].partition(".")
        alone = typer.Typer(add_completion=False, **_PLAIN)
        alone.command(name)(getattr(import_module(f"awardgraph.cli.{module}"), function))
        return get_command(alone)


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 (whatever Typer gives)
        super().__init__(**settings)
        self.commands = _Commands(COMMANDS)


app: Final = typer.Typer(
    name="awardgraph",
    cls=_Group,
    help="Announcements of public-sector awards → a knowledge graph to ask, look at and publish."
    " · จากข่าวรางวัลภาครัฐ สู่กราฟความรู้ที่ถามได้ ดูได้ และเผยแพร่ได้",
    no_args_is_help=True,
    **_PLAIN,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"awardgraph {__version__}")
        raise typer.Exit


@app.callback()
def awardgraph(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show it.")
    ] = False,
) -> None:
    """Give every command its common options."""
