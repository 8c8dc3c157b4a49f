"""Jena's arq, as its own distribution installs it, or Debian's libapache-jena-java and a Java."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final
from zipfile import ZipFile

__all__ = ["arq"]

_JARS: Final = Path("/usr/share/java")

#: What arq has need of, beside Jena's own archives, to read Turtle and answer a query.
_BESIDE: Final = (
    "slf4j-api", "slf4j-nop", "commons-lang3", "commons-io", "commons-compress", "thrift", "guava",
    "dexx.collection",
)  # fmt: skip

#: Debian renamed the classes of Jena's Xerces, but not their messages: where these are, and are looked for.
_MESSAGES: Final = "org/apache/jena/ext/xerces/impl/xpath/regex/message.properties"
_LOOKED_FOR: Final = _MESSAGES.removeprefix("org/apache/jena/ext/")


def arq(folder: Path) -> list[str]:
    """Return the beginning of a command that runs arq; nothing where it is not installed.

    Args:
        folder: an empty one, for the messages that Debian's arq does not find by itself.
    """
    if found := shutil.which("arq"):
        return [found]
    core = _JARS / "jena-core.jar"
    if not (core.exists() and shutil.which("java")):
        return []
    with ZipFile(core) as archive:
        messages = folder / _LOOKED_FOR
        messages.parent.mkdir(parents=True)
        messages.write_bytes(archive.read(_MESSAGES))
    jars = [*sorted(_JARS.glob("jena-*.jar")), *(_JARS / f"{name}.jar" for name in _BESIDE)]
    return ["java", "-cp", ":".join(map(str, [folder, *jars])), "arq.arq"]
