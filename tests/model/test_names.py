"""Names: what folding unites, and what it must not."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from awardgraph.importer.identity.minting import mint_slug, slugify
from awardgraph.model.language import Bilingual, language_of
from awardgraph.model.names import fold

CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"


THAI = st.text(st.sampled_from(CONSONANTS + "ะาำิีึืุูเแโใไ็่้๊๋์ฯๆ .()0๑"), max_size=30)


@given(st.one_of(st.text(), THAI))
def test_folding_twice_is_folding_once(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(THAI, st.sampled_from("\u200b\u200c\u2060\ufeff\u00ad\u00a0\u2009\u202f\u3000 "), st.data())
def test_what_is_not_seen_changes_nothing(name: str, unseen: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name)))
    assert fold(name[:place] + unseen + name[place:]) == fold(name)


@given(st.one_of(st.text(), THAI))
def test_composed_and_decomposed_are_one(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(unicodedata.normalize("NFC", name)) == fold(name)


@given(THAI)
def test_a_mark_typed_twice_is_typed_once(name: str) -> None:
    assert fold(re.sub("([\u0e31\u0e34-\u0e39\u0e47-\u0e4c])", r"\1\1", name)) == fold(name)


#: A syllable as Thai writes it: a leading vowel, a consonant, a vowel, a tone mark, a closing.
SYLLABLE = st.tuples(
    st.sampled_from(["", *"เแโไ"]),
    st.sampled_from(CONSONANTS),
    st.sampled_from(["", *"ัิีุู"]),
    st.sampled_from(["", *"่้"]),
    st.sampled_from(["", "า", "น", "ง"]),
).map("".join)


@given(st.lists(SYLLABLE, min_size=1, max_size=8).map("".join), st.data())
def test_another_consonant_is_another_name(name: str, data: st.DataObject) -> None:
    place = data.draw(st.sampled_from([at for at, letter in enumerate(name) if letter in CONSONANTS]))
    other = data.draw(st.sampled_from([letter for letter in CONSONANTS if letter != name[place]]))
    assert fold(name[:place] + other + name[place + 1 :]) != fold(name)


@given(st.lists(SYLLABLE, min_size=1, max_size=8).map("".join))
def test_well_written_thai_folds_to_itself_without_spaces(name: str) -> None:
    # No pair of letters that stands for one other.
    assert fold(name) == name.replace("เเ", "แ")


@given(st.text())
def test_a_slug_is_a_slug(name: str) -> None:
    assert all(part.isalnum() and part.isascii() for part in slugify(name).split("-") if slugify(name))
    assert slugify(mint_slug(name, None)) == mint_slug(name, None) != ""
    assert slugify(mint_slug(None, name, "scope")) == mint_slug(None, name, "scope")


def test_a_scope_tells_equal_names_apart() -> None:
    assert mint_slug(None, "Ministry of Finance", "sg") != mint_slug(None, "Ministry of Finance", "ke")
    assert mint_slug(None, "Nokia") == "nokia"
    assert len(mint_slug(None, "A name of a project that goes on and on " * 5)) < 70


def test_letters_say_the_language() -> None:
    assert [language_of(text) for text in ("ดีป้า", "depa", "조달청", "ศูนย์ Smart Job")] == [
        "th",
        "en",
        "ko",
        "th",
    ]
    assert Bilingual.of("กรมอนามัย") == Bilingual(th="กรมอนามัย")
    assert list(Bilingual("ก", "a")) == ["ก", "a"]
    assert Bilingual(en="a").first == "a"
    assert not Bilingual()
