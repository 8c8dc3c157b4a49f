"""The prompt itself: lines in, answers out, until Ctrl-D."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Final

from prompt_toolkit import PromptSession
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import has_focus, is_searching
from prompt_toolkit.key_binding import KeyBindings

from awardgraph.cli.limits import MEMORY, TIMEOUT
from awardgraph.cli.output import say
from awardgraph.cli.prompt.commands import Session, perform
from awardgraph.cli.prompt.completion import NameCompleter
from awardgraph.cli.prompt.highlighting import STYLE, SparqlLexer, colour_depth
from awardgraph.cli.prompt.lexing import depth_of, is_finished
from awardgraph.cli.prompt.names import NOTHING, read_words
from awardgraph.cli.prompt.state import clean, open_history
from awardgraph.cli.prompt.worker import EndedError, Worker
from awardgraph.errors import AwardGraphError
from awardgraph.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.formatted_text import StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyPressEvent

    from awardgraph.cli.answering import Showing
    from awardgraph.cli.prompt.names import Words
    from awardgraph.cli.prompt.worker import Opener

__all__ = ["start"]

#: Seconds that reading the names of a graph may take, in the background; without them only names are missing.
_NAMES_LIMIT: Final = 120.0

_PROMPT: Final = "awardgraph> "
_CONTINUED: Final = "       ...> "


def start(
    opener: Opener,
    showing: Showing,
    *,
    limit: float = TIMEOUT,
    memory: float = MEMORY,
    allow_network: bool = False,
) -> None:
    """Ask for queries and answer them until the person leaves.

    Args:
        opener: opens what is asked, here and in processes of its own: it must be possible to pickle it.
        showing: the language to speak at first, and how answers are shown.
        limit: seconds that a query may take.
        memory: megabytes (2**20 bytes) that it may take.
        allow_network: whether SERVICE may call another server.

    Raises:
        GraphError: there is no graph.
    """
    graph = opener()  # an error belongs before the prompt, not behind its first query
    names = _Names(opener)
    worker = Worker(opener, memory=memory, lang=showing.lang)
    session = Session(worker, showing.lang, limit, showing.format, showing.iris, allow_network)
    say(session.words["greeting"].format(version=__version__, n=f"{len(graph):,}"))
    prompt: PromptSession[str] = PromptSession(
        [("class:prompt", _PROMPT)],
        multiline=True,
        prompt_continuation=_continuation,
        lexer=SparqlLexer(),
        style=STYLE,
        color_depth=colour_depth(),
        completer=NameCompleter(lambda: names.words, lambda: session.lang, graph.manifest.base),
        complete_while_typing=True,
        history=open_history(),
        key_bindings=_keys(),
    )
    names.read(partial(_offer_again, prompt))
    try:
        _converse(prompt, session)
    finally:
        names.close()
        session.worker.close()


def _converse(prompt: PromptSession[str], session: Session) -> None:
    while True:
        try:
            perform(session, clean(prompt.prompt()))
        except KeyboardInterrupt:
            continue  # the line is gone, or what was being shown
        except EOFError:
            say(session.words["goodbye"])
            return
        sys.stdout.flush()


def _offer_again(prompt: PromptSession[str]) -> None:
    """Offer names for what is being typed, from another thread: they have come only now."""
    app = prompt.app
    if app.loop and app.is_running and prompt.default_buffer.text:
        app.loop.call_soon_threadsafe(prompt.default_buffer.start_completion, context=app.context)


def _continuation(width: int, _line: int, _wrapped: int) -> StyleAndTextTuples:
    return [("class:continuation", _CONTINUED[-width:])]


def _keys() -> KeyBindings:
    """Return what Enter does: it takes an offer, runs what is finished, or begins another line, indented."""
    keys = KeyBindings()
    typing = has_focus(DEFAULT_BUFFER) & ~is_searching

    @keys.add("enter", filter=typing)
    def _enter(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.complete_state and buffer.complete_state.current_completion:
            buffer.complete_state = None
        elif is_finished(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n" + "  " * max(0, depth_of(buffer.document.text_before_cursor)))

    @keys.add("}", filter=typing)
    def _close(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if buffer.document.current_line_before_cursor.isspace():
            buffer.delete_before_cursor(2)  # what closes a group stands where its line began
        buffer.insert_text("}")

    @keys.add("escape", "enter", filter=typing)
    def _run(event: KeyPressEvent) -> None:
        event.current_buffer.validate_and_handle()

    return keys


class _Names:
    """The names of a graph, read by a process of their own while the prompt is there already."""

    def __init__(self, opener: Opener) -> None:
        self.words: Words = NOTHING
        self._worker = Worker(opener)

    def read(self, then: Callable[[], None]) -> None:
        """Begin to read them, and do something when they are there."""
        threading.Thread(target=self._read, args=(then,), daemon=True).start()

    def _read(self, then: Callable[[], None]) -> None:
        # Without names the prompt still answers: what is wrong with the graph, its queries will tell.
        # Nor does an event loop that closes meanwhile matter.
        with suppress(AwardGraphError, EndedError, OSError, RuntimeError):
            self.words = self._worker.do(read_words, _NAMES_LIMIT)
            self._worker.close()
            then()

    def close(self) -> None:
        self._worker.close()
