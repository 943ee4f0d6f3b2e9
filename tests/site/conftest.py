"""What the tests of the built site share: the site itself, a server, a real browser."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.build import build
from tests.site.kit import QUIET, ROOT, Silent, copy_of_province, served


@pytest.fixture(scope="session")
def shipped(tmp_path_factory) -> Path:
    """The site of the shipped data."""
    site = tmp_path_factory.mktemp("shipped") / "site"
    # Workers of xdist build the same project; the register lets one build at a time.
    with FileLock(tmp_path_factory.getbasetemp().parent / "shipped.lock"):
        build(ROOT, site, Silent())
    return site


@pytest.fixture(scope="session")
def province(tmp_path_factory) -> Path:
    """The site of the invented province."""
    folder = tmp_path_factory.mktemp("province")
    build(copy_of_province(folder / "project"), folder / "site", Silent())
    return folder / "site"


@pytest.fixture(scope="session")
def shipped_url(shipped) -> Iterator[str]:
    """The address of the shipped site."""
    with served(shipped) as address:
        yield address


@pytest.fixture(scope="session")
def province_url(province) -> Iterator[str]:
    """The address of the invented province's site."""
    with served(province) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium; without one the tests fail, they are never passed over."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    assert found, "no Chromium: run `sh tests/chromium.sh`"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def context(browser) -> Iterator[BrowserContext]:
    """A fresh window on a phone."""
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    yield opened
    opened.close()


@pytest.fixture
def page(context) -> Page:
    """A tab whose script errors fail the test."""
    tab = context.new_page()
    tab.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    return tab


@pytest.fixture
def project(tmp_path) -> Path:
    """A copy of the invented province that a test may change."""
    return copy_of_province(tmp_path / "project")
