"""The machine that was measured on, in words that name no host and no path."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_VERSIONS = ("mkdocs", "mkdocs-material", "zensical", "hugo", "pagefind", "markdown")


def machine(root: Path, folder: Path) -> dict[str, str]:
    """Describe machine and software, and what was measured when.

    Args:
        root: the project.
        folder: where sites are written.
    """
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        system = platform.system()
    return {
        "cores": str(os.cpu_count()),
        "memory": f"{_memory() / 1e9:.1f} GB",
        "processor": _processor(),
        "system": f"{system}, {platform.system()} {platform.release().split('-')[0]}",
        "disk": _file_system(folder),
        "python": platform.python_version(),
        "software": ", ".join(f"{name} {_version(name)}" for name in _VERSIONS),
        "commit": _commit(root),
        "day": datetime.now(UTC).date().isoformat(),
    }


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _processor() -> str:
    """Return the processor's name as the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _file_system(folder: Path) -> str:
    """Return the kind of file system that the sites are written to."""
    said = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True)
    return said.stdout.strip() or "unknown"


def _commit(root: Path) -> str:
    """Return the commit that was measured, and whether files differed from it."""
    git = ["git", "-C", str(root)]
    said = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    if said.returncode:
        return "unknown"
    changed = subprocess.run(
        [*git, "status", "--porcelain", "--", "generator", "theme", "requirements.lock"],
        capture_output=True,
        text=True,
    )
    return said.stdout.strip() + (" and changes" if changed.stdout.strip() else "")
