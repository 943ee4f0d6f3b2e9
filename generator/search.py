"""The search of texts: Pagefind over stories, movements, news and pages written by hand.

The only module that knows Pagefind; the register itself has an index of its own (`finder`).

Pagefind folds marks but not đ, and takes hòa and hoà for two words. So it reads copies of the
pages that also hold, unseen, their words with one tone placement, and again without any mark.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from html import escape, unescape
from pathlib import Path

from generator.values import UserError
from generator.vietnamese import canonical_tone, fold

_BODY = re.compile(r"<article[^>]* data-pagefind-body>(.*?)</article>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W_]+")
_ALIAS = '<p hidden data-pagefind-index-attrs="data-a,data-b" data-a="{}" data-b="{}"></p>'


def index(pages: Iterable[tuple[str, str]], site: Path) -> None:
    """Write `pagefind/` into a built site.

    Args:
        pages: names and HTML of pages, in any order; those not to be found are passed over.
        site: where the index goes.

    Raises:
        UserError: Pagefind failed; the message holds what it said.
    """
    with tempfile.TemporaryDirectory(prefix="tuyenduong-") as folder:
        copies = Path(folder)
        for name, text in _copies(sorted(pages)):
            (copies / name).parent.mkdir(parents=True, exist_ok=True)
            (copies / name).write_text(text, "utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", folder, "--force-language", "vi"]
        command += ["--output-path", str(site / "pagefind"), "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
        if done.returncode:
            raise UserError(f"không lập được chỉ mục tìm kiếm: {done.stderr or done.stdout}")


def _copies(pages: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the pages to index, each with its folded text added."""
    for name, text in pages:
        if body := _BODY.search(text):
            words = [canonical_tone(w) for w in _WORD.findall(unescape(_TAG.sub(" ", body[1])))]
            alias = _ALIAS.format(escape(" ".join(words)), escape(fold(" ".join(words))))
            copy = _with_facts(text[: body.end(1)]) + alias + text[body.end(1) :]
            yield name, copy


def _with_facts(text: str) -> str:
    """Mark the description and the kind of a page as what a result shows of it."""
    text = text.replace(
        '<meta name="description"',
        '<meta data-pagefind-meta="description[content]" name="description"',
    )
    return text.replace(
        " data-pagefind-body>", ' data-pagefind-meta="kind[data-kind]" data-pagefind-body>'
    )
