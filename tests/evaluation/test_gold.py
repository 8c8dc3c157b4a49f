"""The lint of the annotated releases: each value stands in its text, and nothing is told twice."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from awardgraph.model.honorifics import strip_honorifics
from tests.conftest import SHARED
from tests.evaluation.scoring import CEREMONY, DIGITS, Record, award_key, folded

HERE = Path(__file__).parent
STEMS = sorted(path.stem for path in (HERE / "texts").glob("*.txt"))

AWARD = (
    "scheme",
    "branch",
    "category",
    "level",
    "year_be",
    "recipient",
    "recipient_parent",
    "project",
    "span",
)
PERSON = ("name", "honorific", "role", "organisation", "part")
PARTS = {"presenter", "accepted", "speaker", "attendee", "official"}

MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
SHORT_MONTHS = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip

#: Forms and traps of the genre, and how a text that holds one is told.
FORMS = {
    "the title stands three times": r"(?s)(คว้ารางวัล[^\n]{20,}).*\1.*\1",
    "a list 1) 2)": r"(?m)^2\) ",
    "a list 1. 1.1": r"(?m)^1\.1 ",
    "a list ๑) ๑.๑)": r"(?m)^๒\.๑\) ",
    "a list (๑) (๒)": r"(?m)^\(๒\) ",
    "bullets": r"(?m)^• ",
    "dashes": r"(?m)^- ",
    "a count of awards": r"รวม [5๕] รางวัล",
    "a count behind one recipient": r"ได้แก่ กรม\S+ จำนวน 2 รางวัล",
    "years running": r"3 ปีซ้อน",
    "a range of years": r"25\d\d-25\d\d",
    "a short year": r"ปี 6\d\b",
    "a date with a short year": r"\d ก\.ย\. 64",
    "a year of the common era": r"(?:Awards|Prizes) 20\d\d",
    "PMQA by category": r"รางวัล[^\n]*หมวด [2๒]",
    "the highest award": r"รางวัลเลิศรัฐยอดเยี่ยม",
    "an honour without a level": r"รางวัลเกียรติยศเลิศรัฐ",
    "a work without quotation marks": r"ผลงานตลาดนัดคืนขวด จาก",
    "a work behind a colon": r"ผลงาน : ",
    "quotation marks that are not closed": r"“[^”\n]*“",
    "straight quotation marks": r'ชื่อผลงาน "',
    "a level in brackets": r"\(ระดับดี\)",
    "a level in quotation marks": r"ระดับ “ดี”",
    "a term broken over lines": r"รางวัล\nเลิศรัฐ",
    "Thai digits": r"๒๕๖๗",
    "decomposed sara am": "ํา",
    "two sara e": "เเ",
    "a no-break space": "\u00a0",
    "a zero-width space": "\u200b",
    "stacked titles": r"รศ\.ดร\.นพ\.",
    "a title glued to its name": r"พลเอก[^ ]",
    "who was there": r"โดยมี\s?นาย[^\n]*เข้าร่วม",
    "a release signed by its writer": r"ข่าว/ภาพ : ",
    "a ceremony online": r"ผ่านระบบการประชุมทางไกล",
    "a definition": r"เป็นรางวัลที่",
    "a joint work": r"ผลงานร่วมของ",
    "a partner": r"ร่วมกับ สมาคม",
    "coordinated recipients": r"และเทศบาล\S+ ที่ได้รับรางวัล",
    "page counters": r"^\d+ ก\.ย\. 2567 \d+ \d+\n",
}

each = pytest.mark.parametrize("stem", STEMS)


def text_of(stem: str) -> str:
    return (HERE / "texts" / f"{stem}.txt").read_text(encoding="utf-8")


def gold_of(stem: str) -> Record:
    record: Record = json.loads((HERE / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
    return record


def plain(text: str) -> str:
    """Return a text without its white space, and with its letters and digits in one spelling."""
    told = unicodedata.normalize("NFC", text).replace("เเ", "แ").translate(DIGITS)
    return re.sub(r"[\s\u200b]", "", re.sub("ํ([่-๋]?)า", r"\1ำ", told))


def years(text: str) -> set[int]:
    """Return the Buddhist years that a text states: in full, of the common era, short, or inside a range."""
    told = text.translate(DIGITS).replace("\u00a0", " ")
    full = {int(year) for year in re.findall(r"25\d\d", told)}
    full |= {int(year) + 543 for year in re.findall(r"\b20\d\d\b", told)}
    months = "|".join(map(re.escape, SHORT_MONTHS))
    full |= {2500 + int(year) for year in re.findall(rf"(?:ปี|{months}|’) ?(\d\d)\b", told)}
    for first, last in re.findall(r"(25\d\d)-(25\d\d)", told):
        full |= set(range(int(first), int(last) + 1))
    return full


def test_every_text_has_its_annotation_and_every_annotation_its_text() -> None:
    assert sorted(path.stem for path in (HERE / "gold").glob("*.json")) == STEMS
    assert len(STEMS) >= 14
    assert sum(gold_of(stem)["kind"] == "negative" for stem in STEMS) >= 4


@pytest.mark.parametrize("form", FORMS)
def test_the_genre_is_covered(form: str) -> None:
    assert any(re.search(FORMS[form], text_of(stem)) for stem in STEMS), "no text has this form any more"


@each
def test_an_annotation_has_its_form(stem: str) -> None:
    gold = gold_of(stem)
    assert tuple(gold) == ("file", "kind", "awards", "people", "ceremony")
    assert gold["file"] == f"texts/{stem}.txt"
    assert gold["kind"] == ("award" if gold["awards"] else "negative")
    assert {tuple(award) for award in gold["awards"]} <= {AWARD}
    assert {tuple(person) for person in gold["people"]} <= {PERSON}
    assert gold["ceremony"] is None or tuple(gold["ceremony"]) == CEREMONY
    canonical = json.dumps(gold, ensure_ascii=False, indent=1) + "\n"
    assert (HERE / "gold" / f"{stem}.json").read_text(encoding="utf-8") == canonical


@each
def test_every_value_stands_in_the_text(stem: str) -> None:
    gold, text = gold_of(stem), plain(text_of(stem))
    ceremony = gold["ceremony"] or {}
    values = [award[slot] for award in gold["awards"] for slot in AWARD if slot != "year_be"]
    values += [person[slot] for person in gold["people"] for slot in PERSON if slot != "part"]
    values += [ceremony.get("venue"), ceremony.get("organiser")]
    for value in filter(None, values):
        assert plain(value) in text, value
    if name := ceremony.get("name"):
        assert plain(name) in text or plain(name.removeprefix("พิธีมอบ")) in text


@each
def test_every_year_and_date_stands_in_the_text(stem: str) -> None:
    gold, text = gold_of(stem), text_of(stem)
    ceremony = gold["ceremony"] or {}
    told = {award["year_be"] for award in gold["awards"]} | {ceremony.get("year_be")} - {None}
    assert told <= years(text)
    if ceremony.get("date"):
        day = date.fromisoformat(ceremony["date"])
        assert day.year + 543 in years(text)
        months = MONTHS[day.month - 1], SHORT_MONTHS[day.month - 1]
        assert any(re.search(rf"(?<!\d){day.day}{re.escape(month)}", plain(text)) for month in months)


@each
def test_spans_are_verbatim_and_in_the_order_of_the_text(stem: str) -> None:
    text = text_of(stem)
    spans = [award["span"] for award in gold_of(stem)["awards"]]
    assert all(text.count(span) >= 1 for span in spans)
    assert all(text.index(one) <= text.index(other) for one, other in pairwise(spans))


@each
def test_no_award_is_told_twice_but_where_the_text_counts_them(stem: str) -> None:
    told = Counter(tuple(award.items()) for award in gold_of(stem)["awards"])
    for award, times in told.items():
        assert times == 1 or f"จำนวน {times} รางวัล" in dict(award)["span"], award


@each
def test_a_person_is_told_once_by_name_and_surname_alone(stem: str) -> None:
    people, text = gold_of(stem)["people"], plain(text_of(stem))
    names = [person["name"] for person in people]
    assert len(set(names)) == len(names)
    assert {person["part"] for person in people} <= PARTS
    for name in names:
        assert 2 <= len(name.split()) <= 4, "a given name and a surname, which may be of several words"
        assert strip_honorifics(name) == ("", name)
    assert all(text.index(plain(one)) < text.index(plain(other)) for one, other in pairwise(names))


@each
def test_a_document_that_confers_nothing_has_no_ceremony(stem: str) -> None:
    gold = gold_of(stem)
    presenters = [person for person in gold["people"] if person["part"] in {"presenter", "accepted"}]
    if gold["kind"] == "negative":
        assert gold["ceremony"] is None
        assert not presenters
    if gold["ceremony"]:
        assert presenters, "a ceremony is written where somebody hands over or receives"


def test_the_awards_of_all_texts_are_told_apart() -> None:
    """Two releases about one award would be worth one text."""
    owners: dict[object, set[str]] = {}
    for stem in STEMS:
        for award in gold_of(stem)["awards"]:
            owners.setdefault(award_key(award, folded), set()).add(stem)
    assert all(len(stems) == 1 for stems in owners.values())


def test_the_texts_are_our_own() -> None:
    """What a release shares with one of others is names and formulas, no sentence."""
    others = sorted((SHARED / "press").glob("*labelled/*.txt"))
    if not others:
        pytest.skip(f"{SHARED / 'press'} is not here")
    longest = 80
    ours: dict[str, str] = {}
    for stem in STEMS:
        text = plain(text_of(stem))
        ours |= {text[at : at + longest]: stem for at in range(len(text) - longest)}
    for path in others:
        text = plain(path.read_text(encoding="utf-8"))
        shared = {text[at : at + longest] for at in range(len(text) - longest)} & ours.keys()
        assert not shared, (path.name, shared)
