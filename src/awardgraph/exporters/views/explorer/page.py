"""The explorer's page: an atlas packed into one file, with the scripts that show it."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from awardgraph.exporters.pages.fonts import thai_font
from awardgraph.exporters.pages.page import bare, rendered
from awardgraph.exporters.pages.wording import LANGUAGES, messages
from awardgraph.exporters.views.explorer.lines import bracketed
from awardgraph.exporters.views.explorer.packing import pack
from awardgraph.exporters.views.explorer.pictures import can_be_drawn
from awardgraph.exporters.views.explorer.reading import read
from awardgraph.exporters.views.labels import in_language, plain
from awardgraph.exporters.views.marks import SHAPES
from awardgraph.exporters.views.picture import KINDS
from awardgraph.model.language import Bilingual
from awardgraph.resources import text as carried

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.exporters.views.explorer.atlas import Atlas

__all__ = ["VIEWS", "View", "explorer_page"]

View = Literal["overview", "agency", "timeline", "matrix", "lineage", "map", "ceremony"]
VIEWS: Final[tuple[View, ...]] = get_args(View)

#: The pictures of the page: a way between two entities is one that is asked for in the page itself.
_PICTURES: Final = (*VIEWS, "path")

#: What is read before any script runs; the rest of the styles is of what scripts show.
_FIRST_STYLES: Final = ("css/page.css", "css/opening.css")
_STYLES: Final = ("css/frame.css", "css/explorer.css")

#: Scripts that unfold the others; the worker of the search runs the first of them, and its own.
_FIRST_SCRIPTS: Final = ("js/explorer/inflate.js", "js/explorer/unfold.js")
_WORKER_SCRIPTS: Final = ("js/fold.js", "js/explorer/finder.js")

#: What the page holds, what is asked, how it is shown.
_SCRIPTS: Final = (
    "js/page.js",
    "js/icons.js",
    "js/explorer/atlas.js",
    "js/explorer/awards.js",
    "js/explorer/drawing.js",
    "js/explorer/grid.js",
    "js/explorer/parts.js",
    *(f"js/explorer/{view}.js" for view in _PICTURES),
    "js/explorer/details.js",
    "js/explorer/filters.js",
    "js/explorer/keeping.js",
    "js/explorer/walking.js",
    "js/combobox.js",
    "js/explorer/search.js",
    "js/explorer/explorer.js",
)

_TEMPLATE: Final = "explorer.html.jinja"

#: How scripts and templates name what every page says: "page.search", or ("page", "search").
_OF_PAGES: Final = re.compile(r'\bpage(?:\.|", ")(\w+)')

#: The keys that do something, as their caps say; the words for each are explorer.key_N.
_KEYS: Final = (
    ("/",),
    ("↑", "↓", "Enter"),
    ("Tab",),
    ("←", "→", "↑", "↓"),
    ("Enter",),
    ("Alt + ←",),
    ("Esc",),
    ("?",),
)

#: Words that the scripts say; the other sections of the messages are of other pages.
_SECTIONS: Final = (
    "page", "explorer", "question", "marks", "letter", "kind", "counted", "counted_one", "type", "relation",
    "inverse", "fact",
)  # fmt: skip


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles from looking again and again at millions of texts that have none."""
    import gc

    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_uncollected()
def explorer_page(
    lines: Iterable[bytes],
    base: str = "",
    *,
    view: View = "overview",
    focus: str = "",
    lang: Language = "th",
    font: bool = False,
    part: bool = False,
) -> str:
    """Return the page as text, to be written as UTF-8; the same statements give the same page.

    Args:
        lines: a graph's sorted N-Quads lines in UTF-8; of N-Triples, nothing says who states what.
        base: below it entities are minted.
        view: the picture with which the page opens.
        focus: IRI of the entity that is chosen when the page opens.
        lang: the language in which it opens; it can be changed on the page.
        font: whether the page brings its own Thai letters.
        part: whether the lines are those of an answer; then the page says so.
    """
    atlas = read(lines)
    packed = pack(atlas, base)
    pictures = [each for each in _PICTURES if each == view or can_be_drawn(each, atlas)]
    left_out = {f"js/explorer/{each}.js" for each in _PICTURES if each not in pictures}
    scripts = [path for path in _SCRIPTS if path not in left_out]
    at = next((at for at, number in enumerate(packed.order) if atlas.iris[number] == bracketed(focus)), -1)
    return rendered(
        _TEMPLATE,
        styles=[*([thai_font()] if font else []), _joined(_FIRST_STYLES)],
        scripts=[bare(carried(path)) for path in _FIRST_SCRIPTS],
        later={"style": [_joined(_STYLES)], "script": [_joined(_WORKER_SCRIPTS), _joined(scripts)]},
        data={
            "atlas": packed.head,
            "opening": {"view": view, "focus": at},
            "kinds": KINDS,
            "views": pictures,
            "shapes": {kind: asdict(shape) for kind, shape in SHAPES.items()},
            "messages": {tongue: _said(tongue) for tongue in LANGUAGES},
        },
        workers=True,
        packed=packed,
        lang=lang,
        say=messages(lang),
        languages={tongue: messages(tongue)["page"]["name"] for tongue in LANGUAGES},
        views=pictures,
        keys=_KEYS,
        view=view,
        part=part,
        heading=_names(atlas, packed.order[at]) if at >= 0 else None,
        counts=_counts(atlas, packed.order),
        schemes=_schemes(atlas, packed.order),
    )


def _joined(paths: Iterable[str]) -> str:
    return "".join(bare(carried(path)) for path in paths)


def _said(lang: Language) -> dict[str, Any]:
    said = {section: messages(lang)[section] for section in _SECTIONS}
    # Half of what pages say is said by other pages than this one.
    own = {key for path in (*_SCRIPTS, f"html/{_TEMPLATE}") for key in _OF_PAGES.findall(carried(path))}
    return {**said, "page": {key: words for key, words in said["page"].items() if key in own}}


def _counts(atlas: Atlas, order: Sequence[int]) -> dict[str, int]:
    """Return how many entities of each kind there are; what was only applied for is counted apart."""
    counts: dict[str, int] = {}
    for number in order:
        applied = atlas.types[number] == "application"
        name = "application" if applied else KINDS[atlas.kinds[number]]
        counts[name] = counts.get(name, 0) + 1
    return {name: counts[name] for name in ("award", "application", *KINDS) if name in counts}


def _names(atlas: Atlas, number: int) -> dict[str, str]:
    """Return a name as the scripts say it: what nobody names is told apart by its address."""
    return {
        lang: plain(in_language(Bilingual(*map(bytes.decode, atlas.labels[number])), lang))
        or f"{messages(lang)['page']['unnamed']} ({atlas.iris[number][1:-1].decode()})"
        for lang in LANGUAGES
    }


def _schemes(atlas: Atlas, order: Sequence[int]) -> list[tuple[dict[str, str], int]]:
    """Return the schemes with the numbers of their awards, the most first: what stands there at once."""
    counts: dict[int, int] = {}
    for award, scheme in zip(*atlas.links.get("underScheme", ((), ()))[:2], strict=True):
        if atlas.types[award] != "application":
            counts[scheme] = counts.get(scheme, 0) + 1
    shown = [number for number in order if number in counts]
    shown.sort(key=lambda number: -counts[number])
    return [(_names(atlas, number), counts[number]) for number in shown[:40]]
