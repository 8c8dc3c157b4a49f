"""Scores what a reader took from press releases against what people read in them.

`python -m tests.evaluation.scoring GOLD PREDICTED` prints the figures, `-v` each difference as well. Both are
folders of JSON files in the format of tests/evaluation/gold, matched by their `file`. Counts are pooled over
all documents, and within a document an award that is predicted twice is found once.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

Record = dict[str, Any]

DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

#: What two writers of one name differ in, in this order.
UNSAID = (
    re.compile(r"[\u200b-\u200f\ufeff\u00a0]"),
    re.compile(r"\([^()]*\)"),
    re.compile(r"[\s\"“”'‘’«».,:;\-–—…ฯ]"),
)

#: Schemes that go by several names, and how each is told.
SCHEMES = [
    (re.compile(pattern), scheme)
    for pattern, scheme in (
        ("เลิศรัฐ|pmqa|คุณภาพการบริหารจัดการภาครัฐ|pseawards?|publicsectorexcellence", "เลิศรัฐ"),
        ("unpsa|unitednationspublicservice", "unpsa"),
        ("รัฐบาลดิจิทัล|digitalgovernmentaward|dgaward", "dga"),
        ("ศูนย์ราชการสะดวก|gecc", "gecc"),
        ("exportaward", "pmexport"),
        ("energyaward|รางวัลด้านพลังงาน$", "energy"),
        ("itaawards?|คุณธรรมและความโปร่งใส", "ita"),
        ("เพชรวายุภักษ์", "เพชรวายุภักษ์"),
    )
]

LEVELS = {"significance": "พัฒนาจนเกิดผล", "significant": "พัฒนาจนเกิดผล", "advance": "ก้าวหน้า"} | {
    "advanced": "ก้าวหน้า",
    "basic": "พื้นฐาน",
}

CEREMONY = ("name", "year_be", "date", "venue", "organiser")

#: Folded texts from this length on may stand for each other where one holds the other.
LONG = 8


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found, how many were predicted falsely and how many were missed."""

    found: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.found + other.found, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.false) if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed) if self.found else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.false + self.missed) if self.found else 0.0


@dataclass(slots=True)
class Scores:
    """Counts by measure, and how many of the awards found have a slot right."""

    counts: dict[str, Counts] = field(default_factory=dict)
    slots: Counter[str] = field(default_factory=Counter)

    def add(self, measure: str, counts: Counts) -> None:
        self.counts[measure] = self.counts.get(measure, Counts()) + counts


def folded(text: object) -> str:
    """Return a text without what writers of the same name differ in; "" for None."""
    if text is None:
        return ""
    told = unicodedata.normalize("NFC", str(text)).replace("ํา", "ำ").replace("เเ", "แ").translate(DIGITS)
    for unsaid in UNSAID:
        told = unsaid.sub("", told)
    return told.casefold()


def scheme(name: object) -> str:
    """Return what two names of one scheme have in common; letters in brackets may tell it too."""
    whole, short = re.sub(r"\s", "", str(name or "")).casefold(), folded(name)
    for pattern, known in SCHEMES:
        if pattern.search(short) or pattern.search(whole):
            return known
    for ending in (r"^รางวัล", r"(ประจำปี)?(25\d\d|20\d\d)$", r"ครั้งที่\d+$"):
        short = re.sub(ending, "", short)
    return re.sub(r"awards$", "award", short)


def level(name: object) -> str:
    told = re.sub(r"^(รางวัล)?ระดับ", "", folded(name))
    return LEVELS.get(told, told)


def year(told: object) -> int | None:
    """Return the Buddhist year of a year in any calendar and length; None where none is said."""
    if told in {None, ""}:
        return None
    number = int(str(told).translate(DIGITS))
    if number < 100:
        number += 2500
    return number + 543 if 1900 < number < 2100 else number


def category(name: object) -> str:
    told = re.sub(r"^(ประเภท)?(รางวัล)?(ประเภท)?", "", folded(name)).replace("สัมฤทธิ์ผล", "สัมฤทธิผล")
    told = told.replace("pmqa40", "คุณภาพการบริหารจัดการภาครัฐ40")
    return told.replace("เลิศรัฐรายหมวด", "รายหมวด")


def branch(name: object) -> str:
    told = re.sub(r"^(สาขา|ด้าน)?(รางวัล)?", "", folded(name))
    return re.sub(r"^การ(?=บริการ|บริหาร)", "", told)


def ceremony(name: object) -> str:
    told = re.sub(r"(ประจำปี)?(พศ)?(25|20)\d\d$", "", folded(name))
    return re.sub(r"^(งาน)?พิธี(รับ)?(ประกาศผลและ)?(มอบ)?", "", told)


def pooled(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
    """Return the counts of two bags of keys."""
    known, told = Counter(gold), Counter(predicted)
    both = (known & told).total()
    return Counts(both, told.total() - both, known.total() - both)


def award_key(award: Record, alias: Callable[[object], str]) -> tuple[Hashable, ...]:
    """Return what makes two awards the same: recipient, scheme, level, year."""
    return (
        alias(award.get("recipient")),
        scheme(award.get("scheme")),
        level(award.get("level")),
        year(award.get("year_be")),
    )


def person_key(person: Record) -> tuple[str, str]:
    return folded(person["name"]), person["part"]


def _told(field_name: str, gold: object, predicted: object) -> bool:
    """Say whether a prediction tells what the gold has in one field of a ceremony."""
    if field_name == "year_be":
        return year(gold) == year(predicted)
    if field_name == "date":
        return gold == predicted
    known, told = (ceremony(text) if field_name == "name" else folded(text) for text in (gold, predicted))
    if not known or not told:
        return False
    return known == told or (min(len(known), len(told)) >= LONG and (known in told or told in known))


def ceremony_counts(gold: Record, predicted: Record) -> dict[str, Counts]:
    """Return the counts of each field of a ceremony; a wrong value is both false and missed."""
    counts = {}
    for name in CEREMONY:
        known, told = gold.get(name), predicted.get(name)
        right = bool(known) and bool(told) and _told(name, known, told)
        counts[name] = Counts(1) if right else Counts(0, int(bool(told)), int(bool(known)))
    return counts


def right_slots(gold: list[Record], predicted: list[Record], alias: Callable[[object], str]) -> Counter[str]:
    """Return how many awards were found ("found") and in how many of these each further slot is right."""
    right: Counter[str] = Counter()
    left = [(award_key(award, alias), award) for award in predicted]
    for known in gold:
        for pair in left:
            if pair[0] == award_key(known, alias):
                left.remove(pair)
                told = pair[1]
                project, other = folded(known.get("project")), folded(told.get("project"))
                right["found"] += 1
                right["branch"] += branch(known.get("branch")) == branch(told.get("branch"))
                right["category"] += category(known.get("category")) == category(told.get("category"))
                right["project"] += project == other or (
                    bool(project and other) and (project in other or other in project)
                )
                right["parent"] += alias(known.get("recipient_parent")) == alias(told.get("recipient_parent"))
                break
    return right


def aliasing(aliases: Mapping[str, str]) -> Callable[[object], str]:
    """Return the folding of a recipient's name that knows other names of the same body."""
    known = {folded(name): folded(body) for name, body in aliases.items()}

    def alias(name: object) -> str:
        told = folded(name)
        return known.get(told, told)

    return alias


def score(
    gold: Mapping[str, Record], predicted: Mapping[str, Record], aliases: Mapping[str, str] | None = None
) -> Scores:
    """Return the scores of predictions by file; a document without predictions was read as saying nothing."""
    scores, alias = Scores(), aliasing(aliases or {})
    for name, known in gold.items():
        told = predicted.get(name, {"awards": [], "people": [], "ceremony": None})
        keys, others = ([award_key(award, alias) for award in one["awards"]] for one in (known, told))
        kind = known.get("kind", "award")
        scores.add("awards", pooled(keys, others))
        scores.add(f"awards in documents of kind {kind}", pooled(keys, others))
        scores.add("awards by recipient and scheme", pooled((k[:2] for k in keys), (k[:2] for k in others)))
        people, persons = ([person_key(person) for person in one["people"]] for one in (known, told))
        scores.add("people by name and part", pooled(people, persons))
        scores.add("people by name", pooled((p[0] for p in people), (p[0] for p in persons)))
        for part, counts in ceremony_counts(known.get("ceremony") or {}, told.get("ceremony") or {}).items():
            scores.add("ceremonies' fields", counts)
            scores.add(f"ceremonies' {part}", counts)
        scores.slots += right_slots(known["awards"], told["awards"], alias)
    return scores


def differences(
    gold: Mapping[str, Record], predicted: Mapping[str, Record], aliases: Mapping[str, str]
) -> Iterator[str]:
    """Yield a line for each award and person that was missed or predicted falsely."""
    alias = aliasing(aliases)
    for name, known in gold.items():
        told = predicted.get(name, {"awards": [], "people": []})
        keys = [
            Counter([*(award_key(a, alias) for a in one["awards"]), *map(person_key, one["people"])])
            for one in (known, told)
        ]
        yield from (f"{name}  missed {key}" for key in (keys[0] - keys[1]).elements())
        yield from (f"{name}  false  {key}" for key in (keys[1] - keys[0]).elements())


def load(folder: Path) -> dict[str, Record]:
    """Return the documents of a folder by their `file`; a JSON file holds one or a list of them."""
    documents: dict[str, Record] = {}
    for path in sorted(folder.glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        documents |= {record["file"]: record for record in (told if isinstance(told, list) else [told])}
    return documents


def aliases_of(gold: Path) -> dict[str, str]:
    """Return the other names of bodies that stand beside a folder of annotations, in aliases.json, if any do."""
    beside = gold.parent / "aliases.json"
    return json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}


def report(scores: Scores) -> Iterator[str]:
    """Yield the lines of a report: each measure with its figures, then the slots."""
    for measure, n in scores.counts.items():
        ratios = f"precision {n.precision:.3f}  recall {n.recall:.3f}  F1 {n.f1:.3f}"
        yield f"{measure:<34} {ratios}  found {n.found}, false {n.false}, missed {n.missed}"
    found = scores.slots["found"]
    for slot in ("branch", "category", "project", "parent"):
        yield f"{slot} right in {scores.slots[slot]} of {found} awards found"


def main() -> None:
    words = argparse.ArgumentParser(description="Score what was read in press releases.")
    words.add_argument("gold", type=Path, help="folder of annotations")
    words.add_argument("predicted", type=Path, help="folder of predictions in the same format")
    words.add_argument("-v", "--verbose", action="store_true", help="print each difference")
    told = words.parse_args()
    gold, predicted, aliases = load(told.gold), load(told.predicted), aliases_of(told.gold)
    if told.verbose:
        print(*differences(gold, predicted, aliases), sep="\n")
    print(*report(score(gold, predicted, aliases)), sep="\n")


if __name__ == "__main__":
    main()
