"""The press corner: what reporters take, whom they ask, how they learn of corrections."""

from collections.abc import Iterator

from generator.lists.catalogue import catalogue
from generator.lists.rules import CRUMBS
from generator.records.base import Reference
from generator.records.column import MEDIA, Column
from generator.records.commitment import FOLDER, PRESS_CRUMBS, TITLE, Commitment
from generator.records.digest import Index
from generator.values import Page
from generator.vietnamese import text_key

# How many are offered here, above the rules; every story and decision has its kit on its own page.
STORIES, DECISIONS = 3, 5


def press(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the press corner; what is real stands before what is invented."""
    site = reference.site
    stories = sorted(reference.of("exemplar"), key=lambda e: (e.date, e.id), reverse=True)
    decisions = [entry for entry in index.decisions if entry.in_force]
    columns: list[Column] = sorted(
        reference.of("column"),
        key=lambda c: (c.ended(reference), c.illustrative, text_key(c.name), c.id),
    )
    yield catalogue(
        "/bao-chi/",
        "press",
        "Báo chí",
        "Tư liệu dùng được ngay cho báo chí, đầu mối liên hệ, cách trích dẫn, cách nhận tin đính "
        "chính, các chuyên trang, chuyên mục.",
        {
            "contacts": site.answering,
            "licence": site.data_licence,
            "kits": site.press_kits,
            "stories": sorted(stories, key=lambda e: e.illustrative)[:STORIES],
            "decisions": sorted(decisions, key=lambda d: d.illustrative)[:DECISIONS],
            "commitments": _commitments(reference),
            "columns": [_shown(column, reference) for column in columns],
            "feed": f"{site.url}feeds/dinh-chinh.atom",
        },
        section="cong-tac",
        crumbs=CRUMBS,
    )


def commitments(reference: Reference, index: Index) -> Iterator[Page]:
    """Make the list of commitments, the newest first."""
    if found := _commitments(reference):
        yield catalogue(
            FOLDER,
            "commitments",
            TITLE,
            "Tệp đã niêm phong, công bố mã kiểm trước giờ công bố nội dung: tệp nào đã mở, tự kiểm "
            "tra thế nào.",
            {"commitments": found},
            section="cong-tac",
            crumbs=PRESS_CRUMBS,
        )


def _commitments(reference: Reference) -> list[Commitment]:
    return sorted(reference.of("commitment"), key=lambda c: (c.date, c.id), reverse=True)


def _shown(column: Column, reference: Reference) -> dict[str, object]:
    """Return a column with the words for its kind and the records that it names."""
    return {
        "record": column,
        "medium": MEDIA[column.medium],
        "ended": column.ended(reference),
        "topic": reference.find("topic", column.topic),
        "movement": reference.find("movement", column.movement),
    }
