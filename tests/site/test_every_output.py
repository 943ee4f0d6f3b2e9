"""Every file of a built site is opened as its reader would: who is withheld stands in none of
them; who was stripped stands only where the design allows it, and never without the word for it.
"""

import gzip
import io
import re
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from generator.vietnamese import fold
from tests.test_output import WITHHELD

STRIPPED = "Vàng A Ửng"
DECISION = "vinh-danh/2023/chu-tich-ubnd-tinh-thanh-son/912-qd-ubnd"
# Its pages with their forms, its earlier versions, corrections, data, and what search finds.
ALLOWED = re.compile(
    rf"{DECISION}/(3/)?(v\d+/)?index\.(html|md|json|jsonld)"
    r"|feeds/dinh-chinh\.(atom|rss|json)"
    r"|du-lieu/(vinh-danh.*|so-vinh-danh\.sqlite|thay-doi/.*)"
    r"|tra-cuu/so/.*"
)
SAID = re.compile(r"bị tước|stripped|nay không còn hiệu lực", re.IGNORECASE)


def of_zip(content: bytes) -> str:
    """Return all texts of a zip: of a press kit, a workbook, a document."""
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        inner = ((name, whole.read(name)) for name in whole.namelist())
        return "\n".join(text_of(Path(name), content) for name, content in inner)


def of_sqlite(content: bytes) -> str:
    """Return all values of a database."""
    with sqlite3.connect(":memory:") as base:
        base.deserialize(content)
        tables = [name for (name,) in base.execute("SELECT name FROM sqlite_master")]
        rows: list[str] = []
        for table in tables:
            try:
                rows += map(str, base.execute(f'SELECT * FROM "{table}"'))
            except sqlite3.DatabaseError:  # an index has no rows to show
                continue
    return "\n".join(rows)


def of_parquet(content: bytes) -> str:
    """Return all values of a table."""
    return str(pq.read_table(io.BytesIO(content)).to_pylist())


READERS: dict[str, Callable[[bytes], str]] = {
    ".zip": of_zip,
    ".xlsx": of_zip,
    ".docx": of_zip,
    ".sqlite": of_sqlite,
    ".parquet": of_parquet,
}


def text_of(path: Path, content: bytes) -> str:
    """Return what a reader finds in a file, whatever its form."""
    if read := READERS.get(path.suffix):
        return read(content)
    if content.startswith(b"\x1f\x8b"):
        content = gzip.decompress(content)
    return content.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def texts(province: Path) -> dict[str, str]:
    """The text of every file of the province's site, by its path."""
    files = (path for path in province.rglob("*") if path.is_file())
    return {p.relative_to(province).as_posix(): text_of(p, p.read_bytes()) for p in files}


def forms(words: str) -> Iterator[str]:
    """Yield a text as it may stand somewhere: as it is, escaped; a name without its marks too.

    (Without marks two common words are found in others: «tuong van» in «đối tượng văn hóa».)
    """
    yield words
    if words == "Quách":
        yield fold(words)
    yield words.encode("ascii", "xmlcharrefreplace").decode("ascii")
    yield words.encode("unicode_escape").decode("ascii")


@pytest.mark.parametrize("words", WITHHELD)
def test_who_is_withheld_is_nowhere(texts: dict[str, str], words: str) -> None:
    """In no form, no file, no index, no database, no kit."""
    assert len(texts) > 800
    for form in forms(words):
        assert [path for path, text in texts.items() if form in text] == []


def test_the_readers_read(texts: dict[str, str]) -> None:
    """A name that may be shown is found in every kind of file that should hold it."""
    holding = {Path(path).suffix for path, text in texts.items() if "Lò Thị Ơn" in text}
    assert holding >= {".html", ".json", ".jsonld", ".md", ".csv", ".jsonl", ".sqlite", ".xlsx",
                       ".parquet", ".zip"}  # fmt: skip


def test_who_was_stripped_is_where_it_is_said(texts: dict[str, str]) -> None:
    """On its own page, its decision's, in corrections and in data; each time with its state."""
    named = {path for path, text in texts.items() if STRIPPED in text}
    assert {path for path in named if not ALLOWED.fullmatch(path)} == set()
    assert f"{DECISION}/3/index.html" in named
    states = {path for path in named if not SAID.search(texts[path])}
    assert {path for path in states if not path.startswith("tra-cuu/so/")} == set()
