"""Turn names into the last part of an IRI: one place for slugs and hashes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

from awardgraph.model.language import language_of
from awardgraph.model.names import fold

__all__ = ["digest", "mint_slug", "slugify"]

#: Longest slug; a longer name is cut at a word and told apart by its hash.
_LONGEST: Final = 60

#: A name that its slug says in full.
_PLAIN: Final = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")

#: Thai letters → Latin, letter by letter after the Royal Institute's initials. It need not be
#: pronounced, only read by a person and never change.
_ROMAN: Final = dict(
    zip(
        "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮะาำิีึืุูเแโใไๅ",
        "k kh kh kh kh kh ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r rue l lue"
        " w s s s h l o h a a am i i ue ue u u e ae o ai ai a".split(),
        strict=True,
    )
)


def slugify(text: str) -> str:
    """Return the text in a–z, 0–9 and hyphens; empty where it has no Latin letter or digit.

    >>> slugify("Koh Libong Community: Digital Transformation")
    'koh-libong-community-digital-transformation'
    """
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.replace("'", "")).strip("-")


def digest(*parts: str, length: int = 8) -> str:
    """Return the first ``length`` hexadecimal digits of the SHA-256 of the parts, in order."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]


@lru_cache(maxsize=1 << 16)
def mint_slug(th: str | None, en: str | None, *scope: str) -> str:
    """Return a slug for a name that no register knows, the same in every run.

    From the English name if there is one, else a romanisation of the Thai one as it is folded. A
    short hash is added where the slug alone could stand for two names: all that is not plain English
    words, a name that had to be cut, two names, and anything with a scope (a country, a parent).

    >>> mint_slug("กรมอนามัย", None)
    'krmonamy-8ca016cf'
    """
    if th and not en and language_of(th) != "th":
        th, en = None, th  # whatever column it stood in
    name = en or th or ""
    slug = slugify(en) if en else slugify("".join(_ROMAN.get(c, c) for c in fold(name)))
    if not th and len(slug) <= _LONGEST and not any(scope) and _PLAIN.fullmatch(name):
        return slug
    short = slug if len(slug) <= _LONGEST else slug[:_LONGEST].rsplit("-", 1)[0]
    names = [fold(given) for given in (th, en) if given]
    return "-".join(filter(None, (short, digest(*names, *map(fold, scope)))))
