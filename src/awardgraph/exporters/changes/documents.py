"""What changed, as JSON for programs and as a changelog in Markdown."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Final

from awardgraph.exporters.changes.wording import called, fact_words, headline, named, short, summary
from awardgraph.graph.changes.change import VERBS
from awardgraph.model.iris import is_web_address
from awardgraph.resources import messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.changes.change import Change, Source

__all__ = ["as_json", "as_markdown"]

#: Version of the keys of the JSON; another number means that a key went or means something else.
FORMAT: Final = 1

#: Stands for the linked name; no text holds it, since names are told without control characters.
_PLACE: Final = "\x00"

_MARKUP: Final = re.compile(r"([\\`*_\[\]<>&|#~])")


def as_json(changes: Sequence[Change], _lang: Language, _base: str) -> str:
    """Return changes as one JSON object, in both languages and with full IRIs.

    Keys: ``format`` (1); ``counts`` (verb → number); ``changes``, a list of objects with ``verb``,
        ``kind``, ``iri``, ``name`` (``th``, ``en``), ``holders``, ``before``, ``after``, ``facts``
        (``property``, ``old``, ``new``, ``kept``: lists of ``term`` and ``name``), ``sources`` and
        ``records`` (``iri``, ``name``, ``state``, ``file``), ``came`` and ``went`` (``kind``, ``iri``,
        ``name``), ``additions`` and ``removals`` (N-Quads lines, ``<>`` for a source without a name),
        ``asserted`` and ``retracted`` (N-Triples lines). What each means is said by
        :class:`~awardgraph.graph.changes.change.Change`.
    """
    counts = Counter(change.verb for change in changes)
    told = {
        "format": FORMAT,
        "counts": {verb: counts[verb] for verb in VERBS},
        "changes": [asdict(change) for change in changes],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def as_markdown(changes: Sequence[Change], lang: Language, base: str) -> str:
    """Return a changelog: a summary, then a section for each kind of change, with links."""
    words = messages(lang)["diff"]
    lines = [f"# {words['title']}", "", _escaped(summary(changes, lang))]
    for verb, group in groupby(changes, key=lambda change: change.verb):
        lines += ["", f"## {words['verb'][verb]}", ""]
        for change in group:
            lines += _entry(change, lang, base)
    return "\n".join(lines) + "\n"


def _entry(change: Change, lang: Language, base: str) -> Iterator[str]:
    words = messages(lang)["diff"]
    name = named(change.name, change.iri, lang, base)
    # The words around the name hold names, too: the link is put in when all of them are escaped.
    words_around = _escaped(headline(change, lang, base, _PLACE))
    yield f"- {words_around.replace(_PLACE, _link(name, change.iri))}"
    for key, found in (("before", change.before), ("after", change.after)):
        for thing in found:
            other = named(thing.name, thing.iri, lang, base)
            told = short(thing.iri, base) if other == name else other
            yield f"  - {words[key]}: {_link(told, thing.iri)}"
    yield from (f"  - {_escaped(fact_words(change, fact, lang, base))}" for fact in change.facts)
    for key, things in (("came", change.came), ("went", change.went)):
        names = (f"{words['kind'][t.kind]} {_escaped(called(t.name, t.iri, lang, base))}" for t in things)
        if things:
            yield f"  - {words[key]}: {', '.join(names)}"
    by = words["formerly" if change.verb in ("withdrawn", "unconfirmed", "cut") else "according"]
    yield from (f"  - {by}: {_source(source, lang, base)}" for source in change.sources)
    yield from (f"  - {words['record']}: {_source(source, lang, base)}" for source in change.records)


def _source(source: Source, lang: Language, base: str) -> str:
    name = named(source.name, "", lang, base) or source.file or short(source.iri, base)
    told = _link(name, source.iri)
    return f"{told} ({messages(lang)['diff']['state'][source.state]})" if source.state else told


def _link(text: str, iri: str) -> str:
    return f"[{_escaped(text)}](<{iri}>)" if is_web_address(iri) else _escaped(text)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)
