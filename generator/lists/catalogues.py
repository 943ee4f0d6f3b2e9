"""One page a record kind that names all its records: awards, places, movements, stories, news."""

from collections.abc import Iterator
from typing import Any

from generator.lists.catalogue import catalogue
from generator.records.base import Reference
from generator.records.digest import Index, invented
from generator.records.paging import paged
from generator.records.recipient import FOLDER_TITLES, FOLDERS
from generator.records.terms import FAMILIES
from generator.values import Link, Page
from generator.vietnamese import text_key


def awards(reference: Reference, index: Index) -> Iterator[Page]:
    """All awards by family, in the order of precedence."""
    groups = []
    for family, label in FAMILIES.items():
        found = sorted(
            (a for a in reference.of("award") if a.family == family), key=lambda a: (a.rank, a.id)
        )
        if found:
            honours = [index.honours_of("award", award.id) for award in found]
            counts = [(len(entries), invented(entries)) for entries in honours]
            groups.append((label, list(zip(found, counts, strict=True))))
    yield catalogue(
        "/danh-hieu/",
        "awards",
        "Danh hiệu, hình thức khen thưởng",
        "Các danh hiệu thi đua và hình thức khen thưởng, căn cứ pháp lý và các lượt khen.",
        {"groups": groups},
    )


def places(reference: Reference, index: Index) -> Iterator[Page]:
    """Places with honours: each province with its parts; those that stand first, invented last."""
    everything = sorted(reference.of("place"), key=lambda p: (text_key(p.name), p.id))
    tops = [p for p in everything if p.parent is None]
    rows: list[tuple[int, Any, int]] = []
    for top in sorted(tops, key=lambda p: (p.illustrative, p.valid_to is not None)):
        rows.append((0, top, len(index.honours_of("place", top.id))))
        rows += _below(top.id, everything, index)
    page = catalogue(
        "/dia-ban/",
        "places",
        "Địa bàn",
        "Các lượt khen thưởng theo địa bàn, đơn vị hành chính cũ và mới.",
        section="vinh-danh",
    )
    yield from paged(page, "places", rows, newest_first=False)


def _below(
    parent: str, everything: list[Any], index: Index, depth: int = 1
) -> list[tuple[int, Any, int]]:
    """Return the places below one that have honours, as a tree in rows."""
    rows: list[tuple[int, Any, int]] = []
    for place in everything:
        count = len(index.honours_of("place", place.id)) if place.parent == parent else 0
        if count:
            rows += [(depth, place, count), *_below(place.id, everything, index, depth + 1)]
    return rows


def movements(reference: Reference, index: Index) -> Iterator[Page]:
    """All movements, the running ones first."""
    found = sorted(reference.of("movement"), key=lambda m: (m.begins, m.id), reverse=True)
    states = ("đang diễn ra", "chưa bắt đầu", "đã kết thúc")
    groups = [(s, [m for m in found if m.state(reference.as_of) == s]) for s in states]
    yield catalogue(
        "/phong-trao/",
        "movements",
        "Phong trào thi đua",
        "Các phong trào thi đua đang diễn ra và đã kết thúc: mục tiêu, kết quả, khen thưởng.",
        {"groups": [(state, items) for state, items in groups if items]},
    )


def exemplars(reference: Reference, index: Index) -> Iterator[Page]:
    """All exemplars, the newest first, with the topics they belong to."""
    found = sorted(reference.of("exemplar"), key=lambda e: (e.date, e.id), reverse=True)
    page = catalogue(
        "/guong/",
        "exemplars",
        "Gương điển hình",
        "Điển hình tiên tiến, người tốt việc tốt và mô hình mới, kể lại có nguồn.",
        {
            "topics": sorted(reference.of("topic"), key=lambda t: text_key(t.name)),
            "elsewhere": len(reference.of("elsewhere")),
            "products": sum(bool(e.products) for e in found),
        },
    )
    yield from paged(page, "exemplars", found)


def news(reference: Reference, index: Index) -> Iterator[Page]:
    """All news, the newest first."""
    found = sorted(reference.of("news"), key=lambda n: (n.date, n.id), reverse=True)
    page = catalogue(
        "/tin-tuc/",
        "news_index",
        "Tin tức",
        "Tin về thi đua, khen thưởng.",
    )
    yield from paged(page, "news", found)


def units(reference: Reference, index: Index) -> Iterator[Page]:
    """All issuers and units."""
    found = sorted(reference.of("unit"), key=lambda u: (text_key(u.name), u.id))
    page = catalogue(
        "/co-quan/",
        "units",
        "Cơ quan, đơn vị",
        "Người và cơ quan có thẩm quyền khen thưởng, phát động phong trào.",
        section="cong-tac",
        crumbs=(Link("Công tác", "/cong-tac/"),),
    )
    rows = [(u, len(index.decisions_of("unit", u.id))) for u in found]
    yield from paged(page, "units", rows, newest_first=False)


def recipients(reference: Reference, index: Index) -> Iterator[Page]:
    """The recipients that the office follows, a list for each kind."""
    everything = sorted(reference.of("recipient"), key=lambda r: (text_key(r.name), r.id))
    for kind, folder in FOLDERS.items():
        title = FOLDER_TITLES[kind]
        page = catalogue(
            f"/{folder}/",
            "recipients",
            title,
            f"{title} được khen mà cơ quan theo dõi qua nhiều năm.",
            {"intro": f"{title} có trang riêng, với mọi lượt khen qua các năm."},
            section="vinh-danh",
        )
        rows = [
            (
                r,
                r.address_text or _full_name(r, reference),
                len(index.honours_of("recipient", r.id)),
            )
            for r in everything
            if r.kind == kind
        ]
        yield from paged(page, "recipients", rows, newest_first=False)


def _full_name(recipient: Any, reference: Reference) -> str:
    place = reference.find("place", recipient.place)
    return place.full_name(reference) if place else ""
