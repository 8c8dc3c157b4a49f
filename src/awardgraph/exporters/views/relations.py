"""Which statements are drawn, as tables: relations between nodes, classes, and facts of a node."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import PREFIXES

if TYPE_CHECKING:
    from awardgraph.exporters.views.picture import Kind

__all__ = ["FACTS", "FUNCTIONAL", "IMPLIED", "RELATIONS", "TYPES", "FactRow", "Relation"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One kind of line.

    Attributes:
        name: its key in the messages, which say it forwards and backwards.
        pattern: SPARQL that leads from ?s to ?o.
        subjects: kinds at its beginning; the first one is taken where a node has no class.
        objects: kinds at its end, likewise.
        backward: how many neighbours against its direction may be opened from a node that is
            not the focus. Where there are more, none is opened and they are counted: a scheme met
            on the way must not bring all its awards into the picture.
        forward: likewise in its direction.
    """

    name: str
    pattern: str
    subjects: tuple[Kind, ...]
    objects: tuple[Kind, ...]
    backward: int = 0
    forward: int = 1000

    @property
    def predicate(self) -> str:
        """IRI of the predicate of a line that is one statement, whatever else its pattern asks; else nothing.

        >>> RELATIONS[0].predicate
        'https://w3id.org/awardgraph/ns#recipient'
        """
        match = _ONE_STATEMENT.search(self.pattern)
        return f"{PREFIXES[match[1]]}{match[2]}" if match else ""


_ONE_STATEMENT: Final = re.compile(r"\?s (\w+):(\w+) \?o \.")


def _part(role: str, of: str) -> str:
    """Return the pattern of somebody's part in a ceremony, which stands as a node of its own."""
    return f"?part awg:participant ?s ; awg:inRole awg:{role} ; {of}"


_FOR_AWARD: Final = "awg:forConferral ?o ."
_AT_CEREMONY: Final = "awg:duringCeremony ?o . FILTER NOT EXISTS { ?part awg:forConferral ?any }"

#: A passage is the words of a source: it collapses, too.
_PASSAGE: Final = "?s awg:statedIn/awg:passageOf ?o ."
_RECORD: Final = f"{_PASSAGE} FILTER NOT EXISTS {{ ?s dct:source ?o }}"
_AWARD: Final = "VALUES ?class { awg:Conferral awg:Application } ?s a ?class ."
_EVENT: Final = "VALUES ?class { awg:Ceremony awg:Exhibition } ?s a ?class ."

#: The drawn relations. A person's part collapses to a line, and so does the passage of a source.
RELATIONS: Final = (
    Relation("recipient", "?s awg:recipient ?o .", ("award",), ("agency",), 12),
    Relation("applicant", "?s awg:applicant ?o .", ("award",), ("agency",), 6),
    Relation("forProject", "?s awg:forProject ?o .", ("award",), ("project",), 12),
    Relation("inEdition", "?s awg:inEdition ?o .", ("award",), ("scheme",)),
    Relation("underScheme", "?s awg:underScheme ?o .", ("award",), ("scheme",)),
    Relation("inBranch", "?s awg:inBranch ?o .", ("award",), ("scheme",)),
    Relation("forCategory", "?s awg:forCategory ?o .", ("award",), ("scheme",)),
    Relation("level", "?s awg:level ?o .", ("award",), ("scheme",)),
    Relation("atCeremony", "?s awg:atCeremony ?o .", ("award",), ("ceremony",)),
    Relation("awardPlace", "?s awg:place ?o .", ("award",), ("place",)),
    Relation("presenter", _part("presenter", _FOR_AWARD), ("person",), ("award",), 6, 6),
    Relation("receiver", _part("receiver", _FOR_AWARD), ("person",), ("award",), 6, 6),
    Relation("presenterAt", _part("presenter", _AT_CEREMONY), ("person",), ("ceremony",), 6, 6),
    Relation("receiverAt", _part("receiver", _AT_CEREMONY), ("person",), ("ceremony",), 6, 6),
    Relation(
        "duringCeremony", "?s awg:duringCeremony ?o . ?s a awg:Exhibition .", ("ceremony",), ("ceremony",), 6
    ),
    Relation("exhibitor", "?s awg:exhibitor ?o .", ("ceremony",), ("agency",), 3),
    Relation("exhibitedAt", "?s awg:exhibitedAt ?o .", ("project",), ("ceremony",), 6),
    Relation("owner", "?s awg:owner ?o .", ("project",), ("agency",), 6),
    Relation("projectPlace", "?s awg:locatedIn ?o . ?s a awg:Project .", ("project",), ("place",)),
    Relation("withinPlace", "?s awg:locatedIn ?o . ?s a awg:Place .", ("place",), ("place",)),
    Relation("subOrganizationOf", "?s org:subOrganizationOf ?o .", ("agency",), ("agency",)),
    Relation("pursuesGoal", "?s awg:pursuesGoal ?o .", ("agency",), ("scheme",), 3),
    Relation("operatedBy", "?s awg:operatedBy ?o .", ("scheme",), ("agency",), 3),
    Relation("organiser", "?s awg:organiser ?o .", ("ceremony",), ("agency",), 3),
    Relation("ofEdition", "?s awg:ofEdition ?o .", ("ceremony",), ("scheme",), 3),
    Relation("editionOf", "?s awg:editionOf ?o .", ("scheme",), ("scheme",)),
    Relation("categoryOf", "?s awg:categoryOf ?o .", ("scheme",), ("scheme",)),
    Relation(
        "ofScheme",
        "?s awg:ofScheme ?o . FILTER NOT EXISTS { ?s a awg:LevelScale }",
        ("scheme",),
        ("scheme",),
    ),
    Relation("statedIn", f"?s dct:source ?o . {_AWARD}", ("award",), ("source",), 6),
    # Where an award was read from a table, its source is the page that the row names; the table is the
    # record of it, shown where the table or the award itself is asked about.
    Relation("recordedIn", f"{_RECORD} {_AWARD}", ("award",), ("source",), 0, 0),
    Relation("describedIn", f"{_PASSAGE} {_EVENT}", ("ceremony",), ("source",), 3),
    Relation("namedIn", f"{_PASSAGE} ?s a awg:Goal .", ("scheme",), ("source",), 3),
)

#: A line is left out where two drawn ones already say it: (left out, first step, second step).
IMPLIED: Final = (
    ("underScheme", "inEdition", "editionOf"),
    ("underScheme", "forCategory", "ofScheme"),
    ("inBranch", "forCategory", "categoryOf"),
    ("ofScheme", "categoryOf", "ofScheme"),
    ("awardPlace", "forProject", "projectPlace"),
)

#: Class → kind and the word for it, finest first: a node of several classes is named by the first.
TYPES: Final[dict[str, tuple[Kind, str]]] = {
    awg.CONFERRAL: ("award", "conferral"),
    awg.APPLICATION: ("award", "application"),
    awg.PUBLIC_AGENCY: ("agency", "agency"),
    ext.ORGANIZATION: ("agency", "organisation"),
    ext.PERSON: ("person", "person"),
    awg.PROJECT: ("project", "project"),
    awg.CEREMONY: ("ceremony", "ceremony"),
    awg.EXHIBITION: ("ceremony", "exhibition"),
    awg.AWARD_SCHEME: ("scheme", "scheme"),
    awg.BRANCH: ("scheme", "branch"),
    awg.CATEGORY: ("scheme", "category"),
    awg.EDITION: ("scheme", "edition"),
    awg.LEVEL: ("scheme", "level"),
    awg.GOAL: ("scheme", "goal"),
    awg.PLACE: ("place", "place"),
    awg.SOURCE_DOCUMENT: ("source", "source"),
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of the details: the predicate it is read from, and how its value is written."""

    name: str
    predicate: str
    written: Literal["text", "year", "buddhist", "date", "at least", "word"] = "text"


#: The facts of a node, in the order in which they are read.
FACTS: Final = (
    FactRow("outcome", awg.HAS_OUTCOME, "word"),
    FactRow("underScheme", awg.UNDER_SCHEME),
    FactRow("inEdition", awg.IN_EDITION),
    FactRow("inBranch", awg.IN_BRANCH),
    FactRow("forCategory", awg.FOR_CATEGORY),
    FactRow("level", awg.AT_LEVEL),
    FactRow("itemNumber", awg.ITEM_NUMBER),
    FactRow("recipient", awg.RECIPIENT),
    FactRow("applicant", awg.APPLICANT),
    FactRow("forProject", awg.FOR_PROJECT),
    FactRow("awardPlace", awg.AWARD_PLACE),
    FactRow("atCeremony", awg.AT_CEREMONY),
    FactRow("editionOf", awg.EDITION_OF),
    FactRow("editionYear", awg.EDITION_YEAR, "year"),
    FactRow("categoryOf", awg.CATEGORY_OF),
    FactRow("ofScheme", awg.OF_SCHEME),
    FactRow("rank", awg.RANK),
    FactRow("operatedBy", awg.OPERATED_BY),
    FactRow("ofEdition", awg.OF_EDITION),
    FactRow("duringCeremony", awg.DURING_CEREMONY),
    FactRow("heldOn", awg.HELD_ON, "date"),
    FactRow("heldUntil", awg.HELD_UNTIL, "date"),
    FactRow("venue", awg.VENUE),
    FactRow("organiser", awg.ORGANISER),
    FactRow("agenciesAtLeast", awg.AGENCIES_AT_LEAST, "at least"),
    FactRow("exhibitor", awg.EXHIBITOR),
    FactRow("owner", awg.OWNER),
    FactRow("locatedIn", awg.LOCATED_IN),
    FactRow("exhibitedAt", awg.EXHIBITED_AT),
    FactRow("subOrganizationOf", ext.SUB_ORGANIZATION_OF),
    FactRow("pursuesGoal", awg.PURSUES_GOAL),
    FactRow("isoCode", awg.ISO_CODE),
    FactRow("dopaCode", awg.DOPA_CODE),
    FactRow("publisher", ext.PUBLISHER),
    FactRow("issued", ext.ISSUED, "date"),
)

#: Facts of which an entity can have only one: two values are two sources that disagree.
FUNCTIONAL: Final = frozenset({"inEdition", "forCategory", "level", "heldOn", "editionYear"})
