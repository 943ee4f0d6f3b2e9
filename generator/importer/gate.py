"""Private data in what is to be written: stricter than `privacy`, for here no text is a story.

A fault tells the row, the field and the kind of data; never the data.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.privacy import leaks
from generator.values import Fault, Position

_NUMBER = re.compile(r"\d(?:[ .\-]?\d){5,}")
_DATE = re.compile(r"\d{1,2} ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}|\d{1,2} tháng \d{1,2} năm \d{4}")
_HOUSE = re.compile(
    r"^(?:số )?\d+[a-z]?(?:/\d+)*,? +(?=[A-ZĐ]|đường|phố|ngõ|ngách|hẻm|kiệt)|"
    r"\b(?:số|ngõ|ngách|hẻm|kiệt) \d+|\b\d+/\d+",
    re.IGNORECASE,
)
# What a note may tell of somebody's private life: family, age, court, health, origin, poverty.
_PERSONAL = re.compile(
    r"\b(?:con|vợ|chồng|bố|mẹ|cha|cháu|dâu|rể)\b[^,;]{0,12}"
    r"\b(?:ông|bà|anh|chị|cụ|đồng chí|liệt sĩ)\b|"
    r"\b(?:sinh(?: năm| ngày)?:? \d|\d+ tuổi|bị can|bị cáo|án treo|án tù|tiền án|tiền sự|khởi tố|"
    r"tạm giam|kỷ luật|kỉ luật|cai nghiện|nghiện|bệnh (?!viện|xá)|ung thư|khuyết tật|tàn tật|hiv|"
    r"tâm thần|sức khỏe|sức khoẻ|dân tộc (?!thiểu số|nội trú|tỉnh|huyện)|tôn giáo|theo đạo|"
    r"đảng viên|hộ nghèo|cận nghèo|hoàn cảnh|ly hôn)",
    re.IGNORECASE,
)
_SHORT = ("name", "role", "unit", "place_text", "note")
_WHAT = {"name": "tên", "role": "chức vụ", "unit": "đơn vị", "place_text": "địa bàn",
         "achievement": "thành tích", "note": "ghi chú", "stt": "số thứ tự"}  # fmt: skip


def private_rows(
    rows: Sequence[Mapping[str, Any]], positions: Sequence[Position]
) -> Iterator[Fault]:
    """Find private data in the rows of a list."""
    for row, position in zip(rows, positions, strict=True):
        for field, value in row.items():
            if isinstance(value, str) and (what := private(value, field)):
                yield _fault(position, _WHAT.get(field, field), what)


def private_facts(facts: Mapping[str, Any], start: Position) -> Iterator[Fault]:
    """Find private data in what is said of the decision itself."""
    for field in ("symbol", "title", "occasion", "listed_reason"):
        if what := next((leak.what for leak in leaks(str(facts.get(field, "")))), ""):
            yield _fault(start, field, what)


def private(text: str, field: str) -> str:
    """Return what private data a field holds, in Vietnamese; "" for none."""
    if found := next((leak.what for leak in leaks(text)), ""):
        return found
    if field not in _SHORT:
        return ""
    if _NUMBER.search(text):
        return "dãy số dài, có thể là số giấy tờ, tài khoản hoặc mã cán bộ"
    if _DATE.search(text):
        return "ngày tháng đầy đủ, có thể là ngày sinh"
    return "số nhà" if field == "place_text" and _HOUSE.search(text) else ""


def personal(text: str) -> bool:
    """Whether a note seems to tell of somebody's private life; no list of words knows it all."""
    return bool(_PERSONAL.search(text))


def _fault(position: Position, field: str, what: str) -> Fault:
    cure = "xóa khỏi tệp rồi nhập lại: dữ liệu riêng tư không được công bố"
    return Fault(position, "NHAP-020", field, f"có {what}", cure)
