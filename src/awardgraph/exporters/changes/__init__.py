"""What changed → text for people, JSON, a changelog in Markdown, change sets in Turtle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.exporters.changes.changesets import as_turtle
from awardgraph.exporters.changes.documents import as_json, as_markdown
from awardgraph.exporters.changes.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.graph.changes.change import Change

__all__ = ["FORMATS", "as_text"]

#: Format → what writes changes in it, in a language where it has only one, with the base of the entities.
FORMATS: Final[Mapping[str, Callable[[Sequence[Change], Language, str], str]]] = {
    "text": as_text,
    "json": as_json,
    "md": as_markdown,
    "ttl": as_turtle,
}
