"""The lint of data/: a row that is wrong, out of order or lost fails here, with what to do.

`python tests/data/test_awards.py` sorts the award tables and writes their counts into data/README.md.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
ORIGINALS = ROOT.parent / "shared" / "data"
README = DATA / "README.md"
HERE = "python tests/data/test_awards.py"

#: A line of the README's table: all before the count, the file, the count.
LISTED = re.compile(r"^(\| \[([^\]]+)\]\(\2\) \|.*\| )([^|]+) \|$", re.MULTILINE)

COLUMNS = (
    "scheme_th", "scheme_en", "branch_th", "branch_en", "category_th", "category_en", "level_th", "level_en",
    "year_be", "year_ce", "item", "outcome", "recipient_th", "recipient_en", "recipient_parent_th",
    "project_th", "project_en", "province_th", "country", "presenter_th", "accepted_by_th", "ceremony_date",
    "venue_th", "source_url", "source_title", "notes",
)  # fmt: skip

#: What tells one award from another inside one source. The country belongs to the recipient's name.
IDENTIFYING = (*COLUMNS[:11], *COLUMNS[12:17], "country", "source_url", "source_title")

#: A web address, or the document of a record in data/records.
ADDRESS = r"https?://[^\s<>\"{}|\\^`]+|source/[a-z0-9-]+"

LISTS = ("recipient_th", "recipient_en", "presenter_th", "accepted_by_th")
OUTCOMES = ("finalist", "honourable mention")

#: Every row of data/awards, data/applications and data/waiting: none may get lost on the way between them.
TOTAL = 794

Row = dict[str, str]

AWARDS = sorted(DATA.glob("awards/*.csv"))
APPLICATIONS = sorted(DATA.glob("applications/*.csv"))
WAITING = sorted(DATA.glob("waiting/*.csv"))
TABLES = [*AWARDS, *APPLICATIONS, *WAITING]

each_table = pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")


def read(path: Path) -> list[Row]:
    """Return the rows of a table, each by column; a row with cells too many or too few fails."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    for n, cells in enumerate(rows, start=2):
        where = f"{path.name} row {n}: {len(cells)} cells, expected {len(header)}"
        assert len(cells) == len(header), f"{where}; put quotes around a cell that holds a comma"
    return [dict(zip(header, cells, strict=True)) for cells in rows]


def numbered(path: Path) -> list[tuple[str, Row]]:
    """Return (where, row): the file's name and the row's number, counting the header as row 1."""
    return [(f"{path.parent.name}/{path.name} row {n}", row) for n, row in enumerate(read(path), start=2)]


def sort_key(row: Row) -> tuple[str, ...]:
    """Return what rows are ordered by: scheme, year, recipient, category, project, source, item, the rest."""
    parts = ("scheme", "recipient", "category", "project")
    named = {part: row[f"{part}_th"] or row[f"{part}_en"] for part in parts}
    return (
        named["scheme"], row["year_ce"], named["recipient"], named["category"], named["project"],
        row["source_url"], row["item"], *(row[column] for column in COLUMNS),
    )  # fmt: skip


def canonical(rows: list[Row]) -> bytes:
    """Return the one file for these rows: sorted, UTF-8 without BOM, LF, quoted only where needed."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    ordered: list[Row] = sorted(rows, key=sort_key)
    writer.writerows(ordered)
    return text.getvalue().encode()


def identity(row: Row) -> tuple[str, ...]:
    """Return the cells that tell one award of a source from another."""
    return tuple(row[column] for column in IDENTIFYING)


def report(faults: list[str], remedy: str) -> None:
    """Fail with every fault, one a line, and what to do about them."""
    assert not faults, "\n".join([*faults, f"→ {remedy}"])


def test_tables_are_there() -> None:
    assert AWARDS and APPLICATIONS and WAITING, "data/awards, applications and waiting must each hold a .csv"


@each_table
def test_header(path: Path) -> None:
    header = path.read_bytes().split(b"\n")[0].decode()
    assert header == ",".join(COLUMNS), f"{path.name}: copy the header from another table of data/awards"


@each_table
def test_canonical_form(path: Path) -> None:
    same = path.read_bytes() == canonical(read(path))
    assert same, f"{path.name}: rows out of order, CRLF, a BOM or needless quotes; run `{HERE}`"


@each_table
def test_cells_are_clean(path: Path) -> None:
    faults = []
    for where, row in numbered(path):
        for column, cell in row.items():
            if cell != " ".join(cell.split()):
                faults.append(f"{where}, {column}: stray white space in {cell!r}")
            if cell != unicodedata.normalize("NFC", cell):
                faults.append(f"{where}, {column}: not NFC: {cell!r}")
            if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in cell):
                faults.append(f"{where}, {column}: an invisible character in {cell!r}")
            if cell.startswith(("=", "+", "-", "@")):
                faults.append(f"{where}, {column}: a spreadsheet would run {cell!r} as a formula")
    report(faults, "retype the cell; a leading sign goes behind a word")


@each_table
def test_lists(path: Path) -> None:
    faults = []
    for where, row in numbered(path):
        for column, cell in row.items():
            members = cell.split(" | ")
            if "|" in "".join(members) or not all(m.strip() for m in members if len(members) > 1):
                faults.append(f"{where}, {column}: a broken list: {cell!r}")
            if len(members) > 1 and column not in LISTS:
                faults.append(f"{where}, {column}: takes one value, not a list: {cell!r}")
            if ";" in cell and column in LISTS:
                faults.append(f"{where}, {column}: a list written with `;`: {cell!r}")
    report(
        faults,
        f"part values with ` | ` (space, bar, space), in these columns only: {', '.join(LISTS)}",
    )


@each_table
def test_years(path: Path) -> None:
    faults = [
        f"{where}: year_be {row['year_be']!r}, year_ce {row['year_ce']!r}"
        for where, row in numbered(path)
        if (row["year_be"], row["year_ce"]) != ("", "")
        and not (
            re.fullmatch(r"[0-9]{4}", row["year_ce"]) and row["year_be"] == str(int(row["year_ce"]) + 543)
        )
    ]
    report(faults, "year_be is year_ce + 543, in Arabic digits; leave both empty where no year is printed")


def is_date(text: str) -> bool:
    """Return whether the text is one ISO date, or two in order, `from/to`."""
    try:
        days = [date.fromisoformat(part) for part in text.split("/")]
    except ValueError:
        return False
    return len(days) in (1, 2) and days == sorted(days) and text == "/".join(d.isoformat() for d in days)


@each_table
def test_ceremony_dates(path: Path) -> None:
    faults = [
        f"{where}: ceremony_date {row['ceremony_date']!r}"
        for where, row in numbered(path)
        if row["ceremony_date"] and not is_date(row["ceremony_date"])
    ]
    report(faults, "write 2023-09-07, or 2019-06-24/2019-06-26 for several days")


@each_table
def test_sources(path: Path) -> None:
    faults = []
    for where, row in numbered(path):
        if row["source_url"] and not re.fullmatch(ADDRESS, row["source_url"]):
            faults.append(f"{where}: source_url is no address: {row['source_url']!r}")
        if not row["source_title"]:
            faults.append(f"{where}: no source_title")
    report(faults, "give the page's address, or source/ and the id of a record, and its title")


def test_one_title_for_each_source() -> None:
    titles: dict[str, set[str]] = {}
    for path in TABLES:
        for row in read(path):
            titles.setdefault(row["source_url"] or row["source_title"], set()).add(row["source_title"])
    faults = [f"{url}: {sorted(found)}" for url, found in sorted(titles.items()) if len(found) > 1]
    report(faults, "a page has one title: choose the printed one")


@each_table
def test_schemes(path: Path) -> None:
    faults = [where for where, row in numbered(path) if not (row["scheme_th"] or row["scheme_en"])]
    report(faults, "name the scheme in scheme_th or scheme_en")


@each_table
def test_items(path: Path) -> None:
    faults = []
    for where, row in numbered(path):
        match = re.fullmatch(r"([1-9][0-9]*)/([1-9][0-9]*)", row["item"])
        if row["item"] and not (match and int(match[1]) <= int(match[2]) and int(match[2]) > 1):
            faults.append(f"{where}: item {row['item']!r}")
    report(faults, "item is i/n: the i-th of n awards that the source counts; else leave it empty")


def test_awards_of_a_source_differ() -> None:
    # A row marked SAME AWARD may repeat the cells of the other: an item would make one award two.
    rows = [row for path in TABLES for row in read(path)]
    counts = Counter((identity(row), "SAME AWARD" in row["notes"]) for row in rows)
    faults = [
        f"{count} equal rows: {' · '.join(filter(None, key))}"
        for (key, _), count in counts.items()
        if count > 1
    ]
    report(
        faults,
        "one award twice: drop a row; several awards that the source does not tell apart: item 1/2, 2/2",
    )


def test_same_award_names_a_row() -> None:
    rows = [row for path in TABLES for row in read(path)]
    pages = Counter(row["source_url"] for row in rows)
    faults = []
    for row in rows:
        _, marked, other = row["notes"].partition("SAME AWARD")
        address = re.match(r" as the row of (https?://\S+)", other)
        here = other.startswith(" as the other row of this page") and pages[row["source_url"]] > 1
        release = other.startswith(" as the row of the depa release")
        if marked and not (here or release or (address and pages[address[1]])):
            faults.append(f"{row['source_title']}: {row['notes']}")
    report(faults, "write `SAME AWARD as the row of ADDRESS`: the source_url of the other row")


def test_awards_are_conferred() -> None:
    losing = re.compile(r"finalist|hono(u)?rable mention|nominee|shortlist", re.IGNORECASE)
    faults = []
    for path in AWARDS:
        for where, row in numbered(path):
            if row["outcome"] or losing.search(row["level_en"]):
                faults.append(f"{where}: {row['outcome'] or row['level_en']} is no award")
            if not any(row[f"{part}_{lang}"] for part in ("recipient", "project") for lang in ("th", "en")):
                faults.append(f"{where}: neither recipient nor project")
    report(faults, "applied and not won belongs in data/applications, nobody named in data/waiting")


@pytest.mark.parametrize("path", APPLICATIONS, ids=lambda path: path.name)
def test_applications_have_an_outcome(path: Path) -> None:
    faults = [
        f"{where}: {row['outcome']!r}" for where, row in numbered(path) if row["outcome"] not in OUTCOMES
    ]
    report(faults, f"outcome is one of: {', '.join(OUTCOMES)}")


def test_waiting_rows_name_nobody() -> None:
    faults = [
        where
        for where, row in numbered(DATA / "waiting" / "no-recipient.csv")
        if row["recipient_th"] or row["recipient_en"] or row["project_th"] or row["project_en"]
    ]
    report(faults, "a row with a recipient or a project moves to data/awards")


def test_doubtful_rows_say_why() -> None:
    faults = [where for where, row in numbered(DATA / "waiting" / "doubtful.csv") if not row["notes"]]
    report(faults, "say in notes what has to be found out before the row becomes an award")


def test_no_row_is_lost() -> None:
    found = sum(len(read(path)) for path in TABLES)
    assert found == TOTAL, (
        f"{found} rows, expected {TOTAL}: a row is lost, or you added some: then set TOTAL = {found}"
    )


def listed() -> dict[str, str]:
    """Return the files that the table of data/README.md lists, each with its last cell, the row count."""
    return {match[2]: match[3] for match in LISTED.finditer(README.read_text(encoding="utf-8"))}


def rows_of(path: Path) -> str:
    """Return what the table of data/README.md says of a file: its rows, or that it is no table."""
    return str(len(read(path))) if path.suffix == ".csv" else "text"


def refresh_counts() -> None:
    """Write the true counts into the table of data/README.md; a file it does not list stays unlisted."""
    text = README.read_text(encoding="utf-8")
    README.write_text(
        LISTED.sub(lambda m: f"{m[1]}{rows_of(DATA / m[2])} |", text), encoding="utf-8", newline="\n"
    )


#: Told of as a whole: its files are told of in themselves, and have no rows to count.
LEXICON = DATA / "lexicon"


def test_readme_lists_each_file_with_its_rows() -> None:
    readme, faults = listed(), []
    assert f"| {LEXICON.name}/ |" in README.read_text(encoding="utf-8")
    told = (path for path in sorted(DATA.rglob("*")) if path.is_file() and LEXICON not in path.parents)
    files = {path.relative_to(DATA).as_posix(): path for path in told}
    for name, path in files.items():
        if path != README and readme.get(name) != (rows := rows_of(path)):
            faults.append(f"{name}: README says {readme.get(name, 'nothing')}, the file has {rows}")
    faults += [f"{name}: listed, but not there" for name in readme if name not in files]
    report(faults, f"list the file in the table of data/README.md; the counts are written by `{HERE}`")


def as_shipped(row: Row) -> tuple[str, ...]:
    """Return the cells of a gathered row as data/ must hold them, without the remarks on its source."""
    cells = {column: row[column].replace("; ", " | ") if column in LISTS else row[column] for column in row}
    if cells["level_en"].lower().replace("honorable", "honourable") in OUTCOMES:
        cells["level_en"] = ""
    if not cells["source_url"].startswith("http"):
        cells["source_url"] = ""
    if cells["project_th"].startswith("ชุดตรวจสอบดินภาคสนาม"):
        cells["level_th"] = ""  # the source's word is cut at ระดับด, which may be ดี or ดีเด่น
    cells["project_en"] = cells["project_en"].removesuffix(" (descriptive)")
    return tuple(
        cells.get(column, "")
        for column in COLUMNS
        if column not in ("item", "outcome", "source_title", "notes")
    )


def test_every_gathered_row_is_here_once() -> None:
    originals = [ORIGINALS / name for name in ("awards_all.csv", "awards_more.csv")]
    if not all(path.exists() for path in originals):
        pytest.skip("The tables as they were gathered are not part of the repository and not beside it.")
    gathered = Counter(as_shipped(row) for path in originals for row in read(path))
    here = Counter(as_shipped(row) for path in TABLES for row in read(path))
    assert sum(gathered.values()) == TOTAL
    faults = [
        f"gathered {n}, here {here[key]}: {' · '.join(filter(None, key))}"
        for key, n in gathered.items()
        if here[key] != n
    ]
    report(
        faults,
        "a fact was changed or lost: restore the cell from the gathered table, or move it to the right file",
    )


if __name__ == "__main__":
    for table in TABLES:
        table.write_bytes(canonical(read(table)))
    refresh_counts()
