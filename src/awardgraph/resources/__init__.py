"""The files the program carries, and the functions that find them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["content", "data_root", "messages", "ontology_root", "starter_root", "text"]

_HERE = Path(__file__).parent


def text(path: str) -> str:
    """Return a carried text file, named relative to this folder, e.g. ``css/page.css``.

    >>> text("messages/en.toml").startswith("#")
    True
    """
    return _HERE.joinpath(path).read_text(encoding="utf-8")


def content(path: str) -> bytes:
    """Return the bytes of a carried file, named likewise."""
    return _HERE.joinpath(path).read_bytes()


@cache
def messages(lang: str) -> dict[str, Any]:
    """Return the words of one language (th or en), by section and key."""
    import tomllib

    words = tomllib.loads(text(f"messages/{lang}.toml"))
    return words | tomllib.loads(text(f"messages/terminal.{lang}.toml"))


def ontology_root() -> Path:
    """Return the folder of the ontology: in the installed package, else in the checkout."""
    return _carried("ontology")


def starter_root() -> Path:
    """Return the small data folder that ``awardgraph init`` copies."""
    return _HERE / "starter"


def data_root() -> Path:
    """Return the data folder that comes with the program."""
    return _carried("data")


def _carried(name: str) -> Path:
    # An editable install has no copy in the package: force-include works on built wheels only.
    packed = _HERE / name
    return packed if packed.is_dir() else _HERE.parents[2] / name
