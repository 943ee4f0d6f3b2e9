"""The invented province: its places old and new, and who gives honours there when."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from generator.sample.names import pick
from generator.vietnamese import slugify

MERGER = datetime.date(2025, 7, 1)  # the district level ended, communes were merged
FIRST_YEAR, LAST_YEAR = 2006, 2025
DISTRICTS, COMMUNES, MERGED = 8, 12, 3
_FIRST = tuple("Bản Nà Khuổi Pác Tân Đông Thanh Vũ Cao Lam Mường Phiêng Lũng Đồng Yên Hòa".split())
_SECOND = tuple(
    "Lụa Mây Sương Ngàn Thắm Suối Ngọc Vầu Ráy Trám Mơ Đào Sen Lúa Ngô Chè Trầm Thông Sa Hạc Én "
    "Bưởi Quế Hồi Lê Mận Nghiến Lim".split()
)
PROVINCE = "Hạ Lam"
_TYPES = {"tinh": "tỉnh", "huyen": "huyện", "xa": "xã"}


class Place(NamedTuple):
    """A place of the sample: id, name, type, parent, first and last day, successor."""

    id: str
    name: str
    type: str
    parent: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    successor: str = ""

    @property
    def label(self) -> str:
        """The type and the name."""
        return f"{_TYPES[self.type]} {self.name}"


class Issuer(NamedTuple):
    """Who signs: id, name, authority, weight among all honours, first and last day, place."""

    id: str
    name: str
    authority: str
    weight: float
    since: datetime.date | None = None
    until: datetime.date | None = None
    place: str = ""


@dataclass(frozen=True)
class Province:
    """All places and issuers, with the communes that stand on each side of the merger."""

    places: tuple[Place, ...]
    issuers: tuple[Issuer, ...]

    def communes(self, on: datetime.date, district: str = "") -> tuple[Place, ...]:
        """Return the communes that stand on a day, all or those of one district."""
        new = on >= MERGER
        return tuple(
            p for p in self.places
            if p.type == "xa" and (p.since is not None) == new and district in ("", p.parent)
        )  # fmt: skip


def province(seed: int) -> Province:
    """Make the province of a seed."""
    random = Random(f"{seed}/province")  # noqa: S311 - a sample, not a secret
    names = _names(random)
    until = MERGER - datetime.timedelta(days=1)
    top = Place("tinh-ha-lam", PROVINCE, "tinh")
    districts, old, new = [], [], []
    for _ in range(DISTRICTS):
        name = next(names)
        key = f"huyen-{slugify(name)}"
        districts.append(Place(key, name, "huyen", top.id, None, until))
        for _ in range(COMMUNES // MERGED):
            parts = [next(names) for _ in range(MERGED)]
            successor = Place(f"xa-{slugify(parts[0])}", parts[0], "xa", top.id, MERGER)
            new.append(successor)
            for number, part in enumerate(parts):
                tail = f"-{slugify(name)}" if number == 0 else ""  # the name lives on
                old.append(
                    Place(f"xa-{slugify(part)}{tail}", part, "xa", key, None, until, successor.id)
                )
    places = (top, *districts, *new, *old)
    return Province(places, tuple(_issuers(districts, new)))


def _names(random: Random) -> Iterator[str]:
    seen: set[str] = {PROVINCE}
    while True:
        name = f"{pick(random, _FIRST)} {pick(random, _SECOND)}"
        if slugify(name) not in seen:
            seen.add(slugify(name))
            yield name


def _issuers(districts: list[Place], communes: list[Place]) -> Iterator[Issuer]:
    until = MERGER - datetime.timedelta(days=1)
    province = f"tỉnh {PROVINCE}"
    yield Issuer("chu-tich-nuoc", "Chủ tịch nước", "chu-tich-nuoc", 0.4)
    yield Issuer("thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "thu-tuong", 1.6)
    yield Issuer(
        "chu-tich-ubnd-tinh-ha-lam", f"Chủ tịch Ủy ban nhân dân {province}", "chu-tich-ubnd-tinh",
        48.0, None, None, "tinh-ha-lam",
    )  # fmt: skip
    for name in ("Giáo dục và Đào tạo", "Y tế", "Nông nghiệp và Môi trường", "Nội vụ"):
        key = f"giam-doc-so-{slugify(name)}"
        title = f"Giám đốc Sở {name} {province}"
        yield Issuer(key, title, "thu-truong-don-vi", 3.0, None, None, "tinh-ha-lam")
    for place in districts:
        key = f"chu-tich-ubnd-{place.id}"
        title = f"Chủ tịch Ủy ban nhân dân {place.label}"
        yield Issuer(key, title, "chu-tich-ubnd-huyen", 5.0, None, until, place.id)
    for place in communes:
        key = f"chu-tich-ubnd-{place.id}"
        title = f"Chủ tịch Ủy ban nhân dân {place.label}"
        yield Issuer(key, title, "chu-tich-ubnd-xa", 0.5, MERGER, None, place.id)
