"""What the tests of the site need beside the fixtures."""

import functools
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
PROVINCE = ROOT / "tests" / "province"
# Keeps Chromium from calling home; the tests watch that no page does.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class Silent:
    """A watcher of builds that shows nothing."""

    def step(self, name, total):
        return lambda: None


class Files(SimpleHTTPRequestHandler):
    """Serves a built site and says nothing."""

    def log_message(self, *arguments):
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Files, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


def copy_of_province(root: Path) -> Path:
    """Copy the invented province to a folder; it keeps using the project's theme."""
    shutil.copytree(PROVINCE, root, ignore=shutil.ignore_patterns("site", ".site*"))
    config = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(config.replace("../..", ROOT.as_posix()), "utf-8")
    return root


def axe(page: Page) -> str:
    """Return what axe-core finds wrong on a page as it stands; empty when nothing is."""
    found = Axe().run(page)
    return found.generate_report() if found.violations_count else ""


def ask(page: Page, site: str, query: str) -> list[tuple[str, str]]:
    """Search on the search page; return title and address of the first rows, then of the texts."""
    page.goto(f"{site}tra-cuu/?q={quote(query)}")
    page.wait_for_function("document.getElementById('td-texts').ariaBusy === 'false'")
    links = page.query_selector_all("#td-results a, #td-texts-results a")
    return [(link.text_content(), link.get_attribute("href")) for link in links]
