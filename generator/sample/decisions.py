"""The invented decisions, one after the other: never more than one in memory."""

import datetime
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, NamedTuple

from generator.records.award import Award
from generator.sample.names import pick
from generator.sample.province import FIRST_YEAR, LAST_YEAR, Issuer, Province
from generator.sample.rows import KINDS, lawful, rows
from generator.vietnamese import slugify

# Long lists and short ones: share of the decisions, and the least and most rows of each.
_SIZES = ((0.45, 1, 3), (0.30, 4, 15), (0.18, 16, 60), (0.06, 61, 200), (0.01, 201, 500))
_SUFFIX = {"chu-tich-nuoc": "QĐ-CTN", "thu-tuong": "QĐ-TTg", "thu-truong-don-vi": "QĐ-S"}
_OCCASIONS = (
    "Có thành tích xuất sắc trong thực hiện nhiệm vụ năm {}",
    "Có thành tích xuất sắc trong phong trào thi đua yêu nước năm {}",
    "Có thành tích xuất sắc đột xuất năm {}",
)
_COMMENDATIONS = ("cong-trang", "chuyen-de", "dot-xuat")
_HISTORY = 0.02


class Made(NamedTuple):
    """A decision as it will be written: its facts, and its rows."""

    facts: dict[str, Any]
    rows: list[dict[str, Any]]


def decisions(total: int, seed: int, land: Province, awards: Sequence[Award]) -> Iterator[Made]:
    """Yield decisions whose rows are just so many in all."""
    for issuer, year, share in _shares(total, land):
        random = Random(f"{seed}/{issuer.id}/{year}")  # noqa: S311 - a sample, not a secret
        sizes = list(_sizes(random, share))
        number = 0
        for place, size in enumerate(sizes):
            number += 1 + int(random.random() * 6)
            on = _day(issuer, year, (place + random.random()) / len(sizes))
            choices = {kind: lawful(awards, issuer, on, kind) for kind in KINDS}
            made = list(rows(random, size, issuer, on, land, choices))
            yield Made(_facts(random, issuer, number, on, made), made)


def _shares(total: int, land: Province) -> Iterator[tuple[Issuer, int, int]]:
    """Divide the rows among issuers and years: later years have more, none is left over."""
    cells = [
        (issuer, year, issuer.weight * (1 + (year - FIRST_YEAR) / 10))
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for issuer in land.issuers
        if (issuer.since is None or issuer.since.year <= year)
        and (issuer.until is None or issuer.until.year >= year)
    ]
    whole = sum(weight for _, _, weight in cells)
    given, passed = 0, 0.0
    for issuer, year, weight in cells:
        passed += weight
        share = round(total * passed / whole) - given
        given += share
        if share:
            yield issuer, year, share


def _sizes(random: Random, total: int) -> Iterator[int]:
    while total > 0:
        draw, band = random.random(), 0
        while band < len(_SIZES) - 1 and draw >= _SIZES[band][0]:
            draw, band = draw - _SIZES[band][0], band + 1
        _, least, most = _SIZES[band]
        size = min(total, least + int(random.random() * (most - least + 1)))
        total -= size
        yield size


def _day(issuer: Issuer, year: int, part: float) -> datetime.date:
    """Return the day that lies so far into an issuer's time in a year."""
    first, last = datetime.date(year, 1, 3), datetime.date(year, 12, 29)
    first = max(first, issuer.since or first)
    last = min(last, issuer.until or last)
    return first + datetime.timedelta(days=int(part * ((last - first).days + 1)))


def _facts(
    random: Random, issuer: Issuer, number: int, on: datetime.date, made: list[dict[str, Any]]
) -> dict[str, Any]:
    symbol = f"{number}/{_SUFFIX.get(issuer.authority, 'QĐ-UBND')}"
    counts = {kind: sum(row["kind"] == kind for row in made) for kind in KINDS}
    facts: dict[str, Any] = {
        "id": slugify(symbol),
        "illustrative": True,
        "issuer": issuer.id,
        "symbol": symbol,
        "date": on.isoformat(),
        "title": f"Về việc khen thưởng {len(made)} tập thể, cá nhân, hộ gia đình",
        "commendation": pick(random, _COMMENDATIONS),
        "occasion": pick(random, _OCCASIONS).format(on.year),
        "stated": {kind: count for kind, count in counts.items() if count},
    }
    if random.random() < _HISTORY:
        facts["history"] = [_change(random, issuer, on, made)]
    return facts


def _change(
    random: Random, issuer: Issuer, on: datetime.date, made: list[dict[str, Any]]
) -> dict[str, Any]:
    row = made[int(random.random() * len(made))]
    change = ("corrected", "corrected", "corrected", "cancelled", "stripped")[
        int(random.random() * 5)
    ]
    later = min(on + datetime.timedelta(days=20 + int(random.random() * 300)),
                datetime.date(2026, 6, 30))  # fmt: skip
    reasons = {
        "corrected": "Ghi lại đúng tên đơn vị",
        "cancelled": "Hồ sơ kê khai không đúng thành tích",
        "stripped": "Vi phạm trong thời gian tính thành tích",
    }
    entry: dict[str, Any] = {
        "change": change,
        "date": later.isoformat(),
        "honours": [row["id"]],
        "issuer": issuer.id,
        "reason": reasons[change],
    }
    if change == "corrected":
        entry["before"] = {"honours": [{"id": row["id"], "unit": "Đơn vị ghi nhầm"}]}
    return entry
