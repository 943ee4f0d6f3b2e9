"""What of a list as a whole must be asked or refused: rows left out, no list, a damaged copy."""

from collections.abc import Sequence

from generator.importer.answers import Answers, Question
from generator.importer.prose import NAMES
from generator.importer.table import Source, wrong
from generator.importer.understand import Understood
from generator.syllables import looks_damaged
from generator.values import Fault, Position


def about_rows(sources: Sequence[Source], found: Understood, answers: Answers) -> list[Question]:
    """Ask about rows, and words beside them, that would be left out: nothing is in silence."""
    refused = [unit for unit in found.units if unit.fate == "refused"]
    beside = "; ".join(words for source in sources for words in source.unread)
    if answers.leave_out or not (refused or beside):
        return []
    option = "--leave-out để bỏ qua"
    if not refused:
        text = f"có chữ nằm ngoài các ô, không đọc được: {beside}"
        where = Position(sources[0].name, 0)
        return [Question("leave_out", "NHAP-016", text, (), option, where, agreed=True)]
    whys = ", ".join(dict.fromkeys(unit.why for unit in refused))
    hidden = any(unit.row.hidden for unit in refused)
    text = f"{len(refused)} dòng hoặc mục sẽ không được nhập ({whys})"
    text += f"; có chữ nằm ngoài các ô, không đọc được: {beside}" if beside else ""
    option += ", hoặc --take-hidden để nhập cả dòng ẩn" if hidden else ""
    where = refused[0].row.position
    return [Question("leave_out", "NHAP-016", text, (), option, where, agreed=True)]


def no_list(found: Understood, answers: Answers, start: Position) -> list[Fault]:
    """A source without a recipient is no list, unless the clerk knows that it has only counts."""
    if found.entries or not found.rows or (answers.accept_count and found.facts.claims):
        return []
    if names := next((unit.row for unit in found.units if unit.why == NAMES), None):
        cure = "thêm một dòng «DANH SÁCH» phía trên, mỗi người một dòng, rồi nhập lại"
        return [wrong(names, "NHAP-013", NAMES, cure)]
    problem = "không thấy danh sách nào"
    cure = (
        "xem lại: bảng cần dòng tiêu đề có «Họ và tên» hoặc «Tên tập thể»; tên nằm trong câu văn "
        "thì ghi mỗi người một dòng, dưới dòng «DANH SÁCH»; danh sách nằm ở tệp khác thì nhập cả "
        "hai tệp; văn bản chỉ có số lượng thì thêm --accept-count"
    )
    return [Fault(start, "NHAP-013", "", problem, cure)]


def damaged(sources: Sequence[Source], start: Position) -> list[Fault]:
    """A copy whose letters are scrambled is never imported."""
    for source in sources:
        if looks_damaged(" ".join(row.text for row in source.rows)):
            problem = "nhiều chữ không phải tiếng Việt: bản chép đã hỏng hoặc sai mã chữ"
            cure = "đối chiếu với bản gốc, xin lại tệp; không nhập từ bản hỏng"
            return [Fault(Position(source.name, 0), "NHAP-027", "", problem, cure)]
    return []
