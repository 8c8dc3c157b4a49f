"""One self-contained page: everything inside, nothing fetched, nothing run that we did not write."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from typing import TYPE_CHECKING, Any, Final, Literal

from awardgraph.resources import text as carried

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["bare", "data_block", "deflated", "rendered", "web_address"]

#: Comments that are lines of their own, and blanks at the beginning of lines.
_ASIDE: Final = re.compile(
    r"^[ \t]*(?:(?://.*|/\*(?:[^*]|\*(?!/))*\*/[ \t]*)(?:\n|\Z)|\n)|^[ \t]+", re.MULTILINE
)

_ESCAPES: Final = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def rendered(
    template: str,
    *,
    styles: Sequence[str],
    scripts: Sequence[str],
    data: object,
    workers: bool = False,
    later: Mapping[Literal["style", "script"], Sequence[str]] | None = None,
    **values: object,
) -> str:
    """Return a page from a template of ``resources/html``.

    Styles and scripts run only because their hash is named in the page's policy; everything
    else that a browser might fetch or run is refused. The same input gives the same bytes.

    Args:
        template: its file name.
        styles: texts of style sheets, in order.
        scripts: texts of scripts, in order.
        data: what the scripts read, as JSON.
        workers: whether scripts may run parts of themselves beside the page.
        later: styles and scripts that the page carries deflated, together with the data, until one of the
            scripts unfolds them.
        **values: names for the template.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: carried(f"html/{name}")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    styles, scripts = [_lines(style) for style in styles], [_lines(script) for script in scripts]
    folded = {str(tag): [_lines(text) for text in texts] for tag, texts in (later or {}).items()}
    policy = _policy([*styles, *folded.get("style", ())], [*scripts, *folded.get("script", ())])
    page = environment.get_template(template).render(
        policy=policy + ("; worker-src blob:" if workers else ""),
        styles=styles,
        scripts=scripts,
        data="" if folded else data_block(data),
        deflated=_packed({"data": data, **folded}) if folded else "",
        **values,
    )
    # A half of a surrogate pair cannot be written: it is shown as a question mark.
    return page.encode("utf-8", "replace").decode("utf-8")


def data_block(data: object) -> str:
    r"""Return JSON that can stand inside a script element.

    >>> data_block("</script>")
    '"\\u003c/script\\u003e"'
    """
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).translate(_ESCAPES)


def _packed(content: dict[str, Any]) -> str:
    return deflated(data_block(content).encode("utf-8", "replace"), 9)


def deflated(content: bytes, level: int = 5) -> str:
    """Return bytes deflated without a header, in base64; the highest level takes four times as long."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return base64.b64encode(packer.compress(content) + packer.flush()).decode()


def bare(text: str) -> str:
    r"""Return one of our scripts or styles without the comments and the blanks that only its readers need.

    >>> bare("// Adds.\nconst add = (a, b) =>\n  // at once\n  a + b; // so\n")
    'const add = (a, b) =>\na + b; // so\n'
    """
    return _ASIDE.sub("", text)


def web_address(iri: str) -> str | None:
    """Return an IRI that a link may lead to, or None: only http and https.

    >>> web_address("javascript:alert(1)") is None
    True
    """
    return iri if iri.lower().startswith(("https://", "http://")) else None


def _lines(text: str) -> str:
    """Return a text as a browser reads it before hashing it, without a pointer to a source map."""
    kept = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line for line in kept if not line.startswith("//# sourceMappingURL="))


def _policy(styles: Sequence[str], scripts: Sequence[str]) -> str:
    def hashes(texts: Sequence[str]) -> str:
        digests = (hashlib.sha256(text.encode()).digest() for text in texts)
        return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)

    return (
        f"default-src 'none'; script-src {hashes(scripts)}; style-src {hashes(styles)}; "
        "img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'"
    )
