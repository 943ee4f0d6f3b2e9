"""Measure the register's search in a real Chromium: bytes and time to the first ten results.

    .venv/bin/python -m tests.site.measure_search DIR [QUERY …]

DIR is a project (`tuyenduong sample --honours 100000 --out DIR` makes one); only its index is made,
not its pages. Counted is every byte that the page asks for from the first keystroke on, the search
page's own scripts included, as an HTTP server without compression sends them.
"""

import re
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from generator import finder
from generator.load import load_reference, load_volume, volumes
from generator.records.decision_entries import digest
from tests.site.kit import QUIET, ROOT, served

SCRIPTS = ROOT / "theme" / "js"
QUERIES = (
    "trường tiểu học Bản Lụa",
    "truong tieu hoc ban lua",
    "nguyen van an",
    "giấy khen",
    "12/QĐ",
)
ASK = """async ([q, sort, facets]) => {
  const worker = new Worker("/assets/finder.js", { type: "module" });
  const start = performance.now();
  const ask = (id) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ id, q: q + " ".repeat(id), sort, facets });
  });
  const answer = await ask(1);
  const cold = performance.now() - start;
  await ask(2);
  const warm = performance.now() - start - cold;
  worker.terminate();
  return { ...answer, cold, warm };
}"""


def loaded_by(script: Path) -> set[Path]:
    """Return a script and all that it imports before it runs."""
    imports = re.findall(r'^import .* from "(.+)";', script.read_text("utf-8"), re.MULTILINE)
    return {script}.union(*(loaded_by((script.parent / name).resolve()) for name in imports))


def tell(text: str) -> None:
    """Say a line."""
    print(text)  # noqa: T201


def make(project: Path, site: Path) -> None:
    """Write the index of a project and the scripts, and tell what they cost."""
    reference = load_reference(project).reference
    parts, honours, made = [finder.records_part(reference)], 0, 0.0
    for key, paths in volumes(project).items():  # one volume at a time: a million fits in memory
        short = digest(load_volume(project, key, paths)[0], reference)
        honours += sum(map(len, short.by_decision))
        start = time.process_time()
        parts.append(finder.part(short, reference))
        made += time.process_time() - start
    start = time.process_time()
    files = list(finder.join(parts))
    joined = time.process_time() - start
    size = sum(len(content) for _, content in files)
    tell(
        f"{honours} honours, {len(parts)} parts: part() {made / honours * 1000:.3f} ms an honour, "
        f"join() {joined:.2f} s; {len(files)} files, {size / 1e6:.1f} MB"
    )
    for name, content in files:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content)
    shutil.copytree(SCRIPTS, site / "assets")
    (site / "index.html").write_text("<!doctype html><title>x</title>")


def main(project: Path, queries: tuple[str, ...]) -> None:
    """Make the index and ask each question in a window of its own."""
    scripts = sum(path.stat().st_size for path in loaded_by(SCRIPTS / "search.js"))
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as address:
        make(project, Path(folder))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=QUIET)
            for query in queries:
                for facets in ([], ["loai", "danh-hieu", "dia-ban"]):
                    context = browser.new_context()
                    page = context.new_page()
                    page.goto(address)
                    got: list[int] = []
                    context.on(
                        "response",
                        lambda answer, got=got: got.append(int(answer.headers["content-length"])),
                    )
                    found = page.evaluate(ASK, [query, "phu-hop", facets])
                    tell(
                        f"  {query}{' with 3 facets' if facets else ''}: {found['total']} found, "
                        f"{(sum(got) + scripts) / 1000:.0f} kB in {len(got)} files, "
                        f"{found['cold']:.0f} ms cold, {found['warm']:.0f} ms warm"
                    )
                    context.close()
            browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]) or QUERIES)
