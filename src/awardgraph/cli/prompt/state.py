"""Where the prompt remembers what was typed: in the user's own folder, and nobody else reads it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from prompt_toolkit.history import FileHistory, InMemoryHistory

if TYPE_CHECKING:
    from prompt_toolkit.history import History

__all__ = ["clean", "open_history", "state_folder"]

#: Bytes; a longer history is read too slowly to be of use, and begins anew with its later half.
_LONGEST: Final = 1_000_000


def state_folder() -> Path:
    """Return the user's folder for what programs remember: XDG_STATE_HOME, LOCALAPPDATA, or the usual one."""
    if local := os.environ.get("LOCALAPPDATA") if os.name == "nt" else None:
        return Path(local) / "awardgraph"
    named = os.environ.get("XDG_STATE_HOME", "")
    # The specification: a relative path is no path.
    home = Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "state"
    return home / "awardgraph"


def open_history() -> History:
    """Return the history, kept for this user alone (0600); one for this run only where none can be kept."""
    try:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "history"
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
        if path.stat().st_size > _LONGEST:
            _, _, later = path.read_bytes()[-_LONGEST // 2 :].partition(b"\n\n")
            path.write_bytes(b"\n" + later)
    except (OSError, RuntimeError):
        return InMemoryHistory()
    return _CleanHistory(str(path))


class _CleanHistory(FileHistory):
    """A history that a stray byte from the terminal or a full disk does not break."""

    def store_string(self, string: str) -> None:
        try:
            super().store_string(clean(string))
        except OSError:
            return


def clean(text: str) -> str:
    r"""Return a text that can be written as UTF-8: a byte of no letter becomes a question mark.

    >>> clean("ดีป้า \udce0")
    'ดีป้า ?'
    """
    return text.encode("utf-8", "replace").decode()
