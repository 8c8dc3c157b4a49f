"""N-Quads lines as what they say of each subject; only what a picture shows is kept."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from awardgraph.model.language import language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

__all__ = ["About", "Graphs", "number_of", "subjects", "tagged", "text_of"]

#: Who says something: a graph as N-Quads writes it, several of them, or "" where no graph does.
Graphs = str | tuple[str, ...]

#: What is said of a subject: predicate and object as N-Quads writes them, and the graphs that say so.
About = list[tuple[str, str, Graphs]]

#: Ends the last subject.
_NO_LINE: Final = ("  ",)

_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_DIGITS: Final = re.compile("[0-9]{1,9}")
_CHARACTERS: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def subjects(lines: Iterable[str], wanted: Collection[str]) -> Iterator[tuple[str, About]]:
    r"""Yield each named subject with its statements, from sorted N-Quads or N-Triples lines.

    Args:
        lines: as :meth:`Graph.lines` gives them.
        wanted: predicates, as N-Quads writes them; statements with others are passed over.

    Statements that follow each other have the same text, not only an equal one, where one graph says them.

    >>> list(subjects(['<http://e/a> <http://e/p> "1" <http://e/g> .\n'], ["<http://e/p>"]))
    [('<http://e/a>', [('<http://e/p>', '"1"', '<http://e/g>')])]
    """
    before = said = graph = end = ""
    # Each predicate is one and the same text wherever it stands: comparing it further on takes no reading.
    same = {predicate: predicate for predicate in wanted}
    about: About = []
    for line in chain(lines, _NO_LINE):
        subject, predicate, rest = line.split(" ", 2)
        if subject != before:
            if about and before[0] == "<":
                yield before, about
            before, about, said = subject, [], ""
        if (known := same.get(predicate)) is None:
            continue
        if not (graph and rest.endswith(end)):
            graph = _graph(rest)
            end = f" {graph} .\n" if graph else " .\n"
        term = rest[: -len(end)]
        if term != said or about[-1][0] is not known:
            about.append((known, term, graph))
            said = term
        elif graph:
            # Sorted lines of one statement follow each other.
            others = about[-1][2]
            about[-1] = (known, term, (*((others,) if isinstance(others, str) else others), graph))


def _graph(rest: str) -> str:
    """Return the graph at the end of a line, behind its object; nothing where it has none."""
    term, _, graph = rest[:-3].rpartition(" ")
    # Without a graph the last word is the end of the object itself.
    return graph if term and graph[0] == "<" and '"' not in graph else ""


def text_of(term: str) -> tuple[str, str]:
    r"""Return text and language tag of a literal as N-Quads writes it; no tag where it has none.

    What is no literal has no text.

    >>> text_of('"\\u0E01 \\"a\\""@th')
    ('ก "a"', 'th')
    """
    if term[0] != '"':
        return "", ""
    end = term.rindex('"')
    text, tag = term[1:end], term[end + 1 :]
    if "\\" in text:
        text = _ESCAPED.sub(_character, text)
    return text, tag[1:] if tag.startswith("@") else ""


def tagged(term: str) -> tuple[str, str]:
    """Return language and text; a language we have no column for is sorted by its letters.

    >>> tagged('"Incheon"@ko'), tagged('"ดีป้า"')
    (('en', 'Incheon'), ('th', 'ดีป้า'))
    """
    if term[-4:] in ('"@th', '"@en') and "\\" not in term:
        return term[-2:], term[1:-4]
    text, tag = text_of(term)
    tag = tag.partition("-")[0]
    return (tag if tag in ("th", "en") else "th" if language_of(text) == "th" else "en"), text


def number_of(text: str) -> int:
    """Return a number of at most nine digits, 0 for any other text."""
    return int(text) if _DIGITS.fullmatch(text) else 0


def _character(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _CHARACTERS.get(match[3], match[3])
