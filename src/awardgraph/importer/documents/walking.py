"""The documents that files, folders and standard input name, in order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, Literal

from awardgraph.errors import SourceError
from awardgraph.importer.documents.document import LARGEST, Document
from awardgraph.importer.documents.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

__all__ = ["SUFFIXES", "File", "Found", "bytes_of", "documents", "find_documents", "read_file"]

#: The endings of files that are read when a folder is named; a file that is named itself may have any.
SUFFIXES: Final = frozenset({".txt", ".html", ".htm", ".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, the name it is called by, and its bytes where it has no path."""

    name: str
    path: Path | None
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        files: the documents, those of a folder sorted by path.
        others: ending → how many files of a folder have it and are not read.
    """

    files: tuple[File, ...]
    others: Mapping[str, int]


def find_documents(paths: Sequence[Path | Literal["-"]], stdin: BinaryIO | None = None) -> Found:
    """Return the documents that paths name; the path - is standard input.

    Args:
        stdin: where to read standard input from; without it, - is a path like any other.

    Raises:
        SourceError: a path is not there, or a folder holds no document.
    """
    files: list[File] = []
    others: Counter[str] = Counter()
    for path in paths:
        if str(path) == "-" and stdin is not None:
            files.append(File("standard input", None, stdin.read(LARGEST + 1)))
            continue
        path = Path(path)  # noqa: PLW2901 (the sign was dealt with)
        if path.is_dir():
            inside = sorted(file for file in path.rglob("*") if file.is_file() and not _hidden(file, path))
            known = [file for file in inside if file.suffix.lower() in SUFFIXES]
            others.update(file.suffix.lower() for file in inside if file.suffix.lower() not in SUFFIXES)
            if not known:
                raise SourceError(
                    str(path), None, "holds no document.", f"Name a folder of {_listed(SUFFIXES)} files."
                )
            at = path.resolve().name
            files += (File(f"{at}/{file.relative_to(path).as_posix()}", file) for file in known)
        elif path.exists():
            files.append(File(f"{path.resolve().parent.name}/{path.name}", path))
        else:
            raise SourceError(str(path), None, "there is no such file.", "Check the name.")
    return Found(tuple(files), dict(sorted(others.items())))


def bytes_of(file: File) -> bytes:
    """Return the bytes of a file, or one more than is allowed of a file that is too large.

    Raises:
        SourceError: it cannot be opened.
    """
    if file.path is None:
        return file.data
    try:
        with file.path.open("rb") as opened:
            return opened.read(LARGEST + 1)
    except OSError as error:
        raise SourceError(file.name, None, f"cannot be read: {error.strerror}.") from None


def read_file(file: File) -> Document:
    """Return the document of a file.

    Raises:
        SourceError: it cannot be read.
    """
    return read_document(bytes_of(file), file.name)


def documents(
    paths: Sequence[Path | Literal["-"]], stdin: BinaryIO | None = None
) -> Iterator[tuple[File, Document | SourceError]]:
    """Yield each file that paths name with its document, or with the error that says why it cannot be read.

    Raises:
        SourceError: a path is not there, or a folder holds no document.
    """
    for file in find_documents(paths, stdin).files:
        try:
            yield file, read_file(file)
        except SourceError as error:
            yield file, error


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def _listed(suffixes: frozenset[str]) -> str:
    return ", ".join(sorted(suffixes))
