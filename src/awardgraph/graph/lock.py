"""One writer at a time, and who it is."""

from __future__ import annotations

import json
import os
import socket
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING

from awardgraph.errors import GraphError, LockedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["writing"]


@contextmanager
def writing(location: Path) -> Iterator[None]:
    """Hold the graph's write lock; readers are not concerned.

    The operating system gives the lock back when the process ends, however it ends.

    Raises:
        LockedError: another process holds it; the message names process, host, command and time.
    """
    try:
        lock = (location / "LOCK").open("a+", encoding="utf-8")
    except OSError as error:
        raise GraphError(location, f"cannot be written: {error.strerror}.") from error
    with lock as stream:
        if not _take(stream):
            raise LockedError(
                location, f"is being written by {_holder(stream)}. Try again when it has finished."
            )
        stream.truncate(0)
        holder = {
            "pid": os.getpid(),
            "host": socket.gethostname(),
            "command": " ".join(sys.argv),
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        stream.write(json.dumps(holder, ensure_ascii=False))
        stream.flush()
        yield


def _take(stream: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            # One byte far behind the text, so that the holder's name stays readable.
            stream.seek(1 << 20)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder(stream: IO[str]) -> str:
    stream.seek(0)
    try:
        holder = json.loads(stream.read())
        return f"process {holder['pid']} on {holder['host']} ({holder['command']}, since {holder['since']})"
    except (ValueError, KeyError):
        return "another process"
