"""What a file is by its bytes, not by its name, and whether it may be opened at all."""

import io
import zipfile
from pathlib import Path

from generator.importer.refusal import Opened, broken, locked, macros, refused
from generator.importer.unpacking import unpackable

MAX_BYTES = 30_000_000
_SAVE_AS = "mở tệp rồi lưu lại (Save As) thành .xlsx hoặc .docx"
_RETYPE = (
    "hãy xin nơi soạn thảo tệp Word hoặc Excel gốc của danh sách; nếu chỉ có bản giấy, nhờ "
    "đánh máy lại vào biểu mẫu do lệnh «tuyenduong template» tạo ra"
)
_KNOWN = (
    (b"%PDF", "tệp PDF; chữ trong bản chụp, bản quét không đọc được", _RETYPE),
    (b"\x89PNG", "tệp ảnh PNG; chữ trong ảnh không đọc được", _RETYPE),
    (b"\xff\xd8\xff", "tệp ảnh JPEG; chữ trong ảnh không đọc được", _RETYPE),
    (b"GIF8", "tệp ảnh GIF; chữ trong ảnh không đọc được", _RETYPE),
    (b"II*\0", "tệp ảnh TIFF; chữ trong ảnh không đọc được", _RETYPE),
    (b"MM\0*", "tệp ảnh TIFF; chữ trong ảnh không đọc được", _RETYPE),
    (b"{\\rtf", "tệp RTF", _SAVE_AS),
    (b"Rar!", "tệp nén RAR", "giải nén rồi nhập tệp ở trong"),
    (b"7z\xbc\xaf", "tệp nén 7z", "giải nén rồi nhập tệp ở trong"),
    (b"<?xml", "tệp XML", _SAVE_AS),
    (b"<html", "trang web", _SAVE_AS),
    (b"<!doctype html", "trang web", _SAVE_AS),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def opened(path: Path) -> Opened:
    """Read a file and tell what it is."""
    name = path.name
    try:
        if path.stat().st_size > MAX_BYTES:
            cure = "tách thành nhiều tệp, hoặc xóa ảnh và những trang tính không cần"
            return refused(name, "NHAP-007", f"tệp lớn quá {MAX_BYTES // 1_000_000} MB", cure)
        raw = path.read_bytes()
    except OSError:
        cure = "xem lại tên tệp (có dấu cách thì đặt trong dấu nháy kép) và quyền đọc tệp"
        return refused(name, "NHAP-002", "không mở được tệp", cure)
    return recognised(name, raw)


def recognised(name: str, raw: bytes) -> Opened:
    """Tell what some bytes are."""
    if not raw.strip(b"\0 \t\r\n"):
        return refused(name, "NHAP-002", "tệp rỗng", "xem lại: có thể tệp chép dở hoặc lưu nhầm")
    start = raw[:64].lstrip().lower()
    for sign, what, cure in _KNOWN:
        if start.startswith(sign.lower()):
            return refused(name, "NHAP-003", f"đây là {what}", cure)
    if raw.startswith(_OLE):
        return _ole(name, raw)
    if raw.startswith(b"PK"):
        return _zip(name, raw)
    if b"\0" in raw and raw[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return refused(name, "NHAP-003", "không phải tệp Excel, Word, CSV hay văn bản", _SAVE_AS)
    return Opened("text", raw)


def _ole(name: str, raw: bytes) -> Opened:
    """The older files of Office, and the newer ones with a password, are of one container."""
    if _utf16("EncryptedPackage") in raw:
        return locked(name)
    if _utf16("WordDocument") in raw:
        return refused(name, "NHAP-003", "đây là tệp Word đời cũ (.doc)", _SAVE_AS)
    if _utf16("_VBA_PROJECT") in raw:
        return macros(name)
    if _utf16("Workbook") in raw or _utf16("Book") in raw:
        return Opened("xls", raw)
    return refused(name, "NHAP-003", "không phải tệp Excel hay Word", _SAVE_AS)


def _zip(name: str, raw: bytes) -> Opened:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
            if any(part.lower().endswith("vbaproject.bin") for part in names):
                return macros(name)
            if fault := unpackable(name, archive):
                return Opened("", b"", fault)
            form = _form(archive, names)
    except Exception:  # a damaged archive fails in a dozen ways, all of them one to the clerk
        return broken(name)
    if form is None:
        return refused(name, "NHAP-003", "đây là tệp nén", "giải nén rồi nhập tệp ở trong")
    return Opened(form, raw)


def _form(archive: zipfile.ZipFile, names: set[str]) -> str | None:
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    spread = b"application/vnd.oasis.opendocument.spreadsheet"
    if "mimetype" in names and archive.read("mimetype").startswith(spread):
        return "ods"
    return None


def _utf16(text: str) -> bytes:
    return text.encode("utf-16-le")
