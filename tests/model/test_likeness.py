"""Near names: all within the errors allowed are found, and names of two bodies are not near."""

from __future__ import annotations

import csv
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from awardgraph.importer.identity.register import read_register
from awardgraph.model.likeness import NameIndex, errors_allowed, is_cut
from awardgraph.model.names import fold
from awardgraph.model.pigeonholes import Pigeonholes
from tests.conftest import ROOT, SHARED

if TYPE_CHECKING:
    from collections.abc import Sequence

PROVINCES = ("ตรัง", "ตราด", "เลย", "นครพนม", "นครปฐม", "ลำปาง", "ลำพูน", "North", "South")

#: Few letters, so that many texts are near to each other.
NAMES = st.text("กขคง", min_size=2, max_size=28)


def index(*names: str) -> NameIndex:
    return NameIndex.of(((name, name) for name in names), PROVINCES)


def found(known: str, name: str) -> bool:
    return bool(index(known).near(name))


@pytest.mark.parametrize(
    ("known", "name", "score", "reason"),
    [
        ("กรมอนามัย", "กรม อนามัย", 100, "exact"),
        ("กรมอนามัย", "กรมอนามย", 89, "spelling"),
        ("กรมอนามัย", "กรมอานมัย", 89, "spelling"),
        ("กรมที่ดิน", "กรมทีดิน", 89, "spelling"),
        ("Ministry of Health", "Minstry of Healh", 88, "spelling"),
        ("ก.พ.ร.", "กพร", 100, "exact"),
        ("Koh Libong", "KOH-LIBONG", 99, "punctuation"),
        ("สำนักงานคณะกรรมการพัฒนาระบบราชการ", "สำนักงานคณะกรรมการพัฒนาระบบ", 82, "cut"),
        ("สำนักงานคณะกรรมการพัฒนาระบบราชการ", "สำนักงานคณะกรรมการพัฒนาระบบราชการ (ก.พ.ร.)", 92, "cut"),
        ("Department of Public Works", "The Department of Public Works", 88, "spelling"),
        ("depa", "deap", 75, "spelling"),
        ("สำนักงานสาธารณสุขจังหวัดตรัง", "สำนักงานสาธารณสุขจังหวัดตรง", 96, "spelling"),
    ],
)
def test_what_a_person_may_have_meant(known: str, name: str, score: int, reason: str) -> None:
    [near] = index(known).near(name)
    assert (near.name, near.score, near.reason) == (known, score, reason)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("คุณภาพการบริหารจัดการภาครัฐ หมวด 1", "คุณภาพการบริหารจัดการภาครัฐ หมวด 4"),
        ("คุณภาพการบริหารจัดการภาครัฐ หมวด ๑", "คุณภาพการบริหารจัดการภาครัฐ หมวด 4"),
        ("สถานีตำรวจภูธรจังหวัดที่ 1", "สถานีตำรวจภูธรจังหวัดที่ 2"),
        ("สำนักงานสรรพากรภาคที่ 9", "สำนักงานสรรพากรภาคที่ 10"),
        ("สำนักงานสรรพากรภาคที่ 9", "สำนักงานสรรพากรภาคที่"),
        ("PMQA 4.0 Award", "PMQA 40 Award"),
        ("รางวัลเลิศรัฐ พ.ศ. 2565", "รางวัลเลิศรัฐ พ.ศ. 2566"),
        ("Regional Hub Phase I", "Regional Hub Phase II"),
        ("Regional Hub Phase", "Regional Hub Phase II"),
        ("Group A Finalist", "Group B Finalist"),
        ("โรงเรียนกลุ่ม ก", "โรงเรียนกลุ่ม ข"),
        ("สำนักงาน ก.พ.", "สำนักงาน ก.พ.ร."),
        ("สำนักงานสาธารณสุขจังหวัดตรัง", "สำนักงานสาธารณสุขจังหวัดตราด"),
        ("สำนักงานสาธารณสุขจังหวัดลำปาง", "สำนักงานสาธารณสุขจังหวัดลำพูน"),
        ("สำนักงานสาธารณสุขจังหวัด", "สำนักงานสาธารณสุขจังหวัดเลย"),
        ("สำนักงานสาธารณสุข", "สำนักงานสาธารณสุขนครพนม"),
        ("Provinces of the North", "Provinces of the South"),
        ("มหาวิทยาลัยนเรศวร", "รพ.มหาวิทยาลัยนเรศวร"),
        ("สุราษฎร์ธานี", "ทน.สุราษฎร์ธานี"),
        ("OCSC", "OCAC"),
        ("ดี", "ดีมาก"),
        ("กพร", "กพ"),
    ],
)
def test_two_names_of_two(one: str, other: str) -> None:
    assert not found(one, other)
    assert not found(other, one)


def test_a_word_for_a_kind_of_body_is_no_part_of_its_name() -> None:
    places = "บางปู คลองไผ่ หนองไผ่ แม่จัน โพธิ์ทอง ดอนแก้ว ท่าข้าม วังทอง สันทราย ปากน้ำ เขาพระ".split()
    known = index(*(f"เทศบาลตำบล{place}" for place in places))
    # Two errors would do in fifteen letters, but not in the five that name the place.
    assert not known.near("เทศบาลตำบลบางพลี")
    assert not known.near("เทศบาลตำบล")
    assert [near.name for near in known.near("เทศบาลตำบลโพธ์ทอง")] == ["เทศบาลตำบลโพธิ์ทอง"]
    assert [near.name for near in known.near("เทศบาลตบลวังทอง")] == ["เทศบาลตำบลวังทอง"]


def test_two_words_for_kinds_make_two_names_however_long_the_rest() -> None:
    ends = "ไผ่ กุง บัว แวง โสน ตาล สูง ยาว รี".split()
    kinds = [f"เทศบาลตำบล{kind}{end}" for kind in ("หนอง", "คลอง") for end in ends]
    known = index(*kinds, "เทศบาลตำบลคลองประชาสมบูรณ์")
    assert not known.near("เทศบาลตำบลหนองประชาสมบูรณ์")
    # An error inside the word is no other word.
    assert [near.name for near in known.near("เทศบาลตำบลคลงประชาสมบูรณ์")] == ["เทศบาลตำบลคลองประชาสมบูรณ์"]


def test_the_beginning_of_many_names_says_nothing_about_which() -> None:
    ends = ("ทะเล", "ทราย", "ทอง", "ท้อง", "ท่า", "ทุ่ง")
    known = [f"ศูนย์ปฏิบัติการพิเศษ{end}" for end in ends]
    assert len(index(*known[:5]).near("ศูนย์ปฏิบัติการพิเศษ")) == 5
    assert not index(*known).near("ศูนย์ปฏิบัติการพิเศษ")


def test_exact_names_and_their_bearers() -> None:
    known = NameIndex.of([("b", "ดีเด่น"), ("a", "ดีเด่น"), ("c", "ดีเดน"), ("d", " "), ("a", "เด่น")])
    assert known.exact("ดี เด่น") == ("a", "b")
    assert known.exact("ดีเด็น") == ()
    # What is known exactly stands for nothing else.
    assert [near.key for near in known.near("ดีเด่น")] == ["a", "b"]
    assert [(near.key, near.score) for near in known.near("ดีเด้น")] == [("a", 83), ("b", 83), ("c", 83)]
    assert [near.key for near in known.near("ดีเด้น", limit=1)] == ["a"]
    assert known.near("") == known.near("...") == []


@given(st.lists(NAMES, max_size=30), NAMES)
@example(["กขกขกขกข"], "ขกขกขกข")
def test_every_text_within_the_edits_allowed_shares_a_pigeonhole(texts: list[str], asked: str) -> None:
    shared = Pigeonholes.of(sorted(set(texts)), errors_allowed).sharing(asked)
    assert {
        text
        for text in texts
        if Levenshtein.distance(text, asked) <= errors_allowed(min(len(text), len(asked)))
    } <= shared


@st.composite
def names_and_edits(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw up to six names, and one of them with as many edits as its length allows."""
    names = draw(st.lists(NAMES, min_size=1, max_size=6))
    name = names[0]
    for _ in range(errors_allowed(len(name))):
        place = draw(st.integers(0, len(name)))
        name = name[:place] + draw(st.sampled_from(["", "ก", "ขค"])) + name[place + draw(st.integers(0, 1)) :]
    return names, name


@given(names_and_edits())
def test_near_is_what_comparing_with_every_name_finds(drawn: tuple[list[str], str]) -> None:
    names, asked = drawn
    assert {near.name for near in index(*names).near(asked, limit=99)} == set(by_brute_force(names, asked))


def by_brute_force(names: Sequence[str], asked: str) -> list[str]:
    if asked in names:
        return [asked]
    swaps = {asked[:n] + asked[n + 1] + asked[n] + asked[n + 2 :] for n in range(len(asked) - 1)}
    begun = {name for name in names if name.startswith(asked)}
    return [
        name
        for name in names
        if is_cut(name, asked)
        or (is_cut(asked, name) and len(begun) <= 5)
        or (
            not (name.startswith(asked) or asked.startswith(name))
            and not (name.endswith(asked) and len(name) > len(asked) + 1)
            and not (asked.endswith(name) and len(asked) > len(name) + 1)
            and (
                Levenshtein.distance(name, asked) <= errors_allowed(min(len(name), len(asked)))
                or (len(name) > 3 and name in swaps)
            )
        )
    ]


@given(NAMES, NAMES)
def test_nearness_has_no_direction(one: str, other: str) -> None:
    assert found(one, other) == found(other, one)


#: At most so many pairs of names in one scope of the register are near to each other, and are of two.
NEAR_IN_THE_REGISTER = 12


def test_few_names_of_the_register_are_near_to_each_other() -> None:
    register = read_register(ROOT / "data" / "register")
    places = [
        name for (kind, _), entry in register.entries.items() if kind == "place" for name in entry.names
    ]
    blocks: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (kind, scope, name), identifier in register.index.items():
        entry = register.entries[kind, identifier]
        blocks[kind, scope] += [
            (identifier, spelling) for spelling in entry.spellings() if fold(spelling) == name
        ]
    pairs = set()
    for named in blocks.values():
        # Every two names are in different halves once: their numbers differ in some bit.
        for bit in range(len(named).bit_length()):
            halves: tuple[list[tuple[str, str]], list[tuple[str, str]]] = ([], [])
            for n, pair in enumerate(named):
                halves[n >> bit & 1].append(pair)
            known = NameIndex.of(halves[0], places)
            pairs |= {
                frozenset((name, near.name))
                for identifier, name in halves[1]
                for near in known.near(name, limit=99)
                if near.key != identifier
            }
    assert len(pairs) <= NEAR_IN_THE_REGISTER, sorted(map(sorted, pairs))


#: Kinds of printed aliases that are errors of writing, and not other names.
PRINTED = (
    "misspelling",
    "lost mark",
    "vowel mark order",
    "word variant องค์การ/องค์กร",
    "word variant สำนักงาน/สำนัก",
)


def test_misspellings_that_were_printed_are_near() -> None:
    path = SHARED / "data" / "agency_aliases.csv"
    if not path.exists():
        pytest.skip("the list of printed aliases is not beside this checkout")
    with path.open(encoding="utf-8", newline="") as file:
        printed = [row for row in csv.DictReader(file) if row["kind"] in PRINTED]
    missed = [row["alias"] for row in printed if not found(row["canonical"], row["alias"])]
    assert not missed, missed
    assert len(printed) > 4


def test_folding_comes_first() -> None:
    assert index("รางวัล ๑ ปี").near("รางวัล 1 ปี")[0].reason == "exact"
    assert fold("รางวัล ๑ ปี") == "รางวัล1ปี"
