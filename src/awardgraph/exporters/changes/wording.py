"""What changed, in the words of one language."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from awardgraph.exporters.pages.wording import written
from awardgraph.graph.changes.change import VERBS
from awardgraph.graph.changes.kinds import KINDS, REPLACES
from awardgraph.graph.results import short_iri
from awardgraph.graph.wording import term_names
from awardgraph.model.language import NOBODY, Bilingual, printable
from awardgraph.resources import messages
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.changes.change import Change, Fact, Source, Value

__all__ = ["called", "fact_words", "headline", "named", "property_name", "short", "source_words", "summary"]

#: How much of a text is shown; the rest is in the JSON.
_LONGEST: Final = 160

#: Datatypes and properties of which the values are written in a form of their own.
_WRITTEN: Final = {
    ext.XSD_DATE: "date",
    ext.XSD_GYEAR: "year",
    ext.XSD_INTEGER: "number",
    awg.HAS_OUTCOME: "word",
}


def summary(changes: Iterable[Change], lang: Language) -> str:
    """Return how many of what were added, corrected and so on, in one line; say so where none were."""
    counted: Counter[tuple[str, str, str]] = Counter()
    for change in changes:
        told = change.verb in ("corrected", "completed", "cut") and change.facts
        counted[change.verb, change.kind, change.facts[0].property if told else ""] += 1
    words = messages(lang)["diff"]
    parts = []
    for verb in VERBS:
        things = [
            _of(property_, _counted(kind, n, lang), lang)
            for (own, kind, property_), n in sorted(counted.items(), key=_in_order)
            if own == verb
        ]
        if things:
            parts.append(words["counted"].format(verb=words["verb"][verb], list=", ".join(things)))
    return "; ".join(parts) or str(words["none"])


def _in_order(item: tuple[tuple[str, str, str], int]) -> tuple[int, int, str]:
    (_, kind, property_), n = item
    return list(messages("en")["diff"]["kind"]).index(kind), -n, property_


def _counted(kind: str, n: int, lang: Language) -> str:
    return str(messages(lang)["diff"]["one" if n == 1 else "many"][kind]).format(n=f"{n:,}")


def _of(property_: str, things: str, lang: Language) -> str:
    if not property_:
        return things
    return str(messages(lang)["diff"]["of"]).format(property=property_name(property_, lang), things=things)


def headline(change: Change, lang: Language, base: str, name: str) -> str:
    """Return what happened to what, with the name as the caller writes it; of an award, whose it is."""
    words = messages(lang)["diff"]
    if change.holders:
        local = change.holders.property.rpartition("#")[2]
        whom = ", ".join(called(v.name, v.iri, lang, base) for v in change.holders.kept)
        name = words["holders"][local].format(name=name, whom=whom)
    kind = str(words["kind"][change.kind])
    many = _counted(change.kind, len(change.after or change.before), lang)
    parts = {"Kind": kind[:1].upper() + kind[1:], "kind": kind, "many": many, "name": name}
    return str(words["headline"][change.verb]).format(**parts)


def fact_words(change: Change, fact: Fact, lang: Language, base: str) -> str:
    """Return what became of a property, as a sentence; of what came or went, its values alone."""
    words = messages(lang)["diff"]
    name = property_name(fact.property, lang)
    name = name[:1].upper() + name[1:]
    # Two that are called the same are told apart by their identifiers.
    names = Counter(value_words(fact, value, lang, base) for value in (*fact.old, *fact.new, *fact.kept))

    def values(given: Sequence[Value]) -> str:
        texts = ((value_words(fact, value, lang, base), value) for value in given)
        apart = (
            f"{text} ({short(value.iri, base)})" if names[text] > 1 and value.iri else text
            for text, value in texts
        )
        return ", ".join(apart)

    if change.verb in ("added", "withdrawn"):
        return f"{name}: {values(fact.new or fact.old)}"
    if fact.old and fact.new:
        form = "corrected"
    elif fact.new:
        form = "also" if fact.kept else "completed"
    else:
        form = "still" if fact.kept else "cut"
    parts = {"old": values(fact.old), "new": values(fact.new), "kept": values(fact.kept)}
    return str(words[form]).format(property=name, **parts)


def value_words(fact: Fact, value: Value, lang: Language, base: str) -> str:
    """Return a value as a person writes it: dates in both calendars, names and texts in quotes."""
    datatype = value.term.rpartition("^^<")[2][:-1] if "^^<" in value.term else ""
    if kind := _WRITTEN.get(datatype) or _WRITTEN.get(fact.property):
        return _in(written(kind, value.iri or value.name.first), lang)
    if fact.property == ext.TYPE and value.iri in KINDS:
        return str(messages(lang)["diff"]["kind"][KINDS[value.iri]])
    return called(value.name, value.iri, lang, base)


def called(name: Bilingual, iri: str, lang: Language, base: str) -> str:
    """Return a name in quotes, or the identifier of what has none."""
    text = _in(name, lang)
    cut = f"{text[:_LONGEST]}…" if len(text) > _LONGEST else text
    return f"“{cut}”" if cut or not iri else short(iri, base)


def named(name: Bilingual, iri: str, lang: Language, base: str) -> str:
    """Return a name without quotes, or the identifier of what has none."""
    return _in(name, lang) or short(iri, base)


def property_name(iri: str, lang: Language) -> str:
    """Return what a property is called, as ``awardgraph why`` knows it, too."""
    if iri == REPLACES:
        return str(messages(lang)["diff"]["former"])
    return _in(term_names().get(iri, NOBODY), lang) or short(iri, "")


def source_words(source: Source, lang: Language, base: str) -> str:
    """Return a source with its address, and what became of the source itself."""
    address = source.file or short(source.iri, base)
    name = _in(source.name, lang)
    told = f"{called(source.name, '', lang, base)} {address}" if name and name != address else address
    return f"{told} ({messages(lang)['diff']['state'][source.state]})" if source.state else told


def short(iri: str, base: str) -> str:
    """Return an IRI as people read it: with a prefix where one is known, and letters unescaped."""
    return printable(unquote(short_iri(iri, base)))


def _in(text: Bilingual, lang: Language) -> str:
    return printable((text.th if lang == "th" else text.en) or text.first)
