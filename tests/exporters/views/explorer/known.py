"""A few awards that a reader can count, as the explorer's page; and what is asked of that page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, Store

from awardgraph.exporters.views.explorer.page import explorer_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from awardgraph.exporters.pages.wording import Language
    from tests.exporters.conftest import Visit

    Open = Callable[..., Visit]

_HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())

#: Revenue and Excise are of the Ministry of Finance, Fisheries is of the Ministry of Agriculture. Revenue has
#: won four awards (three PSEA, one UNPSA), Excise two (PSEA), one of them together with Revenue; Fisheries
#: one (UNPSA). Revenue's first was for a project in Krabi, Excise's first is of a district of Trang.
AWARDS = """
<scheme/psea> a awg:AwardScheme ; rdfs:label "รางวัลเลิศรัฐ"@th , "PSEA"@en .
<scheme/unpsa> a awg:AwardScheme ; rdfs:label "รางวัลสหประชาชาติ"@th , "UNPSA"@en .
<category/service> a awg:Category ; rdfs:label "บริการ"@th , "Service"@en ; awg:ofScheme <scheme/psea> .
<level/good> a awg:Level ; rdfs:label "ดี"@th , "Good"@en ; awg:ofScheme <scheme/psea> .
<level/best> a awg:Level ; rdfs:label "ดีเด่น"@th , "Outstanding"@en ; awg:ofScheme <scheme/psea> .
<agency/mof> a awg:PublicAgency ; rdfs:label "กระทรวงการคลัง"@th , "Ministry of Finance"@en .
<agency/moac> a awg:PublicAgency ; rdfs:label "กระทรวงเกษตรและสหกรณ์"@th , "Ministry of Agriculture"@en .
<agency/revenue> a awg:PublicAgency ; rdfs:label "กรมสรรพากร"@th , "Revenue Department"@en ; org:subOrganizationOf <agency/mof> .
<agency/excise> a awg:PublicAgency ; rdfs:label "กรมสรรพสามิต"@th , "Excise Department"@en ; org:subOrganizationOf <agency/mof> .
<agency/fisheries> a awg:PublicAgency ; rdfs:label "กรมประมง"@th , "Department of Fisheries"@en ; org:subOrganizationOf <agency/moac> .
<agency/lonely> a awg:PublicAgency ; rdfs:label "หน่วยงานเดี่ยว"@th , "Lonely Office"@en .
<place/krabi> a awg:Place ; rdfs:label "กระบี่"@th , "Krabi"@en ; awg:isoCode "TH-81" .
<place/trang> a awg:Place ; rdfs:label "ตรัง"@th , "Trang"@en ; awg:isoCode "TH-92" .
<place/ayutthaya> a awg:Place ; rdfs:label "พระนครศรีอยุธยา"@th , "Phra Nakhon Si Ayutthaya"@en ; awg:isoCode "TH-14" .
<place/kantang> a awg:Place ; rdfs:label "อำเภอกันตัง"@th , "Kantang"@en ; awg:locatedIn <place/trang> .
<project/tax> a awg:Project ; rdfs:label "ภาษีออนไลน์"@th , "Tax online"@en ; awg:locatedIn <place/krabi> .
<edition/psea-2020> a awg:Edition ; awg:editionOf <scheme/psea> ; awg:editionYear "2020"^^xsd:gYear .
<edition/psea-2021> a awg:Edition ; awg:editionOf <scheme/psea> ; awg:editionYear "2021"^^xsd:gYear .
<conferral/1> a awg:Conferral ; rdfs:label "1"@en ; awg:recipient <agency/revenue> ; awg:underScheme <scheme/psea> ;
  awg:inEdition <edition/psea-2020> ; awg:level <level/good> ; awg:forCategory <category/service> ; awg:forProject <project/tax> .
<conferral/2> a awg:Conferral ; rdfs:label "2"@en ; awg:recipient <agency/revenue> ; awg:underScheme <scheme/psea> ;
  awg:inEdition <edition/psea-2021> ; awg:level <level/best> .
<conferral/3> a awg:Conferral ; rdfs:label "3"@en ; awg:recipient <agency/revenue> ; awg:underScheme <scheme/unpsa> .
<conferral/4> a awg:Conferral ; rdfs:label "4"@en ; awg:recipient <agency/excise> ; awg:underScheme <scheme/psea> ;
  awg:inEdition <edition/psea-2021> ; awg:place <place/kantang> .
<conferral/5> a awg:Conferral ; rdfs:label "5"@en ; awg:recipient <agency/revenue> , <agency/excise> ; awg:underScheme <scheme/psea> .
<conferral/6> a awg:Conferral ; rdfs:label "6"@en ; awg:recipient <agency/fisheries> ; awg:underScheme <scheme/unpsa> .
<application/7> a awg:Application ; rdfs:label "7"@en ; awg:applicant <agency/revenue> ; awg:underScheme <scheme/psea> .
"""

#: Cells of the picture and of its table: what each link says, by what it leads to.
CELLS = (
    "(root) => [...document.querySelectorAll(`${root} [data-cell]`)].map((mark) => mark.dataset.cell).sort()"
)
ENTITIES = "(root) => [...new Set([...document.querySelectorAll(`${root} [data-id]`)].map((mark) => mark.dataset.id))].sort()"

#: Pairs of texts of a picture that lie on one another, by the boxes that the browser draws.
OVERLAPS = """() => {
  const texts = [...document.querySelectorAll('#picture svg text')].filter((text) => !text.closest('.mark'));
  const boxes = texts.flatMap((text) => [...text.querySelectorAll('tspan')].filter((line) => line.textContent.trim()).map((line) => [line.textContent, line.getBoundingClientRect()]));
  const pairs = [];
  boxes.forEach(([one, a], at) => boxes.slice(at + 1).forEach(([other, b]) => {
    if (a.left + 0.5 < b.right && b.left + 0.5 < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom) pairs.push(`${one} | ${other}`);
  }));
  return pairs;
}"""


def explorer(*statements: str, lang: Language = "en") -> str:
    """Return the explorer's page over a few statements in Turtle."""
    store = Store()
    store.load((_HEAD + "\n".join(statements)).encode(), format=RdfFormat.TURTLE, base_iri=DEFAULT_BASE)
    dumped = store.dump(format=RdfFormat.N_QUADS)
    assert dumped is not None
    return explorer_page(sorted(dumped.splitlines(keepends=True)), DEFAULT_BASE, lang=lang)


def opened(visit: Visit, hash_: str) -> Page:
    """Return the page when its picture is drawn."""
    page = visit.go(hash_)
    page.wait_for_selector("html[data-ready=true]", state="attached")
    return page


def after(page: Page, action: Callable[[], Any]) -> Page:
    """Do something and return the page when it has been drawn anew."""
    before = page.locator("html").get_attribute("data-drawn")
    action()
    page.wait_for_selector(f"html:not([data-drawn='{before}'])", state="attached")
    page.wait_for_timeout(200)  # the details, and where the focus goes
    return page
