"""Read YAML that people write: strings, lists and mappings, each knowing its line.

Nothing is guessed: ``012``, ``no`` and ``2566-09-08`` stay the text they are. Anchors and
aliases, duplicate keys and tags are refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from awardgraph.errors import SourceError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from awardgraph.importer.sources.reading import SourceText

__all__ = ["Node", "parse_yaml"]

#: Deeper than any record; keeps a hostile file from exhausting the stack.
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file with the place it stands at."""

    where: str
    line: int
    value: str | list[Node] | dict[str, Node]

    def error(self, problem: str, remedy: str = "") -> SourceError:
        """Return an error that names this node's line."""
        return SourceError(self.where, self.line, problem, remedy)

    def text(self) -> str:
        """Return the value of a scalar; raise where it is a list or a mapping."""
        if not isinstance(self.value, str):
            raise self.error("a text was expected here.")
        return self.value.strip()

    def items(self) -> list[Node]:
        """Return the members of a list; raise where it is none."""
        if not isinstance(self.value, list):
            raise self.error("a list was expected here.", "Begin each member with a hyphen.")
        return self.value

    def fields(self, required: Sequence[str], optional: Sequence[str] = ()) -> dict[str, Node]:
        """Return the members of a mapping; raise where a key is missing or unknown."""
        if not isinstance(self.value, dict):
            raise self.error(f"keys were expected here: {', '.join(required)}.")
        known = [*required, *optional]
        for key, node in self.value.items():
            if key not in known:
                raise node.error(
                    f"unknown key {key!r}.", nearest(key, known) or f"Known are {', '.join(known)}."
                )
        if missing := [key for key in required if key not in self.value]:
            raise self.error(f"{', '.join(missing)} is missing.")
        return self.value


def parse_yaml(source: SourceText) -> Node:
    """Return the one document of a YAML file.

    Raises:
        SourceError: the file is no YAML, holds an alias, a tag or a key twice, more than one
            document, or is nested more than 50 deep; with the line.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError
    from ruamel.yaml.events import AliasEvent

    yaml = YAML(typ="safe", pure=True)
    try:
        depth = 0
        for event in yaml.parse(source.text):
            line = event.start_mark.line + 1
            if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
                raise SourceError(
                    source.where, line, "anchors and aliases are not read.", "Write the value out."
                )
            if getattr(event, "tag", None):
                raise SourceError(
                    source.where, line, f"the tag {event.tag} is not read.", "Write plain text."
                )
            depth += type(event).__name__.endswith("StartEvent") - type(event).__name__.endswith("EndEvent")
            if depth > _DEEPEST:
                raise SourceError(source.where, line, f"is nested more than {_DEEPEST} deep.")
        if (root := yaml.compose(source.text)) is None:
            raise SourceError(source.where, 1, "holds comments only; a record was expected.")
        return _node(source.where, root)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise SourceError(
            source.where, mark.line + 1 if mark else None, f"is no YAML: {error.problem}."
        ) from None
    except YAMLError as error:
        raise SourceError(source.where, None, f"is no YAML: {error}.") from None


def _node(where: str, raw: Any) -> Node:  # noqa: ANN401 (ruamel's nodes carry no types)
    line = raw.start_mark.line + 1
    if raw.id == "scalar":
        if re.search("[\x00\ud800-\udfff]", raw.value):
            raise SourceError(
                where, line, "holds half a character or a NUL.", "Write the text itself, not escapes."
            )
        return Node(where, line, raw.value)
    if raw.id == "sequence":
        return Node(where, line, [_node(where, member) for member in raw.value])
    return Node(where, line, dict(_pairs(where, raw)))


def _pairs(where: str, raw: Any) -> Iterator[tuple[str, Node]]:  # noqa: ANN401 (see above)
    seen: set[str] = set()
    for key, value in raw.value:
        if key.id != "scalar":
            raise SourceError(where, key.start_mark.line + 1, "a key is a word; a list or mapping was found.")
        if key.value in seen:
            raise SourceError(
                where, key.start_mark.line + 1, f"the key {key.value!r} stands twice.", "Keep one of them."
            )
        seen.add(key.value)
        yield key.value, _node(where, value)
