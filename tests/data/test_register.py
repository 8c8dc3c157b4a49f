"""The lint of data/register/: who is who must be said once, and every name must mean one thing.

`python tests/data/test_register.py` puts the tables of the register into their canonical form.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from awardgraph.model.honorifics import strip_honorifics
from awardgraph.model.names import fold

REGISTER = Path(__file__).parents[2] / "data" / "register"
AWARDS = sorted((REGISTER.parent / "awards").glob("*.csv"))
HERE = "python tests/data/test_register.py"

HEADERS = {
    "agencies.csv": "id,type,name_th,name_en,aliases,abbreviations,parent,country,"
    "valid_from,valid_until,predecessor,successor,same_as,source,notes",
    "ceremonies.csv": "scheme,year_ce,held_on,held_until,venue_th,venue_en,presenters,organiser,source,notes",
    "people.csv": "id,name_th,name_en,aliases,source,notes",
    "places.csv": "id,type,name_th,name_en,aliases,abbreviations,parent,iso_code,dopa_code,same_as,"
    "source,notes",
    "projects.csv": "id,name_th,name_en,aliases,owner,place,same_as,source,notes",
    "sites.csv": "site,publisher,source,notes",
    "schemes.csv": "id,kind,name_th,name_en,aliases,abbreviations,parent,scale,rank,operated_by,source,notes",
}
LISTS = ("aliases", "abbreviations", "predecessor", "successor", "same_as", "source", "presenters")
AGENCY_TYPES = frozenset(
    "ministry department public-organisation state-enterprise independent-body local-authority province"
    " university hospital unit committee international company other".split()
)
PLACE_TYPES = frozenset("country province district subdistrict".split())
KINDS = frozenset("scheme branch category scale level".split())

#: (file, column) → the file whose ids it holds.
REFERENCES = {
    ("agencies.csv", "parent"): "agencies.csv",
    ("agencies.csv", "country"): "places.csv",
    ("agencies.csv", "predecessor"): "agencies.csv",
    ("agencies.csv", "successor"): "agencies.csv",
    ("places.csv", "parent"): "places.csv",
    ("projects.csv", "owner"): "agencies.csv",
    ("projects.csv", "place"): "places.csv",
    ("schemes.csv", "parent"): "schemes.csv",
    ("schemes.csv", "scale"): "schemes.csv",
    ("schemes.csv", "operated_by"): "agencies.csv",
    ("ceremonies.csv", "scheme"): "schemes.csv",
    ("ceremonies.csv", "organiser"): "agencies.csv",
    ("sites.csv", "publisher"): "agencies.csv",
}

#: Names that a source uses wrongly, loosely or for a body that came before → the body they are no name of.
MISNOMERS = {
    "มหาดไทย": "ministry-of-interior-th",
    "สำนักงานคณะกรรมการข้าราชการพลเรือน (ก.พ.ร.)": "opdc",
    "คณะกรรมการพัฒนาระบบราชการ": "opdc",
    "กระทรวงวิทยาศาสตร์และเทคโนโลยี": "mhesi",
    "คณะกรรมการส่งเสริมการลงทุน": "boi",
    "สำนักงานสภาเศรษฐกิจและสังคมแห่งชาติ": "nesdc",
}

Row = dict[str, str]

#: Tables whose rows are no entries with an id and names → what their rows are ordered by, and called in messages.
NAMELESS = {"ceremonies.csv": ("scheme", "year_ce", "source"), "sites.csv": ("site",)}

each_file = pytest.mark.parametrize("name", HEADERS)
each_table_of_names = pytest.mark.parametrize("name", [n for n in HEADERS if n not in NAMELESS])


def read(name: str) -> list[Row]:
    """Return the rows of a table, each by column; a row with cells too many or too few fails."""
    with (REGISTER / name).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    for n, cells in enumerate(rows, start=2):
        where = f"{name} row {n}: {len(cells)} cells, expected {len(header)}"
        assert len(cells) == len(header), f"{where}; put quotes around a cell that holds a comma"
    return [dict(zip(header, cells, strict=True)) for cells in rows]


def rows_of(path: Path) -> list[Row]:
    """Return the rows of a table of awards."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def several(row: Row, column: str) -> list[str]:
    """Return the values of a cell that holds several; none where the column is empty or missing."""
    return [value for value in row.get(column, "").split(" | ") if value]


def spellings(row: Row) -> list[str]:
    """Return every name an entry is known by, its two main names first."""
    return full_names(row) + several(row, "abbreviations")


def full_names(row: Row) -> list[str]:
    """Return the names of an entry without its abbreviations, which an agency shares with others."""
    return [name for name in (row["name_th"], row["name_en"]) if name] + several(row, "aliases")


def where(name: str, row: Row) -> str:
    """Return the file and the entry, for a message."""
    return f"{name}, {' '.join(row[column] for column in NAMELESS.get(name, ('id',)) if column != 'source')}"


def sort_key(name: str, row: Row) -> tuple[str, ...]:
    """Return what rows are ordered by: the id, or what stands for one."""
    return tuple(row[column] for column in NAMELESS.get(name, ("id",)))


def canonical(name: str, rows: list[Row]) -> bytes:
    """Return the one file for these rows: sorted, UTF-8 without BOM, LF, quoted only where needed."""
    text = io.StringIO()
    writer = csv.DictWriter(text, HEADERS[name].split(","), lineterminator="\n")
    writer.writeheader()
    ordered: list[Row] = sorted(rows, key=lambda row: sort_key(name, row))
    writer.writerows(ordered)
    return text.getvalue().encode()


def scope(name: str, row: Row, schemes: dict[str, Row]) -> tuple[str, ...]:
    """Return the scope inside which the names of an entry must be its own."""
    if name == "agencies.csv":
        return (name, row["country"])
    if name != "schemes.csv" or row["kind"] == "scheme":
        return (name, row.get("kind", ""))
    above = row
    while above["kind"] != "scheme":
        above = schemes[above["parent"]]
    return (name, row["kind"], above["id"])


def by_id(name: str) -> dict[str, Row]:
    """Return the entries of a table by their ids."""
    return {row["id"]: row for row in read(name)}


def report(faults: list[str], remedy: str) -> None:
    """Fail with every fault, one a line, and what to do about them."""
    assert not faults, "\n".join([*faults, f"→ {remedy}"])


@each_file
def test_header(name: str) -> None:
    header = (REGISTER / name).read_bytes().split(b"\n")[0].decode()
    assert header == HEADERS[name], f"{name}: the header must be\n{HEADERS[name]}"


@each_file
def test_canonical_form(name: str) -> None:
    same = (REGISTER / name).read_bytes() == canonical(name, read(name))
    assert same, f"{name}: rows out of order, CRLF, a BOM or needless quotes; run `{HERE}`"


@each_file
def test_cells_are_clean(name: str) -> None:
    faults = []
    for row in read(name):
        for column, cell in row.items():
            here = f"{where(name, row)}, {column}"
            if cell != " ".join(cell.split()):
                faults.append(f"{here}: stray white space in {cell!r}")
            if cell != unicodedata.normalize("NFC", cell) or "\u0e4d\u0e32" in cell or "\u0e40\u0e40" in cell:
                faults.append(f"{here}: a letter in another form than the usual one: {cell!r}")
            if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in cell):
                faults.append(f"{here}: an invisible character in {cell!r}")
            if cell.startswith(("=", "+", "-", "@")):
                faults.append(f"{here}: a spreadsheet would run {cell!r} as a formula")
    report(faults, "retype the cell: NFC, ำ as one letter, แ as one letter, single spaces")


@each_file
def test_lists(name: str) -> None:
    faults = []
    for row in read(name):
        for column, cell in row.items():
            members = cell.split(" | ")
            if any("|" in member or (len(members) > 1 and not member.strip()) for member in members):
                faults.append(f"{where(name, row)}, {column}: a broken list: {cell!r}")
            if len(members) > 1 and column not in LISTS:
                faults.append(f"{where(name, row)}, {column}: takes one value, not a list: {cell!r}")
            if len(members) != len(set(members)):
                faults.append(f"{where(name, row)}, {column}: a value stands twice: {cell!r}")
    report(faults, f"part values with ` | ` (space, bar, space), in these columns only: {', '.join(LISTS)}")


@each_table_of_names
def test_ids(name: str) -> None:
    rows = read(name)
    counts = Counter(row["id"] for row in rows)
    faults = [f"{name}: {identifier} stands {n} times" for identifier, n in counts.items() if n > 1]
    faults += [
        f"{name}: {row['id']!r} is malformed"
        for row in rows
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["id"])
    ]
    report(faults, "an id is a–z, 0–9 and single hyphens, stands once, and never changes once published")


@each_table_of_names
def test_every_entry_has_a_name(name: str) -> None:
    faults = [where(name, row) for row in read(name) if not (row["name_th"] or row["name_en"])]
    report(faults, "fill name_th or name_en; a name in another script is an alias")


@each_table_of_names
def test_names_stand_in_their_column(name: str) -> None:
    thai = re.compile(r"[\u0e00-\u0e7f]")
    allowed = {"psea-pmqa-4-0"}  # its Thai name is written in Latin letters
    faults = []
    for row in read(name):
        if thai.search(row["name_en"]):
            faults.append(f"{where(name, row)}: Thai letters in name_en: {row['name_en']!r}")
        if row["name_th"] and not thai.search(row["name_th"]) and row["id"] not in allowed:
            faults.append(f"{where(name, row)}: no Thai letter in name_th: {row['name_th']!r}")
    report(faults, "move the name to the column of its language")


@each_file
def test_every_row_has_its_source(name: str) -> None:
    unfit = re.compile(r"index id|seed file|corpus file|stored|/tmp|/work|\.\./", re.IGNORECASE)
    rows = read(name)
    faults = [f"{where(name, row)}: no source" for row in rows if not row["source"]]
    faults += [
        f"{where(name, row)}, {column}: {found[0]!r} means nothing to a reader"
        for row in rows
        for column in ("source", "notes")
        if (found := unfit.search(row[column]))
    ]
    faults += [
        f"{where(name, row)}: no address: {value!r}"
        for row in rows
        for value in several(row, "source")
        if value.startswith("http") and not re.match(r"https?://[^\s<>\"{}|\\^`]+", value)
    ]
    report(faults, "give the address of the page that says so, or a citation a reader can follow")


def test_types_and_kinds() -> None:
    known = {"agencies.csv": AGENCY_TYPES, "places.csv": PLACE_TYPES, "schemes.csv": KINDS}
    faults = []
    for name, values in known.items():
        column = "kind" if name == "schemes.csv" else "type"
        faults += [
            f"{where(name, row)}: {column} {row[column]!r}; known are {', '.join(sorted(values))}"
            for row in read(name)
            if row[column] not in values
        ]
    report(faults, "choose one of the known ones")


def test_references_lead_somewhere() -> None:
    ids = {name: set(by_id(name)) for name in HEADERS if name not in NAMELESS}
    faults = [
        f"{where(name, row)}: {column} {value!r} is no id of {target}"
        for (name, column), target in REFERENCES.items()
        for row in read(name)
        for value in several(row, column)
        if value not in ids[target]
    ]
    report(faults, "name an entry by its id, or add the entry")


@pytest.mark.parametrize("name", ["agencies.csv", "places.csv", "schemes.csv"])
def test_nobody_is_above_itself(name: str) -> None:
    entries, faults = by_id(name), []
    for identifier in entries:
        chain = [identifier]
        while (above := entries.get(chain[-1], {}).get("parent")) and above not in chain:
            chain.append(above)
        if above:
            faults.append(f"{name}: {' → '.join([*chain, above])}")
    report(faults, "break the circle of parents")


def test_parts_of_a_scheme() -> None:
    entries, faults = by_id("schemes.csv"), []
    above = {"scheme": {""}, "category": {"branch", "scheme"}}
    for row in entries.values():
        here, parent = where("schemes.csv", row), entries.get(row["parent"], {})
        if parent.get("kind", "") not in above.get(row["kind"], {"scheme"}):
            faults.append(f"{here}: a {row['kind']} below {row['parent'] or 'nothing'}")
        elif row["kind"] != "scheme":
            owner = scope("schemes.csv", row, entries)[2]
            if not row["id"].startswith(f"{owner}-"):
                faults.append(f"{here}: the id does not begin with {owner}-")
            if row["scale"] and entries[row["scale"]]["parent"] != owner:
                faults.append(f"{here}: the scale {row['scale']} is another scheme's")
        if bool(row["rank"]) != bool(row["scale"]) or (row["rank"] and not row["rank"].isdecimal()):
            faults.append(f"{here}: scale {row['scale']!r} with rank {row['rank']!r}")
        if row["operated_by"] and row["kind"] != "scheme":
            faults.append(f"{here}: operated_by belongs to a scheme")
    ranks = Counter((row["scale"], row["rank"]) for row in entries.values() if row["scale"])
    faults += [f"{scale}: {n} levels of rank {rank}" for (scale, rank), n in ranks.items() if n > 1]
    report(faults, "scheme above branch, scale, level; branch or scheme above category; a rank on its scale")


@each_table_of_names
def test_a_name_means_one_thing(name: str) -> None:
    schemes = by_id("schemes.csv")
    owner: dict[tuple[tuple[str, ...], str], str] = {}
    faults = []
    for row in read(name):
        main = {fold(row["name_th"]), fold(row["name_en"])}
        others = Counter(map(fold, several(row, "aliases") + several(row, "abbreviations")))
        faults += [
            f"{where(name, row)}: {s!r} is said twice" for s, n in others.items() if n > 1 or s in main
        ]
        for spelling in full_names(row) if name == "agencies.csv" else spellings(row):
            key = (scope(name, row, schemes), fold(spelling))
            if owner.setdefault(key, row["id"]) != row["id"]:
                faults.append(f"{where(name, row)}: {spelling!r} is a name of {owner[key]} too")
    report(faults, "keep the name where it is certain, take it from the other; what folds alike is said once")


def test_misnomers_are_no_aliases() -> None:
    agencies = by_id("agencies.csv")
    faults = [
        f"{identifier}: {name}"
        for name, identifier in MISNOMERS.items()
        if fold(name) in map(fold, spellings(agencies[identifier]))
    ]
    report(faults, "a source used this name for another body, or for more than one: leave it out")


def test_people_are_named_without_titles() -> None:
    faults = [
        f"{where('people.csv', row)}: {spelling!r} begins with a title"
        for row in read("people.csv")
        for spelling in spellings(row)
        if strip_honorifics(spelling)[0]
    ]
    report(faults, "titles belong to the post: write the name alone")


def test_places() -> None:
    places, faults = by_id("places.csv"), []
    codes = Counter(row["iso_code"] for row in places.values() if row["iso_code"])
    faults += [f"{code} stands {n} times" for code, n in codes.items() if n > 1]
    for row in places.values():
        here, code = where("places.csv", row), row["iso_code"]
        if row["type"] in ("country", "province") and row["id"] != code.lower():
            faults.append(f"{here}: iso_code {code!r}; the id is the code in small letters")
        if row["type"] == "country" and (not re.fullmatch(r"[A-Z]{2}", code) or row["parent"]):
            faults.append(f"{here}: a country has two letters and nothing above it")
        if row["type"] == "subdistrict" and not re.fullmatch(r"[0-9]{6}", row["dopa_code"]):
            faults.append(f"{here}: dopa_code {row['dopa_code']!r} has not six digits")
        if row["dopa_code"] and row["id"] != f"th-{row['dopa_code']}":
            faults.append(f"{here}: the id is th- and the DOPA code")
    report(faults, "see ISO 3166 and the codes of the Department of Provincial Administration")


def test_thailand_has_its_77_provinces() -> None:
    rows = [row for row in read("places.csv") if row["type"] == "province" and row["parent"] == "th"]
    found = {row["iso_code"] for row in rows}
    assert len(rows) == len(found) == 77, f"{len(rows)} provinces, {len(found)} codes; expected 77 of each"
    bare = [row["id"] for row in rows if not (row["name_th"] and row["name_en"] and row["same_as"])]
    report(bare, "a province has a Thai and an English name and its Wikidata item")


def test_countries_of_agencies_are_countries() -> None:
    places = by_id("places.csv")
    faults = [
        f"{where('agencies.csv', row)}: {row['country']}"
        for row in read("agencies.csv")
        if row["country"] and places[row["country"]]["type"] != "country"
    ]
    report(faults, "the country of an agency is a country; leave it empty for international bodies")


@pytest.mark.parametrize("name", ["agencies.csv", "places.csv", "projects.csv"])
def test_same_as(name: str) -> None:
    values = [(where(name, row), value) for row in read(name) for value in several(row, "same_as")]
    address = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
    faults = [f"{here}: {value!r}" for here, value in values if not address.fullmatch(value)]
    counts = Counter(value for _, value in values)
    faults += [f"{name}: {value} is said of {n} entries" for value, n in counts.items() if n > 1]
    report(faults, "write the whole IRI, http://www.wikidata.org/entity/Q243805, of this very thing")


def is_day(text: str) -> bool:
    """Return whether the text is one ISO date."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def test_ceremonies() -> None:
    schemes, faults = by_id("schemes.csv"), []
    people = {fold(spelling) for row in read("people.csv") for spelling in spellings(row)}
    for row in read("ceremonies.csv"):
        here, first, last = where("ceremonies.csv", row), row["held_on"], row["held_until"]
        if not re.fullmatch(r"[0-9]{4}", row["year_ce"]):
            faults.append(f"{here}: year_ce is a year CE in Arabic digits")
        if schemes[row["scheme"]]["kind"] != "scheme":
            faults.append(f"{here}: {row['scheme']} is a {schemes[row['scheme']]['kind']}")
        if not all(is_day(day) for day in (first, last) if day) or (last and not (first and first < last)):
            faults.append(f"{here}: held_on {first!r}, held_until {last!r}")
        faults += [
            f"{here}: nobody in people.csv is called {presenter!r}"
            for presenter in several(row, "presenters")
            if fold(strip_honorifics(presenter)[1]) not in people
        ]
    report(
        faults,
        "a day is 2023-09-07, held_until comes after held_on; people are in people.csv, remarks in notes",
    )


def test_sites() -> None:
    hosts = {urlsplit(row["source_url"]).hostname for path in AWARDS for row in rows_of(path)}
    faults = []
    for row in read("sites.csv"):
        page = urlsplit(row["source"])
        if not f"{page.hostname}{page.path}".startswith(row["site"]):
            faults.append(f"{where('sites.csv', row)}: {row['source']} is no page of that site")
        if row["site"].partition("/")[0] not in hosts:
            faults.append(f"{where('sites.csv', row)}: no award was read from it")
    report(faults, "name a page of the site that shows whose it is, and only sites that awards name")


def main() -> None:
    """Write every table of the register in its canonical form."""
    for name in HEADERS:
        (REGISTER / name).write_bytes(canonical(name, read(name)))


if __name__ == "__main__":
    main()
