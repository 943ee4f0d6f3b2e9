"""Words of Vietnamese lists: what a text begins with, and the forms by which texts are compared."""

import re
from functools import lru_cache

from generator.syllables import is_syllable
from generator.vietnamese import canonical_tone, fold, split_tone

_ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "cstd": "chien si thi dua",
    "hcld": "huan chuong lao dong",
    "ttcp": "thu tuong chinh phu",
    "ldtt": "lao dong tien tien",
    "tp": "thanh pho",
    "tx": "thi xa",
}
# What the name of a body begins with; compared with its marks, since Bàn, Đoàn, Tô are families.
_BODIES = """
trường, sở, phòng, ban, uỷ ban, ủy ban, ubnd, hđnd, hội, hiệp hội, đảng bộ, đảng ủy, chi bộ, chi
hội, chi đoàn, chi cục, chi nhánh, huyện ủy, tỉnh ủy, thành ủy, thị ủy, quận ủy, công ty, tổng,
tập đoàn, hợp tác xã, htx, tổ, đội, trung tâm, bệnh viện, trạm, viện, cục, vụ, văn phòng, công an,
công đoàn, đồn, bộ, trung đoàn, sư đoàn, tiểu đoàn, đại đội, liên đoàn, lữ đoàn, nhân dân, cán bộ,
tập thể, báo, đài, toà án, tòa án, ngân hàng, kho bạc, bảo hiểm, khoa, lớp, xã, phường, thị trấn,
huyện, thành phố, thị xã, tỉnh, quận, thôn, bản, xóm, khu, khối, ấp, làng, buôn, bưu điện, điện
lực, câu lạc bộ, clb, nhà máy, nhà văn hóa, nhà hát, nhà thiếu nhi, nhà xuất bản, hạt, doanh
nghiệp, quỹ, mặt trận, cụm, thư viện, bảo tàng, nông trường, lâm trường, xí nghiệp, chùa, học
viện, đại học, cao đẳng, đơn vị, cơ quan, thanh tra, đoàn thanh niên, đoàn tncs, đoàn xã, đoàn
khối, đoàn đại biểu, đoàn kinh tế, xã đoàn, huyện đoàn, tỉnh đoàn, thị đoàn, thành đoàn, xưởng,
phân xưởng, tạp chí, nhóm, lực lượng, đặc khu, tiểu khu, tộc họ, dòng họ, trại, vườn, thường trực,
quân và dân, hđqt, vietinbank, agribank
"""
_PLACES = """
tỉnh, thành phố, tp, thị xã, tx, huyện, quận, xã, phường, thị trấn, đặc khu, thôn, bản, xóm, tổ
dân phố, tdp, khu phố, khu dân cư, ấp, làng, tiểu khu, buôn, phố, tổ
"""
_HOUSEHOLDS = "gia đình, hộ gia đình, hộ ông, hộ bà, hộ, đại gia đình, vợ chồng"
_TOKEN = re.compile(r"[^\W_]+")
_SPACED = re.compile(r"(?:(?<![^\W\d_])[^\W\d_] ){4,}[^\W\d_](?![^\W\d_])")
_UPPER_INSIDE = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZÀ-ỸĐ])")


def _phrases(listed: str) -> frozenset[tuple[str, ...]]:
    entries = " ".join(listed.split()).split(", ")
    return frozenset(tuple(canonical_tone(entry).split()) for entry in entries)


BODIES, PLACES, HOUSEHOLDS = map(_phrases, (_BODIES, _PLACES, _HOUSEHOLDS))


def begins(text: str, phrases: frozenset[tuple[str, ...]]) -> bool:
    """Whether a text begins with one of some phrases, marks and all."""
    return _first(text, phrases) > 0


def _first(text: str, phrases: frozenset[tuple[str, ...]]) -> int:
    """Return how many words the longest phrase has that a text begins with."""
    words = _TOKEN.findall(canonical_tone(text[:60]))
    lengths = range(min(len(words), 4), 0, -1)
    return next((length for length in lengths if tuple(words[:length]) in phrases), 0)


def is_place(text: str) -> bool:
    """Whether a text is a place by its first word, in small letters or capital: "huyện Ba Bể"."""
    length = _first(text, PLACES)
    return length > 0 and length >= _first(text, BODIES)  # "Tỉnh đoàn" is no province


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """Return the form by which titles and headings are compared: folded, abbreviations in full.

    >>> key("UBND tỉnh Bắc Kạn")
    'uy ban nhan dan tinh bac kan'
    """
    return " ".join(_ABBREVIATIONS.get(word, word) for word in _TOKEN.findall(fold(text)))


def closed(text: str) -> str:
    """Return `key` without its spaces, so that letter-spaced and joined words compare equal.

    >>> closed("T H Ủ T Ư Ớ N G") == closed("Thủ tướng")
    True
    """
    return key(text).replace(" ", "")


def unspaced(text: str) -> str:
    """Return a text whose letter-spaced headings are words again, as far as that can be told.

    >>> unspaced("Q U Y Ế T Đ Ị N H số 5")
    'QUYẾT ĐỊNH số 5'
    """
    return _SPACED.sub(lambda match: " ".join(_syllables(match.group().replace(" ", ""))), text)


def joined(text: str) -> tuple[str, ...]:
    """Return the words of a text that are two written as one: "củaChính", "hoànthành"."""
    return tuple(word for word in re.findall(r"[^\W\d_]+", text) if len(parted(word).split()) > 1)


@lru_cache(maxsize=65536)
def parted(word: str) -> str:
    """Return a word that is certainly two as these two, any other as it is.

    Certain is a capital letter inside a word with marks, or two syllables with a tone each that
    together are none. Names of peoples and places (Êđê) are left alone.
    """
    if word.isascii() or is_syllable(word):
        return word
    halves = _UPPER_INSIDE.split(word)
    if len(halves) == 2 and all(is_syllable(half) for half in halves):
        return " ".join(halves)
    found = [
        (word[:at], word[at:])
        for at in range(2, len(word) - 1)
        if all(split_tone(p.lower())[1] and is_syllable(p) for p in (word[:at], word[at:]))
    ]
    return " ".join(found[0]) if len(found) == 1 else word


def _syllables(letters: str) -> list[str]:
    """Cut letters into syllables, the longest first; what is none stays whole."""
    found: list[str] = []
    while letters:
        size = next((n for n in range(min(7, len(letters)), 0, -1) if _fits(letters, n)), None)
        if size is None:
            return [*found, letters]
        found.append(letters[:size])
        letters = letters[size:]
    return found


def _fits(letters: str, size: int) -> bool:
    """Whether the first letters are a syllable, and those after them can begin one."""
    rest = letters[size:]
    return is_syllable(letters[:size]) and (
        not rest or any(is_syllable(rest[:length]) for length in range(1, min(7, len(rest)) + 1))
    )


def mended(text: str) -> str:
    """Return a text for comparing: letter-spaced headings are words, joined words are two."""
    return re.sub(r"[^\W\d_]+", lambda match: parted(match.group()), unspaced(text))


def is_page_number(text: str) -> bool:
    """Whether a text around a page only counts the pages, or is empty."""
    return bool(re.fullmatch(r"(?:trang)?[\d /]*", key(text)))
