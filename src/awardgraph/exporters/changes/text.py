"""What changed, as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.exporters.changes.wording import called, fact_words, headline, short, source_words
from awardgraph.resources import messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.changes.change import Change, Thing

__all__ = ["as_text"]

#: What stands before a change: it came, it went, or it is another.
_MARKS: Final = {"added": "+", "confirmed": "+", "withdrawn": "-", "unconfirmed": "-", "cut": "-"}


def as_text(changes: Sequence[Change], lang: Language, base: str, *, colour: bool = False) -> str:
    """Return a block of lines for each change; with ``colour``, identifiers are grey."""

    def grey(text: str) -> str:
        return f"\x1b[2m{text}\x1b[0m" if colour else text

    return "\n".join("".join(f"{line}\n" for line in _block(change, lang, base, grey)) for change in changes)


def _block(change: Change, lang: Language, base: str, grey: Callable[[str], str]) -> Iterator[str]:
    words = messages(lang)["diff"]
    name = called(change.name, change.iri, lang, base)
    identifier = short(change.iri, base)
    told = headline(change, lang, base, name)
    mark = _MARKS.get(change.verb, "~")
    yield f"{mark} {told}" + (f"  {grey(f'[{identifier}]')}" if name != identifier else "")

    def things(found: Sequence[Thing]) -> str:
        return ", ".join(
            f"{words['kind'][thing.kind]} {called(thing.name, thing.iri, lang, base)}" for thing in found
        )

    for key, found in (("before", change.before), ("after", change.after)):
        for thing in found:
            own = short(thing.iri, base)
            other = called(thing.name, thing.iri, lang, base)
            same = other in (name, own)
            yield f"    {words[key]}: " + (grey(own) if same else f"{other}  {grey(f'[{own}]')}")
    yield from (f"    {fact_words(change, fact, lang, base)}" for fact in change.facts)
    if change.came:
        yield f"    {words['came']}: {things(change.came)}"
    if change.went:
        yield f"    {words['went']}: {things(change.went)}"
    by = words["formerly" if change.verb in ("withdrawn", "unconfirmed", "cut") else "according"]
    yield from (f"    {by}: {source_words(source, lang, base)}" for source in change.sources)
    yield from (f"    {words['record']}: {source_words(source, lang, base)}" for source in change.records)
