"""What a file was found to be, or why it may not be read."""

from typing import NamedTuple

from generator.importer.table import wrong_file
from generator.values import Fault


class Opened(NamedTuple):
    """A file's bytes and what they are: xlsx, xls, ods, docx, text; or the fault that says no."""

    form: str
    raw: bytes
    fault: Fault | None = None


def locked(name: str) -> Opened:
    """Tell that a file has a password."""
    cure = "mở bằng mật khẩu, bỏ mật khẩu (File, Info, Protect), lưu lại rồi nhập"
    return refused(name, "NHAP-004", "tệp có mật khẩu", cure)


def broken(name: str) -> Opened:
    """Tell that a file is damaged."""
    return refused(
        name, "NHAP-006", "tệp hỏng, không đọc được", "xin lại tệp, hoặc mở ra rồi lưu lại"
    )


def macros(name: str) -> Opened:
    """Tell that a file holds a program."""
    cure = "lưu lại thành .xlsx hoặc .docx không có macro rồi nhập"
    return refused(name, "NHAP-005", "tệp có macro (chương trình ở trong)", cure)


def refused(name: str, code: str, problem: str, cure: str) -> Opened:
    """Return the answer that a file may not be read, and why."""
    return Opened("", b"", wrong_file(name, code, problem, cure))
