"""Terms of our vocabulary that are misspelt: a false name is no fact, however well it conforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from awardgraph.errors import nearest
from awardgraph.graph.checking.findings import Finding
from awardgraph.graph.checking.statements import name_of
from awardgraph.graph.query import our_terms
from awardgraph.model.language import Bilingual
from awardgraph.vocabulary.namespaces import AWG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from awardgraph.graph.checking.statements import Statements

__all__ = ["misspelt"]

_USED: Final = f"""
SELECT DISTINCT ?focus ?term {{
  {{ ?focus ?term ?value }} UNION {{ ?focus a ?term }}
  FILTER(STRSTARTS(STR(?term), "{AWG}"))
}}
"""
_EXPECTED: Final = Bilingual(th="ใช้เฉพาะคำที่ออนโทโลยีนิยามไว้", en="Only terms of the ontology are used.")


def misspelt(statements: Statements) -> Iterator[Finding]:
    """Yield a finding for each thing and each of our terms used of it that the ontology does not define."""
    known = our_terms()
    for row in statements.rows(_USED):
        local = name_of(row["term"]).removeprefix(AWG)
        if local in known:
            continue
        near = nearest(local, sorted(known), "{}")
        thai, english = (f" awg:{near} {word}" if near else "" for word in ("มีอยู่", "is."))
        yield Finding(
            severity="violation",
            check="unknown-term",
            kind="rule",
            focus=name_of(row["focus"]),
            message=Bilingual(
                th=f"ไม่มีคำว่า awg:{local} ในออนโทโลยี{thai}", en=f"awg:{local} is not a term.{english}"
            ),
            expected=_EXPECTED,
        )
