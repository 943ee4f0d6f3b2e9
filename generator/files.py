"""The files of `data/` and `content/`: which are there, and what they hold."""

import hashlib
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import NamedTuple

from generator.records import KINDS
from generator.records.base import VolumeKey
from generator.records.decision import volume_of
from generator.values import Fault, Position
from generator.vietnamese import nfc

VOLUME_KIND = next(kind for kind in KINDS if kind.layout == "volume")
MAX_MEGABYTES = {".csv": 8}  # a list of twenty thousand rows is half of it
MAX_OTHER = 2
_NO_UTF8 = {
    "": ("tệp không phải mã UTF-8", "mở bằng trình soạn thảo rồi lưu lại với mã hóa UTF-8"),
    ".csv": (
        "tệp không phải mã UTF-8: Excel đã lưu kiểu CSV cũ, kiểu này làm mất dấu tiếng Việt",
        "mở lại bản Excel gốc, chọn Lưu thành (Save As), kiểu «CSV UTF-8»",
    ),
}
IGNORED = re.compile(r"README\.md|\..*|~\$.*")


class Text(NamedTuple):
    """The text of a file, or the fault that keeps it from being read."""

    text: str
    fault: Fault | None = None


def act_file(root: Path, act: str) -> Path:
    """Return the file of a decision that is told as `<year>/<issuer>/<id>`."""
    return root / VOLUME_KIND.where.partition("*")[0] / f"{act}.yml"


def name_of(root: Path, path: Path) -> str:
    """Return a file's name as faults show it: from the root, with forward slashes, in NFC."""
    return nfc(path.relative_to(root).as_posix())


def whole_file(file: str, code: str, problem: str, cure: str) -> Fault:
    """Return a fault of a file as a whole."""
    return Fault(Position(file, 1), code, "", problem, cure)


def read_text(root: Path, path: Path) -> Text:
    """Read a file as UTF-8 (a CSV as UTF-16 too, by its byte order mark), or say why not."""
    file = name_of(root, path)
    try:
        limit = MAX_MEGABYTES.get(path.suffix, MAX_OTHER)
        if path.stat().st_size > limit * 1_000_000:
            problem = f"tệp lớn quá {limit} MB"
            return Text("", whole_file(file, "TEP-006", problem, "chia thành nhiều tệp"))
        content = path.read_bytes()
        # Excel's "Unicode Text" is UTF-16 with its mark: nothing of it is lost.
        utf16 = path.suffix == ".csv" and content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except OSError:
        return Text("", whole_file(file, "TEP-005", "không mở được tệp", "kiểm tra quyền đọc tệp"))
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problem, cure = _NO_UTF8.get(path.suffix, _NO_UTF8[""])
        return Text("", Fault(Position(file, line), "TEP-002", "", problem, cure))
    if not text.strip():
        return Text("", whole_file(file, "TEP-001", "tệp rỗng", "điền nội dung hoặc xóa tệp"))
    return Text(text.replace("\r\n", "\n").replace("\r", "\n"))


def matching(root: Path, where: str) -> tuple[Path, ...]:
    """Return the files of a glob, by name; hidden and temporary ones are left out."""
    found = (p for p in root.glob(where) if p.is_file() and not IGNORED.fullmatch(p.name))
    return tuple(sorted(found, key=lambda path: path.as_posix()))


def kept_as_markdown(root: Path) -> frozenset[Path]:
    """Return the files of `content/` that are records, not pages written by hand."""
    kinds = (kind for kind in KINDS if kind.layout == "markdown")
    return frozenset(path for kind in kinds for path in matching(root, kind.where))


def by_hand(root: Path) -> tuple[Path, ...]:
    """Return the pages of `content/` that are written by hand, and what else lies there."""
    records = kept_as_markdown(root)
    found = (path for path in (root / "content").rglob("*") if path.is_file())
    return tuple(sorted(path for path in found if path not in records))


def checksum(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksums(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by its path from there."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): checksum(path) for path in paths}


def volumes(root: Path) -> dict[VolumeKey, tuple[Path, ...]]:
    """Return the files of the decisions by the volume they belong to, known by their names."""
    found: dict[VolumeKey, list[Path]] = {}
    for path in matching(root, VOLUME_KIND.where):
        year, issuer = path.parts[-3:-1]
        key = volume_of(int(year) if year.isdecimal() else 0, nfc(issuer), nfc(path.stem))
        found.setdefault(key, []).append(path)
    return {key: tuple(paths) for key, paths in sorted(found.items())}
