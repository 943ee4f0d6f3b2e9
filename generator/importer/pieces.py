"""A recipient as written in a cell or a line → its pieces: name, role, unit, place and the rest.

Nothing of the text is lost: the letters of the pieces are the letters of the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.importer.beginnings import (
    AND,
    BRACKET,
    EDGES,
    HONORIFIC,
    SEPARATOR,
    TITLE,
    marked,
)
from generator.importer.words import BODIES, begins, is_place

_COMMA = re.compile(r"\s*,\s*|\n")
_POSTHUMOUS = re.compile(r"truy tặng", re.IGNORECASE)
_YEAR_OF_BIRTH = re.compile(r"(?:sinh(?: năm)?|SN)[: ]*(?:19|20)\d\d", re.IGNORECASE)
_LATER = re.compile(r"(?:nay|trước đây|cũ|nguyên) ?(?:là|thuộc|:)?", re.IGNORECASE)
_LONGEST_NAME = 5
_HEADS = frozenset(("trưởng", "phó", "phó trưởng", "quyền trưởng"))
_CHILD = frozenset(("em", "cháu"))


class Piece(NamedTuple):
    """A piece of a text and what it is: a field of an honour, or why it is left out."""

    role: str
    text: str


def pieces_of(text: str, kind: str) -> tuple[Piece, ...]:
    """Return the pieces of a recipient of a kind."""
    number, rest, _ = marked(_unbroken(text))
    found = [Piece("stt", number)] if number else []
    if AND.match(rest):
        found.append(Piece("separator", rest[:2]))
        rest = AND.sub("", rest, count=1)
    found += _person(rest) if kind == "person" else _body(rest)
    return tuple(piece for piece in found if piece.text)


def _unbroken(text: str) -> str:
    """Return a name that a narrow cell broke over two lines as one: "Nguyễn Văn", "An"."""
    first, *others = text.split("\n")
    for line in others:
        words = f"{first} {line}".split()
        capital = all(word[0].isupper() for word in words)
        whole = SEPARATOR.search(first) or not (capital and len(words) <= _LONGEST_NAME)
        first += "\n" + line if whole and not begins(first, BODIES) else " " + line
    return first


def _person(text: str) -> Iterator[Piece]:
    bare, brackets = _unbracketed(text)
    titles = []
    while match := HONORIFIC.match(bare) or TITLE.match(bare):
        word = match.group().strip(" :,")
        bare = bare[match.end() :]
        if TITLE.fullmatch(match.group()):
            titles.append(Piece("role", word))
        else:
            yield Piece("child" if word.lower() in _CHILD else "honorific", word)
    name, *others = SEPARATOR.split(bare.strip(EDGES))
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
    name, *others = _COMMA.split(bare.strip(EDGES))
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
    parts = [part for part in SEPARATOR.split(text) if part.strip()]
    return tuple(piece for piece in _sorted(parts) if piece.text)


def _role_and_unit(text: str) -> tuple[str, str]:
    """Cut "Phó Giám đốc Sở Tư pháp" before the unit that it names; a bare "Trưởng" needs it."""
    words = text.split()
    for place in range(1, len(words)):
        rest = " ".join(words[place:])
        if _is_body(rest) and not is_place(rest):
            role = " ".join(words[:place])
            return (text, "") if role.lower() in _HEADS else (role, rest)
    return text, ""


def _is_body(text: str) -> bool:
    return text[:1].isupper() and begins(text, BODIES)


def _unbracketed(text: str) -> tuple[str, list[str]]:
    return BRACKET.sub(" ", text).strip(), [b for b in BRACKET.findall(text) if b.strip()]
