"""Part a person's name from the titles before it, and from the service that is named after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["strip_honorifics"]

#: A name may begin here: no vowel or mark that follows a consonant, no consonant that is silent.
_BEGINS: Final = r"(?=\s*\S\s*\S)(?!\s*[\u0e30-\u0e3a\u0e45-\u0e4e])(?![ก-ฮ]์)"

#: One word follows to the end. Somebody may bear what is a rank elsewhere as a given name.
_ONE_WORD_FOLLOWS: Final = r"(?=\s+\S+$)"

_WOMAN: Final = r"(?:\s*\(?\s*หญิง\s*\)?)"
_SPECIAL: Final = r"(?:\s*\(\s*พิเศษ\s*\)|พิเศษ)"
_ACTING: Final = r"(?:ว่าที่\s*)"

_DEGREES: Final = ("เอก", "โท", "ตรี")

#: Ranks of the army and the navy, in full: some are given names too (พลเอก, จอมพล, เรือเอก).
_RANKS_LIKE_NAMES: Final = (
    "จอมพล", "พลจัตวา",
    *(stem + degree for stem in ("พล", "พัน", "ร้อย", "นาวา", "เรือ", "จ่า", "สิบ") for degree in _DEGREES),
)  # fmt: skip

#: Ranks that nobody is called by: navy, air force, police and sergeants.
_RANKS: Final = (
    "จอมพลเรือ", "จอมพลอากาศ", "พลตำรวจจัตวา", "ดาบตำรวจ", "จ่าสิบตำรวจ", "พลตำรวจ", "พลทหาร",
    *(
        stem + degree
        for stem in (
            "พลเรือ", "พลอากาศ", "พลตำรวจ", "พันตำรวจ", "ร้อยตำรวจ", "สิบตำรวจ", "นาวาอากาศ", "เรืออากาศ",
            "พันจ่า", "พันจ่าอากาศ", "จ่าอากาศ", "จ่าสิบ",
        )
        for degree in _DEGREES
    ),
)  # fmt: skip

_RANKS_SHORT: Final = (
    "พล.อ.", "พล.ท.", "พล.ต.", "พล.จ.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "จ.ส.อ.", "จ.ส.ท.",
    "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต.", "พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.", "พ.จ.อ.",
    "พ.จ.ท.", "พ.จ.ต.", "จ.อ.", "จ.ท.", "จ.ต.", "พล.อ.อ.", "พล.อ.ท.", "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.",
    "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พล.ต.จ.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.",
    "ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
)  # fmt: skip

#: Learning, medicine and nobility, in full.
_WORDS: Final = (
    "ผู้ช่วยศาสตราจารย์", "รองศาสตราจารย์", "ศาสตราจารย์", "อาจารย์(?!ใหญ่)", "นายสัตวแพทย์", "นายแพทย์", "แพทย์หญิง",
    "ทันตแพทย์หญิง", "ทันตแพทย์", "สัตวแพทย์หญิง", "สัตวแพทย์", "เภสัชกรหญิง", "เภสัชกร(?!รม)",
    "หม่อมเจ้า", "หม่อมราชวงศ์", "หม่อมหลวง", "ท่านผู้หญิง", "คุณหญิง", "ฯพณฯ",
    r"ดร(?=\s)", r"ผศ(?=\s)", r"รศ(?=\s)",
)  # fmt: skip

#: The same, shortened; อ. only before another title, for it is a district too.
_WORDS_SHORT: Final = (
    "ศ.", "รศ.", "ผศ.", "ดร.", "นพ.", "น.พ.", "พญ.", "พ.ญ.", "ทพ.", "ท.พ.", "ทพญ.", "ท.พ.ญ.", "นสพ.", "น.สพ.",
    "สพญ.", "สพ.ญ.", "ภก.", "ภญ.", "ทนพ.", "ทนพญ.", "ม.จ.", "ม.ร.ว.", "ม.ล.", "น.ส.", "ด.ช.", "ด.ญ.",
)  # fmt: skip

#: Kinds of professor, after the word or its short form. กิตติคุณ is a given name too: only after ศ.
_KINDS_OF_PROFESSOR: Final = (
    (r"ศาสตราจารย์|(?<![รผ])ศ\.", "เกียรติคุณ|กิตติคุณ|คลินิก|พิเศษ|เชี่ยวชาญพิเศษ"),
    (r"(?:รอง|ผู้ช่วย)ศาสตราจารย์|รศ\.|ผศ\.", "คลินิก|พิเศษ"),
)

#: What a person is called without rank or office. A rank in full that follows is the given name.
_PERSONAL: Final = ("นางสาว", "นาย", "นาง", "เด็กชาย", "เด็กหญิง")

_ENGLISH_SHORT: Final = (
    "Prof. Emeritus", "Emeritus Prof.", "Clin. Prof.", "Assoc. Prof.", "Asst. Prof.", "Assist. Prof.",
    "Prof.", "Dr.", "Mr.", "Mrs.", "Ms.", "Mx.", "The Rt. Hon.", "Rt. Hon.", "The Hon.", "Hon.", "H.E.",
    "H.R.H.", "Pol. Gen.", "Pol. Lt. Gen.", "Pol. Maj. Gen.", "Pol. Col.", "Pol. Lt. Col.", "Pol. Maj.",
    "Pol. Capt.", "Pol. Lt.", "Lt. Gen.", "Maj. Gen.", "Brig. Gen.", "Gen.", "Lt. Col.", "Col.", "Maj.",
    "Sub Lt.", "Lt.", "Gp. Capt.", "Capt.", "Vice Adm.", "Rear Adm.", "V. Adm.", "R. Adm.", "Adm.", "Sgt.",
    "Sri.", "Smt.",
)  # fmt: skip

#: Sri without a dot is a given name in Indonesia (Sri Mulyani), M.L. and M.R. are initials in India.
_ENGLISH_WORDS: Final = (
    "Professor Emeritus", "Emeritus Professor", "Clinical Professor", "Associate Professor",
    "Assistant Professor", "Professor", "Prof", "Dr", "Mr", "Mrs", "Ms", "Miss", "The Honourable",
    "The Honorable", "Honourable", "Honorable", "His Excellency", "Her Excellency", "Air Chief Marshal",
    "Air Marshal", "Air Vice Marshal", "Police General", "Police Lieutenant General", "Police Major General",
    "Police Colonel", "Lieutenant General", "Major General", "Brigadier General", "Lieutenant Colonel",
    "Group Captain", "Wing Commander", "Vice Admiral", "Rear Admiral", "Mom Rajawongse", "Mom Luang",
    "Thanpuying", "Khunying", "Shri", "Smt", "ACM", "ACP", "IP",
)  # fmt: skip
_ENGLISH_LIKE_NAMES: Final = (
    "General", "Major", "Captain", "Colonel", "Lieutenant", "Admiral", "Sir", "Dame", "Sheikh",
)  # fmt: skip

#: A service named after the name: Indian Administrative Service and its sisters, the Royal Thai Navy.
_SERVICE: Final = re.compile(r"(?:,\s*|\s+|\s*\()(IAS|IPS|IFS|IRS|ร\.\s?น\.)\)?$")

#: Posts that begin like a title: นายก is a head of something, นาย ก… a man whose name begins with ก.
_POSTS: Final = re.compile(
    r"นายก(?:เทศมนตรี|รัฐมนตรี|องค์การ|เมือง|สมาคม|สโมสร|สภา|เหล่ากาชาด|พุทธสมาคม|\s*อบ[จต](?:[.\s]|$)|\s*ฯ|$)"
    r"|นาย(?:อำเภอ|ทะเบียน|ด่าน|สถานี|ตำรวจ)"
    r"|นาย(?:สัตว)?แพทย์(?:สาธารณสุข|ชำนาญการ|เชี่ยวชาญ|ปฏิบัติการ|ทรงคุณวุฒิ|ใหญ่)"
)


def _alternatives(titles: Iterable[str]) -> str:
    return "|".join(sorted(titles, key=lambda title: len(title.partition("(")[0]), reverse=True))


def _short(titles: Iterable[str]) -> str:
    """Return a pattern of titles with dots: spaces after each, the last dot left out before a space."""
    patterns = []
    for title in sorted(titles, key=len, reverse=True):
        *inner, last = title.rstrip(".").split(".")
        spaced = r"\.\s*".join(part.strip().replace(" ", r"\s+") for part in (*inner, last))
        patterns.append(spaced + (r"(?:\.|(?=\s))" if inner else r"\."))
    return "|".join(patterns)


_RANK: Final = _alternatives(_RANKS)
_RANK_LIKE_A_NAME: Final = _alternatives(_RANKS_LIKE_NAMES)
_RANK_SHORT: Final = _short(_RANKS_SHORT)
_PROFESSORS: Final = "|".join(
    rf"(?:{base})\s*(?:\(\s*(?:{kinds})\s*\)|(?:{kinds}))" for base, kinds in _KINDS_OF_PROFESSOR
)

#: What a title may be, the first that fits being taken. "any" may follow what a person is called,
#: "full" may not: there it is a given name.
_TITLES: Final = tuple(
    (kind, re.compile(f"(?:{pattern}){follows}"))
    for kind, pattern, follows in (
        ("full", f"{_ACTING}?(?:{_RANK}){_SPECIAL}?{_WOMAN}?", _BEGINS),
        ("full", f"{_ACTING}(?:{_RANK_LIKE_A_NAME}){_WOMAN}?", _BEGINS),
        ("full", f"(?:{_RANK_LIKE_A_NAME})(?:{_SPECIAL}|{_WOMAN})", _BEGINS),
        ("full", _RANK_LIKE_A_NAME, f"(?!{_ONE_WORD_FOLLOWS}){_BEGINS}"),
        ("any", _PROFESSORS, _BEGINS),
        ("full", _alternatives(_WORDS), _BEGINS),
        ("any", f"{_ACTING}?(?:{_RANK_SHORT}){_SPECIAL}?{_WOMAN}?", _BEGINS),
        ("any", rf"{_short(_WORDS_SHORT)}|อ\.\s*(?=ดร\.)", _BEGINS),
        ("any", _short(_ENGLISH_SHORT), r"(?=\s*\S)"),
        ("any", _alternatives(_ENGLISH_WORDS), r"(?=\s+\S)"),
        ("full", _alternatives(_ENGLISH_LIKE_NAMES), rf"(?!{_ONE_WORD_FOLLOWS})(?=\s+\S)"),
        ("personal", _alternatives(_PERSONAL), _BEGINS),
    )
)


def strip_honorifics(name: str) -> tuple[str, str]:
    """Return a person's titles as they are printed, and the name without them.

    Ranks, learning, medicine, nobility and offices of honour, in Thai and English, in full or
    short, with or without spaces. A post (นายกเทศมนตรี) is no title; a rank in full after นาย, or
    before one word only, may be a given name and stays. พระครู and the like belong to the name.

    >>> strip_honorifics("ศาสตราจารย์กิตติคุณ ดร.วิษณุ เครืองาม")
    ('ศาสตราจารย์กิตติคุณ ดร.', 'วิษณุ เครืองาม')
    """
    whole = name.strip()
    service = _SERVICE.search(whole)
    bare = whole[: service.start()] if service else whole
    at, addressed = 0, False
    while (found := _title_at(bare, at, addressed)) is not None:
        kind, at = found
        addressed = addressed or kind == "personal"
    titles = " ".join(filter(None, (bare[:at].strip(), service[1] if service else "")))
    return titles, bare[at:]


def _title_at(name: str, at: int, addressed: bool) -> tuple[str, int] | None:
    """Return the kind of the title at a place of a name, and where what follows it begins (code points)."""
    if _POSTS.match(name, at):
        return None
    for kind, pattern in _TITLES:
        if addressed and kind != "any":
            continue
        if found := pattern.match(name, at):
            end = found.end()
            return kind, end + len(name[end:]) - len(name[end:].lstrip())
    return None
