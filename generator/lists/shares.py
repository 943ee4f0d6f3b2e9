"""The share of direct workers and of small collectives, by the definition in force."""

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
    year_page,
)
from generator.lists.tally import Tally, ordered
from generator.records.base import Reference
from generator.records.definition import LEADERLESS, SMALL, WORKERS
from generator.records.terms import LEVELS, MEASURES

SIDES = ("yes", "no", "")


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
    tables, without = [], {}
    for item in MEASURED:
        if item.measure in defined and tally.by("kind", kind=item.kind):
            tables += [_by_year(item, tally), _by_level(item, tally)]
        elif item.measure in defined:
            without[item.whole] = f"Sổ chưa có {item.whole} nào để tính tỷ lệ trong {item.whole}."
    return Topic(
        "doi-tuong",
        "Người lao động trực tiếp, tập thể nhỏ",
        "Tỷ lệ người lao động trực tiếp và tập thể nhỏ trong số được khen qua các năm.",
        tuple(tables),
        (
            "Tỷ lệ tính trên số đã phân loại; số chưa phân loại ghi ở cột riêng, không bỏ đi. Mỗi "
            "lượt khen tính theo định nghĩa có hiệu lực vào ngày của quyết định.",
            *without.values(),
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
