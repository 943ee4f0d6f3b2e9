"""Lighthouse on the shipped data as an office would publish it: `make lighthouse`.

The site is built of a copy of the data with `demonstration: false`, since `noindex` alone costs
the mark for search engines. Reports stay in `build/lighthouse/`.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.build import build
from tests.site.kinds import kinds
from tests.site.kit import ROOT, Silent, served

LEAST = 95
KINDS = ("home", "search", "honour", "exemplar")
LIGHTHOUSE = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
REPORTS = ROOT / "build" / "lighthouse"


def published(folder: Path) -> Path:
    """Build the site of the shipped data as no demonstration; return its folder."""
    project = folder / "project"
    for name in ("data", "content", "theme"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    settings = project / "data" / "site.yml"
    text, changed = re.subn(r"(?m)^demonstration: true$", "demonstration: false",
                            settings.read_text("utf-8"))  # fmt: skip
    assert changed == 1, "data/site.yml says `demonstration: true`"
    settings.write_text(text, "utf-8")
    build(project, folder / "site", Silent())
    return folder / "site"


def marks(address: str, name: str) -> dict[str, int]:
    """Return what Lighthouse gives a page, of 100, in each of its categories."""
    report = REPORTS / f"{name}.json"
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    flags = "--headless=new --no-sandbox --disable-gpu"
    subprocess.run(
        [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--output-path={report}",
         f"--chrome-flags={flags}"],
        check=True, env={**os.environ, "CHROME_PATH": chromium},
    )  # fmt: skip
    found = json.loads(report.read_text("utf-8"))["categories"]
    return {key: round(100 * category["score"]) for key, category in found.items()}


def main() -> None:
    """Measure each page; fail when a mark is too low."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    addresses = kinds(ROOT)
    low = False
    with tempfile.TemporaryDirectory() as folder, served(published(Path(folder))) as base:
        for name in KINDS:
            found = marks(base + addresses[name], name)
            low = low or min(found.values()) < LEAST
            sys.stdout.write(f"{name}: {found}\n")
    sys.exit(f"a mark is below {LEAST}: see build/lighthouse/" if low else 0)


if __name__ == "__main__":
    main()
