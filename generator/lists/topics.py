"""The statistics of who was honoured with what, when and by whom: one function a page."""

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
    share,
    totals,
    year_page,
)
from generator.lists.tally import THEMATIC, UNSCHEDULED, Tally, ordered
from generator.records.base import Reference
from generator.records.decision import COUNTED_KINDS
from generator.records.terms import COMMENDATIONS, LEVELS
from generator.vietnamese import number

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
        "nam", "Theo năm", "Số lượt khen mỗi năm: tập thể, cá nhân, hộ gia đình.", (table,)
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


def by_level(tally: Tally, reference: Reference) -> Topic:
    """Honours of each year by the level of who decided."""
    found = tally.by("year", "level")
    levels = ordered((str(level) for _, level in found), LEVELS.values())
    heads = [level[0].upper() + level[1:] for level in levels]
    rows, shown = [], []
    for year in tally.years:
        amounts = tuple(found[year, level] for level in levels)
        total = sum(amounts)
        cells = (count(n, year_page(year)) for n in (*amounts, total))
        rows.append(Row(f"Năm {year}", year_page(year), tuple(cells)))
        shown.append(Amounts(f"Năm {year}", amounts, f"{number(total)} lượt"))
    table = Table(
        "cap-quyet-dinh",
        "Lượt khen theo cấp quyết định",
        ("Năm", *heads, "Tổng số"),
        (*rows, totals(rows, [ALL] * (len(levels) + 1))),
        bars(shown, heads, shares=True),
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
    rows, shown, shares = [], [], []
    for year in tally.years:
        amounts = tuple(found[year, code] for code in codes)
        told = sum(amounts) - found[year, ""]
        cells = [
            count(n, search(year, loai_hinh=code) if code else year_page(year))
            for code, n in zip(codes, amounts, strict=True)
        ]
        page = year_page(year)
        rows.append(Row(f"Năm {year}", page, (*cells, count(sum(amounts), page))))
        shown.append(Amounts(f"Năm {year}", amounts, f"{number(sum(amounts))} lượt"))
        stressed = [found[year, code] for code in (UNSCHEDULED, THEMATIC)]
        shares.append(
            Row(
                f"Năm {year}",
                page,
                (
                    share(stressed[0], told, search(year, loai_hinh=UNSCHEDULED)),
                    share(stressed[1], told, search(year, loai_hinh=THEMATIC)),
                    count(told, page),
                    count(found[year, ""], page),
                ),
            )
        )
    kinds = Table(
        "loai-hinh",
        "Lượt khen theo loại hình khen thưởng",
        ("Năm", *heads, "Tổng số"),
        (*rows, totals(rows, [*(search(None, loai_hinh=c) if c else ALL for c in codes), ALL])),
        bars(shown, heads, shares=True, unknown=True),
        "Mỗi thanh là một năm, chia theo tỷ lệ của từng loại hình.",
    )
    stress = Table(
        "dot-xuat-chuyen-de",
        "Tỷ lệ khen đột xuất và khen theo phong trào, chuyên đề",
        ("Năm", "Đột xuất", "Phong trào, chuyên đề", "Số đã phân loại", UNCLASSIFIED),
        tuple(shares),
        notes=("Tỷ lệ tính trên số lượt khen đã ghi loại hình.",),
    )
    return Topic(
        "loai-hinh",
        "Theo loại hình khen thưởng",
        "Khen công trạng, đột xuất, theo phong trào, chuyên đề và các loại hình khác.",
        (kinds, stress),
        ("Loại hình theo Điều 8 Luật Thi đua, khen thưởng số 06/2022/QH15.",),
    )


def by_field(tally: Tally, reference: Reference) -> Topic:
    """Honours by the field of the stories told of those honoured."""
    topics = [t for t in reference.of("topic") if any((t.id, k) in tally.topics for k in KINDS)]
    rows = [
        Row(
            topic.name,
            topic.address,
            (
                *(
                    count(tally.topics[topic.id, kind], search(None, kind, linh_vuc=topic.id))
                    for kind in KINDS
                ),
                count(sum(tally.topics[topic.id, k] for k in KINDS), search(linh_vuc=topic.id)),
            ),
        )
        for topic in sorted(topics, key=lambda t: t.name)
    ]
    rest = [tally.topics["", kind] for kind in KINDS]
    cells = tuple(count(n, ALL) for n in (*rest, sum(rest)))
    rows.append(Row(UNCLASSIFIED, "", cells))
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
