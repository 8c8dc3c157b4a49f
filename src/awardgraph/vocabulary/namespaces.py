"""Prefixes, in one table: for queries, for Turtle and for short names."""

from __future__ import annotations

from typing import Final

__all__ = ["AWG", "DEFAULT_BASE", "KINDS", "PREFIXES", "prefixes"]

#: Namespace of our own terms.
AWG: Final = "https://w3id.org/awardgraph/ns#"

#: Where entities are minted unless a data folder names a base of its own.
DEFAULT_BASE: Final = "https://w3id.org/awardgraph/id/"

#: Prefix → namespace; known to every query without being declared.
PREFIXES: Final[dict[str, str]] = {
    "awg": AWG,
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "locn": "http://www.w3.org/ns/locn#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

#: Kinds of entities: the first part of an IRI below the base.
KINDS: Final = (
    "agency", "application", "assertion", "branch", "category", "ceremony", "change", "conferral", "edition",
    "exhibition", "goal", "level", "name", "offering", "participation", "passage", "person", "place",
    "project", "scale", "scheme", "source",
)  # fmt: skip


def prefixes(base: str = "") -> dict[str, str]:
    """Return prefix → namespace, with one for each kind of entity below a base.

    >>> prefixes(DEFAULT_BASE)["agency"]
    'https://w3id.org/awardgraph/id/agency/'
    """
    return PREFIXES | {kind: f"{base}{kind}/" for kind in KINDS if base}
