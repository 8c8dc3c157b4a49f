"""Long lines on a terminal: broken to its width, with what continues them under their own level."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from awardgraph.cli.wrapping import columns, wrapped
from awardgraph.exporters.views.labels import width

if TYPE_CHECKING:
    import pytest

LINE = "    เดิมระบุไว้ใน: ประกาศผลการพิจารณารางวัลเลิศรัฐ สาขาบริการภาครัฐ ประจำปี พ.ศ. 2564"


def test_a_line_goes_on_under_its_own_level() -> None:
    first, *others = wrapped(LINE, 6, 40).splitlines()
    assert first.startswith("    เดิม")
    assert others
    assert all(re.match(r" {6}\S", line) for line in others)
    assert all(width(line) <= 40 for line in (first, *others))
    assert "".join("".join([first, *others]).split()) == "".join(LINE.split())


def test_no_mark_is_parted_from_its_letter() -> None:
    """A line that began with a tone mark would show it on a circle of dots."""
    for line in wrapped("ผู้รับรางวัลที่นั่นนี้" * 9, 0, 11).splitlines():
        assert not re.match(r"[ัิ-ฺ็-๎ะาำๅๆ]", line)


def test_addresses_stay_whole_so_that_they_can_be_copied() -> None:
    address = "https://example.org/" + "long/" * 12
    assert address in wrapped(f"  ที่มา {address} (ข่าว)", 4, 40).split()


def test_colours_take_no_room_and_stay() -> None:
    grey = "\x1b[2m[conferral:one]\x1b[0m"
    assert wrapped(f"รางวัล {grey}", 2, 22) == f"รางวัล {grey}"
    assert wrapped(f"รางวัลเลิศรัฐ {grey}", 2, 22) == f"รางวัลเลิศรัฐ\n  {grey}"


def test_what_is_piped_is_not_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert columns() == 0
    assert wrapped(LINE, 6, 0) == LINE


@given(st.text(st.sampled_from("กเา่ a(”“/ )"), max_size=60), st.integers(4, 30))
def test_nothing_but_spaces_is_lost(text: str, cells: int) -> None:
    assert "".join(wrapped(text, 2, cells).split()) == "".join(text.split())
