"""The statistics of an office's own aims: direct workers, small collectives, praise in time."""

from collections import Counter
from typing import NamedTuple

from generator.lists.charts import Amounts, bars
from generator.lists.tables import (
    UNCLASSIFIED,
    Row,
    Table,
    Topic,
    count,
    search,
    share,
    words,
    year_page,
)
from generator.lists.tally import UNSCHEDULED, Tally, ordered
from generator.records.base import Reference
from generator.records.definition import LEADERLESS, SMALL, WORKERS
from generator.records.terms import LEVELS, MEASURES
from generator.vietnamese import number

SIDES = ("yes", "no", "")
QUICK, SLOW = 7, 30  # days


class Measured(NamedTuple):
    """A measure: its trait in a tally, the kind of recipient it is of, and how both are called."""

    measure: str
    trait: str
    kind: str
    whole: str


MEASURED = (
    Measured(WORKERS, "worker", "person", "cá nhân"),
    Measured(LEADERLESS, "leaderless", "person", "cá nhân"),
    Measured(SMALL, "small", "collective", "tập thể"),
)


def recipients(tally: Tally, reference: Reference) -> Topic:
    """The share of direct workers and of small collectives, by year and by level."""
    definitions = sorted(
        reference.of("definition"), key=lambda d: (list(MEASURES).index(d.measure), d.id)
    )
    defined = {definition.measure for definition in definitions}
    tables = []
    for item in MEASURED:
        if item.measure in defined:
            tables += [_by_year(item, tally), _by_level(item, tally)]
    return Topic(
        "doi-tuong",
        "Người lao động trực tiếp, tập thể nhỏ",
        "Tỷ lệ người lao động trực tiếp và tập thể nhỏ trong số được khen qua các năm.",
        tuple(tables),
        (
            "Tỷ lệ tính trên số đã phân loại; số chưa phân loại ghi ở cột riêng, không bỏ đi. Mỗi "
            "lượt khen tính theo định nghĩa có hiệu lực vào ngày của quyết định.",
        ),
        tuple((MEASURES[d.measure], d) for d in definitions),
    )


def _by_year(item: Measured, tally: Tally) -> Table:
    found = tally.by("year", item.trait, kind=item.kind)
    years = [year for year in tally.years if any(found[year, side] for side in SIDES)]
    rows = [
        _row(f"Năm {year}", year_page(year), [found[year, s] for s in SIDES],
             search(year, item.kind))
        for year in years
    ]  # fmt: skip
    shown = [_bar(f"Năm {year}", [found[year, side] for side in SIDES]) for year in years]
    name, other = MEASURES[item.measure], f"{item.whole.capitalize()} khác"
    return Table(
        item.measure,
        f"{name}, qua các năm",
        _head("Năm", item),
        tuple(rows),
        bars(shown, (name, other, UNCLASSIFIED), shares=True, unknown=True) if shown else None,
        f"Mỗi thanh là một năm, chia theo tỷ lệ; số ở cuối dòng là tỷ lệ {name.lower()} trong số "
        "đã phân loại.",
    )


def _by_level(item: Measured, tally: Tally) -> Table:
    found = tally.by("level", item.trait, kind=item.kind)
    levels = ordered((str(level) for level, _ in found), LEVELS.values())
    rows = [
        _row(
            level[0].upper() + level[1:],
            "",
            [found[level, side] for side in SIDES],
            search(None, item.kind),
        )
        for level in levels
    ]
    return Table(
        f"{item.measure}-theo-cap",
        f"{MEASURES[item.measure]}, theo cấp quyết định",
        _head("Cấp quyết định", item),
        tuple(rows),
    )


def _head(first: str, item: Measured) -> tuple[str, ...]:
    other = f"{item.whole.capitalize()} khác"
    return (first, MEASURES[item.measure], other, UNCLASSIFIED, f"Tổng số {item.whole}", "Tỷ lệ")


def _row(label: str, address: str, sides: list[int], behind: str) -> Row:
    yes, no, _ = sides
    cells = (*(count(n, behind) for n in (*sides, sum(sides))), share(yes, yes + no, behind))
    return Row(label, address, cells)


def _bar(label: str, sides: list[int]) -> Amounts:
    told = share(sides[0], sides[0] + sides[1]).text
    return Amounts(label, tuple(sides), told)


def timeliness(tally: Tally, reference: Reference) -> Topic:
    """How many days praise for a sudden feat took, by year."""
    by_year: dict[int, Counter[int | None]] = {}
    for (year, days), found in tally.days.items():
        by_year.setdefault(year, Counter())[days] += found
    rows, shown = [], []
    for year in sorted(by_year, reverse=True):
        spent = by_year[year]
        behind = search(year, loai_hinh=UNSCHEDULED)
        spans = _spans(spent)
        cells = [count(n, behind) for n in (*spans, spent.total())]
        rows.append(Row(f"Năm {year}", year_page(year), (*cells, words(_median(spent), behind))))
        shown.append(Amounts(f"Năm {year}", spans, f"{number(spent.total())} lượt"))
    heads = (f"Trong {QUICK} ngày", f"{QUICK + 1} đến {SLOW} ngày", f"Trên {SLOW} ngày",
             "Chưa đủ ngày để tính")  # fmt: skip
    table = Table(
        "kip-thoi",
        "Từ ngày lập thành tích đến ngày quyết định khen đột xuất",
        ("Năm", *heads, "Lượt khen đột xuất", "Số ngày ở giữa (trung vị)"),
        tuple(rows),
        bars(shown, heads, shares=True, unknown=True) if shown else None,
        "Mỗi thanh là một năm, chia theo số ngày từ khi lập thành tích đến khi có quyết định.",
        (
            "Chỉ tính khi biết đủ ngày, tháng, năm của cả thành tích và của quyết định, và ngày "
            "của quyết định là ngày ký. Trung vị: một nửa số lượt nhanh hơn hoặc bằng, một nửa "
            "chậm hơn hoặc bằng.",
        ),
    )
    return Topic(
        "kip-thoi",
        "Khen thưởng kịp thời",
        "Khen đột xuất đến sau khi lập thành tích bao nhiêu ngày.",
        (table,) if rows else (),
        ("Nguyên tắc kịp thời: Điều 5 Luật Thi đua, khen thưởng số 06/2022/QH15.",),
    )


def _spans(days: Counter[int | None]) -> tuple[int, int, int, int]:
    known = {day: found for day, found in days.items() if day is not None}
    quick = sum(found for day, found in known.items() if day <= QUICK)
    slow = sum(found for day, found in known.items() if day > SLOW)
    return quick, sum(known.values()) - quick - slow, slow, days[None]


def _median(days: Counter[int | None]) -> str:
    """Return the middle of the known numbers of days; of two in the middle the smaller one."""
    known = sorted((day, found) for day, found in days.items() if day is not None)
    half = sum(found for _, found in known) / 2
    seen = 0
    for day, found in known:
        seen += found
        if seen >= half:
            return str(day)
    return "–"
