"""What opens pages, what watches over them, and what tells whether everybody can use them."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Dialog, Page

#: Where ``npm install axe-core`` puts it.
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

#: WCAG 2.2 AA, and what axe-core holds to be good practice.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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
        self.page.wait_for_selector("html.scripted", state="attached")
        if self.page.locator("#picture[role=application]").count():
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


@pytest.fixture
def keep(tmp_path: Path) -> Callable[[Page, str], None]:
    """Keep a screenshot where the environment says, else with the test's other files."""
    folder = Path(os.environ.get("AWARDGRAPH_SCREENSHOTS") or tmp_path)

    def save(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png")

    return save


@pytest.fixture
def barriers() -> Callable[[Page], list[str]]:
    """Return what names each barrier that axe-core finds on a page: its rule, and where it is."""
    if not AXE.exists():
        pytest.skip(
            "axe-core is not installed: barriers were not looked for (npm install --no-save axe-core)."
        )
    source = AXE.read_text(encoding="utf-8")

    def find(page: Page) -> list[str]:
        page.evaluate(source)
        found = page.evaluate(
            "rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(({ violations }) =>"
            " violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => [id, String(target), html])))",
            RULES,
        )
        return [f"{rule}: {target} {html[:200]}" for rule, target, html in found]

    return find
