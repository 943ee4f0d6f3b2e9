"""Praise in time: how many days a decision came after a sudden feat."""

from collections import Counter

from generator.lists.charts import Amounts, bars
from generator.lists.tables import Row, Table, Topic, count, search, words, year_page
from generator.lists.tally import UNSCHEDULED, Tally
from generator.records.base import Reference
from generator.vietnamese import number

QUICK, SLOW = 7, 30  # days
HEADS = (
    f"Trong {QUICK} ngày",
    f"{QUICK + 1} đến {SLOW} ngày",
    f"Trên {SLOW} ngày",
    "Chưa đủ ngày để tính",
)


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
    table = Table(
        "kip-thoi",
        "Từ ngày lập thành tích đến ngày quyết định khen đột xuất",
        ("Năm", *HEADS, "Lượt khen đột xuất", "Số ngày ở giữa (trung vị)"),
        tuple(rows),
        bars(shown, HEADS, shares=True, unknown=True) if shown else None,
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
