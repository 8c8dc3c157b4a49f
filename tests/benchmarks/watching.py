"""A page that is opened from a file in Chromium, without a graphics card and without a network, and its costs."""

from __future__ import annotations

import json
import statistics
import time
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from playwright.sync_api import Browser, CDPSession, Page

__all__ = ["Opened", "opened"]

#: Says when the page is ready.
_WATCH: Final = """
  const seen = new MutationObserver(() => {
    if (!document.documentElement?.dataset.ready) return;
    seen.disconnect();
    console.debug("ready", performance.now());
  });
  seen.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
"""

#: For vis-network, which says when it has drawn its first picture.
_VIS_IS_DRAWN: Final = """
  addEventListener("DOMContentLoaded", () => {
    const done = () => console.debug("ready", performance.now());
    network.once(document.getElementById("loadingBar") ? "stabilizationIterationsDone" : "afterDrawing", done);
  });
"""

#: How traces call what runs without a break.
_TASKS: Final = ("RunTask", "MicrotaskCheckpoint")

_PAINT: Final = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"

#: Does something, and resolves when what it changed has been painted.
_UNTIL_PAINTED: Final = """async ([selector, typed, watched]) => {
  const target = document.querySelector(selector);
  if (!target) return -1;
  const began = performance.now();
  const changed = new Promise((done) => {
    const seen = new MutationObserver(() => { seen.disconnect(); done(); });
    seen.observe(document.querySelector(watched), { childList: true, subtree: true });
  });
  if (typed) { target.value = typed; target.dispatchEvent(new Event("input")); }
  else target.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  await changed;
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - began;
}"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What it took, in seconds; -1 where it was not asked.

    Attributes:
        cpu: of the renderer until the page is ready, of all its threads.
        ready: on the clock.
        paint: on the clock, until something was painted.
        longest: CPU seconds of the longest task after that, until names can be searched.
        searchable: on the clock.
        click: CPU seconds of the main thread from a click on a mark until it is painted.
        key: likewise from a letter in the search until its answers are painted, of the slowest of six.
        click_clock, key_clock: likewise on the clock.
    """

    cpu: float
    ready: float
    paint: float
    longest: float = -1
    searchable: float = -1
    click: float = -1
    key: float = -1
    click_clock: float = -1
    key_clock: float = -1


def opened(browser: Browser, page: Path, rounds: int = 3, *, vis: bool = False, wait: float = 60) -> Opened:
    """Open a page so many times, each in a renderer of its own, and return the median of each cost."""
    runs = [_once(browser, page, vis=vis, wait=wait) for _ in range(rounds)]
    return Opened(*(statistics.median(values) for values in zip(*map(astuple, runs), strict=True)))


def _once(browser: Browser, file: Path, *, vis: bool, wait: float) -> Opened:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.route(
        "**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort()
    )
    page = context.new_page()
    page.add_init_script(_WATCH + (_VIS_IS_DRAWN if vis else ""))
    system, own = browser.new_browser_cdp_session(), context.new_cdp_session(page)
    own.send("Performance.enable", {"timeDomain": "threadTicks"})
    # The trace has only what the browser's threads run, and for how long they themselves ran.
    browser.start_tracing(page=page, categories=["toplevel", "loading", "__metadata"])
    before = _renderers(system)
    with page.expect_console_message(lambda said: said.text.startswith("ready"), timeout=wait * 1000) as said:
        page.goto(file.as_uri(), wait_until="commit", timeout=wait * 1000)
    cpu = _renderers(system) - before
    ready = float(said.value.text.split()[1]) / 1000
    paint = page.evaluate(_PAINT) / 1000
    searchable = -1.0 if vis else _searchable(page, wait)
    longest = _longest(json.loads(browser.stop_tracing()))
    costs: tuple[float, ...] = (-1,) * 4 if vis else _used(page, own)
    context.close()
    return Opened(cpu, ready, paint, longest, searchable, *costs)


def _searchable(page: Page, wait: float) -> float:
    """Wait until all names were given to the search, and return when that was."""
    end = time.monotonic() + wait
    while not page.evaluate("document.documentElement.dataset.searchable") and time.monotonic() < end:
        page.wait_for_timeout(50)
    return float(page.evaluate("performance.now()")) / 1000


def _longest(trace: dict[str, Any]) -> float:
    """Return the CPU seconds of the longest task of the page's main thread after its first paint."""
    events: Sequence[dict[str, Any]] = trace["traceEvents"]
    paints = [one for one in events if one["name"] == "firstContentfulPaint"]
    mains = {(one["pid"], one["tid"]) for one in paints}
    first = min((one["ts"] for one in paints), default=0)
    tasks = (one for one in events if one["name"].endswith(_TASKS) and (one["pid"], one["tid"]) in mains)
    return max((one.get("tdur", 0) for one in tasks if one["ts"] >= first), default=0) / 1e6


def _used(page: Page, own: CDPSession) -> tuple[float, ...]:
    """Return what a click and the letters of a search cost: of the main thread, and on the clock."""
    page.evaluate("location.hash = 'v=agency'")
    page.wait_for_timeout(1000)
    click = _doing(page, own, "#picture a[data-id] .target", "", "#details")
    page.locator("#search").focus()
    keys = [_doing(page, own, "#search", typed, "#found") for typed in ("ห", "หน", "หนอ", "m", "mo", "mob")]
    key, key_clock = (max(values) for values in zip(*keys, strict=True))
    return click[0], key, click[1], key_clock


def _doing(page: Page, own: CDPSession, selector: str, typed: str, watched: str) -> tuple[float, float]:
    before = _main_thread(own)
    clock: float = page.evaluate(_UNTIL_PAINTED, [selector, typed, watched])
    return _main_thread(own) - before, clock / 1000


def _main_thread(own: CDPSession) -> float:
    metrics: dict[str, Any] = own.send("Performance.getMetrics")
    return next(float(one["value"]) for one in metrics["metrics"] if one["name"] == "TaskDuration")


def _renderers(system: CDPSession) -> float:
    processes: dict[str, Any] = system.send("SystemInfo.getProcessInfo")
    return sum(float(one["cpuTime"]) for one in processes["processInfo"] if one["type"] == "renderer")
