"""The register against the lists it was gathered from: nothing they state for certain is missing.

The lists are not part of the repository; without them these tests are skipped.
"""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import read_register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.model.language import Bilingual
from awardgraph.model.names import fold
from awardgraph.vocabulary.namespaces import DEFAULT_BASE
from tests.conftest import SHARED
from tests.data.test_register import REGISTER, by_id, read, report, several

if TYPE_CHECKING:
    from tests.data.test_register import Row

GATHERED = SHARED / "data"
WIKIDATA = "http://www.wikidata.org/entity/"

pytestmark = pytest.mark.skipif(
    not GATHERED.exists(), reason="The lists as they were gathered are not part of the repository."
)

#: The list whose abbreviations are partly invented (trust: low), as the gathered file cites it.
DISTRUSTED = "59861833549"

#: Sources that state no Thai abbreviation a reader could open.
NO_PAGE = re.compile(r"sarannaja/Inspec|public GitHub file|Thai Wikipedia")

#: Abbreviations of the distrusted list that are kept, so that the same letters of another body stay open.
KEPT_APART = {("ditp", "สค."), ("department-of-tourism-th", "กทท.")}

_DOUBLED = "the seeder doubled the word กระทรวง; the office itself is registered"
_NO_BODY = "a heading of the seeder, no body's name"

#: Rows of agencies.csv, trust high or medium, that are no entry.
LEFT_OUT = {
    "สำนักงานปลัดกระทรวงกระทรวงการคลัง": _DOUBLED,
    "สำนักงานปลัดกระทรวงกระทรวงการต่างประเทศ": _DOUBLED,
    "สำนักงานปลัดกระทรวงกระทรวงการท่องเที่ยวและกีฬา": _DOUBLED,
    "สำนักงานปลัดกระทรวงกระทรวงการพัฒนาสังคมและความมั่นคงของมนุษย์": _DOUBLED,
    "สำนักงานปลัดอุตสาหกรรม": "the seeder lost the word กระทรวง; the office itself is registered",
    "สำนักงานปลัดกระทรวง": _NO_BODY,
    "สถาบันอุดมศึกษาของรัฐที่เป็นส่วนราชการ": _NO_BODY,
    "กรมพิธีการ": "the seeder alone knows it, and calls กรมพิธีการทูต by a wrong name in the same file",
    "มหาวิทยาลัยเทคโนโลยีราชมงคล": "one record, two Wikidata items: the group of universities or Thanyaburi alone",
    "มูลนิธิทันตนวัตกรรม ในพระบรมราชูปถัมภ์ หน่วยทันต": "its Thai name is cut short",
    "สำนักงานสภาเศรษฐกิจและสังคมแห่งชาติ": "the seeder's wrong name of a body that is registered by its own",
}

#: Variants that must not become names of the body the list gives them to.
KEPT_FROM = {
    "คณะกรรมการพัฒนาระบบราชการ": "the committee that decides, a body of its own beside its office",
    "สำนักงานคณะกรรมการข้าราชการพลเรือน (ก.พ.ร.)": "the name of one office, the letters of another",
    "มหาดไทย": "the ministry, or its permanent secretary's office",
    "กระทรวงวิทยาศาสตร์และเทคโนโลยี": "a former ministry with an item of its own; no source states its successor",
    "สำนักงานสภาเศรษฐกิจและสังคมแห่งชาติ": "a seeder's wrong name",
}

#: Gathered ceremonies that are no ceremony of a scheme.
NO_CEREMONY = {
    ("United Nations Public Service Awards", "2023: none (paused)"): "no award was given",
    (
        "United Nations Public Service Awards (Public Service Forum)",
        "2025",
    ): "a forum; no source says that awards were given",
    (
        "รางวัลคุณภาพแห่งชาติ (TQA/TQC)",
        "2565 (2022), ครั้งที่ 21: press announcement",
    ): "an announcement to the press",
}

#: Wikidata items without an entry.
NO_ENTRY = {
    "Q6583860": "of two bodies, see มหาวิทยาลัยเทคโนโลยีราชมงคล",
    "Q181918": "of two bodies, see มหาวิทยาลัยเทคโนโลยีราชมงคล",
    "Q16306413": "a class of hospitals",
}


def gathered(name: str) -> list[Row]:
    with (GATHERED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def identities() -> Identities:
    return Identities(read_register(REGISTER), DEFAULT_BASE)


def resolved(identities: Identities, name: str) -> tuple[str, str] | None:
    """Return (kind, id) of the person, body or place of Thailand that a name stands for."""
    country = identities.country("ไทย")
    for found in (
        identities.person(name),
        identities.agency(Bilingual.of(name), country),
        identities.place(name, country),
    ):
        if found and found.entry:
            return found.entry.kind, found.entry.id
    return None


def test_every_trusted_agency_is_registered(identities: Identities) -> None:
    trusted = [row for row in gathered("agencies.csv") if row["trust"] in ("high", "medium")]
    missing = {row["name_th"] for row in trusted if not resolved(identities, row["name_th"])}
    assert missing == set(LEFT_OUT)


def test_distrusted_abbreviations_need_another_source(identities: Identities) -> None:
    attested = {
        (found[1], fold(row[column]))
        for row in gathered("identifiers.csv")
        if row["trust"] in ("high", "medium") and (found := resolved(identities, row["name_th"]))
        for column in ("abbrev_th", "abbrev_en")
    }
    faults = set()
    for row in gathered("agencies.csv"):
        found = resolved(identities, row["name_th"])
        if DISTRUSTED not in row["source"] or not found or found[0] != "agency":
            continue
        entry = by_id("agencies.csv")[found[1]]
        pages = [source for source in several(entry, "source") if not NO_PAGE.search(source)]
        # Latin letters are the seeder's own where it knows the body; the Thai ones are the distrusted list's.
        given = [
            one
            for one in (row["abbrev_th"], row["abbrev_en"])
            if not (one.isascii() and "Inspec" in row["source"])
        ]
        borne = {fold(one) for one in several(entry, "abbreviations")}
        faults |= {
            (found[1], one)
            for one in given
            if fold(one) in borne and not pages and (found[1], fold(one)) not in attested
        }
    assert faults == KEPT_APART, "an abbreviation of the distrusted list needs a page that prints it"


def test_every_variant_of_a_name_resolves(identities: Identities) -> None:
    rows = gathered("agency_aliases.csv")
    assert len(rows) == 31
    apart = {
        row["alias"]
        for row in rows
        if resolved(identities, row["alias"]) != (meant := resolved(identities, row["canonical"]))
        or not meant
    }
    assert apart == set(KEPT_FROM)


def test_every_province_is_registered() -> None:
    places = {row["iso_code"]: row for row in read("places.csv") if row["type"] == "province"}
    rows, faults = gathered("provinces.csv"), []
    assert len(rows) == 77
    for row in rows:
        place = places[row["iso3166_2"]]
        names = {
            place["name_th"],
            place["name_en"],
            *several(place, "aliases"),
            *several(place, "abbreviations"),
        }
        stated = {
            row["province_th"],
            row["province_en"],
            row["iso_name_en"],
            *filter(None, row["aliases"].split("; ")),
        }
        faults += [f"{row['iso3166_2']}: {name!r} is missing" for name in sorted(stated - names)]
        if WIKIDATA + row["wikidata"] not in several(place, "same_as"):
            faults.append(f"{row['iso3166_2']}: {row['wikidata']} is missing")
    report(faults, "add what the list states")


def test_every_wikidata_item_is_linked() -> None:
    linked = {
        value.removeprefix(WIKIDATA)
        for name in ("agencies.csv", "places.csv", "projects.csv")
        for row in read(name)
        for value in several(row, "same_as")
    }
    missing = {row["qid"] for row in gathered("wikidata_links.csv")} - linked
    assert missing == set(NO_ENTRY)


def test_links_lead_to_the_items_that_a_list_states() -> None:
    stated = {row["qid"] for row in gathered("wikidata_links.csv")} | {
        row["wikidata"] for name in ("agencies.csv", "provinces.csv") for row in gathered(name)
    }
    rows = read("agencies.csv") + [row for row in read("places.csv") if row["type"] == "province"]
    faults = [
        f"{row['id']}: {value}"
        for row in rows
        for value in several(row, "same_as")
        if value.startswith(WIKIDATA) and value.removeprefix(WIKIDATA) not in stated
    ]
    report(faults, "link only what a source links")


def test_every_identified_body_is_registered(identities: Identities) -> None:
    faults = [
        row["name_th"] for row in gathered("identifiers.csv") if not resolved(identities, row["name_th"])
    ]
    report(faults, "add the body")


def test_every_ceremony_is_registered() -> None:
    known = {day for row in read("ceremonies.csv") for day in (row["held_on"], row["held_until"]) if day}
    venues = {(row["year_ce"], source) for row in read("ceremonies.csv") for source in several(row, "source")}
    missing = set()
    for row in gathered("ceremonies.csv"):
        pages = re.findall(r"https?://[^\s;]+", row["source_url"])
        year = (re.search(r"(?:19|20)[0-9]{2}", row["edition_year"]) or [""])[0]
        if not (row["date"][:10] in known or any((year, page) in venues for page in pages)):
            missing.add((row["scheme"], row["edition_year"]))
    assert missing == set(NO_CEREMONY)
