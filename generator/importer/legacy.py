"""Text in the encodings before Unicode: TCVN3 (.VnTime) and VNI, kept in fonts of their own.

In a file they are Latin letters that only such a font shows as Vietnamese: "Xin chµo", "chaøo".
"""

import re
from collections.abc import Mapping
from typing import Literal

from generator.syllables import is_syllable
from generator.vietnamese import nfc

Encoding = Literal["TCVN3", "VNI"]

_TCVN3 = dict(
    zip(
        "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ¡¢£¤¥¦§",
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
        strict=True,
    )
)
_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROUND = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_SHORT = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_VNI = {
    **{base + tone: base + mark for base in "aeouy" for tone, mark in _TONES.items()},
    **{f"ô{tone}": f"ơ{mark}" for tone, mark in _TONES.items()},
    **{f"ö{tone}": f"ư{mark}" for tone, mark in _TONES.items()},
    **{base + tone: f"{base}\u0302{mark}" for base in "aeo" for tone, mark in _ROUND.items()},
    **{f"a{tone}": f"ă{mark}" for tone, mark in _SHORT.items()},
    "ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ",
}  # fmt: skip
_VNI |= {key.upper(): value.upper() for key, value in _VNI.items()} | {
    key[0].upper() + key[1:]: nfc(value)[0].upper() + nfc(value)[1:] for key, value in _VNI.items()
}
_VNI_PARTS = re.compile("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168-\u01b0\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 0.8


def to_unicode(text: str, encoding: Encoding, font: str = "") -> str:
    """Return a text of an old encoding in Unicode.

    Args:
        text: the letters as the file holds them.
        encoding: which of the two.
        font: the font's name; those of TCVN3 that end in H show small letters as capitals.

    >>> to_unicode("Xin chµo tÊt c¶", "TCVN3"), to_unicode("chaøo caùc baïn", "VNI")
    ('Xin chào tất cả', 'chào các bạn')
    """
    if encoding == "TCVN3":
        found = nfc("".join(_TCVN3.get(char, char) for char in text))
        return found.upper() if font.lower().startswith(".vn") and font.endswith("H") else found
    return nfc(_VNI_PARTS.sub(lambda match: _VNI[match.group()], text))


def encoding_of(text: str, font: str = "") -> Encoding | None:
    """Return the old encoding of a text, known by its font or by its letters; None for Unicode.

    A text is taken for one only if its words become Vietnamese by it that were none before, so
    that names which merely look odd (Lý A Páo, Bế Thị Vẩn) are left alone.
    """
    if text.isascii() or _UNICODE_ONLY.search(nfc(text)):
        return None
    if font.lower().startswith(".vn"):
        return "TCVN3"
    if font.lower().startswith("vni-"):
        return "VNI"
    now = _share(_WORD.findall(text))
    tcvn3 = _share(_WORD.findall(to_unicode(text, "TCVN3"))) if _only_tcvn3(text) else 0.0
    vni = _share(_WORD.findall(to_unicode(text, "VNI")))
    best = max(now, tcvn3, vni)
    if best == now or best < _ENOUGH:
        return None
    return "TCVN3" if best == tcvn3 else "VNI"


def _only_tcvn3(text: str) -> bool:
    """Whether every letter beyond ASCII is one of TCVN3's."""
    return all(char.isascii() or char in _TCVN3 or not char.isalpha() for char in text)


def _share(words: list[str]) -> float:
    """Return how much of a text is Vietnamese, by its words with marks.

    A small letter before a capital one inside a word is a sign of another encoding.
    """
    marked = [word for word in words if not word.isascii()]
    sound = [w for w in marked if is_syllable(w) and (w.isupper() or w[1:].islower() or not w[1:])]
    return len(sound) / len(marked) if marked else 1.0


def letters(encoding: Encoding) -> Mapping[str, str]:
    """Return an encoding's table: what stands in the file, and what it means."""
    return _TCVN3 if encoding == "TCVN3" else {key: nfc(value) for key, value in _VNI.items()}
