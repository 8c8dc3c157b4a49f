"""Two sets of statements → what a person would say has changed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.graph.changes.change import VERBS, Change, Fact, Source, Thing, Value
from awardgraph.graph.changes.drafts import drafts
from awardgraph.graph.changes.entities import entities
from awardgraph.graph.changes.folding import folded
from awardgraph.graph.changes.kinds import AWARDS, KINDS, described, targets
from awardgraph.graph.changes.lines import parted, state_of
from awardgraph.model.language import Bilingual, language_of
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from awardgraph.graph.changes.drafts import Draft, Slot
    from awardgraph.graph.changes.entities import Entity
    from awardgraph.graph.changes.lines import State

__all__ = ["applied", "changes", "changes_between", "name_in"]

_LITERAL: Final = re.compile(r'"(?P<text>.*)"(?:@(?P<tag>[A-Za-z0-9-]+)|\^\^<[^>]*>)?', re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_LETTERS: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}

#: What an entity is called by: its name, a document its title, a passage its words.
_CALLED_BY: Final = (ext.LABEL, ext.TITLE, awg.QUOTE, ext.ALT_LABEL)

#: Kinds in the order in which they are told: what happened first.
_KINDS: Final = {
    kind: place for place, kind in enumerate((*dict.fromkeys(KINDS.values()), "tombstone", "thing"))
}

#: What came or went with something is not told where it says nothing new: a document is told as the source.
_UNTOLD: Final = frozenset({"source", "offering", "passage", "participation", "assertion", "tombstone"})


def changes(old: Iterable[str], new: Iterable[str]) -> list[Change]:
    """Return what changed between two sets of N-Quads lines; ``<>`` is the graph of an unnamed source.

    Nothing is returned for equal sets, and every line that differs is in exactly one change.

    >>> [change.verb for change in changes([], ['<urn:a> <urn:p> "b" <urn:g> .'])]
    ['added']
    """
    return changes_between(state_of(old), state_of(new), Source)


def changes_between(
    old: State, new: State, source: Callable[[str], Source], ledger: frozenset[str] = frozenset()
) -> list[Change]:
    """Return what changed between two states that hold all that differs and what it is to be called by.

    Args:
        source: what is known about a source, by its IRI.
        ledger: the ledger of verdicts, where it changed.
    """
    told = [draft for entity in entities(old, new).values() for draft in drafts(entity, old, new, ledger)]
    made = (_change(draft, old, new, source) for draft in folded(told, old, new))
    return sorted(made, key=_order)


def applied(found: Iterable[Change], lines: Iterable[str]) -> set[str]:
    r"""Return the lines after the changes: those of NEW, if the lines are those of OLD.

    >>> applied(changes(["<urn:a> <urn:p> <urn:b> <> ."], []), ["<urn:a> <urn:p> <urn:b> <> .\n"])
    set()
    """
    now = set(lines)
    for change in found:
        now.difference_update(change.removals)
        now.update(change.additions)
    return now


def _order(change: Change) -> tuple[int, int, str, str, str]:
    facts = change.facts[0].property if change.facts else ""
    return (
        VERBS.index(change.verb),
        _KINDS[change.kind],
        change.name.first,
        change.iri,
        facts,
    )


def _change(draft: Draft, old: State, new: State, source: Callable[[str], Source]) -> Change:
    entity = draft.entity
    own = [draft, *draft.with_it]
    signed = sorted({line for each in own for line in each.lines})
    sides = (old, new) if draft.verb in ("withdrawn", "unconfirmed", "cut") else (new, old)
    records = _records(draft, *sides) - draft.sources
    return Change(
        verb=draft.verb,
        kind=entity.kind,
        iri=entity.iri,
        name=name_in(entity.iri, new, old),
        holders=_holders(draft, old, new),
        before=_named(entity, (*entity.before, *([entity.iri] if entity.united else [])), old),
        after=_named(entity, (*entity.after, *([entity.iri] if entity.after else [])), new),
        facts=tuple(_fact(slot, old, new) for slot in draft.slots),
        sources=tuple(source(iri) for iri in sorted(draft.sources) if iri),
        records=tuple(source(iri) for iri in sorted(records)),
        came=tuple(_things(draft, "added", old, new)),
        went=tuple(_things(draft, "withdrawn", old, new)),
        additions=tuple(line for sign, line in signed if sign == "+"),
        removals=tuple(line for sign, line in signed if sign == "-"),
        asserted=_unknown_to(old, (line for sign, line in signed if sign == "+")),
        retracted=_unknown_to(new, (line for sign, line in signed if sign == "-")),
    )


def _named(entity: Entity, iris: Iterable[str], state: State) -> tuple[Thing, ...]:
    """Return those of some IRIs of an entity that a state describes."""
    return tuple(
        Thing(entity.kind, iri, name_in(iri, state)) for iri in sorted(iris) if described(state.get(iri, {}))
    )


def _unknown_to(state: State, lines: Iterable[str]) -> tuple[str, ...]:
    """Return the statements among lines that a state does not hold, without their sources, each once."""
    said = ((line[: line.rindex(" <")], *parted(line)) for line in lines)
    return tuple(
        dict.fromkeys(
            f"{statement} .\n"
            for statement, subject, predicate, term, _ in said
            if (predicate, term) not in state.get(subject, {})
        )
    )


def _records(draft: Draft, *sides: State) -> set[str]:
    """Return the documents in which the passages stand that the sources are read from."""
    for state in sides:
        subjects = {draft.entity.iri, *draft.entity.before}
        passages = {p for iri in subjects for p in targets(state.get(iri, {}), awg.STATED_IN)}
        found = {
            document
            for passage in passages
            if any((draft.sources - {""}) & by for by in state.get(passage, {}).values())
            for document in targets(state[passage], awg.PASSAGE_OF)
        }
        if found:
            return found
    return set()


def _things(draft: Draft, verb: str, old: State, new: State) -> Iterator[Thing]:
    entities = {each.entity.iri: each.entity for each in draft.with_it if each.verb == verb}
    for iri, entity in sorted(entities.items(), key=lambda pair: (_KINDS[pair[1].kind], pair[0])):
        if entity.kind not in _UNTOLD:
            yield Thing(entity.kind, iri, name_in(iri, new, old))


def _holders(draft: Draft, old: State, new: State) -> Fact | None:
    facts = draft.entity.new or draft.entity.old
    for predicate in (awg.RECIPIENT, awg.APPLICANT, awg.FOR_PROJECT):
        terms = sorted(term for said, term in facts if said == predicate)
        if terms and draft.entity.kind in AWARDS:
            return Fact(predicate, kept=tuple(Value(term, _name_of(term, new, old)) for term in terms))
    return None


def _fact(slot: Slot, old: State, new: State) -> Fact:
    def values(terms: Iterable[str], *states: State) -> tuple[Value, ...]:
        return tuple(Value(term, _name_of(term, *states)) for term in terms)

    return Fact(
        slot.predicate, values(slot.old, old, new), values(slot.new, new, old), values(slot.kept, new, old)
    )


def _name_of(term: str, *states: State) -> Bilingual:
    return name_in(term[1:-1], *states) if term.startswith("<") else _text(term)


def name_in(iri: str, *states: State) -> Bilingual:
    """Return what an entity is called, from the first state that names it."""
    for state in states:
        for predicate in _CALLED_BY:
            texts = sorted(term for said, term in state.get(iri, {}) if said == predicate)
            names = [_text(term) for term in texts if term.startswith('"')]
            th = next((name.th for name in names if name.th), None)
            en = next((name.en for name in names if name.en), None)
            if th or en:
                return Bilingual(th, en)
    return Bilingual()


def _text(term: str) -> Bilingual:
    """Return a literal's text in its language, which its letters decide where no tag does."""
    match = _LITERAL.fullmatch(term)
    if match is None:
        return Bilingual(en=term)
    text = _ESCAPE.sub(_unescaped, match["text"])
    tag = (match["tag"] or "").partition("-")[0]
    return Bilingual(th=text) if (tag or language_of(text)) == "th" else Bilingual(en=text)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _LETTERS.get(match[3], match[3])
