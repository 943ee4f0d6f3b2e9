"""An entry is added to a file, and nothing else of the file changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import yaml_tree
from generator.yaml_edit import appended, replaced, scalar

ROOT = Path(__file__).parents[1]
ENTRY = {
    "change": "corrected", "date": "2024-02-01", "honours": (2, 5), "reason": "Kê khai: sai",
    "before": {"honours": ({"id": 2, "role": None, "name": "A: b, {c}", "posthumous": False},)},
}  # fmt: skip
BEFORE = ("sources", "defaults", "honours")
LAYOUTS = {
    "no list": "id: a\n\n# Danh sách\nhonours:\n  - {id: 1}\n",
    "no list, nothing after": "id: a  # cuối\n",
    "no end of line": "id: a",
    "block": "id: a\nhistory:\n  - change: x  # một\n    reason: b # hai\n\n# ba\nhonours: []\n",
    "block at the margin": "history:\n- change: x\nhonours:\n- id: 1\n",
    "flow entries": "history:\n  - {change: x, honours: [1]}   # cuối\nhonours: []\n",
    "flow": "history: [{change: x}]  # cuối\nhonours: []\n",
    "flow over lines": "history: [\n  {change: x},  # một\n  ]\nhonours: []\n",
    "empty": "history: []\nhonours: []\n",
    "long text": "history:\n  - reason: |\n      một\n      hai\n\n# ba\nhonours: []\n",
    "folded text, last": "id: a\nhistory:\n  - reason: >\n      một\n      hai\n",
    "many lines of bare text": "history:\n  - reason: một\n      hai\nhonours: []\n",
    "groups in groups": "history:\n  - before:\n      honours:\n        - {id: 1} # c\n",
    "windows": "id: a\r\nhistory:\r\n  - {change: x}\r\n# c\r\nhonours: []\r\n",
    "all in brackets": "{id: a, honours: [{id: 1}]}\n",
    "all in brackets, with the list": "{id: a, history: [{change: x}]}\n",
    "beyond the basic plane": "id: 𝒳ạ\nhistory:\n  - {change: é}\nz: 𝒳\n",
}


def grown(text: str) -> None:
    """Assert that the entry is all that is new in a text, and all that the text now says more."""
    new = appended(text, "history", ENTRY, BEFORE)
    at = next((n for n, (a, b) in enumerate(zip(text, new, strict=False)) if a != b), len(text))
    kept = len(text) - at
    assert new[:at] + (new[-kept:] if kept else "") == text, "not one piece put in"
    before, after = yaml_tree.read(text).value, yaml_tree.read(new).value
    assert after == {**before, "history": (*before.get("history", ()), ENTRY)}
    assert list(after) == list(before) or "history" not in before
    # What was added costs little: the entry, a name, and no more than a line end.
    assert len(new) - len(text) < 250


@pytest.mark.parametrize("text", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_one_piece_is_put_in(text: str) -> None:
    """In every way to lay a file out, all old characters stay, in their order."""
    grown(text)


@pytest.mark.parametrize(
    "path",
    [p for folder in (ROOT, ROOT / "tests/province") for p in folder.glob("data/awards/*/*/*.yml")],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_every_decision_there_is(path: Path) -> None:
    """So do the decisions that are shipped, comments and all."""
    grown(path.read_text("utf-8"))


def test_the_comment_of_the_next_field_stays_with_it() -> None:
    """A new list stands above the comment of the field that follows."""
    new = appended(LAYOUTS["no list"], "history", {"change": "x"}, BEFORE)
    assert new == "id: a\n\nhistory:\n  - change: x\n# Danh sách\nhonours:\n  - {id: 1}\n"


ROWS = {
    "flow": "honours:\n  - {id: 1, role: Cũ, name: A}  # một\n  - {id: 2, name: B}   # hai\n",
    "block": "honours:\n  # một\n  - id: 1\n    role: Cũ   # vai\n\n  - id: 2\n    name: B\nz: 1\n",
    "quoted": "honours: [{id: 1, role: 'Cũ: x'}, {name: B, id: 2}]\n",
    "long": "honours:\n- id: 1\n  role: >\n    Cũ\n    hơn\n- id: 2\n",
    "windows": "honours:\r\n  - id: 2\r\n    name: B\r\n  - {role: x, id: 1}\r\n",
}


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS.keys())
@pytest.mark.parametrize("row", [1, 2])
def test_one_cell_is_set(text: str, row: int) -> None:
    """One field of one row gets its value, made or replaced; every other line stays."""
    new = replaced(text, "honours", ("id", row), "role", "Tổ: 5, xã B")
    rows = {item["id"]: item for item in yaml_tree.read(new).value["honours"]}
    assert rows[row]["role"] == "Tổ: 5, xã B"
    before, after = text.splitlines(keepends=True), new.splitlines(keepends=True)
    gone = [line for line in before if line not in after]
    assert len(gone) <= (3 if ">" in text else 1)  # a long text stands on many lines
    assert len([line for line in after if line not in before]) == 1


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_text_is_the_same_text_when_read(text: str) -> None:
    """Whatever a clerk answers, the file says just that, between brackets too."""
    written = scalar(text)
    assert yaml_tree.read(f"a: {written}\n").value["a"] == yaml_tree.nfc(text)
    assert yaml_tree.read(f"a: [{written}, b]\n").value["a"] == (yaml_tree.nfc(text), "b")
