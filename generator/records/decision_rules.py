"""What must hold of a decision and its honours, beyond the form of their fields."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from generator.records import counted_rules, law_rules, version_rules
from generator.records.base import Fault, Reference
from generator.records.decision import Decision, counts
from generator.records.honour import HistoryEntry
from generator.records.paper import kept
from generator.records.terms import RECIPIENT_KINDS
from generator.vietnamese import canonical_tone, slugify


def in_its_place(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A decision lies where its address says: `data/awards/<year>/<issuer>/<id>.yml`."""
    path = PurePosixPath(decision.origin.file)
    wanted = f"{decision.date.year}/{decision.issuer}/{decision.id}.yml"
    if "/".join(path.parts[-3:]) != wanted:
        yield decision.fault(
            "QD-001",
            (),
            f"tệp không nằm đúng chỗ của năm {decision.date.year} và «{decision.issuer}»",
            f"chuyển thành data/awards/{wanted}, hoặc sửa date, issuer, id",
        )
    twin = f"{decision.wanted_id}-{decision.date.day:02}{decision.date.month:02}"
    right = (
        decision.id in (decision.wanted_id, twin)
        if decision.symbol
        else decision.id.startswith(decision.wanted_id)
    )
    if not right:
        yield decision.fault("QD-011", ("id",), *_id_wanted(decision))


def _id_wanted(decision: Decision) -> tuple[str, str]:
    if decision.symbol:
        problem = f"mã «{decision.id}» không theo số, ký hiệu của văn bản"
        return problem, f"đặt mã là «{decision.wanted_id}»"
    problem = f"văn bản không có số, ký hiệu mà mã lại là «{decision.id}»"
    return problem, "đặt mã gồm khong-so- và một tên ngắn, ví dụ khong-so-thu-khen"


def ids_once(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """An honour's id stands once in its decision: it is an address."""
    seen: set[int] = set()
    for place, honour in enumerate(decision.honours):
        if honour.id in seen:
            yield decision.fault(
                "QD-003",
                ("honours", place, "id"),
                f"mã lượt {honour.id} đã dùng cho dòng khác",
                f"dùng số chưa dùng, ví dụ {max(h.id for h in decision.honours) + 1}; "
                "không đổi mã của dòng đã công bố",
            )
        seen.add(honour.id)


def counts_agree(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """What the decision states is what is listed, or the record says why not."""
    stated, listed = decision.stated_counts, decision.listed_counts
    if decision.listed == "partial":
        if not decision.listed_reason:
            yield decision.fault(
                "QD-012",
                ("listed",),
                "danh sách thiếu nhưng không nói vì sao",
                "thêm listed_reason, lý do sẽ hiện trên trang",
            )
        elif stated == listed:
            yield decision.fault(
                "QD-012", ("listed",), "danh sách đã đủ như văn bản ghi", "đổi thành listed: whole"
            )
        elif any(listed[kind] > stated[kind] for kind in stated):
            yield decision.fault(
                "QD-004",
                ("stated",),
                f"văn bản ghi {counts(stated) or '0'}, danh sách có tới {counts(listed)}",
                "bớt dòng thừa, hoặc ghi lại số lượng đúng như văn bản",
            )
    elif stated != listed:
        yield decision.fault(
            "QD-004",
            ("stated",),
            f"văn bản ghi {counts(stated) or '0'}, danh sách có {counts(listed) or '0'}",
            "sửa cho khớp; nếu nguồn chỉ có một phần, ghi listed: partial và listed_reason",
        )


def same_honour_once(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """The same award goes to the same recipient once in a decision."""
    seen: dict[tuple[object, ...], int] = {}
    for place, honour in enumerate(decision.honours):
        words = (honour.name, honour.role, honour.unit, honour.place_text)
        key = (honour.award, honour.kind, *(canonical_tone(word or "") for word in words))
        if key in seen:
            yield decision.fault(
                "QD-009",
                ("honours", place, "name"),
                f"trùng hoàn toàn với dòng {seen[key] + 1} của danh sách",
                "xóa dòng thừa, hoặc ghi thêm đơn vị, chức vụ để phân biệt",
            )
        seen.setdefault(key, place)


def history_sound(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A later act comes after the decision and names honours that are in its list."""
    known = {honour.id for honour in decision.honours}
    for place, entry in enumerate(decision.history):
        named = [("honours", at, number) for at, number in enumerate(entry.honours)]
        named += [("added", at, number) for at, number in enumerate(entry.added)]
        for field, position, number in named:
            if field == "honours" and number in entry.honours[:position]:
                yield decision.fault(
                    "QD-010",
                    ("history", place, field, position),
                    f"lượt {number} ghi hai lần",
                    "mỗi lượt ghi một lần",
                )
            if number not in known:
                yield decision.fault(
                    "QD-010",
                    ("history", place, field, position),
                    f"danh sách không có lượt mang mã {number}",
                    "ghi đúng mã (id) của lượt trong danh sách",
                )
        if entry.date.last < decision.date.first:
            yield decision.fault(
                "QD-010",
                ("history", place, "date"),
                f"thay đổi {entry.date.on} có trước chính văn bản ({decision.date.text})",
                "sửa ngày của thay đổi hoặc của văn bản",
            )


def _again(first: HistoryEntry, then: HistoryEntry) -> bool:
    """Whether an act takes back what was taken back; the whole may follow a part of it."""
    return "restored" not in (first.change, then.change) and bool(then.rows or not first.rows)


def history_certain(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """Acts that undo each other come in an order that their dates make sure."""
    for honour in decision.honours:
        acts = [
            (place, entry)
            for place, entry in enumerate(decision.history)
            if entry.change != "corrected" and entry.concerns(honour.id)
        ]
        before: tuple[int, HistoryEntry] | None = None
        for place, entry in sorted(acts, key=lambda act: act[1].date.last):
            if entry.change == "restored" and before is None:
                yield decision.fault(
                    "QD-023",
                    ("history", place, "change"),
                    "phục hồi khi chưa có gì bị hủy bỏ hay tước",
                    "ghi cả lần hủy bỏ hoặc tước trước đó",
                )
            elif before is not None and _again(before[1], entry):
                yield decision.fault(
                    "QD-023",
                    ("history", place, "change"),
                    f"lượt {honour.id} đã không còn hiệu lực từ một thay đổi trước",
                    "bỏ mục này; nếu đã phục hồi ở giữa thì ghi cả lần phục hồi",
                )
            elif before is not None and before[1].date.last >= entry.date.first:
                yield decision.fault(
                    "QD-023",
                    ("history", place, "date"),
                    "không rõ thay đổi nào có trước",
                    "ghi đủ ngày của cả hai thay đổi",
                )
            before = place, entry


def recipient_agrees(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A row linked to a registered recipient is of the same kind; invented and real never mix."""
    for place, honour in enumerate(decision.honours):
        recipient = reference.find("recipient", honour.recipient)
        path = ("honours", place, "recipient")
        if recipient is not None and honour.display != "full":
            yield decision.fault(
                "QD-021",
                path,
                "tên được giấu hoặc ghi tắt mà lại nối với trang riêng của người đó",
                "bỏ dòng recipient, hoặc ghi display: full",
            )
        if recipient is not None and recipient.kind != honour.kind:
            yield decision.fault(
                "QD-014",
                path,
                f"«{recipient.name}» đã đăng ký là {RECIPIENT_KINDS[recipient.kind]}, "
                f"dòng này ghi là {RECIPIENT_KINDS[honour.kind]}",
                "sửa kind, hoặc nối với đúng đối tượng",
            )


def paper_is_there(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """A decision's own file is in `content/tep/`, and is the one that its SHA-256 names."""
    yield from kept(decision, decision.file, reference, "QD-016")


def no_duplicates(decisions: Sequence[Decision], reference: Reference) -> Iterator[Fault]:
    """Two records are never one act: the same issuer, symbol and date; a doubt is a warning."""
    same_act = Counter((d.issuer, slugify(d.symbol or ""), d.date) for d in decisions)
    first: dict[tuple[str, str], Decision] = {}
    for decision in sorted(decisions, key=lambda d: d.origin.file):
        symbol = slugify(decision.symbol or "")
        if not symbol:
            continue
        twin = first.setdefault((decision.issuer, symbol), decision)
        if twin is decision:
            continue
        sure = same_act[decision.issuer, symbol, decision.date] > 1 and twin.date == decision.date
        if sure or not (decision.date.day and twin.date.day):
            yield decision.fault(
                "QD-002",
                ("symbol",),
                f"{decision.label} của cùng nơi ban hành đã có ở {twin.origin.file}",
                "giữ một tệp" if sure else "nếu là hai văn bản khác nhau, ghi đủ ngày của cả hai",
                "lỗi" if sure else "cảnh báo",
            )


RULES = (
    in_its_place,
    ids_once,
    counts_agree,
    *law_rules.RULES,
    *counted_rules.RULES,
    same_honour_once,
    history_sound,
    history_certain,
    version_rules.before_fits,
    version_rules.wording_kept,
    recipient_agrees,
    paper_is_there,
)
GROUP_RULES = (no_duplicates,)
