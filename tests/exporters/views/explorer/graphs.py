"""Graphs as lines, and the pages made of them: depa's release, and what nobody would want to show."""

from __future__ import annotations

import base64
import json
import re
import zlib
from functools import cache
from itertools import accumulate
from typing import Any

from pyoxigraph import NamedNode

from awardgraph.exporters.views.explorer.page import explorer_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES
from tests.exporters.views.conftest import DEPA_TEXT, Loaded

RDF, RDFS, AWG, DCT, SKOS = (PREFIXES[name] for name in ("rdf", "rdfs", "awg", "dct", "skos"))

#: Texts that could run, hide, reorder, break or swell a page or a file made of it.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "--></noscript><h1>x",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</textarea></title></style><iframe src=javascript:alert(1)>",
    "javascript:alert(1)",
    "\u202egnorw si siht\u2066",
    "before\x00after\x1b[31m",
    "half \ud800 a pair \udc00",
    "ก" * 10_000,
    "no space " * 1_200,
    "e" + "\u0301" * 2_000,
    "line\u2028line\u2029line",
    "tab\tline\nreturn\rUS\x1fRS\x1e",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "@SUM(A1)",
    "{{ 7 * 7 }}{% raw %}",
    "{name} {0} {n} $& $1",
    "]]>&lt;b&gt;&amp;",
    "%3Cscript%3E &c=~1&n=x#y",
    "__proto__",
    "constructor",
    "\u200b\u2060",
    "\uffff\ufffe",
    "99999999999999999999999999",
    "²",
    "🏆 漢字 أبجد",
)

#: Addresses that are none of the web, or look like something else in the address of the page.
STRANGE = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "https://example.org/%3Cscript%3E?a=b&c=d#e=f&g",
    "urn:x:~5",
    "mailto:a+b@example.org",
    DEFAULT_BASE,
    DEFAULT_BASE + "~0",
    DEFAULT_BASE + "y2023",
    DEFAULT_BASE + "javascript:alert(2)",
    DEFAULT_BASE + "agency/ก+ข&n=1%2F",
    DEFAULT_BASE + "agency/" + "x" * 3_000,
    DEFAULT_BASE + "constructor",
)


@cache
def depa_lines() -> tuple[str, ...]:
    """Return depa's release as the lines of a graph."""
    return tuple(lines_of(Loaded(DEPA_TEXT)))


def lines_of(graph: Loaded) -> list[str]:
    """Return what sources say in a graph, as sorted N-Quads lines."""
    named = (quad for quad in graph.store if isinstance(quad.graph_name, NamedNode))
    return sorted(f"{quad.subject} {quad.predicate} {quad.object} {quad.graph_name} .\n" for quad in named)


def page_of(lines: Any = None, **opening: Any) -> str:
    """Return the explorer's page of some lines; of depa's release unless others are given."""
    return explorer_page(map(str.encode, depa_lines() if lines is None else lines), DEFAULT_BASE, **opening)


def literal(text: str, tag: str = "") -> str:
    r"""Return a text as N-Quads writes it, with halves of pairs, which no reader of RDF takes."""
    escaped = re.sub(
        r'[\x00-\x1f"\\\ud800-\udfff\uffff\ufffe]', lambda found: f"\\u{ord(found[0]):04X}", text
    )
    return f'"{escaped}"{"@" + tag if tag else ""}'


def hostile_lines(texts: tuple[str, ...] = HOSTILE, addresses: tuple[str, ...] = STRANGE) -> list[str]:
    """Return a graph in which every text that a page shows is one of some texts."""
    made: list[str] = []

    def say(subject: str, *told: tuple[str, str]) -> None:
        made.extend(
            f"<{subject}> <{predicate}> {term} <{DEFAULT_BASE}source/s> .\n" for predicate, term in told
        )

    def iri(name: str) -> str:
        return f"<{DEFAULT_BASE}{name}>"

    def is_a(name: str) -> tuple[str, str]:
        return RDF + "type", f"<{PREFIXES[name.partition(':')[0]]}{name.partition(':')[2]}>"

    for at, text in enumerate(texts):
        named = ((RDFS + "label", literal(text, "th")), (RDFS + "label", literal(text, "en")))
        also = (SKOS + "altLabel", literal(text, "en"))
        said = (AWG + "statedIn", iri(f"passage/{at}"))
        for folder, kind in (
            ("agency", "awg:PublicAgency"), ("scheme", "awg:AwardScheme"), ("category", "awg:Category"),
            ("level", "awg:Level"), ("edition", "awg:Edition"), ("place", "awg:Place"), ("person", "foaf:Person"),
            ("project", "awg:Project"), ("ceremony", "awg:Ceremony"), ("conferral", "awg:Conferral"),
        ):  # fmt: skip
            say(f"{DEFAULT_BASE}{folder}/{at}", is_a(kind), *named, also, said)
        say(f"{DEFAULT_BASE}source/{at}", is_a("awg:SourceDocument"), (DCT + "title", literal(text)), (DCT + "issued", literal(text)))  # fmt: skip
        ends = {
            "recipient": "agency", "underScheme": "scheme", "forCategory": "category", "level": "level",
            "inEdition": "edition", "forProject": "project", "atCeremony": "ceremony", "place": "place",
        }  # fmt: skip
        say(f"{DEFAULT_BASE}conferral/{at}", *((AWG + by, iri(f"{end}/{at}")) for by, end in ends.items()), (AWG + "itemNumber", literal(text)))  # fmt: skip
        say(f"{DEFAULT_BASE}conferral/{at}", (DCT + "source", iri(f"source/{at}")))
        say(f"{DEFAULT_BASE}ceremony/{at}", (AWG + "venue", literal(text)), (AWG + "heldOn", literal(text)), (AWG + "agenciesAtLeast", literal(text)))  # fmt: skip
        say(f"{DEFAULT_BASE}edition/{at}", (AWG + "editionOf", iri(f"scheme/{at}")), (AWG + "editionYear", literal(str(2000 + at))), (AWG + "editionYear", literal(text)))  # fmt: skip
        say(f"{DEFAULT_BASE}level/{at}", (AWG + "rank", literal(text)), (AWG + "inScale", iri("scale/x")))
        say(f"{DEFAULT_BASE}place/{at}", (AWG + "isoCode", literal(text)))
        say(f"{DEFAULT_BASE}passage/{at}", (AWG + "passageOf", iri(f"source/{at}")), (AWG + "quote", literal(text)), (AWG + "remark", literal(text)), (AWG + "start", literal(text)))  # fmt: skip
        part = f"{DEFAULT_BASE}participation/{at}"
        say(part, (AWG + "participant", iri(f"person/{at}")), (AWG + "inRole", f"<{AWG}receiver>"), (AWG + "forConferral", iri(f"conferral/{at}")))  # fmt: skip
        say(part, (AWG + "postTitle", literal(text, "th")), (AWG + "nameAsPrinted", literal(text)), (AWG + "participant", literal(text)))  # fmt: skip
    for at, address in enumerate(addresses):
        say(address, is_a("awg:SourceDocument" if at % 2 else "awg:PublicAgency"), (RDFS + "label", literal(f"strange {at}", "en")))  # fmt: skip
        say(
            f"{DEFAULT_BASE}conferral/0",
            (AWG + "recipient" if at % 2 == 0 else DCT + "source", f"<{address}>"),
        )
    return sorted(made)


def block(page: str, name: str) -> str:
    """Return what a block of a page holds."""
    found = re.search(rf'<script type="[^"]+" id="{name}">(.*?)</script>', page, re.DOTALL)
    assert found, name
    return found[1]


def blocks(page: str, name: str) -> list[str]:
    """Return what the blocks of columns, of names or of records hold."""
    return re.findall(rf'<script type="[^"]+" class="packed-{name}">(.*?)</script>', page, re.DOTALL)


def head_of(page: str) -> dict[str, Any]:
    """Return what the scripts read first of a page."""
    parsed: dict[str, Any] = json.loads(opened(block(page, "folded")))["data"]
    return parsed


def opened(text: str) -> bytes:
    """Return what a page of names or records holds."""
    return zlib.decompress(base64.b64decode(text), -15)


def names_of(page: str) -> list[list[str]]:
    """Return Thai name, English name and others of every entity."""
    texts = [opened(part).decode() for part in blocks(page, "names")]
    return [line.split("\t") for text in texts for line in text.split("\n")]


def ends_of(page: str, relation: str) -> dict[int, int]:
    """Return the first entity to which a relation leads, by the entity from which it does."""
    head, content, numbers = head_of(page)["atlas"], opened("".join(blocks(page, "columns"))), {}
    for name, length, planes, rising in head["columns"]:
        parts = [content[plane * length : (plane + 1) * length] for plane in range(planes)]
        column = [sum(byte << 8 * at for at, byte in enumerate(told)) for told in zip(*parts, strict=True)]
        numbers[name] = list(accumulate(column)) if rising else column
        content = content[length * planes :]
    pairs = zip(numbers.get(f"{relation} from", ()), numbers.get(f"{relation} to", ()), strict=True)
    return dict(reversed(list(pairs)))


def records_of(page: str) -> list[list[Any]]:
    """Return key, sources, exceptions, facts and quotes of every entity; a quote is source, words, remark."""
    made: list[list[Any]] = []
    for part in blocks(page, "records"):
        keys, sources, *others = json.loads(opened(part))
        for at, key in enumerate(keys.split("\n")):
            own = sources[at] if isinstance(sources[at], list) else [sources[at]]
            made.append([key, [] if own == [-1] else own, *(told.get(str(at), []) for told in others)])
    names, winners, works = names_of(page), ends_of(page, "recipient"), ends_of(page, "forProject")
    ends = {at: record[0].rpartition("/")[2] for at, record in enumerate(made)}
    for at, record in enumerate(made):
        record[0] = record[0].replace("\x01", ends.get(winners.get(at, -1), ""))
        signs = {1: (works, 0), 2: (works, 1), 3: (winners, 0), 4: (winners, 1)}
        spelled = {sign: names[by[at]][column] for sign, (by, column) in signs.items() if at in by}
        told = [quote if isinstance(quote, list) else [quote] for quote in record[4]]
        record[4] = [
            [quote[2] if len(quote) > 2 else record[1][0], quote[0].translate(spelled), "".join(quote[1:2])]
            for quote in told
        ]
    return made
