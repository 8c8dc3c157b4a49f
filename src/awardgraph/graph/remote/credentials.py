"""Who we are to an endpoint: from the environment or ~/.netrc, never from the command line."""

from __future__ import annotations

import os
from base64 import b64encode
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from awardgraph.errors import UsageError

if TYPE_CHECKING:
    from urllib.parse import SplitResult

__all__ = ["authorization", "checked_address", "is_loopback", "origin"]


def checked_address(address: str) -> str:
    """Return the address of an endpoint, if a request may go to it.

    Raises:
        UsageError: it names no host, or carries a password, which would stay in lists of processes and logs.

    >>> checked_address("https://example.org/sparql")
    'https://example.org/sparql'
    """
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or not address.isprintable() or " " in address:
        message = (
            f"{address!r} is no address of an endpoint; expected one such as https://example.org/sparql."
        )
        raise UsageError(message)
    if "@" in parts.netloc:
        message = (
            f"the address of {parts.hostname} carries a name or a password. Leave them out, and set"
            " AWARDGRAPH_USER and AWARDGRAPH_PASSWORD, or write them into ~/.netrc."
        )
        raise UsageError(message)
    return address


def authorization(address: str) -> str:
    """Return the Authorization header for an endpoint; empty where no credentials are set for it.

    AWARDGRAPH_TOKEN comes first, then AWARDGRAPH_USER with AWARDGRAPH_PASSWORD, then the entry of
    the host in ~/.netrc (or the file that NETRC names).

    Raises:
        UsageError: there are credentials, and plain http would show them to everybody on the way; or
            .netrc cannot be read.
    """
    parts = urlsplit(address)
    found = _found(parts)
    if found and parts.scheme != "https" and not is_loopback(parts.hostname or ""):
        message = (
            f"credentials are set, and {parts.hostname} is asked over plain http, where others can read them."
            " Use https, or unset them."
        )
        raise UsageError(message)
    return found


def _found(parts: SplitResult) -> str:
    if token := os.environ.get("AWARDGRAPH_TOKEN"):
        return f"Bearer {_header(token, 'AWARDGRAPH_TOKEN')}"
    user, password = os.environ.get("AWARDGRAPH_USER", ""), os.environ.get("AWARDGRAPH_PASSWORD", "")
    if not user:
        user, password = _netrc(parts.hostname or "")
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}" if user else ""


def _header(token: str, name: str) -> str:
    if not (token.isascii() and token.isprintable()):
        message = f"{name} holds characters that no token has; copy it again."
        raise UsageError(message)
    return token


def _netrc(host: str) -> tuple[str, str]:
    import netrc

    try:
        # The entry called default would give a password to any host that a person happens to name.
        login, _, password = netrc.netrc(os.environ.get("NETRC")).hosts.get(host, ("", "", ""))
    except FileNotFoundError:
        return "", ""
    except (netrc.NetrcParseError, OSError, UnicodeDecodeError) as error:
        message = f".netrc cannot be read: {error}."
        raise UsageError(message) from error
    return login, password or ""


def is_loopback(host: str) -> bool:
    """Return whether a host is this computer.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("localhost.example.org")
    (True, True, False)
    """
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def origin(address: str) -> tuple[str, str, int]:
    """Return scheme, host and port of an address: where credentials may go."""
    parts = urlsplit(address)
    return parts.scheme, parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
