"""``awardgraph build``: the main job, from a data folder to a graph that is asked, seen and exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from awardgraph.cli.options import DataOption, LangOption, Language, language, year_in
from awardgraph.cli.output import progress, say, write
from awardgraph.model.language import printable

if TYPE_CHECKING:
    from awardgraph.graph.store import Graph
    from awardgraph.importer.run import Imported
    from awardgraph.importer.settings import Settings

__all__ = ["build"]


def build(
    *,
    data: DataOption = None,
    out: Annotated[Path, typer.Option("--out", help="Where the results go. · โฟลเดอร์ผลลัพธ์")] = Path("build"),
    lang: LangOption = None,
) -> None:
    """Make awards.graph, awards.ttl and index.html from a data folder. · สร้างกราฟจากโฟลเดอร์ข้อมูล"""
    from awardgraph.exporters.serialise import export
    from awardgraph.exporters.views.explorer.page import explorer_page
    from awardgraph.exporters.writing import write_file
    from awardgraph.graph.store import Graph
    from awardgraph.importer.plan import find_sources, plan, waiting_rows
    from awardgraph.importer.run import import_sources
    from awardgraph.importer.settings import read_settings
    from awardgraph.resources import data_root, messages

    folder, chosen = data or data_root(), language(lang)
    paths, settings, waiting = find_sources(folder), read_settings(folder), len(waiting_rows(folder))
    with progress("Reading", len(plan(folder, paths))) as step:
        done = import_sources(paths, out / "awards.graph", data=folder, only_these=True, progress=step)
    graph = Graph.open(out / "awards.graph")
    focus = _entity(graph, settings.view) if settings.view else ""
    page = explorer_page(graph.n_quads(), graph.manifest.base, focus=focus, lang=chosen)
    files = {"awards.ttl": b"".join(export(graph, "turtle")), "index.html": page.encode()}
    for name, content in files.items():
        write_file(out / name, content)
    _report(graph, done, waiting, chosen)
    say("", messages(chosen)["build"]["graph"].format(path=graph.location, n=f"{len(graph):,}"), sep="\n")
    for name, content in files.items():
        say(messages(chosen)["build"]["file"].format(path=out / name, size=f"{len(content) // 1024:,}"))
    _answer(graph, settings, chosen)


def _entity(graph: Graph, named: str) -> str:
    """Return the IRI of the entity that the settings name, else of the most decorated agency."""
    from awardgraph.graph.find import find_one
    from awardgraph.graph.questions import ask

    if named:
        return find_one(graph, named)
    return next((row["agency"] for row in ask(graph, "most-decorated")), "")


def _report(graph: Graph, done: Imported, waiting: int, lang: Language) -> None:
    from awardgraph.graph.questions import ask
    from awardgraph.resources import messages

    words = messages(lang)["build"]
    counted = {row["class"].split("#")[-1]: int(row["n"]) for row in ask(graph, "kinds")}
    sources = [source for source in done.manifest.sources if source.reader != "register"]
    awards, applications = counted.get("Conferral", 0), counted.get("Application", 0)
    rows = sum(source.rows for source in sources)
    say(words["sources"].format(rows=rows, sources=len(sources), awards=awards, applications=applications))
    if waiting:
        say(words["waiting"].format(n=waiting))
    if not done.converted:
        say(words["unchanged"])


def _answer(graph: Graph, settings: Settings, lang: Language) -> None:
    """Answer one question from the graph, so that a newcomer sees that it can be asked."""
    from itertools import groupby

    from pyoxigraph import NamedNode

    from awardgraph.graph.questions import ask
    from awardgraph.resources import messages

    if not (agency := _entity(graph, settings.agency)):
        return
    names = {row["lang"]: row["name"] for row in ask(graph, "labels", entity=NamedNode(agency))}
    name = names.get(lang) or next(iter(names.values()), agency)
    say("", messages(lang)["build"]["question"].format(agency=name), sep="\n")
    rows = ask(graph, "agency-awards", agency=NamedNode(agency))
    for _, same in groupby(rows, key=lambda row: row["award"]):
        write(_award(list(same), graph.manifest.base, lang).encode())


def _award(rows: list[dict[str, str]], base: str, lang: Language) -> str:
    """Return one award as lines: what it is, for which work, and each source that says so."""
    first, other = rows[0], "en" if lang == "th" else "th"

    def named(stem: str) -> str:
        return first.get(f"{stem}_{lang}") or first.get(f"{stem}_{other}") or ""

    item = f"({first['item']})" if "item" in first else ""
    what = filter(None, (named("scheme"), named("category") or named("branch"), named("level"), item))
    year = f"{year_in(lang, first.get('year')) or '–':4}  "
    lines = [printable(" · ".join(what)), printable(named("project"))]
    # A document without an address of its own is known by its title.
    own = (
        row.get("title", row["source"]) if row["source"].startswith(base) else row["source"] for row in rows
    )
    lines += [f"← {printable(source)}" for source in own]
    return year + "\n      ".join(filter(None, lines)) + "\n"
