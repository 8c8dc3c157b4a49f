"""What a shell proposes when somebody presses the tab key.

It must be quick and silent: whatever goes wrong, nothing is proposed. It never writes.
"""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from awardgraph.cli.options import DEFAULT_GRAPH, language
from awardgraph.vocabulary.namespaces import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping

__all__ = ["entity_names", "kind_names", "prepare", "question_names", "set_values"]

Proposals = list[tuple[str, str]]

#: At most so many proposals, and so many CPU seconds until they are there.
_MOST: Final = 60
_SECONDS: Final = 0.2

#: What a shell takes as one word, whatever it does with quotes; marks above and below Thai letters included.
_WORD: Final = re.compile(r"[A-Za-z0-9\u0e00-\u0e7f._/-]+")

#: Where the part of a word before its ``=`` waits for the proposals: bash takes it for a word of its own.
_KEY: Final = "_AWARDGRAPH_COMPLETE_KEY"

_ENTITIES: Final = "SELECT ?entity ?name { ?entity a %s ; rdfs:label|skos:altLabel ?name }"


def prepare(environ: MutableMapping[str, str]) -> None:
    """Give the words of a bash command line back their ``=``, at which bash has cut them.

    Of the word that is being typed bash wants the part behind the ``=`` only; the part before it is kept
    in the environment, for :func:`set_values`.
    """
    words, place = environ.get("COMP_WORDS", "").split("\n"), environ.get("COMP_CWORD", "")
    if environ.get("_AWARDGRAPH_COMPLETE") != "complete_bash" or not place.isdecimal():
        return
    before, current = words[: int(place)], "".join(words[int(place) : int(place) + 1])
    joined: list[str] = []
    for word in before:
        if joined and (word == "=" or joined[-1].endswith("=")) and joined[-1] != "--set":
            joined[-1] += word
        else:
            joined.append(word)
    if current == "=":
        joined[-1:], current = [joined[-1] + "="], ""
    if joined[-1:] and joined[-1].endswith("="):
        environ[_KEY] = joined.pop()
    environ["COMP_WORDS"] = "\n".join([*joined, current])
    environ["COMP_CWORD"] = str(len(joined))


def question_names(incomplete: str) -> Proposals:
    """Return the questions of which a name begins like a word, each by its shortest name, with its title."""
    try:
        return list(_questions(incomplete))
    except Exception:  # noqa: BLE001 (a shell must not be disturbed)
        return []


def _questions(incomplete: str) -> Iterator[tuple[str, str]]:
    from awardgraph.graph.questions import names_of, read_questions

    for question in read_questions():
        if name := next((name for name in names_of(question) if name.startswith(incomplete)), ""):
            yield name, getattr(question.title, language(None)) or question.title.first


def kind_names(incomplete: str) -> list[str]:
    """Return the kinds of entities that begin like a word."""
    return [kind for kind in ("award", *KINDS) if kind.startswith(incomplete)]


def set_values(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return what ``--set`` may go on with: the names of parameters, or the values of one."""
    import os

    try:
        return list(_settings(ctx, os.environ.get(_KEY, ""), incomplete))
    except Exception:  # noqa: BLE001 (a shell must not be disturbed)
        return []


def _settings(ctx: typer.Context, before: str, incomplete: str) -> Iterator[tuple[str, str]]:
    from awardgraph.graph.questions import ENTITIES, find_question

    # A command that is still being typed has its name among the words that are left.
    question = find_question(str(ctx.params.get("question") or next(iter(ctx.args), "")))
    key, equals, value = (before + incomplete).partition("=")
    for parameter in question.parameters:
        if not equals and parameter.name.startswith(key):
            yield f"{parameter.name}=", parameter.kind
        elif equals and parameter.name == key and parameter.kind in ENTITIES:
            typed = "" if before else f"{key}="
            for name, label in _entities(_location(ctx), parameter.kind, value):
                yield typed + name, label


def entity_names(ctx: typer.Context, incomplete: str) -> Proposals:
    """Return the entities of which an id or a name begins like a word, the awards left out."""
    try:
        return [
            found
            for kind in ("agency", "scheme", "project", "person", "place")
            if incomplete
            for found in _entities(_location(ctx), kind, incomplete, whole=True)
        ][:_MOST]
    except Exception:  # noqa: BLE001 (a shell must not be disturbed)
        return []


def _location(ctx: typer.Context) -> Path:
    named = ctx.params.get("graph") or DEFAULT_GRAPH
    return Path(named[0] if isinstance(named, list | tuple) else named)


def _entities(location: Path, kind: str, begun: str, *, whole: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the ids and the names of one kind that begin like a word, each with a name to read beside it."""
    from awardgraph.graph.asking import rows_of
    from awardgraph.graph.questions import ENTITIES
    from awardgraph.graph.store import Graph

    graph, until, seen = Graph.open(location), time.process_time() + _SECONDS, set[str]()
    start = f"{graph.manifest.base}{kind}/"
    for row in rows_of(graph, _ENTITIES % (ENTITIES[kind] or "awg:AwardScheme")):
        slug, name = row["entity"].value.removeprefix(start), row["name"].value
        for word in (f"{kind}/{slug}" if whole else slug, name):
            if word.startswith(begun) and _WORD.fullmatch(word) and word not in seen:
                seen.add(word)
                yield word, name
        if len(seen) >= _MOST or time.process_time() > until:
            return
