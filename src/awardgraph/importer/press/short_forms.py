"""Short forms of bodies: given behind a name, known to the register, or the kind of body with ฯ."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from awardgraph.importer.press.alternatives import alternatives
from awardgraph.importer.press.bodies import Body

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from awardgraph.importer.press.bodies import Bodies

__all__ = ["SHORT", "abbreviated", "aliases_of", "of_mayors", "shortened", "spoken_again"]

#: A short form: letters with dots, or capitals.
SHORT: Final = r"(?:[ก-ฮ]{1,3}\.){1,4}[ก-ฮ]{0,3}\.?|[ก-ฮ]{2,6}\.|[A-Z]{2,8}"
_ALIAS: Final = re.compile(
    rf"\s?\(\s?(?:สำนักงาน\s?|กระทรวง\s?|กรม\s?)?(?P<short>{SHORT})\s?\)|\sหรือ\s?[\"“]?(?P<other>[ก-๎]{{2,12}}|[A-Za-z]{{2,12}})[\"”]?"
)

#: With the sign before it, which is none of a Thai word: there are few such, so it is tried at few places.
_ABBREVIATION: Final = re.compile(
    rf"[^ก-๎.](?P<word>(?:สำนักงาน\s?|กระทรวง\s?|กรม\s?)?(?P<short>{SHORT}))(?![a-z])"
)


def aliases_of(text: str, found: list[Body], bodies: Bodies) -> tuple[dict[str, Body], list[Body]]:
    """Return the short forms given behind full names (กรม ก (กก.), หรือ ดีป้า), and the bodies."""
    aliases: dict[str, Body] = {}
    reached: list[Body] = []
    for body in found:
        given = _ALIAS.match(text, body.end)
        other_name = (given["other"] or "") if given else ""
        if other_name and (stop := bodies.stop.search(other_name, 2)):
            other_name = other_name[: stop.start()]
        short = (given["short"] or other_name).replace(".", "") if given else ""
        known = bodies.lexicon.abbreviations.get(short, ())
        other = len(known) == 1 and known[0] != body.name
        if given and given["other"] and re.match("(?:กระทรวง|กรม|หน่วยงาน|ผู้|ที่|การ|มี|เป็น|จะ)", short):
            given = None
        if given and not (other and body.rank > 2):
            aliases.setdefault(short, body)
            until = given.end() if given["short"] else given.start("other") + len(other_name)
            body = replace(body, until=until)  # noqa: PLW2901 (the same body, told further)
        reached.append(body)
    return aliases, reached


def shortened(text: str, aliases: Mapping[str, Body], bodies: Bodies) -> Iterator[Body]:
    """Yield the places where a short form stands for a body, given in the text or known to the register."""
    for found in _ABBREVIATION.finditer(f"\n{text}"):
        start, end = found.start("word") - 1, found.end() - 1
        short = found["short"].replace(".", "")
        own = aliases.get(short)
        names = bodies.lexicon.abbreviations.get(short, ()) if own is None and len(short) > 1 else ()
        if own:
            yield Body(start, end, own.name, own.rank)
        elif len(names) == 1:
            yield Body(start, end, names[0], 1 if names[0].startswith("กระทรวง") else 2)
    words = [
        short
        for short in aliases
        if re.fullmatch("[ก-๎]{2,}", short) and not re.fullmatch("[ก-ฮ]{1,6}", short)
    ]
    if words:
        for found in re.finditer(
            rf"(?:(?<![ก-๎])|(?<=ให้|ว่า|โดย|จาก|และ|กับ|ที่)|(?<=ของ))(?:{alternatives(words)})(?![ะ-๎])", text
        ):
            own = aliases[found[0]]
            yield Body(found.start(), found.end(), own.name, own.rank)


#: A name that only its short form behind it tells to be a body's, and how no such name begins.
_SHORT_FORM: Final = re.compile(r"\((?P<letters>(?:[ก-ฮ]\.?){2,6})\)")
_NAME_BEFORE: Final = re.compile(r"(?:^|[\s“\"(])(?P<name>[ก-ฮเแโใไ][ก-๎]{7,70})\s?$")
_NO_NAME: Final = re.compile(
    "นาย|นาง|ผู้|รอง|ปลัด|อธิบดี|เลขา|ประธาน|รางวัล|โครงการ|แผน|ระบบ|มาตรฐาน|พระราช|กฎ|ราคา|อาสา|หลักสูตร|การประเมิน"
    "|การประชุม|การบริหาร|การจัด|ตัวชี้วัด|คณะ|ดัชนี|ประกาศนีย|พนักงาน|ข้าราชการ|นัก|ครู|ร่าง|งบ|ความ|ใน|ที่|และ"
)


def abbreviated(text: str) -> Iterator[Body]:
    """Yield names that their short form tells to be a body's, all of its letters in order: การ… (กดร.)."""
    for short in _SHORT_FORM.finditer(text):
        found = _NAME_BEFORE.search(text, max(0, short.start() - 75), short.start())
        if found is None:
            continue
        name, letters = found["name"], short["letters"].replace(".", "")
        if _NO_NAME.match(name) or name.lstrip("เแโใไ")[0] != letters[0] or len(letters) < 2:
            continue
        if re.search(".*?".join(letters), name):
            yield Body(found.start("name"), found.end("name"), name, 2)


#: A town that only the post of its mayor names: นายกเทศมนตรีนคร ก.
_MAYOR: Final = re.compile(r"นายกเทศมนตรี(?P<name>(?:นคร|เมือง|ตำบล)[ก-๎]{2,60})")


def of_mayors(text: str, bodies: Bodies) -> Iterator[Body]:
    """Yield the towns that are named by the post of a mayor, with the name they bear themselves."""
    for found in _MAYOR.finditer(text):
        start, end = found.span("name")
        if stop := bodies.stop.search(text, start + 4, end):
            end = stop.start()
        if end - start > 5:
            yield Body(start, end, f"เทศบาล{text[start:end]}")


#: A body spoken of again by the kind it is: สถาบันฯ, กรมฯ.
_KIND: Final = re.compile(
    r"(?:^|[^ก-๎]|ของ|โดย|ที่|และ|จาก|ให้|กับ|ว่า|ทาง|ซึ่ง|แก่|แล้ว|ทั้งนี้)"
    r"(?P<kind>กระทรวง|กรม|สำนักงาน|สำนัก|สถาบัน|มหาวิทยาลัย|วิทยาลัย|ธนาคาร|บริษัท|องค์การ|การ[ก-๎]{3,8}|เทศบาล|โรงพยาบาล|โรงเรียน"
    r"|ศูนย์|จังหวัด|มูลนิธิ|สมาคม|กองทุน)\s?ฯ$"
)

#: The same without the sign, before a verb that confers.
_THAT_WON: Final = ("ได้รับรางวัล", "คว้ารางวัล")
_KINDS_THAT_WIN: Final = "กรม สถาบัน มหาวิทยาลัย ธนาคาร บริษัท เทศบาล โรงพยาบาล โรงเรียน มูลนิธิ สมาคม".split()
_KIND_THAT_WON: Final = re.compile(
    f"(?P<kind>{'|'.join(f'{kind}(?<![ก-๎.]{kind})' for kind in _KINDS_THAT_WIN)})"
    rf"(?=(?:ก็|ยัง|เคย|สามารถ)*(?:{'|'.join(_THAT_WON)}))"
)


def spoken_again(text: str, found: list[Body]) -> Iterator[Body]:
    """Yield bodies that are spoken of again by their kind, with the name of the last one of it before."""
    signs = (_KIND.search(text, max(0, sign.start() - 18), sign.end()) for sign in re.finditer("ฯ", text))
    won = _KIND_THAT_WON.finditer(text) if any(words in text for words in _THAT_WON) else ()
    for again in (*signs, *won):
        for body in reversed(found) if again else ():
            if again and body.start < again.start() and body.name.startswith(again["kind"]):
                yield replace(body, start=again.start("kind"), end=again.end(), until=again.end(), weak=False)
                break
