"""A child process that asks: a query that runs on is ended with it, and the prompt lives on."""

from __future__ import annotations

import math
import multiprocessing
import os
import pickle
import signal
import threading
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, TypeVar

from awardgraph.cli.limits import MEMORY, limits
from awardgraph.errors import AwardGraphError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from awardgraph.cli.options import Language
    from awardgraph.graph.store import Graph

    Opener = Callable[[], Graph]

__all__ = ["EndedError", "Worker"]

Result = TypeVar("Result")

#: Seconds between two looks at the clock; Ctrl-C is heard at once where the system tells of it.
_BEAT: Final = 0.1


class EndedError(Exception):
    """A piece of work was ended before it was done.

    Attributes:
        reason: stopped (a person did), limit (the time was over) or gone (the process died).
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Worker:
    """A process that has the graph open. An engine that is evaluating cannot be told to stop; a process can.

    It is spawned, not forked: a copy of a process with threads and an open store may hang.

    Args:
        opener: opens what is asked, in the process.
        memory: megabytes (2**20 bytes) that the process may take.
        lang: the language in which it says that it took more.
    """

    def __init__(self, opener: Opener, *, memory: float = MEMORY, lang: Language = "en") -> None:
        self._opener, self._memory, self._lang, self._closed = opener, memory, lang, False
        self._start()

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, self._opener, self._memory, self._lang), daemon=True
        )
        with _deaf():
            self._process.start()
        theirs.close()

    def do(self, work: Callable[[Graph], Result], limit: float) -> Result:
        """Return what a piece of work makes of the graph.

        Args:
            work: something that can be pickled.
            limit: seconds, the opening of the graph included.

        Raises:
            AwardGraphError: as the work raises it.
            EndedError: it was stopped with Ctrl-C, took too long, or the process died.
        """
        end = time.monotonic() + limit
        try:
            self._connection.send(work)
            while not self._connection.poll(min(_BEAT, max(0.0, end - time.monotonic()))):
                if time.monotonic() >= end:
                    self._again("limit")
            done, result = self._connection.recv()
        except KeyboardInterrupt:
            self._again("stopped")
        except (EOFError, OSError):
            self._again("gone")
        if not done:
            raise result
        return result  # type: ignore[no-any-return] # what the work returns comes through a pipe

    def _again(self, reason: str) -> None:
        with _deaf():
            if not self._closed:
                self._end()
                self._start()
        raise EndedError(reason) from None

    def _end(self) -> None:
        self._process.kill()
        self._process.join()
        self._connection.close()

    def close(self) -> None:
        """End the process, whatever it is doing; whoever waits for it in another thread is told."""
        self._closed = True
        self._process.kill()
        self._process.join()


@contextmanager
def _deaf() -> Iterator[None]:
    """Keep Ctrl-C waiting; a process started meanwhile never hears it, as it belongs to the prompt."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, opener: Opener, memory: float, lang: Language) -> None:
    """Do what comes through the connection until it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    graph: Graph | None = None
    reply: tuple[bool, Any]
    with suppress(EOFError, OSError):
        while True:
            work = connection.recv()
            try:
                # The prompt looks at the clock; who takes too much memory notices it here.
                with limits(math.inf, memory, lang):
                    if graph is None:
                        graph = opener()
                    reply = True, work(graph)
            except AwardGraphError as error:
                reply = False, _portable(error)
            except Exception as error:  # noqa: BLE001 a mistake of ours must not end the prompt
                reply = False, AwardGraphError(f"{type(error).__name__}: {error}")
            connection.send(reply)


def _portable(error: AwardGraphError) -> AwardGraphError:
    """Return an error as it arrives on the other side, or one with its words if it would not."""
    try:
        return pickle.loads(pickle.dumps(error))  # type: ignore[no-any-return] # noqa: S301 our own bytes
    except (TypeError, pickle.PickleError, AttributeError):
        return AwardGraphError(str(error))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(0)
