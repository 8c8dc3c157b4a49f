"""Read a press release: one text in, everything it tells of awards out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from awardgraph.importer.press.ceremonies import Ceremonies, ceremony_of, compile_ceremonies
from awardgraph.importer.press.confidence import confidence, way
from awardgraph.importer.press.exhibitions import Shows, compile_shows, exhibitions_of
from awardgraph.importer.press.findings import Award, How, Reading, Slot
from awardgraph.importer.press.held import find_holders
from awardgraph.importer.press.holders import Holding
from awardgraph.importer.press.ignoring import ignored_words
from awardgraph.importer.press.lexicon import Lexicon, read_lexicon
from awardgraph.importer.press.linking import link
from awardgraph.importer.press.main_scheme import contest, main_scheme
from awardgraph.importer.press.mentions import Mention, find_forms, find_slots
from awardgraph.importer.press.merging import Claim, claims_of, merge
from awardgraph.importer.press.normalising import Clean, normalise
from awardgraph.importer.press.organisations import Bodies, Body, compile_bodies, find_bodies
from awardgraph.importer.press.patterns import Patterns, compile_patterns
from awardgraph.importer.press.people import Parts, compile_parts, participants
from awardgraph.importer.press.places import Told
from awardgraph.importer.press.projects import Work, find_works
from awardgraph.importer.press.rows import find_rows, mood, tells_results
from awardgraph.importer.press.structure import Outline, outline
from awardgraph.importer.press.tables import find_tables, frames_of
from awardgraph.importer.press.tabular import listed
from awardgraph.importer.press.triage import HOLDS, Event, find_events
from awardgraph.importer.press.winners import find_winners
from awardgraph.importer.press.wrapping import unwrapped

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

__all__ = ["Reader", "read_release", "reader_of"]

_NOTHING: Final = Reading((), (), None, ())


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """A lexicon with everything that is compiled from it once."""

    lexicon: Lexicon
    patterns: Patterns
    bodies: Bodies
    parts: Parts
    ceremonies: Ceremonies
    shows: Shows


def reader_of(data: Path, without: Collection[str] = ()) -> Reader:
    """Return a reader for the lexicons of a data folder, without some of their forms where that is measured.

    Raises:
        SourceError: a lexicon says what it may not.
    """
    lexicon = read_lexicon(data, without)
    return Reader(
        lexicon,
        compile_patterns(lexicon),
        compile_bodies(lexicon),
        compile_parts(lexicon),
        compile_ceremonies(lexicon),
        compile_shows(lexicon),
    )


def read_release(text: str, reader: Reader) -> Reading:
    """Return the awards, people, ceremony and exhibits of a release, each value with its place in the text.

    Offsets are code points, half-open, so that ``text[start:end]`` are the words that prove a value. A text
    without the word รางวัล, or in another language, gives nothing.
    """
    if "รางวัล" not in text and "Award" not in text:
        return _NOTHING
    clean = unwrapped(listed(normalise(text)), reader.bodies)
    plan = outline(clean.text)
    forms = find_forms(clean.text, reader.lexicon)
    named = find_bodies(clean.text, forms, reader.bodies)
    events = find_events(clean.text, forms, reader.patterns)
    confers = (
        any(event.kind not in HOLDS for event in events)
        or any(form.kind in ("scheme", "special") for form in forms)
        or tells_results(clean.text, forms)
    )
    claims = _claims(clean, plan, forms, named, events, reader) if confers else []
    awards = tuple(
        award for claim in claims for award in _awards(claim, clean, reader.lexicon.lists["confidence"])
    )
    people = participants(clean, plan.nodes, named, reader.parts, plan.published)
    ceremony = ceremony_of(clean, plan.nodes, named, awards, people, reader.ceremonies)
    shown = exhibitions_of(clean, plan.nodes, named, reader.shows) if ceremony else ()
    return Reading(awards, people, ceremony, ignored_words(clean, plan.nodes, forms, events, claims), shown)


def _claims(
    clean: Clean,
    plan: Outline,
    forms: list[Mention],
    named: list[Body],
    events: list[Event],
    reader: Reader,
) -> list[Claim]:
    """Return the awards that a text tells of."""
    text = clean.text
    works = find_works(text, named, reader.bodies)
    slots = [form for form in forms if form.kind not in ("agency", "closers", "definition")]
    slots += find_slots(text, reader.patterns, forms)
    held = find_holders(text, slots, named, events)
    events = sorted([*events, *held], key=lambda event: event.start)
    holding = Holding(text, {body.start: body for body in named}, reader.bodies, reader.parts.names)
    rows = find_rows(holding, slots, events, works, plan.nodes)
    tables = [
        table
        for table in find_tables(clean, reader.patterns.columns, reader.patterns.graded_line, reader.bodies)
        if mood(text, table.start, plan.nodes) == "won"
    ]
    if not (rows.events or tables or any(event.kind not in HOLDS for event in events)):
        return []
    winners = find_winners(text, events, forms, reader.patterns, reader.parts.names)
    bodies = [*_without(named, rows.holders), *_without(winners, rows.holders), *rows.holders]
    tokens = _ordered(slots, [*events, *rows.events], bodies, works)
    in_tables = [(table.start, table.end) for table in tables]
    tokens = tuple(token for token in tokens if not _within(token.start, in_tables))
    about, scheme = _about(plan, named), main_scheme(slots, plan.nodes)
    if not any(slot.kind == "scheme" or slot.scheme for slot in slots):
        scheme = contest(text, plan.nodes, reader.patterns.scheme_end)
    frames = link(Told(text, tokens, about, scheme), plan.nodes)
    frames += [frame for table in tables for frame in frames_of(table, scheme, holding)]
    year = _default_year(text, plan, slots)
    schemes = {slot.scheme for slot in slots if slot.scheme and slot.kind in ("scheme", "special", "branch")}
    only = schemes.pop() if len(schemes) == 1 else ""
    return merge(
        [
            claim
            for frame in frames
            for claim in claims_of(frame, year, only, reader.lexicon.owners, about, reader.patterns.of_person)
        ]
    )


def _without(bodies: Sequence[Body], others: Sequence[Body]) -> list[Body]:
    """Return bodies without those that meet others, which are read with more behind them."""
    spans = [(other.start, other.end) for other in others]
    return [b for b in bodies if not any(start < b.end and b.start < end for start, end in spans)]


def _ordered(
    slots: Sequence[Mention], events: Sequence[Event], named: Sequence[Body], works: Sequence[Work]
) -> tuple[Mention | Event | Body | Work, ...]:
    """Return the tokens in order, without those inside the name of a work or of another thing."""
    inside = {at for work in works for at in range(work.start, work.end)}
    kinds = ("scheme", "branch", "category", "special")
    heads = {at for slot in slots if slot.kind in kinds for at in range(slot.start, slot.end)}
    names = {at for body in named for at in range(body.start, body.end)}
    kept: list[Mention | Event | Body | Work] = [*works]
    kept += (
        slot
        for slot in slots
        if slot.start not in inside
        and not (slot.kind == "branch" and slot.how == "pattern" and slot.start in names)
    )
    kept += (event for event in events if event.start not in inside and event.end - 1 not in heads)
    kept += (body for body in named if body.start not in inside and body.start not in heads)
    return tuple(sorted(kept, key=lambda token: (token.start, not isinstance(token, Event))))


def _within(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _about(plan: Outline, named: Sequence[Body]) -> Body | None:
    """Return the body that a release is about: named in its title or lead, and most often."""
    points: dict[str, float] = {}
    first: dict[str, Body] = {}
    for body in named:
        if body.does in ("giver", "organiser", "partner", "place", "other") or body.weak:
            continue
        node = next((node for node in plan.nodes if node.start <= body.start < node.end), None)
        weight = {"title": 4.0, "lead": 2.0}.get(node.kind if node else "", 1.0)
        points[body.name] = points.get(body.name, 0) + weight
        first.setdefault(body.name, body)
    best = max(points, key=lambda name: points[name], default="")
    gives = any(body.does == "organiser" and body.name == best for body in named)
    return first[best] if points.get(best, 0) >= 3 and not gives else None


def _default_year(text: str, plan: Outline, slots: Sequence[Mention]) -> int | None:
    """Return the year of the headline, else of the first award with one, else of the publication."""
    for kind in ("title", "lead", "body"):
        spans = [(node.start, node.end) for node in plan.nodes if node.kind == kind]
        for slot in slots:
            if slot.kind == "year" and _within(slot.start, spans):
                start = spans[0][0] if kind == "title" else max(0, slot.start - 80)
                if re.search("รางวัล|Award|เลิศรัฐ|PMQA", text[start : slot.start]):
                    return int(slot.value)
    found = re.search(r"\d{4}", plan.published) or _DATE.search(text, 0, _EARLY)
    year = int(found[0][-4:]) if found else 0
    return (year if year > 2400 else year + 543) if found else None


#: A day near the beginning of a release, in full: its year is that of what is new.
_DATE: Final = re.compile(r"วัน(?:[ก-๎]{2,10})?ที่ ?\d{1,2} [ก-๎.]{4,10} (25\d\d)")
_EARLY: Final = 600


def _awards(claim: Claim, clean: Clean, counts: Mapping[str, Any]) -> Iterator[Award]:
    slots = {"recipient": _body_slot(claim.recipient, claim, clean)}
    for frame in claim.frames:
        for name, value in frame.slots.items():
            key = "year_be" if name == "year" else name
            if key in slots or name == "recipient":
                continue
            how: How = ("title" if frame.kind == "title" else "stated") if name in frame.own else "inherited"
            if isinstance(value, Mention):
                start, end = clean.span(value.start, value.end)
                words = value.value if name == "year" else " ".join(clean.raw[start:end].split())
                slots[key] = Slot(words, start, end, how, new=value.how == "pattern" and name != "year")
            elif isinstance(value, Work):
                start, end = clean.span(value.start, value.end)
                slots[key] = Slot(" ".join(clean.raw[start:end].split()), start, end, how)
        if frame.parent and "recipient_parent" not in slots and frame.parent.name != claim.recipient.name:
            slots["recipient_parent"] = _body_slot(frame.parent, claim, clean)
    slots |= _implied(claim, slots)
    start, end = clean.span(claim.frame.start, max(claim.frame.end, claim.frame.start + 1))
    for _ in range(claim.times):
        yield Award(slots, start, end, confidence(claim, counts), way(claim))


def _body_slot(body: Body, claim: Claim, clean: Clean) -> Slot:
    start, end = clean.span(body.start, body.end)
    own = claim.frame.start <= body.start <= claim.frame.end
    return Slot(body.name, start, end, "stated" if own else "inherited")


def _implied(claim: Claim, slots: dict[str, Slot]) -> dict[str, Slot]:
    """Return the slots that others imply: the scheme of a branch, the branch in a category's name, …."""
    found: dict[str, Slot] = {}
    source = slots.get("category") or slots.get("branch") or slots.get("scheme") or slots["recipient"]
    scheme = slots.get("scheme")
    if scheme is None or scheme.value != claim.scheme:
        at = scheme or source
        found["scheme"] = Slot(
            claim.scheme,
            at.start,
            at.end,
            "implied" if scheme is None else scheme.how,
            scheme.new if scheme else False,
        )
    for frame in claim.frames:
        category = frame.slots.get("category")
        if (
            isinstance(category, Mention)
            and category.branch
            and category.branch in category.value
            and "branch" not in slots
        ):
            at = slots["category"]
            found["branch"] = Slot(category.branch, at.start, at.end, "implied")
    if "year_be" not in slots and claim.year:
        found["year_be"] = Slot(str(claim.year), source.start, source.end, "document")
    return found
