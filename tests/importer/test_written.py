"""What is written is read back as it was meant, whatever the letters."""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.importer.written import ROWS_IN_YAML, files_of
from generator.records.base import Part
from generator.records.fields import Text
from generator.vietnamese import nfc, squeeze


class Kept(Part):
    """A text that the register would keep."""

    text: Text


def kept(text: str) -> str | None:
    """Return a text as the register keeps it, or None if it refuses it."""
    try:
        return Kept(text=squeeze(nfc(text))).text
    except ValidationError:
        return None


TEXTS = st.one_of(
    st.text(max_size=40),
    st.text("aĐ1 :#-\"'[]{},&*!|>%@`\\?~=<.\ufeff\u200b", max_size=12),
    st.sampled_from("no Yes 2023 1.50 null ~ 0017 true 2023-10-17 =1+1 --- y x,y 1_000".split()),
    st.sampled_from(["- a", "a: b", "a #b", "'", '"', "a\\b", "{a", "[a", "&a", "*a", "!a", "%a"]),
).map(kept).filter(bool)  # fmt: skip


@settings(max_examples=500)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
@example(texts=[("\ufeffA", "no")])
def test_short_list(texts: list[tuple[str, str]]) -> None:
    """In YAML: `files_of` itself reads back what it wrote, and would fail if it differed."""
    rows = [{"id": n, "name": name, "role": role} for n, (name, role) in enumerate(texts, 1)]
    text, table = files_of({"id": "x", "title": texts[0][1], "date": 2008}, rows)
    assert table == ""
    assert text.count("id: ") >= len(rows) + 1


@settings(max_examples=150)
@given(texts=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=3))
def test_long_list(texts: list[tuple[str, str]]) -> None:
    """In CSV, for more than twenty rows."""
    rows = [
        {"id": n, "name": name, "role": role, "posthumous": True}
        for n, (name, role) in enumerate(texts * (ROWS_IN_YAML + 1), 1)
    ]
    text, table = files_of({"id": "x", "date": "2008-01-02"}, rows)
    assert "honours" not in text
    assert table.startswith("id,name,role,posthumous\n")
