"""Endpoints that misbehave: a sentence, never a half answer, never a password to somebody else."""

from __future__ import annotations

import gzip
import json
import time
from typing import TYPE_CHECKING, Any, Final, cast

import pytest

from awardgraph import GraphError, QueryError, UsageError
from awardgraph.graph.remote import exchange
from awardgraph.graph.remote.credentials import authorization
from awardgraph.graph.remote.endpoint import Endpoint
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyoxigraph import QuerySolutions

    from tests.conftest import Outcome
    from tests.graph.remote.conftest import Bad

JSON: Final = "application/sparql-results+json"
ROWS: Final = json.dumps(
    {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "ดีป้า"}}]}}
).encode()
ASK: Final = "SELECT ?x { ?s <urn:p> ?x }"


def told(address: str, query: str = ASK) -> list[str]:
    """Return what an endpoint answers, as texts."""
    rows = cast("QuerySolutions", Endpoint(address).query(query))
    return [row["x"].value for row in rows]


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The pauses that were made, without making them."""
    made: list[float] = []
    monkeypatch.setattr(exchange, "_pause", made.append)
    return made


def test_a_short_query_goes_by_get_a_long_one_by_post(bad: Bad) -> None:
    bad.will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert told(bad.address, ASK + "#" + "x" * 3000) == ["ดีป้า"]
    assert [seen[0] for seen in bad.seen] == ["GET", "POST"]
    assert bad.seen[1][2]["Content-Type"] == "application/sparql-query"
    assert bad.seen[1][3].startswith(ASK.encode())


def test_an_endpoint_that_takes_forms_only_gets_a_form(bad: Bad) -> None:
    bad.will(405).will(415).will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert [seen[0] for seen in bad.seen] == ["GET", "POST", "POST"]
    assert bad.seen[2][3].startswith(b"query=SELECT+")


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_a_busy_endpoint_is_asked_again(bad: Bad, pauses: list[float], status: int) -> None:
    bad.will(status).will(status, Retry_After="3").will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert pauses == [0.5, 3.0]


def test_after_three_repetitions_it_is_given_up(bad: Bad, pauses: list[float]) -> None:
    bad.will(503, b"maintenance", Content_Type="text/plain")
    with pytest.raises(GraphError, match=r"cannot answer \(503\): maintenance"):
        told(bad.address)
    assert (len(bad.seen), pauses) == (4, [0.5, 1.0, 2.0])


def test_nobody_waits_longer_than_the_patience_lasts(bad: Bad, pauses: list[float]) -> None:
    bad.will(503, Retry_After="3600")
    with pytest.raises(GraphError, match="asks for 3600 seconds of rest"):
        told(bad.address)
    assert (len(bad.seen), pauses) == (1, [])


def test_a_broken_connection_is_tried_again(bad: Bad, pauses: list[float]) -> None:
    def cut(handler: Any) -> None:
        bad.answer = None
        handler.close_connection = True

    bad.answer = cut
    bad.will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert pauses == [0.5]


def test_where_nobody_listens(pauses: list[float]) -> None:
    with pytest.raises(GraphError, match="does not answer"):
        told("http://127.0.0.1:1/sparql")
    assert len(pauses) == 3


def test_a_slow_endpoint_is_left(bad: Bad) -> None:
    def drip(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", JSON)
        handler.end_headers()
        handler.close_connection = True
        try:
            for _ in range(100):
                handler.wfile.write(b" ")
                handler.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    bad.answer = drip
    with pytest.raises(GraphError, match=r"did not answer within 0\.4 seconds"):
        exchange.exchange(bad.address, ASK, JSON, patience=0.4)


CUT: Final = "cannot be read, as if cut off or of another type"
DTD: Final = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "a">]><sparql/>'


@pytest.mark.parametrize(
    ("media", "body", "problem"),
    [
        (JSON, ROWS[:-1], CUT),
        (JSON, ROWS[: len(ROWS) // 2], CUT),
        (JSON, b"", CUT),
        (JSON, b"<html>no</html>", CUT),
        (JSON, b"\xff\xfe", CUT),
        ("application/sparql-results+xml", b"<sparql", CUT),
        ("application/sparql-results+xml", DTD, "has a document type"),
        ("text/tab-separated-values", b"?x\n<<broken\n", CUT),
        ("text/html", b"<html><script>x</script><title>Welcome</title>", "instead of rows: Welcome."),
        ("", ROWS, "instead of rows"),
    ],
)
def test_what_is_no_answer_is_said(bad: Bad, media: str, body: bytes, problem: str) -> None:
    bad.will(200, body, Content_Type=media)
    with pytest.raises(GraphError) as caught:
        told(bad.address)
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("query", "body", "problem"),
    [
        (ASK, b'{"head":{},"boolean":true}', "yes or no instead of rows"),
        ("ASK {}", ROWS, "rows instead of yes"),
    ],
)
def test_an_answer_of_another_kind_is_none(bad: Bad, query: str, body: bytes, problem: str) -> None:
    bad.will(200, body, Content_Type=JSON)
    with pytest.raises(GraphError, match=problem):
        Endpoint(bad.address, "http://e/").query(query)


def test_other_columns_than_were_asked_for_say_nothing_of_the_base(bad: Bad) -> None:
    bad.will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert Endpoint(bad.address).manifest.base == DEFAULT_BASE


def test_cut_off_triples_are_no_answer(bad: Bad) -> None:
    bad.will(200, b"<urn:a> <urn:b> <urn:c> .\n<urn:a> <ur", Content_Type="application/n-triples")
    with pytest.raises(GraphError, match="its answer"):
        Endpoint(bad.address).query("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")
    assert bad.seen[0][2]["Accept"].startswith("application/n-triples")


def test_an_export_that_an_endpoint_cuts_short_is_refused(run: Callable[..., Outcome], bad: Bad) -> None:
    count = ROWS.replace(b'"x"', b'"n"').replace(json.dumps("ดีป้า").encode(), b'"3"')
    bad.will(200, count, Content_Type=JSON)
    bad.will(200, b"<urn:a> <urn:b> <urn:c> .\n", Content_Type="application/n-triples")
    result = run("export", "--format", "nt", "--graph", bad.address)
    assert (result.code, result.out) == (5, "")
    assert "counts 3 statements and gives 1" in result.err


@pytest.mark.parametrize("packed", [False, True])
def test_a_huge_answer_is_not_read_to_its_end(
    bad: Bad, monkeypatch: pytest.MonkeyPatch, *, packed: bool
) -> None:
    monkeypatch.setattr(exchange, "LARGEST", 1024 * 1024)
    body = b" " * (20 * 1024 * 1024)
    if packed:
        bad.will(200, gzip.compress(body), Content_Type=JSON, Content_Encoding="gzip")
    else:
        bad.will(200, body, Content_Type=JSON)
    with pytest.raises(GraphError, match="more than 1 MB"):
        told(bad.address)


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (400, QueryError, "query: the endpoint refuses it: Lexical error at line 1�[31m."),
        (401, GraphError, "Set AWARDGRAPH_USER and AWARDGRAPH_PASSWORD"),
        (403, GraphError, "Set AWARDGRAPH_USER and AWARDGRAPH_PASSWORD"),
        (404, GraphError, "there is no endpoint here (404)"),
        (500, GraphError, "cannot answer (500): Lexical error"),
    ],
)
def test_a_complaint_is_shown(bad: Bad, status: int, error: type[Exception], words: str) -> None:
    bad.will(status, b"Lexical error\nat line 1\x1b[31m", Content_Type="text/plain")
    with pytest.raises(error) as caught:
        told(bad.address)
    assert words in str(caught.value)


def test_a_long_complaint_is_cut(bad: Bad) -> None:
    bad.will(400, b"<html><body>" + b"stack trace " * 5000, Content_Type="text/html")
    with pytest.raises(QueryError) as caught:
        told(bad.address)
    assert len(str(caught.value)) < 400
    assert "<" not in str(caught.value)


def test_the_credentials_of_one_host_stay_there(
    bad: Bad, other: Bad, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWARDGRAPH_TOKEN", "secret")
    bad.will(307, Location=other.address)
    other.will(200, ROWS, Content_Type=JSON)
    assert told(bad.address) == ["ดีป้า"]
    assert bad.seen[0][2]["Authorization"] == "Bearer secret"
    assert "Authorization" not in other.seen[0][2]
    assert "query=" in other.seen[0][1]


def test_back_home_it_is_known_again(bad: Bad, other: Bad, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDGRAPH_USER", "สมศรี")
    monkeypatch.setenv("AWARDGRAPH_PASSWORD", "ลับ")
    bad.will(302, Location=other.address).will(200, ROWS, Content_Type=JSON)
    other.will(302, Location=bad.address)
    assert told(bad.address) == ["ดีป้า"]
    assert "Authorization" not in other.seen[0][2]
    assert bad.seen[1][2]["Authorization"].startswith("Basic ")


@pytest.mark.parametrize("further", ["ftp://127.0.0.1/x", "file:///etc/passwd"])
def test_not_every_redirect_is_followed(bad: Bad, further: str) -> None:
    bad.will(302, Location=further)
    with pytest.raises(GraphError, match="not safe to follow"):
        told(bad.address)


def test_a_circle_of_redirects_ends(bad: Bad) -> None:
    bad.will(302, Location=bad.address)
    with pytest.raises(GraphError, match="from one address to the next"):
        told(bad.address)
    assert len(bad.seen) == 6


def test_plain_http_carries_no_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWARDGRAPH_TOKEN", "secret")
    with pytest.raises(UsageError, match="over plain http") as caught:
        authorization("http://example.org/sparql")
    assert "secret" not in str(caught.value)
    assert authorization("https://example.org/sparql") == "Bearer secret"
    assert authorization("http://127.0.0.1:7878/query") == "Bearer secret"
    monkeypatch.setenv("AWARDGRAPH_TOKEN", "two\nlines")
    with pytest.raises(UsageError, match="characters that no token has"):
        authorization("https://example.org/sparql")


def test_netrc_speaks_for_the_hosts_it_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "netrc"
    text = "machine example.org login somsri password x\ndefault login a password b\n"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    monkeypatch.setenv("NETRC", str(file))
    assert authorization("https://example.org/sparql") == "Basic c29tc3JpOng="
    assert authorization("https://example.com/sparql") == ""
    with pytest.raises(UsageError, match="over plain http"):
        authorization("http://example.org/sparql")
    file.write_text("machine", encoding="utf-8")
    with pytest.raises(UsageError, match="netrc cannot be read"):
        authorization("https://example.org/sparql")


@pytest.mark.parametrize(
    "address", ["https://user:secret@example.org/q", "http://", "https://a b/", "https://x:99999/"]
)
def test_an_address_that_is_none(run: Callable[..., Outcome], address: str) -> None:
    result = run("query", ASK, "--graph", address)
    assert result.code == 2
    assert "secret" not in result.err


def test_exit_codes(run: Callable[..., Outcome], bad: Bad) -> None:
    bad.will(400, b"bad").will(500, b"worse")
    assert run("query", ASK, "--graph", bad.address).code == 6
    assert run("query", ASK, "--graph", bad.address).code == 5


def test_what_a_query_may_not_do_is_not_even_sent(bad: Bad) -> None:
    for query in ("DROP ALL", "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "{" * 200):
        with pytest.raises(QueryError):
            told(bad.address, query)
    assert bad.seen == []


def test_a_longer_limit_lets_an_endpoint_rest(
    run: Callable[..., Outcome], bad: Bad, pauses: list[float]
) -> None:
    bad.will(503, Retry_After="70")
    assert run("query", ASK, "--graph", bad.address, "--base", "urn:base:").code == 5
    assert pauses == []
    bad.will(200, ROWS, Content_Type=JSON)
    longer = run("query", ASK, "--graph", bad.address, "--base", "urn:base:", "--timeout", 100)
    assert (longer.code, pauses[:1]) == (0, [70.0])
