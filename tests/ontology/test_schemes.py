"""The award schemes as SKOS: sourced, in both languages or with a reason, and as the register has them."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from rdflib import DCTERMS, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.mapping.titles import in_year
from awardgraph.model.calendar import BUDDHIST_OFFSET
from awardgraph.vocabulary import terms
from awardgraph.vocabulary.namespaces import AWG as AWG_IRI
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rdflib.term import Node

    from awardgraph.importer.identity.register import Register

ROOT: Final = Path(__file__).parents[2]
FILES: Final = sorted((ROOT / "ontology" / "schemes").glob("*.ttl"))

AWG: Final = Namespace(AWG_IRI)
ID: Final = Namespace(DEFAULT_BASE)
FORM: Final = URIRef("http://www.w3.org/2008/05/skos-xl#literalForm")
TERMS: Final = {value for value in vars(terms).values() if isinstance(value, str)}

CONCEPTS: Final = (AWG.Branch, AWG.Category, AWG.Level, AWG.Criterion, AWG.Goal)
KINDS: Final = {
    "scheme": AWG.AwardScheme,
    "branch": AWG.Branch,
    "category": AWG.Category,
    "scale": AWG.LevelScale,
    "level": AWG.Level,
}

#: What marks a fact that rests on no source that was read.
UNCONFIRMED: Final = {Literal("unconfirmed", lang="en"), Literal("ยังไม่ยืนยัน", lang="th")}

#: Facts that are known without a source; each must say so.
KNOWN_UNCONFIRMED: Final = (
    "category/psea-engaged-citizen",  # its English name
    "category/psea-participation-expanded",  # the awarding body's English name
    "category/psea-continuous-service-development",  # that it is Service Development
    "level/psea-significance",  # the awarding body's English name
    "scale/psea-pmqa-4-0-scale",  # the scores of its levels
    "branch/psea-unpsa-honour",  # that it is a rule
    "edition/psea-2018",  # the fifth category of the service branch
    "category/unpsa-crisis-response",  # its name
    "offering/unpsa-gender-sdgs-2022",  # its name
)

#: The four English names of the scheme, and years in which a source uses them.
ENGLISH_NAMES: Final = {
    "State Honorable Awards": (2018, 2018),
    "State Excellence Award": (2023, 2023),
    "Excellent State Award": (2024, 2024),
    "Public Sector Excellence Award": (2025, 2025),
}


@cache
def read(file: Path) -> Graph:
    return Graph().parse(file)


@cache
def everything() -> Graph:
    graph = Graph()
    for file in FILES:
        graph += read(file)
    return graph


@cache
def register() -> Register:
    return read_register(ROOT / "data" / "register")


def entity(path: str) -> URIRef:
    return ID[path]


def text(values: Iterable[Node], lang: str) -> str | None:
    found = [str(value) for value in values if isinstance(value, Literal) and value.language == lang]
    assert len(found) < 2, f"two values in one language: {found}"
    return found[0] if found else None


def concepts(graph: Graph) -> set[Node]:
    return {s for cls in CONCEPTS for s in graph.subjects(RDF.type, cls)}


def number(graph: Graph, thing: Node, relation: URIRef) -> int:
    value = graph.value(thing, relation)
    assert value is not None, f"{thing} has no {relation}"
    return int(str(value))


# ── every file ──


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_describes_one_concept_scheme(file: Path) -> None:
    graph = read(file)
    [scheme] = graph.subjects(RDF.type, SKOS.ConceptScheme)
    assert str(scheme) == f"https://w3id.org/awardgraph/schemes/{file.stem}"
    for relation in (DCTERMS.title, DCTERMS.description):
        assert text(graph.objects(scheme, relation), "th")
        assert text(graph.objects(scheme, relation), "en")
    assert graph.value(scheme, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
    assert concepts(graph), "a scheme without a concept"
    assert set(graph.objects(None, SKOS.inScheme)) == {scheme}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_has_no_blank_node_and_only_known_terms(file: Path) -> None:
    used = {term for triple in read(file) for term in triple}
    assert [term for term in used if isinstance(term, BNode)] == []
    ours = {str(term) for term in used if isinstance(term, URIRef) and term.startswith(AWG_IRI)}
    assert ours - TERMS == set(), "a term that is not in vocabulary/terms.py"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_thing_has_a_source(file: Path) -> None:
    graph = read(file)
    for thing in set(graph.subjects(RDF.type)) - set(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        sources = list(graph.objects(thing, DCTERMS.source))
        assert sources, f"{thing}: nobody says so"
        assert all(str(source).startswith(("https://", "http://")) for source in sources)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_labels_are_in_both_languages_or_say_why_not(file: Path) -> None:
    graph = read(file)
    for thing in graph.subjects(RDF.type):
        if (thing, RDF.type, AWG.NameForm) in graph or (thing, RDF.type, SKOS.ConceptScheme) in graph:
            continue
        names = {lang: text(graph.objects(thing, RDFS.label), lang) for lang in ("th", "en")}
        notes = [str(note) for note in graph.objects(thing, SKOS.editorialNote)]
        assert any(names.values()), f"{thing} has no name"
        for lang, language in (("th", "Thai"), ("en", "English")):
            reason = any(f"a{' ' if lang == 'th' else 'n '}{language} name" in note for note in notes)
            assert bool(names[lang]) != reason, f"{thing}: a name in {lang}, or a note why there is none"
        if (preferred := set(graph.objects(thing, SKOS.prefLabel))) or thing in concepts(graph):
            assert preferred == set(graph.objects(thing, RDFS.label))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_notes_are_in_both_languages(file: Path) -> None:
    graph = read(file)
    for relation in (SKOS.note, SKOS.historyNote, SKOS.editorialNote, AWG.eligibility):
        for thing in set(graph.subjects(relation)):
            tongues = [o.language for o in graph.objects(thing, relation) if isinstance(o, Literal)]
            assert tongues.count("th") == tongues.count("en") == len(tongues) / 2, f"{thing} {relation}"


def test_no_concept_is_in_two_schemes() -> None:
    graph = everything()
    scales = set(graph.subjects(RDF.type, AWG.LevelScale))
    for concept in concepts(graph) | scales:
        assert len(list(graph.objects(concept, SKOS.inScheme))) == 1, concept
    described = [thing for file in FILES for thing in set(read(file).subjects(RDF.type))]
    twice = {thing for thing in described if described.count(thing) > 1}
    assert twice == set(), "described in two files"


def test_what_is_named_is_described() -> None:
    graph = everything()
    for relation in (
        AWG.categoryOf, AWG.offeringOf, AWG.offers, AWG.inScale, AWG.usesScale, AWG.usesCriteria, AWG.hasCriterion,
        AWG.editionOf, AWG.ofScheme, AWG.nameForm, AWG.higherThan, AWG.succeedsScheme, SKOS.broader, SKOS.member,
    ):  # fmt: skip
        missing = {o for o in graph.objects(None, relation) if (o, RDF.type, None) not in graph}
        assert missing == set(), relation
    agencies = {
        o for relation in (AWG.operatedBy, AWG.ownedBy, AWG.usedBy) for o in graph.objects(None, relation)
    }
    known = {entity(f"agency/{key}") for kind, key in register().entries if kind == "agency"}
    assert agencies <= known, "an agency that no register knows"


# ── the register ──


def test_the_register_and_the_schemes_agree() -> None:
    graph = everything()
    seen = 0
    for (kind, key), entry in register().entries.items():
        thing = entity(f"{kind}/{key}")
        if kind not in KINDS or (thing, RDF.type, None) not in graph:
            continue
        seen += 1
        assert set(graph.objects(thing, RDF.type)) == {KINDS[kind]}
        for lang, name in (("th", entry.names.th), ("en", entry.names.en)):
            assert text(graph.objects(thing, RDFS.label), lang) == name, f"{key}: the register has {name!r}"
        if kind != "scheme":
            scheme = register().scheme_of(entry)
            assert set(graph.objects(thing, AWG.ofScheme)) == {entity(f"scheme/{scheme}")}
        branch = register().get("branch", entry.row.get("parent"))
        assert set(graph.objects(thing, AWG.categoryOf)) == (
            {entity(f"branch/{branch.id}")} if kind == "category" and branch else set()
        )
        rank, scale = entry.row.get("rank"), entry.row.get("scale")
        assert [str(o) for o in graph.objects(thing, AWG.rank)] == ([rank] if rank else [])
        assert set(graph.objects(thing, AWG.inScale)) == ({entity(f"scale/{scale}")} if scale else set())
    assert seen > 90


@pytest.mark.parametrize("scheme", ["psea", "unpsa", "baldrige", "efqm-eqa", "epsa", "tqa", "dga"])
def test_the_register_knows_no_more(scheme: str) -> None:
    parts = {
        entity(f"{kind}/{key}")
        for (kind, key), entry in register().entries.items()
        if kind in KINDS and kind != "scheme" and register().scheme_of(entry) == scheme
    }
    assert {part for part in parts if (part, RDF.type, None) not in everything()} == set()


# ── order, years, names ──


def test_ranks_order_a_scale() -> None:
    graph = everything()
    for scale in graph.subjects(RDF.type, AWG.LevelScale):
        levels = set(graph.subjects(AWG.inScale, scale))
        assert levels == set(graph.objects(scale, SKOS.member)), scale
        ranks = sorted(number(graph, level, AWG.rank) for level in levels)
        assert ranks == list(range(1, len(levels) + 1)), "the lowest step is 1, and no step is missing"
        assert len({o for level in levels for o in graph.objects(level, AWG.ofScheme)}) == 1
    for higher, lower in graph.subject_objects(AWG.higherThan):
        assert graph.value(higher, AWG.inScale) == graph.value(lower, AWG.inScale)
        assert number(graph, higher, AWG.rank) == number(graph, lower, AWG.rank) + 1


def test_editions_are_named_by_their_year() -> None:
    graph = everything()
    for edition in graph.subjects(RDF.type, AWG.Edition):
        year = number(graph, edition, AWG.editionYear)
        assert number(graph, edition, AWG.buddhistYear) == year + BUDDHIST_OFFSET
        scheme = str(graph.value(edition, AWG.editionOf)).rpartition("/")[2]
        assert edition == entity(f"edition/{scheme}-{year}")
        names = in_year(register().entries["scheme", scheme].names, year)
        assert text(graph.objects(edition, RDFS.label), "en") == names.en
        assert text(graph.objects(edition, RDFS.label), "th") == names.th
        for offering in graph.objects(edition, AWG.offers):
            category = str(graph.value(offering, AWG.offeringOf)).rpartition("/")[2]
            assert offering == entity(f"offering/{category}-{year}")
    offered = list(graph.objects(None, AWG.offers))
    assert len(offered) == len(set(offered)) == len(set(graph.subjects(RDF.type, AWG.Offering)))


def test_years_seen_hold_those_of_the_offerings() -> None:
    graph = everything()
    for category in graph.subjects(RDF.type, AWG.Category):
        years = {
            number(graph, edition, AWG.editionYear)
            for offering in graph.subjects(AWG.offeringOf, category)
            for edition in graph.subjects(AWG.offers, offering)
        }
        for lang, offset in (("en", 0), ("th", BUDDHIST_OFFSET)):
            note = text(graph.objects(category, SKOS.historyNote), lang) or ""
            assert {year + offset for year in years} <= years_in(note), f"{category}: {note!r}"


def years_in(note: str) -> set[int]:
    """Return the years that a note names, runs of years opened."""
    words = note.replace(",", " ").replace(".", " ").split()
    runs = [word.split("–") for word in words if word[:4].isdigit()]
    return {year for run in runs for year in range(int(run[0]), int(run[-1]) + 1)}


def test_a_name_form_has_a_language_and_belongs_to_one_thing() -> None:
    graph = everything()
    for form in graph.subjects(RDF.type, AWG.NameForm):
        [written] = graph.objects(form, FORM)
        assert isinstance(written, Literal)
        assert written.language in ("th", "en")
        assert str(written) == str(written).strip()
        years = [o for p in (AWG.validFrom, AWG.validUntil) for o in graph.objects(form, p)]
        assert {o.datatype for o in years if isinstance(o, Literal)} <= {XSD.gYear}
        assert len(years) in (0, 2)
        assert [str(year) for year in years] == sorted(str(year) for year in years), "ends after it begins"
        assert len(list(graph.subjects(AWG.nameForm, form))) == 1, form


@pytest.mark.parametrize(("name", "years"), ENGLISH_NAMES.items())
def test_the_english_names_of_the_scheme_are_dated(name: str, years: tuple[int, int]) -> None:
    graph = everything()
    forms = set(graph.objects(entity("scheme/psea"), AWG.nameForm))
    [form] = [form for form in forms if graph.value(form, FORM) == Literal(name, lang="en")]
    assert (number(graph, form, AWG.validFrom), number(graph, form, AWG.validUntil)) == years


@pytest.mark.parametrize("path", KNOWN_UNCONFIRMED)
def test_what_no_source_confirms_says_so(path: str) -> None:
    graph = everything()
    assert set(graph.objects(entity(path), SKOS.editorialNote)) >= UNCONFIRMED
    assert text(graph.objects(entity(path), SKOS.note), "en"), "what of it is unconfirmed"


# ── what each file is for ──


def test_editions_of_the_united_nations_offer_their_own_categories() -> None:
    graph = everything()
    offered = {
        year: set(graph.objects(entity(f"edition/unpsa-{year}"), AWG.offers)) for year in (2011, 2012, 2022)
    }
    assert [len(offers) for offers in offered.values()] == [5, 5, 4]
    for offering in offered[2012]:
        assert graph.value(offering, AWG.usesScale) == entity("scale/unpsa-place-scale")
        assert "region" in (text(graph.objects(offering, SKOS.note), "en") or "")


def test_criteria_and_goals_are_complete() -> None:
    graph = everything()
    for owner in ("pmqa", "baldrige"):
        criteria = set(graph.objects(entity(f"criteria/{owner}"), AWG.hasCriterion))
        assert sorted(str(graph.value(c, SKOS.notation)) for c in criteria) == list("1234567")
    assert len(set(graph.subjects(RDF.type, AWG.Goal))) == 3
    assert set(chain(graph.subjects(AWG.succeedsScheme, entity("scheme/public-service-quality")))) == {
        entity("scheme/psea")
    }


def test_the_goals_are_those_of_the_release(shipped: object) -> None:
    from awardgraph import Graph as AwardGraph

    assert isinstance(shipped, AwardGraph)
    rows = shipped.query(
        "SELECT ?goal ?name { ?goal a awg:Goal ; rdfs:label ?name FILTER(LANG(?name) = 'th') }"
    )
    imported = {(row["goal"].value, row["name"].value) for row in rows}  # type: ignore[union-attr]
    graph = everything()
    described = {
        (str(goal), text(graph.objects(goal, RDFS.label), "th"))
        for goal in graph.subjects(RDF.type, AWG.Goal)
    }
    assert imported == described
