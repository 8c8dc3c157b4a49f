"""Endpoints on this computer: a real one, and one that misbehaves as it is told."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from awardgraph import Graph


@pytest.fixture(autouse=True)
def _nobody_in_particular(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No credentials of whoever runs the tests go anywhere."""
    for name in ("AWARDGRAPH_TOKEN", "AWARDGRAPH_USER", "AWARDGRAPH_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))


@pytest.fixture(scope="session")
def oxigraph() -> Iterator[str]:
    """The address of a running ``oxigraph serve``, empty and in memory."""
    beside = Path(sys.executable).with_name("oxigraph")
    binary = str(beside) if beside.exists() else shutil.which("oxigraph")
    if not binary:
        pytest.skip("oxigraph is not installed (pip install oxigraph): no real endpoint to ask")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [binary, "serve", "--bind", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                httpx.get(f"{address}/query", params={"query": "ASK {}"}, trust_env=False)
                break
            except httpx.TransportError:
                assert server.poll() is None, "oxigraph serve ended by itself"
                time.sleep(0.05)
        yield address
    finally:
        server.terminate()
        server.wait(10)


@pytest.fixture(scope="session")
def shipped_endpoint(oxigraph: str, shipped: Graph) -> str:
    """The address of an endpoint that holds the shipped data as our graphs do: in all, and by source."""
    content = "".join([*shipped.triples(), *shipped.lines()]).encode()
    headers = {"Content-Type": "application/n-quads"}
    loaded = httpx.post(f"{oxigraph}/store", content=content, headers=headers, trust_env=False, timeout=60)
    assert loaded.status_code in (200, 201, 204), loaded.text
    return f"{oxigraph}/query"


@dataclass
class Bad:
    """An endpoint that answers as a test wants it, and remembers what it was asked."""

    address: str
    seen: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)
    answer: Callable[[Any], None] | None = None
    answers: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)

    def will(self, status: int = 200, body: bytes = b"", **headers: str) -> Bad:
        """Answer once more with these; the last answer is given again and again."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.append((status, named, body))
        return self


def _serve() -> tuple[Bad, ThreadingHTTPServer]:
    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            served.seen.append((self.command, self.path, dict(self.headers), body))
            if served.answer:
                served.answer(self)
                return
            status, headers, content = (
                served.answers[0] if len(served.answers) == 1 else served.answers.pop(0)
            )
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            with suppress(OSError):  # whoever asked may have heard enough
                self.wfile.write(content)

        do_GET = do_POST = _any  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served = Bad(f"http://127.0.0.1:{server.server_port}/sparql")
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    return served, server


@pytest.fixture
def bad() -> Iterator[Bad]:
    """One misbehaving endpoint."""
    served, server = _serve()
    yield served
    server.shutdown()
    server.server_close()


@pytest.fixture
def other() -> Iterator[Bad]:
    """Another one, at another port: another origin."""
    served, server = _serve()
    yield served
    server.shutdown()
    server.server_close()
