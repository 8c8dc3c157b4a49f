"""Limits of a question: time, memory, and rows.

The engine cannot be told to stop, so the process ends: the engine computes without the interpreter's lock,
and a thread beside it sees the limit and leaves.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.cli.options import Language

__all__ = ["EXIT_CODE", "MEMORY", "TIMEOUT", "limits", "resident"]

#: What the process ends with at a limit.
EXIT_CODE: Final = 7

#: Seconds and megabytes (2**20 bytes) that a question may take unless told.
TIMEOUT: Final = 60.0
MEMORY: Final = 4096

#: How often the clock and the memory are looked at, after how long it is no quick question any more, and
#: how long a stalled reader is waited for, in seconds.
_EVERY: Final = 0.05
_QUICK: Final = 0.5
_LAST_WORDS: Final = 0.1


@contextmanager
def limits(seconds: float, megabytes: float, lang: Language) -> Iterator[None]:
    """End the process with exit code 7 when what is done inside takes too long or too much memory.

    What was written to stdout before is flushed; stderr gets one sentence.

    Args:
        seconds: from now.
        megabytes: of resident memory of the whole process, in units of 2**20 bytes.
    """
    done = Event()
    Thread(
        target=_watch, args=(time.monotonic() + seconds, seconds, megabytes, lang, done), daemon=True
    ).start()
    try:
        yield
    finally:
        done.set()


def _watch(end: float, seconds: float, megabytes: float, lang: Language, done: Event) -> None:
    quick = end - seconds + _QUICK
    while not done.wait(min(_EVERY, max(end - time.monotonic(), 0))):
        now = time.monotonic()
        if now >= end:
            return _leave(_sentences(lang)["time"].format(most=f"{seconds:g}"))
        if resident() > megabytes * 2**20:
            return _leave(_sentences(lang)["memory"].format(most=f"{megabytes:g}"))
        if now >= quick:
            # They are kept: at the limit, time or memory may be short.
            _sentences(lang)
    return None


def _sentences(lang: Language) -> dict[str, str]:
    from awardgraph.resources import messages

    words: dict[str, str] = messages(lang)["limits"]
    return words


def _leave(why: str) -> None:
    """Say why, flush what was answered so far, and end the process, even where nobody reads any more."""

    def speak() -> None:
        try:
            os.write(2, f"awardgraph: {why}\n".encode())
            sys.stdout.flush()
        except (OSError, ValueError):
            pass  # the reader is gone

    last = Thread(target=speak, daemon=True)
    last.start()
    last.join(_LAST_WORDS)
    os._exit(EXIT_CODE)


def resident() -> int:
    """Return the bytes of memory that the process holds; on macOS the most that it ever held."""
    if sys.platform == "win32":
        return _resident_windows()
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def _resident_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS, as Windows documents it."""

        _fields_ = (
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"quota{n}", ctypes.c_size_t) for n in range(4)),
            *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
        )

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.WorkingSetSize)
