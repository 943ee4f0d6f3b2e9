"""The press kit of a decision: only what is in force, and never a name that is not shown."""

from collections.abc import Iterable, Iterator

from generator.kit import Kit
from generator.kits import NAME, packed
from generator.records.base import Reference
from generator.records.citation import Citation
from generator.records.decision import Decision, counts
from generator.records.decision_release import Entries, figures, release
from generator.records.decision_standing import ending
from generator.records.digest import HonourEntry
from generator.records.kit_words import RELEASE, Piece, Subject, asking, edition, facts, texts
from generator.records.terms import RECIPIENT_KINDS, STATUSES
from generator.spreadsheet import BEGINNING, rows

NOTICE = "thong-bao-huy-bo.txt"
LIST = "danh-sach.csv"
_COLUMNS = (
    "tên",
    "loại đối tượng",
    "danh hiệu, hình thức",
    "chức vụ",
    "đơn vị",
    "địa bàn",
    "địa chỉ",
    "dữ liệu minh họa",
)


def press_kit(
    decision: Decision, entries: Iterable[HonourEntry], citation: Citation, reference: Reference
) -> tuple[dict[str, Kit], int]:
    """Return a decision's kit as a file beside its page, and its kilobytes; nothing if unwanted.

    Args:
        decision: the decision.
        entries: its honours, revoked ones too.
        citation: how it is cited.
        reference: the Reference.
    """
    if not reference.site.press_kits:
        return {}, 0
    if citation.ended:
        kit = _notice(decision, citation, reference)
    else:
        kit = _kit(decision, [e for e in entries if e.counted], citation, reference)
    kit = packed(kit)
    return {NAME: kit}, -(-len(kit.packed) // 1000)


def _notice(decision: Decision, citation: Citation, reference: Reference) -> Kit:
    """Return the kit of a decision of which nothing stands: the notice alone."""
    acts = (
        f"{STATUSES[act.change]}: {act.paper(reference)}.\n\n"
        + facts((("Lý do", act.reason), ("Căn cứ", act.legal_basis)))
        for act in ending(decision)
    )
    paragraphs = (
        f"KHÔNG CÒN HIỆU LỰC: {decision.label}",
        *acts,
        "Xin không dùng bộ báo chí đã tải trước đây, và sửa bài đã đăng theo văn bản trên.",
        f"{edition(citation)}\n{citation.url}",
        asking(reference),
    )
    text = Piece(NOTICE, "", paragraphs).text(illustrative=decision.illustrative)
    return Kit({NOTICE: text})


def _kit(decision: Decision, entries: Entries, citation: Citation, reference: Reference) -> Kit:
    told = tuple(release(decision, entries, citation, reference))
    pieces = (
        Piece(RELEASE, "thông cáo, một trang", told),
        Piece("so-lieu.txt", "số liệu, nguồn", tuple(figures(decision, entries, reference))),
    )
    table = {LIST: _table(decision, entries, reference)} if entries else {}
    found = texts(
        Subject(citation, decision.illustrative),
        pieces,
        [(name, "danh sách được khen, mở bằng Excel") for name in table],
        _left_out(decision, entries, citation),
        reference,
    )
    return Kit({**found, **table})


def _left_out(decision: Decision, entries: Entries, citation: Citation) -> Iterator[str]:
    if decision.listed == "partial":
        stated = counts(decision.stated_counts)
        yield f"tên còn thiếu: văn bản ghi {stated}. {decision.listed_reason}"
    if gone := len(decision.honours) - len(entries):
        yield f"{gone} lượt khen không còn hiệu lực: {citation.status}"


def _table(decision: Decision, entries: Entries, reference: Reference) -> str:
    """Return the list as CSV that Excel opens right."""
    site = reference.site.url
    sample = "có" if decision.illustrative else ""
    found = (
        (
            entry.name,
            RECIPIENT_KINDS[entry.recipient_kind],
            entry.award_words,
            entry.role,
            entry.unit,
            entry.place_text,
            site + entry.address[1:],
            sample,
        )
        for entry in entries
    )
    return BEGINNING + rows((_COLUMNS, *found))
