"""A data folder's awardgraph.toml: every line optional."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from awardgraph.errors import SourceError, nearest
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.tables import COLUMNS
from awardgraph.model.iris import is_web_address
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = ["Settings", "read_settings"]

_KNOWN = {"base": str, "columns": dict, "build": dict}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a data folder sets.

    Attributes:
        base: IRI below which entities are minted.
        columns: header names of the folder's tables → columns.
        view: the entity that is chosen when index.html opens, as ``kind/slug``; empty: none.
        agency: whose awards are answered at the end of a build; empty: the most decorated.
    """

    base: str = DEFAULT_BASE
    columns: dict[str, str] = field(default_factory=dict)
    view: str = ""
    agency: str = ""


def read_settings(folder: Path) -> Settings:
    """Return the settings of a data folder; the defaults where it has none.

    Raises:
        SourceError: the file is no TOML, or sets something unknown.
    """
    path = folder / "awardgraph.toml"
    if not path.exists():
        return Settings()
    source = read_text(path, path.name)
    try:
        raw = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise SourceError(source.where, None, f"is no TOML: {error}.") from None
    _check(raw, _KNOWN, source.where)
    build = _texts(raw.get("build", {}), {"view", "agency"}, source.where)
    base = raw.get("base", DEFAULT_BASE)
    if not (is_web_address(base) and base.endswith(("/", "#"))):
        raise SourceError(source.where, None, f"base {base!r} is no IRI that ends in / or #.")
    for header, column in raw.get("columns", {}).items():
        if str(column) not in COLUMNS:
            problem = f"[columns] maps {header!r} to {column!r}, which is no column."
            raise SourceError(source.where, None, problem, nearest(str(column), COLUMNS))
    return Settings(base, raw.get("columns", {}), build.get("view", ""), build.get("agency", ""))


def _check(raw: dict[str, Any], known: Mapping[str, type], where: str) -> None:
    for key, value in raw.items():
        if key not in known:
            raise SourceError(where, None, f"unknown setting {key!r}.", nearest(key, known))
        if not isinstance(value, known[key]):
            raise SourceError(where, None, f"{key} must be a {'table' if known[key] is dict else 'text'}.")


def _texts(raw: dict[str, Any], known: set[str], where: str) -> dict[str, str]:
    _check(raw, dict.fromkeys(known, str), where)
    return raw
