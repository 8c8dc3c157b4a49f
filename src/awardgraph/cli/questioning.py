"""``awardgraph questions``: the questions that have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from awardgraph.cli.completing import question_names
from awardgraph.cli.options import LangOption, Language, language, year_in
from awardgraph.cli.output import say, table, write

if TYPE_CHECKING:
    from collections.abc import Iterable

    from awardgraph.graph.questions import Parameter, Question

__all__ = ["listing", "questions", "speaks_of"]

Format = Literal["table", "json", "md"]


def questions(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME|WORDS]",
            help="A name shows one in full; words find those that speak of all of them."
            " · ชื่อคำถามแสดงรายละเอียด คำอื่นใช้ค้นหา",
            autocompletion=question_names,
        ),
    ] = None,
    *,
    lang: LangOption = None,
    format_name: Annotated[
        Format, typer.Option("--format", "-f", help="How to write them. · รูปแบบคำตอบ")
    ] = "table",
) -> None:
    """List the questions that have a name, to be asked with query. · คำถามสำเร็จรูปสำหรับใช้กับ query"""
    from awardgraph.graph.questions import names_of, read_questions
    from awardgraph.resources import messages

    chosen, known, asked = language(lang), read_questions(), " ".join(words or ())
    if one := next((question for question in known if asked in names_of(question)), None):
        write(_one(one, chosen, format_name))
        return
    found = [question for question in known if speaks_of(question, words or ())]
    if not found:
        say(messages(chosen)["questions"]["nothing"].format(words=asked))
    if format_name == "json":
        write(_json([_record(question) for question in found]))
    elif found:
        write(listing(found, chosen, format_name).encode())


def speaks_of(question: Question, words: Iterable[str]) -> bool:
    """Return whether a question holds all of some words, in either language, however they are typed."""
    from awardgraph.graph.questions import names_of
    from awardgraph.model.names import fold

    parameters = (parameter.name for parameter in question.parameters)
    texts = (*names_of(question), *question.title, *question.description, *parameters)
    folded = " ".join(map(fold, texts))
    return all(fold(word) in folded for word in words)


def listing(found: list[Question], lang: Language, format_name: Format) -> str:
    """Return questions as a table, each with its shortest name, what it asks and its parameters."""
    from awardgraph.graph.questions import names_of
    from awardgraph.resources import messages

    words = messages(lang)["questions"]
    header = [words[key] for key in ("number", "name", "title", "parameters")]
    rows = [
        (
            question.name.partition("-")[0],
            names_of(question)[0],
            getattr(question.title, lang) or question.title.first,
            " ".join(_short(parameter, lang) for parameter in question.parameters),
        )
        for question in found
    ]
    if format_name == "table":
        return table(header, rows, whole=[words["name"]])
    lines = [header, ["---:", "---", "---", "---"], *([n, f"`{name}`", *rest] for n, name, *rest in rows)]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def _short(parameter: Parameter, lang: Language) -> str:
    """Return a parameter as it is set: with its default, or with what must or may be given."""
    if parameter.example:
        return f"{parameter.name}=…"
    default = _written(parameter, parameter.default, lang)
    return f"{parameter.name}={default}" if default else f"[{parameter.name}]"


def _written(parameter: Parameter, value: str, lang: Language) -> str:
    """Return a value as a person would set it: a slug without its kind, a year in the language's era."""
    from awardgraph.graph.questions import ENTITIES

    if parameter.kind == "year":
        return year_in(lang, value)
    return value.removeprefix(f"{parameter.kind}:") if parameter.kind in ENTITIES else value


def _example(question: Question, lang: Language) -> str:
    from awardgraph.graph.questions import names_of

    set_to = [
        f" --set {parameter.name}={_written(parameter, value, lang)}"
        for parameter in question.parameters
        if (value := parameter.default or parameter.example)
    ]
    return f"awardgraph query {names_of(question)[0]}{''.join(set_to)}"


def _one(question: Question, lang: Language, format_name: Format) -> bytes:
    """Return all there is to say of a question: what it asks, its parameters, columns and SPARQL."""
    from awardgraph.resources import messages

    if format_name == "json":
        return _json(_record(question) | {"sparql": question.text})
    words = messages(lang)["questions"]
    title, description = (
        getattr(words_of, lang) or words_of.first for words_of in (question.title, question.description)
    )
    parameters = [
        (parameter.name, f"{words['kind'][parameter.kind]}{_given(parameter, lang)}")
        for parameter in question.parameters
    ]
    sparql = "\n".join(line for line in question.text.splitlines() if not line.startswith("#"))
    sections = [
        (words["parameters"], [": ".join(pair) for pair in parameters]),
        (words["columns"], [": ".join(pair) for pair in question.columns]),
    ]
    bullet, head = ("- ", "## ") if format_name == "md" else ("  ", "")
    fence = ("```sparql\n", "\n```") if format_name == "md" else ("", "")
    shell = ("```sh\n", "\n```") if format_name == "md" else ("  ", "")
    alias = f" · {question.alias}" if question.alias else ""
    parts = [
        f"{'# ' if format_name == 'md' else ''}{question.name}{alias}\n{'' if not head else chr(10)}{title}",
        description,
        *(
            f"{head}{name}\n" + "\n".join(bullet + line for line in lines)
            for name, lines in sections
            if lines
        ),
        f"{head}{words['example']}\n{shell[0]}{_example(question, lang)}{shell[1]}",
        f"{head}SPARQL\n{fence[0]}{sparql}{fence[1]}",
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _given(parameter: Parameter, lang: Language) -> str:
    from awardgraph.resources import messages

    words = messages(lang)["questions"]
    key = "needed" if parameter.example else "default" if parameter.default else "all"
    value = _written(parameter, parameter.example or parameter.default, lang)
    return str(words[key]).format(value=value)


def _record(question: Question) -> dict[str, object]:
    return {
        "name": question.name,
        "alias": question.alias or None,
        "title_th": question.title.th,
        "title_en": question.title.en,
        "description_th": question.description.th,
        "description_en": question.description.en,
        "parameters": [
            {
                "name": parameter.name,
                "kind": parameter.kind,
                "default": parameter.default or None,
                "needed": bool(parameter.example),
            }
            for parameter in question.parameters
        ],
        "columns": dict(question.columns),
        "example": _example(question, "en"),
    }


def _json(content: object) -> bytes:
    import json

    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
