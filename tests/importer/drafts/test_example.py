"""The example of a release: what stands there is what the program makes.

After a change that reads otherwise: ``python -m tests.importer.drafts.test_example`` writes draft and graph again;
the reviewed draft is a person's.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import ROOT

EXAMPLE = ROOT / "examples" / "release"
WHOLE = "CONSTRUCT { ?s ?p ?o } { GRAPH <https://w3id.org/awardgraph/id/source/khlong-sai-7d36525a> { ?s ?p ?o } }"


def made(folder: Path) -> dict[str, str]:
    """Return the files that the program makes of the release and of the reviewed draft, by name."""

    def call(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "awardgraph", *words], cwd=folder, check=True, capture_output=True
        )
        return done.stdout.decode()

    data = ("--data", str(ROOT / "data"))
    for name in ("khlong-sai.txt", "khlong-sai.reviewed.yaml"):
        shutil.copy(EXAMPLE / name, folder)
    call("import", "khlong-sai.txt", *data)
    draft = (folder / "khlong-sai.draft.yaml").read_text(encoding="utf-8")
    call("import", "khlong-sai.reviewed.yaml", *data)
    return {"khlong-sai.draft.yaml": draft, "khlong-sai.ttl": call("query", WHOLE, "--format", "ttl")}


def test_the_example_is_what_the_program_makes(tmp_path: Path) -> None:
    for name, text in made(tmp_path).items():
        assert (EXAMPLE / name).read_text(encoding="utf-8") == text, name


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        for name, text in made(Path(folder)).items():
            (EXAMPLE / name).write_text(text, encoding="utf-8", newline="\n")
