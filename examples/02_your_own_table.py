"""A table of one's own → a graph; a wrong row is refused, and then nothing is taken."""

from __future__ import annotations

import tempfile
from pathlib import Path

from awardgraph import Graph, SourceError
from awardgraph.importer.run import find_sources, import_sources

TABLE = """รางวัล,ปี พ.ศ.,หน่วยงาน,ผลงาน,ระดับ
รางวัลเลิศรัฐ,2566,กรมอนามัย,งานที่หนึ่ง,ดีเด่น
รางวัลเลิศรัฐ,๒๕๖๗,กรมควบคุมโรค,งานที่สอง,ดี
"""

with tempfile.TemporaryDirectory() as folder:
    data, graph = Path(folder, "data"), Path(folder, "awards.graph")
    table = data / "awards" / "mine.csv"
    table.parent.mkdir(parents=True)
    table.write_text(TABLE, encoding="utf-8")
    done = import_sources(find_sources(data), graph, data=data)
    print(done.manifest.statements, "statements")

    table.write_text(TABLE + "รางวัลเลิศรัฐ,25664,กรมการแพทย์,งานที่สาม,ดี\n", encoding="utf-8")
    try:
        import_sources(find_sources(data), graph, data=data)
    except SourceError as error:
        print(error)
    print(len(Graph.open(graph)), "statements, as before")
