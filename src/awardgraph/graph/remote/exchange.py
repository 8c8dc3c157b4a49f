"""One question to an endpoint over HTTP: bounded in time and size, repeated where that may help."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from time import monotonic
from time import sleep as _pause
from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode, urljoin, urlsplit

from awardgraph.errors import GraphError
from awardgraph.graph.remote import PATIENCE
from awardgraph.graph.remote.credentials import authorization, is_loopback, origin
from awardgraph.version import __version__

if TYPE_CHECKING:
    import httpx

__all__ = ["Reply", "exchange"]

#: Largest answer that is read, in bytes, after unpacking.
LARGEST: Final = 256 * 1024 * 1024

#: Longest query, in bytes as an address writes it, that goes by GET; some servers cut addresses at 2,048.
_LONGEST_GET: Final = 1_800

_RETRIES: Final = 3
_REDIRECTS: Final = 5
_BUSY: Final = frozenset({429, 502, 503, 504})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
#: Statuses by which a server says that it wants the question in another form.
_OTHERWISE: Final = frozenset({405, 411, 414, 415, 431, 501})


@dataclass(frozen=True, slots=True)
class Reply:
    """What an endpoint answered.

    Attributes:
        media: the type of the body, in small letters, without parameters.
    """

    status: int
    media: str
    body: bytes


def exchange(address: str, query: str, accept: str, *, patience: float = PATIENCE) -> Reply:
    """Return the reply of an endpoint to a query.

    A short query goes by GET, a long one by POST as it is, and in the form of a web page's where the
    endpoint does not take that. Busy servers and broken connections are tried again, three times at
    most, after 0.5, 1 and 2 seconds or the time that the server asks for.

    Args:
        address: of the endpoint.
        query: SPARQL.
        accept: the media types that can be read, best first.
        patience: seconds until the answer must be there.

    Raises:
        GraphError: no answer came in time, it is too large, or it leads astray.
        UsageError: credentials would travel in the open.
    """
    deadline = monotonic() + patience
    given = authorization(address)
    headers = {"Accept": accept, "User-Agent": f"awardgraph/{__version__}"}
    reply = None
    for form in _forms(address, query):
        try:
            reply = _with_retries(address, form, headers, given, deadline)
        except TimeoutError:
            problem = f"did not answer within {patience:g} seconds. Ask for less, or later."
            raise GraphError(address, problem) from None
        if reply.status not in _OTHERWISE:
            return reply
    assert reply  # noqa: S101 — there is a form for every query
    return reply


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to put a question: the query in the address (GET), or in a body of some type (POST)."""

    method: str
    parameters: str = ""
    body: bytes = b""
    media: str = ""


def _forms(address: str, query: str) -> list[_Form]:
    encoded = urlencode({"query": query})
    forms = [
        _Form("POST", body=query.encode(), media="application/sparql-query"),
        _Form("POST", body=encoded.encode(), media="application/x-www-form-urlencoded"),
    ]
    if len(address) + len(encoded) <= _LONGEST_GET:
        forms.insert(0, _Form("GET", parameters=encoded))
    return forms


def _with_retries(address: str, form: _Form, headers: dict[str, str], given: str, deadline: float) -> Reply:
    import httpx

    for attempt in range(_RETRIES + 1):
        pause = 0.5 * 2**attempt
        try:
            response = _follow(address, form, headers, given, deadline)
        except httpx.TimeoutException:
            raise TimeoutError from None
        except httpx.TransportError as error:
            if attempt == _RETRIES:
                raise GraphError(
                    address, f"does not answer: {str(error) or type(error).__name__}."
                ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise GraphError(address, f"cannot be asked: {error}.") from error
        else:
            if response[0].status not in _BUSY or attempt == _RETRIES:
                return response[0]
            pause = max(pause, response[1])
        if monotonic() + pause >= deadline:
            raise GraphError(address, f"is busy, and asks for {pause:.0f} seconds of rest. Ask again later.")
        _pause(pause)
    raise AssertionError  # the last attempt returns or raises


@cache
def _client(*, local: bool) -> httpx.Client:
    """Return what asks, one for all questions: it keeps its connections, and reads the certificates once."""
    import httpx

    # A proxy of the environment is for the world outside, not for this computer.
    return httpx.Client(trust_env=not local)


def _follow(
    address: str, form: _Form, headers: dict[str, str], given: str, deadline: float
) -> tuple[Reply, float]:
    """Return the reply, wherever the question is sent on to, and the seconds until it may be put again."""
    home = here = address
    client = _client(local=is_loopback(urlsplit(address).hostname or ""))
    for _ in range(_REDIRECTS + 1):
        ours = {"Authorization": given} if given and origin(here) == origin(home) else {}
        if form.media:
            ours["Content-Type"] = form.media
        joint = "&" if urlsplit(here).query else "?"
        target = f"{here}{joint}{form.parameters}" if form.parameters else here
        left = _left(deadline)
        with client.stream(
            form.method, target, content=form.body or None, headers=headers | ours, timeout=left
        ) as response:
            further = response.headers.get("Location", "")
            if response.status_code in _MOVED and further:
                here, form = _moved(address, here, further, form)
                continue
            media = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            body = _body(address, response, deadline)
            return Reply(response.status_code, media, body), _wanted_pause(response)
    raise GraphError(address, f"sends on from one address to the next, more than {_REDIRECTS} times.")


def _moved(address: str, here: str, further: str, form: _Form) -> tuple[str, _Form]:
    target = urljoin(here, further)
    parts = urlsplit(target)
    if parts.scheme not in ("http", "https") or (here.startswith("https:") and parts.scheme != "https"):
        raise GraphError(address, f"sends on to {target[:200]!r}, which is not safe to follow.")
    if form.parameters and parts.query:
        # Most servers repeat the question in the address; it must not be there twice.
        return target, _Form("GET") if form.parameters in parts.query else form
    return target, form


def _body(address: str, response: httpx.Response, deadline: float) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > LARGEST:
            problem = f"answers with more than {LARGEST // 1024**2} MB. Ask for less, with LIMIT."
            raise GraphError(address, problem)
        _left(deadline)
        parts.append(part)
    return b"".join(parts)


def _wanted_pause(response: httpx.Response) -> float:
    """Return the seconds for which a server asks to be left alone; 0 where it does not."""
    from datetime import UTC, datetime
    from email.utils import parsedate_to_datetime

    wanted = response.headers.get("Retry-After", "").strip()
    if wanted.isascii() and wanted.isdecimal():
        return float(wanted[:9])
    try:
        return max(0.0, (parsedate_to_datetime(wanted) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return 0.0


def _left(deadline: float) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
