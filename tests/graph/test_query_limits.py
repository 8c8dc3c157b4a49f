"""Whatever is asked, the process answers, refuses (6) or gives up in time (7); it never crashes and never stays."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Final

import pytest

from awardgraph import Graph, QueryError
from awardgraph.graph.measuring import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Outcome

#: What makes a parser or a planner nest, around or beside n times.
NESTING: Final[dict[str, Callable[[int], str]]] = {
    "groups": lambda n: "ASK { " + "{" * n + "}" * n + " }",
    "brackets": lambda n: "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "negations": lambda n: "ASK { FILTER(" + "!" * n + "true) }",
    "paths": lambda n: "ASK { ?s " + "(" * n + "awg:level" + ")" * n + " ?o }",
    "sums": lambda n: "ASK { FILTER(1" + "+1" * n + ") }",
    "unions": lambda n: "ASK { {}" + " UNION {}" * n + " }",
    "alternatives": lambda n: "ASK { FILTER(1" + "||1" * n + ") }",
    "optionals": lambda n: "ASK { " + "OPTIONAL {" * n + "}" * n + " }",
    "subqueries": lambda n: "ASK { " + "{SELECT * {" * n + "}}" * n + " }",
    "calls": lambda n: "ASK { FILTER(" + "STR(" * n + "1" + ")" * n + ") }",
    "nodes": lambda n: "ASK { " + "[ awg:level " * n + "1" + " ]" * n + " }",
    "lists": lambda n: "ASK { ?s awg:level " + "(" * n + "1" + ")" * n + " }",
}

#: What grows beside instead of inside; found to end the process, or to be planned for minutes.
GROWING: Final[dict[str, Callable[[int], str]]] = {
    "columns": lambda n: "SELECT " + " ".join(f"(1 AS ?a{i})" for i in range(n)) + " {}",
    "resources": lambda n: "DESCRIBE " + "<a:b> " * n,
    "objects": lambda n: "ASK { ?s awg:level " + ",".join(f"?o{i}" for i in range(n)) + " }",
    "members": lambda n: "ASK { ?s awg:level (" + "1 " * n + ") }",
    "siblings": lambda n: "ASK { " + "{?s ?p ?o}" * n + " }",
    "minuses": lambda n: "ASK { " + "MINUS {?s ?p ?o}" * n + " }",
    "inverses": lambda n: "ASK { ?s " + "^(" * n + "awg:level" + ")" * n + " ?o }",
    "exists": lambda n: "ASK { " + "FILTER EXISTS {" * n + "}" * n + " }",
}

#: Characters that a query is about as long as.
LENGTHS: Final = (10, 100, 1_000, 5_000, 20_000, 99_000, 100_001, 500_000, 1_000_000)

#: The stack of the main thread on Windows, in bytes: the smallest on which the program runs.
SMALL_STACK: Final = 1 << 20

#: Asks what it is sent, one query after another, and prints what came of each.
CHILD: Final = """
import json, sys, threading
from pathlib import Path
from awardgraph import Graph, QueryError

def ask():
    graph = Graph.open(Path(sys.argv[1]))
    for text in json.load(sys.stdin):
        try:
            answer = graph.query(text)
            bool(answer) if type(answer).__name__ == "QueryBoolean" else list(answer)
            print(0, flush=True)
        except QueryError:
            print(6, flush=True)

threading.stack_size(int(sys.argv[2]))
thread = threading.Thread(target=ask)
thread.start()
thread.join()
"""

EVERYTHING: Final = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"

#: Queries that would run for hours on a graph of some thousand statements, or fill the memory.
UNBOUNDED: Final = {
    "count of everything with everything": f"SELECT (COUNT(*) AS ?n) {{ {EVERYTHING} }}",
    "rows of everything with everything": f"SELECT * {{ {EVERYTHING} }}",
    "rows that a filter drops": f"SELECT * {{ {EVERYTHING} FILTER(STR(?c) = CONCAT(STR(?l), STR(?i))) }}",
    "yes or no": f"ASK {{ {EVERYTHING} FILTER(STR(?c) = CONCAT(STR(?l), STR(?i))) }}",
    "sorting": f"SELECT * {{ {EVERYTHING} }} ORDER BY ?l",
    "distinct": f"SELECT DISTINCT ?c ?f ?i {{ {EVERYTHING} }}",
    "grouping": f"SELECT ?c ?f (COUNT(*) AS ?n) {{ {EVERYTHING} }} GROUP BY ?c ?f",
    "one long text": f"SELECT (GROUP_CONCAT(?c) AS ?t) {{ {EVERYTHING} }}",
    "triples": f"CONSTRUCT {{ ?a ?b ?l }} {{ {EVERYTHING} }}",
    "description": f"DESCRIBE ?a {{ {EVERYTHING} FILTER(STR(?c) = CONCAT(STR(?l), STR(?i))) }}",
    "paths": "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>)* ?b . ?b (!<a:b>|^!<a:b>)* ?c }",
    "paths of two": "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>/!<a:b>)* ?b . ?b ((!<a:b>*)*)* ?c }",
    "both ways": "SELECT (COUNT(*) AS ?n) { ?a (!<a:b>|^!<a:b>)+ ?b }",
    "regular expression": f'SELECT * {{ {EVERYTHING} FILTER(REGEX(CONCAT(STR(?c), STR(?l)), "(a+)+(b+)+$$")) }}',
    "replacing": f'SELECT * {{ {EVERYTHING} FILTER(REPLACE(CONCAT(STR(?c), STR(?l)), "(.+)+x", "$1") = "-") }}',
    "doubling": "SELECT (STRLEN(?x34) AS ?n) { BIND(STR(awg:level) AS ?x0) "
    + " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(34))
    + " }",
    "optional": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i } } }",
    "minus": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?a ?x ?f . ?q ?w ?e } }",
    "not exists": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?x ?f . ?q ?w ?e } }",
    "planning": "ASK { " + " . ".join(f"?s ?p{n} ?o{n}" for n in range(148)) + " }",
    "our functions": f"SELECT (COUNT(?z) AS ?n) {{ {EVERYTHING} BIND(awg:fold(?c) AS ?z) }}",
    "our labels": f'SELECT (MAX(awg:label(?a, "th")) AS ?n) {{ {EVERYTHING} }}',
}


def _built(build: Callable[[int], str], length: int) -> str:
    each = len(build(12)) - len(build(11))
    return build(max(1, length // each))


def test_no_nesting_ends_the_process(shipped: Graph) -> None:
    import json

    cases = {
        (name, length): _built(build, length)
        for name, build in (NESTING | GROWING).items()
        for length in LENGTHS
        if length <= LONGEST or name in NESTING
    }
    command = [sys.executable, "-c", CHILD, str(shipped.location), str(SMALL_STACK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        out, _ = child.communicate(json.dumps(list(cases.values())), timeout=120)
    codes = dict(zip(cases, map(int, out.split()), strict=False))
    assert child.returncode == 0, f"ended by {child.returncode} at {list(cases)[len(codes)]}"
    assert len(codes) == len(cases)
    assert all(codes[name, 1_000_000] == 6 for name in NESTING)
    assert all(codes[name, 10] == 0 for name in NESTING), "what nests once is no attack"


@pytest.mark.parametrize("name", UNBOUNDED)
def test_what_would_never_end_is_ended(shipped: Graph, name: str) -> None:
    # The time is taken inside the process: starting Python is not part of what the limit promises.
    code = (
        "import sys, time, os; from awardgraph.cli.exits import main; from awardgraph.cli import limits\n"
        "leave, begun = os._exit, []\n"
        "watch = limits._watch\n"
        "limits._watch = lambda *rest: (begun.append(time.monotonic()), watch(*rest))\n"
        "def say(code):\n"
        "    os.write(2, f'\\nafter {time.monotonic() - begun[0]:.3f}'.encode()); leave(code)\n"
        "os._exit = say\n"
        "main()"
    )
    form = "nt" if name in ("triples", "description") else "csv"
    limit = ["--timeout", "0.4", "--memory", "1500"]
    command = [sys.executable, "-c", code, "query", UNBOUNDED[name], "-f", form, *limit]
    late: list[float] = []
    # Other work on the machine can only make it later: one attempt in time shows that it can be.
    while len(late) < 3 and (not late or late[-1] >= 0.25):
        done = subprocess.run(
            [*command, "--graph", str(shipped.location)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=30,
            check=False,
        )
        said, _, after = done.stderr.decode().partition("\nafter ")
        assert done.returncode == 7, said
        assert "--timeout" in said or "--memory" in said
        assert len(said.splitlines()) == 1
        late.append(float(after) - 0.4)
    assert min(late) < 0.25


@pytest.mark.skipif(os.name == "nt", reason="a full pipe is made with POSIX calls")
def test_a_reader_who_stalls_does_not_keep_the_process(shipped: Graph) -> None:
    words = ["query", f"SELECT * {{ {EVERYTHING} }} LIMIT 40000", "--timeout", "1", "-f", "csv"]
    command = [sys.executable, "-m", "awardgraph", *words, "--graph", str(shipped.location)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        begun = time.monotonic()
        assert child.wait(timeout=20) == 7
        assert time.monotonic() - begun < 15
        child.communicate()


def test_rows_are_cut_and_stderr_says_so(run: Callable[..., Outcome], shipped: Graph) -> None:
    query = "SELECT ?e ?y { ?e awg:editionYear ?y } ORDER BY ?e"
    cut = run("query", query, "--graph", shipped.location, "--max-rows", 3, "-f", "csv")
    whole = run("query", query, "--graph", shipped.location, "-f", "csv")
    assert cut.out.splitlines() == whole.out.splitlines()[:4]
    assert "3 " in cut.err
    assert "--max-rows" in cut.err
    enough = run("query", query + " LIMIT 3", "--graph", shipped.location, "--max-rows", 3, "-f", "csv")
    assert (enough.out, enough.err) == (cut.out, "")
    triples = run(
        "query", "CONSTRUCT WHERE { ?s ?p ?o }", "--graph", shipped.location, "--max-rows", 5, "-f", "nt"
    )
    assert len(triples.out.splitlines()) == 5


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s <a:\\u0061#b> ?o . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <https://example.org/nobody> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX x: <https://example.org/> SELECT * FROM x:nobody { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
    ],
)
def test_nothing_outside_the_graph_is_read(shipped: Graph, query: str) -> None:
    with pytest.raises(QueryError) as refused:
        shipped.query(query)
    assert refused.value.line == 1
    assert refused.value.column


def test_a_source_of_the_graph_may_be_asked_alone(shipped: Graph) -> None:
    from tests.conftest import values

    [(source,), *_] = values(shipped, "SELECT DISTINCT ?g { GRAPH ?g { ?a a awg:Conferral } } ORDER BY ?g")
    query = "SELECT (COUNT(*) AS ?n) FROM <{}> {{ ?s ?p ?o }}"
    inside = values(shipped, f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{source}> {{ ?s ?p ?o }} }}")
    assert values(shipped, query.format(source)) == inside


def test_another_server_is_called_only_when_it_is_allowed(
    run: Callable[..., Outcome], shipped: Graph
) -> None:
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    asked: list[str] = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
            body = (
                b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"there"}}]}}'
            )
            self.send_response(200)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        query = f"SELECT ?x {{ SERVICE <http://127.0.0.1:{server.server_port}/> {{ ?s ?p ?x }} }}"
        refused = run("query", query, "--graph", shipped.location, "-f", "csv")
        assert (refused.code, asked) == (6, [])
        assert "--allow-network" in refused.err
        allowed = run("query", query, "--graph", shipped.location, "-f", "csv", "--allow-network")
        server.shutdown()
    assert (allowed.code, allowed.out.split()) == (0, ["x", "there"]), allowed.err
    assert len(asked) == 1
    gone = run("query", query, "--graph", shipped.location, "-f", "csv", "--allow-network")
    assert gone.code == 5
    assert "the answer broke off" in gone.err


def test_a_thousand_rows_of_values_are_data(shipped: Graph) -> None:
    rows = " ".join(f'("{n}"^^xsd:integer "a"@th)' for n in range(1000))
    assert len(list(shipped.query(f"SELECT * {{ VALUES (?x ?y) {{ {rows} }} }}"))) == 1000  # type: ignore[arg-type]
