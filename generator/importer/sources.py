"""Files → sources: the first step of the import."""

from pathlib import Path

from generator.importer.excel import read_excel
from generator.importer.opening import opened, recognised
from generator.importer.refusal import Opened
from generator.importer.table import Source, wrong_file
from generator.importer.text import read_text
from generator.importer.word import read_word


def read_source(path: Path) -> Source:
    """Read a file of any form that is known."""
    return _read(path.name, opened(path))


def read_pasted(raw: bytes) -> Source:
    """Read what was pasted into the terminal."""
    return _read("văn bản dán vào", recognised("văn bản dán vào", raw))


def _read(name: str, file: Opened) -> Source:
    if file.fault:
        return Source(name, faults=(file.fault,))
    if file.form == "text":
        source = read_text(name, file.raw)
    elif file.form == "docx":
        source = read_word(name, file.raw)
    else:
        source = read_excel(name, file.form, file.raw)
    if not source.rows and not source.faults:
        cure = "xem lại: có thể lưu nhầm tệp, hoặc danh sách nằm trong ảnh, trong ô văn bản"
        return Source(name, faults=(wrong_file(name, "NHAP-002", "tệp không có chữ nào", cure),))
    return source
