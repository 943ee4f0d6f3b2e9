"""The files of `data/` and `content/`: which are there, and what they hold."""

import hashlib
import re
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
IGNORED = re.compile(r"README\.md|\..*|~\$.*")


class Text(NamedTuple):
    """The text of a file, or the fault that keeps it from being read."""

    text: str
    fault: Fault | None = None


def name_of(root: Path, path: Path) -> str:
    """Return a file's name as faults show it: from the root, with forward slashes, in NFC."""
    return nfc(path.relative_to(root).as_posix())


def whole_file(file: str, code: str, problem: str, cure: str) -> Fault:
    """Return a fault of a file as a whole."""
    return Fault(Position(file, 1), code, "", problem, cure)


def read_text(root: Path, path: Path) -> Text:
    """Read a file as UTF-8 (a byte order mark is dropped), or say why not."""
    file = name_of(root, path)
    try:
        limit = MAX_MEGABYTES.get(path.suffix, MAX_OTHER)
        if path.stat().st_size > limit * 1_000_000:
            problem = f"tệp lớn quá {limit} MB"
            return Text("", whole_file(file, "TEP-006", problem, "chia thành nhiều tệp"))
        text = path.read_bytes().decode("utf-8-sig")
    except OSError:
        return Text("", whole_file(file, "TEP-005", "không mở được tệp", "kiểm tra quyền đọc tệp"))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return Text(
            "",
            Fault(
                Position(file, line), "TEP-002", "", "tệp không phải mã UTF-8",
                "mở bằng trình soạn thảo rồi lưu lại với mã hóa UTF-8",
            ),
        )  # fmt: skip
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
