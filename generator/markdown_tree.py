"""The whole Markdown tree as files, for any host."""

from collections.abc import Iterable
from pathlib import Path

from generator import assemble, exports, kits, photos
from generator.check import read
from generator.gates import leaks_told
from generator.records.decision_entries import digest
from generator.tree import outputs
from generator.values import UserError


def write_pages(root: Path, folder: Path) -> int:
    """Write the whole Markdown tree, hand-written pages included, for any host.

    Args:
        root: the project's root.
        folder: a new or empty directory.

    Returns:
        How many files were written.

    Raises:
        DataError: faults in the data.
        UserError: the directory is not empty.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UserError(f"{folder} đã có sẵn; chọn một thư mục mới hoặc thư mục trống")
    register, _ = read(root)
    written = list(outputs(register.reference, register.volumes))
    generated = {output.source for output in written}
    contacts = register.reference.contacts
    for path in sorted((root / "content").rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_file() and name not in generated and not path.name.startswith("."):
            if path.suffix == ".md" and (
                found := leaks_told(name, path.read_text("utf-8"), contacts)
            ):
                raise UserError("\n".join(found))
            if path.parent == root / "content" / photos.FOLDER:
                _write(folder, photos.versions(path))
            else:
                _write(folder, [(path.relative_to(root / "content").as_posix(), path.read_bytes())])
    taken = root / "content" / photos.FOLDER
    _write(folder, ((output.path, kits.output_of(output, taken)) for output in written))
    assets = assemble.assets(root / "theme")
    _write(folder, ((name, text.encode("utf-8")) for name, text in assets))
    digests = (digest(volume, register.reference) for volume in register.volumes)
    parts = exports.parts_of_all(register.volumes, digests, register.reference)
    exports.write_all(folder, parts, register.reference)
    return len(written)


def _write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
