"""How much of what was decided the register holds: by stated counts, and by what is known."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.lists.charts import Amounts, bars
from generator.lists.tables import (
    Number,
    Row,
    Table,
    Topic,
    count,
    search,
    share,
    words,
    year_page,
)
from generator.records.base import Reference
from generator.records.digest import DecisionEntry, Index
from generator.vietnamese import number

WHOLE, PARTIAL, LACKING = "Danh sách đủ", "Danh sách thiếu", "Đã biết, chưa có danh sách"


def coverage(reference: Reference, index: Index, *, illustrative: bool) -> Topic:
    """Which decisions the register holds whole, in part, or only knows of.

    Args:
        reference: holds what is known of decisions.
        index: the register in short.
        illustrative: whether to look at the invented ones, or at the real ones.
    """
    held = [d for d in index.decisions if d.illustrative == illustrative and d.in_force]
    known = [k for k in reference.of("known") if k.illustrative == illustrative]
    asked = {(item.issuer, item.date.year) for item in known}
    likely = [entry for entry in held if (entry.issuer, entry.date.year) in asked]
    lacking = [item for item in known if not any(map(item.found_in, likely))]
    tables = [_by_year(held, lacking), _by_award(held, lacking, reference)]
    if lacking:
        tables.append(_lacking(lacking, reference))
    return Topic(
        "do-phu",
        "Sổ có gì, còn thiếu gì",
        "Những quyết định đã biết: sổ có đủ danh sách, có một phần, hay chưa có.",
        tuple(tables) if held or lacking else (),
        (
            "“Đã biết” là những văn bản mà một nguồn công khai có nhắc tới, không phải mọi văn bản "
            "đã ban hành. Văn bản đã bị hủy bỏ không nằm ở đây.",
        ),
    )


def _partial(entry: DecisionEntry) -> bool:
    return entry.stated != entry.listed


def _state(entries: Iterable[DecisionEntry]) -> tuple[int, int]:
    found = Counter(_partial(entry) for entry in entries)
    return found[False], found[True]


def _by_year(held: list[DecisionEntry], lacking: list[Any]) -> Table:
    by_year: dict[int, tuple[list[DecisionEntry], list[Any]]] = {}
    for entry in held:
        by_year.setdefault(entry.date.year, ([], []))[0].append(entry)
    for item in lacking:
        by_year.setdefault(item.date.year, ([], []))[1].append(item)
    rows, shown = [], []
    for year, (mine, missing) in sorted(by_year.items(), reverse=True):
        page = year_page(year) if mine else "#con-thieu"
        states = (*_state(mine), len(missing))
        named = sum(sum(entry.listed) for entry in mine)
        stated = sum(sum(entry.stated) for entry in mine) + sum(k.total for k in missing)
        cells = (*(count(n, page) for n in states[:2]), count(states[2], "#con-thieu"),
                 count(stated, page), count(named, page), share(named, stated, page))  # fmt: skip
        rows.append(Row(f"Năm {year}", page if mine else "", cells))
        shown.append(Amounts(f"Năm {year}", states, f"{number(sum(states))} văn bản"))
    return Table(
        "do-phu-theo-nam",
        "Văn bản đã biết, theo năm",
        ("Năm", WHOLE, PARTIAL, LACKING, "Số được khen, như nguồn ghi", "Có tên trong sổ",
         "Tỷ lệ có tên"),
        tuple(rows),
        bars(shown, (WHOLE, PARTIAL, LACKING)),
        "Mỗi thanh là một năm; chiều dài là số văn bản đã biết.",
        ("Số được khen, như nguồn ghi: số mà quyết định, hoặc bài viết nhắc tới nó, cho biết.",),
    )  # fmt: skip


def _by_award(held: list[DecisionEntry], lacking: list[Any], reference: Reference) -> Table:
    """Count the acts of each award; one that gives two awards counts for both."""
    by_award: dict[str, list[DecisionEntry]] = {}
    for entry in held:
        for key in entry.awards or ("",):
            by_award.setdefault(key, []).append(entry)
    missing = Counter(item.award or "" for item in lacking)
    awards = [a for a in reference.of("award") if a.id in by_award or a.id in missing]
    rows = []
    for award in sorted(awards, key=lambda a: (a.rank, a.id)):
        page = search(loai="quyet-dinh", danh_hieu=award.id)
        found = _states(by_award.get(award.id, []), missing[award.id], page)
        rows.append(Row(award.name, award.address, found))
    if "" in by_award or "" in missing:
        found = _states(by_award.get("", []), missing[""], "/vinh-danh/")
        rows.append(Row("Chưa rõ danh hiệu, hình thức", "", found))
    return Table(
        "do-phu-theo-danh-hieu",
        "Văn bản đã biết, theo danh hiệu, hình thức",
        ("Danh hiệu, hình thức", WHOLE, PARTIAL, LACKING),
        tuple(rows),
        notes=("Văn bản tặng nhiều hình thức được tính ở mỗi hình thức.",),
    )


def _states(entries: list[DecisionEntry], missing: int, page: str) -> tuple[Number, ...]:
    whole, partial = _state(entries)
    return count(whole, page), count(partial, page), count(missing, "#con-thieu")


def _lacking(lacking: list[Any], reference: Reference) -> Table:
    rows = []
    for item in sorted(lacking, key=lambda k: (k.date, k.id), reverse=True):
        issuer = reference.find("unit", item.issuer)
        source = next(iter(item.sources.values()))
        cells = (
            words(item.date.text),
            words(issuer.short if issuer else "chưa rõ"),
            count(item.total),
            words(source.publisher or source.title, source.url or ""),
        )
        rows.append(Row(f"{item.label}: {item.title}", "", cells))
    return Table(
        "con-thieu",
        "Văn bản đã biết mà sổ chưa có",
        ("Văn bản", "Ngày", "Nơi quyết định", "Số được khen", "Nguồn"),
        tuple(rows),
        notes=(
            "Sổ chưa có vì nguồn không nêu đủ số, ngày, nơi quyết định hoặc danh sách. Ai có văn "
            "bản, xin gửi tới cơ quan giữ sổ.",
        ),
    )
