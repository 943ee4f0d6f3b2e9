"""What all tests share: the `--bless` option, the invented province, the site's Markdown."""

import shutil
from collections.abc import Callable
from pathlib import Path

import markdown
import pytest
from hypothesis import settings
from mkdocs.config import load_config

PROVINCE = Path(__file__).parent / "province"

# The same inputs in every run: a build that failed once fails again, and none fails by chance.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which an engineer accepts the new output."""
    parser.addoption("--bless", action="store_true", help="rewrite tests/expected")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether the run accepts what it finds."""
    return bool(request.config.getoption("--bless"))


@pytest.fixture(scope="session")
def province() -> Path:
    """The invented province in its place; nothing may be written there."""
    return PROVINCE


@pytest.fixture
def copy_of_province(tmp_path: Path) -> Path:
    """A copy of the province's records, to be broken."""
    for folder in ("data", "content"):
        shutil.copytree(PROVINCE / folder, tmp_path / "province" / folder)
    return tmp_path / "province"


@pytest.fixture(scope="session")
def to_html() -> Callable[[str], str]:
    """Markdown → HTML by the extensions of `mkdocs.yml`, as the site's pages go through it."""
    config = load_config(str(PROVINCE / "mkdocs.yml"))
    parser = markdown.Markdown(
        extensions=config.markdown_extensions, extension_configs=config.mdx_configs
    )
    return lambda text: parser.reset().convert(text)
