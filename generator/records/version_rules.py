"""What must hold of `before`, by which a change of a record says what was published until then."""

from collections.abc import Iterator
from typing import Any

from generator.records.base import Fault, Reference
from generator.records.decision import Decision


def before_fits(decision: Decision, reference: Reference) -> Iterator[Fault]:
    """What an act changed is what it is about: only then do the right versions rise with it."""
    for place, entry in enumerate(decision.history):
        yield from _added(decision, place)
        if entry.before is None:
            continue
        path = ("history", place, "before")
        told = entry.before.given
        if entry.change != "corrected":
            yield decision.fault(
                "PB-001",
                path,
                "chỉ đính chính mới đổi điều đã công bố; hủy bỏ, tước, phục hồi thì không",
                "bỏ before ở mục này, hoặc ghi riêng một mục change: corrected",
            )
        if entry.honours and (others := sorted(told.keys() - {"honours"})):
            yield decision.fault(
                "PB-001",
                (*path, others[0]),
                "điều này là của cả quyết định mà mục này chỉ nói về một số lượt",
                "ghi riêng một mục không có honours cho cả quyết định",
            )
        if "date" in told and told["date"].year != decision.date.year:
            yield decision.fault(
                "PB-001",
                (*path, "date"),
                "năm của ngày là một phần của địa chỉ nên không đính chính theo cách này được",
                "xóa dòng này",
            )
        if told.get("honours") == ():
            problem, cure = "không ghi lượt nào", "ghi các lượt đã khác, hoặc xóa dòng này"
            yield decision.fault("PB-001", (*path, "honours"), problem, cure)
        yield from _rows(decision, place, told.get("honours", ()))


def _rows(decision: Decision, place: int, rows: tuple[Any, ...]) -> Iterator[Fault]:
    """Each row is one of the honours that the act is about, and stands once."""
    entry = decision.history[place]
    concerned = entry.honours if entry.rows else tuple(h.id for h in decision.honours)
    seen: set[int] = set()
    for position, row in enumerate(rows):
        path = ("history", place, "before", "honours", position, "id")
        if row.id in seen:
            cure = "gộp vào một dòng: mỗi lượt ghi một lần"
            yield decision.fault("PB-001", path, f"lượt {row.id} đã ghi ở trên", cure)
        elif row.given.keys() <= {"id"}:
            cure = "ghi trường đã khác và giá trị cũ, hoặc xóa dòng này"
            yield decision.fault("PB-001", path, f"lượt {row.id}: không ghi điều gì đã khác", cure)
        elif row.id not in concerned:
            problem = f"mục lịch sử này không nói về lượt {row.id}"
            cure = "thêm mã của lượt vào honours của mục, hoặc sửa mã"
            yield decision.fault("PB-001", path, problem, cure)
        seen.add(row.id)


def _added(decision: Decision, place: int) -> Iterator[Fault]:
    """What a correction adds to the list was not there before: no act was about it until then."""
    entry = decision.history[place]
    others = [act for act in decision.history if act is not entry]
    for position, number in enumerate(entry.added):
        problem = ""
        if entry.change != "corrected":
            problem = "chỉ đính chính mới thêm lượt vào danh sách"
        elif number in entry.honours or entry.added.count(number) > 1:
            problem = f"lượt {number} ghi hai lần trong cùng một mục"
        elif any(number in other.added for other in others):
            problem = f"lượt {number} đã được thêm ở một mục khác"
        elif any(number in act.honours and act.date.last <= entry.date.last for act in others):
            problem = f"lượt {number} đã có thay đổi trước ngày được thêm"
        if problem:
            path = ("history", place, "added", position)
            yield decision.fault("PB-001", path, problem, "sửa added hoặc honours của mục lịch sử")


def wording_kept(record: Any, reference: Reference) -> Iterator[Fault]:
    """A change of words says what the words were; the newest stands last, and is the newest."""
    for place, entry in enumerate(record.history):
        if any(entry.date.last < other.date.last for other in record.history[:place]):
            yield record.fault(
                "PB-003",
                ("history", place, "date"),
                f"ngày này ({entry.date.text}) có trước một mục đứng trên: phiên bản đã công bố "
                "của mục đó sẽ mang số khác",
                "ghi đủ ngày, tháng, năm ở mục đứng trên; chưa công bố thì xếp các mục theo ngày",
                "cảnh báo",
            )
        if entry.unkept:
            yield record.fault(
                "PB-002",
                ("history", place),
                "thay đổi này không ghi trước đó đã đăng gì, nên phiên bản cũ chỉ đọc được lời mới",
                "ghi before: những trường đã khác và giá trị cũ; sổ chưa từng đăng lời cũ thì ghi "
                "before: {}",
                "cảnh báo",
            )
