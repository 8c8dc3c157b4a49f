"""Find the scheme that a release is about: a list of grades and bodies without its name is of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.mentions import Mention
from awardgraph.model.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from awardgraph.importer.press.structure import Node

__all__ = ["contest", "main_scheme"]

#: What a mention weighs by where it stands.
_WEIGHTS: Final = {"title": 4, "lead": 2}

#: A scheme that is mentioned once, in the lead, is enough; so is one that the text names twice.
_ENOUGH: Final = 2

#: A name of fewer letters may begin many others.
_SHORTEST: Final = 9


def main_scheme(slots: Iterable[Mention], nodes: Sequence[Node]) -> Mention | None:
    """Return the first mention, by its weightiest name, of the scheme that a release is about.

    As a rule a release tells of one scheme: the one of its title and lead, and the one it names most often.
    Where two are told alike, it is about neither.
    """
    weights: dict[str, int] = {}
    names: dict[str, dict[str, int]] = {}
    first: dict[str, Mention] = {}
    for mention in slots:
        if mention.kind != "scheme":
            continue
        name, weight = _plain(mention), _weight(mention, nodes)
        key = _key(name, weights)
        weights[key] = weights.get(key, 0) + weight
        forms = names.setdefault(key, {})
        forms[name] = forms.get(name, 0) + weight
        first.setdefault(name, mention)
    ordered = sorted(weights, key=lambda key: -weights[key])
    if not ordered or weights[ordered[0]] < _ENOUGH:
        return None
    if len(ordered) > 1 and weights[ordered[0]] < weights[ordered[1]] + _ENOUGH:
        return None
    forms = names[ordered[0]]
    return first[max(forms, key=lambda name: (forms[name], len(name)))]


#: A contest that names no prize: ผลการประกวดหมู่บ้านสะอาด.
_CONTEST: Final = re.compile(r"(?P<name>(?:การ)?(?:ประกวด|แข่งขัน)[\"“]?[ก-๎]{6,80}[\"”]?)")


def contest(text: str, nodes: Sequence[Node], stop: re.Pattern[str]) -> Mention | None:
    """Return the contest that the title or the lead of a release names, for one that names no prize."""
    for node in nodes[:2]:
        if found := _CONTEST.search(text, node.start, node.end):
            start, end = found.span("name")
            if ends := stop.search(text, start + 12, end):
                end = ends.start()
            if end - start > 12 and not _PRIZES.search(text, start, end):
                return Mention("scheme", start, end, text[start:end], how="pattern")
    return None


#: A contest for a prize is named by the prize.
_PRIZES: Final = re.compile("รางวัล|ชิง|เพื่อ")


def _key(name: str, known: Iterable[str]) -> str:
    """Return the name under which a scheme is counted: one that begins with another is the same."""
    for other in known:
        shorter, longer = sorted((name, other), key=len)
        if shorter == longer or (len(shorter) >= _SHORTEST and longer.startswith(shorter)):
            return other
    return name


def _plain(mention: Mention) -> str:
    return fold(mention.scheme or mention.value).removeprefix("รางวัล").removesuffix("s")


def _weight(mention: Mention, nodes: Sequence[Node]) -> int:
    kind = next((node.kind for node in nodes if node.start <= mention.start < node.end), "")
    return _WEIGHTS.get(kind, 1)
