"""Our own classes, properties and individuals, as full IRIs.

The ontology (ontology/awardgraph.ttl) defines them; a test holds the two lists equal.
"""

from __future__ import annotations

from typing import Final

from awardgraph.vocabulary.namespaces import AWG

# --- the structure of a scheme ---
AWARD_SCHEME: Final = AWG + "AwardScheme"
BRANCH: Final = AWG + "Branch"
CATEGORY: Final = AWG + "Category"
LEVEL: Final = AWG + "Level"
LEVEL_SCALE: Final = AWG + "LevelScale"
EDITION: Final = AWG + "Edition"
OFFERING: Final = AWG + "Offering"
OF_SCHEME: Final = AWG + "ofScheme"
CATEGORY_OF: Final = AWG + "categoryOf"
IN_SCALE: Final = AWG + "inScale"
RANK: Final = AWG + "rank"
OPERATED_BY: Final = AWG + "operatedBy"
EDITION_OF: Final = AWG + "editionOf"
EDITION_YEAR: Final = AWG + "editionYear"
BUDDHIST_YEAR: Final = AWG + "buddhistYear"
OFFERS: Final = AWG + "offers"
OFFERING_OF: Final = AWG + "offeringOf"

# --- what was conferred, and what was only applied for ---
CONFERRAL: Final = AWG + "Conferral"
APPLICATION: Final = AWG + "Application"
OUTCOME: Final = AWG + "Outcome"
UNDER_SCHEME: Final = AWG + "underScheme"
IN_EDITION: Final = AWG + "inEdition"
IN_BRANCH: Final = AWG + "inBranch"
FOR_CATEGORY: Final = AWG + "forCategory"
UNDER_OFFERING: Final = AWG + "underOffering"
AT_LEVEL: Final = AWG + "level"
RECIPIENT: Final = AWG + "recipient"
APPLICANT: Final = AWG + "applicant"
FOR_PROJECT: Final = AWG + "forProject"
HAS_OUTCOME: Final = AWG + "outcome"
AT_CEREMONY: Final = AWG + "atCeremony"
AWARD_PLACE: Final = AWG + "place"
ITEM_NUMBER: Final = AWG + "itemNumber"
FINALIST: Final = AWG + "finalist"
HONOURABLE_MENTION: Final = AWG + "honourableMention"

# --- ceremonies and who did what there ---
CEREMONY: Final = AWG + "Ceremony"
PARTICIPATION: Final = AWG + "CeremonyParticipation"
PARTICIPATION_ROLE: Final = AWG + "ParticipationRole"
OF_EDITION: Final = AWG + "ofEdition"
HELD_ON: Final = AWG + "heldOn"
HELD_UNTIL: Final = AWG + "heldUntil"
VENUE: Final = AWG + "venue"
ORGANISER: Final = AWG + "organiser"
AGENCIES_AT_LEAST: Final = AWG + "participatingAgenciesAtLeast"
DURING_CEREMONY: Final = AWG + "duringCeremony"
PARTICIPANT: Final = AWG + "participant"
IN_ROLE: Final = AWG + "inRole"
FOR_CONFERRAL: Final = AWG + "forConferral"
ON_BEHALF_OF: Final = AWG + "onBehalfOf"
POST_TITLE: Final = AWG + "postTitle"
POST_AT: Final = AWG + "postAt"
NAME_AS_PRINTED: Final = AWG + "nameAsPrinted"
PRESENTER: Final = AWG + "presenter"
RECEIVER: Final = AWG + "receiver"

# --- agencies, projects, places, exhibitions ---
PUBLIC_AGENCY: Final = AWG + "PublicAgency"
PROJECT: Final = AWG + "Project"
PLACE: Final = AWG + "Place"
GOAL: Final = AWG + "Goal"
EXHIBITION: Final = AWG + "Exhibition"
OWNER: Final = AWG + "owner"
LOCATED_IN: Final = AWG + "locatedIn"
ISO_CODE: Final = AWG + "isoCode"
DOPA_CODE: Final = AWG + "dopaCode"
EXHIBITED_AT: Final = AWG + "exhibitedAt"
EXHIBITOR: Final = AWG + "exhibitor"
PURSUES_GOAL: Final = AWG + "pursuesGoal"

# --- evidence ---
SOURCE_DOCUMENT: Final = AWG + "SourceDocument"
PASSAGE: Final = AWG + "Passage"
STATED_IN: Final = AWG + "statedIn"
PASSAGE_OF: Final = AWG + "passageOf"
QUOTE: Final = AWG + "quote"
START: Final = AWG + "start"
END: Final = AWG + "end"
SHA256: Final = AWG + "sha256"
REMARK: Final = AWG + "remark"
