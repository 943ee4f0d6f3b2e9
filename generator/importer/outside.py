"""What a Word document holds beside its paragraphs and tables: told, asked about, or a fault."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from docx.document import Document
from docx.oxml import parse_xml

from generator.importer.table import safe, wrong_file
from generator.importer.words import is_page_number
from generator.values import Fault
from generator.vietnamese import squeeze

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Where words stand that python-docx passes over, and what to do about it.
_CHANGED = (
    "sửa đổi chưa chấp nhận (Track Changes)",
    "chấp nhận mọi sửa đổi (Review, Accept All Changes)",
)
_OUTSIDE = {
    f"{_W}txbxContent": ("ô văn bản (Text Box)", "chép chữ trong ô văn bản ra ngoài, xóa ô"),
    **{f"{_W}{tag}": _CHANGED for tag in ("ins", "del", "moveFrom", "moveTo")},
    f"{_W}sdt": ("khung nhập liệu (Content Control)", "bỏ khung, giữ chữ (Remove Content Control)"),
    f"{_W}tc//{_W}tbl": ("bảng lồng trong bảng", "đưa bảng ở trong ra ngoài"),
}
_AROUND = {"header": "đầu trang", "footer": "chân trang", "comments": "nhận xét (Comment)"}
_BESIDE = {
    "footnotes": "chú thích chân trang (Footnote)",
    "endnotes": "chú thích cuối văn bản (Endnote)",
    "diagrams": "sơ đồ (SmartArt)",
}


def fault(name: str, document: Document, missing: int) -> Fault | None:
    """Return the fault of words that a list may not lose, or that nobody was to see.

    Args:
        name: the file's name.
        document: the document.
        missing: how many letters of its body were not read.
    """
    if missing:
        found = dict.fromkeys(_OUTSIDE[tag] for tag in _OUTSIDE if _holds(document, tag))
        where, cure = zip(*(found or dict.fromkeys(_OUTSIDE.values())), strict=True)
        problem = f"có {missing} chữ cái không đọc được, nằm ở {', '.join(where)}"
        return wrong_file(name, "NHAP-008", problem, f"{'; '.join(cure)}; lưu lại rồi nhập")
    if any(map(_veiled, document.element.body.iter(f"{_W}vanish"))):
        problem = "có chữ ẩn (Hidden) mà người đọc văn bản không thấy"
        cure = "cho hiện (Ctrl+A, Font, bỏ dấu Hidden), xóa chữ không công bố, lưu lại rồi nhập"
        return wrong_file(name, "NHAP-008", problem, cure)
    return None


def around(name: str, document: Document) -> Iterator[str]:
    """Tell the words of headers, footers and comments, each once."""
    for what, text in dict.fromkeys(_parts(document, _AROUND)):
        words = "" if "Comment" in what else f" có chữ «{safe(text)}»"
        if not is_page_number(text):
            yield f"{name}: {what}{words}, không đọc"


def beside(name: str, document: Document) -> Iterator[str]:
    """Tell the words of footnotes and drawings, which may belong to the list."""
    for what, text in dict.fromkeys(_parts(document, _BESIDE)):
        yield f"{name}: {what} có chữ «{safe(text)}»"


def _holds(document: Document, tag: str) -> bool:
    found = document.element.body.iterfind(f".//{tag}")
    return any(node.text for one in found for node in one.iter(f"{_W}t", f"{_W}delText"))


def _veiled(vanish: Any) -> bool:
    """Whether a mark hides a run that holds words."""
    run = vanish.getparent().getparent()
    off = vanish.get(f"{_W}val") in ("0", "false", "off")
    return not off and run.tag == f"{_W}r" and any(node.text for node in run.iter(f"{_W}t"))


def _parts(document: Document, wanted: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of some kinds that hold letters: what they are, and their words."""
    for part in document.part.package.iter_parts():
        kind = re.match(r"/word/([a-z]+)", str(part.partname))
        if kind and kind[1] in wanted and str(part.partname).endswith(".xml"):
            text = squeeze(" ".join(node.text or "" for node in parse_xml(part.blob).iter("{*}t")))
            if any(char.isalpha() for char in text):
                yield wanted[kind[1]], text
