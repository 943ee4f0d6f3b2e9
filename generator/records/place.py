"""Place (địa bàn): an administrative unit with its dates and what became of it."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, Literal

from generator.dates import overlaps
from generator.records.base import (
    Date,
    Fault,
    Field,
    Kind,
    Link,
    Page,
    Record,
    Reference,
    RefTo,
    Slug,
    Text,
)
from generator.records.digest import invented
from generator.records.feed import name_of
from generator.records.paging import newest, paged
from generator.vietnamese import text_key

if TYPE_CHECKING:
    from generator.records.digest import Index

PlaceType = Literal["tinh", "thanh-pho", "thi-xa", "huyen", "xa", "phuong", "thi-tran", "dac-khu"]
TYPES = {
    "tinh": "tỉnh",
    "thanh-pho": "thành phố",
    "thi-xa": "thị xã",
    "huyen": "huyện",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
    "dac-khu": "đặc khu",
}
PlaceRef = Annotated[Slug, RefTo("place")]


class Place(Record):
    """An administrative unit as it stood between two dates."""

    name: Text = Field(title="tên riêng")
    type: PlaceType = Field(title="loại")
    parent: PlaceRef | None = Field(None, title="thuộc")
    code: Text | None = Field(None, title="mã đơn vị hành chính")
    valid_from: Date | None = Field(None, title="có từ")
    valid_to: Date | None = Field(None, title="đến")
    successors: tuple[PlaceRef, ...] = Field((), title="đơn vị kế tục")
    act: Text | None = Field(None, title="nghị quyết sắp xếp")
    tile: tuple[int, ...] = Field((), title="ô trên bản đồ: cột, hàng")
    note: Text | None = Field(None, title="ghi chú")

    @property
    def address(self) -> str:
        """Where the place's page is."""
        return f"/dia-ban/{self.id}/"

    @property
    def label(self) -> str:
        """The type and the name: "huyện Pác Nặm"."""
        return f"{TYPES[self.type]} {self.name}"

    @property
    def title(self) -> str:
        """The label with a capital letter, to stand alone."""
        return self.label[0].upper() + self.label[1:]

    def stood(self, first: datetime.date, last: datetime.date) -> bool:
        """Whether the place was there on any day of the interval, its ends included."""
        return overlaps(self.valid_from, self.valid_to, first, last)

    def chain(self, reference: Reference) -> tuple["Place", ...]:
        """Return the place and those above it, the smallest first."""
        found: dict[str, Place] = {}
        here: Place | None = self
        while here is not None and here.id not in found:
            found[here.id] = here
            here = reference.find("place", here.parent)
        return tuple(found.values())

    def reach(self, reference: Reference) -> tuple[str, ...]:
        """Return the ids of all places, old and new, under which this one is looked for."""
        found: dict[str, None] = {}
        ahead: list[Place] = [self]
        while ahead:
            here = ahead.pop()
            chain = here.chain(reference)
            # Where the place itself has gone, its parents' successors are another place's.
            gone = next((place for place in chain if place.successors), None)
            ahead += [reference.find("place", key) for key in (gone.successors if gone else ())]
            found |= {place.id: None for place in chain}
            ahead = [place for place in ahead if place is not None and place.id not in found]
        return tuple(found)

    def full_name(self, reference: Reference) -> str:
        """Return the name with what it belongs to: "xã Yên Cư, huyện Chợ Mới, tỉnh Bắc Kạn"."""
        return ", ".join(place.label for place in self.chain(reference))

    def now(self, reference: Reference) -> str:
        """Return where the place belongs today ("xã Z, tỉnh T"), or "" while it stands.

        A district that was dissolved within its province has no other place to name.
        """
        names = []
        above = {place.id for place in self.chain(reference)}
        for key in self.successors:
            if key in above:
                continue
            successor: Place = reference.find("place", key)
            names.append(successor.now(reference) or successor.full_name(reference))
        return "; ".join(dict.fromkeys(names))

    def with_now(self, reference: Reference) -> str:
        """Return the full name, and in brackets where it belongs now."""
        now = self.now(reference)
        return self.full_name(reference) + (f" (nay thuộc {now})" if now else "")


def successors_later(place: Place, reference: Reference) -> Iterator[Fault]:
    """A place that has successors has an end, and none of them leads back to it."""
    if place.successors and not place.valid_to:
        yield place.fault(
            "DB-001",
            ("successors",),
            "có đơn vị kế tục nhưng chưa ghi ngày kết thúc",
            "thêm valid_to, là ngày cuối cùng trước khi sắp xếp",
        )
    for field in ("parent", "successors"):
        if _leads_back(place, field, reference):
            yield place.fault(
                "DB-002", (field,), "dẫn vòng về chính địa bàn này", "sửa cho hết vòng"
            )


def tiles_apart(places: tuple[Place, ...], reference: Reference) -> Iterator[Fault]:
    """A place on a map has a column and a row, and shares its tile with none beside it."""
    taken: dict[tuple[object, ...], Place] = {}
    for place in places:
        if not place.tile:
            continue
        if len(place.tile) != 2 or min(place.tile) < 1 or place.parent is None:
            problem = "ô trên bản đồ không phải cột và hàng của một địa bàn trực thuộc"
            yield place.fault("DB-003", ("tile",), problem, "ghi [cột, hàng], đếm từ 1")
            continue
        other = taken.setdefault((place.parent, place.valid_to is None, *place.tile), place)
        if other is not place:
            yield place.fault(
                "DB-003", ("tile",), f"ô này đã có «{other.id}»", "ghi ô khác cho một trong hai"
            )


def _leads_back(place: Place, field: str, reference: Reference) -> bool:
    seen: set[str] = set()
    ahead = [place]
    while ahead:
        here = ahead.pop()
        steps = (here.parent,) if field == "parent" else here.successors
        for key in steps:
            found = reference.find("place", key)
            if found is not None and found.id == place.id:
                return True
            if found is not None and found.id not in seen:
                seen.add(found.id)
                ahead.append(found)
    return False


def pages(place: Place, reference: Reference, index: "Index") -> Iterator[Page]:
    """Make the page of a place: what it belongs to, its dates, its parts, its honours."""
    above = place.chain(reference)[1:]
    parts = _parts(place, reference, index)
    exemplars = _exemplars(place, reference)
    honours = index.honours_of("place", place.id)
    page = Page(
        address=place.address,
        template="place.md.jinja",
        title=place.title,
        description=f"Các lượt khen thưởng ở {place.with_now(reference)}.",
        context={
            "place": place,
            "full_name": place.full_name(reference),
            "now": place.now(reference),
            "parts": [(1, p, count) for p, count in parts if count],
            "empty": [p for p, count in parts if not count],
            "samples": invented(honours),
            "successors": [
                _whole(reference.find("place", key), reference) for key in place.successors
            ],
            "before": [
                _whole(p, reference) for p in reference.of("place") if place.id in p.successors
            ],
            "exemplars": exemplars,
        },
        updated=newest(exemplars),
        feed=name_of(("place", place.id)) if honours or exemplars else "",
        source=place.origin.file,
        crumbs=(
            Link("Địa bàn", "/dia-ban/"),
            *(Link(item.title, item.address) for item in reversed(above)),
        ),
        kind="Địa bàn",
        section="vinh-danh",
        listed=False,
    )
    yield from paged(page, "honours", honours)


def _exemplars(place: Place, reference: Reference) -> list[Any]:
    """Return the exemplars of a place, and of the places below and before it."""
    return [
        item
        for item in reference.of("exemplar")
        if item.place and place.id in reference.find("place", item.place).reach(reference)
    ]


def _parts(place: Place, reference: Reference, index: "Index") -> list[tuple[Place, int]]:
    """Return the places right below one, by name, each with the number of its honours."""
    below = (p for p in reference.of("place") if p.parent == place.id)
    in_order = sorted(below, key=lambda p: (text_key(p.name), p.id))
    return [(p, len(index.honours_of("place", p.id))) for p in in_order]


def _whole(place: Place, reference: Reference) -> Link:
    """Return a link to a place that names all it belongs to."""
    return Link(place.full_name(reference), place.address)


KIND = Kind(
    name="place",
    label="địa bàn",
    model=Place,
    layout="table",
    where="data/places/*.yml",
    named_by=(("type", "name"),),
    rules=(successors_later,),
    group_rules=(tiles_apart,),
    pages=pages,
)
