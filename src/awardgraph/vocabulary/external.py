"""The few outside terms we write, as full IRIs."""

from __future__ import annotations

from typing import Final

from awardgraph.vocabulary.namespaces import PREFIXES

TYPE: Final = PREFIXES["rdf"] + "type"
STATEMENT: Final = PREFIXES["rdf"] + "Statement"
SUBJECT: Final = PREFIXES["rdf"] + "subject"
PREDICATE: Final = PREFIXES["rdf"] + "predicate"
OBJECT: Final = PREFIXES["rdf"] + "object"
LABEL: Final = PREFIXES["rdfs"] + "label"
ALT_LABEL: Final = PREFIXES["skos"] + "altLabel"
LITERAL_FORM: Final = PREFIXES["skosxl"] + "literalForm"
SAME_AS: Final = PREFIXES["owl"] + "sameAs"
TITLE: Final = PREFIXES["dct"] + "title"
ISSUED: Final = PREFIXES["dct"] + "issued"
PUBLISHER: Final = PREFIXES["dct"] + "publisher"
CITATION: Final = PREFIXES["dct"] + "bibliographicCitation"
SOURCE: Final = PREFIXES["dct"] + "source"
IS_REPLACED_BY: Final = PREFIXES["dct"] + "isReplacedBy"
ORGANIZATION: Final = PREFIXES["org"] + "Organization"
SUB_ORGANIZATION_OF: Final = PREFIXES["org"] + "subOrganizationOf"
CHANGE_EVENT: Final = PREFIXES["org"] + "ChangeEvent"
ORIGINAL_ORGANIZATION: Final = PREFIXES["org"] + "originalOrganization"
RESULTING_ORGANIZATION: Final = PREFIXES["org"] + "resultingOrganization"
CHANGED_BY: Final = PREFIXES["org"] + "changedBy"
RESULTED_FROM: Final = PREFIXES["org"] + "resultedFrom"
PERSON: Final = PREFIXES["foaf"] + "Person"

XSD_DATE: Final = PREFIXES["xsd"] + "date"
XSD_GYEAR: Final = PREFIXES["xsd"] + "gYear"
XSD_DECIMAL: Final = PREFIXES["xsd"] + "decimal"
XSD_INTEGER: Final = PREFIXES["xsd"] + "integer"
