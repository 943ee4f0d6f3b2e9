"""One page a record kind that names all its records: awards, places, movements, stories, news."""

from collections.abc import Iterator
from typing import Any

from generator.records.base import Reference
from generator.records.digest import Index
from generator.records.terms import FAMILIES
from generator.values import Page
from generator.vietnamese import text_key


def awards(reference: Reference, index: Index) -> Iterator[Page]:
    """All awards by family, in the order of precedence."""
    groups = []
    for family, label in FAMILIES.items():
        found = sorted(
            (a for a in reference.of("award") if a.family == family), key=lambda a: (a.rank, a.id)
        )
        if found:
            groups.append((label, [(a, len(index.honours_of("award", a.id))) for a in found]))
    yield _catalogue(
        "/danh-hieu/",
        "awards",
        "Danh hiệu, hình thức khen thưởng",
        "Các danh hiệu thi đua và hình thức khen thưởng, căn cứ pháp lý và các lượt khen.",
        {"groups": groups},
    )


def places(reference: Reference, index: Index) -> Iterator[Page]:
    """All places: each province with its parts, those that stand first."""
    everything = sorted(reference.of("place"), key=lambda p: (text_key(p.name), p.id))
    tops = [p for p in everything if p.parent is None]
    trees = [
        (top, _below(top.id, everything, index))
        for top in sorted(tops, key=lambda p: (p.valid_to is not None, text_key(p.name)))
    ]
    yield _catalogue(
        "/dia-ban/",
        "places",
        "Địa bàn",
        "Các lượt khen thưởng theo địa bàn, đơn vị hành chính cũ và mới.",
        {"trees": trees},
    )


def _below(
    parent: str, everything: list[Any], index: Index, depth: int = 0
) -> list[tuple[int, Any, int]]:
    rows: list[tuple[int, Any, int]] = []
    for place in everything:
        if place.parent == parent:
            key = place.id
            rows.append((depth, place, len(index.honours_of("place", key))))
            rows += _below(key, everything, index, depth + 1)
    return rows


def movements(reference: Reference, index: Index) -> Iterator[Page]:
    """All movements, the running ones first."""
    found = sorted(reference.of("movement"), key=lambda m: (m.begins, m.id), reverse=True)
    states = ("đang diễn ra", "chưa bắt đầu", "đã kết thúc")
    groups = [(s, [m for m in found if m.state(reference.as_of) == s]) for s in states]
    yield _catalogue(
        "/phong-trao/",
        "movements",
        "Phong trào thi đua",
        "Các phong trào thi đua đang diễn ra và đã kết thúc: mục tiêu, kết quả, khen thưởng.",
        {"groups": [(state, items) for state, items in groups if items]},
    )


def exemplars(reference: Reference, index: Index) -> Iterator[Page]:
    """All exemplars, the newest first, with the topics they belong to."""
    found = sorted(reference.of("exemplar"), key=lambda e: (e.date, e.id), reverse=True)
    yield _catalogue(
        "/guong/",
        "exemplars",
        "Gương điển hình",
        "Điển hình tiên tiến, người tốt việc tốt và mô hình mới, kể lại có nguồn.",
        {
            "exemplars": found,
            "topics": sorted(reference.of("topic"), key=lambda t: text_key(t.name)),
        },
    )


def news(reference: Reference, index: Index) -> Iterator[Page]:
    """All news, the newest first."""
    found = sorted(reference.of("news"), key=lambda n: (n.date, n.id), reverse=True)
    yield _catalogue(
        "/tin-tuc/",
        "news_index",
        "Tin tức",
        "Tin về thi đua, khen thưởng.",
        {"news": found},
    )


def units(reference: Reference, index: Index) -> Iterator[Page]:
    """All issuers and units."""
    found = sorted(reference.of("unit"), key=lambda u: (text_key(u.name), u.id))
    yield _catalogue(
        "/co-quan/",
        "units",
        "Cơ quan, đơn vị",
        "Người và cơ quan có thẩm quyền khen thưởng, phát động phong trào.",
        {"units": [(u, len(index.decisions_of("unit", u.id))) for u in found]},
    )


def _catalogue(
    address: str, template: str, title: str, description: str, context: dict[str, object]
) -> Page:
    return Page(
        address=address,
        template=f"{template}.md.jinja",
        title=title,
        description=description,
        context=context,
        listed=False,
        section=address.strip("/"),
        source="data/site.yml",
    )
