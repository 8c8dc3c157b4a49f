"""A hundred thousand awards that nobody won, ever the same, in the shape of the real ones."""

from __future__ import annotations

import csv
import io
import random
import shutil
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["COLUMNS", "EDITIONS", "generate", "rows"]

COLUMNS: Final = (
    "scheme_th", "category_th", "level_th", "year_be", "recipient_th", "recipient_parent_th", "project_th",
    "province_th", "country", "source_url",
)  # fmt: skip

#: Editions of each scheme; the last is that of พ.ศ. 2568.
EDITIONS: Final = 25
_LAST: Final = 2568

#: Bodies that win, each under one of so many ministries.
_AGENCIES: Final = 6_000
_MINISTRIES: Final = 24

_PROVINCES: Final = ("กระบี่", "เชียงใหม่", "ขอนแก่น", "สงขลา", "ตรัง", "นครราชสีมา", "ชลบุรี", "พะเยา", "ยะลา", "น่าน")


class _Scheme(NamedTuple):
    name: str
    share: int
    levels: dict[str, tuple[str, ...]]
    """Category → the levels that it has."""


#: Real schemes, so that the questions' defaults have something to find, and others.
_SCHEMES: Final = (
    _Scheme(
        "รางวัลเลิศรัฐ",
        50,
        {
            "นวัตกรรมการบริการ": ("ดี", "ดีเด่น"),
            "พัฒนาการบริการ": ("ดี", "ดีเด่น"),
            "สัมฤทธิผลประชาชนมีส่วนร่วม": ("ดี", "ดีเด่น"),
            "คุณภาพการบริหารจัดการภาครัฐ 4.0": ("พื้นฐาน", "ก้าวหน้า", "พัฒนาจนเกิดผล"),
        },
    ),
    _Scheme("United Nations Public Service Awards", 10, {"Category 1": ("",), "Category 2": ("",)}),
    *(
        _Scheme(f"รางวัลสมมติที่ {n}", 10, {f"ประเภทสมมติที่ {n}.{m}": ("ระดับต้น", "ระดับสูง") for m in range(6)})
        for n in range(4)
    ),
)


def rows(awards: int) -> list[tuple[str, ...]]:
    """Return the rows of so many awards: a few bodies win often, most of them once or twice."""
    dice = random.Random(awards)
    shares = [scheme.share for scheme in _SCHEMES]
    return [_row(n, dice, dice.choices(_SCHEMES, shares)[0]) for n in range(awards)]


def _row(n: int, dice: random.Random, scheme: _Scheme) -> tuple[str, ...]:
    who = int(_AGENCIES * dice.random() ** 2)
    names = ["สำนักงานส่งเสริมเศรษฐกิจดิจิทัล" if who == 0 else _agency(who)]
    if dice.random() < 0.02:
        names.append(_agency(who + 1))
    category = dice.choice(list(scheme.levels))
    year = _LAST - dice.randrange(EDITIONS)
    return (
        scheme.name,
        category,
        dice.choice(scheme.levels[category]),
        str(year),
        " | ".join(names),
        "" if who == 0 or len(names) > 1 else f"กระทรวงสมมติที่ {who % _MINISTRIES}",
        f"ผลงานสมมติที่ {n}" if dice.random() < 0.7 else "",
        dice.choice(_PROVINCES) if dice.random() < 0.5 else "",
        "ไทย",
        f"https://example.org/{year}/{n // 10}",
    )


def _agency(number: int) -> str:
    return f"หน่วยงานสมมติที่ {number}"


def generate(folder: Path, awards: int) -> None:
    """Write a data folder of so many awards, with the register of the data that come with the program."""
    # Verdicts are on what the shipped sources say.
    own = shutil.ignore_patterns("decisions.csv")
    shutil.copytree(ROOT / "data" / "register", folder / "register", ignore=own)
    shutil.copy(ROOT / "data" / "awardgraph.toml", folder)
    (folder / "awards").mkdir()
    written = rows(awards)
    for number, (begin, end) in enumerate(pairwise(range(0, awards + 10_000, 10_000))):
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(written[begin:end])
        (folder / "awards" / f"generated-{number:02}.csv").write_text(text.getvalue(), encoding="utf-8")
