"""Read many releases, in one process or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.reading import read_document
from awardgraph.importer.documents.walking import bytes_of
from awardgraph.importer.press.findings import Reading
from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import Reader, read_release, reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from awardgraph.importer.documents.walking import File

__all__ = ["predictions"]

#: How files begin that hold their words in another form than letter by letter.
_NO_TEXT: Final = (b"%PDF", b"PK", b"<", b"{", b"\xef\xbb\xbf<")

#: What a text that tells of awards holds, and what no text does.
_TOLD_IN_FULL: Final = ("รางวัล".encode(), b"Award", b"AWARD", b"\0")

_NOTHING: Final = Reading((), (), None, ())

#: The reader of a worker process, made once when it starts.
_OF_THIS_PROCESS: dict[str, Reader] = {}


def predictions(
    files: Sequence[File], data: Path, jobs: int = 1
) -> Iterator[tuple[str, dict[str, Any] | SourceError]]:
    """Yield the name of each document with its prediction, or with the error that says why it cannot be read.

    Args:
        files: as `find_documents` gives them.
        data: a data folder with lexicons.
        jobs: processes to use; the order of the documents is kept.
    """
    if jobs <= 1:
        reader = reader_of(data)
        yield from ((file.name, _predicted(file, reader)) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (data,)) as workers:
        yield from workers.map(_in_a_worker, files, chunksize=16)


def _start(data: Path) -> None:
    _OF_THIS_PROCESS["reader"] = reader_of(data)


def _in_a_worker(file: File) -> tuple[str, dict[str, Any] | SourceError]:
    return file.name, _predicted(file, _OF_THIS_PROCESS["reader"])


def _predicted(file: File, reader: Reader) -> dict[str, Any] | SourceError:
    try:
        data = bytes_of(file)
        if _tells_of_none(data):
            return prediction(_NOTHING, "", file.name)
        text = read_document(data, file.name).text
    except SourceError as error:
        return error
    return prediction(read_release(text, reader), text, file.name)


def _tells_of_none(data: bytes) -> bool:
    """Tell whether bytes are surely a text in UTF-8 that has no word for an award.

    Of a large folder most files are, and looking for the words costs a fraction of reading the document.
    """
    if (
        data.startswith(_NO_TEXT)
        or not data.strip()
        or b"\0" in data
        or any(word in data for word in _TOLD_IN_FULL)
    ):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
