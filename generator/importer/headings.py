"""Rows that are no recipients: sections, totals, notes. What a heading says holds for its rows."""

import re
from typing import NamedTuple

from generator.importer.beginnings import HONORIFIC, TITLE
from generator.importer.lexicon import Lexicon, Named
from generator.importer.words import BODIES, begins, is_place, key, mended
from generator.vietnamese import fold

_ROMAN = re.compile(r"^\s*(?:([IVX]{1,5}|[A-H])\s*[.)\-:]\s*|([IVX]{1,5}|[A-H])\s+(?=\S))")
_NUMBER = re.compile(r"^\s*(?:\d{1,2}\s*[.)/]\s*|[-–—+*•]\s*|[a-z]\)\s*)")
_ROMAN_CELL = re.compile(r"(?:[IVX]{1,5}|[A-H])[.)/]?")
_COUNTS = re.compile(r"\d+|\b(?:muc|phan|danh sach|tong so|gom co|gom)\b")
_FILLER = frozenset(
    "duoc tang thuong khen de nghi xet trinh phong truy cho gom co danh hieu hinh thuc cac nhung "
    "doi voi thanh tich xuat sac nam so luong va trong dat cong nhan la nguoi dong chi phong trao "
    "thi dua cua ve muc phan hang nhat nhi ba ban kem theo hoc giai doan sach".split()
)
_KIND = re.compile(r"\b(tap the|ca nhan|ho gia dinh|gia dinh|ho)\b")
_KINDS = {"tap the": "collective", "ca nhan": "person"}
_BRACKET = re.compile(r"\(([^()]*)\)")
_TOTAL = re.compile(
    r"(?:tong(?: so| cong)?|cong)"
    r"(?= (?:\d+|so|la|co|gom|tap the|ca nhan|ho|danh sach|don vi|dong chi)\b|$)"
)
_NOTE = re.compile(
    r"ghi chu|noi nhan|nguoi lap|lap bieu|luu (?:vt|van thu|ho so|tdkt)|nhu (?:tren|dieu)|an dinh|"
    r"danh sach\b|phu luc\b|bieu mau|cong hoa xa hoi|doc lap tu do|"
    r"kem theo|tm |kt |tl |tuq |thu truong|ky ten|chu ky|ky va|ky dong dau|xac nhan|"
    r"ngay \d+ thang|\w+(?: \w+){0,3} ngay \d+ thang|trang \d|het$|so lieu|luu y|huong dan"
)


_END = re.compile(r"noi nhan|(?:tm|kt|tl|tuq) |nguoi lap|lap bieu|thu truong\b|ky ten")


class Heading(NamedTuple):
    """What a heading says of the rows below it; `words` is what follows its colon."""

    kind: str = ""
    award: Named | None = None
    place_text: str = ""
    posthumous: bool = False
    words: str = ""
    level: int = 0


def heading_of(text: str, lexicon: Lexicon, *, first_cell: str = "") -> Heading | None:
    """Read a text as a heading.

    Args:
        text: the row's text.
        lexicon: the awards.
        first_cell: what stands in the row's first column, if the text stands in another.

    Returns:
        What the heading says, or None if the text is none. A heading holds a kind of recipients,
        an award, or a place behind a Roman number or before a colon, and nothing else.
    """
    roman = bool(_ROMAN_CELL.fullmatch(first_cell)) or bool(_ROMAN.match(text))
    title, colon, rest = _ROMAN.sub("", _NUMBER.sub("", text), count=1).partition(":")
    if colon and not _only_counts(rest) and len(title) > 160:
        return None
    place = next((b for b in _BRACKET.findall(title) if is_place(b)), "")
    bare = _BRACKET.sub(" ", title)
    award = lexicon.award_in(bare)
    words = f" {key(mended(bare))} "
    posthumous = " truy tang " in words or " truy phong " in words
    kinds = _KIND.findall(words) or (_KIND.findall(key(rest)) if _only_counts(rest) else [])
    left = _left(words, award)
    kind = _KINDS.get(kinds[0], "household") if len(set(kinds)) == 1 else ""
    found = Heading(kind, award, place, posthumous, "" if _only_counts(rest) else rest.strip())
    if (award or len(set(kinds)) == 1) and not left:
        return found._replace(level=1 if award and not kind else 2)
    if is_place(bare.strip()) and (roman or (colon and _only_counts(rest))):
        return found._replace(place_text=_counted_off(bare), level=3)
    group = re.match(r"(?:khối|cụm|các|nhóm)\b", bare.strip(), re.IGNORECASE)
    if (colon and not rest.strip()) or (roman and (group or not _recipient(bare.strip()))):
        return found._replace(level=4)
    return found._replace(level=4) if place and colon and rest.strip() else None


def _recipient(text: str) -> bool:
    """Whether a text behind a Roman number may be somebody's name rather than a heading."""
    return begins(text, BODIES) or bool(HONORIFIC.match(text) or TITLE.match(text))


def _left(words: str, award: Named | None) -> str:
    """Return what of a heading's words is neither award, nor kind, nor number, nor filler."""
    rest = _KIND.sub(" ", _COUNTS.sub(" ", words))
    if award:
        named = award.words.split()
        rest = " ".join(word for word in rest.split() if word not in named)
        rest = re.sub(r"\b(?:cap|chu tich|cua|tinh|huyen|xa)\b", " ", rest)
    return " ".join(word for word in rest.split() if word not in _FILLER)


def _only_counts(text: str) -> bool:
    """Whether a text says nothing but a number: "02 tập thể", "(12)", or nothing at all."""
    return not _KIND.sub(" ", _COUNTS.sub(" ", key(text))).replace("dong chi", "").split()


def _counted_off(text: str) -> str:
    return re.sub(r"[\s:\-–]*\d*\s*(?:tập thể|cá nhân)?\s*$", "", text).strip()


def is_total(text: str) -> bool:
    """Whether a text is a total: "Tổng cộng: 39 tập thể"; a company's name is none."""
    plain = key(text)
    return bool(_TOTAL.match(plain))


def is_end(text: str) -> bool:
    """Whether a text begins what follows a list: signature, addresses of copies."""
    return bool(_END.match(key(text)))


def is_note(text: str) -> bool:
    """Whether a text is a note, a signature or an address of copies."""
    return bool(_NOTE.match(key(text))) or fold(text).strip(" ./()*-") == ""
