"""Reconciliation: what a service of the W3C Entity Reconciliation API 0.2 is asked, and must answer.

The forms below are written down from the specification (reconciliation-api.github.io/specs/0.2, the
service manifest and the query responses), not copied from its JSON schemas: they check the members that
the specification requires and the types of all that we send.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from awardgraph import UsageError
from awardgraph.graph.catalogue import Catalogue
from awardgraph.graph.reconciliation import manifest, reconcile

if TYPE_CHECKING:
    from awardgraph import Graph

#: Member → its form; a name with a question mark may be missing. A list has one form for all its items.
TYPE = {"id": str, "name": str}
CANDIDATE = {
    "id": str,
    "name": str,
    "description?": str,
    "type": [TYPE],
    "score": (int, float),
    "match": bool,
}
RESPONSE = {"result": [CANDIDATE]}
MANIFEST = {
    "versions": [str],
    "name": str,
    "identifierSpace": str,
    "schemaSpace": str,
    "defaultTypes": [TYPE],
    "view": {"url": str},
}


def check(content: object, form: Any, place: str = "$") -> None:
    """Fail where a content is not of a form: a member is missing, unknown, or of another type."""
    if isinstance(form, dict):
        assert isinstance(content, dict), place
        members = {name.rstrip("?"): part for name, part in form.items()}
        assert content.keys() <= members.keys(), f"{place}: {content.keys() - members.keys()}"
        assert content.keys() >= {name for name in form if not name.endswith("?")}, place
        for name, value in content.items():
            check(value, members[name], f"{place}.{name}")
    elif isinstance(form, list):
        assert isinstance(content, list), place
        for n, item in enumerate(content):
            check(item, form[0], f"{place}[{n}]")
    else:
        assert isinstance(content, form), f"{place}: {content!r}"
        assert form is bool or not isinstance(content, bool), f"{place}: {content!r}"


@pytest.fixture(scope="module")
def catalogue(shipped: Graph) -> Catalogue:
    return Catalogue(shipped)


def answer(catalogue: Catalogue, **query: object) -> list[dict[str, Any]]:
    response = json.loads(json.dumps(reconcile(catalogue, {"q0": query})))
    check(response["q0"], RESPONSE)
    found: list[dict[str, Any]] = response["q0"]["result"]
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    assert all(0 <= one["score"] <= 100 for one in found)
    assert sum(one["match"] for one in found) <= 1
    return found


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_manifest(catalogue: Catalogue, lang: str) -> None:
    service = json.loads(json.dumps(manifest(catalogue, lang=lang)))
    check(service, MANIFEST)
    assert service["versions"] == ["0.2"]
    assert (
        service["view"]["url"].replace("{{id}}", "agency/depa")
        == "https://w3id.org/awardgraph/id/agency/depa"
    )
    assert {"agency", "person", "project", "scheme", "conferral"} <= {
        kind["id"] for kind in service["defaultTypes"]
    }


def test_a_batch_as_openrefine_sends_it(catalogue: Catalogue) -> None:
    batch = {
        "q0": {"query": "กรมอนามัย", "type": "agency", "type_strict": "should", "limit": 3},
        "q1": {"query": "กรมที่ดน", "type": "agency", "type_strict": "should"},
        "q2": {"query": "Ministry of Finance", "properties": [{"pid": "country", "v": "Kenya"}]},
    }
    response = reconcile(catalogue, batch, lang="th")
    assert response.keys() == batch.keys()
    for result in response.values():
        check(result, RESPONSE)
    first = response["q0"]["result"][0]
    assert first == {
        "id": "agency/department-of-health-th",
        "name": "กรมอนามัย",
        "description": "กระทรวงสาธารณสุข · ไทย",
        "type": [{"id": "agency", "name": "หน่วยงาน"}],
        "score": 100,
        "match": True,
    }
    second = response["q1"]["result"][0]
    assert (second["id"], second["score"], second["match"]) == ("agency/department-of-lands-th", 89, False)


def test_a_match_is_the_only_exact_one(catalogue: Catalogue) -> None:
    assert [one["match"] for one in answer(catalogue, query="depa", limit=2)] == [True, False]
    # Several countries have a Ministry of Finance, several schemes a level of this name.
    for query in ("Ministry of Finance", "ดีเด่น"):
        found = answer(catalogue, query=query)
        assert sum(one["score"] == 100 for one in found) > 1
        assert not any(one["match"] for one in found)
    assert not any(one["match"] for one in answer(catalogue, query="Digital Economy Promotion Agenc"))


def test_an_exact_name_beyond_the_limit_still_counts(catalogue: Catalogue) -> None:
    [first] = answer(catalogue, query="Ministry of Finance", limit=1)
    assert not first["match"]


@pytest.mark.parametrize(
    "country", ["Thailand", "ไทย", "place/th", "place:th", {"id": "place/th", "name": "Siam"}, ["Laos", "TH", "ประเทศไทย"]]
)  # fmt: skip
def test_a_property_tells_namesakes_apart(catalogue: Catalogue, country: object) -> None:
    found = answer(catalogue, query="Ministry of Finance", properties=[{"pid": "country", "v": country}])
    first, *others = found
    assert (first["id"], first["score"], first["match"]) == ("agency/ministry-of-finance-th", 100, True)
    assert all(one["score"] <= 50 for one in others if one["name"] == "Ministry of Finance")


def test_a_property_that_contradicts_or_is_not_told_makes_no_match(catalogue: Catalogue) -> None:
    [first, *_] = answer(catalogue, query="กรมอนามัย", properties=[{"pid": "parent", "v": "กระทรวงการคลัง"}])
    assert (first["score"], first["match"]) == (50, False)
    [first, *_] = answer(catalogue, query="กรมอนามัย", properties=[{"pid": "parent", "v": "กระทรวงสาธารณสุข"}])
    assert (first["score"], first["match"]) == (100, True)
    [first, *_] = answer(catalogue, query="กรมอนามัย", properties=[{"pid": "owner", "v": "กระทรวงสาธารณสุข"}])
    assert (first["score"], first["match"]) == (90, False)
    # What is no property of ours, or empty, says nothing.
    for told in ({"pid": "colour", "v": "green"}, {"pid": "parent", "v": ""}, {"pid": "parent", "v": None}):
        assert answer(catalogue, query="กรมอนามัย", properties=[told])[0]["match"]


@pytest.mark.parametrize("year", [2023, 2566, "2566", "2023", "พ.ศ. ๒๕๖๖", 2023.0])
def test_a_year_in_either_era(catalogue: Catalogue, year: object) -> None:
    found = answer(
        catalogue, query="รางวัลเลิศรัฐ พ.ศ.", type="edition", properties=[{"pid": "year", "v": year}]
    )
    assert found[0]["id"] == "edition/psea-2023"
    assert all(one["score"] < found[0]["score"] for one in found[1:])


def test_a_year_that_is_none_contradicts(catalogue: Catalogue) -> None:
    query = "รางวัลเลิศรัฐ พ.ศ. 2566"
    [first, *_] = answer(catalogue, query=query, properties=[{"pid": "year", "v": "last"}])
    assert (first["score"], first["match"]) == (50, False)


def test_what_finds_nothing(catalogue: Catalogue) -> None:
    assert answer(catalogue, query="") == answer(catalogue, query="  ") == []
    assert answer(catalogue, query="depa", limit=0) == []
    assert answer(catalogue, query="depa", type="Q5") == []
    assert answer(catalogue, query="depa", type=["Q5", "person"]) == []
    assert reconcile(catalogue, {}) == {}


def test_types_are_kinds(catalogue: Catalogue) -> None:
    assert answer(catalogue, query="กทม.", type="place")[0]["id"] == "place/th-10"
    assert answer(catalogue, query="กทม.", type="agency")[0]["id"] == "agency/bma"
    assert {one["type"][0]["id"] for one in answer(catalogue, query="กทม.", type=["place", "agency"])} >= {
        "place",
        "agency",
    }
    assert {one["type"][0]["id"] for one in answer(catalogue, query="เลิศรัฐ", type="conferral")} == {
        "conferral"
    }


def test_what_is_null_was_not_said(catalogue: Catalogue) -> None:
    plain = answer(catalogue, query="depa")
    assert answer(catalogue, query="depa", type=None, limit=None, properties=None) == plain
    assert (
        answer(catalogue, query="depa", type="", properties=[])
        == answer(catalogue, query="depa", type=[])
        == plain
    )


def test_a_refusal_does_not_repeat_a_flood(catalogue: Catalogue) -> None:
    with pytest.raises(UsageError) as refused:
        reconcile(catalogue, "x" * 1_000_000)
    assert len(str(refused.value)) < 200


def test_a_document_with_an_address_of_its_own_is_no_candidate(catalogue: Catalogue) -> None:
    assert answer(catalogue, query="MOM accolades") == []


@pytest.mark.parametrize(
    ("batch", "message"),
    [
        ([], "the batch is []; expected an object."),
        ("depa", "the batch is 'depa'; expected an object."),
        ({"q0": "depa"}, "the query 'q0' is 'depa'; expected an object."),
        ({"q0": {}}, "query of 'q0' is None; expected a text."),
        ({"q0": {"query": 7}}, "query of 'q0' is 7; expected a text."),
        ({"q0": {"query": "x", "limit": "3"}}, "limit of 'q0' is '3'; expected a whole number from 0."),
        ({"q0": {"query": "x", "limit": -1}}, "limit of 'q0' is -1; expected a whole number from 0."),
        ({"q0": {"query": "x", "limit": True}}, "limit of 'q0' is True; expected a whole number from 0."),
        ({"q0": {"query": "x", "type": 5}}, "type of 'q0' is 5; expected the id of a type, or a list of them."),
        ({"q0": {"query": "x", "type": {}}}, "type of 'q0' is {}; expected the id of a type, or a list of them."),
        ({"q0": {"query": "x", "type": [{}]}}, "type of 'q0' is [{}]; expected the id of a type, or a list of them."),
        ({"q0": {"query": "x", "properties": {}}}, "properties of 'q0' is {}; expected a list."),
        ({"q0": {"query": "x", "properties": ["y"]}}, "a property of 'q0' is 'y'; expected an object."),
        ({"q0": {"query": "x", "properties": [{"v": 1}]}}, "pid of a property of 'q0' is None; expected a text."),
        (
            {"q0": {"query": "x", "properties": [{"pid": "year", "v": [[1]]}]}},
            "v of 'year' of 'q0' is [[1]]; expected a text, a number, an entity with an id, or a list of those.",
        ),
    ],
)  # fmt: skip
def test_what_is_no_batch_is_refused_in_a_sentence(catalogue: Catalogue, batch: object, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        reconcile(catalogue, batch)
    assert str(refused.value) == f"reconciliation: {message}"
