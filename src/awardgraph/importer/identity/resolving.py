"""From names to entities: the register's where it knows the name, a minted one where not.

Nothing is merged on likeness. Two names are one entity where the register says so, or where
they are written alike in the same scope; everything else stays apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.identity.decisions import Decisions
from awardgraph.importer.identity.entities import Award, Entity
from awardgraph.importer.identity.minting import digest, mint_slug
from awardgraph.model.honorifics import strip_honorifics
from awardgraph.model.language import NOBODY, Bilingual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from awardgraph.importer.identity.register import Entry, Register
    from awardgraph.model.award import AwardReport
    from awardgraph.model.evidence import Passage, SourceDocument

__all__ = ["Identities"]

#: Where the body above may begin: after a space, a stop, a comma or a bracket, and the word "of" or "in".
_ENDS_OF_WORDS: Final = re.compile(r"([\s.,(]+)(?:(?:ใน)?สังกัด\s*)?(?=\S)")

#: Two names, and ณ before the second of some families.
_GIVEN_AND_SURNAME: Final = re.compile(r"\S+ (?:ณ )?\S+")


@dataclass(frozen=True, slots=True)
class Identities:
    """Resolves names against a register and mints below a base IRI."""

    register: Register
    base: str

    def earlier(self) -> list[Identities]:
        """Return what resolved names before each verdict that changed it, the oldest first."""
        states = (Decisions(names=names) for names in self.register.decisions.earlier)
        return [Identities(replace(self.register, decisions=state), self.base) for state in states]

    def entity(self, kind: str, slug: str, names: Bilingual = NOBODY, entry: Entry | None = None) -> Entity:
        """Return the entity of a kind with a slug."""
        return Entity(f"{self.base}{kind}/{slug}", slug, names, entry)

    def known(self, kind: str, identifier: str) -> Entity:
        """Return an entity of the register by its id."""
        entry = self.register.entries[kind, identifier]
        return self.entity(kind, identifier, entry.names, entry)

    def minted(self, kind: str, names: Bilingual, *scope: str) -> Entity:
        """Return an entity that no register knows; the scope tells equal names apart."""
        return self._apart(kind, mint_slug(names.th, names.en, *scope), names)

    def _apart(self, kind: str, slug: str, names: Bilingual) -> Entity:
        # A name that the register does not know must not become, by its slug, one that it does.
        if self.register.get(kind, slug):
            slug = f"{slug}-{digest(*names)}"
        minted = self.entity(kind, slug, names)
        if not (decided := self.register.decisions.names.get((kind, slug))):
            return minted
        entry = self.register.get(kind, decided)
        return Entity(
            f"{self.base}{kind}/{decided}", decided, entry.names if entry else names, entry, instead_of=minted
        )

    def name_form(self, entry: Entry, printed: str) -> Entity:
        """Return a form of the name of an entry: one for the same words, whoever prints them."""
        return self.entity("name", f"{entry.kind}-{entry.id}-{digest(printed)}")

    def document(self, document: SourceDocument) -> Entity:
        """Return the source document: its address, or an IRI of ours where it has none."""
        slug = document.slug or mint_slug(document.title, None)
        return Entity(document.url, slug) if document.url else self.entity("source", slug)

    def passage(self, passage: Passage, *facts: str) -> Entity:
        """Return the passage: named by its document and words, whatever line it stands in."""
        place = "" if passage.start is None else str(passage.start)
        return self.entity(
            "passage", digest(self.document(passage.document).iri, place, passage.quote, *facts, length=16)
        )

    def scheme(self, names: Bilingual) -> Entity:
        """Return an award scheme."""
        return self._resolve("scheme", "", names) or self.minted("scheme", names)

    def part_of(self, kind: str, scheme: Entity, names: Bilingual) -> Entity | None:
        """Return a branch, category or level of a scheme; None where no name was given."""
        if not names:
            return None
        slug = f"{scheme.slug}-{mint_slug(names.th, names.en, scheme.slug)}"
        return self._resolve(kind, scheme.slug, names) or self._apart(kind, slug, names)

    def country(self, name: str) -> Entity | None:
        """Return a country; None where no name was given."""
        names = Bilingual.of(name)
        return (self._resolve("place", "", names) or self.minted("place", names)) if name else None

    def place(self, name: str, country: Entity | None) -> Entity | None:
        """Return a province or town, looked up inside its country; None where no name was given."""
        if not name:
            return None
        names = Bilingual.of(name)
        for scope in self._scopes(names, country):
            if found := self._resolve("place", scope, names):
                return found
        return self.minted("place", names, country.slug if country else "")

    def agency(
        self, names: Bilingual, country: Entity | None, parent: Entity | None = None, source: str = ""
    ) -> Entity:
        """Return an agency, looked up inside its country: every country has its ministries.

        A short name that several bodies bear is a body of its own in each source, given by its IRI.
        """
        scopes = self._scopes(names, country)
        for scope in scopes:
            if entry := _agreed([self._body(name, scope, parent) for name in names]):
                return self.known("agency", entry.id)
        shared = any(len(self.register.abbreviated(s, n)) > 1 for s in scopes for n in names)
        beside = [*(entity.slug for entity in (country, parent) if entity), *([source] if shared else [])]
        return self.minted("agency", names, *beside)

    def _body(self, name: str, scope: str, parent: Entity | None) -> Entry | None:
        """Return the agency of a country that goes by a name, or by it and the body above it."""
        if entry := self.register.find("agency", scope, name):
            return entry
        found = self.register.abbreviated(scope, name)
        if parent:
            above = parent.entry
            found = [entry for entry in found if above and self.register.is_beneath(entry, above)]
        if found:
            return found[0] if len(found) == 1 else None
        return self._with_parent(name, scope)

    def _with_parent(self, name: str, scope: str) -> Entry | None:
        """Return the agency of a name that has the body above it written behind: สป.มท."""
        for end in _ENDS_OF_WORDS.finditer(name):
            head, tail = name[: end.end(1)].rstrip(" ,("), name[end.end() :].rstrip(" )")
            above = [self.register.find("agency", scope, tail), *self.register.abbreviated(scope, tail)]
            below = [self.register.find("agency", scope, head), *self.register.abbreviated(scope, head)]
            found = {
                entry.id: entry
                for entry in filter(None, below)
                if any(self.register.is_beneath(entry, body) for body in filter(None, above))
            }
            if len(found) == 1:
                return found.popitem()[1]
        return None

    def _scopes(self, names: Bilingual, country: Entity | None) -> list[str]:
        # A Thai name without a country is a name in Thailand; an English one may be anywhere.
        return [country.slug] if country else ["", *(["th"] if names.th else [])]

    def recipient(
        self, names: Bilingual, country: Entity | None, parent: Entity | None, source: str
    ) -> Entity:
        """Return who received an award: a person where the register knows one, or where titles say so."""
        if found := self._resolve("person", "", names):
            return found
        titles, bare = strip_honorifics(names.first)
        # Bodies are named after people, too; a given name and a surname alone are a person.
        if titles and _GIVEN_AND_SURNAME.fullmatch(bare):
            return self.person(names.first)
        return self.agency(names, country, parent, source)

    def person(self, printed: str) -> Entity:
        """Return a person by the name without titles."""
        names = Bilingual.of(strip_honorifics(printed)[1])
        return self._resolve("person", "", names) or self.minted("person", names)

    def project(self, names: Bilingual, *owners: str) -> Entity | None:
        """Return a work; two works of one name are one only where the same bodies (or edition) own them."""
        if not names:
            return None
        return self._resolve("project", "", names) or self.minted("project", names, *sorted(owners))

    def edition(self, scheme: Entity, year: int) -> Entity:
        """Return the edition of a scheme in a year (CE)."""
        return self.entity("edition", f"{scheme.slug}-{year}")

    def offering(self, category: Entity, year: int) -> Entity:
        """Return a category as offered in the edition of a year (CE)."""
        return self.entity("offering", f"{category.slug}-{year}")

    def ceremony(self, scheme: Entity, year: int, day: str | None = None) -> Entity:
        """Return the ceremony of an edition: the registered one unless the day is another's."""
        registered = self.register.ceremonies.get((scheme.slug, year), [])
        same = day is None or any(c.first and c.first <= day <= (c.last or c.first) for c in registered)
        return self.entity("ceremony", f"{scheme.slug}-{year}" if same else f"{scheme.slug}-{year}-{day}")

    def is_first_day(self, scheme: Entity, year: int | None, day: str) -> bool:
        """Return whether a ceremony began on a day, as far as the register knows.

        A ceremony of several days is registered with its first; a page that names the day on which
        its own award was given does not say that the ceremony began then.
        """
        known = self.register.ceremonies.get((scheme.slug, year or 0), [])
        return not any(c.first and c.last and c.first < day <= c.last for c in known)

    def _ceremony(self, report: AwardReport, scheme: Entity, source: Entity) -> Entity | None:
        if not (report.held or report.venue or (report.parts and report.year)):
            return None
        day = report.held[0] if report.held else None
        if report.year:
            return self.ceremony(scheme, report.year, day)
        return self.entity("ceremony", f"{scheme.slug}-{day or digest(source.iri, report.venue)}")

    def award(self, report: AwardReport) -> Award:
        """Return the entities of one report, its own IRI included.

        The IRI is a function of what was said: equal slots make one award whoever says so.
        """
        scheme = self.scheme(report.scheme)
        country = self.country(report.country)
        parent = self.agency(report.parent, country) if report.parent else None
        source = self.document(report.source)
        recipients = tuple(self.recipient(names, country, parent, source.iri) for names in report.recipients)
        edition = self.edition(scheme, report.year) if report.year else None
        category = self.part_of("category", scheme, report.category)
        branch = self.part_of("branch", scheme, report.branch) or self._branch_of(category)
        level = self.part_of("level", scheme, report.level)
        owners = [recipient.slug for recipient in recipients]
        project = self.project(report.project, *(owners or [edition.slug if edition else ""]))
        place = self.place(report.province, country)
        slots = (scheme, branch, category, level, project or place, None if recipients else place)
        slug = _award_slug(report, slots, recipients, source)
        kind = "application" if report.outcome else "conferral"
        return Award(
            iri=f"{self.base}{kind}/{slug}",
            slug=slug,
            conferred=not report.outcome,
            scheme=scheme,
            edition=edition,
            branch=branch,
            category=category,
            offering=self.offering(category, report.year) if category and report.year else None,
            level=level,
            recipients=recipients,
            parent=parent,
            project=project,
            place=place or country,
            ceremony=self._ceremony(report, scheme, source),
            country=country,
            source=source,
        )

    def _resolve(self, kind: str, scope: str, names: Bilingual) -> Entity | None:
        found = [self.register.find(kind, scope, name) for name in names]
        entry = _agreed(found, first=kind in ("person", "place"))
        return self.known(kind, entry.id) if entry else None

    def _branch_of(self, category: Entity | None) -> Entity | None:
        if not (category and category.entry):
            return None
        above = self.register.get("branch", category.entry.row.get("parent"))
        return self.known("branch", above.id) if above else None


def _agreed(found: Sequence[Entry | None], *, first: bool = True) -> Entry | None:
    """Return what the names of something stand for; None where two of them stand for two.

    Args:
        found: what each name stands for, the Thai one first.
        first: whether the first must stand for it: a Thai body that nobody knows is not the known one
            of an English name, which many may bear.
    """
    known = {entry.id: entry for entry in found if entry}
    return next(iter(known.values())) if len(known) == 1 and (found[0] or not first) else None


def _award_slug(
    report: AwardReport, slots: Sequence[Entity | None], recipients: Sequence[Entity], source: Entity
) -> str:
    scheme, *others = (entity.slug if entity else "" for entity in slots)
    who = sorted(recipient.slug for recipient in recipients)
    named = who[0] if who else others[-2]
    # Numbered items and undated awards are only comparable inside the source that gives them.
    apart = source.iri if report.item or not report.year else ""
    said = (scheme, str(report.year), " ".join(who), *others, report.item, report.outcome, apart)
    stem = f"{scheme}-{report.year or 'undated'}-{named}"[:70].rstrip("-")
    return f"{stem}-{digest(*said, length=12)}"
