"""Bản đồ: honours by place as maps of tiles, each with the same figures as a table."""

from collections import Counter
from typing import Any

from generator.lists.by_place import BEFORE, NOW
from generator.lists.tables import Row, Table, Topic, count
from generator.lists.tally import Tally
from generator.lists.tiles import Spot, drawn
from generator.records.base import Reference
from generator.vietnamese import number, text_key


def by_map(tally: Tally, reference: Reference) -> Topic:
    """A map of each place whose parts have tiles: those that stand, and those that ended."""
    reached: Counter[str] = Counter()
    for (places, _, _), honours in tally.places.items():
        reached.update(dict.fromkeys(places, honours))
    areas: dict[tuple[bool, str], list[Any]] = {}
    for place in reference.of("place"):
        if place.tile:
            areas.setdefault((place.valid_to is not None, place.parent), []).append(place)
    tables = [
        _table(reference.find("place", parent), parts, reached, ended=ended)
        for (ended, parent), parts in sorted(areas.items())  # those that stand come first
        if any(reached[part.id] for part in parts)
    ]
    return Topic(
        "ban-do",
        "Bản đồ",
        "Số lượt khen của từng địa bàn trên bản đồ ô vuông; chạm vào một ô để mở trang của nơi ấy.",
        tuple(tables),
        (
            "Mỗi ô là một địa bàn, các ô bằng nhau. Vị trí gần đúng, chỉ cho biết nơi nào ở phía "
            "nào của nơi nào; đây không phải bản đồ địa giới hành chính.",
            "Một lượt khen ở địa bàn cũ được tính cả ở địa bàn mới kế tục nó; lượt chỉ ghi huyện, "
            "tỉnh cũ thì không chia được về xã, phường, nên số 0 ở một xã không có nghĩa là ở đó "
            "chưa ai được khen.",
        ),
    )


def _table(parent: Any, parts: list[Any], reached: Counter[str], *, ended: bool) -> Table:
    parts = sorted(parts, key=lambda p: (text_key(p.name), p.id))
    spots = [
        Spot(
            part.tile[0],
            part.tile[1],
            part.name,
            f"{part.title}: {number(reached[part.id])} lượt khen",
            part.address,
            reached[part.id],
        )
        for part in parts
    ]
    rows = [
        Row(part.title, part.address, (count(reached[part.id], part.address),))
        for part in sorted(parts, key=lambda p: -reached[p.id])
    ]
    return Table(
        f"{parent.id}{'-cu' * ended}",
        f"{parent.title}: {BEFORE if ended else NOW}",
        ("Địa bàn", "Số lượt khen"),
        tuple(rows),
        about="Mỗi ô là một địa bàn, ô đậm hơn có nhiều lượt khen hơn; số trong ô là số lượt khen.",
        map=drawn(spots),
    )
