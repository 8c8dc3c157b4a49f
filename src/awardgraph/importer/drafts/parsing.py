"""Read a draft (YAML) back, whatever a person made of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args

from awardgraph.errors import nearest
from awardgraph.importer.drafts.draft import (
    AWARD,
    CEREMONY,
    EXHIBIT,
    PERSON,
    Cell,
    Draft,
    Finding,
    Ignored,
    Status,
)
from awardgraph.importer.sources.yaml_nodes import parse_yaml
from awardgraph.model.iris import is_slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from awardgraph.importer.sources.reading import SourceText
    from awardgraph.importer.sources.yaml_nodes import Node

__all__ = ["is_draft", "parse_draft"]

_DOCUMENT: Final = ("file", "published", "publisher", "url")
_TOP: Final = ("agency", "country", "awards", "people", "ceremony", "exhibition", "ignored")
_OF_FINDING: Final = ("key", "by", "confidence", "awards")


def is_draft(source: SourceText) -> bool:
    """Say whether a YAML file is a draft; a record begins with its document."""
    return bool(re.search("^release:", source.text, re.MULTILINE))


def parse_draft(source: SourceText) -> Draft:
    """Return a draft as it stands in a file.

    Raises:
        SourceError: a key is unknown or missing, a status is none, a place is malformed; with the line.
    """
    top = parse_yaml(source).fields(("release",), _TOP)
    about = top["release"].fields(("id", "sha256", "title"), _DOCUMENT)
    if not is_slug(about["id"].text()):
        raise about["id"].error(f"the id {about['id'].text()!r} is malformed.", "Leave it as it was.")
    return Draft(
        **{name: node.text() for name, node in about.items() if name not in _DOCUMENT},
        **{name: about[name].text() if name in about else "" for name in _DOCUMENT},
        agency=_text(top, "agency"),
        country=_text(top, "country"),
        awards=tuple(_finding(node, AWARD) for node in _list(top, "awards")),
        people=tuple(_finding(node, PERSON) for node in _list(top, "people")),
        ceremony=_finding(top["ceremony"], CEREMONY) if "ceremony" in top else None,
        exhibits=tuple(_finding(node, EXHIBIT) for node in _list(top, "exhibition")),
        ignored=tuple(_ignored(node) for node in _list(top, "ignored")),
    )


def _finding(node: Node, slots: Sequence[str]) -> Finding:
    fields = node.fields(("status", "words"), (*_OF_FINDING, *slots))
    return Finding(
        status=_status(fields["status"]),
        cells={slot: _cell(fields[slot]) for slot in slots if slot in fields},
        words=_words(fields["words"]),
        key=_text(fields, "key"),
        by=_text(fields, "by"),
        confidence=_share(fields["confidence"]) if "confidence" in fields else None,
        awards=tuple(_texts(fields["awards"])) if "awards" in fields else (),
        line=node.line,
    )


def _status(node: Node) -> Status:
    known = get_args(Status)
    if node.text() in known:
        return cast("Status", node.text())
    raise node.error(
        f"{node.text()!r} is no status; expected {', '.join(known)}.", nearest(node.text(), known)
    )


def _share(node: Node) -> float:
    if not re.fullmatch(r"0?\.\d+|[01](?:\.0*)?", node.text()):
        raise node.error(f"{node.text()!r} is no share from 0 to 1.", "Leave confidence as it was.")
    return float(node.text())


def _cell(node: Node) -> Cell:
    if isinstance(node.value, str):
        if not node.text():
            raise node.error("a value was expected here.", "Leave the slot out where nothing is said.")
        return Cell(node.text(), line=node.line)
    fields = node.fields(("value",), ("id", "how", "at", "quote"))
    value = fields["value"].text()
    if not value:
        raise node.error("a value was expected here.", "Leave the slot out where nothing is said.")
    start, end = _place(fields["at"]) if "at" in fields else (None, None)
    quote = _words_of(fields["quote"]) if "quote" in fields else ""
    return Cell(value, _text(fields, "id"), _text(fields, "how"), start, end, quote, node.line)


def _words(node: Node) -> Cell:
    fields = node.fields(("quote",), ("at",))
    start, end = _place(fields["at"]) if "at" in fields else (None, None)
    quote = _words_of(fields["quote"])
    if not quote:
        raise node.error("the words that tell of it were expected here.", "Copy them from the release.")
    return Cell("", "", "", start, end, quote, node.line)


def _words_of(node: Node) -> str:
    node.text()  # a list or a mapping is an error
    return node.value if isinstance(node.value, str) else ""


def _place(node: Node) -> tuple[int, int]:
    try:
        start, end = (int(member.text()) for member in node.items())
    except ValueError:
        raise node.error(
            "two numbers were expected here: [start, end].", "Leave at out to look for the quote."
        ) from None
    if not 0 <= start < end:
        raise node.error(f"no words stand from {start} to {end}.", "Leave at out to look for the quote.")
    return start, end


def _ignored(node: Node) -> Ignored:
    fields = node.fields(("quote", "at", "reason"))
    start, end = _place(fields["at"])
    return Ignored(
        Cell("", "", "", start, end, _words_of(fields["quote"]), node.line), fields["reason"].text()
    )


def _list(fields: dict[str, Node], key: str) -> list[Node]:
    return fields[key].items() if key in fields else []


def _texts(node: Node) -> Iterator[str]:
    return (member.text() for member in node.items())


def _text(fields: dict[str, Node], key: str) -> str:
    return fields[key].text() if key in fields else ""
