"""Vietnamese text: folding, sorting, tone placement, addresses, initials, numbers."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.vietnamese import (
    ALPHABET,
    canonical_tone,
    fold,
    has_marks,
    initial,
    initials,
    letter_of,
    letter_slug,
    nfc,
    number,
    person_key,
    slugify,
    sort_key,
    split_tone,
    squeeze,
    syllable_key,
    text_key,
)

PEOPLE = (
    "Hoàng Văn An", "Hoàng Thị Ánh", "Đặng Thị Ân", "Ma Thế Dũng", "Nông Văn Đức",
    "Bàn Thị Ngân", "Lý A Páo", "Triệu Thị Thúy",
)  # fmt: skip
VIETNAMESE = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ"
VIETNAMESE += VIETNAMESE.upper() + "quy oa oe ,.-'\u0301\u0323\u0302"
texts = st.one_of(st.text(), st.text(alphabet=VIETNAMESE))


def shuffled(items: tuple[str, ...]) -> list[str]:
    """Return the items in some other order, always the same."""
    return random.Random(7).sample(items, len(items))


def test_people_stand_by_given_name() -> None:
    """People sort by the last word of the name, with ă, â, đ as letters of their own."""
    assert sorted(shuffled(PEOPLE), key=person_key) == list(PEOPLE)


def test_equal_given_names_stand_by_the_whole() -> None:
    """Where the given name is the same, the family name decides, then the middle."""
    names = ("Hoàng Văn An", "Ma Thị An", "Ma Văn An", "Nông Văn An")
    assert sorted(shuffled(names), key=person_key) == list(names)


def test_texts_stand_syllable_by_syllable() -> None:
    """A dictionary compares syllables, not letters: Hà An, Hà Anh, Hạ An."""
    names = ("Hà An", "Hà Anh", "Hạ An")
    assert sorted(shuffled(names), key=text_key) == list(names)


def test_tones_stand_in_the_order_of_cldr() -> None:
    """The six tones of one syllable: ngang, huyền, hỏi, ngã, sắc, nặng."""
    words = ("ma", "mà", "mả", "mã", "má", "mạ")
    assert sorted(shuffled(words), key=syllable_key) == list(words)
    assert [split_tone(word) for word in words] == [("ma", tone) for tone in range(6)]


def test_letters_stand_in_the_order_of_the_alphabet() -> None:
    """Each letter of the alphabet sorts after the one before, whatever its case."""
    letters = list(ALPHABET)
    assert sorted(shuffled(tuple(letters)), key=text_key) == letters
    assert sorted(["Đà Nẵng", "Dương", "Điện", "Em"], key=text_key)[0] == "Dương"


def test_composed_and_decomposed_sort_alike() -> None:
    """A name pasted from a PDF, letter and mark apart, stands where it belongs."""
    for name in PEOPLE:
        assert person_key(unicodedata.normalize("NFD", name)) == person_key(name)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đỗ Thị Hường", "do thi huong"),
        ("Bắc Kạn", "bac kan"),
        ("Thúy", "thuy"),
        ("Thuý", "thuy"),
        ("ĐẮK LẮK", "dak lak"),
        ("1870/QĐ-UBND", "1870/qd-ubnd"),
        ("Ly\u0301", "ly"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    """The search form has neither marks nor đ, however the text was typed."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "marked"), [("bac kan", False), ("bắc", True), ("đ", True), ("Quy", False)]
)
def test_has_marks(text: str, marked: bool) -> None:
    """A query carries marks or it does not; đ counts as one."""
    assert has_marks(text) is marked


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("Hòa", "HOÀ"),
        ("khỏe", "khoẻ"),
        ("thủy", "thuỷ"),
        ("Thúy", "Thuý"),
        ("hủy", "huỷ"),
        ("quý", "qúy"),
        ("quỳnh quỷ", "quỳnh qủy"),
        ("thi\u0301 hoà", "thí hòa"),
    ],
)
def test_two_schools_of_tone_placement_agree(one: str, other: str) -> None:
    """One word written by two schools is one word to a search."""
    assert canonical_tone(one) == canonical_tone(other)


@pytest.mark.parametrize(
    "word", ["hoàn", "toán", "huỳnh", "quý", "khuya", "mía", "của", "xoài", "hòa", "khỏe", "thủy"]
)
def test_tone_that_has_one_place_stays(word: str) -> None:
    """Where both schools agree, and where the older is written already, nothing moves."""
    assert canonical_tone(word) == word


def test_different_words_stay_different() -> None:
    """Tone placement joins spellings, never words: quy, quý and quỳ are three."""
    words = ["quy", "quý", "quỳ", "hoa", "hòa", "họa", "huy", "hủy", "hoan", "hoàn"]
    assert len({canonical_tone(word) for word in words}) == len(words)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("1870/QĐ-UBND", "1870-qd-ubnd"),
        ("Quyết định số 1870/QĐ-UBND", "quyet-dinh-so-1870-qd-ubnd"),
        ("  Đường — phố.  ", "duong-pho"),
        ("<script>", "script"),
        ("../etc", "etc"),
        ("日本", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    """An address holds small ASCII letters, figures and single hyphens, đ as d."""
    assert slugify(text) == slug


@pytest.mark.parametrize(
    ("name", "letter", "slug"),
    [
        ("Hứa Thị Ắng", "Ă", "aw"),
        ("Nông Thị Ân", "Â", "aa"),
        ("Bàn Văn Đắc", "Đ", "dd"),
        ("Lò Thị Ơn", "Ơ", "ow"),
        ("Sùng A Ước", "Ư", "uw"),
        ("Vàng Y Ê", "Ê", "ee"),
        ("Lý A Páo", "P", "p"),
        ("Đàm Văn Y", "Y", "y"),
        ("Tổ 7", "#", "khac"),
        ("—", "#", "khac"),
    ],
)
def test_person_stands_under_the_given_name(name: str, letter: str, slug: str) -> None:
    """A person's letter is that of the given name, tones apart, with an address of its own."""
    assert initial(name, person=True) == letter
    assert letter_slug(letter) == slug


@pytest.mark.parametrize(
    ("name", "letter"), [("Ủy ban", "U"), ("“Đội Một”", "Đ"), ("12 hộ", "#"), ("Ước mơ", "Ư")]
)
def test_body_stands_under_its_first_letter(name: str, letter: str) -> None:
    """A collective stands under the first letter of its name, past quotation marks."""
    assert initial(name, person=False) == letter


def test_letters_have_addresses_of_their_own() -> None:
    """No two letters share an address, and none is a name that another page bears."""
    slugs = [letter_slug(letter) for letter in ALPHABET]
    assert len(set(slugs)) == len(ALPHABET)
    assert not {"tap-the", "khac"} & set(slugs)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Nông Văn An", "N.V.A."),
        ("lý a páo", "L.A.P."),
        ("Đỗ Thị Ơn", "Đ.T.Ơ."),
        ("Y", "Y."),
        ("K'Brối", "K.B."),
        ("Thi\u0301 A\u0306n", "T.Ă."),
    ],
)
def test_initials(name: str, short: str) -> None:
    """A short form keeps the first letter of each word and nothing else."""
    assert initials(name) == short


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (999, "999"), (2340000, "2.340.000"), (-1000, "-1.000")]
)
def test_number(value: int, text: str) -> None:
    """Thousands are set apart by dots."""
    assert number(value) == text


def test_squeeze() -> None:
    """White space of every kind becomes one space, and none at the ends."""
    assert squeeze("\u00a0 Lý\t A \n Páo\u2003") == "Lý A Páo"


@given(texts)
def test_fold_is_idempotent(text: str) -> None:
    """To fold what is folded changes nothing."""
    assert fold(fold(text)) == fold(text)


@given(texts)
def test_fold_is_the_same_for_both_forms(text: str) -> None:
    """Letter and mark together or apart: one search form."""
    assert fold(unicodedata.normalize("NFD", text)) == fold(nfc(text))


@given(texts)
def test_slug_is_ascii(text: str) -> None:
    """Whatever comes in, an address is small letters, figures and single hyphens."""
    slug = slugify(text)
    assert set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert "--" not in slug
    assert slug == slug.strip("-")
    assert slugify(slug) == slug


@given(texts)
def test_canonical_tone_is_idempotent(text: str) -> None:
    """To place a tone that is placed changes nothing, and the form stays NFC."""
    placed = canonical_tone(text)
    assert canonical_tone(placed) == placed
    assert nfc(placed) == placed


@given(texts)
def test_canonical_tone_folds_as_before(text: str) -> None:
    """Tone placement moves marks only: without them the text is the same."""
    assert fold(canonical_tone(text)) == fold(text)


@given(texts, texts)
def test_every_two_texts_can_be_ordered(one: str, other: str) -> None:
    """Sort keys of any two texts compare, names of people and of bodies alike."""
    for key in (text_key, person_key):
        assert key(one) <= key(other) or key(other) <= key(one)


@given(st.one_of(texts, st.text(alphabet="aăn 129-.đẠọ")), texts, st.booleans())
def test_keys_as_bytes_sort_the_same(one: str, other: str, person: bool) -> None:
    """Names sorted by their short keys stand as by the keys that the rule is written in."""
    key = person_key if person else text_key
    short = [sort_key(name, person=person) for name in (one, other)]
    assert (short[0] < short[1]) == (key(one) < key(other))
    assert (short[0] == short[1]) == (key(one) == key(other))


@given(texts, st.booleans())
def test_a_key_tells_the_letter(name: str, person: bool) -> None:
    """The letter that a name stands under is told by its key."""
    assert letter_of(sort_key(name, person=person)) == initial(name, person=person)
