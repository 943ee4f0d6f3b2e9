"""The statistics of how honours were given: by whom, and of what kind of commendation."""

from collections import Counter
from collections.abc import Callable, Sequence

from generator.lists.charts import Amounts, bars
from generator.lists.tables import (
    UNCLASSIFIED,
    Row,
    Table,
    Topic,
    count,
    search,
    share,
    totals,
    year_page,
)
from generator.lists.tally import THEMATIC, UNSCHEDULED, Tally, ordered
from generator.lists.topics import ALL
from generator.records.base import Reference
from generator.records.terms import COMMENDATIONS, LEVELS

Found = Counter[tuple[object, ...]]


def by_level(tally: Tally, reference: Reference) -> Topic:
    """Honours of each year by the level of who decided."""
    found = tally.by("year", "level")
    levels = ordered((str(level) for _, level in found), LEVELS.values())
    heads = [level[0].upper() + level[1:] for level in levels]
    rows = _yearly(tally, found, levels, lambda year, level: year_page(year))
    table = Table(
        "cap-quyet-dinh",
        "Lượt khen theo cấp quyết định",
        ("Năm", *heads, "Tổng số"),
        (*rows, totals(rows, [ALL] * (len(levels) + 1))),
        bars(_shown(rows), heads, shares=True),
        "Mỗi thanh là một năm, chia theo tỷ lệ của từng cấp quyết định.",
        ("Cấp là cấp của người, cơ quan ký quyết định, không phải cấp của người được khen.",),
    )
    return Topic(
        "cap-quyet-dinh",
        "Theo cấp quyết định",
        "Cấp Nhà nước, cấp tỉnh, cấp xã hay cơ quan, đơn vị đã quyết định khen.",
        (table,),
    )


def by_commendation(tally: Tally, reference: Reference) -> Topic:
    """Honours of each year by the kind of commendation; the share of sudden and thematic ones."""
    found = tally.by("year", "commendation")
    codes = [*ordered((str(code) for _, code in found), COMMENDATIONS), ""]
    heads = [COMMENDATIONS[c].removeprefix("Khen thưởng ").capitalize() for c in codes if c]
    heads.append(UNCLASSIFIED)
    rows = _yearly(tally, found, codes, _of_kind)
    kinds = Table(
        "loai-hinh",
        "Lượt khen theo loại hình khen thưởng",
        ("Năm", *heads, "Tổng số"),
        (*rows, totals(rows, [*(search(None, loai_hinh=c) if c else ALL for c in codes), ALL])),
        bars(_shown(rows), heads, shares=True, unknown=True),
        "Mỗi thanh là một năm, chia theo tỷ lệ của từng loại hình.",
    )
    return Topic(
        "loai-hinh",
        "Theo loại hình khen thưởng",
        "Khen công trạng, đột xuất, theo phong trào, chuyên đề và các loại hình khác.",
        (kinds, _stressed(tally, found, codes)),
        ("Loại hình theo Điều 8 Luật Thi đua, khen thưởng số 06/2022/QH15.",),
    )


def _of_kind(year: int, code: str) -> str:
    return search(year, loai_hinh=code) if code else year_page(year)


def _stressed(tally: Tally, found: Found, codes: Sequence[str]) -> Table:
    rows = []
    for year in tally.years:
        told = sum(found[year, code] for code in codes if code)
        shares = [share(found[year, c], told, _of_kind(year, c)) for c in (UNSCHEDULED, THEMATIC)]
        counts = [count(n, year_page(year)) for n in (told, found[year, ""])]
        rows.append(Row(f"Năm {year}", year_page(year), (*shares, *counts)))
    return Table(
        "dot-xuat-chuyen-de",
        "Tỷ lệ khen đột xuất và khen theo phong trào, chuyên đề",
        ("Năm", "Đột xuất", "Phong trào, chuyên đề", "Số đã phân loại", UNCLASSIFIED),
        tuple(rows),
        notes=("Tỷ lệ tính trên số lượt khen đã ghi loại hình.",),
    )


def _yearly(
    tally: Tally, found: Found, codes: Sequence[str], behind: Callable[[int, str], str]
) -> list[Row]:
    """Return a row for each year: the honours of each code, and all of them."""
    rows = []
    for year in tally.years:
        cells = [count(found[year, code], behind(year, code)) for code in codes]
        total = count(sum(found[year, code] for code in codes), year_page(year))
        rows.append(Row(f"Năm {year}", year_page(year), (*cells, total)))
    return rows


def _shown(rows: Sequence[Row]) -> list[Amounts]:
    """Return the bars of rows whose last cell is their total."""
    return [
        Amounts(
            row.label,
            tuple(int(cell.plain) for cell in row.numbers[:-1]),
            f"{row.numbers[-1].text} lượt",
        )
        for row in rows
    ]
