"""A real terminal for the prompt: tmux, whose screen can be read as a person would see it."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds to wait for something to appear; a slow machine needs some of them, a failing test all.
PATIENCE = 30.0

#: Seconds without a change after which a screen has been drawn: a prompt writes its parts one by one.
STILL = 0.2

#: What the shell says when the prompt has been left, with the exit code.
LEFT = "left with"


class Terminal:
    """A prompt in a terminal of a certain size."""

    def __init__(self, socket: Path) -> None:
        self._tmux = ["tmux", "-u", "-S", str(socket), "-f", os.devnull]

    def tmux(self, *words: str) -> str:
        done = subprocess.run(
            [*self._tmux, *words], capture_output=True, text=True, encoding="utf-8", check=True
        )
        return done.stdout

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-t", "t", "-l", text)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", "-t", "t", *keys)

    def enter(self, text: str) -> None:
        """Type a line and wait until it stands there, so that Enter meets it and no menu that is being drawn."""
        self.type(text)
        self.until(text.rsplit(" ", maxsplit=1)[-1])
        self.press("Enter")

    def paste(self, text: str) -> None:
        self.tmux("set-buffer", text)
        self.tmux("paste-buffer", "-p", "-t", "t")

    def screen(self, *options: str) -> str:
        """Return what can be seen, without the empty lines below."""
        return self.tmux("capture-pane", "-p", "-t", "t", *options).rstrip("\n")

    def until(self, words: str, times: int = 1) -> str:
        """Return the screen once it shows certain words so often and is no longer being drawn."""
        end, before = time.monotonic() + PATIENCE, ""
        while (screen := self.screen()).count(words) < times or screen != before:
            assert time.monotonic() < end, f"no {words!r} on the screen:\n{screen}"
            before = screen
            time.sleep(STILL)
        return screen


@contextmanager
def terminal(
    folder: Path, graph: Path, *, lang: str = "en", columns: int = 100, lines: int = 30, **settings: str
) -> Iterator[Terminal]:
    """Open a prompt over a graph; what it remembers is kept in a folder."""
    if not shutil.which("tmux"):
        pytest.skip("there is no tmux to see the prompt with")
    known = {
        "PYTHONPATH": str(ROOT / "src"),
        "XDG_STATE_HOME": str(folder / "state"),
        "LANG": "th_TH.UTF-8" if lang == "th" else "C.UTF-8",
        "LC_ALL": "",
        "COLORTERM": "truecolor",
        **settings,
    }
    words = [f"{name}={value}" for name, value in known.items()]
    call = shlex.join(
        ["env", "-u", "NO_COLOR", *words, sys.executable, "-m", "awardgraph", "query", "--graph", str(graph)]
    )
    # A server that is still leaving would take the next one's session with it: each has a socket of its own.
    opened = Terminal(Path(tempfile.mkdtemp(prefix="t", dir=folder)) / "tmux")
    size = ["-x", str(columns), "-y", str(lines)]
    opened.tmux("new-session", "-d", "-s", "t", *size, f"{call}; echo {LEFT} $?; sleep 1000")
    try:
        yield opened
    finally:
        opened.tmux("kill-server")
