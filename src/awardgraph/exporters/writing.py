"""Put an exported file where the user asked for it, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from awardgraph.errors import UsageError

__all__ = ["check_place", "write_file"]


def check_place(path: Path) -> None:
    """Refuse a path that no file can have, before any work is done for it.

    Raises:
        UsageError: the path is a folder, or its folder is missing.
    """
    if path.is_dir():
        message = f"{path} is a folder; name a file in it."
        raise UsageError(message)
    if not path.parent.is_dir():
        message = f"the folder {path.parent} does not exist; make it first."
        raise UsageError(message)


def write_file(path: Path, content: bytes) -> None:
    """Write a file; one that was there is replaced only when the new one is complete.

    A link keeps leading where it leads; a pipe or a device is written to, not replaced.

    Raises:
        UsageError: the path is a folder, or its folder is missing or cannot be written to.
    """
    check_place(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}."
        raise UsageError(message) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        fresh.chmod(0o644)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
