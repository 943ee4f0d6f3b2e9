"""The office's Excel form: it imports without a question. Its drop-downs come of the register.

The titles are those that `titles` and `preamble` know, so that form and import agree by themselves.
"""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import Any

import xlsxwriter

from generator.records.base import Reference
from generator.records.terms import COMMENDATIONS, GROUPS

ROWS = 500
LIST, GUIDE, TERMS = "Danh sách", "Hướng dẫn", "Danh mục"
FACTS = (
    ("Số, ký hiệu", "", "Như in trên quyết định: 77/QĐ-UBND"),
    ("Ngày ký", "date", "Ngày/tháng/năm"),
    ("Người, cơ quan quyết định", "issuers", "Chọn trong danh sách"),
    ("Trích yếu", "", "Như in trên quyết định"),
    ("Thành tích chung", "", "Vì sao được khen, nếu cả danh sách cùng một thành tích"),
    ("Loại hình khen thưởng", "commendations", "Chọn trong danh sách, có thể để trống"),
    ("Số tập thể", "number", "Số lượng ghi trong quyết định; để trống nếu không ghi"),
    ("Số cá nhân", "number", ""),
    ("Số hộ gia đình", "number", ""),
)
COLUMNS = (
    ("STT", 6, ""),
    ("Loại", 12, "kinds"),
    ("Tên tập thể, cá nhân", 36, ""),
    ("Chức vụ", 24, ""),
    ("Đơn vị công tác", 32, ""),
    ("Địa chỉ", 36, "places"),
    ("Danh hiệu, hình thức khen thưởng", 36, "awards"),
    ("Hạng", 8, "classes"),
    ("Thành tích", 40, ""),
    ("Nhóm đối tượng", 24, "groups"),
    ("Truy tặng", 10, "yes"),
    ("Ghi chú", 24, ""),
)
_FREE = ("places",)  # what is not in the list may be typed too
_WORDS = (
    "Cách điền biểu mẫu",
    "1. Điền phần đầu: số, ngày, người ký, trích yếu đúng như quyết định đã ký.",
    "2. Mỗi dòng một tập thể, cá nhân hoặc hộ gia đình. Cột Loại chọn trong danh sách.",
    "3. Tên ghi đúng như in; không cần chữ Ông, Bà. Chức vụ, đơn vị ghi ở cột riêng.",
    "4. Địa chỉ chỉ ghi thôn, xã, huyện, tỉnh. Không ghi số nhà, số điện thoại, số căn cước, ngày "
    "sinh, số tài khoản: máy sẽ dừng và không nhập.",
    "5. Không thêm cột. Cột không dùng cứ để trống.",
    "6. Lưu tệp, rồi chạy: tuyenduong import tên-tệp.xlsx",
)


def form(reference: Reference) -> bytes:
    """Return the form as an Excel file; the same register gives the same bytes."""
    terms = _terms(reference)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.datetime(2000, 1, 1)})  # no clock in any output
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(LIST)
        _guide(book.add_worksheet(GUIDE), bold)
        areas = _choices(book.add_worksheet(TERMS), terms)
        _facts(sheet, areas, bold, book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}))
        _columns(sheet, areas, bold, len(FACTS) + 1)
    return made.getvalue()


def _terms(reference: Reference) -> dict[str, tuple[str, ...]]:
    """Return everything that may be chosen, by the name of its list."""
    awards = reference.of("award")
    places = (place.full_name(reference) for place in reference.of("place"))
    return {
        "issuers": tuple(unit.short for unit in reference.of("unit") if unit.authority),
        "commendations": tuple(COMMENDATIONS.values()),
        "kinds": ("Tập thể", "Cá nhân", "Hộ gia đình"),
        "places": tuple(dict.fromkeys(places)),
        "awards": tuple(award.name for award in awards),
        "classes": tuple(dict.fromkeys(c for award in awards for c in award.classes)) or ("Nhất",),
        "groups": tuple(GROUPS.values()),
        "yes": ("x",),
    }


def _choices(sheet: Any, terms: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Write the lists to choose from on a hidden sheet; return where each stands."""
    areas = {}
    for column, (name, values) in enumerate(terms.items()):
        sheet.write_column(0, column, values)
        letter = chr(65 + column)
        areas[name] = f"='{TERMS}'!${letter}$1:${letter}${len(values)}"
    sheet.hide()
    return areas


def _guide(sheet: Any, bold: Any) -> None:
    sheet.set_column(0, 0, 100)
    for row, words in enumerate(_WORDS):
        sheet.write_string(row, 0, words, bold if row == 0 else None)


def _facts(sheet: Any, areas: Mapping[str, str], bold: Any, dated: Any) -> None:
    """Write the block of what the decision itself is."""
    for row, (label, kind, hint) in enumerate(FACTS):
        sheet.write_string(row, 0, label, bold)
        if kind == "date":
            sheet.write_blank(row, 1, None, dated)
        if kind or hint:
            sheet.data_validation(row, 1, row, 1, _rule(kind, areas, label, hint))


def _columns(sheet: Any, areas: Mapping[str, str], bold: Any, header: int) -> None:
    """Write the titles of the list, with what each column takes."""
    for column, (title, width, kind) in enumerate(COLUMNS):
        sheet.set_column(column, column, max(width, 28) if column == 0 else width)
        sheet.write_string(header, column, title, bold)
        if kind:
            rule = _rule(kind, areas, title, "Chọn trong danh sách")
            sheet.data_validation(header + 1, column, header + ROWS, column, rule)
    sheet.freeze_panes(header + 1, 3)


def _rule(kind: str, areas: Mapping[str, str], title: str, hint: str) -> dict[str, Any]:
    """Return what may stand in a cell, and what Excel says of it."""
    told = {"input_title": title[:32], "input_message": hint or title, "error_title": title[:32]}
    if kind == "date":
        limits = {"minimum": datetime.date(1945, 9, 2), "maximum": datetime.date(2100, 1, 1)}
        wrong = "Ghi ngày/tháng/năm, năm đủ bốn chữ số."
        return {"validate": "date", "criteria": "between", **limits, **told, "error_message": wrong}
    if kind == "number":
        wrong = "Ghi một số nguyên."
        return {"validate": "integer", "criteria": ">=", "value": 0, **told, "error_message": wrong}
    if kind:
        wrong = "Chọn một mục trong danh sách."
        strict = "information" if kind in _FREE else "stop"
        return {
            "validate": "list", "source": areas[kind], **told, "error_type": strict,
            "error_message": wrong,
        }  # fmt: skip
    return {"validate": "any", **told}
