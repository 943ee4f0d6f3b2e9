"""A list that runs on in one text → its items: by ";", by line, or by "," and a last "và"."""

import re
from collections.abc import Iterator

from generator.importer.beginnings import kind_of, marked
from generator.importer.words import is_place

_SEMICOLON = re.compile(r";(?![^()]*\))")
_COMMA = re.compile(r",(?![^()]*\))")
_AND = re.compile(r"\s+và\s+(?![^()]*\))")
_END = re.compile(r"[.;:!?…)\]\"”’/]\s*$")
_LEAST = 3


def items_of(text: str, *, one_by_one: bool) -> tuple[str, ...]:
    """Return the items of a list.

    Args:
        text: the list, without the words that open it.
        one_by_one: whether the text is one cell of a table, in which commas belong to the name.
    """
    if _SEMICOLON.search(text.strip().rstrip(";")):
        return _clean(_SEMICOLON.split(text))
    lines = text.split("\n")
    if len(lines) > 1 and all(marked(line)[2] for line in lines):
        return _clean(lines)
    if one_by_one:
        return (text,)
    parts: list[str] = []
    for part in _COMMA.split(text.replace("\n", " ")):
        if parts and not _begins_item(part):
            parts[-1] = f"{parts[-1]},{part}"
        else:
            parts.append(part)
    return _clean([*parts[:-1], *_last(parts[-1])])


def is_cut(text: str, items: tuple[str, ...]) -> bool:
    """Whether a list breaks off: its last item has no end where the others have one."""
    return len(items) >= _LEAST and ";" in text and not _END.search(text)


def _begins_item(part: str) -> bool:
    part = part.strip()
    return (part[:1].isupper() and bool(kind_of(part))) or bool(
        re.match(r"(?:ông|bà|em) [A-ZĐ]", part)
    )


def _last(part: str) -> Iterator[str]:
    """Split the last item at the last "và" that has a recipient on both sides."""
    for match in reversed(list(_AND.finditer(part))):
        before, after = part[: match.start()], part[match.end() :]
        capital = after[:1].isupper() or _begins_item(after)
        if capital and kind_of(after) == kind_of(before) != "" and not is_place(after):
            yield before
            yield part[match.start() :]
            return
    yield part


def _clean(parts: list[str]) -> tuple[str, ...]:
    return tuple(item for part in parts if (item := part.strip(" \t\n")))
