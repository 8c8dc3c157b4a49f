"""The names in the award tables: whom the register knows, and whom it need not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.sources.reading import read_text
from awardgraph.importer.sources.tables import parse_table
from awardgraph.model.evidence import SourceDocument
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.data.test_awards import APPLICATIONS, AWARDS
from tests.data.test_register import REGISTER, report

if TYPE_CHECKING:
    from awardgraph.importer.identity.entities import Award

#: Thai names that every ministry may use for a unit of its own: known only together with the body above.
GENERIC = {"สำนักเทคโนโลยีและสารสนเทศ"}

#: Printed in another script only; a name of a person in the register is Thai or English.
UNREADABLE = {"허미연"}


@pytest.fixture(scope="module")
def identities() -> Identities:
    return Identities(read_register(REGISTER), DEFAULT_BASE)


@pytest.fixture(scope="module")
def awards(identities: Identities) -> list[Award]:
    """Return every row of the tables as an award, as the importer reads it."""
    own = SourceDocument(slug="a-table", title="a.csv")
    return [
        identities.award(report)
        for path in (*AWARDS, *APPLICATIONS)
        for report in parse_table(read_text(path, path.name), own, {})
    ]


def test_every_thai_body_is_registered(awards: list[Award]) -> None:
    unknown = {
        str(body.names.th)
        for award in awards
        for body in (*award.recipients, *filter(None, [award.parent]))
        if not body.entry and body.names.th
    }
    assert unknown == GENERIC, (
        "register the body with its page as source; if its name is generic, list it here"
    )


def test_every_body_above_another_is_registered(awards: list[Award]) -> None:
    unknown = {award.parent.names for award in awards if award.parent and not award.parent.entry}
    assert not unknown, "a parent holds several bodies: register it"


def test_bodies_that_several_rows_name_are_registered(awards: list[Award]) -> None:
    rows = Counter(body.slug for award in awards for body in award.recipients if not body.entry)
    report(
        [f"{slug}: {n} rows" for slug, n in rows.items() if n > 1],
        "register it under this very id: its IRI stays",
    )


def test_everybody_who_presented_or_accepted_is_registered(identities: Identities) -> None:
    own = SourceDocument(slug="a-table", title="a.csv")
    unknown = {
        part.name
        for path in (*AWARDS, *APPLICATIONS)
        for row in parse_table(read_text(path, path.name), own, {})
        for part in row.parts
        if not identities.person(part.name).entry
    }
    assert unknown == UNREADABLE, "add who presented or accepted to people.csv, without titles"
