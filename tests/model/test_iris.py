"""Addresses: what we take as an IRI, every RDF reader takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from awardgraph.model.iris import is_web_address


@pytest.mark.parametrize(
    "text",
    [
        "https://www.thaigov.go.th/news/contents/details/35137",
        "http://feedmachinery.com:443/news/1",
        "https://example.org/ข่าว/รางวัล?ปี=2566#บน",
        "https://example.org/a%20b?c=d&e=(f),'g'",
        "http://www.reporternews5.com",
    ],
)
def test_addresses(text: str) -> None:
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ["", "Q869", "ftp://e.org/", "javascript:alert(1)", "https://", "https://e.org:x/"]
)
def test_no_web_at_all(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize(
    "path", ["a b", "%zz", "%", "a[1]", "<", "a\\b", "#a#b", "\u200b\n", "\ue000", "a|b", "{x}"]
)
def test_no_addresses(path: str) -> None:
    assert not is_web_address(f"https://e.org/{path}")


@given(st.text(max_size=20), st.text(max_size=20))
def test_what_we_take_is_an_iri(host: str, path: str) -> None:
    text = f"https://{host}/{path}"
    if is_web_address(text):
        assert NamedNode(text).value == text
