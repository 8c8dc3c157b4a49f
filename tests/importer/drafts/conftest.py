"""The desk at which drafts are reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.importer.drafts.desk import RELEASE, Desk

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Outcome


@pytest.fixture
def desk(tmp_path: Path, run: Callable[..., Outcome]) -> Desk:
    made = Desk(tmp_path, run)
    made.release.write_text(RELEASE, encoding="utf-8")
    return made
