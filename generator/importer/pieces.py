"""A recipient as written in a cell or a line → its pieces: name, role, unit, place and the rest.

Nothing of the text is lost: the letters of the pieces are the letters of the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.importer.words import BODIES, HOUSEHOLDS, begins, is_place

_CAPITAL = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ"
_MARKER = re.compile(r"\s*(?:(\d{1,4})\s*[.)/]+\s*|([a-zđ])\)\s*|[-–—+*•●]\s*)")
_HONORIFIC = re.compile(
    r"(?:Ông|Bà|Anh|Chị|Em|Cháu|Cụ|Đồng chí|Đ/c|Ô\.|B\.|Thầy|Cô|ông|bà|anh|chị|em|cháu|đồng chí)"
    rf"\.?:?\s+(?=[{_CAPITAL}])"
)
_TITLE = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)(?: QNCN| CN)?"
    r"|(?:Thượng|Trung|Hạ) sĩ|Binh n(?:hất|hì)"
    r"|(?:PGS|GS|TS|TSKH|ThS|BS|BSCKII|BSCKI|DS|KS|CN|LS)(?:\s?[.,]\s?(?:TSKH|TS|BS|ThS|DS))*\.?"
    r"|Kỹ sư|Bác sĩ|Dược sĩ|Luật sư|Hòa thượng|Thượng tọa|Đại đức|Sư cô|Linh mục|Mục sư"
    r"|(?:Thầy thuốc|Nhà giáo|Nghệ nhân|Nghệ sĩ)(?: ưu tú| Ưu tú| nhân dân| Nhân dân)?"
    r"|NGƯT|NGND|TTƯT|TTND|NSƯT|NNƯT)[.:,]?\s+",
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_SEPARATOR = re.compile(r"\s*[,;]\s*|\s+[-–—]\s*|\s*[-–—]\s+|\n")
_COMMA = re.compile(r"\s*,\s*|\n")
_EDGES = " \t\n,;.:/-–—"
_POSTHUMOUS = re.compile(r"truy tặng", re.IGNORECASE)
_YEAR_OF_BIRTH = re.compile(r"(?:sinh(?: năm)?|SN)[: ]*(?:19|20)\d\d", re.IGNORECASE)
_LATER = re.compile(r"(?:nay|trước đây|cũ|nguyên) ?(?:là|thuộc|:)?", re.IGNORECASE)
_AND = re.compile(rf"và\s+(?=[{_CAPITAL}obe])")
_CHILD = frozenset(("em", "cháu"))


class Piece(NamedTuple):
    """A piece of a text and what it is: a field of an honour, or why it is left out."""

    role: str
    text: str


def is_title(text: str) -> bool:
    """Whether a text is a rank or a title of science, art or faith, and nothing else."""
    return bool(_TITLE.fullmatch(f"{text.strip()} "))


def marked(text: str) -> tuple[str, str, bool]:
    """Return the number before a text, the text, and whether a number or a dash stood there."""
    match = _MARKER.match(text)
    if match is None or not text[match.end() :].strip():
        return "", text, False
    return match[1] or match[2] or "", text[match.end() :], True


def kind_of(text: str) -> str:
    """Return what a recipient is by how it is written, or "" where that does not tell."""
    clean = _AND.sub("", text.strip(_EDGES), count=1) if text[:2] == "và" else text.strip(_EDGES)
    if begins(clean, HOUSEHOLDS):
        return "household"
    if _HONORIFIC.match(clean) or _TITLE.match(clean):
        return "person"
    if begins(clean, BODIES) or (clean.isupper() and " " not in clean):
        return "collective"
    first = _SEPARATOR.split(_BRACKET.sub(" ", clean))[0].split()
    capital = all(re.match(f"[{_CAPITAL}]", word) for word in first)
    return "person" if 2 <= len(first) <= 6 and capital else ""


def pieces_of(text: str, kind: str) -> tuple[Piece, ...]:
    """Return the pieces of a recipient of a kind."""
    number, rest, _ = marked(text)
    found = [Piece("stt", number)] if number else []
    if _AND.match(rest):
        found.append(Piece("separator", rest[:2]))
        rest = _AND.sub("", rest, count=1)
    found += _person(rest) if kind == "person" else _body(rest)
    return tuple(piece for piece in found if piece.text)


def _person(text: str) -> Iterator[Piece]:
    bare, brackets = _unbracketed(text)
    titles = []
    while match := _HONORIFIC.match(bare) or _TITLE.match(bare):
        word = match.group().strip(" :,")
        bare = bare[match.end() :]
        if _TITLE.fullmatch(match.group()):
            titles.append(Piece("role", word))
        else:
            yield Piece("child" if word.lower() in _CHILD else "honorific", word)
    name, *others = _SEPARATOR.split(bare.strip(_EDGES))
    yield Piece("name", name)
    yield from titles
    yield from _sorted(filter(None, others))
    yield from map(_of_person, brackets)


def _of_person(text: str) -> Piece:
    if _POSTHUMOUS.search(text):
        return Piece("posthumous", text)
    if _YEAR_OF_BIRTH.fullmatch(text.strip()):
        return Piece("year of birth", text)
    return Piece("place_text" if is_place(text) else "note", text)


def _body(text: str) -> Iterator[Piece]:
    """A collective, or a household: the name runs until a unit above it or a place begins."""
    bare, brackets = _unbracketed(text)
    kept = [b for b in brackets if not (_LATER.match(b) or is_place(b) or _POSTHUMOUS.search(b))]
    name, *others = _COMMA.split(bare.strip(_EDGES))
    while others and not is_place(others[0]) and not _is_body(others[0]):
        name = f"{name}, {others.pop(0)}"
    yield Piece("name", " ".join([name, *(f"({bracket})" for bracket in kept)]))
    for other in others:
        yield Piece("place_text" if is_place(other) else "unit", other)
    for bracket in brackets:
        if bracket not in kept:
            yield Piece("place_text" if is_place(bracket) else _aside(bracket), bracket)


def _aside(text: str) -> str:
    return "posthumous" if _POSTHUMOUS.search(text) else "note"


def _sorted(parts: Iterable[str]) -> Iterator[Piece]:
    """Tell role, unit and place of a person apart, by what each part begins with."""
    last = ""
    for part in parts:
        if _YEAR_OF_BIRTH.fullmatch(part):
            yield Piece("year of birth", part)
        elif _POSTHUMOUS.fullmatch(part):
            yield Piece("posthumous", part)
        elif is_place(part) and not part[0].isupper():
            yield Piece(last := "place_text", part)
        elif _is_body(part) or (is_place(part) and last):
            yield Piece(last := "place_text" if is_place(part) else "unit", part)
        else:
            role, unit = _role_and_unit(part)
            yield Piece(last := "role", role)
            yield Piece("unit", unit)


def role_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a cell that holds role and unit together."""
    parts = [part for part in _SEPARATOR.split(text) if part.strip()]
    return tuple(piece for piece in _sorted(parts) if piece.text)


def _role_and_unit(text: str) -> tuple[str, str]:
    """Cut "Phó Giám đốc Sở Tư pháp" before the unit that it names."""
    words = text.split()
    for place in range(1, len(words)):
        rest = " ".join(words[place:])
        if _is_body(rest) and not is_place(rest):
            return " ".join(words[:place]), rest
    return text, ""


def _is_body(text: str) -> bool:
    return text[:1].isupper() and begins(text, BODIES)


def _unbracketed(text: str) -> tuple[str, list[str]]:
    return _BRACKET.sub(" ", text).strip(), [b for b in _BRACKET.findall(text) if b.strip()]


def letters(text: str) -> str:
    """Return the letters and figures of a text in order of their codes: what must not be lost."""
    return "".join(sorted(char for char in text if char.isalnum()))
