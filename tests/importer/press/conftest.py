"""A reader for the lexicons that come with the program, made once."""

from __future__ import annotations

import pytest

from awardgraph.importer.press.reading import Reader, reader_of
from awardgraph.resources import data_root
from tests.conftest import SHARED

PRESS = SHARED / "press"

needs_press = pytest.mark.skipif(
    not PRESS.is_dir(), reason="the annotated releases do not stand beside the checkout"
)


@pytest.fixture(scope="session")
def reader() -> Reader:
    return reader_of(data_root())
