"""Statements of sources, each alone → statements in which one award has one IRI."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from awardgraph.importer.identity.uniting import DISTINGUISHING, WHO, Claim, holders, title
from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from awardgraph.importer.identity.uniting import Places, Unions

__all__ = ["Reported", "united_lines"]

_KEPT = frozenset(
    f"<{predicate}>"
    for predicate in (
        awg.UNDER_SCHEME,
        awg.IN_EDITION,
        awg.ITEM_NUMBER,
        awg.AWARD_PLACE,
        *DISTINGUISHING,
        *WHO,
    )
)
_STATED_IN, _LOCATED_IN, _LABEL = f"<{awg.STATED_IN}>", f"<{awg.LOCATED_IN}>", f"<{ext.LABEL}>"
_TYPE, _PLACE, _REPLACED = f"<{ext.TYPE}>", f"<{awg.AWARD_PLACE}>", f"<{ext.IS_REPLACED_BY}>"


#: What may differ between two addresses of one page: the protocol, www., a page of several, a fragment.
_ADDRESS: Final = re.compile(r"^https?://(?:www\.)?|[?&]page=[0-9]+$|/?#.*$|/$")


@dataclass(slots=True)
class Reported:
    """What all sources say of awards, gathered from their statements.

    Attributes:
        claims: IRI → claim.
        passages: IRI of a passage → the claims that it reports.
        places: which place holds which.
        files: IRI of a claim → the sources that mention it.
        ids: IRIs of everything that is described.
    """

    base: str
    claims: dict[str, Claim] = field(default_factory=dict)
    passages: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    places: Places = field(default_factory=lambda: defaultdict(set))
    files: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ids: set[str] = field(default_factory=set)

    def passage(self, identifier: str) -> str:
        """Return the IRI of a passage by its id."""
        return f"{self.base}passage/{identifier}"

    def read(self, source: str, lines: Iterable[str]) -> None:
        """Take in the N-Quads lines of a source."""
        awards = (f"<{self.base}conferral/", f"<{self.base}application/")
        for line in lines:
            subject, predicate, rest = line.split(" ", 2)
            own = subject[1:-1]
            if predicate in (_TYPE, _REPLACED):
                self.ids.add(own)
            if predicate == _LOCATED_IN:
                self.places[own].add(_target(rest))
            elif subject.startswith(awards) and predicate != _REPLACED:
                self._read_claim(own, predicate, rest)
                self.files[own].add(source)
            elif rest.startswith(awards):
                self.files[_target(rest)].add(source)

    def _read_claim(self, own: str, predicate: str, rest: str) -> None:
        claim = self.claims.get(own) or self.claims.setdefault(own, Claim(own))
        value, document = rest[:-3].rsplit(" ", 1)
        if predicate in _KEPT:
            claim.slots.setdefault(predicate[1:-1], set()).add(value.strip("<>"))
        elif predicate == _LABEL:
            text, _, language = _parts(rest)
            claim.titles[language] = text
        elif predicate == _STATED_IN:
            self.passages[value[1:-1]].add(own)
        claim.documents.add(document[1:-1])
        claim.pages.add(_ADDRESS.sub("", document[1:-1].casefold()))


def _target(rest: str) -> str:
    return rest[1 : rest.index("> ")]


def _parts(rest: str) -> tuple[str, int, str]:
    """Return the text of a literal as it stands in a line, where it ends, and its language."""
    end = rest.rindex('"')
    return rest[1:end], end, rest[end + 2 : rest.index(" ", end)]


def united_lines(lines: Iterable[str], unions: Unions, reported: Reported) -> Iterator[str]:
    """Yield a source's statements with every award under the IRI that all its sources share.

    The IRI that it had alone leads there (``dct:isReplacedBy``). Of the titles, which are composed of
    what each source said, that of the fullest report stays, less what another denies. A place that
    holds another one that the award has goes, since the more specific one says as much.
    """
    renamed = {claim.iri: group[0].iri for group in unions.groups for claim in group}
    fullest = {group[-1].iri: group for group in unions.groups}
    broader = {
        (claim.iri, place)
        for group in unions.groups
        for claim in group
        for place in set().union(
            *(holders(p, reported.places) for c in group for p in c.get(awg.AWARD_PLACE))
        )
    }
    known = list(lines)
    renamed |= dict(_participations(known, renamed))
    for line in known:
        subject, predicate, rest = line.split(" ", 2)
        own = subject[1:-1]
        new = renamed.get(own)
        if new and new != own and predicate == _TYPE:
            yield f"{subject} {_REPLACED} <{new}> {rest[rest.rindex('<', 0, -3) :]}"
        if new and own in reported.claims:
            if predicate == _LABEL and own not in fullest:
                continue
            if predicate == _LABEL:
                _, end, language = _parts(rest)
                rest = f'"{title(fullest[own], language)}{rest[end:]}'
            if predicate == _PLACE and (own, _target(rest)) in broader:
                continue
        if rest.startswith("<"):
            target = _target(rest)
            rest = f"<{renamed.get(target, target)}{rest[1 + len(target) :]}"
        yield f"<{new or own}> {predicate} {rest}"


def _participations(lines: Iterable[str], renamed: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parts that people played in a renamed award, each with its new IRI."""
    for line in lines:
        subject, predicate, rest = line.split(" ", 2)
        if predicate == f"<{awg.FOR_CONFERRAL}>" and (new := renamed.get(old := _target(rest))):
            yield subject[1:-1], subject[1:-1].replace(old.rsplit("/", 1)[1], new.rsplit("/", 1)[1])
