"""The manifest: every file of a site with its SHA-256, as `sha256sum --check` reads it.

It is also how a build knows that a directory is a site of its own making, and what is in it.
"""

from collections.abc import Mapping
from pathlib import Path

MANIFEST = "manifest.txt"
MARK = "# Tuyên dương: mọi tệp của trang, và mã SHA-256 của từng tệp"


def text_of(files: Mapping[str, str]) -> str:
    """Return the manifest of some files, told from the site's root, with their SHA-256."""
    lines = [f"{digest}  {name}" for name, digest in sorted(files.items()) if name != MANIFEST]
    return "\n".join([MARK, *lines]) + "\n"


def read(site: Path) -> dict[str, str]:
    """Return what a site's manifest tells; nothing when the site is not ours.

    Names that would lead out of the site are left out, since files are removed by it.
    """
    if not is_ours(site):
        return {}
    lines = (site / MANIFEST).read_text("utf-8", "replace").splitlines()[1:]
    found = {line[66:]: line[:64] for line in lines if line[64:66] == "  "}
    return {name: digest for name, digest in found.items() if _inside(name)}


def _inside(name: str) -> bool:
    return bool(name) and name[0] != "/" and (".." not in name or ".." not in name.split("/"))


def is_ours(site: Path) -> bool:
    """Whether a directory is a site that a build made."""
    path = site / MANIFEST
    if not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        return file.readline().startswith(MARK)
