"""The program's commands, in the order in which people meet them."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from awardgraph.cli.building import build
from awardgraph.cli.differing import diff
from awardgraph.cli.disagreeing import conflicts
from awardgraph.cli.documenting import ontology
from awardgraph.cli.evidence import why
from awardgraph.cli.exporting import export
from awardgraph.cli.finding import find
from awardgraph.cli.importing import import_command
from awardgraph.cli.querying import query
from awardgraph.cli.questioning import questions
from awardgraph.cli.reviewing import review
from awardgraph.cli.starting import init
from awardgraph.cli.stats import stats
from awardgraph.cli.validating import validate
from awardgraph.cli.viewing import view
from awardgraph.version import __version__

__all__ = ["app"]

app: Final = typer.Typer(
    name="awardgraph",
    help="Announcements of public-sector awards → a knowledge graph to ask, look at and publish."
    " · จากข่าวรางวัลภาครัฐ สู่กราฟความรู้ที่ถามได้ ดูได้ และเผยแพร่ได้",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command("init")(init)
app.command("build")(build)
app.command("import")(import_command)
app.command("query")(query)
app.command("questions")(questions)
app.command("why")(why)
app.command("conflicts")(conflicts)
app.command("find")(find)
app.command("view")(view)
app.command("export")(export)
app.command("ontology")(ontology)
app.command("stats")(stats)
app.command("validate")(validate)
app.command("review")(review)
app.command("diff")(diff)


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
