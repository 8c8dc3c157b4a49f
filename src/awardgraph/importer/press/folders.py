"""Read many releases, in one process or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.documents.walking import read_file
from awardgraph.importer.press.findings import Reading
from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import Reader, read_release, reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from awardgraph.importer.documents.walking import File

__all__ = ["predictions"]

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
        text = read_file(file).text
    except SourceError as error:
        return error
    return prediction(read_release(text, reader), text, file.name)
