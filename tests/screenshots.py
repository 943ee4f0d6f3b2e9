"""Pictures of one page of every kind, on a phone and on a desk, light and dark: `make screenshots`.

They go into `build/screenshots/`, to be looked at. Words given on the command line choose the
kinds whose names begin so, and `--dark` or `--phone` narrows further.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.kinds import kinds
from tests.site.kit import QUIET, ROOT, served

FOLDER = ROOT / "build" / "screenshots"
WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
TALLEST = 6000  # pixels; a longer page is cut, its kind is seen by then


def take(browser: Browser, base: str, wanted: dict[str, str], width: int, scheme: str) -> None:
    """Take the picture of each page at one width in one colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="vi-VN"
    )
    tab = context.new_page()
    for name, address in wanted.items():
        tab.goto(base + address, wait_until="networkidle")
        tab.evaluate("document.fonts.ready")
        height = min(TALLEST, tab.evaluate("document.documentElement.scrollHeight"))
        tab.screenshot(
            path=FOLDER / f"{name}-{width}-{scheme}.png",
            full_page=True,
            clip={"x": 0, "y": 0, "width": width, "height": height},
        )
    context.close()


def main() -> None:
    """Take the pictures of the site in `site/`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--width", type=int, choices=WIDTHS)
    parser.add_argument("--scheme", choices=SCHEMES)
    parser.add_argument("--site", type=Path, default=ROOT / "site")
    parser.add_argument("--project", type=Path, default=ROOT)
    options = parser.parse_args()
    wanted = {
        n: a for n, a in kinds(options.project).items() if n.startswith(tuple(options.names) or "")
    }
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    FOLDER.mkdir(parents=True, exist_ok=True)
    with served(options.site) as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for width in [options.width] if options.width else WIDTHS:
            for scheme in [options.scheme] if options.scheme else SCHEMES:
                take(browser, base, wanted, width, scheme)
        browser.close()
    sys.stdout.write(f"{len(wanted)} pages: {FOLDER}\n")


if __name__ == "__main__":
    main()
