"""The finished files into `data/`: all of them or none, never over a file that is there."""

import os
from collections.abc import Mapping
from pathlib import Path

from generator.values import UserError


def save(root: Path, files: Mapping[str, str]) -> None:
    """Write new files; what fails on the way is taken back.

    Args:
        root: the project's root.
        files: texts by path from the root. The last one makes the others count.

    Raises:
        UserError: one of them exists already.
        OSError: the disk refuses; nothing is left behind.
    """
    for name in files:
        if (root / name).exists():
            raise UserError(f"{name} đã có; không ghi đè")
    folders: list[Path] = []
    done: list[Path] = []
    try:
        for name, text in files.items():
            path = root / name
            folders += _made(path.parent)
            draft = path.with_name(f".{path.name}.new")
            done.append(draft)
            with draft.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for draft in list(done):
            path = draft.with_name(draft.name[1:].removesuffix(".new"))
            os.link(draft, path)  # fails if somebody made the file meanwhile
            done.append(path)
            draft.unlink()
    except BaseException:
        for path in reversed(done):
            path.unlink(missing_ok=True)
        for folder in reversed(folders):
            folder.rmdir()
        raise


def _made(folder: Path) -> list[Path]:
    """Make a folder and those above it; return the new ones, the outermost first."""
    new = [part for part in (folder, *folder.parents) if not part.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return new[::-1]
