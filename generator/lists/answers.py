"""What people may ask of the office, and the log of all that was corrected since."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.lists.catalogue import catalogue
from generator.lists.rules import CRUMBS
from generator.records.base import Reference
from generator.records.change import Change
from generator.records.correction import OUTCOMES, Correction
from generator.records.digest import Index
from generator.records.document import legal
from generator.records.paging import paged
from generator.records.request import Request
from generator.values import Page


def feedback(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the page that says what may be asked, where to write, and how long an answer takes."""
    requests: list[Request] = sorted(reference.of("request"), key=lambda r: (r.rank, r.id))
    received: tuple[Correction, ...] = reference.of("correction")
    yield catalogue(
        "/phan-anh/",
        "feedback",
        "Phản ánh, kiến nghị",
        "Báo sai sót, xin ghi tắt tên, gỡ ảnh, kiến nghị, khiếu nại, tố cáo: gửi đến đâu, viết gì, "
        "bao lâu có trả lời.",
        {
            "contact": reference.site.contact,
            "requests": [(request, legal(request.bases, reference)) for request in requests],
            "received": len(received),
            "answered": sum(item.answered is not None for item in received),
            "samples": sum(item.illustrative for item in received),
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )


def corrections(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the log: acts that changed decisions, and requests with their answers, newest first."""
    rows = [_changed(change) for digest in index.digests for change in digest.changes]
    rows += [_asked(item, reference) for item in reference.of("correction")]
    rows.sort(key=lambda row: (row["date"].last, row["address"]), reverse=True)
    page = catalogue(
        "/dinh-chinh/",
        "corrections",
        "Đính chính",
        "Mọi lần đính chính, hủy bỏ, tước, phục hồi và mọi phản ánh đã nhận, mới nhất ở trên.",
        section="cong-tac",
        crumbs=CRUMBS,
    )
    yield from paged(replace(page, updated=rows[0]["date"] if rows else None), "changes", rows)


def _changed(change: Change) -> dict[str, Any]:
    return {
        "date": change.date,
        "title": change.label,
        "address": change.address,
        "honours": change.honours,
        "word": change.word,
        "text": change.reason,
        "meta": change.paper,
        "illustrative": change.illustrative,
    }


def _asked(item: Correction, reference: Reference) -> dict[str, Any]:
    request: Request = reference.find("request", item.request)
    told = f"Nhận {item.asked.on}"
    if item.answered:
        told += f", trả lời {item.answered.on}"
    if item.days is not None:
        told += " (trong ngày)" if item.days == 0 else f" (sau {item.days} ngày)"
    return {
        "date": item.answered or item.asked,
        "title": request.name,
        "address": item.page or request.address,
        "honours": (),
        "word": OUTCOMES[item.outcome] if item.outcome else "Đang xem xét",
        "text": item.summary,
        "meta": told,
        "illustrative": item.illustrative,
    }
