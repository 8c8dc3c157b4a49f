"""Check statements against the shapes and the rules that come with the ontology."""

from __future__ import annotations

from typing import TYPE_CHECKING

from awardgraph.errors import GraphError
from awardgraph.graph.checking.findings import Report
from awardgraph.graph.checking.rules import broken, read_rules
from awardgraph.graph.checking.shapes import nonconforming, read_shapes, said_by
from awardgraph.graph.checking.spelling import misspelt
from awardgraph.graph.checking.statements import name_of, of_store
from awardgraph.graph.checking.tracing import traced

if TYPE_CHECKING:
    from pathlib import Path

    from awardgraph.graph.checking.statements import Statements

__all__ = ["check"]


def check(statements: Statements, folder: Path) -> Report:
    """Return what breaks a shape or a rule.

    The rules for data ask the statements; those for ontologies ask the ontology that comes with
    the shapes, and the statements where they define one themselves.

    Args:
        folder: of the ontology, with its shapes/ and rules/.

    Raises:
        GraphError: a shape or a rule is itself at fault; nothing is said about the statements then.
    """
    ontology = _ontology(folder / "awardgraph.ttl")
    shapes, rules = read_shapes(folder / "shapes"), read_rules(folder / "rules")
    of_data = [rule for rule in rules if rule.applies == "data"]
    of_terms = [rule for rule in rules if rule.applies == "ontology"]
    defining = statements if statements.defines_terms() else ontology
    of_statements = {
        *nonconforming(shapes, statements, ontology),
        *broken(of_data, statements),
        *misspelt(statements),
    }
    of_ontology = set(broken(of_terms, defining))
    findings = [*traced(of_statements, statements), *traced(of_ontology, defining)]
    meant = (f for f in findings if statements.about is None or f.focus in statements.about)
    ordered = tuple(sorted(meant, key=lambda finding: finding.order))
    return Report(ordered, len(said_by(shapes)), len(rules), statements.base)


def _ontology(path: Path) -> Statements:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    try:
        store.load(path=str(path), format=RdfFormat.TURTLE)
    except SyntaxError as error:
        raise GraphError(f"{path}:{error.lineno}", f"the ontology cannot be read: {error.msg}.") from error
    except OSError as error:
        raise GraphError(path, f"the ontology cannot be read: {error}.") from error
    return of_store(store, files={name_of(statement.subject): path.name for statement in store})
