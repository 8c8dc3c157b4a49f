"""Numbers as a file writes them: the engine keeps their values, and would print 1.0E6 as 1000000."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Final, cast

from awardgraph.graph.measuring import TOKENS
from awardgraph.graph.remaking import remade
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Literal, Quad, QuerySolutions

    from awardgraph.graph.query import Answer

__all__ = ["Forms", "as_written"]

#: Types whose literals the engine keeps by value, those derived from integer as integers.
_NUMBERS: Final = frozenset(
    PREFIXES["xsd"] + name
    for name in (
        "decimal double float integer long int short byte nonNegativeInteger positiveInteger"
        " nonPositiveInteger negativeInteger unsignedLong unsignedInt unsignedShort unsignedByte"
    ).split()
)

#: So many numbers are given to the engine at once.
_TOGETHER: Final = 1000


class Forms:
    """How files write their numbers."""

    def __init__(self) -> None:
        self._numbers: set[Literal] = set()

    def noted(self, quads: Iterable[Quad]) -> Iterator[Quad]:
        """Yield statements as they come, and note the numbers among them."""
        from pyoxigraph import Literal

        for quad in quads:
            value = quad.object
            if isinstance(value, Literal) and value.datatype.value in _NUMBERS:
                self._numbers.add(value)
            yield quad

    def known(self) -> dict[Literal, Literal]:
        """Return numbers as the engine writes them → as the files do, where all write one other form."""
        from pyoxigraph import Literal, Store

        nothing, left = Store(), iter(self._numbers)
        written: dict[Literal, set[Literal]] = defaultdict(set)
        # Asked for a constant, the engine gives it back as it writes it.
        while some := list(islice(left, _TOGETHER)):
            rows = nothing.query(f"SELECT ?n {{ VALUES ?n {{ {' '.join(map(str, some))} }} }}")
            for number, [ours] in zip(some, cast("QuerySolutions", rows), strict=True):
                if isinstance(ours, Literal):
                    written[ours].add(number)
        return {
            ours: next(iter(all_)) for ours, all_ in written.items() if len(all_) == 1 and ours not in all_
        }


def as_written(answer: Answer, forms: Mapping[Literal, Literal], text: str) -> Answer:
    """Return an answer with the numbers that stand in the data as the files write them.

    What the query computes (AS ?variable) is left as the engine writes it.
    """
    from pyoxigraph import Literal, QuerySolutions

    if not forms or not isinstance(answer, QuerySolutions):
        return answer
    names = [variable.value for variable in answer.variables]
    computed = _computed(text)
    rows = (
        [
            forms.get(term, term) if isinstance(term, Literal) and name not in computed else term
            for name, term in zip(names, row, strict=True)
        ]
        for row in answer
    )
    return remade(names, rows)


def _computed(text: str) -> set[str]:
    """Return the names of variables that a query gives a value with AS."""
    tokens = [token[0] for token in TOKENS.finditer(text) if not token[0].startswith("#")]
    return {name[1:] for word, name in pairwise(tokens) if word.upper() == "AS"}
