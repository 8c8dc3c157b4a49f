"""The network page: a picture around one entity, its details and its tables, in one file."""

from __future__ import annotations

from dataclasses import asdict
from importlib import resources as packages
from typing import TYPE_CHECKING, Any, Final

from awardgraph.exporters.pages.fonts import thai_font
from awardgraph.exporters.pages.page import rendered, web_address
from awardgraph.exporters.pages.wording import LANGUAGES, messages
from awardgraph.exporters.views.asking import statements
from awardgraph.exporters.views.labels import in_language, lines_of, plain
from awardgraph.exporters.views.layout import layout
from awardgraph.exporters.views.marks import SHAPES
from awardgraph.exporters.views.naming import is_minted, label_of, tail
from awardgraph.exporters.views.picture import KINDS
from awardgraph.model.language import Bilingual
from awardgraph.resources import text as carried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyvis.network import Network

    from awardgraph.exporters.pages.wording import Language
    from awardgraph.exporters.views.asking import Queryable
    from awardgraph.exporters.views.picture import Node, Picture

__all__ = ["network_page", "to_pyvis"]

_STYLES: Final = ("css/page.css", "css/frame.css", "css/network.css")
_SCRIPTS: Final = (
    "js/fold.js",
    "js/page.js",
    "js/icons.js",
    "js/marks.js",
    "js/drawing.js",
    "js/details.js",
    "js/combobox.js",
    "js/search.js",
    "js/network.js",
)

#: Longest name inside a heading or a title, in letters.
_HEADING: Final = 90


def network_page(
    graph: Queryable,
    picture: Picture,
    *,
    lang: Language = "th",
    title: Bilingual | None = None,
    font: bool = False,
) -> str:
    """Return the whole page as text, to be written as UTF-8; the same input gives the same page.

    Args:
        graph: where the titles of the sources are asked.
        picture: what to show.
        lang: the language in which the page opens; it can be changed on the page.
        title: the heading, instead of the question that the focus answers.
        font: whether the page brings its own Thai letters.
    """
    focus = picture.node(picture.focus) or picture.nodes[0]
    name = Bilingual(**{tongue: _short_name(focus, tongue) for tongue in LANGUAGES})
    question = title or _question(picture, focus, name)
    names = {node.iri: _names(node.label, node.iri) for node in picture.nodes}
    keys = _keys(picture)
    sources = _sources(graph, picture)
    return rendered(
        "network.html.jinja",
        styles=[*([thai_font()] if font else []), *(carried(path) for path in _STYLES)],
        scripts=[_vis_network(), *(carried(path) for path in _SCRIPTS)],
        data=_data(picture, question, keys, sources),
        lang=lang,
        say=messages(lang),
        languages={tongue: messages(tongue)["page"]["name"] for tongue in LANGUAGES},
        question=_pair(question),
        focus=focus,
        picture=picture,
        names=names,
        keys=keys,
        sources=sources,
        kinds=[kind for kind in KINDS if any(node.kind == kind for node in picture.nodes)],
        shapes=SHAPES,
        degree={
            node.iri: sum(node.iri in (e.source, e.target) for e in picture.edges) for node in picture.nodes
        },
    )


def to_pyvis(picture: Picture, lang: Language = "th") -> Network:
    """Return the picture as a pyvis network, laid out, for people's own pyvis code."""
    from pyvis.network import Network

    network = Network(directed=True)
    for iri, (x, y) in layout(picture).items():
        node = picture.node(iri)
        if node:
            label = in_language(lines_of(node), lang)
            network.add_node(iri, label=label, shape="custom", group=node.kind, x=x, y=y, physics=False)
    for number, edge in enumerate(picture.edges):
        # Without an arrow: the words of the relation say which way it reads.
        network.add_edge(edge.source, edge.target, id=number, relation=edge.relation, arrows="")
    return network


def _vis_network() -> str:
    """Return the vis-network that pyvis brings along; its style sheet is for controls that we do not use."""
    return packages.files("pyvis").joinpath("lib/vis-9.1.2/vis-network.min.js").read_text(encoding="utf-8")


def _data(
    picture: Picture, question: Bilingual, keys: Mapping[str, str], sources: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    nodes, edges, *_ = to_pyvis(picture).get_network_data()
    return {
        "focus": picture.focus,
        "question": _pair(question),
        "network": {"nodes": nodes, "edges": edges},
        "entities": {node.iri: _entity(node, keys[node.iri]) for node in picture.nodes},
        "sources": sources,
        "hidden": picture.hidden,
        "kinds": KINDS,
        "shapes": {kind: asdict(shape) for kind, shape in SHAPES.items()},
        "messages": {lang: messages(lang) for lang in LANGUAGES},
    }


def _entity(node: Node, key: str) -> dict[str, Any]:
    return {
        "key": key,
        "kind": node.kind,
        "type": node.type,
        "label": _clean(node.label),
        "lines": asdict(lines_of(node)),
        "fixed": bool(node.short),
        "names": [_clean(name) for name in node.names],
        "distance": node.distance,
        "facts": [
            {
                "name": fact.name,
                "values": [{"words": _clean(value.words), "iri": value.iri} for value in fact.values],
                "sources": fact.sources,
            }
            for fact in node.facts
        ],
        "quotes": [
            {"source": quote.source, "words": plain(quote.words), "remark": plain(quote.remark)}
            for quote in node.quotes
        ],
        "marks": node.marks,
        "strength": node.strength,
        "year": node.year,
        "hidden": node.hidden,
        "address": _address(node.iri) if node.kind == "source" else None,
    }


def _sources(graph: Queryable, picture: Picture) -> dict[str, dict[str, Any]]:
    """Return title and address of every source that the details name, by IRI."""
    cited = {iri for node in picture.nodes for fact in node.facts for iri in fact.sources}
    cited |= {quote.source for node in picture.nodes for quote in node.quotes}
    cited |= {node.iri for node in picture.nodes if node.kind == "source"}
    about = statements(graph, cited)
    return {
        iri: {"title": _names(label_of(about.get(iri, [])), iri), "address": _address(iri)}
        for iri in sorted(cited)
    }


def _address(iri: str) -> str | None:
    # An IRI that we minted names a document; it does not lead to it.
    return None if is_minted(iri) else web_address(iri)


def _keys(picture: Picture) -> dict[str, str]:
    """Return what names each node in the address of the page: the end of its IRI, or all of it."""
    keys = {node.iri: tail(node.iri) for node in picture.nodes}
    seen = list(keys.values())
    return {iri: key if seen.count(key) == 1 else iri for iri, key in keys.items()}


def _names(label: Bilingual, iri: str) -> dict[str, str]:
    """Return a name for each language, the other language's where there is none, the IRI's end at last."""
    named = label or Bilingual(en=tail(iri))
    return {lang: plain(in_language(named, lang)) for lang in LANGUAGES}


def _pair(words: Bilingual) -> dict[str, str]:
    return {lang: plain(in_language(words, lang)) for lang in LANGUAGES}


def _clean(words: Bilingual) -> dict[str, str]:
    return {lang: plain(text) for lang in LANGUAGES if (text := getattr(words, lang))}


def _question(picture: Picture, focus: Node, name: Bilingual) -> Bilingual:
    key = "goal" if focus.type == "goal" else focus.kind
    if key == "agency" and not any(
        edge.target == focus.iri and edge.relation in ("recipient", "applicant") for edge in picture.edges
    ):
        key = "person"  # It has a part in awards without having won one here.
    return Bilingual(
        **{
            lang: str(messages(lang)["question"][key]).replace("{name}", in_language(name, lang))
            for lang in LANGUAGES
        }
    )


def _short_name(node: Node, lang: Language) -> str:
    """Return what a node is called in a sentence: an agency by the short name that people say."""
    spoken = [name for names in node.names if (name := getattr(names, lang)) and not set(". ") & set(name)]
    full = plain(in_language(node.label or Bilingual(en=tail(node.iri)), lang))
    best = min(spoken, key=len) if spoken and node.kind == "agency" else full
    return best if len(best) <= _HEADING else best[: _HEADING - 1] + "…"
