"""What is typed at the prompt → what is done: queries, named questions and dot-commands."""

from __future__ import annotations

import shlex
import shutil
import time
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast, get_args

from awardgraph.cli.answering import Format, Showing
from awardgraph.cli.options import Language
from awardgraph.cli.output import say
from awardgraph.cli.prompt.answering import answer, ask_question, explain, tell_why
from awardgraph.cli.prompt.lexing import FORMS
from awardgraph.cli.prompt.showing import pointed, show, warn
from awardgraph.cli.prompt.worker import EndedError
from awardgraph.errors import AwardGraphError, QueryError, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

    from awardgraph.cli.prompt.answering import Shown
    from awardgraph.cli.prompt.worker import Worker
    from awardgraph.graph.store import Graph

__all__ = ["COMMANDS", "Command", "Session", "perform", "question_asked"]

#: Words that begin a query.
_BEGINNINGS: Final = (*FORMS, "PREFIX", "BASE")


@dataclass
class Session:
    """What the prompt remembers from one line to the next.

    Attributes:
        limit: seconds that a query may take.
        format_name: as chosen with .format; None for a table, or Turtle for triples.
        iris: IRIs instead of names.
        allow_network: whether SERVICE may call another server.
        timed: whether the time is told after each answer.
        last: the query that was asked last; errors of queries point into it.
    """

    worker: Worker
    lang: Language
    limit: float
    format_name: Format | None = None
    iris: bool = False
    allow_network: bool = False
    timed: bool = False
    last: str = ""

    @property
    def words(self) -> dict[str, Any]:
        """What the prompt says, in the language chosen."""
        from awardgraph.resources import messages

        words: dict[str, Any] = messages(self.lang)["prompt"]
        return words

    @property
    def showing(self) -> Showing:
        """How answers are shown."""
        return Showing(self.lang, self.format_name, self.iris)

    def ask(self, work: Callable[[Graph], Shown]) -> None:
        """Have a piece of work done and show what comes of it."""
        begun = time.monotonic()
        shown = self.worker.do(work, self.limit)
        seconds = time.monotonic() - begun
        show(shown.text)
        if shown.rows == 0:
            say(self.words["nothing"])
        if shown.cut:
            say(self.words["cut"].format(n=f"{shown.rows:,}"))
        for hint in shown.hints:
            say(hint)
        if self.timed:
            rows = "" if shown.rows is None else self.words["rows"].format(n=f"{shown.rows:,}") + " · "
            say(rows + self.words["seconds"].format(n=f"{seconds:.3f}"))


@dataclass(frozen=True, slots=True)
class Command:
    """A dot-command.

    Attributes:
        does: what is done with what stands behind its name.
        takes: what may stand there, for .help.
        choices: all that may, where there are few.
    """

    does: Callable[[Session, str], None]
    takes: str = ""
    choices: tuple[str, ...] = ()


def perform(session: Session, text: str) -> None:
    """Do what a person typed, and say what is wrong with it if anything is.

    Raises:
        EOFError: the person wants to leave.
    """
    typed = text.strip()
    try:
        if typed.startswith("."):
            _command(session, typed)
        elif question_asked(typed):
            _question(session, typed)
        elif typed:
            session.last = text
            work = partial(answer, query=text, showing=session.showing, allow_network=session.allow_network)
            session.ask(work)
    except QueryError as error:
        if place := pointed(session.last, error, shutil.get_terminal_size().columns):
            say(place)
        warn(str(error))
    except AwardGraphError as error:
        warn(str(error))
    except EndedError as error:
        if error.reason == "stopped":
            say("")  # the terminal has written ^C
        warn(session.words[error.reason].format(limit=f"{session.limit:g}"))


def question_asked(typed: str) -> str:
    """Return the name of the question that a line asks, or would ask if it were spelt right; else nothing.

    A query begins with one of four words or a prefix, or has a group.

    >>> question_asked("first-time-winners year=2566"), question_asked("SELECT * { ?a ?b ?c }")
    ('first-time-winners', '')
    """
    from awardgraph.graph.questions import names_of, read_questions

    name, _, rest = typed.lstrip().partition(" ")
    if not name or name.upper() in _BEGINNINGS or "{" in typed or "\n" in name:
        return ""
    known = {one for question in read_questions() for one in names_of(question)}
    return name if name in known and (rest or typed.endswith(" ") or typed == name) else ""


def _command(session: Session, typed: str) -> None:
    name, _, rest = typed.partition(" ")
    if name not in COMMANDS:
        message = session.words["unknown"].format(name=name)
        raise UsageError(f"{message} {nearest(name, COMMANDS, session.words['meant'])}".rstrip())
    command, given = COMMANDS[name], rest.strip()
    if command.choices and given and given not in command.choices:
        raise UsageError(session.words["choices"].format(name=name, choices=", ".join(command.choices)))
    command.does(session, given)


def _question(session: Session, typed: str) -> None:
    try:
        name, *given = shlex.split(typed)
    except ValueError:
        raise UsageError(session.words["unquoted"]) from None
    written: dict[str, str] = {}
    for word in given:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(session.words["parameter"].format(word=word))
        written[key] = value
    session.ask(partial(ask_question, name=name, written=written, showing=session.showing))


def _help(session: Session, _: str) -> None:
    shown = [
        (f"{name} {command.takes}", session.words["help"][name[1:]]) for name, command in COMMANDS.items()
    ]
    width = max(len(left) for left, _ in shown)
    say("\n".join(f"{left:{width}}  {right}" for left, right in shown))
    say("\n" + session.words["keys"])


def _questions(session: Session, given: str) -> None:
    from awardgraph.cli.questioning import listing, speaks_of
    from awardgraph.graph.questions import read_questions

    found = [one for one in read_questions() if speaks_of(one, given.split())]
    if not found:
        say(session.words["no_question"].format(words=given))
        return
    show(listing(found, session.lang, "table").encode())


def _explain(session: Session, given: str) -> None:
    session.last = given or session.last
    if not session.last:
        raise UsageError(session.words["no_query"])
    session.ask(partial(explain, query=session.last, lang=session.lang))


def _format(session: Session, given: str) -> None:
    session.format_name = cast("Format", given) if given else session.format_name
    say(session.words["format"].format(name=session.format_name or session.words["automatic"]))


def _time(session: Session, given: str) -> None:
    session.timed = given == "on" if given else not session.timed
    say(session.words["timed" if session.timed else "untimed"])


def _why(session: Session, given: str) -> None:
    if not given:
        raise UsageError(session.words["why"])
    # A name may be several words: the last is a property where it looks like one.
    name, _, last = given.rpartition(" ")
    named = (name, last) if name and ":" in name.split()[0] else (given, "")
    session.ask(partial(tell_why, name=named[0], property_name=named[1], lang=session.lang))


def _lang(session: Session, given: str) -> None:
    session.lang = "th" if given == "th" else "en" if given == "en" else session.lang
    say(session.words["language"])


def _quit(_: Session, __: str) -> None:
    raise EOFError


COMMANDS: Final[dict[str, Command]] = {
    ".help": Command(_help),
    ".questions": Command(_questions, "[WORDS]"),
    ".explain": Command(_explain, "[QUERY]"),
    ".format": Command(_format, "NAME", tuple(name for name in get_args(Format) if name != "xlsx")),
    ".time": Command(_time, "[on|off]", ("on", "off")),
    ".why": Command(_why, "NAME [PROPERTY]"),
    ".lang": Command(_lang, "th|en", get_args(Language)),
    ".quit": Command(_quit),
}
