"""The tab key: what the shells are given, and what a real one makes of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph import Graph

PROGRAM = "import sys; sys.argv[0] = 'awardgraph'; from awardgraph.cli.exits import main; main()"

SHELLS = ("bash", "zsh", "fish", "powershell")


def completed(shell: str, line: str, *, cwd: Path | None = None) -> str:
    """Return what the program prints when a shell asks how a line goes on."""
    words = line.split(" ")
    asked = {
        "bash": {"COMP_WORDS": "\n".join(cut_by_bash(words)), "COMP_CWORD": str(len(cut_by_bash(words)) - 1)},
        "zsh": {"_TYPER_COMPLETE_ARGS": line},
        "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
        "powershell": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1]},
    }[shell]
    environ = {**os.environ, **asked, "_AWARDGRAPH_COMPLETE": f"complete_{shell}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environ, cwd=cwd, capture_output=True, check=False
    )
    assert done.stderr == b""
    return done.stdout.decode()


def cut_by_bash(words: list[str]) -> list[str]:
    """Return the words as bash cuts them: an ``=`` is a word of its own, and nothing follows one at the end."""
    return [part for word in words for part in word.replace("=", "\n=\n").split("\n") if part or not word]


@pytest.fixture
def folder(shipped: Graph, tmp_path: Path) -> Path:
    """A folder with the shipped graph where the commands look for one."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "awards.graph").symlink_to(shipped.location)
    return tmp_path


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "proposed"),
    [
        ("awardgraph quer", "query"),
        ("awardgraph query winn", "winners"),
        ("awardgraph questions first-t", "first-time-winners"),
        ("awardgraph query winners --set ye", "year="),
        ("awardgraph query winners --set year=2566 --set sch", "scheme="),
        ("awardgraph query winners --format cs", "csv"),
        ("awardgraph find x --kind pers", "person"),
    ],
)
def test_every_shell_is_given_names(shell: str, line: str, proposed: str) -> None:
    assert proposed in completed(shell, line)


@pytest.mark.parametrize("shell", SHELLS)
def test_values_are_entities_of_the_graph(shell: str, folder: Path) -> None:
    whole = "" if shell == "bash" else "agency="
    assert f"{whole}ดีป้า" in completed(shell, "awardgraph query awards --set agency=ดี", cwd=folder)
    assert f"{whole}depa" in completed(shell, "awardgraph query awards --set agency=dep", cwd=folder)
    assert f"{whole.replace('agency', 'scheme')}psea" in completed(
        shell, "awardgraph query winners --set scheme=pse", cwd=folder
    )
    for command in ("find", "why", "view --focus"):
        assert "ดีป้า" in completed(shell, f"awardgraph {command} ดี", cwd=folder)


@pytest.mark.parametrize("shell", SHELLS)
def test_nothing_to_propose_is_silence(shell: str, tmp_path: Path) -> None:
    for line in (
        "awardgraph query awards --set agency=ดี",
        "awardgraph query nothing --set x",
        "awardgraph query '",
    ):
        assert "ดีป้า" not in completed(shell, line, cwd=tmp_path)
    assert list(tmp_path.iterdir()) == [], "completion never writes"


def test_completion_writes_nothing_into_the_graph(folder: Path, shipped: Graph) -> None:
    def state() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in shipped.location.rglob("*"))

    before = state()
    completed("zsh", "awardgraph query awards --set agency=ดี", cwd=folder)
    assert state() == before


def scripted(shell: str) -> str:
    environ = {**os.environ, "_AWARDGRAPH_COMPLETE": f"source_{shell}"}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environ, capture_output=True, check=True, text=True
    ).stdout


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A folder with an executable named awardgraph, for a shell's search path."""
    path = tmp_path / "bin" / "awardgraph"
    path.parent.mkdir()
    path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{PROGRAM}" "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path.parent


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash on this machine")
@pytest.mark.parametrize(
    ("words", "replies"),
    [
        (["awardgraph", "query", "winn"], {"winners"}),
        (["awardgraph", "query", "winners", "--set", "ye"], {"year="}),
        (["awardgraph", "query", "awards", "--set", "agency", "=", "ดีป"], {"ดีป้า"}),
        (["awardgraph", "query", "winners", "--set", "year", "=", "2566", "--set", "sch"], {"scheme="}),
    ],
)
def test_bash_replaces_the_word_it_means(
    program: Path, folder: Path, words: list[str], replies: set[str]
) -> None:
    quoted = " ".join(f"'{word}'" for word in words)
    script = (
        f"{scripted('bash')}\nCOMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}\n"
        '_awardgraph_completion awardgraph; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    environ = {**os.environ, "PATH": f"{program}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["bash", "-c", script], env=environ, cwd=folder, capture_output=True, check=True)
    assert set(done.stdout.decode().split("\n")) - {""} == replies
    assert done.stderr == b""


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish on this machine")
def test_fish_proposes_with_titles(program: Path, folder: Path) -> None:
    script = f"{scripted('fish')}\ncomplete -C 'awardgraph query winn'; complete -C 'awardgraph query awards --set agency=ดีป'"
    environ = {
        **os.environ,
        "PATH": f"{program}:{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "HOME": str(folder),
    }
    done = subprocess.run(["fish", "-c", script], env=environ, cwd=folder, capture_output=True, check=True)
    assert "winners\tThe full register of an edition" in done.stdout.decode()
    assert "agency=ดีป้า" in done.stdout.decode()


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh on this machine")
def test_zsh_reads_what_it_is_given(program: Path, folder: Path) -> None:
    """zsh evaluates the program's words: they must be one call of _arguments, whatever a name holds."""
    script = '_arguments() { print -r -- "$1" }\neval $(env _TYPER_COMPLETE_ARGS="awardgraph query awards --set agency=ดีป" _AWARDGRAPH_COMPLETE=complete_zsh awardgraph)'
    environ = {**os.environ, "PATH": f"{program}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(["zsh", "-fc", script], env=environ, cwd=folder, capture_output=True, check=True)
    assert "agency=ดีป้า" in done.stdout.decode()
    assert "_awardgraph_completion" in scripted("zsh")
