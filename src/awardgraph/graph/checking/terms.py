"""Terms as people read them in a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from awardgraph.vocabulary.namespaces import PREFIXES, prefixes

if TYPE_CHECKING:
    from pyoxigraph import Triple

    from awardgraph.graph.checking.statements import Term

__all__ = ["readable", "shortened"]

_IRI: Final = re.compile(r"<([a-z][a-z0-9+.-]*:[^<>\s]*)>")

_LONGEST: Final = 120


def shortened(text: str, base: str) -> str:
    """Return a text with each ``<IRI>`` in it as ``prefix:name`` where its namespace is known.

    >>> shortened("no <http://purl.org/dc/terms/title>", "")
    'no dct:title'
    """
    known = prefixes(base)

    def short(match: re.Match[str]) -> str:
        for prefix, namespace in known.items():
            if match[1].startswith(namespace):
                return f"{prefix}:{match[1].removeprefix(namespace)}"
        return match[0]

    return _IRI.sub(short, text)


def readable(term: Term | Triple, base: str) -> str:
    """Return a term for people: short, and on one line; a literal with its language or datatype."""
    from pyoxigraph import Literal

    if not isinstance(term, Literal):
        return shortened(str(term), base)
    text = " ".join(term.value.split())
    text = f'"{text[:_LONGEST]}…"' if len(text) > _LONGEST else f'"{text}"'
    if term.language:
        return f"{text}@{term.language}"
    if term.datatype.value == PREFIXES["xsd"] + "string":
        return text
    return f"{text}^^{shortened(str(term.datatype), base)}"
