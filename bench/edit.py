"""One decision edited: another title in one YAML file, and a look whether the site tells it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench.failed import ContenderError

_TITLE = re.compile(r'^title: "(.*)"$', re.M)


class Edit(NamedTuple):
    """An edit of a decision.

    Attributes:
        file: the decision, below the sample.
        words: what its title ends with now, and no text did before.
    """

    file: Path
    words: str


@contextmanager
def edited(sample: Path, number: int, of: int) -> Iterator[Edit]:
    """Edit one of the sample's decisions as long as the context lasts; each round another one."""
    decisions = sorted(sample.glob("data/awards/*/*/*.yml"))
    path = decisions[len(decisions) * number // (of + 1)]
    before = path.read_text("utf-8")
    words = f"bản sửa thử {number}"
    after, count = _TITLE.subn(rf'title: "\1, {words}"', before, count=1)
    if not count:
        raise ContenderError(f"{path.name} has no title to edit")
    path.write_text(after, "utf-8")
    try:
        yield Edit(path.relative_to(sample), words)
    finally:
        path.write_text(before, "utf-8")


def pages_with(edit: Edit, site: Path) -> int:
    """Return how many pages of the decision's year hold the new words.

    Raises:
        ContenderError: the decision's own page does not.
    """
    year, issuer, name = edit.file.with_suffix("").parts[-3:]
    folder = site / "vinh-danh" / year
    words = edit.words.encode()
    if words not in (folder / issuer / name / "index.html").read_bytes():
        raise ContenderError(f"the page of {year}/{issuer}/{name} does not tell the edit")
    return sum(words in page.read_bytes() for page in folder.rglob("*.html"))
