"""Rows that may be one honour twice, or a registered recipient. Shown with reasons, never linked.

Names are compared only with their neighbours in sorted order, so that the work grows with the list
and not with its square. "Khoa Y tế công cộng" of eight hospitals is eight collectives.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from generator.importer.words import key
from generator.records.base import Reference

_NEIGHBOURS = 4
_SAME_NAME = 92
_SAME_WORD = 75
_LONG_WORD = 4
_WHERE = ("role", "unit", "place_text")


class Pair(NamedTuple):
    """Two rows that may be one, by their places in the list, and why."""

    one: int
    other: int
    why: str


class Likely(NamedTuple):
    """A row that may be something the register knows: its place, what, and why."""

    row: int
    known: str
    why: str


def same_name(one: str, other: str) -> bool:
    """Whether two folded names are equal or all but equal: a dash, a letter."""
    return one == other or fuzz.ratio(one, other, score_cutoff=_SAME_NAME) > 0


def doubles(rows: Sequence[Mapping[str, Any]]) -> Iterator[Pair]:
    """Find rows of one list that may be one recipient twice for the same award."""
    keyed = sorted(
        (row["kind"], row.get("award", ""), key(row["name"]), _where(row), place)
        for place, row in enumerate(rows)
    )
    for at, (kind, award, name, where, place) in enumerate(keyed):
        for other in keyed[at + 1 : at + 1 + _NEIGHBOURS]:
            if (kind, award) != other[:2] or not same_name(name, other[2]):
                break
            if _agree(where, other[3]):
                first, second = sorted((place, other[4]))
                yield Pair(first, second, "cùng tên, " + _how(where, other[3]))


def known_honours(rows: Sequence[Mapping[str, Any]], decisions: Iterable[Any]) -> Iterator[Likely]:
    """Find rows that another decision may have honoured with the same award already."""
    known: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
    for decision in decisions:
        for honour in decision.honours:
            if honour.named:
                where = key(" ".join(getattr(honour, f) or "" for f in _WHERE))
                name = (honour.kind, honour.award, key(honour.name))
                known.setdefault(name, []).append((where, f"{decision.label}, lượt {honour.id}"))
    for place, row in enumerate(rows):
        for where, label in known.get((row["kind"], row.get("award", ""), key(row["name"])), ())[
            :3
        ]:
            if _agree(_where(row), where):
                yield Likely(place, label, "cùng tên, cùng danh hiệu, " + _how(_where(row), where))


def registered(rows: Sequence[Mapping[str, Any]], reference: Reference) -> Iterator[Likely]:
    """Find rows that may be a registered recipient, with what speaks for it."""
    known: dict[tuple[str, str], list[Any]] = {}
    for recipient in reference.of("recipient"):
        for name in (recipient.name, *recipient.other_names):
            known.setdefault((recipient.kind, key(name)), []).append(recipient)
    for place, row in enumerate(rows):
        for recipient in known.get((row["kind"], key(row["name"])), ()):
            yield Likely(place, recipient.id, ", ".join(_reasons(row, recipient, reference)))


def _reasons(row: Mapping[str, Any], recipient: Any, reference: Reference) -> Iterator[str]:
    yield "cùng tên"
    here = reference.find("place", row.get("place"))
    there = reference.find("place", recipient.place)
    if here and there:
        near = there.id in here.reach(reference) or here.id in there.reach(reference)
        yield f"cùng địa bàn {there.label}" if near else f"khác địa bàn ({there.label})"
    elif recipient.address_text and row.get("place_text"):
        alike = _agree(key(row["place_text"]), key(recipient.address_text))
        yield "cùng nơi ở" if alike else "khác nơi ở"
    if recipient.role and row.get("role"):
        yield "cùng chức vụ" if same_name(key(recipient.role), key(row["role"])) else "khác chức vụ"


def _where(row: Mapping[str, Any]) -> str:
    return key(" ".join(row.get(field, "") for field in _WHERE))


def _agree(one: str, other: str) -> bool:
    """Whether two rows may be at one place: alike, or one of them does not say."""
    here, there = set(one.split()), set(other.split())
    left, right = here - there, there - here
    if not left or not right:
        return True
    return len(left) == len(right) and all(_misspelt(word, right) for word in left)


def _misspelt(word: str, others: set[str]) -> bool:
    """Whether a word is another but for a letter; short ones and numbers tell places apart."""
    alike = (fuzz.ratio(word, other) >= _SAME_WORD for other in others)
    return len(word) >= _LONG_WORD and any(alike)


def _how(one: str, other: str) -> str:
    return "cùng nơi" if one and other else "một dòng không ghi đơn vị, địa bàn"
