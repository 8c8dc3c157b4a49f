"""Sorted N-Quads lines of a graph of any size that nobody won anything in, ever the same, for the explorer.

Of 100 entities about 30 are awards, 22 pages of sources, 20 projects, 13 agencies, 10 persons; the others are
editions, ceremonies, schemes, categories, levels and places. IRIs and statements have the form that the
importer gives them, with the passages and participations that stand beside entities. Each award has a scheme,
an edition, a category, an agency that won it, a page that states it, and one short quote of its own; two of
three are for a project, one of three has a ceremony, one of four a level, one of five a place. That makes 2.0
to 2.4 links an entity, and five or six statements. Agencies, schemes, pages and places are drawn by a power
law, so that a few are hubs. All names are in both languages, composed of Thai words and of what they are in
English; awards, projects and agencies have a hash at the end of their IRIs.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from awardgraph.vocabulary import external as ext
from awardgraph.vocabulary import terms as awg
from awardgraph.vocabulary.namespaces import DEFAULT_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

__all__ = ["view_lines"]

#: Thai words and what they are in English.
_BODIES: Final = (
    ("โรงพยาบาล", "Hospital"), ("เทศบาลตำบล", "Subdistrict Municipality"), ("โรงเรียน", "School"),
    ("องค์การบริหารส่วนตำบล", "Subdistrict Administrative Organization"), ("สำนักงานที่ดิน", "Land Office"),
    ("สำนักงานสรรพากรพื้นที่", "Area Revenue Office"), ("สถานีตำรวจ", "Police Station"), ("ศาล", "Court"),
    ("สำนักงานเกษตร", "Agricultural Office"), ("โครงการชลประทาน", "Irrigation Project"), ("เรือนจำ", "Prison"),
    ("วิทยาลัยเทคนิค", "Technical College"), ("ศูนย์อนามัย", "Health Centre"), ("การประปา", "Waterworks"),
)  # fmt: skip
_FIRST: Final = (
    ("บาง", "Bang"), ("หนอง", "Nong"), ("บ้าน", "Ban"), ("คลอง", "Khlong"), ("ดอน", "Don"), ("เกาะ", "Ko"),
    ("ท่า", "Tha"), ("ห้วย", "Huai"), ("โคก", "Khok"), ("ป่า", "Pa"), ("นา", "Na"), ("วัง", "Wang"),
    ("เขา", "Khao"), ("ทุ่ง", "Thung"), ("แม่", "Mae"), ("สระ", "Sa"), ("ลาด", "Lat"), ("โพธิ์", "Pho"),
)  # fmt: skip
_SECOND: Final = (
    ("แก้ว", "Kaeo"), ("ขาว", "Khao"), ("แดง", "Daeng"), ("ใหญ่", "Yai"), ("น้อย", "Noi"), ("ใหม่", "Mai"),
    ("ทอง", "Thong"), ("เงิน", "Ngoen"), ("ไผ่", "Phai"), ("บัว", "Bua"), ("หิน", "Hin"), ("ทราย", "Sai"),
    ("กระทุ่ม", "Krathum"), ("มะขาม", "Makham"), ("สะแก", "Sakae"), ("ยาง", "Yang"), ("ช้าง", "Chang"),
    ("เสือ", "Suea"), ("ปลา", "Pla"), ("นก", "Nok"), ("จันทร์", "Chan"), ("สว่าง", "Sawang"), ("สุข", "Suk"),
    ("งาม", "Ngam"), ("กลาง", "Klang"), ("เหนือ", "Nuea"), ("ใต้", "Tai"), ("เก่า", "Kao"), ("หลวง", "Luang"),
    ("ศรี", "Si"), ("ชัย", "Chai"), ("เดช", "Det"),
)  # fmt: skip
_WORKS: Final = (
    ("ระบบจองคิวออนไลน์", "Online queueing"), ("คลินิกเคลื่อนที่", "Mobile clinic"), ("ธนาคารน้ำใต้ดิน", "Groundwater bank"),
    ("การจัดการขยะครบวงจร", "Full-circle waste management"), ("เตือนภัยน้ำท่วม", "Flood warning"),
    ("ดูแลผู้สูงอายุที่บ้าน", "Home care for the elderly"), ("ภาษีทางมือถือ", "Taxes by mobile phone"),
    ("โฉนดที่ดินดิจิทัล", "Digital title deeds"), ("ห้องเรียนสองภาษา", "Bilingual classrooms"),
    ("เกษตรแม่นยำ", "Precision farming"), ("ลดการใช้สารเคมี", "Fewer farm chemicals"), ("ใบอนุญาตในวันเดียว", "One-day licences"),
    ("ไกล่เกลี่ยข้อพิพาท", "Mediation of disputes"), ("ฟื้นฟูป่าชายเลน", "Mangrove restoration"),
    ("ลดเวลารอคอย", "Shorter waiting times"), ("ข้อมูลเปิดของเมือง", "Open city data"),
)  # fmt: skip
_PURPOSES: Final = (
    ("เพื่อชุมชน", "for the community"), ("เพื่อเด็กและเยาวชน", "for children and young people"), ("แบบมีส่วนร่วม", "by participation"),
    ("ด้วยปัญญาประดิษฐ์", "with artificial intelligence"), ("อย่างยั่งยืน", "made sustainable"), ("ไร้รอยต่อ", "without seams"),
    ("ในพื้นที่ห่างไกล", "in remote areas"), ("ตลอดชีวิต", "for life"), ("ครบวงจร", "end to end"), ("ยุคใหม่", "of a new age"),
)  # fmt: skip
_GIVEN: Final = (
    ("สมชาย", "Somchai"), ("สมหญิง", "Somying"), ("วิชัย", "Wichai"), ("ประเสริฐ", "Prasoet"), ("มาลี", "Mali"),
    ("อนันต์", "Anan"), ("สุดา", "Suda"), ("ธนา", "Thana"), ("นภา", "Napha"), ("กิตติ", "Kitti"), ("พรทิพย์", "Phonthip"),
    ("ชาติ", "Chat"), ("รัตนา", "Rattana"), ("วีระ", "Wira"), ("อรุณ", "Arun"), ("จิรา", "Chira"),
)  # fmt: skip

_YEARS: Final = range(2001, 2026)

#: The end of an IRI, and its names in Thai and English.
_Thing = tuple[str, str, str]
_Item = TypeVar("_Item")


def view_lines(entities: int) -> Iterator[str]:
    """Yield the lines of a graph of about so many entities, those of a subject together; its shape is told above.

    >>> from itertools import groupby
    >>> subjects = [subject for subject, _ in groupby(line.split(" ")[0] for line in view_lines(2000))]
    >>> len(subjects) == len(set(subjects))
    True
    """
    dice = random.Random(entities)
    sources = sorted({_source(dice, n) for n in range(_share(entities, 22))})
    agencies = _drawn(dice, _share(entities, 13), _agency)
    places = _drawn(dice, _share(entities, 1, 900), _place)
    projects = _drawn(dice, _share(entities, 20), _project)
    persons = _drawn(dice, _share(entities, 10), _person)
    schemes = _drawn(dice, _share(entities, 0.3, 240), _scheme)
    years = _YEARS[: max(1, _share(entities, 1) // len(schemes))]
    awards = sorted(
        _award(dice, (schemes, years), agencies, projects, places, sources)
        for _ in range(_share(entities, 30))
    )
    # In the order of their IRIs.
    yield from _documents(dice, sources)
    yield from _agencies(dice, agencies, sources)
    yield from _parts_of(dice, schemes, "category", awg.CATEGORY, sources)
    held = sorted({award.edition: award.scheme for award in awards}.items())
    yield from _ceremonies(dice, held, sources)
    for award in awards:
        yield from _entity(_iri(award.key), awg.CONFERRAL, award.names, award.source, award.said)
    yield from _editions(dice, held, sources)
    yield from _parts_of(dice, schemes, "level", awg.LEVEL, sources)
    yield from _participations(dice, persons, awards)
    yield from _passages(awards)
    for own, things in (
        (ext.PERSON, persons), (awg.PLACE, places), (awg.PROJECT, projects), (awg.AWARD_SCHEME, schemes),
    ):  # fmt: skip
        for thing in things:
            yield from _named(dice, thing, own, sources)


def _documents(dice: random.Random, sources: Sequence[str]) -> Iterator[str]:
    for source in sources:
        year, (th, en) = source.split("/")[3], dice.choice(_WORKS)
        yield from _entity(source, awg.SOURCE_DOCUMENT, (f"{th} {year}", f"{en} {year}"), source)


def _agencies(dice: random.Random, agencies: Sequence[_Thing], sources: Sequence[str]) -> Iterator[str]:
    for place, agency in enumerate(agencies):
        ministry = _iri(agencies[dice.randrange(min(20, len(agencies)))][0])
        yield from _named(
            dice,
            agency,
            awg.PUBLIC_AGENCY,
            sources,
            {ext.SUB_ORGANIZATION_OF: ministry} if place >= 20 else {},
        )


def _ceremonies(
    dice: random.Random, held: Sequence[tuple[str, _Thing]], sources: Sequence[str]
) -> Iterator[str]:
    for edition, (_, th, en) in held:
        year = edition[-4:]
        name = (f"ceremony/{edition}", f"พิธีมอบ{th} {year}", f"Ceremony of the {en} {year}")
        day = f'"{year}-09-07"^^<{ext.XSD_DATE}>'
        said = {awg.OF_EDITION: _iri(f"edition/{edition}"), awg.HELD_ON: day}
        yield from _named(dice, name, awg.CEREMONY, sources, said)


def _editions(
    dice: random.Random, held: Sequence[tuple[str, _Thing]], sources: Sequence[str]
) -> Iterator[str]:
    for edition, (scheme, th, en) in held:
        year = edition[-4:]
        said = {awg.EDITION_OF: _iri(scheme), awg.EDITION_YEAR: f'"{year}"^^<{ext.XSD_GYEAR}>'}
        name = (f"edition/{edition}", f"{th} {year}", f"{en} {year}")
        yield from _named(dice, name, awg.EDITION, sources, said)


def _passages(awards: Sequence[_Award]) -> Iterator[str]:
    for award in sorted(awards, key=lambda award: award.passage):
        said = {awg.PASSAGE_OF: award.source, awg.QUOTE: json.dumps(award.quote, ensure_ascii=False)}
        yield from _entity(_iri(award.passage), awg.PASSAGE, None, award.source, said)


def _share(entities: int, hundredths: float, most: int = 1 << 30) -> int:
    return min(most, max(1, round(entities * hundredths / 100)))


def _often_first(dice: random.Random, things: Sequence[_Item], power: float = 2.5) -> _Item:
    """Draw one; the earlier it stands, the likelier."""
    return things[int(len(things) * dice.random() ** power)]


def _drawn(dice: random.Random, number: int, draw: Callable[[random.Random], _Thing]) -> list[_Thing]:
    found: dict[str, _Thing] = {}
    while len(found) < number:
        thing = draw(dice)
        found[thing[0]] = thing
    return [found[key] for key in sorted(found)]


def _source(dice: random.Random, n: int) -> str:
    return f"https://news.example.org/{dice.choice(_YEARS)}/{dice.randrange(1, 13):02}/{n}"


def _village(dice: random.Random) -> tuple[str, str]:
    parts = dice.choice(_FIRST), dice.choice(_SECOND), dice.choice(_SECOND)
    return "".join(th for th, _ in parts), "".join(en for _, en in parts).capitalize()


def _place(dice: random.Random) -> _Thing:
    th, en = _village(dice)
    return f"place/{_slug(en)}", f"อำเภอ{th}", f"{en} District"


def _agency(dice: random.Random) -> _Thing:
    (th, en), (place, own) = dice.choice(_BODIES), _village(dice)
    return f"agency/{_slug(f'{own} {en}')[:40]}-{_hash(dice, 8)}", th + place, f"{own} {en}"


def _project(dice: random.Random) -> _Thing:
    work, purpose, (place, own) = dice.choice(_WORKS), dice.choice(_PURPOSES), _village(dice)
    en = f"{work[1]} {purpose[1]} in {own}"
    return f"project/{_slug(en)[:40]}-{_hash(dice, 8)}", f"{work[0]}{purpose[0]} {place}", en


def _person(dice: random.Random) -> _Thing:
    (th, en), (place, own) = dice.choice(_GIVEN), _village(dice)
    return f"person/{_slug(f'{en} {own}')}", f"{th} {place}", f"{en} {own}"


def _scheme(dice: random.Random) -> _Thing:
    work, purpose = dice.choice(_WORKS), dice.choice(_PURPOSES)
    en = f"Award {dice.randrange(100)}, {work[1]} {purpose[1]}"
    return f"scheme/{_slug(en)[:40]}", f"รางวัล{work[0]}{purpose[0]}", en


@dataclass(frozen=True, slots=True, order=True)
class _Award:
    key: str
    names: tuple[str, str]
    scheme: _Thing
    edition: str
    source: str
    passage: str
    quote: str
    said: dict[str, str] = field(compare=False)


def _award(
    dice: random.Random,
    offered: tuple[Sequence[_Thing], Sequence[int]],
    agencies: Sequence[_Thing],
    projects: Sequence[_Thing],
    places: Sequence[_Thing],
    sources: Sequence[str],
) -> _Award:
    scheme, year = _often_first(dice, offered[0], 2), dice.choice(offered[1])
    slug = scheme[0].removeprefix("scheme/")
    agency, project = _often_first(dice, agencies), dice.choice(projects)
    passage, source = f"passage/{_hash(dice, 16)}", _often_first(dice, sources, 1.5)
    said = {
        ext.SOURCE: source,
        awg.STATED_IN: _iri(passage),
        awg.UNDER_SCHEME: _iri(scheme[0]),
        awg.IN_EDITION: _iri(f"edition/{slug}-{year}"),
        awg.FOR_CATEGORY: _iri(f"category/{slug}"),
        awg.RECIPIENT: _iri(agency[0]),
    }
    for predicate, key, odds in (
        (awg.FOR_PROJECT, project[0], 2 / 3),
        (awg.AT_LEVEL, f"level/{slug}", 1 / 4),
        (awg.AWARD_PLACE, _often_first(dice, places)[0], 1 / 5),
        (awg.AT_CEREMONY, f"ceremony/{slug}-{year}", 1 / 3),
    ):
        if dice.random() < odds:
            said[predicate] = _iri(key)
    work = project[1] if awg.FOR_PROJECT in said else "ผลงาน"
    key = f"conferral/{slug}-{year}-{agency[0].removeprefix('agency/')}-{_hash(dice, 12)}"
    names = f"{scheme[1]} {year + 543}", f"{scheme[2]} {year}"
    quote = f"{agency[1]} ได้รับรางวัลจาก{work}"
    return _Award(key, names, scheme, f"{slug}-{year}", source, passage, quote, said)


def _participations(
    dice: random.Random, persons: Sequence[_Thing], awards: Sequence[_Award]
) -> Iterator[str]:
    parts = [(_often_first(dice, awards, 1), person) for person in persons]
    for award, person in sorted(parts):
        key = f"participation/{award.key.removeprefix('conferral/')}-receiver-{person[0].removeprefix('person/')}"
        said = {
            awg.FOR_CONFERRAL: _iri(award.key),
            awg.IN_ROLE: awg.RECEIVER,
            awg.PARTICIPANT: _iri(person[0]),
        }
        said[awg.STATED_IN] = _iri(award.passage)
        yield from _entity(_iri(key), awg.PARTICIPATION, None, award.source, said)


def _parts_of(
    dice: random.Random, schemes: Sequence[_Thing], kind: str, own: str, sources: Sequence[str]
) -> Iterator[str]:
    th, en = {"category": ("สาขาทั่วไป", "General category"), "level": ("ระดับดีเด่น", "Distinction")}[kind]
    for scheme in schemes:
        key = f"{kind}/{scheme[0].removeprefix('scheme/')}"
        yield from _named(dice, (key, th, en), own, sources, {awg.OF_SCHEME: _iri(scheme[0])})


def _named(
    dice: random.Random, thing: _Thing, own: str, sources: Sequence[str], said: Mapping[str, str] = {}
) -> Iterator[str]:
    return _entity(_iri(thing[0]), own, thing[1:], _often_first(dice, sources, 1.5), said)


def _entity(
    iri: str, own: str, names: tuple[str, str] | None, source: str, said: Mapping[str, str] = {}
) -> Iterator[str]:
    """Yield the statements of one source about an entity; a value in quotation marks is a literal."""
    made = [(ext.TYPE, f"<{own}>")]
    if names:
        made += [(ext.LABEL, f'"{names[1]}"@en'), (ext.LABEL, f'"{names[0]}"@th')]
    made += [(predicate, value if value[0] == '"' else f"<{value}>") for predicate, value in said.items()]
    for predicate, value in sorted(made):
        yield f"<{iri}> <{predicate}> {value} <{source}> .\n"


def _iri(key: str) -> str:
    return DEFAULT_BASE + key


def _hash(dice: random.Random, digits: int) -> str:
    return f"{dice.getrandbits(4 * digits):0{digits}x}"


def _slug(text: str) -> str:
    return text.lower().replace(",", "").replace(" ", "-")
