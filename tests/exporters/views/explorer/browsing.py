"""Going about in the explorer's page as its readers do."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from tests.exporters.conftest import Visit

    Open = Callable[..., Visit]

#: What it takes a slow machine, in seconds.
PATIENCE = 30.0


def opened(visit: Visit, hash_: str = "") -> Page:
    """Open a page and return it when it shows what its address says."""
    page = visit.go(hash_)
    page.wait_for_selector("html[data-ready=true]", state="attached", timeout=PATIENCE * 1000)
    return settled(page)


def settled(page: Page) -> Page:
    """Return a page when it shows what its address says."""
    end = time.monotonic() + PATIENCE
    while not page.evaluate("document.documentElement.dataset.shown === location.hash"):
        assert time.monotonic() < end, f"the page does not come to rest at {page.url[-80:]}"
        page.wait_for_timeout(20)
    return page


def go(page: Page, hash_: str) -> Page:
    """Change the address of an open page."""
    page.evaluate("hash => { location.hash = hash }", hash_)
    return settled(page)


def chosen(page: Page) -> str:
    """Return the key of the entity whose details are shown."""
    key: str = page.evaluate(
        "(async () => { const { id } = document.getElementById('details').dataset;"
        " return id ? (await awardgraph.atlas.record(Number(id))).key : '' })()"
    )
    return key


def choose(page: Page, key: str) -> Page:
    """Choose an entity as a click on it does."""
    page.evaluate("async key => awardgraph.choose(await awardgraph.atlas.find(key))", key)
    return settled(page)
