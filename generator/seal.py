"""Sealing: a file and a random line in one zip, whose digest may be public before the file is.

Without the line, whoever can guess what a short list may say could try all guesses.
"""

import secrets
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.kits import zipped
from generator.values import UserError
from generator.vietnamese import slugify

SALT = "so-ngau-nhien.txt"
_KEPT = ("data", "content", "site")  # what lies there is published


class Sealed(NamedTuple):
    """A sealed copy: where it was written, and its SHA-256."""

    path: Path
    sha256: str


def seal(root: Path, file: Path) -> Sealed:
    """Write a sealed copy beside a file.

    Args:
        root: the project's root.
        file: what is to be sealed; it stays as it is.

    Raises:
        UserError: there is no such file, it is in a folder that is published, or a sealed copy is
            there already.
    """
    if not file.is_file():
        raise UserError(f"không có tệp {file}")
    place = file.resolve()
    if any(place.is_relative_to((root / folder).resolve()) for folder in _KEPT):
        raise UserError(
            f"{file} nằm trong thư mục sẽ được công bố; chuyển tệp ra ngoài data/, content/, site/ "
            "rồi niêm phong"
        )
    copy = file.with_name(f"{slugify(file.stem)}-niem-phong.zip")
    content = zipped({file.name: file.read_bytes(), SALT: f"{secrets.token_hex(32)}\n".encode()})
    try:
        with copy.open("xb") as target:
            target.write(content)
    except FileExistsError:
        raise UserError(
            f"đã có {copy}; nếu mã kiểm của tệp đó đã công bố thì giữ nguyên, nếu chưa thì xóa tệp "
            "rồi làm lại"
        ) from None
    return Sealed(copy, sha256(content).hexdigest())
