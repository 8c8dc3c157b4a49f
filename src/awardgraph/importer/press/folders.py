"""Read many releases, in one process or in several."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from awardgraph.errors import SourceError
from awardgraph.importer.press.findings import Reading
from awardgraph.importer.press.predicting import prediction
from awardgraph.importer.press.reading import Reader, read_release, reader_of
from awardgraph.importer.sources.reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["predictions", "texts_of"]

#: What a text that tells of awards holds, as bytes: looked for before anything is decoded.
_AWARD_WORDS: Final = ("รางวัล".encode(), b"Award", b"AWARD")

_NOTHING: Final = Reading((), (), None, ())

#: The reader of a worker process, made once when it starts.
_OF_THIS_PROCESS: dict[str, Reader] = {}


def texts_of(paths: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return the texts (.txt) that files and folders name, each with the name it is called by, in order.

    Raises:
        SourceError: a path is not there, or a folder holds no text.
    """
    found: list[tuple[Path, str]] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(path.rglob("*.txt"))
            if not inside:
                raise SourceError(str(path), None, "holds no text.", "Name a folder of .txt files.")
            found += ((text, f"{path.resolve().name}/{text.relative_to(path).as_posix()}") for text in inside)
        elif path.exists():
            found.append((path, f"{path.resolve().parent.name}/{path.name}"))
        else:
            raise SourceError(str(path), None, "there is no such file.", "Check the name.")
    return found


def predictions(
    texts: Sequence[tuple[Path, str]], data: Path, jobs: int = 1
) -> Iterator[tuple[str, dict[str, Any] | SourceError]]:
    """Yield the name of each text with its prediction, or with the error that says why it cannot be read.

    Args:
        texts: as `texts_of` gives them.
        data: a data folder with lexicons.
        jobs: processes to use; the order of the texts is kept.
    """
    if jobs <= 1:
        reader = reader_of(data)
        yield from ((name, _predicted(path, name, reader)) for path, name in texts)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (data,)) as workers:
        yield from workers.map(_in_a_worker, texts, chunksize=16)


def _start(data: Path) -> None:
    _OF_THIS_PROCESS["reader"] = reader_of(data)


def _in_a_worker(text: tuple[Path, str]) -> tuple[str, dict[str, Any] | SourceError]:
    path, name = text
    return name, _predicted(path, name, _OF_THIS_PROCESS["reader"])


def _predicted(path: Path, name: str, reader: Reader) -> dict[str, Any] | SourceError:
    try:
        raw = path.read_bytes()
        if raw and not any(word in raw for word in _AWARD_WORDS):
            return prediction(_NOTHING, "", name)
        text = read_text(path, name).text
    except SourceError as error:
        return error
    except OSError as error:
        return SourceError(name, None, f"cannot be read: {error.strerror}.")
    return prediction(read_release(text, reader), text, name)
