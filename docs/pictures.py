"""Makes the pictures of the clerk's guide from the real thing: `make pictures`.

The steps of the guide are done on a copy of the project, in their order, and what a clerk would
see then is taken from a real Chromium.
"""

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.build import build
from tests import guide
from tests.site.kit import QUIET, Silent, served
from tests.site.test_guide import done
from tests.site.test_preview import Preview, edit

PICTURES = Path(__file__).parent / "huong-dan"
SIZE = {"width": 860, "height": 600}
FOLDER = "data/awards/2024/chu-tich-ubnd-tinh-minh-hoa"
PAGES = "vinh-danh/2024/chu-tich-ubnd-tinh-minh-hoa"


def taken(page: Page, name: str) -> None:
    """Take a picture of what is to be seen."""
    page.screenshot(path=PICTURES / f"{name}.png")


def of_the_preview(page: Page, project: Path) -> None:
    """The bar with what is new, then with a fault."""
    preview = Preview(project)
    try:
        page.goto(preview.address + preview.first)
        page.locator("#tx-bar summary").click()
        taken(page, "xem-truoc")
        decision = project / FOLDER / "12-qd-ubnd.yml"
        edit(decision, "  person: 1", "  person: 2")
        page.wait_for_selector(".tx-count--wrong")
        taken(page, "loi")
        edit(decision, "  person: 2", "  person: 1")
    finally:
        preview.stop()


def of_a_page(page: Page, project: Path, address: str, name: str, top: str = "article") -> None:
    """A page of the site as it is now, from a piece of it on."""
    build(project, project / "site", Silent())
    with served(project / "site") as site:
        page.goto(f"{site}{PAGES}/{address}")
        page.evaluate("top => document.querySelector(top).scrollIntoView()", top)
        taken(page, name)


def main() -> None:
    """Do what the guide says, and take each picture after its step."""
    after: dict[str, Callable[[Page, Path], None]] = {
        "new": of_the_preview,
        "revoke": lambda page, project: of_a_page(page, project, "12-qd-ubnd/2/", "huy-bo"),
        "14-qd-ubnd.yml": lambda page, project: of_a_page(
            page, project, "14-qd-ubnd/", "ten-ghi-tat", "#danh-sach"
        ),
    }
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = guide.copy_of_project(Path(folder) / "office")
        build(project, project / "site", Silent())
        chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser: Browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        page = browser.new_page(viewport=SIZE, locale="vi-VN")
        for step in guide.steps():
            done(project, step)
            name = step.command[1] if step.command else Path(step.file[0]).name
            if take := after.pop(name, None):
                take(page, project)
        browser.close()
    assert not after, f"no step for {', '.join(after)}"


if __name__ == "__main__":
    main()
