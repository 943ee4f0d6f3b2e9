"""Vietnamese text: normal form, folding, sorting, addresses and numbers.

Pure functions without an import of ours. The rules come from CLDR `vi` (alphabet and order of the
tones) and from the habit of Vietnamese lists, which sort people by given name.
"""

import re
import unicodedata
from functools import lru_cache

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # CLDR: ` ̉ ~ ' .
_LETTER_RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}
_TONE_MARK = {rank: mark for mark, rank in _TONES.items()}
_OPEN_PAIRS = ("oa", "oe", "uy")
_TELEX = {"ă": "aw", "â": "aa", "đ": "dd", "ê": "ee", "ô": "oo", "ơ": "ow", "ư": "uw"}
_WORD = re.compile(r"[^\W_]+")

SyllableKey = tuple[tuple[int, ...], int]
SortKey = tuple[tuple[SyllableKey, ...], ...]


def nfc(text: str) -> str:
    """Return the text in Unicode normal form C, the only form kept and published."""
    return unicodedata.normalize("NFC", text)


def squeeze(text: str) -> str:
    """Return the text with every run of white space made one space, and none at the ends."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return the search form without marks: lower case, đ as d, no diacritics.

    >>> fold("Đỗ Thị Hường")
    'do thi huong'
    """
    plain = nfc(text).lower().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))


def has_marks(text: str) -> bool:
    """Tell whether the text carries any Vietnamese mark, or the letter đ."""
    return fold(text) != nfc(text).lower()


def slugify(text: str, separator: str = "-") -> str:
    """Return an ASCII slug for addresses and heading ids.

    >>> slugify("Quyết định số 1870/QĐ-UBND")
    'quyet-dinh-so-1870-qd-ubnd'
    """
    return re.sub(r"[^a-z0-9]+", separator, fold(text)).strip(separator)


def split_tone(word: str) -> tuple[str, int]:
    """Return a word's letters without its tone (ă, â, đ, ê, ô, ơ, ư kept), and the tone's rank.

    Ranks follow CLDR: 0 ngang, 1 huyền, 2 hỏi, 3 ngã, 4 sắc, 5 nặng.
    """
    tone = 0
    letters = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    return nfc("".join(letters)), tone


def canonical_tone(text: str) -> str:
    """Return the text in lower case with the older tone placement (hòa, hủy, thúy).

    "hoà" and "hòa" are the same word written by two schools; a search must see one.
    """
    return nfc(_WORD.sub(lambda match: canonical_word(match.group()), nfc(text).lower()))


@lru_cache(maxsize=65536)
def canonical_word(word: str) -> str:
    """Return a word in lower case with the older tone placement."""
    letters, tone = split_tone(word)
    if tone and letters.endswith(_OPEN_PAIRS):
        at = len(letters) if letters.startswith("qu") else -1  # the u of "quý" is no vowel
        return nfc(letters[:at] + _TONE_MARK[tone] + letters[at:])
    return word


def spellings(word: str) -> tuple[str, ...]:
    """Return the ways to place a word's tone, in lower case.

    >>> spellings("hòa"), spellings("lan")
    (('hòa', 'hoà'), ('lan',))
    """
    letters, tone = split_tone(word.lower())
    if not tone or not letters.endswith(_OPEN_PAIRS):
        return (word.lower(),)
    ends = (len(letters) - 1, len(letters))
    return tuple(nfc(letters[:at] + _TONE_MARK[tone] + letters[at:]) for at in ends)


@lru_cache(maxsize=65536)
def syllable_key(word: str) -> SyllableKey:
    """Return the sort key of one syllable: its letters in the order of the alphabet, then its tone.

    A character outside the alphabet sorts before the letters, by its code point.
    """
    if word.isdecimal() and len(word) < 10:
        return ((int(word) - 0x7FFFFFFF,), 0)  # numbers by their value, before all letters
    letters, tone = split_tone(word.lower())
    return tuple(_LETTER_RANK.get(char, ord(char) - 0x110000) for char in letters), tone


def text_key(text: str) -> SortKey:
    """Return the sort key of a text, compared syllable by syllable (Hà An, Hà Anh, Hạ An)."""
    return (tuple(syllable_key(word) for word in _WORD.findall(nfc(text))),)


def person_key(name: str) -> SortKey:
    """Return the sort key of a person: given name (the last word) first, then the whole."""
    whole = text_key(name)[0]
    return (whole[-1:], whole)


def sort_key(text: str, *, person: bool) -> bytes:
    """Return `person_key` or `text_key` as bytes that compare the same: small, and quick to sort.

    Args:
        text: a name.
        person: whether the given name (the last word) comes first.
    """
    words = [_key_bytes(word) for word in _WORD.findall(nfc(text))]
    whole = b"".join(words) + b"\0"
    return b"".join(words[-1:]) + b"\0" + whole if person else whole


@lru_cache(maxsize=65536)
def _key_bytes(word: str) -> bytes:
    """Return a syllable's key as bytes, every one of them above the 0 that ends a name."""
    letters, tone = syllable_key(word)
    found = bytearray()
    for rank in letters:
        # Below the alphabet: four bytes and a sign; seven bits a byte leave the 0 free.
        low = rank + 0x80000000
        others = (1 + (low >> shift & 0x7F) for shift in (28, 21, 14, 7, 0))
        found += bytes([0x80 + rank]) if rank >= 0 else bytes([0x10, *others])
    return bytes([0x02]) + bytes(found) + bytes([0x01, 0x02 + tone])


def letter_of(key: bytes) -> str:
    """Return the `initial` of the name that a `sort_key` was made of."""
    rank = key[1] - 0x80 if len(key) > 1 else -1
    return ALPHABET[rank].upper() if rank >= 0 else "#"


def initial(text: str, *, person: bool) -> str:
    """Return the capital letter (Ă, Đ, Ơ… letters of their own) under which an A–Z lists the text.

    A person stands under the given name. Anything outside the alphabet gives "#".
    """
    words = _WORD.findall(nfc(text)) or [""]
    first = split_tone((words[-1] if person else words[0]).lower())[0][:1]
    return first.upper() if first in _LETTER_RANK else "#"


def letter_slug(letter: str) -> str:
    """Return the ASCII address of a letter, by the Telex spelling (Đ is `dd`, Ơ is `ow`)."""
    low = letter.lower()
    return _TELEX.get(low, low if low in _LETTER_RANK else "khac")


def initials(name: str) -> str:
    """Return a person's name shortened to initials: "Nông Văn An" gives "N.V.A."."""
    return "".join(f"{word[0].upper()}." for word in _WORD.findall(nfc(name)))


def number(value: int) -> str:
    """Return a whole number with dots between the thousands: 2.340.000."""
    return f"{value:,}".replace(",", ".")
