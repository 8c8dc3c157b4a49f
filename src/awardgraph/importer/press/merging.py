"""Make one award of what a release tells twice, and none of totals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.mentions import Mention
from awardgraph.importer.press.projects import Work
from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from awardgraph.importer.press.frames import Frame
    from awardgraph.importer.press.organisations import Body

__all__ = ["Claim", "claims_of", "merge"]

#: Slots that must not contradict each other where two places tell of one award.
_COMPARED: Final = ("branch", "category", "level")


@dataclass(slots=True)
class Claim:
    """One award as one place of the text tells it.

    Attributes:
        frame: where it comes from; the surest of them after merging.
        recipient: who got it.
        scheme: name of the scheme, as the lexicons have it.
        year: Buddhist era; None where nothing says it.
        values: branch, category and level by what they mean.
        stated_year: whether the place itself says the year.
        frames: all that tell of it, the richest first.
        times: how many awards it is.
    """

    frame: Frame
    recipient: Body
    scheme: str
    year: int | None
    values: dict[str, str]
    stated_year: bool
    frames: list[Frame] = field(default_factory=list)
    times: int = 1

    @property
    def bare(self) -> bool:
        """Whether it says nothing but the scheme."""
        return not self.values and "project" not in self.frame.slots


def claims_of(
    frame: Frame,
    year: int | None,
    only: str,
    owners: Mapping[str, frozenset[str]],
    about: Body | None,
    of_person: re.Pattern[str],
) -> list[Claim]:
    """Return the awards that a frame tells of, one for each recipient; none where scheme or recipient lack.

    Args:
        year: of the release, where the place says none.
        of_person: matches the names of prizes that people win, not bodies.
        about: the body that the release is about.
        owners: scheme → the bodies that give it and get none.
        only: the scheme, where the whole release knows one only; else empty.
    """
    slots = frame.slots
    scheme = _scheme(frame) or (only if _of_the_only_scheme(frame) else "")
    recipients = slots.get("recipient")
    if not scheme or not isinstance(recipients, tuple) or frame.many:
        return []
    named = slots.get("scheme")
    new = isinstance(named, Mention) and named.how == "pattern"
    elsewhere = about is None or any(body.name != about.name for body in recipients)
    if (frame.loose and new) or (frame.stray and elsewhere):
        return []  # far from the verb, a body is believed for a known scheme, and if the release is its own
    values = {name: value.value for name in _COMPARED if isinstance(value := slots.get(name), Mention)}
    category = slots.get("category")
    if isinstance(category, Mention) and category.kind == "special":
        values |= {"branch": "", "level": ""}  # a prize for the whole agency has neither
    stated = slots.get("year")
    when = int(stated.value) if isinstance(stated, Mention) else year
    claims = [
        Claim(frame, body, scheme, when, values, stated is not None, [frame])
        for body in recipients
        if body.does != "aggregate"
        and (body.does == "person") <= new
        and (body.does == "person" or not new or not _of_person(frame, scheme, of_person))
        and body.name not in owners.get(scheme, ())
        and not (
            body.weak and new and frame.kind != "item" and body.does != "list" and not _kin(scheme, body)
        )
    ]
    if frame.times > 1 and len(claims) == 1 and ("category" in values or "level" in values):
        claims[0].times = frame.times
    return claims


def _kin(scheme: str, body: Body) -> bool:
    """Say whether a prize is for bodies of that kind: รางวัลจังหวัดสะอาด of a จังหวัด."""
    name = scheme.removeprefix("รางวัล")
    return name[:5] == body.name[:5] and not name.startswith(body.name)


def _of_person(frame: Frame, scheme: str, of_person: re.Pattern[str]) -> bool:
    """Say whether people win it, by its name or by that of the prize at an event."""
    prize = frame.slots.get("category")
    names = [scheme, prize.value if isinstance(prize, Mention) and prize.kind == "scheme" else ""]
    return any(of_person.match(f"รางวัล{name}") for name in names)


def _of_the_only_scheme(frame: Frame) -> bool:
    """Say whether a frame tells of the one scheme that a release knows: by a criterion, or a grade alone."""
    parts = [value for name in _COMPARED if isinstance(value := frame.slots.get(name), Mention)]
    return bool(parts) and all(part.how != "pattern" for part in parts)


def _scheme(frame: Frame) -> str:
    """Return the scheme of a frame: of its category or branch where they belong to one, else as named."""
    named = frame.slots.get("scheme")
    for slot in ("category", "branch"):
        value = frame.slots.get(slot)
        new = isinstance(named, Mention) and named.how == "pattern"
        if (
            isinstance(value, Mention)
            and value.scheme
            and (named is None or new or "scheme" not in frame.own)
        ):
            return value.scheme
    return (named.scheme or named.value) if isinstance(named, Mention) else ""


def merge(claims: Sequence[Claim]) -> list[Claim]:
    """Return the awards of a release: those that tell the same are one, totals beside them are none."""
    ordered = sorted(claims, key=lambda claim: (claim.frame.kind != "item", -_weight(claim)))
    kept: list[Claim] = []
    for claim in ordered:
        other = next((other for other in kept if _compatible(claim, other)), None)
        if other is None:
            kept.append(claim)
            continue
        if len(claim.scheme) > len(other.scheme):
            other.scheme, other.frames = claim.scheme, claim.frames + other.frames  # the fuller name
        else:
            other.frames += claim.frames
        for slot, value in claim.values.items():
            other.values.setdefault(slot, value)
    for total in [claim for claim in kept if _shared_out(claim, kept)]:
        kept.remove(total)
        _share(total, kept)
    kept = [claim for claim in kept if not _total(claim, kept) and not _headline(claim, kept)]
    return sorted(kept, key=lambda claim: claim.frame.start)


def _weight(claim: Claim) -> int:
    return 2 * len(claim.values) + ("project" in claim.frame.slots) + claim.stated_year


def _compatible(claim: Claim, other: Claim) -> bool:
    """Say whether two places may tell of one award: nothing that both say differs."""
    if fold(claim.recipient.name) != fold(other.recipient.name) or not _one_scheme(claim, other):
        return False
    if any(one.clause >= 0 and one.clause == two.clause for one in claim.frames for two in other.frames):
        return False
    if claim.year != other.year and (claim.stated_year and other.stated_year):
        return False
    if any(
        slot in other.values and _plain(other.values[slot]) != _plain(value)
        for slot, value in claim.values.items()
    ):
        return False
    both_items = claim.frame.kind == "item" and other.frame.kind == "item"
    fewer = claim.frame.clause >= 0 and set(claim.values) < set(other.values)
    if both_items and set(claim.values) != set(other.values) and not fewer:
        return False
    return _same_work(claim.frame, other.frame) or (not both_items and not claim.values)


def _one_scheme(claim: Claim, other: Claim) -> bool:
    """Say whether two names are of one scheme; of new names the longer may begin with the other."""
    one, two = sorted((_plain(claim.scheme), _plain(other.scheme)), key=len)
    return one == two or (len(one) > 12 and two.startswith(one))


def _same_work(first: Frame, second: Frame) -> bool:
    one, two = first.slots.get("project"), second.slots.get("project")
    if not isinstance(one, Work) or not isinstance(two, Work):
        return True
    return abs((one.end - one.start) - (two.end - two.start)) < 60 or first.kind != second.kind


_AROUND: Final = re.compile(r"^(?:รางวัล|การ(?=บริ))|[\s\d]+$")


def _plain(value: str) -> str:
    return _AROUND.sub("", fold(value))


def _headline(claim: Claim, kept: Iterable[Claim]) -> bool:
    """Say whether only the title tells it, while the text below tells the same of a body named otherwise."""
    if any(frame.kind != "title" for frame in claim.frames):
        return False
    named = claim.frame.slots.get("scheme")
    below = [other for other in kept if any(frame.kind != "title" for frame in other.frames)]
    if (
        isinstance(named, Mention)
        and named.how == "pattern"
        and not any(_one_scheme(claim, o) for o in below)
    ):
        return any(other.recipient.name == claim.recipient.name for other in below)  # words for them all
    return any(
        _one_scheme(claim, other)
        and any(frame.kind != "title" for frame in other.frames)
        and all(
            _plain(other.values.get(slot, value)) == _plain(value) for slot, value in claim.values.items()
        )
        for other in kept
    )


def _behind(total: Claim, kept: Iterable[Claim]) -> list[Claim]:
    """Return the awards of a total's scheme that are told in full behind it."""
    return [
        claim
        for claim in kept
        if claim is not total
        and not claim.bare
        and _plain(claim.scheme) == _plain(total.scheme)
        and claim.frame.start > total.frame.start
    ]


def _shared_out(claim: Claim, kept: Iterable[Claim]) -> bool:
    """Say whether a number of awards is told, and behind it that many of others, with more told of each."""
    if claim.frame.count < 2 or claim.values.keys() - {"branch"} or "project" in claim.frame.slots:
        return False
    others = _behind(claim, kept)
    return len(others) == claim.frame.count and all(
        other.recipient.name != claim.recipient.name for other in others
    )


def _share(total: Claim, kept: Iterable[Claim]) -> None:
    """Give the branch of a total, and its recipient as the body above, to those behind it that tell none."""
    branch = {name: value for name, value in total.frame.slots.items() if name == "branch"}
    shared = replace(total.frame, slots=branch, own=frozenset(), parent=total.recipient)
    for claim in _behind(total, kept):
        claim.frames = [*claim.frames, shared]


def _total(claim: Claim, kept: Iterable[Claim]) -> bool:
    """Say whether a claim without branch, category and level only sums up what stands beside it."""
    others = [other for other in kept if other is not claim and _plain(other.scheme) == _plain(claim.scheme)]
    if (
        claim.bare
        and claim.frame.more
        and any(other.recipient.name == claim.recipient.name for other in others)
    ):
        return True
    if (
        claim.bare
        and claim.frame.kind == "item"
        and (claim.frame.clause >= 0 or "recipient" not in claim.frame.own)
        and any(
            other.recipient.name == claim.recipient.name and other.year == claim.year and not other.bare
            for other in others
        )
    ):
        return True  # the scheme alone, said again in the list of its prizes
    of_clause = [other for other in kept if other.frame.clause == claim.frame.clause]
    if claim.recipient.rank == 1 and any(other.frame.count > len(of_clause) for other in of_clause):
        return True  # a ministry's sum of what the bodies below it got
    if not claim.bare:
        return False
    if claim.recipient.rank == 1 and (claim.frame.count > 1 or any(not other.bare for other in others)):
        return True
    return any(other.frame.parent and other.frame.parent.name == claim.recipient.name for other in others)
