"""Durable files: what is acknowledged survives a crash, what is half written is never seen."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["replace_file", "sync_tree"]


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old bytes or the new ones, never a mixture."""
    fresh = path.with_name(path.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
    _sync(path.parent)


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
