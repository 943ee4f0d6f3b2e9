"""The statistics by place: tables for each province, and maps of equal tiles."""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any, NamedTuple

from generator.lists.cells import HIDDEN, NOTE, guarded
from generator.lists.charts import Amounts, bars
from generator.lists.tables import (
    UNCLASSIFIED,
    Row,
    Table,
    Topic,
    count,
    search,
    words,
)
from generator.lists.tally import Tally
from generator.lists.topics import KIND_WORDS, KINDS
from generator.records.base import Reference
from generator.records.terms import GROUPS
from generator.vietnamese import text_key

REST = "Chung, hoặc không ghi rõ nơi nào"
NOW, BEFORE = "đơn vị hành chính hiện nay", "đơn vị hành chính cũ"
Cells = Counter[tuple[str, str, str]]


class Area(NamedTuple):
    """A place with parts of one time: those that stand, or those that ended."""

    place: str
    ended: bool


def counted(tally: Tally, reference: Reference) -> dict[Area, Cells]:
    """Count what lies right below each place: (place, recipient kind, group) → honours.

    An honour counts for each place that it reaches, old or new; "" stands for the parent itself,
    where the honour names nothing of that time below it.
    """
    found: dict[Area, Cells] = {}
    for (keys, kind, group), honours in tally.places.items():
        places = [reference.find("place", key) for key in keys]
        for parent, ended in product(keys, (False, True)):
            below = [
                p.id for p in places if p.parent == parent and (p.valid_to is not None) == ended
            ]
            cells = found.setdefault(Area(parent, ended), Counter())
            for key in below or [""]:
                cells[key, kind, group] += honours
    return {area: cells for area, cells in found.items() if any(key for key, _, _ in cells)}


def by_place(tally: Tally, reference: Reference) -> Topic:
    """Honours by the parts of each province, and persons among them by group."""
    tables: list[Table] = []
    areas = counted(tally, reference)
    for area, cells in sorted(areas.items(), key=lambda item: _order(item[0], reference)):
        top = reference.find("place", area.place)
        if top.parent is None:
            tables += _of_province(top, area, cells, reference)
    return Topic(
        "dia-ban",
        "Theo địa bàn",
        "Số lượt khen của từng huyện, xã, phường, theo đơn vị hành chính cũ và mới.",
        tuple(tables),
        (
            "Một lượt khen ở địa bàn cũ được tính cả ở địa bàn mới kế tục nó, nên không cộng các "
            "bảng với nhau. Lượt khen không ghi địa bàn không có ở đây.",
        ),
    )


def _order(area: Area, reference: Reference) -> tuple[object, ...]:
    place = reference.find("place", area.place)
    return place.valid_to is not None, text_key(place.name), area.ended


def _of_province(top: Any, area: Area, found: Cells, reference: Reference) -> Iterator[Table]:
    keys = {key for key, _, _ in found}
    places = sorted((reference.find("place", k) for k in keys if k), key=lambda p: text_key(p.name))
    parts = [*places, None] if "" in keys else places
    kinds: Counter[tuple[str, str]] = Counter()
    groups: Counter[tuple[str, str]] = Counter()
    for (key, kind, group), honours in found.items():
        kinds[key, kind] += honours
        if kind == "person":
            groups[key, group] += honours
    yield _kinds(top, area, parts, kinds)
    if groups and not area.ended:
        yield _groups(top, [p for p in parts if kinds[_id(p), "person"]], groups)


def _id(place: Any) -> str:
    return place.id if place else ""


def _row_of(place: Any, top: Any) -> tuple[str, str]:
    return (place.title, place.address) if place else (REST, top.address)


def _kinds(top: Any, area: Area, parts: list[Any], kinds: Counter[tuple[str, str]]) -> Table:
    rows, shown = [], []
    for place in parts:
        label, address = _row_of(place, top)
        amounts = tuple(kinds[_id(place), kind] for kind in KINDS)
        behind = (search(None, kind, dia_ban=_id(place) or top.id) for kind in KINDS)
        cells = map(count, amounts, behind)
        total = count(sum(amounts), address)
        rows.append(Row(label, address, (*cells, total)))
        shown.append(Amounts(label, amounts, total.text))
    return Table(
        f"{top.id}{'-cu' * area.ended}",
        f"{top.title}: {BEFORE if area.ended else NOW}",
        ("Địa bàn", *KIND_WORDS, "Tổng số lượt khen"),
        tuple(rows),
        bars(shown, KIND_WORDS),
        "Mỗi thanh là một địa bàn; chiều dài là số lượt khen.",
    )


def _groups(top: Any, parts: list[Any], groups: Counter[tuple[str, str]]) -> Table:
    there = {code for _, code in groups}
    codes = [*(code for code in GROUPS if code in there), ""]
    rows = []
    for place in parts:
        label, address = _row_of(place, top)
        behind = search(None, "person", dia_ban=_id(place) or top.id)
        numbers = [groups[_id(place), code] for code in codes]
        veiled = zip(numbers, guarded(numbers), strict=True)
        cells = (words(HIDDEN) if veil else count(n, behind) for n, veil in veiled)
        rows.append(Row(label, address, (*cells, count(sum(numbers), behind))))
    heads = (GROUPS[code] if code else UNCLASSIFIED for code in codes)
    return Table(
        f"nhom-{top.id}",
        f"Cá nhân ở {top.label}, theo nhóm",
        ("Địa bàn", *heads, "Tổng số cá nhân"),
        tuple(rows),
        notes=(NOTE,),
    )
