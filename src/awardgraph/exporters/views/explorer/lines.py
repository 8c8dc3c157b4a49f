"""N-Quads lines as what they say of each subject; only what a picture shows is kept.

Lines and terms are UTF-8 as it stands in files: most of it is never shown, or goes into the page as it is.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from awardgraph.model.language import language_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

__all__ = ["About", "Graphs", "bracketed", "number_of", "subjects", "tagged", "text_of"]

#: Who says something: a graph as N-Quads writes it, several of them, or nothing where no graph does.
Graphs = bytes | tuple[bytes, ...]

#: What is said of a subject: predicate and object as N-Quads writes them, and the graphs that say so.
About = list[tuple[bytes, bytes, Graphs]]

#: Ends the last subject.
_NO_LINE: Final = (b"  ",)

_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_DIGITS: Final = re.compile("[0-9]{1,9}")
_CHARACTERS: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


def bracketed(iri: str) -> bytes:
    """Return an IRI as N-Quads writes it."""
    return f"<{iri}>".encode()


def subjects(lines: Iterable[bytes], wanted: Collection[bytes]) -> Iterator[tuple[bytes, About]]:
    r"""Yield each named subject with its statements, from sorted N-Quads or N-Triples lines.

    Args:
        lines: as :meth:`Graph.lines` gives them, in UTF-8.
        wanted: predicates, as N-Quads writes them; statements with others are passed over.

    Statements that follow each other have the same text, not only an equal one, where one graph says them.

    >>> list(subjects([b'<http://e/a> <http://e/p> "1" <http://e/g> .\n'], [b"<http://e/p>"]))
    [(b'<http://e/a>', [(b'<http://e/p>', b'"1"', b'<http://e/g>')])]
    """
    before = said = graph = b""
    end = b" .\n"
    # Each predicate is one and the same text wherever it stands: comparing it further on takes no reading.
    same = {predicate: predicate for predicate in wanted}
    about: About = []
    for line in chain(lines, _NO_LINE):
        subject, predicate, rest = line.split(b" ", 2)
        if subject != before:
            if about and before[:1] == b"<":
                yield before, about
            before, about, said = subject, [], b""
        if (known := same.get(predicate)) is None:
            continue
        if not (graph and rest.endswith(end)):
            graph = _graph(rest)
            end = b" " + graph + b" .\n" if graph else b" .\n"
        term = rest[: -len(end)]
        if term != said or about[-1][0] is not known:
            about.append((known, term, graph))
            said = term
        elif graph:
            # Sorted lines of one statement follow each other.
            others = about[-1][2]
            about[-1] = (known, term, (*((others,) if isinstance(others, bytes) else others), graph))


def _graph(rest: bytes) -> bytes:
    """Return the graph at the end of a line, behind its object; nothing where it has none."""
    term, _, graph = rest[:-3].rpartition(b" ")
    # Without a graph the last word is the end of the object itself.
    return graph if term and graph[:1] == b"<" and b'"' not in graph else b""


def text_of(term: bytes) -> tuple[str, str]:
    r"""Return text and language tag of a literal as N-Quads writes it; no tag where it has none.

    What is no literal has no text.

    >>> text_of(rb'"\u0E01 \"a\""@th')
    ('ก "a"', 'th')
    """
    if term[:1] != b'"':
        return "", ""
    text, _, tag = term[1:].decode().rpartition('"')
    if "\\" in text:
        text = _ESCAPED.sub(_character, text)
    return text, tag[1:] if tag.startswith("@") else ""


def tagged(term: bytes) -> tuple[str, str]:
    """Return language and text; a language we have no column for is sorted by its letters.

    >>> tagged(b'"Incheon"@ko'), tagged('"ดีป้า"'.encode())
    (('en', 'Incheon'), ('th', 'ดีป้า'))
    """
    text, tag = text_of(term)
    tag = tag.partition("-")[0]
    return (tag if tag in ("th", "en") else "th" if language_of(text) == "th" else "en"), text


def number_of(text: str) -> int:
    """Return a number of at most nine digits, 0 for any other text."""
    return int(text) if _DIGITS.fullmatch(text) else 0


def _character(match: re.Match[str]) -> str:
    if not (code := match[1] or match[2]):
        return _CHARACTERS.get(match[3], match[3])
    # A half of a surrogate pair is no character, and cannot be written.
    return "" if 0xD800 <= int(code, 16) <= 0xDFFF else chr(int(code, 16))
