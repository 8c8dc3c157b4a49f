"""Completing among 100,000 names, beside prompt_toolkit's own completer of words."""

from __future__ import annotations

import time

import pytest
from prompt_toolkit.completion import CompleteEvent, Completer, WordCompleter
from prompt_toolkit.document import Document

from awardgraph.cli.prompt.completion import NameCompleter
from awardgraph.cli.prompt.names import NOTHING, Index, Offer, Words
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

NAMES = [
    f"{body}{place} {number}"
    for body in ("กรม", "สำนักงาน", "เทศบาลตำบล", "depa ")
    for place in ("ดี", "หนองไผ่")
    for number in range(12_500)
]

#: As a person types them: a first letter, a name of many, one of few, one that nobody has.
TYPED = ("ก", "เทศบาลตำบลหนอง", "สำนักงานดี 1234", "depa", "กรมไม่มี")


def seconds(completer: Completer) -> float:
    """CPU seconds of one offer, on the average."""
    before = time.process_time()
    for _ in range(20):
        for written in TYPED:
            list(completer.get_completions(Document(f"ASK {{ ?a ?b {written}"), CompleteEvent()))
    return (time.process_time() - before) / (20 * len(TYPED))


@pytest.mark.benchmark
def test_an_offer_among_100_000_names_comes_before_the_next_key() -> None:
    offers = [Offer(f"agency:a{number}", name, "agency", th=name) for number, name in enumerate(NAMES)]
    index = Index.of((fold(offer.name), offer) for offer in offers)
    words = Words(index, NOTHING.inside, NOTHING.addresses)
    ours = seconds(NameCompleter(lambda: words, lambda: "th", DEFAULT_BASE))
    peer = seconds(WordCompleter(NAMES))
    print(
        f"\n  {ours * 1000:6.2f} ms CPU ours, {peer / ours:5.1f} × as much in prompt_toolkit's WordCompleter"
    )
    assert ours < 0.01
    assert ours < peer / 3
