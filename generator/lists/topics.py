"""The statistics of who was honoured with what, when and in which field: one function a page."""

from collections import Counter
from collections.abc import Sequence

from generator.lists.charts import Amounts, bars, columns
from generator.lists.tables import (
    UNCLASSIFIED,
    Row,
    Table,
    Topic,
    count,
    search,
    totals,
    year_page,
)
from generator.lists.tally import Tally
from generator.records.base import Reference
from generator.records.decision import COUNTED_KINDS
from generator.vietnamese import number, text_key

KINDS = tuple(kind for kind, _ in COUNTED_KINDS)
KIND_WORDS = tuple(word[0].upper() + word[1:] for _, word in COUNTED_KINDS)
ALL = "/vinh-danh/"
PEAK = "Mỗi cột là một năm; chiều cao là số lượt khen."


def by_year(tally: Tally, reference: Reference) -> Topic:
    """Honours of each year, by recipient kind."""
    found = tally.by("year", "kind")
    rows = [
        Row(
            f"Năm {year}",
            year_page(year),
            (
                count(tally.decisions[year], year_page(year)),
                *(count(found[year, kind], search(year, kind)) for kind in KINDS),
                count(sum(found[year, kind] for kind in KINDS), search(year)),
            ),
        )
        for year in tally.years
    ]
    table = Table(
        "theo-nam",
        "Lượt khen qua các năm",
        ("Năm", "Văn bản", *KIND_WORDS, "Tổng số lượt khen"),
        (*rows, totals(rows, [ALL, *(search(None, kind) for kind in KINDS), ALL])),
        columns(in_time(tally, found, KINDS), KIND_WORDS),
        PEAK,
    )
    return Topic(
        "nam",
        "Theo năm",
        "Số lượt khen mỗi năm: tập thể, cá nhân, hộ gia đình.",
        (table,),
        ("Năm để trống là năm sổ chưa có danh sách nào, không phải năm không có ai được khen.",),
    )


def in_time(
    tally: Tally, found: Counter[tuple[object, ...]], codes: Sequence[str]
) -> list[Amounts]:
    """Return a column for every year, those without an honour too, the oldest first."""
    years = range(min(tally.years), max(tally.years) + 1)
    amounts = {year: tuple(found[year, code] for code in codes) for year in years}
    return [Amounts(str(year), a, number(sum(a))) for year, a in amounts.items()]


def by_award(tally: Tally, reference: Reference) -> Topic:
    """Honours of each award, in the order of precedence, by recipient kind."""
    found = tally.by("award", "kind")
    awards = sorted(
        (reference.find("award", str(key)) for key in {award for award, _ in found}),
        key=lambda award: (award.rank, award.id),
    )
    rows, shown = [], []
    for award in awards:
        amounts = tuple(found[award.id, kind] for kind in KINDS)
        behind = (search(None, kind, danh_hieu=award.id) for kind in KINDS)
        cells = map(count, amounts, behind)
        total = count(sum(amounts), search(danh_hieu=award.id))
        rows.append(Row(award.name, award.address, (*cells, total)))
        shown.append(Amounts(award.name, amounts, total.text))
    table = Table(
        "danh-hieu",
        "Lượt khen theo danh hiệu, hình thức khen thưởng",
        ("Danh hiệu, hình thức", *KIND_WORDS, "Tổng số"),
        (*rows, totals(rows, [*(search(None, kind) for kind in KINDS), ALL])),
        bars(shown, KIND_WORDS),
        "Mỗi thanh là một danh hiệu, hình thức; chiều dài là số lượt khen.",
        ("Xếp theo thứ bậc khi trình bày. Các hạng của một hình thức được cộng chung.",),
    )
    return Topic(
        "danh-hieu",
        "Theo danh hiệu, hình thức",
        "Mỗi danh hiệu thi đua, hình thức khen thưởng đã được tặng bao nhiêu lượt.",
        (table,),
    )


def by_field(tally: Tally, reference: Reference) -> Topic:
    """Honours by the field of the stories told of those honoured."""
    topics = [t for t in reference.of("topic") if any((t.id, k) in tally.topics for k in KINDS)]
    rows = [
        _of_field(tally, topic.id, topic.name, topic.address)
        for topic in sorted(topics, key=lambda topic: text_key(topic.name))
    ]
    rows.append(_of_field(tally, "", UNCLASSIFIED, ""))
    shown = [
        Amounts(r.label, tuple(int(n.plain) for n in r.numbers[:-1]), r.numbers[-1].text)
        for r in rows
    ]
    table = Table(
        "linh-vuc",
        "Lượt khen theo lĩnh vực",
        ("Lĩnh vực", *KIND_WORDS, "Tổng số"),
        tuple(rows),
        bars(shown, KIND_WORDS),
        "Mỗi thanh là một lĩnh vực; chiều dài là số lượt khen.",
        (
            "Quyết định khen thưởng không ghi lĩnh vực. Lĩnh vực ở đây lấy từ bài viết gương điển "
            "hình về chính tập thể, cá nhân được khen mà sổ theo dõi; mọi lượt khen khác nằm ở "
            "dòng chưa phân loại. Có bài ở hai lĩnh vực thì được tính ở cả hai.",
        ),
    )
    return Topic(
        "linh-vuc",
        "Theo lĩnh vực",
        "Lĩnh vực của những tập thể, cá nhân được khen và có bài viết điển hình.",
        (table,),
    )


def _of_field(tally: Tally, field: str, label: str, address: str) -> Row:
    amounts = [tally.topics[field, kind] for kind in KINDS]
    behind = [search(None, kind, linh_vuc=field) if field else ALL for kind in KINDS]
    total = count(sum(amounts), search(linh_vuc=field) if field else ALL)
    return Row(label, address, (*map(count, amounts, behind), total))
