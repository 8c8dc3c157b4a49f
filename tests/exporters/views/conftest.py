"""A release as a graph, pages made of it, and the browser that opens them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import Quad, RdfFormat, Store, Variable

from awardgraph.exporters.views.neighbourhood import neighbourhood
from awardgraph.exporters.views.network import network_page
from awardgraph.vocabulary.namespaces import DEFAULT_BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, Dialog, Page
    from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples

    from awardgraph.exporters.views.picture import Picture

CHROMIUM = next(
    (path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(path).exists()), ""
)
RELEASE = DEFAULT_BASE + "source/depa-pmqa-2566"
DEPA = DEFAULT_BASE + "agency/depa"


class Loaded:
    """A store that answers as a graph does, and counts what it is asked."""

    def __init__(self, *texts: str, format: RdfFormat = RdfFormat.TRIG) -> None:
        self.store = Store()
        for text in texts:
            self.store.load(text.encode(), format=format, base_iri=DEFAULT_BASE)
        for quad in list(self.store):
            self.store.add(Quad(quad.subject, quad.predicate, quad.object))
        self.asked = 0

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> QuerySolutions | QueryTriples | QueryBoolean:
        self.asked += 1
        assert len(text) <= 100_000, "longer than a graph reads"
        substitutions: Any = {Variable(name): term for name, term in (bindings or {}).items()}
        return self.store.query(text, prefixes=PREFIXES, substitutions=substitutions)


HEAD = "".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in PREFIXES.items())
DEPA_TEXT = (Path(__file__).parent / "depa.trig").read_text(encoding="utf-8")


def turtle(*statements: str) -> Loaded:
    """Return a graph of a few statements in Turtle."""
    return Loaded(HEAD + "\n".join(statements), format=RdfFormat.TURTLE)


def hub(awards: int) -> Loaded:
    """Return depa's release with an agency that has won so many awards, each in one of ten years."""
    lines = [
        '<agency/hub> a awg:PublicAgency ; rdfs:label "กรมตัวอย่าง"@th , "Department of Examples"@en .',
        *(
            f'<edition/psea-{year}> a awg:Edition ; awg:editionOf <scheme/psea> ; awg:editionYear "{year}"^^xsd:gYear .'
            for year in range(2010, 2020)
        ),
        *(
            f'<conferral/x-{n:05}> a awg:Conferral ; rdfs:label "รางวัลที่ {n}"@th ; awg:recipient <agency/hub> ;'
            f" awg:underScheme <scheme/psea> ; awg:inEdition <edition/psea-{2010 + n % 10}> ;"
            f" awg:level <level/psea-good> ; awg:forCategory <category/psea-service-innovation> ."
            for n in range(awards)
        ),
    ]
    return Loaded(DEPA_TEXT, HEAD + "\n".join(lines))


@pytest.fixture(scope="session")
def depa() -> Loaded:
    return Loaded(DEPA_TEXT)


@pytest.fixture(scope="session")
def release(depa: Loaded) -> Picture:
    return neighbourhood(depa, RELEASE)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it the tests of pages are skipped, unless the environment forbids that."""
    required = os.environ.get("AWARDGRAPH_REQUIRE_CHROMIUM") == "1"
    missing = (
        "" if CHROMIUM else "Chromium is not installed: the pages were not opened (apt install chromium)."
    )
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing = "playwright is not installed: the pages were not opened (pip install playwright)."
    if missing:
        (pytest.fail if required else pytest.skip)(missing)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield opened
        opened.close()


class Visit:
    """A page opened from a file, with everything it did that it should not."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.url = page, url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.context.route("**/*", self._only_the_file)
        page.on("console", lambda message: self.complaints.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.add_init_script(
            "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective))"
        )

    def _dialog(self, dialog: Dialog) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _only_the_file(self, route: Any) -> None:
        if route.request.url.partition("#")[0] == self.url:
            route.continue_()
        else:
            self.requests.append(route.request.url)
            route.abort()

    def go(self, hash_: str = "") -> Page:
        self.page.goto(self.url + hash_)
        self.page.wait_for_selector("#picture canvas", state="attached")
        self.page.wait_for_timeout(250)  # fonts and the first drawing
        return self.page

    def chosen(self) -> str:
        """Return the IRI whose details are shown."""
        return self.page.locator("#details").get_attribute("data-node") or ""


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Visit]]:
    """Write a page to a file and open it; at the end it must have asked for nothing and complained of nothing."""
    visits: list[Visit] = []

    def open_page(
        html: str, *, width: int = 1440, height: int = 900, dark: bool = False, **context: Any
    ) -> Visit:
        file = tmp_path / f"page{len(visits)}.html"
        file.write_text(html, encoding="utf-8", newline="\n")
        made = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **context
        )
        visits.append(Visit(made.new_page(), file.as_uri()))
        return visits[-1]

    yield open_page
    for done in visits:
        assert done.requests == []
        assert done.complaints == []
        done.page.context.close()


@pytest.fixture(scope="session")
def release_page(depa: Loaded, release: Picture) -> str:
    return network_page(depa, release)


@pytest.fixture
def keep(tmp_path: Path) -> Callable[[Page, str], None]:
    """Keep a screenshot where the environment says, else with the test's other files."""
    folder = Path(os.environ.get("AWARDGRAPH_SCREENSHOTS") or tmp_path)

    def save(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png")

    return save
