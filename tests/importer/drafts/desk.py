"""A release that is invented, and a desk to review its draft at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML

from tests.conftest import ROOT, values

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from awardgraph import Graph
    from tests.conftest import Outcome

#: Nobody was given what is told here.
RELEASE = """\
กรมพัฒนาแหล่งน้ำชุมชนรับรางวัลเลิศรัฐ ประจำปี 2566

8 ก.ย. 2566
กรมพัฒนาแหล่งน้ำชุมชนได้รับรางวัลเลิศรัฐ ประจำปี 2566 สาขาบริการภาครัฐ ประเภทพัฒนาการบริการ ระดับดี จากผลงาน “ธนาคารน้ำหน้าบ้าน” โดยมีนางสาวมาลี ใจดี อธิบดีกรมพัฒนาแหล่งน้ำชุมชน เข้ารับรางวัลในพิธีมอบรางวัลเลิศรัฐ ประจำปี 2566 เมื่อวันที่ 7 กันยายน 2566 ณ อิมแพ็ค เมืองทองธานี
ก่อนหน้านี้ กรมพัฒนาแหล่งน้ำชุมชนได้รับรางวัลเลิศรัฐ ประจำปี 2563 สาขาบริการภาครัฐ ประเภทนวัตกรรมการบริการ ระดับดี จากผลงาน “บ่อจิ๋วหลังโรงเรียน”
"""


@dataclass
class Desk:
    """A folder with a release, a graph, and the command line."""

    folder: Path
    run: Callable[..., Outcome]
    data: Path = ROOT / "data"

    @property
    def release(self) -> Path:
        return self.folder / "water.txt"

    @property
    def draft(self) -> Path:
        return self.folder / "water.draft.yaml"

    @property
    def graph(self) -> Path:
        return self.folder / "awards.graph"

    def read(self, *options: object) -> Outcome:
        return self.run(
            "import", self.release, "--graph", self.graph, "--data", self.data, "--lang", "en", *options
        )

    def review(self, by: str = "สมศรี") -> Outcome:
        return self.run(
            "review", self.draft, "--by", by, "--graph", self.graph, "--data", self.data, "--lang", "en"
        )

    def told(self) -> dict[str, Any]:
        """Return the draft as plain values."""
        told: dict[str, Any] = YAML(typ="safe", pure=True).load(self.draft)
        return told

    def edit(self, old: str, new: str, count: int = -1) -> None:
        text = self.draft.read_text(encoding="utf-8")
        assert old in text
        self.draft.write_text(text.replace(old, new, count), encoding="utf-8")

    def accept(self) -> None:
        self.edit("status: proposed", "status: accepted")

    def conferrals(self) -> set[tuple[str, ...]]:
        """Return year (CE) and title of the awards in the graph."""
        from awardgraph import Graph

        query = """SELECT ?year ?title { ?award a awg:Conferral ; rdfs:label ?title ; awg:inEdition/awg:editionYear ?year
                   FILTER(lang(?title) = "th") }"""
        return set(values(Graph.open(self.graph), query))

    def opened(self) -> Graph:
        from awardgraph import Graph

        return Graph.open(self.graph)
