"""Every statement of a small table, written out: nothing more is said, nothing less.

`python tests/importer/test_statements.py` writes the expected statements anew, to be read before they are kept.
"""

from __future__ import annotations

from pathlib import Path

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.mapping.award import describe_award
from awardgraph.importer.mapping.register import describe_register_file
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.tables import parse_table
from awardgraph.model.evidence import SourceDocument

HERE = Path(__file__).parent / "statements"


def statements() -> str:
    """Return what the small table and its register state, sorted, with the base shortened to id:."""
    register = read_register(HERE / "register")
    identities = Identities(register, "https://e.org/id/")
    own = SourceDocument(slug="awards-small", title="small.csv")
    lines = {
        line
        for report in parse_table(read_text(HERE / "small.csv", "small.csv"), own, {})
        for line in describe_award(report, identities)
    }
    for name in register.digests:
        document = SourceDocument(slug=f"register-{Path(name).stem}", title=name)
        lines.update(describe_register_file(name, document, identities))
    short = "".join(sorted(lines)).replace("https://e.org/id/", "id:")
    return short.replace("https://w3id.org/awardgraph/ns#", "awg:")


def test_what_the_small_table_states() -> None:
    expected = (HERE / "expected.nq").read_text(encoding="utf-8").splitlines()
    assert statements().splitlines() == expected


if __name__ == "__main__":
    (HERE / "expected.nq").write_text(statements(), encoding="utf-8")
