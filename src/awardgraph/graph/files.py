"""Durable files: what is acknowledged survives a crash, what is half written is never seen."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

from awardgraph.errors import GraphError

__all__ = ["replace_file", "store_text", "sync_tree"]


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old bytes or the new ones, never a mixture."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
    _sync(path.parent)


def store_text(location: Path, text: str, ending: str) -> str:
    """Keep a text below sources/ of a graph's folder, named by its content; return the file's name.

    Raises:
        GraphError: the disk refuses.
    """
    raw = text.encode()
    name = f"{hashlib.sha256(raw).hexdigest()[:32]}.{ending}.gz"
    path = location / "sources" / name
    try:
        if not path.exists():
            replace_file(path, gzip.compress(raw, compresslevel=6, mtime=0))
    except OSError as error:
        raise GraphError(location, f"cannot be written: {error.strerror}. The graph is as it was.") from error
    return name


def sync_tree(folder: Path) -> None:
    """Force a folder and everything in it to the disk."""
    for parent, _, names in os.walk(folder):
        for name in names:
            _sync(Path(parent, name))
        _sync(Path(parent))


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return  # Windows has no handle to a folder; its rename is durable by itself.
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
