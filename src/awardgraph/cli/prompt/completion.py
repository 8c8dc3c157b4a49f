"""What may stand where the cursor is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from prompt_toolkit.completion import Completer, Completion

from awardgraph.cli.prompt.commands import COMMANDS, question_asked
from awardgraph.cli.prompt.lexing import KEYWORDS, depth_of, scan
from awardgraph.cli.prompt.names import MOST, Offer
from awardgraph.vocabulary.namespaces import prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.completion import CompleteEvent
    from prompt_toolkit.document import Document

    from awardgraph.cli.options import Language
    from awardgraph.cli.prompt.names import Words

__all__ = ["NameCompleter", "offers"]

#: Letters, digits and Thai vowels and tone marks, which Python's \w does not hold.
_LETTER: Final = r"[\w\u0e00-\u0e7f]"

_WORD: Final = re.compile(rf"{_LETTER}[\w\u0e00-\u0e7f.-]*$")

#: A name may be several words: กรม อนามัย, Department of Health.
_WORDS: Final = re.compile(rf"(?:[\w\u0e00-\u0e7f.()-]+ ){{0,7}}{_LETTER}[\w\u0e00-\u0e7f.()-]*$")

#: A Latin letter alone begins too many names.
_FEWEST: Final = 2

#: A prefix, and as much of a local name as there is.
_ADDRESS: Final = re.compile(r"[a-z]+:[\w-]*$", re.ASCII | re.IGNORECASE)


def offers(before: str, after: str, words: Words, base: str = "") -> tuple[int, list[Offer]]:
    """Return how many code points before the cursor an offer replaces, and at most fifty offers.

    Args:
        before: the text up to the cursor.
        after: the text behind it, where variables may stand.
        words: what the graph calls things.
        base: where the entities of the graph are minted.
    """
    if before.startswith("."):
        return _for_command(before, words)
    if asked := question_asked(before):
        return _for_parameter(asked, before, words)
    parts = list(scan(before))
    if not parts or parts[-1].kind in ("comment", "open", "string", "iri"):
        return 0, []
    if parts[-1].kind == "variable" or before[-1] in "?$":
        start = parts[-1].start if parts[-1].kind == "variable" else len(before) - 1
        return len(before) - start, _variables(before[start:], f"{before[:start]} {after}")
    if address := _ADDRESS.search(before):
        return _limited(address[0], words.addresses.beginning(address[0].lower()))
    return _for_word(before, words, base)


def _for_word(before: str, words: Words, base: str) -> tuple[int, list[Offer]]:
    """Return what begins as the last word does: keywords and prefixes; questions, or names of terms."""
    word = _WORD.search(before)
    if not word:
        return 0, []
    plain = [*_keywords(word[0]), *_prefixes(word[0], base)]
    if not before[: word.start()].strip():
        return _limited(word[0], [*plain, *_questions(word[0])])
    if depth_of(before) <= 0 and "DESCRIBE" not in before.upper():
        return _limited(word[0], plain)
    return _named(before, words, plain)


def _named(before: str, words: Words, plain: list[Offer]) -> tuple[int, list[Offer]]:
    """Return what is called as the last words say: the longest run of them that begins a name."""
    match = _WORDS.search(before)
    written = match[0] if match else ""
    while " " in written:
        if found := words.called(written):
            return _limited(written, found)
        written = written.partition(" ")[2]
    long_enough = len(written) >= _FEWEST or not written.isascii()
    word = _WORD.search(before)
    return _limited(
        written if word is None else word[0], [*plain, *(words.called(written) if long_enough else ())]
    )


def _limited(written: str, found: list[Offer]) -> tuple[int, list[Offer]]:
    """Return the offers but for what is written already."""
    return len(written), [offer for offer in found if offer.insert != written][:MOST]


def _keywords(written: str) -> Iterator[Offer]:
    upper = written.upper()
    return (
        Offer(word, word, "keyword") for word in sorted(KEYWORDS) if word.startswith(upper) and word != upper
    )


def _prefixes(written: str, base: str) -> Iterator[Offer]:
    known = prefixes(base)
    return (
        Offer(f"{prefix}:", f"{prefix}:", "prefix", namespace, namespace)
        for prefix, namespace in sorted(known.items())
        if prefix.startswith(written.lower())
    )


def _variables(written: str, elsewhere: str) -> list[Offer]:
    named = {elsewhere[part.start : part.end] for part in scan(elsewhere) if part.kind == "variable"}
    return [
        Offer(name, name, "variable")
        for name in sorted(named)
        if name.startswith(written) and name != written
    ]


@cache
def _all_questions() -> tuple[Offer, ...]:
    from awardgraph.graph.questions import read_questions

    return tuple(
        Offer(
            one.name.partition("-")[2],
            one.name.partition("-")[2],
            "question",
            one.title.th or "",
            one.title.en or "",
        )
        for one in read_questions()
    )


def _questions(written: str) -> list[Offer]:
    return [offer for offer in _all_questions() if offer.insert.startswith(written.lower())]


def _for_command(before: str, words: Words) -> tuple[int, list[Offer]]:
    name, space, rest = before.partition(" ")
    if not space:
        return _limited(name, [Offer(f"{one} ", one, "command") for one in COMMANDS if one.startswith(name)])
    if name == ".explain":
        return offers(rest, "", words)
    if name == ".why":
        return _entity(rest, words)
    command = COMMANDS.get(name)
    choices = command.choices if command else ()
    return _limited(rest, [Offer(one, one, "choice") for one in choices if one.startswith(rest)])


def _for_parameter(name: str, before: str, words: Words) -> tuple[int, list[Offer]]:
    from awardgraph.graph.questions import find_question

    known = {parameter.name: parameter for parameter in find_question(name).parameters}
    written = before.rpartition(" ")[2]
    key, equals, value = written.partition("=")
    if equals and key in known and known[key].kind not in ("year", "day", "integer", "text"):
        return _entity(value, words)
    if equals:
        return 0, []
    return _limited(written, [Offer(f"{key}=", key, "parameter") for key in known if key.startswith(written)])


def _entity(written: str, words: Words) -> tuple[int, list[Offer]]:
    found = [*words.addresses.beginning(written.lower()), *words.called(written)]
    entities = {offer.insert: offer for offer in found if offer.kind != "term"}
    return _limited(written, list(entities.values()))


class NameCompleter(Completer):
    """Offers to prompt_toolkit what :func:`offers` finds; words and language may change meanwhile."""

    def __init__(self, words: Callable[[], Words], lang: Callable[[], Language], base: str) -> None:
        self._words, self._lang, self._base = words, lang, base

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:  # noqa: ARG002
        """Yield what may stand at the cursor, with what it is called in both languages beside it."""
        before, after = document.text_before_cursor, document.text_after_cursor
        length, found = offers(before, after, self._words(), self._base)
        for offer in found:
            meta = _meta(offer, self._lang())
            yield Completion(offer.insert, -length, display=offer.name, display_meta=meta)


def _meta(offer: Offer, lang: Language) -> str:
    from awardgraph.resources import messages

    words = messages(lang)
    kind = words["find"]["kind"].get(offer.kind) or words["prompt"]["kind"].get(offer.kind, "")
    both = (offer.th, offer.en) if lang == "th" else (offer.en, offer.th)
    shown = [offer.insert] if offer.kind not in words["prompt"]["kind"] or offer.kind == "term" else []
    told = [*shown, kind, *dict.fromkeys(both[:1] if offer.kind == "question" else both)]
    return " · ".join(part for part in told if part and part != offer.name)
