"""What an import costs: rows → statements, and statements → a graph that can be asked."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from awardgraph.importer.identity.register import Register
from awardgraph.importer.identity.resolving import Identities
from awardgraph.importer.mapping.award import describe_award
from awardgraph.importer.run import import_sources
from awardgraph.importer.sources.reading import SourceText
from awardgraph.importer.sources.tables import parse_table
from awardgraph.model.evidence import SourceDocument
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from pathlib import Path


def table(rows: int) -> str:
    """Return a table of awards: ever the same, with a few bodies that win often."""
    dice = random.Random(rows)
    lines = ["scheme_th,branch_th,category_th,level_th,year_be,recipient_th,project_th,source_url"]
    for n in range(rows):
        who = int(dice.paretovariate(1)) % (rows // 20 + 1)
        lines.append(
            f"รางวัลเลิศรัฐ,บริการภาครัฐ,ประเภทที่ {n % 6},ระดับ {n % 4},{2543 + n % 25},หน่วยงานที่ {who},"
            f"ผลงานที่ {n},https://example.org/{n // 10}"
        )
    return "\n".join(lines) + "\n"


@pytest.mark.benchmark
def test_map_10k_awards(capsys: pytest.CaptureFixture[str]) -> None:
    source, own = SourceText("10k.csv", table(10_000), ""), SourceDocument(slug="awards-10k")
    identities = Identities(Register(), DEFAULT_BASE)
    began = time.process_time()
    lines = {line for report in parse_table(source, own, {}) for line in describe_award(report, identities)}
    seconds = time.process_time() - began
    with capsys.disabled():
        print(f"\n  {len(lines) / seconds:12,.0f} statements a CPU second, {len(lines):,} from 10,000 rows")
    assert len(lines) / seconds > 27_000, "slower than building rdflib's triples one by one"


@pytest.mark.benchmark
def test_import_10k_awards(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "awards" / "many.csv"
    path.parent.mkdir()
    path.write_text(table(10_000), encoding="utf-8")
    began = time.process_time()
    done = import_sources([path], tmp_path / "awards.graph", data=tmp_path)
    seconds = time.process_time() - began
    began = time.process_time()
    import_sources([path], tmp_path / "awards.graph", data=tmp_path)
    again = time.process_time() - began
    with capsys.disabled():
        print(
            f"\n  {seconds:6.1f} CPU s for {done.manifest.quads:,} quads, {again:.2f} CPU s when nothing changed"
        )
    assert again < seconds / 5
